package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"astute/model"
)

// What can go wrong with a file. Each arrives wrapped in an error whose text is
// one line that names the cure.
var (
	// ErrNotFound says that there is no such record.
	ErrNotFound = errors.New("not found")
	// ErrBusy says that another program kept the file to itself for too long.
	ErrBusy = errors.New("the file is busy")
	// ErrNewer says that a newer version of the program wrote the file, so that
	// this one may read but not write it.
	ErrNewer = errors.New("the file is of a newer version")
	// ErrDamaged says that bytes of the file are not what was written.
	ErrDamaged = errors.New("the file is damaged")
	// ErrNotDatabase says that the file is something else.
	ErrNotDatabase = errors.New("not an astute file")
	// ErrReadOnly says that the file cannot be written where it lies.
	ErrReadOnly = errors.New("the file cannot be written")
	// ErrNoPlace says that no file can be where it is to be: another lies in which a
	// folder is needed, or the name is too long.
	ErrNoPlace = errors.New("no place for the file")
	// ErrFull says that there is no space left on the disk.
	ErrFull = errors.New("no space left")
	// ErrNothing says that there is no edit to take back or to repeat.
	ErrNothing = errors.New("nothing to undo or redo")
	// ErrMeanwhile says that the file is not as it was any more when an edit was
	// worked out, see [Term].
	ErrMeanwhile = errors.New("something was written meanwhile")
	// ErrExists says that a file is there already and will not be replaced.
	ErrExists = errors.New("the file exists already")
)

// fault is an error of one kind with a text of its own.
type fault struct {
	kind  error
	text  string
	cause error
}

func (f *fault) Error() string { return f.text }

// Unwrap gives both the kind and the cause.
func (f *fault) Unwrap() []error {
	if f.cause == nil {
		return []error{f.kind}
	}
	return []error{f.kind, f.cause}
}

func faultf(kind error, format string, args ...any) error {
	f := &fault{kind: kind, text: fmt.Sprintf(format, args...)}
	for _, arg := range args {
		if err, ok := arg.(error); ok {
			f.cause = err
		}
	}
	return f
}

// corrupt is what reading finds wrong; the session around it turns it into an
// error that names the file and the cure.
type corrupt struct{ what string }

func (c *corrupt) Error() string { return c.what }

func corruptf(format string, args ...any) error {
	return &corrupt{fmt.Sprintf(format, args...)}
}

// explain turns what the system and bbolt say about the file into one of the
// errors above.
func (s *Store) explain(path string, err error) error {
	var c *corrupt
	var told *fault
	switch {
	case err == nil:
		return nil
	case errors.As(err, &told):
		return err // it was explained where it happened, and says which file
	case errors.As(err, &c):
		return s.damaged(path, c.what)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG), isQuota(err),
		strings.HasPrefix(err.Error(), "file resize error"): // bbolt does not wrap what it says of growing
		return faultf(ErrFull, "no space left on the disk of %s, nothing was changed: free some space and try again (%v)", path, err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return s.unwritable(path, err)
	case errors.Is(err, syscall.ENOTDIR):
		return s.inTheWay(path, err)
	case errors.Is(err, syscall.ENAMETOOLONG):
		return &fault{ErrNoPlace, fmt.Sprintf("the name %s is longer than this disk takes: name a shorter one%s", path, s.byFlag(path)), err}
	}
	return err
}

// byFlag is how another file is named in the place of a path: the book's by a flag,
// a copy's by itself.
func (s *Store) byFlag(path string) string {
	if path == s.path || path == s.file {
		return " with --file"
	}
	return ""
}

// inTheWay names the file that lies where a folder is needed, on the way to a path.
func (s *Store) inTheWay(path string, err error) error {
	file := path
	if whole, absErr := filepath.Abs(path); absErr == nil {
		file = whole
	}
	for up := filepath.Dir(file); up != file; up = filepath.Dir(file) {
		if info, statErr := os.Stat(file); statErr == nil && !info.IsDir() {
			break
		}
		file = up
	}
	elsewhere := ", or name another place"
	switch flag := s.byFlag(path); {
	case flag != "":
		elsewhere = ", or name a file elsewhere" + flag
	case path == s.opt.BackupDir:
		elsewhere = ", then try again"
	}
	return faultf(ErrNoPlace, "%s is a file, and a folder is needed there: rename it%s (%v)", file, elsewhere, err)
}

// unwritable says what keeps a file from being used: reading it, or only
// writing it.
func (s *Store) unwritable(path string, err error) error {
	if info, statErr := os.Stat(path); statErr != nil && errors.Is(statErr, fs.ErrNotExist) || statErr == nil && info.IsDir() {
		return s.noRoom(path, err)
	}
	if f, openErr := os.Open(path); openErr == nil {
		_ = f.Close()
	} else if errors.Is(openErr, fs.ErrPermission) {
		return faultf(ErrReadOnly, "%s may not be read by you: change its permissions, or name another file with --file (%v)", path, openErr)
	}
	return faultf(ErrReadOnly, "%s can be read but not changed here: make the file and its folder writable, or work on a copy elsewhere with --file (%v)", path, err)
}

// noRoom says that a file cannot be made in a folder, or the folder itself: the
// one that is there is named.
func (s *Store) noRoom(path string, err error) error {
	folder := path
	if whole, absErr := filepath.Abs(path); absErr == nil {
		folder = whole
	}
	for up := filepath.Dir(folder); up != folder; up = filepath.Dir(folder) {
		if info, statErr := os.Stat(folder); statErr == nil && info.IsDir() {
			break
		}
		folder = up
	}
	cure := "name a place elsewhere" + s.byFlag(path)
	return faultf(ErrReadOnly, "nothing can be written in the folder %s: make it writable, or %s (%v)", folder, cure, err)
}

// damaged names the damage and the way back.
func (s *Store) damaged(path, what string) error {
	if s.bare {
		return &fault{kind: ErrDamaged, text: fmt.Sprintf("%s is damaged (%s)", path, what)}
	}
	cure := "restore a copy of your own with: astute restore FILE"
	if back := s.WayBack(); back != "" {
		cure = "go back to the newest good backup with: " + back
	}
	return &fault{kind: ErrDamaged, text: fmt.Sprintf("%s is damaged (%s): %s", path, what, cure)}
}

func (s *Store) notDatabase(path string) error {
	if newest, ok := s.newestSound(); ok && !s.bare {
		return &fault{kind: ErrDamaged, text: fmt.Sprintf("%s is damaged (its beginning is gone): go back to the newest good backup with: astute restore %s", path, shellWord(newest))}
	}
	return faultf(ErrNotDatabase, "%s is not an astute file: name another with --file", path)
}

// shellWord quotes a file name so that the shown command can be pasted.
func shellWord(name string) string {
	if strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+:@") == "" {
		return name
	}
	return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
}

// LinkError says that a link leads where it may not, or that a record is still
// linked to. It wraps [model.ErrInvalid] in the first case and
// [model.ErrConflict] in the second, which happens only when somebody made the
// link meanwhile.
type LinkError struct {
	Kind  model.Kind
	Name  string // of the record that holds the link
	Field string
	What  string // what is wrong, and the cure
	Err   error
}

func (e *LinkError) Error() string {
	return fmt.Sprintf("%s %q: %s %s", e.Kind, e.Name, e.Field, e.What)
}

// Unwrap returns the kind of failure.
func (e *LinkError) Unwrap() error { return e.Err }

// AmbiguousError lists what a name could mean.
type AmbiguousError struct {
	Name       string
	Candidates []Found // the first of them
	More       int     // how many there are besides
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q could be %s: say more, or use the id", e.Name, foundList(e.Candidates, e.More))
}

// NotFoundError says that nothing has the name, and what has a similar one.
type NotFoundError struct {
	Name        string
	Suggestions []Found
}

func (e *NotFoundError) Error() string {
	if len(e.Suggestions) == 0 {
		return fmt.Sprintf("there is no %q: look with astute find, or add it", e.Name)
	}
	return fmt.Sprintf("there is no %q: did you mean %s?", e.Name, foundList(e.Suggestions, 0))
}

// Unwrap returns [ErrNotFound].
func (e *NotFoundError) Unwrap() error { return ErrNotFound }

// foundList names at most three, then how many more.
func foundList(list []Found, more int) string {
	var names []string
	for i, f := range list {
		if i == 3 {
			names = append(names, fmt.Sprintf("%d more", len(list)-3+more))
			break
		}
		name := f.Kind.String() + " " + f.Name
		if f.AccountName != "" {
			name += " (" + f.AccountName + ")"
		}
		names = append(names, name)
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}
