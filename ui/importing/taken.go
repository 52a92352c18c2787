package importing

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"astute/model"
)

// sorts are the files that can be taken in, in words and by their endings.
var sorts = []struct {
	name    string
	endings []string // the first stands for all
	alone   bool     // it comes by itself, or its name does not say what it is: a folder may hold others like it
}{
	{name: "CSV", endings: []string{".csv", ".tsv", ".tab"}},
	{name: "text", endings: []string{".txt"}, alone: true},
	{name: "a workbook", endings: []string{".xlsx"}},
	{name: "cards", endings: []string{".vcf", ".vcard"}},
	{name: "a book of astute", endings: []string{".json"}, alone: true},
}

// Sorts says what can be taken in: "CSV (csv), a workbook (xlsx) ...".
func Sorts() string {
	var names []string
	for _, s := range sorts {
		if s.name != "text" { // which is CSV by another ending
			names = append(names, s.name+" ("+s.endings[0][1:]+")")
		}
	}
	return model.OrList(names)
}

// isTaken reports whether a file of that name can be taken in, and whether it is
// where it lies in a folder that is.
func isTaken(name string) (taken, inFolder bool) {
	ending := strings.ToLower(filepath.Ext(name))
	for _, s := range sorts {
		if slices.Contains(s.endings, ending) {
			return true, !s.alone
		}
	}
	return false, false
}

// Files returns the files that paths lead to: of a folder those in it that can be
// taken in, by their endings; folders in it, hidden files, plain texts and books are
// left alone. What is not there stays as it is: [Read] says so.
func Files(paths []string) ([]string, error) {
	var files, none []string
	for _, path := range paths {
		if info, err := os.Stat(path); err != nil || !info.IsDir() {
			files = append(files, path)
			continue
		}
		in, err := filesIn(path)
		if err != nil {
			return nil, fmt.Errorf("cannot look into a folder: %w", err)
		}
		if len(in) == 0 {
			none = append(none, path)
		}
		files = append(files, in...)
	}
	if len(files) == 0 && len(none) > 0 {
		return nil, fmt.Errorf("no file that lies in %s can be taken in as it is: name one that is %s", model.OrList(none), Sorts())
	}
	return files, nil
}

// LeftAlone says what [Files] leaves alone in the folders that paths name, "" where
// that is nothing but hidden files.
func LeftAlone(paths []string) string {
	var names []string
	for _, path := range paths {
		entries, err := os.ReadDir(path)
		if err != nil {
			continue // a file, or what Files says
		}
		in, _ := filesIn(path)
		for _, e := range entries {
			if name := e.Name(); !strings.HasPrefix(name, ".") && !slices.Contains(in, filepath.Join(path, name)) {
				if e.IsDir() {
					name += string(filepath.Separator)
				}
				names = append(names, name)
			}
		}
	}
	if more := len(names) - mostLeft; more > 0 {
		names = append(names[:mostLeft], fmt.Sprintf("%d more", more))
	}
	if len(names) == 0 {
		return ""
	}
	return fmt.Sprintf("%s left alone: of a folder only CSV, workbooks and cards are taken in", model.AndList(names))
}

// mostLeft is how many names of what is left alone are worth reading.
const mostLeft = 8

func filesIn(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, e := range entries {
		if _, takes := isTaken(e.Name()); !takes || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		path := filepath.Join(folder, e.Name())
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			files = append(files, path)
		}
	}
	return files, nil
}

// ErrNotTaken is wrapped by the error about a file of a sort that is not taken in.
var ErrNotTaken = errors.New("which is not taken in")

// Cures of files that are not taken in.
const (
	asTable  = "put what it lists into a spreadsheet and save that as CSV"
	asSaved  = "open it and save it as CSV or xlsx"
	inWords  = "import the list that it was made from, as CSV or xlsx"
	asBook   = "if it is a backup, put it in the place of your book with: astute restore FILE; to only look into it, open it with --file"
	unpacked = "unpack it and import what is in it, the folder too"
)

// strangers are files that people take for data, by how they begin, what a zip
// archive of them has in it, or their ending; the first that fits is named. A
// beginning counts byte by byte, and its small letters also for capitals: bytes
// beyond ASCII are letters of many encodings, and fold to nothing that is sure.
var strangers = []struct{ what, begins, holds, ending, cure string }{
	{what: "a PDF", begins: "%PDF", cure: "ask for the data as CSV"},
	{what: "a picture", begins: "\x89PNG", cure: inWords},
	{what: "a picture", begins: "\xff\xd8\xff", cure: inWords},
	{what: "a picture", begins: "GIF8", cure: inWords},
	{what: "a web page", begins: "<!doctype html", cure: asSaved},
	{what: "a web page", begins: "<html", cure: asSaved},
	{what: "XML", begins: "<?xml", cure: asSaved},
	{what: "a text with formatting", begins: `{\rtf`, cure: asTable},
	{what: "a calendar", begins: "begin:vcalendar", cure: "save its meetings as CSV"},
	{what: "a Word document", holds: "word/", cure: asTable},
	{what: "a presentation", holds: "ppt/", cure: asTable},
	{what: "a sheet of Numbers", holds: "Index/", cure: "export it as CSV or to Excel"},
	{what: "an OpenDocument file", holds: "mimetype", cure: asSaved},
	{what: "a zip archive", holds: "", begins: "PK\x03\x04", cure: unpacked},
	{what: "an archive", begins: "\x1f\x8b", cure: unpacked},
	{what: "a file of astute", begins: "\x00\x00\x00\x00\x00\x00\x00\x00\x04\x00\x00\x00\x00\x00\x00\x00\xed\xda\x0c\xed", cure: asBook}, // its first page, as bbolt lays it out
	{what: "an encrypted file", begins: "age-encryption.org/", cure: asBook},
	{what: "a text in Markdown", ending: ".md", cure: asTable},
	{what: "a text in Markdown", ending: ".markdown", cure: asTable},
}

// refuse returns an error about a file that is no table of any sort, by what it
// is; nil for what may be one.
func refuse(path string, data []byte) error {
	begin := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	inside, isZip := zipNames(data)
	for _, s := range strangers {
		fits := s.begins != "" && beginsWith(begin, s.begins)
		switch {
		case s.holds != "":
			fits = slices.ContainsFunc(inside, func(name string) bool { return strings.HasPrefix(name, s.holds) })
		case s.ending != "":
			fits = strings.EqualFold(filepath.Ext(path), s.ending)
		case strings.HasPrefix(s.begins, "PK"):
			fits = isZip && !slices.ContainsFunc(inside, func(name string) bool { return strings.Contains(name, "xl/") })
		}
		if fits {
			return fmt.Errorf("%s is %s, %w: %s", path, s.what, ErrNotTaken, s.cure)
		}
	}
	return nil
}

// beginsWith reports whether data begins with the bytes of start, of which the
// small letters stand for capitals too.
func beginsWith(data []byte, start string) bool {
	if len(data) < len(start) {
		return false
	}
	for i := range len(start) {
		small := start[i]
		is := data[i] == small
		if 'a' <= small && small <= 'z' {
			is = data[i]|0x20 == small
		}
		if !is {
			return false
		}
	}
	return true
}

// zipNames returns the names in a zip archive; false where the data is none that
// can be read.
func zipNames(data []byte) (names []string, ok bool) {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return nil, false
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, false
	}
	for _, f := range archive.File {
		names = append(names, f.Name)
	}
	return names, true
}
