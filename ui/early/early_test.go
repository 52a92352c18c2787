package early_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// program builds the real program once for all tests here.
var program string

func TestMain(m *testing.M) {
	code, err := func() (int, error) {
		dir, err := os.MkdirTemp("", "astute-early-")
		if err != nil {
			return 1, err
		}
		defer os.RemoveAll(dir)
		program = filepath.Join(dir, "astute")
		if runtime.GOOS == "windows" {
			program += ".exe"
		}
		if out, err := exec.Command("go", "build", "-o", program, "astute").CombinedOutput(); err != nil {
			return 1, fmt.Errorf("building the program: %w\n%s", err, out)
		}
		return m.Run(), nil
	}()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(code)
}

// environment is that of a person at a terminal who has set nothing.
func environment(t *testing.T, more ...string) []string {
	home := t.TempDir()
	env := slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return strings.HasPrefix(name, "ASTUTE_") || strings.HasPrefix(name, "XDG_") || slices.Contains([]string{"NO_COLOR", "CI", "PAGER", "GODEBUG", "COLORFGBG", "TMUX", "STY"}, name)
	})
	return append(env, append([]string{"HOME=" + home, "AppData=" + home, "TERM=xterm-256color"}, more...)...)
}

// TestSilentTerminal runs commands in a terminal that shows what it is sent but
// never answers. Without this package each of them waits five seconds for the
// colour of the background, and prints the question.
func TestSilentTerminal(t *testing.T) {
	const patience = 3 * time.Second
	for _, args := range [][]string{{"--version"}, {"find", "x"}, {"help"}} {
		t.Run(args[0], func(t *testing.T) {
			cmd := exec.Command(program, args...)
			cmd.Env = environment(t)
			screen, err := pty.Start(cmd)
			if errors.Is(err, pty.ErrUnsupported) {
				t.Skip("no pseudo-terminals on this system")
			}
			if err != nil {
				t.Fatal(err)
			}
			defer screen.Close()
			late := time.AfterFunc(patience, func() { cmd.Process.Kill() })
			said, _ := io.ReadAll(screen) // a pty ends with an error, not with EOF
			if cmd.Wait(); !late.Stop() {
				t.Fatalf("still running after %v; it had printed %q", patience, said)
			}
			if bytes.ContainsAny(said, "\x1b\x9b\x07") {
				t.Errorf("escape bytes on a plain terminal: %q", said)
			}
			if len(bytes.TrimSpace(said)) == 0 {
				t.Error("it said nothing at all")
			}
		})
	}
}

// tracedInit matches a line of GODEBUG=inittrace=1.
var tracedInit = regexp.MustCompile(`(?m)^init (\S+) @[\d.]+ ms, ([\d.]+) ms clock, (\d+) bytes, (\d+) allocs$`)

// dear are those whose price at every start was weighed, in milliseconds:
// excelize reads workbooks right that no other library does.
var dear = map[string]float64{"github.com/xuri/excelize/v2": 4, "github.com/xuri/efp": 1}

// TestNoSlowInit holds the start of every command against what its dependencies
// do before main: the best of several runs, so that a busy machine proves
// nothing.
func TestNoSlowInit(t *testing.T) {
	const limit = 0.5 // milliseconds
	best := map[string]float64{}
	for run := range 15 {
		trace := initTrace(t)
		for _, m := range trace {
			ms, _ := strconv.ParseFloat(m[2], 64)
			if before, ok := best[m[1]]; !ok || ms < before {
				best[m[1]] = ms
			}
		}
		slow := 0
		for name, ms := range best {
			if ms > max(limit, dear[name]) {
				slow++
			}
		}
		if run >= 2 && slow == 0 {
			break
		}
	}
	if len(best) < 5 {
		t.Fatalf("the trace names %d packages: its form has changed", len(best))
	}
	for name, ms := range best {
		if ms > max(limit, dear[name]) {
			t.Errorf("the init of %s takes %.2f ms at best, more than %v", name, ms, max(limit, dear[name]))
		}
	}
}

// TestEarlyComesFirst holds the order that makes this package work.
func TestEarlyComesFirst(t *testing.T) {
	var order []string
	for _, m := range initTrace(t) {
		order = append(order, m[1])
	}
	early, tea := slices.Index(order, "astute/ui/early"), slices.Index(order, "github.com/charmbracelet/bubbletea")
	if early < 0 || tea < 0 {
		t.Fatalf("ui/early or bubbletea is not in the program: %v", order)
	}
	if tea < early {
		t.Errorf("bubbletea asks the terminal before ui/early has answered: %v", order)
	}
}

func initTrace(t *testing.T) [][]string {
	t.Helper()
	cmd := exec.Command(program, "--version")
	cmd.Env = environment(t, "GODEBUG=inittrace=1")
	var trace bytes.Buffer
	cmd.Stderr = &trace
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, trace.String())
	}
	return tracedInit.FindAllStringSubmatch(trace.String(), -1)
}
