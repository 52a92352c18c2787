package money

import (
	"slices"

	"astute/model"
	"astute/model/chart"
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
	if p.part != chart.WhitespacePart || !p.hasCells() {
		noCells = "only the whitespace matrix has letters: v goes on to it"
	}
	plan, rate := p.Data().Plan, ""
	if plan == nil {
		none = "there is no account here: A makes one"
	} else if from, _ := chart.MissingRate(plan, p.Data().Today); from != "" {
		rate = "rate" // a total waits for it
	}
	return []pane.Command{
		{Name: "next part", Keys: []string{"v"}, Hint: "part", Weight: 90, Help: "whitespace, deals, revenue, renewals, the past, rates", Do: func() pane.Request { return p.turn(1) }},
		{Name: "previous part", Keys: []string{"V"}, Help: "the part before this one", Do: func() pane.Request { return p.turn(-1) }},
		{Name: "add to the part", Keys: []string{"a"}, Hint: "add", Why: none, Help: "an opportunity, of a cell for its unit and product; revenue, a renewal, a benefit, a rate where those are seen", Do: p.add},
		{Name: "add revenue", Keys: []string{"r"}, Why: none, Help: "what was earned in a year; of a cell for its unit and product", Do: func() pane.Request { return p.addOf(new(model.Revenue)) }},
		{Name: "add what they spend", Keys: []string{"w"}, Why: none, Help: "a wallet: what they spend on a product in a year, with whomever",
			Do: func() pane.Request { return p.addOf(new(model.Wallet)) }},
		{Name: "target of the year", Keys: []string{"T"}, Why: none, Help: "what we want to earn here in the plan year",
			Do: func() pane.Request {
				return pane.EditField{Record: plan.Account, Num: number(plan.Account, "revenue_target"), At: p.Place()}
			}},
		{Name: "exchange rates", Keys: []string{"X"}, Hint: rate, Weight: 70, Why: none, Also: "currency convert total",
			Help: "what one currency is worth in another, and from which day on; asks for the one that a total waits for", Do: p.rates},
		{Name: "add a product", Keys: []string{"K"}, Why: none, Help: "a column of the matrix; all accounts share what we sell", Do: func() pane.Request { return pane.Add{Kind: model.KindProduct} }},
		{Name: "add a unit", Keys: []string{"J"}, Why: none, Help: "a row of the matrix: a part of the customer that buys", Do: func() pane.Request { return pane.Add{Kind: model.KindUnit} }},
		{Name: "letters or values", Keys: []string{"t"}, Why: noCells, Help: "the matrix with the letters of its cells alone, so that more of it fits", Do: p.letters},
	}
}

func (p *Pane) cellCommands() []pane.Command {
	why := ""
	if p.part != chart.WhitespacePart || !p.hasCells() {
		why = "this is for a cell of the whitespace matrix: v goes on to it"
	}
	mark := func(name, key string, state model.MarkState, help string) pane.Command {
		return pane.Command{Name: name, Keys: []string{key}, Why: why, Help: help + "; again takes it back", Do: func() pane.Request { return p.mark(state) }}
	}
	return []pane.Command{
		mark("a competitor's cell", "C", model.MarkCompetitor, "somebody else sells to them there; e names who"),
		mark("in-house", "I", model.MarkInHouse, "they make it themselves there"),
		mark("not applicable", "N", model.MarkNotApplicable, "they cannot use it there"),
		{Name: "products further on", Keys: []string{"}"}, Why: why, Help: "as many columns to the right as are seen", Do: func() pane.Request { return p.page(1) }},
		{Name: "products before", Keys: []string{"{"}, Why: why, Help: "as many columns to the left as are seen", Do: func() pane.Request { return p.page(-1) }},
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
