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

// at puts the cursor of the map on somebody.
func at(s *uitest.Screen, name string) *uitest.Screen {
	return s.Keys("f").Type(name).Keys("tab", "2")
}

func TestPeopleAreMovedOnTheMap(t *testing.T) {
	s := example(t).Keys("2", "shift+right").Shows("Raj Mehta is now Observing")
	s.Keys("shift+down").Shows("Raj Mehta is now VP")
	s.Keys("u").Shows("undone: rank of Raj Mehta (VP -> C-Level)")
}

func TestAMoveStepByStepIsOneEdit(t *testing.T) {
	path := uitest.Example(t)
	before := version(t, path)
	s := at(uitest.Workspace(t, path, 80, 24).Keys("2"), "jane smith")
	s.Keys("M").Shows("moving Jane Smith: Astute, C-Level", "enter keep   esc take back   arrows move").Hides("━", "?  help   :")
	s.Keys("l").Shows("Jane Smith stands at the edge of the map")
	x, y := s.Place("Smith T")
	s.Keys("h").Shows("moving Jane Smith: Astute -> Agile, C-Level", "enter keep").Keys("j", "down").Shows("Astute, C-Level -> Agile, Director")
	if x2, y2 := s.Place("Smith T"); x2 >= x || y2 <= y {
		t.Errorf("from %d, %d the person came to %d, %d", x, y, x2, y2)
	}
	s.Keys("esc").Hides("moving ")
	if x2, y2 := s.Place("Smith T"); x2 != x || y2 != y {
		t.Errorf("esc leaves the person at %d, %d instead of %d, %d", x2, y2, x, y)
	}
	if now := version(t, path); now != before {
		t.Fatalf("what was taken back was written: %d, %d", before, now)
	}
	s.Keys("M", "left", "j", "j", "enter").Shows("Jane Smith is now Agile, Director").Hides("moving ")
	if now := version(t, path); now != before+1 {
		t.Errorf("the move took %d edits", now-before)
	}
	c := contact(t, path, "Jane Smith")
	if c.Political != model.Agile || c.Rank != model.Director {
		t.Errorf("she is %s, %s", c.Political, c.Rank)
	}
	s.Keys("u").Shows("undone")
	if c := contact(t, path, "Jane Smith"); c.Political != model.Astute || c.Rank != model.CLevel {
		t.Errorf("after undo she is %s, %s", c.Political, c.Rank)
	}
	s.Keys("M", "M").Shows("stays where it was").Keys("M", "l", "1", "2").Hides("moving ")
}

func TestTheMapClassifiesByLetter(t *testing.T) {
	example(t).Keys("2", "s").Shows("Support of Raj Mehta").Keys("n").Shows("Mehta U~")
}

func TestTheMapTellsAboutThePersonOfTheCursor(t *testing.T) {
	s := example(t).Keys("2").Shows("Raj Mehta  User  Opponent  infl. Medium", "reports to Margaret Holloway")
	s.Keys("z").Shows("Raj Mehta  COO  User Buyer  Opponent  influence Medium", "brief contact", "swayed by Lisa Green a little", "leads Håkan Sjöberg, Yūki Takahashi")
	// Where there is not room for all, key players come first and the rest is counted.
	s.Resize(60, 20).Shows("^ reports to Margaret Holloway", "+4")
}

func TestTheMapIsAnOrgChartAndAListToo(t *testing.T) {
	for _, size := range sizes[1:] {
		s := at(uitest.Workspace(t, uitest.Example(t), size.w, size.h).Keys("2", "z"), "jane smith")
		s.Keys("b").Shows("org chart ┐", "├─ Alan Brown", ">├─ Jane Smith").Golden(fmt.Sprintf("map-org-%dx%d", size.w, size.h))
		s.Keys("t").Shows("list ┐", "> Jane Smith").Golden(fmt.Sprintf("map-list-%dx%d", size.w, size.h))
		s.Keys("j", "j").Shows("> Alan Brown", "Alan Brown  ").Keys("b").Shows(">├─ Alan Brown").Keys("b").Shows("Brown ED~").Hides("org chart")
		s.Keys("t").Shows("> Alan Brown").Keys("t").Shows("Alan Brown  ").Hides("list ┐")
	}
}

func TestTheOrgChartFolds(t *testing.T) {
	s := example(t).Keys("2", "z", "b", "g").Shows("> Margaret Holloway")
	s.Keys("j").Shows(">├─ Alan Brown").Keys("h").Shows("▸Alan Brown", "+3 people").Hides("Claire Dubois-Lefèvre I")
	s.Keys("h").Shows("> Margaret Holloway").Keys("j", "l").Shows(">├─ Alan Brown", "Claire Dubois-Lefèvre I")
	s.Keys(" ").Shows("+3 people").Keys(" ").Hides("+3 people").Keys("l").Shows(">│ ├─ Claire Dubois")
	s.Keys("h").Shows("+1 person").Keys("h", "h").Shows("+3 people")
	// Somebody who is folded away is unfolded when the cursor comes there.
	at(s.Keys("b"), "fontaine").Keys("b").Shows("Amélie Fontaine G").Hides("+3 people")
	s.Keys("G", "ctrl+u", "ctrl+d", "g", " ").Shows("+", "people")
}

func TestLinesOfTheMapAreChosen(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("2", "z", "g")
	standard := s.Text()
	x, y := s.Place("Okafor UI")
	s.Keys("K").Shows("all lines", "└ all lines  * champion")
	s.Keys("K").Shows("lines of the person  ").Hides("╌x╌")
	s.Keys("K").Shows("└ no lines").Hides("━", "╌")
	if x2, y2 := s.Place("Okafor UI"); x2 != x || y2 != y {
		t.Error("the labels jumped when the lines changed")
	}
	s.Keys("K").Shows("standard lines").Keys("l", "k", "g")
	if got := s.Text(); strings.Join(strings.Split(got, "\n")[:30], "\n") != strings.Join(strings.Split(standard, "\n")[:30], "\n") {
		t.Errorf("the standard lines are not those of before:\n%s\n%s", standard, got)
	}
}

func TestALineIsDrawnChangedAndTakenAway(t *testing.T) {
	path := uitest.Example(t)
	s := at(uitest.Workspace(t, path, 80, 24).Keys("2"), "jane smith").Keys("L").Shows("A line from Jane Smith to")
	s.Type("kowal").Keys("enter").Shows("Jane Smith and Marta Kowalczyk", "i  influences", "s  is swayed by", "c  is at odds", "f  is close", "r  reports to")
	s.Keys("q").Shows("there is nothing on q: choose i, s, c, f or r").Keys("i").Shows("How strongly?", "is followed nearly always").Keys("3").Shows("Jane Smith influences Marta Kowalczyk", "u takes it back")
	if got := drawn(t, path, "Jane Smith", "Marta Kowalczyk"); got != "Influences 3" {
		t.Errorf("there is %s", got)
	}
	s.Keys("L").Type("kowal").Keys("enter").Shows("1  take away", "Jane Smith influences Marta Kowalczyk, strong")
	s.Keys("i", "1")
	if got := drawn(t, path, "Jane Smith", "Marta Kowalczyk"); got != "Influences 1" {
		t.Errorf("after the change there is %s", got)
	}
	s.Keys("L").Type("kowal").Keys("enter", "1").Shows("taken away: Jane Smith influences Marta Kowalczyk")
	if got := drawn(t, path, "Jane Smith", "Marta Kowalczyk"); got != "" {
		t.Errorf("after it was taken away there is %s", got)
	}
	s.Keys("u")
	if got := drawn(t, path, "Jane Smith", "Marta Kowalczyk"); got != "Influences 1" {
		t.Errorf("after undo there is %s", got)
	}
	s.Keys("L").Type("kowal").Keys("enter", "s", "?")
	if got := drawn(t, path, "Marta Kowalczyk", "Jane Smith"); got != "Influences " {
		t.Errorf("the other way round there is %s", got)
	}
}

func TestAReportingLineIsDrawnButNeverACircle(t *testing.T) {
	path := uitest.Example(t)
	s := at(uitest.Workspace(t, path, 80, 24).Keys("2"), "jane smith").Keys("L").Type("şahin").Keys("enter", "r").Shows("would be a circle")
	s.Keys("esc", "L").Type("brown").Keys("enter").Shows("instead of Margaret Holloway").Keys("r").Shows("Jane Smith reports to Alan Brown")
	if c := contact(t, path, "Jane Smith"); c.ReportsTo != contact(t, path, "Alan Brown").ID {
		t.Error("she does not report to him")
	}
	s.Keys("L").Type("brown").Keys("enter", "r").Shows("already").Keys("L").Type("brown").Keys("enter", "2").Shows("taken away")
	if c := contact(t, path, "Jane Smith"); !c.ReportsTo.IsZero() {
		t.Error("she still reports to somebody")
	}
	s.Keys("L").Type("nobody at all").Keys("enter").Shows("nobody is called that").Keys("esc")
}

// drawn says which line leads from one person to another.
func drawn(t *testing.T, path, from, to string) string {
	t.Helper()
	a, b := contact(t, path, from).ID, contact(t, path, to).ID
	book, err := uitest.Open(t, path, "").Book()
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, l := range model.All[*model.Line](book) {
		if l.From == a && l.To == b {
			text += l.Type.String() + " " + l.Strength.String()
		}
	}
	return text
}

func TestThePathToPowerIsDrawnSaidAndMadeAnAction(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("2", "z", "P").Shows("no path is shown")
	at(s, "dubois").Keys("p").Shows("═", "Path to Claire Dubois").Keys("esc").Hides("═", "Path to")
	at(s, "holloway").Keys("p").Shows("Path to Margaret Holloway: ask Jane Smith to introduce you")
	s.Keys("p").Shows("Path to ").Hides("Path to Margaret Holloway")
	s.Keys("p", "p", "p", "p").Shows("Path to ").Keys("esc").Hides("Path to", "═")
	s.Keys("p").Shows("Path to Margaret Holloway").Keys("P").Shows("Ask Jane Smith to introduce us to Margaret Holloway, due Wed 25 Mar 2026")
	book, err := uitest.Open(t, path, "").Book()
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, a := range model.All[*model.Action](book) {
		if a.Name == "Ask Jane Smith to introduce us to Margaret Holloway" {
			found = true
			if a.Serves != contact(t, path, "Margaret Holloway").ID || a.Due != uitest.Today.AddDays(7) || a.Owner.IsZero() || a.Account.IsZero() {
				t.Errorf("the action is %+v", a)
			}
		}
	}
	if !found {
		t.Error("there is no such action")
	}
	s.Keys("u").Shows("undone")
}

func TestWithoutAPathWhoWouldHaveToBeMetIsSaid(t *testing.T) {
	path := uitest.Empty(t)
	account := &model.Account{Name: "Acme"}
	account.ID = model.ID{9}
	boss, aide := person(1, "Ines Boss"), person(2, "Otto Aide")
	boss.Political, boss.Coverage = model.Astute, model.NoContact
	aide.Coverage = model.BriefContact
	line := &model.Line{From: aide.ID, To: boss.ID, Type: model.Influences, Strength: model.NumberOf(3)}
	line.ID, line.Account = model.ID{3}, account.ID
	uitest.Write(t, path, model.Created("book", account, boss, aide, line))
	s := uitest.Workspace(t, path, 80, 24).Keys("2")
	at(s, "ines").Keys("p").Shows("nobody who supports us", "win Otto Aide").Keys("P").Shows("Win Otto Aide, on the way to Ines Boss, due")
}

// Whoever the cursor stands on is shown the way to, also when we know that person
// well; the key players come with the further presses.
func TestThePathIsFirstTheOneToThePersonOfTheCursor(t *testing.T) {
	s := at(uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("2", "z"), "jane smith")
	s.Keys("p").Shows("Path to Jane Smith: Jane Smith supports us and we know each other: ask directly")
	s.Keys("p").Shows("Path to ").Hides("Path to Jane Smith").Keys("esc")
	s.Keys("p").Shows("Path to Jane Smith").Keys("P").Shows("Ask Jane Smith directly, due")
	at(s, "mehta").Keys("p").Shows("Path to Raj Mehta")
}

// What the first step says does not depend on what is in a name.
func TestTheFirstStepKeepsANameWithAColon(t *testing.T) {
	path := uitest.Empty(t)
	account := &model.Account{Name: "Acme"}
	account.ID = model.ID{9}
	boss, aide := person(1, "Ines Boss"), person(2, "Otto: Aide, who knows")
	boss.Coverage, aide.Support = model.NoContact, model.Neutral
	line := &model.Line{From: aide.ID, To: boss.ID, Type: model.Influences}
	line.ID, line.Account = model.ID{3}, account.ID
	uitest.Write(t, path, model.Created("book", account, boss, aide, line))
	s := at(uitest.Workspace(t, path, 120, 40).Keys("2"), "ines")
	s.Keys("p", "P").Shows("Meet and win Otto: Aide, who knows, on the way to Ines Boss, due")
}

// Whoever was found is still under the cursor when all are shown again, also where
// the map has no room for that person among all.
func TestLeavingTheFilterOfTheMapKeepsThePerson(t *testing.T) {
	s := uitest.Workspace(t, crowd(t, 60), 60, 20).Keys("2", "z")
	for _, name := range []string{"Finn Cole", "Gus Cole"} {
		s.Keys("/").Type("name:\""+name+"\"").Keys("enter").Shows(" 1 of 60", name+"  ")
		s.Keys("esc").Hides(" of 60")
		s.Keys("s").Shows("Support of " + name).Keys("esc")
	}
}

// The first person is the same one in every size.
func TestTheFirstOfTheMapIsTheWeightiest(t *testing.T) {
	path := crowd(t, 60)
	for _, size := range sizes[1:] {
		uitest.Workspace(t, path, size.w, size.h).Keys("2", "z", "G", "g", "s").Shows("Support of Dan Cole")
	}
}

// person is somebody of the account 9.
func person(n byte, name string) *model.Contact {
	c := &model.Contact{Name: name}
	c.ID, c.Account = model.ID{2, n}, model.ID{9}
	return c
}

func TestTheMapIsSeenForOneOpportunity(t *testing.T) {
	path := uitest.Empty(t)
	account := &model.Account{Name: "Acme"}
	account.ID = model.ID{9}
	ines, otto := person(1, "Ines Boss"), person(2, "Otto Aide")
	ines.Support, ines.Political = model.Opponent, model.Astute
	deal := &model.Opportunity{Name: "Kiosks for all stores", Buyer: otto.ID}
	deal.ID, deal.Account = model.ID{4}, account.ID
	role := &model.Role{Opportunity: deal.ID, Contact: ines.ID, Support: model.Champion}
	role.ID, role.Account = model.ID{5}, account.ID
	other := person(6, "Uma Other")
	uitest.Write(t, path, model.Created("book", account, ines, otto, other, deal, role))
	s := uitest.Workspace(t, path, 80, 24).Keys("2").Shows("Other", "Ines Boss -")
	s.Keys("O").Shows("for Kiosks for all stores ┐", "2 people have a part in it", "Ines Boss *").Hides("Other")
	s.Keys("/").Type("support:champion").Keys("enter").Shows("Boss *").Hides("Aide")
	s.Keys("s").Shows("Support of").Keys("n").Shows("Nobody matches").Keys("esc").Shows("Ines Boss ~")
	if c := contact(t, path, "Ines Boss"); c.Support != model.Opponent {
		t.Errorf("for the account she is now %s", c.Support)
	}
	s.Keys("b").Shows("Ines Boss ~").Keys("t").Shows("for Kiosks").Keys("t")
	s.Keys("esc").Shows("Ines Boss -", "Other").Hides("for Kiosks")
	s.Keys("O").Shows("for Kiosks").Keys("O").Shows("the map of the account again", "Other")
	at(s.Keys("O"), "otto").Keys("r").Shows("New role", "Otto Aide", "Kiosks for all stores")
}

func TestAPersonIsAddedWhereTheCursorIs(t *testing.T) {
	path := uitest.Example(t)
	s := at(uitest.Workspace(t, path, 120, 40).Keys("2", "z"), "jane smith")
	s.Keys("a").Shows("New contact").Type("Nina Newly").Keys("ctrl+s").Shows("Newly")
	c := contact(t, path, "Nina Newly")
	if c.Political != model.Astute || c.Rank != model.CLevel {
		t.Errorf("she stands at %s, %s", c.Political, c.Rank)
	}
	s.Keys("S").Shows("New seat", "like CISO or Head of Stores").Type("Storekeeper").Keys("ctrl+s").Shows("(Storekeeper)")
	if c := contact(t, path, "Storekeeper"); !c.Placeholder {
		t.Error("it is no seat")
	}
	s.Keys("b", "a").Type("Nora Below").Keys("ctrl+s")
	if c := contact(t, path, "Nora Below"); c.ReportsTo.IsZero() {
		t.Error("she reports to nobody")
	}
	s.Keys("D").Shows("Remove").Keys("esc").Keys("enter").Shows("Brief").Keys("esc")
}

func TestTheMapIsCopiedWithItsLegend(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	var copied strings.Builder
	o.Out = &copied
	s := uitest.Start(t, ui.New(o), 80, 24).Keys("2", "y").Shows("map")
	s.Keys("b", "y", "b", "t", "y").Shows("map")
	if copied.Len() == 0 {
		t.Error("nothing was copied")
	}
}

func TestTheMapWorksForNobodyOnePersonAndMany(t *testing.T) {
	keys := []string{"j", "k", "h", "l", "g", "G", "K", "b", "j", "h", "l", " ", "b", "t", "j", "l", "e", "esc", "t", "p", "p", "P", "esc", "M", "l", "enter", "M", "esc",
		"O", "esc", "L", "esc", "s", "esc", "r", "esc", "R", "esc", "I", "esc", "enter", "esc", "y", "E", "esc", "D", "esc", "shift+up", "shift+left", "u", "u"}
	for _, n := range []int{0, 1, 60, 200} {
		for _, size := range sizes[1:] {
			o := uitest.Options(t, crowd(t, n))
			if size.w == 80 {
				o.Config.Borders = "ascii"
				o.Getenv = func(name string) string { return map[string]string{"NO_COLOR": "1"}[name] }
			}
			s := uitest.Start(t, ui.New(o), size.w, size.h).Keys("2", "z")
			if n > 1 {
				s.Keys("g").Golden(fmt.Sprintf("map-%d-people-%dx%d", n, size.w, size.h))
			}
			if n > 1 && size.w != 120 {
				continue
			}
			for _, key := range keys {
				if s.Keys(key); strings.Contains(s.Text(), "nothing is on") {
					t.Fatalf("%d people: nothing is on %q\n%s", n, key, s.Text())
				}
			}
		}
	}
}

// crowd is a book of an account with so many people, all tied to others.
func crowd(t testing.TB, n int) string {
	t.Helper()
	path := uitest.Empty(t)
	account := &model.Account{Name: "Large"}
	account.ID = model.ID{9}
	list := []model.Record{account}
	for i := range n {
		c := person(byte(i), fmt.Sprintf("%s %s", []string{"Ada", "Bo", "Cleo", "Dan", "Eve", "Finn", "Gus"}[i%7], []string{"Ames", "Birk", "Cole", "Dorn", "Esch", "Falk"}[i/7%6]+strings.Repeat("a", i/42)))
		c.Political, c.Rank = model.PoliticalStatus(1+i*7/3%4), model.Rank(1+(i+i/5)%5)
		c.Support, c.Influence = model.Support(i%5), model.Level(i%4)
		c.DecisionRole = model.DecisionRoles(1 << (i % 6))
		c.Touched = model.NewDate(2026, time.January, 1+i%28)
		if i > 0 {
			c.ReportsTo = model.ID{2, byte(i / 6)}
			line := &model.Line{From: c.ID, To: model.ID{2, byte((i*5 + 3) / 7 % i)}, Type: model.LineType(1 + i%3)}
			line.ID, line.Account = model.ID{3, byte(i)}, account.ID
			if i%2 == 0 && line.From != line.To {
				list = append(list, line)
			}
		}
		list = append(list, c)
	}
	uitest.Write(t, path, model.Created("book", list...))
	return path
}

// Keys that come in one go act on the person to whom the ones before them led.
func TestKeysInOneGoActOnThePersonTheyLeadTo(t *testing.T) {
	s := at(uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("2", "z"), "jane smith").Keys("t")
	s.Burst("jjs").Shows("Support of Alan Brown").Keys("esc").Burst("bjs").Shows("Support of Claire Dubois-Lefèvre").Keys("esc", "b")
	s.Burst("gs").Shows("Support of Jane Smith").Keys("esc")
}

func TestTheHelpExplainsTheLines(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 60).Keys("2", "?")
	s.Keys("G").Shows("the way to go", "are in conflict", "══►")
}
