package reviews

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"
)

// atSeries tells a review that speaks for its series from the same one among
// those that were held.
const atSeries = 1

// The columns of the list of series.
const (
	typeColumn = 2
	whenColumn = 21
	dayColumn  = 32
	oftenAt    = 49
	oftenNear  = 45 // where the day stands without its weekday
	plannedAt  = 62
	focusAt    = 71
	leastFocus = 14
)

// lay sets the series, what is not planned yet, and the reviews that were held.
func lay(d pane.Data, w, _ int) pane.Page {
	l := layer{d: d, w: w}
	list := series(d)
	if len(list) == 0 || w == 0 { // not on the screen yet: no place for a cursor either
		return l.page
	}
	l.heading("Next")
	for _, s := range list {
		l.series(s)
	}
	if types := missing(d); len(types) > 0 {
		l.text(typeColumn, theme.Unknown, "not planned yet: "+typeNames(types)+" (P plans the usual ones)", pane.Target{})
	}
	var held []*model.Review
	for _, s := range list {
		held = append(held, s.Held...)
	}
	slices.SortStableFunc(held, func(a, b *model.Review) int { return b.Held.Compare(a.Held) })
	if len(held) > 0 {
		l.line++
		l.heading("Held")
	}
	for i, r := range held {
		if i > 0 && l.w >= plannedAt {
			l.line++
		}
		l.held(r)
	}
	return l.page
}

// layer writes the page.
type layer struct {
	d    pane.Data
	w    int
	page pane.Page
	line int
}

func (l *layer) heading(text string) {
	l.page.Put(l.line, 0, theme.Heading, text, pane.Target{})
	l.line++
}

// text writes a text from a column on, in as many lines as it takes.
func (l *layer) text(x int, style theme.Style, text string, of pane.Target) {
	for _, line := range grid.Wrap(strings.Join(strings.Fields(text), " "), max(8, l.w-x)) {
		l.page.Put(l.line, x, style, line, of)
		l.line++
	}
}

// field is the target of a field of a review.
func field(r *model.Review, name string, n int) pane.Target {
	return pane.Target{ID: r.ID, Num: model.MustField(r.Fields(), name).Num, N: n}
}

// series writes when the next review of a type is due, and how often it comes.
func (l *layer) series(s model.ReviewSeries) {
	r, today := s.Newest(), l.d.Today
	put := func(x int, style theme.Style, text string, of pane.Target) {
		if text != "" && x < l.w {
			l.page.Put(l.line, x, style, grid.Cut(text, l.w-x), of)
		}
	}
	style := theme.Plain
	if s.Overdue(today) {
		style = theme.Bad
		l.page.Put(l.line, 0, theme.Bad, "!", pane.Target{})
	}
	put(typeColumn, theme.Strong, s.Type.String(), pane.Target{ID: r.ID, N: atSeries})
	often, oftenAt, day := field(r, "cadence", atSeries), oftenAt, pane.Day(s.Due)
	if l.w < plannedAt {
		oftenAt, day = oftenNear, s.Due.String()
	}
	if s.Due.IsZero() {
		text := "not again"
		if s.Planned != nil {
			text = "no day yet"
		}
		put(whenColumn, theme.Unknown, text, dayField(r))
		put(oftenAt, theme.Faint, strings.ToLower(s.Cadence.String()), often)
		l.line++
		return
	}
	put(whenColumn, style, pane.Ahead(s.Due, today), dayField(r))
	put(dayColumn, style, day, pane.Target{})
	put(oftenAt, theme.Faint, strings.ToLower(s.Cadence.String()), often)
	if s.Planned != nil {
		put(plannedAt, theme.Plain, "planned", pane.Target{})
	}
	if l.w-focusAt >= leastFocus {
		put(focusAt, theme.Faint, s.Focus, field(r, "focus", atSeries))
	}
	l.line++
}

// dayField is the field that says when a review comes: its own day while it is
// to be held, afterwards that of the next.
func dayField(r *model.Review) pane.Target {
	if r.Held.IsZero() && (r.Next.IsZero() || !r.On.IsZero()) {
		return field(r, "on", atSeries)
	}
	return field(r, "next", atSeries)
}

// outcomes are what is noted of a review that was held, in the order in which
// one looks for it.
var outcomes = []struct{ label, name string }{
	{"Decisions", "decisions"}, {"Vulnerabilities", "vulnerabilities"}, {"Recommendations", "recommendations"},
}

// held writes a review that was held: when, which, with whom, what came of it.
func (l *layer) held(r *model.Review) {
	x := l.page.Put(l.line, typeColumn, theme.Plain, pane.Day(r.Held), field(r, "held", 0))
	x = l.page.Put(l.line, x+2, theme.Strong, r.Type.String(), pane.Target{ID: r.ID})
	if who := l.names(r.Attendees); who != "" && x+2 < l.w-8 {
		l.page.Put(l.line, x+2, theme.Faint, grid.Cut(who, l.w-x-2), field(r, "attendees", 0))
	}
	l.line++
	noted := false
	for _, o := range outcomes {
		f := model.MustField(r.Fields(), o.name)
		if f.IsZero() {
			continue
		}
		noted = true
		l.outcome(o.label, f.Text(), field(r, o.name, 0))
	}
	if text := l.carriedOut(r); text != "" {
		l.text(typeColumn+2, theme.Faint, text, pane.Target{})
	} else if !noted {
		l.text(typeColumn+2, theme.Unknown, "nothing noted: E says what was decided", pane.Target{})
	}
}

// outcome writes one of the texts, each of its lines by itself.
func (l *layer) outcome(label, text string, of pane.Target) {
	in := typeColumn + 2
	l.page.Put(l.line, in, theme.Faint, label, pane.Target{})
	at := in + len("Recommendations") + 2
	if l.w < plannedAt {
		at = in + 2
		l.line++
	}
	for _, line := range strings.Split(text, "\n") {
		l.text(at, theme.Plain, line, of)
	}
}

// carriedOut says what became of the actions that came of a review.
func (l *layer) carriedOut(r *model.Review) string {
	var all, done, late int
	for _, a := range model.All[*model.Action](l.d.Plan.Book) {
		if a.Serves != r.ID || a.Status == model.Cancelled {
			continue
		}
		all++
		if a.Status == model.Complete {
			done++
		}
		if a.Late(l.d.Today) {
			late++
		}
	}
	if all == 0 {
		return ""
	}
	text := fmt.Sprintf("%s came of it, %d done", model.Count(all, "action", "actions"), done)
	if late > 0 {
		text += fmt.Sprintf(", %d late", late)
	}
	return text
}

func (l *layer) names(ids []model.ID) string {
	var names []string
	for _, id := range ids {
		if name := l.d.Plan.Name(id); name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}
