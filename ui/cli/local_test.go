package cli_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"astute/ui/cli"
)

// TestMomentsAreLocal shows when a record was made as the log does: by the day
// that it was here.
func TestMomentsAreLocal(t *testing.T) {
	file := filepath.Join(t.TempDir(), "book.db")
	at := time.Date(2026, 3, 31, 19, 0, 0, 0, time.UTC).In(time.FixedZone("east", 10*60*60))
	run := func(args ...string) string {
		t.Helper()
		var out, said bytes.Buffer
		code := cli.Run(cli.Env{
			Args: append([]string{"--file", file}, args...), Stdin: strings.NewReader(""), Stdout: &out, Stderr: &said,
			Now: func() time.Time { return at }, Getenv: func(string) string { return "" },
		})
		if code != 0 {
			t.Fatalf("astute %v: %d %s", args, code, said.String())
		}
		return out.String()
	}
	run("add", "account", "name=Acme")
	if shown := run("show", "acme"); !strings.Contains(shown, "2026-04-01") || strings.Contains(shown, "2026-03-31") {
		t.Errorf("made on the 1st here, and it shows\n%s", shown)
	}
}
