package store_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"astute/model"
	"astute/store"
	"astute/store/storetest"
)

// traces are words that only the person of leaver has: names and addresses of all
// times, and a judgement that nobody else was given.
var traces = []string{"quillfeather", "brandywine", "zeb.q@", "+44 20 7946 0991", "unbearable at breakfast", "zebedee"}

// leaver writes a small book in which one person left a trace wherever a record,
// the journal, the index and the backups can hold one.
func leaver(t *testing.T, s *store.Store) (*model.Account, *model.Contact) {
	t.Helper()
	a, jane, ana := jane(t, s)
	c := contact(s, "Zebedee Brandywine", a.ID)
	c.Email, c.Phones, c.Notes, c.ReportsTo = "zeb.q@example.com", []string{"+44 20 7946 0991"}, "Unbearable at breakfast", jane.ID
	line := &model.Line{From: c.ID, To: jane.ID, Type: model.Influences}
	line.ID, line.Account, line.Notes = s.NewID(now), a.ID, "Quillfeather has the ear of Jane"
	call := &model.Interaction{On: today, Type: model.Call, Contacts: []model.ID{c.ID, jane.ID}, Summary: "zebedee quillfeather wants a pilot, says Jane Smith"}
	call.ID, call.Account = s.NewID(now), a.ID
	apply(t, s, model.Created("add contact Zebedee Brandywine", c, line, call))
	stored := get[*model.Contact](t, s, c.ID)
	married := model.Clone(stored)
	married.Name = "Zebedee Quillfeather"
	apply(t, s, model.Edited("edit contact Zebedee Brandywine: name", stored, married))
	noted := model.Clone(jane)
	noted.Notes = "Asked Zebedee Brandywine twice (zeb.q@example.com)"
	apply(t, s, model.Edited("edit contact Jane Smith", jane, noted))
	again := model.Clone(get[*model.Contact](t, s, jane.ID))
	again.Notes, again.JobTitle = "Asked Zebedee Quillfeather twice", "CIO"
	apply(t, s, model.Edited("edit contact Jane Smith", get[*model.Contact](t, s, jane.ID), again))
	_ = ana
	return a, get[*model.Contact](t, s, c.ID)
}

// traced returns the traces that stand in the file, in any case.
func traced(t *testing.T, path string) []string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b = bytes.ToLower(b)
	var found []string
	for _, trace := range traces {
		if bytes.Contains(b, []byte(trace)) {
			found = append(found, trace)
		}
	}
	return found
}

func TestForgetLeavesNoTrace(t *testing.T) {
	s := newStore(t)
	a, c := leaver(t, s)
	if err := s.AutoBackup(now); err != nil {
		t.Fatal(err)
	}
	backups, _ := s.Backups()
	for _, path := range []string{s.Path(), backups[0].Path} { // the control: they are there to be found
		if found := traced(t, path); len(found) != len(traces) {
			t.Fatalf("%s holds only %q", path, found)
		}
	}
	other, err := store.Open(s.Path(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	before, _ := other.Version()

	would, err := s.ToForget(c.ID)
	if err != nil || would.Removed != 2 || would.Edited != 2 || len(traced(t, s.Path())) != len(traces) {
		t.Fatalf("what it would do: %+v %v", would, err)
	}
	done, err := s.Forget(c.ID, now)
	if err != nil {
		t.Fatal(err)
	}
	if done.Removed != 2 || done.Edited != 2 || done.Entries != 3 || done.Backups != 1 || len(done.Unreached) != 0 {
		t.Errorf("%+v", done)
	}
	for _, path := range []string{s.Path(), backups[0].Path} {
		if found := traced(t, path); len(found) > 0 {
			t.Errorf("%s still holds %q", path, found)
		}
		storetest.Sound(t, path)
	}
	if names, _ := filepath.Glob(filepath.Join(filepath.Dir(s.Path()), ".*")); len(names) > 0 {
		t.Errorf("left behind: %v", names)
	}
	if after, err := other.Version(); after <= before || err != nil {
		t.Errorf("another program sees version %d after %d: %v", after, before, err)
	}
	book, err := s.Book()
	if err != nil {
		t.Fatal(err)
	}
	calls := model.All[*model.Interaction](book)
	if len(calls) != 1 || calls[0].Summary != "(forgotten) wants a pilot, says Jane Smith" || len(calls[0].Contacts) != 1 {
		t.Errorf("%+v", calls)
	}
	if _, err := s.Undo(1, now); !errors.Is(err, store.ErrNothing) {
		t.Errorf("undo behind it: %v", err)
	}
	log, err := s.Log(store.LogQuery{Fields: true})
	if err != nil || len(log) != 6 || log[0].Act != store.Erased || log[0].Label != "forget a person" {
		t.Fatalf("%+v %v", log, err)
	}
	for _, e := range log {
		if strings.Contains(strings.ToLower(e.Label), "zebedee") {
			t.Errorf("the journal says %q", e.Label)
		}
	}
	if log[3].Label != "edit contact (forgotten): name" {
		t.Errorf("the journal says %q", log[3].Label)
	}
	if log[1].Deltas[0].Fields[0].Before != "CTO" { // what was done to others is still told
		t.Errorf("%+v", log[1].Deltas)
	}
	for seq := uint64(1); seq <= 6; seq++ { // the past is there still, only without the person
		then, err := s.PlanAt(a.ID, seq)
		if err != nil || len(model.All[*model.Contact](then.Book)) != 1 {
			t.Errorf("as of %d: %v", seq, err)
		}
	}
	if _, err := s.Forget(c.ID, now); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("forgotten twice: %v", err)
	}
}

func TestForgetOfOneWhoWasRemoved(t *testing.T) {
	s := newStore(t)
	_, c := leaver(t, s)
	changes, err := s.Removal(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	apply(t, s, model.Edit{Label: "remove contact Zebedee Quillfeather", Changes: changes})
	if _, err := s.Undo(1, now); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Redo(1, now); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Forget(c.ID, now); err != nil {
		t.Fatal(err)
	}
	// A line to the person went with them then; what somebody wrote on it in
	// words of their own is the journal's, and no longer says about whom.
	found := traced(t, s.Path())
	if len(found) > 1 || len(found) == 1 && found[0] != "quillfeather" {
		t.Errorf("the file still holds %q", found)
	}
	storetest.Sound(t, s.Path())
}

func TestForgetSparesNamesakesAndSharedAddresses(t *testing.T) {
	s := newStore(t)
	a, jane, _ := jane(t, s)
	other := contact(s, "jane smith", a.ID)
	other.Email, other.Notes = "office@example.com", "Jane Smith of the other floor, office@example.com"
	mine := contact(s, "Jo Doe", a.ID)
	mine.Email, mine.Notes = "office@example.com", "shares the address with nobody called Bo"
	apply(t, s, model.Created("add", other, mine))
	for _, id := range []model.ID{jane.ID, mine.ID} {
		if _, err := s.Forget(id, now); err != nil {
			t.Fatal(err)
		}
	}
	if left := get[*model.Contact](t, s, other.ID); left.Name != "jane smith" || left.Notes != other.Notes || left.Email != other.Email {
		t.Errorf("%+v", left)
	}
}

func TestForgetNamesWhatItCannotReach(t *testing.T) {
	s := newStore(t)
	_, c := leaver(t, s)
	if err := s.AutoBackup(now); err != nil {
		t.Fatal(err)
	}
	backups, _ := s.Backups()
	b, err := os.ReadFile(backups[0].Path)
	if err != nil {
		t.Fatal(err)
	}
	b = bytes.ReplaceAll(b, []byte("Quillfeather"), []byte("Quillfeathes"))
	if err := os.WriteFile(backups[0].Path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	done, err := s.Forget(c.ID, now)
	if err != nil || len(done.Unreached) != 1 || done.Unreached[0].Path != backups[0].Path || done.Unreached[0].Why == "" {
		t.Fatalf("%+v %v", done, err)
	}
	if found := traced(t, s.Path()); len(found) > 0 {
		t.Errorf("the book still holds %q", found)
	}
}

// One forgetting must not hide from the next what lies before it.
func TestForgetReachesBehindAnEarlierForgetting(t *testing.T) {
	s := newStore(t)
	a, c := leaver(t, s)
	bob := contact(s, "Bob Ofelsewhere", a.ID)
	apply(t, s, model.Created("add", bob))
	changes, err := s.Removal(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	apply(t, s, model.Edit{Label: "remove contact Zebedee Quillfeather", Changes: changes})
	if _, err := s.Forget(bob.ID, now); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Forget(c.ID, now); err != nil {
		t.Fatal(err)
	}
	for _, found := range traced(t, s.Path()) {
		if found != "quillfeather" { // in words on a line that was removed with the person
			t.Errorf("the file still holds %q", found)
		}
	}
	storetest.Sound(t, s.Path())
}

func TestForgetKnowsBothWaysOfWritingAMark(t *testing.T) {
	s := newStore(t)
	a, jane, _ := jane(t, s)
	c := contact(s, "Ren\u00e9e M\u00fcller", a.ID)
	noted := model.Clone(jane)
	noted.Notes = "met Rene\u0301e Mu\u0308ller"
	apply(t, s, model.Edit{Label: "edit", Changes: []model.Change{{After: c}, {Before: jane, After: noted}}})
	if _, err := s.Forget(c.ID, now); err != nil {
		t.Fatal(err)
	}
	if left := get[*model.Contact](t, s, jane.ID).Notes; left != "met (forgotten)" {
		t.Errorf("%q", left)
	}
}
