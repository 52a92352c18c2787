//go:build linux

package store_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"astute/model"
	"astute/store"
	"astute/store/storetest"
)

// What does not fit on the disk leaves the room as it was, so that a small edit
// still finds some.
func TestWhatDoesNotFitTakesNoRoom(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=3m"); err != nil {
		t.Skip("no small disk can be made here: ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	s, err := store.Open(filepath.Join(dir, "book.db"), store.Options{})
	must(t, err)
	_, c, _ := jane(t, s)
	size := func() int64 {
		info, err := os.Stat(s.Path())
		must(t, err)
		return info.Size()
	}
	before := size()
	var edit model.Edit
	for i := range 6000 {
		edit.Changes = append(edit.Changes, model.Change{After: account(s, fmt.Sprint(i, strings.Repeat(" lorem", 100)))})
	}
	if _, err := s.Apply(edit, now); !errors.Is(err, store.ErrFull) {
		t.Fatalf("it says %v", err)
	}
	if after := size(); after != before {
		t.Errorf("of %d bytes it has become %d", before, after)
	}
	storetest.Sound(t, s.Path())
	retitle(t, s, c.ID, strings.Repeat("a longer title ", 4000))
	retitle(t, s, c.ID, "short")
	storetest.Sound(t, s.Path())
	must(t, s.Close())
}
