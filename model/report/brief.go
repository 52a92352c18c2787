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
	Today    string    `json:"today"`   // the day it was made for, 2026-03-31
	Sections []Section `json:"sections"`
}

// Section is one part of a brief. A section without lines is never there.
type Section struct {
	Key     string   `json:"key"`     // a word that never changes: "last_contact"
	Heading string   `json:"heading"` // the words above it
	Lines   []string `json:"lines"`   // sentences without line breaks
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
	var parts []part
	switch r := r.(type) {
	case *model.Contact:
		parts = v.contact(r)
	case *model.Account:
		parts = v.account(r)
	default:
		parts = []part{{"known", "What is known", known(p, r)}}
	}
	for _, part := range parts {
		s := Section{Key: part.key, Heading: part.heading}
		for _, text := range part.lines {
			if text = line(text); text != "" {
				s.Lines = append(s.Lines, text)
			}
		}
		if len(s.Lines) > 0 {
			b.Sections = append(b.Sections, s)
		}
	}
	return b
}

// view is a plan on a day, from which a brief is made.
type view struct {
	plan  *model.Plan
	today model.Date
	names model.Names
}

// part is a section before it is known whether it has content.
type part struct {
	key, heading string
	lines        []string
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

// Text returns the brief as lines of at most width columns, for a terminal;
// less than 10 counts as 10. Headings stand at the margin, their sentences
// behind two blanks. It has no colours and ends without an empty line.
func (b Brief) Text(width int) []string {
	width = max(width, 10)
	lines := wrap(b.headline(), "", width)
	for _, s := range b.Sections {
		lines = append(lines, wrap(s.Heading, "", width)...)
		for _, text := range s.Lines {
			lines = append(lines, wrap(text, "  ", width)...)
		}
	}
	return lines
}

// headline says whom the brief is about.
func (b Brief) headline() string {
	head := b.Name
	if b.Title != "" {
		head += ", " + b.Title
	}
	if b.Account != "" && b.Account != b.Name {
		head += ", " + b.Account
	}
	return head
}

// Markdown returns the brief as a Markdown document.
func (b Brief) Markdown() string {
	var p page
	p.heading(1, b.Name)
	about := ""
	for _, text := range []string{b.Title, b.Account} {
		if text != "" && text != b.Name {
			about += ", " + text
		}
	}
	p.say(oneLine(strings.TrimPrefix(about, ", ")))
	for _, s := range b.Sections {
		p.heading(2, s.Heading)
		items := make([]md, len(s.Lines))
		for i, text := range s.Lines {
			items[i] = escape(text)
		}
		p.list(items...)
	}
	if p.b.Len() == 0 {
		p.block("# " + string(oneLine(b.Name)))
	}
	return p.b.String()
}
