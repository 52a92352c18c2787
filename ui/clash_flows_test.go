package ui_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/store"
	"astute/ui"
	"astute/ui/uitest"
)

// change changes a contact from another program.
func change(t *testing.T, path, name string, with func(c *model.Contact)) {
	t.Helper()
	before := contact(t, path, name)
	after := model.Clone(before)
	with(after)
	uitest.Write(t, path, model.Edited("edit contact "+name, before, after))
}

func TestAClashIsDecidedFieldByField(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "E", "tab", "ctrl+u").Type("Chief Everything")
	for !strings.Contains(s.Text(), "> E-mail") {
		s.Keys("tab")
	}
	s.Keys("ctrl+u").Type("mine@freshkart.example")
	for !strings.Contains(s.Text(), "> Notes") {
		s.Keys("tab")
	}
	s.Keys("ctrl+u").Type("my notes")
	change(t, path, "Jane Smith", func(c *model.Contact) {
		c.JobTitle, c.Email, c.Notes, c.Alignment = "Chief Nothing", "theirs@freshkart.example", "their notes", model.Poor
	})
	s.Tick().Shows("taken over: Alignment", "3 changed by both", "changed meanwhile", "ctrl+y keeps yours", "theirs: Chief Nothing")
	s.Keys("ctrl+s").Shows("my notes", "theirs: their notes", "ctrl+y keeps yours")
	s.Type(" and theirs").Keys("ctrl+s").Shows("> Title", "Chief Everything", "theirs: Chief Nothing")
	// What was put aside comes back, as often as one likes.
	s.Keys("ctrl+t").Shows("theirs@freshkart.example", "Chief Nothing", "yours: Chief Everything", "1 changed by both")
	s.Keys("ctrl+s").Shows("> E-mail").Keys("ctrl+y").Shows("all is decided")
	s.Keys("ctrl+s").Shows("saved").Hides("Edit contact")
	c := contact(t, path, "Jane Smith")
	if c.JobTitle != "Chief Nothing" || c.Email != "mine@freshkart.example" || c.Notes != "my notes and theirs" || c.Alignment != model.Poor {
		t.Fatalf("title %q, e-mail %q, notes %q, alignment %v", c.JobTitle, c.Email, c.Notes, c.Alignment)
	}
}

// That esc keeps what somebody else wrote holds as long as it can be read.
func TestAfterAClashEscAsksOnceItIsSaidNoMoreWhatItKeeps(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Chief Everything")
	change(t, path, "Jane Smith", func(c *model.Contact) { c.JobTitle = "Chief Nothing" })
	s.Keys("enter").Shows("esc keeps theirs").Keys("left").Hides("esc keeps theirs")
	s.Keys("esc").Shows("Leave without saving?").Keys("n").Shows("Chief Everything")
	s.Keys("enter").Shows("Title of Jane Smith: Chief Everything")
}

func TestASecondCtrlSWritesNothingOverWhatWasNotSeen(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 80, 24).Keys("3", "E", "tab", "ctrl+u").Type("Chief Everything")
	change(t, path, "Jane Smith", func(c *model.Contact) { c.JobTitle = "Chief Nothing" })
	slow := s.SendOnly(uitest.Key("ctrl+s"))
	s.Keys("ctrl+s", "ctrl+s").Do(slow).Keys("ctrl+s", "ctrl+s").Shows("Chief Everything", "theirs: Chief Nothing")
	if got := contact(t, path, "Jane Smith").JobTitle; got != "Chief Nothing" {
		t.Fatalf("the title is %q", got)
	}
	s.Keys("ctrl+t", "ctrl+y", "ctrl+s").Shows("saved")
	if got := contact(t, path, "Jane Smith").JobTitle; got != "Chief Everything" {
		t.Fatalf("the title is %q", got)
	}
}

func TestAFormOfARecordRemovedElsewhereIsSavedAsNew(t *testing.T) {
	for _, tick := range []bool{true, false} {
		path := uitest.Example(t)
		s := uitest.Workspace(t, path, 80, 24).Keys("3", "E", "tab", "ctrl+u").Type("Chief Everything")
		remove(t, path, "Jane Smith")
		if tick {
			s.Tick()
		} else {
			s.Keys("ctrl+s")
		}
		s.Shows("removed elsewhere", "ctrl+s saves it as new", "Chief Everything").Keys("ctrl+s").Shows("saved").Hides("Edit contact")
		if c := contact(t, path, "Jane Smith"); c.JobTitle != "Chief Everything" {
			t.Fatalf("the title is %q", c.JobTitle)
		}
	}
}

func TestARecordRemovedAndBroughtBackElsewhereIsEditedOn(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 80, 24).Keys("3", "E", "tab", "ctrl+u").Type("Chief Everything")
	remove(t, path, "Jane Smith")
	s.Tick().Shows("removed elsewhere")
	if _, err := uitest.Open(t, path, "somebody else").Undo(1, uitest.Now()); err != nil {
		t.Fatal(err)
	}
	s.Tick().Hides("as new").Keys("ctrl+s").Shows("saved")
	if c := contact(t, path, "Jane Smith"); c.JobTitle != "Chief Everything" {
		t.Fatalf("the title is %q", c.JobTitle)
	}
}

// flaky is a file that fails to answer; where written says so it did what it was
// asked for all the same.
type flaky struct {
	ui.Store
	fails   int
	err     error
	written bool
	applied int
}

func (f *flaky) Apply(e model.Edit, at time.Time, terms ...store.Term) (uint64, error) {
	f.applied++
	if f.applied > f.fails {
		return f.Store.Apply(e, at, terms...)
	}
	if f.written {
		if _, err := f.Store.Apply(e, at, terms...); err != nil {
			return 0, err
		}
	}
	return 0, f.err
}

func TestASecondSaveNeverDoublesARecord(t *testing.T) {
	for _, c := range []struct {
		name  string
		store flaky
		keys  []string
	}{
		{"twice quickly", flaky{}, []string{"ctrl+s", "ctrl+s"}},
		{"busy, then again", flaky{fails: 1, err: store.ErrBusy}, []string{"ctrl+s", "ctrl+s"}},
		{"busy three times", flaky{fails: 3, err: store.ErrBusy}, []string{"ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s"}},
		{"written, but the answer was lost", flaky{fails: 1, err: errors.New("the disk gave no answer"), written: true}, []string{"ctrl+s", "ctrl+s", "ctrl+s"}},
	} {
		path := uitest.Example(t)
		o := uitest.Options(t, path)
		c.store.Store = o.Store
		o.Store = &c.store
		s := uitest.Start(t, ui.New(o), 80, 24).Keys("3", "a").Type("Zora Quill").Keys(c.keys...)
		s.Hides("New contact")
		n := 0
		for _, r := range contacts(t, path) {
			if r.Name == "Zora Quill" {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s: there are %d of them", c.name, n)
		}
	}
}

func TestKeysBehindASaveThatFailedAreNotTypedIntoTheForm(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	o.Store = &flaky{Store: o.Store, fails: 1, err: store.ErrBusy}
	s := uitest.Start(t, ui.New(o), 80, 24).Keys("3", "a").Type("Zora Quill")
	slow := s.SendOnly(uitest.Key("ctrl+s"))
	s.Keys("j", "D", "y").Do(slow).Shows("Zora Quill", "New contact").Hides("Zora QuilljDy")
	s.Keys("ctrl+s").Shows("saved")
}
