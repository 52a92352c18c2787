package ui

import (
	"slices"
	"strings"
	"testing"

	"astute/model"
	"astute/ui/list"
	"astute/ui/pane"
	"astute/ui/theme"
)

// scopes are the tables of commands: those that hold everywhere, and each pane's
// together with them, because that is what somebody with that pane can press.
func scopes() map[string][]pane.Command {
	w := newWorkspace(Options{Today: func() model.Date { return model.Date{} }}, theme.Theme{})
	all := map[string][]pane.Command{}
	panes := slices.Clone(w.panes)
	for _, k := range model.Kinds() {
		panes = append(panes, list.New(k))
	}
	for _, p := range panes {
		all[p.Title()] = append(w.commands(), p.Commands()...)
	}
	return all
}

func TestNoKeyMeansTwoThingsInOneScope(t *testing.T) {
	for scope, commands := range scopes() {
		by := map[string]string{}
		for _, c := range commands {
			for _, key := range c.Keys {
				if other := by[key]; other != "" {
					t.Errorf("in %s %q means %q and %q", scope, key, other, c.Name)
				}
				by[key] = c.Name
			}
		}
	}
}

// Some keys are others in disguise: ctrl+i is tab, ctrl+m is enter, ctrl+/ is
// ctrl+_, ctrl+[ is escape, and escape with a letter is that letter with alt.
func TestNoKeyIsBoundThatTerminalsConfuse(t *testing.T) {
	for scope, commands := range scopes() {
		for _, c := range commands {
			for _, key := range c.Keys {
				if slices.Contains([]string{"ctrl+i", "ctrl+m", "ctrl+/", "ctrl+_", "ctrl+["}, key) || strings.HasPrefix(key, "alt+") {
					t.Errorf("in %s %q is bound to %q", scope, key, c.Name)
				}
			}
		}
	}
}

func TestEveryCommandIsNamedAndExplained(t *testing.T) {
	for scope, commands := range scopes() {
		names := map[string]bool{}
		for _, c := range commands {
			if c.Name == "" || c.Help == "" && !c.IsMotion() || c.Do == nil {
				t.Errorf("in %s a command is not whole: %+v", scope, c)
			}
			if names[c.Name] {
				t.Errorf("in %s two commands are called %q", scope, c.Name)
			}
			names[c.Name] = true
			if c.Hint != "" && len(c.Keys) == 0 {
				t.Errorf("in %s %q has a hint and no key", scope, c.Name)
			}
		}
	}
}
