package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
	"astute/model/modeltest"
	"astute/ui/uitest"
)

// twice returns the worked example with a second Jane Smith, from a card, and
// what she promised.
func twice(t *testing.T) string {
	t.Helper()
	path := uitest.Example(t)
	s := uitest.Open(t, path, "")
	jane := contact(t, path, "Jane Smith")
	id := func() model.ID { return s.NewID(uitest.Now()) }
	again := &model.Contact{Head: model.Head{ID: id(), Account: jane.Account, Notes: "Met at the fair."}, Name: "Smith, Jane", JobTitle: "Chief Technology Officer",
		Email: "jane@freshkart.example", Phones: []string{"+1 555 0199"}}
	due := &model.Action{Head: model.Head{ID: id(), Account: jane.Account}, Name: "Send the slides", Owner: again.ID}
	uitest.Write(t, path, model.Created("a card", again, due))
	return path
}

// duplicatesIn opens the list by the palette.
func duplicatesIn(t *testing.T, path string, w, h int) *uitest.Screen {
	t.Helper()
	return uitest.Workspace(t, path, w, h).Keys(":").Type("duplicates").Keys("enter")
}

func TestWhoIsThereTwiceIsMergedFieldByField(t *testing.T) {
	path := twice(t)
	for _, size := range sizes[1:4] {
		s := duplicatesIn(t, path, size.w, size.h).Shows("Who may be there twice", "Jane Smith = Smith, Jane", "the same name").Golden(fmt.Sprintf("duplicates-%dx%d", size.w, size.h))
		s.Keys("enter").Shows("A stays: Jane", "B goes: Smith", "They differ").Golden(fmt.Sprintf("merge-%dx%d", size.w, size.h))
		s.Keys("esc", "esc").Hides("Who may be there twice")
	}
	s := duplicatesIn(t, path, 120, 40).Keys("enter", "j").Shows("* CTO", "Chief Technology Officer")
	s.Keys("+").Shows("title holds one value: take a or b").Keys("right").Shows("* Chief Technology Officer").Keys("left").Shows("* CTO").Keys("b")
	s.Keys("ctrl+s").Shows("merged Smith, Jane into Jane Smith", "u takes it back", "No two look like one")
	jane := contact(t, path, "Jane Smith")
	if jane.JobTitle != "Chief Technology Officer" || !strings.HasPrefix(jane.Notes, "Met at the fair.\nName: Smith, Jane\nTitle: CTO\n") || jane.Email != "jane.smith@freshkart.example" {
		t.Errorf("she is %+v", jane)
	}
	for _, a := range actionsOf(t, path) {
		if a.Name == "Send the slides" && a.Owner != jane.ID {
			t.Error("what she promised is nobody's now")
		}
	}
	s.Keys("u").Shows("Jane Smith = Smith, Jane")
	if contact(t, path, "Smith, Jane") == nil || contact(t, path, "Jane Smith").JobTitle != "CTO" {
		t.Error("taking it back did not bring both back")
	}
}

func TestTheOtherOneStays(t *testing.T) {
	path := twice(t)
	s := duplicatesIn(t, path, 80, 24).Keys("enter", "j", "b", "x").Shows("A stays: Smith", "B goes: Jane").Keys("ctrl+s").Shows("merged Jane Smith into Smith, Jane")
	s.Keys("esc")
	got := contact(t, path, "Jane Smith")
	if got.JobTitle != "Chief Technology Officer" || got.Email != "jane.smith@freshkart.example" || got.Support == 0 {
		t.Errorf("she is %+v", got)
	}
}

func TestTwoWhoAreTwoAreSuggestedNoMore(t *testing.T) {
	path := twice(t)
	s := duplicatesIn(t, path, 80, 24).Keys("d").Shows("Jane Smith and Smith, Jane are two", "No two look like one")
	s.Keys("u").Shows("Jane Smith = Smith, Jane").Keys("enter", "d").Shows("No two look like one", "Who may be there twice")
	duplicatesIn(t, path, 80, 24).Shows("No two look like one")
}

func TestNobodyIsThereTwice(t *testing.T) {
	s := duplicatesIn(t, uitest.Example(t), 60, 20).Shows("No two look like one in the whole book").Golden("duplicates-none-60x20")
	s.Keys("enter").Shows("there is no pair in the list").Keys("d").Shows("there is no pair").Keys("t").Shows("in this account").Keys("t", "r", "y", "j", "k", "G", "?").Shows("side by side").Keys("esc", "esc")
	s.Hides("Who may be there twice")
	s = uitest.Workspace(t, uitest.Empty(t), 60, 20).Type("Acme").Keys("enter").Keys(":").Type("duplicates").Keys("enter").Shows("No two look like one")
	s.Keys("esc", ":").Type("duplicates").Keys("enter").Shows("Who may be there twice")
}

func TestAnAccountThatIsOpenIsMergedAway(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Open(t, path, "")
	again := &model.Account{Head: model.Head{ID: s.NewID(uitest.Now())}, Name: "FRESHKART-Grocers"}
	zoe := &model.Contact{Head: model.Head{ID: s.NewID(uitest.Now()), Account: again.ID}, Name: "Zoe Zimmer"}
	uitest.Write(t, path, model.Created("an import", again, zoe))
	w := uitest.Workspace(t, path, 120, 40).Keys("A").Type("FRESHKART-").Keys("enter", ":").Type("duplicates").Keys("enter").Shows("FreshKart Grocers = FRESHKART-Grocers", "called the same, but for capitals")
	w.Keys("enter").Shows("B goes: FRESHKART-Grocers").Keys("ctrl+s").Shows("merged FRESHKART-Grocers into FreshKart Grocers")
	w.Keys("esc").Shows("FreshKart Grocers").Keys("u").Keys("f").Type("zoe zimmer").Shows("FRESHKART-Grocers")
}

// Two people in two accounts wait for these: a key shows the accounts, and when
// they are one the two can be.
func TestFromTwoWhoWaitToTheirAccounts(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Open(t, path, "")
	again := &model.Account{Head: model.Head{ID: s.NewID(uitest.Now())}, Name: "Grocery Holding"}
	jane := &model.Contact{Head: model.Head{ID: s.NewID(uitest.Now()), Account: again.ID}, Name: "Jane Smith", Email: contact(t, path, "Jane Smith").Email}
	uitest.Write(t, path, model.Created("an import", again, jane))
	w := duplicatesIn(t, path, 120, 40).Shows("Jane Smith = Jane Smith")
	w.Keys("enter").Shows("cannot be merged", "o their accounts").Keys("o").Shows("stays: FreshKart Grocers", "B goes: Grocery Holding")
	w.Keys("esc", "esc", "o").Shows("B goes: Grocery Holding").Keys("ctrl+s").Shows("merged Grocery Holding into FreshKart Grocers")
	w.Keys("enter").Shows("A stays: Jane Smith").Hides("cannot be merged", "o their").Keys("o").Shows("both are in one account").Keys("ctrl+s").Shows("merged Jane Smith into Jane Smith")
}

func TestDuplicatesOfAThousandAccounts(t *testing.T) {
	path := uitest.Empty(t)
	records := modeltest.Generate(1, 5000, uitest.Today)
	var first *model.Contact
	for _, r := range records {
		if c, ok := r.(*model.Contact); ok && !c.Placeholder && !c.Left && !c.Account.IsZero() && c.Email != "" && first == nil {
			first = c
		}
	}
	again := model.Clone(first)
	again.ID[15] ^= 0x55
	again.ReportsTo, again.Origin = model.ID{}, ""
	uitest.Write(t, path, model.Created("import book.csv", append(records, again)...))
	s := duplicatesIn(t, path, 80, 24).Shows(first.Name+" = "+first.Name, "the same e-mail address")
	s.Keys("enter", "ctrl+s").Shows("Something was written since: r looks again").Hides(first.Name + " = " + first.Name)
	s.Keys("r").Hides("Something was written since").Keys("u").Shows("Something was written since").Keys("r").Shows(first.Name + " = " + first.Name)
}

func TestTwoSideBySideFitEverySizeWithoutLines(t *testing.T) {
	path := twice(t)
	for _, size := range sizes[1:] {
		s := plainWorkspace(t, path, size.w, size.h).Keys(":").Type("duplicates").Keys("enter", "enter").Shows("A stays", "B goes").Keys("j", "b", "G", "K", "?").Shows("take both").Keys("esc")
		if strings.ContainsAny(s.Text(), "┌│└─") {
			t.Errorf("lines are drawn on an ASCII terminal:\n%s", s.Text())
		}
	}
}
