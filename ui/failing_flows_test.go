package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/store"
	"astute/ui"
	"astute/ui/uitest"
)

// faults are what can be wrong with a file, with the cure.
var faults = map[string]error{
	"full":      fmt.Errorf("book.db: %w: make room on the disk and try again; nothing was changed", store.ErrFull),
	"busy":      fmt.Errorf("book.db: %w: it is in use by another program and did not come free in 2s: try again", store.ErrBusy),
	"read only": fmt.Errorf("book.db: %w: allow it with chmod u+w, or use a copy", store.ErrReadOnly),
	"damaged":   fmt.Errorf("book.db: %w: astute doctor says what is wrong", store.ErrDamaged),
}

// onFailing opens the worked example as a file that fails as long as one of the
// two says why.
func onFailing(t *testing.T, w, h int) (s *uitest.Screen, read, write *error) {
	t.Helper()
	o := uitest.Options(t, uitest.Example(t))
	read, write = new(error), new(error)
	o.Store = ailing{o.Store, func(method string) error {
		switch method {
		case "Version", "Plan", "Find", "Removal":
			return *read
		case "Apply", "Undo":
			return *write
		}
		return nil
	}}
	return uitest.Start(t, ui.New(o), w, h), read, write
}

func TestWhatCannotBeWrittenSaysTheCureAndKeepsWhatWasTyped(t *testing.T) {
	for name, fault := range faults {
		for i, c := range []struct {
			open        []string
			typed, save string
			saved       string
		}{
			{[]string{"3", "l", "e", "ctrl+u"}, "Chief of all", "enter", "Title of Jane Smith: Chief of all"},
			{[]string{"3", "E", "tab", "ctrl+u"}, "Chief of all", "ctrl+s", "saved"},
			{[]string{"3", "a"}, "Zora Quill", "ctrl+s", "add contact Zora Quill: saved"},
			{[]string{"4", "a"}, "call Raj about pilot", "enter", "saved"},
			{[]string{"3", "n", "ctrl+u"}, "Chief of all", "ctrl+s", "u takes it back"},
			{[]string{"1", "e", "ctrl+u"}, "We are in", "enter", "We are in"},
		} {
			if i > 0 && name != "full" {
				continue // what is wrong makes no difference to what is kept
			}
			s, _, write := onFailing(t, 120, 40)
			s.Keys(c.open...).Type(c.typed)
			*write = fault
			said := "! " + fault.Error()
			s.Keys(c.save).Shows(c.typed)
			if last := s.Lines()[39]; !strings.Contains(last, said[:60]) {
				t.Errorf("%s, %v: it says %q", name, c.open, last)
			}
			s.Keys("left", "right").Shows(c.typed)
			*write = nil
			s.Keys(c.save).Shows(c.saved)
		}
	}
}

func TestWhatNeedsNoTypingFailsInOneLineToo(t *testing.T) {
	for _, keys := range [][]string{{"4", "j", "c"}, {"4", "j", "w"}, {"2", "shift+right"}, {"u", "y"}, {"3", "D", "y"}, {"3", "l", "l", "l", "l", "e", "n"}} {
		s, _, write := onFailing(t, 120, 40)
		*write = faults["full"]
		s.Keys(keys...).Shows("! book.db: no space left: make room")
		s.Keys("esc", "esc", "esc").Shows("Jane Smith", "Smith T+")
	}
}

func TestAFileThatCannotBeReadKeepsTheScreenAndSaysSo(t *testing.T) {
	s, read, _ := onFailing(t, 120, 40)
	s.Keys("3", "j", "e").Type("!")
	*read = faults["busy"]
	s.Tick().Tick().Shows("Margaret Holloway!", "! book.db: the file is busy", "the file cannot be read")
	s.Keys("esc", "y", "f").Type("holloway").Shows("the file is busy").Keys("esc")
	s.Keys("D").Shows("the file is busy").Keys("]").Shows("the file is busy", "Jane Smith")
	*read = nil
	s.Tick().Shows("the file can be read again", "FreshKart Grocers").Hides("the file cannot be read")
}

func TestErrorsAreKeptWithTheirTime(t *testing.T) {
	s, _, write := onFailing(t, 120, 40)
	*write = faults["full"]
	s.Keys("4", "j", "c")
	*write = nil
	s.Keys("c", ":").Type("messages").Keys("enter").Shows("Messages", "09:30", "no space left: make room on the disk and try again", "complete action")
	s = uitest.Workspace(t, uitest.Example(t), 60, 20)
	s.Keys("4", "U", ":").Type("messages").Keys("enter").Shows("09:30", "nothing to redo")
}

// At the smallest size too the cure can be read, in full with the messages.
func TestAtTheSmallestSizeAnErrorCanBeReadInFull(t *testing.T) {
	s, _, write := onFailing(t, 60, 20)
	*write = faults["busy"]
	s.Keys("4", "j", "c").Shows("! book.db: the file is busy")
	s.Keys(":").Type("messages").Keys("enter").Shows("09:30:00  ! book.db: the file is busy", "program and did not come free", "try again")
}

// What keeps the look-up from looking is said whole, and enter looks again.
func TestALookUpThatFailedIsRepeatedByEnter(t *testing.T) {
	for _, size := range sizes[1:] {
		s, read, _ := onFailing(t, size.w, size.h)
		*read = fmt.Errorf("book.db is damaged (record 7 of 266 is not what was written): go back to the newest backup with: %s", "astute restore the-newest.db")
		s.Keys("f").Type("mehta").Shows("! book.db is damaged", "the-newest.db", "enter looks again")
		s.Keys("enter").Shows("the-newest.db", "mehta")
		*read = nil
		s.Keys("enter").Shows("Raj Mehta", "[Brief]").Keys("esc", "esc")
		s.Keys(":").Type("messages").Keys("enter").Shows("! book.db is damaged")
	}
}
