package ui

import (
	"strings"

	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/picker"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// letters is a list over the panes from which one thing is chosen by its letter
// or by arrows.
type letters struct {
	plain
	title  string
	list   *picker.Picker
	box    layout.Rect
	choose func(w *Workspace, it picker.Item) tea.Cmd
}

func (*letters) hints() []hint {
	return []hint{{"enter", "choose"}, {"↑↓", "move"}, {"esc", "back"}}
}

func (l *letters) resize(w *Workspace) { l.box = overBox(w, 84, l.list.Lines()+2) }

func (l *letters) key(w *Workspace, key string) tea.Cmd {
	switch key {
	case "esc":
		w.drop(l)
		return nil
	case "enter":
		if it, ok := l.list.Current(); ok {
			return l.take(w, it)
		}
		return nil
	}
	if it, ok := l.list.Letter(key); ok {
		return l.take(w, it)
	}
	if !l.list.Key(key) {
		w.say("there is nothing on "+keyName(key)+": choose "+l.offered(), false)
	}
	return nil
}

// offered names the letters that can be chosen: "i, s, c, f or r".
func (l *letters) offered() string {
	var keys []string
	for _, it := range l.list.Items() {
		if it.Letter != "" && it.Off == "" {
			keys = append(keys, it.Letter)
		}
	}
	if len(keys) < 2 {
		return strings.Join(keys, "")
	}
	last := len(keys) - 1
	return strings.Join(keys[:last], ", ") + " or " + keys[last]
}

// take chooses an item, or says why it cannot be chosen.
func (l *letters) take(w *Workspace, it picker.Item) tea.Cmd {
	if it.Off != "" {
		w.say(it.Off, false)
		return nil
	}
	w.drop(l)
	return l.choose(w, it)
}

func (l *letters) click(w *Workspace, x, y int) tea.Cmd {
	if !l.box.Has(x, y) {
		w.drop(l)
		return nil
	}
	if it, ok := l.list.Current(); l.list.Click(y - l.box.Y - 1) {
		if it, ok = l.list.Current(); ok {
			return l.take(w, it)
		}
	}
	return nil
}

func (l *letters) wheel(_ *Workspace, rows int) { l.list.Move(rows) }

func (l *letters) draw(w *Workspace, v grid.View) {
	in := grid.Frame{Title: grid.Cut(l.title, max(8, l.box.W-8)), Focus: true, Glyphs: w.theme.Glyphs}.Draw(v.Sub(l.box))
	in.Fill(theme.Plain)
	l.list.DrawItems(in)
}
