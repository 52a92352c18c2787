package ui

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/picker"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// chooser is a list over the panes from which one thing is chosen by typing part
// of it: an account, a command, a kind.
type chooser struct {
	plain
	title  string
	list   *picker.Picker
	box    layout.Rect
	empty  string // what to say when nothing matches
	choose func(w *Workspace, it picker.Item) tea.Cmd
	none   func(w *Workspace, typed string) tea.Cmd // what somethingNew does

	palette bool // it lists the commands
}

func (*chooser) typing() bool { return true }
func (c *chooser) hints() []hint {
	return []hint{{"enter", "choose"}, {"↑↓", "move"}, {"esc", "back"}}
}

func (c *chooser) resize(w *Workspace) { c.box = overBox(w, 84, len(c.list.Items())+4) }

// somethingNew is the value of the line that makes what was typed.
const somethingNew = "\x00new"

// offerNew lets what was typed be made where nothing is called that, below what
// is called almost that.
func (c *chooser) offerNew(what string) {
	c.list.Else = func(typed string) []picker.Item {
		if typed == "" {
			return nil
		}
		return []picker.Item{{Value: somethingNew, Text: "make " + typed, Detail: what}}
	}
}

// overBox is where a list over the panes stands: near the top, so that the typed
// line does not move while the list gets shorter.
func overBox(w *Workspace, width, height int) layout.Rect {
	width = min(width, w.screen.W-2)
	top := max(1, min(4, w.screen.H/10))
	height = max(5, min(height, w.screen.H-top-2))
	return layout.Rect{X: (w.screen.W - width) / 2, Y: top, W: width, H: height}
}

// listFrame is the frame around a list: how many match at the top, how many more
// there are below at the bottom.
func listFrame(title string, list *picker.Picker, box layout.Rect, g theme.Glyphs) grid.Frame {
	f := grid.Frame{Title: title, Note: list.Counted(), Focus: true, Glyphs: g}
	if more := list.Below(box.H - 4); more > 0 {
		f.Foot = fmt.Sprintf("%d more below", more)
	}
	return f
}

func (c *chooser) key(w *Workspace, key string) tea.Cmd {
	switch key {
	case "esc":
		w.pop()
		return nil
	case "enter":
		return c.enter(w)
	}
	c.list.Key(key)
	c.resize(w)
	return nil
}

func (c *chooser) enter(w *Workspace) tea.Cmd {
	it, ok := c.list.Current()
	switch {
	case ok && it.Value == somethingNew:
		return c.none(w, strings.TrimSpace(c.list.Input.Text()))
	case !ok:
		return nil
	case it.Off != "":
		w.say(it.Off, false)
		return nil
	}
	w.drop(c)
	return c.choose(w, it)
}

func (c *chooser) paste(w *Workspace, text string) tea.Cmd {
	c.list.Paste(text)
	c.resize(w)
	return nil
}

func (c *chooser) click(w *Workspace, x, y int) tea.Cmd {
	if !c.box.Has(x, y) {
		w.drop(c)
		return nil
	}
	if c.list.Click(y - c.box.Y - 1) {
		return c.enter(w)
	}
	return nil
}

func (c *chooser) wheel(_ *Workspace, rows int) { c.list.Move(rows) }

func (c *chooser) draw(w *Workspace, v grid.View) {
	in := listFrame(c.title, c.list, c.box, w.theme.Glyphs).Draw(v.Sub(c.box))
	c.list.Draw(in)
	if c.list.Len() == 0 {
		in.Text(2, 2, theme.Faint, grid.Cut(c.empty, in.W()-3))
	}
}

// newAccounts lists the accounts to choose from; a name that is not among them
// makes a new one.
func newAccounts(w *Workspace) *chooser {
	items := w.accountItems(false)
	if n := len(w.accountItems(true)); n > 0 {
		items = append(items, picker.Item{Value: "archived", Text: "archived accounts", Detail: fmt.Sprintf("%d put away", n)})
	}
	c := &chooser{title: "Accounts", list: picker.Typed(items, fold), empty: "type the name of the first one: enter makes it"}
	c.offerNew("a new account")
	c.list.Select(w.account.String())
	c.choose = func(w *Workspace, it picker.Item) tea.Cmd {
		if it.Value == "archived" {
			w.push(newArchived(w))
			return nil
		}
		id, err := model.ParseID(it.Value)
		if err != nil {
			w.sayError(err)
			return nil
		}
		return w.open(id, nil)
	}
	c.none = func(w *Workspace, typed string) tea.Cmd {
		if a := w.archivedNamed(typed); a != "" {
			w.say(a+" is archived: choose archived accounts to open it", false)
			return nil
		}
		w.ask("Make a new account?", []string{"No account is called " + typed + "."}, "make it", "go back",
			func(w *Workspace) tea.Cmd { return w.makeAccount(typed, c) })
		return nil
	}
	return c
}

// failed leaves the list as it was: the status line says what is wrong.
func (*chooser) failed(*Workspace, error) tea.Cmd { return nil }

// makeAccount writes a new account of that name and opens it; from is closed
// when it is written.
func (w *Workspace) makeAccount(name string, from overlay) tea.Cmd {
	record := &model.Account{}
	record.ID = w.o.Store.NewID(w.o.Now())
	f, _ := model.FieldNamed(record.Fields(), "name")
	if err := f.Set(model.Input{}, name); err != nil {
		w.sayError(err)
		return nil
	}
	return w.write(model.Created("add account "+record.Name, record), "made "+record.Name+": a in a pane adds to it", from)
}

// newKinds lists the kinds of record to add.
func newKinds(w *Workspace) *chooser {
	var items []picker.Item
	for _, k := range model.Kinds() {
		items = append(items, picker.Item{Value: k.String(), Text: k.String(), Detail: k.Spec().About})
	}
	return &chooser{
		title: "Add what?", list: picker.Typed(items, fold), empty: "there is no such kind of record",
		choose: func(w *Workspace, it picker.Item) tea.Cmd {
			k, err := model.ParseKind(it.Value)
			if err != nil {
				w.sayError(err)
				return nil
			}
			return w.serve(pane.Add{Kind: k})
		},
	}
}
