package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

// stale is a book of an account with three people who were confirmed long ago.
func stale(t *testing.T) string {
	t.Helper()
	path := uitest.Empty(t)
	account := &model.Account{Name: "Acme"}
	account.ID = model.ID{15: 1}
	account.Account = account.ID
	uitest.Write(t, path, model.Created("add account Acme", account))
	for i, name := range []string{"Ada Fern", "Bo Reed", "Cy Moss"} {
		c := &model.Contact{Name: name, Influence: model.High, Confirmed: uitest.Today.AddDays(-200 + i)}
		c.ID, c.Account = model.ID{15: byte(i + 2)}, account.ID
		uitest.Write(t, path, model.Created("add contact "+name, c))
	}
	return path
}

func TestTheSweepShowsOnePersonAtATime(t *testing.T) {
	path := uitest.Example(t)
	for _, size := range [][2]int{{60, 20}, {120, 40}} {
		uitest.Workspace(t, path, size[0], size[1]).Keys("2", "F").Shows("1 of ").Golden(fmt.Sprintf("sweep-%dx%d", size[0], size[1]))
	}
}

func TestASweepConfirmsChangesAndSkips(t *testing.T) {
	path := stale(t)
	s := uitest.Workspace(t, path, 60, 20).Keys("2", "F").Shows("1 of 3", "Ada Fern", "confirmed 200 days ago; key player")
	s.Keys("enter").Shows("2 of 3", "Bo Reed", "Ada Fern: still true", "u takes it back")
	if got := contact(t, path, "Ada Fern").Confirmed; got != uitest.Today {
		t.Fatalf("confirmed %v", got)
	}
	s.Keys("s").Shows("Support of Bo Reed").Keys("c").Shows("Champion: sells for us", "changed today: enter says").Keys("enter").Shows("3 of 3", "Cy Moss")
	s.Keys("n").Shows("3 people: 1 still true, 1 changed, 1 skipped").Golden("sweep-sum-60x20")
	s.Keys("enter").Shows("that was the last one").Keys("b").Shows("3 of 3").Keys("b").Shows("Bo Reed", "confirmed today").Keys("esc").Hides("Freshness")
	if got := contact(t, path, "Cy Moss").Confirmed; got == uitest.Today {
		t.Error("who was skipped is confirmed")
	}
	s.Keys("F").Shows("1 of 1", "Cy Moss")
}

func TestEachStepOfASweepIsTakenBack(t *testing.T) {
	path := stale(t)
	s := uitest.Workspace(t, path, 80, 24).Keys("2", "F", "enter", "s", "o", "enter", "enter").Shows("3 people: 2 still true, 1 changed")
	s.Keys("u").Shows("undone", "3 of 3", "Cy Moss").Keys("u", "u").Shows("2 of 3", "Bo Reed", "confirmed 199 days ago").Keys("u").Shows("1 of 3", "Ada Fern")
	for _, c := range contacts(t, path) {
		if c.Confirmed == uitest.Today || c.Support != 0 {
			t.Errorf("%s: confirmed %v, support %v", c.Name, c.Confirmed, c.Support)
		}
	}
}

func TestASweepThatCannotBeWrittenStaysWhereItIs(t *testing.T) {
	path := stale(t)
	s := uitest.Workspace(t, path, 80, 24).Keys("2", "F")
	retitle(t, path, "Ada Fern", "Chair")
	s.Keys("enter").Shows("2 of 3") // another field: no conflict
	remove(t, path, "Bo Reed")
	s.Keys("enter").Shows("2 of 3", "Bo Reed was removed meanwhile").Keys("n").Shows("3 of 3").Keys("n").Shows("1 removed")
}

func TestASweepWithNobodySaysSo(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 60, 20).Type("Acme").Keys("enter", "2", "F").Shows("It begins with the").Golden("sweep-empty-60x20")
	for _, key := range []string{"enter", "n", "b", "e", "s", "E"} {
		s.Keys(key).Shows("[Freshness sweep]")
	}
	s.Keys("?").Shows("one back").Keys("esc", "u").Hides("[Freshness sweep]").Shows("no account yet")
}

func TestASweepFitsEverySizeWithoutLines(t *testing.T) {
	for _, size := range sizes[1:] {
		s := plainWorkspace(t, uitest.Example(t), size.w, size.h).Keys("2", "F").Shows("[Freshness sweep]", "> d  Decision role").Keys("G").Shows("x  Left")
		if strings.ContainsAny(s.Text(), "┌│└─") {
			t.Errorf("lines are drawn on an ASCII terminal:\n%s", s.Text())
		}
	}
}
