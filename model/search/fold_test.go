package search

import (
	"testing"

	"pgregory.net/rapid"

	"astute/model/modeltest"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"jane smith", "jane smith"},
		{"  Jane \t Smith\n", "jane smith"},
		{"jane ", "jane"},
		{"Renée Müller", "renee muller"},
		{"Rene\u0301e", "renee"},
		{"ŁUKASZ Żak", "lukasz zak"},
		{"Søren Ærø", "soren aero"},
		{"Großmann, ẞ", "grossmann, ss"},
		{"Đặng Þórdís", "dang thordis"},
		{"Işıl İbrahim", "isil ibrahim"},
		{"O'Hare D’Aubrac Kaʻiulani", "ohare daubrac kaiulani"},
		{"Jean\u2011Pierre", "jean-pierre"},
		{"ＡＢＣ ﬁn", "abc fin"},
		{"王小明", "王小明"},
		{"בֶּן־עַמִּי", "בן־עמי"},
		{"सुनीता", "सुनीता"},
		{"a\u200db\u00adc\u202e", "abc"},
		{"a\x1fb\x00c\x7f", "a b c"},
		{"ΓΙΏΡΓΟΣ γιώργος", "γιωργοσ γιωργοσ"},
		{"\xff\xfea", "\ufffda"},
	} {
		if got := Fold(c.text); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// Folding twice is folding once, and a folded text holds nothing that would
// break the index.
func TestFoldIsStable(t *testing.T) {
	check := func(t rapid.TB, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Fatalf("Fold(%q) = %q, and again %q", s, once, twice)
		}
		for i := 0; i < len(once); i++ {
			if once[i] < ' ' || once[i] == 0x7f {
				t.Fatalf("Fold(%q) = %q keeps a control character", s, once)
			}
		}
	}
	for _, s := range modeltest.Naughty() {
		check(t, s)
	}
	rapid.Check(t, func(t *rapid.T) { check(t, rapid.String().Draw(t, "text")) })
}

func FuzzFold(f *testing.F) {
	f.Add("Renée O'Hare")
	f.Add("\xf0\x9f\u0301ǅ\u1e9e")
	f.Fuzz(func(t *testing.T, s string) {
		if once := Fold(s); Fold(once) != once {
			t.Fatalf("Fold(%q) = %q is not stable", s, once)
		}
	})
}
