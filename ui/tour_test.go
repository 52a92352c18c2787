package ui

import (
	"strings"
	"testing"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/theme"
)

// Every key that a step names is on a command, and on the smallest screen a step
// takes three lines at most, the praise for the one before it included.
func TestEveryStepOfTheTourNamesKeysAndIsShort(t *testing.T) {
	w := newWorkspace(Options{Today: func() model.Date { return model.Date{} }}, theme.Theme{})
	praise := ""
	for i, step := range tourSteps {
		for rest := step.text; strings.Contains(rest, "{"); {
			_, after, _ := strings.Cut(rest, "{")
			name, behind, ok := strings.Cut(after, "}")
			if !ok || w.keyOf(name) == "" {
				t.Errorf("step %d names %q, which no command is called", i+1, name)
			}
			rest = behind
		}
		on := &tour{step: i, praise: praise}
		list := tourLines(on.words(w), layout.MinWidth-2)
		if len(list) > 3 {
			t.Errorf("step %d takes %d lines", i+1, len(list))
		}
		for _, line := range list {
			text := ""
			for _, word := range line {
				text += " " + word.text
			}
			if grid.Width(text) > layout.MinWidth-1 {
				t.Errorf("step %d is too wide: %q", i+1, text)
			}
		}
		if last := i == len(tourSteps)-1; last != (step.done == nil) || last != (step.praise == "") {
			t.Errorf("step %d: only the last one has nothing to do", i+1)
		}
		praise = step.praise
	}
}

// A command that the settings left without a key is named as the palette has it.
func TestAStepNamesACommandWithoutAKeyByItsName(t *testing.T) {
	w := newWorkspace(Options{Today: func() model.Date { return model.Date{} }}, theme.Theme{})
	w.keys = map[string][]string{"zoom": {"x"}}
	on := &tour{step: 9}
	said := ""
	for _, word := range on.words(w) {
		said += word.text + " "
	}
	if !strings.Contains(said, ": export the plan writes") {
		t.Errorf("it says %q", said)
	}
}
