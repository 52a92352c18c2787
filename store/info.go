package store

import (
	"os"

	"astute/model"
)

// Info is what a person may want to know about the file.
type Info struct {
	Path         string
	Size         int64       // bytes
	Mode         os.FileMode // permissions
	Schema       int         // layout version; see [Schema]
	Version      uint64      // see [Store.Version]
	Records      []KindCount // kinds that have any
	Entries      int         // of the journal
	JournalBytes int64
	BackupDir    string
	Backups      []BackupInfo // newest first
	Risk         string       // see [Store.Risk]
}

// KindCount is how many records of a kind there are.
type KindCount struct {
	Kind  model.Kind
	Count int
}

// Info returns what there is to know about the file; the error wraps
// [os.ErrNotExist] when there is none, and then only the backups are known.
func (s *Store) Info() (Info, error) {
	info := Info{Path: s.path, BackupDir: s.opt.BackupDir}
	var err error
	if info.Backups, err = s.Backups(); err != nil {
		return Info{}, err
	}
	stat, err := os.Stat(s.file)
	if err != nil {
		return info, err
	}
	info.Size, info.Mode, info.Risk = stat.Size(), stat.Mode().Perm(), s.Risk()
	err = s.view(func(t *tx) error {
		info.Schema, info.Version, info.JournalBytes = int(t.state.schema), t.state.seq, int64(t.state.journal)
		counts := map[model.Kind]int{}
		err := t.eachKey(bucketRecords, func(key []byte) error {
			_, kind, _, err := splitKey(key)
			counts[kind]++
			return err
		})
		if err != nil {
			return err
		}
		for kind := range 256 {
			if n := counts[model.Kind(kind)]; n > 0 {
				info.Records = append(info.Records, KindCount{model.Kind(kind), n})
			}
		}
		return t.entriesDown(func(*entry) (bool, error) {
			info.Entries++
			return true, nil
		})
	})
	if err != nil {
		return Info{}, err
	}
	return info, nil
}

// Newer reports whether a newer version of the program laid the file out, so that
// this one can only read it. Unlike [Store.Info] it counts nothing.
func (s *Store) Newer() (bool, error) {
	newer := false
	err := s.view(func(t *tx) error {
		newer = t.state.schema > Schema
		return nil
	})
	return newer, err
}

// eachKey calls fn for each key of a bucket without looking at the values.
func (t *tx) eachKey(bucket []byte, fn func(key []byte) error) error {
	b, err := t.bucket(bucket)
	if b == nil || err != nil {
		return err
	}
	c := b.Cursor()
	for key, _ := c.First(); key != nil; key, _ = c.Next() {
		if err := fn(key); err != nil {
			return err
		}
	}
	return nil
}
