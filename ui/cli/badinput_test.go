package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"astute/store/storetest"
	"astute/ui/cli"
)

// inProcess runs the command line on a file, requires an exit code, and returns
// what it said.
func inProcess(t *testing.T, file string, want int, args ...string) string {
	t.Helper()
	var said bytes.Buffer
	home := t.TempDir()
	env := map[string]string{"HOME": home, "AppData": home, "ASTUTE_FILE": file, "ASTUTE_ME": "Ana Ruiz", "ASTUTE_TODAY": "2026-03-02"}
	got := cli.Run(cli.Env{
		Args: args, Stdin: strings.NewReader(""), Stdout: &said, Stderr: &said, Now: time.Now,
		Getenv: func(name string) string { return env[name] },
	})
	if got != want {
		t.Errorf("astute %s ended with %d, not %d: %s", strings.Join(args, " "), got, want, said.String())
	}
	return said.String()
}

// example writes the worked example.
func example(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "book.db")
	inProcess(t, file, 0, "demo", "--no-open")
	return file
}

// everyCommand reads or changes the file in one way each.
var everyCommand = [][]string{
	{"find", "smith", "jane"}, {"find", "smith", "--json"}, {"brief", "jane smith"}, {"list", "contacts"}, {"show", "jane smith"}, {"log"},
	{"add", "account", "name=Beta"}, {"edit", "jane smith", "title=CIO"}, {"remove", "jane smith", "--yes"}, {"undo"},
	{"export", "freshkart"}, {"export", "--all", "--format", "json"}, {"info"},
}

// oneCleanLine requires one line that a person can act on.
func oneCleanLine(t *testing.T, args []string, said string, cures ...string) {
	t.Helper()
	line := strings.TrimSuffix(said, "\n")
	if !strings.HasPrefix(line, "astute: ") || strings.ContainsAny(line, "\n\x1b") || strings.Contains(line, "goroutine") {
		t.Errorf("astute %s says\n%s", strings.Join(args, " "), said)
	}
	for _, cure := range cures {
		if strings.Contains(line, cure) {
			return
		}
	}
	t.Errorf("astute %s names no cure of %q: %s", strings.Join(args, " "), cures, said)
}

func TestNotADatabase(t *testing.T) {
	for name, content := range map[string]string{
		"text":   strings.Repeat("Dear Jane,\n", 2000),
		"zeroes": strings.Repeat("\x00", 1<<16),
		"short":  "x",
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "letter.txt")
			if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			for _, args := range everyCommand {
				oneCleanLine(t, args, inProcess(t, file, 2, args...), "--file", "restore")
			}
			if after, err := os.ReadFile(file); err != nil || string(after) != content {
				t.Errorf("the file was changed: %v", err)
			}
		})
	}
	t.Run("folder", func(t *testing.T) {
		for _, args := range everyCommand {
			oneCleanLine(t, args, inProcess(t, t.TempDir(), 2, args...), "--file")
		}
	})
}

// TestDamagedFile cuts and overwrites parts of a file. Every command must end
// with an answer or one line, never a crash, and leave the file as it is when it
// could not use it.
func TestDamagedFile(t *testing.T) {
	sound := example(t)
	whole, err := os.ReadFile(sound)
	if err != nil {
		t.Fatal(err)
	}
	noise := bytes.Repeat([]byte{0xa5}, 8192)
	damages := map[string]func([]byte) []byte{
		"cut in half":     func(b []byte) []byte { return b[:len(b)/2] },
		"both heads gone": func(b []byte) []byte { return append(bytes.Clone(noise), b[len(noise):]...) },
		"noise all over": func(b []byte) []byte {
			for at := 4 * len(noise); at < len(b)-len(noise); at += 3 * len(noise) {
				copy(b[at:], noise)
			}
			return b
		},
	}
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "book.db")
			refused := 0
			for _, args := range everyCommand {
				if err := os.WriteFile(file, damage(bytes.Clone(whole)), 0o600); err != nil {
					t.Fatal(err)
				}
				var said bytes.Buffer
				home := t.TempDir()
				code := cli.Run(cli.Env{
					Args: append([]string{"--file", file}, args...), Stdin: strings.NewReader(""), Stdout: &bytes.Buffer{}, Stderr: &said, Now: time.Now,
					Getenv: func(name string) string { return map[string]string{"HOME": home, "AppData": home}[name] },
				})
				switch code {
				case 0: // what it needed was not damaged
				case 2:
					refused++
					oneCleanLine(t, args, said.String(), "restore", "--file")
				default:
					t.Errorf("astute %s ended with %d: %s", strings.Join(args, " "), code, said.String())
				}
			}
			if refused == 0 {
				t.Error("no command noticed the damage")
			}
		})
	}
}

func TestBusyFile(t *testing.T) {
	t.Parallel()
	file := example(t)
	db, err := bbolt.Open(file, 0o600, nil) // what an editor with the file open all day would do
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"add", "account", "name=Beta"}
	said := inProcess(t, file, 3, args...)
	oneCleanLine(t, args, said, "busy", "again")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	inProcess(t, file, 0, args...)
	storetest.Check(t, file)
}

// asNobody returns a command that runs the program without root's power to
// write anywhere, and a folder that it may use.
func asNobody(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(realProgram(t), args...)
	if os.Geteuid() == 0 {
		dropPrivileges(cmd)
	}
	return cmd
}

// TestReadOnlyFolder reads from a folder in which nothing can be written, and is
// refused where it would have to write.
func TestReadOnlyFolder(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("folders have no write permission on Windows")
	}
	dir, err := os.MkdirTemp("", "astute-readonly-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		os.Chmod(dir, 0o700)
		os.RemoveAll(dir)
	})
	file := filepath.Join(dir, "book.db")
	inProcess(t, file, 0, "demo", "--no-open")
	for path, mode := range map[string]os.FileMode{file: 0o444, dir: 0o555} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	run := func(want int, args ...string) string {
		t.Helper()
		cmd := asNobody(t, append([]string{"--file", file}, args...)...)
		cmd.Env = append(os.Environ(), "HOME=/nonexistent", "XDG_CONFIG_HOME=", "ASTUTE_TODAY=2026-03-02")
		out, _ := cmd.CombinedOutput()
		if got := cmd.ProcessState.ExitCode(); got != want {
			t.Errorf("astute %v ended with %d, not %d: %s", args, got, want, out)
		}
		return string(out)
	}
	for _, args := range [][]string{{"find", "smith", "jane"}, {"list", "contacts"}, {"brief", "jane smith"}, {"export", "freshkart"}} {
		if said := run(0, args...); !strings.Contains(said, "Jane Smith") {
			t.Errorf("astute %v says %s", args, said)
		}
	}
	for _, args := range [][]string{{"add", "account", "name=Beta"}, {"edit", "jane smith", "title=CIO"}, {"undo"}} {
		oneCleanLine(t, args, run(2, args...), "writable", "--file")
	}
	args := []string{"export", "freshkart", "-o", filepath.Join(dir, "plan.md")}
	oneCleanLine(t, args, run(2, args...), "name another place")
	if after, err := os.ReadFile(file); err != nil || !bytes.Equal(after, before) {
		t.Errorf("the file was changed: %v", err)
	}
}

// TestFullDisk runs the program where files cannot grow any more. The limit
// stands in for the end of a disk: what is told differs, what is kept does not.
func TestFullDisk(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell to set a limit with")
	}
	file := example(t)
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	limited := func(args ...string) (string, int) {
		t.Helper()
		// ulimit counts in blocks of 512 or 1024 bytes; either way it is less
		// than the file must grow to.
		script := `trap '' XFSZ; ulimit -f 64; exec "$0" "$@"`
		cmd := exec.Command(sh, append([]string{"-c", script, realProgram(t), "--file", file}, args...)...)
		cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
		out, _ := cmd.CombinedOutput()
		return string(out), cmd.ProcessState.ExitCode()
	}
	if said, code := limited("find", "jane"); code != 0 {
		t.Skipf("nothing can be read under a limit on this system: %s", said)
	}
	args := []string{"edit", "jane smith", "notes=" + strings.Repeat("long ", 20_000)}
	said, code := limited(args...)
	if code != 2 || strings.Contains(said, "goroutine") || strings.Count(strings.TrimSpace(said), "\n") > 0 {
		t.Errorf("an edit on a full disk ended with %d: %.300s", code, said)
	}
	plan := filepath.Join(t.TempDir(), "everything.json")
	if said, code := limited("export", "--all", "--format", "json", "-o", plan); code != 2 || !strings.Contains(said, "cannot write") {
		t.Errorf("an export on a full disk ended with %d: %s", code, said)
	}
	if left, _ := os.ReadDir(filepath.Dir(plan)); len(left) != 0 {
		t.Errorf("a failed export left %v", left)
	}
	storetest.Check(t, file)
	if said := inProcess(t, file, 0, "export", "freshkart", "--format", "json"); strings.Contains(said, "long long") {
		t.Error("an edit that was refused is in the file")
	}
	if after, err := os.ReadFile(file); err != nil || len(after) < len(before) {
		t.Errorf("the file shrank from %d to %d bytes: %v", len(before), len(after), err)
	}
}

// TestInterrupt stops a command that waits for input, as ctrl+c does.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be interrupted from outside on Windows")
	}
	file := example(t)
	cmd := exec.Command(realProgram(t), "--file", file, "import", "-", "--as", "contact")
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	input, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// It reads once it listens for signals, so a full pipe says it is ready.
	if _, err := input.Write(bytes.Repeat([]byte("Name,Title\n"), 20_000)); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	cmd.Wait()
	if got := cmd.ProcessState.ExitCode(); got != 130 || said.String() != "astute: interrupted\n" {
		t.Errorf("it ended with %d and said %q", got, said.String())
	}
	storetest.Check(t, file)
}

// Of thousands of lines alike a person reads the first.
func TestLongImportsSayHowMuchIsLeftOut(t *testing.T) {
	file, rows := filepath.Join(t.TempDir(), "a.db"), "Last Name,Company,Email\n"
	for i := range 57 {
		rows += fmt.Sprintf("Person %d,Acme,not an address\n", i)
	}
	csv := filepath.Join(t.TempDir(), "people.csv")
	if err := os.WriteFile(csv, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := inProcess(t, file, 0, "import", csv); !strings.Contains(out, "\n  and 7 more: --json lists all\n") {
		t.Errorf("it says:\n%s", out)
	}
}
