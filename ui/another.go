package ui

import (
	"os"

	"astute/store"
)

// What lies in the place of the file can be another book, or another copy of this
// one: a copy was put over it, a backup was restored, a program that keeps folders
// in step brought the file of another machine. The journal tells them apart.

// sight is the book as it was read last: what the next look is compared with.
type sight struct {
	version     uint64
	first, last store.Mark // of its journal
}

// turn is what became of the book since it was read.
type turn int

// The turns.
const (
	goesOn   turn = iota // it is the one that was read, and what was written since
	older                // it is a copy of the book of before
	diverged             // it is a copy that was written elsewhere, without what was seen here
	restored             // somebody restored an earlier state
	another              // it is another book
)

// look tells what became of the book since it was read. The error says why that
// cannot be told; of a file that is gone, that it is.
func look(s Store, known sight) (turn, error) {
	if known.version == 0 {
		return goesOn, nil
	}
	version, err := s.Version()
	if err == nil && version == 0 {
		err = goneFrom(s)
	}
	if err != nil {
		return goesOn, err
	}
	first, last, err := s.Marks(known.version)
	switch {
	case err != nil || known.first.Seq == 0 || first.Same(known.first) && last.Same(known.last):
		return goesOn, err
	case !first.Same(known.first):
		return another, nil
	}
	newest, err := s.Log(store.LogQuery{Limit: 1})
	switch {
	case err == nil && len(newest) > 0 && newest[0].Act == store.Restored:
		return restored, nil
	case version < known.version:
		return older, err
	}
	return diverged, err
}

// there returns an error when the file of which a version was seen is not there
// any more, or is another book: reading it would show an empty book, and writing
// to it make a new one, or mix the two.
func there(s Store, known sight) error {
	t, err := look(s, known)
	if err == nil && t == another {
		err = &anotherError{s.Path()}
	}
	return err
}

// unturned is [there] for whoever takes back or repeats an edit: what stands in
// another copy of the book is not what was seen here.
func unturned(s Store, known sight) error {
	t, err := look(s, known)
	if err == nil && t != goesOn {
		err = &anotherError{s.Path()}
	}
	return err
}

// anotherError says that something else lies where the book was that is shown.
type anotherError struct{ path string }

func (e *anotherError) Error() string {
	return "another book lies here now, nothing was written: wait until it is shown (" + e.path + ")"
}

// replaced reports whether another file lies where the one that was read lay, or
// another was copied over it: it can have the same version.
func replaced(path string, file os.FileInfo) bool {
	now, err := os.Stat(path)
	return err == nil && file != nil && (!os.SameFile(now, file) || !now.ModTime().Equal(file.ModTime()) || now.Size() != file.Size())
}

// turned makes ready for showing what lies in the place of the file now, and
// returns what is said of it. What was written here is not known there, so that
// undo asks for all of it. Of another book nothing on the screen holds: what was
// typed is put aside, and everything over the panes is closed.
func (w *Workspace) turned(snap snapshot) string {
	w.began, w.mine, w.tookBack = snap.sight.version, map[uint64]string{}, map[uint64]bool{}
	w.rest.backed = snap.sight.version
	w.said.seen()
	when := ""
	if at := snap.top.At; !at.IsZero() {
		when = " (its last edit: " + at.Local().Format("2 Jan 15:04") + ")"
	}
	switch snap.turn {
	case restored:
		return "an earlier state of the book was restored elsewhere" + when
	case older:
		return "an older copy of the book lies here now" + when + ": astute info lists the backups"
	case diverged:
		return "another copy of the book lies here now, without what you saw last" + when + ": astute info lists the backups"
	}
	typed := w.putAllAside()
	w.overlays, w.spelling, w.held, w.burst.strokes, w.burst.messages = nil, nil, nil, nil, 0
	w.standings, w.memory.unseen = standings{}, unseen{met: w.memory.unseen.met}
	for _, p := range w.panes {
		for p.Reset() {
		}
	}
	w.page = nil
	switch {
	case typed > 0:
		return "another book lies here now; what you typed is kept, and :drafts lists it"
	case len(w.memory.drafts.kept) > 0:
		return "another book lies here now; what you typed before is still kept: :drafts lists it"
	}
	return "another book lies here now: you see what is in it"
}

// putAllAside puts aside what is being typed and returns in how many places it
// was. What was said of the columns of an import is kept as when its page is left.
func (w *Workspace) putAllAside() int {
	typed := 0
	now := w.draftsNow()
	for _, o := range w.overlays {
		switch o := o.(type) {
		case *importOver:
			o.keepSaid(w)
		case drafting:
			if o.draft(w) != nil {
				typed++
			}
		}
	}
	if w.memory.drafts.kept == nil {
		w.memory.drafts.kept = now
	}
	for id, d := range now {
		if d.At.IsZero() {
			d.At = w.o.Now()
		}
		w.memory.drafts.kept[id] = d
	}
	return typed
}
