package ui

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// The rows above the page that name the parts, and those below it for a line
// being typed.
const (
	partRows = 2
	lineRows = 3
)

// twoColumns is how wide a page must be to have the agenda beside what is
// written down.
const twoColumns = 100

// firstNote is where the cursor counts the notes from; below it it counts the
// items of the agenda.
const firstNote = 1 << 16

func noteTarget(i int) pane.Target { return pane.Target{N: firstNote + i} }

// note is the note under the cursor, -1 for none.
func (o *room) note() int {
	if i := o.sheet.Cursor().N - firstNote; i >= 0 && i < len(o.minutes.Notes) {
		return i
	}
	return -1
}

// item is the item of the agenda under the cursor, nil for none.
func (o *room) item() *model.AgendaItem {
	if i := o.sheet.Cursor().N - 1; i >= 0 && i < len(o.items) {
		return &o.items[i]
	}
	return nil
}

func (o *room) resize(w *Workspace) {
	o.box = layout.Rect{Y: 1, W: w.screen.W, H: w.screen.H - 2}
	in := o.box.Inset(1)
	in.Y, in.H = in.Y+partRows, in.H-partRows
	if o.line != nil {
		in.H -= lineRows
	}
	o.sheet.Resize(in)
}

func (o *room) click(w *Workspace, x, y int) tea.Cmd {
	if o.box.Has(x, y) && o.line == nil {
		o.sheet.Click(x-o.box.X-1, y-o.box.Y-1-partRows)
	}
	return nil
}

// lay sets the agenda of the part and what was written down, beside each other
// where there is room.
func (o *room) lay(d pane.Data, w, _ int) pane.Page {
	left := w
	if w >= twoColumns {
		left = w * 11 / 20
	}
	t := newWriter(left)
	o.layAgenda(&t, d)
	if left == w {
		t.skip()
		o.layNotes(&t, d)
		return t.page
	}
	right := newWriter(w - left - 2)
	o.layNotes(&right, d)
	for _, piece := range right.page.Pieces {
		t.page.Put(piece.Line, piece.X+left+2, piece.Style, piece.Text, piece.Target)
	}
	t.page.Split = left + 2
	return t.page
}

func (o *room) layAgenda(t *writer, d pane.Data) {
	t.text(0, theme.Strong, o.clock.part.Aim(), pane.Target{})
	t.text(0, theme.Faint, o.since(d.Today), pane.Target{})
	o.items = nil
	for _, group := range o.agenda[o.clock.part] {
		t.skip()
		t.text(0, theme.Heading, group.Title, pane.Target{})
		for _, item := range group.Items {
			o.items = append(o.items, item)
			of := pane.Target{N: len(o.items)}
			t.page.Put(t.line, 0, toneStyle[item.Tone], toneMark(item.Tone), pane.Target{})
			t.text(2, toneStyle[item.Tone], item.Text, of)
		}
	}
	if len(o.items) == 0 {
		t.skip()
		t.text(0, theme.Faint, "Nothing on record belongs here: say what should.", pane.Target{})
	}
}

// since says which changes the agenda is made of.
func (o *room) since(today model.Date) string {
	switch {
	case o.last == nil:
		return fmt.Sprintf("No %s was held yet: this is how things stand.", o.kind)
	case o.before == nil:
		return "The last one was held on " + pane.Day(o.then) + ", before the account came into this file: this is how things stand."
	}
	return fmt.Sprintf("Since the last one on %s, %s.", pane.Day(o.then), pane.Ago(o.then, today))
}

func (o *room) layNotes(t *writer, d pane.Data) {
	t.text(0, theme.Heading, "Written down", pane.Target{})
	for kind := range model.NoteKind(model.NoteKinds) {
		first := true
		for i, n := range o.minutes.Notes {
			if n.Kind != kind {
				continue
			}
			if first {
				t.text(0, theme.Faint, model.Capital(kind.Plural()), pane.Target{})
				first = false
			}
			t.text(2, theme.Plain, n.Text, noteTarget(i))
			if n.BecomesAction() {
				t.text(4, theme.Good, "x "+actionOf(n, d.Plan.Name), pane.Target{})
			}
		}
	}
	if len(o.minutes.Notes) == 0 {
		t.text(0, theme.Faint, "Nothing yet: d a decision, v a vulnerability, r a recommendation, s an ask. t takes a line of the agenda down.", pane.Target{})
	}
	t.skip()
	var there []string
	for _, id := range o.minutes.Attendees {
		there = append(there, d.Plan.Name(id))
	}
	if len(there) == 0 {
		there = []string{"nobody named: p says who"}
	}
	t.text(0, theme.Faint, "There: "+strings.Join(there, ", "), pane.Target{})
	if next := o.minutes.NextDue(d.Today); !next.IsZero() {
		t.text(0, theme.Faint, "Next: "+pane.Day(next), pane.Target{})
	}
}

func (o *room) draw(w *Workspace, v grid.View) {
	in := o.frame(w).Draw(v.Sub(o.box))
	o.drawParts(w, in)
	rows := in.H() - partRows
	if o.line != nil {
		rows -= lineRows
		o.line.draw(w, in.Sub(layout.Rect{Y: partRows + rows, W: in.W(), H: lineRows}))
	}
	o.drawOn(in.Sub(layout.Rect{Y: partRows, W: in.W(), H: rows}))
}

// drawParts draws the four parts with their time: in full the one that it is, the
// others as far as there is room.
func (o *room) drawParts(w *Workspace, v grid.View) {
	now, c := w.o.Now(), &o.clock
	texts := make([]string, model.ReviewParts)
	width := 0
	for p := range model.ReviewPart(model.ReviewParts) {
		if texts[p] = p.String() + " " + c.text(p, now); p == c.part {
			texts[p] = "[" + texts[p] + "]"
			if c.since.IsZero() {
				texts[p] += " paused"
			}
		}
		width += grid.Width(texts[p]) + 2
	}
	x := 1
	for p := range model.ReviewPart(model.ReviewParts) {
		text, style := texts[p], theme.Faint
		switch {
		case p == c.part && c.over(p, now):
			style = theme.Bad
		case p == c.part:
			style = theme.Focus
		case width > v.W()-1:
			text = grid.Cut(p.String(), 8)
		}
		x = v.Text(x, 0, style, text) + 2
	}
	for x := range v.W() {
		v.Text(x, 1, theme.Frame, w.theme.Glyphs.Across)
	}
}

// draw draws the line being typed, and below it what is understood.
func (l *roomLine) draw(w *Workspace, v grid.View) {
	for x := range v.W() {
		v.Text(x, 0, theme.Frame, w.theme.Glyphs.Across)
	}
	label := l.kind.String() + " "
	if l.next {
		label = "next on "
	}
	style := theme.Faint
	if l.refused {
		label, style = "not written down: "+label, theme.Bad
	}
	x := v.Text(1, 1, style, label)
	v.Text(x, 1, theme.Focus, ">")
	l.text.Draw(v.Sub(layout.Rect{X: x + 2, Y: 1, W: v.W() - x - 3, H: 1}), theme.Plain, true)
	switch {
	case l.problem != "":
		v.Text(1, 2, theme.Bad, grid.Cut("! "+l.problem, v.W()-2))
	case l.said != "":
		v.Text(1, 2, theme.Faint, grid.Cut("= "+l.said, v.W()-2))
	default:
		v.Text(1, 2, theme.Faint, grid.Cut("@name, a day at the end, or both make an action of it; enter writes it down", v.W()-2))
	}
}
