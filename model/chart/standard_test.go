package chart_test

import (
	"testing"

	"astute/model/chart"
)

func TestTheMoreThereIsTheFewerLinesAreStandard(t *testing.T) {
	for _, test := range []struct {
		people, lines int
		all           chart.Layers
	}{
		{0, 0, chart.AllLayers}, {12, 99, chart.AllLayers}, {13, 30, chart.AllLayers &^ chart.Reporting},
		{13, 31, chart.Influences | chart.Conflicts}, {13, 60, chart.Influences | chart.Conflicts}, {13, 61, 0},
	} {
		all, own := chart.StandardLayers(test.people, test.lines)
		if all != test.all || all|own != chart.AllLayers || all&own != 0 {
			t.Errorf("%d people, %d lines: %b of all, %b of one", test.people, test.lines, all, own)
		}
	}
}
