package ui_test

import (
	"strings"
	"testing"
	"time"

	"astute/ui"
	"astute/ui/uitest"

	tea "github.com/charmbracelet/bubbletea"
)

// What comes in one go with the key that opened a question was typed by nobody
// who had read it.
func TestAQuestionIsNotAnsweredByWhatCameWithItsKey(t *testing.T) {
	path := uitest.Example(t)
	before := version(t, path)
	for _, text := range []string{"Dylan Moore", "Dy", "DY", "Dny"} {
		s := uitest.Workspace(t, path, 120, 40).Keys("3").Burst(text)
		s.Shows("Remove contact", "typed before the question was there")
		if got := version(t, path); got != before {
			t.Fatalf("%q wrote %d edits", text, got-before)
		}
		s.Keys("n").Hides("Remove contact")
	}
	s := uitest.Workspace(t, path, 120, 40).Keys("3").Burst("Dy").Keys("y").Hides("Remove contact").Shows("removed contact")
	s.Keys("u").Shows("undone")
}

func TestAQuestionIsNotAnsweredByWhatWasTypedBeforeItWasThere(t *testing.T) {
	path := uitest.Example(t)
	before := version(t, path)
	s := uitest.Workspace(t, path, 120, 40).Keys("3")
	slow := s.SendOnly(uitest.Key("D"))
	s.Keys("y", "enter").Do(slow).Shows("Remove contact")
	if got := version(t, path); got != before {
		t.Fatalf("it wrote %d edits", got-before)
	}
}

// Enter, as quick behind another key as no finger is, with a clock that goes.
func TestKeysBehindOneAnotherAnswerNoQuestion(t *testing.T) {
	t.Chdir(t.TempDir()) // x and enter export a plan
	path := uitest.Example(t)
	before := version(t, path)
	o := uitest.Options(t, path)
	now := uitest.Now()
	o.Now = func() time.Time { now = now.Add(time.Microsecond); return now }
	s := uitest.Start(t, ui.New(o), 120, 40).Keys("3", "D", "y").Shows("Remove contact")
	if got := version(t, path); got != before {
		t.Fatalf("it wrote %d edits", got-before)
	}
	now = now.Add(time.Second)
	s.Keys("y").Shows("removed contact")
	now = now.Add(time.Second)
	if raw(s, "x\nq"); s.Quit {
		t.Fatal("a paste left the workspace")
	}
}

func TestAShortRawPasteDoesNotQuit(t *testing.T) {
	t.Chdir(t.TempDir()) // x and enter export a plan
	for _, text := range []string{"q\n", "D\ny\nqqq\nx\n", "jq", "quit"} {
		path := uitest.Example(t)
		before := version(t, path)
		s := uitest.Workspace(t, path, 120, 40).Keys("3")
		raw(s, text)
		if s.Quit {
			t.Errorf("%q left the workspace", text)
			continue
		}
		s.Shows("looks like a paste")
		if got := version(t, path); got != before {
			t.Errorf("%q wrote %d edits", text, got-before)
		}
	}
	if s := example(t).Burst("qqq"); !s.Quit {
		t.Error("q held down did not quit")
	}
}

func TestALongLinePastedRawIsOneChange(t *testing.T) {
	text := strings.Repeat("a long line of notes ", 20)
	s := example(t).Keys("3", "n", "ctrl+u")
	raw(s, text+"and its end")
	s.Shows("and its end").Keys("ctrl+s").Shows("u takes it back")
}

func TestManyLinesPastedRawIntoNotesAreAllThere(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "j", "n")
	text := strings.Repeat("he said yes and no\n", 300) + "and left"
	raw(s, text)
	s.Shows("and left").Keys("ctrl+s").Shows("u takes it back")
	if notes := contact(t, path, "Margaret Holloway").Notes; !strings.HasSuffix(notes, text) {
		t.Fatalf("the notes end with %q", notes[max(0, len(notes)-80):])
	}
}

// many is a message of several letters.
func many(text string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text)} }

// While a paste comes in, each key of it costs no more than keeping it: the
// screen is not drawn anew, and no draft is written.
func TestTheScreenWaitsForTheEndOfARawPaste(t *testing.T) {
	s := example(t).Keys("3", "n")
	was := s.Text()
	first := s.SendOnly(many("said"))
	for range 50 {
		if cmd := s.SendOnly(many("more")); cmd != nil {
			t.Fatal("a key in the middle of a paste asks for something to be done")
		}
	}
	if s.Text() != was {
		t.Fatal("the screen was drawn in the middle of a paste")
	}
	s.Do(first).Shows("saidmoremore")
}

func TestAQuestionShowsWhereTheWindowIsTooSmall(t *testing.T) {
	s := example(t).Keys("3", "a").Type("Zora").Resize(40, 5).Shows("ctrl+c quits").Keys("ctrl+c")
	s.Shows("Quit?", "y quit and lose it")
	if s.Keys("n").Hides("Quit?"); s.Quit {
		t.Fatal("n quit")
	}
	s.Keys("ctrl+c").Resize(20, 1).Shows("Quit?").Resize(40, 5)
	if s.Keys("y"); !s.Quit {
		t.Fatal("y did not quit")
	}
}

func TestWhereTheWindowIsTooSmallTheQuitKeyIsTheOneOfTheSettings(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	o.Config.Keys = map[string]string{"quit": "Q"}
	s := uitest.Start(t, ui.New(o), 40, 5).Shows("Q quits").Keys("q")
	if s.Quit {
		t.Fatal("q quit, which is no key of quit")
	}
	if s.Keys("Q"); !s.Quit {
		t.Fatal("Q did not quit")
	}
}

// A tick that finds nothing new draws nothing: the very same screen comes again.
func TestNothingIsDrawnWhileNothingHappens(t *testing.T) {
	s := example(t).Keys("3")
	was := s.Model().View()
	s.Send(ui.Tick{})
	if now := s.Model().View(); now != was {
		t.Fatal("a tick changed the screen")
	}
	if allocs := testing.AllocsPerRun(10, func() { s.Model().View() }); allocs > 0 {
		t.Fatalf("drawing what did not change takes %v allocations", allocs)
	}
}
