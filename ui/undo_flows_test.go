package ui_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/ui"
	"astute/ui/uitest"
)

func TestUndoAndRedoSayWhatTheyDid(t *testing.T) {
	s := example(t).Keys("3", "l", "l", "l", "l", "e", "o").Shows("Smith T-")
	s.Keys("u").Shows("undone: support of Jane Smith (Opponent -> Supporter), your edit just now", "Smith T+")
	s.Keys("U").Shows("redone: support of Jane Smith (Supporter -> Opponent)", "Smith T-")
}

func TestUndoSaysWhoseItWas(t *testing.T) {
	example(t).Keys("u").Shows("Take it back?", "before you came", "ago by ").Keys("y").Shows("undone", "ago by ")
}

func TestRedoOfNothingSaysSo(t *testing.T) {
	example(t).Keys("U").Shows("nothing to redo")
}

func TestUndoingTheOnlyAccountLeavesEmptyPanes(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 80, 24).Type("Acme").Keys("enter", "u")
	s.Hides("Which customer").Shows("undone: add account Acme", "U repeats it")
	s.Keys("1", "e").Shows("A makes one").Keys("E").Shows("A makes one").Keys("D").Shows("A makes one")
	s.Keys("j").Shows("U redo").Keys("U").Shows("redone: add account Acme").Keys("j").Shows("Acme")
}

func TestHeldUndoStopsAtTheBorderOfTheSession(t *testing.T) {
	path := uitest.Example(t)
	before := version(t, path)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter")
	s.Burst(strings.Repeat("u", 40)).Shows("Take it back?", "before you came", "ago by")
	s.Burst(strings.Repeat("u", 40)).Shows("Take it back?")
	if got := version(t, path); got != before+2 {
		t.Fatalf("%d edits were written, the title and its undo are two", got-before)
	}
	s.Keys("n").Hides("Take it back?")
	if got := contact(t, path, "Jane Smith").JobTitle; got != "CTO" {
		t.Fatalf("the title is %q", got)
	}
	s.Keys("U").Shows("redone: title of Jane Smith (CTO -> Boss)")
}

func TestALargeEditIsNotTakenBackUnasked(t *testing.T) {
	path := uitest.Empty(t)
	s := uitest.Workspace(t, path, 120, 40).Type("Acme").Keys("enter", "3")
	account := soleAccount(t, path)
	var people []model.Record
	st := uitest.Open(t, path, "somebody else")
	for i := range 101 {
		c := &model.Contact{Name: fmt.Sprint("Person ", i)}
		c.ID, c.Account = st.NewID(uitest.Now()), account
		people = append(people, c)
	}
	if _, err := st.Apply(model.Created("import contacts.csv", people...), uitest.Now()); err != nil {
		t.Fatal(err)
	}
	s.Tick().Shows("Person 100")
	s.Keys("u").Shows("Take it back?", "made elsewhere meanwhile", "import contacts.csv (101 created), just now by somebody else")
	s.Keys("y").Shows("undone: import contacts.csv").Keys("u").Shows("undone: add account Acme")
}

func TestUndoAsksWhenTheOfferedEditIsNotTheNewestAnyMore(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter")
	s.Shows("(u takes it back)")
	retitle(t, path, "Alan Brown", "Chief of money")
	s.Tick().Hides("(u takes it back)").Shows("changed elsewhere: title of Alan Brown (CFO -> Chief of money)")
	s.Keys("u").Shows("Take it back?", "edit contact Alan Brown", "by somebody else").Keys("n")
	if got := contact(t, path, "Alan Brown").JobTitle; got != "Chief of money" {
		t.Fatalf("the title is %q", got)
	}
}

func TestUndoBeforeTheNewsArrivedAsks(t *testing.T) {
	path := uitest.Example(t)
	a, b := uitest.Workspace(t, path, 120, 40), uitest.Workspace(t, path, 120, 40)
	a.Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter")
	a.Keys("e", "ctrl+u").Type("Bigger").Keys("enter")
	b.Tick().Keys("u", "y").Shows("undone: title of Jane Smith (Bigger -> Boss)")
	a.Keys("u").Shows("Take it back?", "elsewhere").Keys("esc")
	if got := contact(t, path, "Jane Smith").JobTitle; got != "Boss" {
		t.Fatalf("the title is %q", got)
	}
	a.Tick().Shows("taken back elsewhere: title of Jane Smith (Bigger -> Boss)")
}

func TestOnesOwnEditOfJustNowIsTakenBackUnaskedAfterARestart(t *testing.T) {
	path := uitest.Example(t)
	start := func(later time.Duration) *uitest.Screen {
		o := uitest.Options(t, path)
		now := uitest.Now().Add(later)
		o.Now = func() time.Time { return now }
		return uitest.Start(t, ui.New(o), 120, 40).Keys("3", "l")
	}
	start(0).Keys("e", "ctrl+u").Type("Boss").Keys("enter")
	start(11*time.Minute).Keys("u").Shows("Take it back?", "before this session").Keys("n")
	start(9 * time.Minute).Keys("u").Hides("Take it back?").Shows("undone: title of Jane Smith")
	start(12*time.Minute).Keys("U").Shows("Repeat it?", "taken back before you came").Keys("n").Hides("Repeat it?")
	start(9 * time.Minute).Keys("U").Hides("Repeat it?").Shows("redone: title of Jane Smith")
}

func TestRedoAsksBeforeItRemovesAgain(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "D", "y").Shows("removed contact").Keys("u").Shows("undone")
	before := version(t, path)
	s.Keys("U").Shows("Repeat it?", "removes again").Burst("UUUU").Shows("Repeat it?").Keys("x")
	s.Hides("Repeat it?").Shows("x is no y, so nothing was done: U asks again")
	if got := version(t, path); got != before {
		t.Fatalf("%d edits were written", got-before)
	}
	s.Keys("U", "y").Shows("redone")
}
