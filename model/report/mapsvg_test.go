package report

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"astute/model"
	"astute/model/chart"
	"astute/model/modeltest"
)

// drawn is the picture of a plan's map.
func drawn(t testing.TB, p *model.Plan, o chart.Options) string {
	t.Helper()
	return draw(model.All[*model.Contact](p.Book), model.All[*model.Line](p.Book), MapOptions{Title: p.Account.Name, Today: today, Chart: o}).whole()
}

// elements are what may stand in a picture, and the attributes that each has.
var elements = map[string]string{
	"svg": "xmlns version width height viewBox role", "title": "", "style": "", "rect": "class x y width height rx fill",
	"text": "class x y textLength lengthAdjust text-anchor", "path": "class d", "tspan": "class",
}

// wellFormed reads a picture as XML, and returns what is lettered in it. Nothing
// but shapes and letters may be there: no script, no link, no foreign text.
func wellFormed(t testing.TB, svg string) (letters []string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	d.Strict = true
	for open := []string(nil); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return letters
		}
		if err != nil {
			t.Fatalf("not XML: %v", err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			open = append(open, e.Name.Local)
			allowed, ok := elements[e.Name.Local]
			for _, a := range e.Attr {
				ok = ok && slices.Contains(strings.Fields(allowed), a.Name.Local) && !strings.Contains(a.Value, "url") && !strings.Contains(a.Value, "script")
			}
			if !ok {
				t.Fatalf("%s does not belong into a picture: %v", e.Name.Local, e.Attr)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 && open[len(open)-1] == "text" {
				letters = append(letters, string(e))
			}
		}
	}
}

func TestTheMapAsAPicture(t *testing.T) {
	fresh := examplePlan(t, "FreshKart Grocers")
	svg := drawn(t, fresh, chart.Options{Layers: chart.AllLayers, Left: true})
	letters := wellFormed(t, svg)
	for _, want := range []string{"FreshKart Grocers", "Political map, 2026-03-31", "Smith", "T+3", "/Devlin/", "(CISO)", "are in conflict", "champion", "opponent", "C-Level", "Astute"} {
		if !slices.Contains(letters, want) {
			t.Errorf("%q is not lettered among %q", want, letters)
		}
	}
	for _, class := range []string{"l reports", "l influence", "l conflict", "l informal", "box champion", "box supporter", "box neutral", "box opponent", "box unknown", "key", "left"} {
		if !strings.Contains(svg, class) {
			t.Errorf("nothing is drawn as %q", class)
		}
	}
	if svg != drawn(t, fresh, chart.Options{Layers: chart.AllLayers, Left: true}) {
		t.Error("the same map gives another picture")
	}
}

func TestThePathIsLiftedOutInThePicture(t *testing.T) {
	fresh := examplePlan(t, "FreshKart Grocers")
	from, to := contactNamed(t, fresh, "Claire Dubois-Lefèvre").ID, contactNamed(t, fresh, "Alan Brown").ID
	svg := drawn(t, fresh, chart.Options{Path: []chart.Edge{{From: from, To: to}}})
	wellFormed(t, svg)
	if n := strings.Count(svg, `"l path2"`); n != 2 { // the way and its sample
		t.Errorf("%d lines are lifted out, should be the way and its sample:\n%s", n, svg)
	}
	if strings.Contains(svg, `"l reports"`) {
		t.Error("a layer is drawn that nobody asked for")
	}
}

// Whatever stands in the names, the picture is XML, and what is lettered in it
// is text.
func TestNaughtyNamesMakeAWellFormedPicture(t *testing.T) {
	account := &model.Account{}
	for i, text := range modeltest.Naughty() {
		c := &model.Contact{Name: text, JobTitle: text, Political: model.Agile, Rank: model.VP}
		c.ID = model.ID{15: byte(i + 1)}
		account.Name = text
		svg := drawn(t, model.NewPlan(account, []model.Record{c}), chart.Options{Layers: chart.AllLayers})
		if wellFormed(t, svg); strings.ContainsAny(svg, "\x00\x1b\u202e") {
			t.Errorf("%q leaves a control character", text)
		}
	}
}

// A line drawn twice over looks thicker than its kind, and one that runs into a
// box looks as if it passed through.
func TestLinesAreDrawnOnceAndEndAtTheBoxes(t *testing.T) {
	fresh := examplePlan(t, "FreshKart Grocers")
	d := drawnMap(fresh, Options{Today: today})
	if len(d.m.Lines) == 0 {
		t.Fatal("there are no lines")
	}
	drawn := map[int]map[stretch]bool{}
	points := map[stretch]int{}
	for _, l := range d.m.Lines {
		if drawn[l.Group] == nil {
			drawn[l.Group] = map[stretch]bool{}
		}
		for _, piece := range strings.Split(d.way(l, drawn[l.Group]), "M")[1:] {
			var last [2]int
			for i, corner := range strings.Split(piece, "L") {
				var p [2]int
				if _, err := fmt.Sscan(corner, &p[0], &p[1]); err != nil {
					t.Fatalf("%q is no point: %v", corner, err)
				}
				if i > 0 {
					for _, label := range d.m.People {
						x, y := label.X*cellW, label.Y*cellH+1
						if max(last[0], p[0]) > x && min(last[0], p[0]) < x+label.W*cellW && max(last[1], p[1]) > y && min(last[1], p[1]) < y+cellH-2 {
							t.Errorf("%s to %s: %v to %v runs into the box of %s", d.m.People[l.First].Name, d.m.People[l.Last].Name, last, p, label.Name)
						}
					}
					dx, dy := sign(p[0]-last[0]), sign(p[1]-last[1])
					for at := last; at != p; at = [2]int{at[0] + dx, at[1] + dy} {
						points[stretch{{l.Group, dx * dx}, at}]++
					}
				}
				last = p
			}
		}
	}
	for at, n := range points {
		if before := (stretch{at[0], {at[1][0] - at[0][1], at[1][1] - 1 + at[0][1]}}); n > 1 && points[before] > 1 {
			t.Fatalf("%v is drawn %d times", at[1], n)
		}
	}
}

func sign(n int) int { return cmp.Compare(n, 0) }

func TestTheMapCountsWhoLeftInsteadOfDrawingThem(t *testing.T) {
	letters := wellFormed(t, drawnMap(examplePlan(t, "FreshKart Grocers"), Options{Today: today}).whole())
	if slices.Contains(letters, "/Devlin/") || !slices.Contains(letters, "1 person who left is not shown") {
		t.Errorf("who left is not counted among %q", letters)
	}
}

func TestAMapOfNobodyIsAPictureToo(t *testing.T) {
	wellFormed(t, drawn(t, model.NewPlan(&model.Account{Name: "Bare & Co"}, nil), chart.Options{}))
}

func TestTwoHundredPeopleAreOnOnePage(t *testing.T) {
	p := crowd(200, func(i int) int { return (i+1)/4 - 1 })
	var changes []model.Change
	for i, c := range model.All[*model.Contact](p.Book) {
		moved := model.Clone(c)
		moved.Rank, moved.Political = model.Rank(i%5+1), model.PoliticalStatus(i%4+1)
		changes = append(changes, model.Change{Before: c, After: moved})
	}
	svg := drawn(t, p.With(changes...), chart.Options{Layers: chart.AllLayers})
	letters := wellFormed(t, svg)
	if slices.ContainsFunc(letters, func(text string) bool {
		return strings.Contains(text, "no room") && strings.Contains(text, "people have")
	}) {
		t.Errorf("somebody has no room: %q", letters)
	}
	if n := strings.Count(svg, "<rect class=\"box "); n < 200 {
		t.Errorf("%d people are drawn", n)
	}
}

func BenchmarkMap(b *testing.B) {
	fresh := examplePlan(b, "FreshKart Grocers")
	for b.Loop() {
		if err := Map(io.Discard, fresh, Options{Today: today}); err != nil {
			b.Fatal(err)
		}
	}
}
