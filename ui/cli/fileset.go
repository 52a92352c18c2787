package cli

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"sync"
)

// fileSet is files that are written together: all of them beside their places
// first, then each is renamed into its own. So an export of a thousand plans that
// fails or is interrupted while it is made leaves the folder as it was. It may be
// written to side by side.
//
// None is forced onto the disk by itself: that takes longer than to write it, and
// what has been exported can be exported again. A program or machine that stops
// leaves whole files either way; only after a power cut may the newest be missing.
type fileSet struct {
	p *program

	mu    sync.Mutex
	files []inSet
	done  int
}

// inSet is a file of a set, by the name that it was asked for by.
type inSet struct {
	besides
	turn int
	name string
}

// write writes a file beside its place. The turn says where it is named among the
// others.
func (s *fileSet) write(turn int, path string, write func(io.Writer) error) error {
	if err := replaceable(path); err != nil {
		return err
	}
	made, err := s.p.writeBeside(path, false, write)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files = append(s.files, inSet{made, turn, path})
	return nil
}

// progress says that one more thing of so many is written.
func (s *fileSet) progress(of int, what string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done++
	s.p.progress("%d of %d: %s", s.done, of, what)
}

// keep puts all files in their places, and names them in their turn.
func (s *fileSet) keep() error {
	slices.SortStableFunc(s.files, func(a, b inSet) int { return cmp.Compare(a.turn, b.turn) })
	for _, f := range s.files {
		if err := f.keep(); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(s.p.out, f.name); err != nil {
			return err
		}
	}
	return nil
}

// drop takes away what was not kept.
func (s *fileSet) drop() {
	for _, f := range s.files {
		if f.file != nil {
			f.remove(true)
		}
	}
}
