package ui

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/pane"
	"astute/ui/theme"
)

// sweepOver goes through the people whose classification is old, one at a time:
// still true, changed, or for another day. Each step is an edit of its own.
type sweepOver struct {
	board
	list  []model.Doubtful // as it stood when the page was opened
	at    int              // whom it is about; behind the last one stands the sum
	asked model.ID         // of whom it is being written that all is still true
	was   []outcome        // when it was looked at last, to notice what was taken back
}

// outcome is what became of one of them.
type outcome uint8

const (
	untouched outcome = iota
	confirmed
	changed
	gone
)

// sweepFields are the fields that it asks about, with the letter that changes
// each.
var sweepFields = []struct{ key, field string }{
	{"d", "decision_role"}, {"i", "influence"}, {"s", "support"}, {"a", "alignment"}, {"p", "political_status"},
	{"r", "rank"}, {"c", "coverage"}, {"t", "title"}, {"m", "reports_to"}, {"x", "left"},
}

func newSweep(w *Workspace) *sweepOver {
	o := &sweepOver{board: board{title: "Freshness sweep"}, list: model.Sweep(w.plan, w.today)}
	o.sheet.Lay, o.board.commands = o.lay, o.commands
	o.over(w, o)
	o.was = o.outcomes()
	return o
}

// now returns one of them as the plan has it, false when it was removed.
func (o *sweepOver) now(i int) (*model.Contact, bool) {
	return model.Lookup[*model.Contact](o.sheet.Data().Plan.Book, o.list[i].Contact.ID)
}

// outcome compares one of them with what was held of that one at the beginning.
func (o *sweepOver) outcome(i int) outcome {
	before := o.list[i].Contact
	now, ok := o.now(i)
	if !ok {
		return gone
	}
	for _, f := range sweepFields {
		a, _ := model.FieldNamed(before.Fields(), f.field)
		b, _ := model.FieldNamed(now.Fields(), f.field)
		if a.Text() != b.Text() {
			return changed
		}
	}
	if now.Confirmed != before.Confirmed {
		return confirmed
	}
	return untouched
}

func (o *sweepOver) outcomes() []outcome {
	list := make([]outcome, len(o.list))
	for i := range list {
		list[i] = o.outcome(i)
	}
	return list
}

// meanwhile goes on when what was asked for is written, and back to whomever it
// was taken back of.
func (o *sweepOver) meanwhile(w *Workspace) {
	if w.plan == nil {
		return
	}
	o.board.meanwhile(w)
	now := o.outcomes()
	for i := range now {
		if o.was[i] != untouched && now[i] == untouched {
			o.at = i
		}
	}
	if o.at < len(o.list) && o.list[o.at].Contact.ID == o.asked {
		if c, ok := o.now(o.at); ok && c.Confirmed == w.today {
			o.at++
		}
	}
	o.asked, o.was = model.ID{}, now
	o.sheet.Arrange()
}

// whom is whom the page is about, nil at the sum and when that one was removed.
func (o *sweepOver) whom() *model.Contact {
	if o.at >= len(o.list) {
		return nil
	}
	c, _ := o.now(o.at)
	return c
}

func (o *sweepOver) lay(d pane.Data, w, _ int) pane.Page {
	t := newWriter(w)
	switch o.note = ""; {
	case len(o.list) == 0:
		o.none(&t, d)
	case o.at >= len(o.list):
		o.sum(&t)
	default:
		o.note = fmt.Sprintf("%d of %d", o.at+1, len(o.list))
		o.person(&t, d)
	}
	return t.page
}

func (o *sweepOver) none(t *writer, d pane.Data) {
	text := fmt.Sprintf("Nobody is due: whoever is classified was confirmed within %d days.", model.ConfirmWithin)
	style := theme.Good
	if len(model.All[*model.Contact](d.Plan.Book)) == 0 {
		text, style = "Here is asked of one person after the other whether what we hold of them is still true. It begins with the people: esc, then a on the map or among the contacts.", theme.Faint
	}
	t.text(0, style, text, pane.Target{})
}

// person writes what is held of one of them, each field behind its letter.
func (o *sweepOver) person(t *writer, d pane.Data) {
	who, c := o.list[o.at], o.whom()
	if c == nil {
		t.text(0, theme.Faint, who.Contact.Name+" was removed meanwhile: n goes on.", pane.Target{})
		return
	}
	name := c.Name
	if c.JobTitle != "" {
		name += ", " + c.JobTitle
	}
	t.text(0, theme.Strong, name, pane.Target{})
	about := []string{who.Why}
	if who.Key {
		about = append(about, "key player")
	}
	if who.Deal {
		about = append(about, "named in an open opportunity")
	}
	if last := d.Plan.LastTouched(c); !last.IsZero() {
		about = append(about, "last spoken to "+pane.Ago(last, d.Today))
	}
	switch {
	case c.Confirmed == d.Today:
		about[0] = "confirmed today"
	case o.outcome(o.at) == changed:
		about[0] = "changed today: enter says that the rest is still true"
	}
	t.text(0, theme.Faint, strings.Join(about, "; "), pane.Target{})
	t.skip()
	for _, sf := range sweepFields {
		f, _ := model.FieldNamed(c.Fields(), sf.field)
		of := pane.Target{ID: c.ID, Num: f.Num}
		t.page.Put(t.line, 0, theme.Plain, " ", of) // the cursor stands before the letter
		t.page.Put(t.line, 1, theme.Key, sf.key, pane.Target{})
		t.page.Put(t.line, 4, theme.Faint, f.Label, pane.Target{})
		text, style := held(f, d.Plan.Name)
		t.text(22, style, text, of)
	}
	if c.Source != "" {
		t.skip()
		t.text(0, theme.Faint, "Source: "+c.Source, pane.Target{})
	}
}

// held is the value of a field, with what it means where it is one of a choice.
func held(f model.Field, names model.Names) (string, theme.Style) {
	text := f.Display(names)
	if f.IsZero() {
		if f.Type() == model.TypeBool {
			return "No", theme.Plain
		}
		return "not known", theme.Unknown
	}
	if f.Type() == model.TypeChoice {
		text = meant(f, text)
	}
	return text, theme.Plain
}

// outcomeWords say what became of somebody, as the sum lists it.
var outcomeWords = []struct {
	of   outcome
	word string
}{{confirmed, "still true"}, {changed, "changed"}, {gone, "removed"}, {untouched, "skipped"}}

// sum says what was done.
func (o *sweepOver) sum(t *writer) {
	var parts []string
	for _, w := range outcomeWords {
		n := 0
		for i := range o.list {
			if o.outcome(i) == w.of {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, w.word))
		}
	}
	t.text(0, theme.Strong, count(len(o.list), "person", "people")+": "+strings.Join(parts, ", ")+".", pane.Target{})
	t.text(0, theme.Faint, "u takes the last step back, b goes back without changing anything, esc closes.", pane.Target{})
	t.skip()
	for i, who := range o.list {
		for _, w := range outcomeWords {
			if o.outcome(i) == w.of {
				t.page.Put(t.line, 1, theme.Faint, w.word, pane.Target{})
			}
		}
		t.text(14, theme.Plain, who.Contact.Name, pane.Target{ID: who.Contact.ID})
	}
}

func (o *sweepOver) commands(*Workspace) []pane.Command {
	c, why, first, over := o.whom(), "", "", ""
	switch {
	case len(o.list) == 0:
		why = "there is nobody to go through"
	case o.at >= len(o.list):
		why = "that was the last one: b goes back"
	case c == nil:
		why = "that person was removed meanwhile: n goes on"
	}
	if o.at == 0 {
		first = "this is the first one"
	}
	if o.at >= len(o.list) {
		over = why
	}
	step := func(by int) func() pane.Request {
		return func() pane.Request { o.at += by; o.sheet.Arrange(); return nil }
	}
	list := []pane.Command{
		{Name: "still true", Keys: []string{"enter"}, Hint: "still true", Why: why, Help: "confirms all of it as of today, and goes on", Do: func() pane.Request { return o.stillTrue(c) }},
		{Name: "skip", Keys: []string{"n"}, Hint: "skip", Why: over, Help: "leaves this one for another day", Do: step(1)},
		{Name: "change the field", Keys: []string{"e"}, Hint: "change", Why: why, Help: "the one under the cursor, in place; its letter does so at once", Do: o.sheet.Edit},
		{Name: "one back", Keys: []string{"b", "backspace"}, Hint: "one back", Why: first, Help: "to the person before; nothing is taken back", Do: step(-1)},
		{Name: "edit all fields", Keys: []string{"E"}, Why: why, Help: "the whole contact as a form",
			Do: func() pane.Request { return pane.EditForm{Record: c} }},
	}
	for _, sf := range sweepFields {
		f, _ := model.FieldNamed(new(model.Contact).Fields(), sf.field)
		list = append(list, pane.Command{Name: "change " + strings.ToLower(f.Label), Keys: []string{sf.key}, Why: why, Help: f.Hint,
			Do: func() pane.Request { o.sheet.Go(pane.Target{ID: c.ID, Num: f.Num}); return o.sheet.Edit() }})
	}
	return list
}

// stillTrue confirms what is held of somebody, and goes on: at once where that
// was confirmed today already.
func (o *sweepOver) stillTrue(c *model.Contact) pane.Request {
	edit := model.StillTrue(c, o.sheet.Data().Today)
	if edit.IsEmpty() {
		o.at++
		o.sheet.Arrange()
		return nil
	}
	o.asked = c.ID
	return pane.Apply{Edit: edit, Said: c.Name + ": still true" + takesBack}
}
