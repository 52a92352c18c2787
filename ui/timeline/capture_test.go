package timeline

import (
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/ui/pane"
)

// What is logged lies behind us, whatever day is typed without its year.
func TestADayLoggedWithoutItsYearIsTheLastOne(t *testing.T) {
	d := pane.Data{Today: model.NewDate(2026, time.March, 18), Plan: &model.Plan{Book: model.NewBook(nil)}}
	for typed, want := range map[string]string{
		"call on the pilot 5 dec":      "2025-12-05 on the pilot",
		"call on the pilot mar 2":      "2026-03-02 on the pilot",
		"call on the pilot 18 mar":     "2026-03-18 on the pilot",
		"call on the pilot 29 feb":     "2024-02-29 on the pilot",
		"call on the pilot 5 dec 2026": "2026-12-05 on the pilot",
		"call on the pilot fri":        "2026-03-13 on the pilot",
		"call on the pilot":            "2026-03-18 on the pilot",
		"call on the pilot yesterdy":   `2026-03-18 on the pilot yesterdy   "yesterdy" was not read as a day`,
	} {
		fields, said, err := read(typed, d)
		got := fields[interactionField("on")] + " " + fields[interactionField("summary")]
		if _, doubt, ok := strings.Cut(said, `   "`); ok {
			got += `   "` + doubt
		}
		if err != nil || got != want {
			t.Errorf("%q is %q, want %q; %v", typed, got, want, err)
		}
	}
}
