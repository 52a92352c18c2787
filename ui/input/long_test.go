package input_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/ui/input"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// Characters written as several code points: a family, a letter with two
// accents, a flag, a skin tone, a syllable in parts, a keycap.
var characters = []string{"👩‍👩‍👧", "e\u0301\u0323", "🇩🇪", "👍🏽", "\u1112\u1161\u11ab", "1\ufe0f\u20e3", "नि", "a", "漢", " "}

func TestACharacterIsOneStepAndOneDeletion(t *testing.T) {
	for _, long := range []bool{false, true} {
		for _, c := range characters {
			for _, k := range []struct{ keys, want string }{
				{"left left X", "aX" + c + "b"},
				{"home right right X", "a" + c + "Xb"},
				{"left backspace", "ab"},
				{"home right delete", "ab"},
				{"home right ctrl+d", "ab"},
			} {
				in := input.New("a"+c+"b", long)
				press(&in, k.keys)
				if in.Text() != k.want {
					t.Errorf("%q, long %v, %s: %q, should be %q", c, long, k.keys, in.Text(), k.want)
				}
			}
		}
	}
}

func press(in *input.Input, keys string) {
	for _, key := range strings.Fields(keys) {
		in.Key(key)
	}
}

func TestEnterGoesOnBeyondAHundredLines(t *testing.T) {
	in := input.New("", true)
	var want []string
	for i := range 250 {
		for _, r := range fmt.Sprint(i) {
			in.Key(string(r))
		}
		in.Key("enter")
		want = append(want, fmt.Sprint(i))
	}
	if got := in.Text(); got != strings.Join(want, "\n")+"\n" {
		t.Errorf("%q", got)
	}
	if in.Lines() != 251 {
		t.Errorf("%d lines", in.Lines())
	}
}

// manyLines is more than the engine of several lines can hold.
func manyLines() string {
	var b strings.Builder
	for i := range 12_000 {
		fmt.Fprintf(&b, "line %d of the minutes\r", i)
	}
	return b.String()
}

func TestAPasteOfManyLinesIsKeptWhole(t *testing.T) {
	in := input.New("beforeafter", true)
	press(&in, "left left left left left")
	in.Insert(manyLines())
	want := "before" + strings.ReplaceAll(manyLines(), "\r", "\n") + "after"
	if in.Text() != want {
		t.Fatal("the paste is not what was pasted")
	}
	if in.Lines() != 12_001 {
		t.Errorf("%d lines", in.Lines())
	}
	for range 300 {
		in.Key("up")
	}
	press(&in, "home X")
	if want = strings.Replace(want, "line 11700 of", "Xline 11700 of", 1); in.Text() != want {
		t.Error("300 lines up the X stands elsewhere")
	}
	press(&in, "ctrl+home Y ctrl+end Z")
	if in.Text() != "Y"+want+"Z" {
		t.Error("the ends are elsewhere")
	}
}

func TestAPasteIntoALineSaysHowManyLinesItWere(t *testing.T) {
	line, text := input.New("", false), input.New("", true)
	if n := line.Insert("a\rb\rc\rd\re\r"); n != 5 || line.Text() != "a b c d e" {
		t.Errorf("%d lines, %q", n, line.Text())
	}
	if n := text.Insert("a\rb"); n != 1 {
		t.Errorf("%d lines were joined where there can be several", n)
	}
	if n := line.Insert(" right"); n != 1 {
		t.Errorf("%d lines were joined of one", n)
	}
}

func TestAPasteIsNeverTakenForAKey(t *testing.T) {
	for _, long := range []bool{false, true} {
		in := input.New("ab", long)
		in.Insert("left")
		in.Insert("ctrl+u")
		if in.Text() != "ableftctrl+u" {
			t.Errorf("long %v: %q", long, in.Text())
		}
	}
}

func TestKeysAtTheEdgesOfAText(t *testing.T) {
	for _, c := range []struct {
		name, text string
		long       bool
		keys       string
		want       string
	}{
		{"a word back in nothing", "", true, "alt+b x", "x"},
		{"a word back in blanks", "  \n \n ", true, "alt+left x", "x  \n \n "},
		{"a word back over many empty lines", "one" + strings.Repeat("\n", 90), true, "alt+left x", "xone" + strings.Repeat("\n", 90)},
		{"the word of one letter", "a", false, "home alt+d", ""},
		{"delete keeps the next line apart", "ab\ncd", true, "up end left delete", "a\ncd"},
		{"delete at the end joins", "ab\ncd", true, "up end delete", "abcd"},
		{"backspace at the start joins", "ab\ncd", true, "home backspace", "abcd"},
		{"nothing to delete", "", true, "delete backspace alt+d ctrl+w ctrl+k ctrl+u", ""},
	} {
		in := input.New(c.text, c.long)
		press(&in, c.keys)
		if in.Text() != c.want {
			t.Errorf("%s: %q, should be %q", c.name, in.Text(), c.want)
		}
	}
}

// A page of the text is all that the engine sees; what it does not see must not
// make a difference. The same keys do the same to a text that fits into one page
// and to that text in the middle of a long one.
func TestThePageMakesNoDifference(t *testing.T) {
	keys := []string{"left", "right", "up", "down", "home", "end", "backspace", "delete", "ctrl+w", "ctrl+k", "alt+b", "alt+f", "alt+d", "enter", "x", "é", "漢"}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 70).Draw(t, "lines")
		middle := strings.TrimSuffix(strings.Repeat("one two\n", n), "\n")
		above, below := strings.Repeat("above\n", 60), strings.Repeat("\nbelow", 60)
		alone, within := input.New(middle, true), input.New(above+middle+below, true)
		for range 60 {
			within.Key("up")
		}
		within.Key("end")
		alone.Key("end")
		for range rapid.IntRange(1, 200).Draw(t, "steps") {
			key := rapid.SampledFrom(keys).Draw(t, "key")
			if key == "down" || key == "right" || key == "delete" || key == "alt+f" || key == "alt+d" || key == "ctrl+k" {
				continue // they would leave it at its end
			}
			upToCursor(&within) // looking types, so both are looked at
			if head := upToCursor(&alone); head == "" || key == "up" && !strings.Contains(head, "\n") {
				key = "x" // at its very start anything else goes on into what lies above
			}
			alone.Key(key)
			within.Key(key)
			if got := within.Text(); got != above+alone.Text()+below {
				t.Fatalf("after %s: %q, alone %q", key, strings.TrimPrefix(got, above), alone.Text())
			}
		}
	})
}

// upToCursor returns what stands before the cursor.
func upToCursor(in *input.Input) string {
	in.Insert("|")
	head, _, _ := strings.Cut(in.Text(), "|")
	in.Key("backspace")
	return head
}

// Wherever the cursor gets to, it stands between characters: what is typed there
// cuts none in two.
func TestTheCursorNeverStandsWithinACharacter(t *testing.T) {
	keys := []string{"left", "right", "up", "down", "home", "end", "backspace", "delete", "ctrl+w", "alt+b", "alt+f", "alt+d"}
	rapid.Check(t, func(t *rapid.T) {
		in := input.New("", rapid.Bool().Draw(t, "long"))
		for range rapid.IntRange(1, 20).Draw(t, "pieces") {
			in.Insert(rapid.SampledFrom(append(characters, "\n")).Draw(t, "piece"))
		}
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			in.Key(rapid.SampledFrom(keys).Draw(t, "key"))
			text := in.Text()
			in.Insert("|")
			head, rest, _ := strings.Cut(in.Text(), "|")
			if head+rest != text {
				t.Fatalf("%q became %q", text, in.Text())
			}
			if !border(text, len(head)) {
				t.Fatalf("the cursor cuts %q after %q", text, head)
			}
			in.Key("backspace")
			if in.Text() != text {
				t.Fatalf("%q became %q", text, in.Text())
			}
		}
	})
}

func border(text string, at int) bool {
	for p := 0; p < at; {
		cluster, _ := ansi.FirstGraphemeCluster(text[p:], ansi.GraphemeWidth)
		if p += len(cluster); p > at {
			return false
		}
	}
	return true
}
