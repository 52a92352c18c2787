package grid_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/model/modeltest"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/theme"
	"astute/ui/uitest"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func look(t testing.TB, o theme.Options) theme.Theme {
	t.Helper()
	look, err := theme.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return look
}

func plain(c *grid.Canvas) []string {
	return strings.Split(ansi.Strip(c.Render(theme.Theme{})), "\n")
}

// odd are texts whose width is easily got wrong.
func odd() []string {
	return append(modeltest.Naughty(),
		"桜井製パン", "Adébáyọ̀", "שלום עולם", "مرحبا", "👩‍👩‍👧‍👦 family", "🇩🇪🇫🇷", "👍🏽", "e\u0301", "\u0301alone", "a\u200bb", "क्षि", "ﷺ", "\ttab", "a\x1b[31mred\x1b[0m",
		"\x9b31m", "\u202egnirts", "ＦＵＬＬ", "half ｶﾅ", "\xff\xfe bad bytes", strings.Repeat("x\u0300\u0301\u0302", 40), "line\r\nbreak",
		"│\u0308 marked, ─\u0301", "└─┐", "─",
	)
}

func TestWhateverIsWrittenALineIsAsWideAsTheScreen(t *testing.T) {
	for _, text := range odd() {
		for w := 1; w < 30; w++ {
			c := grid.NewCanvas(w, 3)
			v := c.All()
			v.Text(0, 0, theme.Plain, text)
			v.Fit(0, 1, w, theme.Strong, text)
			v.Text(w/2, 2, theme.Bad, text)
			if err := uitest.Check(c.Render(look(t, theme.Options{})), w, 3); err != nil {
				t.Fatalf("%q at %d: %v", text, w, err)
			}
		}
	}
}

func TestAnyTextAtAnyPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 40).Draw(t, "w"), rapid.IntRange(1, 5).Draw(t, "h")
		c := grid.NewCanvas(w, h)
		for range rapid.IntRange(1, 8).Draw(t, "texts") {
			text := rapid.OneOf(rapid.String(), rapid.SampledFrom(odd())).Draw(t, "text")
			c.All().Text(rapid.IntRange(-3, w).Draw(t, "x"), rapid.IntRange(-1, h).Draw(t, "y"), theme.Plain, text)
		}
		if err := uitest.Check(c.Render(theme.Theme{}), w, h); err != nil {
			t.Fatal(err)
		}
	})
}

func TestNothingLeavesItsView(t *testing.T) {
	c := grid.NewCanvas(20, 5)
	v := c.All().Sub(layout.Rect{X: 5, Y: 1, W: 6, H: 2})
	v.Text(0, 0, theme.Plain, strings.Repeat("漢", 20))
	v.Text(0, 5, theme.Plain, "below")
	v.Text(3, 1, theme.Plain, "overlong")
	want := []string{
		"                    ",
		"     漢漢漢         ",
		"        ove         ",
		"                    ",
		"                    ",
	}
	for i, line := range plain(c) {
		if line != want[i] {
			t.Errorf("line %d is %q, should be %q", i, line, want[i])
		}
	}
}

func TestWritingOverHalfOfAWideCharacterBlanksTheOther(t *testing.T) {
	c := grid.NewCanvas(6, 1)
	c.All().Text(0, 0, theme.Plain, "漢漢漢")
	c.All().Text(1, 0, theme.Plain, "ab")
	if got := plain(c)[0]; got != " ab 漢" {
		t.Fatalf("%q", got)
	}
}

func TestCharactersOfDoubtfulWidthAreFollowedByTheirColumn(t *testing.T) {
	c := grid.NewCanvas(8, 1)
	c.All().Text(1, 0, theme.Plain, "👩‍👧x")
	if got, want := c.Render(theme.Theme{}), " \x1b[2X👩‍👧\x1b[4Gx    "; got != want {
		t.Fatalf("%q, should be %q", got, want)
	}
}

// What frames are drawn with is one column wide, whatever stands beside it: a mark
// on it stays with it.
func TestSignsOfFramesAreOneColumnEach(t *testing.T) {
	for r := rune(0x2500); r < 0x2580; r++ {
		for _, after := range []string{"", "x", "é", "─", "\u0308", "世"} {
			text := string(r) + after
			if got, want := grid.Width(text), ansi.StringWidth(text); got != want {
				t.Errorf("%q is %d columns wide, not %d", text, got, want)
			}
			c := grid.NewCanvas(6, 1)
			c.All().Text(0, 0, theme.Plain, text)
			if want := text + strings.Repeat(" ", 6-ansi.StringWidth(text)); after != "\u0308" && plain(c)[0] != want {
				t.Errorf("%q is drawn as %q", text, plain(c)[0])
			}
		}
	}
}

func TestCutAndPadAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom(odd())).Draw(t, "text")
		w := rapid.IntRange(0, 30).Draw(t, "w")
		if got := grid.Width(grid.Cut(text, w)); got > w {
			t.Fatalf("Cut(%q, %d) is %d wide", text, w, got)
		}
		if got := grid.Width(grid.PadLeft(text, w)); got != w {
			t.Fatalf("PadLeft(%q, %d) is %d wide", text, w, got)
		}
		if got := grid.Width(grid.Tail(text, w)); got > w {
			t.Fatalf("Tail(%q, %d) is %d wide", text, w, got)
		}
		for _, line := range grid.Wrap(text, max(2, w)) {
			if got := grid.Width(line); got > max(2, w) {
				t.Fatalf("Wrap(%q, %d) has a line %d wide: %q", text, w, got, line)
			}
		}
	})
}

func TestWrapLosesNoWord(t *testing.T) {
	for _, c := range []struct {
		text string
		w    int
		want []string
	}{
		{"one two three", 7, []string{"one two", "three"}},
		{"overlongword x", 5, []string{"overl", "ongwo", "rd x"}},
		{"a\nb", 5, []string{"a", "b"}},
		{"", 5, []string{""}},
		{"漢字漢字", 4, []string{"漢字", "漢字"}},
	} {
		if got := grid.Wrap(c.text, c.w); strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("Wrap(%q, %d) = %q, should be %q", c.text, c.w, got, c.want)
		}
	}
}

func TestNoColourKeepsAttributesAndMarks(t *testing.T) {
	for _, name := range theme.Names() {
		plain := look(t, theme.Options{Name: name, Depth: theme.None})
		for s := theme.Plain; s <= theme.Marked; s++ {
			for _, part := range strings.Split(strings.Trim(plain.SGR(s), "\x1b[m"), ";") {
				if len(part) > 1 {
					t.Errorf("theme %s without colour draws style %d with %q", name, s, plain.SGR(s))
				}
			}
		}
		if plain.SGR(theme.Selected) == "" {
			t.Errorf("theme %s without colour does not show what is selected", name)
		}
	}
}

func TestASCIIBordersAreASCII(t *testing.T) {
	c := grid.NewCanvas(20, 4)
	ascii := look(t, theme.Options{Borders: "ascii"})
	in := grid.Frame{Title: "Title", Note: "3", Focus: true, Glyphs: ascii.Glyphs, Above: 2, Total: 9}.Draw(c.All())
	in.Fit(0, 0, in.W(), theme.Plain, "something far too long")
	for _, r := range ansi.Strip(c.Render(ascii)) {
		if r > 0x7e {
			t.Fatalf("%q is not ASCII", r)
		}
	}
}

func TestATableKeepsItsCursorInSight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := grid.Table{}
		table.SetColumns([]grid.Column{{Title: "A", Min: 5, Keep: 100}, {Title: "B", Min: 3, Max: 9, Keep: 50}, {Title: "C", Min: 4, Want: 8, Keep: 90}})
		table.Resize(rapid.IntRange(1, 40).Draw(t, "w"), rapid.IntRange(1, 12).Draw(t, "h"))
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0:
				table.SetRows(rapid.IntRange(0, 30).Draw(t, "rows"))
			case 1:
				table.Move(rapid.IntRange(-40, 40).Draw(t, "by"))
			case 2:
				table.Scroll(rapid.IntRange(-9, 9).Draw(t, "by"))
			case 3:
				table.Sideways(rapid.IntRange(-3, 3).Draw(t, "by"))
			case 4:
				table.Resize(rapid.IntRange(0, 40).Draw(t, "w"), rapid.IntRange(0, 12).Draw(t, "h"))
			case 5:
				table.Click(rapid.IntRange(0, 40).Draw(t, "x"), rapid.IntRange(0, 12).Draw(t, "y"))
			}
			if table.Rows > 0 && (table.Row < table.Offset || table.Row >= table.Offset+table.Seen() || table.Row >= table.Rows) {
				t.Fatalf("row %d of %d is out of sight: %d rows are seen from %d on", table.Row, table.Rows, table.Seen(), table.Offset)
			}
			if x, _, w := table.Place(); x+w > 42 {
				t.Fatalf("the cell stands at %d, %d wide", x, w)
			}
		}
	})
}

func TestMovingRightBringsHiddenColumnsIntoSight(t *testing.T) {
	table := grid.Table{}
	table.SetColumns([]grid.Column{
		{Title: "Due", Min: 5, Keep: 100}, {Title: "Name", Min: 8, Keep: 99, Stays: true}, {Title: "Owner", Min: 8, Keep: 80},
		{Title: "Hidden", Min: 8, Keep: 10}, {Title: "Status", Min: 8, Keep: 70}, {Title: "Last", Min: 8, Keep: 5},
	})
	table.SetRows(1)
	table.Resize(28, 3)
	heading := func() string {
		c := grid.NewCanvas(28, 3)
		table.Draw(c.All(), true, func(int, int, int) grid.Cell { return grid.Cell{} }, nil)
		return strings.Join(strings.Fields(plain(c)[0]), " ")
	}
	for _, c := range []struct {
		by          int
		want        string
		left, right int
	}{
		{0, "Due Name Owner", 0, 3},
		{2, "Due Name Owner", 0, 3},
		{1, "Name Owner Hidden", 1, 2},
		{1, "Name Hidden Status", 2, 1},
		{1, "Name Status Last", 3, 0},
		{9, "Name Status Last", 3, 0},
		{-1, "Name Status Last", 3, 0},
		{-1, "Name Hidden Status", 2, 1},
		{-2, "Due Name Owner", 0, 3},
	} {
		table.Sideways(c.by)
		if got := heading(); got != c.want {
			t.Errorf("after %+d the columns are %q, should be %q", c.by, got, c.want)
		}
		if left, right := table.Hidden(); left != c.left || right != c.right {
			t.Errorf("after %+d %d and %d are hidden, should be %d and %d", c.by, left, right, c.left, c.right)
		}
	}
}

// Whatever the columns and the width, the cursor's column is in sight wherever
// there is room for one.
func TestTheCursorsColumnIsInSight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var columns []grid.Column
		for i := range rapid.IntRange(1, 9).Draw(t, "columns") {
			columns = append(columns, grid.Column{
				Title: fmt.Sprint(i), Min: rapid.IntRange(1, 12).Draw(t, "min"), Want: rapid.IntRange(0, 20).Draw(t, "want"),
				Keep: rapid.IntRange(0, 100).Draw(t, "keep"), Stays: i == 1,
			})
		}
		table := grid.Table{}
		table.SetColumns(columns)
		table.SetRows(1)
		w := rapid.IntRange(30, 90).Draw(t, "w")
		table.Resize(w, 2)
		for range 12 {
			table.Sideways(rapid.IntRange(-4, 4).Draw(t, "by"))
			c := grid.NewCanvas(w, 2)
			table.Draw(c.All(), true, func(_, column, _ int) grid.Cell { return grid.Cell{Text: fmt.Sprint(column)} }, nil)
			if got := plain(c)[1]; !strings.Contains(" "+got+" ", fmt.Sprintf(" %d ", table.Column)) {
				t.Fatalf("column %d is not in sight: %q", table.Column, got)
			}
		}
	})
}

func TestOnlyTheTableWithTheKeysShowsACursor(t *testing.T) {
	table := grid.Table{}
	table.SetColumns([]grid.Column{{Title: "A", Min: 5}})
	table.SetRows(2)
	table.Resize(12, 3)
	for _, focus := range []bool{true, false} {
		c := grid.NewCanvas(12, 3)
		table.Draw(c.All(), focus, func(int, int, int) grid.Cell { return grid.Cell{Text: "x"} }, nil)
		if got := strings.HasPrefix(plain(c)[1], ">"); got != focus {
			t.Errorf("focus %v: the row is %q", focus, plain(c)[1])
		}
	}
}

func TestAFrameWithTheKeysIsToldWithoutColour(t *testing.T) {
	for _, focus := range []bool{true, false} {
		c := grid.NewCanvas(24, 3)
		grid.Frame{Title: "Contacts", Focus: focus, More: "2 more >", Foot: "a foot", Glyphs: look(t, theme.Options{}).Glyphs}.Draw(c.All())
		if got := strings.Contains(plain(c)[0], "[Contacts]"); got != focus {
			t.Errorf("focus %v: the title is %q", focus, plain(c)[0])
		}
		if got := plain(c)[2]; !strings.HasSuffix(got, " 2 more > ┘") || !strings.HasPrefix(got, "└ a foot") {
			t.Errorf("the lower border is %q", got)
		}
	}
}

func TestAFrameOverOthersDoesNotTouchThem(t *testing.T) {
	c := grid.NewCanvas(12, 3)
	glyphs := look(t, theme.Options{}).Glyphs
	grid.Frame{Inlaid: true, Glyphs: glyphs}.Draw(c.All())
	grid.Frame{Title: "Keys", Glyphs: glyphs}.Draw(c.All().Sub(layout.Rect{X: 1, Y: 0, W: 10, H: 3}))
	if got := plain(c)[0]; got != " ┌ Keys ──┐ " {
		t.Errorf("%q", got)
	}
}
