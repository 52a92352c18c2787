package money

import (
	"slices"

	"astute/model"
	"astute/ui/pane"
)

// Commands implements [pane.Pane].
func (p *Pane) Commands() []pane.Command {
	list := slices.DeleteFunc(p.SheetCommands("the value", "a adds"), pane.Command.IsMotion)
	if p.inMatrix() {
		p.onCell(list)
	}
	list = append(list, pane.Moves(p)...)
	list = append(list, p.partCommands()...)
	list = append(list, p.cellCommands()...)
	return append(list, p.dealCommands()...)
}

// onCell makes the commands for a record those for a cell: it may rest on one
// record, on several or on none.
func (p *Pane) onCell(list []pane.Command) {
	why := ""
	switch n := len(behindCell(p.here())); {
	case n == 0:
		why = "nothing is behind this cell yet: enter offers what to say of it"
	case n > 1:
		why = "several records are behind this cell: enter shows them"
	}
	for i := range list {
		c := &list[i]
		switch c.Name {
		case "open":
			c.Why, c.Do = "", p.open
		case "edit the field", "edit all fields":
			c.Why, c.Do = why, func() pane.Request { return pane.EditForm{Record: p.Current()} }
		case "remove":
			c.Why, c.Do = why, func() pane.Request { return pane.Remove{Records: []model.Record{p.Current()}} }
		}
	}
}

func (p *Pane) partCommands() []pane.Command {
	noCells, none := "", ""
	if p.part != whitespace || !p.hasCells() {
		noCells = "only the whitespace matrix has letters: v goes on to it"
	}
	if p.Data().Plan == nil {
		none = "there is no account here: A makes one"
	}
	return []pane.Command{
		{Name: "next part", Keys: []string{"v"}, Hint: "part", Weight: 90, Help: "whitespace, deals, revenue, renewals, looking back", Do: func() pane.Request { return p.turn(1) }},
		{Name: "previous part", Keys: []string{"V"}, Help: "the part before this one", Do: func() pane.Request { return p.turn(-1) }},
		{Name: "add to the part", Keys: []string{"a"}, Hint: "add", Why: none, Help: "an opportunity, of a cell for its unit and product; revenue, a renewal, a benefit where those are seen", Do: p.add},
		{Name: "add what they spend", Keys: []string{"w"}, Why: none, Help: "a wallet: what they spend on a product in a year, with whomever",
			Do: func() pane.Request { return pane.Add{Kind: model.KindWallet} }},
		{Name: "letters or values", Keys: []string{"t"}, Why: noCells, Help: "the matrix with the letters of its cells alone, so that more of it fits", Do: p.letters},
	}
}

func (p *Pane) cellCommands() []pane.Command {
	why := ""
	if p.part != whitespace || !p.hasCells() {
		why = "this is for a cell of the whitespace matrix: v goes on to it"
	}
	mark := func(name, key string, state model.MarkState, help string) pane.Command {
		return pane.Command{Name: name, Keys: []string{key}, Why: why, Help: help + "; again takes it back", Do: func() pane.Request { return p.mark(state) }}
	}
	return []pane.Command{
		mark("a competitor's cell", "C", model.MarkCompetitor, "somebody else sells to them there; e names who"),
		mark("in-house", "I", model.MarkInHouse, "they make it themselves there"),
		mark("not applicable", "N", model.MarkNotApplicable, "they cannot use it there"),
		{Name: "potential of the cell", Keys: []string{"P"}, Why: why, Help: "what it could be worth a year", Do: p.potential},
	}
}

func (p *Pane) dealCommands() []pane.Command {
	why, open := "", ""
	o := p.deal()
	switch {
	case o == nil:
		why = "the cursor stands on no opportunity"
		open = why
	case o.Open():
		open = p.Data().Plan.Name(o.ID) + " is not decided: W or L says how it ended"
	}
	return []pane.Command{
		{Name: "a stage further", Keys: []string{"shift+right", ">"}, Why: why, Help: "the opportunity goes on to the next stage", Do: func() pane.Request { return p.move(1) }},
		{Name: "a stage back", Keys: []string{"shift+left", "<"}, Why: why, Help: "the opportunity goes back to the stage before", Do: func() pane.Request { return p.move(-1) }},
		{Name: "won", Keys: []string{"W"}, Why: why, Help: "they bought from us, today", Do: func() pane.Request { return p.stage(model.StageWon) }},
		{Name: "lost", Keys: []string{"L"}, Why: why, Help: "they bought elsewhere or nothing, today", Do: func() pane.Request { return p.stage(model.StageLost) }},
		{Name: "stage", Keys: []string{"s"}, Why: why, Help: "chosen by letter", Do: func() pane.Request { return p.field("stage") }},
		{Name: "reason won or lost", Keys: []string{"R"}, Why: open, Help: "what decided it", Do: func() pane.Request { return p.field("reason") }},
		{Name: "payback", Keys: []string{"p"}, Hint: "payback", Why: why, Help: "what the opportunity brings the customer for what it costs, and when it has paid back; a adds a benefit there", Do: p.pay},
	}
}
