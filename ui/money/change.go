package money

import (
	"fmt"
	"slices"

	"astute/model"
	"astute/model/chart"
	"astute/ui/pane"
)

const takeBack = "  (u takes it back)"

// number is the number of a field of a kind.
func number(r model.Record, name string) int {
	return model.MustField(r.Fields(), name).Num
}

// of are the fields that a new record has of where the cursor stands: unit and
// product of a cell, product of what is listed.
func (p *Pane) of(r model.Record) map[int]string {
	with := map[int]string{}
	set := func(name string, id string) {
		if f, ok := model.FieldNamed(r.Fields(), name); ok && id != "" {
			with[f.Num] = id
		}
	}
	if at, _ := p.at(); at == chart.WhitespacePart {
		if c := p.here(); p.hasCells() {
			set("product", c.Product.String())
			if !c.Unit.IsZero() {
				set("unit", c.Unit.String())
			}
		}
	} else if current := p.Current(); current != nil {
		if f, ok := model.FieldNamed(current.Fields(), "product"); ok {
			set("product", f.Text())
		}
	}
	return with
}

// adds are what each part consists of.
var adds = [chart.NumMoneyParts]func() model.Record{
	chart.WhitespacePart: func() model.Record { return new(model.Opportunity) },
	chart.DealsPart:      func() model.Record { return new(model.Opportunity) },
	chart.IncomePart:     func() model.Record { return new(model.Revenue) },
	chart.ContractsPart:  func() model.Record { return new(model.Renewal) },
	chart.PastPart:       func() model.Record { return new(model.Opportunity) },
}

// add adds what the part consists of in which the cursor stands.
func (p *Pane) add() pane.Request {
	switch at, deal := p.at(); {
	case at == chart.WhitespacePart && len(p.cells().Columns) == 0:
		return pane.Add{Kind: model.KindProduct}
	case !deal.IsZero():
		return pane.Add{Kind: model.KindBenefit, With: map[int]string{number(new(model.Benefit), "opportunity"): deal.String()}}
	case at == chart.RatesPart:
		return p.addRate()
	default:
		return p.addOf(adds[at]())
	}
}

// addOf adds a record like one, of where the cursor stands.
func (p *Pane) addOf(r model.Record) pane.Request {
	return pane.Add{Kind: r.Kind(), With: p.of(r)}
}

// addRate adds a rate: the one that a total waits for, where one does.
func (p *Pane) addRate() pane.Request {
	d, with := p.Data(), map[int]string{}
	from, to := chart.MissingRate(d.Plan, d.Today)
	if from != "" && to == "" {
		return pane.EditField{Record: d.Plan.Account, Num: number(d.Plan.Account, "currency"), At: p.Place()}
	}
	if from != "" {
		with[number(new(model.Rate), "from")], with[number(new(model.Rate), "to")] = string(from), string(to)
	}
	return pane.Add{Kind: model.KindRate, With: with}
}

// rates goes to the rates; with a rate missing it asks for it.
func (p *Pane) rates() pane.Request {
	d := p.Data()
	p.show(chart.RatesPart)
	if from, _ := chart.MissingRate(d.Plan, d.Today); from != "" {
		return p.addRate()
	}
	return nil
}

// mark says of the cell who holds it, or takes that back where it was said: one
// edit either way.
func (p *Pane) mark(state model.MarkState) pane.Request {
	c, name := p.here(), p.cellName()
	if c.Said == nil {
		return pane.Make{Records: []model.Record{&model.Mark{Unit: c.Unit, Product: c.Product, State: state}}, Label: "add mark " + name, Said: name + " is " + state.String() + takeBack}
	}
	after := model.Copy(c.Said)
	if after.State == state {
		return p.unmark(after)
	}
	text := name + " is " + state.String()
	after.State = state
	if state != model.MarkCompetitor {
		after.Competitor = model.ID{}
	}
	if state == model.MarkNotApplicable && !after.Potential.IsZero() {
		text += ", its potential of " + after.Potential.Short() + " is gone"
		after.Potential = model.Money{}
	}
	return pane.Apply{Edit: model.Edited("edit mark "+name, c.Said, after), Said: text + takeBack}
}

// unmark takes back who holds a cell; a mark that says nothing then goes.
func (p *Pane) unmark(m *model.Mark) pane.Request {
	name, before := p.cellName(), p.here().Said
	said := name + " is no longer " + m.State.String() + takeBack
	m.State, m.Competitor = 0, model.ID{}
	if m.Potential.IsZero() && m.Notes == "" && len(m.Tags) == 0 && m.ExternalID == "" {
		return pane.Apply{Edit: model.Edit{Label: "remove mark " + name, Changes: []model.Change{{Before: before}}}, Said: said}
	}
	return pane.Apply{Edit: model.Edited("edit mark "+name, before, m), Said: said}
}

func (p *Pane) cellName() string {
	c, plan := p.here(), p.Data().Plan
	name := plan.Name(c.Product)
	if !c.Unit.IsZero() {
		name += " for " + plan.Name(c.Unit)
	}
	return name
}

// potential says what the cell could be worth: in one line where nothing is said
// of it yet, else in place.
func (p *Pane) potential() pane.Request {
	c := p.here()
	num := number(new(model.Mark), "potential")
	if c.Said != nil {
		return pane.EditField{Record: c.Said, Num: num, At: p.Place()}
	}
	currency := p.Data().Plan.Account.Currency
	return pane.Capture{Kind: model.KindMark, Title: "What " + p.cellName() + " could be worth a year", Hint: "250k, or " + model.MoneyHint, With: p.of(new(model.Mark)), Text: num,
		Read: func(text string) (map[int]string, string, error) {
			m, err := model.ReadMoney(text, currency)
			if err != nil || m.IsZero() {
				return nil, "", err
			}
			return map[int]string{num: m.String()}, m.Grouped(), nil
		}}
}

// way is the stages that an opportunity goes through, in their order.
var way = []model.Stage{model.StagePotential, model.StageQualifying, model.StageProposing, model.StageNegotiating, model.StageWon}

// deal is the opportunity that is meant: under the cursor, or whose return is
// shown.
func (p *Pane) deal() *model.Opportunity {
	if o, ok := p.Current().(*model.Opportunity); ok {
		return o
	}
	if p.payback.IsZero() || p.Data().Plan == nil {
		return nil
	}
	o, _ := p.Data().Plan.Get(p.payback).(*model.Opportunity)
	return o
}

// move takes an opportunity a stage further, or back; one lost is negotiated
// again.
func (p *Pane) move(by int) pane.Request {
	o := p.deal()
	at := slices.Index(way, o.Stage)
	switch {
	case o.Stage == model.StageLost:
		at = len(way) - 1
		by = -1
	case at < 0:
		at, by = 0, 0
	}
	to := at + by
	if to < 0 || to >= len(way) {
		return pane.Note{Text: p.Data().Plan.Name(o.ID) + " is at the stage " + o.Stage.String() + ": there is none beyond"}
	}
	return p.stage(way[to])
}

// stage sets the stage of an opportunity. One that is decided by it was decided
// today.
func (p *Pane) stage(to model.Stage) pane.Request {
	o, plan := p.deal(), p.Data().Plan
	if o.Stage == to {
		return pane.Note{Text: plan.Name(o.ID) + " is " + to.String() + " already"}
	}
	after := model.Copy(o)
	after.Stage = to
	said := fmt.Sprintf("%s: %s", plan.Name(o.ID), to)
	if !after.Open() && o.Open() {
		after.Close = p.Data().Today
		said += " today; R says why"
	}
	return pane.Apply{Edit: model.Edited("edit opportunity "+plan.Name(o.ID), o, after), Said: said + takeBack}
}

// field asks for one field of the opportunity.
func (p *Pane) field(name string) pane.Request {
	return pane.EditField{Record: p.deal(), Num: number(new(model.Opportunity), name), At: p.Place()}
}

// pay shows what the opportunity brings the customer, or the deals again.
func (p *Pane) pay() pane.Request {
	if !p.payback.IsZero() {
		p.Reset()
		return nil
	}
	id := p.deal().ID
	p.show(chart.DealsPart)
	p.payback = id
	p.Arrange()
	return nil
}
