package ui

import (
	"fmt"
	"slices"
	"strings"

	"astute/ui/pane"
)

// rebound returns commands with the keys that the settings give them, by the
// command's name. A key that is given to one command is no longer another's.
func rebound(commands []pane.Command, keys map[string]string) []pane.Command {
	if len(keys) == 0 {
		return commands
	}
	given := map[string]bool{}
	for _, text := range keys {
		for _, key := range strings.Fields(text) {
			given[key] = true
		}
	}
	for i, c := range commands {
		if text, ok := keys[c.Name]; ok {
			commands[i].Keys = strings.Fields(text)
			continue
		}
		commands[i].Keys = slices.DeleteFunc(slices.Clone(c.Keys), func(key string) bool { return given[key] })
	}
	return commands
}

// paneCommands are the focused pane's commands with the keys that they have.
func (w *Workspace) paneCommands() []pane.Command {
	return rebound(w.focused().Commands(), w.o.Config.Keys)
}

// checkKeys says which setting names a command that nobody knows.
func (w *Workspace) checkKeys() {
	known := map[string]bool{}
	for _, c := range slices.Concat(w.commands(), w.tourCommands()) {
		known[c.Name] = true
	}
	for _, p := range w.panes {
		for _, c := range p.Commands() {
			known[c.Name] = true
		}
	}
	var unknown []string
	for name := range w.o.Config.Keys {
		if !known[name] {
			unknown = append(unknown, fmt.Sprintf("%q", name))
		}
	}
	if len(unknown) > 0 {
		slices.Sort(unknown)
		w.say("the settings give a key to "+strings.Join(unknown, ", ")+", which is no command: the names stand in the palette (:)", true)
	}
}
