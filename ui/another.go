package ui

import (
	"errors"
	"os"

	"astute/store"
)

// look tells what became of the book since it was read, and how it is seen now. The
// error says why that cannot be told; of a file that is gone, that it is.
func look(s Store, known store.Sight) (store.Turn, store.Sight, error) {
	t, now, err := s.Look(known)
	if err == nil && t == store.Gone {
		err = goneFrom(s)
	}
	return t, now, err
}

// there returns an error when the file of which a version was seen is not there
// any more, or is another book: reading it would show an empty book, or mix the
// two.
func there(s Store, known store.Sight) error {
	t, _, err := look(s, known)
	if err == nil && t == store.Another {
		err = &store.TurnedError{Turn: t, Path: s.Path()}
	}
	return err
}

// unturned is [there] for whoever takes back or repeats an edit: what stands in
// another copy of the book is not what was seen here.
func unturned(s Store, known store.Sight) error {
	t, _, err := look(s, known)
	if err == nil && t != store.GoesOn {
		err = &store.TurnedError{Turn: t, Path: s.Path()}
	}
	return err
}

// refused says why the store wrote nothing, with what brings a file back that is
// gone; meanwhile is what is said where something was written in between.
func refused(s Store, err, meanwhile error) error {
	var turned *store.TurnedError
	switch {
	case errors.As(err, &turned) && turned.Turn == store.Gone:
		return goneFrom(s)
	case turned == nil && errors.Is(err, store.ErrMeanwhile):
		return meanwhile
	}
	return err
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
	w.began, w.mine, w.tookBack = snap.sight.Version, map[uint64]string{}, map[uint64]bool{}
	w.rest.backed = snap.sight.Version
	w.said.seen()
	when := ""
	if at := snap.top.At; !at.IsZero() {
		when = " (its last edit: " + at.Local().Format("2 Jan 15:04") + ")"
	}
	switch snap.turn {
	case store.SetBack:
		return "an earlier state of the book was restored elsewhere" + when
	case store.Older:
		return "an older copy of the book lies here now" + when + ": astute info lists the backups"
	case store.Diverged:
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
	case w.keptNowhere():
		return "another book lies here now; what you typed is on no disk: :drafts lists it until you quit"
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
