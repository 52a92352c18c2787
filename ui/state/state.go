// Package state keeps what belongs to one person at one machine and is no part
// of any book: where the workspace stood in each book when it was left, how its tables look,
// how files are read that are imported, and what was being typed and is not saved yet.
//
// Everything is a small file of its own in the XDG state folder, readable by its
// owner only. Losing one loses comfort, never data; so an unreadable file counts
// as none.
//
//	state.go  the folder, and where the workspace stood
//	table.go  how tables look
//	mapping.go  how files with certain headings are read
//	lock.go  one session at a time
//	draft.go  what was being typed
//	erase.go  taking away what speaks of somebody
//	alive_*.go  whether the session that typed it is still there
package state

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"

	"astute/ui/config"
)

// Dir is the folder; "" keeps nothing.
type Dir string

// Home returns the folder of this person: "" where there is no home.
func Home(getenv func(string) string) Dir {
	home, err := config.Home(getenv, "XDG_STATE_HOME", ".local/state")
	if err != nil {
		return ""
	}
	return Dir(filepath.Join(home, "astute"))
}

// Place is where the workspace stood in a book.
type Place struct {
	Account string            `json:"account"`
	Pane    int               `json:"pane"`
	Zoom    bool              `json:"zoom,omitempty"`
	Columns int               `json:"columns,omitempty"` // how far the borders were moved
	Rows    int               `json:"rows,omitempty"`
	Filters map[string]string `json:"filters,omitempty"` // by the pane's title
	Cursors map[string]string `json:"cursors,omitempty"` // the record under the cursor, by the pane's title
}

// mostPlaces is for how many books a place is kept.
const mostPlaces = 50

// Place returns where the workspace stood in the book of that path; the zero
// Place when nothing is known.
func (d Dir) Place(book string) Place {
	var p Place
	if d == "" || read(d.placeFile(book), &p) != nil {
		return Place{}
	}
	return p
}

// Keep writes where the workspace stands in a book.
func (d Dir) Keep(book string, p Place) error {
	if d == "" {
		return nil
	}
	if err := write(d.placeFile(book), p); err != nil {
		return err
	}
	return prune(filepath.Join(string(d), "place-*.json"), mostPlaces)
}

func (d Dir) placeFile(book string) string {
	return filepath.Join(string(d), fmt.Sprintf("place-%016x.json", hash(book)))
}

// hash names a book by its path.
func hash(book string) uint64 {
	if whole, err := filepath.Abs(book); err == nil {
		book = whole
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(book)) // never fails
	return h.Sum64()
}

// prune removes the oldest of the files that fit a pattern.
func prune(pattern string, keep int) error {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) <= keep {
		return err
	}
	age := map[string]int64{}
	for _, f := range files {
		if info, err := os.Stat(f); err == nil {
			age[f] = info.ModTime().UnixNano()
		}
	}
	slices.SortFunc(files, func(a, b string) int { return cmp.Compare(age[b], age[a]) })
	var failed error
	for _, f := range files[keep:] {
		failed = errors.Join(failed, os.Remove(f))
	}
	return failed
}

func read(path string, into any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}

// write replaces a file as a whole: by a temporary one beside it and a rename.
func write(path string, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".writing-*")
	if err != nil {
		return err
	}
	_, err = temp.Write(data)
	err = errors.Join(err, temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		err = errors.Join(err, os.Remove(temp.Name()))
	}
	return err
}
