package chart

import (
	"cmp"
	"maps"
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

// drawLines routes the ties, and reports whether each of them found a way. Those
// of the person in focus come first where there is not room for all. Where all
// is asked for, and nobody is in focus, it ends at the first that finds none, and
// nothing is drawn.
func (m *Map) drawLines(all bool) bool {
	ties := tiesOf(m.contacts, m.records, m.options)
	if len(m.People) == 0 {
		m.Away = ties
		return true
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
		return true
	}
	slices.SortStableFunc(shown, func(x, y Tie) int {
		return cmp.Or(rankOf(x)-rankOf(y), y.Strength-x.Strength, m.apart(places, x)-m.apart(places, y))
	})
	strict := all && m.options.Focus.IsZero()
	drawn := m.routeAll(shown, places, strict)
	if slices.ContainsFunc(drawn.failed, func(t Tie) bool { return t.Of(m.options.Focus) }) {
		slices.SortStableFunc(shown, func(x, y Tie) int { return second(x, m.options.Focus) - second(y, m.options.Focus) })
		drawn = &routed{router: newRouter(m, len(shown)), groups: map[any]int16{}}
		drawn.route(m, shown, places, false)
	}
	if all && len(drawn.failed) > 0 {
		return false
	}
	m.Lines, m.Unrouted = drawn.lines, drawn.failed
	m.look()
	return len(drawn.failed) == 0
}

// routed is what has been routed so far.
type routed struct {
	router *router
	groups map[any]int16
	lines  []Line
	failed []Tie
}

// routeAll routes the ties that do not depend on the focus, or takes them as
// they were routed before, and then the others. Where it is strict it ends at the
// first that finds no way.
func (m *Map) routeAll(ties []Tie, places map[model.ID]int, strict bool) *routed {
	var common, own []Tie
	for _, t := range ties {
		if m.options.common(t) {
			common = append(common, t)
		} else {
			own = append(own, t)
		}
	}
	if m.common == nil {
		m.common = &routed{router: newRouter(m, len(common)), groups: map[any]int16{}}
		m.common.route(m, common, places, strict)
	}
	if len(own) == 0 || strict && len(m.common.failed) > 0 {
		return m.common
	}
	all := &routed{m.common.router.copy(len(own)), maps.Clone(m.common.groups), slices.Clip(m.common.lines), slices.Clip(m.common.failed)}
	all.route(m, own, places, strict)
	return all
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

// route adds ties to what has been routed, where it is strict up to the first
// that finds no way.
func (r *routed) route(m *Map, ties []Tie, places map[model.ID]int, strict bool) {
	for _, t := range ties {
		key := groupOf(t)
		if r.groups[key] == 0 {
			r.groups[key] = int16(len(r.groups) + 1)
		}
		first, last := places[t.From], places[t.To]
		to := seek{to: &m.People[last], kind: t.Kind, headed: t.Kind == Influence || t.OnPath, group: r.groups[key]}
		if way := r.router.find(&m.People[first], to); way != nil {
			r.lines = append(r.lines, r.router.take(t, first, last, way))
		} else {
			r.failed = append(r.failed, t)
			if strict {
				return
			}
		}
	}
}
