package ui

import (
	"fmt"

	"astute/model"
	"astute/model/report"
	"astute/store"
	"astute/ui/pane"
	"astute/ui/picker"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// moment is a time in the past at which a plan is looked at.
type moment struct {
	store.Moment
	on   model.Date
	said string // what it is, when it is more than a day: "the last QBR"
}

// beginOf is the moment that a day begins.
func (w *Workspace) beginOf(day model.Date) moment {
	return moment{Moment: store.BeginOf(day, w.o.Now().Location()), on: day}
}

// endOf is the moment that a day ends; of today it is now.
func (w *Workspace) endOf(day model.Date) moment {
	return moment{Moment: store.EndOf(day, w.o.Now().Location()), on: day}
}

// lastReview is when the last review was held, false when none was.
func (w *Workspace) lastReview() (moment, bool) {
	if w.plan == nil {
		return moment{}, false
	}
	r := model.LastHeld(model.All[*model.Review](w.plan.Book), 0)
	if r == nil {
		return moment{}, false
	}
	return moment{Moment: store.HeldAt(r, w.o.Now().Location()), on: r.Held, said: "the last review, " + r.Type.String()}, true
}

// lookedBack is the answer to reading a plan of the past.
type lookedBack struct {
	account model.ID
	plan    *model.Plan // nil when the account was not in the book yet
	err     error
	show    func(w *Workspace, before *model.Plan)
}

// lookBack reads the plan as it was and shows it.
func (w *Workspace) lookBack(m moment, show func(w *Workspace, before *model.Plan)) tea.Cmd {
	s, account, known := w.o.Store, w.account, w.sight
	return w.await(func() tea.Msg {
		answer := lookedBack{account: account, show: show}
		if answer.err = there(s, known); answer.err == nil {
			answer.plan, answer.err = m.Plan(s, account)
		}
		return answer
	})
}

func (m lookedBack) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	switch {
	case m.err != nil:
		w.failed(m.err)
	case m.account == w.account && w.plan != nil:
		m.show(w, m.plan)
	}
	return nil
}

// whatChanged shows what changed since the last review, or asks since when where
// there was none.
func (w *Workspace) whatChanged() tea.Cmd {
	if m, ok := w.lastReview(); ok {
		return w.showDifference(m)
	}
	w.askMoment("What changed since?", w.beginOf, (*Workspace).showDifference)
	return nil
}

func (w *Workspace) showDifference(m moment) tea.Cmd {
	return w.lookBack(m, func(w *Workspace, before *model.Plan) { w.push(newDifference(w, m, before)) })
}

// askMoment asks for a day of the past: one of the usual ones, or typed.
func (w *Workspace) askMoment(title string, of func(model.Date) moment, do func(*Workspace, moment) tea.Cmd) {
	moments := map[string]moment{}
	item := func(text string, m moment) picker.Item {
		value := fmt.Sprint(len(moments))
		moments[value] = m
		return picker.Item{Value: value, Text: text, Detail: pane.Day(m.on)}
	}
	var items []picker.Item
	if m, ok := w.lastReview(); ok {
		items = append(items, item(m.said, m))
	}
	for _, usual := range []struct{ text, typed string }{{"yesterday", "yesterday"}, {"a week ago", "-1w"}, {"a month ago", "-1m"}, {"three months ago", "-3m"}, {"a year ago", "-1y"}} {
		if day, err := model.ParseWhen(usual.typed, w.today); err == nil {
			items = append(items, item(usual.text, of(day)))
		}
	}
	c := &chooser{title: title, list: picker.Typed(items, fold), empty: "a day of the past, such as -2w or 2026-01-31",
		choose: func(w *Workspace, it picker.Item) tea.Cmd { return do(w, moments[it.Value]) }}
	c.list.Else = func(typed string) []picker.Item {
		day, err := model.ParseWhen(typed, w.today)
		if err != nil || day.IsZero() || w.today.Before(day) {
			return nil
		}
		return []picker.Item{item(typed, of(day))}
	}
	w.push(c)
}

// differenceOver is what changed in the account since a moment, the weightiest
// first.
type differenceOver struct {
	board
	since  moment
	before *model.Plan
	lines  []model.DiffLine // those of the page, in its order
}

func newDifference(w *Workspace, since moment, before *model.Plan) *differenceOver {
	o := &differenceOver{board: board{title: "What changed"}, since: since, before: before}
	o.sheet.Lay, o.board.commands = o.lay, o.commands
	o.legend = []helpPart{{name: "Marks", entries: []helpEntry{{key: "+", text: "good for us"}, {key: "-", text: "bad for us"}}}}
	o.over(w, o)
	return o
}

// mostLines is how many lines of one area are shown: an import makes thousands,
// which nobody reads.
const mostLines = 200

func (o *differenceOver) lay(d pane.Data, w, _ int) pane.Page {
	diff := model.DiffOf(o.before, o.since.on, d.Plan, d.Today)
	t := newWriter(w)
	o.lines, o.note = nil, "since "+pane.Day(o.since.on)
	head := "Since " + pane.Day(o.since.on)
	if o.since.said != "" {
		head = "Since " + o.since.said + ", held on " + pane.Day(o.since.on)
	}
	t.text(0, theme.Strong, head, pane.Target{})
	switch {
	case diff.IsEmpty():
		t.skip()
		t.text(0, theme.Faint, "Nothing changed: s looks further back.", pane.Target{})
		return t.page
	case diff.Began:
		t.text(0, theme.Faint, "The account came into the book since then: all of it is new.", pane.Target{})
	}
	o.figures(&t, diff)
	for _, part := range diff.Parts {
		t.skip()
		t.text(0, theme.Heading, part.Area.String(), pane.Target{})
		for _, l := range part.Lines[:min(mostLines, len(part.Lines))] {
			o.lines = append(o.lines, l)
			of := pane.Target{N: len(o.lines)}
			t.page.Put(t.line, 0, toneStyle[l.Tone], toneMark(l.Tone), pane.Target{})
			t.text(3, toneStyle[l.Tone], l.Text, of)
		}
		if more := len(part.Lines) - mostLines; more > 0 {
			t.text(2, theme.Faint, count(more, "more line", "more lines"), pane.Target{})
		}
	}
	return t.page
}

// figures writes how the account stood and stands.
func (o *differenceOver) figures(t *writer, diff model.Diff) {
	if len(diff.Figures) == 0 {
		return
	}
	t.skip()
	t.text(0, theme.Heading, "How it stands", pane.Target{})
	for _, f := range diff.Figures {
		t.page.Put(t.line, 0, toneStyle[f.Tone], toneMark(f.Tone), pane.Target{})
		t.text(3, toneStyle[f.Tone], fmt.Sprintf("%s: %s, was %s", f.Name, f.Is, f.Was), pane.Target{})
	}
}

// toneStyle is how good and bad news look.
var toneStyle = map[model.Wellbeing]theme.Style{0: theme.Plain, model.Good: theme.Good, model.Poor: theme.Bad}

// toneMark is a letter for good and bad news; of neither it is a blank.
func toneMark(tone model.Wellbeing) string {
	if tone == 0 {
		return " "
	}
	return tone.Mark()
}

// record is the record of the line under the cursor, nil when there is none or it
// is gone.
func (o *differenceOver) record() model.Record {
	d := o.sheet.Data()
	if i := o.sheet.Cursor().N - 1; i >= 0 && i < len(o.lines) && d.Plan != nil {
		return d.Plan.Get(o.lines[i].ID)
	}
	return nil
}

func (o *differenceOver) commands(w *Workspace) []pane.Command {
	r, why := o.record(), ""
	if r == nil {
		why = "there is no record to go to here: it was removed, or the line is about the account as a whole"
	}
	return []pane.Command{
		{Name: "open the record", Keys: []string{"enter"}, Hint: "open", Why: why, Help: "all about it; tab goes there from the brief", Do: func() pane.Request { return pane.Brief{ID: r.Base().ID} }},
		{Name: "go to the record", Keys: []string{"tab"}, Hint: "go there", Why: why, Help: "closes the page and puts the cursor on it",
			Do: func() pane.Request {
				return pane.Own{Do: func() { w.drop(o); w.outside = w.serve(pane.Goto{ID: r.Base().ID, Account: w.account}) }}
			}},
		{Name: "since another day", Keys: []string{"s"}, Hint: "another day", Help: "asks for it: -2w, 5 jan, 2026-01-31, the last review",
			Do: func() pane.Request {
				return pane.Own{Do: func() {
					w.askMoment("What changed since?", w.beginOf, func(w *Workspace, m moment) tea.Cmd { w.drop(o); return w.showDifference(m) })
				}}
			}},
		{Name: "the plan as it was", Keys: []string{"p"}, Hint: "as it was", Help: "the account on the day that is compared with",
			Do: func() pane.Request { return pane.Own{Do: func() { w.showAsOf(o.since, o.before) }} }},
		{Name: "copy", Keys: []string{"y"}, Hint: "copy", Help: "the page as text, to the clipboard",
			Do: func() pane.Request { return pane.Copy{Text: o.sheet.Page().Text(), What: "changes"} }},
	}
}

// asOf asks for a day and shows the account as it was at its end.
func (w *Workspace) asOf() tea.Cmd {
	w.askMoment("The plan as of", w.endOf, func(w *Workspace, m moment) tea.Cmd {
		return w.lookBack(m, func(w *Workspace, before *model.Plan) { w.showAsOf(m, before) })
	})
	return nil
}

// showAsOf shows all that a brief on the account said then. Nothing in it can be
// changed: it is the past.
func (w *Workspace) showAsOf(m moment, then *model.Plan) {
	if then == nil {
		w.say(fmt.Sprintf("%s was not in the book on %s", w.plan.Account.Name, pane.Day(m.on)), false)
		return
	}
	brief := report.BriefOf(then, then.Account, m.on)
	r := &reader{title: "As of " + pane.Day(m.on)}
	r.make = func(_ *Workspace, width int) []textLine {
		var lines []textLine
		for i, l := range brief.Whole(width) {
			lines = append(lines, textLine{text: l.Text, label: l.Label})
			if i == 0 {
				lines[0].style = theme.Strong
			}
		}
		return lines
	}
	r.extra = []pane.Command{{Name: "copy", Keys: []string{"y"}, Hint: "copy", Help: "the account as it was, as text, to the clipboard",
		Do: func() pane.Request {
			return pane.Copy{Text: report.PlainText(brief.Whole(copyWidth)), What: "account as it was"}
		}}}
	w.push(r)
}
