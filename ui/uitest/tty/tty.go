//go:build !windows

// Package tty runs programs in a terminal of their own, for tests of what only
// shows there: starting, signals, a terminal that goes away, and whether it is
// left as it was found.
package tty

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// patience is how long a program may take for anything: on a busy machine long,
// for a person never.
const patience = 30 * time.Second

// Terminal is a terminal with a program in it.
type Terminal struct {
	t             testing.TB
	cmd           *exec.Cmd
	master, slave *os.File
	before        *term.State
	mu            sync.Mutex
	sent          bytes.Buffer
	ended         chan struct{}
	err           error
}

// Start runs a program in a new terminal of a size. It is killed when the test
// is over.
func Start(t testing.TB, cmd *exec.Cmd, columns, rows int) *Terminal {
	t.Helper()
	master, slave, err := pty.Open()
	if errors.Is(err, pty.ErrUnsupported) {
		t.Skip("no pseudo-terminals on this system")
	}
	if err != nil {
		t.Fatal(err)
	}
	if master, err = readable(master); err != nil {
		t.Fatal(err)
	}
	x := &Terminal{t: t, cmd: cmd, master: master, slave: slave, ended: make(chan struct{})}
	x.Resize(columns, rows)
	if x.before, err = term.GetState(int(slave.Fd())); err != nil {
		t.Fatal(err)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go x.watch()
	go func() { x.err = cmd.Wait(); close(x.ended) }()
	t.Cleanup(func() {
		x.Kill()
		slave.Close()
		master.Close()
	})
	return x
}

// readable returns the same file so that closing it ends whoever reads it.
func readable(f *os.File) (*os.File, error) {
	defer f.Close()
	fd, err := unix.FcntlInt(f.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	if err := unix.SetNonblock(fd, true); err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(fd), f.Name()), nil
}

func (x *Terminal) watch() {
	buf := make([]byte, 1<<14)
	for {
		n, err := x.master.Read(buf)
		x.mu.Lock()
		x.sent.Write(buf[:n])
		x.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// Type sends keys as the terminal does.
func (x *Terminal) Type(keys string) *Terminal {
	x.t.Helper()
	if _, err := x.master.WriteString(keys); err != nil {
		x.t.Fatal(err)
	}
	return x
}

// Resize gives the terminal another size.
func (x *Terminal) Resize(columns, rows int) *Terminal {
	x.t.Helper()
	raw, err := x.master.SyscallConn()
	if err == nil {
		failed := raw.Control(func(fd uintptr) {
			err = unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, &unix.Winsize{Row: uint16(rows), Col: uint16(columns)})
		})
		err = errors.Join(err, failed)
	}
	if err != nil {
		x.t.Fatal(err)
	}
	return x
}

// Sent returns everything that the program sent since Forget.
func (x *Terminal) Sent() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.sent.String()
}

// Got returns how many bytes the program sent since Forget.
func (x *Terminal) Got() int {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.sent.Len()
}

// Process returns the number of the program's process.
func (x *Terminal) Process() int { return x.cmd.Process.Pid }

// Forget forgets what was sent so far.
func (x *Terminal) Forget() *Terminal {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.sent.Reset()
	return x
}

// Shows waits until the terminal was sent a text, styles and cursor movements
// left out, or an escape sequence.
func (x *Terminal) Shows(text string) *Terminal {
	x.t.Helper()
	x.Until("it shows "+text, func() bool {
		sent := x.Sent()
		return strings.Contains(sent, text) || strings.Contains(ansi.Strip(sent), text)
	})
	return x
}

// Until waits until something is so.
func (x *Terminal) Until(what string, so func() bool) {
	x.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if so() {
			return
		}
	}
	x.t.Fatalf("it did not come to this: %s. The terminal was sent\n%s", what, ansi.Strip(x.Sent()))
}

// Signal sends a signal to the program.
func (x *Terminal) Signal(s os.Signal) *Terminal {
	x.t.Helper()
	if err := x.cmd.Process.Signal(s); err != nil {
		x.t.Fatal(err)
	}
	return x
}

// HangUp takes the terminal away, as closing its window does.
func (x *Terminal) HangUp() *Terminal {
	x.master.Close()
	return x
}

// Kill ends the program without giving it a chance to do anything, and waits
// until it is over.
func (x *Terminal) Kill() {
	_ = x.cmd.Process.Kill() // over already: so be it
	<-x.ended
}

// Wait waits until the program ends by itself and returns how it did.
func (x *Terminal) Wait() error {
	x.t.Helper()
	select {
	case <-x.ended:
		return x.err
	case <-time.After(patience):
		x.Kill()
		x.t.Fatalf("it would not end. The terminal was sent\n%s", ansi.Strip(x.Sent()))
		return nil
	}
}

// modes are what programs switch on in a terminal, by the sequences that do and
// undo it.
var modes = []struct{ name, on, off string }{
	{"the other screen", "\x1b[?1049h", "\x1b[?1049l"}, {"pastes that are marked", "\x1b[?2004h", "\x1b[?2004l"},
	{"the mouse", "\x1b[?1002h", "\x1b[?1002l"}, {"the mouse's far columns", "\x1b[?1006h", "\x1b[?1006l"}, {"no cursor", "\x1b[?25l", "\x1b[?25h"},
}

// Restored fails the test unless the terminal is as it was before.
func (x *Terminal) Restored() *Terminal {
	x.t.Helper()
	now, err := term.GetState(int(x.slave.Fd()))
	if err != nil {
		x.t.Fatal(err)
	}
	if !reflect.DeepEqual(now, x.before) {
		x.t.Errorf("the terminal's modes were %+v and are %+v", x.before, now)
	}
	for _, m := range modes {
		x.Until(m.name+" is off", func() bool {
			sent := x.Sent()
			return strings.LastIndex(sent, m.on) <= strings.LastIndex(sent, m.off)
		})
	}
	return x
}
