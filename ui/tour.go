package ui

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// tour leads through the workspace: it says what to do, and sees when it was
// done. It has rows of its own at the bottom, so that it hides nothing, and takes
// no key but its own three: whatever else is pressed does what it always does.
type tour struct {
	step   int
	praise string // for the step before, "" for none
	armed  bool   // the step was seen undone: what was so before is not taken for it

	// How things stood when the step began.
	account model.ID
	plan    *model.Plan
	newest  uint64
	exports int
	met     map[model.ID]bool
}

// ErrTour is what [Run] returns when the workspace was left for the tour, which
// takes place on the worked example.
var ErrTour = errors.New("the tour is wanted: astute tour takes it")

// startTour begins the tour. In a book of one's own it would change what is not
// meant to be changed, so there it leaves the workspace for it.
func (w *Workspace) startTour() {
	if !w.o.Example {
		w.wantsTour, w.quitting = true, true
		return
	}
	w.tour = &tour{}
	w.tour.begin(w, 0)
	w.arrange()
}

// begin goes to a step.
func (t *tour) begin(w *Workspace, step int) {
	*t = tour{step: step, account: w.account, plan: w.plan, newest: w.newest.Seq, exports: w.exports, met: map[model.ID]bool{}}
	if done := tourSteps[step].done; done != nil && w.plan != nil {
		t.armed = !done(w, t)
	}
}

// goTo goes a step on or back; beyond the last one the tour is over.
func (t *tour) goTo(w *Workspace, step int) {
	switch {
	case step >= len(tourSteps):
		w.leaveTour()
	case step >= 0:
		t.begin(w, step)
	default:
		w.say("this is the first step", false)
	}
}

func (w *Workspace) leaveTour() {
	w.tour = nil
	w.arrange()
	w.say("the tour is over; this is the worked example: change what you like", false)
}

// watch looks whether what the step asks for was done, after everything that may
// have done it.
func (w *Workspace) watch() {
	t := w.tour
	if t == nil || w.plan == nil {
		return
	}
	if t.account != w.account || t.plan == nil {
		t.account, t.plan = w.account, w.plan // another plan has nothing to compare with
	}
	step := tourSteps[t.step]
	if step.done == nil {
		return
	}
	done := step.done(w, t)
	if !done {
		t.armed = true
	} else if t.armed {
		t.begin(w, t.step+1)
		t.praise = step.praise
	}
}

// changed reports whether a field of a record that was there when the step began
// is otherwise now, in the way that is asked for.
func (t *tour) changed(w *Workspace, kind model.Kind, so func(before, after model.Field) bool) bool {
	for _, r := range w.plan.Of(kind) {
		was := t.plan.Get(r.Base().ID)
		if was == nil || was == r {
			continue
		}
		before := was.Fields()
		for i, after := range r.Fields() {
			if so(before[i], after) {
				return true
			}
		}
	}
	return false
}

// tourCommands are those of the tour; they hold over every overlay too.
func (w *Workspace) tourCommands() []pane.Command {
	own := func(step int) func() pane.Request {
		return func() pane.Request {
			return pane.Own{Do: func() { w.outside = nil; w.tour.goTo(w, w.tour.step+step) }}
		}
	}
	return rebound([]pane.Command{
		{Name: "next step of the tour", Keys: []string{"f2"}, Hint: "next", Help: "goes on without doing it", Do: own(1)},
		{Name: "last step of the tour", Keys: []string{"f3"}, Hint: "back", Help: "shows the step before once more", Do: own(-1)},
		{Name: "leave the tour", Keys: []string{"f4"}, Hint: "leave", Help: "the example stays open",
			Do: func() pane.Request { return pane.Own{Do: func() { w.outside = nil; w.leaveTour() }} }},
	}, w.keys)
}

// tourKey gives a key to the tour. A letter that the settings gave to it is the
// overlay's where there is one.
func (w *Workspace) tourKey(key string) (tea.Cmd, bool) {
	if w.tour == nil || w.top() != nil && len([]rune(key)) == 1 {
		return nil, false
	}
	c, ok := pane.Find(w.tourCommands(), key)
	if !ok {
		return nil, false
	}
	return w.run(c), true
}

// keyOf is the key of a command by its name, whatever pane it is of; "" where
// there is none.
func (w *Workspace) keyOf(name string) string {
	lists := [][]pane.Command{w.commands()}
	for _, i := range []int{paneContacts, paneActions, paneMap, paneOverview} {
		lists = append(lists, rebound(w.panes[i].Commands(), w.keys))
	}
	for _, c := range slices.Concat(lists...) {
		if c.Name == name && len(c.Keys) > 0 {
			return keyName(c.Keys[0])
		}
	}
	return ""
}

// tourWord is a word of a step; its first letters may be a key, or what is to be
// typed.
type tourWord struct {
	text string
	keys int // how many bytes of it are to be pressed
	good bool
}

// words are the words of a step with the keys that hold now.
func (t *tour) words(w *Workspace) []tourWord {
	var list []tourWord
	for _, word := range strings.Fields(t.praise) {
		list = append(list, tourWord{text: word, good: true})
	}
	rest := tourSteps[t.step].text
	for rest != "" {
		i := strings.IndexAny(rest, "{`")
		if i < 0 {
			i = len(rest)
		}
		for _, word := range strings.Fields(rest[:i]) {
			list = append(list, tourWord{text: word})
		}
		if rest = rest[i:]; rest == "" {
			break
		}
		end := 1 + strings.IndexAny(rest[1:], "}`")
		press := rest[1:end]
		if rest[0] == '{' {
			press = cmp.Or(w.keyOf(press), keyName(":")+" "+press)
		}
		rest = rest[end+1:]
		for _, word := range strings.Fields(press) {
			list = append(list, tourWord{text: word, keys: len(word)})
		}
		// What follows without a blank, a comma or a stop, stays with it.
		stop := strings.IndexByte(rest+" ", ' ')
		list[len(list)-1].text += rest[:stop]
		rest = rest[stop:]
	}
	return list
}

// tourLines breaks words into lines.
func tourLines(words []tourWord, width int) [][]tourWord {
	var list [][]tourWord
	x := 0
	for _, word := range words {
		size := grid.Width(word.text)
		if len(list) == 0 || x+1+size > width {
			list, x = append(list, nil), -1
		}
		list[len(list)-1] = append(list[len(list)-1], word)
		x += 1 + size
	}
	return list
}

// tourRows is how many rows the tour takes at the bottom, none where there is
// none: enough for the longest step, so that nothing moves from step to step.
func (w *Workspace) tourRows() int {
	if w.tour == nil {
		return 0
	}
	most, praise := 0, ""
	for i, step := range tourSteps {
		t := &tour{step: i, praise: praise}
		most = max(most, len(tourLines(t.words(w), w.size.W-2)))
		praise = step.praise
	}
	return most + 1
}

// placedTour are the hints of the tour with their columns, from the right.
func (w *Workspace) placedTour() []placedHint {
	var list []placedHint
	x := w.size.W - 2
	commands := w.tourCommands()
	slices.Reverse(commands)
	for _, c := range commands {
		if len(c.Keys) == 0 {
			continue
		}
		h := hint{keyName(c.Keys[0]), c.Hint}
		if c.Hint == "next" && w.tour.step == len(tourSteps)-1 {
			continue // after the last step there is only leaving
		}
		size := grid.Width(h.key) + 1 + grid.Width(h.text)
		x -= size
		list = append(list, placedHint{h, x, size})
		x -= 2
	}
	return list
}

func (w *Workspace) drawTour(v grid.View) {
	v.Fill(theme.Plain)
	v.Text(0, 0, theme.Focus, strings.Repeat(w.theme.Glyphs.Across, v.W()))
	v.Text(1, 0, theme.Focus, fmt.Sprintf(" Tour %d of %d ", w.tour.step+1, len(tourSteps)))
	for _, h := range w.placedTour() {
		v.Text(h.x-1, 0, theme.Plain, strings.Repeat(" ", h.w+2))
		x := v.Text(h.x, 0, theme.Key, h.key)
		v.Text(x+1, 0, theme.Faint, h.text)
	}
	for i, line := range tourLines(w.tour.words(w), v.W()-2) {
		x := 1
		for _, word := range line {
			style := theme.Plain
			if word.good {
				style = theme.Good
			}
			x = v.Text(x, i+1, theme.Key, word.text[:word.keys])
			x = v.Text(x, i+1, style, word.text[word.keys:]+" ")
		}
	}
}

// clickTour presses a key of the tour.
func (w *Workspace) clickTour(x, y int) tea.Cmd {
	for _, h := range w.placedTour() {
		if y != w.screen.Foot.Y || x < h.x || x >= h.x+h.w {
			continue
		}
		for _, c := range w.tourCommands() {
			if c.Hint == h.text {
				return w.run(c)
			}
		}
	}
	return nil
}
