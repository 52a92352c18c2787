package model_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"astute/model"
)

// works returns actions called A, B, C ... in one account; waits says who waits
// for whom: "B:A" is B waits for A.
func works(n int, waits ...string) []*model.Action {
	list := make([]*model.Action, n)
	for i := range list {
		list[i] = &model.Action{Name: string(rune('A' + i)), Status: model.NotStarted}
		list[i].ID, list[i].Account = model.ID{1, byte(i >> 8), byte(i)}, model.ID{9}
	}
	for _, w := range waits {
		a := list[w[0]-'A']
		for _, on := range w[2:] {
			a.WaitsFor = append(a.WaitsFor, list[on-'A'].ID)
		}
	}
	return list
}

func bookOf(list []*model.Action) *model.Book {
	var records []model.Record
	for _, a := range list {
		records = append(records, a)
	}
	return model.NewBook(records)
}

func TestWhatAnActionWaitsFor(t *testing.T) {
	list := works(6, "F:ABCDE")
	list[0].Status, list[1].Status, list[2].Status, list[3].Status = model.Complete, model.Cancelled, model.Deferred, model.InProgress
	var names []string
	for _, on := range model.WaitsOn(bookOf(list), list[5]) {
		names = append(names, on.Name)
	}
	if got := strings.Join(names, ""); got != "CDE" {
		t.Errorf("it waits for %s", got)
	}
	list[5].Status = model.Complete
	if on := model.WaitsOn(bookOf(list), list[5]); on != nil {
		t.Errorf("what is done waits for %d", len(on))
	}
}

func TestTheCriticalActionHoldsUpMost(t *testing.T) {
	due := func(n int) model.Date { return model.NewDate(2026, time.March, 1).AddDays(n) }
	for name, test := range map[string]struct {
		waits    []string
		set      func(list []*model.Action)
		critical string
		waiting  int
		chain    string
	}{
		"nothing waits":             {nil, nil, "", 0, ""},
		"one":                       {[]string{"B:A"}, nil, "A", 1, "B"},
		"the one with more":         {[]string{"B:A", "D:C", "E:C"}, nil, "C", 2, "D"},
		"through others":            {[]string{"B:A", "C:B", "D:C", "F:E"}, nil, "A", 3, "BCD"},
		"one way counts once":       {[]string{"B:A", "C:A", "D:BC"}, nil, "A", 3, "BD"},
		"the longer chain":          {[]string{"B:A", "C:A", "E:D", "F:E"}, nil, "D", 2, "EF"},
		"the sooner":                {[]string{"B:A", "D:C"}, func(l []*model.Action) { l[0].Due, l[2].Due = due(9), due(3) }, "C", 1, "D"},
		"a day before none":         {[]string{"B:A", "D:C"}, func(l []*model.Action) { l[2].Due = due(3) }, "C", 1, "D"},
		"what is done is not":       {[]string{"B:A", "C:A", "E:D"}, func(l []*model.Action) { l[0].Status = model.Complete }, "D", 1, "E"},
		"what is put off is":        {[]string{"B:A", "C:A", "E:D"}, func(l []*model.Action) { l[0].Status = model.Deferred }, "A", 2, "B"},
		"who is done waits no more": {[]string{"B:A", "C:A", "E:D", "F:E"}, func(l []*model.Action) { l[1].Status, l[2].Status = model.Complete, model.Cancelled }, "D", 2, "EF"},
		"a circle":                  {[]string{"A:B", "B:A", "C:B"}, nil, "A", 2, "BC"},
	} {
		list := works(6, test.waits...)
		if test.set != nil {
			test.set(list)
		}
		c, ok := model.CriticalOf(list)
		if ok != (test.critical != "") {
			t.Errorf("%s: found %v", name, ok)
		}
		if !ok {
			continue
		}
		chain := ""
		for _, a := range c.Chain {
			chain += a.Name
		}
		if c.Action.Name != test.critical || c.Waiting != test.waiting || chain != test.chain {
			t.Errorf("%s: %s with %d waiting, chain %s; want %s, %d, %s", name, c.Action.Name, c.Waiting, chain, test.critical, test.waiting, test.chain)
		}
	}
	list := works(3, "B:A", "C:B")
	list[1].Due = due(3)
	c, _ := model.CriticalOf(list)
	if got, want := c.Why(), `2 actions wait for it, up to "C" by 2026-03-04`; got != want {
		t.Errorf("it says %s, want %s", got, want)
	}
}

func TestACircleIsRefusedAndNamed(t *testing.T) {
	list := works(4, "B:A", "C:B")
	book := bookOf(list)
	link := func(a *model.Action, on ...*model.Action) model.Edit {
		after := model.Clone(a)
		for _, b := range on {
			after.WaitsFor = append(after.WaitsFor, b.ID)
		}
		return model.Edited("edit", a, after)
	}
	err := model.CheckWaiting(book, link(list[0], list[2]))
	if !errors.Is(err, model.ErrWaitingCircle) || !errors.Is(err, model.ErrInvalid) || !strings.Contains(err.Error(), `"A" waits for "C", which waits for "B", which waits for "A": take one out of waits_for`) {
		t.Errorf("the circle gives %v", err)
	}
	if err := model.CheckWaiting(book, link(list[3], list[2], list[0])); err != nil {
		t.Errorf("no circle gives %v", err)
	}
	// Two edits of one step that close it together.
	edit := link(list[3], list[2])
	edit.Changes = append(edit.Changes, link(list[0], list[3]).Changes...)
	if err := model.CheckWaiting(book, edit); !errors.Is(err, model.ErrWaitingCircle) {
		t.Errorf("a circle over two records gives %v", err)
	}
	// One that came in keeps nobody from anything else.
	list = works(3, "A:B", "B:A")
	other := model.Clone(list[0])
	other.Name = "Other"
	if err := model.CheckWaiting(bookOf(list), model.Edited("edit", list[0], other)); err != nil {
		t.Errorf("an old circle gives %v", err)
	}
	if found := model.WaitingCircles(list); len(found) != 1 || model.CircleText(found[0]) != `"A" waits for "B", which waits for "A"` {
		t.Errorf("circles found: %d", len(found))
	}
}

// Whatever waits for whatever: nothing loops, the circles that are found are
// circles, and where none are, an edit is refused exactly when it makes one.
func TestWaitingNeverLoops(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := works(rapid.IntRange(1, 12).Draw(t, "n"))
		for range rapid.IntRange(0, 24).Draw(t, "links") {
			a, b := rapid.SampledFrom(list).Draw(t, "who"), rapid.SampledFrom(list).Draw(t, "on")
			a.WaitsFor = append(a.WaitsFor, b.ID)
		}
		found := model.WaitingCircles(list)
		for _, circle := range found {
			for i, a := range circle {
				if !slices.Contains(a.WaitsFor, circle[(i+1)%len(circle)].ID) {
					t.Fatalf("%s is no circle", model.CircleText(circle))
				}
			}
		}
		if c, ok := model.CriticalOf(list); ok && (c.Waiting < len(c.Chain) || c.Waiting >= len(list) || len(c.Chain) == 0) {
			t.Fatalf("%d wait and the chain has %d", c.Waiting, len(c.Chain))
		}
		if len(found) > 0 {
			return
		}
		a, b := rapid.SampledFrom(list).Draw(t, "more"), rapid.SampledFrom(list).Draw(t, "for")
		after := model.Clone(a)
		after.WaitsFor = append(after.WaitsFor, b.ID)
		edit := model.Edited("edit", a, after)
		then := slices.Clone(list)
		then[slices.Index(list, a)] = after
		if err := model.CheckWaiting(bookOf(list), edit); (err != nil) != (len(model.WaitingCircles(then)) > 0) {
			t.Fatalf("%s for %s: %v", a.Name, b.Name, err)
		}
	})
}

func TestWhatAnObjectiveLacks(t *testing.T) {
	full := model.Objective{Name: "Win", Owner: model.ID{1}, Due: model.NewDate(2026, time.June, 1), Metrics: []string{"won: 1"}, Status: model.InProgress}
	step := &model.Action{Name: "Call", Owner: model.ID{1}, Due: full.Due}
	with := func(change func(o *model.Objective)) *model.Objective {
		o := full
		change(&o)
		return &o
	}
	for name, test := range map[string]struct {
		o       *model.Objective
		actions []*model.Action
		want    string
	}{
		"nothing":           {&full, []*model.Action{step}, ""},
		"everything":        {&model.Objective{Name: "Win"}, nil, "an owner, a due date, a success metric, actions"},
		"dropped ones only": {&full, []*model.Action{{Status: model.Cancelled}}, "actions"},
		"loose actions":     {&full, []*model.Action{step, {Name: "x"}, {Name: "y", Owner: model.ID{1}}}, "an owner of 1 action, a day for 2 actions"},
		"done ones do not":  {&full, []*model.Action{{Name: "x", Status: model.Complete}}, ""},
		"reached, not said": {with(func(o *model.Objective) { o.Status = model.Complete }), nil, "what was reached"},
		"reached, and said": {with(func(o *model.Objective) { o.Status, o.Metrics = model.Complete, []string{"won: 1 (2)"} }), nil, ""},
		"dropped":           {&model.Objective{Name: "Win", Status: model.Cancelled}, nil, ""},
	} {
		var got []string
		for _, lack := range model.ObjectiveLacks(test.o, test.actions) {
			got = append(got, lack.What)
			if lack.Cure == "" {
				t.Errorf("%s: no cure for %s", name, lack.What)
			}
		}
		if text := strings.Join(got, ", "); text != test.want {
			t.Errorf("%s: lacks %q, want %q", name, text, test.want)
		}
	}
}

func TestAMetricAndWhatItReached(t *testing.T) {
	for line, want := range map[string]model.Metric{
		"meetings held: 5 (6)":      {Name: "meetings held", Wanted: "5", Reached: "6"},
		"meetings held: 5":          {Name: "meetings held", Wanted: "5"},
		"a friend in Finance":       {Name: "a friend in Finance"},
		"a friend in Finance (yes)": {Name: "a friend in Finance", Reached: "yes"},
		"cost (all): 5 %":           {Name: "cost (all)", Wanted: "5 %"},
		"ends:":                     {Name: "ends"},
		"odd)":                      {Name: "odd)"},
		"":                          {},
	} {
		if got := model.ParseMetric(line); got != want {
			t.Errorf("%q is %+v, want %+v", line, got, want)
		}
		if again := model.ParseMetric(want.String()); again != want {
			t.Errorf("%q written out is read as %+v", line, again)
		}
	}
}

func TestShortAndLongTermFollowFromTheDueDate(t *testing.T) {
	today := model.NewDate(2024, time.February, 29)
	for due, want := range map[model.Date]model.Horizon{
		{}: 0, today.AddDays(-5): model.ShortRange, model.NewDate(2025, time.February, 28): model.ShortRange, model.NewDate(2025, time.March, 1): model.LongRange,
	} {
		if got := model.HorizonOf(due, today); got != want {
			t.Errorf("%s is %q, want %q", due, got, want)
		}
	}
}

// Two thousand actions in a row, the last one first in the list.
func TestALongRowOfActions(t *testing.T) {
	list := works(2000)
	for i, a := range list[:len(list)-1] {
		a.Name, a.WaitsFor = fmt.Sprint(i), []model.ID{list[i+1].ID}
	}
	c, ok := model.CriticalOf(list)
	if !ok || c.Action != list[1999] || c.Waiting != 1999 || len(c.Chain) != 1999 || c.Chain[1998] != list[0] {
		t.Errorf("%d wait in a chain of %d", c.Waiting, len(c.Chain))
	}
	list[1999].WaitsFor = []model.ID{list[0].ID}
	if found := model.WaitingCircles(list); len(found) != 1 || len(found[0]) != 2000 {
		t.Errorf("%d circles", len(found))
	}
}
