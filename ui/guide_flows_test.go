package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

func TestAFewQuestionsClassifySomebody(t *testing.T) {
	path := stale(t)
	s := uitest.Workspace(t, path, 80, 24).Keys("3", "c").Shows("Ada Fern: what is to be found out?", "c  Support")
	s.Keys("c").Shows("What does Ada Fern say of us when we are not in the room?", "question 1").Keys("1").Shows("question 2", "said Ada Fern speaks for us")
	s.Keys("backspace").Shows("question 1", "> a  speaks for us").Keys("enter", "a").Shows("Support Champion: sells for us", "enter writes it")
	before := version(t, path)
	s.Keys("enter").Shows("Support of Ada Fern: Champion", "what is to be found out?", "> c  Support           Champion")
	c := contact(t, path, "Ada Fern")
	if c.Support != model.Champion || !strings.HasPrefix(c.Source, "Ada Fern speaks for us") {
		t.Fatalf("support %v, source %q", c.Support, c.Source)
	}
	if now := version(t, path); now != before+1 {
		t.Errorf("%d edits were written", now-before)
	}
	s.Keys("u").Shows("undone")
	if c := contact(t, path, "Ada Fern"); c.Support != 0 || c.Source != "" {
		t.Fatalf("support %v, source %q after undo", c.Support, c.Source)
	}
	s.Keys("esc").Shows("[3 Contacts]")
}

func TestTheQuestionsLookAsKept(t *testing.T) {
	path := uitest.Example(t)
	for _, size := range [][2]int{{60, 20}, {120, 40}} {
		s := uitest.Workspace(t, path, size[0], size[1]).Keys("2", "c").Golden(fmt.Sprintf("guide-%dx%d", size[0], size[1]))
		s.Keys("a", "a").Golden(fmt.Sprintf("guide-question-%dx%d", size[0], size[1]))
		s.Keys("c").Shows("enter writes it").Golden(fmt.Sprintf("guide-value-%dx%d", size[0], size[1]))
	}
}

func TestTheQuestionsAreOfferedWhileAValueIsChosen(t *testing.T) {
	path := stale(t)
	before := version(t, path)
	s := uitest.Workspace(t, path, 80, 24).Keys("2", "s").Shows("Support of Ada Fern", "? by questions").Keys("?").Shows("[Classify by questions]", "when we are not in the room?")
	s.Keys("backspace").Shows("there is nothing before this").Keys("esc").Hides("Classify", "Support of Ada Fern")
	if version(t, path) != before {
		t.Error("leaving wrote something")
	}
	s.Keys("s", "?", "c", "enter").Hides("Classify").Shows("Support of Ada Fern: Opponent")
	if c := contact(t, path, "Ada Fern"); c.Support != model.Opponent {
		t.Fatalf("support %v", c.Support)
	}
	s.Keys("r").Hides("by questions").Keys("?").Hides("Classify by questions")
}

func TestSourcesAreAddedToAndNotRepeated(t *testing.T) {
	path := stale(t)
	before := contact(t, path, "Ada Fern")
	after := model.Clone(before)
	after.Source = "Found in her profile."
	uitest.Write(t, path, model.Edited("edit contact Ada Fern", before, after))
	s := uitest.Workspace(t, path, 80, 24).Keys("3", "c", "c", "c", "enter")
	const want = "Found in her profile. Ada Fern speaks against us, or for somebody else"
	if got := contact(t, path, "Ada Fern").Source; got != want {
		t.Fatalf("the source is %q", got)
	}
	s.Keys("c", "c", "enter").Shows("as it was", "what is to be found out?")
	if got := contact(t, path, "Ada Fern").Source; got != want {
		t.Fatalf("the source is %q", got)
	}
}

func TestQuestionsAboutNobodySayHowToBegin(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 60, 20).Type("Acme").Keys("enter", "2", "c").Shows("somebody under the cursor").Golden("guide-empty-60x20")
	for _, key := range []string{"enter", "backspace", "a", "1"} {
		s.Keys(key).Shows("[Classify by questions]")
	}
	s.Keys("?").Shows("one question back").Keys("esc", "esc").Shows("[2 Political map]")
}

func TestWhoIsAskedAboutMayBeRemovedMeanwhile(t *testing.T) {
	path := stale(t)
	s := uitest.Workspace(t, path, 80, 24).Keys("3", "c", "c", "c").Shows("enter writes it")
	remove(t, path, "Ada Fern")
	s.Keys("enter").Shows("! ").Tick().Shows("somebody under the cursor").Keys("esc").Shows("[3 Contacts]")
}

func TestTheQuestionsFitEverySizeWithoutLines(t *testing.T) {
	for _, size := range sizes[1:] {
		s := plainWorkspace(t, uitest.Example(t), size.w, size.h).Keys("2", "c", "b").Shows("[Classify by questions]", "> a  nearly always")
		if strings.ContainsAny(s.Text(), "┌│└─") {
			t.Errorf("lines are drawn on an ASCII terminal:\n%s", s.Text())
		}
	}
}
