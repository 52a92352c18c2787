package ui_test

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"astute/model"
	"astute/store"
	"astute/ui"
	"astute/ui/uitest"
)

var everyFault = flag.Bool("everyfault", false, "have each call fail with each error, not with one of them in turn")

// ills are the errors that the store can give, each with its cure. The ones that
// come of what others did are those that a retry can heal.
var ills = map[string]error{
	"busy":           fmt.Errorf("%w: book.db is in use by another program and did not come free in 2s: try again", store.ErrBusy),
	"full":           fmt.Errorf("%w on the disk of book.db, nothing was changed: free some space and try again", store.ErrFull),
	"read only":      fmt.Errorf("%w: book.db can be read but not changed here: make the file and its folder writable", store.ErrReadOnly),
	"damaged":        fmt.Errorf("%w: book.db (record 7): go back to the newest good backup with: astute restore backups/1.db", store.ErrDamaged),
	"another file":   fmt.Errorf("%w: book.db: name another with --file", store.ErrNotDatabase),
	"newer":          fmt.Errorf("%w: book.db was written by a newer astute: it can be read but not changed; update astute", store.ErrNewer),
	"not found":      fmt.Errorf("%w: the record is not there any more: look with f", store.ErrNotFound),
	"conflict":       &model.ConflictError{},
	"link":           &store.LinkError{Kind: model.KindContact, Name: "Jane Smith", Field: "unit", What: "leads to something that was removed meanwhile: choose another", Err: model.ErrInvalid},
	"permission":     &fs.PathError{Op: "open", Path: "book.db", Err: fs.ErrPermission},
	"input/output":   &fs.PathError{Op: "read", Path: "book.db", Err: syscall.EIO},
	"nothing to do":  store.ErrNothing,
	"file exists":    fmt.Errorf("%w: book.db: name another", store.ErrExists),
	"invalid record": fmt.Errorf("%w: name is needed: type one", model.ErrInvalid),
}

// task is something that one does with a book: what is pressed to get there, what
// is typed, which keys do it and what the screen says when it is done.
type task struct {
	name  string
	open  []string
	typed string
	act   []string
	done  string
	made  bool     // begin with an edit made here
	stays bool     // where it is done stays open when it fails
	again []string // does it again, where that is not act
}

var tasks = []task{
	{name: "edit in place", open: []string{"3", "l", "e", "ctrl+u"}, typed: "Chief of all", act: []string{"enter"}, done: "Title of Jane Smith: Chief of all"},
	{name: "form", open: []string{"3", "E", "tab", "ctrl+u"}, typed: "Chief of all", act: []string{"ctrl+s"}, done: "saved"},
	{name: "add", open: []string{"3", "a"}, typed: "Zora Quill", act: []string{"ctrl+s"}, done: "add contact Zora Quill: saved"},
	{name: "capture", open: []string{"4", "a"}, typed: "call Raj about pilot", act: []string{"enter"}, done: "saved"},
	{name: "write down", open: []string{"1", ";"}, typed: "call Raj about pilot", act: []string{"enter"}, done: "saved"},
	{name: "log a call", open: []string{"3", "i", "tab", "tab", "tab", "tab"}, typed: "They like it", act: []string{"ctrl+s"}, done: "saved"},
	{name: "notes", open: []string{"3", "n", "ctrl+u"}, typed: "Chief of all", act: []string{"ctrl+s"}, done: "u takes it back"},
	{name: "headline", open: []string{"1", "e", "ctrl+u"}, typed: "We are in", act: []string{"enter"}, done: "u takes it back"},
	{name: "new account", open: []string{"A"}, typed: "Acme Works", act: []string{"enter", "y"}, done: "Acme Works"},
	{name: "edit all marked", open: []string{"3", "l", "m", "m", "e", "ctrl+u"}, typed: "Chief of all", act: []string{"enter"}, done: "Title of 2 contacts"},
	{name: "remove", open: []string{"3"}, act: []string{"D", "y"}, done: "removed contact Jane Smith"},
	{name: "undo", open: []string{"3", "l", "e"}, typed: "!", act: []string{"u"}, done: "undone", made: true},
	{name: "redo", open: []string{"3", "l", "e"}, typed: "!", act: []string{"U"}, done: "redone", made: true},
	{name: "pick a choice", open: []string{"3", "l", "l", "l", "l"}, act: []string{"e", "n"}, done: "Neutral"},
	{name: "tick an action", open: []string{"4", "j"}, act: []string{"c"}, done: "u takes it back"},
	{name: "move on the map", open: []string{"2"}, act: []string{"shift+right"}, done: "u takes it back"},
	{name: "mark of white space", open: []string{"5", "a"}, typed: "Zq goal", act: []string{"ctrl+s"}, done: "saved"},
	{name: "review room", open: []string{"8", "j", "j", "j", "r", "d", "=Go on", "enter"}, typed: "", act: []string{"ctrl+s", "y"}, done: "QBR held", stays: true},
	{name: "roll over", act: []string{":", "=roll the plan", "enter", "y"}, done: "the plan runs until"},
	{name: "archive", act: []string{":", "=archive", "enter"}, done: "FreshKart Grocers is archived"},
	{name: "coverage", open: []string{"2", "f", "=jane", "tab", "v"}, act: []string{"e", "t"}, done: "Trusted Advisor now", again: []string{"enter"}},
	{name: "sweep", open: []string{"2", "F"}, act: []string{"enter"}, done: "still true", stays: true},
	{name: "look up", open: []string{"f"}, typed: "mehta", act: []string{"enter"}, done: "Raj Mehta"},
	{name: "next account", act: []string{"]"}, done: "2 of 3"},
	{name: "choose account", act: []string{"A", "down", "enter"}, done: "of 3"},
	{name: "portfolio", act: []string{"9", "j", "enter"}, done: "of 3"},
	{name: "due today", act: []string{"0"}, done: "late"},
	{name: "what changed", act: []string{"H"}, done: "Since the last review"},
	{name: "as of a day", act: []string{":", "=as of a day", "enter", "=-60d", "enter"}, done: "As of "},
	{name: "duplicates", act: []string{":", "=duplicates", "enter"}, done: "Who may be there twice"},
	{name: "brief", act: []string{"B"}, done: "[Brief]"},
	{name: "export", act: []string{"x", "enter"}, done: "wrote the full plan to"},
	{name: "look at an import", open: []string{":", "=import", "enter"}, typed: "people.csv", act: []string{"enter"}, done: "Would take in", stays: true, again: []string{"ctrl+s"}},
	{name: "import", open: []string{":", "=import people.csv", "enter", "j", "j", "j", "-"}, act: []string{"ctrl+s"}, done: "Took in", stays: true, again: []string{"ctrl+s", "ctrl+s"}},
	{name: "who I am", act: []string{":", "=say who", "enter"}, done: "Who are you"},
}

// do presses keys; what begins with = is typed.
func do(s *uitest.Screen, keys []string) {
	for _, key := range keys {
		if text, typed := strings.CutPrefix(key, "="); typed {
			s.Type(text)
		} else {
			s.Keys(key)
		}
	}
}

// trial is a task at a file of which one call fails.
type trial struct {
	task
	what, path string
	s          *uitest.Screen
	ill        error           // how it fails, nil when all is well
	method     string          // which call does, "" for none
	w, h       int             // of the screen
	called     map[string]bool // what the task called
}

// begin opens the worked example and does what comes before the task.
func (c *trial) begin(t *testing.T) {
	c.path, c.called = uitest.Example(t), map[string]bool{}
	o, armed := uitest.Options(t, c.path), false
	o.Store = ailing{o.Store, func(method string) error {
		if !armed {
			return nil
		}
		c.called[method] = true
		if method == c.method {
			return c.ill
		}
		return nil
	}}
	if c.w == 0 {
		c.w, c.h = 120, 40
	}
	c.s = uitest.Start(t, ui.New(o), c.w, c.h)
	do(c.s, c.open)
	c.s.Type(c.typed)
	if c.made {
		c.s.Keys("enter")
	}
	if c.name == "redo" {
		c.s.Keys("u")
	}
	armed = true
}

// Whatever call fails, and however, at whatever is done: the screen lives, one
// line says what is wrong, what was typed is there, when the fault is gone the
// same keys do it, and the messages hold what was said.
func TestEveryCallOfEveryTaskCanFail(t *testing.T) {
	list, err := os.ReadFile(people)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir()) // x writes files
	if err := os.WriteFile(filepath.Base(people), list, 0o600); err != nil {
		t.Fatal(err)
	}
	names, turn := slices.Sorted(maps.Keys(ills)), 0
	for _, task := range tasks {
		t.Run(task.name, func(t *testing.T) {
			well := trial{task: task}
			well.begin(t)
			do(well.s, task.act)
			well.s.Shows(task.done)
			for i, method := range slices.Sorted(maps.Keys(well.called)) {
				if !*everyFault && !strings.HasPrefix(method, "Apply") && (turn+i)%4 > 0 {
					continue // in turn
				}
				for range names {
					turn++
					name := names[turn%len(names)]
					c := trial{task: task, what: fmt.Sprintf("%s, %s: %s", task.name, method, name), method: method, ill: ills[name]}
					c.begin(t)
					c.failAndMend(t)
					if !*everyFault {
						break
					}
				}
			}
		})
	}
}

// failAndMend does the task, which fails, looks that nothing is lost by it, takes
// the fault away and does it again.
func (c *trial) failAndMend(t *testing.T) {
	t.Helper()
	said, before, heard := oneLineOf(c.ill), version(t, c.path), ""
	for _, key := range c.act {
		do(c.s, []string{key})
		heard += c.s.Text()
	}
	screen := c.s.Text()
	did, wrote := strings.Contains(screen, c.done), version(t, c.path) > before
	switch {
	case !c.called[c.method] || did:
	case errors.Is(c.ill, store.ErrNotFound) && (c.made || c.method == "PlanAt"):
		// The account is not there any more, or was not then: another is shown.
	case !strings.Contains(heard, said):
		t.Errorf("%s: it does not say %q:\n%s", c.what, said, screen)
	case wrote && !strings.Contains(heard, "and cannot be shown yet"):
		t.Errorf("%s: it does not say that it is done:\n%s", c.what, screen)
	case !wrote && !c.made && !strings.Contains(screen, c.typed):
		t.Errorf("%s: %q is not on the screen any more:\n%s", c.what, c.typed, screen)
	}
	c.s.Tick().Tick()
	c.method = ""
	c.s.Tick().Hides("the file cannot be read")
	if did || wrote {
		return
	}
	if !c.stays && c.again == nil && (c.typed == "" || c.made) {
		c.s.Keys("esc", "esc")
	}
	if c.again == nil {
		c.again = c.act
	}
	do(c.s, c.again)
	if screen := c.s.Text(); !strings.Contains(screen, c.done) {
		t.Errorf("%s: when all is well again it does not show %q:\n%s", c.what, c.done, screen)
	}
	if strings.Contains(heard, said) {
		c.told(t, said)
	}
}

// told looks that what was said of a fault is among the messages.
func (c *trial) told(t *testing.T, said string) {
	t.Helper()
	for range 5 {
		if c.s.Keys("esc"); strings.Contains(c.s.Text(), "would be lost") {
			c.s.Keys("y")
		}
	}
	c.s.Keys(":").Type("messages").Keys("enter")
	for screen := ""; screen != c.s.Text(); c.s.Keys("ctrl+d") {
		if screen = c.s.Text(); strings.Contains(screen, said) {
			return
		}
	}
	t.Errorf("%s: the messages do not hold %q:\n%s", c.what, said, c.s.Text())
}

// A fault that takes several lines on a small screen is said to its end, wherever
// it is met: the cure stands there.
func TestEveryFaultIsSaidToItsEndOnSmallScreens(t *testing.T) {
	const cure = "astute restore backups/the-newest-good-one.db"
	long := fmt.Errorf("%w: /home/ana/Documents/customers/book.db (record 7 of 266 is not what was written): go back to the newest good backup with: %s", store.ErrDamaged, cure)
	list, err := os.ReadFile(people)
	must(t, err)
	t.Chdir(t.TempDir()) // x writes files
	must(t, os.WriteFile(filepath.Base(people), list, 0o600))
	turn := 0
	for _, task := range tasks {
		t.Run(task.name, func(t *testing.T) {
			well := trial{task: task}
			well.begin(t)
			do(well.s, task.act)
			for _, method := range slices.Sorted(maps.Keys(well.called)) {
				turn++
				c := trial{task: task, method: method, ill: long, w: 80, h: 24}
				if turn%2 == 0 {
					c.w, c.h = 60, 20
				}
				c.begin(t)
				begun, end := false, false
				for _, key := range c.act {
					do(c.s, []string{key})
					screen := strings.Join(strings.Fields(c.s.Text()), " ")
					begun = begun || strings.Contains(screen, "is damaged")
					end = end || strings.Contains(screen, "the-newest-good-one.db")
				}
				if begun && !end {
					t.Errorf("%s, %s: it does not say the cure:\n%s", task.name, method, c.s.Text())
				}
			}
		})
	}
}

// oneLineOf is the beginning of what is said of a fault.
func oneLineOf(fault error) string {
	if errors.As(fault, new(*model.ConflictError)) {
		return "meanwhile"
	}
	text := fault.Error()
	return text[:min(len(text), 24)]
}
