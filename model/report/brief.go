package report

import (
	"strings"

	"astute/model"
)

// Brief is what somebody should know before a call, in short sentences that can
// be read aloud. It is a value: the screen, the command line, Markdown and JSON
// all show the same sections.
type Brief struct {
	Kind     string    `json:"kind"`    // contact or account
	ID       string    `json:"id"`      // the whole id
	Name     string    `json:"name"`    // whom it is about
	Account  string    `json:"account"` // the account's name, "" for none
	Title    string    `json:"title"`   // job title of a contact, industry of an account
	Unit     string    `json:"unit"`    // of a contact, "" for none
	Today    string    `json:"today"`   // the day it was made for, 2026-03-31
	Sections []Section `json:"sections"`
}

// Section is one part of a brief. A section without lines is never there.
type Section struct {
	Key     string   `json:"key"`     // a word that never changes: "last_contact"
	Heading string   `json:"heading"` // the words above it
	Lines   []string `json:"lines"`   // sentences without line breaks
	// Plain says that the sentences need no heading: each says by itself what it
	// is about. A screen has few lines, so text leaves it out, and Markdown does
	// at the beginning.
	Plain bool `json:"-"`

	few, some int       // of the lines are on the one screen: a narrow one, any other
	noun      [2]string // what the others are called, one and several, where no heading says it
}

// BriefOf makes the brief on a contact or an account of the plan, as of a day.
// Of any other kind of record it says what is on record.
func BriefOf(p *model.Plan, r model.Record, today model.Date) Brief {
	b := Brief{
		Kind: r.Kind().String(), ID: r.Base().ID.String(), Name: line(model.Title(r, p.Name)),
		Account: line(p.Account.Name), Today: today.String(),
	}
	if detail := r.Kind().Spec().Detail; detail != nil {
		b.Title = line(detail(r))
	}
	if p.Account.ID.IsZero() {
		b.Account = ""
	}
	v := view{plan: p, today: today, names: remembered(p)}
	var parts []Section
	var room screen
	switch r := r.(type) {
	case *model.Contact:
		b.Unit = line(nameOf(v.names, r.Unit))
		parts, room = v.contact(r), screen{74, 20}
	case *model.Account:
		parts, room = v.account(r), screen{88, 36}
	default:
		parts = []Section{{Key: "known", Heading: "What is known", Lines: known(p, r), some: all}}
	}
	for _, s := range parts {
		said := s.Lines
		s.Lines = nil
		for _, text := range said {
			if text = line(text); text != "" {
				s.Lines = append(s.Lines, text)
			}
		}
		if len(s.Lines) > 0 {
			b.Sections = append(b.Sections, s)
		}
	}
	b.fit(room)
	return b
}

// view is a plan on a day, from which a brief is made.
type view struct {
	plan  *model.Plan
	today model.Date
	names model.Names
}

// known is what is on record of any kind of record.
func known(p *model.Plan, r model.Record) []string {
	var lines []string
	for _, f := range r.Fields() {
		if !f.Hidden && !f.Fixed && !f.IsZero() {
			lines = append(lines, f.Label+": "+f.Display(p.Name))
		}
	}
	return lines
}

// line makes one line of a text: breaks and runs of blanks become one blank.
func line(text string) string { return strings.Join(strings.Fields(model.CleanText(text)), " ") }

// headline says whom the brief is about.
func (b Brief) headline() string { return joined(", ", b.Name, b.about()) }

// about is what tells somebody from a namesake: title, unit, account.
func (b Brief) about() string {
	account := b.Account
	if account == b.Name {
		account = ""
	}
	return joined(", ", b.Title, b.Unit, account)
}

// Markdown returns the brief as a Markdown document.
func (b Brief) Markdown() string {
	var p page
	p.heading(1, b.Name)
	p.say(oneLine(b.about()))
	var lines []rich
	headed := false // what stands below a heading is ended by the next one only
	for _, s := range b.Sections {
		if headed = headed || !s.Plain; headed {
			p.list(lines...)
			lines = nil
			p.heading(2, s.Heading)
		}
		for _, text := range s.Lines {
			lines = append(lines, plain(text))
		}
	}
	p.list(lines...)
	if len(p.blocks) == 0 {
		p.flush()
	}
	return p.asMarkdown()
}
