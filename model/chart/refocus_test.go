package chart_test

import (
	"reflect"
	"testing"

	"astute/model/chart"
)

// The map that a cursor leads to is the one that is laid out anew with that focus:
// the same labels, the same lines, whichever way the cursor came.
func TestRefocusIsTheMapOfThatFocus(t *testing.T) {
	for _, n := range []int{2, 22, 60} {
		people, lines := firm(n)
		for _, o := range []chart.Options{
			{Layers: chart.AllLayers}, {Own: chart.AllLayers}, {},
			{Layers: chart.AllLayers &^ chart.Reporting, Own: chart.Reporting},
		} {
			size := chart.Size{W: 118, H: 38, Measure: width}
			m := chart.NewMap(people, lines, size, o)
			for _, p := range m.People[:min(8, len(m.People))] {
				m = m.Refocus(p.Contact.ID)
				o.Focus = p.Contact.ID
				want := chart.NewMap(people, lines, size, o)
				if !reflect.DeepEqual(m.People, want.People) || !reflect.DeepEqual(m.Text(), want.Text()) || !reflect.DeepEqual(m.Missing(), want.Missing()) {
					t.Fatalf("of %d people the map for %s differs:\n%v\nand not\n%v", n, p.Contact.Name, m.Text(), want.Text())
				}
			}
		}
	}
}

// Of a layer that belongs to the person in focus no other line is drawn.
func TestAnOwnLayerShowsLinesOfTheFocusOnly(t *testing.T) {
	people, lines := firm(40)
	size := chart.Size{W: 200, H: 60, Measure: width}
	drawn := 0
	for _, c := range people {
		m := chart.NewMap(people, lines, size, chart.Options{Own: chart.AllLayers, Focus: c.ID})
		for _, l := range m.Lines {
			drawn++
			if !l.Of(c.ID) {
				t.Fatalf("a line of others is drawn for %s", c.Name)
			}
		}
	}
	if drawn == 0 {
		t.Fatal("no line is drawn at all")
	}
}
