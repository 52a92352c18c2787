package exchange

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"astute/model"

	"pgregory.net/rapid"
)

// newIDs returns a source of ids that is the same in every run.
func newIDs() func() model.ID {
	ids := model.IDs{Entropy: func(b []byte) (int, error) { return len(b), nil }}
	return func() model.ID { return ids.New(time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)) }
}

var today = model.NewDate(2026, time.March, 31)

// set sets fields given as name, text pairs and fails the test on an error.
func set(t interface{ Fatalf(string, ...any) }, r model.Record, pairs ...string) model.Record {
	for i := 0; i < len(pairs); i += 2 {
		f, ok := model.FieldNamed(r.Fields(), pairs[i])
		if !ok {
			t.Fatalf("%s has no field %s", r.Kind(), pairs[i])
		}
		if err := f.Set(model.Input{Today: today}, pairs[i+1]); err != nil {
			t.Fatalf("%v", err)
		}
	}
	return r
}

// anyText draws text that cleans to something; long text may have lines.
func anyText(t *rapid.T, label string) string {
	return rapid.OneOf(rapid.StringN(0, 12, -1), rapid.SampledFrom([]string{
		"=1+1", "'quoted", "-5", "+49 30 1", "@me", "a;b", "a\\;b", `"`, "a, b", "x\ny", "", "\t", "=", "'", "''=x", "0.5", "Zoë 🎉", "\\", "a\\", ";",
		"---", " a", "-", "Copyright", "Grand Totals", "N/A", "1/2/2026",
	})).Draw(t, label)
}

// anyRecord draws a record of the kind with random fields that the door takes.
// ids are what links may point to.
func anyRecord(t *rapid.T, kind model.Kind, id model.ID, targets map[model.Kind][]model.ID) model.Record {
	r := model.New(kind, id)
	for _, f := range r.Fields() {
		if f.Fixed || !f.Needed && rapid.IntRange(0, 2).Draw(t, "skip") > 0 {
			continue
		}
		typed := ""
		switch f.Type() {
		case model.TypeText:
			typed = anyText(t, f.Name)
			if f.IsCurrency() {
				typed = "EUR"
			}
		case model.TypeTexts:
			typed = anyText(t, f.Name) + "\n" + anyText(t, f.Name)
		case model.TypeNumber:
			typed = rapid.SampledFrom([]string{"0", "-1.5", "150000", "0.000000001", "9223372036854775807"}).Draw(t, f.Name)
			if f.IsYear() {
				typed = model.Year(rapid.IntRange(1900, 2999).Draw(t, f.Name)).String()
			}
		case model.TypeMoney:
			typed = rapid.SampledFrom([]string{"1250000 USD", "-3.25 EUR", "7 JPY", "1.234 KWD", "0 GBP"}).Draw(t, f.Name)
		case model.TypeDate:
			typed = rapid.SampledFrom([]string{"2026-03-31", "0001-01-01", "9999-12-31", "2024-02-29"}).Draw(t, f.Name)
		case model.TypeBool:
			typed = "yes"
		case model.TypeChoice:
			typed = rapid.SampledFrom(f.Words()).Draw(t, f.Name).Name
		case model.TypeChoices:
			typed = rapid.SampledFrom(f.Words()).Draw(t, f.Name).Name + "," + rapid.SampledFrom(f.Words()).Draw(t, f.Name).Name
		case model.TypeLink, model.TypeLinks:
			var all []string
			for _, k := range model.Kinds() {
				if f.Kinds == nil || contains(f.Kinds, k) {
					for _, id := range targets[k] {
						all = append(all, id.String())
					}
				}
			}
			if len(all) == 0 {
				continue
			}
			typed = rapid.SampledFrom(all).Draw(t, f.Name)
			if f.Type() == model.TypeLinks {
				typed += "\n" + rapid.SampledFrom(all).Draw(t, f.Name)
			}
		}
		if f.Needed && model.CleanLine(strings.ReplaceAll(typed, ",", "")) == "" {
			typed = "name of " + typed
		}
		if err := f.Set(model.Input{Today: today}, typed); err != nil {
			t.Fatalf("%v", err)
		}
	}
	r.Base().Created, r.Base().Changed = 1774947600123, 1774947600456
	return r
}

func contains[T comparable](list []T, x T) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

func TestRecordJSON(t *testing.T) {
	id := newIDs()
	ana := set(t, model.New(model.KindTeammate, id()), "name", "Ana Ruiz")
	account := set(t, model.New(model.KindAccount, id()), "name", "FreshKart <\"Grocers\">", "annual_revenue", "1.25m USD", "employees", "150000",
		"plan_start", "2026-03-31", "owner", ana.Base().ID.String(), "team", ana.Base().ID.String(), "offerings", "food\nfuel", "relationship", "customer")
	account.Base().Created = model.InstantOf(time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC))
	names := model.NewBook([]model.Record{ana, account}).Name
	got := string(RecordJSON(account, names))
	want := `{"id":"` + account.Base().ID.String() + `","kind":"account","name":"FreshKart <\"Grocers\">","employees":150000,` +
		`"annual_revenue":{"amount":"1250000.00","currency":"USD"},"owner":"Ana Ruiz","owner_id":"` + ana.Base().ID.String() + `","plan_start":"2026-03-31",` +
		`"team":["Ana Ruiz"],"team_ids":["` + ana.Base().ID.String() + `"],"relationship":"Customer","offerings":["food","fuel"],"created":"2026-03-01T09:00:00.000Z"}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := string(RecordJSON(account, nil)); !strings.Contains(got, `"owner":null,"owner_id":"`) {
		t.Errorf("a link that nobody can name is not null: %s", got)
	}
	for _, r := range []model.Record{ana, set(t, model.New(model.KindContact, id()), "name", "Raj")} {
		if got := string(RecordJSON(r, names)); !strings.Contains(got, `"account":null`) || strings.Contains(got, "account_id") {
			t.Errorf("of no account: %s", got)
		}
	}
	jane := set(t, model.New(model.KindContact, id()), "name", "Jane", "account", account.Base().ID.String())
	if got := string(RecordJSON(jane, names)); strings.Count(got, `"account":`) != 1 || strings.Contains(got, `"account":null`) {
		t.Errorf("of an account: %s", got)
	}
	action := set(t, model.New(model.KindAction, id()), "title", "Pilot")
	if got := string(RecordJSON(action, names)); !strings.Contains(got, `"name":"Pilot"`) || !strings.Contains(got, `"title":"Pilot"`) {
		t.Errorf("an action has no name: %s", got)
	}
}

func TestWriteJSONOfNothing(t *testing.T) {
	var b bytes.Buffer
	if err := WriteJSON(&b, nil, nil); err != nil || b.String() != "[]\n" {
		t.Errorf("got %q, %v", b.String(), err)
	}
}

// The keys of an object must not depend on luck: no field may be called what
// another member is called.
func TestKeysOfAllKindsDiffer(t *testing.T) {
	for _, kind := range model.Kinds() {
		seen := map[string]bool{"id": true, "kind": true, unknownKey: true}
		for _, f := range model.New(kind, model.ID{}).Fields() {
			keys := []string{f.Name}
			switch f.Type() {
			case model.TypeLink:
				keys = append(keys, f.Name+"_id")
			case model.TypeLinks:
				keys = append(keys, f.Name+"_ids")
			}
			for _, key := range keys {
				if seen[key] {
					t.Errorf("%s has two members called %q", kind, key)
				}
				seen[key] = true
			}
		}
	}
}

// anyBook draws records of every kind, linked to each other.
func anyBook(t *rapid.T) []model.Record {
	newID, targets := newIDs(), map[model.Kind][]model.ID{}
	var records []model.Record
	for _, kind := range model.Kinds() {
		for range rapid.IntRange(0, 2).Draw(t, kind.String()) + 1 {
			targets[kind] = append(targets[kind], newID())
		}
	}
	for _, kind := range model.Kinds() {
		for _, id := range targets[kind] {
			r := anyRecord(t, kind, id, targets)
			if model.Check(r) == nil {
				records = append(records, r)
			}
		}
	}
	return records
}

// What scripts read is what the record holds: every string survives.
func TestWriteJSONHoldsEveryText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := anyBook(t)
		book := model.NewBook(records)
		var b bytes.Buffer
		if err := WriteJSON(&b, book.Records(), book.Name); err != nil {
			t.Fatal(err)
		}
		var list []map[string]any
		if err := json.Unmarshal(b.Bytes(), &list); err != nil {
			t.Fatalf("%v in %s", err, b.String())
		}
		for i, r := range book.Records() {
			if list[i]["name"] != model.Title(r, book.Name) {
				t.Fatalf("name %q of %q", list[i]["name"], model.Title(r, book.Name))
			}
			for _, f := range r.Fields() {
				if f.Type() != model.TypeText || f.Hidden || f.Name == "name" {
					continue
				}
				if got, _ := list[i][f.Name].(string); got != f.Text() {
					t.Fatalf("%s is %q, not %q", f.Name, got, f.Text())
				}
			}
		}
	})
}

func TestBookRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := anyBook(t)
		records[0].Base().Unknown = []model.UnknownField{{Num: 901, Text: "from\nafter"}, {Num: 77, Text: `"`}}
		records[0].Base().Origin = "kept\tas it is"
		var first, second bytes.Buffer
		if err := WriteBook(&first, records); err != nil {
			t.Fatal(err)
		}
		back, err := ReadBook(bytes.NewReader(first.Bytes()))
		if err != nil {
			t.Fatalf("%v in\n%s", err, first.String())
		}
		if err := WriteBook(&second, back); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Fatalf("other bytes:\n%s\n%s", first.String(), second.String())
		}
		byID := model.NewBook(records)
		for _, r := range back {
			if was := byID.Get(r.Base().ID); !model.Equal(was, r) || was.Base().Created != r.Base().Created || was.Base().Changed != r.Base().Changed {
				t.Fatalf("another record: %s", RecordJSON(r, nil))
			}
		}
		if len(back) != len(records) {
			t.Fatalf("%d records of %d", len(back), len(records))
		}
	})
}

func TestReadBookRefuses(t *testing.T) {
	id := newIDs()
	var b bytes.Buffer
	account := set(t, model.New(model.KindAccount, id()), "name", "Acme")
	if err := WriteBook(&b, []model.Record{account}); err != nil {
		t.Fatal(err)
	}
	whole := b.String()
	sumless := whole[:strings.Index(whole, ",\n\"sha256\"")] + "\n}"
	edited := func(old, new string) string {
		if !strings.Contains(sumless, old) {
			t.Fatalf("%q is not in %s", old, sumless)
		}
		return strings.Replace(sumless, old, new, 1)
	}
	for _, tt := range []struct{ name, text, want string }{
		{"cut", whole[:len(whole)/2], "not a book"},
		{"changed", strings.Replace(whole, "Acme", "Acne", 1), "sha256 does not fit"},
		{"other json", `[{"name":"x"}]`, "not a book"},
		{"no schema", `{"records":[]}`, "names no schema"},
		{"newer", edited(`"schema": 1`, `"schema": 2`), "newer version"},
		{"unknown field", edited(`"name": "Acme"`, `"name": "Acme", "colour": "red"`), `no field "colour"`},
		{"unknown kind", edited(`"account"`, `"planet"`), `no kind "planet"`},
		{"no name", edited(`"Acme"`, `""`), "needs name"},
		{"bad word", edited(`"name": "Acme"`, `"name": "Acme", "tier": "best"`), "tier must be"},
		{"bad type", edited(`"name": "Acme"`, `"name": 7`), "name:"},
		{"bad id", edited(account.Base().ID.String(), "12"), "an id has 26"},
		{"twice", edited("\n]", ",\n"+sumless[strings.Index(sumless, "  {"):strings.LastIndex(sumless, "\n]")]+"\n]"), "there twice"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := ReadBook(strings.NewReader(tt.text)); err == nil || !strings.Contains(err.Error(), tt.want) || got != nil {
				t.Errorf("got %v, %v; want an error with %q", got, err, tt.want)
			}
		})
	}
	if list, err := ReadBook(strings.NewReader(edited("Acme", "Acme\u202e \\u001b[31m"))); err != nil || model.Title(list[0], nil) != "Acme" {
		t.Errorf("a file made by hand passes the door uncleaned: %v %v", list, err)
	}
}

func TestExtract(t *testing.T) {
	id := newIDs()
	boss := set(t, model.New(model.KindTeammate, id()), "name", "Boss")
	ana := set(t, model.New(model.KindTeammate, id()), "name", "Ana", "manager", boss.Base().ID.String())
	other := set(t, model.New(model.KindTeammate, id()), "name", "Other")
	acme := set(t, model.New(model.KindAccount, id()), "name", "Acme", "owner", ana.Base().ID.String())
	globex := set(t, model.New(model.KindAccount, id()), "name", "Globex", "owner", other.Base().ID.String())
	jane := set(t, model.New(model.KindContact, id()), "name", "Jane", "account", acme.Base().ID.String())
	stray := set(t, model.New(model.KindContact, id()), "name", "Stray")
	book := model.NewBook([]model.Record{boss, ana, other, acme, globex, jane, stray})
	names := func(list []model.Record) string {
		var all []string
		for _, r := range list {
			all = append(all, model.Title(r, nil))
		}
		return strings.Join(all, " ")
	}
	if got := names(Extract(book, acme.Base().ID)); got != "Acme Boss Ana Jane" {
		t.Errorf("Acme's file holds %q", got)
	}
	if got := names(Extract(book, model.ID{})); got != "Stray" {
		t.Errorf("the file of no account holds %q", got)
	}
}
