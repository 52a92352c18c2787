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
	shown := make([]placed, 0, len(ties))
	for _, t := range ties {
		first, from := places[t.From]
		last, to := places[t.To]
		if from && to {
			shown = append(shown, placed{t, first, last, m.apart(first, last)})
		} else {
			m.Away = append(m.Away, t)
		}
	}
	if len(shown) == 0 {
		return true
	}
	slices.SortStableFunc(shown, func(x, y placed) int {
		return cmp.Or(rankOf(x.Tie)-rankOf(y.Tie), y.Strength-x.Strength, x.apart-y.apart)
	})
	strict := all && m.options.Focus.IsZero()
	drawn := m.routeAll(shown, strict)
	if slices.ContainsFunc(drawn.failed, func(t Tie) bool { return t.Of(m.options.Focus) }) {
		slices.SortStableFunc(shown, func(x, y placed) int { return second(x.Tie, m.options.Focus) - second(y.Tie, m.options.Focus) })
		drawn = &routed{router: newRouter(m, len(shown)), groups: map[any]int16{}}
		drawn.route(m, shown, false)
	}
	if all && len(drawn.failed) > 0 {
		return false
	}
	m.Lines, m.Unrouted = drawn.lines, drawn.failed
	m.look()
	return len(drawn.failed) == 0
}

// placed is a tie between two who are shown.
type placed struct {
	Tie
	first, last int // their places in People
	apart       int // see [Map.apart]
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
func (m *Map) routeAll(ties []placed, strict bool) *routed {
	var common, own []placed
	for _, t := range ties {
		if m.options.common(t.Tie) {
			common = append(common, t)
		} else {
			own = append(own, t)
		}
	}
	if m.common == nil {
		m.common = &routed{router: newRouter(m, len(common)), groups: map[any]int16{}}
		m.common.route(m, common, strict)
	}
	if len(own) == 0 || strict && len(m.common.failed) > 0 {
		return m.common
	}
	all := &routed{m.common.router.copy(len(own)), maps.Clone(m.common.groups), slices.Clip(m.common.lines), slices.Clip(m.common.failed)}
	all.route(m, own, strict)
	return all
}

// second is 0 for ties of a person and of the path, 1 for others.
func second(t Tie, id model.ID) int {
	if t.Of(id) || t.OnPath {
		return 0
	}
	return 1
}

// apart is how far two people stand from each other: short lines are routed
// first, because they have the fewest ways.
func (m *Map) apart(first, last int) int {
	a, b := &m.People[first], &m.People[last]
	return costAcross*abs(a.X-b.X) + costDown*abs(a.Y-b.Y)
}

// route adds ties to what has been routed, where it is strict up to the first
// that finds no way.
func (r *routed) route(m *Map, ties []placed, strict bool) {
	for _, t := range ties {
		key := groupOf(t.Tie)
		if r.groups[key] == 0 {
			r.groups[key] = int16(len(r.groups) + 1)
		}
		to := seek{to: &m.People[t.last], kind: t.Kind, headed: t.Kind == Influence || t.OnPath, group: r.groups[key]}
		if way := r.router.find(&m.People[t.first], to); way != nil {
			r.lines = append(r.lines, r.router.take(t.Tie, t.first, t.last, way))
		} else {
			r.failed = append(r.failed, t.Tie)
			if strict {
				return
			}
		}
	}
}
