package state

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"astute/model/exchange"
)

// Remembered is what a person said about how files with certain headings are
// read when they are imported. It holds headings, never what stands below them.
type Remembered struct {
	On      string           `json:"on"` // the day it was said, 2026-11-20
	Mapping exchange.Mapping `json:"mapping"`
}

// mostMappings is for how many sets of headings one is kept.
const mostMappings = 200

// Mappings returns what is remembered, by [exchange.Key]. Like the looks of
// tables it is the same for all books.
func (d Dir) Mappings() map[string]Remembered {
	list, err := d.mappings()
	if err != nil {
		return map[string]Remembered{}
	}
	return list
}

// mappings is Mappings for those who write the file anew: one that cannot be read
// is not the same as none, what it says is still there.
func (d Dir) mappings() (map[string]Remembered, error) {
	list := map[string]Remembered{}
	if d == "" {
		return list, nil
	}
	if err := gone(read(d.mappingFile(), &list)); err != nil {
		return nil, err
	}
	if list == nil {
		list = map[string]Remembered{}
	}
	return list, nil
}

// unreadable is what is put behind the name of a file that could not be read.
const unreadable = ".unreadable"

// KeepMappings writes what was said of some sets of headings, and forgets those
// of which nothing is said any more. Beyond [mostMappings] the oldest go. A file
// that cannot be read is put aside, not written over.
func (d Dir) KeepMappings(said map[string]Remembered) error {
	if d == "" || len(said) == 0 {
		return nil
	}
	if _, err := os.Stat(d.mappingFile()); errors.Is(err, fs.ErrNotExist) && !slices.ContainsFunc(slices.Collect(maps.Values(said)), func(r Remembered) bool { return !r.Mapping.IsZero() }) {
		return nil // nothing to hold, and nothing to forget
	}
	return alone(d.mappingFile(), func() error {
		before, err := d.mappings()
		if err != nil {
			if err := os.Rename(d.mappingFile(), d.mappingFile()+unreadable); err != nil {
				return err
			}
		}
		return d.keepMappings(before, said)
	})
}

// keepMappings is KeepMappings where it is known what was kept before.
func (d Dir) keepMappings(before, said map[string]Remembered) error {
	all := map[string]Remembered{}
	maps.Copy(all, before)
	for key, r := range said {
		if r.Mapping.IsZero() {
			delete(all, key)
		} else {
			all[key] = r
		}
	}
	if len(all) == 0 && len(before) == 0 {
		return nil
	}
	keys := slices.SortedFunc(maps.Keys(all), func(a, b string) int {
		_, newA := said[a]
		_, newB := said[b]
		if newA != newB {
			return map[bool]int{true: -1, false: 1}[newA]
		}
		return cmp.Or(cmp.Compare(all[b].On, all[a].On), cmp.Compare(a, b))
	})
	for _, key := range keys[min(len(keys), mostMappings):] {
		delete(all, key)
	}
	return write(d.mappingFile(), all)
}

// eraseMappings forgets those with a heading that speaks of somebody: a file
// without headings has a first row in their place. What cannot be read may speak
// of anybody, and goes as a whole.
func (d Dir) eraseMappings(speaks func(text string) bool) error {
	if d == "" {
		return nil
	}
	aside := gone(os.Remove(d.mappingFile() + unreadable))
	if _, err := os.Stat(d.mappingFile()); errors.Is(err, fs.ErrNotExist) {
		return aside
	}
	return errors.Join(aside, alone(d.mappingFile(), func() error {
		list, err := d.mappings()
		if err != nil {
			return gone(os.Remove(d.mappingFile()))
		}
		forgotten := map[string]Remembered{}
		for key, r := range list {
			for heading := range r.Mapping.Columns {
				if speaks(heading) {
					forgotten[key] = Remembered{}
				}
			}
		}
		if len(forgotten) == 0 {
			return nil
		}
		return d.keepMappings(list, forgotten)
	}))
}

func (d Dir) mappingFile() string { return filepath.Join(string(d), "mappings.json") }
