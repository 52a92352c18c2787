// Package overview is the pane of the account at one look, in the order in which
// plans are written: what the plan is, what the business is and how it decides,
// what they want and how we help, what it is worth; what is not known yet, how it
// goes, what is doubtful, what comes next and what was. Every fact can be edited
// where it stands, and what follows from records leads to them.
//
//	overview.go  the pane and its commands
//	door.go      what enter and e do with what is under the cursor
//	facts.go     what is said, in its order; the fields of the account
//	standing.go  what the rules say: health, map, doubts, money
//	ask.go       what is not known yet, as questions
//	blanks.go    what nothing is on record of yet, and how it begins
//	records.go   the records that are listed: work, reviews, time, and the rest
//	flow.go      facts set into lines of a width
package overview

import (
	"slices"

	"astute/ui/pane"
)

// Pane is the overview of one account.
type Pane struct {
	pane.Sheet
	doors    map[pane.Target]door // of what is more than a field or a record
	sections []pane.Target        // where parts begin
	whole    map[string]bool      // the lists that are shown to their ends
}

// New returns the pane.
func New() *Pane {
	p := &Pane{whole: map[string]bool{}}
	p.Sheet = pane.Sheet{Lay: p.lay, Empty: []string{"The account at one look: what they want, who decides, what is next.", "A names the first one"}}
	return p
}

// Title implements [pane.Pane].
func (*Pane) Title() string { return "Overview" }

// Show implements [pane.Pane]: of another account lists are cut again.
func (p *Pane) Show(d pane.Data) {
	if old := p.Data().Plan; old == nil || d.Plan == nil || old.Account.ID != d.Plan.Account.ID {
		clear(p.whole)
	}
	p.Sheet.Show(d)
}

// lay sets the facts into lines, and keeps what can be done with them.
func (p *Pane) lay(d pane.Data, w, _ int) pane.Page {
	list := facts(d, p.whole)
	p.doors, p.sections = map[pane.Target]door{}, nil
	for i, f := range list {
		for k, it := range f.items {
			if it.target == (pane.Target{}) {
				continue
			}
			if _, known := p.doors[it.target]; !known {
				p.doors[it.target] = it.door
			}
			if k == 0 && (f.apart || i == 0) {
				p.sections = append(p.sections, it.target)
			}
		}
	}
	page := flow(list, w)
	slices.SortFunc(p.sections, func(a, b pane.Target) int { return page.Find(a) - page.Find(b) })
	return page
}

// Commands implements [pane.Pane].
func (p *Pane) Commands() []pane.Command {
	none := ""
	if p.Current() == nil {
		none = "there is no account here yet: A makes one"
	}
	commands := p.SheetCommands("the fact", "A makes one")
	for i := range commands {
		if commands[i].Why != "" {
			commands[i].Why = none
		}
		p.refine(&commands[i])
	}
	commands = slices.Insert(commands, 2, pane.Command{Name: "add something", Keys: []string{"a"}, Hint: "add", Why: none,
		Help: "a new record of any kind: an initiative, a goal, a review, a milestone", Do: func() pane.Request { return pane.Add{} }})
	commands = append(commands, pane.StudyCommands(p.Current, pane.Warnings)...)
	return append(commands,
		pane.Command{Name: "plan a review", Keys: []string{"r"}, Why: none, Also: "inspection qbr next", Do: planReview,
			Help: "when the plan is looked at next, by whom"},
		pane.Command{Name: "next part", Keys: []string{"J"}, Why: none, Help: "to the first line of the part below", Do: func() pane.Request { return p.jump(1) }},
		pane.Command{Name: "part before", Keys: []string{"K"}, Why: none, Help: "to the first line of the part above", Do: func() pane.Request { return p.jump(-1) }},
	)
}

// refine makes a command of every sheet fit what is under the cursor here.
func (p *Pane) refine(c *pane.Command) {
	d := p.doors[p.Cursor()]
	switch c.Name {
	case "edit the field":
		if c.Do = p.edit; d.edit != nil {
			c.Why = ""
		} else if c.Why == "" {
			c.Why = d.fixed
		}
	case "edit all fields":
		c.Hint = "all"
	case "remove":
		if c.Why == "" && d.said() {
			c.Why = "this line is no record, it follows from what is on record: enter leads there"
		}
	case "open":
		c.Help = "answers the question, shows the rest of a list, goes to what a line follows from; else all about what is under the cursor"
		if c.Do = p.open; d.open != nil || d.unfold != "" {
			c.Why = ""
		}
	case "copy":
		c.Help = "the overview as text, to the clipboard"
		c.Do = func() pane.Request { return pane.Copy{Text: p.Page().Text(), What: "overview"} }
	}
}

// jump goes to the part after the one that the cursor is in, or to the one
// before.
func (p *Pane) jump(by int) pane.Request {
	page := p.Page()
	at, now := page.Find(p.Cursor()), -1
	for i, t := range p.sections {
		if page.Find(t) <= at {
			now = i
		}
	}
	if to := now + by; to >= 0 && to < len(p.sections) {
		p.Go(p.sections[to])
		p.inSight(to)
	}
	return nil
}

// inSight scrolls a part to the top where it does not end on the screen.
func (p *Pane) inSight(part int) {
	page := p.Page()
	begin, end := page.Stops[page.Find(p.sections[part])].Line, page.Lines
	if part+1 < len(p.sections) {
		if next := page.Stops[page.Find(p.sections[part+1])].Line; next > begin {
			end = next
		}
	}
	if above, _ := p.Scrolled(); end > above+p.Seen() {
		p.Wheel(begin - above)
	}
}

func planReview() pane.Request { return pane.AddReview{} }
