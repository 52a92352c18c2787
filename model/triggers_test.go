package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"astute/model"
)

// logged returns the worked example with a milestone of a type logged today.
func logged(typ model.MilestoneType) (*model.Plan, *model.Milestone) {
	p := exampleThen(0)
	m := &model.Milestone{Name: typ.String(), Type: typ, On: someDay}
	m.ID, m.Account, m.Created = model.ID{15: 9}, p.Account.ID, model.InstantOf(someDay.Time())
	return p.With(model.Change{After: m}), m
}

func TestMilestonesPutRecordsInDoubt(t *testing.T) {
	want := map[model.MilestoneType][]model.Kind{
		model.Reorganisation:    {model.KindContact, model.KindUnit, model.KindOpportunity},
		model.BudgetChange:      {model.KindOpportunity, model.KindMark, model.KindRenewal},
		model.CompetitiveLoss:   {model.KindOpportunity, model.KindCompetitor, model.KindMark},
		model.LeadershipChange:  {model.KindContact, model.KindOpportunity, model.KindInitiative},
		model.MergerAcquisition: {model.KindContact, model.KindUnit, model.KindOpportunity, model.KindRenewal, model.KindCompetitor, model.KindInitiative},
		model.GrowthChange:      {model.KindGoal, model.KindMark, model.KindOpportunity},
		model.FundingMilestone:  {model.KindOpportunity, model.KindMark, model.KindInitiative},
		model.NewDepartment:     {model.KindUnit, model.KindMark},
		model.StrategicMeeting:  nil,
		model.DealSigned:        nil,
	}
	for typ, kinds := range want {
		p, m := logged(typ)
		if model.Triggers(m) != (kinds != nil) {
			t.Errorf("%s: is it a trigger?", typ)
		}
		var found []model.Kind
		seen := map[model.ID]bool{}
		for _, d := range model.DoubtsOf(p, m, someDay) {
			if !slices.Contains(found, d.Record.Kind()) {
				found = append(found, d.Record.Kind())
			}
			if seen[d.Record.Base().ID] || d.Why == "" || len(d.Fields) == 0 {
				t.Errorf("%s: %+v", typ, d)
			}
			seen[d.Record.Base().ID] = true
			for _, name := range d.Fields {
				if _, ok := model.FieldNamed(d.Record.Fields(), name); !ok {
					t.Errorf("%s: a %s has no %s", typ, d.Record.Kind(), name)
				}
			}
		}
		if fmt.Sprint(found) != fmt.Sprint(kinds) {
			t.Errorf("%s: doubts about %v, want %v", typ, found, kinds)
		}
		if list := model.DoubtsOf(p, m, someDay.AddDays(-1)); list != nil {
			t.Errorf("%s: it lies ahead, and there are %d doubts", typ, len(list))
		}
	}
}

func TestADoubtIsSettledByLooking(t *testing.T) {
	p, m := logged(model.Reorganisation)
	list := model.DoubtsOf(p, m, someDay)
	for i, d := range list {
		e := model.Upheld(d.Record, m, someDay, p.Name)
		if e.IsEmpty() {
			t.Fatalf("nothing is written of %s", model.Title(d.Record, p.Name))
		}
		after := e.Changes[0].After
		after.Base().Changed = m.Created + 1
		if c, ok := after.(*model.Contact); ok && c.Confirmed != someDay {
			t.Errorf("%s is not confirmed", c.Name)
		} else if !ok && !strings.HasSuffix(after.Base().Notes, "still true after Reorganisation.") {
			t.Errorf("the notes say %q", after.Base().Notes)
		}
		if p = p.With(e.Changes...); len(model.DoubtsOf(p, m, someDay)) != len(list)-i-1 {
			t.Fatalf("after %d of %d steps %d are left", i+1, len(list), len(model.DoubtsOf(p, m, someDay)))
		}
	}
}

func TestALeaverPutsWhatNamesHimInDoubt(t *testing.T) {
	p := exampleThen(0)
	var jane *model.Contact
	for _, c := range model.All[*model.Contact](p.Book) {
		if c.Name == "Jane Smith" {
			jane = c
		}
	}
	if list := model.DoubtsOf(p, jane, someDay); list != nil {
		t.Errorf("she is there: %d doubts", len(list))
	}
	gone := model.Clone(jane)
	gone.Left, gone.Changed = true, model.InstantOf(someDay.Time())
	p = p.With(model.Change{Before: jane, After: gone})
	list := model.DoubtsOf(p, gone, someDay)
	kinds := map[model.Kind]int{}
	for _, d := range list {
		kinds[d.Record.Kind()]++
		if !model.Refers(d.Record, jane.ID) || !strings.HasPrefix(d.Why, "Jane Smith has left, and is named in ") {
			t.Errorf("%s: %s", model.Title(d.Record, p.Name), d.Why)
		}
	}
	for _, kind := range []model.Kind{model.KindContact, model.KindOpportunity, model.KindLine, model.KindRelationship} {
		if kinds[kind] == 0 {
			t.Errorf("no doubt about any %s: %v", kind, kinds)
		}
	}
	if kinds[model.KindInteraction]+kinds[model.KindReview] > 0 || list[0].Record.Kind() != model.KindOpportunity {
		t.Errorf("in the wrong order, or about what is past: %v", kinds)
	}
}
