package model_test

import (
	"slices"
	"testing"

	"astute/model"

	"pgregory.net/rapid"
)

func TestBookKeepsOrderAndFindsEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book := drawBook(t)
		shuffled := rapid.Permutation(book.Records()).Draw(t, "order")
		given := slices.Clone(shuffled)
		again := model.NewBook(shuffled)
		if !slices.Equal(again.Records(), book.Records()) || !slices.Equal(shuffled, given) {
			t.Fatal("the order of a book follows from the order it was given in, or changed that")
		}
		for i, r := range book.Records() {
			if book.Get(r.Base().ID) != r {
				t.Fatalf("%s is not found", r.Base().ID)
			}
			if i > 0 {
				before := book.Records()[i-1]
				if before.Kind() > r.Kind() || before.Kind() == r.Kind() && before.Base().ID.Compare(r.Base().ID) >= 0 {
					t.Fatal("records are not by kind, then in the order of their making")
				}
			}
		}
		n := 0
		for _, kind := range model.Kinds() {
			for _, r := range book.Of(kind) {
				if r.Kind() != kind {
					t.Fatalf("a %s among the %s", r.Kind(), kind.Plural())
				}
				n++
			}
		}
		if n != len(book.Records()) || len(model.All[*model.Contact](book)) != len(book.Of(model.KindContact)) {
			t.Fatalf("%d records by kind, %d in all", n, len(book.Records()))
		}
	})
}

func TestReferrers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book := drawBook(t)
		target := rapid.SampledFrom(book.Records()).Draw(t, "target").Base().ID
		referrers := book.Referrers(target)
		for _, r := range book.Records() {
			links := false
			for _, f := range r.Fields() {
				links = links || slices.Contains(f.Links(), target)
			}
			if slices.Contains(referrers, r) != links || model.Refers(r, target) != links {
				t.Fatalf("%s refers: %t, want %t", r.Base().ID, !links, links)
			}
		}
	})
}

func TestBookWith(t *testing.T) {
	next := newIDs()
	it, stores, online := &model.Unit{Head: model.Head{ID: next()}, Name: "IT"}, &model.Unit{Head: model.Head{ID: next()}, Name: "Stores"}, &model.Unit{Head: model.Head{ID: next()}, Name: "Online"}
	book := model.NewBook([]model.Record{it, stores})
	renamed := model.Clone(it)
	renamed.Name = "Technology"
	after := book.With(model.Change{Before: it, After: renamed}, model.Change{Before: stores}, model.Change{After: online})
	if got := len(after.Records()); got != 2 || after.Name(it.ID) != "Technology" || after.Get(stores.ID) != nil || after.Name(online.ID) != "Online" {
		t.Errorf("%d records: %v", got, after.Records())
	}
	if len(book.Records()) != 2 || book.Name(it.ID) != "IT" || book.Get(online.ID) != nil || it.Name != "IT" {
		t.Error("the book itself has changed")
	}
	if book.Name(online.ID) != "" || book.Name(model.ID{}) != "" {
		t.Error("somebody unknown has a name")
	}
	if _, ok := model.Lookup[*model.Contact](book, it.ID); ok {
		t.Error("a unit was looked up as a contact")
	}
	if u, ok := model.Lookup[*model.Unit](book, it.ID); !ok || u != it {
		t.Error("a unit was not looked up")
	}
	if later := model.NewBook([]model.Record{it, renamed}); len(later.Records()) != 1 || later.Name(it.ID) != "Technology" {
		t.Error("of two with one id the later does not count")
	}
}

func TestPlan(t *testing.T) {
	next := newIDs()
	account := &model.Account{Head: model.Head{ID: next()}, Name: "FreshKart"}
	jane := &model.Contact{Head: model.Head{ID: next(), Account: account.ID}, Name: "Jane"}
	given := []model.Record{jane}
	plan := model.NewPlan(account, given)
	if plan.Account != account || plan.Get(account.ID) != model.Record(account) || len(plan.Records()) != 2 || len(given) != 1 {
		t.Errorf("the plan holds %v", plan.Records())
	}
	renamed := model.Clone(account)
	renamed.Name = "FreshKart Grocers"
	after := plan.With(model.Change{Before: account, After: renamed})
	if after.Account.Name != "FreshKart Grocers" || plan.Account.Name != "FreshKart" {
		t.Errorf("after the change the account is %s, before %s", after.Account.Name, plan.Account.Name)
	}
	if gone := plan.With(model.Change{Before: account}); gone.Account != account || gone.Get(account.ID) != nil {
		t.Error("a plan whose account is removed keeps another account")
	}
}

func TestLastTouched(t *testing.T) {
	next := newIDs()
	account := &model.Account{Head: model.Head{ID: next()}, Name: "FreshKart"}
	jane, raj := &model.Contact{Head: model.Head{ID: next()}, Name: "Jane"}, &model.Contact{Head: model.Head{ID: next()}, Name: "Raj"}
	talk := func(days int, with ...model.ID) model.Record {
		return &model.Interaction{Head: model.Head{ID: next()}, On: someDay.AddDays(days), Contacts: with}
	}
	plan := model.NewPlan(account, []model.Record{jane, raj, talk(-5, jane.ID), talk(-2, jane.ID, raj.ID), talk(-9, jane.ID)})
	for _, c := range []struct {
		contact *model.Contact
		touched model.Date
		want    model.Date
	}{
		{jane, model.Date{}, someDay.AddDays(-2)},
		{jane, someDay.AddDays(-1), someDay.AddDays(-1)},
		{jane, someDay.AddDays(-3), someDay.AddDays(-2)},
		{&model.Contact{Head: model.Head{ID: next()}}, model.Date{}, model.Date{}},
		{&model.Contact{Head: model.Head{ID: next()}}, someDay, someDay},
	} {
		c.contact.Touched = c.touched
		if got := plan.LastTouched(c.contact); got != c.want {
			t.Errorf("%s with the field at %q was touched on %q, want %q", c.contact.Name, c.touched, got, c.want)
		}
	}
}
