package ui

import (
	"strings"
	"time"

	"astute/model"
)

// message is something that was said in the status line.
type message struct {
	at   time.Time
	text string
	bad  bool
}

// mostMessages is how many are kept.
const mostMessages = 500

// said is the status line: the last message until the next key, and those
// before it.
type said struct {
	now *message
	all []message
}

// seen takes the message away, as the next key does.
func (s *said) seen() { s.now = nil }

// say says something in the status line and keeps it.
func (w *Workspace) say(text string, bad bool) {
	if text == "" {
		return
	}
	m := message{w.o.Now(), strings.Join(strings.Fields(model.CleanText(text)), " "), bad}
	w.said.all = append(w.said.all, m)
	if extra := len(w.said.all) - mostMessages; extra > 0 {
		w.said.all = w.said.all[extra:]
	}
	w.said.now = &m
}

// sayError says what went wrong; errors that people can meet name their cure.
func (w *Workspace) sayError(err error) { w.say(err.Error(), true) }
