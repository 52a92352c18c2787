package ui

import (
	"errors"
	"fmt"
	"time"

	"astute/store"

	tea "github.com/charmbracelet/bubbletea"
)

// idleBefore is how long nobody types before a backup is made: long enough not
// to meet the next key, short enough that a pause for a call is one.
const idleBefore = 2 * time.Minute

// resting is when somebody last typed, and which version has its backup.
type resting struct {
	since  time.Time
	backed uint64
	making bool // one backup at a time
}

// backedUp is the answer to making a backup.
type backedUp struct {
	version uint64
	err     error
}

// backUp makes a backup when nobody has typed for a while and the book was
// written since the last one. The file is read, never held.
func (w *Workspace) backUp() tea.Cmd {
	now := w.o.Now()
	if w.rest.since.IsZero() {
		w.rest.since, w.rest.backed = now, w.began
	}
	if w.rest.making || w.waiting || w.broken != nil || w.gone != nil ||
		w.sight.Version == w.rest.backed || now.Sub(w.rest.since) < idleBefore {
		return nil
	}
	w.rest.making = true
	s, version := w.o.Store, w.sight.Version
	return func() tea.Msg { return backedUp{version, s.AutoBackup(now)} }
}

func (m backedUp) arrive(w *Workspace) tea.Cmd {
	// A failure is said once for each version, not with every tick.
	w.rest.making, w.rest.backed = false, m.version
	if m.err != nil && !errors.Is(m.err, store.ErrReadOnly) {
		w.sayError(m.err)
	}
	return nil
}

// backUpOnLeaving makes a backup of what was written since the last one: most
// sessions are shorter than a rest. What was written is safe without it, so that
// a folder in which nothing may be made is no fault.
func (w *Workspace) backUpOnLeaving() error {
	if w.sight.Version == w.rest.backed || w.rest.backed == 0 && w.sight.Version == w.began || w.broken != nil || w.gone != nil {
		return nil
	}
	if err := w.o.Store.AutoBackup(w.o.Now()); err != nil && !errors.Is(err, store.ErrReadOnly) {
		return fmt.Errorf("everything is saved, but no backup could be made: %w", err)
	}
	return nil
}
