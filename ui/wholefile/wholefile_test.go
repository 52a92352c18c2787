package wholefile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// text writes a text.
func text(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

// holds expects one file in a folder, and what it holds.
func holds(t *testing.T, path, want string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil || string(data) != want {
		t.Errorf("%q, %v; want %q", data, err, want)
	}
	if beside, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*.tmp")); len(beside) > 0 {
		t.Errorf("left behind: %v", beside)
	}
}

func TestAFileIsWrittenWholeOrNotAtAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.md")
	if err := Write(path, text("first")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "first")
	full := errors.New("no space")
	err := Write(path, func(w io.Writer) error {
		if err := text("sec")(w); err != nil {
			return err
		}
		return full
	})
	if !errors.Is(err, full) {
		t.Errorf("%v", err)
	}
	holds(t, path, "first")
	f, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Fill(false, text("third")); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(path); string(data) != "first" {
		t.Errorf("replaced before it was kept: %q", data)
	}
	f.Drop()
	holds(t, path, "first")
}

// What is written anew is for its owner only, whatever the umask would allow.
func TestANewFileIsForItsOwner(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.md")
	if err := Write(path, text("who backs whom")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
}

// What is there keeps who may read it, and what a link leads to is what is
// replaced.
func TestAFileThatIsReplaced(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "plan.md"), filepath.Join(dir, "link.md")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	if err := Write(link, text("new")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "new")
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o644 {
		t.Errorf("%v %v", info.Mode(), err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v %v", info.Mode(), err)
	}
}

func TestWhatIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "plan.md")
	if err := os.WriteFile(path, []byte("kept"), 0o400); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, text("new")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("read-only: %v", err)
	}
	holds(t, path, "kept")
	if err := Write(dir, text("new")); !errors.Is(err, ErrNoFile) {
		t.Errorf("a folder: %v", err)
	}
	if err := Write(filepath.Join(dir, "none", "plan.md"), text("new")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
}
