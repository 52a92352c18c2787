package ui

import (
	"errors"
	"fmt"

	"astute/model"
	"astute/store"

	tea "github.com/charmbracelet/bubbletea"
)

// snapshot is the file as it was read at one moment: a plan, and what is said of
// all accounts.
type snapshot struct {
	account  model.ID
	plan     *model.Plan
	version  uint64
	accounts []store.AccountSummary
	currency model.Currency
	err      error
}

// read reads the file for an account. accounts are the accounts as they are
// known to be, nil to read them too: with a thousand of them that takes longer
// than the plan. It runs outside of Update.
func read(s Store, account model.ID, accounts []store.AccountSummary, today model.Date, me string) snapshot {
	snap := snapshot{account: account, accounts: accounts}
	if accounts == nil {
		if snap.accounts, snap.err = s.Accounts(); snap.err != nil {
			return snap
		}
	}
	if snap.plan, snap.version, snap.err = s.Plan(account); snap.err != nil {
		return snap
	}
	in, err := s.Input(account, today, me)
	snap.currency, snap.err = in.Currency, err
	return snap
}

// reader returns a function that reads the file for an account, with everything
// it needs closed over; accounts as for read.
func (w *Workspace) reader(account model.ID, accounts []store.AccountSummary) func() snapshot {
	s, today, me := w.o.Store, w.today, w.o.Me
	return func() snapshot { return read(s, account, accounts, today, me) }
}

// take shows what was read. It reports false when it was not taken because it
// could not be read, or belongs to another account by now.
func (w *Workspace) take(snap snapshot) bool {
	if snap.err != nil {
		w.broken = snap.err
		w.say(snap.err.Error(), true)
		return false
	}
	w.broken = nil
	w.account, w.plan, w.version = snap.account, snap.plan, snap.version
	w.accounts, w.currency = snap.accounts, snap.currency
	w.show()
	for _, o := range w.overlays {
		if f, ok := o.(interface{ meanwhile(*Workspace) }); ok {
			f.meanwhile(w)
		}
	}
	return true
}

// start reads the first plan: of the account asked for, else of the one that was
// open when the workspace was left, else of the one edited last. It runs before the screen is there.
func (w *Workspace) start() {
	account := w.o.Account
	place := w.o.State.Place(w.o.Store.Path())
	accounts, err := w.o.Store.Accounts()
	if err != nil {
		w.broken = err
		w.say(err.Error(), true)
		return
	}
	for _, a := range accounts {
		if account.IsZero() && a.ID.String() == place.Account {
			account = a.ID
		}
	}
	if account.IsZero() && len(accounts) > 0 {
		account = lastEdited(w.o.Store, accounts)
	}
	if w.take(w.reader(account, accounts)()) {
		w.stand(place)
		w.memory.place = w.placeNow()
	}
	if len(accounts) == 0 && account.IsZero() {
		w.push(newWelcome())
	}
	w.offerDrafts()
}

// smallEdit is how many records an edit may have touched to be looked into: an
// import can have touched all there are, and the first frame does not wait.
const smallEdit = 500

// lastEdited returns the account that the newest edit was about, the first of
// the list when nothing says.
func lastEdited(s Store, accounts []store.AccountSummary) model.ID {
	known := map[model.ID]bool{}
	for _, a := range accounts {
		known[a.ID] = true
	}
	newest, err := s.Log(store.LogQuery{Limit: 1})
	if err != nil || len(newest) == 0 || newest[0].Made+newest[0].Changed+newest[0].Gone > smallEdit {
		return accounts[0].ID
	}
	entries, err := s.Log(store.LogQuery{Limit: 1, Fields: true})
	if err != nil || len(entries) == 0 {
		return accounts[0].ID
	}
	for _, d := range entries[0].Deltas {
		if known[d.ID] {
			return d.ID
		}
		if r, err := s.Get(d.ID); err == nil && known[r.Base().Account] {
			return r.Base().Account
		}
	}
	return accounts[0].ID
}

// await runs something with the file outside of Update and holds keys until its
// answer has arrived.
func (w *Workspace) await(run func() tea.Msg) tea.Cmd {
	w.waiting = true
	return run
}

// loaded is the answer to opening an account.
type loaded struct {
	snap snapshot
	then func(w *Workspace) tea.Cmd // what the account was opened for, nil for nothing
}

// open reads an account and shows it.
func (w *Workspace) open(account model.ID, then func(w *Workspace) tea.Cmd) tea.Cmd {
	read := w.reader(account, w.accounts)
	return w.await(func() tea.Msg { return loaded{read(), then} })
}

func (m loaded) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	if !w.take(m.snap) || m.then == nil {
		return nil
	}
	return m.then(w)
}

// saved is the answer to writing an edit.
type saved struct {
	said string
	from overlay // which asked for it, nil for a pane
	err  error
	snap snapshot
	id   model.ID // a record that was made, to put the cursor on
}

// write writes an edit and reads what came of it.
func (w *Workspace) write(e model.Edit, said string, from overlay) tea.Cmd {
	s, at, account := w.o.Store, w.o.Now(), w.account
	made, accounts := model.ID{}, w.accounts
	for _, c := range e.Changes {
		if c.Record().Kind() == model.KindAccount {
			accounts = nil // their names may be others now
		}
		if c.Before == nil && made.IsZero() {
			made = c.After.Base().ID
			if c.After.Kind() == model.KindAccount {
				account = made
			}
		}
	}
	read := w.reader(account, accounts)
	return w.await(func() tea.Msg {
		if _, err := s.Apply(e, at); err != nil {
			return saved{from: from, err: err}
		}
		return saved{said: said, from: from, snap: read(), id: made}
	})
}

func (m saved) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	f, asked := m.from.(interface {
		failed(w *Workspace, err error) tea.Cmd
	})
	if m.err != nil {
		w.sayError(m.err)
		if asked && w.isOpen(m.from) {
			return f.failed(w, m.err)
		}
		if errors.Is(m.err, model.ErrConflict) {
			return w.open(w.account, nil)
		}
		return nil
	}
	if m.from != nil {
		w.drop(m.from)
	}
	if w.take(m.snap) {
		w.say(m.said, false)
		if !m.id.IsZero() {
			w.seek(m.id)
		}
	}
	return nil
}

// undone is the answer to undo and redo.
type undone struct {
	word    string
	entries []store.Entry
	err     error
	snap    snapshot
}

// undo takes the newest edit back, or with again repeats the last one taken back.
func (w *Workspace) undo(again bool) tea.Cmd {
	s, at := w.o.Store, w.o.Now()
	step, word := s.Undo, "undone"
	if again {
		step, word = s.Redo, "redone"
	}
	read := w.reader(w.account, nil)
	return w.await(func() tea.Msg {
		entries, err := step(1, at)
		if err != nil {
			return undone{err: err}
		}
		return undone{word: word, entries: entries, snap: read()}
	})
}

func (m undone) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	if errors.Is(m.err, store.ErrNothing) {
		w.say(m.err.Error(), false)
		return nil
	}
	if m.err != nil {
		w.sayError(m.err)
		return nil
	}
	text := m.word
	for _, e := range m.entries {
		text += ": " + e.Label
		if e.By != "" && fold(e.By) != fold(w.o.Me) {
			text += fmt.Sprintf(" (by %s)", e.By)
		}
	}
	if errors.Is(m.snap.err, store.ErrNotFound) && len(w.accounts) > 0 {
		// The account itself was undone: show another.
		return w.reopen(text)
	}
	if w.take(m.snap) {
		w.say(text, false)
	}
	return nil
}

// reopen opens whichever account there still is, saying something.
func (w *Workspace) reopen(text string) tea.Cmd {
	s, today, me := w.o.Store, w.today, w.o.Me
	return w.await(func() tea.Msg {
		accounts, err := s.Accounts()
		if err != nil {
			return loaded{snap: snapshot{err: err}}
		}
		account := model.ID{}
		if len(accounts) > 0 {
			account = accounts[0].ID
		}
		return loaded{read(s, account, accounts, today, me), func(w *Workspace) tea.Cmd {
			w.say(text, false)
			if len(w.accounts) == 0 {
				w.push(newWelcome())
			}
			return nil
		}}
	})
}

// removal is the answer to what removing a record would take with it.
type removal struct {
	record  model.Record
	changes []model.Change
	err     error
}

// remove works out what would go with a record, and asks.
func (w *Workspace) remove(r model.Record) tea.Cmd {
	s, id := w.o.Store, r.Base().ID
	return w.await(func() tea.Msg {
		changes, err := s.Removal(id)
		return removal{r, changes, err}
	})
}

func (m removal) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	if m.err != nil {
		w.sayError(m.err)
		return nil
	}
	word := m.record.Kind().String() + " " + model.Title(m.record, w.names)
	edit := model.Edit{Label: "remove " + word, Changes: m.changes}
	w.ask("Remove "+word+"?", removalLines(m.changes, w.names), "remove", "keep", func(w *Workspace) tea.Cmd {
		if m.record.Kind() == model.KindAccount {
			return w.removeAccount(edit, word)
		}
		return w.write(edit, "removed "+word+"  (u takes it back)", nil)
	})
	return nil
}

// removeAccount writes the removal of the account that is open, and opens
// another.
func (w *Workspace) removeAccount(e model.Edit, word string) tea.Cmd {
	s, at := w.o.Store, w.o.Now()
	return w.await(func() tea.Msg {
		_, err := s.Apply(e, at)
		return removed{"removed " + word + "  (u takes it back)", err}
	})
}

// removed is the answer to the removal of an account.
type removed struct {
	said string
	err  error
}

func (m removed) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	if m.err != nil {
		w.sayError(m.err)
		return nil
	}
	return w.reopen(m.said)
}

// removalLines says what a removal takes with it: what goes too, and what only
// lets go.
func removalLines(changes []model.Change, names model.Names) []string {
	gone, kept := map[model.Kind]int{}, 0
	var first []string
	for i, c := range changes {
		switch {
		case c.After != nil:
			kept++
		case i > 0:
			gone[c.Before.Kind()]++
			if len(first) < 4 {
				first = append(first, c.Before.Kind().String()+" "+model.Title(c.Before, names))
			}
		}
	}
	var lines []string
	for _, k := range model.Kinds() {
		if n := gone[k]; n == 1 {
			lines = append(lines, fmt.Sprintf("1 %s goes too", k))
		} else if n > 1 {
			lines = append(lines, fmt.Sprintf("%d %s go too", n, k.Plural()))
		}
	}
	for _, name := range first {
		lines = append(lines, "  "+name)
	}
	if kept > 0 {
		lines = append(lines, fmt.Sprintf("%d other records let go of it", kept))
	}
	if len(lines) == 0 {
		lines = []string{"Nothing else depends on it."}
	}
	return append(lines, "u takes it back.")
}
