package cli

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestColumnsLineUpWhateverTheLetters(t *testing.T) {
	tab := table{head: []string{"NAME", "N", "ID"}, right: []bool{false, true, false}}
	tab.add("Jane", "5", "a")
	tab.add("田中 さくら", "1,000", "b")
	tab.add("Zoë\u0301 \x1b[31mred", "", "c")
	want := "" +
		"NAME             N  ID\n" +
		"Jane             5  a\n" +
		"田中 さくら  1,000  b\n" +
		"Zoë́ red             c\n"
	if got := tab.text(0); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestACellIsCutBehindAMarkThatWidensALetter(t *testing.T) {
	var tab table
	tab.add("AAAAAAA\uFE0FA")
	for width := 1; width < 12; width++ {
		if got := ansi.StringWidth(strings.TrimSuffix(tab.text(width), "\n")); got > max(width, narrowest) {
			t.Errorf("%d columns where %d were asked for", got, width)
		}
	}
}

func TestATableFitsTheScreenWhereItCan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var tab table
		columns := rapid.IntRange(1, 5).Draw(t, "columns")
		for range rapid.IntRange(1, 5).Draw(t, "rows") {
			tab.add(rapid.SliceOfN(rapid.String(), columns, columns).Draw(t, "row")...)
		}
		width := rapid.IntRange(1, 120).Draw(t, "width")
		needs := columns*narrowest + (columns-1)*len(gap)
		lines := strings.Split(strings.TrimSuffix(tab.text(width), "\n"), "\n")
		if len(lines) != len(tab.rows) {
			t.Fatalf("%d lines for %d rows", len(lines), len(tab.rows))
		}
		for _, line := range lines {
			if w := ansi.StringWidth(line); w > max(width, needs) {
				t.Fatalf("a line of %d columns where %d were asked for: %q", w, width, line)
			}
			if strings.ContainsAny(line, "\x1b\x07\r") {
				t.Fatalf("control characters reach the screen: %q", line)
			}
		}
	})
}
