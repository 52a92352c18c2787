package ui_test

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"

	"astute/store"
	"astute/ui"
	"astute/ui/uitest"

	"github.com/charmbracelet/x/ansi"
)

// screenOf is a terminal that remembers what it was sent, and does something with
// the first frame that it is sent.
type screenOf struct {
	mu    sync.Mutex
	sent  bytes.Buffer
	frame string
	seen  func()
}

func (s *screenOf) Write(data []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.frame == "" && strings.Contains(string(data), "FreshKart") {
		s.frame = string(data)
		s.seen()
	}
	return s.sent.Write(data)
}

func (s *screenOf) shows() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.frame != ""
}

// wide is a file that tells when it is asked about every account there is.
type wide struct {
	ui.Store
	asked func()
}

func (f wide) Accounts() ([]store.AccountSummary, error) {
	f.asked()
	return f.Store.Accounts()
}

func TestTheFirstFrameWaitsForNothingThatItDoesNotShow(t *testing.T) {
	const columns, rows = 120, 40
	keys, typing := io.Pipe()
	shown := make(chan bool, 1) // whether it was when all accounts were first asked for
	screen := &screenOf{seen: func() { go typing.Write([]byte("q")) }}
	o := uitest.Options(t, uitest.Example(t))
	o.In, o.Out, o.Size = keys, screen, func() (int, int) { return columns, rows }
	o.Store = wide{o.Store, func() {
		select {
		case shown <- screen.shows():
		default:
		}
	}}
	if err := ui.Run(o); err != nil {
		t.Fatal(err)
	}
	if !<-shown {
		t.Error("all accounts were read before the first frame was out")
	}
	before, _, _ := strings.Cut(screen.sent.String(), "FreshKart")
	if !strings.Contains(before, ansi.SetAltScreenSaveCursorMode) {
		t.Errorf("the frame came before its screen: %q", before)
	}
	lines := strings.Split(screen.frame, "\r\n")
	if len(lines) != rows {
		t.Errorf("%d lines", len(lines))
	}
	for i, line := range lines {
		if w := ansi.StringWidth(line); w != columns {
			t.Errorf("line %d is %d wide", i, w)
		}
	}
}
