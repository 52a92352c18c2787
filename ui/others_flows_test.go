package ui_test

import (
	"strings"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

func TestAnEditByACommandAppears(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "j", "j")
	before := contact(t, path, "Jane Smith")
	after := model.Clone(before)
	after.Support = model.Opponent
	uitest.Write(t, path, model.Edited("edit contact Jane Smith", before, after))
	s.Hides("Smith T-").Tick().Shows("Smith T-")
	s.Shows("> Alan Brown")
}

func TestTwoWorkspacesSeeEachOther(t *testing.T) {
	path := uitest.Example(t)
	a, b := uitest.Workspace(t, path, 120, 40), uitest.Workspace(t, path, 80, 24)
	a.Keys("4", "c").Shows("complete action")
	b.Keys("4").Shows("! 12 d      Invite FreshKart").Tick().Shows("Complete    Invite FreshKart")
}

func TestAConflictIsShownAndNothingTypedIsLost(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Chief Everything")
	before := contact(t, path, "Jane Smith")
	after := model.Clone(before)
	after.JobTitle = "Chief Nothing"
	uitest.Write(t, path, model.Edited("edit contact Jane Smith", before, after))
	s.Keys("enter").Shows("Chief Everything", "Chief Nothing", "meanwhile")
	s.Keys("enter").Shows("Title of Jane Smith: Chief Everything")
	if got := contact(t, path, "Jane Smith").JobTitle; got != "Chief Everything" {
		t.Fatalf("the title is %q", got)
	}
}

func TestAFormShowsBothValuesOfAConflict(t *testing.T) {
	path := uitest.Example(t)
	edit := func(title string) {
		before := contact(t, path, "Jane Smith")
		after := model.Clone(before)
		after.JobTitle = title
		uitest.Write(t, path, model.Edited("edit contact Jane Smith", before, after))
	}
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "E", "tab", "ctrl+u").Type("Chief Everything")
	edit("Chief Nothing")
	s.Keys("ctrl+s").Shows("Chief Everything", "theirs: Chief Nothing", "ctrl+t takes theirs")
	s.Keys("ctrl+t", "ctrl+s").Hides("Edit contact")
	if got := contact(t, path, "Jane Smith").JobTitle; got != "Chief Nothing" {
		t.Fatalf("the title is %q", got)
	}
}

func TestAFormTakesOverWhatOthersChangedElsewhere(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "E", "tab", "ctrl+u").Type("Chief Everything")
	before := contact(t, path, "Jane Smith")
	after := model.Clone(before)
	after.Alignment = model.Poor
	uitest.Write(t, path, model.Edited("edit contact Jane Smith", before, after))
	s.Tick().Shows("changed meanwhile", "Chief Everything").Keys("ctrl+s")
	got := contact(t, path, "Jane Smith")
	if got.JobTitle != "Chief Everything" || got.Alignment != model.Poor {
		t.Fatalf("title %q, alignment %v", got.JobTitle, got.Alignment)
	}
}

func TestARecordRemovedUnderItsEditor(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Chief Everything")
	remove(t, path, "Jane Smith")
	s.Tick().Shows("Chief Everything", "removed elsewhere", "y copies")
	s.Keys("enter").Shows("Chief Everything", "removed elsewhere")
	s.Keys("y").Shows("sent to the clipboard").Keys("esc").Hides("Title of Jane Smith", "would be lost")
}

func TestARecordRemovedJustBeforeItIsSaved(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Chief Everything")
	remove(t, path, "Jane Smith")
	s.Keys("enter").Shows("Chief Everything", "removed elsewhere", "y copies").Hides("repeat the change")
}

func TestAConflictSaysOneThingAndEscKeepsTheirsUnasked(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Chief Everything")
	retitle(t, path, "Jane Smith", "Chief Nothing")
	s.Keys("enter").Shows("Chief Everything", "somebody else wrote Chief Nothing")
	if n := strings.Count(s.Text(), "Chief Nothing"); n != 1 {
		t.Errorf("the other value is said %d times:\n%s", n, s.Text())
	}
	s.Keys("esc").Hides("would be lost", "Title of Jane Smith")
	if got := contact(t, path, "Jane Smith").JobTitle; got != "Chief Nothing" {
		t.Fatalf("the title is %q", got)
	}
}
