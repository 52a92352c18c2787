package ui

import (
	"astute/model"
	"astute/store"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/picker"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// lookUp finds anybody and anything in the whole book while one types. One query
// runs at a time; what was typed meanwhile is asked next, and an answer to
// anything but what stands there now is dropped.
type lookUp struct {
	plain
	list    *picker.Picker
	box     layout.Rect
	found   map[string]store.Found
	asked   string // the query under way, or answered last
	running bool
	entered string // enter or tab was pressed before the answer was there
	problem string
}

func newLookUp() *lookUp { return &lookUp{list: picker.Found(), found: map[string]store.Found{}} }

func (*lookUp) typing() bool { return true }

func (l *lookUp) hints() []hint {
	return []hint{{"enter", "brief"}, {"tab", "go there"}, {"↑↓", "move"}, {"esc", "back"}}
}

func (l *lookUp) resize(w *Workspace) { l.box = overBox(w, 96, mostFound+4) }

// mostFound is how many hits are shown.
const mostFound = 20

func (l *lookUp) key(w *Workspace, key string) tea.Cmd {
	switch key {
	case "esc":
		w.drop(l)
		return nil
	case "enter", "tab":
		if l.fresh() && l.problem == "" {
			return l.take(w, key)
		}
		l.entered = key
		return l.ask(w)
	}
	before := l.list.Input.Text()
	l.list.Key(key)
	if l.list.Input.Text() == before {
		return nil
	}
	l.entered = ""
	return l.ask(w)
}

func (l *lookUp) paste(w *Workspace, text string) tea.Cmd {
	l.list.Paste(text)
	return l.ask(w)
}

// fresh reports whether what is listed answers what is typed.
func (l *lookUp) fresh() bool { return !l.running && l.asked == l.list.Input.Text() }

// ask asks the file, unless a query is under way.
func (l *lookUp) ask(w *Workspace) tea.Cmd {
	text := l.list.Input.Text()
	if l.running || text == l.asked {
		return nil
	}
	l.asked = text
	if text == "" {
		l.list.SetItems(nil)
		l.resize(w)
		return nil
	}
	l.running = true
	s, open, limit := w.o.Store, w.account, mostFound
	return func() tea.Msg {
		hits, err := s.Find(store.FindQuery{Text: text, Open: open, Limit: limit})
		return answer{l, text, hits, err}
	}
}

// answer is what was found for a query.
type answer struct {
	to   *lookUp
	text string
	hits []store.Found
	err  error
}

func (m answer) arrive(w *Workspace) tea.Cmd {
	l := m.to
	l.running = false
	if !w.isOpen(l) {
		return nil
	}
	if m.text != l.list.Input.Text() {
		return l.ask(w)
	}
	l.problem = ""
	if m.err != nil {
		w.sayError(m.err)
		l.problem, l.asked, l.entered = "enter looks again", "", ""
	}
	l.show(m.hits)
	l.resize(w)
	if key := l.entered; key != "" {
		l.entered = ""
		return l.take(w, key)
	}
	return nil
}

// show lists what was found.
func (l *lookUp) show(hits []store.Found) {
	var items []picker.Item
	l.found = map[string]store.Found{}
	for _, h := range hits {
		id := h.ID.String()
		l.found[id] = h
		note := h.AccountName
		if h.Kind == model.KindAccount {
			note = ""
		}
		if h.Kind != model.KindContact {
			note = joined(note, h.Kind.String())
		}
		items = append(items, picker.Item{Value: id, Text: h.Name, Detail: h.Title, Note: note})
	}
	l.list.SetItems(items)
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

// take opens what is under the cursor: with enter its brief, over whatever is
// there, with tab its place in a pane, for which its account is opened.
func (l *lookUp) take(w *Workspace, key string) tea.Cmd {
	it, ok := l.list.Current()
	if !ok {
		return nil
	}
	hit := l.found[it.Value]
	account := hit.Account
	if hit.Kind == model.KindAccount {
		account = hit.ID
	}
	if hit.Kind.Scope() == model.ScopeShared {
		account = w.account
	}
	w.drop(l)
	if key == "enter" {
		return w.briefFrom(account, hit.ID)
	}
	for _, o := range w.overlays {
		if o.unsaved() {
			w.say("something typed is not saved on the page below: esc leaves it first, enter opens the brief over it", false)
			return nil
		}
	}
	w.overlays = nil // the place is below the pages
	if account == w.account {
		w.seek(hit.ID)
		return nil
	}
	return w.open(account, func(w *Workspace) tea.Cmd { w.seek(hit.ID); return nil })
}

func (l *lookUp) click(w *Workspace, x, y int) tea.Cmd {
	if !l.box.Has(x, y) {
		w.drop(l)
		return nil
	}
	if l.list.Click(y-l.box.Y-1) && l.fresh() {
		return l.take(w, "enter")
	}
	return nil
}

func (l *lookUp) wheel(_ *Workspace, rows int) { l.list.Move(rows) }

func (l *lookUp) draw(w *Workspace, v grid.View) {
	f := listFrame("Find", l.list, l.box, w.theme.Glyphs)
	if l.list.Input.Text() == "" {
		f.Note = ""
	}
	in := f.Draw(v.Sub(l.box))
	l.list.Draw(in)
	switch {
	case l.problem != "":
		in.Text(2, 2, theme.Bad, grid.Cut("! "+l.problem, in.W()-3))
	case l.list.Input.Text() == "":
		in.Text(2, 2, theme.Faint, grid.Cut("part of a name, a title, an account: in any order, without accents, a typo is fine", in.W()-3))
	case l.list.Len() == 0 && l.fresh():
		in.Text(2, 2, theme.Faint, grid.Cut("nothing is called that", in.W()-3))
	}
}
