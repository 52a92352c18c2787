package ui_test

import (
	"testing"
)

func TestQuitAsksOnlyWhenSomethingTypedIsNotSaved(t *testing.T) {
	s := example(t).Keys("3", "a").Type("Zora").Keys("ctrl+c").Shows("not saved yet", "Quit?")
	if s.Quit {
		t.Fatal("it was left without an answer")
	}
	if s.Keys("n").Shows("Zora"); s.Quit {
		t.Fatal("it was left after a no")
	}
	if s.Keys("ctrl+c", "y"); !s.Quit {
		t.Fatal("it was not left")
	}
	if s := example(t).Keys("q"); !s.Quit {
		t.Fatal("q does not quit")
	}
}

func TestCtrlCInAPaneQuitsLikeQ(t *testing.T) {
	if s := example(t).Keys("3", "ctrl+c"); !s.Quit {
		t.Fatal("it was not left")
	}
}
