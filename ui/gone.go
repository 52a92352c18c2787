package ui

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"astute/store"
	"astute/ui/theme"
)

// goneError says that the file that was open is not there any more.
type goneError struct{ what, cure string }

func (e *goneError) Error() string { return e.what + e.cure }

// goneFrom says that the file of a store is not there, or that nothing is in it,
// and what brings it back.
func goneFrom(s Store) error {
	e := &goneError{"the file is gone from " + s.Path(), ": what you see was the last state; put it back"}
	if info, err := os.Stat(s.Path()); err == nil && info.Size() == 0 {
		e.what = "the file is empty (0 bytes): " + s.Path()
	}
	if back := s.WayBack(); back != "" {
		e.cure += ", or go back to the newest backup with: " + back
	} else {
		e.cure += ", or q"
	}
	return e
}

// lost keeps the last screen and says once that its file is gone.
func (w *Workspace) lost(err error) {
	if w.gone == nil {
		w.sayError(err)
	}
	w.gone = err
	w.show()
}

// failed says why something was not written, and remembers when that is so for
// everything.
func (w *Workspace) failed(err error) {
	if errors.As(err, new(*goneError)) {
		w.gone = nil // it is said again: something was to be written
		w.lost(err)
		return
	}
	if errors.Is(err, store.ErrReadOnly) || errors.Is(err, store.ErrNewer) {
		w.readOnly = err
		w.show()
	}
	w.sayFailed(err)
}

// errNewer is why a file that a newer program laid out can be read only.
var errNewer = fmt.Errorf("%w, which can be read but not changed: update astute", store.ErrNewer)

// laidOutNewer reports whether a newer program laid the file out.
func laidOutNewer(s Store) bool {
	f, ok := s.(interface{ Newer() (bool, error) })
	if !ok {
		return false
	}
	newer, err := f.Newer()
	return err == nil && newer
}

// writable returns why a file that is there can be read only, nil when it can be
// written.
func writable(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err == nil {
		return f.Close()
	}
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		return fmt.Errorf("%w: %w", store.ErrReadOnly, err)
	}
	return nil // missing, or on a medium that cannot say: writing tells
}

// warn adds to the header what holds for everything that is seen below it.
func (h *header) warn(w *Workspace) {
	text := ""
	switch {
	case w.gone != nil:
		text = "THE FILE IS GONE"
	case w.readOnly != nil:
		text = "read only"
	case w.memory.drafts.failing:
		text = "no drafts kept"
	default:
		return
	}
	at := min(1, len(h.segments))
	h.segments = append(h.segments[:at:at], append([]segment{{text: text, style: theme.Bad, keep: 99}}, h.segments[at:]...)...)
}
