package ui_test

import (
	"testing"
	"time"

	"astute/ui"
	"astute/ui/uitest"
)

// resting is a workspace whose clock the test moves.
func resting(t *testing.T, path string, now *time.Time) *uitest.Screen {
	t.Helper()
	o := uitest.Options(t, path)
	o.Now = func() time.Time { return *now }
	return uitest.Start(t, ui.New(o), 120, 40)
}

func backups(t *testing.T, path string) int {
	t.Helper()
	list, err := uitest.Open(t, path, "somebody").Backups()
	if err != nil {
		t.Fatal(err)
	}
	return len(list)
}

func TestAPauseMakesABackupOfWhatWasWritten(t *testing.T) {
	path, now := uitest.Example(t), uitest.Now()
	s := resting(t, path, &now)
	now = now.Add(time.Hour)
	s.Tick()
	if n := backups(t, path); n != 0 {
		t.Fatalf("%d backups of a book that nobody wrote", n)
	}
	s.Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter").Tick()
	if n := backups(t, path); n != 0 {
		t.Fatalf("%d backups while somebody types", n)
	}
	now = now.Add(10 * time.Minute)
	s.Tick().Tick()
	if n := backups(t, path); n != 1 {
		t.Fatalf("%d backups after a pause, want 1", n)
	}
}

func TestAnActionThatIsCompletedKeepsTheDay(t *testing.T) {
	s := example(t).Keys("4", "c").Shows("complete")
	s.Keys("E", "ctrl+o").Shows("Done on", "2026-03-18")
}
