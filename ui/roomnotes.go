package ui

import (
	"errors"
	"strings"
	"unicode/utf8"

	"astute/model"
	"astute/ui/input"
	"astute/ui/pane"
	"astute/ui/picker"

	tea "github.com/charmbracelet/bubbletea"
)

// begin begins a line: a new one of a kind, or one that was written down before.
func (o *room) begin(w *Workspace, kind model.NoteKind, at int) {
	text := ""
	if at >= 0 {
		text = typedNote(o.minutes.Notes[at], w.names)
	}
	o.line = &roomLine{text: input.New(text, false), began: text, kind: kind, at: at, d: w.data()}
	o.line.read(o)
	o.resize(w)
}

// askNext begins the line for the day of the next review.
func (o *room) askNext(w *Workspace) {
	o.line = &roomLine{next: true, at: -1, d: w.data()}
	o.line.read(o)
	o.resize(w)
}

// typedNote is a note as one would type it.
func typedNote(n model.ReviewNote, names model.Names) string {
	text := n.Text
	if name := names(n.Owner); n.BecomesAction() && name != "" {
		text += " @" + strings.ReplaceAll(name, " ", "")
	}
	if n.BecomesAction() && !n.Due.IsZero() {
		text += " " + n.Due.String()
	}
	return text
}

// dueAfter is how many days there are to do what a review wants and no day was
// named for.
const dueAfter = 7

// read understands the line: "@" with the beginning of a name says who, a day at
// the end by when; with either of them the note is an action.
func (l *roomLine) read(o *room) {
	l.said, l.problem = "", ""
	text := l.text.Text()
	if l.next {
		if l.day, l.problem = o.minutes.NextDue(l.d.Today), ""; strings.TrimSpace(text) != "" {
			day, err := model.ParseWhen(text, l.d.Today)
			switch {
			case err != nil:
				l.problem = "the day " + err.Error()
			case !l.d.Today.Before(day):
				l.problem = pane.Day(day) + " is not ahead"
			}
			l.day = day
		}
		l.said = pane.Day(l.day)
		return
	}
	who, words, err := pane.Mentioned(l.d, strings.Fields(text), model.KindTeammate, model.KindContact)
	if err != nil {
		l.problem = err.Error()
		if at := new(pane.MentionError); errors.As(err, &at) && !errors.Is(err, pane.ErrWhoIsMe) {
			l.problem = "at " + at.Typed + ": " + l.problem
		}
		return
	}
	n := model.ReviewNote{Kind: l.kind}
	for _, id := range who {
		n.Owner, n.Action = id, true
	}
	day, _, words := pane.DayAtEnd(words, l.d.Today)
	if !day.IsZero() {
		n.Due, n.Action = day, true
	}
	if n.Text = strings.Join(words, " "); n.BecomesAction() {
		n = o.completed(n, l.d)
		l.said = actionOf(n, l.d.Plan.Name)
	}
	l.note = n
}

// completed gives a note that becomes an action its owner and day where it names
// none.
func (o *room) completed(n model.ReviewNote, d pane.Data) model.ReviewNote {
	if n.Owner.IsZero() {
		n.Owner = d.Plan.Account.Owner
		if n.Kind != model.NoteAsk && !d.Me.IsZero() {
			n.Owner = d.Me
		}
	}
	if n.Due.IsZero() {
		n.Due = model.Workday(d.Today.AddDays(dueAfter))
	}
	return n
}

// actionOf says which action a note becomes.
func actionOf(n model.ReviewNote, names model.Names) string {
	parts := []string{"action"}
	if n.Kind == model.NoteAsk {
		parts[0] = "ask"
	}
	if name := names(n.Owner); name != "" {
		parts[0] += " of " + name
	}
	return strings.Join(append(parts, "due "+pane.Day(n.Due)), ", ")
}

// lineKey gives the line a key.
func (o *room) lineKey(w *Workspace, key string) tea.Cmd {
	l := o.line
	switch key {
	case "esc":
		if l.text.Text() == "" || l.text.Text() == l.began {
			o.shut(w)
			return nil
		}
		w.ask("Leave the line?", []string{"What you typed into it would be lost."}, "throw it away", "go on typing",
			func(w *Workspace) tea.Cmd { o.shut(w); return nil })
		return nil
	case "enter":
		return o.enter(w)
	case "ctrl+s":
		if cmd := o.enter(w); o.line != nil || cmd != nil {
			return cmd
		}
		o.end(w)
		return nil
	}
	if l.refused && utf8.RuneCountInString(key) == 1 {
		l.sayRefused(w)
		return nil
	}
	if !l.text.Key(key) {
		w.nothingOn(key)
		return nil
	}
	l.refused = false
	l.read(o)
	return nil
}

// sayRefused says why letters do not go into a line that was refused: they may
// be the key and the words of the next one.
func (l *roomLine) sayRefused(w *Workspace) {
	w.say("not written down yet: backspace mends it, esc leaves it", true)
}

// shut closes the line.
func (o *room) shut(w *Workspace) {
	o.line = nil
	o.resize(w)
}

// enter takes the line and closes it, so that the next key is a command again
// and not the beginning of another line.
func (o *room) enter(w *Workspace) tea.Cmd {
	l := o.line
	l.d = w.data() // who sits here may be known by now
	if l.read(o); l.problem != "" {
		if l.problem == pane.ErrWhoIsMe.Error() {
			w.askMe("enter")
			return nil
		}
		l.refused = true
		l.sayRefused(w)
		return nil
	}
	if l.next {
		o.minutes.Next = l.day
		o.changed(w)
		o.shut(w)
		return nil
	}
	if l.note.Text == "" {
		if l.text.Text() == "" {
			o.shut(w)
			return nil
		}
		l.problem, l.refused = "say what, too", true
		l.sayRefused(w)
		return nil
	}
	at := l.at
	if at >= 0 {
		o.minutes.Notes[at] = l.note
	} else {
		at = len(o.minutes.Notes)
		o.minutes.Notes = append(o.minutes.Notes, l.note)
	}
	o.shut(w)
	o.changed(w)
	o.sheet.Go(noteTarget(at))
	return nil
}

// changed notes that something was written down.
func (o *room) changed(w *Workspace) {
	o.touched = true
	for p := range o.kept {
		o.kept[p] = int(o.clock.elapsed(model.ReviewPart(p), w.o.Now()).Seconds())
	}
	o.sheet.Arrange()
}

// toAction makes a note an action, or none again.
func (o *room) toAction(w *Workspace, at int) pane.Request {
	n := &o.minutes.Notes[at]
	d := o.sheet.Data()
	if n.Action {
		*n = model.ReviewNote{Kind: n.Kind, Text: n.Text}
	} else {
		n.Action = true
		*n = o.completed(*n, d)
	}
	o.changed(w)
	if n.Action {
		return pane.Note{Text: actionOf(*n, d.Plan.Name) + ", when the review is ended: e changes who and when"}
	}
	return pane.Note{Text: "no action any more"}
}

// noteOfPart is what a line of the agenda is written down as in each part.
var noteOfPart = [model.ReviewParts]model.NoteKind{
	model.Present: model.NoteVulnerability, model.Clarify: model.NoteVulnerability, model.Vulnerabilities: model.NoteVulnerability, model.Recommendations: model.NoteRecommendation,
}

// take writes a line of the agenda down.
func (o *room) take(w *Workspace, item model.AgendaItem) pane.Request {
	kind := noteOfPart[o.clock.part]
	o.minutes.Notes = append(o.minutes.Notes, model.ReviewNote{Kind: kind, Text: strings.TrimPrefix(item.Text, "New: ")})
	o.changed(w)
	return pane.Note{Text: "written down as a " + kind.String()}
}

// strike takes a note out.
func (o *room) strike(w *Workspace, at int) pane.Request {
	was := o.minutes.Notes[at]
	notes := append([]model.ReviewNote{}, o.minutes.Notes[:at]...)
	o.minutes.Notes = append(notes, o.minutes.Notes[at+1:]...)
	o.changed(w)
	return pane.Note{Text: "struck: " + was.Text}
}

// people lists who could be there, to add them or to take them out.
func (o *room) people(w *Workspace) *chooser {
	var items []picker.Item
	there := map[model.ID]bool{}
	for _, id := range o.minutes.Attendees {
		there[id] = true
	}
	for _, it := range w.linkItems([]model.Kind{model.KindTeammate, model.KindContact}) {
		if id, err := model.ParseID(it.Value); err == nil && there[id] {
			it.Letter = "x"
		}
		items = append(items, it)
	}
	c := &chooser{title: "Who is there", list: picker.Typed(items, fold), empty: "nobody is called that"}
	c.choose = func(w *Workspace, it picker.Item) tea.Cmd {
		id, err := model.ParseID(it.Value)
		if err != nil {
			w.sayError(err)
			return nil
		}
		o.attend(w, id)
		again := o.people(w)
		again.list.Select(it.Value)
		w.push(again)
		return nil
	}
	return c
}

// attend adds somebody to those who are there, or takes somebody out.
func (o *room) attend(w *Workspace, id model.ID) {
	var list []model.ID
	out := false
	for _, other := range o.minutes.Attendees {
		if other == id {
			out = true
		} else {
			list = append(list, other)
		}
	}
	if !out {
		list = append(list, id)
	}
	o.minutes.Attendees = list
	o.changed(w)
}

// errRoom says that the draft of a review cannot be read.
var errRoom = errors.New("what was written down in that review cannot be read any more: a newer program wrote it")
