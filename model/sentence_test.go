package model_test

import (
	"testing"

	"astute/model"
)

func TestLists(t *testing.T) {
	for _, c := range []struct {
		names   []string
		and, or string
	}{
		{nil, "", ""},
		{[]string{"A"}, "A", "A"},
		{[]string{"A", "B"}, "A and B", "A or B"},
		{[]string{"A", "B", "C"}, "A, B and C", "A, B or C"},
	} {
		if and, or := model.AndList(c.names), model.OrList(c.names); and != c.and || or != c.or {
			t.Errorf("%q: %q and %q, want %q and %q", c.names, and, or, c.and, c.or)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 people", 1: "1 person", 2: "2 people", 1200: "1200 people"} {
		if got := model.Count(n, "person", "people"); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestCapital(t *testing.T) {
	for text, want := range map[string]string{"": "", "a": "A", "ask Ann": "Ask Ann", "élan": "Élan", "что": "Что", "3 people": "3 people", "日本": "日本", "\xff": "\xff"} {
		if got := model.Capital(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
