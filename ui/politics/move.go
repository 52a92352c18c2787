package politics

import (
	"cmp"
	"strings"

	"astute/model"
	"astute/ui/pane"
)

// moving is a person on the way over the map, before it is one edit.
type moving struct{ before, after *model.Contact }

// shifted is a contact one step of political status across, or one rank down.
func shifted(before *model.Contact, dx, dy int) *model.Contact {
	after := model.Clone(before)
	column, _ := model.MapColumn(before)
	if dx != 0 {
		after.Political = between(column+model.PoliticalStatus(dx), column == 0, dx, model.Learning, model.Astute)
	}
	if dy != 0 {
		after.Rank = between(before.Rank+model.Rank(dy), before.Rank == 0, dy, model.CLevel, model.Individual)
	}
	return after
}

// between keeps a step within the words of a choice; from "not known" it goes to
// the end that the step comes from.
func between[V model.Vocabulary](to model.Choice[V], unknown bool, by int, first, last model.Choice[V]) model.Choice[V] {
	switch {
	case unknown && by > 0, to < first || to > last && by < 0:
		return first
	case unknown || to > last:
		return last
	}
	return to
}

// move reclassifies the person of the cursor by one step.
func (p *Pane) move(dx, dy int) pane.Request {
	before, ok := p.Current().(*model.Contact)
	if !ok {
		return nil
	}
	after := shifted(before, dx, dy)
	if model.Equal(before, after) {
		return atEdge(before)
	}
	where := after.Political.String()
	if dy != 0 {
		where = after.Rank.String()
	}
	return pane.Apply{Edit: model.Edited("move contact "+before.Name+" to "+where, before, after), Said: before.Name + " is now " + where + "  (u takes it back)"}
}

// pick begins to move the person of the cursor step by step.
func (p *Pane) pick() pane.Request {
	c, ok := p.Current().(*model.Contact)
	if !ok {
		return nil
	}
	p.moving = &moving{c, c}
	p.arrange()
	return nil
}

// ModeHints implements [pane.Modal]: what can be done while somebody is moved.
func (p *Pane) ModeHints() []pane.Hint {
	if p.moving == nil {
		return nil
	}
	return []pane.Hint{{Keys: "enter", Text: "keep"}, {Keys: "esc", Text: "take back"}, {Keys: "arrows", Text: "move"}}
}

// nudge moves the person that was picked, on the screen only.
func (p *Pane) nudge(dx, dy int) pane.Request {
	before := p.moving.after
	p.moving.after = shifted(before, dx, dy)
	if model.Equal(before, p.moving.after) {
		return atEdge(before)
	}
	p.arrange()
	return nil
}

// atEdge says that there is no further place in a direction.
func atEdge(c *model.Contact) pane.Request {
	return pane.Note{Text: c.Name + " stands at the edge of the map"}
}

// said is where the person was and where it is now, only what differs:
// "Learning -> Agile, VP".
func (m *moving) said() string {
	from, to := places(m.before), places(m.after)
	if from == to {
		return strings.Join(from[:], ", ")
	}
	var were, are []string
	for i := range from {
		if from[i] != to[i] {
			were = append(were, from[i])
		}
		if from[i] != to[i] || i > 0 {
			are = append(are, to[i])
		}
	}
	return strings.Join(were, ", ") + " -> " + strings.Join(are, ", ")
}

// places are the column and the row of somebody in words.
func places(c *model.Contact) [2]string {
	column, _ := model.MapColumn(c)
	return [2]string{cmp.Or(column.String(), "status not known"), cmp.Or(c.Rank.String(), "rank not known")}
}

// keep makes what was moved one edit.
func (p *Pane) keep() pane.Request {
	before, after := p.moving.before, p.moving.after
	p.moving = nil
	p.arrange()
	if model.Equal(before, after) {
		return pane.Note{Text: before.Name + " stays where it was"}
	}
	where := after.Political.String()
	switch {
	case after.Political == before.Political:
		where = after.Rank.String()
	case after.Rank != before.Rank:
		where += ", " + after.Rank.String()
	}
	return pane.Apply{Edit: model.Edited("move contact "+before.Name+" to "+where, before, after), Said: before.Name + " is now " + where + "  (u takes it back)"}
}

// rebase carries a move over to the contact as it is written now.
func (p *Pane) rebase() {
	if p.moving == nil {
		return
	}
	now, ok := model.Lookup[*model.Contact](p.data.Plan.Book, p.moving.before.ID)
	if !ok {
		p.moving = nil
		return
	}
	after := model.Clone(now)
	after.Political, after.Rank = p.moving.after.Political, p.moving.after.Rank
	p.moving = &moving{now, after}
}

// preview is a contact as it is to be shown: the one that is moved stands where
// it was moved to.
func (p *Pane) preview(c *model.Contact) *model.Contact {
	if p.moving == nil || p.moving.before.ID != c.ID {
		return c
	}
	moved := model.Clone(c)
	moved.Political, moved.Rank = p.moving.after.Political, p.moving.after.Rank
	return moved
}
