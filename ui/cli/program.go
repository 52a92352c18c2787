package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/term"

	"astute/model"
	"astute/store"
	"astute/ui/config"
)

// Env is what a run of the program touches outside of its file.
type Env struct {
	Args           []string // without the program's own name
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Now            func() time.Time
	Getenv         func(string) string
	// Workspace opens the full screen and returns when it is left. It is passed
	// in so that this package links none of the screen.
	Workspace func(Workspace) error
	// KeyTrouble says what of the keys in the settings the full screen cannot
	// take, passed in for the same reason; nil knows nothing of keys.
	KeyTrouble func(config.Config) []string
}

// Workspace is what the full screen is opened with.
type Workspace struct {
	Store  *store.Store
	Now    func() time.Time
	Today  func() model.Date
	Me     string // the teammate who sits here, "" when nobody said
	Config config.Config
	In     io.Reader
	Out    io.Writer
	// Size returns how many columns and rows the terminal has, 0 where it does not
	// say.
	Size func() (columns, rows int)
	// Warned returns what the file warned of since it was asked last.
	Warned func() []string
	// Example says that the file is the worked example, Tour that it is opened
	// with the tour.
	Example, Tour bool
}

// ErrTour is what opening the full screen returns when it was left for the tour.
var ErrTour = errors.New("the tour is wanted")

// program is one run of the command line.
type program struct {
	Env
	file     string // what --file says
	settings func() (config.Config, error)
	out      *output
	tidy     tidy
	onScreen atomic.Bool // while the workspace has the terminal
	noted    sync.Map    // the notes that were made: each is made once
	warned   warned
}

// warned are the warnings that the full screen has yet to show.
type warned struct {
	sync.Mutex
	texts []string
}

func (w *warned) add(text string) {
	w.Lock()
	defer w.Unlock()
	w.texts = append(w.texts, text)
}

// take returns them, and none of them again.
func (w *warned) take() []string {
	w.Lock()
	defer w.Unlock()
	texts := w.texts
	w.texts = nil
	return texts
}

func newProgram(env Env) *program {
	p := &program{Env: env}
	p.forgetSettings()
	return p
}

// forgetSettings has the settings read when they are next asked for.
func (p *program) forgetSettings() {
	p.settings = sync.OnceValues(func() (config.Config, error) {
		path, err := config.Path(p.Getenv)
		if err != nil {
			return config.Config{}, nil // without a home there are no settings
		}
		return config.Load(path)
	})
}

// now is the moment that counts: the clock, on the day that $ASTUTE_TODAY sets
// where it is set. A day that cannot be read was refused before: see check.
func (p *program) now() time.Time {
	now := p.Now()
	day, err := model.ParseDate(p.Getenv("ASTUTE_TODAY"))
	if err != nil || day.IsZero() {
		return now
	}
	hour, minute, second := now.Clock()
	return time.Date(day.Year(), day.Month(), day.Day(), hour, minute, second, now.Nanosecond(), now.Location())
}

// today is the day that dates count from.
func (p *program) today() model.Date { return model.DateOf(p.now()) }

// check refuses what the environment says wrongly, before anything is done.
func (p *program) check() error {
	if _, err := model.ParseDate(p.Getenv("ASTUTE_TODAY")); err != nil {
		return fmt.Errorf("$ASTUTE_TODAY %w", err)
	}
	return nil
}

// me is the teammate who sits here, "" when nobody said.
func (p *program) me() (string, error) {
	if me := model.CleanLine(p.Getenv("ASTUTE_ME")); me != "" {
		return me, nil
	}
	settings, err := p.settings()
	return settings.Me, err
}

// author is whom the journal names: me, or else the user of this machine.
func (p *program) author() (string, error) {
	me, err := p.me()
	return cmp.Or(me, model.CleanLine(p.Getenv("USER")), model.CleanLine(p.Getenv("USERNAME"))), err
}

// path is where the file is: --file, else $ASTUTE_FILE, else in the folder for
// data of this person.
func (p *program) path() (string, error) {
	if named := cmp.Or(p.file, p.Getenv("ASTUTE_FILE")); named != "" {
		return named, nil
	}
	dir, err := config.Home(p.Getenv, "XDG_DATA_HOME", ".local/share")
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "astute", "astute.db"), nil
}

// noFile says that there is nothing to read yet, which is no fault; or that there
// was, where there are backups.
type noFile struct {
	path  string
	back  string // the command that goes back to one, "" for none
	empty bool   // there is a file, with nothing in it
}

func (e noFile) Error() string {
	if e.empty {
		return fmt.Sprintf("nothing is in %s any more, although there are backups: go back to the newest good one with: %s", e.path, e.back)
	}
	if e.back != "" {
		return fmt.Sprintf("there is no file at %s any more: put it back, or go back to the newest good backup with: %s", e.path, e.back)
	}
	return fmt.Sprintf("no file yet at %s: `astute demo` shows the worked example, `astute add account name=...` starts your own", e.path)
}

// Is makes it a case of having found nothing, where nothing was.
func (e noFile) Is(target error) bool { return target == errNothing && e.back == "" }

// reader opens the file for looking at it.
func (p *program) reader() (*store.Store, error) {
	path, err := p.path()
	if err != nil {
		return nil, err
	}
	info, statErr := os.Stat(path)
	s, err := p.open(path, "")
	if err != nil {
		return nil, err
	}
	if errors.Is(statErr, fs.ErrNotExist) {
		return nil, noFile{path: path, back: s.WayBack()}
	}
	if statErr == nil && info.Size() == 0 { // as mktemp leaves it, or cut off
		if back := s.WayBack(); back != "" {
			return nil, noFile{path, back, true}
		}
	}
	return s, nil
}

// open opens a file for whoever makes the edits. Backups go by the real clock,
// whatever day $ASTUTE_TODAY sets.
func (p *program) open(path, author string) (*store.Store, error) {
	s, err := store.Open(path, store.Options{Author: author, Now: p.Now, Warn: func(text string) {
		// A command reads in several transactions, and each of them warns.
		_, before := p.noted.LoadOrStore(text, true)
		switch {
		case before:
		case p.onScreen.Load():
			p.warned.add(text)
		default:
			p.note("note: %s", text)
		}
	}})
	if err == nil {
		p.tidy.after(s.Abandon)
	}
	return s, err
}

// changer opens the file for changing what is in it; there must be one.
func (p *program) changer() (*store.Store, error) {
	if _, err := p.reader(); err != nil {
		return nil, err
	}
	return p.maker()
}

// maker opens the file for adding to it, and makes room for a new one.
func (p *program) maker() (*store.Store, error) {
	path, err := p.path()
	if err != nil {
		return nil, err
	}
	author, err := p.author()
	if err != nil {
		return nil, err
	}
	if p.file == "" && p.Getenv("ASTUTE_FILE") == "" {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return nil, fmt.Errorf("%w: name a file elsewhere with --file", err)
		}
	}
	return p.open(path, author)
}

// note tells people something beside the result.
func (p *program) note(format string, args ...any) {
	fmt.Fprintln(p.Stderr, oneLine(fmt.Sprintf(format, args...)))
}

// progress is [program.note] where a person is watching.
func (p *program) progress(format string, args ...any) {
	if _, ok := terminal(p.Stderr); ok {
		p.note(format, args...)
	}
}

// terminal returns the file that a stream is, when it is a terminal.
func terminal(stream any) (*os.File, bool) {
	f, ok := stream.(*os.File)
	return f, ok && term.IsTerminal(int(f.Fd()))
}

// width returns how many columns a line of results may take; no limit when
// nobody is watching.
func (p *program) width() int {
	columns, _ := p.size()
	return columns
}

// size returns how large the terminal is that results go to, 0 where they go
// elsewhere or it does not say.
func (p *program) size() (columns, rows int) {
	if f, ok := terminal(p.Stdout); ok {
		if columns, rows, err := term.GetSize(int(f.Fd())); err == nil && columns > 0 {
			return columns, rows
		}
	}
	return 0, 0
}
