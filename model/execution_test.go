package model

import (
	"slices"
	"testing"
	"time"
)

func TestExecution(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	made := InstantOf(NewDate(2026, time.January, 1).Time())
	action := func(due Date, status Progress, changed Date) *Action {
		a := &Action{Due: due, Status: status}
		a.Created = made
		if !changed.IsZero() {
			a.Changed = InstantOf(changed.Time().Add(20 * time.Hour))
		}
		return a
	}
	day := func(n int) Date { return today.AddDays(n) }
	onTime, late := action(day(-10), Complete, day(-12)), action(day(-10), Complete, day(-8))
	dayAfter, early := action(day(-10), Complete, day(-9)), action(day(5), Complete, day(-1))
	open, dueToday, ahead := action(day(-1), InProgress, day(-20)), action(today, NotStarted, Date{}), action(day(1), 0, Date{})
	imported := action(day(-30), Complete, Date{})
	imported.Changed = imported.Created
	undated := action(Date{}, Complete, day(-1))
	doneOn := func(due, done, changed Date) *Action {
		a := action(due, Complete, changed)
		a.Done = done
		return a
	}
	for name, test := range map[string]struct {
		actions []*Action
		want    Execution
	}{
		"nothing":                {nil, Execution{}},
		"nothing due":            {[]*Action{dueToday, ahead, undated}, Execution{}},
		"put off and dropped":    {[]*Action{action(day(-5), Deferred, day(-5)), action(day(-5), Cancelled, day(-5))}, Execution{}},
		"on time":                {[]*Action{onTime}, Execution{Answer: Yes, Percent: 100, Due: 1, OnTime: 1}},
		"a day's grace":          {[]*Action{dayAfter}, Execution{Answer: Yes, Percent: 100, Due: 1, OnTime: 1}},
		"done before its day":    {[]*Action{early}, Execution{Answer: Yes, Percent: 100, Due: 1, OnTime: 1}},
		"late":                   {[]*Action{late}, Execution{Answer: No, Due: 1, DoneLate: 1}},
		"open":                   {[]*Action{open}, Execution{Answer: No, Due: 1, Open: 1}},
		"came in complete":       {[]*Action{imported}, Execution{Answer: Yes, Percent: 100, Due: 1, OnTime: 1, Undated: 1}},
		"four of five suffice":   {[]*Action{onTime, onTime, onTime, early, open, ahead}, Execution{Answer: Yes, Percent: 80, Due: 5, OnTime: 4, Open: 1}},
		"two of three do not":    {[]*Action{onTime, onTime, late}, Execution{Answer: No, Percent: 67, Due: 3, OnTime: 2, DoneLate: 1}},
		"a note added later":     {[]*Action{doneOn(day(-10), day(-10), day(-1))}, Execution{Answer: Yes, Percent: 100, Due: 1, OnTime: 1}},
		"a day late by its word": {[]*Action{doneOn(day(-10), day(-9), day(-9))}, Execution{Answer: No, Due: 1, DoneLate: 1}},
		"came in with its day":   {[]*Action{doneOn(day(-10), day(-4), Date{})}, Execution{Answer: No, Due: 1, DoneLate: 1}},
		"none at all of several": {[]*Action{open, late}, Execution{Answer: No, Due: 2, DoneLate: 1, Open: 1}},
	} {
		got := ExecutionOf(test.actions, today)
		if len(got.Reasons) == 0 {
			t.Errorf("%s: no reason given", name)
		}
		got.Reasons = nil
		if got.Answer != test.want.Answer || got.Percent != test.want.Percent || got.Due != test.want.Due || got.OnTime != test.want.OnTime ||
			got.DoneLate != test.want.DoneLate || got.Open != test.want.Open || got.Undated != test.want.Undated {
			t.Errorf("%s: got %+v, wanted %+v", name, got, test.want)
		}
	}
	want := []string{"1 of 4 actions due so far done on time", "1 done late", "1 late and still open"}
	if got := ExecutionOf([]*Action{onTime, late, open, late}, today).Reasons; !slices.Equal(got, []string{want[0], "2 done late", want[2]}) {
		t.Errorf("the reasons are %q", got)
	}
}

func TestSettle(t *testing.T) {
	today, earlier := NewDate(2026, time.March, 31), NewDate(2026, time.March, 2)
	for name, test := range map[string]struct {
		before *Action // nil: the action is new
		after  Action
		want   Date
	}{
		"completed":                 {&Action{Status: InProgress}, Action{Status: Complete}, today},
		"made complete":             {nil, Action{Status: Complete}, today},
		"completed on another day":  {&Action{}, Action{Status: Complete, Done: earlier}, earlier},
		"still open":                {&Action{}, Action{Status: InProgress}, Date{}},
		"a note added later":        {&Action{Status: Complete, Done: earlier}, Action{Status: Complete, Done: earlier, Result: "Sent"}, earlier},
		"came in without a day":     {&Action{Status: Complete}, Action{Status: Complete, Result: "Sent"}, Date{}},
		"the day taken out":         {&Action{Status: Complete, Done: earlier}, Action{Status: Complete}, Date{}},
		"open again":                {&Action{Status: Complete, Done: earlier}, Action{Status: InProgress, Done: earlier}, Date{}},
		"completed again":           {&Action{Status: InProgress}, Action{Status: Complete}, today},
		"open, with a day foreseen": {&Action{Done: earlier}, Action{Done: earlier}, earlier},
	} {
		var before Record
		if test.before != nil {
			before = test.before
		}
		if Settle(before, &test.after, today); test.after.Done != test.want {
			t.Errorf("%s: done on %q, want %q", name, test.after.Done, test.want)
		}
	}
	c := &Contact{Name: "Jane"}
	if Settle(nil, c, today); !Equal(c, &Contact{Name: "Jane"}) {
		t.Errorf("a contact was settled: %+v", c)
	}
}

func TestKeptPromises(t *testing.T) {
	ours, theirs := &Teammate{Name: "Ana"}, &Contact{Name: "Raj"}
	both := func() *Interaction { return &Interaction{Summary: "Met", WePromised: "Slides", TheyPromised: "A date"} }
	for name, test := range map[string]struct {
		about   *Interaction
		actions []*Action // owned by us, unless Function is Customer
		want    Kept
	}{
		"no action":                    {both(), nil, Kept{}},
		"ours is done":                 {both(), []*Action{{Status: Complete}}, Kept{Ours: true}},
		"ours is open":                 {both(), []*Action{{Status: InProgress}}, Kept{}},
		"ours was dropped":             {both(), []*Action{{Status: Cancelled}}, Kept{}},
		"half of ours":                 {both(), []*Action{{Status: Complete}, {}}, Kept{}},
		"done where another dropped":   {both(), []*Action{{Status: Complete}, {Status: Cancelled}}, Kept{Ours: true}},
		"theirs is done":               {both(), []*Action{{Status: Complete, Function: ActionCustomer}}, Kept{Theirs: true}},
		"both are":                     {both(), []*Action{{Status: Complete, Function: ActionCustomer}, {Status: Complete}}, Kept{Ours: true, Theirs: true}},
		"they do what only we said":    {&Interaction{WePromised: "Slides"}, []*Action{{Status: Complete, Function: ActionCustomer}}, Kept{Ours: true}},
		"we do what only they said":    {&Interaction{TheyPromised: "A date"}, []*Action{{Status: Complete}}, Kept{Theirs: true}},
		"an action for something else": {both(), []*Action{{Status: Complete, Name: "elsewhere"}}, Kept{}},
	} {
		records := []Record{test.about, ours, theirs}
		for _, a := range test.actions {
			records = append(records, a)
		}
		planOf(&Account{}, records...) // gives ids
		for _, a := range test.actions {
			a.Owner = ours.ID
			if a.Function == ActionCustomer {
				a.Owner = theirs.ID
			}
			if a.Name == "" {
				a.Serves = test.about.ID
			}
		}
		if got := KeptPromises(planOf(&Account{}, records...))[test.about.ID]; got != test.want {
			t.Errorf("%s: %+v, want %+v", name, got, test.want)
		}
	}
}
