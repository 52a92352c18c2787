package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"astute/ui"
	"astute/ui/uitest"
)

// touring opens the worked example with the tour.
func touring(t *testing.T, w, h int, change func(*ui.Options)) (*uitest.Screen, string) {
	t.Helper()
	path := uitest.Example(t)
	o := uitest.Options(t, path)
	o.Example, o.Tour, o.Me = true, true, "Ana Ruiz"
	if change != nil {
		change(&o)
	}
	return uitest.Start(t, ui.New(o), w, h), path
}

// The whole tour as it says: every step is noticed by itself.
func TestTheTourFromBeginningToEnd(t *testing.T) {
	for _, size := range []struct{ w, h int }{{60, 20}, {80, 24}, {120, 40}} {
		t.Run(fmt.Sprintf("%dx%d", size.w, size.h), func(t *testing.T) {
			s, path := touring(t, size.w, size.h, nil)
			golden := func(name string) {
				if size.w > 80 {
					return // one screen of it is like another
				}
				s.Golden(fmt.Sprintf("tour-%s-%dx%d", name, size.w, size.h))
			}
			golden("begin")
			s.Keys("f").Type("jsmth").Shows("Tour 1 of 11", "Jane Smith").Keys("enter")
			s.Shows("Tour 2 of 11", "Found, with a typo.")
			s.Keys("esc", "3", "l", "l", "l", "l").Shows("Tour 2 of 11").Keys("e").Shows("Tour 2 of 11")
			golden("letter")
			s.Keys("c").Shows("Tour 3 of 11").Keys("u").Shows("Tour 4 of 11")
			s.Keys("2").Shows("Tour 4 of 11").Keys("l").Shows("Tour 5 of 11")
			s.Keys("3", "/").Type("support:champion,supporter").Shows("Tour 5 of 11").Keys("enter").Shows("Tour 6 of 11")
			s.Keys("esc", "4", "a").Type("call Raj about the pilot fri @me")
			golden("capture")
			s.Keys("enter").Shows("Tour 7 of 11")
			s.Keys("c").Shows("Tour 8 of 11", "One less.")
			s.Keys("j", "E", "tab", "tab").Shows("> Due").Keys("ctrl+u").Type("+2w").Shows("Tour 8 of 11")
			golden("form")
			s.Keys("ctrl+s").Shows("Tour 9 of 11")
			s.Keys("?").Shows("Tour 10 of 11", "It is always there.")
			s.Keys("esc", "x", "enter").Shows("Tour 11 of 11", "Written as Markdown.").Keys("k")
			golden("end")
			if _, err := os.Stat(filepath.Join(filepath.Dir(path), "freshkart-grocers.md")); err != nil {
				t.Error(err)
			}
			if s.Keys("q"); !s.Quit {
				t.Error("q does not leave")
			}
		})
	}
}

// What is done already when a step begins is not taken for it: a step back
// stays, and a step on goes on.
func TestTheTourGoesBackAndOn(t *testing.T) {
	s, _ := touring(t, 80, 24, nil)
	s.Keys("f3").Shows("this is the first step", "Tour 1 of 11")
	s.Keys("f").Type("jsmth").Keys("enter").Shows("Tour 2 of 11").Keys("f3").Shows("Tour 1 of 11").Keys("j").Shows("Tour 1 of 11")
	s.Keys("esc").Shows("Tour 1 of 11").Keys("f").Type("brown").Keys("enter").Shows("Tour 2 of 11").Keys("esc")
	for i := 3; i <= 11; i++ {
		s.Keys("f2").Shows(fmt.Sprintf("Tour %d of 11", i))
	}
	s.Hides("F2 next").Keys("f2").Hides("Tour 11").Shows("the tour is over")
	s.Keys(":").Type("take the tour").Keys("enter").Shows("Tour 1 of 11").Keys("f4").Hides("Tour 1")
}

// The tour takes no key from what is being typed, and escape is never its own.
func TestTheTourLeavesWhatIsTypedAlone(t *testing.T) {
	s, _ := touring(t, 80, 24, func(o *ui.Options) {
		o.Config.Keys = map[string]string{"next step of the tour": "n", "find anybody or anything": "F"}
	})
	s.Shows("press F, type jsmth", "n next").Hides("F2")
	s.Keys("4", "a").Type("ring Ann").Shows("ring Ann", "Tour 1 of 11").Keys("f3").Shows("ring Ann", "this is the first step")
	s.Keys("esc").Shows("Leave without saving?").Keys("n").Shows("ring Ann").Keys("f4").Shows("ring Ann").Hides("Tour 1")
	s.Keys("enter").Shows("add action ring Ann: saved")
}

func TestTheTourByMouse(t *testing.T) {
	s, _ := touring(t, 60, 20, nil)
	x, y := s.Place("F2 next")
	s.Click(x, y).Shows("Tour 2 of 11").Click(x+3, y+1).Shows("Tour 2 of 11")
	s.Keys("3", "e").Click(x, y).Shows("Name of", "Tour 3 of 11").Keys("esc")
	x, y = s.Place("F4 leave")
	s.Click(x, y).Hides("Tour 3")
}

// Another account, or one that is gone, is not taken for something done.
func TestTheTourIsNotDoneByGoingElsewhere(t *testing.T) {
	s, path := touring(t, 80, 24, nil)
	for range 6 { // to capturing an action
		s.Keys("f2")
	}
	s.Keys("f3", "]").Shows("Tour 6 of 11").Keys("[").Shows("Tour 6 of 11")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	s.Tick().Keys("4", "c", "u").Resize(30, 10).Keys("f2").Resize(200, 60).Shows("Tour 6 of 11")
}

// In a book of one's own the tour is taken elsewhere: the workspace is left for it.
func TestTheTourIsOfferedInABookOfOnesOwn(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 60, 20)
	s.Shows("tab", "takes the tour").Golden("welcome-60x20").Keys("?").Shows("Keys").Keys("esc").Keys("tab")
	if !s.Quit {
		t.Error("the welcome does not leave for the tour")
	}
	s = uitest.Workspace(t, uitest.Empty(t), 80, 24).Type("North").Keys("tab").Shows("North")
	if s.Quit {
		t.Error("a name being typed was thrown away")
	}
	s = uitest.Workspace(t, uitest.Example(t), 80, 24).Keys(":").Type("tour").Keys("enter")
	if !s.Quit {
		t.Error("the palette does not leave for the tour")
	}
}
