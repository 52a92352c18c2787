package state

import (
	"errors"
	"os"
	"path/filepath"
)

// Drafts returns everything that was typed into a book and not saved, of
// sessions that are over and of those that go on, the newest first.
func (d Dir) Drafts(book string) []Draft {
	return d.LeftBehind(book, func(Session) bool { return false })
}

// Erase takes away what speaks of somebody: every draft in which a text does, and
// the filters of where one stood, and the mappings with a heading that does. It returns how many drafts went.
func (d Dir) Erase(book string, speaks func(text string) bool) (drafts int, err error) {
	for _, draft := range d.Drafts(book) {
		if draft.Speaks(speaks) {
			drafts++
			err = errors.Join(err, d.Discard(draft))
		}
	}
	place := d.Place(book)
	kept := map[string]string{}
	for pane, filter := range place.Filters {
		if !speaks(filter) {
			kept[pane] = filter
		}
	}
	if len(kept) < len(place.Filters) {
		place.Filters = kept
		err = errors.Join(err, d.Keep(book, place))
	}
	err = errors.Join(err, d.eraseMappings(speaks))
	left, _ := filepath.Glob(filepath.Join(string(d), ".writing-*")) // the pattern is sound
	for _, file := range left {
		err = errors.Join(err, gone(os.Remove(file)))
	}
	return drafts, err
}

// Speaks reports whether one of the draft's texts does.
func (d Draft) Speaks(of func(string) bool) bool {
	for _, texts := range []map[int]string{d.Fields, d.Base} {
		for _, text := range texts {
			if of(text) {
				return true
			}
		}
	}
	return of(d.Title) || of(d.ID)
}
