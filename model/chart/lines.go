package chart

import (
	"cmp"
	"slices"

	"astute/model"
)

// groupOf names what may share cells with a tie: all reporting lines to one
// boss, and all influences on one person; everything else stands alone.
func groupOf(t Tie) any {
	if !t.OnPath && (t.Kind == Reports || t.Kind == Influence) {
		return [2]any{t.Kind, t.To}
	}
	return t
}

// drawLines routes the ties. Those of the person in focus come first where
// there is not room for all.
func (m *Map) drawLines(ties []Tie) {
	if len(m.People) == 0 {
		m.Away = ties
		return
	}
	places := make(map[model.ID]int, len(m.People))
	for i, p := range m.People {
		places[p.Contact.ID] = i
	}
	var shown []Tie
	for _, t := range ties {
		_, from := places[t.From]
		_, to := places[t.To]
		if from && to {
			shown = append(shown, t)
		} else {
			m.Away = append(m.Away, t)
		}
	}
	if len(shown) == 0 {
		return
	}
	slices.SortStableFunc(shown, func(x, y Tie) int {
		return cmp.Or(rankOf(x)-rankOf(y), y.Strength-x.Strength, m.apart(places, x)-m.apart(places, y))
	})
	m.route(shown, places)
	if slices.ContainsFunc(m.Unrouted, func(t Tie) bool { return t.Of(m.options.Focus) }) {
		slices.SortStableFunc(shown, func(x, y Tie) int { return second(x, m.options.Focus) - second(y, m.options.Focus) })
		m.route(shown, places)
	}
	m.look()
}

// second is 0 for ties of a person and of the path, 1 for others.
func second(t Tie, id model.ID) int {
	if t.Of(id) || t.OnPath {
		return 0
	}
	return 1
}

// apart is how far the ends of a tie stand from each other: short lines are
// routed first, because they have the fewest ways.
func (m *Map) apart(places map[model.ID]int, t Tie) int {
	a, b := &m.People[places[t.From]], &m.People[places[t.To]]
	return costAcross*abs(a.X-b.X) + costDown*abs(a.Y-b.Y)
}

func (m *Map) route(ties []Tie, places map[model.ID]int) {
	m.Lines, m.Unrouted = nil, nil
	r, groups := newRouter(m, len(ties)), map[any]int16{}
	for _, t := range ties {
		key := groupOf(t)
		if groups[key] == 0 {
			groups[key] = int16(len(groups) + 1)
		}
		first, last := places[t.From], places[t.To]
		to := seek{to: &m.People[last], kind: t.Kind, headed: t.Kind == Influence || t.OnPath, group: groups[key]}
		if way := r.find(&m.People[first], to); way != nil {
			m.Lines = append(m.Lines, r.take(t, first, last, way))
		} else {
			m.Unrouted = append(m.Unrouted, t)
		}
	}
}
