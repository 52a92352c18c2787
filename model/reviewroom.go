package model

import (
	"fmt"
	"slices"
	"strings"
)

// ReviewPart is a part of a review: the owner presents, the others ask until they
// understand, then say what is weak, then what they would do. No part begins
// before the one before it ends, so that advice does not come before
// understanding.
type ReviewPart uint8

// The parts in their order.
const (
	Present ReviewPart = iota
	Clarify
	Vulnerabilities
	Recommendations
	reviewParts // how many there are
)

// ReviewParts is how many parts a review has.
const ReviewParts = int(reviewParts)

// partWords name the parts and say what belongs into each.
var partWords = [ReviewParts]struct{ name, aim string }{
	{"Present", "what changed, told by the owner without interruption"},
	{"Clarify", "questions until everybody understands; no advice yet"},
	{"Vulnerabilities", "what could make this plan fail"},
	{"Recommendations", "what to do about it, by whom and by when"},
}

// String returns the part's name.
func (p ReviewPart) String() string { return partWords[p].name }

// Aim says what belongs into the part.
func (p ReviewPart) Aim() string { return partWords[p].aim }

// usualMinutes are how long each part takes: half an hour for an inspection, an
// hour else, an afternoon for a workshop. S1 names the reviews; the minutes are
// ours, and whoever holds a review changes them.
var usualMinutes = map[ReviewType][ReviewParts]int{
	0:               {15, 10, 15, 20},
	Inspection:      {10, 5, 5, 10},
	QBR:             {25, 15, 20, 30},
	WithCustomer:    {20, 15, 10, 15},
	PortfolioReview: {20, 10, 15, 15},
	AnnualWorkshop:  {60, 45, 60, 75},
}

// PartMinutes returns how many minutes each part of a review of a type takes.
func PartMinutes(kind ReviewType) [ReviewParts]int {
	if m, ok := usualMinutes[kind]; ok {
		return m
	}
	return usualMinutes[0]
}

// AgendaGroup is what a part of a review looks at together.
type AgendaGroup struct {
	Title string
	Items []AgendaItem
}

// AgendaItem is one thing to look at.
type AgendaItem struct {
	ID   ID        // the record that it is about, none for the account as a whole
	Tone Wellbeing // Good or Poor for us, zero for neither
	Text string    // a sentence without its stop
}

// Agenda is what a review looks at, part by part.
type Agenda [ReviewParts][]AgendaGroup

// IsEmpty reports whether there is nothing to look at.
func (a Agenda) IsEmpty() bool {
	for _, groups := range a {
		if len(groups) > 0 {
			return false
		}
	}
	return true
}

// leadArea is what a type of review looks at before anything else: regional
// leaders at opportunities, senior ones at what is asked of them (S1).
var leadArea = map[ReviewType]DiffArea{
	Inspection: DiffWork, OpportunityReview: DiffMoney, ExecutiveSponsorReview: DiffWork, QBR: DiffMoney, WithCustomer: DiffStrategy,
}

// AgendaOf returns the agenda of a review of a type: what changed since the last
// one, as the difference says, and what stands open whatever changed: late
// actions, asks without an answer, the next questions, warnings that were there
// before, and what became of the last one (domain section 5, from S1). last is
// nil where none was held; then the difference is empty.
func AgendaOf(p *Plan, kind ReviewType, d Diff, last *Review, today Date) Agenda {
	b := agendaBuilder{plan: p, today: today, said: map[ID]bool{}}
	areas := []DiffArea{DiffPeople, DiffMoney, DiffWork, DiffMeetings, DiffStrategy, DiffAccount}
	if lead, ok := leadArea[kind]; ok {
		areas = append([]DiffArea{lead}, slices.DeleteFunc(areas, func(a DiffArea) bool { return a == lead })...)
	}
	b.figures(d)
	for _, area := range areas {
		// What slipped is asked about, everything else is told.
		b.lines(Present, area.String(), d.Part(area), func(l DiffLine) bool { return area != DiffWork || l.Tone != Poor })
	}
	b.lines(Clarify, "Slipped", d.Part(DiffWork), func(l DiffLine) bool { return l.Tone == Poor })
	b.open()
	b.questions()
	b.lines(Vulnerabilities, "Warnings that came or went", d.Part(DiffWarnings), func(DiffLine) bool { return true })
	b.standing(d.Part(DiffWarnings))
	b.lastTime(last)
	return b.agenda
}

// agendaBuilder puts an agenda together.
type agendaBuilder struct {
	plan   *Plan
	today  Date
	agenda Agenda
	said   map[ID]bool // actions that stand on it
}

func (b *agendaBuilder) add(part ReviewPart, title string, items []AgendaItem) {
	if len(items) > 0 {
		b.agenda[part] = append(b.agenda[part], AgendaGroup{title, items})
	}
}

func (b *agendaBuilder) lines(part ReviewPart, title string, lines []DiffLine, keep func(DiffLine) bool) {
	var items []AgendaItem
	for _, l := range lines {
		if keep(l) {
			items = append(items, AgendaItem{l.ID, l.Tone, l.Text})
			b.said[l.ID] = true
		}
	}
	b.add(part, title, items)
}

// figures are how the account stands, before and after.
func (b *agendaBuilder) figures(d Diff) {
	var items []AgendaItem
	for _, f := range d.Figures {
		items = append(items, AgendaItem{Tone: f.Tone, Text: fmt.Sprintf("%s: %s, was %s", f.Name, f.Is, f.Was)})
	}
	b.add(Present, "How the account stands", items)
}

// open are the actions that are late and the asks that nobody answered, as far as
// they do not stand on the agenda already.
func (b *agendaBuilder) open() {
	var late, asks []AgendaItem
	for _, a := range All[*Action](b.plan.Book) {
		switch {
		case !a.Open() || b.said[a.ID]:
		case a.Late(b.today):
			late = append(late, AgendaItem{a.ID, Poor, a.Name + ": " + strings.Join(b.whoAndWhen(a), ", ")})
		case a.Type == Ask:
			asks = append(asks, AgendaItem{a.ID, 0, a.Name + ": " + strings.Join(b.whoAndWhen(a), ", ")})
		}
	}
	b.add(Clarify, "Late since before", late)
	b.add(Clarify, "Asked for and not answered yet", asks)
}

// whoAndWhen says whose an action is and how it stands with its day.
func (b *agendaBuilder) whoAndWhen(a *Action) []string {
	var parts []string
	if owner := b.plan.Name(a.Owner); owner != "" {
		parts = append(parts, owner)
	}
	switch {
	case a.Late(b.today):
		parts = append(parts, Count(b.today.DaysSince(a.Due), "day", "days")+" late")
	case !a.Due.IsZero():
		parts = append(parts, "due "+a.Due.String())
	}
	return parts
}

// fewQuestions is how many questions an agenda asks: those that matter most.
const fewQuestions = 5

func (b *agendaBuilder) questions() {
	var items []AgendaItem
	for _, q := range AllQuestions(b.plan) {
		if len(items) < fewQuestions {
			items = append(items, AgendaItem{q.ID, 0, q.Text})
		}
	}
	b.add(Clarify, "Not known yet", items)
}

// standing are the warnings that were there before and still are; those that the
// difference tells of are left out.
func (b *agendaBuilder) standing(changed []DiffLine) {
	var items []AgendaItem
	for _, w := range AllWarnings(b.plan, b.today) {
		if slices.ContainsFunc(changed, func(l DiffLine) bool { return strings.HasSuffix(l.Text, w.Text) }) {
			continue
		}
		item := AgendaItem{Text: w.Text + " (" + w.Cure + ")"}
		if w.Severity == High {
			item.Tone = Poor
		}
		if len(w.IDs) > 0 {
			item.ID = w.IDs[0]
		}
		items = append(items, item)
	}
	b.add(Vulnerabilities, "Warnings that stand", items)
}

// lastTime is what was noted in the last review, and what became of it.
func (b *agendaBuilder) lastTime(last *Review) {
	if last == nil {
		return
	}
	texts := func(part ReviewPart, title, text string) {
		var items []AgendaItem
		for line := range strings.SplitSeq(text, "\n") {
			if strings.TrimSpace(line) != "" {
				items = append(items, AgendaItem{last.ID, 0, line})
			}
		}
		b.add(part, title, items)
	}
	texts(Vulnerabilities, "Noted last time", last.Vulnerabilities)
	texts(Recommendations, "Decided last time", last.Decisions)
	texts(Recommendations, "Recommended last time", last.Recommendations)
	var items []AgendaItem
	for _, a := range All[*Action](b.plan.Book) {
		if a.Serves != last.ID {
			continue
		}
		item := AgendaItem{a.ID, 0, fmt.Sprintf("%s: %s", a.Name, strings.Join(append([]string{a.Status.String()}, b.whoAndWhen(a)...), ", "))}
		switch {
		case a.Status == Complete:
			item.Tone = Good
		case a.Late(b.today):
			item.Tone = Poor
		}
		items = append(items, item)
	}
	b.add(Recommendations, "Actions that came of the last one", items)
}
