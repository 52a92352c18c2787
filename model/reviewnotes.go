package model

import (
	"fmt"
	"slices"
	"strings"
)

// NoteKind is what a line that is written down in a review is.
type NoteKind uint8

// The kinds of note, in the order in which they are shown.
const (
	NoteDecision NoteKind = iota
	NoteVulnerability
	NoteRecommendation
	NoteAsk // a resource or support that is wanted of somebody
	noteKinds
)

// NoteKinds is how many kinds of note there are.
const NoteKinds = int(noteKinds)

// String returns the word for one note of the kind.
func (k NoteKind) String() string {
	return [...]string{"decision", "vulnerability", "recommendation", "ask"}[k]
}

// Plural returns the word for several.
func (k NoteKind) Plural() string {
	return [...]string{"decisions", "vulnerabilities", "recommendations", "asks"}[k]
}

// ReviewNote is one line written down in a review.
type ReviewNote struct {
	Kind   NoteKind
	Text   string
	Action bool // it becomes an action; an ask always does
	Owner  ID   // of that action, a teammate or a contact
	Due    Date
}

// BecomesAction reports whether ending the review makes an action of the note.
func (n ReviewNote) BecomesAction() bool { return n.Action || n.Kind == NoteAsk }

// line is the note as the review keeps it: with who and when where it became an
// action.
func (n ReviewNote) line(names Names) string {
	var parts []string
	if n.BecomesAction() {
		if name := names(n.Owner); name != "" {
			parts = append(parts, name)
		}
		if !n.Due.IsZero() {
			parts = append(parts, n.Due.String())
		}
	}
	if len(parts) == 0 {
		return n.Text
	}
	return n.Text + " (" + strings.Join(parts, ", ") + ")"
}

// ReviewMinutes are what is written down while a review is held, before it is
// ended.
type ReviewMinutes struct {
	Review    *Review // as it was planned; a new one where none was
	Attendees []ID
	Notes     []ReviewNote
	Next      Date // when the next one is due, not known: as the cadence says
}

// NextDue returns the day on which the next one is due when this one is held
// today; not known when it does not come round.
func (m ReviewMinutes) NextDue(today Date) Date {
	if !m.Next.IsZero() {
		return m.Next
	}
	return NextAfter(m.Review.Rhythm(), today)
}

// mostTitle is how many characters of a note become the title of an action; all
// of it stays with the review.
const mostTitle = 100

// HoldReview returns the one edit that ends a review: it was held today, with
// these people and these texts, the next one is due on its day, and notes become
// actions that serve the review. newID gives the new records their IDs. Lines
// that stood in the texts before stay, before the new ones. A review that was
// removed or held by somebody else meanwhile is made anew.
func HoldReview(p *Plan, m ReviewMinutes, today Date, newID func() ID) Edit {
	before, there := Lookup[*Review](p.Book, m.Review.ID)
	held := Clone(m.Review)
	if there && before.Held.IsZero() {
		held = Clone(before)
	} else {
		before = nil
	}
	held.Account = p.Account.ID
	if before == nil {
		held.ID = newID()
		held.Held, held.Next, held.Journal = Date{}, Date{}, Number{}
	}
	held.Held, held.Next = today, m.NextDue(today)
	held.Attendees = slices.DeleteFunc(slices.Clone(m.Attendees), func(id ID) bool { return p.Get(id) == nil })
	texts := [NoteKinds]*string{NoteDecision: &held.Decisions, NoteVulnerability: &held.Vulnerabilities, NoteRecommendation: &held.Recommendations}
	e := Edit{Label: "hold review " + held.Type.String()}
	e.Changes = []Change{{After: held}}
	if before != nil {
		e.Changes[0].Before = before
	}
	for _, n := range m.Notes {
		if text := texts[n.Kind]; text != nil {
			*text = strings.TrimPrefix(*text+"\n"+n.line(p.Name), "\n")
		}
		if n.BecomesAction() {
			e.Changes = append(e.Changes, Change{After: n.action(p, held.ID, newID())})
		}
	}
	return e
}

// action is what a note becomes.
func (n ReviewNote) action(p *Plan, review, id ID) *Action {
	a := &Action{Name: n.Text, Due: n.Due, Status: NotStarted, Type: Task, Serves: review}
	a.ID, a.Account = id, p.Account.ID
	if p.Get(n.Owner) != nil {
		a.Owner = n.Owner
	}
	if n.Kind == NoteAsk {
		a.Type = Ask
		if of, ok := Lookup[*Teammate](p.Book, n.Owner); ok {
			a.AskedOf = of.ID
			if p.Get(p.Account.Owner) != nil {
				a.Owner = p.Account.Owner // who wants it sees to the answer
			}
		}
	}
	if r := []rune(a.Name); len(r) > mostTitle {
		a.Name, a.Notes = string(r[:mostTitle-1])+"…", n.Text
	}
	return a
}

// Summary says in a few words what ending a review writes.
func (m ReviewMinutes) Summary() string {
	var counts [NoteKinds]int
	actions := 0
	for _, n := range m.Notes {
		counts[n.Kind]++
		if n.BecomesAction() {
			actions++
		}
	}
	var parts []string
	for kind, n := range counts {
		if n > 0 {
			parts = append(parts, Count(n, NoteKind(kind).String(), NoteKind(kind).Plural()))
		}
	}
	if len(parts) == 0 {
		return "nothing noted"
	}
	if actions > 0 {
		parts = append(parts, fmt.Sprintf("of them %s", Count(actions, "action", "actions")))
	}
	return strings.Join(parts, ", ")
}
