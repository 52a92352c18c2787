package picker

import "testing"

func TestATypoFindsAndMakingIsTheLastChoice(t *testing.T) {
	p := Typed([]Item{{Value: "v", Text: "Heike Vogel"}, {Value: "b", Text: "Ben Carter"}}, nil)
	p.Else = func(typed string) []Item { return []Item{{Value: "new", Text: "+ " + typed}} }
	for typed, want := range map[string]string{"vogl": "v", "vgoel": "v", "vobel": "v", "voggel": "v", "ben cratre": "new", "ben cratr": "new", "heike vogl": "v", "vgl": "new", "carrter": "b"} {
		p.Input.Set("")
		p.Paste(typed)
		it, _ := p.Current()
		if it.Value != want {
			t.Errorf("%q selects %q, not %q", typed, it.Value, want)
		}
		if last := p.items[p.shown[len(p.shown)-1]]; last.Value != "new" {
			t.Errorf("%q: the last choice is %q", typed, last.Value)
		}
	}
}
