package ui

import (
	"slices"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// board is a page over the panes: text with a cursor, and a table of commands of
// its own, from which its hints and its help are made. Overlays embed it.
type board struct {
	plain
	sheet    pane.Sheet
	title    string
	note     string // at the top right of the frame
	foot     string // at its bottom
	self     overlay
	account  model.ID // that it is about
	commands func(w *Workspace) []pane.Command
	moves    pane.Movable // what the cursor goes through, nil for the page
	legend   []helpPart   // what its marks mean
	box      layout.Rect
}

// over makes the board the page of an overlay that embeds it.
func (b *board) over(w *Workspace, self overlay) {
	b.self, b.account = self, w.account
	b.sheet.Show(w.data())
}

// all are the overlay's commands, and those of every board.
func (b *board) all(w *Workspace) []pane.Command {
	own := func(f func()) func() pane.Request { return func() pane.Request { return pane.Own{Do: f} } }
	scroll := func(name, key string, by int) pane.Command {
		return pane.Command{Name: name, Keys: []string{key}, Help: "the cursor stays where it is",
			Do: func() pane.Request { b.sheet.Wheel(by); return nil }}
	}
	moves := b.moves
	if moves == nil {
		moves = &b.sheet
	}
	list := append(b.commands(w), pane.Moves(moves)...)
	return append(list,
		scroll("scroll down", "J", wheelRows), scroll("scroll up", "K", -wheelRows),
		pane.Command{Name: "undo", Keys: []string{"u"}, Help: "takes back what was written last", Do: own(func() { w.outside = w.undo() })},
		pane.Command{Name: "redo", Keys: []string{"U"}, Help: "repeats what was taken back last", Do: own(func() { w.outside = w.redo() })},
		pane.Command{Name: "back", Keys: []string{"esc", "q"}, Hint: "back", Help: "closes the page; nothing is lost", Do: own(func() { w.drop(b.self) })},
		pane.Command{Name: "keys", Keys: []string{"?"}, Hint: "keys", Help: "these keys", Do: own(func() { w.push(b.help()) })},
	)
}

func (b *board) help() *help {
	return newKeys(func(w *Workspace) []helpPart {
		return append([]helpPart{commandPart("In "+b.title, b.all(w))}, b.legend...)
	})
}

func (b *board) key(w *Workspace, key string) tea.Cmd {
	c, ok := pane.Find(b.all(w), key)
	if !ok {
		c, ok = pane.Find(w.anywhere(), key)
	}
	if !ok {
		w.say("nothing is on "+keyName(key)+" here: ? shows the keys", false)
		return nil
	}
	return w.run(c)
}

// hints begin with what the page is for; back comes before what there may be no
// room for.
func (b *board) hints() []hint { return boardHints(b.commands(nil)) }

// surely is how many hints of a page come before the one that leads back.
const surely = 3

func boardHints(commands []pane.Command) []hint {
	var list []hint
	for _, c := range commands {
		if c.Hint != "" {
			list = append(list, hint{keyName(c.Keys[0]), c.Hint})
		}
	}
	n := min(surely, len(list))
	return slices.Insert(list, n, hint{"esc", "back"}, hint{"?", "keys"})
}

func (b *board) resize(w *Workspace) {
	b.box = layout.Rect{Y: 1, W: w.screen.W, H: w.screen.H - 2}
	b.sheet.Resize(b.box.Inset(1))
}

// meanwhile shows what was written since. The page of an account that is not open
// any more, since making it was taken back, goes with it.
func (b *board) meanwhile(w *Workspace) {
	switch {
	case w.account != b.account:
		w.drop(b.self)
	case w.plan != nil:
		b.sheet.Show(w.data())
	}
}

// stays reports that what is written from the page leaves the panes below where
// they are.
func (*board) stays() {}

func (b *board) click(w *Workspace, x, y int) tea.Cmd {
	if !b.box.Has(x, y) {
		w.drop(b.self)
		return nil
	}
	b.sheet.Click(x-b.box.X-1, y-b.box.Y-1)
	return nil
}

func (b *board) wheel(_ *Workspace, rows int) { b.sheet.Wheel(rows) }

func (b *board) draw(w *Workspace, v grid.View) { b.drawOn(b.frame(w).Draw(v.Sub(b.box))) }

func (b *board) frame(w *Workspace) grid.Frame {
	above, total := b.sheet.Scrolled()
	foot := b.foot
	if total > 0 && len(b.sheet.Page().Stops) == 0 {
		foot = "J K scroll" // no cursor does
	}
	return grid.Frame{Title: b.title, Note: b.note, Foot: foot, Focus: true, Glyphs: w.theme.Glyphs, Above: above, Total: total}
}

func (b *board) drawOn(v grid.View) { b.sheet.Draw(v, true) }

// writer sets text into a page, line by line.
type writer struct {
	page pane.Page
	w    int // columns there are
	line int
}

// newWriter returns one for so many columns of room; longer lines than of a text
// to read are hard to read here too.
func newWriter(room int) writer { return writer{w: max(1, min(room-1, 110))} }

// text writes a text from a column on in as many lines as it takes; what it
// begins with may stand before it already.
func (t *writer) text(x int, style theme.Style, text string, of pane.Target) {
	for _, line := range grid.Wrap(text, max(12, t.w-x)) {
		t.page.Put(t.line, x, style, line, of)
		t.line++
	}
}

// skip leaves a line blank, unless the page begins there.
func (t *writer) skip() {
	if t.line > 0 {
		t.line++
	}
}
