package ui

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"astute/model"
	"astute/ui/config"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// rebound returns commands with the keys that the settings give them, by the
// command's name. A key that is given to one command is no longer another's.
func rebound(commands []pane.Command, keys map[string][]string) []pane.Command {
	if len(keys) == 0 {
		return commands
	}
	given := map[string]bool{}
	for _, list := range keys {
		for _, key := range list {
			given[key] = true
		}
	}
	for i, c := range commands {
		if list, ok := keys[c.Name]; ok {
			commands[i].Keys = list
			continue
		}
		commands[i].Keys = slices.DeleteFunc(slices.Clone(c.Keys), func(key string) bool { return given[key] })
	}
	return commands
}

// paneCommands are the focused pane's commands with the keys that they have.
func (w *Workspace) paneCommands() []pane.Command {
	return rebound(w.focused().Commands(), w.keys)
}

// KeyTrouble says what of the keys in the settings cannot be had, and which
// commands are left without a key; nothing when all is well.
func KeyTrouble(c config.Config) []string {
	w := newWorkspace(Options{Config: c, Today: func() model.Date { return model.Date{} }}, theme.Theme{})
	return w.keyTrouble
}

// checkKeys takes those keys of the settings that can be had, and notes what is
// wrong with the others: their commands keep the keys that they have.
func (w *Workspace) checkKeys(settings map[string]string) {
	if len(settings) == 0 {
		return
	}
	known := map[string]pane.Command{}
	for _, c := range w.everyCommand() {
		known[c.Name] = c
	}
	keys, owner, unknown := map[string][]string{}, map[string]string{}, []string(nil)
	note := func(format string, args ...any) { w.keyTrouble = append(w.keyTrouble, fmt.Sprintf(format, args...)) }
	for _, name := range slices.Sorted(maps.Keys(settings)) {
		if _, ok := known[name]; !ok {
			unknown = append(unknown, fmt.Sprintf("%q", name))
			continue
		}
		for _, key := range strings.Fields(settings[name]) {
			key, why := keyMeant(key)
			switch {
			case why != "":
			case known[name].IsMotion():
			case slices.ContainsFunc(pane.Moves(nil), func(c pane.Command) bool { return slices.Contains(c.Keys, key) }):
				why = "it moves the cursor"
			case owner[key] != "" && owner[key] != name:
				why = owner[key] + " has it too"
			}
			if why != "" {
				note("the settings give %q to %s, which cannot have it: %s", keyName(key), name, why)
				continue
			}
			owner[key] = name
			keys[name] = append(keys[name], key)
		}
	}
	w.keys = keys
	for _, name := range slices.Sorted(maps.Keys(known)) {
		was := known[name].Keys
		if len(was) > 0 && keys[name] == nil && !slices.ContainsFunc(was, func(key string) bool { return owner[key] == "" }) {
			note("%s has no key any more: the settings give %s to %s", name, keyName(was[0]), owner[was[0]])
		}
	}
	if len(unknown) > 0 {
		note("the settings give a key to %s, which is no command: the names stand in the palette (:)", strings.Join(unknown, ", "))
	}
}

// everyCommand are the commands that the settings can give keys.
func (w *Workspace) everyCommand() []pane.Command {
	list := slices.Concat(w.commands(), w.tourCommands())
	for _, p := range w.panes {
		list = append(list, p.Commands()...)
	}
	return list
}

// otherwise are keys that terminals send as others, or that mean the same
// wherever one is.
var otherwise = map[string]string{
	"ctrl+c": "it quits everywhere", "esc": "it leads back everywhere", "ctrl+[": "terminals send it as esc",
	"ctrl+i": "terminals send it as tab", "ctrl+m": "terminals send it as enter",
}

// keyMeant returns a key of the settings as the terminal names it, and why it
// cannot be had, "" when it can.
func keyMeant(name string) (key, why string) {
	if why := otherwise[name]; why != "" {
		return name, why
	}
	switch r, size := utf8.DecodeRuneInString(name); {
	case name == "space":
		return " ", ""
	case strings.HasPrefix(name, "alt+"):
		return name, "terminals send it as esc and the letter"
	case size == len(name) && unicode.IsGraphic(r):
		return name, ""
	}
	for t := tea.KeyType(-128); t < 128; t++ {
		if t != tea.KeyRunes && (tea.Key{Type: t}).String() == name {
			return name, ""
		}
	}
	return name, "there is no such key; keys are written like x, X, ctrl+x, f5, tab, space"
}
