package actions

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/pane"
)

// facts is what is worked out of all actions of a plan, once when it is shown:
// no key waits for it.
type facts struct {
	plan      *model.Plan
	today     model.Date
	execution model.Execution
	critical  model.Critical // without an action where nothing waits
	circle    map[model.ID][]*model.Action
}

// Show implements [pane.Pane].
func (p *Pane) Show(d pane.Data) {
	if d.Plan != nil && (p.facts.plan != d.Plan || p.facts.today != d.Today) {
		all := model.All[*model.Action](d.Plan.Book)
		p.facts = facts{plan: d.Plan, today: d.Today, execution: model.ExecutionOf(all, d.Today), circle: map[model.ID][]*model.Action{}}
		p.facts.critical, _ = model.CriticalOf(all)
		for _, circle := range model.WaitingCircles(all) {
			for i, a := range circle {
				if a.Open() && p.facts.circle[a.ID] == nil {
					p.facts.circle[a.ID] = slices.Concat(circle[i:], circle[:i])
				}
			}
		}
	}
	p.Records.Show(d)
}

// isCritical reports whether most open work waits for an action.
func (p *Pane) isCritical(a *model.Action) bool {
	return p.facts.critical.Action != nil && p.facts.critical.Action.ID == a.ID
}

// marks stand before what is to be done: what it is, and what is the matter.
func (p *Pane) marks(a *model.Action) string {
	text := ""
	for _, m := range []struct {
		is   bool
		mark string
	}{
		{a.Type == model.Ask, "? "},
		{p.isCritical(a) && a.Status != model.Complete, "# "},
		{p.waits(a), "< "},
		{a.Repeats != 0 && a.Repeats != model.Once && a.Open(), "& "},
	} {
		if m.is {
			text += m.mark
		}
	}
	return text
}

// waits reports whether an action has to wait.
func (p *Pane) waits(a *model.Action) bool {
	return len(a.WaitsFor) > 0 && (len(model.WaitsOn(p.Data().Plan.Book, a)) > 0 || p.facts.circle[a.ID] != nil)
}

// matter says what is the matter with an action beyond its columns: what it
// waits for, what waits for it, when it comes round, who is asked.
func (p *Pane) matter(a *model.Action) []string {
	d := p.Data()
	var parts []string
	if circle := p.facts.circle[a.ID]; circle != nil {
		parts = append(parts, "never begins: "+model.CircleText(circle))
	} else if on := model.WaitsOn(d.Plan.Book, a); len(on) > 0 {
		parts = append(parts, "< waits for "+waitsText(a, on, d.Today))
	}
	if p.isCritical(a) {
		parts = append(parts, "# critical: "+p.facts.critical.Why())
	}
	if a.Type == model.Ask {
		parts = append(parts, askText(a, d))
	}
	if next := a.NextDue(d.Today); a.Open() && !next.IsZero() {
		parts = append(parts, fmt.Sprintf("& %s, then due %s", strings.ToLower(a.Repeats.Meaning()), pane.Day(next)))
	}
	return parts
}

// waitsText names what an action waits for: the first, how it stands, and how
// many more.
func waitsText(a *model.Action, on []*model.Action, today model.Date) string {
	first := on[0]
	state := "no day"
	switch {
	case first.Status == model.Deferred:
		state = "put off"
	case !first.Due.IsZero():
		state = pane.Ahead(first.Due, today)
	}
	if a.ComesTooLate(first) {
		state += ", after this one is due"
	}
	text := fmt.Sprintf("%s (%s)", first.Name, state)
	if n := len(on) - 1; n > 0 {
		text += fmt.Sprintf(" and %d more", n)
	}
	return text
}

// askText says whose help is wanted, and what the answer was.
func askText(a *model.Action, d pane.Data) string {
	text := "? an ask: a resource or support wanted"
	if of := d.Plan.Name(a.AskedOf); of != "" {
		text = "? asked of " + of
	}
	if a.Result != "" {
		text += ": " + strings.Join(strings.Fields(a.Result), " ")
	}
	return text
}
