package ui

import (
	"errors"
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/form"
	"astute/ui/grid"
	"astute/ui/input"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// capture takes a new record in one line; below it stands what was understood.
type capture struct {
	plain
	ask     pane.Capture
	id      model.ID // of the record that is to be made
	text    input.Input
	said    string
	problem string
	box     layout.Rect
}

func (*capture) typing() bool    { return true }
func (c *capture) unsaved() bool { return c.text.Text() != "" }

func (*capture) hints() []hint {
	return []hint{{"enter", "save"}, {"tab", "as a form"}, {"esc", "leave"}}
}

// resize gives the box the lines that what was understood takes.
func (c *capture) resize(w *Workspace) {
	c.box = overBox(w, 84, 5)
	c.box = overBox(w, 84, 4+len(c.told()))
}

// told is what stands below the line: the hint, what was understood, or what is
// wrong; where one line is too short, each part on lines of its own.
func (c *capture) told() []string {
	text := "= " + c.said
	switch {
	case c.problem != "":
		text = "! " + c.problem
	case strings.TrimSpace(c.text.Text()) == "":
		text = c.ask.Hint
	}
	room := c.box.W - 5
	var lines []string
	for _, part := range strings.Split(text, betweenParts) {
		if last := len(lines) - 1; last >= 0 && grid.Width(lines[last]+betweenParts+part) <= room {
			lines[last] += betweenParts + part
			continue
		}
		lines = append(lines, grid.Wrap(part, room)...)
	}
	return lines
}

// betweenParts is what stands between the parts of what was understood.
const betweenParts = "   "

func (c *capture) key(w *Workspace, key string) tea.Cmd {
	switch key {
	case "esc":
		if c.text.Text() == "" {
			w.drop(c)
			return nil
		}
		w.askLeave(c)
		return nil
	case "enter":
		defer c.resize(w) // there may be something to say about it
		return c.save(w)
	case "tab":
		r, err := c.record()
		if errors.Is(err, pane.ErrWhoIsMe) {
			w.askMe(key)
			return nil
		}
		if err == nil {
			w.drop(c)
			return w.serve(pane.Add{Kind: c.ask.Kind, With: r})
		}
		c.resize(w)
		return nil
	}
	if !c.text.Key(key) {
		w.nothingOn(key)
		return nil
	}
	c.read(w)
	return nil
}

func (c *capture) paste(w *Workspace, text string) tea.Cmd {
	w.sayJoined(c.text.Insert(text))
	c.read(w)
	return nil
}

// sayJoined says that a paste of several lines became one.
func (w *Workspace) sayJoined(lines int) {
	if lines > 1 {
		w.say(fmt.Sprintf("%d lines were joined into one", lines), false)
	}
}

func (c *capture) read(w *Workspace) {
	_, said, err := c.ask.Read(c.text.Text())
	if c.said, c.problem = said, ""; err != nil {
		c.problem = err.Error()
	}
	c.resize(w)
}

// record is what was understood as fields.
func (c *capture) record() (map[int]string, error) {
	fields, _, err := c.ask.Read(c.text.Text())
	if err != nil {
		c.problem = err.Error()
		return nil, err
	}
	for num, text := range c.ask.With {
		if fields[num] == "" {
			fields[num] = text
		}
	}
	return fields, nil
}

func (c *capture) save(w *Workspace) tea.Cmd {
	fields, err := c.record()
	if errors.Is(err, pane.ErrWhoIsMe) {
		w.askMe("enter")
		return nil
	}
	if err != nil {
		return nil
	}
	r := model.New(c.ask.Kind, c.id)
	r.Base().Account = w.account
	f, err := form.NewRecord(r, w.known(r, fields), w.context())
	if err == nil {
		var edit model.Edit
		if edit, err = f.Edit(); err == nil {
			return w.write(edit, edit.Label+": saved"+dated(r, w.today)+takesBack, c)
		}
	}
	c.problem = err.Error()
	return nil
}

// dated says of an interaction on which day it was, when that is not today.
func dated(r model.Record, today model.Date) string {
	if i, ok := r.(*model.Interaction); ok && i.On != today {
		return ", on " + pane.Day(i.On)
	}
	return ""
}

// failed keeps what was typed, with the reason below it.
func (c *capture) failed(w *Workspace, err error) tea.Cmd {
	c.problem = err.Error()
	c.resize(w)
	return nil
}

func (c *capture) draw(w *Workspace, v grid.View) {
	in := grid.Frame{Title: c.ask.Title, Focus: true, Glyphs: w.theme.Glyphs}.Draw(v.Sub(c.box))
	w.drawSealed(v.Sub(c.box))
	in.Text(0, 0, theme.Focus, ">")
	c.text.Draw(in.Sub(layout.Rect{X: 2, W: in.W() - 3, H: 1}), theme.Plain, true)
	style := theme.Faint
	if c.problem != "" {
		style = theme.Bad
	}
	for i, line := range c.told() {
		in.Text(2, 2+i, style, line)
	}
}
