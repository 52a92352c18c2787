package store_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/store"
	"astute/store/storetest"
)

// retitle writes one more edit, so that the next backup has something new.
func retitle(t testing.TB, s *store.Store, id model.ID, title string) {
	t.Helper()
	c := get[*model.Contact](t, s, id)
	after := model.Clone(c)
	after.JobTitle = title
	apply(t, s, model.Edited("edit", c, after))
}

func TestBackupAndRestore(t *testing.T) {
	s := newStore(t)
	_, c, _ := jane(t, s)
	then := take(t, s)
	to := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(to); err != nil {
		t.Fatal(err)
	}
	storetest.Sound(t, to)
	if info, err := os.Stat(to); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
	if err := s.Backup(to); !errors.Is(err, store.ErrExists) {
		t.Errorf("a second backup to one name: %v", err)
	}
	retitle(t, s, c.ID, "CEO")
	later := take(t, s)
	waiting, err := store.Open(s.Path(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	before, _ := waiting.Version()
	if _, err := s.Restore(to); err != nil {
		t.Fatal(err)
	}
	if after, err := waiting.Version(); after <= before || err != nil {
		t.Errorf("another program sees version %d after %d: %v", after, before, err)
	}
	if !maps.Equal(take(t, s), then) {
		t.Error("not as it was")
	}
	log, err := s.Log(store.LogQuery{Fields: true})
	if err != nil || len(log) != 2 || log[0].Act != store.Restored || log[1].Label != "add" {
		t.Errorf("%+v %v", log, err)
	}
	retitle(t, s, c.ID, "CIO")
	if done, err := s.Undo(3, now); len(done) != 2 || err != nil {
		t.Errorf("undo beyond a restore: %v %v", done, err)
	}
	kept, err := s.Backups()
	if err != nil || len(kept) != 1 {
		t.Fatalf("the replaced file was not kept: %v %v", kept, err)
	}
	if _, err := s.Restore(kept[0].Path); err != nil || !maps.Equal(take(t, s), later) {
		t.Errorf("the way back from the restore: %v", err)
	}
	if _, err := s.Restore(filepath.Join(t.TempDir(), "none.db")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("restore of nothing: %v", err)
	}
	bad := filepath.Join(t.TempDir(), "bad.db")
	b, _ := os.ReadFile(to)
	if err := os.WriteFile(bad, []byte(strings.ReplaceAll(string(b), "Jane Smith", "Jone Smith")), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Restore(bad); !errors.Is(err, store.ErrDamaged) || !maps.Equal(take(t, s), later) {
		t.Errorf("restore of a damaged backup: %v", err)
	}
}

func TestRestoreWhereThereIsNoFile(t *testing.T) {
	s := newStore(t)
	jane(t, s)
	to := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(to); err != nil {
		t.Fatal(err)
	}
	fresh := newStore(t)
	if _, err := fresh.Restore(to); err != nil || !maps.Equal(take(t, s), take(t, fresh)) {
		t.Error(err)
	}
	if err := newStore(t).Backup(filepath.Join(t.TempDir(), "none.db")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("backup of nothing: %v", err)
	}
}

// TestRollingBackups makes one an hour for half a year: they thin out with age
// and stay bounded, and the newest is always there.
func TestRollingBackups(t *testing.T) {
	s := newStore(t)
	_, c, _ := jane(t, s)
	if err := s.AutoBackup(now); err != nil {
		t.Fatal(err)
	}
	if err := s.AutoBackup(now.Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	first, err := s.Backups()
	if err != nil || len(first) != 1 {
		t.Fatalf("nothing was written between two backups, and there are %d: %v", len(first), err)
	}
	// The names alone say when they were made, so the past is made by copying.
	b, err := os.ReadFile(first[0].Path)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(first[0].Path)
	for hour := 1; hour < 180*24; hour += 3 {
		at := now.Add(-time.Duration(hour) * time.Hour)
		if err := os.WriteFile(filepath.Join(dir, "book-"+at.Format("20060102T150405Z")+"-v1.db"), b[:100], 0o600); err != nil {
			t.Fatal(err)
		}
	}
	own := filepath.Join(dir, "book-my own.db")
	if err := os.WriteFile(own, b, 0o600); err != nil {
		t.Fatal(err)
	}
	retitle(t, s, c.ID, "CEO")
	later := now.Add(2 * time.Hour)
	if err := s.AutoBackup(later); err != nil {
		t.Fatal(err)
	}
	list, err := s.Backups()
	if err != nil || len(list) < 20 || len(list) > 24+14+13 {
		t.Fatalf("%d backups, %v", len(list), err)
	}
	if list[0].At != later || list[0].Seq != 2 {
		t.Errorf("the newest is %+v", list[0])
	}
	if oldest := later.Sub(list[len(list)-1].At); oldest < 11*7*24*time.Hour || oldest > 13*7*24*time.Hour {
		t.Errorf("the oldest is %v old", oldest)
	}
	if _, err := os.Stat(own); err != nil {
		t.Errorf("a file that is not ours went: %v", err)
	}
	small, err := store.Open(s.Path(), store.Options{BackupSize: 1})
	if err != nil {
		t.Fatal(err)
	}
	retitle(t, s, c.ID, "CIO")
	if err := small.AutoBackup(later.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if list, err = s.Backups(); err != nil || len(list) != 1 || list[0].Seq != 3 {
		t.Errorf("bounded in size: %v %v", list, err)
	}
	storetest.Sound(t, list[0].Path)
}

// TestDamagedFileSparesBackups backs up a damaged file: it fails, and the good
// backup stays.
func TestDamagedFileSparesBackups(t *testing.T) {
	s, err := store.Open(filepath.Join(t.TempDir(), "book.db"), store.Options{Author: "Ana"})
	if err != nil {
		t.Fatal(err)
	}
	_, c, _ := jane(t, s)
	if err := s.AutoBackup(now); err != nil {
		t.Fatal(err)
	}
	retitle(t, s, c.ID, "CEO")
	b, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.Path(), []byte(strings.ReplaceAll(string(b), "Jane Smith", "Jone Smith")), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.AutoBackup(now.Add(time.Hour)); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("%v", err)
	}
	list, err := s.Backups()
	if err != nil || len(list) != 1 || list[0].Seq != 1 {
		t.Errorf("%v %v", list, err)
	}
	if names, _ := filepath.Glob(filepath.Join(filepath.Dir(list[0].Path), ".*")); len(names) > 0 {
		t.Errorf("left behind: %v", names)
	}
	report, err := s.Doctor(true)
	if err != nil || report.Sound() || report.Repaired || !strings.Contains(report.Problems[0], "astute restore") {
		t.Errorf("%+v %v", report, err)
	}
}

func TestInfo(t *testing.T) {
	s := newStore(t)
	if _, err := s.Info(); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	_, c, _ := jane(t, s)
	retitle(t, s, c.ID, "CEO")
	if err := s.AutoBackup(now); err != nil {
		t.Fatal(err)
	}
	info, err := s.Info()
	if err != nil || info.Entries != 2 || info.Version != 2 || info.Schema != store.Schema || info.Mode != 0o600 || len(info.Backups) != 1 || info.Size == 0 || info.JournalBytes == 0 {
		t.Errorf("%+v %v", info, err)
	}
	if len(info.Records) != 3 || info.Records[0] != (store.KindCount{Kind: model.KindAccount, Count: 1}) {
		t.Errorf("%+v", info.Records)
	}
}
