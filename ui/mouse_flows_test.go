package ui_test

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"

	"astute/ui"
	"astute/ui/uitest"
)

func TestMouse(t *testing.T) {
	s := example(t)
	x, y := s.Place("Alan Brown       ")
	s.Click(x, y)
	s.Shows("> Alan Brown")
	s.Wheel(x, y, 1).Hides("Jane Smith           ")
	x, y = s.Place("find")
	s.Click(x, y).Shows("Find", "a typo is fine")
}

func TestAClickGivesAPaneTheKeys(t *testing.T) {
	s := example(t).Keys("3")
	x, y := s.Place("2 Political map")
	s.Click(x, y).Shows("[2 Political map]")
	narrow := uitest.Workspace(t, uitest.Example(t), 85, 24).Keys("3")
	x, y = narrow.Place(" 1 Overview")
	narrow.Click(x+1, y).Shows("[1 Overview]")
}

func TestTheWheelScrollsWhatIsUnderIt(t *testing.T) {
	s := example(t).Keys("4", "?")
	was := s.Text()
	if s.Wheel(60, 20, 1).Text() == was {
		t.Error("the wheel does not scroll what lies over the panes")
	}
	s.Wheel(60, 20, -1).Keys("esc").Shows("[4 Action plan]")
}

func TestWhatIsCopiedIsSentToTheTerminal(t *testing.T) {
	var out bytes.Buffer
	o := uitest.Options(t, uitest.Example(t))
	o.Out = &out
	uitest.Start(t, ui.New(o), 120, 40).Keys("3", "y").Shows("was sent to the clipboard")
	code, ok := strings.CutPrefix(out.String(), "\x1b]52;c;")
	text, err := base64.StdEncoding.DecodeString(strings.TrimSuffix(code, "\x07"))
	if !ok || err != nil || !strings.Contains(string(text), "Jane Smith") {
		t.Errorf("sent was %q", out.String())
	}
}

func TestAClickOnAHeadingSortsAndOnHelpHelps(t *testing.T) {
	s := example(t).Keys("3", "z")
	x, y := s.Place("Title  ")
	s.Click(x, y).Shows("by Title").Click(x, y).Shows("by Title, last first")
	x, y = s.Place("? help")
	s.Click(x+2, y).Shows("Everywhere").Keys("esc")
	s.Click(x-4, y).Hides("Everywhere")
}

// Beside a hint there is nothing, and a hint that something said lies over is
// not there.
func TestAClickOnNoHintDoesNothing(t *testing.T) {
	path := uitest.Example(t)
	before := version(t, path)
	s := uitest.Workspace(t, path, 120, 40).Keys("4", "j")
	x, y := s.Place("c complete")
	s.Click(x-2, y)
	if got := version(t, path); got != before {
		t.Fatal("a click on the blank before a hint wrote")
	}
	s.Keys("esc").Shows("q quits").Click(x+2, y).Hides("q quits")
	if got := version(t, path); got != before {
		t.Fatal("a click on what was said wrote")
	}
}
