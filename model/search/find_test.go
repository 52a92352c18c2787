package search

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"astute/model"
	"astute/model/modeltest"
)

// small is an index of a few people with much in common.
func small() (*memory, map[model.ID]string) {
	ix := &memory{accounts: []string{"", "freshkart grocers", "other corp"}}
	names := map[model.ID]string{}
	var rows []Row
	add := func(kind model.Kind, account uint32, name, detail, address string) model.ID {
		id := model.ID{15: byte(len(rows) + 1)}
		rows = append(rows, Row{ID: id, Kind: kind, Account: account, Name: name, Detail: detail, Address: address})
		names[id] = name
		return id
	}
	add(model.KindAccount, 1, "FreshKart Grocers", "Retail", "")
	add(model.KindAccount, 2, "Other Corp", "", "")
	add(model.KindAction, 1, "Call Jane Smith", "2026-04-01", "")
	add(model.KindTeammate, 0, "Ana Ruiz", "Account Executive", "ana@ours.example")
	jane := add(model.KindContact, 1, "Jane Smith", "CTO", "jane.smith@freshkart.example")
	add(model.KindContact, 1, "Raj Mehta", "COO", "raj@freshkart.example")
	add(model.KindContact, 2, "Renée Müller", "VP Finance", "")
	add(model.KindContact, 2, "Jane Smithers", "CFO", "")
	add(model.KindContact, 2, "John Smith", "Director", "")
	add(model.KindContact, 1, "Smith Janeway", "Engineer", "")
	add(model.KindContact, 1, "Alan Brown", "Chief Financial Officer", "ab@freshkart.example bertie")
	add(model.KindContact, 2, "Łukasz Żak", "VP, Legal", "")
	add(model.KindContact, 2, "王小明", "CTO", "")
	add(model.KindContact, 0, "Jonathan Smith", "Head of Marketing", "")
	ix.shards = Build(rows)
	ix.notes = Build([]Row{{ID: jane, Kind: model.KindContact, Account: 1, Name: "Jane Smith\nWants kubernetes everywhere, asked for Müller's view"}})
	return ix, names
}

func found(names map[model.ID]string, hits []Hit) []string {
	list := make([]string, len(hits))
	for i, h := range hits {
		list[i] = names[h.ID]
	}
	return list
}

func TestFindFirst(t *testing.T) {
	ix, names := small()
	for query, want := range map[string]string{
		"jane smith":        "Jane Smith",
		"smith jane":        "Jane Smith",
		"Smith, Jane":       "Jane Smith",
		"cto freshkart":     "Jane Smith",
		"freshkart cto":     "Jane Smith",
		"jsmth":             "Jane Smith",
		"jsmth fresh":       "Jane Smith",
		"jane smiht":        "Jane Smith",
		"jnae smith":        "Jane Smith",
		"jane smyth":        "Jane Smith",
		"jane smmith":       "Jane Smith",
		"kane smith":        "Jane Smith",
		"jsmith":            "Jane Smith",
		"janes":             "Jane Smith",
		"smithj":            "Jane Smith",
		"jane.smith":        "Jane Smith",
		"contact jane":      "Jane Smith",
		"action jane":       "Call Jane Smith",
		"renee":             "Renée Müller",
		"RENÉE":             "Renée Müller",
		"rm other":          "Renée Müller",
		"vp fin":            "Renée Müller",
		"vpfin":             "Renée Müller",
		"cfo freshkart":     "Alan Brown",
		"bertie":            "Alan Brown",
		"zak":               "Łukasz Żak",
		"小明":                "王小明",
		"head mktg":         "Jonathan Smith",
		"freshkart":         "FreshKart Grocers",
		"frshkrt":           "FreshKart Grocers",
		"freshkrat":         "FreshKart Grocers",
		"raj frehskart":     "Raj Mehta",
		"kubernetes":        "Jane Smith",
		"jane kubernetes":   "Jane Smith",
		"freshkart kubern":  "Jane Smith",
		"other director":    "John Smith",
		"teammate ana":      "Ana Ruiz",
		"ana ruiz@":         "Ana Ruiz",
		"marketing, head":   "Jonathan Smith",
		"jane smith cto fr": "Jane Smith",
	} {
		hits := found(names, Find(ix, Query{Text: query}))
		if len(hits) == 0 || hits[0] != want {
			t.Errorf("%q finds %q, want %q first", query, hits, want)
		}
	}
	for _, query := range []string{"", "   ", ",;", "xyzzy", "jane xyzzy", "\x00", "ceq"} {
		if hits := Find(ix, Query{Text: query}); len(hits) > 0 {
			t.Errorf("%q finds %q, want nobody", query, found(names, hits))
		}
	}
}

// bookOfRecords is an index of a few records as they come from the file.
func bookOfRecords(records ...model.Record) (*memory, map[model.ID]string) {
	ix, names := &memory{accounts: []string{"", "freshkart grocers"}}, map[model.ID]string{}
	var rows []Row
	for i, r := range records {
		r.Base().ID = model.ID{15: byte(i + 1)}
		row, _ := RowOf(r, nil)
		row.Account = 1
		rows, names[row.ID] = append(rows, row), row.Name
	}
	ix.shards = Build(rows)
	return ix, names
}

func firstDayBook() (*memory, map[model.ID]string) {
	return bookOfRecords(
		&model.Milestone{Name: "Raj Mehta becomes COO"},
		&model.Action{Name: "Call the COO Raj Mehta"},
		&model.Interaction{Summary: "Raj Mehta, their COO, wants a report."},
		&model.Interaction{Summary: "Twenty minutes. He would pay for a result, not for a promise; asked who else in retail has paid back within a year."},
		&model.Interaction{Summary: "Walked through two stores. Marta showed the kiosks; Håkan spoke of the standstill in spring and of SuperSecure Tech."},
		&model.Milestone{Name: "Support contract goes on"},
		&model.Action{Name: "Propose ten stores with a contact person each"},
		&model.Action{Name: "Meet Hannah Weiß"},
		&model.Contact{Name: "Raj Mehta", JobTitle: "COO"},
		&model.Contact{Name: "Hannah Weiß", JobTitle: "Senior Counsel, Privacy"},
		&model.Contact{Name: "Jane Smith", JobTitle: "CTO", Email: "jane.smith@freshkart.example", Phones: []string{"+1 555 0100", "+1 (555) 0101 (mobile)"}},
		&model.Contact{Name: "Jörg Maier", JobTitle: "Einkauf", Phones: []string{"+49 30 12345-67"}},
		&model.Teammate{Name: "Carla Coo", Email: "cc@ours.example"},
		&model.Milestone{Name: "Budget of 5550 is set", On: model.NewDate(2026, 4, 25)},
	)
}

func TestPeopleComeBeforeWhatMentionsThem(t *testing.T) {
	ix, names := firstDayBook()
	for query, want := range map[string][]string{
		"mehta coo":     {"Raj Mehta", "Call the COO Raj Mehta", "Raj Mehta becomes COO", "Raj Mehta, their COO, wants a report."},
		"raj mehta":     {"Raj Mehta", "Call the COO Raj Mehta", "Raj Mehta becomes COO", "Raj Mehta, their COO, wants a report."},
		"coo":           {"Carla Coo", "Raj Mehta", "Call the COO Raj Mehta", "Raj Mehta becomes COO", "Raj Mehta, their COO, wants a report."},
		"becomes":       {"Raj Mehta becomes COO"},
		"milestone coo": {"Raj Mehta becomes COO"},
		"hana weis":     {"Hannah Weiß", "Meet Hannah Weiß"},
		"supersecure":   {"Walked through two stores. Marta showed the kiosks; Håkan spoke of the standstill in spring and of SuperSecure Tech."},
	} {
		if got := found(names, Find(ix, Query{Text: query})); !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}

func TestPhoneNumbersAreFoundHoweverTheyAreWritten(t *testing.T) {
	ix, names := firstDayBook()
	for query, want := range map[string]string{
		"555 0100": "Jane Smith", "5550100": "Jane Smith", "+1 555 0100": "Jane Smith", "+1 (555) 0100": "Jane Smith", "555-0100": "Jane Smith", "555.0100": "Jane Smith",
		"0100": "Jane Smith", "001 555 0101": "Jane Smith", "jane 0101": "Jane Smith", "555 0100 smith": "Jane Smith", "15550101": "Jane Smith",
		"030 1234567": "Jörg Maier", "0049 30 12345 67": "Jörg Maier", "maier 4567": "Jörg Maier",
		"2026-04-25": "Budget of 5550 is set", "budget 5550": "Budget of 5550 is set",
		"555 0102": "", "5550107": "", "010": "", "0100 raj": "", "01005550": "",
	} {
		hits := found(names, Find(ix, Query{Text: query}))
		if want == "" && len(hits) > 0 || want != "" && (len(hits) == 0 || hits[0] != want) {
			t.Errorf("%q finds %q, want %q", query, hits, want)
		}
	}
	if level, hits := Resolve(ix, Query{Text: "555 0100"}); level != LevelLookUp || len(hits) != 1 || names[hits[0].ID] != "Jane Smith" {
		t.Errorf("a number resolves to %v, %q", level, found(names, hits))
	}
	few, many := Find(ix, Query{Text: "5550", Limit: 1}), Find(ix, Query{Text: "5550"})
	if len(many) != 2 || !slices.Equal(few, many[:1]) {
		t.Errorf("%q of %q", found(names, few), found(names, many))
	}
}

// The letters of an account stand for it where nothing else does.
func TestATitleIsNotMadeOfTheLettersOfAnAccountThatIsNamed(t *testing.T) {
	ix, names := bookOfRecords(
		&model.Contact{Name: "Tom O'Brien", JobTitle: "IT Manager"},
		&model.Contact{Name: "Jane Smith", JobTitle: "Chief Executive"},
	)
	ix.accounts[1] = "castle foods"
	for query, want := range map[string][]string{"castle foods cfo": nil, "castle cfo": nil, "tom cfo": {"Tom O'Brien"}, "castle manager": {"Tom O'Brien"}} {
		if got := found(names, Find(ix, Query{Text: query})); !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}

// What a phone shows of a call is the number with the country's code, whatever way
// the book has it.
func TestTheNumberThatAPhoneShowsIsFound(t *testing.T) {
	ix, names := bookOfRecords(
		&model.Contact{Name: "Petra Hofmann", Phones: []string{"+49 (0)711 5550130"}},
		&model.Contact{Name: "Jörg Maier", Phones: []string{"0711/55501-20"}},
		&model.Contact{Name: "Claire Dubois", Phones: []string{"+33 (0)1 23 45 67 89"}},
		&model.Contact{Name: "Tom O'Brien", Phones: []string{"020 7946 0018"}},
		&model.Contact{Name: "Thomas O'Brien", Phones: []string{"+44 20 7946 0018"}},
		&model.Contact{Name: "Ada Ruiz", Phones: []string{"(555) 010-0123"}},
		&model.Contact{Name: "Ida Keane", Phones: []string{"021 555 0142"}},
		&model.Contact{Name: "Ben Okafor", Phones: []string{"+1 655 010 0123"}},
	)
	for query, want := range map[string][]string{
		"+49 711 5550130": {"Petra Hofmann"}, "+497115550130": {"Petra Hofmann"}, "00497115550130": {"Petra Hofmann"}, "0711 5550130": {"Petra Hofmann"}, "+49 (0)711 5550130": {"Petra Hofmann"},
		"+49 711 5550120": {"Jörg Maier"}, "0049 711 5550120": {"Jörg Maier"}, "maier +49 711 5550120": {"Jörg Maier"},
		"+33123456789": {"Claire Dubois"}, "+33 1 23 45 67 89": {"Claire Dubois"}, "01 23 45 67 89": {"Claire Dubois"},
		"+44 20 7946 0018": {"Thomas O'Brien", "Tom O'Brien"},
		"+1 555 010 0123":  {"Ada Ruiz"}, "+353 21 555 0142": {"Ida Keane"},
		"+49 711 5550199": nil, "+44 20 7946 0019": nil, "+49 655 010 0123": {"Ben Okafor"},
	} {
		got := found(names, Find(ix, Query{Text: query}))
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}

func TestWordsAroundANameAreLeftOutWhereNothingHasThem(t *testing.T) {
	ix, names := firstDayBook()
	for query, want := range map[string]string{
		"frau weiss": "Hannah Weiß", "Hr. Maier": "Jörg Maier", "the counsel hannah": "Hannah Weiß", "mr. mehta": "Raj Mehta", "jane smith phone": "Jane Smith",
		"Señora Smith": "Jane Smith", "call the coo": "Call the COO Raj Mehta", "frau nobody": "",
	} {
		hits := found(names, Find(ix, Query{Text: query}))
		if want == "" && len(hits) > 0 || want != "" && (len(hits) == 0 || hits[0] != want) {
			t.Errorf("%q finds %q, want %q", query, hits, want)
		}
	}
}

func TestFindNarrows(t *testing.T) {
	ix, names := small()
	for _, c := range []struct {
		query Query
		want  []string
	}{
		{Query{Text: "smith", Account: 1}, []string{"Jane Smith", "Smith Janeway", "Call Jane Smith"}},
		{Query{Text: "smith", Account: 1, Kinds: []model.Kind{model.KindAction}}, []string{"Call Jane Smith"}},
		{Query{Text: "ana", Account: 2}, []string{"Ana Ruiz"}},
		{Query{Text: "ana", Account: 2, OnlyAccount: true}, nil},
		{Query{Text: "smith", OnlyAccount: true}, []string{"Jonathan Smith"}},
		{Query{Text: "smith", Limit: 2, Kinds: []model.Kind{model.KindContact}}, []string{"John Smith", "Jane Smith"}},
	} {
		got := found(names, Find(ix, c.query))
		want := slices.Clone(c.want)
		if c.query.Limit == 2 { // two of equal length: the older stands first
			want = []string{"Jane Smith", "John Smith"}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%+v finds %q, want %q", c.query, got, want)
		}
	}
}

// A name that is all one letter does not keep a look-up busy: without a bound
// on its walk this test would not end.
func TestFindEnds(t *testing.T) {
	name := strings.Repeat("aaaaaaaa ", 30) + "b"
	ix := &memory{accounts: []string{"", Fold(name)}, shards: Build([]Row{{Kind: model.KindContact, Account: 1, Name: name, Detail: name, Address: name}})}
	Find(ix, Query{Text: strings.Repeat("a", 22) + "c"})
	Find(ix, Query{Text: strings.Repeat("a", 23) + "b"})
	Resolve(ix, Query{Text: strings.Repeat("ab", 11) + " " + strings.Repeat("a", 20) + "b"})
}

// naive says with plain string functions whether a term fits a row as written:
// what the first tier promises, without masks, shards or scores.
func naive(term string, r Row, account string) bool {
	short := len(term) <= 2 && term[0] < 0x80
	holds := func(text string, inside bool) bool {
		text = Fold(text)
		if inside && !short || term[0] >= 0x80 {
			return strings.Contains(text, term)
		}
		for i := range text {
			if strings.HasPrefix(text[i:], term) && (i == 0 || len(wordsOf(text[i-1:i])) == 0) {
				return true
			}
		}
		return false
	}
	letter := len(term) == 1 && term[0] < 0x80 // in an address one letter says nothing
	chained := func(text string) bool { return naiveChain(term, wordsOf(text)) }
	for _, k := range model.Kinds() {
		if k == r.Kind && (term == k.String() || len(term) > 3 && strings.HasPrefix(k.Plural(), term)) {
			return true
		}
	}
	return holds(r.Name, true) || holds(account, true) || holds(r.Detail, false) || !letter && holds(r.Address, false) ||
		chained(r.Name) || chained(r.Detail) || chained(account)
}

// wordsOf are the words of a text as the index knows them.
func wordsOf(text string) []string {
	return strings.FieldsFunc(Fold(text), func(c rune) bool { return c < 0x80 && !('a' <= c && c <= 'z' || '0' <= c && c <= '9') })
}

// naiveChain says whether the term is the beginnings of two or more words in
// turn, from any word on.
func naiveChain(term string, words []string) bool {
	var spell func(rest string, words []string, used int) bool
	spell = func(rest string, words []string, used int) bool {
		if rest == "" {
			return used > 1
		}
		if len(words) == 0 {
			return false
		}
		for n := 1; n <= len(rest); n++ {
			if strings.HasPrefix(words[0], rest[:n]) && spell(rest[n:], words[1:], used+1) {
				return true
			}
		}
		return used > 0 && (len(words[0]) == 1 || isSmallWord([]byte(words[0]))) && spell(rest, words[1:], used)
	}
	for i := range words {
		if spell(term, words[i:], 0) {
			return true
		}
	}
	return false
}

// The first tier finds exactly the rows that plain string functions find,
// however they lie in shards.
func TestFindIsTheNaiveSearch(t *testing.T) {
	words := []string{"jane", "Smith", "Smithson", "Renée", "o'hare", "王小", "CTO", "Chief Technology Officer", "van", "de", "A.", "x@y.example", "anna", "ann"}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.Map(rapid.SliceOfN(rapid.SampledFrom(words), 1, 3), func(w []string) string { return strings.Join(w, " ") })
		ix := &memory{accounts: []string{"", "freshkart grocers", "anna & smith"}}
		rows := make([]Row, rapid.IntRange(1, 40).Draw(t, "rows"))
		for i := range rows {
			rows[i] = Row{
				ID: model.ID{15: byte(i)}, Kind: rapid.SampledFrom([]model.Kind{model.KindContact, model.KindAction}).Draw(t, "kind"),
				Account: rapid.Uint32Range(0, 2).Draw(t, "account"), Name: text.Draw(t, "name"), Detail: text.Draw(t, "detail"), Address: text.Draw(t, "address"),
			}
		}
		ix.shards = Build(rows)
		query := rapid.OneOf(text, rapid.SampledFrom([]string{"s", "an", "js", "cto smi", "janes", "hart", "vande", "ith", "contact a", "小", "fg", "as", "jvs", "cteo"})).Draw(t, "query")
		want := map[model.ID]bool{}
		list := terms(query)
		for _, r := range rows {
			all := true
			for _, term := range list {
				all = all && naive(term.plain, r, ix.accounts[r.Account])
			}
			if all {
				want[r.ID] = true
			}
		}
		m := newMatcher(ix, Query{Text: query})
		got := map[model.ID]bool{}
		for _, c := range m.scan(ix.shards, len(rows)) {
			got[c.ID] = true
		}
		for _, r := range rows {
			// A login that goes round ("smithj") is the one thing naive leaves out.
			if want[r.ID] && !got[r.ID] || got[r.ID] && !want[r.ID] && !goesRound(list, r) {
				t.Fatalf("%q in %+v of %q: found %v, want %v", query, r, ix.accounts[r.Account], got[r.ID], want[r.ID])
			}
		}
	})
}

func goesRound(list []term, r Row) bool {
	name := wordsOf(r.Name)
	return slices.ContainsFunc(list, func(t term) bool { return t.runes > 3 && naiveChain(t.plain, slices.Concat(name, name)) })
}

// Hits are the same however the rows are cut into shards and whoever scans
// them, and a shorter list is the beginning of a longer one.
func TestFindDoesNotDependOnTheSplit(t *testing.T) {
	records := modeltest.Generate(1, 1500, today)
	ix, rows := indexOf(t, records)
	shuffled := slices.Clone(rows)
	rand.New(rand.NewPCG(5, 6)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	other := &memory{accounts: ix.accounts, notes: ix.notes}
	for from := 0; from < len(shuffled); from += 100 {
		other.shards = append(other.shards, Build(shuffled[from:min(len(shuffled), from+100)])...)
	}
	alone := &memory{accounts: ix.accounts, notes: ix.notes, shards: ix.shards[:len(ix.shards):len(ix.shards)]}
	all, _ := allMeant(ix, rows, records)
	for _, query := range typed(all, 1) {
		want := Find(ix, Query{Text: query, Limit: 30})
		if got := Find(other, Query{Text: query, Limit: 30}); !slices.Equal(got, want) {
			t.Fatalf("%q: %v in other shards, %v in these", query, got, want)
		}
		previous := runtime.GOMAXPROCS(1)
		got := Find(alone, Query{Text: query, Limit: 30})
		runtime.GOMAXPROCS(previous)
		if !slices.Equal(got, want) {
			t.Fatalf("%q: %v on one goroutine, %v on two", query, got, want)
		}
		if few := Find(ix, Query{Text: query, Limit: 7}); !slices.Equal(few, want[:min(7, len(want))]) {
			t.Fatalf("%q: the first seven %v, of thirty %v", query, few, want)
		}
	}
}

// A page that cannot be read panics in the goroutine that called.
func TestScanHandsFaultsOn(t *testing.T) {
	ix, _ := bookOf(t, 3000)
	if len(ix.shards) < scanShards {
		t.Fatal("the book is too small for two goroutines")
	}
	m := newMatcher(ix, Query{Text: "jane"})
	m.accounts = nil // what a scan reads first is gone
	defer func() {
		if recover() == nil {
			t.Error("no panic reached the caller")
		}
	}()
	m.scan(ix.shards, 10)
}

func TestRowOf(t *testing.T) {
	book := model.NewBook(modeltest.Generate(3, 100, today))
	seen := map[model.Kind]bool{}
	for _, r := range book.Records() {
		row, ok := RowOf(r, book.Name)
		_, bare := RowOf(r, nil)
		if ok != bare {
			t.Errorf("%s %s: looked up with names %v, without %v", r.Kind(), row.Name, ok, bare)
		}
		if ok {
			seen[r.Kind()] = true
			if row.ID != r.Base().ID || row.Kind != r.Kind() || row.Name != book.Name(row.ID) {
				t.Errorf("row %+v of %s", row, book.Name(r.Base().ID))
			}
		}
	}
	for _, k := range []model.Kind{model.KindContact, model.KindAccount, model.KindAction, model.KindTeammate, model.KindReview} {
		if !seen[k] {
			t.Errorf("no %s is looked up", k)
		}
	}
	if seen[model.KindLine] || seen[model.KindRelationship] {
		t.Error("titles made of others' names are looked up")
	}
	c := &model.Contact{Name: "Robert Miller", PreferredName: "Bob", JobTitle: "CTO", Email: "rm@x.example", Phones: []string{"+1 (555) 010-0 x2"}, Concerns: "Risk", Head: model.Head{Tags: []string{"golf"}, Notes: "Met at the fair"}}
	if row, _ := RowOf(c, nil); row.Detail != "CTO" || row.Address != "rm@x.example 155501002 Bob bobby robbie chief technology officer golf" {
		t.Errorf("row %+v", row)
	}
	if note := NoteOf(c); note != "Robert Miller\nRisk\nMet at the fair" {
		t.Errorf("note %q", note)
	}
	if note := NoteOf(&model.Contact{Name: "X"}); note != "" {
		t.Errorf("note %q of nothing", note)
	}
}

func TestResolve(t *testing.T) {
	ix, names := small()
	for _, c := range []struct {
		query Query
		level Level
		want  []string
	}{
		{Query{Text: "jane smith"}, LevelExact, []string{"Jane Smith"}},
		{Query{Text: "smith jane"}, LevelExact, []string{"Jane Smith"}},
		{Query{Text: "Smith, Jane"}, LevelExact, []string{"Jane Smith"}},
		{Query{Text: "RENEE muller"}, LevelExact, []string{"Renée Müller"}},
		{Query{Text: "raj@freshkart.example"}, LevelExact, []string{"Raj Mehta"}},
		{Query{Text: "jane smi"}, LevelPrefix, []string{"Jane Smith", "Jane Smithers", "Smith Janeway", "Call Jane Smith"}},
		{Query{Text: "jane smi", Account: 2}, LevelPrefix, []string{"Jane Smithers"}},
		{Query{Text: "jane smi", Kinds: []model.Kind{model.KindAction}}, LevelPrefix, []string{"Call Jane Smith"}},
		{Query{Text: "freshkart"}, LevelPrefix, []string{"FreshKart Grocers"}},
		{Query{Text: "raj fresh"}, LevelPrefix, []string{"Raj Mehta"}},
		{Query{Text: "smith cto"}, LevelPrefix, []string{"Jane Smith"}},
		{Query{Text: "cto freshkart"}, LevelLookUp, []string{"Jane Smith"}},
		{Query{Text: "jane smiht"}, LevelLookUp, []string{"Jane Smith"}},
		{Query{Text: "jsmith"}, LevelLookUp, []string{"Jane Smith", "John Smith", "Jane Smithers", "Jonathan Smith"}},
		{Query{Text: "jane smi", Limit: 1}, LevelPrefix, []string{"Jane Smith"}},
		{Query{Text: "xyzzy"}, 0, nil},
		{Query{Text: "kubernetes"}, 0, nil}, // in somebody's notes, which are no name
		{Query{Text: " "}, 0, nil},
	} {
		level, hits := Resolve(ix, c.query)
		if got := found(names, hits); level != c.level || !slices.Equal(got, c.want) {
			t.Errorf("%+v is %v at level %d, want %v at %d", c.query, got, level, c.want, c.level)
		}
	}
}

func FuzzQuery(f *testing.F) {
	ix, _ := small()
	f.Add("jane smiht")
	f.Add("\xff 王 a.@")
	f.Fuzz(func(t *testing.T, text string) {
		hits := Find(ix, Query{Text: text})
		if !slices.IsSortedFunc(hits, func(a, b Hit) int { return b.Score - a.Score }) {
			t.Fatalf("%q: %v is not in order", text, hits)
		}
		Resolve(ix, Query{Text: text})
	})
}

func ExampleFold() {
	fmt.Println(Fold("  Renée O’Hare-Żak "))
	// Output: renee ohare-zak
}

// Of hits that answer equally well those of the open account come first, in a
// short list as in a long one, and nothing else changes.
func TestTheOpenAccountComesFirstAmongEquals(t *testing.T) {
	records := modeltest.Generate(1, 1500, today)
	ix, rows := indexOf(t, records)
	all, _ := allMeant(ix, rows, records)
	moved := 0
	for i, query := range typed(all, 1) {
		open := uint32(1 + i%(len(ix.accounts)-1))
		closed := Find(ix, Query{Text: query, Limit: len(rows)})
		want := slices.Clone(closed)
		away := func(h Hit) int {
			if h.Account == open {
				return 0
			}
			return 1
		}
		slices.SortStableFunc(want, func(a, b Hit) int { return cmp.Or(cmp.Compare(b.Score, a.Score), away(a)-away(b)) })
		if got := Find(ix, Query{Text: query, Open: open, Limit: len(rows)}); !slices.Equal(got, want) {
			t.Fatalf("%q with account %d open: %v, want %v", query, open, got, want)
		}
		if few := Find(ix, Query{Text: query, Open: open, Limit: 7}); !slices.Equal(few, want[:min(7, len(want))]) {
			t.Fatalf("%q with account %d open: the first seven %v, of all %v", query, open, few, want)
		}
		if !slices.Equal(closed, want) {
			moved++
		}
	}
	if moved == 0 {
		t.Error("no account that was open changed any order")
	}
}
