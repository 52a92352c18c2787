package form

import (
	"fmt"
	"strings"

	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/theme"
)

// labelWidth is the columns that labels take, blanks included.
const labelWidth = 23

// helpLines is how many lines below the fields tell about the field of the
// cursor: what belongs there, what can be picked. Where all fields fit they keep
// their place, so that nothing jumps while one goes through the form; where they
// do not, fields get what a field's help does not need.
func (f *Form) helpLines() int {
	most := max(3, min(9, f.h/3))
	if f.shown()+1 <= f.h-3-most {
		return most
	}
	e := f.Current()
	if e.list == nil {
		return min(most, 3)
	}
	return min(most, max(3, len(e.list.Items())+1))
}

// Height is how many lines the form would take if it could have them all.
func (f *Form) Height() int {
	lines := f.shown() + 1
	if e := f.Current(); e.list == nil && e.text.Long {
		lines += 9
	}
	return max(16, lines+3+9)
}

// room is how many lines there are for fields.
func (f *Form) room() int { return max(1, f.h-2-1-f.helpLines()) }

// height is how many lines a row takes.
func (f *Form) height(i int) int {
	if e := f.rows[i].editor; i == f.cursor && e.list == nil && e.text.Long {
		most := max(3, f.room()/2)
		return max(3, e.text.Rows(f.textWidth(), most))
	}
	return 1
}

// textWidth is how many columns a value has.
func (f *Form) textWidth() int { return f.w - 4 - labelWidth }

// fit tells the field of the cursor how large it is.
func (f *Form) fit() { f.Current().Resize(f.textWidth(), f.height(f.cursor)) }

// follow scrolls as little as shows the field of the cursor.
func (f *Form) follow() {
	// No blank lines at the end while there are fields above.
	f.offset = max(0, min(f.offset, f.cursor, f.shown()+f.height(f.cursor)-1-f.room()))
	for {
		used := 0
		for i := f.offset; i <= f.cursor; i++ {
			used += f.height(i)
		}
		if used <= f.room() || f.offset >= f.cursor {
			return
		}
		f.offset++
	}
}

// Draw draws the form.
func (f *Form) Draw(v grid.View, g theme.Glyphs) {
	total := 0
	if f.offset > 0 || f.shown() > f.room() {
		total = f.shown() + 3 + f.helpLines()
	}
	in := grid.Frame{Title: f.Title, Focus: true, Glyphs: g, Note: f.note(), Above: f.offset, Total: total}.Draw(v)
	y := 0
	for i := f.offset; i < f.shown() && y < f.room(); i++ {
		h := min(f.height(i), f.room()-y)
		f.drawRow(in.Sub(layout.Rect{X: 1, Y: y, W: in.W() - 2, H: h}), i)
		y += h
	}
	if y < f.room() && !f.open && f.fold < len(f.rows) {
		in.Text(3, y, theme.Faint, g.Fold+" "+f.foldText()+" (ctrl+o)")
	}
	f.drawHelp(in.Sub(layout.Rect{X: 1, Y: in.H() - f.helpLines() - 1, W: in.W() - 2, H: f.helpLines() + 1}), g)
}

func (f *Form) note() string {
	switch {
	case f.gone:
		return "removed elsewhere"
	case f.openClashes() > 0:
		return f.clashNote()
	case f.Dirty():
		return "not saved yet"
	}
	return ""
}

// clashStyle is how a clash is shown: loud until it is settled.
func clashStyle(r *row) theme.Style {
	if r.clash.settled == open {
		return theme.Bad
	}
	return theme.Accent
}

// foldText says what folding or unfolding would do.
func (f *Form) foldText() string {
	if f.open {
		return "fewer fields"
	}
	filled := 0
	for _, r := range f.rows[f.fold:] {
		if !r.editor.field.IsZero() {
			filled++
		}
	}
	text := fmt.Sprintf("%d more fields", len(f.rows)-f.fold)
	if filled > 0 {
		text += fmt.Sprintf(", %d filled", filled)
	}
	return text
}

func (f *Form) drawRow(v grid.View, i int) {
	r := f.rows[i]
	field := r.editor.field
	here := i == f.cursor
	label, style := field.Label, theme.Faint
	if field.Needed {
		label += " *"
	}
	if here {
		v.Text(0, 0, theme.Focus, ">")
		style = theme.Strong
	}
	if r.editor.Err != "" {
		v.Text(1, 0, theme.Bad, "!")
	}
	v.Text(2, 0, style, grid.Cut(label, labelWidth-3))
	if above, below := r.editor.text.Hidden(); here && r.editor.Text() {
		v.Text(4, 1, theme.Faint, mark(above, "more above"))
		v.Text(4, v.H()-1, theme.Faint, mark(below, "more below"))
	}
	value := v.Sub(layout.Rect{X: labelWidth, W: v.W() - labelWidth, H: v.H()})
	if here {
		if r.editor.list != nil {
			r.editor.DrawLine(value)
		} else {
			r.editor.Draw(value)
		}
		return
	}
	x := value.Text(0, 0, theme.Plain, grid.Cut(firstLine(r.editor.Shown()), value.W()))
	switch {
	case r.editor.Err != "":
		value.Text(x+2, 0, theme.Bad, grid.Cut("! "+r.editor.Err, value.W()-x-2))
	case r.clash != nil:
		value.Text(x+2, 0, clashStyle(r), grid.Cut("! "+f.clashText(r, false), value.W()-x-2))
	case r.fresh:
		value.Text(x+2, 0, theme.Accent, "changed meanwhile")
	}
}

// mark is a text where there is reason for it.
func mark(reason bool, text string) string {
	if reason {
		return text
	}
	return ""
}

// firstLine is the first line of a text, with a mark where there are more.
func firstLine(text string) string {
	line, rest, more := strings.Cut(text, "\n")
	if more {
		line += fmt.Sprintf(" (+%d lines)", 1+strings.Count(rest, "\n"))
	}
	return line
}

// drawHelp tells about the field of the cursor: what is wrong, what belongs
// there, what can be picked.
func (f *Form) drawHelp(v grid.View, g theme.Glyphs) {
	v.Text(0, 0, theme.Frame, strings.Repeat(g.Across, v.W()))
	r := f.rows[f.cursor]
	style, line := theme.Faint, r.editor.Hint()
	switch {
	case f.Problem != "" && !(r.clash != nil && f.Problem == ErrClash.Error()):
		style, line = theme.Bad, "! "+f.Problem
	case f.News != "":
		style, line = theme.Accent, f.News
	case f.gone && r.editor.Err == "":
		style, line = theme.Bad, "! "+f.goneText()
	case r.clash != nil:
		style, line = clashStyle(r), "! "+f.clashText(r, true)
	case r.editor.Err != "":
		style, line = theme.Bad, "! "+line
	case r.fresh && !r.editor.Dirty():
		style, line = theme.Accent, "changed elsewhere meanwhile: this is how it stands now"
	case r.editor.lettered() && r.editor.spelt() != "":
		line += ": tab or enter takes it, backspace takes a letter away"
	case r.editor.Picked() && !r.editor.Listed():
		if line == "" {
			line = r.editor.field.Label
		}
		if r.editor.field.IsList() {
			line += ": press letters, type words, or left, right and space; backspace for none"
		} else {
			line += ": press a letter or type the word, backspace for not known"
		}
	case r.editor.Listed():
		line = strings.TrimPrefix(line+": type part of a name", ": ")
	}
	wrapped := grid.Wrap(line, v.W())
	if r.editor.list == nil || f.Problem != "" || f.gone {
		for i, text := range wrapped {
			v.Text(0, 1+i, style, text)
		}
		return
	}
	v.Text(0, 1, style, grid.Cut(line, v.W()))
	f.drawChoices(v.Sub(layout.Rect{Y: 2, W: v.W(), H: v.H() - 2}), r.editor)
}

// drawChoices draws what can be picked, in two columns where the list is long.
func (f *Form) drawChoices(v grid.View, e *Editor) {
	if e.Listed() {
		e.list.DrawItems(v)
		return
	}
	items := e.list.Items()
	columns := 1
	if len(items) > v.H() {
		columns = (len(items) + v.H() - 1) / max(1, v.H())
	}
	width := v.W() / columns
	current, _ := e.list.Current()
	for i, it := range items {
		cell := v.Sub(layout.Rect{X: i / max(1, v.H()) * width, Y: i % max(1, v.H()), W: width - 1, H: 1})
		style, mark := theme.Plain, " "
		if it.On || !e.field.IsList() && it.Value == e.field.Text() {
			style, mark = theme.Strong, "x"
		}
		x := cell.Text(0, 0, style, mark)
		x = cell.Text(x+1, 0, theme.Key, it.Letter)
		if e.walked && it.Value == current.Value {
			style = theme.Selected
			cell.Text(1, 0, style, ">")
		}
		x = cell.Text(x+2, 0, style, it.Text)
		cell.Text(x+2, 0, theme.Faint, grid.Cut(it.Detail, cell.W()-x-2))
	}
}
