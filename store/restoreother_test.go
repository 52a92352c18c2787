package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"astute/model"
	"astute/store"
	"astute/store/storetest"
)

// A list is no backup: it is left alone with the book, and what takes lists in is
// named.
func TestRestoreOfAList(t *testing.T) {
	dir := t.TempDir()
	book, list := filepath.Join(dir, "book.db"), filepath.Join(dir, "contacts.csv")
	s, err := store.Open(book, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	apply(t, s, model.Created("add", account(s, "Acme")))
	if err := os.WriteFile(list, []byte("Name,Company\nJane Doe,Acme\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = s.Restore(list)
	if !errors.Is(err, store.ErrNotDatabase) || !strings.Contains(err.Error(), "astute import "+list) || strings.Contains(err.Error(), "--file") {
		t.Errorf("%v", err)
	}
	storetest.Sound(t, book)
}
