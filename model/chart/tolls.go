package chart

import "slices"

func newRouter(m *Map, lines int) *router {
	r := &router{m: m, stride: m.W + 2, left: mostForAll, most: max(leastForOne, min(mostForOne, manyTimes*mostForAll/max(1, lines)))}
	n := r.stride * (m.H + 2)
	for axis := range 2 {
		r.toll[axis], r.lane[axis] = make([]uint8, n), make([]int16, n)
	}
	r.track = make([]bool, r.stride)
	r.guide, r.best, r.from = make([]bool, n), make([]int32, 4*n), make([]uint8, 4*n)
	r.queue = make([]waiting, 0, 2*r.most)
	r.lay()
	return r
}

// copy returns a router for more lines over those that there are.
func (r *router) copy(lines int) *router {
	c := *r
	for axis := range 2 {
		c.toll[axis], c.lane[axis] = slices.Clone(r.toll[axis]), slices.Clone(r.lane[axis])
	}
	c.best, c.from, c.queue, c.heads = make([]int32, len(r.best)), make([]uint8, len(r.from)), nil, nil
	c.search, c.left = 0, mostForMore
	c.most = max(leastForOne, min(mostForOne, manyTimes*mostForMore/lines))
	return &c
}

// at is the number of the cell at a place.
func (r *router) at(x, y int) int { return (y+1)*r.stride + x + 1 }

// place is where a cell stands.
func (r *router) place(at int) (x, y int) { return at%r.stride - 1, at/r.stride - 1 }

// step is how far a cell's number is from that of its neighbour.
func (r *router) step(d int) int { return compass[d].dy*r.stride + compass[d].dx }

// lay sets the tolls: labels, headings and numbers are shut.
func (r *router) lay() {
	for i := range r.toll[0] {
		r.toll[0][i], r.toll[1][i] = shut, shut
	}
	for y := r.m.Axis() + 1; y < r.m.H; y++ {
		for x := r.m.Columns[0].Guide; x < r.m.W; x++ {
			at := r.at(x, y)
			r.toll[0][at], r.toll[1][at] = costDown, costAcross
		}
	}
	raise := func(axis, x, y int, by uint8) {
		if at := r.at(x, y); r.toll[axis][at] < shut {
			r.toll[axis][at] += by
		}
	}
	for _, c := range r.m.Columns {
		for x := c.Guide + 1; x < c.At; x++ {
			r.track[x] = true
		}
		for x := c.At + 1; x < c.At+c.Length; x += trackEvery {
			r.track[x] = true
		}
		for y := r.m.Axis() + 1; y < r.m.H; y++ {
			at := r.at(c.Guide, y)
			r.toll[0][at], r.guide[at] = shut, true
			raise(0, c.Guide-1, y, costGuide)
			raise(0, c.Guide+1, y, costGuide)
		}
	}
	for _, p := range r.m.People {
		for x := max(0, p.X-1); x <= min(r.m.W-1, p.X+p.W); x++ {
			raise(1, x, p.Y-1, costUnder)
			if p.Y+1 < r.m.H {
				raise(1, x, p.Y+1, costUnder)
			}
		}
		for _, x := range [2]int{p.X - 1, p.X + p.W} {
			raise(0, x, p.Y, costTouch)
			raise(1, x, p.Y, costTouch)
			raise(0, x, p.Y-1, costHug)
			if p.Y+1 < r.m.H {
				raise(0, x, p.Y+1, costHug)
			}
		}
	}
	for _, p := range r.m.People {
		r.shut(p.X, p.Y, p.W)
	}
	for _, o := range r.m.Mores {
		r.shut(o.X, o.Y, len(o.Text))
	}
}

func (r *router) shut(x, y, w int) {
	for i := max(0, x); i < min(r.m.W, x+w); i++ {
		r.toll[0][r.at(i, y)], r.toll[1][r.at(i, y)] = shut, shut
	}
}
