package store

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"sync"
	"time"
)

// watch keeps a descriptor of the file for noticing commits. It holds no lock.
type watch struct {
	mu      sync.Mutex
	f       *os.File
	id      fileID
	txid    uint64
	written time.Time // when the system says that the file was
	seq     uint64
	current bool // whether seq belongs to id, txid and written
}

// Version returns the sequence number of the newest journal entry, 0 when there
// is no file. Every edit, undo, redo and restore raises it. Between commits it
// costs two small reads, so that it may be asked several times a second. What
// another program copies over the file can have the number of the commit that was
// there, but not its time.
func (s *Store) Version() (uint64, error) {
	w := &s.watch
	w.mu.Lock()
	defer w.mu.Unlock()
	txid, written, err := w.look(s.file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0, nil
	case err == nil && w.current && txid == w.txid && txid != 0 && written.Equal(w.written):
		return w.seq, nil
	}
	// Someone wrote, or the file does not read: the whole way says which. A
	// commit between the look and the read only makes the next call look again.
	w.current = false
	var seq uint64
	if err := s.view(func(t *tx) error {
		seq = t.state.seq
		return nil
	}); err != nil {
		return 0, err
	}
	w.seq, w.txid, w.written, w.current = seq, txid, written, true
	return seq, nil
}

// look returns the number of the newest commit, 0 when it does not read, and when
// the file was written.
func (w *watch) look(path string) (txid uint64, written time.Time, err error) {
	info, err := os.Stat(path)
	if err != nil {
		w.drop()
		return 0, written, err
	}
	if id := identify(info); w.f == nil || id != w.id {
		w.drop()
		if w.f, err = os.Open(path); err != nil {
			w.f = nil
			return 0, written, err
		}
		if info, err = w.f.Stat(); err != nil {
			w.drop()
			return 0, written, err
		}
		w.id = identify(info)
	}
	written = info.ModTime()
	if runtime.GOOS == "windows" {
		defer w.drop() // an open file cannot be replaced there
	}
	first, _ := readMeta(w.f, 0)
	if !first.valid {
		return 0, written, nil // in the middle of a commit, or worse
	}
	second, _ := readMeta(w.f, int64(first.pageSize))
	if !second.valid {
		return 0, written, nil
	}
	return max(first.txid, second.txid), written, nil
}

func (w *watch) drop() {
	if w.f != nil {
		_ = w.f.Close()
		w.f = nil
	}
	w.current = false
}

func (w *watch) close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.drop()
	return nil
}
