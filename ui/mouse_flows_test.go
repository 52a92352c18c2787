package ui_test

import (
	"testing"
)

func TestMouse(t *testing.T) {
	s := example(t)
	x, y := s.Place("Alan Brown       ")
	s.Click(x, y)
	s.Shows("> Alan Brown")
	s.Wheel(x, y, 1).Hides("Jane Smith           ")
	x, y = s.Place("find")
	s.Click(x, y).Shows("Find", "a typo is fine")
}
