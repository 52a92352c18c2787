package picker_test

import (
	"slices"
	"testing"

	"astute/ui/picker"
)

func TestTypingNarrowsByTheBeginningsOfWords(t *testing.T) {
	items := []picker.Item{
		{Value: "1", Text: "Ana Ruiz", Detail: "Strategic Account Manager"}, {Value: "2", Text: "Ben Carter"},
		{Value: "3", Text: "桜井 (Sakurai Bakery)"}, {Value: "4", Text: "Joanna Ruizdael"},
	}
	for _, c := range []struct {
		typed string
		want  []string
	}{
		{"", []string{"1", "2", "3", "4"}},
		{"ru an", []string{"1"}},
		{"ruiz", []string{"1", "4"}},
		{"na", nil},
		{"saku", []string{"3"}},
		{"manager", []string{"1"}},
		{"nobody", nil},
	} {
		p := picker.Typed(items, nil)
		for _, r := range c.typed {
			p.Key(string(r))
		}
		var got []string
		for range p.Len() {
			it, _ := p.Current()
			got = append(got, it.Value)
			p.Move(1)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q leaves %v, should leave %v", c.typed, got, c.want)
		}
	}
}

func TestALetterPicksAtOnceAndArrowsMove(t *testing.T) {
	p := picker.Letters([]picker.Item{{Value: "a", Letter: "x"}, {Value: "b", Letter: "y"}})
	if it, ok := p.Letter("y"); !ok || it.Value != "b" {
		t.Errorf("y picks %v, %v", it, ok)
	}
	if _, ok := p.Letter("z"); ok {
		t.Error("z picks something")
	}
	p.Key("up")
	if it, _ := p.Current(); it.Value != "a" {
		t.Errorf("up goes to %v", it)
	}
	p.Key("up")
	if it, ok := p.Current(); !ok || it.Value != "a" {
		t.Errorf("up at the top goes to %v", it)
	}
}

func TestOtherItemsLeaveTheCursorOnItsValue(t *testing.T) {
	p := picker.Typed([]picker.Item{{Value: "a"}, {Value: "b"}, {Value: "c"}}, nil)
	p.Select("b")
	p.SetItems([]picker.Item{{Value: "z"}, {Value: "a"}, {Value: "b"}})
	if it, _ := p.Current(); it.Value != "b" {
		t.Errorf("the cursor is on %v", it)
	}
}
