package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
)

// realProgram builds the program as people run it, once, where anybody may run
// it.
func realProgram(t testing.TB) string {
	t.Helper()
	program, err := buildOnce()
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// realDir is where it lies; it is removed when the tests are over.
var realDir string

var buildOnce = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "astute-cli-")
	if err != nil {
		return "", err
	}
	realDir = dir
	program := filepath.Join(dir, "astute")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		return "", err
	}
	out, err := exec.Command("go", "build", "-o", program, "astute").CombinedOutput()
	if err != nil {
		return "", &buildError{err, string(out)}
	}
	return program, nil
})

type buildError struct {
	err error
	out string
}

func (e *buildError) Error() string { return "go build: " + e.err.Error() + "\n" + e.out }
