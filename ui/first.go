package ui

import (
	"io"
	"runtime/debug"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// atOnce is the first frame, which does not wait for Bubble Tea: that asks for the
// size only when it runs, and draws by a clock that starts then, so a frame that
// is there would lie about for a tick of it, or for two. It is made for the size
// that the terminal has before, written as soon as the terminal is set up for it,
// and drawn over like any other.
type atOnce struct {
	frame string
	then  tea.Cmd // what making it asked for
	shown func()  // what waited for it, nil for nothing
}

// openAt makes the first frame for a size, unless that is not known.
func (w *Workspace) openAt(columns, rows int) {
	if columns > 0 && rows > 0 {
		_, w.first.then = w.Update(tea.WindowSizeMsg{Width: columns, Height: rows})
		w.first.frame = w.View()
	}
}

// show writes it, and has what waited for it go on. The screen is empty then, and
// the cursor in its first corner.
func (f *atOnce) show(out io.Writer) tea.Cmd {
	if out != nil && f.frame != "" {
		// Bubble Tea draws it again: that it could not be written shows there.
		_, _ = io.WriteString(out, strings.ReplaceAll(f.frame, "\n", "\r\n"))
	}
	if f.shown != nil {
		f.shown()
	}
	then := f.then
	*f = atOnce{}
	return then
}

// mostGarbage is how much memory, in bytes, the workspace takes at most before
// garbage is collected even so.
const mostGarbage = 256 << 20

// uncollected lets garbage lie until the function returned is called: two or three
// collections of the few megabytes that opening a plan takes would each cost as
// much as reading the plan.
func uncollected() (again func()) {
	percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(-1)
	debug.SetMemoryLimit(min(limit, mostGarbage))
	return func() {
		debug.SetMemoryLimit(limit)
		debug.SetGCPercent(percent)
	}
}
