package state

import (
	"cmp"
	"maps"
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
	list := map[string]Remembered{}
	if d == "" || read(d.mappingFile(), &list) != nil || list == nil {
		return map[string]Remembered{}
	}
	return list
}

// KeepMappings writes what was said of some sets of headings, and forgets those
// of which nothing is said any more. Beyond [mostMappings] the oldest go.
func (d Dir) KeepMappings(said map[string]Remembered) error {
	if d == "" || len(said) == 0 {
		return nil
	}
	before := d.Mappings()
	all := maps.Clone(before)
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
// without headings has a first row in their place.
func (d Dir) eraseMappings(speaks func(text string) bool) error {
	gone := map[string]Remembered{}
	for key, r := range d.Mappings() {
		for heading := range r.Mapping.Columns {
			if speaks(heading) {
				gone[key] = Remembered{}
			}
		}
	}
	return d.KeepMappings(gone)
}

func (d Dir) mappingFile() string { return filepath.Join(string(d), "mappings.json") }
