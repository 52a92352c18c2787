package cli_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// screen is a terminal that somebody watches: what it was sent so far.
type screen struct {
	mu   sync.Mutex
	sent bytes.Buffer
}

func (s *screen) watch(from *os.File) {
	buf := make([]byte, 1<<14)
	for {
		n, err := from.Read(buf)
		s.mu.Lock()
		s.sent.Write(buf[:n])
		s.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// shows waits until the terminal was sent a text.
func (s *screen) shows(text string) bool {
	for range 2000 {
		s.mu.Lock()
		found := bytes.Contains(s.sent.Bytes(), []byte(text))
		s.mu.Unlock()
		if found {
			return true
		}
		time.Sleep(10 * time.Millisecond)
	}
	return false
}

// TestDemoOpensAndLeavesNothing opens the worked example as people do and leaves
// it in every way there is; its file goes away each time.
func TestDemoOpensAndLeavesNothing(t *testing.T) {
	for name, leave := range map[string]func(*os.File, *os.Process){
		"q":         func(tty *os.File, _ *os.Process) { tty.WriteString("q") },
		"terminate": func(_ *os.File, p *os.Process) { p.Signal(syscall.SIGTERM) },
		"hang up":   func(_ *os.File, p *os.Process) { p.Signal(syscall.SIGHUP) },
	} {
		t.Run(name, func(t *testing.T) {
			if name == "hang up" && signal.Ignored(syscall.SIGHUP) {
				t.Skip("nohup has what runs under it live on")
			}
			temp, home := t.TempDir(), t.TempDir()
			cmd := exec.Command(realProgram(t), "demo")
			cmd.Env = append(os.Environ(), "TMPDIR="+temp, "HOME="+home, "XDG_STATE_HOME="+home, "XDG_CONFIG_HOME="+home, "TERM=xterm-256color", "ASTUTE_TODAY=2026-03-02")
			tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 40, Cols: 120})
			if errors.Is(err, pty.ErrUnsupported) {
				t.Skip("no pseudo-terminals on this system")
			}
			if err != nil {
				t.Fatal(err)
			}
			defer tty.Close()
			var s screen
			go s.watch(tty)
			if !s.shows("FreshKart") {
				cmd.Process.Kill()
				t.Fatalf("it never showed the example: %q", s.sent.String())
			}
			made, _ := filepath.Glob(filepath.Join(temp, "*", "demo.db"))
			if len(made) != 1 {
				t.Fatalf("the example lies in %v", made)
			}
			// Somebody else looks up, and changes, what the workspace has open.
			for _, words := range []string{"smith jane", "cto freshkart", "jsmth", "jane smiht"} {
				if said := inProcess(t, made[0], 0, "find", words, "--limit", "1"); !strings.Contains(said, "\nJane Smith ") {
					t.Errorf("find %s beside an open workspace: %s", words, said)
				}
			}
			inProcess(t, made[0], 0, "edit", "jane smith", "support=champion")
			leave(tty, cmd.Process)
			late := time.AfterFunc(20*time.Second, func() { cmd.Process.Kill() })
			err = cmd.Wait()
			if !late.Stop() {
				t.Fatal("it would not be left")
			}
			if name == "q" && err != nil {
				t.Errorf("it ended with %v", err)
			}
			if left, _ := os.ReadDir(temp); len(left) != 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}
