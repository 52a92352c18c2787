package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"astute/model/report"
)

// replaceable returns an error where a file that an export would replace is
// nothing that an export has written: not a customer's own list that happens to be
// called contacts.csv, not the book itself. What is empty can be replaced, and
// what is no file at all is the business of whoever opens it.
func replaceable(path string) error {
	return replaceableBy(path, exported, "is there already and no export: name another file with -o, or take that one away first")
}

// replaceableBy returns an error where a file that would be replaced does not
// begin as ours says; why says what it is then, and the cure.
func replaceableBy(path string, ours func(head []byte) bool, why string) error {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
		return nil
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrPermission) {
		return cannotWrite(path, err)
	}
	if err != nil {
		return nil // opening it for writing says what is wrong
	}
	defer f.Close()
	head := make([]byte, 8192)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return cannotWrite(path, err)
	}
	if !ours(head[:n]) {
		return fmt.Errorf("%s %s", path, why)
	}
	return nil
}

// openings are what the files that we write begin with, beside documents as
// Markdown.
var openings = []string{
	"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n",
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg ",
	"{\n\"schema\": ",
	"\ufeffid,kind,",
	"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//astute//",
}

// exported reports whether that is how a file begins that an export has written,
// also where git or an editor has changed how its lines end.
func exported(head []byte) bool {
	head = bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n"))
	if bytes.HasPrefix(head, []byte("BEGIN:VCARD\n")) && bytes.Contains(head, []byte("@astute\n")) {
		return true // by the UID of a card
	}
	if slices.ContainsFunc(openings, func(opening string) bool { return bytes.HasPrefix(head, []byte(opening)) }) {
		return true
	}
	// The name of the account, and below it what document it is.
	title, rest, _ := strings.Cut(string(head), "\n\n")
	return strings.HasPrefix(title, "# ") && !strings.Contains(title, "\n") &&
		slices.ContainsFunc(report.Templates(), func(t report.Template) bool { return strings.HasPrefix(rest, t.Lead()) })
}
