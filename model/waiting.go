package model

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Actions wait for others (domain section 7, waits_for): what waits for what,
// which one holds up most, and where they wait for each other in a circle.

// WaitsOn returns what an action waits for and has not got yet, in its order:
// what is complete or cancelled holds nobody up, what is put off does.
func WaitsOn(b *Book, a *Action) []*Action {
	if !a.Open() {
		return nil
	}
	var list []*Action
	for _, id := range a.WaitsFor {
		if on, ok := Lookup[*Action](b, id); ok && on.pending() && on != a && !slices.Contains(list, on) {
			list = append(list, on)
		}
	}
	return list
}

// pending reports whether others may still wait for an action.
func (a *Action) pending() bool { return a.Open() || a.Status == Deferred }

// ComesTooLate reports whether an action is due before one that it waits for, so
// that one of the two days cannot be kept.
func (a *Action) ComesTooLate(on *Action) bool { return !on.Due.IsZero() && a.Due.Before(on.Due) }

// Critical is the action that most open work waits for.
type Critical struct {
	Action  *Action
	Waiting int       // open actions that wait for it, directly or through others
	Chain   []*Action // the longest row of those, each waiting for the one before
}

// Until returns the day that the chain leads to: the last one known in it.
func (c Critical) Until() Date {
	for i := len(c.Chain) - 1; i >= 0; i-- {
		if !c.Chain[i].Due.IsZero() {
			return c.Chain[i].Due
		}
	}
	return Date{}
}

// Why says why the action is critical.
func (c Critical) Why() string {
	last := c.Chain[len(c.Chain)-1]
	why := fmt.Sprintf("%s for it, up to %q", Count(c.Waiting, "action waits", "actions wait"), last.Name)
	if until := c.Until(); !until.IsZero() {
		why += " by " + until.String()
	}
	return why
}

// CriticalOf returns the action that most open work waits for, false when
// nothing waits. Of equal ones it is the one with the longest chain, then the
// one due soonest. Circles do no harm: nothing on one counts twice.
func CriticalOf(actions []*Action) (Critical, bool) {
	w := newWaiting(actions)
	var best Critical
	for i, a := range actions {
		if !a.pending() || len(w.after[i]) == 0 || best.Action != nil && w.blocked(i) {
			continue // what it waits for itself holds up more
		}
		c := Critical{Action: a, Waiting: w.count(i)}
		if c.Waiting < best.Waiting {
			continue
		}
		c.Chain = w.longest(i)
		if best.Action == nil || cmp.Or(best.Waiting-c.Waiting, len(best.Chain)-len(c.Chain), Soonest(c.Action.Due, best.Action.Due), cmp.Compare(a.Name, best.Action.Name)) < 0 {
			best = c
		}
	}
	return best, best.Action != nil
}

// waiting is who waits for whom, by places in a list of actions.
type waiting struct {
	actions []*Action
	before  [][]int // what is pending that each waits for
	after   [][]int // the open ones that wait for each
	seen    []int   // on which round of counting each was met last
	round   int
	length  []int // of the longest row that begins with each, nought where not known yet
	next    []int // the one after it in that row, -1 for none
	on      []bool
}

func newWaiting(actions []*Action) *waiting {
	n := len(actions)
	w := &waiting{
		actions: actions, before: make([][]int, n), after: make([][]int, n),
		seen: make([]int, n), length: make([]int, n), next: make([]int, n), on: make([]bool, n),
	}
	at := make(map[ID]int, len(actions))
	for i, a := range actions {
		at[a.ID] = i
	}
	for i, a := range actions {
		for _, id := range a.WaitsFor {
			if on, ok := at[id]; ok && on != i && a.Open() && actions[on].pending() && !slices.Contains(w.before[i], on) {
				w.before[i] = append(w.before[i], on)
				w.after[on] = append(w.after[on], i)
			}
		}
	}
	return w
}

func (w *waiting) blocked(i int) bool { return len(w.before[i]) > 0 }

// count is how many wait for one, directly or through others.
func (w *waiting) count(i int) int {
	w.round++
	w.seen[i] = w.round
	n, queue := 0, []int{i}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for _, next := range w.after[at] {
			if w.seen[next] != w.round {
				w.seen[next] = w.round
				n++
				queue = append(queue, next)
			}
		}
	}
	return n
}

// longest is the longest row of those that wait for one.
func (w *waiting) longest(i int) []*Action {
	w.measure(i)
	var chain []*Action
	for at := w.next[i]; at >= 0; at = w.next[at] {
		chain = append(chain, w.actions[at])
	}
	return chain
}

func (w *waiting) measure(at int) {
	if w.length[at] > 0 {
		return
	}
	w.on[at], w.next[at] = true, -1
	best := 1
	for _, to := range w.after[at] {
		if w.on[to] {
			continue // a circle
		}
		if w.measure(to); w.length[to]+1 > best {
			best, w.next[at] = w.length[to]+1, to
		}
	}
	w.on[at], w.length[at] = false, best
}

// WaitingCircles returns actions that wait for each other in a circle, each from
// the first of the list on, in the order of who waits for whom. There should be
// none, and [CheckWaiting] lets nobody make one; an import can.
func WaitingCircles(actions []*Action) [][]*Action {
	byID := make(map[ID]*Action, len(actions))
	for _, a := range actions {
		byID[a.ID] = a
	}
	var found [][]*Action
	place := make(map[*Action]int, len(actions)) // on the way from the start, from 1; -1 when done with
	var way []*Action
	var walk func(a *Action)
	walk = func(a *Action) {
		way = append(way, a)
		place[a] = len(way)
		for _, id := range a.WaitsFor {
			switch on := byID[id]; {
			case on == nil || place[on] < 0:
			case place[on] > 0:
				found = append(found, slices.Clone(way[place[on]-1:]))
			default:
				walk(on)
			}
		}
		way, place[a] = way[:len(way)-1], -1
	}
	for _, a := range actions {
		if place[a] == 0 {
			walk(a)
		}
	}
	return found
}

// ErrWaitingCircle is wrapped by what [CheckWaiting] finds.
var ErrWaitingCircle = errors.New("actions would wait for each other")

// CheckWaiting reports an edit that would make actions wait for each other in a
// circle, so that none could ever begin. Circles that were there before do not
// keep anybody from other edits. book holds the actions of the account.
func CheckWaiting(book *Book, e Edit) error {
	var touched []*Action
	for _, c := range e.Changes {
		after, ok := c.After.(*Action)
		if !ok || after == nil {
			continue
		}
		before, _ := c.Before.(*Action)
		if len(after.WaitsFor) > 0 && (before == nil || !slices.Equal(before.WaitsFor, after.WaitsFor)) {
			touched = append(touched, after)
		}
	}
	if len(touched) == 0 {
		return nil
	}
	then := book.With(e.Changes...)
	for _, a := range touched {
		if circle := circleThrough(then, a); circle != nil {
			return invalid{fmt.Errorf("%w: %s: take one out of waits_for", ErrWaitingCircle, CircleText(circle))}
		}
	}
	return nil
}

// circleThrough returns the shortest way from an action along what it waits for
// back to itself, nil for none.
func circleThrough(b *Book, a *Action) []*Action {
	from := map[ID]*Action{} // whose waiting led here
	queue := []*Action{a}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for _, id := range at.WaitsFor {
			if id == a.ID {
				circle := []*Action{at}
				for at.ID != a.ID {
					at = from[at.ID]
					circle = append(circle, at)
				}
				slices.Reverse(circle)
				return circle
			}
			if on, ok := Lookup[*Action](b, id); ok && from[id] == nil {
				from[id] = at
				queue = append(queue, on)
			}
		}
	}
	return nil
}

// CircleText says in words how actions wait for each other.
func CircleText(circle []*Action) string {
	text := fmt.Sprintf("%q waits for ", circle[0].Name)
	for _, on := range circle[1:] {
		text += fmt.Sprintf("%q, which waits for ", on.Name)
	}
	return text + fmt.Sprintf("%q", circle[0].Name)
}
