package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"time"
	"unsafe"

	"go.etcd.io/bbolt"
)

// tx is one transaction. Without a file it is an empty book for reading.
type tx struct {
	b     *bbolt.Tx
	state state
	store *Store
	door  *door
}

// errEmpty says that a file exists but holds nothing, as mktemp leaves it; it
// counts as not there yet.
var errEmpty = errors.New("empty file")

// view runs fn in a transaction for reading.
func (s *Store) view(fn func(*tx) error) error {
	err := s.session(s.file, mode{}, func(t *tx) error {
		if t.stale() && !s.bare && s.renewal.tried.CompareAndSwap(false, true) {
			return errStale
		}
		return fn(t)
	})
	if errors.Is(err, errStale) {
		_ = s.renew() // a file that cannot be written is read as it is
		err = s.session(s.file, mode{}, fn)
	}
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errEmpty) {
		return fn(&tx{store: s})
	}
	return err
}

// update runs fn in a transaction for writing and commits it, unless fn fails.
// The file is made when there is none, where the terms hold of that too. grow is
// how many bytes fn is likely to write: mapping them at once saves mapping the file
// again and again.
func (s *Store) update(grow int, fn func(*tx) error, terms ...Term) error {
	for range mostTurns {
		err := s.session(s.file, mode{write: true, grow: grow}, func(t *tx) error {
			if err := t.meets(terms); err != nil {
				return err
			}
			return fn(t)
		})
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errEmpty) {
			return err
		}
		if err := (&tx{store: s}).meets(terms); err != nil {
			return err
		}
		if err := s.create(); err != nil {
			return err
		}
	}
	return faultf(ErrBusy, "%s was made %d times and is gone each time: another program takes it away, or it is a link that leads nowhere; name another file with --file", s.path, mostTurns)
}

// mostTurns is how often something is tried that only another program can make
// fail, again and again.
const mostTurns = 40

// busy says that another program keeps the file to itself.
func (s *Store) busy(path string) error {
	return faultf(ErrBusy, "%s is in use by another program and did not come free in %s: try again", path, s.opt.Wait)
}

// mode says how a session uses the file.
type mode struct {
	write bool
	grow  int
}

// errUnchanged makes a writing session end without a commit and without an error.
var errUnchanged = errors.New("nothing to write")

// callerPanic carries a panic of the caller's own code through the guard, which
// otherwise takes every panic for damage.
type callerPanic struct{ value any }

// session opens the file, runs fn in one transaction and closes the file.
// Whatever bbolt does when it meets damage, a panic or a fault on a mapped page,
// becomes an error here, and the descriptor with its lock is let go of.
func (s *Store) session(path string, m mode, fn func(*tx) error) (err error) {
	d := door{store: s, mode: m}
	defer func() { err = s.explain(path, err) }()
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		d.abandon()
		if own, ok := p.(callerPanic); ok {
			panic(own.value)
		}
		err = corruptf("%v", p)
	}()
	options := &bbolt.Options{
		ReadOnly: !m.write, FreelistType: bbolt.FreelistArrayType, NoStatistics: true, OpenFile: d.open,
	}
	if !locksItself {
		options.Timeout = s.opt.Wait
	}
	if m.grow > 0 {
		if info, statErr := os.Stat(path); statErr == nil {
			options.InitialMmapSize = int(info.Size()) + m.grow
		}
	}
	if d.db, err = bbolt.Open(path, 0o600, options); err != nil {
		if errors.Is(err, bbolt.ErrTimeout) || errors.Is(err, ErrBusy) {
			return s.busy(path)
		}
		return err
	}
	if err = s.trees.ensure(d.mapped(), d.f, d.id, d.h); err != nil {
		_ = d.db.Close()
		return err
	}
	return d.transact(path, fn)
}

// transact runs fn in one transaction of the open file and closes the file.
func (d *door) transact(path string, fn func(*tx) error) (err error) {
	if d.b, err = d.db.Begin(d.mode.write); err != nil {
		_ = d.db.Close()
		return err
	}
	t := &tx{b: d.b, store: d.store, door: d}
	if err = t.load(path, d.mode); err == nil {
		err = fn(t)
	}
	if err != nil || !d.mode.write {
		_ = d.b.Rollback()
		_ = d.db.Close()
		if errors.Is(err, errUnchanged) {
			err = nil
		}
		return err
	}
	txid := d.b.ID()
	if err = d.b.Commit(); err == nil {
		d.store.trees.remember(d.id, uint64(txid))
	} else {
		d.cutBack()
	}
	if closeErr := d.db.Close(); err == nil {
		err = closeErr
	}
	return err
}

// load reads the state of the file and keeps an older program from writing it.
func (t *tx) load(path string, m mode) error {
	raw, err := t.get(bucketMeta, stateKey)
	if err != nil {
		return err
	}
	if raw == nil {
		return faultf(ErrNotDatabase, "%s is a database of another program: name another file with --file", path)
	}
	if t.state, err = readState(raw); err != nil {
		return err
	}
	if t.state.schema > Schema && m.write {
		return faultf(ErrNewer, "%s was written by a newer astute (layout %d, this one knows %d): it can be read but not changed; update astute", path, t.state.schema, Schema)
	}
	return nil
}

// door opens the file for bbolt: it takes the lock, makes sure that the file
// still has the name, and looks at it before bbolt does. It keeps what is needed
// to let go of everything after a panic.
type door struct {
	store *Store
	mode  mode
	f     *os.File
	size  int64 // of the file when it was opened
	id    fileID
	h     header
	db    *bbolt.DB
	b     *bbolt.Tx
}

// open is bbolt's OpenFile.
func (d *door) open(path string, flag int, _ os.FileMode) (*os.File, error) {
	if d.f != nil {
		return os.OpenFile(path, flag, 0) // bbolt copies the file, which is locked already
	}
	for deadline := time.Now().Add(d.store.opt.Wait); ; {
		f, err := os.OpenFile(path, flag&^os.O_CREATE, 0)
		if err != nil {
			return nil, err
		}
		again, err := d.admit(f, path, time.Until(deadline))
		if err == nil && !again {
			d.f = f
			return f, nil
		}
		_ = f.Close()
		if err != nil {
			return nil, err
		}
	}
}

// admit locks an opened file and checks it. again says that meanwhile the name
// came to belong to another file: whoever waited for the lock of a file that was
// replaced would write into one that nobody can see any more.
func (d *door) admit(f *os.File, path string, wait time.Duration) (again bool, err error) {
	if err := lock(f, d.mode.write, wait); err != nil {
		return false, err
	}
	opened, err := f.Stat()
	if err != nil {
		return false, err
	}
	named, err := os.Stat(path)
	if err != nil {
		return false, err
	}
	if !os.SameFile(opened, named) {
		return true, nil
	}
	d.id, d.size = identify(opened), opened.Size()
	return false, d.inspect(f, path, opened.Size())
}

// inspect looks at a file before bbolt may.
func (d *door) inspect(f *os.File, path string, size int64) error {
	if size == 0 {
		return errEmpty
	}
	h := readHeader(f, size)
	switch {
	case !h.magic:
		return d.store.notDatabase(path)
	case h.valid && h.version > metaVersion:
		return faultf(ErrNewer, "%s is laid out by a newer astute: update astute", path)
	case h.spoilt != "":
		return corruptf("%s", h.spoilt)
	}
	if !h.both {
		if err := d.store.oneMeta(f, path, h, d.mode.write); err != nil {
			return err
		}
	}
	d.h = h
	if d.mode.write {
		return checkFreelist(f, h)
	}
	return nil
}

// mapped returns the pages in use as bbolt has mapped them. bbolt gives the
// address as a number; it is read as the pointer that it is.
func (d *door) mapped() []byte {
	info := d.db.Info()
	return unsafe.Slice(*(**byte)(unsafe.Pointer(&info.Data)), d.h.limit*uint64(d.h.pageSize))
}

// abandon lets go of a file after a panic. A transaction for reading holds
// nothing that closing needs; one for writing may hold a lock inside bbolt that
// closing would wait for, so then only the descriptor goes, and with it the lock
// on the file. What stays behind is a mapping.
func (d *door) abandon() {
	if d.f == nil {
		return
	}
	closed := false
	func() {
		defer func() { _ = recover() }()
		if d.b != nil {
			_ = d.b.Rollback()
		}
		if d.db != nil {
			_ = d.db.Close()
			closed = true
		}
	}()
	if !closed {
		_ = d.f.Close()
	}
}

// cutBack makes a file as long again as it was before a commit that failed. On a
// full disk what was written of one takes the last of the room, so that not even a
// small edit would find any. The file is still held. Where the commit is in it
// after all, nothing happens.
func (d *door) cutBack() {
	info, err := d.f.Stat()
	if err != nil || info.Size() <= d.size {
		return
	}
	if h := readHeader(d.f, info.Size()); h.meta != d.h.meta || h.limit*uint64(h.pageSize) > uint64(d.size) {
		return
	}
	_ = d.f.Truncate(d.size) // it does no harm where it cannot be done
}

// oneMeta is called for a file of which only one of the two first pages reads,
// as a power cut in the middle of a commit leaves it: the commit before is
// whole. Before the first write a copy is kept, because damage looks the same.
func (s *Store) oneMeta(f *os.File, path string, h header, write bool) error {
	if !write {
		s.opt.Warn(fmt.Sprintf("%s was cut off while it was being written; it opens as it was one edit before", path))
		return nil
	}
	kept, err := s.keepCopy(f, h.txid)
	if err != nil {
		return err
	}
	s.opt.Warn(fmt.Sprintf("%s was cut off while it was being written; it goes on as it was one edit before, and a copy is kept at %s", path, kept))
	return nil
}
