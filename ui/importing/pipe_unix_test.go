//go:build !windows

package importing

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Without anybody who waits for it, a pipe is refused unopened: opening it waits
// for whoever writes to it. At a terminal it is read.
func TestAPipeIsReadOnlyWhereSomebodyWaits(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe.csv")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	for _, path := range []string{pipe, dir, "/dev/zero"} {
		if _, err := Read([]string{path}, nil, func(string) {}); !errors.Is(err, ErrNoFile) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", path, err)
		}
		if Dropped(path, "") {
			t.Errorf("%s is dropped", path)
		}
	}
	if _, err := Read([]string{"-"}, nil, func(string) {}); err == nil || !strings.Contains(err.Error(), "there is no file -") {
		t.Errorf("standard input where there is none: %v", err)
	}
	wrote := make(chan error, 1)
	go func() { wrote <- os.WriteFile(pipe, []byte("Name\nJane\n"), 0o600) }()
	files, err := Read([]string{pipe}, io.LimitReader(nil, 0), func(string) {})
	if err := errors.Join(err, <-wrote); err != nil || len(files) != 1 || string(files[0].Data) != "Name\nJane\n" {
		t.Errorf("%+v, %v", files, err)
	}
}
