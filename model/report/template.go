package report

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"astute/model"
)

// Options says how a plan is written.
type Options struct {
	Today model.Date // the day that late, past and ahead count from
	// Opportunity is the one as seen for which [Map] is drawn; none: as for the
	// account.
	Opportunity model.ID
	Audience    Audience
}

// Audience says who is to read a document.
type Audience uint8

const (
	// Internal is for ourselves: all of it.
	Internal Audience = iota
	// Customer is for the customer: see [model.Plan.ForCustomer].
	Customer
)

// ErrInternal is wrapped where something is asked for the customer that is made
// of our own judgments.
var ErrInternal = errors.New("is for ourselves only")

// Template is a document that a plan is written as: what it is for, and the
// parts it is made of.
type Template struct {
	Name  string // its word on the command line and in the names of files: "one-page"
	Title string // what it is called in a sentence: "one page"
	About string // what it is for

	lead     string                // what stands below the account's name, before the day
	sections []func(*document)     // in their order
	customer []func(*document)     // those of a copy for the customer; nil where there is none
	opening  func(model.Date) rich // said below the lead; nil for nothing
	style    string                // of HTML, beside the usual one
	rooms    []room                // what each text may take: the first with which it fits one sheet
}

// templates are all documents, the whole plan first.
var templates = []Template{
	{Name: "full", Title: "the full plan", About: "all that is on record", lead: "Account plan", sections: fullSections, customer: customerSections},
	{Name: "one-page", Title: "one page", About: "the executive summary, on one sheet of A4", lead: "Plan on one page", sections: pageSections, customer: customerPageSections, style: htmlLow, rooms: pageRooms},
	{Name: "rapid", Title: "the rapid review", About: "how it stands and what to do next, in five minutes", lead: "Rapid review", sections: rapidSections},
	{Name: "qbr", Title: "the quarterly review", About: "the quarter behind and the quarter ahead", lead: "Quarterly review", sections: quarterSections, opening: quarterOpening, customer: customerQuarterSections},
	{Name: "handover", Title: "the handover", About: "all that whoever takes over needs", lead: "Handover", sections: handoverSections},
}

// Templates returns all documents that a plan is written as, the one that is
// meant when none is named first. It is for reading.
func Templates() []Template { return templates }

// TemplateNamed returns the document of a name.
func TemplateNamed(name string) (Template, bool) {
	at := slices.IndexFunc(templates, func(t Template) bool { return t.Name == name })
	if at < 0 {
		return Template{}, false
	}
	return templates[at], true
}

// Markdown writes the plan as GitHub, GitLab and Obsidian read it. The same plan
// and day give the same bytes. An error is the writer's own.
func (t Template) Markdown(w io.Writer, p *model.Plan, o Options) error {
	if o.Audience == Customer && !t.ForCustomer() {
		return t.refusal()
	}
	return t.send(w, p, t.document(p, o).asMarkdown())
}

// HTML writes the plan as one page that stands alone and prints on A4, with the
// political map drawn and the org chart as a list. It says what the Markdown
// says.
func (t Template) HTML(w io.Writer, p *model.Plan, o Options) error {
	if o.Audience == Customer && !t.ForCustomer() {
		return t.refusal()
	}
	return t.send(w, p, t.document(p, o).asHTML(titleOf(p), t.style))
}

// Lead is what stands below the account's name, before the day: "Account plan".
func (t Template) Lead() string { return t.lead }

// ForCustomer reports whether there is a copy of the document for the customer.
func (t Template) ForCustomer() bool { return t.customer != nil }

func (t Template) refusal() error { return fmt.Errorf("%s %w", t.Title, ErrInternal) }

func (t Template) send(w io.Writer, p *model.Plan, text string) error {
	if _, err := io.WriteString(w, text); err != nil {
		return fmt.Errorf("the plan of %s was not written: %w", titleOf(p), err)
	}
	return nil
}

// document is the plan laid out.
func (t Template) document(p *model.Plan, o Options) *document {
	if o.Audience == Customer {
		p = p.ForCustomer(o.Today)
	}
	if len(t.rooms) == 0 {
		return t.within(room{}, p, o)
	}
	var d *document
	for _, r := range t.rooms {
		if d = t.within(r, p, o); d.onOneSheet() {
			break
		}
	}
	return d
}

// within is the plan laid out with so much room for each text.
func (t Template) within(r room, p *model.Plan, o Options) *document {
	d := newDocument(p, o)
	d.room, d.customer = r, o.Audience == Customer
	d.heading(1, string(cut(oneLine(titleOf(p)), r.text)))
	d.say(asOf(t.lead, o.Today))
	if t.opening != nil {
		d.say(t.opening(o.Today))
	}
	sections := t.sections
	if d.customer {
		sections = t.customer
	}
	for _, section := range sections {
		section(d)
	}
	return d
}

// titleOf is the name over a plan.
func titleOf(p *model.Plan) string {
	if p.Account.Name == "" {
		return "No account"
	}
	return p.Account.Name
}

// asOf says what a document is, and of which day.
func asOf(what string, today model.Date) rich {
	if today.IsZero() {
		return rich(what + ".")
	}
	return rich(what + " as of " + today.String() + ".")
}
