package ui

import (
	"fmt"
	"slices"
	"strings"

	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"
)

// View implements [tea.Model].
func (w *Workspace) View() string {
	if w.quitting || w.size.Empty() {
		return ""
	}
	if w.frame == "" {
		c := grid.NewCanvas(w.size.W, w.size.H)
		w.draw(c.All())
		w.frame = c.Render(w.theme)
	}
	return w.frame
}

func (w *Workspace) draw(v grid.View) {
	if w.screen.TooLow {
		w.drawTooLow(v)
		return
	}
	w.header.draw(v.Sub(w.screen.Header), w.broken)
	if w.page != nil {
		w.drawPane(v.Sub(w.screen.Body), w.page, "", true)
	} else {
		for i, p := range w.panes {
			if r := w.screen.Panes[i]; !r.Empty() {
				w.drawPane(v.Sub(r), p, fmt.Sprint(i+1), i == w.focus)
			}
		}
	}
	w.drawTabs(v.Sub(w.screen.Tabs))
	w.drawHints(v.Sub(w.screen.Hints))
	for _, o := range w.overlays {
		o.draw(w, v)
	}
	if w.tour != nil {
		w.drawTour(v.Sub(w.screen.Foot))
	}
	// What was said is said over everything, an overlay's line too.
	if w.said.now != nil {
		w.drawSaid(v)
	}
}

// drawTooLow says which size is needed. A question that is open comes first: its
// keys are heard; then the end of the line that is being typed.
func (w *Workspace) drawTooLow(v grid.View) {
	text := fmt.Sprintf("astute needs %d x %d; this is %d x %d: make the window larger", layout.MinWidth, layout.MinHeight, w.screen.W, w.screen.H)
	y := 0
	if q, ok := w.top().(*question); ok {
		for _, line := range grid.Wrap(q.q.Title+" "+q.choices(), max(1, v.W())) {
			v.Text(0, y, theme.Focus, line)
			y++
		}
	} else if label, typed, ok := w.lineTyped(); ok {
		text += ", or ctrl+c quits" // a letter is one of the text
		lines := grid.Wrap(label+": "+typed, max(1, v.W()))
		for _, line := range lines[max(0, len(lines)-max(1, v.H()-2)):] {
			v.Text(0, y, theme.Focus, line)
			y++
		}
	} else if w.typing() {
		text += ", or ctrl+c quits"
	} else if keys := w.quitKeys(); len(keys) > 0 {
		text += ", or " + keyName(keys[0]) + " quits"
	}
	for i, line := range grid.Wrap(text, max(1, v.W())) {
		v.Text(0, y+i, theme.Strong, line)
	}
}

// footed is a pane that explains something on the lower border of its frame, in
// so many columns; wide is one of which a part lies out of sight at its sides.
type (
	footed interface {
		Foot(width int, keys bool) string
	}
	wide interface{ Beyond(width int) string }
)

// drawPane draws a pane in its frame.
func (w *Workspace) drawPane(v grid.View, p pane.Pane, number string, focus bool) {
	keys := focus && w.top() == nil
	above, total := p.Scrolled()
	f := grid.Frame{
		Title: strings.TrimSpace(number + " " + p.Title()), Note: p.Note(),
		Focus: keys, Inlaid: true, Glyphs: w.theme.Glyphs, Above: above, Total: total,
	}
	// Of the border 6 columns are corners and blanks; the short form of what lies
	// out of sight takes 6 more.
	room := v.W() - 6
	side, isWide := p.(wide)
	if isWide {
		room -= 6
	}
	if p, ok := p.(footed); ok {
		f.Foot = p.Foot(room, focus)
	}
	if isWide {
		f.More = side.Beyond(room - grid.Width(f.Foot))
	}
	in := f.Draw(v)
	if w.plan == nil {
		lines := []string{"Nothing could be read."}
		if w.broken != nil {
			lines = []string{w.broken.Error()}
		}
		pane.DrawEmpty(in, lines)
		return
	}
	p.Draw(in, focus)
	if focus && w.isEmpty() {
		drawBegin(in)
	}
}

// drawTabs draws the names of all panes where not all of them are seen.
func (w *Workspace) drawTabs(v grid.View) {
	if v.H() == 0 {
		return
	}
	for _, t := range w.tabs() {
		style := theme.Faint
		if t.pane == w.focus && w.page == nil {
			style = theme.Focus
		} else if !w.screen.Panes[t.pane].Empty() && w.page == nil {
			style = theme.Plain
		}
		v.Text(t.x, 0, style, t.text)
	}
}

// tab is the name of a pane in the tab bar.
type tab struct {
	pane, x int
	text    string
}

// end is the column after the tab.
func (t tab) end() int { return t.x + grid.Width(t.text) }

// tabs are the names of the panes, as many in full as there is room for: that of
// the focus first, those of the page that is seen, then the others in their order.
func (w *Workspace) tabs() []tab {
	var order []int
	for _, first := range []func(i int) bool{
		func(i int) bool { return i == w.focus },
		func(i int) bool { return i/layout.PageSize == w.focus/layout.PageSize },
		func(int) bool { return true },
	} {
		for i := range w.panes {
			if first(i) && !slices.Contains(order, i) {
				order = append(order, i)
			}
		}
	}
	named := make([]bool, len(w.panes))
	full := func(i int) bool { return named[i] }
	for _, i := range order {
		named[i] = true
		if list := w.tabsWith(full); list[len(list)-1].end() > w.screen.Tabs.W {
			named[i] = false
		}
	}
	return w.tabsWith(full)
}

// tabsWith are the tabs with the names of those panes that full says; what has
// only a number stands closer.
func (w *Workspace) tabsWith(full func(i int) bool) []tab {
	var list []tab
	x := 1
	for i, p := range w.panes {
		t, gap := tab{i, x, fmt.Sprint(i + 1)}, 1
		if full(i) {
			t.text += " " + p.Title()
		}
		if full(i) || i+1 < len(w.panes) && full(i+1) {
			gap = 3
		}
		list = append(list, t)
		x = t.end() + gap
	}
	return list
}

// hint is a key and what it does, in a word or two.
type hint struct{ key, text string }

// hints are the keys to show now: the overlay's, or those that the commands of
// the pane and of the workspace want shown.
func (w *Workspace) hints() []hint {
	if top := w.top(); top != nil {
		return top.hints()
	}
	if modal, ok := w.focused().(pane.Modal); ok {
		if list := modal.ModeHints(); len(list) > 0 {
			hints := make([]hint, len(list))
			for i, h := range list {
				hints[i] = hint{h.Keys, h.Text}
			}
			return hints
		}
	}
	list := append(weighed(w.paneCommands(), []int{60, 50, 40}, 20), weighed(w.commands(), nil, 30)...)
	slices.SortStableFunc(list, func(a, b weighedHint) int { return b.weight - a.weight })
	hints := make([]hint, len(list))
	for i, h := range list {
		hints[i] = h.hint
	}
	return hints
}

type weighedHint struct {
	hint
	weight int
}

// weighed returns the hints of commands with their weights: their own, else
// those of the first ones, else the rest's.
func weighed(commands []pane.Command, first []int, rest int) []weighedHint {
	var list []weighedHint
	for _, c := range commands {
		if c.Hint == "" || len(c.Keys) == 0 {
			continue
		}
		weight := rest
		switch n := len(list); {
		case c.Weight != 0:
			weight = c.Weight
		case n < len(first):
			weight = first[n]
		}
		list = append(list, weighedHint{hint{keyName(c.Keys[0]), c.Hint}, weight})
	}
	return list
}

// placed are the hints with their columns, those that fit.
func (w *Workspace) placed(width int) []placedHint {
	var list []placedHint
	x := 1
	for _, h := range w.hints() {
		size := grid.Width(h.key) + 1 + grid.Width(h.text)
		if x+size > width {
			continue
		}
		list = append(list, placedHint{h, x, size})
		x += size + 3
	}
	return list
}

type placedHint struct {
	hint
	x, w int
}

func (w *Workspace) drawHints(v grid.View) {
	for _, h := range w.placed(v.W()) {
		style := theme.Key
		if w.readOnly != nil && slices.Contains(writing, h.text) {
			style = theme.Faint
		}
		x := v.Text(h.x, 0, style, h.key)
		v.Text(x+1, 0, theme.Faint, h.text)
	}
}

// saidPart is of how many parts of the screen what was said may take one.
const saidPart = 3

// drawSaid draws what was said last in place of the hints. What went wrong is
// said whole, with its cure, in as many lines as it takes.
func (w *Workspace) drawSaid(v grid.View) {
	style, lines := theme.Plain, []string{w.said.now.text}
	if w.said.now.bad {
		style = theme.Bad
		lines = grid.Wrap(badMark+w.said.now.text, w.screen.Hints.W-2)
		if most := max(1, w.screen.H/saidPart); len(lines) > most {
			lines = append(lines[:most-1:most-1], strings.Join(lines[most-1:], " "))
		}
	}
	at := w.screen.Hints
	at.Y, at.H = at.Y+at.H-len(lines), len(lines)
	v = v.Sub(at)
	v.Fill(theme.Plain)
	for y, line := range lines {
		v.Text(1, y, style, grid.Cut(line, v.W()-2))
	}
}
