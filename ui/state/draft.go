package state

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"time"
)

// Draft is what was typed into the fields of one record and is not saved yet.
type Draft struct {
	Book    string         `json:"book"`
	Kind    string         `json:"kind"`
	ID      string         `json:"id"`
	Account string         `json:"account,omitempty"`
	New     bool           `json:"new,omitempty"` // the record is not in the book yet
	Title   string         `json:"title,omitempty"`
	Page    string         `json:"page,omitempty"` // where it was typed, when that was no form
	Fields  map[int]string `json:"fields"`         // as typed, by the field's number
	Base    map[int]string `json:"base,omitempty"` // what the record held when the typing began, as in the book; none of a new one
	At      time.Time      `json:"at"`

	file string // where it lies, of one that was left behind
}

// SameFile reports whether two drafts lie in one file of a session that is over.
func (d Draft) SameFile(other Draft) bool { return d.file != "" && d.file == other.file }

// Session tells the drafts of one run of the program from those of others: the
// number of its process.
type Session int

// draftName is what the files of drafts are called: session and record.
var draftName = regexp.MustCompile(`^draft-(\d+)-([0-9a-z]+)\.json$`)

func (d Dir) draftFile(s Session, id string) string {
	return filepath.Join(string(d), fmt.Sprintf("draft-%d-%s.json", s, id))
}

// Write keeps a draft of a session.
func (d Dir) Write(s Session, draft Draft) error {
	if d == "" {
		return nil
	}
	return write(d.draftFile(s, draft.ID), draft)
}

// Forget takes the draft of a record away: it was saved, or given up.
func (d Dir) Forget(s Session, id string) error {
	if d == "" {
		return nil
	}
	return gone(os.Remove(d.draftFile(s, id)))
}

// Discard takes a draft away that another session left behind.
func (d Dir) Discard(draft Draft) error {
	if draft.file == "" {
		return nil
	}
	return gone(os.Remove(draft.file))
}

func gone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// LeftBehind returns the drafts of a book whose sessions are over, the newest
// first. alive says whether a session still runs.
func (d Dir) LeftBehind(book string, alive func(Session) bool) []Draft {
	if d == "" {
		return nil
	}
	entries, err := os.ReadDir(string(d))
	if err != nil {
		return nil
	}
	var list []Draft
	for _, e := range entries {
		m := draftName.FindStringSubmatch(e.Name())
		if m == nil {
			continue
		}
		session, err := strconv.Atoi(m[1])
		if err != nil || alive(Session(session)) {
			continue
		}
		draft := Draft{file: filepath.Join(string(d), e.Name())}
		if read(draft.file, &draft) == nil && hash(draft.Book) == hash(book) {
			list = append(list, draft)
		}
	}
	slices.SortFunc(list, func(a, b Draft) int { return b.At.Compare(a.At) })
	return list
}
