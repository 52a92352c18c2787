// Package actions is the pane of the action plan: what is to be reached, and
// below it what is to be done for it, by whom, by when; what is late first.
//
//	actions.go  the pane, and what it says on its frame
//	commands.go the keys
//	change.go   what one key does to an action, or to all that are marked
//	views.go    the ways to look at it: by objective, owner, week; the asks
//	board.go    the board: a column for each status
//	columns.go  what its columns say
//	facts.go    what holds up what, and what is the matter with an action
//	order.go    late first, below objectives or without them
//	capture.go  an action in one line
//	legend.go   what the marks mean
package actions

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
)

// Pane is the action plan, as a table or as a board.
type Pane struct {
	pane.Records
	done  bool // what is over is shown too
	facts facts
	area  layout.Rect
}

// New returns the pane.
func New() *Pane {
	p := &Pane{}
	p.Records = pane.Records{
		Kind:      model.KindAction,
		Columns:   p.columns(),
		Orders:    p.views(),
		Keep:      p.keep,
		OnlyTable: true,
		Empty:     []string{"What is to be done, by whom, by when, and what for.", "a adds an action, O an objective, t shows those that are over"},
	}
	return p
}

// Title implements [pane.Pane].
func (*Pane) Title() string { return "Action plan" }

// Note implements [pane.Pane]: how many are shown, in which view, how many are
// over and not shown, and how much of what was due was done on time.
func (p *Pane) Note() string {
	note := p.Records.Note()
	if n := p.hidden(); n > 0 {
		note += fmt.Sprintf("  %d over: t", n)
	}
	if e := p.facts.execution; e.Due > 0 {
		note += fmt.Sprintf("  %d %% on time", e.Percent)
	}
	return note
}

// hidden is how many actions are over and not shown.
func (p *Pane) hidden() int {
	if p.done || p.Data().Plan == nil || p.board() || p.Order() == onlyAsks {
		return 0
	}
	n := 0
	for _, a := range model.All[*model.Action](p.Data().Plan.Book) {
		if !a.Open() {
			n++
		}
	}
	for _, r := range p.Rows() {
		if a, ok := r.(*model.Action); ok && !a.Open() {
			n-- // it stays in its place until the pane is left
		}
	}
	return n
}

// Foot says below the table what stands under the cursor; of an objective how far
// it is and what it lacks, of an action what is the matter with it.
func (p *Pane) Foot(width int, keys bool) string {
	if s := p.Section(); s != nil && keys && p.Current() != nil {
		far := progressOf(*s, p.Data().Today)
		text := far.words() + ": " + model.Title(s.Head, p.Data().Plan.Name)
		if len(far.lacks) > 0 {
			text += "   lacks " + model.AndList(far.lacks)
		}
		return text
	}
	a, ok := p.Current().(*model.Action)
	if !ok || !keys {
		return p.Records.Foot(width, keys)
	}
	matter := strings.Join(p.matter(a), "   ")
	if p.board() {
		return strings.TrimSpace(matter + "   " + a.Name)
	}
	text := p.Records.Foot(width, keys)
	switch {
	case matter == "":
		return text
	case text == "" || grid.Width(matter)+3+grid.Width(text) > width:
		return matter
	}
	return matter + "   " + text
}
