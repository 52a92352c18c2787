package model_test

import (
	"fmt"
	"slices"
	"testing"

	"astute/model"

	"pgregory.net/rapid"
)

// goesWith finds what has to go with records in the plainest way: again and
// again, everything that cannot be without something that is gone.
func goesWith(book *model.Book, targets ...model.Record) map[model.ID]bool {
	gone := map[model.ID]bool{}
	for _, r := range targets {
		gone[r.Base().ID] = true
	}
	for grew := true; grew; {
		grew = false
		for _, r := range book.Records() {
			for _, f := range r.Fields() {
				for _, id := range f.Links() {
					if gone[id] && !gone[r.Base().ID] && (f.Needed || f.Num == model.NumAccount) {
						gone[r.Base().ID], grew = true, true
					}
				}
			}
		}
	}
	return gone
}

// without returns the text of a field with the items taken out that are gone.
func without(f model.Field, gone func(model.ID) bool) string {
	clone := f.Items()
	if f.Links() != nil {
		clone = slices.DeleteFunc(clone, func(item string) bool { return gone(must(model.ParseID(item))) })
	}
	text := ""
	for i, item := range clone {
		if i > 0 {
			text += "\n"
		}
		text += item
	}
	if f.Links() == nil {
		return f.Text()
	}
	return text
}

func TestRemovalLeavesNoLinkBehind(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book := drawBook(t)
		targets := rapid.SliceOfN(rapid.SampledFrom(book.Records()), 1, 4).Draw(t, "targets")
		before := make(map[model.ID]string)
		for _, r := range book.Records() {
			before[r.Base().ID] = texts(r)
		}
		changes := model.Removal(book.Referrers, targets...)
		checkRemoval(t, book, changes, goesWith(book, targets...))
		if changes[0].Before != targets[0] || changes[0].After != nil {
			t.Fatal("the first change does not remove the record")
		}
		after := book.With(changes...)
		dangling(t, after)
		for _, r := range book.Records() {
			if texts(r) != before[r.Base().ID] {
				t.Fatal("finding out what goes changed a record of the book")
			}
		}
		// One undo restores all.
		var back []model.Change
		for _, c := range changes {
			back = append(back, model.Change{Before: c.After, After: c.Before})
		}
		sameBook(t, after.With(back...), book)
	})
}

// checkRemoval fails unless the changes remove what is gone, edit what refers to
// it, once each, and touch nothing else.
func checkRemoval(t failer, book *model.Book, changes []model.Change, gone map[model.ID]bool) {
	t.Helper()
	seen := map[model.ID]bool{}
	for _, c := range changes {
		id := c.Record().Base().ID
		if seen[id] || book.Get(id) != c.Before {
			t.Fatalf("%s %s is changed twice, or from what it was not", c.Record().Kind(), id)
		}
		seen[id] = true
		if (c.After == nil) != gone[id] {
			t.Fatalf("%s %s: removed %t, want %t", c.Record().Kind(), id, c.After == nil, gone[id])
		}
		if c.After == nil {
			continue
		}
		fields := c.After.Fields()
		for i, f := range c.Before.Fields() {
			if want := without(f, func(id model.ID) bool { return gone[id] }); fields[i].Text() != want {
				t.Fatalf("%s.%s became %q, want %q", c.Before.Kind(), f.Name, fields[i].Text(), want)
			}
		}
		if model.Equal(c.Before, c.After) {
			t.Fatalf("%s %s is listed, but not changed", c.Before.Kind(), id)
		}
	}
	for _, r := range book.Records() {
		id := r.Base().ID
		refers := slices.ContainsFunc(r.Fields(), func(f model.Field) bool {
			return slices.ContainsFunc(f.Links(), func(to model.ID) bool { return gone[to] })
		})
		if (gone[id] || refers) != seen[id] {
			t.Fatalf("%s %s: changed %t, want %t", r.Kind(), id, seen[id], gone[id] || refers)
		}
	}
}

func sameBook(t failer, a, b *model.Book) {
	t.Helper()
	if len(a.Records()) != len(b.Records()) {
		t.Fatalf("%d records, want %d", len(a.Records()), len(b.Records()))
	}
	for i, r := range a.Records() {
		if !model.Equal(r, b.Records()[i]) {
			t.Fatalf("%s, want %s", texts(r), texts(b.Records()[i]))
		}
	}
}

func TestRemovalCounts(t *testing.T) {
	next := newIDs()
	head := func(account model.ID) model.Head { return model.Head{ID: next(), Account: account} }
	ana := &model.Teammate{Head: head(model.ID{}), Name: "Ana"}
	account := &model.Account{Head: head(model.ID{}), Name: "FreshKart", Owner: ana.ID, Team: []model.ID{ana.ID}}
	jane := &model.Contact{Head: head(account.ID), Name: "Jane"}
	raj := &model.Contact{Head: head(account.ID), Name: "Raj", ReportsTo: jane.ID}
	line := &model.Line{Head: head(account.ID), From: jane.ID, To: raj.ID, Type: model.Influences}
	with := &model.Relationship{Head: head(account.ID), Teammate: ana.ID, Contact: jane.ID}
	call := &model.Action{Head: head(account.ID), Name: "Call", Owner: jane.ID, Serves: with.ID}
	talk := &model.Interaction{Head: head(account.ID), On: someDay, Type: model.Call, Summary: "x", Contacts: []model.ID{raj.ID, jane.ID}, Teammate: ana.ID}
	book := model.NewBook([]model.Record{ana, account, jane, raj, line, with, call, talk})

	for _, c := range []struct {
		target        model.Record
		gone, cleared int
	}{
		{jane, 3, 3},    // with line and relationship; Raj, the call and the talk let go of her
		{raj, 2, 1},     // with the line; the talk
		{with, 1, 1},    // the call serves it
		{call, 1, 0},    //
		{ana, 2, 3},     // with the relationship; account, talk, and the call that served the relationship
		{account, 7, 0}, // all but Ana
	} {
		gone, cleared := 0, 0
		for _, change := range model.Removal(book.Referrers, c.target) {
			if change.After == nil {
				gone++
			} else {
				cleared++
			}
		}
		if gone != c.gone || cleared != c.cleared {
			t.Errorf("removing %s: %d go and %d let go, want %d and %d", book.Name(c.target.Base().ID), gone, cleared, c.gone, c.cleared)
		}
	}
	after := book.With(model.Removal(book.Referrers, jane)...)
	if got, _ := model.Lookup[*model.Interaction](after, talk.ID); fmt.Sprint(got.Contacts) != fmt.Sprint([]model.ID{raj.ID}) {
		t.Errorf("the talk is with %v", got.Contacts)
	}
}

// movable are the kinds that can stand in another account by themselves: lines
// and relationships would lose what they need.
func movable(r model.Record) bool {
	return r.Kind().Scope() == model.ScopeAccount && !slices.ContainsFunc(r.Fields(), func(f model.Field) bool { return f.Needed && f.Type() == model.TypeLink })
}

func TestMoveLeavesNoLinkAcrossAccounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book := drawBook(t)
		r := rapid.SampledFrom(slices.DeleteFunc(slices.Clone(book.Records()), func(r model.Record) bool { return !movable(r) })).Draw(t, "record")
		var to model.ID // none, or an account
		if accounts := book.Of(model.KindAccount); rapid.Bool().Draw(t, "into an account") {
			to = rapid.SampledFrom(accounts).Draw(t, "account").Base().ID
		}
		if to == r.Base().Account {
			return
		}
		was := texts(r)
		changes := model.Move(r, to, book)
		if changes[0].Before != r || changes[0].After.Base().Account != to || changes[0].After.Base().ID != r.Base().ID || texts(r) != was {
			t.Fatal("the first change does not move the record")
		}
		after := book.With(changes...)
		dangling(t, after)
		crossing(t, after)
		// What moved keeps everything but its links to what stayed behind.
		fields := changes[0].After.Fields()
		for i, f := range r.Fields() {
			if f.Num == model.NumAccount {
				continue
			}
			want := without(f, func(id model.ID) bool {
				return id != r.Base().ID && book.Get(id).Kind().Scope() == model.ScopeAccount || book.Get(id).Kind() == model.KindAccount
			})
			if fields[i].Text() != want {
				t.Fatalf("%s.%s became %q, want %q", r.Kind(), f.Name, fields[i].Text(), want)
			}
		}
		// What stays behind lets go of it as if it had been removed.
		gone := goesWith(book, r)
		for _, c := range changes[1:] {
			if id := c.Record().Base().ID; id == r.Base().ID || (c.After == nil) != gone[id] {
				t.Fatalf("%s %s: removed %t", c.Record().Kind(), id, c.After == nil)
			}
		}
		if got, want := len(after.Records()), len(book.Records())-len(gone)+1; got != want {
			t.Fatalf("%d records are left, want %d", got, want)
		}
	})
}

func TestMoveTakesALinkToItselfAlong(t *testing.T) {
	next := newIDs()
	from, to := &model.Account{Head: model.Head{ID: next()}, Name: "From"}, &model.Account{Head: model.Head{ID: next()}, Name: "To"}
	there := &model.Contact{Head: model.Head{ID: next(), Account: to.ID}, Name: "There"}
	here := &model.Contact{Head: model.Head{ID: next(), Account: from.ID}, Name: "Here"}
	a := &model.Action{Head: model.Head{ID: next(), Account: from.ID}, Name: "Call", Owner: here.ID}
	a.Serves, a.WaitsFor = a.ID, nil
	book := model.NewBook([]model.Record{from, to, there, here, a})
	changes := model.Move(a, to.ID, book)
	moved := changes[0].After.(*model.Action)
	if len(changes) != 1 || moved.Serves != a.ID || !moved.Owner.IsZero() || moved.Account != to.ID {
		t.Errorf("%d changes; moved: %s", len(changes), texts(moved))
	}
	// What stands where it goes is not left behind.
	a.Owner, a.Serves = there.ID, to.ID
	if moved := model.Move(a, to.ID, book)[0].After.(*model.Action); moved.Owner != there.ID || moved.Serves != to.ID {
		t.Errorf("moved: %s", texts(moved))
	}
}

// crossing fails when a link to an account stands in another account.
func crossing(t failer, book *model.Book) {
	t.Helper()
	for _, r := range book.Records() {
		for _, f := range r.Fields() {
			for _, id := range f.Links() {
				if target := book.Get(id); target.Kind() == model.KindAccount && id != r.Base().Account {
					t.Fatalf("%s.%s points to another account", r.Kind(), f.Name)
				}
			}
		}
	}
}
