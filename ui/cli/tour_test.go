package cli_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/creack/pty"
)

// Somebody who starts with nothing takes the tour from the first screen, leaves
// it, and is back where they were; nothing of it stays.
func TestTheTourFromTheFirstScreenAndBack(t *testing.T) {
	temp, home := t.TempDir(), t.TempDir()
	cmd := exec.Command(realProgram(t))
	cmd.Env = append(os.Environ(), "TMPDIR="+temp, "HOME="+home, "XDG_DATA_HOME="+home, "XDG_STATE_HOME="+home, "XDG_CONFIG_HOME="+home,
		"TERM=xterm-256color", "ASTUTE_TODAY=2026-03-02", "ASTUTE_FILE=", "ASTUTE_ME=")
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if errors.Is(err, pty.ErrUnsupported) {
		t.Skip("no pseudo-terminals on this system")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer tty.Close()
	late := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
	var s screen
	go s.watch(tty)
	for _, step := range []struct{ shows, press string }{
		{"Which customer", "\t"}, {"of 11", "fjsmth"}, {"Jane", "\r"}, {"Tour 2 of 11", "\x1b"}, {"[3 Contacts]", "\x1bOS"}, {"the tour is over", "q"}, {"Which customer", "Northwind"}, {" Northwind", "\r"}, {"made Northwind", "q"},
	} {
		if !s.shows(step.shows) {
			cmd.Process.Kill()
			t.Fatalf("it never showed %q: %q", step.shows, s.sent.String())
		}
		s.mu.Lock()
		s.sent.Reset()
		s.mu.Unlock()
		tty.WriteString(step.press)
	}
	if err := cmd.Wait(); err != nil || !late.Stop() {
		t.Errorf("it ended with %v", err)
	}
	if left, _ := os.ReadDir(temp); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	if _, err := os.Stat(filepath.Join(home, "astute", "astute.db")); err != nil {
		t.Error(err)
	}
}
