package model

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// paths are all ways to answer a guide to its end.
func (g Guide) paths() [][]int {
	var list [][]int
	var walk func(at int, answers []int)
	walk = func(at int, answers []int) {
		for n, answer := range g.Questions[at].Answers {
			on := append(slices.Clone(answers), n)
			if answer.Value != "" || len(on) > 9 {
				list = append(list, on)
				continue
			}
			walk(answer.Next, on)
		}
	}
	walk(0, nil)
	return list
}

func TestEveryGuideLeadsToEveryValue(t *testing.T) {
	for _, want := range []string{"political_status", "influence", "support", "coverage"} {
		g, ok := GuideFor(want)
		if !ok || g.Field != want {
			t.Fatalf("there is no guide to %s", want)
		}
		reached, asked := map[string]bool{}, map[string]bool{}
		for _, answers := range g.paths() {
			if len(answers) > 4 {
				t.Errorf("%s: %v is too long", want, answers)
			}
			for i := range answers {
				asked[g.Follow("%s", answers[:i]...).Question.Text] = true
			}
			s := g.Follow("Ann", answers...)
			reached[s.Value] = true
			c := &Contact{Name: "Ann"}
			f, ok := FieldNamed(c.Fields(), want)
			if !ok || f.Parse(s.Value) != nil || f.Text() != s.Value || s.Value == "" {
				t.Errorf("%s: %v ends in %q, which the field does not take", want, answers, s.Value)
			}
			if !strings.HasPrefix(s.Source, "Ann ") || strings.Count(s.Source, ";") != len(answers)-1 || strings.HasSuffix(s.Source, ".") || s.Question.Text != "" {
				t.Errorf("%s: %v: %+v", want, answers, s)
			}
		}
		f, _ := FieldNamed(new(Contact).Fields(), want)
		for _, word := range f.Words() {
			if !reached[word.Name] {
				t.Errorf("%s: no answers lead to %s", want, word.Name)
			}
		}
		if len(asked) != len(g.Questions) {
			t.Errorf("%s: of %d questions %d are ever asked", want, len(g.Questions), len(asked))
		}
		for _, q := range g.Questions {
			if n := len(q.Answers); n < 2 || n > 4 || strings.Count(q.Text, "%s") != 1 || !strings.HasSuffix(q.Text, "?") {
				t.Errorf("%s: %q with %d answers", want, q.Text, n)
			}
			for _, a := range q.Answers {
				if (a.Value == "") != (a.Next > 0) || a.Text == "" || a.Said == "" {
					t.Errorf("%s: %q: %+v leads nowhere or to two places", want, q.Text, a)
				}
			}
		}
	}
	if len(Guides()) != 4 {
		t.Errorf("%d guides", len(Guides()))
	}
	if _, ok := GuideFor("email"); ok {
		t.Error("there is a guide to the e-mail address")
	}
}

func TestFollowAGuide(t *testing.T) {
	g, _ := GuideFor("political_status")
	for _, test := range []struct {
		answers               []int
		question, value, said string
	}{
		{nil, "Does Ann hear of decisions before or after they are taken?", "", ""},
		{[]int{1}, "Does Ann know how things get done there, and through whom?", "", "Ann hears of decisions after they are taken"},
		{[]int{1, 1}, "", "Learning", "Ann hears of decisions after they are taken; is still finding out how things get done"},
		{[]int{0, 0, 0}, "", "Astute", "Ann hears of decisions before they are taken; takes part in settling what is coming; was never overruled that we know"},
		{[]int{7}, "Does Ann hear of decisions before or after they are taken?", "", ""},
	} {
		s := g.Follow("Ann", test.answers...)
		if s.Question.Text != test.question || s.Value != test.value || s.Source != test.said {
			t.Errorf("%v: %+v", test.answers, s)
		}
	}
}

// Any answers, even those that there are none of, leave either a question or a
// value, and following does not change the guide.
func TestFollowAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := rapid.SampledFrom(Guides()).Draw(t, "guide")
		first := g.Questions[0].Text
		s := g.Follow(rapid.String().Draw(t, "name"), rapid.SliceOf(rapid.IntRange(-1, 5)).Draw(t, "answers")...)
		if (s.Value == "") == (s.Question.Text == "") || g.Questions[0].Text != first {
			t.Fatalf("%+v", s)
		}
	})
}
