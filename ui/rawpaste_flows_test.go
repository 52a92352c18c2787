package ui_test

import (
	"strings"
	"testing"
	"time"

	"astute/ui"
	"astute/ui/uitest"
)

// What a terminal pastes that does not mark pastes is keys; nothing of it may
// save, or run as commands.
func TestARawPasteIntoAFieldSavesNothing(t *testing.T) {
	const text = "Chief of\nall the stores\nDy\nD y q\n"
	for _, c := range []struct {
		name  string
		keys  []string
		shows string
	}{
		{"in place", []string{"3", "l", "e", "ctrl+u"}, "Chief of all the stores Dy"},
		{"a form", []string{"3", "E", "tab", "ctrl+u"}, "Chief of all the stores Dy"},
		{"a captured line", []string{"4", "a"}, "Chief of all the stores Dy"},
		{"a look-up", []string{"f"}, "Chief of all the stores Dy"},
		{"a filter", []string{"3", "/"}, "Chief of all the stores Dy"},
		{"a number", []string{"1", "E", "tab", "tab", "tab", "tab", "tab"}, ""},
	} {
		path := uitest.Example(t)
		before := version(t, path)
		s := uitest.Workspace(t, path, 120, 40).Keys(c.keys...)
		raw(s, text)
		if s.Shows(c.shows); s.Quit {
			t.Errorf("%s: it was left", c.name)
		}
		if got := version(t, path); got != before {
			t.Errorf("%s: it wrote %d edits", c.name, got-before)
		}
	}
}

func TestARawPasteOfNumbersIntoAFieldSavesNothing(t *testing.T) {
	path := uitest.Example(t)
	before := version(t, path)
	o := uitest.Options(t, path)
	now := uitest.Now()
	o.Now = func() time.Time { now = now.Add(time.Microsecond); return now }
	s := uitest.Start(t, ui.New(o), 120, 40).Keys("3", "l", "e", "ctrl+u")
	raw(s, "1\n2\nD\ny\n")
	s.Shows("1 2 D y", "looks like a paste")
	if got := version(t, path); got != before {
		t.Fatalf("it wrote %d edits", got-before)
	}
	now = now.Add(time.Second)
	s.Keys("enter").Shows("Title of Jane Smith: 1 2 D y")
}

func TestARawPasteIntoALongTextKeepsItsLines(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "j", "n")
	raw(s, "said on the phone:\nyes\tand no\nq\n")
	s.Shows("said on the phone:", "yes and no").Keys("ctrl+s").Shows("u takes it back")
	if notes := contact(t, path, "Margaret Holloway").Notes; !strings.Contains(notes, "said on the phone:\nyes and no\nq") {
		t.Fatalf("the notes are %q", notes)
	}
}

func TestWordsTypedFastStayKeys(t *testing.T) {
	s := example(t).Keys("3", "l", "e", "ctrl+u").Burst("Chief").Keys(" ").Burst("Officer").Shows("Chief Officer")
	s.Keys("enter").Shows("Title of Jane Smith: Chief Officer")
}
