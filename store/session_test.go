//go:build unix && !solaris && !aix

package store_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.etcd.io/bbolt"
	"golang.org/x/sys/unix"

	"astute/model"
	"astute/store"
)

// holdLock takes the file's lock as another program would, and returns how to
// let go of it.
func holdLock(t *testing.T, path string) (release func()) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.Flock(int(f.Fd()), unix.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	return func() { _ = f.Close() }
}

// replace puts a copy of a file in its place, as a restore does.
func replace(t *testing.T, path string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+".new", b, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		t.Fatal(err)
	}
}

// waiting runs fn, which must wait for the lock, and replaces the file before
// the lock is let go of.
func waiting(t *testing.T, path string, fn func() error) {
	t.Helper()
	release := holdLock(t, path)
	done := make(chan error)
	go func() { done <- fn() }()
	time.Sleep(20 * time.Millisecond) // fn opens the old file and waits; if it comes later, the test is only easier
	replace(t, path)
	release()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

// TestReplacedFile replaces the file under a program that waits for its lock:
// the edit must be in the new file.
func TestReplacedFile(t *testing.T) {
	s := newStore(t)
	a, _, _ := jane(t, s)
	late := contact(s, "Late Comer", a.ID)
	waiting(t, s.Path(), func() error {
		_, err := s.Apply(model.Created("add", late), now)
		return err
	})
	get[*model.Contact](t, s, late.ID)
	if seq, err := s.Version(); seq != 2 || err != nil {
		t.Errorf("version %d, %v", seq, err)
	}
}

// TestReplacedFileControl does the same with bbolt's own wait, which loses the
// edit without an error.
func TestReplacedFileControl(t *testing.T) {
	s := newStore(t)
	jane(t, s)
	waiting(t, s.Path(), func() error {
		db, err := bbolt.Open(s.Path(), 0o600, nil)
		if err != nil {
			return err
		}
		defer func() { _ = db.Close() }()
		return db.Update(func(tx *bbolt.Tx) error { return tx.Bucket([]byte("accounts")).Put([]byte("late"), []byte("comer")) })
	})
	db, err := bbolt.Open(s.Path(), 0o600, &bbolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	_ = db.View(func(tx *bbolt.Tx) error {
		if tx.Bucket([]byte("accounts")).Get([]byte("late")) != nil {
			t.Error("nothing was lost: the harness could not tell")
		}
		return nil
	})
}

func TestBusy(t *testing.T) {
	s := newStore(t)
	jane(t, s)
	release := holdLock(t, s.Path())
	defer release()
	short, err := store.Open(s.Path(), store.Options{Wait: 10 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	_, err = short.Book()
	if !errors.Is(err, store.ErrBusy) || !strings.Contains(err.Error(), "try again") {
		t.Errorf("%v", err)
	}
}

// TestReadersDoNotExclude reads while somebody else reads.
func TestReadersDoNotExclude(t *testing.T) {
	s := newStore(t)
	_, c, _ := jane(t, s)
	err := s.Each(store.Scan{}, func(model.Record) error {
		_, err := s.Get(c.ID)
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestCallersPanicIsTheirs lets a caller's own panic through, and leaves the
// file usable.
func TestCallersPanicIsTheirs(t *testing.T) {
	s := newStore(t)
	jane(t, s)
	func() {
		defer func() {
			if p := recover(); p != "mine" {
				t.Errorf("recovered %v", p)
			}
		}()
		_ = s.Each(store.Scan{}, func(model.Record) error { panic("mine") })
	}()
	if _, err := s.Undo(1, now); err != nil {
		t.Error(err)
	}
}

func TestNotADatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(path, []byte(strings.Repeat("shopping list\n", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Apply(model.Created("add", account(s, "A")), now)
	if !errors.Is(err, store.ErrNotDatabase) || !strings.Contains(err.Error(), "--file") {
		t.Errorf("%v", err)
	}
	if _, err := store.Open(t.TempDir(), store.Options{}); !errors.Is(err, store.ErrNotDatabase) {
		t.Errorf("a folder: %v", err)
	}
	other := filepath.Join(t.TempDir(), "other.db")
	db, err := bbolt.Open(other, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = db.Close()
	if s, err = store.Open(other, store.Options{}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Book(); !errors.Is(err, store.ErrNotDatabase) {
		t.Errorf("another program's: %v", err)
	}
}

// TestReadOnly reads a file, and from a folder, that cannot be written.
func TestReadOnly(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("permissions do not hold root back")
	}
	s := newStore(t)
	_, c, _ := jane(t, s)
	_ = os.Chmod(s.Path(), 0o400)
	_ = os.Chmod(filepath.Dir(s.Path()), 0o500)
	t.Cleanup(func() { _ = os.Chmod(filepath.Dir(s.Path()), 0o700) })
	get[*model.Contact](t, s, c.ID)
	_, err := s.Apply(model.Created("add", account(s, "B")), now)
	if !errors.Is(err, store.ErrReadOnly) || !strings.Contains(err.Error(), "--file") {
		t.Errorf("%v", err)
	}
}

// TestDiskFull limits how large a file may become: the edit fails, and nothing
// is lost.
func TestFull(t *testing.T) {
	s := newStore(t)
	jane(t, s)
	before := take(t, s)
	cmd := program(t, "full", s.Path())
	cmd.Stderr = nil
	out, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "no space left") {
		t.Errorf("%v: %s", err, out)
	}
	if len(before) != len(take(t, s)) {
		t.Error("half of an edit was written")
	}
	if _, err := s.Undo(1, now); err != nil {
		t.Error(err)
	}
}

// fillDisk writes more than the system lets this program write.
func fillDisk() error {
	s, err := store.Open(arg(0), store.Options{})
	if err != nil {
		return err
	}
	info, err := os.Stat(arg(0))
	if err != nil {
		return err
	}
	size := uint64(info.Size()) + 64<<10
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: size, Max: size}); err != nil {
		return err
	}
	var edit model.Edit
	for range 2000 {
		edit.Changes = append(edit.Changes, model.Change{After: account(s, strings.Repeat("A", 400))})
	}
	_, err = s.Apply(edit, now)
	return err
}

// TestBackupFull limits how large a file may become to less than the book: both
// kinds of backup say what is full and the cure, once, and leave nothing behind.
func TestBackupFull(t *testing.T) {
	s := newStore(t)
	jane(t, s)
	dir := filepath.Join(t.TempDir(), "copies")
	for _, how := range []string{"rolling", filepath.Join(dir, "copy.db")} {
		cmd := program(t, "full backup", s.Path(), dir, how)
		cmd.Stderr = nil
		out, err := cmd.CombinedOutput()
		said := string(out)
		if err == nil || strings.Count(said, "no space left on the disk of "+dir) != 1 || strings.Count(said, "free some space") != 1 {
			t.Errorf("%s: %v: %s", how, err, said)
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("%s: %v left, %v", how, left, err)
		}
	}
}

// fillByBackup makes a backup that is longer than the system lets a file be.
func fillByBackup() error {
	s, err := store.Open(arg(0), store.Options{BackupDir: arg(1)})
	if err != nil {
		return err
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 4096, Max: 4096}); err != nil {
		return err
	}
	if arg(2) == "rolling" {
		err = s.AutoBackup(now)
	} else {
		err = s.Backup(arg(2))
	}
	if err != nil && !errors.Is(err, store.ErrFull) {
		return fmt.Errorf("not a full disk: %w", err)
	}
	return err
}
