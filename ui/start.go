package ui

import (
	"errors"
	"fmt"
	"os"

	"astute/model"
	"astute/store"

	tea "github.com/charmbracelet/bubbletea"
)

// start reads the first plan: of the account asked for, else of the one that was
// open when the workspace was left, else of the one edited last. It runs before
// the screen is there, so it reads that one plan only: see surroundings.
func (w *Workspace) start() {
	w.recallLooks()
	place := w.o.State.Place(w.o.Store.Path())
	snap, ok := w.firstPlan(place.Account)
	if !ok {
		snap = w.firstOfAll()
	}
	w.began = snap.sight.Version
	if w.take(snap) {
		w.partial = ok
		w.show()
		w.stand(place)
		w.memory.place = w.placeNow()
		if w.account.IsZero() && !w.partial && len(w.accounts) == 0 {
			w.beginEmpty()
		}
	}
	w.offerDrafts()
}

// firstPlan reads the plan that can be opened without knowing all accounts. Of
// the accounts it says only the one.
func (w *Workspace) firstPlan(last string) (snapshot, bool) {
	account := w.o.Account
	if id, err := model.ParseID(last); account.IsZero() && err == nil {
		account = id
	}
	if account.IsZero() {
		account = lastEdited(w.o.Store)
	}
	if account.IsZero() || putAway(w.o.Store, account) {
		account = firstMade(w.o.Store)
	}
	if account.IsZero() {
		return snapshot{}, false
	}
	snap := w.reader(account, []store.AccountSummary{{ID: account}})()
	if errors.Is(snap.err, store.ErrNotFound) && w.o.Account.IsZero() {
		return snapshot{}, false
	}
	if snap.err == nil {
		snap.accounts[0].Name = snap.plan.Account.Name
	}
	return snap, true
}

// firstOfAll reads the plan of the first account by name, of none when there is
// none.
func (w *Workspace) firstOfAll() snapshot {
	accounts, err := w.o.Store.Accounts()
	if err != nil {
		return snapshot{err: err}
	}
	if accounts == nil {
		accounts = []store.AccountSummary{}
	}
	return w.reader(firstShown(accounts), accounts)()
}

// beginEmpty is what a book without accounts begins with: a new one with the
// question for a name, one that was emptied with empty panes.
func (w *Workspace) beginEmpty() {
	if w.sight.Version > 0 {
		w.say("there is no account here: A makes one, U repeats what was taken back", false)
		return
	}
	w.push(newWelcome())
	if info, err := os.Stat(w.o.Store.Path()); err == nil && info.Size() == 0 {
		w.say(fmt.Sprintf("%s is there but empty (0 bytes), so nothing is in it: if it should hold a book, quit and use astute restore", w.o.Store.Path()), true)
	}
}

// smallEdit is how many records an edit may have touched to be looked into: an
// import can have touched all there are, and the first frame does not wait.
const smallEdit = 500

// lastEdited returns the account that the newest edit was about, none when
// nothing says.
func lastEdited(s Store) model.ID {
	newest, err := s.Log(store.LogQuery{Limit: 1})
	if err != nil || len(newest) == 0 || touched(newest[0]) > smallEdit {
		return model.ID{}
	}
	entries, err := s.Log(store.LogQuery{Limit: 1, IDs: true})
	if err != nil || len(entries) == 0 {
		return model.ID{}
	}
	for _, d := range entries[0].Deltas {
		if d.Kind.Scope() == model.ScopeShared {
			continue // of no account
		}
		r, err := s.Get(d.ID)
		switch {
		case err != nil:
		case r.Kind() == model.KindAccount:
			return d.ID
		case !r.Base().Account.IsZero():
			return r.Base().Account
		}
	}
	return model.ID{}
}

// firstMade returns the oldest account, none when there is none: where the newest
// edit was an import of everything, one is as good as another.
func firstMade(s Store) model.ID {
	var first model.ID
	enough := errors.New("one is enough")
	err := s.Each(store.Scan{Kind: model.KindAccount}, func(r model.Record) error {
		if r.(*model.Account).Archived {
			return nil
		}
		first = r.Base().ID
		return enough
	})
	if err != nil && !errors.Is(err, enough) {
		return model.ID{} // reading all of them says what is wrong
	}
	return first
}

// surroundings is what the first frame does not wait for: all accounts, and
// whether a newer program laid the file out, so that it can be read only.
type surroundings struct {
	accounts []store.AccountSummary
	newer    bool
	risk     string // why the file's place is no safe one
	err      error
}

// lookAround reads what the first frame did not wait for.
func (w *Workspace) lookAround() tea.Cmd {
	if w.plan == nil {
		return nil
	}
	s := w.o.Store
	return func() tea.Msg {
		accounts, err := s.Accounts()
		m := surroundings{accounts: accounts, err: err}
		m.newer = err == nil && laidOutNewer(s)
		if f, ok := s.(interface{ Risk() string }); ok && err == nil {
			m.risk = f.Risk()
		}
		return m
	}
}

func (m surroundings) arrive(w *Workspace) tea.Cmd {
	if m.err != nil {
		return nil // the next look at the file says it
	}
	if w.partial {
		w.partial, w.accounts = false, m.accounts
	}
	if m.newer {
		w.readOnly = errNewer
	}
	w.say(m.risk, true)
	w.show()
	return nil
}
