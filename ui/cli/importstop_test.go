//go:build !windows

package cli_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"astute/store/storetest"
	"astute/ui/uitest/tty"
)

// A person who stops an import finds the book as it was, or the whole import in
// it, whenever that was, and nothing lies about that was only half written.
func TestAnImportIsStoppedInEachPhase(t *testing.T) {
	p := newPerson(t)
	list := filepath.Join(p.home, "people.csv")
	var rows strings.Builder
	rows.WriteString("Name,Title,E-mail,Account\n")
	const people = 6000
	for n := range people {
		fmt.Fprintf(&rows, "Jane Nr %d,Buyer %d,jane%d@example.com,Account %d\n", n, n, n, n%50)
	}
	if err := os.WriteFile(list, []byte(rows.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(p.book)
	if err != nil {
		t.Fatal(err)
	}
	as := p.says("export", "--all", "--format", "json")
	for _, stop := range []struct {
		sees  string
		after time.Duration
	}{
		{"reading", 0}, {"telling who is new", 0}, {"telling who is new", 20 * time.Millisecond},
		{"writing", 0}, {"writing", 15 * time.Millisecond}, {"writing", 60 * time.Millisecond}, {"writing", 150 * time.Millisecond},
	} {
		t.Run(fmt.Sprint(stop.sees, " ", stop.after), func(t *testing.T) {
			p.t = t
			if err := os.WriteFile(p.book, before, 0o600); err != nil {
				t.Fatal(err)
			}
			cmd := p.command("import", list)
			x := tty.Start(t, cmd, 120, 40).Shows(stop.sees)
			time.Sleep(stop.after)
			if err := cmd.Process.Signal(syscall.SIGINT); err != nil && !errors.Is(err, os.ErrProcessDone) {
				t.Fatal(err)
			}
			ended := x.Wait()
			storetest.Check(t, p.book)
			whole := strings.Contains(p.says("log"), "import people.csv")
			switch {
			case ended == nil && !whole: // it was through before it heard
				t.Error("it ended well and imported nothing")
			case ended != nil && ended.Error() != "exit status 130":
				t.Errorf("it ended with %v", ended)
			case ended != nil:
				x.Shows("astute: interrupted")
			}
			if whole && !strings.Contains(p.says("undo"), "import people.csv") {
				t.Error("an undo takes something else back")
			}
			if book := p.says("export", "--all", "--format", "json"); book != as {
				t.Errorf("the book is another: %d bytes, not %d", len(book), len(as))
			}
			for _, name := range halves(t, p.home) {
				t.Errorf("%s is left behind", name)
			}
		})
	}
}

// says runs a command that must end well.
func (p person) says(args ...string) string {
	p.t.Helper()
	out, err := p.command(args...).Output()
	if err != nil {
		p.t.Fatalf("%q: %v: %s", args, err, out)
	}
	return string(out)
}

// halves lists the files below a folder that are only begun.
func halves(t *testing.T, dir string) (list []string) {
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".tmp") {
			list = append(list, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}
