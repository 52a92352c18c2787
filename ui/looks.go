package ui

import (
	"maps"
	"slices"

	"astute/ui/pane"
	"astute/ui/state"

	tea "github.com/charmbracelet/bubbletea"
)

// table is a pane whose look people choose: its columns, their order, the card
// beside it.
type table interface {
	pane.Pane
	Look() pane.Look
	Recall(l pane.Look)
	ColumnChoices() []pane.ColumnChoice
	StandardColumns() []pane.ColumnChoice
	ChooseColumns(keys []string)
}

// looks are how the tables look, by the word of their kind: read at the start
// and kept for the next one.
type looks struct {
	now  map[string]state.Table
	kept map[string]state.Table // as they are on disk
}

// recallLooks gives the tables the look that they had when astute was left.
func (w *Workspace) recallLooks() {
	w.memory.looks = looks{now: w.o.State.Tables(), kept: w.o.State.Tables()}
	for _, p := range w.panes {
		w.recallLook(p)
	}
}

func (w *Workspace) recallLook(p pane.Pane) {
	if t, ok := p.(table); ok {
		t.Recall(pane.Look(w.memory.looks.now[kindOf(t)]))
	}
}

func kindOf(t table) string { return t.Kinds()[0].String() }

// noteLook notes how a table looks now.
func (w *Workspace) noteLook(p pane.Pane) {
	if t, ok := p.(table); ok && w.memory.looks.now != nil {
		w.memory.looks.now[kindOf(t)] = state.Table(t.Look())
	}
}

// newLooks returns the looks that are not on disk yet. One that was never kept
// and says nothing is none.
func (w *Workspace) newLooks() map[string]state.Table {
	changed := map[string]state.Table{}
	for kind, now := range w.memory.looks.now {
		if !sameLook(now, w.memory.looks.kept[kind]) {
			changed[kind] = now
		}
	}
	return changed
}

func sameLook(a, b state.Table) bool {
	return slices.Equal(a.Columns, b.Columns) && a.Order == b.Order && a.Sort == b.Sort && a.Down == b.Down && a.Card == b.Card
}

// keepLooks keeps what was chosen about tables since the last time. Losing it
// loses comfort only.
func (w *Workspace) keepLooks() tea.Cmd {
	changed := w.newLooks()
	if w.o.State == "" || len(changed) == 0 {
		return nil
	}
	w.memory.looks.kept = maps.Clone(w.memory.looks.now)
	dir := w.o.State
	return func() tea.Msg { return placeKept{dir.KeepTables(changed)} }
}
