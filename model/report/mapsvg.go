package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"astute/model"
	"astute/model/chart"
)

// MapOptions say what stands around and on the picture of a political map.
type MapOptions struct {
	Title string        // such as the name of the account
	Today model.Date    // printed beside the title, nothing when zero
	Chart chart.Options // which lines, which path, whether who left is shown
}

// Sizes of a drawn map: a cell of the chart is so many units wide and high, and
// labels are lettered a little smaller than that. The margins make room for the
// title and for what the marks mean.
const (
	cellW, cellH = 8, 17
	marginX      = 20
	marginTop    = 50
	legendLine   = 18
	titleW, dayW = 13, 200 // the most that a letter of the title takes, and what the day beside it does
	boxPad       = 2       // how far the letters stand from the border of their box: it reaches no further than the cells of the label, for lines run beside it
)

// mapSizes are the sizes in cells that fill a landscape page of A4, the one with
// the largest letters first.
var mapSizes = []chart.Size{{W: 128, H: 38, Measure: columns}, {W: 164, H: 50, Measure: columns}, {W: 216, H: 68, Measure: columns}}

// Map writes the political map of a plan, for the account or as seen for one
// opportunity, as a picture that stands alone and prints in black and white on
// one landscape page of A4: all lines, told apart by pattern and weight, the
// labels in boxes whose border says how far somebody backs us, the meaning of
// all marks below. Who left is counted there, not drawn, as on the screen. The
// same plan and day give the same bytes. An error is the writer's own.
//
// For the customer it is who reports to whom, and nothing of what we make of it.
func Map(w io.Writer, p *model.Plan, o Options) error {
	if o.Audience == Customer {
		_, err := io.WriteString(w, reportingLines(p.ForCustomer(o.Today), o.Today))
		return err
	}
	_, err := io.WriteString(w, drawnMap(p, o).whole())
	return err
}

// drawnMap draws the map of a plan as [Map] writes it.
func drawnMap(p *model.Plan, o Options) *drawing {
	title := titleOf(p)
	if deal, ok := model.Lookup[*model.Opportunity](p.Book, o.Opportunity); ok {
		title += ": " + deal.Name
	}
	return draw(p.PeopleOf(o.Opportunity), model.All[*model.Line](p.Book),
		MapOptions{Title: title, Today: o.Today, Chart: chart.Options{Layers: chart.AllLayers}})
}

// draw lays a map out at the first size that has room for it, and draws it.
func draw(contacts []*model.Contact, lines []*model.Line, o MapOptions) *drawing {
	m := chart.Fit(contacts, lines, mapSizes, o.Chart)
	d := &drawing{m: m}
	d.head(o)
	d.grid()
	d.lines()
	for _, p := range m.People {
		d.person(p)
	}
	for _, more := range m.Mores {
		d.text(more.X*cellW, d.base(more.Y), "more", more.Text, columns(more.Text)*cellW)
	}
	d.legend()
	return d
}

// drawing is a picture being drawn. What it holds is known only at the end, so
// that its height can stand at the beginning.
type drawing struct {
	m    *chart.Map
	b    strings.Builder
	y    int // where the next line of the legend goes
	desc string
}

func (d *drawing) put(format string, args ...any) { fmt.Fprintf(&d.b, format+"\n", args...) }

// escaped returns text for XML; what XML cannot hold becomes a replacement sign.
func escaped(text string) string {
	if isLetters(text) && !strings.ContainsAny(text, `&<>"'`) {
		return text
	}
	var b strings.Builder
	xml.EscapeText(&b, []byte(model.CleanText(text))) // a strings.Builder never fails
	return b.String()
}

// text letters something from a place on, squeezed or stretched to a width, so
// that the layout holds whatever letters a reader has; 0 leaves it as it is.
func (d *drawing) text(x, y int, class, text string, w int) {
	fit := ""
	if w > 0 {
		fit = fmt.Sprintf(` textLength="%d" lengthAdjust="spacingAndGlyphs"`, w)
	}
	d.put(`<text class="%s" x="%d" y="%d"%s>%s</text>`, class, x, y, fit, escaped(text))
}

// base is where letters of a row of the chart stand.
func (*drawing) base(row int) int { return row*cellH + 13 }

// mapStyle is the look of everything: no colour carries a meaning.
const mapStyle = `text{font:13px "DejaVu Sans Mono",Menlo,Consolas,"Noto Sans Mono",monospace;fill:#000}
.title{font:bold 20px sans-serif}.day,.note{font:12px sans-serif;fill:#333}.head{font-weight:bold}.rank{font-weight:bold;fill:#333}
.key{font-weight:bold}.wide{font-size:11px}.left{text-decoration:line-through;fill:#555}.more{font-style:italic}
.rule{stroke:#bbb;stroke-width:.6}.edge{stroke:#000;stroke-width:1.4}.inner{fill:#f1f1f1}
.box{fill:#fff;stroke:#000}.champion{stroke-width:2.8}.supporter{stroke-width:1.6}.neutral{stroke-width:1.1;stroke-dasharray:7 2}.unknown{stroke-width:1.2;stroke-dasharray:1.5 2}
.opponent{fill:#cfcfcf;stroke-width:1}
.l{fill:none;stroke:#000;stroke-linejoin:round}.halo{fill:none;stroke:#fff;stroke-width:5}
.reports{stroke-width:1}.influence{stroke-width:2.4}.conflict{stroke-width:1.3;stroke-dasharray:6 3}.informal{stroke-width:1.8;stroke-dasharray:.1 4;stroke-linecap:round}
.path{stroke-width:5}.path2{stroke:#fff;stroke-width:2}.x{stroke:#000;stroke-width:1.8}`

// strokeClass is the class of a line's stroke.
var strokeClass = map[chart.TieKind]string{chart.Reports: "reports", chart.Influence: "influence", chart.Conflict: "conflict", chart.Informal: "informal"}

func (d *drawing) head(o MapOptions) {
	title := model.CleanText(o.Title)
	if title == "" {
		title = "Political map"
	}
	d.desc = fmt.Sprintf("%s: political map, %s", title, model.Count(len(d.m.People), "person", "people"))
	w := 0
	if room := d.m.W*cellW - dayW; columns(title)*titleW > room {
		w = room
	}
	d.text(0, 22-marginTop, "title", title, w)
	if !o.Today.IsZero() {
		d.put(`<text class="day" x="%d" y="%d" text-anchor="end">Political map, %s</text>`, d.m.W*cellW, 22-marginTop, escaped(o.Today.String()))
	}
}

// grid draws the columns, the ranks and what parts them.
func (d *drawing) grid() {
	h := d.m.H * cellH
	for i, c := range d.m.Columns {
		x, class := c.Guide*cellW+cellW/2, "rule"
		if c.Value == int(model.Astute) {
			class = "edge"
			d.put(`<rect class="inner" x="%d" y="0" width="%d" height="%d"/>`, x, d.m.W*cellW-x+marginX/2, h)
		}
		if i > 0 {
			d.put(`<path class="%s" d="M%d 0V%d"/>`, class, x, h)
		}
		d.text(c.At*cellW, d.base(d.m.Axis()), "head", c.Label, columns(c.Label)*cellW)
	}
	for _, r := range d.m.Rows {
		d.put(`<path class="rule" d="M0 %dH%d"/>`, r.At*cellH, d.m.W*cellW)
		d.text(0, d.base(r.LabelAt), "rank", r.Label, columns(r.Label)*cellW)
	}
}

// lines draws the lines, those that meet at once, so that the white around one
// that passes over another cuts none of its own.
func (d *drawing) lines() {
	var order []int
	groups, drawn := map[int][]string{}, map[int]map[stretch]bool{}
	lines := map[int]chart.Line{}
	for _, l := range d.m.Lines {
		if _, ok := lines[l.Group]; !ok {
			order, lines[l.Group], drawn[l.Group] = append(order, l.Group), l, map[stretch]bool{}
		}
		groups[l.Group] = append(groups[l.Group], d.way(l, drawn[l.Group]))
	}
	for _, path := range []bool{false, true} {
		for i := range order { // those that were routed first lie on top
			group := order[len(order)-1-i]
			l := lines[group]
			if l.OnPath != path {
				continue
			}
			way := strings.Join(groups[group], "")
			d.put(`<path class="halo" d="%s"/>`, way)
			if path {
				d.put(`<path class="l path" d="%s"/>`, way)
				d.put(`<path class="l path2" d="%s"/>`, way)
			} else {
				d.put(`<path class="l %s" d="%s"/>`, strokeClass[l.Kind], way)
			}
		}
	}
	for _, c := range d.m.Cells {
		x, y := middle(chart.Point{X: c.X, Y: c.Y})
		if c.Head != 0 {
			d.arrow(x, y, c.Head)
		}
		if c.Clash {
			d.cross(x, y)
		}
	}
}

func (d *drawing) cross(x, y int) {
	d.put(`<path class="x" d="M%d %dl7 7m0-7l-7 7"/>`, x-3, y-3)
}

// arrow draws an arrow head in the middle of a cell.
func (d *drawing) arrow(x, y int, to chart.Dir) {
	shape := map[chart.Dir]string{chart.Right: "l-8-5v10z", chart.Left: "l8-5v10z", chart.Down: "l-5-8h10z", chart.Up: "l-5 8h10z"}[to]
	dx, dy := reach(to)
	d.put(`<path d="M%d %d%s"/>`, x+dx, y+dy, shape)
}

// reach is how far it is from the middle of a cell to the box of a label that
// lies in a direction.
func reach(to chart.Dir) (dx, dy int) {
	switch to {
	case chart.Right:
		return cellW / 2, 0
	case chart.Left:
		return -cellW / 2, 0
	case chart.Down:
		return 0, cellH/2 + 2
	}
	return 0, -cellH/2 - 1
}

func middle(s chart.Point) (x, y int) { return s.X*cellW + cellW/2, s.Y*cellH + cellH/2 }

// stretch is the straight piece of a line from one point to the next.
type stretch [2][2]int

// between is the stretch from one point to another or back.
func between(a, b [2]int) stretch {
	if b[0] < a[0] || b[0] == a[0] && b[1] < a[1] {
		a, b = b, a
	}
	return stretch{a, b}
}

// way is the line from box to box, with a point at each corner only, less what
// is drawn already: a line that is drawn twice over looks thicker than its kind.
func (d *drawing) way(l chart.Line, drawn map[stretch]bool) string {
	end := func(s chart.Point, to chart.Dir) [2]int {
		x, y := middle(s)
		dx, dy := reach(to)
		return [2]int{x + dx, y + dy}
	}
	last := len(l.Steps) - 1
	points := append(make([][2]int, 0, len(l.Steps)+2), end(l.Steps[0], l.Leaves))
	for _, s := range l.Steps {
		x, y := middle(s)
		points = append(points, [2]int{x, y})
	}
	points = append(points, end(l.Steps[last], l.Enters))
	var b []byte
	pen := false // it is down
	for i, p := range points[1:] {
		before := points[i]
		here := between(before, p)
		if drawn[here] {
			pen = false
			continue
		}
		drawn[here] = true
		if !pen {
			b = point(b, 'M', before)
		}
		pen = true
		if i+2 < len(points) {
			next := points[i+2]
			straight := (before[0] == p[0]) == (p[0] == next[0])
			if straight && !drawn[between(p, next)] {
				continue
			}
		}
		b = point(b, 'L', p)
	}
	return string(b)
}

// point adds a point of a way, after a letter that says how it is reached.
func point(b []byte, letter byte, p [2]int) []byte {
	b = strconv.AppendInt(append(b, letter), int64(p[0]), 10)
	return strconv.AppendInt(append(b, ' '), int64(p[1]), 10)
}

// supportClass is the border of a label.
var supportClass = map[model.Support]string{0: "unknown", model.Champion: "champion", model.Supporter: "supporter", model.Neutral: "neutral", model.Opponent: "opponent"}

func (d *drawing) person(p chart.Person) {
	class := "box " + supportClass[p.Contact.Support]
	d.box(p.X*cellW, p.Y*cellH+1, p.W*cellW, class, p.Contact.Name)
	letters := "name"
	if p.Key {
		letters += " key"
	}
	if p.Contact.Left {
		letters += " left"
	}
	if columns(p.Name) > len([]rune(p.Name)) {
		letters += " wide"
	}
	inside, marks := p.W*cellW-2*boxPad, columns(p.Marks)
	if p.Name != "" {
		d.text(p.X*cellW+boxPad, d.base(p.Y), letters, p.Name, inside*(p.W-marks-1)/p.W)
	}
	w := inside * marks / p.W
	d.text((p.X+p.W)*cellW-boxPad-w, d.base(p.Y), "marks", p.Marks, w)
}

// box draws the border of a label; a reader that can point shows the whole name.
func (d *drawing) box(x, y, w int, class, name string) {
	d.put(`<rect class="%s" x="%d" y="%d" width="%d" height="%d" rx="3">`, class, x, y, w, cellH-2)
	if name != "" {
		d.put(`<title>%s</title>`, escaped(name))
	}
	d.put(`</rect>`)
}

// whole is the picture as a file that stands alone.
func (d *drawing) whole() string {
	return `<?xml version="1.0" encoding="UTF-8"?>
` + d.framed(`xmlns="http://www.w3.org/2000/svg" version="1.1" width="277mm" height="190mm"`, "@page{size:A4 landscape;margin:10mm}\n"+mapStyle)
}

// inline is the picture as a part of a page of HTML, as wide as there is room.
// Its look holds for the picture alone.
func (d *drawing) inline() string { return d.framed(`class="map"`, within(".map", mapStyle)) }

// framed puts the frame around what was drawn.
func (d *drawing) framed(attributes, style string) string {
	w, h := d.m.W*cellW+2*marginX, marginTop+d.y+marginX
	return fmt.Sprintf(`<svg %s viewBox="%d %d %d %d" role="img">
<title>%s</title>
<style>%s</style>
<rect x="%d" y="%d" width="%d" height="%d" fill="#fff"/>
%s</svg>
`, attributes, -marginX, -marginTop, w, h, escaped(d.desc), style, -marginX, -marginTop, w, h, d.b.String())
}

// within makes each rule of a look hold inside the elements of a selector only.
// There are no rules within rules in it.
func within(selector, style string) string {
	var b strings.Builder
	for _, rule := range strings.SplitAfter(style, "}") {
		if names, body, ok := strings.Cut(strings.TrimSpace(rule), "{"); ok {
			b.WriteString(selector + " " + strings.ReplaceAll(names, ",", ","+selector+" ") + "{" + body + "\n")
		}
	}
	return b.String()
}
