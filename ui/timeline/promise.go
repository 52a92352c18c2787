package timeline

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/pane"
)

// promised are the sides whose promises the cursor stands on: on an interaction
// itself both, on the promise of one that one.
func (p *Pane) promised() (i *model.Interaction, on []side) {
	i, ok := p.Current().(*model.Interaction)
	if !ok {
		return nil, nil
	}
	for _, s := range promises {
		here := p.Cursor().Num == 0 || p.Cursor().Num == number(i, s.field)
		if here && s.of(i) != "" {
			on = append(on, s)
		}
	}
	return i, on
}

// mostTitle is how long the title of an action made of a promise may get, in
// characters; the whole promise stays with the interaction.
const mostTitle = 100

// promisedActions are the actions that the promises under the cursor still want,
// and why there are none.
func (p *Pane) promisedActions() (list []model.Record, why string) {
	i, on := p.promised()
	if len(on) == 0 {
		return nil, "the cursor stands on no promise: log what was promised with E"
	}
	var made []*model.Action
	for _, s := range on {
		made = append(made, p.actionsOf(i, s)...)
	}
	wanted, standing := serving(p.Data().Plan, i).standFor(made)
	if len(wanted) == 0 && len(standing) > 0 {
		return nil, "already " + map[bool]string{true: "an action", false: "actions"}[len(standing) == 1] + ": " + model.AndList(standing)
	}
	return wanted, ""
}

// actionsOf makes an action of each thing that a side promised, which semicolons
// or lines part: of ours for whoever dealt with them, of theirs for the first of
// those who were there; due when the promise says, counted from the day it was
// given.
func (p *Pane) actionsOf(i *model.Interaction, s side) (list []*model.Action) {
	d := p.Data()
	for _, promise := range strings.FieldsFunc(s.of(i), func(r rune) bool { return r == ';' || r == '\n' }) {
		words := strings.Fields(promise)
		if len(words) == 0 {
			continue
		}
		due, _, words := pane.DayAtEnd(words, i.On)
		if due.IsZero() {
			due = model.Workday(d.Today.AddDays(7))
		}
		a := &model.Action{Name: grid.Cut(strings.Join(words, " "), mostTitle), Owner: i.Teammate, Due: due, Serves: i.ID}
		switch {
		case s.theirs:
			a.Function, a.Owner = model.ActionCustomer, first(i.Contacts)
		case a.Owner.IsZero():
			a.Owner = d.Me
		}
		if a.Owner.IsZero() && !s.theirs {
			a.Owner = d.Plan.Account.Owner
		}
		list = append(list, a)
	}
	return list
}

// stand are the actions that serve an interaction, and so stand for what was
// promised there. One stands for one promise.
type stand struct {
	plan    *model.Plan
	actions []*model.Action
}

// serving gathers them. One that was called off stands for nothing.
func serving(plan *model.Plan, i *model.Interaction) *stand {
	s := &stand{plan: plan}
	for _, a := range model.All[*model.Action](plan.Book) {
		if a.Serves == i.ID && a.Status != model.Cancelled {
			s.actions = append(s.actions, a)
		}
	}
	return s
}

// standFor parts actions that would be made of promises into those for which
// there is none yet, and the names of those that stand for the others: called the
// same, or else, under a title of their own, of the same owner on the same day.
func (s *stand) standFor(made []*model.Action) (wanted []model.Record, standing []string) {
	same := []func(a, b *model.Action) bool{
		func(a, b *model.Action) bool { return strings.EqualFold(a.Name, b.Name) },
		func(a, b *model.Action) bool { return a.Owner == b.Owner && a.Due == b.Due },
	}
	by := make([]*model.Action, len(made))
	for _, is := range same {
		for n, a := range made {
			at := slices.IndexFunc(s.actions, func(b *model.Action) bool { return model.Theirs(s.plan, a) == model.Theirs(s.plan, b) && is(a, b) })
			if by[n] == nil && at >= 0 {
				by[n] = s.actions[at]
				s.actions = slices.Delete(s.actions, at, at+1)
			}
		}
	}
	for n, a := range made {
		if by[n] == nil {
			wanted = append(wanted, a)
		} else {
			standing = append(standing, by[n].Name)
		}
	}
	return wanted, standing
}

// toActions makes an action of each promise under the cursor that has none yet.
func (p *Pane) toActions() pane.Request {
	wanted, _ := p.promisedActions()
	made := pane.Make{Records: wanted, Stay: true}
	theirs := 0
	for _, r := range wanted {
		a := r.(*model.Action)
		if model.Theirs(p.Data().Plan, a) {
			theirs++
		}
		made.Label, made.Said = "add action "+a.Name, "an action due "+pane.Day(a.Due)+": "+a.Name+"  (u takes it back)"
	}
	if n := len(wanted); n > 1 {
		made.Label = model.Count(n, "action", "actions") + " of promises"
		made.Said = "added " + model.Count(n, "action", "actions")
		if 0 < theirs && theirs < n {
			made.Said += fmt.Sprintf(", %d of them theirs", theirs)
		}
		made.Said += "  (u takes them back)"
	}
	return made
}

// first is the first of several, none when there is none.
func first(ids []model.ID) model.ID {
	if len(ids) == 0 {
		return model.ID{}
	}
	return ids[0]
}
