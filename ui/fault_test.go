//go:build !windows

package ui_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/store"
	"astute/store/storetest"
	"astute/ui"
	_ "astute/ui/early" // or the program asks the terminal, which does not answer
	"astute/ui/state"
	"astute/ui/uitest"
	"astute/ui/uitest/tty"
)

// faulty is a file at which the program makes a mistake: in the middle of a key,
// in something done beside, or while it writes.
type faulty struct {
	ui.Store
	in string
}

func (f faulty) mistake(in string) {
	if f.in == in {
		panic("a mistake in " + in)
	}
}

func (f faulty) NewID(at time.Time) model.ID {
	f.mistake("a key")
	return f.Store.NewID(at)
}

func (f faulty) Removal(ids ...model.ID) ([]model.Change, error) {
	f.mistake("what is done beside")
	return f.Store.Removal(ids...)
}

func (f faulty) Apply(e model.Edit, at time.Time, terms ...store.Term) (uint64, error) {
	f.mistake("writing")
	return f.Store.Apply(e, at, terms...)
}

// The program in which that happens is this test, run again in a terminal.
func TestFaultyProgram(t *testing.T) {
	dir := os.Getenv("ASTUTE_TEST_FAULTY")
	if dir == "" {
		t.Skip("it is run by the test below")
	}
	o := uitest.Options(t, filepath.Join(dir, "book.db"))
	o.Store = faulty{o.Store, os.Getenv("ASTUTE_TEST_FAULT")}
	o.State, o.Session, o.Timer = state.Dir(dir), state.Session(os.Getpid()), nil
	o.In, o.Out = os.Stdin, os.Stdout
	if err := ui.Run(o); err != nil {
		os.Stdout.WriteString("astute: " + err.Error() + "\n")
		os.Exit(2)
	}
}

func TestAFaultLeavesTheTerminalSaneAndEverythingTypedKept(t *testing.T) {
	for _, c := range []struct{ fault, typed, last string }{
		{"a key", "", "a"},
		{"what is done beside", "", "D"},
		{"writing", "Zora Quill", "\x13"},
	} {
		t.Run(c.fault, func(t *testing.T) {
			dir := t.TempDir()
			data, err := os.ReadFile(uitest.Example(t))
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(dir, "book.db")
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(os.Args[0], "-test.run=^TestFaultyProgram$")
			cmd.Env = append(os.Environ(), "ASTUTE_TEST_FAULTY="+dir, "ASTUTE_TEST_FAULT="+c.fault, "TERM=xterm-256color")
			x := tty.Start(t, cmd, 120, 40).Shows("FreshKart").Type("3")
			if c.typed != "" {
				x.Type("a").Shows("New contact").Type(c.typed).Shows(c.typed)
			}
			x.Type(c.last)
			if err := x.Wait(); err == nil {
				t.Error("it ended as if nothing had been")
			}
			x.Restored().Shows("a fault in astute ended the workspace")
			storetest.Sound(t, path)
			files, _ := filepath.Glob(filepath.Join(dir, "draft-*"))
			kept := ""
			for _, f := range files {
				data, _ := os.ReadFile(f)
				kept += string(data)
			}
			if !strings.Contains(kept, c.typed) || c.typed == "" && kept != "" {
				t.Errorf("kept is %q", kept)
			}
		})
	}
}

// Who closes the window of a workspace and opens the next one at once is faster
// than the first program: what was typed in it is offered as soon as it is over.
func TestADraftIsOfferedWhenItsProgramIsOverAtLast(t *testing.T) {
	dying := exec.Command("sleep", "600")
	if err := dying.Start(); err != nil {
		t.Skip(err)
	}
	over := false
	end := func() {
		if !over {
			over = true
			_ = dying.Process.Kill()
			_ = dying.Wait() // it was killed
		}
	}
	t.Cleanup(end)
	o := uitest.Options(t, uitest.Example(t))
	o.State, o.Session = state.Dir(t.TempDir()), state.Session(dying.Process.Pid)
	uitest.Start(t, ui.New(o), 120, 40).Keys("3", "a").Type("Zora Quill")
	o.Session = state.Session(os.Getpid())
	s := uitest.Start(t, ui.New(o), 120, 40).Tick().Hides("Typed and never saved")
	end()
	s.Keys("f").Tick().Hides("Typed and never saved").Keys("esc").Tick().Shows("Typed and never saved", "Zora Quill")
}
