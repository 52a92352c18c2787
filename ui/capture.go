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

func (c *capture) resize(w *Workspace) { c.box = overBox(w, 84, 5) }

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
		return nil
	}
	if !c.text.Key(key) {
		w.nothingOn(key)
		return nil
	}
	c.read()
	return nil
}

func (c *capture) paste(w *Workspace, text string) tea.Cmd {
	w.sayJoined(c.text.Insert(text))
	c.read()
	return nil
}

// sayJoined says that a paste of several lines became one.
func (w *Workspace) sayJoined(lines int) {
	if lines > 1 {
		w.say(fmt.Sprintf("%d lines were joined into one", lines), false)
	}
}

func (c *capture) read() {
	_, said, err := c.ask.Read(c.text.Text())
	if c.said, c.problem = said, ""; err != nil {
		c.problem = err.Error()
	}
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
			return w.write(edit, edit.Label+": saved"+takesBack, c)
		}
	}
	c.problem = err.Error()
	return nil
}

// failed keeps what was typed, with the reason below it.
func (c *capture) failed(_ *Workspace, err error) tea.Cmd {
	c.problem = err.Error()
	return nil
}

func (c *capture) draw(w *Workspace, v grid.View) {
	in := grid.Frame{Title: c.ask.Title, Focus: true, Glyphs: w.theme.Glyphs}.Draw(v.Sub(c.box))
	in.Text(0, 0, theme.Focus, ">")
	c.text.Draw(in.Sub(layout.Rect{X: 2, W: in.W() - 3, H: 1}), theme.Plain, true)
	switch {
	case c.problem != "":
		in.Text(2, 2, theme.Bad, grid.Cut("! "+c.problem, in.W()-3))
	case strings.TrimSpace(c.text.Text()) == "":
		in.Text(2, 2, theme.Faint, grid.Cut(c.ask.Hint, in.W()-3))
	default:
		in.Text(2, 2, theme.Faint, grid.Cut("= "+c.said, in.W()-3))
	}
}
