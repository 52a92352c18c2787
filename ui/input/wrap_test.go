package input_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/ui/grid"
	"astute/ui/input"
	"astute/ui/theme"
	"astute/ui/uitest"

	"pgregory.net/rapid"
)

// screen draws an input into its place and returns the rows.
func screen(t interface {
	Helper()
	Fatal(...any)
}, in *input.Input, w, h int) []string {
	t.Helper()
	look, err := theme.New(theme.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := grid.NewCanvas(w, h)
	in.Draw(c.All(), theme.Plain, false)
	view := c.Render(look)
	if err := uitest.Check(view, w, h); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(uitest.Plain(view), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

func TestALongTextIsBrokenAtWords(t *testing.T) {
	for _, c := range []struct {
		name, text string
		w          int
		want       []string
	}{
		{"words", "one two three four", 10, []string{"one two", "three", "four"}},
		{"a word that just fits", "one two six", 8, []string{"one two", "six"}},
		{"a word longer than a row", "a abcdefghijkl b", 6, []string{"a", "abcde", "fghij", "kl b"}},
		{"ideographs", "漢字漢字漢字", 6, []string{"漢字", "漢字", "漢字"}},
		{"ideographs behind letters", "ab 漢字漢字", 8, []string{"ab 漢字", "漢字"}},
		{"accents take no column", strings.Repeat("e\u0301", 8), 6, []string{strings.Repeat("e\u0301", 5), strings.Repeat("e\u0301", 3)}},
		{"right to left", "שלום עולם", 7, []string{"שלום", "עולם"}},
		{"a family", "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 5, []string{"👩‍👩‍👧👩‍👩‍👧", "👩‍👩‍👧"}},
		{"line breaks stay", "one\n\ntwo", 10, []string{"one", "", "two"}},
	} {
		in := input.New(c.text, true)
		in.Resize(c.w, 6)
		got := screen(t, &in, c.w, 6)
		for len(got) > 0 && got[len(got)-1] == "" {
			got = got[:len(got)-1]
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: %q, should be %q", c.name, got, c.want)
		}
		if n := in.Rows(c.w, 99); n != len(c.want) {
			t.Errorf("%s: %d rows, should be %d", c.name, n, len(c.want))
		}
	}
}

func TestTheCursorGoesByRows(t *testing.T) {
	for _, c := range []struct{ name, text, keys, want string }{
		{"up", "one two three four", "up X", "one two threXe four"},
		{"up and down", "one two three four", "up up down X", "one two threXe four"},
		{"home is the row's", "one two three four", "up home X", "one two Xthree four"},
		{"end is the row's", "one two three four", "ctrl+home end X", "one twoX three four"},
		{"end where a word is broken", "abcdefghijklmnop", "ctrl+home end X", "abcdefghiXjklmnop"},
		{"end, then home", "abcdefghijklmnop", "ctrl+home end home X", "Xabcdefghijklmnop"},
		{"end, then down", "abcdefghijklmnop", "ctrl+home end down X", "abcdefghijklmnopX"},
		{"ctrl+a is the line's", "one two three four", "ctrl+a X", "Xone two three four"},
		{"ctrl+e is the line's", "one two three four", "ctrl+home ctrl+e X", "one two three fourX"},
		{"the column is kept over short rows", "one two a\nb\none two c", "up up X", "one two aX\nb\none two c"},
		{"up in the first row means nothing", "one two three", "ctrl+home up X", "Xone two three"},
		{"wide letters", "漢字漢字漢字漢字", "up X", "漢字漢字X漢字漢字"},
	} {
		in := input.New(c.text, true)
		in.Resize(10, 6)
		press(&in, c.keys)
		if in.Text() != c.want {
			t.Errorf("%s: %q, should be %q", c.name, in.Text(), c.want)
		}
	}
}

func TestTheTextScrollsInsideItsPlace(t *testing.T) {
	var b strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&b, "line %d of what was said\n", i)
	}
	in := input.New("", true)
	in.Resize(16, 4)
	in.Insert(b.String())
	shows := func(keys string, want ...string) {
		t.Helper()
		press(&in, keys)
		if got := screen(t, &in, 16, 4); strings.Join(got, "|") != strings.Join(want, "|") {
			t.Fatalf("after %s: %q, should be %q", keys, got, want)
		}
	}
	shows("", "what was said", "line 9999 of", "what was said", "")
	if above, below := in.Hidden(); !above || below {
		t.Errorf("at the end: above %v, below %v", above, below)
	}
	shows("up up up", "what was said", "line 9999 of", "what was said", "")
	shows("up", "line 9998 of", "what was said", "line 9999 of", "what was said")
	shows("ctrl+home", "line 0 of what", "was said", "line 1 of what", "was said")
	if above, below := in.Hidden(); above || !below {
		t.Errorf("at the beginning: above %v, below %v", above, below)
	}
	shows("down down down down", "was said", "line 1 of what", "was said", "line 2 of what")
	shows("ctrl+end backspace", "line 9998 of", "what was said", "line 9999 of", "what was said")
}

// Whatever is typed and however the place changes, the rows are those of the
// whole text in their order, none wider than the place, and the cursor's row is
// among them.
func TestRowsAreTheWholeText(t *testing.T) {
	keys := []string{"left", "right", "up", "down", "home", "end", "backspace", "delete", "enter", "ctrl+w", "ctrl+home", "ctrl+end", " ", "a"}
	pieces := append(characters, "\n", "word ", "שלום ", "longerthanaplace")
	rapid.Check(t, func(t *rapid.T) {
		in := input.New("", true)
		w, h := rapid.IntRange(4, 14).Draw(t, "w"), rapid.IntRange(2, 5).Draw(t, "h")
		in.Resize(w, h)
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			if rapid.Bool().Draw(t, "types") {
				in.Insert(rapid.SampledFrom(pieces).Draw(t, "piece"))
			} else {
				in.Key(rapid.SampledFrom(keys).Draw(t, "key"))
			}
			if rapid.IntRange(0, 9).Draw(t, "resize") == 0 {
				w, h = rapid.IntRange(4, 14).Draw(t, "w"), rapid.IntRange(2, 5).Draw(t, "h")
				in.Resize(w, h)
			}
			text := in.Text()
			n := in.Rows(w, 9999)
			whole := in
			whole.Resize(w, n)
			squash := func(s string) string { return strings.NewReplacer(" ", "", "\n", "").Replace(s) }
			if got := strings.Join(screen(t, &whole, w, n), ""); squash(got) != squash(text) {
				t.Fatalf("%q is shown as %q", text, got)
			}
			in.Resize(w, h)
			before := strings.Join(screen(t, &in, w, h), "\n")
			in.Insert("#")
			after := strings.Join(screen(t, &in, w, h), "\n")
			if strings.Count(after, "#") <= strings.Count(before, "#") && !strings.Contains(before, "#") {
				t.Fatalf("%q at the cursor is out of sight:\n%s", in.Text(), after)
			}
			in.Key("backspace")
		}
	})
}
