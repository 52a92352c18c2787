//go:build !windows

package cli_test

import (
	"bytes"
	"errors"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"

	"astute/store"
)

var damaged = flag.Int("damaged", 2, "how many damaged files the program is run on")

// hurts are the ways in which a file is damaged.
var hurts = []func(r *rand.Rand, b []byte) []byte{
	func(r *rand.Rand, b []byte) []byte { // every head of a page but the first two
		for at := 2 * 4096; at < len(b); at += 4096 {
			b[at+8] ^= 1 << r.IntN(8)
		}
		return b
	},
	func(r *rand.Rand, b []byte) []byte { return b[:r.IntN(len(b))] },
	func(r *rand.Rand, b []byte) []byte { b[r.IntN(2)*4096+r.IntN(80)] ^= 1 << r.IntN(8); return b },
	func(r *rand.Rand, b []byte) []byte {
		for range 40 {
			at := r.IntN(len(b) - 600)
			clear(b[at : at+512])
		}
		return b
	},
	func(r *rand.Rand, b []byte) []byte {
		for range 200 {
			b[r.IntN(len(b))] ^= 1 << r.IntN(8)
		}
		return b
	},
	func(r *rand.Rand, b []byte) []byte {
		for range 10 {
			at := r.IntN(len(b) - 64)
			for i := range 64 {
				b[at+i] = byte(r.Uint32())
			}
		}
		return b
	},
}

// onDamaged are commands run on a damaged file.
var onDamaged = [][]string{
	{"find", "smith", "jane"}, {"show", "jane smith"}, {"list", "contacts"}, {"portfolio"}, {"check"}, {"export", "freshkart"}, {"log"}, {"doctor"}, {"info"},
	{"today"}, {"edit", "jane smith", "title=CIO"},
}

// TestTheProgramOnDamagedFiles runs the program itself on damaged files that have
// a backup: each command ends with an answer or one line that leads back, the
// workspace opens or says so, and the backup that is named leads back.
func TestTheProgramOnDamagedFiles(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	sound := example(t)
	s, err := store.Open(sound, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.AutoBackup(time.Now()), s.Close()); err != nil {
		t.Fatal(err)
	}
	backups, err := filepath.Glob(filepath.Join(filepath.Dir(sound), "backups", "*.db"))
	if err != nil || len(backups) != 1 {
		t.Fatalf("%v, %v", backups, err)
	}
	whole, err := os.ReadFile(sound)
	if err != nil {
		t.Fatal(err)
	}
	refused, restored := 0, 0
	for i := range *damaged {
		dir := t.TempDir()
		file := filepath.Join(dir, "book.db")
		backup := filepath.Join(dir, "backups", filepath.Base(backups[0]))
		bytesOf := func(path string) []byte { b, _ := os.ReadFile(path); return b }
		if err := errors.Join(os.Mkdir(filepath.Join(dir, "backups"), 0o700), os.WriteFile(backup, bytesOf(backups[0]), 0o600)); err != nil {
			t.Fatal(err)
		}
		hurt := hurts[i%len(hurts)](r, slices.Clone(whole))
		if err := os.WriteFile(file, hurt, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, args := range onDamaged {
			out, said, code := runReal(t, dir, file, args...)
			if strings.Contains(out+said, "goroutine") || strings.Contains(out+said, "panic") || code < 0 || code > 3 {
				t.Errorf("damage %d, %v: code %d\n%s%s", i, args, code, out, said)
			}
			if code == 2 && args[0] != "check" && args[0] != "doctor" {
				refused++
				lines, notes := strings.Count(said, "\n"), strings.Count(said, "note: ")
				if notes > 1 || lines != notes+1 || !strings.Contains(said, "astute restore "+backup) {
					t.Errorf("damage %d, %v says\n%s", i, args, said)
				}
			}
		}
		openDamaged(t, i, dir, file)
		if _, said, code := runReal(t, dir, file, "restore", backup); code == 0 {
			restored++
			if out, _, code := runReal(t, dir, file, "find", "smith", "jane"); code != 0 || !strings.Contains(out, "Jane Smith") {
				t.Errorf("damage %d: after the restore find says %d %s", i, code, out)
			}
			if out, said, code := runReal(t, dir, file, "doctor"); code != 0 {
				t.Errorf("damage %d: after the restore doctor says %d %s%s", i, code, out, said)
			}
		} else {
			t.Errorf("damage %d: restore ends with %d: %s", i, code, said)
		}
	}
	if refused == 0 || restored != *damaged {
		t.Errorf("%d commands were refused, %d of %d files restored", refused, restored, *damaged)
	}
}

func environment(dir string) []string {
	return append(os.Environ(), "HOME="+dir, "XDG_STATE_HOME="+dir, "XDG_CONFIG_HOME="+dir, "TERM=xterm-256color")
}

// runReal runs the program.
func runReal(t *testing.T, dir, file string, args ...string) (out, said string, code int) {
	t.Helper()
	cmd := exec.Command(realProgram(t), append([]string{"--file", file}, args...)...)
	cmd.Env, cmd.Dir = environment(dir), dir
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if ended := (*exec.ExitError)(nil); err != nil && !errors.As(err, &ended) {
		t.Fatal(err)
	}
	return stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()
}

// openDamaged opens the workspace on a damaged file in a terminal, walks through
// it and leaves it.
func openDamaged(t *testing.T, i int, dir, file string) {
	t.Helper()
	cmd := exec.Command(realProgram(t), "--file", file)
	cmd.Env, cmd.Dir = environment(dir), dir
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if errors.Is(err, pty.ErrUnsupported) {
		t.Skip("no pseudo-terminals on this system")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer tty.Close()
	var s screen
	go s.watch(tty)
	if s.shows("astute") {
		for _, key := range []string{"3", "j", "e", "x", "\x1b", "y", "u", "n", "f", "jane", "\x1b", "9", "0", "\x1b", "q", "n", "q"} {
			if _, err := tty.WriteString(key); err != nil {
				break // it is left
			}
			time.Sleep(15 * time.Millisecond)
		}
	}
	left := make(chan error, 1)
	go func() { left <- cmd.Wait() }()
	for range 200 {
		select {
		case <-left:
			s.mu.Lock()
			defer s.mu.Unlock()
			if text := s.sent.String(); strings.Contains(text, "goroutine") || strings.Contains(text, "a fault in astute") {
				t.Errorf("damage %d: the workspace shows\n%s", i, text)
			}
			return
		case <-time.After(50 * time.Millisecond):
			_, _ = tty.WriteString("\x03")
		}
	}
	_ = cmd.Process.Kill()
	t.Errorf("damage %d: the workspace cannot be left", i)
}
