package ui

import (
	"strings"

	"astute/ui/grid"
	"astute/ui/input"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// helpEntry is one thing that the help explains: a command with its keys, or a
// mark.
type helpEntry struct {
	key, text string
	off       bool // it cannot be done now
}

// helpPart is some of them under a heading.
type helpPart struct {
	name    string
	entries []helpEntry
}

// help lists keys with what they do, and marks with what they mean. What is
// typed after a stroke narrows it.
type help struct {
	*reader
	parts func(w *Workspace) []helpPart
	find  input.Input
	open  bool // the line to type into
}

// newHelp lists the keys of the focused pane, then those that hold everywhere,
// then what the pane's marks mean, then what has no key.
func newHelp(w *Workspace) *help {
	p := w.focused()
	return newKeys(func(w *Workspace) []helpPart {
		var keyed, named []pane.Command
		for _, c := range w.commands() {
			if len(c.Keys) == 0 {
				named = append(named, c)
			} else {
				keyed = append(keyed, c)
			}
		}
		if w.tour != nil {
			keyed = append(keyed, w.tourCommands()...)
		}
		parts := []helpPart{commandPart("In "+p.Title(), w.paneCommands()), commandPart("Everywhere", keyed)}
		parts = append(parts, markParts(p)...)
		return append(parts, commandPart("By name, with "+w.keyOf("commands"), named))
	})
}

// newReaderHelp lists the keys of a text to read.
func newReaderHelp(_ *Workspace, r *reader) *help {
	return newKeys(func(w *Workspace) []helpPart {
		return []helpPart{commandPart("In "+r.title, append(r.extra[:len(r.extra):len(r.extra)], r.commands(w)...))}
	})
}

func newKeys(parts func(w *Workspace) []helpPart) *help {
	h := &help{reader: &reader{title: "Keys", keyWidth: 14}, parts: parts}
	h.make = func(w *Workspace, width int) []textLine {
		var lines []textLine
		for _, p := range h.parts(w) {
			lines = append(lines, h.lines(p, width)...)
		}
		if len(lines) > 0 {
			return lines[1:] // begins with a blank one
		}
		return []textLine{{text: "nothing of that name; esc shows all again", style: theme.Faint}}
	}
	return h
}

// lines are those of a part that match what was typed, behind a blank line and
// the heading; none where nothing matches.
func (h *help) lines(p helpPart, width int) []textLine {
	lines := []textLine{{}, {text: p.name, style: theme.Heading}}
	for _, e := range p.entries {
		if !matches(h.find.Text(), e.key+" "+e.text+" "+p.name) {
			continue
		}
		style := theme.Plain
		if e.off {
			style = theme.Faint
		}
		for i, text := range grid.Wrap(e.text, width-h.keyWidth-2) {
			l := textLine{text: text, style: style}
			if i == 0 {
				l.key = e.key
			}
			lines = append(lines, l)
		}
	}
	if len(lines) == 2 {
		return nil
	}
	return lines
}

// matches reports whether every word of what was typed stands in a text.
func matches(typed, text string) bool {
	text = fold(text)
	for _, word := range strings.Fields(fold(typed)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// commandPart lists commands: keys, name, what it does where the name does not
// say it, and the reason why it cannot be done now.
func commandPart(name string, commands []pane.Command) helpPart {
	part := helpPart{name: name}
	for _, c := range commands {
		e := helpEntry{text: c.Name, off: c.Why != ""}
		if c.Help != "" {
			e.text += ": " + c.Help
		}
		if e.off {
			e.text += " (not now: " + c.Why + ")"
		}
		var keys []string
		for _, k := range c.Keys {
			keys = append(keys, keyName(k))
		}
		e.key = strings.Join(keys, " ")
		part.entries = append(part.entries, e)
	}
	return part
}

// markParts explain the marks of a pane.
func markParts(p pane.Pane) []helpPart {
	explained, ok := p.(pane.Explained)
	if !ok {
		return nil
	}
	var parts []helpPart
	for _, l := range explained.Legend() {
		part := helpPart{name: "Marks: " + l.Title}
		for _, m := range l.Marks {
			part.entries = append(part.entries, helpEntry{key: m.Mark, text: m.String()})
		}
		parts = append(parts, part)
	}
	return parts
}

func (h *help) typing() bool { return h.open }

func (h *help) hints() []hint {
	if h.open {
		return []hint{{"enter", "keep"}, {"↑↓", "scroll"}, {"esc", "all"}}
	}
	return []hint{{"j k", "scroll"}, {"/", "find"}, {"esc", "back"}}
}

func (h *help) key(w *Workspace, key string) tea.Cmd {
	switch {
	case key == "esc" && (h.open || h.find.Text() != ""):
		h.find.Set("")
		h.open = false
		h.resize(w)
	case h.open && (key == "up" || key == "down" || key == "pgup" || key == "pgdown"):
		return h.reader.key(w, key)
	case h.open && key == "enter":
		h.open = false
	case h.open:
		if !h.find.Key(key) {
			w.nothingOn(key)
		}
		h.resize(w)
	case key == "/":
		h.open = true
	case key == "esc", key == "q", key == "enter", key == "?", key == "f1":
		w.drop(h)
	default:
		return h.reader.key(w, key)
	}
	return nil
}

func (h *help) paste(w *Workspace, text string) tea.Cmd {
	h.open = true
	w.sayJoined(h.find.Insert(text))
	h.resize(w)
	return nil
}

func (h *help) click(w *Workspace, x, y int) tea.Cmd {
	if !h.box.Has(x, y) {
		w.drop(h)
	}
	return nil
}

// resize keeps the box as high as the whole list needs, so that it does not
// shrink under what is being typed.
func (h *help) resize(w *Workspace) {
	h.offset = 0
	h.reader.resize(w)
	h.box.Y, h.box.H = 1, w.screen.H-2
}

// meanwhile makes the text anew where it stands.
func (h *help) meanwhile(w *Workspace) {
	at := h.offset
	h.resize(w)
	h.scroll(at)
}

func (h *help) draw(w *Workspace, v grid.View) {
	h.title = "Keys"
	if text := h.find.Text(); text != "" {
		h.title = "Keys /" + text
	}
	h.reader.draw(w, v)
	if !h.open {
		return
	}
	line := v.Sub(w.screen.Hints)
	line.Fill(theme.Plain)
	x := line.Text(1, 0, theme.Focus, "/")
	h.find.Draw(line.Sub(layout.Rect{X: x, W: max(1, line.W()/2), H: 1}), theme.Plain, true)
	line.Text(line.W()/2+2, 0, theme.Faint, grid.Cut("enter keeps   esc shows all", line.W()/2-3))
}
