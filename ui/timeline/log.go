package timeline

import (
	"slices"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"
)

// log is the timeline as a list: what is ahead, the next first, then what was,
// the last first, with what was promised.
func log(d pane.Data, w int) pane.Page {
	l := lister{d: d, w: w, kept: model.KeptPromises(d.Plan)}
	all := happenings(d.Plan)
	if len(all) == 0 {
		return l.page
	}
	past := slices.IndexFunc(all, func(r model.Record) bool { return d.Today.Before(model.EventDay(r)) })
	if past < 0 {
		past = len(all)
	}
	if ahead := all[past:]; len(ahead) > 0 {
		l.heading("Ahead")
		for _, r := range ahead {
			l.record(r)
		}
	}
	if past > 0 {
		l.heading("What was")
		for _, r := range slices.Backward(all[:past]) {
			l.record(r)
		}
	}
	return l.page
}

// lister writes the list.
type lister struct {
	d    pane.Data
	w    int
	kept map[model.ID]model.Kept
	page pane.Page
	line int
}

func (l *lister) heading(text string) {
	if l.line > 0 {
		l.line++
	}
	l.page.Put(l.line, 0, theme.Heading, text, pane.Target{})
	l.line++
}

// The columns of the list.
const (
	whenColumn = 11 // after the day
	whatColumn = 21 // after how far off it is
	promiseIn  = whatColumn + 2
)

// record writes what happened, as long as it is, and what was promised.
func (l *lister) record(r model.Record) {
	day, target := model.EventDay(r), pane.Target{ID: r.Base().ID}
	off := pane.Ago(day, l.d.Today)
	style := theme.Plain
	if r.Kind() == model.KindMilestone {
		style = theme.Strong
	}
	first := l.line
	l.text(whatColumn, style, l.what(r), target)
	l.page.Put(first, 0, theme.Plain, day.String(), pane.Target{})
	l.page.Put(first, whenColumn, theme.Faint, grid.Cut(off, whatColumn-whenColumn-1), pane.Target{})
	i, ok := r.(*model.Interaction)
	if !ok {
		return
	}
	kept := l.kept[i.ID]
	for _, side := range promises {
		text := side.of(i)
		if text == "" {
			continue
		}
		style := theme.Warn
		if side.kept(kept) {
			style = theme.Faint
			text += " (kept)"
		}
		l.text(promiseIn, style, side.word+" "+text, pane.Target{ID: i.ID, Num: number(i, side.field)})
	}
}

// what is an event in words: its type, whom it was with, what it was.
func (l *lister) what(r model.Record) string {
	if m, ok := r.(*model.Milestone); ok {
		return m.Type.String() + ": " + m.Name
	}
	return model.EventTitle(r, l.d.Plan.Name)
}

// text writes a text from a column on, in as many lines as it takes.
func (l *lister) text(x int, style theme.Style, text string, t pane.Target) {
	for _, line := range grid.Wrap(strings.Join(strings.Fields(text), " "), max(8, l.w-x)) {
		l.page.Put(l.line, x, style, line, t)
		l.line++
	}
}

// side is one of the two that promise something in an interaction.
type side struct {
	word, field string
	theirs      bool
	of          func(*model.Interaction) string
	kept        func(model.Kept) bool
}

var promises = []side{
	{"we:", "we_promised", false, func(i *model.Interaction) string { return i.WePromised }, func(k model.Kept) bool { return k.Ours }},
	{"they:", "they_promised", true, func(i *model.Interaction) string { return i.TheyPromised }, func(k model.Kept) bool { return k.Theirs }},
}

// number is the number of a field of a record.
func number(r model.Record, name string) int { return model.MustField(r.Fields(), name).Num }
