package exchange

import (
	"strings"
	"testing"

	"astute/model"
)

// peopleOf lists the names of the contacts of a book, in the order of the book.
func peopleOf(book *model.Book) string {
	var names []string
	for _, c := range model.All[*model.Contact](book) {
		names = append(names, c.Name)
	}
	return strings.Join(names, "|")
}

func TestNamesTurnedRound(t *testing.T) {
	for cells, want := range map[string]string{
		"Smith, John|Doe, Jane Marie|García Lorca, Federico":                                             "John Smith|Jane Marie Doe|Federico García Lorca",
		"Smith, John|van der Berg, Anna|Smith, Ann, Jr.|Madonna|Li, Wei|Roe, Max":                        "John Smith|Anna van der Berg|Ann Smith, Jr.|Madonna|Wei Li|Max Roe",
		"Smith, J.|Doe, Jane M.|Chen, Ma|Li, X.":                                                         "J. Smith|Jane M. Doe|Ma Chen|X. Li",
		"Jane Doe, MA|Ann Roe|Smith, MA|Kim, M.A.":                                                       "Jane Doe, MA|Ann Roe|Smith, MA|Kim, M.A.",
		"SMITH, JOHN|DOE, JANE":                                                                          "JOHN SMITH|JANE DOE",
		"Anna Bauer|Smith, John|Max Roe|Ann Li":                                                          "Anna Bauer|John Smith|Max Roe|Ann Li",
		"Anna Bauer|John Smith, Jr.|Jane Doe, Ph.D.|Jim Roe, CISA|Smith, MD|Ann Li, CFO|Ina Ott, Berlin": "Anna Bauer|John Smith, Jr.|Jane Doe, Ph.D.|Jim Roe, CISA|Smith, MD|Ann Li, CFO|Ina Ott, Berlin",
		"Anna Bauer|Acme, Inc.|Miller, Smith & Sons|Roe, Ltd":                                            "Anna Bauer|Acme, Inc.|Miller, Smith & Sons|Roe, Ltd",
	} {
		text := "Full Name;Company\n"
		for _, cell := range strings.Split(cells, "|") {
			text += cell + ";Acme\n"
		}
		res, book := run(t, empty(), ImportOptions{}, "a.csv", text)
		if got := peopleOf(book); got != want {
			t.Errorf("%s: %s, want %s", cells, got, want)
		}
		if said := strings.Contains(notes(res), "turned round"); said != (cells != want) {
			t.Errorf("%s:\n%s", cells, notes(res))
		}
		again(t, book, ImportOptions{}, "a.csv", text)
	}
	text := "Full Name;Email;Company;Reports To\nSmith, John;john@acme.com;Acme;\nDoe, Jane;jane@acme.com;Acme;Smith, John\n"
	res, book := run(t, empty(), ImportOptions{}, "a.csv", text)
	if !strings.Contains(notes(res), `a.csv: 2 names have the family name first and were turned round: "Smith, John" is "John Smith"`) ||
		the[*model.Contact](t, book, "Jane Doe").ReportsTo != the[*model.Contact](t, book, "John Smith").ID {
		t.Errorf("%s\n%s", notes(res), dump(book))
	}
	// Who is here by the name as it was written is the same person.
	book = model.NewBook([]model.Record{&model.Contact{Head: model.Head{ID: newIDs()()}, Name: "Smith, John", Email: "john@acme.com"}})
	if _, book = run(t, book, ImportOptions{}, "a.csv", text); len(book.Of(model.KindContact)) != 2 {
		t.Errorf("%s", dump(book))
	}
}

func TestStructuredNames(t *testing.T) {
	for name, want := range map[string]string{
		"Smith, John": "Smith;John;;;", "John Smith, Jr.": "Smith;John;;;Jr.", "Smith, Ann, Jr.": "Smith;Ann;;;Jr.", "Jane Doe": "Doe;Jane;;;", "Madonna": "Madonna;;;;",
	} {
		if got := structuredName(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// A line of the notes goes when what it holds can be read, and nobody changed it.
func TestNoteGoesWhenItIsRead(t *testing.T) {
	text := "Full Name;Email;Company;Since;Fax\nJane;jane@acme.com;Acme;3/4/2026;1\n"
	res, book := run(t, empty(), ImportOptions{}, "a.csv", text)
	if len(res.Errors) != 1 || the[*model.Contact](t, book, "Jane").Notes != "Since: 3/4/2026\nFax: 1" {
		t.Fatalf("%+v\n%s", res.Errors, dump(book))
	}
	jane := the[*model.Contact](t, book, "Jane")
	changed := model.Clone[model.Record](jane).(*model.Contact)
	_, read := run(t, book, ImportOptions{Dates: "dmy"}, "a.csv", text)
	if jane := the[*model.Contact](t, read, "Jane"); jane.Notes != "Fax: 1" || jane.Since.String() != "2026-04-03" {
		t.Errorf("%s", RecordJSON(jane, nil))
	}
	again(t, read, ImportOptions{Dates: "dmy"}, "a.csv", text)
	changed.Notes = "Since: 3/4/2026, she says\nFax: 1"
	_, read = run(t, book.With(model.Change{Before: jane, After: changed}), ImportOptions{Dates: "dmy"}, "a.csv", text)
	if jane := the[*model.Contact](t, read, "Jane"); jane.Notes != changed.Notes {
		t.Errorf("%s", RecordJSON(jane, nil))
	}
	// Of two rows that differ the line of the second stays.
	twice := "Full Name;Email;Company;Job Title\nJane;jane@acme.com;Acme;CTO\nJane;jane@acme.com;Acme;CIO\n"
	_, book = run(t, empty(), ImportOptions{}, "a.csv", twice)
	_, book = run(t, book, ImportOptions{Dates: "dmy"}, "a.csv", twice)
	if jane := the[*model.Contact](t, book, "Jane"); jane.Notes != "Job Title: CIO" {
		t.Errorf("%s", RecordJSON(jane, nil))
	}
}

// Companies all of whose people are here, in one account that is called alike, are
// that account.
func TestNoAccountWithoutPeople(t *testing.T) {
	_, book := run(t, empty(), ImportOptions{}, "a.csv", "Full Name,Email,Company\nJane,jane@acme.com,ACME CORP\nRaj,raj@acme.com,ACME CORP\nAnna,anna@other.com,Other\n")
	for rows, want := range map[string]int{
		"Jane,,jane@acme.com,ACME Corporation\nRaj,,raj@acme.com,ACME Corporation\n": 2,
		"Jane,,jane@acme.com,Acme Retail Europe\n":                                   2, // by the domain
		"Jane,,jane@acme.com,ACME Corporation\nNew,,new@acme.com,ACME Corporation\n": 3, // somebody is new
		"Jane,,jane@acme.com,Bolt\n":                                                 3, // called otherwise
		"Jane,,jane@acme.com,ACME Ltd\nAnna,,anna@other.com,ACME Ltd\n":              3, // of two accounts
	} {
		text := "First Name,Last Name,Email,Company\n" + rows
		res, after := run(t, book, ImportOptions{}, "b.csv", text)
		if got := len(after.Of(model.KindAccount)); got != want {
			t.Errorf("%s: %d accounts, want %d\n%s", rows, got, want, notes(res))
		}
		if said := strings.Contains(notes(res), "taken for one here of another name, in which all its people are: "); said != (want == 2) {
			t.Errorf("%s:\n%s", rows, notes(res))
		}
		again(t, after, ImportOptions{}, "b.csv", text)
	}
}
