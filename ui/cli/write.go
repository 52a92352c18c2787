package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"astute/model"
	"astute/model/search"
	"astute/ui/wholefile"
)

// writeFile writes a file whole or not at all. A path that is a device or a pipe is
// written to as it is. What was written is on the disk when it returns.
func (p *program) writeFile(path string, write func(io.Writer) error) error {
	made, err := p.writeBeside(path, true, write)
	if err != nil || made.file == nil {
		return err
	}
	if err := made.keep(); err != nil {
		return err
	}
	return cannotWrite(path, made.file.Settle())
}

// besides is a file that was written beside its place.
type besides struct {
	path   string
	file   *wholefile.File // nil for what was written in its place: a device or a pipe
	remove func(do bool)
}

// keep puts the file in its place.
func (b besides) keep() error {
	if b.file == nil {
		return nil
	}
	err := b.file.Keep()
	b.remove(err != nil)
	return cannotWrite(b.path, err)
}

// writeBeside writes a file beside its place, from where it goes away when the
// program ends before it is kept; durable: onto the disk.
func (p *program) writeBeside(path string, durable bool, write func(io.Writer) error) (besides, error) {
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return besides{}, fmt.Errorf("%s is a folder: name a file in it", path)
	case err == nil && !info.Mode().IsRegular():
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return besides{}, cannotWrite(path, err)
		}
		return besides{}, cannotWrite(path, errors.Join(write(f), f.Close()))
	}
	f, err := wholefile.Create(path)
	if err != nil {
		return besides{}, cannotWrite(path, err)
	}
	made := besides{path, f, p.tidy.after(f.Drop)}
	if err := f.Fill(durable, write); err != nil {
		made.remove(true)
		return besides{}, cannotWrite(path, err)
	}
	return made, nil
}

// cannotWrite says which file could not be written, and why.
func cannotWrite(path string, err error) error {
	if err == nil {
		return nil
	}
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		err = at.Err
	} else if at, ok := errors.AsType[*os.LinkError](err); ok {
		err = at.Err
	}
	return fmt.Errorf("cannot write %s: %w: name another place", path, err)
}

// isFolder reports whether a path given to -o means a folder: it is one, or it
// ends as one.
func isFolder(path string) bool {
	if strings.HasSuffix(path, "/") || os.IsPathSeparator(path[len(path)-1]) {
		return true
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// fileName turns a name into one that every file system takes and people still
// read: letters and digits in lower case, everything else a hyphen. A name
// without any is called by what stands in otherwise.
func fileName(name, otherwise string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() > 80 {
			break
		}
	}
	stem := strings.Trim(b.String(), "-")
	if r, _ := utf8.DecodeRuneInString(stem); stem == "" || unicode.IsMark(r) {
		return otherwise
	}
	if reserved[stem] {
		return stem + "-" + otherwise
	}
	return stem
}

// reserved are names that Windows keeps for devices.
var reserved = map[string]bool{
	"con": true, "prn": true, "aux": true, "nul": true,
	"com1": true, "com2": true, "com3": true, "com4": true, "com5": true, "com6": true, "com7": true, "com8": true, "com9": true,
	"lpt1": true, "lpt2": true, "lpt3": true, "lpt4": true, "lpt5": true, "lpt6": true, "lpt7": true, "lpt8": true, "lpt9": true,
}

// fileNames gives each of the named things, whose keys all differ, a file name of
// its own, the same ones however they are ordered: what would be called alike gets its key too. That
// is also what some file systems take for alike (letters that differ by case, or by
// how their accents are kept) and what ends like the name of another document of
// something else: the rapid review of Acme is acme-rapid, so that the plan of an
// account called Acme Rapid cannot be.
func fileNames(names, keys []string) []string {
	stems := make([]string, len(names))
	for i, name := range names {
		stems[i] = fileName(name, keys[i])
		if endsAsDocument(stems[i]) {
			stems[i] += "-" + keys[i]
		}
	}
	for clashes := 1; clashes > 0; { // what a key made alike is told apart by it once more
		clashes = 0
		count := map[string]int{}
		for _, stem := range stems {
			count[search.Fold(stem)]++
		}
		for i, stem := range stems {
			if count[search.Fold(stem)] > 1 {
				stems[i] = stem + "-" + keys[i]
				clashes++
			}
		}
	}
	return stems
}

// endsAsDocument reports whether a stem ends with what is put behind one: the name
// of a template, or a day.
func endsAsDocument(stem string) bool {
	for _, name := range templateNames() {
		if strings.HasSuffix(stem, "-"+name) {
			return true
		}
	}
	const day = "-2006-01-02"
	if len(stem) <= len(day) {
		return false
	}
	_, err := model.ParseDate(stem[len(stem)-len(day)+1:])
	return err == nil && stem[len(stem)-len(day)] == '-'
}
