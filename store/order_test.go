package store

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"go.etcd.io/bbolt"
	"pgregory.net/rapid"

	"astute/model"
)

// TestDoctorKeepsAnOrder tells many problems in the same order each time.
func TestDoctorKeepsAnOrder(t *testing.T) {
	s := filled(t, 60)
	accounts, err := s.Accounts()
	if err != nil {
		t.Fatal(err)
	}
	db, err := bbolt.Open(s.file, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(b *bbolt.Tx) error {
		c := b.Bucket(bucketIDs).Cursor()
		for key, _ := c.First(); key != nil; key, _ = c.Next() {
			if err := c.Delete(); err != nil {
				return err
			}
		}
		return nil
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	// The look-up knows names whose records cannot be found any more.
	if r, err := s.Resolve(accounts[0].Name, ResolveQuery{}); !errors.Is(err, ErrDamaged) {
		t.Errorf("it resolves to %v, %v", r, err)
	}
	first, err := s.Doctor(false)
	if err != nil || len(first.Problems) < 10 {
		t.Fatalf("%v %v", first.Problems, err)
	}
	for range 5 {
		if again, err := s.Doctor(false); err != nil || !slices.Equal(again.Problems, first.Problems) {
			t.Fatalf("%v, then %v, %v", first.Problems, again.Problems, err)
		}
	}
}

// TestFirstLinkErrorIsTheSame takes a contact out of each of several accounts
// while others still link to them: the first of them is named each time.
func TestFirstLinkErrorIsTheSame(t *testing.T) {
	s := filled(t, 0)
	var add []model.Record
	var gone []model.Change
	contact := func(name string, in, boss model.ID) *model.Contact {
		c := &model.Contact{Name: name, ReportsTo: boss}
		c.ID, c.Account = s.NewID(testTime), in
		add = append(add, c)
		return c
	}
	for _, name := range []string{"Acme", "Beta", "Core", "Dune", "Echo"} {
		a := &model.Account{Name: name}
		a.ID = s.NewID(testTime)
		add = append(add, a)
		boss := contact("Boss of "+name, a.ID, model.ID{})
		contact("Clerk of "+name, a.ID, boss.ID)
		gone = append(gone, model.Change{Before: boss})
	}
	if _, err := s.Apply(model.Created("add", add...), testTime); err != nil {
		t.Fatal(err)
	}
	for i, change := range gone { // as written
		r, err := s.Get(change.Before.Base().ID)
		if err != nil {
			t.Fatal(err)
		}
		gone[i].Before = r
	}
	for range 20 {
		var link *LinkError
		if _, err := s.Apply(model.Edit{Label: "remove", Changes: gone}, testTime); !errors.As(err, &link) || link.Name != "Clerk of Acme" {
			t.Fatalf("%v", err)
		}
	}
}

// TestSuffixIsTheEndOfTheText holds the comparison of bits to that of texts.
func TestSuffixIsTheEndOfTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var id, other model.ID
		copy(id[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
		copy(other[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "other"))
		from := rapid.IntRange(0, 15).Draw(t, "from")
		copy(other[from:], id[from:]) // so that some of the end is shared
		id[15] |= 1
		other[15] |= 1
		text := id.String()[26-rapid.IntRange(6, 26).Draw(t, "length"):]
		end := suffixOf(text)
		if !end.ends(id) {
			t.Fatalf("%s does not end in %s", id, text)
		}
		if want := strings.HasSuffix(other.String(), text); end.ends(other) != want {
			t.Fatalf("%s ends in %s: %v", other, text, !want)
		}
	})
	for _, text := range []string{"zzzzzzzzzzzzzzzzzzzzzzzzzz", "00000000000000000000000000"} {
		if suffixOf(text).ends(model.ID{15: 1}) {
			t.Errorf("%s is the end of an id", text)
		}
	}
}

// TestPlanWithoutAccount has the contacts without one, and not what stands in for
// their account among the records.
func TestPlanWithoutAccount(t *testing.T) {
	s := filled(t, 20)
	c := &model.Contact{Name: "Raj Mehta"}
	c.ID = s.NewID(testTime)
	if _, err := s.Apply(model.Created("add", c), testTime); err != nil {
		t.Fatal(err)
	}
	plan, _, err := s.Plan(model.ID{})
	if err != nil || plan.Account.Name != NoAccount || plan.Name(c.ID) != "Raj Mehta" {
		t.Fatalf("%+v %v", plan, err)
	}
	if r := plan.Get(model.ID{}); r != nil {
		t.Errorf("the book has %v", r)
	}
	if accounts := plan.Of(model.KindAccount); len(accounts) > 0 {
		t.Errorf("accounts: %v", accounts)
	}
}
