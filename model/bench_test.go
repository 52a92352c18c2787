package model_test

import (
	"testing"

	"astute/model"
	"astute/model/modeltest"
)

func TestABenchListsTheFieldsThatTheRecordDoes(t *testing.T) {
	var bench model.Bench
	records := modeltest.Generate(1, 300, model.NewDate(2026, 3, 16))
	for _, kind := range model.Kinds() {
		records = append(records, model.New(kind, model.ID{1}))
	}
	for _, r := range records {
		own := r.Fields()
		laid, fields := bench.Lay(r)
		if laid == r || laid.Base() == r.Base() {
			t.Fatalf("%s is not copied", r.Kind())
		}
		if !model.Equal(laid, r) || len(fields) != len(own) {
			t.Fatalf("%s on the bench is another", r.Kind())
		}
		for i, f := range own {
			g := fields[i]
			if f.Num != g.Num || f.Name != g.Name || f.Needed != g.Needed || f.IsLong != g.IsLong || f.Text() != g.Text() {
				t.Errorf("%s.%s: %q on the bench, %q in the record", r.Kind(), f.Name, g.Text(), f.Text())
			}
		}
	}
}

func TestWhatIsSetOnTheBenchIsLiftedFromThere(t *testing.T) {
	var bench model.Bench
	for _, r := range modeltest.Generate(1, 300, model.NewDate(2026, 3, 16)) {
		empty := model.New(r.Kind(), r.Base().ID)
		_, fields := bench.Lay(empty)
		for i, f := range r.Fields() {
			if err := fields[i].Parse(f.Text()); err != nil {
				t.Fatal(err)
			}
		}
		if bench.Lift(empty); !model.Equal(empty, r) {
			t.Fatalf("%s is not what was set on the bench", r.Kind())
		}
	}
}

func TestWhatIsSetOnTheBenchStaysThere(t *testing.T) {
	var bench model.Bench
	jane := &model.Contact{Name: "Jane Smith", Phones: []string{"+1 555 0100"}}
	_, fields := bench.Lay(jane)
	for _, f := range fields {
		if f.Name == "name" || f.Name == "phones" {
			if err := f.Parse("Raj Mehta"); err != nil {
				t.Fatal(err)
			}
		}
	}
	if jane.Name != "Jane Smith" || jane.Phones[0] != "+1 555 0100" {
		t.Errorf("the record changed: %+v", jane)
	}
}
