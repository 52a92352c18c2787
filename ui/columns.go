package ui

import (
	"slices"

	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// columnChooser is the list in which the columns of a table are chosen. The table
// follows at once; esc gives it back what it had.
type columnChooser struct {
	plain
	table  table
	before pane.Look
	list   []pane.ColumnChoice
	cursor int
	offset int
	box    layout.Rect
}

func newColumns(w *Workspace) overlay {
	t, ok := w.focused().(table)
	if !ok {
		return newHelp(w) // no other pane has the command
	}
	return &columnChooser{table: t, before: t.Look(), list: t.ColumnChoices()}
}

func (c *columnChooser) hints() []hint {
	return []hint{{"space", "on or off"}, {"J K", "move"}, {"enter", "keep"}, {"esc", "as it was"}, {"r", "standard"}}
}

func (c *columnChooser) resize(w *Workspace) { c.box = overBox(w, 64, len(c.list)+2) }

func (c *columnChooser) seen() int { return max(1, c.box.H-2) }

// columnKeys are what the keys of the list do.
var columnKeys = map[string]func(c *columnChooser){
	"down": func(c *columnChooser) { c.move(1) }, "j": func(c *columnChooser) { c.move(1) },
	"up": func(c *columnChooser) { c.move(-1) }, "k": func(c *columnChooser) { c.move(-1) },
	"pgdown": func(c *columnChooser) { c.move(c.seen() / 2) }, "ctrl+d": func(c *columnChooser) { c.move(c.seen() / 2) },
	"pgup": func(c *columnChooser) { c.move(-c.seen() / 2) }, "ctrl+u": func(c *columnChooser) { c.move(-c.seen() / 2) },
	"home": func(c *columnChooser) { c.move(-len(c.list)) }, "g": func(c *columnChooser) { c.move(-len(c.list)) },
	"end": func(c *columnChooser) { c.move(len(c.list)) }, "G": func(c *columnChooser) { c.move(len(c.list)) },
	" ": (*columnChooser).toggle, "x": (*columnChooser).toggle,
	"J": func(c *columnChooser) { c.carry(1) }, "shift+down": func(c *columnChooser) { c.carry(1) },
	"K": func(c *columnChooser) { c.carry(-1) }, "shift+up": func(c *columnChooser) { c.carry(-1) },
	"r": func(c *columnChooser) { c.list = c.table.StandardColumns(); c.choose() },
}

func (c *columnChooser) key(w *Workspace, key string) tea.Cmd {
	switch do := columnKeys[key]; {
	case key == "enter" || key == "C":
		w.drop(c)
	case key == "esc":
		w.drop(c)
		c.table.Recall(c.before)
	case do == nil:
		w.nothingOn(key)
	case (key == " " || key == "x") && c.list[c.cursor].Always:
		w.say(c.list[c.cursor].Title+" always stays: it tells the rows apart", false)
	default:
		do(c)
	}
	return nil
}

func (c *columnChooser) move(by int) {
	c.cursor = max(0, min(c.cursor+by, len(c.list)-1))
	c.offset = max(min(c.offset, c.cursor), c.cursor-c.seen()+1, 0)
}

// toggle shows the column under the cursor, after those that are shown, or leaves
// it out; it stays where it stands in the list.
func (c *columnChooser) toggle() {
	c.list[c.cursor].On = !c.list[c.cursor].On
	c.choose()
}

// carry moves the column under the cursor by places.
func (c *columnChooser) carry(by int) {
	to := c.cursor + by
	if to < 0 || to >= len(c.list) {
		return
	}
	c.list[c.cursor], c.list[to] = c.list[to], c.list[c.cursor]
	c.move(by)
	c.choose()
}

// choose gives the table the columns that are on.
func (c *columnChooser) choose() {
	var keys []string
	for _, column := range c.list {
		if column.On {
			keys = append(keys, column.Key)
		}
	}
	c.table.ChooseColumns(keys)
}

func (c *columnChooser) click(w *Workspace, x, y int) tea.Cmd {
	line := y - c.box.Y - 1 + c.offset
	switch {
	case !c.box.Has(x, y):
		w.drop(c)
	case line >= c.offset && line < min(len(c.list), c.offset+c.seen()):
		c.cursor = line
		return c.key(w, " ")
	}
	return nil
}

func (c *columnChooser) wheel(_ *Workspace, rows int) { c.move(rows) }

func (c *columnChooser) draw(w *Workspace, v grid.View) {
	on := len(slices.DeleteFunc(slices.Clone(c.list), func(l pane.ColumnChoice) bool { return !l.On }))
	f := grid.Frame{Title: "Columns of " + c.table.Title(), Note: count(on, "column", "columns"), Focus: true, Glyphs: w.theme.Glyphs}
	if c.seen() < len(c.list) {
		f.Above, f.Total = c.offset, len(c.list)
	}
	name := 0
	for _, column := range c.list {
		name = max(name, grid.Width(column.Title))
	}
	name = min(name, max(12, c.box.W/2))
	if hint := c.list[c.cursor].Hint; name+grid.Width(hint)+9 > c.box.W {
		f.Foot = hint
	}
	in := f.Draw(v.Sub(c.box))
	for y := range min(c.seen(), len(c.list)-c.offset) {
		column, here := c.list[c.offset+y], c.offset+y == c.cursor
		line := in.Sub(layout.Rect{Y: y, W: in.W(), H: 1})
		style, faint := theme.Plain, theme.Faint
		if here {
			style, faint = theme.Selected, theme.Selected
			line.Fill(theme.Selected)
			line.Text(0, 0, style, ">")
		}
		if column.On {
			line.Text(2, 0, style, "x")
		}
		x := line.Fit(4, 0, name, style, column.Title) + 2
		line.Text(x, 0, faint, grid.Cut(column.Hint, in.W()-x-1))
	}
}
