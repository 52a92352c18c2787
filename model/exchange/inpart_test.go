package exchange

import (
	"slices"
	"strings"
	"testing"

	"astute/model"
)

// A boss whom the file calls by part of the name is found, in the account of
// the row and in nobody else's; between two there is no guessing.
func TestImportFindsABossByPartOfTheName(t *testing.T) {
	_, book := run(t, empty(), ImportOptions{}, "first.csv", strings.Join([]string{
		"Full Name,Job Title,Company",
		"Dr. Petra Vogel,CEO,Nordwind",
		"Hans Köhler-Braun,CFO,Nordwind",
		"Hans Köhler Adam,Buyer,Nordwind",
		"Dr. Uwe Blau,CEO,Südwind",
	}, "\n")+"\n")
	res, book := run(t, book, ImportOptions{}, "second.csv", strings.Join([]string{
		"Full Name,Boss,Company",
		"Ina Falk,Petra Vogel,Nordwind",
		"Jo Roth,Hans Kohler,Nordwind",
		"Udo Kern,Uwe Blau,Nordwind",
		"Petra,Pet Vog,Nordwind",
	}, "\n")+"\n")
	boss := func(name string) string {
		return book.Name(the[*model.Contact](t, book, name).ReportsTo)
	}
	if boss("Ina Falk") != "Dr. Petra Vogel" || boss("Petra") != "" || boss("Jo Roth") != "" || boss("Udo Kern") != "" {
		t.Errorf("%s", dump(book))
	}
	if notes := the[*model.Contact](t, book, "Jo Roth").Notes; notes != "Boss: Hans Kohler" {
		t.Errorf("the notes are %q", notes)
	}
	// "Pet Vog" may be anybody.
	if n := len(res.Unresolved); n != 3 {
		t.Fatalf("%+v", res.Unresolved)
	}
	jo, udo := res.Unresolved[0], res.Unresolved[1]
	slices.Sort(jo.CouldBe)
	if jo.Value != "Hans Kohler" || !slices.Equal(jo.CouldBe, []string{"Hans Köhler Adam (Buyer)", "Hans Köhler-Braun (CFO)"}) || udo.Value != "Uwe Blau" || udo.CouldBe != nil {
		t.Errorf("%+v", res.Unresolved)
	}
	if !slices.ContainsFunc(res.Notes, func(s string) bool { return strings.Contains(s, `Boss "Petra Vogel" was taken as Dr. Petra Vogel`) }) {
		t.Errorf("the notes of the import do not say who was taken: %q", res.Notes)
	}
}

// Two of one name are both named, with what tells them apart.
func TestImportNamesBothWhoAreCalledSo(t *testing.T) {
	res, _ := run(t, empty(), ImportOptions{}, "x.csv", "Full Name,Job Title,Boss,Company,Email\nHans Koehler,CFO,,Nordwind,a@nordwind.example\nHans Koehler,Buyer,,Nordwind,b@nordwind.example\nIna Falk,,Hans Koehler,Nordwind,\n")
	if len(res.Errors) != 1 || res.Errors[0].Reason != "2 are called so: Hans Koehler (CFO) and Hans Koehler (Buyer); it was kept in the notes" {
		t.Errorf("%+v", res.Errors)
	}
}

// A boss of whom only part of the name was known is set when the person comes.
func TestImportCompletesALinkByPartOfTheName(t *testing.T) {
	_, book := run(t, empty(), ImportOptions{}, "first.csv", "Full Name,Boss,Company\nIna Falk,Petra Vogel,Nordwind\n")
	_, book = run(t, book, ImportOptions{}, "second.csv", "Full Name,Company\nDr. Petra Vogel,Nordwind\n")
	if ina := the[*model.Contact](t, book, "Ina Falk"); book.Name(ina.ReportsTo) != "Dr. Petra Vogel" || ina.Notes != "" {
		t.Errorf("%s", dump(book))
	}
}

// A boss is found behind a salutation, and by an initial where only one fits.
func TestImportFindsABossByAShortName(t *testing.T) {
	_, book := run(t, empty(), ImportOptions{}, "first.csv", strings.Join([]string{
		"Full Name,Job Title,Company",
		"Wei Li,CEO,Nordwind", "Jane Smith,CFO,Nordwind", "Janine Meier,COO,Nordwind", "Karl Braun,Buyer,Nordwind", "Kai Braun,Buyer,Nordwind", "Dr. Eva Falk,CTO,Nordwind", "Udo Falk,Buyer,Nordwind",
	}, "\n")+"\n")
	said := map[string]string{
		"Dr. Li": "Wei Li", "Herr Li": "Wei Li", "Ms. Smith": "Jane Smith", "J. Smith": "Jane Smith", "Smith, J.": "Jane Smith", "Prof. Dr. Wei Li": "Wei Li", "Dr. Falk": "Dr. Eva Falk",
		"Jan Meier": "", "K. Braun": "", "R. Smith": "", "J. S.": "", "Dr.": "", "Smith, Jo": "",
	}
	text := "Full Name;Boss;Company\n"
	for name := range said {
		text += "Under " + strings.Map(func(r rune) rune { return map[bool]rune{true: r, false: 'x'}[r > ' ' && r != '.' && r != ','] }, name) + ";" + name + ";Nordwind\n"
	}
	_, book = run(t, book, ImportOptions{}, "second.csv", text)
	for name, want := range said {
		who := "Under " + strings.Map(func(r rune) rune { return map[bool]rune{true: r, false: 'x'}[r > ' ' && r != '.' && r != ','] }, name)
		if got := book.Name(the[*model.Contact](t, book, who).ReportsTo); got != want {
			t.Errorf("%s was taken as %q, not %q", name, got, want)
		}
	}
}
