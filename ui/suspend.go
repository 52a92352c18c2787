package ui

import (
	"errors"
	"io"

	tea "github.com/charmbracelet/bubbletea"
)

// errNoShell says that nothing waits outside to which one could go back.
var errNoShell = errors.New("there is no shell behind this to go back to: q quits")

// suspend lets go of the terminal and stops the program until the shell lets it
// go on. Where no shell would ever do so, as in a window that was opened with
// this program and nothing else, it goes on by itself and says so.
func (w *Workspace) suspend() tea.Cmd {
	w.stopping = true
	return tea.Exec(outsideFor(stopUntilContinued), func(err error) tea.Msg { return resumed{err} })
}

// outsideFor is something done while the terminal is as it was found.
type outsideFor func() error

// Run implements [tea.ExecCommand].
func (f outsideFor) Run() error        { return f() }
func (outsideFor) SetStdin(io.Reader)  {}
func (outsideFor) SetStdout(io.Writer) {}
func (outsideFor) SetStderr(io.Writer) {}

// resumed says that the program goes on after it was suspended.
type resumed struct{ err error }

func (m resumed) arrive(w *Workspace) tea.Cmd {
	w.stopping = false
	if m.err != nil {
		w.sayError(m.err)
	}
	return w.listenToMouse()
}

// continued says that the program goes on after somebody else stopped it. The
// shell may have set the terminal up for itself meanwhile.
type continued struct{}

func (continued) arrive(w *Workspace) tea.Cmd {
	if w.stopping {
		return nil // by suspend, which sees to it
	}
	return tea.Exec(outsideFor(func() error { return nil }), func(err error) tea.Msg { return resumed{err} })
}

// listenToMouse asks the terminal for the mouse, which it gave back while
// something else had it.
func (w *Workspace) listenToMouse() tea.Cmd {
	if !w.o.Config.UseMouse() {
		return nil
	}
	return tea.EnableMouseCellMotion
}
