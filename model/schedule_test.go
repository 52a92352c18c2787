package model

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestSchedule(t *testing.T) {
	day := func(n int) Date { return NewDate(2026, time.March, 1).AddDays(n) }
	for name, test := range map[string]struct {
		reviews []*Review
		want    string
	}{
		"none":                               {nil, ""},
		"planned":                            {[]*Review{{Type: QBR, On: day(5)}}, "QBR 2026-03-06"},
		"held once":                          {[]*Review{{Type: QBR, On: day(0), Held: day(1)}}, "QBR 2026-06-02"},
		"held with its own next":             {[]*Review{{Type: QBR, Held: day(1), Next: day(9)}}, "QBR 2026-03-10"},
		"the newest of the held counts":      {[]*Review{{Type: Inspection, Held: day(0), Next: day(3)}, {Type: Inspection, Held: day(10)}, {Type: Inspection, Held: day(5)}}, "1:1 Inspection 2026-03-25"},
		"a planned one comes first":          {[]*Review{{Type: QBR, Held: day(0)}, {Type: QBR, On: day(200)}}, "QBR 2026-09-17"},
		"the soonest of the planned":         {[]*Review{{Type: QBR, On: day(20)}, {Type: QBR, On: day(10)}}, "QBR 2026-03-11"},
		"planned, but held later instead":    {[]*Review{{Type: QBR, On: day(3)}, {Type: QBR, Held: day(4)}}, "QBR 2026-06-05"},
		"once is enough":                     {[]*Review{{Type: AnnualWorkshop, Held: day(0), Cadence: Once}}, ""},
		"nothing says when":                  {[]*Review{{Type: QBR}}, ""},
		"each type by itself, soonest first": {[]*Review{{Type: QBR, On: day(9)}, {Type: Inspection, On: day(2)}}, "1:1 Inspection 2026-03-03, QBR 2026-03-10"},
	} {
		var got []string
		for _, d := range Schedule(test.reviews) {
			got = append(got, fmt.Sprintf("%s %s", d.Review.Type, d.On))
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: %q, wanted %q", name, got, test.want)
		}
	}
	due := DueReview{On: day(3)}
	if due.Overdue(day(3)) || !due.Overdue(day(4)) {
		t.Error("a review is overdue from the day after its day")
	}
}
