package ui

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"astute/model"
	"astute/store"
	"astute/ui/form"
	"astute/ui/picker"
	"astute/ui/state"

	tea "github.com/charmbracelet/bubbletea"
)

// stillEnding is for how many ticks after the start it is looked whether a
// session that still ran then has ended: who closes a window and opens the next
// one is faster than the program that was in the first.
const stillEnding = 40

// offerDrafts offers what was typed in sessions that ended without saving it.
func (w *Workspace) offerDrafts() {
	m := &w.memory.drafts
	m.left = w.leftBehind()
	others := w.o.State.LeftBehind(w.o.Store.Path(), func(s state.Session) bool { return s == w.o.Session })
	if m.ending = 0; len(others) > len(m.left) {
		m.ending = stillEnding
	}
	if len(m.left) > 0 {
		w.push(newDrafts(w))
	}
}

// leftBehind returns the drafts of sessions that are over.
func (w *Workspace) leftBehind() []state.Draft {
	return w.o.State.LeftBehind(w.o.Store.Path(), func(s state.Session) bool { return s == w.o.Session || state.Alive(s) })
}

// offerLate offers what sessions left behind that had not ended at the start.
func (w *Workspace) offerLate() {
	m := &w.memory.drafts
	if m.ending == 0 || len(w.overlays) > 0 || w.waiting || w.plan == nil {
		return
	}
	m.ending--
	if list := w.leftBehind(); len(list) > 0 {
		m.left, m.ending = list, 0
		w.push(newDrafts(w))
	}
}

// offerNext offers what is left of the drafts when the one that was opened is
// dealt with.
func (w *Workspace) offerNext() {
	m := &w.memory.drafts
	if len(m.left) > 0 && len(w.overlays) == 0 && !w.waiting && w.plan != nil {
		w.push(newDrafts(w))
	}
}

// listDrafts lists what was put aside, and what other sessions left behind.
func (w *Workspace) listDrafts() tea.Cmd {
	w.memory.drafts.left = w.leftBehind()
	if len(w.memory.drafts.left)+len(w.memory.drafts.kept) == 0 {
		w.say("nothing typed is left unsaved", false)
		return nil
	}
	w.push(newDrafts(w))
	return nil
}

// draftList is the list of drafts: esc leaves all of them for later.
type draftList struct {
	*chooser
}

func (draftList) hints() []hint {
	return []hint{{"enter", "go on with it"}, {"↑↓", "move"}, {"esc", "later"}}
}

func (d draftList) key(w *Workspace, key string) tea.Cmd {
	if key == "esc" {
		w.memory.drafts.left = nil // until the next start, or until somebody asks
		w.drop(d)
		return nil
	}
	if key == "enter" {
		if it, ok := d.list.Current(); ok {
			w.drop(d)
			return d.choose(w, it)
		}
		return nil
	}
	return d.chooser.key(w, key)
}

func (d draftList) click(w *Workspace, x, y int) tea.Cmd {
	if d.box.Has(x, y) && d.list.Click(y-d.box.Y-1) {
		return d.key(w, "enter")
	}
	return nil
}

// newDrafts lists the drafts that can be opened again, the newest first.
func newDrafts(w *Workspace) overlay {
	list := slices.Concat(slices.Collect(maps.Values(w.memory.drafts.kept)), w.memory.drafts.left)
	slices.SortStableFunc(list, func(a, b state.Draft) int { return b.At.Compare(a.At) })
	var items []picker.Item
	for i, d := range list {
		// Two sessions can have left a draft of one record: the place tells them apart.
		items = append(items, picker.Item{
			Value: strconv.Itoa(i), Text: draftTitle(d), Detail: firstTyped(d), Note: d.At.Local().Format("2 Jan 15:04"),
		})
	}
	all := "throw all of it away"
	if len(list) == 1 {
		all = "throw it away"
	}
	items = append(items, picker.Item{Value: "", Text: all})
	c := &chooser{title: "Typed and never saved", list: picker.Typed(items, fold), empty: "nothing like that was typed"}
	c.list.Whole = true
	c.choose = func(w *Workspace, it picker.Item) tea.Cmd {
		i, err := strconv.Atoi(it.Value)
		if err == nil {
			return w.takeUp(list[i])
		}
		w.ask("Throw it away?", []string{"What was typed and never saved would be lost:", draftTitles(list)}, "throw away", "keep for later",
			func(w *Workspace) tea.Cmd { w.memory.drafts.kept = nil; return w.discard(list) })
		w.memory.drafts.left = nil
		return nil
	}
	return draftList{c}
}

// draftTitles names a few of the drafts.
func draftTitles(list []state.Draft) string {
	text := ""
	for i, d := range list {
		if i == 3 {
			return text + fmt.Sprintf(" and %d more", len(list)-i)
		}
		if i > 0 {
			text += ", "
		}
		text += draftTitle(d)
	}
	return text
}

// draftTitle names the record of a draft, by what was typed where it has no name
// yet.
func draftTitle(d state.Draft) string {
	title := d.Title
	if kind, err := model.ParseKind(d.Kind); err == nil && title == "" {
		for _, f := range kind.Spec().New().Fields() {
			if f.Needed && f.Type() == model.TypeText && title == "" {
				title = d.Fields[f.Num]
			}
		}
	}
	return d.Kind + " " + title
}

// firstTyped is a little of what a draft holds, to know it again.
func firstTyped(d state.Draft) string {
	kind, err := model.ParseKind(d.Kind)
	if err != nil {
		return ""
	}
	for _, f := range kind.Spec().New().Fields() {
		if text := d.Fields[f.Num]; text != "" && f.Type() == model.TypeText && d.Kind+" "+text != draftTitle(d) {
			return f.Label + ": " + text
		}
	}
	return ""
}

// discard throws drafts away.
func (w *Workspace) discard(list []state.Draft) tea.Cmd {
	dir := w.o.State
	return func() tea.Msg {
		for _, d := range list {
			// That one cannot be taken away is no harm: it is offered again.
			_ = dir.Discard(d)
		}
		return nil
	}
}

// takeUp opens the form of a draft with everything typed again, in its account.
func (w *Workspace) takeUp(d state.Draft) tea.Cmd {
	kind, errKind := model.ParseKind(d.Kind)
	id, errID := model.ParseID(d.ID)
	if errKind != nil || errID != nil {
		w.say("that draft cannot be read any more: a newer program wrote it", true)
		return nil
	}
	account, _ := model.ParseID(d.Account) // none for shared kinds
	about := account
	if kind == model.KindAccount {
		about = id
	}
	gone, err := w.noAccount(about)
	if err != nil {
		w.sayFailed(err) // the draft stays
		return nil
	}
	open := func(w *Workspace) tea.Cmd {
		if d.Page == roomPage {
			return w.resumeRoom(d)
		}
		w.push(w.draftForm(d, kind, id, account))
		return w.takenUp(d)
	}
	switch {
	case account.IsZero() || account == w.account || kind == model.KindAccount:
		return open(w)
	case gone:
		w.memory.drafts.left = nil
		w.say("the account of "+d.Kind+" "+d.Title+" is no longer there: the draft stays until u, or somebody, brings it back", true)
		return nil
	}
	return w.open(account, open)
}

// takenUp takes a draft that is open again out of those that are offered.
func (w *Workspace) takenUp(d state.Draft) tea.Cmd {
	m := &w.memory.drafts
	delete(m.kept, d.ID)
	m.left = slices.DeleteFunc(m.left, func(other state.Draft) bool { return other.SameFile(d) })
	return w.handOver(d)
}

// handOver keeps what is open before the file of a session that is over goes.
func (w *Workspace) handOver(d state.Draft) tea.Cmd {
	keep, discard := w.keepDrafts(), w.discard([]state.Draft{d})
	return func() tea.Msg {
		if keep == nil {
			return discard()
		}
		kept := keep()
		if m, ok := kept.(draftsKept); ok && m.err == nil {
			discard()
		}
		return kept
	}
}

// noAccount reports whether an account other than the one that is open is in the
// book no more. The error says why that cannot be told.
func (w *Workspace) noAccount(account model.ID) (bool, error) {
	if account.IsZero() || account == w.account {
		return false, nil
	}
	_, err := w.o.Store.Get(account)
	if errors.Is(err, store.ErrNotFound) {
		return true, nil
	}
	return false, err
}

// draftForm is the form of a draft as it was, told what happened to its record
// since.
func (w *Workspace) draftForm(d state.Draft, kind model.Kind, id, account model.ID) *formOver {
	now := w.plan.Get(id)
	if now == nil && kind == model.KindAccount {
		now, _ = w.o.Store.Get(id) // another account's than the one that is open
	}
	was := model.New(kind, id)
	if kind != model.KindAccount {
		was.Base().Account = account
	}
	if now != nil {
		was = model.Clone(now)
	}
	var f *form.Form
	if d.New && now == nil {
		f, _ = form.NewRecord(was, nil, w.context()) // nothing given: nothing to refuse
	} else {
		if d.Base != nil {
			w.rebuild(was, d.Base)
		}
		f = form.New(was, w.context())
	}
	f.Restore(d.Fields)
	f.Meanwhile(now)
	return w.formOver(f)
}

// rebuild gives a record the values of a draft's base. Links to what is gone are
// left out.
func (w *Workspace) rebuild(r model.Record, base map[int]string) {
	for _, f := range r.Fields() {
		if f.Fixed || f.Hidden || f.Num == model.NumAccount {
			continue
		}
		if f.Parse(base[f.Num]) != nil {
			continue // a newer program's: the value of now stays
		}
		for _, id := range f.Links() {
			if w.plan.Get(id) == nil {
				model.ClearLink(f, id)
			}
		}
	}
}
