package ui

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"astute/ui/pane"

	tea "github.com/charmbracelet/bubbletea"
)

// A terminal that does not mark pastes sends them as keys, all in one go, and
// run as commands they would change the plan. So keys that come faster than
// anybody types are looked at together before any of them counts, unless they
// are text for something that takes text, or one key held down.

// mostAtOnce is how many letters somebody can have typed ahead in one go.
const mostAtOnce = 15

// fewWithEnter is how many there may be of them when enter was among them: what
// is typed ahead rarely is, lines of a text always are.
const fewWithEnter = 3

// settleAfter is how long no more keys must come for a go to be over. It is only
// waited for where several letters came at once.
const settleAfter = 10 * time.Millisecond

// settled says that some time went by since a burst of so many messages.
type settled struct{ messages int }

// burst is what came in one go and has not had its turn.
type burst struct {
	strokes  []stroke
	messages int
	pause    time.Duration // between the last two keys
	last     string        // the key before, "" where that was held back
}

// gather holds keys back that may belong to a paste. It reports false for keys
// that can have their turn at once. Holding back is all that a key of a long
// paste costs: see quiet.
func (w *Workspace) gather(msg tea.KeyMsg, strokes []stroke) (tea.Cmd, bool) {
	b := &w.burst
	many := len(strokes) > 1 && !repeats(strokes)
	under := len(b.strokes) > 0
	if !under && (msg.Paste || msg.Alt || !many && !w.sudden(msg) && !w.quits(strokes[0])) {
		b.last = msg.String()
		return nil, false
	}
	b.strokes = append(b.strokes, strokes...)
	b.messages++
	b.last = ""
	if under {
		return nil, true // what waits for the end looks again
	}
	return b.settle(), true
}

// settle waits until no more keys have come for a while.
func (b *burst) settle() tea.Cmd {
	n := b.messages
	return tea.Tick(settleAfter, func(time.Time) tea.Msg { return settled{n} })
}

// quits reports whether a key would leave the workspace. Behind it may come more
// of a text, so it waits for that.
func (w *Workspace) quits(s stroke) bool {
	return s.key != "" && s.key != "ctrl+c" && !w.typing() && slices.Contains(w.quitKeys(), s.key)
}

// quiet reports whether a message did no more than add to a burst, so that there
// is nothing new to draw and nothing to keep.
func (w *Workspace) quiet(msg tea.Msg, bursting int) bool {
	switch m := msg.(type) {
	case tea.KeyMsg:
		return w.burst.messages > bursting
	case settled:
		return m.messages != bursting || w.waiting
	}
	return false
}

func (m settled) arrive(w *Workspace) tea.Cmd {
	b := w.burst
	if m.messages != b.messages {
		if b.messages == 0 {
			return nil
		}
		return b.settle() // more came meanwhile
	}
	if w.waiting {
		// Whether there is something to type into shows when the file has answered.
		return tea.Tick(settleAfter, func(time.Time) tea.Msg { return m })
	}
	w.burst = burst{}
	if w.typing() {
		w.held = append(w.held, w.intoField(b.strokes)...)
		return nil
	}
	if !w.namesOne(b.strokes) && (looksPasted(b.strokes) || w.quitsAmong(b.strokes)) {
		w.said.seen()
		w.say("that looks like a paste: nothing was done", false)
		return nil
	}
	w.held = append(w.held, b.strokes...)
	return nil
}

// quitsAmong reports whether a key that quits came in one go with others: nobody
// types on after quitting.
func (w *Workspace) quitsAmong(strokes []stroke) bool {
	quits, others := false, false
	for _, s := range strokes {
		if w.quits(s) {
			quits = true
		} else {
			others = true
		}
	}
	return quits && others
}

// repeats reports whether keys can come from a held one: all the same, or all of
// them moving about.
func repeats(strokes []stroke) bool {
	same, moves := true, true
	for _, s := range strokes {
		same = same && s.key == strokes[0].key
		moves = moves && strings.Contains("hjkl", s.key)
	}
	return same || moves
}

// looksPasted reports whether keys that came in one go were no keys.
func looksPasted(strokes []stroke) bool {
	letters, enters := 0, 0
	for _, s := range strokes {
		switch {
		case endsLine(s):
			enters++
		case s.key == "" || utf8.RuneCountInString(s.key) == 1:
			letters++
		}
	}
	return enters > 0 && letters > fewWithEnter || letters > mostAtOnce
}

func endsLine(s stroke) bool { return s.key == "enter" || s.key == "ctrl+j" }

// takesName are the commands behind which a name is typed ahead, which can be long and
// goes nowhere else.
var takesName = []string{"find anybody or anything", "commands"}

// namesOne reports whether keys that came in one go are such a command with one
// name and its enter or tab, as macros and fast fingers send them. Anything behind
// that, or a key that is no text, makes a text of it that was pasted.
func (w *Workspace) namesOne(strokes []stroke) bool {
	c, ok := pane.Find(w.commands(), strokes[0].key)
	if !ok || w.top() != nil || !slices.Contains(takesName, c.Name) {
		return false
	}
	rest := strokes[1:]
	if n := len(rest); n > 0 && (endsLine(rest[n-1]) || rest[n-1].key == "tab") {
		rest = rest[:n-1]
	}
	return !slices.ContainsFunc(rest, func(s stroke) bool { return utf8.RuneCountInString(s.key) != 1 })
}
