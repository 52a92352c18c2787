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
