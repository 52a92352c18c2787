package ui

import (
	"strings"

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
	limit   int    // how many hits are wanted
	of      int    // how many were wanted of those listed
	near    bool   // none of those listed is spelt as it was typed
	entered string // enter or tab was pressed before the answer was there
	problem string
}

func newLookUp() *lookUp {
	return &lookUp{list: picker.Found(), found: map[string]store.Found{}, limit: mostFound}
}

func (*lookUp) typing() bool { return true }

func (l *lookUp) hints() []hint {
	return []hint{{"enter", "brief"}, {"tab", "go there"}, {"↑↓", "move"}, {"esc", "back"}}
}

func (l *lookUp) resize(w *Workspace) { l.box = overBox(w, 96, mostFound+4) }

// mostFound is how many hits are shown at first; each time the cursor comes to the
// last of them, as many again are looked up, until there are mostListed.
const (
	mostFound  = 20
	mostListed = 2560
)

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
		return l.more(w)
	}
	l.entered = ""
	return l.ask(w)
}

// cut reports whether there may be more than is listed.
func (l *lookUp) cut() bool { return l.list.Len() > 0 && l.list.Len() == l.of }

// more looks up more of the same when the cursor is on the last one.
func (l *lookUp) more(w *Workspace) tea.Cmd {
	if !l.fresh() || !l.cut() || !l.list.AtEnd() || l.limit >= mostListed {
		return nil
	}
	l.limit *= 2
	return l.find(w)
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
	l.asked, l.limit = text, mostFound
	if text == "" {
		l.of = 0
		l.list.SetItems(nil)
		l.resize(w)
		return nil
	}
	return l.find(w)
}

// find looks up what is asked for, as many as are wanted.
func (l *lookUp) find(w *Workspace) tea.Cmd {
	l.running = true
	s, open, text, limit := w.o.Store, w.account, l.asked, l.limit
	return func() tea.Msg {
		hits, err := s.Find(store.FindQuery{Text: text, Open: open, Limit: limit})
		return answer{l, text, limit, hits, err}
	}
}

// answer is what was found for a query.
type answer struct {
	to    *lookUp
	text  string
	limit int
	hits  []store.Found
	err   error
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
	l.show(m)
	l.resize(w)
	if key := l.entered; key != "" {
		l.entered = ""
		return l.take(w, key)
	}
	return nil
}

// show lists what was found; more of the same stands below what is there.
func (l *lookUp) show(m answer) {
	var items []picker.Item
	l.found, l.of, l.near = map[string]store.Found{}, m.limit, len(m.hits) > 0
	for _, h := range m.hits {
		l.near = l.near && h.Near
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
	if m.limit > mostFound {
		l.list.Extend(items)
	} else {
		l.list.SetItems(items)
	}
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
	} else if l.cut() {
		f.Note += "+"
		f.Foot = strings.Replace(f.Foot, " more", "+ more", 1)
	}
	if l.near && l.list.Len() > 0 {
		f.Note += ", spelt nearly so"
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
