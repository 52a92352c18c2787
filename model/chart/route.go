package chart

import "slices"

// Dir is a set of the four directions in which a line leaves a cell.
type Dir uint8

// The directions.
const (
	Up Dir = 1 << iota
	Right
	Down
	Left
)

// Point is a place on a map, in columns and rows of characters.
type Point struct{ X, Y int }

// Line is a tie that is drawn: the cells it passes, from the one beside the
// label of From to the one beside the label of To.
type Line struct {
	Tie
	First, Last int // places of the two in People
	Steps       []Point
	Leaves      Dir // from the first cell towards the label of From
	Enters      Dir // from the last cell towards the label of To
}

// What a way costs. A row is about as tall as two columns are wide.
const (
	costAcross = 2  // one column on
	costDown   = 4  // one row on
	costBend   = 6  // a corner
	costCross  = 10 // over another line
	costBeside = 2  // one cell along another line, which the eye takes for a pair
	costLabel  = 2  // one cell along a label of somebody else
	costFree   = 80 // how much dearer than the straight way a line may be
)

// What bounds the work: how many cells are looked at for one line, and for all
// lines of a map together.
const (
	mostForOne = 6_000
	mostForAll = 90_000
)

// compass are the directions by number, with their steps.
var compass = [4]struct {
	dir    Dir
	dx, dy int
	cost   int32
}{{Up, 0, -1, costDown}, {Right, 1, 0, costAcross}, {Down, 0, 1, costDown}, {Left, -1, 0, costAcross}}

// sideCost is what it costs a kind of tie to leave From and to enter To on a
// side of the label, by number of direction: reporting lines hang below the
// boss and come to the others from above or from the left.
var sideCost = map[TieKind]struct{ leave, enter [4]int32 }{
	Reports:   {leave: [4]int32{0, 6, 10, 1}, enter: [4]int32{10, 5, 0, 5}},
	Influence: {leave: [4]int32{2, 0, 2, 0}, enter: [4]int32{2, 0, 2, 0}},
	Conflict:  {leave: [4]int32{2, 0, 2, 0}, enter: [4]int32{2, 0, 2, 0}},
	Informal:  {leave: [4]int32{2, 0, 2, 0}, enter: [4]int32{2, 0, 2, 0}},
}

// ground is what lies on a cell that lines cannot go over as they like.
type ground uint8

const (
	open  ground = iota
	guide        // lines cross it, but never run along it
	shut         // a label, a heading, a number
)

// router finds ways for lines over the cells of a map. Lines of one group, such
// as all those to one boss, can share cells, because they do meet; lines of
// different groups can only cross.
type router struct {
	m      *Map
	w, h   int
	ground []ground
	beside []bool  // next to a label
	across []int16 // which group lies on a cell from left to right; 0 none
	down   []int16 // and from top to bottom; corners and ends lie both ways
	best   []int32 // cheapest cost by state, above the number of the search
	from   []uint8 // the direction before, by state
	search int32
	left   int // how many states may still be looked at
	heads  []int32
	queue  []waiting
}

// waiting is a state in the queue, and the one behind it at the same cost.
type waiting struct{ state, next int32 }

func newRouter(m *Map) *router {
	n := m.W * m.H
	r := &router{m: m, w: m.W, h: m.H, ground: make([]ground, n), beside: make([]bool, n), across: make([]int16, n), down: make([]int16, n),
		best: make([]int32, 4*n), from: make([]uint8, 4*n), left: mostForAll}
	r.lay()
	return r
}

// lay marks where labels, headings and guides are.
func (r *router) lay() {
	put := func(x, y, w int, g ground) {
		for i := max(0, x); i < min(r.w, x+w) && y >= 0 && y < r.h; i++ {
			r.ground[y*r.w+i] = g
		}
	}
	for _, c := range r.m.Columns {
		for y := range r.h {
			put(c.Guide, y, 1, guide)
		}
	}
	for y := range r.h {
		put(0, y, r.m.Columns[0].Guide, shut)
	}
	put(0, r.m.Axis(), r.w, shut)
	for _, o := range r.m.Mores {
		put(o.X, o.Y, len(o.Text), shut)
	}
	for _, p := range r.m.People {
		put(p.X, p.Y, p.W, shut)
		for x := max(0, p.X-1); x <= min(r.w-1, p.X+p.W); x++ {
			for y := max(0, p.Y-1); y <= min(r.h-1, p.Y+1); y++ {
				r.beside[y*r.w+x] = true
			}
		}
	}
}

// port returns on which side of a label a cell lies: the number of the direction
// in which a line enters the label from there.
func port(p *Person, x, y int) (enters int, ok bool) {
	switch {
	case y == p.Y && x == p.X-1:
		return 1, true
	case y == p.Y && x == p.X+p.W:
		return 3, true
	case x < p.X || x >= p.X+p.W:
		return 0, false
	case y == p.Y-1:
		return 2, true
	case y == p.Y+1:
		return 0, true
	}
	return 0, false
}

// allows reports whether a group may lie on a cell both ways: in a corner or at
// an end.
func (r *router) allows(at int, group int16) bool {
	return (r.across[at] == 0 || r.across[at] == group) && (r.down[at] == 0 || r.down[at] == group)
}

// lane returns what lies on a cell in the direction of a step, and across it.
func (r *router) lane(at, d int) (along, athwart int16) {
	if d%2 == 1 {
		return r.across[at], r.down[at]
	}
	return r.down[at], r.across[at]
}

// enter is the cost of stepping onto a cell, and whether it can be done.
func (r *router) enter(at, d int, group int16) (int32, bool) {
	along, _ := r.lane(at, d)
	switch {
	case r.ground[at] == shut, r.ground[at] == guide && d%2 == 0, along != 0 && along != group:
		return 0, false
	case along == group:
		return compass[d].cost / 2, true
	}
	cost := compass[d].cost
	if r.beside[at] {
		cost += costLabel
	}
	side, step := r.w, 1 // to the neighbours beside the way
	if d%2 == 0 {
		side, step = 1, 2
	}
	for _, n := range [2]int{at - side, at + side} {
		if n >= 0 && n < len(r.across) {
			if other, _ := r.lane(n, d); other != 0 && other != group {
				cost += costBeside * int32(step)
			}
		}
	}
	return cost, true
}

// remains is the least that the rest of the way can cost.
func (r *router) remains(x, y int, to *Person) int32 {
	dx := max(0, to.X-1-x, x-to.X-to.W)
	dy := max(0, to.Y-1-y, y-to.Y-1)
	return int32(costAcross*dx+costDown*dy) * 3 / 2
}

// goal is the state of having arrived.
const goal = -1

// find returns the states of the cheapest way from one label to another, the
// last first; nil when there is none that is worth its room.
func (r *router) find(from, to *Person, kind TieKind, group int16) []int32 {
	r.search++
	straight := r.remains(from.X+from.W/2, from.Y, to)
	limit := 2*straight + costFree
	r.heads = slices.Grow(r.heads[:0], int(limit)+1)[:limit+1]
	for i := range r.heads {
		r.heads[i] = -1
	}
	r.queue = r.queue[:0]
	end, endCost, floor := int32(goal), limit+1, limit
	push := func(at, d int, cost int32, before uint8) {
		state := int32(at*4 + d)
		if old := r.best[state]; old>>12 == r.search && old&0xfff <= cost {
			return
		}
		total := cost + r.remains(at%r.w, at/r.w, to)
		if total > limit || cost > 0xfff {
			return
		}
		r.best[state], r.from[state] = r.search<<12|cost, before
		r.queue = append(r.queue, waiting{state, r.heads[total]})
		r.heads[total] = int32(len(r.queue) - 1)
		floor = min(floor, total)
	}
	r.leave(from, kind, group, push)
	for seen := 0; seen < mostForOne && r.left > 0 && floor <= limit; {
		top := r.heads[floor]
		if top < 0 {
			floor++
			continue
		}
		if floor >= endCost {
			break
		}
		r.heads[floor] = r.queue[top].next
		state := r.queue[top].state
		at, d := int(state)/4, int(state)%4
		cost := r.best[state] & 0xfff
		if cost+r.remains(at%r.w, at/r.w, to) != floor {
			continue // found cheaper since
		}
		seen++
		r.left--
		if enters, ok := port(to, at%r.w, at/r.w); ok {
			if total := cost + r.arrive(at, d, enters, kind, group); total < endCost {
				end, endCost = state, total
			}
		}
		r.expand(at, d, cost, group, push)
	}
	if end == goal {
		return nil
	}
	return r.back(end)
}

// leave begins at all free cells beside a label.
func (r *router) leave(p *Person, kind TieKind, group int16, push func(at, d int, cost int32, before uint8)) {
	begin := func(x, y, d int, aside int) {
		if x < 0 || y < 0 || x >= r.w || y >= r.h {
			return
		}
		at := y*r.w + x
		if cost, ok := r.enter(at, d, group); ok && r.allows(at, group) {
			push(at, d, cost+sideCost[kind].leave[d]+int32(aside), uint8(d))
		}
	}
	begin(p.X+p.W, p.Y, 1, 0)
	begin(p.X-1, p.Y, 3, 0)
	for i := range p.W {
		aside := min(3, abs(i-min(p.W/2, 4))) // near the beginning of the name, where the eye looks
		begin(p.X+i, p.Y-1, 0, aside)
		begin(p.X+i, p.Y+1, 2, aside)
	}
}

// arrive is the cost of going from a cell into the label beside it.
func (r *router) arrive(at, d, enters int, kind TieKind, group int16) int32 {
	const never = 1 << 20
	cost := sideCost[kind].enter[(enters+2)%4]
	if !r.allows(at, group) || d == (enters+2)%4 {
		return never
	}
	if d != enters {
		if r.ground[at] == guide {
			return never
		}
		cost += costBend
	}
	return cost
}

// expand goes on from a cell: straight, over another line at a price, or around
// a corner.
func (r *router) expand(at, d int, cost int32, group int16, push func(at, d int, cost int32, before uint8)) {
	for turn := range 4 {
		if turn == 2 {
			continue // never back
		}
		d2, more := (d+turn)%4, int32(0)
		if turn == 0 {
			if _, athwart := r.lane(at, d); athwart != 0 && athwart != group {
				more = costCross
			}
		} else {
			if r.ground[at] == guide || !r.allows(at, group) {
				continue
			}
			more = costBend
		}
		x, y := at%r.w+compass[d2].dx, at/r.w+compass[d2].dy
		if x < 0 || y < 0 || x >= r.w || y >= r.h {
			continue
		}
		if step, ok := r.enter(y*r.w+x, d2, group); ok {
			push(y*r.w+x, d2, cost+more+step, uint8(d))
		}
	}
}

// back follows the states of a way from its end to its beginning.
func (r *router) back(state int32) []int32 {
	way := []int32{state}
	for {
		at, d := int(state)/4, int(state)%4
		before := int(r.from[state])
		prev := at - compass[d].dy*r.w - compass[d].dx
		if r.ground[prev] == shut {
			return way // a label: the beginning
		}
		state = int32(prev*4 + before)
		way = append(way, state)
	}
}

// take puts a way onto the map as a line.
func (r *router) take(t Tie, first, last int, way []int32, group int16) Line {
	l := Line{Tie: t, First: first, Last: last, Steps: make([]Point, len(way))}
	slices.Reverse(way)
	for i, state := range way {
		at, d := int(state)/4, int(state)%4
		l.Steps[i] = Point{at % r.w, at / r.w}
		next := d
		if i+1 < len(way) {
			next = int(way[i+1]) % 4
		} else {
			next, _ = port(&r.m.People[last], at%r.w, at/r.w)
			l.Enters = compass[next].dir
		}
		if i == 0 {
			l.Leaves = compass[(d+2)%4].dir
		}
		ends := i == 0 || i == len(way)-1
		if d%2 == 1 || next != d || ends {
			r.across[at] = group
		}
		if d%2 == 0 || next != d || ends {
			r.down[at] = group
		}
	}
	return l
}
