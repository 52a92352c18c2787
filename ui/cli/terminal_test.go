//go:build !windows

package cli_test

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"astute/ui/uitest/tty"
)

// person is somebody at a terminal: a home, and a file in it.
type person struct {
	t          testing.TB
	home, book string
}

// newPerson has the worked example and nothing else.
func newPerson(t testing.TB) person {
	t.Helper()
	p := person{t: t, home: t.TempDir()}
	p.book = filepath.Join(p.home, "book.db")
	if out, err := p.command("demo", "--keep", p.book, "--no-open").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return p
}

func (p person) command(args ...string) *exec.Cmd {
	p.t.Helper()
	cmd := exec.Command(realProgram(p.t), args...)
	cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + p.home, "TMPDIR=" + p.home, "ASTUTE_FILE=" + p.book, "XDG_STATE_HOME=" + filepath.Join(p.home, "state"),
		"TERM=xterm-256color", "LANG=C.UTF-8", "ASTUTE_TODAY=2026-03-02", "ASTUTE_ME=Ana Ruiz",
	}
	return cmd
}

// opens opens the workspace.
func (p person) opens(columns, rows int) *tty.Terminal {
	p.t.Helper()
	return tty.Start(p.t, p.command(), columns, rows)
}

// drafts returns what is kept of what was typed.
func (p person) drafts() string {
	files, _ := filepath.Glob(filepath.Join(p.home, "state", "astute", "draft-*"))
	var all strings.Builder
	for _, f := range files {
		data, _ := os.ReadFile(f) // it may just have gone
		all.Write(data)
	}
	return all.String()
}

func TestKilledWhileTypingAndOfferedAgain(t *testing.T) {
	p := newPerson(t)
	x := p.opens(120, 40).Shows("FreshKart").Type("3a").Shows("New contact").Type("Zora Quill")
	for _, size := range [][2]int{{60, 20}, {20, 5}, {200, 60}, {1, 1}, {80, 24}} {
		x.Forget().Resize(size[0], size[1]).Shows("\x1b[")
	}
	x.Shows("Zora Quill")
	x.Until("what was typed is on the disk", func() bool { return strings.Contains(p.drafts(), "Zora Quill") })
	x.Kill()

	x = p.opens(80, 24).Shows("Typed and never saved").Shows("Zora Quill").Type("\r").Shows("New contact")
	x.Forget().Type("\x13").Shows("add contact Zora Quill: saved").Type("q")
	if err := x.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
	x.Restored()
	if left := p.drafts(); left != "" {
		t.Errorf("a draft of what was saved is kept: %s", left)
	}
	if out, err := p.command("find", "zora", "quill").CombinedOutput(); err != nil || !strings.Contains(string(out), "Zora Quill") {
		t.Errorf("%v: %s", err, out)
	}
	if out, err := p.command("doctor").CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

func TestEveryWayToEndRestoresTheTerminalAndKeepsWhatWasTyped(t *testing.T) {
	p := newPerson(t)
	for _, end := range []struct {
		name string
		end  func(x *tty.Terminal)
	}{
		{"terminate", func(x *tty.Terminal) { x.Signal(syscall.SIGTERM) }},
		{"interrupt", func(x *tty.Terminal) { x.Signal(syscall.SIGINT) }},
		{"hang up", func(x *tty.Terminal) { x.Signal(syscall.SIGHUP) }},
		{"ctrl+c twice", func(x *tty.Terminal) { x.Type("\x03").Shows("Quit?").Type("\x03") }},
		{"the window is closed", func(x *tty.Terminal) { x.HangUp() }},
	} {
		t.Run(end.name, func(t *testing.T) {
			if end.name == "hang up" && signal.Ignored(syscall.SIGHUP) {
				t.Skip("nohup has what runs under it live on")
			}
			p.t = t
			x := p.opens(80, 24).Shows("FreshKart").Type("3a").Shows("New contact").Type("Zora Quill")
			x.Shows("Zora Quill")
			end.end(x)
			if err := x.Wait(); err != nil && end.name != "the window is closed" {
				t.Errorf("it ended with %v", err)
			}
			if end.name != "the window is closed" {
				x.Restored()
			}
			if kept := p.drafts(); !strings.Contains(kept, `"Zora Quill"`) {
				t.Errorf("kept is %q", kept)
			}
			if err := os.RemoveAll(filepath.Join(p.home, "state")); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestSuspendedAndResumed(t *testing.T) {
	p := newPerson(t)
	cmd := p.command()
	program := cmd.Path
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell")
	}
	cmd.Path, cmd.Args = shell, []string{"sh", "-i"}
	cmd.Env = append(cmd.Env, "PS1=prompt> ", "ENV=")
	x := tty.Start(t, cmd, 120, 40).Shows("prompt>").Type(program + "\n").Shows("FreshKart")
	x.Type("3a").Shows("New contact").Type("Zora")
	x.Shows("Zora").Forget().Type("\x1a").Shows("\x1b[?1049l").Shows("prompt>")
	x.Forget().Type("echo $((6*7))\n").Shows("42")
	x.Forget().Type("fg\n").Shows("\x1b[?1049h").Shows("Zora").Shows("\x1b[?1002h").Shows("\x1b[?2004h")
	x.Forget().Type(" Quill").Shows("Zora Quill").Type("\x03").Shows("Quit?").Type("\x03").Shows("prompt>")
	x.Type("exit\n")
	_ = x.Wait() // a shell ends with what its last command ended with
	x.Restored()
}

func TestSuspendWithoutAShellGoesOn(t *testing.T) {
	x := newPerson(t).opens(80, 24).Shows("FreshKart").Type("\x1a").Shows("there is no shell behind this")
	x.Forget().Type("4").Shows("Action plan").Type("q")
	if err := x.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
	x.Restored()
}

func TestStoppedFromOutsideAndContinued(t *testing.T) {
	x := newPerson(t).opens(80, 24).Shows("FreshKart").Signal(syscall.SIGSTOP).Forget()
	x.Signal(syscall.SIGCONT).Shows("\x1b[?1049h").Shows("FreshKart").Shows("\x1b[?1002h").Type("q")
	if err := x.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
	x.Restored()
}

func TestAMouseThatIsOffIsNotAskedFor(t *testing.T) {
	p := newPerson(t)
	settings := filepath.Join(p.home, ".config", "astute", "config.toml")
	if err := os.MkdirAll(filepath.Dir(settings), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(settings, []byte("mouse = false\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	x := p.opens(80, 24).Shows("FreshKart").Type("q")
	if err := x.Wait(); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(x.Sent(), "\x1b[?1002h") || strings.Contains(x.Sent(), "\x1b[?1003h") {
		t.Error("the mouse is asked for")
	}
}

func TestATerminalThatCannotPlaceItsCursorIsTold(t *testing.T) {
	cmd := newPerson(t).command()
	cmd.Env = append(cmd.Env, "TERM=dumb")
	x := tty.Start(t, cmd, 80, 24)
	if err := x.Wait(); err == nil || cmd.ProcessState.ExitCode() != 2 {
		t.Errorf("it ended with %v", err)
	}
	x.Shows("astute help")
	if strings.Contains(x.Sent(), "\x1b") {
		t.Errorf("it was sent %q", x.Sent())
	}
}

// A file of which one of the two first pages was cut off opens as it was one edit
// before. The workspace says so, as every command does, and goes on.
func TestAFileThatWasCutOffSaysSoInTheWorkspace(t *testing.T) {
	p := newPerson(t)
	f, err := os.OpenFile(p.book, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteAt(make([]byte, 512), int64(os.Getpagesize()))
	if err = errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	x := p.opens(200, 60).Shows("FreshKart").Shows("it opens as it was one edit before")
	x.Forget().Type("4").Shows("Action plan").Type("q")
	if err := x.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
}
