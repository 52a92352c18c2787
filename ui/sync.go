package ui

import (
	"cmp"
	"errors"
	"time"

	"astute/model"
	"astute/store"

	tea "github.com/charmbracelet/bubbletea"
)

// pollEvery is how often the file's version is looked at: what somebody else
// wrote appears within a second. Looking more often would keep the machine awake
// for nothing.
const pollEvery = time.Second

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
		w.refreshOverlays()
	}
	if o, ok := w.top().(*importOver); ok {
		o.counted(w)
	}
	w.offerLate()
	w.askWhoAtRest()
	return tea.Batch(w.o.Timer(), w.poll(), w.keepPlace(), w.keepLooks(), w.backUp())
}

// synced is the answer to a look at the file.
type synced struct {
	account model.ID
	from    store.Sight // of the book that the look began with
	version uint64
	snap    *snapshot     // nil when nothing is new
	news    []store.Entry // what others wrote since, the newest first, as far as it is told
	err     error
}

// mostNews is how many edits of others are looked into when they arrive.
const mostNews = 3

// poll looks whether somebody else wrote, and reads it then. One look at a time.
func (w *Workspace) poll() tea.Cmd {
	if w.polling || w.waiting {
		return nil
	}
	w.polling = true
	s, account, known, broken := w.o.Store, w.account, w.sight, w.broken != nil
	gone, file, shut := w.gone != nil, w.file, w.readOnly != nil && !errors.Is(w.readOnly, store.ErrNewer)
	read := w.reader(account, nil)
	return func() tea.Msg {
		version, err := s.Version()
		if err == nil && version == 0 && known.Version > 0 {
			err = goneFrom(s)
		}
		m := synced{account: account, from: known, version: version, err: err}
		if err == nil && (version != known.Version || broken || gone || replaced(s.Path(), file) || shut && writable(s.Path()) == nil) {
			snap := read()
			m.snap = &snap
			m.news = news(s, known.Version, version)
		}
		return m
	}
}

// news returns what was written after a version. It only adds to what is shown,
// so what cannot be read of it is left out.
func news(s Store, after, now uint64) []store.Entry {
	if now <= after || now-after > mostNews {
		return nil
	}
	list, err := s.Log(store.LogQuery{Limit: int(now - after)})
	for _, e := range list {
		if err == nil && touched(e) > fewRecords {
			return list
		}
	}
	if told, err := s.Log(store.LogQuery{Limit: int(now - after), Fields: true}); err == nil {
		return told
	}
	return list
}

func (m synced) arrive(w *Workspace) tea.Cmd {
	w.polling = false
	if m.account != w.account || !m.from.Same(w.sight) || w.waiting {
		return nil // stale: something was opened or written since
	}
	switch {
	case errors.As(m.err, new(*goneError)):
		w.lost(m.err)
	case m.err != nil:
		if w.broken == nil || w.broken.Error() != m.err.Error() {
			w.sayError(m.err) // once: it is tried again with every tick
		}
		w.broken = m.err
	case m.snap == nil:
	case errors.Is(m.snap.err, store.ErrNotFound):
		w.broken, w.gone = m.snap.err, nil
		return w.reopen("the account is no longer there: it was removed elsewhere", "")
	case m.snap.err != nil && w.broken != nil:
		// Said already.
	default:
		mended := w.broken != nil || w.gone != nil
		if !w.take(*m.snap) {
			return nil
		}
		w.tell(m.news)
		if mended {
			w.say("the file can be read again", false)
		}
		if welcome, ok := w.top().(*welcome); ok && len(w.accounts) > 0 && !welcome.unsaved() {
			w.pop()
		}
		if w.top() == nil && w.account.IsZero() && len(w.accounts) > 0 {
			return w.open(firstShown(w.accounts), nil)
		}
	}
	return nil
}

// tell says what somebody else took back, and that an edit which the status line
// offers to take back is not the newest any more.
func (w *Workspace) tell(news []store.Entry) {
	stale := w.said.now != nil && w.said.now.edit != 0 && w.said.now.edit != w.newest.Seq
	if stale {
		w.said.seen()
	}
	if len(news) == 0 {
		if stale {
			w.say("changed elsewhere meanwhile", false)
		}
		return
	}
	e := news[0]
	text := cmp.Or(w.changed(e), e.Label)
	switch {
	case e.Act == store.Undone:
		w.say("taken back elsewhere: "+text, false)
	case e.Act == store.Redone:
		w.say("repeated elsewhere: "+text, false)
	case stale:
		w.say("changed elsewhere: "+text, false)
	}
}
