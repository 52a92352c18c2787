package report

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"astute/model"
)

const (
	// blockLimit is how many bytes a diagram may have; a larger one is cut into
	// several, because programs that draw them give up on long ones.
	blockLimit = 2000
	// labelLimit is how many characters of a text stand on a node.
	labelLimit = 40
	// pointLimit is how many points a chart takes before their labels lie on
	// top of each other; pointLabel is how long such a label may be.
	pointLimit = 12
	pointLabel = 20
)

// mermaid returns text for a quoted label: every ASCII character other than a
// letter, a digit or a blank as #<decimal>;, cut to a number of characters.
func mermaid(text string, limit int) string {
	runes := []rune(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\t' || model.IsUnsafe(r) || isBreak(r) }), " "))
	if len(runes) > limit {
		runes = append(runes[:limit-1], '…')
	}
	if len(runes) == 0 {
		return "?"
	}
	b := make([]byte, 0, len(text)+16)
	for _, r := range runes {
		if isMark(r) {
			b = append(strconv.AppendInt(append(b, '#'), int64(r), 10), ';')
		} else {
			b = utf8.AppendRune(b, r)
		}
	}
	return string(b)
}

func isBreak(r rune) bool { return r == '\n' || r == '\u2028' || r == '\u2029' }

// flowchart gathers nodes and edges, and cuts them into blocks below the limit.
// Each block names the nodes it uses anew, so that it stands alone.
type flowchart struct {
	direction string // TD or LR
	label     func(model.ID) string
	ids       map[model.ID]string // node ids, given in the order of appearing
	here      map[model.ID]bool   // nodes named in the block being written
	lines     []string
	size      int
	blocks    [][]string
}

func newFlowchart(direction string, label func(model.ID) string) *flowchart {
	f := &flowchart{direction: direction, label: label, ids: map[model.ID]string{}}
	f.cut()
	return f
}

// edge joins two nodes by an arrow such as "-->".
func (f *flowchart) edge(from model.ID, arrow string, to model.ID) {
	lines := f.edgeLines(from, arrow, to)
	if f.size+sizeOf(lines) > blockLimit {
		f.cut()
		lines = f.edgeLines(from, arrow, to)
	}
	f.lines = append(f.lines, lines...)
	f.size += sizeOf(lines)
	f.here[from], f.here[to] = true, true
}

func (f *flowchart) edgeLines(from model.ID, arrow string, to model.ID) []string {
	var lines []string
	ends := []model.ID{from, to}
	if from == to {
		ends = ends[:1]
	}
	for _, id := range ends {
		if f.ids[id] == "" {
			f.ids[id] = fmt.Sprintf("n%d", len(f.ids)+1)
		}
		if !f.here[id] {
			lines = append(lines, "    "+f.ids[id]+"[\""+mermaid(f.label(id), labelLimit)+"\"]")
		}
	}
	return append(lines, "    "+f.ids[from]+" "+arrow+" "+f.ids[to])
}

func sizeOf(lines []string) int {
	n := 0
	for _, l := range lines {
		n += len(l) + 1
	}
	return n
}

// cut ends a block, if anything stands in it, and begins the next.
func (f *flowchart) cut() {
	if len(f.lines) > 0 {
		f.blocks = append(f.blocks, append([]string{"flowchart " + f.direction}, f.lines...))
	}
	f.lines, f.here, f.size = nil, map[model.ID]bool{}, len("flowchart TD\n")
}

// draw writes what was gathered; in HTML stands a block in its place, nothing
// when that is nil.
func (p *page) draw(f *flowchart, instead block) {
	f.cut()
	for i, lines := range f.blocks {
		d := diagram{mermaid: lines}
		if i == 0 {
			d.instead = instead
		}
		p.add(d)
	}
}
