package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
	"astute/model/modeltest"
	"astute/ui"
	"astute/ui/uitest"

	tea "github.com/charmbracelet/bubbletea"
)

// Measured on two cores shared with other work, screen of 200 x 60, a plan of
// about 100 contacts in a book of 100 and of 100,000: the two must not differ by
// more than noise, because nothing is read that is not shown.
//
// The goals: a first frame within 20 ms, from key to frame within 12 (of which
// Bubble Tea at 120 frames a second takes up to 8.3), idle costs one look at the
// version each second. These here are the workspace's own part; in a terminal, as
// a person has it, the benchmarks of ui/cli hold the program to them.

func book(b *testing.B, contacts int) string {
	b.Helper()
	path := uitest.Empty(b)
	uitest.Write(b, path, model.Created("book", modeltest.Generate(1, contacts, uitest.Today)...))
	return path
}

func BenchmarkFirstFrame(b *testing.B) {
	for _, n := range []int{100, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			o := uitest.Options(b, book(b, n))
			for b.Loop() {
				w := ui.New(o)
				w.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
				if len(w.View()) < 200*60 {
					b.Fatal("the frame is not whole")
				}
			}
		})
	}
}

func BenchmarkKeyToFrame(b *testing.B) {
	for _, n := range []int{100, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			w := ui.New(uitest.Options(b, book(b, n)))
			w.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
			keys := []tea.Msg{uitest.Key("j"), uitest.Key("k")}
			before, changed, i := strings.Split(w.View(), "\n"), 0, 0
			for b.Loop() {
				w.Update(keys[i%2])
				after := strings.Split(w.View(), "\n")
				for y := range after {
					if after[y] != before[y] {
						changed += len(after[y])
					}
				}
				before = after
				i++
			}
			b.ReportMetric(float64(changed)/float64(i), "bytes/move")
		})
	}
}

func BenchmarkIdleTick(b *testing.B) {
	w := ui.New(uitest.Options(b, book(b, 100_000)))
	s := uitest.Start(b, w, 200, 60)
	for b.Loop() {
		s.Tick()
	}
}

// From one person of a map of 200 to the next, with the lines that this draws
// anew: the goal is 8 ms.
func BenchmarkMapCursor(b *testing.B) {
	w := ui.New(uitest.Options(b, crowd(b, 200)))
	w.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
	for _, key := range []string{"2", "z"} {
		w.Update(uitest.Key(key))
	}
	for _, lines := range []string{"standard", "all", "own", "none"} {
		b.Run(lines, func(b *testing.B) {
			keys := []tea.Msg{uitest.Key("l"), uitest.Key("j"), uitest.Key("h"), uitest.Key("j"), uitest.Key("k")}
			for i := 0; b.Loop(); i++ {
				w.Update(keys[i%len(keys)])
				if len(w.View()) < 200*60 {
					b.Fatal("the frame is not whole")
				}
			}
		})
		w.Update(uitest.Key("K"))
	}
}
