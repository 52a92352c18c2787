package cli_test

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"astute/store/storetest"
	"astute/ui/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){
		"astute": func() {
			os.Exit(cli.Run(cli.Env{
				Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Now: time.Now, Getenv: os.Getenv,
				// Stands in for the full screen, which is not linked here.
				Workspace: func(w cli.Workspace) error {
					_, err := w.Out.Write([]byte("workspace on " + filepath.Base(w.Store.Path()) + " for " + w.Me + " on " + w.Today().String() + "\n"))
					return err
				},
			}))
		},
	})
}

// tests are all tests here, with what they share tidied up after them.
type tests struct{ *testing.M }

// Run implements [testscript.TestingM].
func (t tests) Run() int {
	defer func() { os.RemoveAll(realDir) }()
	return t.M.Run()
}

// TestTranscripts runs what stands in testdata/script: a file for each command,
// and one for each way of using it wrongly.
func TestTranscripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			for _, v := range os.Environ() {
				if name, _, _ := strings.Cut(v, "="); strings.HasPrefix(name, "ASTUTE_") || strings.HasPrefix(name, "XDG_") {
					env.Setenv(name, "")
				}
			}
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("AppData", env.WorkDir)
			env.Setenv("TMPDIR", env.WorkDir+"/tmp")
			env.Setenv("TMP", env.WorkDir+"/tmp")
			env.Setenv("GORACE", "atexit_sleep_ms=0") // under the race detector each command would sleep a second
			for name, value := range map[string]string{"ASTUTE_FILE": "book.db", "ASTUTE_TODAY": "2026-03-02", "ASTUTE_ME": "Ana Ruiz", "EDITOR": "", "VISUAL": "", "PAGER": ""} {
				env.Setenv(name, value)
			}
			// Whatever a script did to a file, it must be sound in the end, unless
			// it was broken on purpose.
			work := env.WorkDir
			env.Defer(func() {
				if err := filepath.WalkDir(work, func(path string, e fs.DirEntry, err error) error {
					if err == nil && e.Type().IsRegular() && filepath.Ext(path) == ".db" && !strings.Contains(path, "broken") {
						storetest.Sound(t, path)
					}
					return nil
				}); err != nil {
					t.Error(err)
				}
			})
			return os.Mkdir(filepath.Join(work, "tmp"), 0o700)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":     exits,
			"id":        id,
			"leftovers": leftovers,
			"truncated": truncated,
		},
	})
}

// exits CODE ARGS... runs the program and requires that exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: exits CODE [ARG...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec("astute", args[1:]...); err != nil {
		ended, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = ended.ExitCode()
	}
	if got != want {
		ts.Fatalf("it ended with %d, not %d", got, want)
	}
}

// id NAME puts the id that the last add printed into a variable.
func id(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: id NAME")
	}
	first, _, _ := strings.Cut(ts.ReadFile("stdout"), " ")
	ts.Setenv(args[0], first)
}

// truncated FILE cuts the last byte off a file.
func truncated(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: truncated FILE")
	}
	path := ts.MkAbs(args[0])
	info, err := os.Stat(path)
	ts.Check(err)
	ts.Check(os.Truncate(path, info.Size()-1))
}

// leftovers requires that nothing lies about that was meant to go away.
func leftovers(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: leftovers")
	}
	entries, err := os.ReadDir(ts.MkAbs("."))
	ts.Check(err)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".backup") || strings.HasSuffix(e.Name(), ".tmp") && e.Name() != ".tmp" && !e.IsDir() {
			ts.Fatalf("%s was left behind", e.Name())
		}
	}
}
