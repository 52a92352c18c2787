package report

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/model/chart"
)

// sampleW is how long a sample of a line is in the legend, and letterW about how
// wide a letter of it.
const sampleW, letterW = 44, 7

// legend says below the map what lines, borders and letters mean, and what is
// not shown. It names what is on the map and nothing else.
func (d *drawing) legend() {
	d.y = d.m.H*cellH + legendLine
	x := d.lineSamples(0)
	d.boxSamples(x)
	d.y += legendLine
	line := ""
	flush := func() {
		if line != "" {
			d.text(0, d.y, "note", line, 0)
			d.y += legendLine
		}
		line = ""
	}
	for _, sign := range d.letters() {
		if len(line)+len(sign)+2 > d.m.W*cellW/letterW {
			flush()
		}
		line = strings.TrimPrefix(line+"; "+sign, "; ")
	}
	flush()
	line = strings.Join(d.m.Missing(), "; ")
	flush()
	d.y -= legendLine
}

// letters are what the letters and signs of the labels mean.
func (d *drawing) letters() []string {
	var said []string
	for _, sign := range d.m.Legend() {
		if !sign.Line {
			said = append(said, sign.Mark+" "+sign.Meaning)
		}
	}
	for _, p := range d.m.People {
		if p.Key {
			return append(said, "bold: key player")
		}
	}
	return said
}

// lineSamples draws one line of each kind that is on the map, and returns where
// it ended.
func (d *drawing) lineSamples(x int) int {
	for _, kind := range []chart.TieKind{chart.Reports, chart.Influence, chart.Conflict, chart.Informal} {
		if d.has(func(l chart.Line) bool { return l.Kind == kind && !l.OnPath }) {
			x = d.sample(x, kind, false)
		}
	}
	if d.has(func(l chart.Line) bool { return l.OnPath }) {
		x = d.sample(x, 0, true)
	}
	return x
}

func (d *drawing) has(which func(chart.Line) bool) bool {
	for _, l := range d.m.Lines {
		if which(l) {
			return true
		}
	}
	return false
}

func (d *drawing) sample(x int, kind chart.TieKind, path bool) int {
	y := d.y - 4
	way := fmt.Sprintf("M%d %dh%d", x, y, sampleW)
	if path {
		d.put(`<path class="l path" d="%s"/><path class="l path2" d="%s"/>`, way, way)
	} else {
		d.put(`<path class="l %s" d="%s"/>`, strokeClass[kind], way)
	}
	if kind == chart.Influence || path {
		d.arrow(x+sampleW, y, chart.Right)
	}
	if kind == chart.Conflict && !path {
		d.cross(x+sampleW/2, y)
	}
	return d.caption(x+sampleW+8, chart.Meaning(kind, path))
}

// caption letters a few words and returns where the next can stand.
func (d *drawing) caption(x int, words string) int {
	d.text(x, d.y, "note", words, 0)
	return x + len(words)*letterW + 16
}

// boxSamples draws a border of each support that is on the map, on a line of
// its own where the first has no room for them.
func (d *drawing) boxSamples(x int) {
	has := map[model.Support]bool{}
	for _, p := range d.m.People {
		has[p.Contact.Support] = true
	}
	if x+5*110 > d.m.W*cellW {
		d.y += legendLine
		x = 0
	}
	for _, s := range []model.Support{model.Champion, model.Supporter, model.Neutral, model.Opponent, 0} {
		if !has[s] {
			continue
		}
		d.box(x, d.y-12, 24, "box "+supportClass[s], "")
		x = d.caption(x+30, strings.ToLower(orWord(s.String(), "support not known")))
	}
}
