// Package actions is the pane of the action plan: what is to be reached, and
// below it what is to be done for it, by whom, by when; what is late first.
//
//	actions.go  the pane and its commands
//	change.go   what one key does to an action, or to all that are marked
//	columns.go  what its columns say
//	order.go    late first, below objectives or without them
//	capture.go  an action in one line
//	legend.go   what the marks mean
package actions

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/pane"
)

// Pane is the table of actions.
type Pane struct {
	pane.Records
	done bool // what is over is shown too
}

// New returns the pane.
func New() *Pane {
	p := &Pane{}
	p.Records = pane.Records{
		Kind:    model.KindAction,
		Columns: p.columns(),
		Orders: []pane.Order{
			{Name: "by objective", Less: byDue, Sections: p.objectives()},
			{Name: "late first", Less: byDue},
			{Name: "by owner", Less: byOwner},
		},
		Keep:      func(r model.Record, _ pane.Data) bool { return p.done || r.(*model.Action).Open() },
		OnlyTable: true,
		Empty:     []string{"What is to be done, by whom, by when, and what for.", "a adds an action, O an objective, t shows those that are over"},
	}
	return p
}

// Title implements [pane.Pane].
func (*Pane) Title() string { return "Action plan" }

// Note implements [pane.Pane]: how many are shown, in which order, and how many
// are over and not shown.
func (p *Pane) Note() string {
	note := p.Records.Note()
	if n := p.hidden(); n > 0 {
		note += fmt.Sprintf("  %d over: t", n)
	}
	return note
}

// hidden is how many actions are over and not shown.
func (p *Pane) hidden() int {
	if p.done || p.Data().Plan == nil {
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

// Commands implements [pane.Pane].
func (p *Pane) Commands() []pane.Command {
	why, moving := p.Why(), ""
	switch {
	case len(p.Marked()) > 0:
		why = ""
	case p.Section() != nil:
		moving = "an objective belongs to no other: stand on an action, or mark some"
	}
	if why != "" {
		moving = why
	}
	commands := p.RecordCommands()
	for i := range commands {
		if commands[i].Name == "add an action" {
			commands[i].Help = "what, by when and by whom in one line; tab makes a form of it; below an objective it serves that"
			commands[i].Do = p.capture
		}
	}
	field := func(name string) func() pane.Request {
		return func() pane.Request { return p.EditField(number(name)) }
	}
	return append(commands,
		pane.Command{Name: "complete", Keys: []string{"c"}, Hint: "complete", Weight: 90, Why: why, Do: p.complete,
			Help: "the action is done; once more and it is open again: it stays in its place until the pane is left"},
		pane.Command{Name: "a week later", Keys: []string{"w"}, Hint: "a week on", Weight: 80, Why: why, Do: func() pane.Request { return p.later(7) },
			Help: "moves the due date by a week"},
		pane.Command{Name: "a day later", Keys: []string{"W"}, Why: why, Do: func() pane.Request { return p.later(1) },
			Help: "moves the due date by a day"},
		pane.Command{Name: "reschedule", Keys: []string{"r"}, Why: why, Do: p.reschedule, Also: "due date day when",
			Help: "another due date, as one says it: fri, +2w, eoq"},
		pane.Command{Name: "hand to somebody", Keys: []string{"@"}, Why: why, Do: field("owner"), Also: "owner reassign delegate",
			Help: "another owner: a teammate, or somebody of the customer"},
		pane.Command{Name: "set the status", Keys: []string{"S"}, Why: why, Do: field("status"), Also: "defer cancel put off drop start",
			Help: "begun, put off or cancelled, by one letter"},
		pane.Command{Name: "serve an objective", Keys: []string{"v"}, Why: moving, Do: field("objective"), Also: "move group objective",
			Help: "moves the action below another objective"},
		pane.Command{Name: "add an objective", Keys: []string{"O"}, Do: func() pane.Request { return pane.Add{Kind: model.KindObjective} },
			Help: model.KindObjective.Spec().About},
		pane.Command{Name: "show what is over", Keys: []string{"t"}, Do: p.showDone,
			Help: "shows or hides actions that are complete, put off or cancelled, and objectives that are reached"},
	)
}

func (p *Pane) showDone() pane.Request {
	p.done = !p.done
	p.Settle()
	if p.done {
		return pane.Note{Text: "showing what is over too: t hides it"}
	}
	return pane.Note{Text: "showing what is open"}
}

// Foot says below the table what stands under the cursor; of an objective how far
// it is, of an ask whose help is wanted.
func (p *Pane) Foot(width int, keys bool) string {
	if s := p.Section(); s != nil && keys && p.Current() != nil {
		far := progressOf(*s, p.Data().Today)
		return strings.Join([]string{far.words(), model.Title(s.Head, p.Data().Plan.Name)}, ": ")
	}
	text := p.Records.Foot(width, keys)
	if a, ok := p.Current().(*model.Action); ok && keys && a.Type == model.Ask && text == "" {
		text = "? an ask: a resource or support wanted"
		if of := p.Data().Plan.Name(a.AskedOf); of != "" {
			text += " of " + of
		}
	}
	return text
}
