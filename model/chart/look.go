package chart

import (
	"math/bits"
	"slices"
	"strings"

	"astute/model"
)

// Cell is one character of the lines of a map.
type Cell struct {
	X, Y  int
	Glyph string
	Lines []int // places in Lines: those that the character shows first, then one it crosses
	Dirs  Dir   // where the line that is shown goes from here
	Head  Dir   // where an arrow head points, 0 for none
	Clash bool  // a cross of a conflict
	Cross bool  // a line passes under another one
}

// stroke is what a kind of line is drawn with: a character for each set of
// directions, and the four arrow heads.
type stroke struct {
	glyphs [16]string // by Dir
	heads  [4]string  // by number of direction
}

// strokeOf makes the table of a stroke out of its pieces: across, down, the
// corners that open right-down, left-down, right-up and left-up, the junctions
// open right, left, down and up, and the one open everywhere.
func strokeOf(pieces, heads string) (s stroke) {
	p, h := []rune(pieces), []rune(heads)
	for i, dirs := range [...]Dir{Left | Right, Up | Down, Right | Down, Left | Down, Right | Up, Left | Up,
		Up | Down | Right, Up | Down | Left, Left | Right | Down, Left | Right | Up, Up | Right | Down | Left} {
		s.glyphs[dirs] = string(p[i])
	}
	for i, end := range [...]int{1, 0, 1, 0} {
		s.glyphs[1<<i] = string(p[end])
		s.heads[i] = string(h[i])
	}
	return s
}

// The strokes tell the kinds apart without any colour: thin for reporting,
// thick with heads for influence, dashed with crosses for conflict, dotted for
// informal ties, double for the path.
const (
	strokePath = int(Reports) + 1 + iota
	strokes
)

var boxes, plain = [strokes]stroke{
	Reports:    strokeOf("─│┌┐└┘├┤┬┴┼", "▲►▼◄"),
	Influence:  strokeOf("━┃┏┓┗┛┣┫┳┻╋", "▲►▼◄"),
	Conflict:   strokeOf("╌╎┌┐└┘├┤┬┴┼", "xxxx"),
	Informal:   strokeOf("···········", "▲►▼◄"),
	strokePath: strokeOf("═║╔╗╚╝╠╣╦╩╬", "▲►▼◄"),
}, [strokes]stroke{
	Reports:    strokeOf("-|/\\\\/+++++", "^>v<"),
	Influence:  strokeOf("=\"/\\\\/+++++", "^>v<"),
	Conflict:   strokeOf("xxxxxxxxxxx", "xxxx"),
	Informal:   strokeOf("...........", "^>v<"),
	strokePath: strokeOf("%%%%%%%%%%%", "^>v<"),
}

// strokeKind is what a tie is drawn with, as a place in the tables of strokes.
func strokeKind(t Tie) int {
	if t.OnPath {
		return strokePath
	}
	return int(t.Kind)
}

// strokes are box characters, or plain ones where there are no others.
func (m *Map) strokes() *[strokes]stroke {
	if m.options.ASCII {
		return &plain
	}
	return &boxes
}

func (m *Map) stroke(t Tie) *stroke { return &m.strokes()[strokeKind(t)] }

// crossEvery is how many cells lie between two crosses on a conflict.
const crossEvery = 4

// sketch is what has been drawn on a cell so far: the directions of each way
// through it, and the lines that go each way.
type sketch struct {
	dirs  Dir
	lines []int
	head  Dir  // where the arrow head on it points
	clash bool // a cross stands on it
}

// sheet holds the sketches of the cells that lines pass.
type sheet struct {
	w        int
	place    []int32 // of a cell in sketches, less one
	sketches [][2]sketch
}

// on returns the two sketches of a cell: of the lines across and of those down.
func (s *sheet) on(p Point) *[2]sketch {
	at := p.Y*s.w + p.X
	if s.place[at] == 0 {
		s.sketches = append(s.sketches, [2]sketch{})
		s.place[at] = int32(len(s.sketches))
	}
	return &s.sketches[s.place[at]-1]
}

// look works out the character of every cell that lines pass.
func (m *Map) look() {
	steps := 0
	for i := range m.Lines {
		steps += len(m.Lines[i].Steps)
	}
	s := &sheet{w: m.W, place: make([]int32, m.W*m.H), sketches: make([][2]sketch, 0, min(steps, m.W*m.H))}
	ones := make([]int, 0, 2*steps) // room for the first line of each sketch
	for i := range m.Lines {
		l := &m.Lines[i]
		for n, p := range l.Steps {
			cell, dirs := s.on(p), l.dirs(n)
			for way, axis := range [2]Dir{Left | Right, Up | Down} {
				sketch := &cell[way]
				switch {
				case dirs&axis == 0:
					continue
				case sketch.lines == nil:
					ones = append(ones, i)
					sketch.lines = ones[len(ones)-1 : len(ones) : len(ones)]
				default:
					sketch.lines = append(sketch.lines, i)
				}
				sketch.dirs |= dirs
			}
		}
	}
	for i := range m.Lines {
		m.signs(&m.Lines[i], s)
	}
	supporter := map[Point]bool{} // the cells behind a label that ends in the mark of one
	for _, p := range m.People {
		supporter[Point{p.X + p.W, p.Y}] = strings.HasSuffix(p.Marks, model.Supporter.Mark())
	}
	m.Cells = make([]Cell, 0, len(s.sketches))
	for at, n := range s.place {
		if n > 0 {
			c := m.cell(Point{at % m.W, at / m.W}, &s.sketches[n-1])
			if c.Glyph == model.Supporter.Mark() && supporter[Point{c.X, c.Y}] { // a plain junction would read as a second mark
				c.Glyph = m.stroke(m.Lines[c.Lines[0]].Tie).glyphs[Left|Right]
			}
			m.Cells = append(m.Cells, c)
		}
	}
}

// dirs are the directions in which a line leaves its n-th cell.
func (l *Line) dirs(n int) Dir {
	to, from := l.Enters, l.Leaves
	if n+1 < len(l.Steps) {
		to = towards(l.Steps[n], l.Steps[n+1])
	}
	if n > 0 {
		from = towards(l.Steps[n], l.Steps[n-1])
	}
	return to | from
}

// towards is the direction from one cell to a neighbour.
func towards(a, b Point) Dir {
	for _, c := range compass {
		if a.X+c.dx == b.X && a.Y+c.dy == b.Y {
			return c.dir
		}
	}
	return 0
}

// cell is the character of a cell. Where two lines cross, the one that goes
// down is drawn whole and the other passes under it, so that it cannot be taken
// for a place where they meet.
func (m *Map) cell(at Point, s *[2]sketch) Cell {
	c := Cell{X: at.X, Y: at.Y}
	across, down := &s[0], &s[1]
	switch {
	case len(down.lines) == 0:
		c.Lines, c.Dirs = across.lines, across.dirs
	case len(across.lines) == 0:
		c.Lines, c.Dirs = down.lines, down.dirs
	case m.Lines[across.lines[0]].Group == m.Lines[down.lines[0]].Group:
		c.Lines, c.Dirs = across.lines, across.dirs|down.dirs
		for _, i := range down.lines {
			if !slices.Contains(c.Lines, i) {
				c.Lines = append(c.Lines, i)
			}
		}
	default:
		c.Lines, c.Dirs, c.Cross = append(slices.Clip(down.lines), across.lines...), down.dirs, true
	}
	stroke := m.stroke(m.Lines[c.Lines[0]].Tie)
	c.Glyph = stroke.glyphs[c.Dirs]
	for _, sketch := range s {
		switch {
		case sketch.head != 0:
			c.Glyph, c.Head = stroke.heads[number(sketch.head)], sketch.head
		case sketch.clash:
			c.Glyph, c.Clash = "x", true
		}
	}
	return c
}

// signs puts the arrow heads of a line onto its cells, as many as it is strong,
// and the crosses of a conflict. They stand on straight cells that the line has
// for itself; the last head stands at the label, which those of other lines to
// the same person share.
func (m *Map) signs(l *Line, sheet *sheet) {
	last := len(l.Steps) - 1
	if l.Kind == Conflict {
		middle := m.middle(l, sheet)
		for n := range l.Steps {
			if s, own := m.own(l, n, sheet); n == middle || own && (n-middle)%crossEvery == 0 {
				s.clash = true
			}
		}
	}
	if l.Kind != Influence && !l.OnPath {
		return
	}
	s, _ := m.own(l, last, sheet)
	s.head = l.Enters
	for n, more := last-1, l.Strength-1; n > 0 && more > 0; n-- {
		if s, own := m.own(l, n, sheet); own {
			s.head = towards(l.Steps[n], l.Steps[n+1])
			more--
		}
	}
}

// middle is the cell nearest to the middle of a line that is its own, the very
// middle where none is: a conflict has one cross at least.
func (m *Map) middle(l *Line, sheet *sheet) int {
	half := len(l.Steps) / 2
	for off := range half + 1 {
		for _, n := range [2]int{half - off, half + off} {
			if n >= 0 && n < len(l.Steps) {
				if _, own := m.own(l, n, sheet); own {
					return n
				}
			}
		}
	}
	return half
}

// own returns the sketch of the n-th cell of a line, and whether the line runs
// straight there and has the cell for itself.
func (m *Map) own(l *Line, n int, sheet *sheet) (s *sketch, own bool) {
	cell := sheet.on(l.Steps[n])
	dirs, way := l.dirs(n), 0
	if dirs&(Up|Down) != 0 {
		way = 1
	}
	straight := dirs == Up|Down || dirs == Left|Right
	return &cell[way], straight && len(cell[0].lines)+len(cell[1].lines) == 1
}

// number is the number of a direction.
func number(d Dir) int { return bits.TrailingZeros8(uint8(d)) }
