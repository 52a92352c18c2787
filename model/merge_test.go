package model_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"astute/model"

	"pgregory.net/rapid"
)

// drawMerging draws two records of one kind that can become one, and choices that
// may be made about them. ok is false where the book has no two.
func drawMerging(t *rapid.T, book *model.Book) (m model.Merging, ok bool) {
	kind := rapid.SampledFrom(model.Mergeable).Draw(t, "kind")
	list := book.Of(kind)
	m.Kept = rapid.SampledFrom(list).Draw(t, "kept")
	others := slices.DeleteFunc(slices.Clone(list), func(r model.Record) bool {
		return r == m.Kept || r.Base().Account != m.Kept.Base().Account
	})
	if len(others) == 0 {
		return m, false
	}
	m.Dropped = rapid.SampledFrom(others).Draw(t, "dropped")
	m.Chosen = map[int]model.Take{}
	for _, row := range m.Fields(book) {
		take := rapid.SampledFrom([]model.Take{model.TakeKept, model.TakeDropped, model.TakeBoth}).Draw(t, row.Field.Name)
		if rapid.Bool().Draw(t, "choose "+row.Field.Name) && row.May(take) == nil {
			m.Chosen[row.Field.Num] = take
		}
	}
	return m, true
}

func TestMergingLosesNothingThatWasNotChosenAway(t *testing.T) {
	merged := 0
	rapid.Check(t, func(t *rapid.T) {
		book := drawBook(t)
		m, ok := drawMerging(t, book)
		if !ok {
			return
		}
		before := map[model.ID]string{}
		for _, r := range book.Records() {
			before[r.Base().ID] = texts(r)
		}
		rows := m.Fields(book)
		edit, err := m.Edit(book)
		if errors.Is(err, model.ErrInvalid) {
			return // values of both that do not fit each other
		}
		if err != nil {
			t.Fatalf("%v", err)
		}
		merged++
		after := book.With(edit.Changes...)
		dangling(t, after)
		a, b := m.Kept.Base().ID, m.Dropped.Base().ID
		if after.Get(b) != nil || after.Get(a) == nil {
			t.Fatal("not the right one of the two is there")
		}
		checkMerged(t, after.Get(a), rows)
		for _, r := range after.Records() {
			checkLinks(t, r, a, b)
			if book.Get(r.Base().ID) == nil {
				t.Fatalf("%s is new", texts(r))
			}
			if err := model.Check(r); err != nil {
				t.Fatalf("%s: %v", texts(r), err)
			}
		}
		seen := map[model.ID]bool{}
		for _, c := range edit.Changes {
			id := c.Record().Base().ID
			if seen[id] || book.Get(id) != c.Before {
				t.Fatalf("%s is changed twice, or from what it was not", id)
			}
			seen[id] = true
			if c.After == nil && id != b {
				checkGone(t, book, after, c.Before, a, b)
			} else if c.After != nil && id != a {
				checkLed(t, after, c, a, b)
			}
		}
		for _, r := range book.Records() {
			if texts(r) != before[r.Base().ID] {
				t.Fatal("finding out what comes of it changed a record of the book")
			}
			if !seen[r.Base().ID] && model.Refers(r, b) {
				t.Fatalf("%s still leads to what is gone", texts(r))
			}
		}
		var back []model.Change
		for _, c := range edit.Changes {
			back = append(back, model.Change{Before: c.After, After: c.Before})
		}
		sameBook(t, after.With(back...), book)
	})
	if merged == 0 {
		t.Error("nothing was merged")
	}
}

// checkMerged fails unless the record has of each field what was taken, and
// nothing known gave way to nothing.
func checkMerged(t failer, r model.Record, rows []model.MergeField) {
	t.Helper()
	fields := r.Fields()
	for _, row := range rows {
		f := model.MustField(fields, row.Field.Name)
		if f.Type() != model.TypeBool && f.IsZero() && row.Kept+row.Dropped != "" {
			t.Fatalf("%s was known and is not", f.Name)
		}
		var want []string
		if row.Take != model.TakeDropped {
			want = append(want, row.Kept)
		}
		if row.Take != model.TakeKept {
			want = append(want, row.Dropped)
		}
		for _, text := range want {
			for _, item := range model.ItemsOf(f.Type(), text) {
				if !f.IsList() && !strings.Contains(f.Text(), item) {
					t.Fatalf("%s is %q, without %q", f.Name, f.Text(), item)
				}
				if f.IsList() && f.Type() != model.TypeTexts && !slices.Contains(f.Items(), item) {
					t.Fatalf("%s is %q, without %q", f.Name, f.Text(), item)
				}
			}
		}
	}
}

// checkLinks fails where a record leads to the one that is gone, lists one twice,
// or has itself for a superior.
func checkLinks(t failer, r model.Record, a, b model.ID) {
	t.Helper()
	for _, f := range r.Fields() {
		links := f.Links()
		if slices.Contains(links, b) {
			t.Fatalf("%s of %s leads to what is gone", f.Name, texts(r))
		}
		if r.Base().ID == a && slices.Contains(links, a) {
			t.Fatalf("%s leads to itself", f.Name)
		}
		for i, id := range links {
			if id == a && slices.Contains(links[i+1:], id) {
				t.Fatalf("%s of %s lists it twice", f.Name, texts(r))
			}
		}
	}
}

// checkGone fails unless a record that went said only how the two stand to each
// other, or is there a second time.
func checkGone(t failer, book, after *model.Book, r model.Record, a, b model.ID) {
	t.Helper()
	needs := func(r model.Record) (list []string) {
		for _, f := range r.Fields() {
			if f.Needed {
				list = append(list, strings.ReplaceAll(f.Text(), b.String(), a.String()))
			}
		}
		if l, ok := r.(*model.Line); ok && l.Type != model.Influences {
			slices.Sort(list)
		}
		return list
	}
	mine := needs(r)
	if l, ok := r.(*model.Line); ok && (l.From == a || l.From == b) && (l.To == a || l.To == b) {
		return
	}
	for _, other := range after.Of(r.Kind()) {
		if slices.Equal(needs(other), mine) && other.Base().Account == after.Get(other.Base().ID).Base().Account {
			checkSaysAll(t, other, r)
			return
		}
	}
	t.Fatalf("%s is lost", texts(book.Get(r.Base().ID)))
}

// checkSaysAll fails where the one that is left says nothing of what the other
// knew: it is in the field, or in the notes.
func checkSaysAll(t failer, left, gone model.Record) {
	t.Helper()
	fields := left.Fields()
	for _, f := range gone.Fields() {
		if f.Hidden || f.Needed || len(f.Links()) > 0 || f.Type() == model.TypeTexts || f.Num == model.NumCreated || f.Num == model.NumChanged || f.Type() == model.TypeBool {
			continue
		}
		now := model.MustField(fields, f.Name)
		if !strings.Contains(now.Text(), f.Text()) && !strings.Contains(left.Base().Notes, f.Display(nil)) {
			t.Fatalf("%s was %q, of which %s says nothing", f.Name, f.Text(), texts(left))
		}
	}
}

// checkLed fails where a record that only linked to the two lost more than that.
func checkLed(t failer, after *model.Book, c model.Change, a, b model.ID) {
	t.Helper()
	fields := c.After.Fields()
	for _, f := range c.Before.Fields() {
		if f.Hidden {
			continue
		}
		now := model.MustField(fields, f.Name)
		switch {
		case f.Num == model.NumChanged || f.Num == model.NumCreated:
		case len(f.Links()) > 0:
			for _, id := range f.Links() {
				if id == b {
					id = a
				}
				if after.Get(id) != nil && !slices.Contains(now.Links(), id) {
					t.Fatalf("%s lost a link", f.Name)
				}
			}
		case f.Type() == model.TypeTexts || f.Type() == model.TypeBool:
		case f.Text() != "" && !strings.Contains(now.Text(), f.Text()) && now.IsZero():
			t.Fatalf("%s was %q and is gone", f.Name, f.Text())
		}
	}
}

// two returns a small book with a person who is there twice.
func two() (book *model.Book, jane, janie *model.Contact) {
	next := newIDs()
	ana := &model.Teammate{Head: model.Head{ID: next()}, Name: "Ana"}
	account := &model.Account{Head: model.Head{ID: next()}, Name: "FreshKart", Team: []model.ID{ana.ID}}
	head := func() model.Head { return model.Head{ID: next(), Account: account.ID} }
	jane = &model.Contact{Head: head(), Name: "Jane Smith", Email: "jane@freshkart.example", Phones: []string{"+1 555 0100"}, JobTitle: "CTO"}
	janie = &model.Contact{Head: head(), Name: "J. Smith", JobTitle: "Chief Technology Officer", Phones: []string{"+1-555-0100", "+1 555 0199"}, Location: "Austin"}
	raj := &model.Contact{Head: head(), Name: "Raj Mehta", ReportsTo: janie.ID}
	jane.ReportsTo, janie.ReportsTo = raj.ID, jane.ID
	jane.Notes, janie.Notes = "Likes trains.", "Met in Austin."
	records := []model.Record{
		ana, account, jane, janie, raj,
		&model.Line{Head: head(), From: jane.ID, To: janie.ID, Type: model.Influences},
		&model.Line{Head: head(), From: raj.ID, To: jane.ID, Type: model.Conflicts},
		&model.Line{Head: head(), From: janie.ID, To: raj.ID, Type: model.Conflicts, Strength: model.NumberOf(2)},
		&model.Relationship{Head: head(), Teammate: ana.ID, Contact: jane.ID, Level: model.Standing(1)},
		&model.Relationship{Head: head(), Teammate: ana.ID, Contact: janie.ID, Level: model.Standing(2), Wanted: model.Standing(3)},
		&model.Interaction{Head: head(), On: someDay, Type: model.Call, Summary: "x", Contacts: []model.ID{janie.ID, raj.ID, jane.ID}, Teammate: ana.ID},
	}
	return model.NewBook(records), jane, janie
}

func TestMergingSaysOnceWhatWasSaidTwice(t *testing.T) {
	book, jane, janie := two()
	m := model.Merging{Kept: jane, Dropped: janie, Chosen: map[int]model.Take{12: model.TakeDropped}}
	edit, err := m.Edit(book)
	if err != nil {
		t.Fatal(err)
	}
	if edit.Label != "merge contact J. Smith into Jane Smith" {
		t.Errorf("it is called %q", edit.Label)
	}
	after := book.With(edit.Changes...)
	got, _ := model.Lookup[*model.Contact](after, jane.ID)
	if got.Name != "Jane Smith" || got.JobTitle != "Chief Technology Officer" || got.Location != "Austin" || got.Email != jane.Email {
		t.Errorf("it is %s", texts(got))
	}
	if !slices.Equal(got.Phones, []string{"+1 555 0100", "+1 555 0199"}) {
		t.Errorf("phones are %q", got.Phones)
	}
	if got.Notes != "Likes trains.\nMet in Austin.\nName: J. Smith\nTitle: CTO" {
		t.Errorf("notes are %q", got.Notes)
	}
	if !got.ReportsTo.IsZero() {
		t.Errorf("she reports to %s, who reports to her", after.Name(got.ReportsTo))
	}
	if lines := model.All[*model.Line](after); len(lines) != 1 || lines[0].Strength != model.NumberOf(2) {
		t.Errorf("%d lines are left", len(lines))
	}
	with := model.All[*model.Relationship](after)
	if len(with) != 1 || with[0].Wanted != model.Standing(3) || with[0].Level != model.Standing(1) || with[0].Notes != "Level of the other: "+model.Standing(2).String() {
		t.Errorf("%d relationships are left: %s", len(with), texts(with[0]))
	}
	if talks := model.All[*model.Interaction](after); len(talks[0].Contacts) != 2 || talks[0].Contacts[0] != jane.ID {
		t.Errorf("the call was with %v", talks[0].Contacts)
	}
}

func TestMergingRefusesWhatCannotBeOne(t *testing.T) {
	book, jane, janie := two()
	next := newIDs()
	for range 50 {
		next() // beyond those of the book
	}
	other := &model.Account{Head: model.Head{ID: next()}, Name: "Other"}
	far := &model.Contact{Head: model.Head{ID: next(), Account: other.ID}, Name: "Jane Smith"}
	book = book.With(model.Change{After: other}, model.Change{After: far})
	line := model.All[*model.Line](book)
	for name, c := range map[string]struct {
		m    model.Merging
		want string
	}{
		"itself":           {model.Merging{Kept: jane, Dropped: jane}, "is one record already"},
		"kinds":            {model.Merging{Kept: jane, Dropped: other}, "one of the two is of kind account, the other of kind contact"},
		"lines":            {model.Merging{Kept: line[0], Dropped: line[1]}, "only contacts, accounts and teammates"},
		"another account":  {model.Merging{Kept: jane, Dropped: far}, "merge the accounts, or move one"},
		"empty over known": {model.Merging{Kept: jane, Dropped: janie, Chosen: map[int]model.Take{26: model.TakeDropped}}, "email is empty there"},
		"both of one":      {model.Merging{Kept: jane, Dropped: janie, Chosen: map[int]model.Take{10: model.TakeBoth}}, "name holds one value: take a or b"},
	} {
		if _, err := c.m.Edit(book); err == nil || !strings.Contains(err.Error(), c.want) || !errors.Is(err, model.ErrMerge) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestMergingTakesInWhoHasNoAccount(t *testing.T) {
	book, jane, _ := two()
	next := newIDs()
	for range 50 {
		next()
	}
	card := &model.Contact{Head: model.Head{ID: next()}, Name: "Jane Smith", Profile: "linkedin.com/in/janesmith"}
	below := &model.Contact{Head: model.Head{ID: next()}, Name: "Bo", ReportsTo: card.ID}
	book = book.With(model.Change{After: card}, model.Change{After: below})
	for _, m := range []model.Merging{{Kept: jane, Dropped: card}, {Kept: card, Dropped: jane}} {
		edit, err := m.Edit(book)
		if err != nil {
			t.Fatal(err)
		}
		after := book.With(edit.Changes...)
		dangling(t, after)
		got, _ := model.Lookup[*model.Contact](after, m.Kept.Base().ID)
		if got.Account != jane.Account || got.Profile != card.Profile || got.Email != jane.Email {
			t.Errorf("it is %s", texts(got))
		}
	}
}

// TestWhatLosesInAMergeIsInTheNotes has a value of either lose: none is gone.
func TestWhatLosesInAMergeIsInTheNotes(t *testing.T) {
	book, jane, janie := two()
	janie.Email = "j.smith@freshkart.example"
	jane.JobTitle, jane.Rank, jane.Source = "Manager", model.ManagerRank, model.FromTitle
	janie.Rank, janie.Source = model.CLevel, model.FromTitle
	fields := jane.Fields()
	number := func(name string) int { return model.MustField(fields, name).Num }
	for _, c := range []struct {
		chosen map[int]model.Take
		rank   model.Rank
		title  string
		lost   []string
	}{
		{nil, model.ManagerRank, "Manager", []string{"E-mail: j.smith@freshkart.example", "Title: Chief Technology Officer"}},
		{map[int]model.Take{number("title"): model.TakeDropped, number("email"): model.TakeDropped}, model.CLevel, "Chief Technology Officer", []string{"E-mail: jane@freshkart.example", "Title: Manager"}},
		{map[int]model.Take{number("title"): model.TakeDropped, number("rank"): model.TakeKept}, model.ManagerRank, "Chief Technology Officer", []string{"Title: Manager"}},
	} {
		edit, err := model.Merging{Kept: jane, Dropped: janie, Chosen: c.chosen}.Edit(book)
		if err != nil {
			t.Fatal(err)
		}
		got, _ := model.Lookup[*model.Contact](book.With(edit.Changes...), jane.ID)
		lines := strings.Split(got.Notes, "\n")
		for _, want := range c.lost {
			if !slices.Contains(lines, want) {
				t.Errorf("of %v the notes are %q, without %q", c.chosen, got.Notes, want)
			}
		}
		if got.Rank != c.rank || got.JobTitle != c.title {
			t.Errorf("of %v the rank is %v, the title %q", c.chosen, got.Rank, got.JobTitle)
		}
		if strings.Contains(got.Notes, "Rank:") || strings.Contains(got.Notes, model.FromTitle) {
			t.Errorf("the notes say what nobody did: %q", got.Notes)
		}
	}
}
