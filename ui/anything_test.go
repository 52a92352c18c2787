package ui_test

import (
	"flag"
	"strings"
	"testing"

	"astute/model/modeltest"
	"astute/ui"
	"astute/ui/uitest"

	"pgregory.net/rapid"
)

// anyKeys are what somebody can press; those that only move come often.
var anyKeys = append(strings.Split("abcdefghijklmnopqrstuvwxyzABCDEFGILRUWZ0123456789/?:;@+-=[]<>!*~.,", ""), strings.Fields(
	"j j k k h l l enter enter esc esc tab tab shift+tab up down left right home end pgup pgdown backspace delete "+
		"ctrl+s ctrl+o ctrl+d ctrl+u ctrl+k ctrl+p ctrl+t ctrl+w ctrl+a ctrl+e ctrl+g ctrl+n f1 f5 alt+j alt+b shift+up shift+down shift+left shift+right")...)

// step is one thing that can happen to a workspace.
func step(t *rapid.T, s *uitest.Screen) {
	switch rapid.IntRange(0, 19).Draw(t, "what") {
	case 0:
		s.Resize(rapid.IntRange(20, 200).Draw(t, "columns"), rapid.IntRange(5, 60).Draw(t, "rows"))
	case 1:
		size := rapid.SampledFrom([][2]int{{60, 20}, {80, 24}, {120, 40}, {59, 20}, {1, 1}, {110, 24}, {85, 20}}).Draw(t, "size")
		s.Resize(size[0], size[1])
	case 2:
		s.Paste(rapid.SampledFrom(modeltest.Naughty()).Draw(t, "pasted"))
	case 3:
		s.Tick()
	case 4:
		x, y := rapid.IntRange(0, 120).Draw(t, "x"), rapid.IntRange(0, 40).Draw(t, "y")
		if rapid.Bool().Draw(t, "wheel") {
			s.Wheel(x, y, rapid.SampledFrom([]int{-1, 1}).Draw(t, "rows"))
		} else {
			s.Click(x, y)
		}
	case 5:
		s.Burst(rapid.SampledFrom([]string{"jjjjjj", "kkkk", "llll", "uu", "3lle", "4c", "zz"}).Draw(t, "burst"))
	default:
		s.Keys(rapid.SampledFrom(anyKeys).Draw(t, "key"))
	}
}

// shrinking is a test whose failures rapid makes as small as it can.
type shrinking struct {
	testing.TB
	rapid *rapid.T
}

// Fatalf implements [testing.TB].
func (s shrinking) Fatalf(format string, args ...any) { s.rapid.Fatalf(format, args...) }

// fewer has rapid try so many cases only, unless somebody wants another number:
// one case here is a hundred screens.
func fewer(t *testing.T, checks string) {
	f := flag.Lookup("rapid.checks")
	if was := f.Value.String(); was == f.DefValue {
		if err := f.Value.Set(checks); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := f.Value.Set(was); err != nil {
				t.Error(err)
			}
		})
	}
}

// Whatever is pressed, pasted, clicked and resized in whatever order: every
// screen is whole, nothing panics, and the file is sound afterwards. The driver
// looks at every screen, and the file is checked when the test is over.
func TestAnythingAtAll(t *testing.T) {
	fewer(t, "12")
	t.Chdir(t.TempDir()) // x exports
	for name, file := range map[string]func() ui.Options{
		"the worked example": func() ui.Options { return uitest.Options(t, uitest.Example(t)) },
		"an empty file":      func() ui.Options { return uitest.Options(t, uitest.Empty(t)) },
		"a hostile book":     func() ui.Options { return dirty(t, modeltest.Naughty(), 3) },
	} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				s := uitest.Start(shrinking{t, rt}, ui.New(file()), 120, 40)
				for range rapid.IntRange(1, 100).Draw(rt, "steps") {
					step(rt, s)
				}
			})
		})
	}
}
