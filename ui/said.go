package ui

import (
	"strings"
	"time"

	"astute/model"
	"astute/ui/grid"
)

// message is something that was said in the status line.
type message struct {
	at   time.Time
	text string
	bad  bool
	edit uint64 // the edit that it offers to take back, 0 for none
}

// mostMessages is how many are kept.
const mostMessages = 500

// takesBack is said after an edit was written, while it is the one that undo
// would take back.
const takesBack = "  (u takes it back)"

// said is the status line: the last message until the next key, and those
// before it.
type said struct {
	now *message
	all []message
}

// badMark stands before what went wrong.
const badMark = "! "

// seen takes the message away, as the next key does.
func (s *said) seen() { s.now = nil }

// say says something in the status line and keeps it.
func (w *Workspace) say(text string, bad bool) {
	if text == "" {
		return
	}
	m := message{at: w.o.Now(), text: oneLine(text), bad: bad}
	w.said.all = append(w.said.all, m)
	if extra := len(w.said.all) - mostMessages; extra > 0 {
		w.said.all = w.said.all[extra:]
	}
	if strings.Contains(m.text, strings.TrimSpace(takesBack)) {
		m.edit = w.newest.Seq
	}
	w.said.now = &m
}

// oneLine is a text as the status line takes it.
func oneLine(text string) string { return strings.Join(strings.Fields(model.CleanText(text)), " ") }

// sayWith says something that ends with what can be done about it: where the
// width is short, the middle goes and the end stays.
func (w *Workspace) sayWith(text, tail string) {
	w.say(text+tail, false)
	w.keepTail(text, tail)
}

// keepTail cuts what was just said in its middle, so that its end is seen.
func (w *Workspace) keepTail(text, tail string) {
	text = oneLine(text)
	mark := 0
	if w.said.now != nil && w.said.now.bad {
		mark = grid.Width(badMark)
	}
	if room := w.screen.W - 2 - mark - grid.Width(tail); room > 0 && w.said.now != nil {
		w.said.now.text = grid.Cut(text, room) + tail
	}
}

// sayDone says what was written, and offers to take it back. What panes say may
// bring that offer with it.
func (w *Workspace) sayDone(text string) {
	text, offered := strings.CutSuffix(text, takesBack)
	if !offered {
		w.say(text, false)
		return
	}
	text, saved := strings.CutSuffix(text, ": saved")
	if saved {
		w.sayWith(text, ": saved"+takesBack)
	} else {
		w.sayWith(text, takesBack)
	}
}

// sayWarned says what the file warned of, as the command line does: that it was
// cut off and opens as it was one edit before, or was gone and is begun anew.
func (w *Workspace) sayWarned() {
	if w.o.Warned == nil {
		return
	}
	for _, text := range w.o.Warned() {
		w.say(text, true)
	}
}

// sayError says what went wrong; errors that people can meet name their cure.
func (w *Workspace) sayError(err error) { w.say(err.Error(), true) }
