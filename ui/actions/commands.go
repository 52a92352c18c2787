package actions

import (
	"slices"

	"astute/model"
	"astute/ui/pane"
)

// Commands implements [pane.Pane].
func (p *Pane) Commands() []pane.Command {
	return slices.Concat(p.workCommands(), p.viewCommands(), p.tableCommands())
}

// tableCommands are those that every table has, as they are meant here; the board
// has no columns to sort by, and other ways for the cursor.
func (p *Pane) tableCommands() []pane.Command {
	commands := p.RecordCommands()
	weights := map[string]int{"edit the field": 70, "add an action": 60}
	for i := range commands {
		commands[i].Weight = weights[commands[i].Name]
		if commands[i].Hint == "open" {
			commands[i].Weight = 50
		}
		switch c := &commands[i]; c.Name {
		case "add an action":
			c.Help = "what, by when, by whom and what for in one line; tab makes a form of it; below a heading it belongs there"
			c.Do = p.capture
		case "edit the field":
			if p.board() {
				c.Do = func() pane.Request { return p.editField("title") }
			}
		case "mark":
			if p.board() {
				mark := c.Do
				c.Do = func() pane.Request {
					here := p.Current().Base().ID
					asked := mark()
					p.Seek(here)
					boardCursor{p}.Move(1) // down its column
					return asked
				}
			}
		case "sort by this column", "choose columns", "card beside the table", "scroll the card down", "scroll the card up":
			if p.board() {
				c.Why = "the board has no columns of fields: V goes back to the table"
			}
		case "sort otherwise":
			c.Help = "the next view: by objective, late first, by owner, by due week, as a board, asks; the title names it"
		}
	}
	if p.board() {
		commands = slices.DeleteFunc(commands, pane.Command.IsMotion)
		commands = append(commands, pane.Moves(boardCursor{p})...)
	}
	return commands
}

// editField asks for a field of what is meant, at the cursor.
func (p *Pane) editField(name string) pane.Request {
	ask := p.EditField(number(name))
	if e, ok := ask.(pane.EditField); ok && p.board() {
		e.At = p.cardPlace()
		return e
	}
	return ask
}

// workCommands are what carries the plan out: one key each, on one or on all that
// are marked.
func (p *Pane) workCommands() []pane.Command {
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
	field := func(name string) func() pane.Request {
		return func() pane.Request { return p.editField(name) }
	}
	return []pane.Command{
		{Name: "complete", Keys: []string{"c"}, Hint: "complete", Weight: 90, Why: why, Do: p.complete,
			Help: "it is done, and what repeats comes round; once more and it is open again; an objective asks what was reached"},
		{Name: "put off", Keys: []string{"p"}, Why: why, Do: p.putOff, Also: "defer postpone later",
			Help: "deferred on purpose, which counts as neither late nor done; once more and it is to be done again"},
		{Name: "a week later", Keys: []string{"w"}, Hint: "a week on", Weight: 80, Why: why, Do: func() pane.Request { return p.later(7) },
			Help: "moves the due date by a week; what is late counts from today"},
		{Name: "reschedule", Keys: []string{"r"}, Why: why, Do: p.reschedule, Also: "due date day when",
			Help: "another due date, as one says it: fri, +2w, eoq"},
		{Name: "hand to somebody", Keys: []string{"@"}, Why: why, Do: field("owner"), Also: "owner reassign delegate",
			Help: "another owner: a teammate, or somebody of the customer"},
		{Name: "further", Keys: []string{">", "shift+right"}, Why: moving, Do: p.move(1), Also: "start begin next column status",
			Help: "to the next column of the board: begun, complete, deferred"},
		{Name: "back a column", Keys: []string{"<", "shift+left"}, Why: moving, Do: p.move(-1), Also: "status",
			Help: "to the column before on the board"},
		{Name: "set the status", Keys: []string{"S"}, Why: why, Do: field("status"), Also: "cancel drop start",
			Help: "begun, put off or cancelled, by one letter"},
		{Name: "wait for another", Keys: []string{"N"}, Why: moving, Do: field("waits_for"), Also: "depends dependency needs blocked after",
			Help: "which actions must be done before this one can be"},
		{Name: "repeat", Keys: []string{"R"}, Why: moving, Do: field("repeats"), Also: "recurring cadence weekly monthly again",
			Help: "how often it comes round: completing it makes the next one; deferred it rests, cancelled it ends"},
		{Name: "serve an objective", Keys: []string{"v"}, Why: moving, Do: field("objective"), Also: "move group objective",
			Help: "moves the action below another objective"},
		{Name: "add an objective", Keys: []string{"O"}, Do: func() pane.Request { return pane.Add{Kind: model.KindObjective} },
			Help: model.KindObjective.Spec().About},
	}
}

// viewCommands are the ways to look at the plan.
func (p *Pane) viewCommands() []pane.Command {
	critical, over := "", ""
	if p.facts.critical.Action == nil {
		critical = "no action waits for another yet: N says which one does"
	}
	if p.board() || p.Order() == onlyAsks {
		over = "what is over has its place in this view already"
	}
	return []pane.Command{
		{Name: "by owner", Keys: []string{"P"}, Do: p.view(byOwner), Also: "people who view group",
			Help: "the actions below whoever has them; once more: by objective"},
		{Name: "by due week", Keys: []string{"T"}, Do: p.view(byWeek), Also: "time when calendar view group",
			Help: "what is late, then week by week; once more: by objective"},
		{Name: "as a board", Keys: []string{"V"}, Do: p.view(asBoard), Also: "kanban columns status view",
			Help: "a column for each status, > and < move a card; once more: by objective"},
		{Name: "asks", Keys: []string{"Q"}, Do: p.view(onlyAsks), Also: "request resource sponsor support answer view",
			Help: "resources and support that are wanted, of whom, and the answers; once more: by objective"},
		{Name: "what holds up most", Keys: []string{"X"}, Why: critical, Do: p.goCritical, Also: "critical path depends waits",
			Help: "the action that most open work waits for, and why"},
		{Name: "show what is over", Keys: []string{"t"}, Why: over, Do: p.showDone,
			Help: "shows or hides actions that are complete, put off or cancelled, and objectives that are reached"},
	}
}

func (p *Pane) showDone() pane.Request {
	p.done = !p.done
	p.Settle()
	if p.done {
		return pane.Note{Text: "showing what is over too: t hides it"}
	}
	return pane.Note{Text: "showing what is open"}
}

// goCritical puts the cursor on the critical action.
func (p *Pane) goCritical() pane.Request {
	c := p.facts.critical
	if !p.Seek(c.Action.ID) {
		return pane.Note{Text: c.Action.Name + " is not shown here: " + c.Why()}
	}
	return pane.Note{Text: c.Action.Name + " is critical: " + c.Why()}
}
