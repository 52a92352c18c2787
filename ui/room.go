package ui

import (
	"fmt"

	"astute/model"
	"astute/store"
	"astute/ui/input"
	"astute/ui/pane"
	"astute/ui/state"

	tea "github.com/charmbracelet/bubbletea"
)

// room is a review being held: what changed since the last one of its type, in
// four parts with their time, and what is written down meanwhile. Nothing is
// written to the file before it is ended; until then all of it is a draft.
type room struct {
	board
	kind    model.ReviewType
	minutes model.ReviewMinutes
	before  *model.Plan // as the last one left it, nil where none was held
	then    model.Date  // of that one
	last    *model.Review
	agenda  model.Agenda
	items   []model.AgendaItem // of the part that is shown, as the cursor counts them
	clock   roomClock
	touched bool // something was written down
	kept    [model.ReviewParts]int
	line    *roomLine // being typed, nil for none
}

// roomReady is the answer to reading how the plan stood after the last review.
type roomReady struct {
	account model.ID
	kind    model.ReviewType
	before  *model.Plan
	err     error
	draft   *state.Draft // that is gone on with, nil for none
}

// holdReview opens the review room for a type: with what was written down in one
// that was left, else anew. No type asks which.
func (w *Workspace) holdReview(kind model.ReviewType) tea.Cmd {
	switch {
	case w.plan == nil:
		w.say("the file cannot be read: there is nothing to look at", true)
		return nil
	case w.account.IsZero():
		w.say("there is no account yet: A makes one", false)
		return nil
	case kind == 0:
		w.push(newReviewTypes(w, "Hold which review?", (*Workspace).holdReview))
		return nil
	}
	if d, ok := w.roomDraft(kind); ok {
		w.say("this is what was written down before: ctrl+s ends the review", false)
		return w.takeUp(d)
	}
	return w.openRoom(kind, nil)
}

// openRoom reads how the plan stood after the last review of a type, and opens
// the room then.
func (w *Workspace) openRoom(kind model.ReviewType, draft *state.Draft) tea.Cmd {
	series, _ := model.SeriesNamed(w.plan, kind)
	s, m, last, here := w.o.Store, roomReady{account: w.account, kind: kind, draft: draft}, series.Last(), w.o.Now().Location()
	return w.await(func() tea.Msg {
		if last != nil {
			m.before, m.err = store.HeldAt(last, here).Plan(s, m.account)
		}
		return m
	})
}

func (m roomReady) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	if m.account != w.account || w.plan == nil {
		return nil
	}
	if m.err != nil {
		w.sayError(m.err)
	}
	o := newRoom(w, m)
	if m.draft == nil {
		w.push(o)
		return nil
	}
	o.restore(w, *m.draft)
	w.push(o)
	return w.takenUp(*m.draft)
}

func newRoom(w *Workspace, m roomReady) *room {
	s, _ := model.SeriesNamed(w.plan, m.kind)
	o := &room{kind: m.kind, before: m.before, last: s.Last()}
	o.board = board{title: m.kind.String()}
	review := s.Planned
	if review == nil {
		review = model.ProposeReview(w.plan, m.kind, w.today)
		review.ID, review.On = w.o.Store.NewID(w.o.Now()), model.Date{}
	}
	o.minutes = model.ReviewMinutes{Review: review, Attendees: review.Attendees}
	if len(review.Attendees) == 0 {
		o.minutes.Attendees = model.ProposeReview(w.plan, m.kind, w.today).Attendees
	}
	if o.last != nil {
		o.then = o.last.Held
	}
	o.clock.minutes, o.clock.since = model.PartMinutes(m.kind), w.o.Now()
	o.sheet.Lay, o.board.commands = o.lay, o.commands
	o.plan(w)
	o.over(w, o)
	return o
}

// plan makes the agenda of the plan as it is now.
func (o *room) plan(w *Workspace) {
	diff := model.Diff{}
	if o.before != nil {
		diff = model.DiffOf(o.before, o.then, w.plan, w.today)
	}
	o.agenda = model.AgendaOf(w.plan, o.kind, diff, o.last, w.today)
}

// meanwhile makes the agenda anew after something was written. Where another
// account is open by now, what was written down is put aside.
func (o *room) meanwhile(w *Workspace) {
	if w.account == o.account && w.plan != nil {
		o.plan(w)
	} else if d := o.draft(w); d != nil {
		w.putAside(*d)
	}
	o.board.meanwhile(w)
}

func (o *room) typing() bool  { return o.line != nil }
func (o *room) unsaved() bool { return o.touched || o.line != nil && o.line.text.Text() != "" }

func (o *room) hints() []hint {
	if o.line != nil && o.line.refused {
		return []hint{{"backspace", "mend it"}, {"esc", "leave the line"}}
	}
	if o.line != nil {
		return []hint{{"enter", "write it down"}, {"esc", "leave the line"}}
	}
	return o.board.hints()
}

func (o *room) key(w *Workspace, key string) tea.Cmd {
	switch {
	case o.line != nil:
		return o.lineKey(w, key)
	case key == "esc" || key == "q":
		return o.leave(w)
	}
	return o.board.key(w, key)
}

func (o *room) paste(w *Workspace, text string) tea.Cmd {
	if o.line == nil {
		w.say("a paste goes into a line: d v r s begin one", false)
		return nil
	}
	if o.line.refused {
		o.line.sayRefused(w)
		return nil
	}
	w.sayJoined(o.line.text.Insert(text))
	o.line.read(o)
	return nil
}

// leave closes the room; what was written down is kept.
func (o *room) leave(w *Workspace) tea.Cmd {
	d := o.draft(w)
	w.drop(o)
	if d == nil {
		return nil
	}
	w.putAside(*d)
	w.say("the review is not ended: what was written down is kept, and r goes on with it", false)
	return nil
}

// commands are what can be done in the room.
func (o *room) commands(w *Workspace) []pane.Command {
	own := func(do func()) func() pane.Request { return func() pane.Request { return pane.Own{Do: do} } }
	write := func(kind model.NoteKind, key, help string) pane.Command {
		return pane.Command{Name: "write down " + model.WithArticle(kind.String()), Keys: []string{key}, Hint: kind.String(), Help: help,
			Do: own(func() { o.begin(w, kind, -1) })}
	}
	noted, item := o.note(), o.item()
	onNote, onItem, fixed := "", "", ""
	if noted < 0 {
		onNote = "the cursor stands on nothing that was written down"
	}
	if item == nil {
		onItem = "the cursor stands on no line of the agenda"
	}
	if fixed = onNote; fixed == "" && o.minutes.Notes[noted].Kind == model.NoteAsk {
		fixed = "an ask always becomes an action: e says of whom, and by when"
	}
	about := onItem
	if item != nil && item.ID.IsZero() {
		about = "this is about the account as a whole"
	}
	end, first := "", ""
	if o.clock.part == model.Recommendations {
		end = "this is the last part: ctrl+s ends the review"
	}
	if o.clock.part == model.Present {
		first = "this is the first part"
	}
	return []pane.Command{
		{Name: "next part", Keys: []string{"tab"}, Hint: "next part", Why: end, Help: "present, clarify, vulnerabilities, recommendations", Do: func() pane.Request { return o.turn(w, 1) }},
		{Name: "end the review", Keys: []string{"ctrl+s"}, Hint: "end", Help: "held today: one edit with the texts, the people, the next day and the actions; asks first",
			Do: own(func() { o.end(w) })},
		write(model.NoteDecision, "d", "the customer's copy of the plan shows decisions; @name and a day at the end make it an action"),
		write(model.NoteVulnerability, "v", "what could make the plan fail; @name and a day at the end make it an action"),
		write(model.NoteRecommendation, "r", "what one would do; @name and a day at the end make it an action"),
		write(model.NoteAsk, "s", "a resource or support that is wanted; @name says of whom, a day by when"),
		{Name: "make it an action", Keys: []string{"a"}, Hint: "to action", Why: fixed, Help: "of whoever it names, else yours, due in a week; once more and it is none", Do: func() pane.Request { return o.toAction(w, noted) }},
		{Name: "take it down", Keys: []string{"t"}, Why: onItem, Help: "the line of the agenda under the cursor, as what is written down in this part", Do: func() pane.Request { return o.take(w, *item) }},
		{Name: "open the record", Keys: []string{"enter"}, Why: about, Help: "all about what the line of the agenda is about", Do: func() pane.Request { return pane.Brief{ID: item.ID} }},
		{Name: "change the line", Keys: []string{"e"}, Why: onNote, Help: "the text, the owner and the day of what was written down", Do: own(func() { o.begin(w, o.minutes.Notes[noted].Kind, noted) })},
		{Name: "strike it", Keys: []string{"D"}, Why: onNote, Help: "takes out what was written down", Do: func() pane.Request { return o.strike(w, noted) }},
		{Name: "pause", Keys: []string{" "}, Hint: "pause", Help: "stops the clock, and lets it run again", Do: func() pane.Request { return o.pause(w) }},
		{Name: "five minutes more", Keys: []string{"+", "="}, Help: "for this part", Do: func() pane.Request { return o.longer(5) }},
		{Name: "five minutes less", Keys: []string{"-"}, Help: "for this part", Do: func() pane.Request { return o.longer(-5) }},
		{Name: "part before", Keys: []string{"shift+tab"}, Why: first, Help: "its time goes on where it stopped", Do: func() pane.Request { return o.turn(w, -1) }},
		{Name: "who is there", Keys: []string{"p"}, Help: "adds people, or takes them out", Do: own(func() { w.push(o.people(w)) })},
		{Name: "when is the next", Keys: []string{"n"}, Help: "another day than the one that follows from the cadence", Do: own(func() { o.askNext(w) })},
		{Name: "throw it away", Keys: []string{"X"}, Why: o.whyKeep(), Help: "everything that was written down; asks first", Do: own(func() { o.throw(w) })},
	}
}

func (o *room) whyKeep() string {
	if !o.unsaved() {
		return "nothing was written down: esc leaves"
	}
	return ""
}

// turn goes to the part before or after.
func (o *room) turn(w *Workspace, by int) pane.Request {
	o.clock.turn(o.clock.part+model.ReviewPart(by), w.o.Now())
	o.sheet.Arrange()
	if len(o.sheet.Page().Stops) > 0 {
		o.sheet.Go(o.sheet.Page().Stops[0].Target)
	}
	return nil
}

// pause stops the clock, or starts it.
func (o *room) pause(w *Workspace) pane.Request {
	if o.clock.since.IsZero() {
		o.clock.since = w.o.Now()
	} else {
		o.clock.stop(w.o.Now())
	}
	return nil
}

// longer changes the minutes of the part; one remains.
func (o *room) longer(by int) pane.Request {
	m := &o.clock.minutes[o.clock.part]
	*m = max(1, min(*m+by, 24*60))
	return nil
}

// end asks whether the review is over, and writes it.
func (o *room) end(w *Workspace) {
	next := "It does not come round again."
	if day := o.minutes.NextDue(w.today); !day.IsZero() {
		next = "Next: " + pane.Day(day) + "."
	}
	w.ask("End the "+o.kind.String()+"?", []string{"Held today with " + count(len(o.minutes.Attendees), "person", "people") + ": " + o.minutes.Summary() + ".", next},
		"end it", "go on", o.write)
}

// write writes the review in one edit; the room stays open when that fails.
func (o *room) write(w *Workspace) tea.Cmd {
	edit := model.HoldReview(w.plan, o.minutes, w.today, func() model.ID { return w.o.Store.NewID(w.o.Now()) })
	said := fmt.Sprintf("%s held: %s", o.kind, o.minutes.Summary())
	write, held := w.write(edit, said+takesBack, o), edit.Changes[0].After.Base().ID
	return w.alone("writing the review", func() tea.Msg {
		m := write()
		if done, ok := m.(saved); ok && !done.id.IsZero() {
			done.id = held
			return done
		}
		return m
	})
}

// failed leaves the room open; the status line says why.
func (*room) failed(*Workspace, error) tea.Cmd { return nil }

// throw asks, and throws away what was written down.
func (o *room) throw(w *Workspace) {
	w.ask("Throw away what was written down?", []string{o.minutes.Summary() + "."}, "throw it away", "keep it", func(w *Workspace) tea.Cmd {
		w.drop(o)
		return nil
	})
}

// roomLine is a line being typed in the room.
type roomLine struct {
	text    input.Input
	began   string // what it began with
	kind    model.NoteKind
	at      int  // of the note that it changes, -1 for a new one
	next    bool // it is the day of the next review instead
	said    string
	problem string
	refused bool             // enter was pressed on a problem that stands: letters wait until it is mended
	note    model.ReviewNote // as it is understood
	day     model.Date       // the same of the next day
	d       pane.Data
}
