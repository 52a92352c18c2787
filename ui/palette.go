package ui

import (
	"cmp"
	"slices"
	"strings"

	"astute/ui/pane"
	"astute/ui/picker"

	tea "github.com/charmbracelet/bubbletea"
)

// newPalette lists everything that can be done, with the key that does it, and
// the reason where it cannot be done now. What changes or writes something comes
// first; moving about is left out.
func newPalette(w *Workspace) *chooser {
	all := slices.Concat(w.paneCommands(), w.commands(), w.studyCommands(), w.kindCommands())
	all = slices.DeleteFunc(all, pane.Command.IsMotion)
	slices.SortStableFunc(all, func(a, b pane.Command) int { return cmp.Compare(standsAt(a), standsAt(b)) })
	var items []picker.Item
	byName := map[string]pane.Command{}
	for _, c := range all {
		if _, twice := byName[c.Name]; twice {
			continue
		}
		byName[c.Name] = c
		it := picker.Item{Value: c.Name, Text: c.Name, Detail: c.Help, Off: c.Why}
		if c.Also != "" {
			it.Detail += " (" + c.Also + ")"
		}
		if len(c.Keys) > 0 {
			it.Note = keyName(c.Keys[0])
		}
		items = append(items, it)
	}
	c := &chooser{
		palette: true, title: "Commands", list: picker.Typed(items, fold), empty: "no command is called that",
		choose: func(w *Workspace, it picker.Item) tea.Cmd {
			if files, ok := strings.CutPrefix(it.Value, importWord); ok {
				return w.startImport(files)
			}
			return w.run(byName[it.Value])
		},
	}
	c.list.Else = func(typed string) []picker.Item {
		if files, ok := strings.CutPrefix(typed, importWord); ok && strings.TrimSpace(files) != "" {
			return []picker.Item{{Value: typed, Text: typed, Detail: "shows first what is in it"}}
		}
		return nil
	}
	return c
}

// importWord begins the line that names files to import.
const importWord = "import "

// paletteFirst are the beginnings of the names that come first, in their order.
var paletteFirst = []string{"add", "edit", "complete", "log", "note", "export"}

func standsAt(c pane.Command) int {
	for i, word := range paletteFirst {
		if strings.HasPrefix(c.Name, word) && len(c.Keys) > 0 {
			return i
		}
	}
	return len(paletteFirst)
}
