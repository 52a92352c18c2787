package exchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"astute/model"
	"astute/model/modeltest"
)

// crew is a book of people of one account, or of the accounts named before "|".
type crew struct {
	next    func() model.ID
	records []model.Record
	homes   map[string]model.ID
}

func newCrew() *crew { return &crew{next: newIDs(), homes: map[string]model.ID{"": {}}} }

func (c *crew) account(name string) *model.Account {
	a := &model.Account{Head: model.Head{ID: c.next()}, Name: name}
	c.homes[name] = a.ID
	c.records = append(c.records, a)
	return a
}

// person adds a contact: account, name, e-mail, profile, title.
func (c *crew) person(account, name, email, profile, title string) *model.Contact {
	if _, ok := c.homes[account]; !ok {
		c.account(account)
	}
	p := &model.Contact{Head: model.Head{ID: c.next(), Account: c.homes[account]}, Name: name, Email: email, Profile: profile, JobTitle: title}
	c.records = append(c.records, p)
	return p
}

func (c *crew) book() *model.Book { return model.NewBook(c.records) }

// suggested writes suggestions as "A = B (reasons)".
func suggested(list []Duplicate) []string {
	var lines []string
	for _, d := range list {
		names := []string{model.Title(d.A, nil), model.Title(d.B, nil)}
		slices.Sort(names)
		lines = append(lines, strings.Join(names, " = ")+": "+strings.Join(d.Reasons, "; "))
	}
	return lines
}

func TestDuplicatesOfTwo(t *testing.T) {
	type one [5]string
	for name, c := range map[string]struct {
		a, b one
		want string // "" where they are two
	}{
		"same name":            {one{"X", "Jane Smith"}, one{"X", "jane  SMITH"}, "the same name, in one account"},
		"accents":              {one{"X", "René Müller"}, one{"X", "Rene Muller"}, "the same name, in one account"},
		"last name first":      {one{"X", "Smith, Jane"}, one{"X", "Jane Smith"}, "the same name, in one account"},
		"swapped":              {one{"X", "Smith Jane"}, one{"X", "Jane Smith"}, "the same name, in another order, in one account"},
		"typo":                 {one{"X", "Jane Hutchinson"}, one{"X", "Jane Hutchison"}, "the same name, but for a letter, in one account"},
		"two letters swapped":  {one{"X", "Micheal Brown"}, one{"X", "Michael Brown"}, "the same name, but for a letter, in one account"},
		"initial":              {one{"X", "J. Smith"}, one{"X", "Jane Smith"}, "the same name, one with an initial, in one account"},
		"short name":           {one{"X", "Bob Miller"}, one{"X", "Robert Miller"}, "the same name, one of them short for the other, in one account"},
		"middle name":          {one{"X", "Jane A. Smith"}, one{"X", "Jane Smith"}, "the same name, one with a middle name, in one account"},
		"same e-mail":          {one{"X", "Jane Smith", "jane@x.example"}, one{"Y", "J Smith", "JANE@x.example"}, "the same e-mail address"},
		"married":              {one{"X", "Jane Smith", "jane@x.example"}, one{"X", "Jane Miller", "jane@x.example"}, "the same e-mail address"},
		"same profile":         {one{"X", "Jane Smith", "", "https://www.linkedin.com/in/jane"}, one{"Y", "Jane Smith", "", "linkedin.com/in/jane/?x=1"}, "the same profile; the same name"},
		"at one domain":        {one{"X", "Jane Smith", "jane@x.example"}, one{"Y", "Jane Smith", "smith@x.example"}, "the same name; e-mail at the same domain; but they have different e-mail addresses"},
		"no account yet":       {one{"X", "Jane Smith"}, one{"", "Jane Smith"}, "the same name, and one has no account"},
		"accounts alike":       {one{"Acme Ltd", "Jane Smith"}, one{"ACME", "Jane Smith"}, "the same name, in accounts called alike"},
		"others":               {one{"X", "Jane Smith"}, one{"X", "Raj Mehta"}, ""},
		"other company":        {one{"X", "Jane Smith"}, one{"Y", "Jane Smith"}, ""},
		"siblings":             {one{"X", "Maria Rossi", "maria@x.example"}, one{"X", "Mario Rossi", "mario@x.example"}, ""},
		"office":               {one{"X", "Jane Smith", "info@x.example"}, one{"Y", "Raj Mehta", "info@x.example"}, ""},
		"the same free domain": {one{"X", "Jane Smith", "jane@gmail.com"}, one{"Y", "Jane Smith", "js@gmail.com"}, ""},
		"numbers":              {one{"X", "Buyer 1001"}, one{"X", "Buyer 1002"}, ""},
		"short words":          {one{"X", "Jane Hall"}, one{"X", "Jane Hill"}, ""},
		"no name":              {one{"X", "?"}, one{"X", "!"}, ""},
	} {
		crew := newCrew()
		crew.person(c.a[0], c.a[1], c.a[2], c.a[3], c.a[4])
		crew.person(c.b[0], c.b[1], c.b[2], c.b[3], c.b[4])
		list := Duplicates(crew.book(), model.KindContact)
		switch {
		case c.want == "" && len(list) > 0:
			t.Errorf("%s: suggested: %q", name, suggested(list))
		case c.want == "":
		case len(list) != 1:
			t.Errorf("%s: %d suggested", name, len(list))
		case !strings.HasPrefix(strings.Join(list[0].Reasons, "; "), c.want):
			t.Errorf("%s: because of %q, want %q", name, list[0].Reasons, c.want)
		}
	}
}

func TestDuplicatesLeaveOutWhoIsOnRecordAsTwo(t *testing.T) {
	two := func(change func(c *crew, a, b *model.Contact)) []Duplicate {
		c := newCrew()
		a, b := c.person("X", "Jane Smith", "", "", ""), c.person("X", "Jane Smith", "", "", "")
		change(c, a, b)
		return Duplicates(c.book())
	}
	for name, change := range map[string]func(c *crew, a, b *model.Contact){
		"one reports to the other": func(_ *crew, a, b *model.Contact) { a.ReportsTo = b.ID },
		"a line joins them": func(c *crew, a, b *model.Contact) {
			c.records = append(c.records, &model.Line{Head: model.Head{ID: c.next(), Account: a.Account}, From: b.ID, To: a.ID, Type: model.Conflicts})
		},
		"a seat": func(_ *crew, a, _ *model.Contact) { a.Placeholder = true },
		"said so": func(c *crew, a, b *model.Contact) {
			e := Apart(a, b, nil)
			if e.Label != "keep contact Jane Smith and Jane Smith apart" || len(e.Changes) != 1 {
				t.Errorf("the edit is %+v", e)
			}
			*a = *e.Changes[0].After.(*model.Contact)
		},
	} {
		if list := two(change); len(list) != 0 {
			t.Errorf("%s: suggested: %q", name, suggested(list))
		}
	}
	if len(two(func(*crew, *model.Contact, *model.Contact) {})) != 1 {
		t.Error("without a reason they are not suggested either")
	}
}

func TestDuplicatesOfAnAddressThatManyShare(t *testing.T) {
	c := newCrew()
	for i := range 133 {
		c.person("X", fmt.Sprintf("%c%c Person%c", 'A'+i%26, 'a'+i/26, 'a'+i%7), "team42@x.example", "", "")
	}
	if list := Duplicates(c.book()); len(list) != 0 {
		t.Errorf("%d suggested: %q", len(list), suggested(list[:1]))
	}
}

func TestDuplicatesOfAccounts(t *testing.T) {
	c := newCrew()
	for _, name := range []string{"FreshKart Grocers", "FRESHKART-Grocers", "Global Ventures", "Global Ventures, Inc.", "Northwind Bank", "Nortwind Bank", "Bank of Oslo", "Bank of Oulu", "Store 1001", "Store 1002"} {
		c.account(name)
	}
	want := []string{
		"FRESHKART-Grocers = FreshKart Grocers: called the same, but for capitals and punctuation",
		"Global Ventures = Global Ventures, Inc.: called the same, but for the legal form",
		"Northwind Bank = Nortwind Bank: called the same, but for a letter",
	}
	if got := suggested(Duplicates(c.book())); !slices.Equal(got, want) {
		t.Errorf("suggested: %q", got)
	}
}

func TestDuplicatesPutTheLikeliestFirst(t *testing.T) {
	c := newCrew()
	c.person("X", "J. Smith", "", "", "")
	full := c.person("X", "Jane Smith", "jane@x.example", "", "CTO")
	c.person("X", "Jane Smith", "jane@x.example", "", "")
	list := Duplicates(c.book())
	if len(list) != 3 || list[0].A != model.Record(full) || list[0].Score <= list[1].Score {
		t.Errorf("suggested: %q", suggested(list))
	}
	for range 5 {
		if again := Duplicates(c.book()); !slices.Equal(suggested(again), suggested(list)) {
			t.Errorf("suggested: %q", suggested(again))
		}
	}
}

// Nobody of the generated people is to be found twice by chance, and of those
// who are there twice nearly all.
func TestDuplicatesAreFoundAmongMany(t *testing.T) {
	records := modeltest.Generate(7, 3000, today)
	twice := map[model.ID]bool{}
	for _, r := range slices.Clone(records) {
		if c, ok := r.(*model.Contact); ok && !c.Placeholder && !c.Left && !c.Account.IsZero() && len(twice) < 100 {
			again := model.Clone(c)
			again.ID[15] ^= 0x55
			again.Name, again.Email, again.ReportsTo = strings.ToUpper(c.Name), "", model.ID{}
			records, twice[again.ID] = append(records, again), true
		}
	}
	list := Duplicates(model.NewBook(records), model.KindContact)
	found := 0
	for _, d := range list {
		if twice[d.A.Base().ID] || twice[d.B.Base().ID] {
			found++
		}
	}
	if found < 98 {
		t.Errorf("%d of 100 found", found)
	}
	t.Logf("%d suggested, %d of them made", len(list), found)
}

func BenchmarkDuplicates(b *testing.B) {
	book := model.NewBook(modeltest.Generate(1, 100_000, today))
	for b.Loop() {
		b.ReportMetric(float64(len(Duplicates(book))), "pairs")
	}
}

// People in two accounts can be made one only after their accounts: these come
// before them.
func TestAccountsComeBeforeThePeopleInBoth(t *testing.T) {
	_, book := run(t, empty(), ImportOptions{}, "people.csv",
		"Full Name,Company,Email,Phone\nJane Smith,Acme Ltd,jane@acme.com,555-1234567\nJane Smith,Acme Holding,jane@acme.com,555-1234567\nJo Green,Globex,jo@globex.com,\n")
	list := Duplicates(book)
	if len(list) < 2 || list[0].A.Kind() != model.KindAccount || list[1].A.Kind() != model.KindContact || list[0].Reasons[len(list[0].Reasons)-1] != "1 person may be in both" {
		for _, d := range list {
			t.Errorf("%d %s: %v", d.Score, d.A.Kind(), d.Reasons)
		}
		t.Fatal(len(list))
	}
}
