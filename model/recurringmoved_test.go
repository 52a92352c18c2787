package model_test

import (
	"testing"

	"astute/model"
)

// TestOneThatIsBroughtForwardIsNotDoneTwice moves an occurrence and does it: the
// next one is that of the next period, whichever way it was moved.
func TestOneThatIsBroughtForwardIsNotDoneTwice(t *testing.T) {
	day := func(text string) model.Date { return must(model.ParseDate(text)) }
	for _, c := range []struct {
		cadence               model.Cadence
		from, due, done, next string
	}{
		{model.Monthly, "2026-10-31", "2026-11-27", "2026-11-27", "2026-12-31"},
		{model.Monthly, "2026-10-31", "2026-11-30", "2026-11-27", "2026-12-31"},
		{model.Monthly, "2026-10-31", "2026-12-03", "2026-12-03", "2026-12-31"},
		{model.Weekly, "2026-11-02", "2026-11-07", "2026-11-07", "2026-11-16"},
		{model.Weekly, "2026-11-02", "2026-11-10", "2026-11-10", "2026-11-16"},
	} {
		a := &model.Action{Due: day(c.due), Repeats: c.cadence, RepeatsFrom: day(c.from)}
		if got := a.NextDue(day(c.done)); got != day(c.next) {
			t.Errorf("%s from %s, due %s: next %s, want %s", c.cadence, c.from, c.due, got, c.next)
		}
	}
}
