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
	Group       int // lines of one group lead to the same person and can share cells; others only cross
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
	costPair   = 2  // one cell along another line, which the eye takes for a pair
	costUnder  = 2  // one cell along a label of somebody else
	costTouch  = 5  // before or behind a label of somebody else, which looks like an end
	costHug    = 4  // one row up or down right beside a label, so that lines stand off a little first
	costGuide  = 1  // one row down beside a guide
	costTurned = 24 // an arrow head in a corner, where it is hard to see whence it comes
	costFree   = 90 // how much dearer than the straight way a line may be
	never      = 1 << 20
)

// What bounds the work: how many states, a cell and a direction, are looked at
// for all lines of a map together, and for one line, which is several times its
// share, but within bounds.
const (
	mostForAll  = 30_000
	mostForMore = 10_000 // for the lines of one person over those of all
	manyTimes   = 4
	leastForOne = 1_500
	mostForOne  = 6_000
)

// trackEvery is how many columns lie from one track to the next under and
// between labels; between the columns of the map every column is one.
const trackEvery = 3

// compass are the directions by number: up, right, down, left. Odd ones go
// across.
var compass = [4]struct {
	dir    Dir
	dx, dy int
	cost   uint8
}{{Up, 0, -1, costDown}, {Right, 1, 0, costAcross}, {Down, 0, 1, costDown}, {Left, -1, 0, costAcross}}

// sideCost is what it costs a kind of tie to leave From and to enter To, by the
// side of the label, as the number of the direction that it lies in: reporting
// lines hang below the boss and come to the others from above or from the left.
var sideCost = [...]struct{ leave, enter [4]int32 }{
	Reports:   {leave: [4]int32{0, 6, 10, 1}, enter: [4]int32{10, 5, 0, 5}},
	Influence: {leave: [4]int32{2, 0, 2, 0}, enter: [4]int32{2, 0, 2, 0}},
	Conflict:  {leave: [4]int32{2, 0, 2, 0}, enter: [4]int32{2, 0, 2, 0}},
	Informal:  {leave: [4]int32{2, 0, 2, 0}, enter: [4]int32{2, 0, 2, 0}},
}

// shut is the toll of a cell that no line enters: a label, a heading, a guide
// lengthwise, the edge.
const shut = 255

// router finds ways for lines over the cells of a map, which have an edge of
// shut cells around them. Lines of one group, such as all those to one boss, can
// share cells, because they do meet; lines of different groups can only cross.
type router struct {
	m      *Map
	stride int
	toll   [2][]uint8 // what entering a cell costs, going down and going across
	lane   [2][]int16 // which group lies on a cell going down and across, 0 none; corners and ends lie both ways
	guide  []bool     // lines cross it, but neither turn nor end in it, unless straight
	track  []bool     // by column: where lines can run down; not all, so that they keep apart
	best   []int32    // the cheapest cost by state, with the number of the search above it
	from   []uint8    // the direction before, by state
	search int32
	left   int // how many states may still be looked at
	most   int // and how many of them for one line
	heads  []int32
	queue  []waiting
	seek
}

// seek is what is being looked for.
type seek struct {
	to           *Person
	kind         TieKind
	headed       bool // the line ends in an arrow head
	group        int16
	limit, floor int32
}

// waiting is a state in the queue, with its place and cost, and the one behind it
// at the same cost.
type waiting struct {
	state, next, cost int32
	x, y              int16
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

// free reports whether the line can lie on a cell both ways: in a corner or at
// an end.
func (r *router) free(at int) bool {
	return (r.lane[0][at] == 0 || r.lane[0][at] == r.group) && (r.lane[1][at] == 0 || r.lane[1][at] == r.group)
}

// remains is about what the rest of the way costs: the columns, the rows and the
// corners there must be, and something for what lies between.
func (r *router) remains(x, y, d int) int32 {
	dx, dy, ahead := 0, 0, false
	switch to := r.to; {
	case x < to.X-1:
		dx, ahead = to.X-1-x, d == 1
	case x > to.X+to.W:
		dx, ahead = x-to.X-to.W, d == 3
	}
	switch to := r.to; {
	case y < to.Y-1:
		dy, ahead = to.Y-1-y, ahead || d == 2
	case y > to.Y+1:
		dy, ahead = y-to.Y-1, ahead || d == 0
	}
	rest := int32(costAcross*dx+costDown*dy) * 7 / 4
	if dx > 0 && dy > 0 {
		rest += costBend
	}
	if !ahead && dx+dy > 0 {
		rest += costBend
	}
	return rest
}

// goal stands for no state.
const goal = -1

// find returns the states of the cheapest way from one label to another, the
// last first; nil when there is none that is worth its room.
func (r *router) find(from *Person, s seek) []int32 {
	r.search++
	r.seek = s
	r.limit = min(2*r.remains(from.X+from.W/2, from.Y, 0)+costFree, 0xfff)
	r.floor = r.limit
	r.heads = slices.Grow(r.heads[:0], int(r.limit)+1)[:r.limit+1]
	for i := range r.heads {
		r.heads[i] = goal
	}
	r.queue = r.queue[:0]
	end, endCost := int32(goal), r.limit+1
	r.leave(from)
	for seen := 0; seen < r.most && r.left > 0 && r.floor < endCost && r.floor <= r.limit; {
		top := r.heads[r.floor]
		if top == goal {
			r.floor++
			continue
		}
		r.heads[r.floor] = r.queue[top].next
		w := r.queue[top]
		state, cost, x, y := w.state, w.cost, int(w.x), int(w.y)
		at, d := int(state)/4, int(state)%4
		if r.best[state]&0xfff != cost {
			continue // found cheaper since
		}
		seen++
		r.left--
		if enters, ok := port(r.to, x, y); ok {
			if total := cost + r.arrive(at, d, enters); total < endCost {
				end, endCost = state, total
			}
		}
		r.expand(at, x, y, d, cost)
	}
	if end == goal {
		return nil
	}
	return r.back(end)
}

// push puts a state into the queue when it is new or cheaper than before.
func (r *router) push(at, x, y, d int, cost int32, before int) {
	state := at*4 + d
	if old := r.best[state]; old>>12 == r.search && old&0xfff <= cost {
		return
	}
	total := cost + r.remains(x, y, d)
	if total > r.limit {
		return
	}
	r.best[state], r.from[state] = r.search<<12|cost, uint8(before)
	r.queue = append(r.queue, waiting{int32(state), r.heads[total], cost, int16(x), int16(y)})
	r.heads[total] = int32(len(r.queue) - 1)
	r.floor = min(r.floor, total)
}

// leave begins at all free cells beside a label.
func (r *router) leave(p *Person) {
	begin := func(x, y, d, aside int) {
		at := r.at(x, y)
		if toll := r.toll[d%2][at]; toll < shut && r.free(at) {
			r.push(at, x, y, d, int32(compass[d].cost)+sideCost[r.kind].leave[d]+int32(aside), d)
		}
	}
	begin(p.X+p.W, p.Y, 1, 0)
	begin(p.X-1, p.Y, 3, 0)
	for i := range p.W {
		if r.track[p.X+i] {
			begin(p.X+i, p.Y-1, 0, i/3) // near the beginning of the name, where the eye looks
			begin(p.X+i, p.Y+1, 2, i/3)
		}
	}
}

// arrive is the cost of going from a cell into the label beside it.
func (r *router) arrive(at, d, enters int) int32 {
	side := (enters + 2) % 4
	cost := sideCost[r.kind].enter[side]
	switch {
	case !r.free(at), d == side, d != enters && r.guide[at]:
		return never
	case d != enters && r.headed:
		cost += costTurned
	case d != enters:
		cost += costBend
	}
	return cost
}

// expand goes on from a cell: straight, over another line at a price, or around
// a corner.
func (r *router) expand(at, x, y, d int, cost int32) {
	corner := (d%2 == 0 || r.track[x]) && !r.guide[at] && r.free(at)
	for turn := range 4 {
		d2, more := (d+turn)%4, int32(0)
		switch {
		case turn == 2, turn != 0 && !corner:
			continue // never back
		case turn != 0:
			more = costBend
		default:
			if other := r.lane[1-d%2][at]; other != 0 && other != r.group {
				more = costCross
			}
		}
		next, axis := at+r.step(d2), d2%2
		toll, lane := r.toll[axis][next], r.lane[axis][next]
		switch {
		case toll == shut || lane != 0 && lane != r.group:
			continue
		case lane == r.group:
			toll = compass[d2].cost / 2
		}
		r.push(next, x+compass[d2].dx, y+compass[d2].dy, d2, cost+more+int32(toll), d)
	}
}

// back follows the states of a way from its end to its beginning, behind which
// lies the label.
func (r *router) back(state int32) []int32 {
	way := []int32{state}
	for {
		at, d := int(state)/4, int(state)%4
		before := at - r.step(d)
		if r.toll[1][before] == shut {
			return way
		}
		state = int32(before*4 + int(r.from[state]))
		way = append(way, state)
	}
}

// take puts a way onto the map as a line.
func (r *router) take(t Tie, first, last int, way []int32) Line {
	l := Line{Tie: t, First: first, Last: last, Group: int(r.group), Steps: make([]Point, len(way))}
	slices.Reverse(way)
	for i, state := range way {
		at, d := int(state)/4, int(state)%4
		x, y := r.place(at)
		l.Steps[i] = Point{x, y}
		next := d
		if i+1 < len(way) {
			next = int(way[i+1]) % 4
		} else {
			next, _ = port(&r.m.People[last], x, y)
			l.Enters = compass[next].dir
		}
		if i == 0 {
			l.Leaves = compass[(d+2)%4].dir
		}
		ends := i == 0 || i == len(way)-1
		for axis := range 2 {
			if d%2 == axis || next != d || ends {
				r.occupy(at, axis)
			}
		}
	}
	return l
}

// occupy puts the line onto a cell, and makes the cells beside it dearer.
func (r *router) occupy(at, axis int) {
	if r.lane[axis][at] == r.group {
		return
	}
	r.lane[axis][at] = r.group
	side := r.stride
	if axis == 0 {
		side = 1
	}
	for _, n := range [2]int{at - side, at + side} {
		if toll := &r.toll[axis][n]; *toll < 3*compass[axis].cost+costTouch {
			*toll += costPair
			if axis == 0 {
				*toll += costPair
			}
		}
	}
}
