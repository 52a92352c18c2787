package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"astute/model"
)

// TestReplaceHeld replaces a file as where it must be closed first: one that
// somebody wrote meanwhile, or took away, stays as it is.
func TestReplaceHeld(t *testing.T) {
	s := filled(t, 20)
	temp := filepath.Join(filepath.Dir(s.file), "other.tmp")
	hold := func() (*os.File, fileState) {
		t.Helper()
		if err := os.WriteFile(temp, []byte("other"), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := os.OpenFile(s.file, os.O_RDWR, 0)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = f.Close() })
		seen, err := stateOf(f)
		if err != nil {
			t.Fatal(err)
		}
		return f, seen
	}
	f, seen := hold()
	a := &model.Account{Name: "Quick"}
	a.ID = s.NewID(testTime)
	if _, err := s.Apply(model.Created("add", a), testTime); err != nil {
		t.Fatal(err)
	}
	if err := s.replaceHeld(temp, f, seen, true); !errors.Is(err, errTaken) {
		t.Errorf("one that was written: %v", err)
	}
	if _, err := s.Get(a.ID); err != nil {
		t.Error(err)
	}
	if err := s.give(temp); !errors.Is(err, errTaken) {
		t.Errorf("making one that is there: %v", err)
	}
	f, seen = hold()
	if err := s.replaceHeld(temp, f, seen, true); err != nil {
		t.Error(err)
	}
	f, seen = hold()
	if err := os.Remove(s.file); err != nil {
		t.Fatal(err)
	}
	if err := s.replaceHeld(temp, f, seen, true); !errors.Is(err, errTaken) {
		t.Errorf("one that is gone: %v", err)
	}
}
