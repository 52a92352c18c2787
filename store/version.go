package store

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"sync"
)

// watch keeps a descriptor of the file for noticing commits. It holds no lock.
type watch struct {
	mu      sync.Mutex
	f       *os.File
	id      fileID
	txid    uint64
	seq     uint64
	current bool // whether seq belongs to id and txid
}

// Version returns the sequence number of the newest journal entry, 0 when there
// is no file. Every edit, undo, redo and restore raises it. Between commits it
// costs two small reads, so that it may be asked several times a second.
func (s *Store) Version() (uint64, error) {
	w := &s.watch
	w.mu.Lock()
	defer w.mu.Unlock()
	txid, err := w.look(s.file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0, nil
	case err == nil && w.current && txid == w.txid && txid != 0:
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
	w.seq, w.txid, w.current = seq, txid, true
	return seq, nil
}

// look returns the number of the newest commit, 0 when it does not read.
func (w *watch) look(path string) (uint64, error) {
	info, err := os.Stat(path)
	if err != nil {
		w.drop()
		return 0, err
	}
	if id := identify(info); w.f == nil || id != w.id {
		w.drop()
		if w.f, err = os.Open(path); err != nil {
			w.f = nil
			return 0, err
		}
		if info, err = w.f.Stat(); err != nil {
			w.drop()
			return 0, err
		}
		w.id = identify(info)
	}
	if runtime.GOOS == "windows" {
		defer w.drop() // an open file cannot be replaced there
	}
	first, _ := readMeta(w.f, 0)
	if !first.valid {
		return 0, nil // in the middle of a commit, or worse
	}
	second, _ := readMeta(w.f, int64(first.pageSize))
	if !second.valid {
		return 0, nil
	}
	return max(first.txid, second.txid), nil
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
