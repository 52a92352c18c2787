package ui

import (
	"strings"

	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"
)

// scope is some commands under a heading.
type scope struct {
	name     string
	commands []pane.Command
}

// newHelp lists the keys of the focused pane, then those that hold everywhere,
// then what has no key.
func newHelp(w *Workspace) *reader {
	title := "In " + w.focused().Title()
	return newKeys(func(w *Workspace) []scope {
		everywhere := scope{name: "Everywhere"}
		named := scope{name: "By name, with :"}
		for _, c := range w.commands() {
			if len(c.Keys) == 0 {
				named.commands = append(named.commands, c)
			} else {
				everywhere.commands = append(everywhere.commands, c)
			}
		}
		return []scope{{title, w.paneCommands()}, everywhere, named}
	})
}

// newReaderHelp lists the keys of a text to read.
func newReaderHelp(_ *Workspace, r *reader) *reader {
	return newKeys(func(w *Workspace) []scope {
		return []scope{{"In " + r.title, append(r.extra[:len(r.extra):len(r.extra)], r.commands(w)...)}}
	})
}

func newKeys(scopes func(w *Workspace) []scope) *reader {
	r := &reader{title: "Keys", keyWidth: 14, isHelp: true}
	r.make = func(w *Workspace, width int) []textLine {
		var lines []textLine
		for i, s := range scopes(w) {
			if i > 0 {
				lines = append(lines, textLine{})
			}
			lines = append(lines, textLine{text: s.name, style: theme.Heading})
			for _, c := range s.commands {
				lines = append(lines, helpLines(c, width-r.keyWidth-2)...)
			}
		}
		return lines
	}
	return r
}

// helpLines is one command of the help: its keys, its name, what it does where
// the name does not say it, and the reason why it cannot be done now.
func helpLines(c pane.Command, width int) []textLine {
	text := c.Name
	if c.Help != "" {
		text += ": " + c.Help
	}
	style := theme.Plain
	if c.Why != "" {
		text += " (not now: " + c.Why + ")"
		style = theme.Faint
	}
	var keys []string
	for _, k := range c.Keys {
		keys = append(keys, keyName(k))
	}
	var lines []textLine
	for i, line := range grid.Wrap(text, width) {
		l := textLine{text: line, style: style}
		if i == 0 {
			l.key = strings.Join(keys, " ")
		}
		lines = append(lines, l)
	}
	return lines
}
