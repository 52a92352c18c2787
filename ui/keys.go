package ui

import (
	"slices"
	"strings"
	"unicode/utf8"

	"astute/ui/pane"

	tea "github.com/charmbracelet/bubbletea"
)

// stroke is one key, or one paste.
type stroke struct {
	key   string
	paste string
	rash  bool // it came with the key before it, or before a question was there: it answers none
}

// typed takes what the terminal sends as one message: one key, several that came
// in one read, or a paste. They wait their turn: see release.
func (w *Workspace) typed(msg tea.KeyMsg) tea.Cmd {
	if w.waiting && msg.Type == tea.KeyCtrlC {
		w.held, w.quitting = nil, true // the file does not answer: let people go
		return nil
	}
	if w.waiting && w.doing != "" {
		w.held = append(w.held, stroke{key: msg.String()}) // whatever it is: see passOver
		return nil
	}
	w.giveWay()
	now := w.o.Now()
	w.burst.pause, w.rest.since = now.Sub(w.rest.since), now
	if w.burst.pause > wordPause {
		w.spelling = nil
	}
	strokes := w.strokes(msg)
	for i := range strokes {
		strokes[i].rash = i > 0 || w.hasty() || len(w.burst.strokes) > 0
	}
	if cmd, held := w.gather(msg, strokes); held {
		return cmd
	}
	w.held = append(w.held, strokes...)
	return nil
}

// release gives keys their turn, until one of them has to wait for the file.
func (w *Workspace) release() tea.Cmd {
	w.passOver()
	var cmds []tea.Cmd
	for len(w.held) > 0 && !w.waiting && !w.quitting {
		s := w.held[0]
		w.held = w.held[1:]
		if w.tooSoon(s) {
			continue
		}
		if s.key == "" {
			cmds = append(cmds, w.paste(s.paste))
		} else {
			cmds = append(cmds, w.key(s.key))
			w.watch()
		}
	}
	return tea.Batch(cmds...)
}

// strokes returns the keys of a message. Letters typed fast, or by a held key,
// come in one message; and escape followed at once by a letter comes as that
// letter with alt, which is bound nowhere but in a line of text.
func (w *Workspace) strokes(msg tea.KeyMsg) []stroke {
	switch {
	case msg.Paste:
		return []stroke{{paste: string(msg.Runes)}}
	case msg.Type == tea.KeyEsc && msg.Alt:
		return []stroke{{key: "esc"}, {key: "esc"}} // pressed twice, read at once
	case msg.Type != tea.KeyRunes:
		return []stroke{{key: msg.String()}}
	}
	var keys []stroke
	if msg.Alt && !w.typing() {
		keys = append(keys, stroke{key: "esc"})
	}
	for i, r := range msg.Runes {
		key := string(r)
		if msg.Alt && i == 0 && w.typing() {
			if !strings.ContainsRune("bfd", r) {
				keys = append(keys, stroke{key: "esc"})
			} else {
				key = "alt+" + key
			}
		}
		keys = append(keys, stroke{key: key})
	}
	return keys
}

// typing reports whether letters are being typed into something.
func (w *Workspace) typing() bool {
	top := w.top()
	return top != nil && top.typing()
}

// key gives one key to whoever it is meant for.
func (w *Workspace) key(key string) tea.Cmd {
	if cmd, ok := w.goOn(key); ok {
		return cmd
	}
	w.said.seen()
	if key == "ctrl+c" {
		return w.leave()
	}
	if w.screen.TooLow {
		return w.keyTooLow(key)
	}
	if cmd, ok := w.tourKey(key); ok {
		return cmd
	}
	if top := w.top(); top != nil {
		if key == "ctrl+z" {
			return w.suspend() // the shell is wanted, whatever is being typed
		}
		return top.key(w, key)
	}
	if c, ok := pane.Find(w.commands(), key); ok {
		return w.run(c)
	}
	if c, ok := pane.Find(w.paneCommands(), key); ok {
		return w.run(c)
	}
	w.nothingOn(key)
	return nil
}

// lined is an overlay that says in a line what is typed into it, and into what:
// that is seen where the window is too small for all else.
type lined interface{ line() (label, text string) }

func (f *formOver) line() (label, text string) {
	return f.form.Current().Field().Label, f.form.Current().Line()
}
func (e *fieldEdit) line() (label, text string)  { return e.title, e.editor.Line() }
func (l *lookUp) line() (label, text string)     { return "Find", l.list.Input.Text() }
func (c *chooser) line() (label, text string)    { return c.title, c.list.Input.Text() }
func (c *capture) line() (label, text string)    { return c.ask.Title, c.text.Text() }
func (f *filterLine) line() (label, text string) { return "Filter", f.text.Text() }
func (f *welcome) line() (label, text string)    { return "Customer", f.name.Text() }
func (a *importAsk) line() (label, text string)  { return "File", a.path.Text() }

// lineTyped returns what is typed and into what; false where nothing is, or where
// it would not be seen.
func (w *Workspace) lineTyped() (label, text string, ok bool) {
	if l, is := w.top().(lined); is && w.typing() {
		label, text = l.line()
		return label, text, true
	}
	return "", "", false
}

// keyTooLow is what a key does while the window is too small for anything but a
// question and the line that is being typed. Letters go into that line: they may
// have been pressed before the window shrank, and whoever types on while it moves
// loses none. Nothing that is not seen is typed, saved, chosen or left.
func (w *Workspace) keyTooLow(key string) tea.Cmd {
	if q, ok := w.top().(*question); ok {
		return q.key(w, key)
	}
	if _, _, ok := w.lineTyped(); ok && (utf8.RuneCountInString(key) == 1 || key == "backspace") {
		return w.top().key(w, key)
	}
	if !w.typing() && slices.Contains(w.quitKeys(), key) {
		return w.leave()
	}
	return nil
}

// quitKeys are the keys that quit, as the settings have them.
func (w *Workspace) quitKeys() []string {
	for _, c := range w.commands() {
		if c.Name == "quit" {
			return c.Keys
		}
	}
	return nil
}

// nothingOn says that a key does nothing here, so that it does not seem that it
// was not heard.
func (w *Workspace) nothingOn(key string) {
	text := "nothing is on " + keyName(key) + " here"
	if top := w.top(); top == nil {
		text += ": ? shows the keys"
	}
	w.say(text, false)
}

// run does what a command does, or says why it cannot be done.
func (w *Workspace) run(c pane.Command) tea.Cmd {
	if c.Why != "" {
		w.say(c.Why, false)
		return nil
	}
	return w.serve(c.Do())
}

// paste gives pasted text to the overlay that takes text; elsewhere it is not
// taken for keys.
func (w *Workspace) paste(text string) tea.Cmd {
	if _, _, seen := w.lineTyped(); w.screen.TooLow && !seen {
		return nil
	}
	if top := w.top(); top != nil {
		return top.paste(w, text)
	}
	return w.maybeDropped(text, func(w *Workspace) {
		w.say("a paste goes into a field: e edits one, a adds a record, f looks somebody up", false)
	})
}

// keyName is how a key is written for people.
func keyName(key string) string {
	switch key {
	case " ":
		return "space"
	case "up":
		return "↑"
	case "down":
		return "↓"
	}
	if n, is := strings.CutPrefix(key, "f"); is && n != "" {
		return "F" + n
	}
	return key
}
