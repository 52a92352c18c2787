package strategy

import (
	"slices"
	"strings"

	"astute/model"
	"astute/model/sheet"
	"astute/ui/pane"
)

// adds say what a adds on the heading of a part.
var adds = map[model.Kind]string{
	model.KindInitiative: "adds an initiative",
	model.KindGoal:       "adds a goal",
	model.KindCompetitor: "adds a competitor",
	model.KindSwot:       "adds to the SWOT; on the heading of a quarter, to that quarter",
	model.KindStep:       "adds a step, after all others",
	model.KindCriterion:  "adds a criterion; all accounts share the profile, each with its own answers",
}

// add adds below what is under the cursor: a challenge to an initiative, a
// solution to a challenge; elsewhere one more of the same.
func (p *Pane) add() pane.Request {
	switch r := p.Current().(type) {
	case *model.Initiative:
		return with(model.KindChallenge, "initiative", r.ID.String())
	case *model.Challenge:
		return with(model.KindSolution, "challenge", r.ID.String())
	case nil:
		kind, quarter, ok := sheet.HeadAt(sheet.Target(p.Cursor()))
		if !ok {
			return pane.Add{Kind: model.KindInitiative}
		}
		return p.addOf(kind, quarter)
	}
	return p.another()
}

// another adds one more of what is under the cursor, beside it.
func (p *Pane) another() pane.Request {
	switch r := p.Current().(type) {
	case nil:
		return nil
	case *model.Challenge:
		return with(model.KindChallenge, "initiative", r.Initiative.String())
	case *model.Solution:
		return with(model.KindSolution, "challenge", r.Challenge.String())
	case *model.Swot:
		return p.addOf(model.KindSwot, r.Quarter)
	case *model.ICPAnswer:
		return p.addOf(model.KindCriterion, 0)
	default:
		return p.addOf(r.Kind(), 0)
	}
}

// addOf adds a record of a kind, with what its place says of it.
func (p *Pane) addOf(kind model.Kind, quarter model.Quarter) pane.Request {
	switch {
	case kind == model.KindSwot && quarter != 0:
		return with(kind, "quarter", quarter.String())
	case kind == model.KindStep && p.Data().Plan != nil:
		return with(kind, "order", model.NextOrder(p.Data().Plan).String())
	}
	return pane.Add{Kind: kind}
}

// with asks for a new record of which one field is known.
func with(kind model.Kind, field, value string) pane.Request {
	return pane.Add{Kind: kind, With: map[int]string{number(kind, field): value}}
}

// number is the number of a field of a kind.
func number(kind model.Kind, name string) int {
	return model.MustField(kind.Spec().New().Fields(), name).Num
}

// edit changes what is under the cursor in place; a question that nobody has
// answered asks for the answer.
func (p *Pane) edit() pane.Request {
	if c, ok := p.Current().(*model.Criterion); ok && p.Cursor().Num == 0 {
		return with(model.KindAnswer, "criterion", c.ID.String())
	}
	return p.Edit()
}

// initiative is the one of the chain that the cursor stands in, nil elsewhere.
func (p *Pane) initiative() *model.Initiative {
	r := p.Current()
	if s, ok := r.(*model.Solution); ok {
		r = p.Data().Plan.Get(s.Challenge)
	}
	if c, ok := r.(*model.Challenge); ok {
		r = p.Data().Plan.Get(c.Initiative)
	}
	i, _ := r.(*model.Initiative)
	return i
}

func (p *Pane) step() *model.BuyingStep {
	s, _ := p.Current().(*model.BuyingStep)
	return s
}

// settle confirms an initiative or completes a step; again takes it back.
func (p *Pane) settle() pane.Request {
	if before := p.initiative(); before != nil {
		after := model.Clone(before)
		after.Confirmed = !before.Confirmed
		label, said := "confirm", "is confirmed by the customer"
		if before.Confirmed {
			label, said = "doubt", "is our assumption again"
		}
		return pane.Apply{Edit: model.Edited(label+" initiative "+before.Name, before, after), Said: before.Name + " " + said + "  (u takes it back)"}
	}
	before := p.step()
	after := model.Clone(before)
	after.Status = model.StepComplete
	label := "complete"
	if before.Status == model.StepComplete {
		after.Status, label = model.StepInProgress, "reopen"
	}
	text := label + " step " + before.Name
	return pane.Apply{Edit: model.Edited(text, before, after), Said: text + "  (u takes it back)"}
}

// move exchanges a step of the buying process with its neighbour.
func (p *Pane) move(by int) pane.Request {
	s := p.step()
	edit, ok := model.MoveStep(p.Data().Plan, s.ID, by)
	if !ok {
		end := "last"
		if by < 0 {
			end = "first"
		}
		return pane.Note{Text: s.Name + " is the " + end + " step already"}
	}
	where := "later"
	if by < 0 {
		where = "earlier"
	}
	return pane.Apply{Edit: edit, Said: s.Name + " comes " + where + " now  (u takes it back)"}
}

// criterion is the question that the cursor stands on, or the answer to which;
// nil elsewhere.
func (p *Pane) criterion() *model.Criterion {
	r := p.Current()
	if a, ok := r.(*model.ICPAnswer); ok {
		r = p.Data().Plan.Get(a.Criterion)
	}
	c, _ := r.(*model.Criterion)
	return c
}

// cannotAnswer says why a question does not take an answer, "" when it does.
func cannotAnswer(c *model.Criterion, v model.AnswerValue) string {
	if slices.Contains(model.Answers(c.Group), v) {
		return ""
	}
	var takes []string
	for _, v := range model.Answers(c.Group) {
		takes = append(takes, sheet.AnswerKey(v)+" "+v.String())
	}
	return "this question takes " + model.OrList(takes)
}

// answer writes an answer: into the one under the cursor or that of the account,
// else as a new one of the account.
func (p *Pane) answer(c *model.Criterion, v model.AnswerValue) pane.Request {
	before, _ := p.Current().(*model.ICPAnswer)
	for _, a := range model.FitOf(p.Data().Plan, model.ID{}).Answered {
		if before == nil && a.Criterion.ID == c.ID {
			before = a.Answer
		}
	}
	said := strings.TrimRight(c.Name, "?") + ": " + v.String() + "  (u takes it back; e on what is beside it says how we know)"
	if before == nil {
		return pane.Make{Records: []model.Record{&model.ICPAnswer{Criterion: c.ID, Value: v}}, Label: "answer " + c.Name, Said: said}
	}
	if before.Value == v {
		return pane.Note{Text: c.Name + " is answered so already: " + v.String()}
	}
	after := model.Clone(before)
	after.Value = v
	return pane.Apply{Edit: model.Edited("answer "+c.Name, before, after), Said: said}
}
