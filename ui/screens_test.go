package ui_test

import (
	"fmt"
	"testing"

	"astute/ui/uitest"
)

func TestMain(m *testing.M) { uitest.Main(m) }

var sizes = []struct{ w, h int }{{40, 12}, {60, 20}, {80, 24}, {120, 40}, {200, 60}}

func TestTheWorkedExampleAtEverySize(t *testing.T) {
	path := uitest.Example(t)
	for _, size := range sizes {
		s := uitest.Workspace(t, path, size.w, size.h)
		for i, pane := range []string{"overview", "map", "contacts", "actions", "strategy", "money", "timeline", "reviews", "portfolio"} {
			s.Keys(fmt.Sprint(i + 1)).Golden(fmt.Sprintf("%s-%dx%d", pane, size.w, size.h))
		}
	}
}
