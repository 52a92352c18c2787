package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// SetText gives one setting of the file at path a text, and leaves every other
// line as it is: comments, order and blank lines are the person's own. A file
// that is not there is made, for its owner alone. The file is replaced whole
// or not at all; every error is an [Error].
func SetText(path, name, value string) error {
	shown := path
	cannot := func(cause string) error { return &Error{Path: shown, Text: "cannot be written: " + cause} }
	if whole, err := filepath.EvalSymlinks(path); err == nil {
		path = whole // kept elsewhere and linked to: the link stays
	}
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return cannot(plainCause(err))
	}
	before := string(data)
	after, ok := withLine(before, name, value)
	if !ok {
		return cannot("something in it is not understood")
	}
	if after == before {
		return nil
	}
	if err := replace(path, after); err != nil {
		return cannot(plainCause(err))
	}
	return nil
}

// withLine returns the text of a file with one setting changed or added. It
// reports false where that would change anything else, or what it says now
// cannot be read.
func withLine(before, name, value string) (after string, ok bool) {
	var was, is map[string]any
	if _, err := toml.Decode(before, &was); err != nil {
		return "", false
	}
	if was == nil {
		was = map[string]any{}
	}
	end := "\n"
	if strings.Contains(before, "\r\n") {
		end = "\r\n"
	}
	lines := strings.SplitAfter(before, "\n")
	if _, there := was[name]; there {
		i := lineOf(before, name) - 1
		if i < 0 {
			return "", false
		}
		lines[i] = withValue(lines[i], fmt.Sprintf("%q", value))
	} else {
		at := afterSettings(before, was)
		if at > 0 && !strings.HasSuffix(lines[at-1], "\n") {
			lines[at-1] += end
		}
		lines = slices.Insert(lines, at, fmt.Sprintf("%s = %q%s", name, value, end))
	}
	after = strings.Join(lines, "")
	was[name] = value
	if _, err := toml.Decode(after, &is); err != nil || !reflect.DeepEqual(was, is) {
		return "", false
	}
	return after, true
}

// afterSettings returns before which line a new setting goes: behind the last
// one that belongs to no table, else at the top.
func afterSettings(text string, said map[string]any) int {
	at := 0
	for name, value := range said {
		if _, table := value.(map[string]any); !table {
			at = max(at, lineOf(text, name))
		}
	}
	return at
}

// withValue returns a line with another value; what is before the value and any
// comment behind it stay.
func withValue(line, value string) string {
	i := strings.IndexByte(line, '=') + 1
	i += len(line[i:]) - len(strings.TrimLeft(line[i:], " \t"))
	end := i
	switch rest := line[i:]; {
	case rest == "":
	case rest[0] == '"':
		end++
		for end < len(line)-1 && line[end] != '"' {
			if line[end] == '\\' {
				end++
			}
			end++
		}
		end++
	case rest[0] == '\'':
		end += strings.IndexByte(rest[1:], '\'') + 2
	default:
		if n := strings.IndexAny(rest, " \t#\r\n"); n >= 0 {
			end += n
		} else {
			end = len(line)
		}
	}
	return line[:i] + value + line[min(end, len(line)):]
}

// replace writes a file beside its place first; who may read it stays as it was,
// and a new one is for its owner alone, as is a new folder.
func replace(path, text string) error {
	mode := fs.FileMode(0o600)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".config-*")
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
