package form

import (
	"fmt"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/theme"
	"strings"
)

// Echo says what was understood of a date, an amount or a number while it is
// typed; "" where the text says it all, or cannot be understood yet.
func (e *Editor) Echo() string {
	if e.list != nil || e.text.Text() == "" {
		return ""
	}
	canonical, err := e.field.Canonical(e.ctx.Input, e.text.Text())
	if err != nil {
		return ""
	}
	switch e.field.Type() {
	case model.TypeDate:
		if day, err := model.ParseDate(canonical); err == nil {
			return day.Time().Format("Monday 2 January 2006")
		}
	case model.TypeNumber, model.TypeMoney:
		return model.DisplayText(e.field, canonical, e.ctx.name)
	}
	return ""
}

// Hint says what belongs into the field.
func (e *Editor) Hint() string {
	switch {
	case e.Err != "":
		return e.Err
	case e.said != "":
		return e.said
	case e.lettered() && e.spelt() != "":
		return fmt.Sprintf("%q is %s", e.spelt(), model.DisplayText(e.field, e.value(), e.ctx.name))
	case e.Echo() != "":
		return "= " + e.Echo()
	case e.field.Type() == model.TypeDate:
		return "like " + model.WhenHint
	case e.field.Type() == model.TypeTexts:
		return strings.TrimPrefix(e.field.Hint+", one a line", ", ")
	}
	return e.field.Hint
}

// Shown is the value as the line of the field shows it while it is not being
// edited: as it was typed until it is taken.
func (e *Editor) Shown() string {
	switch {
	case e.lettered() && e.Misread():
		return e.word.typed
	case e.list != nil:
		return model.DisplayText(e.field, e.value(), e.ctx.name)
	case e.Err != "" || e.Dirty() && e.wanted() != e.field.Text():
		return e.text.Text()
	}
	return e.field.Display(e.ctx.name)
}

// Lines returns how many lines the editor wants for itself.
func (e *Editor) Lines() int {
	if e.list != nil {
		return e.list.Lines()
	}
	return 1
}

// Resize tells a text of several lines how large the place is where it is drawn.
func (e *Editor) Resize(w, h int) { e.text.Resize(w, h) }

// Draw draws the editor: the text being typed, or the list to pick from.
func (e *Editor) Draw(v grid.View) {
	if e.list != nil {
		e.list.Draw(v)
		return
	}
	e.text.Draw(v, theme.Plain, true)
}

// Line is what the field holds as it stands in one line while it has the keys:
// what is typed, or what is picked so far.
func (e *Editor) Line() string {
	switch {
	case e.list == nil:
		return e.text.Text()
	case e.list.Typing && e.list.Input.Text() != "":
		return e.list.Input.Text()
	}
	return e.Shown()
}

// DrawLine draws the editor on the one line of a form: what is typed, or what is
// picked so far.
func (e *Editor) DrawLine(v grid.View) {
	switch {
	case e.list == nil:
		e.text.Draw(v, theme.Plain, true)
	case e.list.Typing && e.list.Input.Text() != "":
		e.list.Input.Draw(v, theme.Plain, true)
	default:
		text := e.Shown()
		x := v.Text(0, 0, theme.Plain, grid.Cut(text, v.W()-1))
		v.Text(x, 0, theme.Cursor, " ")
	}
}

// longBox is how many columns a text of several lines gets where there are as
// many: as wide as is read easily.
const longBox = 78

// Box returns where the editor stands when it edits in place: its text over the
// cell that it edits, its list below.
func (e *Editor) Box(cell, screen layout.Rect) layout.Rect {
	w, h := max(cell.W+2, 34), e.Lines()+2
	switch {
	case e.list != nil:
		w, h = 64, min(h, 16)
	case !e.text.Long:
		w = max(w, min(longBox, grid.Width(e.text.Text())+4)) // it grows with what is typed
	}
	if e.text.Long {
		w = min(max(w, longBox), screen.W-2)
		h = 2 + max(5, e.text.Rows(w-2, screen.H*2/3))
	}
	if e.Err != "" {
		w = max(w, 66)
	}
	w, h = min(w, screen.W-2), min(h, screen.H-2)
	r := layout.Rect{X: cell.X - 1, Y: cell.Y - 1, W: w, H: h}
	if e.list != nil {
		r.Y = cell.Y + 1
		if r.Y+h > screen.H-1 && cell.Y-h >= 0 {
			r.Y = cell.Y - h
		}
	}
	r.X = max(0, min(r.X, screen.W-w))
	r.Y = max(0, min(r.Y, screen.H-1-h))
	return r
}

// Click puts the cursor on the item at a line of the editor. It reports whether
// there is one.
func (e *Editor) Click(line int) bool { return e.list != nil && e.list.Click(line) }

// Wheel scrolls the list by rows.
func (e *Editor) Wheel(rows int) {
	if e.list != nil {
		e.list.Move(rows)
	}
}
