package ui

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"astute/model"
	"astute/store"

	tea "github.com/charmbracelet/bubbletea"
)

// snapshot is the file as it was read at one moment: a plan, and what is said of
// all accounts.
type snapshot struct {
	account  model.ID
	plan     *model.Plan
	sight    store.Sight
	turn     store.Turn  // what became of the book since it was read last
	file     os.FileInfo // to notice another file in its place, nil for none
	accounts []store.AccountSummary
	currency model.Currency
	top      store.Entry // the newest edit that stands: what undo would take back
	writable error       // why the file can be read only, nil when it can be written
	beside   *model.Plan // of the account whose brief lies over this one, nil for none
	err      error
}

// reading is what is to be read of the file, with everything it needs.
type reading struct {
	store    Store
	account  model.ID
	accounts []store.AccountSummary // as they are known to be, nil to read them too: a thousand take longer than a plan
	known    store.Sight            // the book as it was read last: nothing when the file may be missing
	beside   model.ID               // another account whose plan is wanted too, when
	besides  bool                   // this says so
	today    model.Date
	me       string
}

// run reads the file. It runs outside of Update.
func (r reading) run() snapshot {
	snap := snapshot{account: r.account, accounts: r.accounts}
	// Both are of before the book is read: what comes in between is met next time.
	snap.file, _ = os.Stat(r.store.Path()) // none yet: so be it
	if snap.turn, snap.sight, snap.err = look(r.store, r.known); snap.err != nil {
		return snap
	}
	if snap.turn != store.GoesOn {
		if snap.err = r.stay(); snap.err != nil {
			return snap
		}
		snap.account, snap.accounts = r.account, r.accounts
	}
	if r.accounts == nil {
		if snap.accounts, snap.err = r.store.Accounts(); snap.err != nil {
			return snap
		}
	} else if snap.accounts, snap.err = renewed(r.store, r.accounts, r.account); snap.err != nil {
		return snap
	}
	if snap.plan, _, snap.err = r.store.Plan(r.account); snap.err != nil {
		return snap
	}
	if r.besides {
		// It may have been removed: whoever shows it says so.
		snap.beside, _, _ = r.store.Plan(r.beside)
	}
	var in model.Input
	if in, snap.err = r.store.Input(r.account, r.today, r.me); snap.err != nil {
		return snap
	}
	snap.currency, snap.writable = in.Currency, writable(r.store.Path())
	if r.known.Version > 0 && laidOutNewer(r.store) { // the first frame does not wait for it
		snap.writable = errNewer
	}
	var top []store.Entry
	if top, snap.err = r.store.Standing(1); len(top) > 0 {
		snap.top = top[0]
	}
	return snap
}

// stay settles which account is shown of what lies in the place of the file: the
// one that is wanted, where it is there.
func (r *reading) stay() error {
	accounts, err := r.store.Accounts()
	if err != nil {
		return err
	}
	r.accounts = append([]store.AccountSummary{}, accounts...)
	if !slices.ContainsFunc(accounts, func(a store.AccountSummary) bool { return a.ID == r.account }) {
		r.account, r.besides = firstShown(accounts), false
	}
	return nil
}

// reader returns a function that reads the file for an account, with everything
// it needs closed over; accounts as for reading.
func (w *Workspace) reader(account model.ID, accounts []store.AccountSummary) func() snapshot {
	r := reading{
		store: w.o.Store, account: account, accounts: accounts, known: w.sight,
		today: w.today, me: w.o.Me,
	}
	r.beside, r.besides = w.besideAccount()
	return r.run
}

// take shows what was read. It reports false when it was not taken because it
// could not be read, and when it is not the book any more that was asked for an
// answer: whatever was to be said or done with that is over.
func (w *Workspace) take(snap snapshot) bool {
	if errors.As(snap.err, new(*goneError)) {
		w.failed(snap.err)
		return false
	}
	if snap.err != nil {
		w.broken = snap.err
		w.say(snap.err.Error(), true)
		return false
	}
	w.broken, w.gone = nil, nil
	text := ""
	if snap.turn != store.GoesOn {
		text = w.turned(snap)
	}
	w.file, w.partial = snap.file, w.partial && snap.turn == store.GoesOn
	w.account, w.plan, w.sight = snap.account, snap.plan, snap.sight
	w.accounts, w.currency = snap.accounts, snap.currency
	w.newest, w.beside = snap.top, snap.beside
	onlyNow := errors.Is(snap.writable, store.ErrNewer) && !errors.Is(w.readOnly, store.ErrNewer)
	w.readOnly = snap.writable
	w.show()
	w.refreshOverlays()
	if onlyNow {
		text = strings.TrimPrefix(text+"; "+errNewer.Error(), "; ")
	}
	w.say(text, onlyNow || snap.turn != store.SetBack)
	return snap.turn == store.GoesOn
}

// doneBut has the snapshot that follows a change say that the change was made,
// where the file cannot be read then: it would be made again.
func (s *snapshot) doneBut(word string) {
	if s.err != nil {
		s.err = fmt.Errorf("it is %s, and cannot be shown yet: %w", word, s.err)
	}
}

// refreshOverlays tells what lies over the panes that the plan, or the day, is
// another.
func (w *Workspace) refreshOverlays() {
	for _, o := range w.overlays {
		if f, ok := o.(interface{ meanwhile(*Workspace) }); ok {
			f.meanwhile(w)
		}
	}
}

// await runs something with the file outside of Update and holds keys until its
// answer has arrived.
func (w *Workspace) await(run func() tea.Msg) tea.Cmd {
	w.waiting = true
	return run
}

// alone has a page that is closed with what it writes, or takes long to write it,
// keep the keys that are typed until that can be seen: they are passed over with a
// word, and never reach what lies behind it. doing is what is under way.
func (w *Workspace) alone(doing string, cmd tea.Cmd) tea.Cmd {
	if w.waiting {
		w.doing = doing
	}
	return cmd
}

// passOver drops what was typed while a page keeps the keys, to the moment when
// what came of it is shown.
func (w *Workspace) passOver() {
	if w.doing == "" {
		return
	}
	typed := len(w.held)+len(w.burst.strokes) > 0
	w.held, w.burst.strokes, w.burst.messages = nil, nil, 0
	switch {
	case !w.waiting:
		w.doing = ""
	case typed:
		w.say(w.doing+": no key counts before it is done, but ctrl+c", false)
	}
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
	done written
	news model.ID // a milestone or leaver of the edit that puts records in doubt
}

// written is an edit that this workspace wrote: where it stands in the journal,
// and what it is called there.
type written struct {
	seq   uint64
	label string
}

// note remembers an edit as made in this session: it is taken back unasked.
func (w *Workspace) note(e written) {
	if e.seq > w.sight.Version {
		w.mine[e.seq] = e.label
	}
}

// apply writes an edit where the file goes on from what was seen.
func apply(s Store, known store.Sight, e model.Edit, at time.Time) (written, error) {
	seq, err := s.Apply(e, at, store.OnTopOf(known))
	if err != nil {
		return written{}, refused(s, err, err)
	}
	return written{seq, e.Label}, nil
}

// instead takes an edit back, where it is the newest that stands, and writes
// another in its place; 0 only writes.
func instead(s Store, known store.Sight, of uint64, e model.Edit, at time.Time) (written, error) {
	if of == 0 {
		return apply(s, known, e, at)
	}
	_, err := s.Undo(1, at, store.OnTopOf(known), store.Undoes(of))
	if err = refused(s, err, store.ErrNothing); errors.Is(err, store.ErrNothing) {
		return apply(s, known, e, at) // somebody else's came on top, or took it back
	}
	if err != nil {
		return written{}, err
	}
	done, err := apply(s, known, e, at)
	if err != nil {
		_, again := s.Redo(1, at, store.OnTopOf(known), store.Redoes(of))
		err = errors.Join(err, again)
	}
	return done, err
}

// write writes an edit and reads what came of it.
func (w *Workspace) write(e model.Edit, said string, from overlay) tea.Cmd {
	return w.rewrite(0, e, said, from)
}

// rewrite is [Workspace.write] in place of an edit that this workspace wrote just
// before, so that one undo takes back what stands for both.
func (w *Workspace) rewrite(of uint64, e model.Edit, said string, from overlay) tea.Cmd {
	s, at, account := w.o.Store, w.o.Now(), w.account
	made, accounts := model.ID{}, w.accounts
	if w.plan != nil {
		if err := model.CheckWaiting(w.plan.Book, e); err != nil {
			return w.await(func() tea.Msg { return saved{from: from, err: err} })
		}
	}
	for _, c := range e.Changes {
		if c.Record().Kind() == model.KindAccount || elsewhere(c, w.account) {
			accounts = nil // their names may be others now, or what is kept of another one
		}
		if c.Before == nil && made.IsZero() {
			made = c.After.Base().ID
			if c.After.Kind() == model.KindAccount {
				account = made
			}
		}
	}
	e = model.Settled(e, w.today, func() model.ID { return s.NewID(at) })
	read, known := w.reader(account, accounts), w.sight
	return w.await(func() tea.Msg {
		done, err := instead(s, known, of, e, at)
		if err != nil {
			return saved{from: from, err: err}
		}
		return saved{said: said, from: from, snap: read(), id: made, done: done, news: trigger(e)}
	})
}

// elsewhere reports whether a change is of a record that belongs to another
// account, or did so before.
func elsewhere(c model.Change, account model.ID) bool {
	for _, r := range []model.Record{c.Before, c.After} {
		if r != nil && r.Kind().Scope() == model.ScopeAccount && r.Base().Account != account {
			return true
		}
	}
	return false
}

func (m saved) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	f, asked := m.from.(interface {
		failed(w *Workspace, err error) tea.Cmd
	})
	if m.err != nil {
		w.held = nil // meant for what did not come
		w.failed(m.err)
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
	if e, ok := m.from.(*fieldEdit); ok {
		e.wrote = m.done.seq
	}
	w.note(m.done)
	m.snap.doneBut("saved")
	if w.take(m.snap) {
		if m.done.seq != 0 && w.newest.Seq != m.done.seq {
			m.said = strings.TrimSuffix(m.said, takesBack) // somebody wrote since: it would take that back
		}
		w.sayDone(m.said)
		if _, stays := w.top().(interface{ stays() }); !stays && !m.id.IsZero() {
			w.seek(m.id)
		}
		w.offerDoubts(m.news)
	}
	return nil
}

// reopen opens whichever account there still is, saying something.
func (w *Workspace) reopen(text, tail string) tea.Cmd {
	r := reading{store: w.o.Store, known: w.sight, today: w.today, me: w.o.Me}
	return w.await(func() tea.Msg {
		accounts, err := r.store.Accounts()
		if err != nil {
			return loaded{snap: snapshot{err: err}}
		}
		if r.accounts = accounts; len(accounts) > 0 {
			r.account = firstShown(accounts)
		}
		return loaded{r.run(), func(w *Workspace) tea.Cmd {
			w.sayWith(text, tail)
			return nil
		}}
	})
}
