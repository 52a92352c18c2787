package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"astute/model"
	"astute/ui"
	"astute/ui/state"
	"astute/ui/uitest"
)

// remembering opens a workspace that keeps what people choose in a folder.
func remembering(t *testing.T, path string, dir state.Dir, w, h int) *uitest.Screen {
	t.Helper()
	o := uitest.Options(t, path)
	o.State = dir
	return uitest.Start(t, ui.New(o), w, h)
}

// leave leaves the workspace, which keeps where it stood.
func leave(t *testing.T, s *uitest.Screen) {
	t.Helper()
	if err := s.Keys("q").Model().(*ui.Workspace).Leave(); err != nil {
		t.Fatal(err)
	}
}

// heading is the line of column names of the pane that shows them.
func heading(s *uitest.Screen, first string) string {
	return strings.Join(strings.Fields(s.Line(first)), " ")
}

func TestColumnsAreChosenAndFoundAgain(t *testing.T) {
	path, dir := uitest.Example(t), state.Dir(t.TempDir())
	for _, size := range sizes[1:] {
		s := remembering(t, path, dir, size.w, size.h).Keys("3", "C").Shows("Columns of Contacts", "14 columns", "> x Name")
		s.Keys(" ").Shows("Name always stays")
		s.Keys("j", " ").Shows("13 columns", ">   Title")
		s.Keys("G", "x").Shows("14 columns").Keys("r").Shows("> ").Keys("esc").Hides("Columns of")
		s.Keys("C").Shows("14 columns", "x Title").Keys("esc")
	}
	s := remembering(t, path, dir, 80, 24).Keys("3", "C", "j", " ", "j", "j", "K", "K").Shows("> x Influence")
	s.Keys("enter").Shows("Inf").Hides("CTO")
	if got := heading(s, "Inf Role"); !strings.HasPrefix(got, "│ Name Inf Role Sup") {
		t.Errorf("the columns are %q", got)
	}
	leave(t, s)
	s = remembering(t, path, dir, 80, 24).Keys("3")
	if got := heading(s, "Inf Role"); !strings.HasPrefix(got, "│ Name Inf Role Sup") {
		t.Errorf("at the next start the columns are %q", got)
	}
	s.Keys("C", "r", "enter").Shows("CTO")
	leave(t, s)
	remembering(t, path, dir, 80, 24).Keys("3").Shows("CTO")
}

func TestEveryTableHasItsOwnColumns(t *testing.T) {
	path, dir := uitest.Example(t), state.Dir(t.TempDir())
	s := remembering(t, path, dir, 120, 40).Keys("4", "C").Shows("Columns of Action plan", "Day").Keys("j", "j", " ", "enter").Hides("Owner  ")
	s.Keys(":").Type("list goals").Keys("enter", "C").Shows("Columns of Goals", "Target").Keys("j", " ", "enter")
	listed := heading(s, "Metric")
	s.Keys("esc").Tick()
	leave(t, s)
	s = remembering(t, path, dir, 120, 40).Keys("4").Hides("Owner  ")
	s.Keys("3").Shows("Role Inf Sup")
	s.Keys(":").Type("list goals").Keys("enter")
	if got := heading(s, "Metric"); got != listed {
		t.Errorf("the columns were %q and are %q", listed, got)
	}
}

func TestColumnsThatNobodyKnowsAreNoHarm(t *testing.T) {
	path, dir := uitest.Example(t), state.Dir(t.TempDir())
	for _, text := range []string{
		`{"contact":{"columns":["shoe_size","support","name"],"order":"by shoe size","sort":"shoe_size"}}`,
		`{"contact":{"columns":["shoe_size"]}}`, `{"contact":{"columns":[""]},"spaceship":{"columns":["x"]}}`, `{"contact":7}`, `null`, `[`,
	} {
		if err := os.WriteFile(filepath.Join(string(dir), "tables.json"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		s := remembering(t, path, dir, 80, 24).Keys("3").Shows("Jane Smith", "Sup", "key players first")
		s.Keys("b", "C", "j", " ", "enter", "s")
	}
}

func TestTheOrderIsFoundAgain(t *testing.T) {
	path, dir := uitest.Example(t), state.Dir(t.TempDir())
	s := remembering(t, path, dir, 120, 40).Keys("3", "s").Shows("by name ┐")
	leave(t, s)
	s = remembering(t, path, dir, 120, 40).Keys("3").Shows("by name ┐").Keys("l", "l", "l", "l", "b").Shows("by Support ┐")
	s.Keys("b").Shows("by Support, last first ┐")
	leave(t, s)
	s = remembering(t, path, dir, 120, 40).Keys("3").Shows("by Support, last first ┐")
	s.Keys("s").Shows("by name ┐").Keys("s").Shows("longest not spoken to first ┐")
}

// rows are the names in the contacts pane from the top.
func rows(s *uitest.Screen, names ...string) []string {
	var list []string
	for _, line := range s.Lines() {
		for _, name := range names {
			if strings.HasPrefix(strings.TrimLeft(strings.TrimPrefix(line, "│"), "> *"), strings.Fields(name)[0]) {
				list = append(list, name)
			}
		}
	}
	return list
}

func TestEveryColumnSortsBothWaysWithTheUnknownLast(t *testing.T) {
	path := uitest.Example(t)
	people := []string{"Jane Smith", "Håkan Sjöberg", "Emre Şahin", "Margaret Holloway"}
	for _, c := range []struct {
		right    int // steps to the column
		up, down string
	}{
		{0, "Emre Şahin, Håkan Sjöberg, Jane Smith, Margaret Holloway", "Margaret Holloway, Jane Smith, Håkan Sjöberg, Emre Şahin"},
		{4, "Emre Şahin, Jane Smith, Håkan Sjöberg, Margaret Holloway", "Håkan Sjöberg, Jane Smith, Emre Şahin, Margaret Holloway"},
		{13, "Emre Şahin, Håkan Sjöberg, Jane Smith, Margaret Holloway", "Jane Smith, Håkan Sjöberg, Emre Şahin, Margaret Holloway"},
	} {
		s := uitest.Workspace(t, path, 120, 40).Keys("3", "z")
		for range c.right {
			s.Keys("l")
		}
		if got := strings.Join(rows(s.Keys("b"), people...), ", "); got != c.up {
			t.Errorf("column %d: sorted %s, want %s\n%s", c.right, got, c.up, s.Text())
		}
		if got := strings.Join(rows(s.Keys("b"), people...), ", "); got != c.down {
			t.Errorf("column %d: the other way round %s, want %s\n%s", c.right, got, c.down, s.Text())
		}
	}
}

func TestTheCardTellsOfThePersonUnderTheCursor(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("3").Hides("Technical Buyer  ").Keys("z")
	s.Shows("Role         Technical Buyer", "Influence    High", "Support      Supporter", "Alignment    Good", "Status       Astute",
		"Coverage     In Depth", "Rank         C-Level", "Unit         IT", "Reports to   Margaret Holloway",
		"Last contact: meeting by Ben Carter", "We promised", "more lines: J")
	s.Keys("J", "J", "J", "J", "J", "J", "J", "J", "J").Shows("Ask next", "Reports to Margaret Holloway", "Worried about").Hides("Role         Technical")
	s.Keys("J", "J", "J", "J", "J", "J", "J", "J", "J", "J", "J", "J").Hides("more lines").Keys("j").Shows("Margaret Holloway", "Role         ?", "Influence    ?")
	s.Keys("d").Shows("no card").Hides("Role         ?").Keys("d").Shows("Role         ?")
	s.Click(100, 10).Shows("> Margaret Holloway")
}

func TestTheCardIsAHabit(t *testing.T) {
	path, dir := uitest.Example(t), state.Dir(t.TempDir())
	s := remembering(t, path, dir, 120, 40).Keys("3", "z", "d").Hides("Technical Buyer  ")
	leave(t, s)
	s = remembering(t, path, dir, 120, 40).Hides("Technical Buyer  ").Keys("d").Shows("Technical Buyer  ")
}

func TestWhereThereIsNoRoomForTheCardItSaysSo(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 60, 20).Keys("3", "d").Shows("the card needs", "the pane has 58")
	s.Keys("J").Shows("the card needs")
}

func TestEveryKindHasACard(t *testing.T) {
	path := uitest.Example(t)
	for _, k := range model.Kinds() {
		if k == model.KindContact || k == model.KindAction || k.Scope() == model.ScopeRoot {
			continue
		}
		s := uitest.Workspace(t, path, 140, 40).Keys(":").Type("list " + k.Plural()).Keys("enter")
		if strings.Contains(s.Text(), "here yet") {
			continue
		}
		for range 3 {
			s.Keys("j")
		}
		s.Shows("Created")
	}
	s := uitest.Workspace(t, path, 120, 40).Keys(":").Type("list goals").Keys("enter").Shows("Metric", "Created")
	s.Keys("d").Hides("Created ")
}

func TestTablesAtEverySize(t *testing.T) {
	path := uitest.Example(t)
	for _, size := range sizes[1:] {
		s := uitest.Workspace(t, path, size.w, size.h).Keys("3", "z", "m", "j", "m")
		s.Golden(fmt.Sprintf("contacts-zoomed-%dx%d", size.w, size.h))
		s.Keys("d", "C", "j", "j").Golden(fmt.Sprintf("contacts-columns-%dx%d", size.w, size.h))
	}
}

func TestTablesOfNothing(t *testing.T) {
	for _, size := range sizes[1:] {
		s := uitest.Workspace(t, uitest.Empty(t), size.w, size.h).Keys("esc", "3", "z", "C", "j", " ", "enter", "b", "s", "d", "J", "K", "m", "D", "/", "x", "enter", "esc", "esc")
		s.Keys("4", "C", "J", "esc", "d", "b")
		s = uitest.Workspace(t, uitest.Empty(t), size.w, size.h).Type("Acme").Keys("enter", "3", "a").Type("Zoë 高橋 👩‍👩‍👧").Keys("ctrl+s", "z")
		s.Keys("b", "b", "C", "G", " ", "enter", "m", "J", "D").Shows("Remove contact Zoë").Keys("n", "d", "s", "s")
	}
}

// Every field can be a column, of groups and of what stands in them.
func TestEveryColumnThatThereIsCanBeShown(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 200, 60)
	for pane := 3; pane <= 9; pane++ {
		s.Keys(fmt.Sprint(pane), "C")
		if !strings.Contains(s.Text(), "Columns of") {
			s.Keys("esc")
			continue
		}
		for was := ""; was != s.Text(); s.Keys("j") {
			if was = s.Text(); strings.Contains(was, ">   ") {
				s.Keys(" ")
				was = s.Text()
			}
		}
		s.Keys("enter", "z", "g")
		for range 60 {
			s.Keys("l")
		}
		s.Keys("G", "z")
	}
}
