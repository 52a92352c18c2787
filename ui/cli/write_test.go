package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"astute/model/search"
)

func TestAFileIsWrittenWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "plan.md")
	p := newProgram(Env{})
	if err := p.writeFile(path, func(w io.Writer) error { _, err := io.WriteString(w, "first"); return err }); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	failure := errors.New("no more")
	err := p.writeFile(path, func(w io.Writer) error {
		io.WriteString(w, strings.Repeat("second", 10_000))
		return failure
	})
	if !errors.Is(err, failure) || !strings.Contains(err.Error(), path) {
		t.Errorf("got %v, want the failure and the file's name", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "first" {
		t.Errorf("a failed write left %q", got)
	}
	if err := p.writeFile(path, func(w io.Writer) error { _, err := io.WriteString(w, "third"); return err }); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("the file's mode became %v, %v", info.Mode(), err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left beside it: %v", left)
	}
}

func TestWritingFollowsALink(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real.md"), filepath.Join(dir, "link.md")
	if err := os.WriteFile(real, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if err := newProgram(Env{}).writeFile(link, func(w io.Writer) error { _, err := io.WriteString(w, "x"); return err }); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(real); string(got) != "x" {
		t.Errorf("the file behind the link holds %q", got)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced")
	}
}

func TestInterruptTakesHalfWrittenFilesAway(t *testing.T) {
	dir := t.TempDir()
	p := newProgram(Env{})
	reached, release := make(chan struct{}), make(chan struct{})
	done := make(chan error)
	go func() {
		done <- p.writeFile(filepath.Join(dir, "plan.md"), func(io.Writer) error {
			close(reached)
			<-release
			return errors.New("stopped")
		})
	}()
	<-reached
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Fatalf("expected the file being written, found %v", left)
	}
	p.tidy.all()
	if left, _ := os.ReadDir(dir); runtime.GOOS != "windows" && len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	close(release)
	<-done
}

func TestFileNamesAreSafeAndStable(t *testing.T) {
	names := []string{"FreshKart Grocers", "../../etc/passwd", "CON", "日本パン", "!!!", "A/B", "a b", "\u0301", "Müller & Söhne GmbH", strings.Repeat("long ", 100)}
	keys := []string{"k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9"}
	want := []string{"freshkart-grocers", "etc-passwd", "con-k2", "日本パン", "k4", "a-b-k5", "a-b-k6", "k7", "müller-söhne-gmbh"}
	got := fileNames(names, keys)
	if !slices.Equal(got[:len(want)], want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if n := len(got[9]); n > 100 {
		t.Errorf("a name of %d bytes", n)
	}
	slices.Reverse(names)
	slices.Reverse(keys)
	again := fileNames(names, keys)
	slices.Reverse(again)
	if !slices.Equal(got, again) {
		t.Errorf("another order gives other names: %q", again)
	}
}

// What is told apart by a key, by case, by accents or by the name of another
// document must still be another file.
func TestNoTwoAccountsHaveOneFile(t *testing.T) {
	names := []string{"A B", "a-b", "A B k1", "Acme", "Acme One Page", "Acme Rapid", "Acme 2026-01-31", "M\u00fcller", "Mu\u0308ller", "MULLER", "con", "CON", "NUL", "com1", ".hidden", "..", "🚀", "🚀🚀", strings.Repeat("x", 300), strings.Repeat("x", 301)}
	keys := make([]string, len(names))
	for i := range keys {
		keys[i] = fmt.Sprintf("k%d", i)
	}
	endings := []string{".md", ".csv", ".svg", ".customer.md", "-2026-01-31.md"}
	for _, name := range templateNames()[1:] {
		endings = append(endings, "-"+name+".md", "-"+name+".customer.md")
	}
	taken := map[string]string{}
	for i, stem := range fileNames(names, keys) {
		for _, ending := range endings {
			file := search.Fold(stem + ending)
			if other, ok := taken[file]; ok {
				t.Errorf("%q and %q are both written to %s", other, names[i], stem+ending)
			}
			taken[file] = names[i]
		}
		if reserved[stem] || len(stem) > 120 || strings.HasPrefix(stem, ".") || strings.ContainsAny(stem, `/\<>:"|?*`) {
			t.Errorf("%q is called %q", names[i], stem)
		}
	}
}

func TestAReadOnlyFileIsNotReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.md")
	if err := os.WriteFile(path, []byte("signed"), 0o444); err != nil {
		t.Fatal(err)
	}
	err := newProgram(Env{}).writeFile(path, func(w io.Writer) error { _, err := io.WriteString(w, "x"); return err })
	if !errors.Is(err, os.ErrPermission) || !strings.Contains(err.Error(), "name another place") {
		t.Errorf("%v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "signed" {
		t.Errorf("it holds %q", got)
	}
}

// TestAPanicTidiesUp has a command panic while it writes a file, as [Run] does it.
func TestAPanicTidiesUp(t *testing.T) {
	dir := t.TempDir()
	p := newProgram(Env{})
	func() {
		defer func() {
			if said, _ := recover().(string); !strings.Contains(said, "a fault of ours") || !strings.Contains(said, "write_test.go") {
				t.Errorf("the panic became %q", said)
			}
		}()
		defer p.tidy.all()
		_ = p.tidy.untilInterrupted(func() error {
			beside := filepath.Join(dir, "half")
			if err := os.WriteFile(beside, nil, 0o600); err != nil {
				return err
			}
			p.tidy.after(func() { os.Remove(beside) })
			panic("a fault of ours")
		})
	}()
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}
