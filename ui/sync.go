package ui

import (
	"time"

	"astute/model"

	tea "github.com/charmbracelet/bubbletea"
)

// pollEvery is how often the file's version is looked at: what somebody else
// wrote appears well within a second. A look costs some microseconds.
const pollEvery = 250 * time.Millisecond

// Tick says that it is time to look at the file.
type Tick struct{}

// every is how the next look is timed unless the options say otherwise.
func every() tea.Cmd {
	return tea.Tick(pollEvery, func(time.Time) tea.Msg { return Tick{} })
}

func (Tick) arrive(w *Workspace) tea.Cmd {
	if today := w.o.Today(); today != w.today {
		w.today = today // midnight: what was due tomorrow is due today
		w.show()
	}
	return tea.Batch(w.o.Timer(), w.poll(), w.keepPlace())
}

// synced is the answer to a look at the file.
type synced struct {
	account model.ID
	from    uint64 // the version that the look began with
	version uint64
	snap    *snapshot // nil when nothing is new
	err     error
}

// poll looks whether somebody else wrote, and reads it then. One look at a time.
func (w *Workspace) poll() tea.Cmd {
	if w.polling || w.waiting {
		return nil
	}
	w.polling = true
	s, account, known, broken := w.o.Store, w.account, w.version, w.broken != nil
	read := w.reader(account, nil)
	return func() tea.Msg {
		version, err := s.Version()
		m := synced{account: account, from: known, version: version, err: err}
		if err == nil && (version != known || broken) {
			snap := read()
			m.snap = &snap
		}
		return m
	}
}

func (m synced) arrive(w *Workspace) tea.Cmd {
	w.polling = false
	if m.account != w.account || m.from != w.version || w.waiting {
		return nil // stale: something was opened or written since
	}
	switch {
	case m.err != nil && w.broken == nil:
		w.broken = m.err
		w.sayError(m.err)
	case m.snap == nil:
	case m.snap.err != nil && w.broken != nil:
		// Said already; it is tried again with every tick.
	case m.snap.err != nil && len(w.accounts) > 0 && w.broken == nil:
		w.broken = m.snap.err
		return w.reopen("the account is no longer there: it was removed elsewhere")
	default:
		mended := w.broken != nil
		if w.take(*m.snap) && mended {
			w.say("the file can be read again", false)
		}
		if w.top() == nil && len(w.accounts) == 0 {
			w.push(newWelcome())
		} else if welcome, ok := w.top().(*welcome); ok && len(w.accounts) > 0 && !welcome.unsaved() {
			w.pop()
			return w.open(w.accounts[0].ID, nil)
		}
	}
	return nil
}
