package ui

import (
	"errors"
	"maps"
	"reflect"

	"astute/model"
	"astute/model/exchange"
	"astute/ui/pane"
	"astute/ui/state"

	tea "github.com/charmbracelet/bubbletea"
)

// memory is what outlives what is on the screen: where the workspace stands and
// what is being typed, both kept between sessions, and how forms are folded.
type memory struct {
	place   state.Place // as kept last
	unseen  unseen      // where the panes stood that were not on the screen yet
	looks   looks       // of the tables
	waited  int         // ticks since the place changed
	drafts  drafts
	columns map[string]exchange.Mapping // what was said of columns in imports that were left, by [exchange.Key]
	folds   map[model.Kind]bool         // whether the forms of a kind show all fields
}

// placeAfter is how many ticks a place must wait before it is kept, so that
// moving about does not write with every key.
const placeAfter = 2

// placeNow is where the workspace stands.
func (w *Workspace) placeNow() state.Place {
	p := state.Place{
		Account: w.account.String(), Pane: w.focus, Zoom: w.zoom, Columns: w.split.Columns, Rows: w.split.Rows,
		Filters: map[string]string{}, Cursors: map[string]string{},
	}
	for _, pn := range w.panes {
		if text := pn.Filtered(); text != "" {
			p.Filters[pn.Title()] = text
		}
		if id, waits := w.memory.unseen.cursors[pn.Title()]; waits && w.memory.unseen.account == w.account {
			p.Cursors[pn.Title()] = id
			continue
		}
		if !w.memory.unseen.met[pn.Title()] {
			continue
		}
		if r := pn.Current(); r != nil {
			p.Cursors[pn.Title()] = r.Base().ID.String()
		}
	}
	return p
}

// stand puts everything where it stood, as far as that is still there.
func (w *Workspace) stand(p state.Place) {
	if p.Account != w.account.String() {
		return
	}
	w.zoom = p.Zoom
	w.split.Columns, w.split.Rows = p.Columns, p.Rows
	if p.Pane >= 0 && p.Pane < len(w.panes) {
		w.focus = p.Pane
	}
	for _, pn := range w.panes {
		if text := p.Filters[pn.Title()]; text != "" {
			if match, err := w.filter(text, pn.Kinds()); err == nil {
				pn.Filter(text, match)
			}
		}
	}
	w.memory.unseen = unseen{account: w.account, cursors: maps.Clone(p.Cursors)}
	w.arrange()
}

// unseen is where the panes of an account stood that were not on the screen yet.
// A pane is asked nothing before it is seen: it would have to lay out what nobody
// looks at, and the first frame would wait for it.
type unseen struct {
	account model.ID
	cursors map[string]string // by the pane's title
	met     map[string]bool   // panes that were on the screen, whatever the account
}

// meet is called for a pane that is on the screen: its cursor goes where it
// stood, unless it was put elsewhere meanwhile.
func (u *unseen) meet(p pane.Pane, account model.ID) {
	title := p.Title()
	if u.met == nil {
		u.met = map[string]bool{}
	}
	u.met[title] = true
	text, waits := u.cursors[title]
	if !waits {
		return
	}
	delete(u.cursors, title)
	if id, err := model.ParseID(text); err == nil && account == u.account {
		p.Seek(id)
	}
}

// Leave keeps where the workspace stands and how its tables look. It is called
// when it was left.
func (w *Workspace) Leave() error {
	err := w.o.State.KeepTables(w.newLooks())
	if w.account.IsZero() || w.broken != nil {
		return err
	}
	return errors.Join(err, w.o.State.Keep(w.o.Store.Path(), w.placeNow()))
}

// keepPlace keeps where the workspace stands, some time after it changed.
func (w *Workspace) keepPlace() tea.Cmd {
	if w.o.State == "" || w.account.IsZero() || w.broken != nil {
		return nil
	}
	now := w.placeNow()
	if reflect.DeepEqual(now, w.memory.place) {
		w.memory.waited = 0
		return nil
	}
	if w.memory.waited++; w.memory.waited < placeAfter {
		return nil
	}
	w.memory.place, w.memory.waited = now, 0
	dir, book := w.o.State, w.o.Store.Path()
	return func() tea.Msg { return placeKept{dir.Keep(book, now)} }
}

// placeKept is the answer to keeping a place; a failure loses comfort only.
type placeKept struct{ err error }

func (placeKept) arrive(*Workspace) tea.Cmd { return nil }
