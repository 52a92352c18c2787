package model_test

import (
	"errors"
	"testing"
	"time"

	"astute/model"

	"pgregory.net/rapid"
)

func TestAPlanIsRolledOverIntoTheNextYear(t *testing.T) {
	day := func(text string) model.Date { return must(model.ParseDate(text)) }
	reached := &model.Objective{Name: "Reached", Status: model.Complete, Due: day("2026-06-30")}
	ahead := &model.Objective{Name: "Ahead", Due: day("2026-12-31")}
	leap := &model.Objective{Name: "Long ago", Status: model.InProgress, Due: day("2024-02-29")}
	done := &model.Action{Name: "Done", Status: model.Complete, Due: day("2026-03-01")}
	late := &model.Action{Name: "Late", Due: day("2026-11-01"), Start: day("2026-10-01")}
	off := &model.Action{Name: "Put off", Status: model.Deferred, Due: day("2026-05-01")}
	undated := &model.Action{Name: "Undated"}
	later := &model.Action{Name: "Later", Due: day("2027-02-01")}
	account := model.Account{Name: "Acme", PlanStart: day("2026-01-01"), PlanEnd: day("2026-12-31"), PlanStatus: model.ClosedPlan}
	p := planOf(account, reached, ahead, leap, done, late, off, undated, later)
	r, err := model.Rollover(p, model.Date{}, day("2026-12-28"))
	if err != nil {
		t.Fatal(err)
	}
	if r.From.String() != "2026-01-01 to 2026-12-31" || r.To.String() != "2027-01-01 to 2027-12-31" || len(r.Stays) != 2 || len(r.Moves) != 6 || r.Redated() != 3 {
		t.Errorf("%+v", r)
	}
	after := p.With(r.Edit.Changes...)
	if a := after.Account; a.PlanStart != r.To.Start || a.PlanEnd != r.To.End || a.PlanStatus != model.Draft {
		t.Errorf("%+v", a)
	}
	for r, want := range map[model.Record]string{ahead: "2027-12-31", leap: "2027-02-28", late: "2027-01-01", off: "2026-05-01", undated: "", later: "2027-02-01", done: "2026-03-01", reached: "2026-06-30"} {
		f, _ := model.FieldNamed(after.Get(r.Base().ID).Fields(), "due")
		if f.Text() != want {
			t.Errorf("%s is due on %q, want %q", model.Title(r, nil), f.Text(), want)
		}
	}
	if got := r.Summary(); got != "2 objectives and 4 actions are open and go on, 3 of them on another day; 1 objective and 1 action are over and stay in the history" {
		t.Errorf("%q", got)
	}
	if _, err := model.Rollover(after, model.Date{}, day("2026-12-28")); !errors.Is(err, model.ErrNotBegun) {
		t.Errorf("rolled over twice: %v", err)
	}
	if _, err := model.Rollover(p, day("2026-12-31"), day("2026-12-28")); err == nil {
		t.Error("a period ends before it begins")
	}
	if r, err := model.Rollover(p, day("2027-06-30"), day("2026-12-28")); err != nil || r.To.End != day("2027-06-30") || r.Edit.Changes[1].After.(*model.Objective).Due != day("2027-06-30") {
		t.Errorf("%v %v", r, err)
	}
}

// Whatever the plan and the day: the new period follows the old one without a
// gap, no objective is due before it and no action late, and nothing that is over is touched.
func TestNothingOpenIsLeftBehind(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := nearDay(t, "start")
		account := model.Account{PlanStart: start, PlanEnd: start.AddMonths(12).AddDays(-1)}
		var records []model.Record
		for range rapid.IntRange(0, 6).Draw(t, "records") {
			due, status := model.Date{}, model.Progress(rapid.IntRange(0, 5).Draw(t, "status"))
			if rapid.Bool().Draw(t, "dated") {
				due = start.AddDays(rapid.IntRange(-500, 700).Draw(t, "due"))
			}
			if rapid.Bool().Draw(t, "action") {
				records = append(records, &model.Action{Name: "a", Due: due, Status: status})
			} else {
				records = append(records, &model.Objective{Name: "o", Due: due, Status: status})
			}
		}
		p := planOf(account, records...)
		today := start.AddDays(rapid.IntRange(0, 700).Draw(t, "today"))
		r, err := model.Rollover(p, model.Date{}, today)
		if err != nil {
			t.Fatal(err)
		}
		if r.To.Start != account.PlanEnd.AddDays(1) || len(r.Moves)+len(r.Stays) != len(records) {
			t.Fatalf("%+v", r)
		}
		if months := (r.To.End.AddDays(1).Year()-r.To.Start.Year())*12 + int(r.To.End.AddDays(1).Month()-r.To.Start.Month()); months != 12 && r.To.Start.Day() <= 28 {
			t.Fatalf("the new period, %s, has %d months", r.To, months)
		}
		after := p.With(r.Edit.Changes...)
		for _, a := range model.All[*model.Action](after.Book) {
			if a.Open() && a.Due.Before(r.To.Start) && a.Due.Before(today) {
				t.Fatalf("an open action is late, due on %s, and the period begins on %s", a.Due, r.To.Start)
			}
			if was := p.Get(a.ID).(*model.Action); was.Due != a.Due && (a.Due.Time().Weekday() == time.Sunday || a.Due.Before(today)) {
				t.Fatalf("an action came due on %s, %s", a.Due, a.Due.Time().Weekday())
			}
		}
		for _, o := range model.All[*model.Objective](after.Book) {
			if o.Open() && o.Due.Before(r.To.Start) {
				t.Fatalf("an open objective is due on %s, the period begins on %s", o.Due, r.To.Start)
			}
		}
		for _, s := range r.Stays {
			if !model.Equal(s, after.Get(s.Base().ID)) {
				t.Fatal("what is over was changed")
			}
		}
	})
}
