package input_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/input"
	"astute/ui/theme"
	"astute/ui/uitest"

	"pgregory.net/rapid"
)

func TestKeysOfALine(t *testing.T) {
	for _, c := range []struct {
		name, text string
		long       bool
		keys       string
		want       string
	}{
		{"typing", "", false, "a b c", "abc"},
		{"in the middle", "ac", false, "left b", "abc"},
		{"backspace takes a whole character", "xe\u0301", false, "backspace", "x"},
		{"a family is one character", "👩‍👩‍👧", false, "backspace", ""},
		{"word before", "one two", false, "ctrl+w", "one "},
		{"word before in Cyrillic", "раз два", false, "ctrl+w", "раз "},
		{"to the start of the line", "one\ntwo", true, "ctrl+u", "one\n"},
		{"to the end of the line", "one\ntwo", true, "up home ctrl+k", "\ntwo"},
		{"enter breaks the line where there are several", "ab", true, "left enter", "a\nb"},
		{"enter means nothing on one line", "ab", false, "enter", "ab"},
		{"words forth and back", "one two", false, "home alt+f x", "onex two"},
		{"delete", "abc", false, "home delete", "bc"},
		{"up keeps the column", "abc\nxyz", true, "left up -", "ab-c\nxyz"},
		{"past either end", "a", false, "left left left b right right right c", "bac"},
	} {
		in := input.New(c.text, c.long)
		for _, key := range strings.Fields(c.keys) {
			in.Key(key)
		}
		if in.Text() != c.want {
			t.Errorf("%s: %q, should be %q", c.name, in.Text(), c.want)
		}
	}
}

func TestAPasteIsCleaned(t *testing.T) {
	line, text := input.New("", false), input.New("", true)
	for _, in := range []*input.Input{&line, &text} {
		in.Insert("a\r\nb\rc\td\x1b[31m\x00\u202ee")
	}
	if got, want := line.Text(), "a b c de"; got != want {
		t.Errorf("one line: %q, should be %q", got, want)
	}
	if got, want := text.Text(), "a\nb\nc de"; got != want {
		t.Errorf("several: %q, should be %q", got, want)
	}
}

// Whatever is typed, the text stays clean text, the cursor stays in it, and it
// draws within its view.
func TestAnyKeys(t *testing.T) {
	keys := []string{
		"left", "right", "up", "down", "home", "end", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k", "alt+b", "alt+f", "alt+d",
		"enter", "a", "é", "漢", " ", "\u0301", "🇩", "🇪",
	}
	look, err := theme.New(theme.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		long := rapid.Bool().Draw(t, "long")
		in := input.New(rapid.String().Draw(t, "text"), long)
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			if rapid.IntRange(0, 4).Draw(t, "paste") == 0 {
				in.Insert(rapid.String().Draw(t, "pasted"))
			} else {
				in.Key(rapid.SampledFrom(keys).Draw(t, "key"))
			}
			if !utf8.ValidString(in.Text()) || in.Text() != strings.ReplaceAll(model.CleanText(in.Text()), "\t", " ") {
				t.Fatalf("the text is not clean: %q", in.Text())
			}
			if !long && strings.Contains(in.Text(), "\n") {
				t.Fatalf("one line became several: %q", in.Text())
			}
			w, h := rapid.IntRange(1, 12).Draw(t, "w"), rapid.IntRange(1, 4).Draw(t, "h")
			c := grid.NewCanvas(w, h)
			in.Draw(c.All(), theme.Plain, true)
			if err := uitest.Check(c.Render(look), w, h); err != nil {
				t.Fatal(err)
			}
		}
	})
}
