package ui

import (
	"astute/model"
	"astute/model/sheet"
	"astute/store"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// todayOver is what is due across all accounts: what one sees first in the
// morning. The summaries say which plans are read for it, and they are read
// outside of Update.
type todayOver struct {
	board
	list  []model.Due
	more  int  // accounts whose plans were not read
	all   bool // everybody's, not only what is for the person at the keyboard
	known bool // it was read once
	stale bool // something was written since
}

func newToday(w *Workspace) *todayOver {
	o := &todayOver{board: board{title: "Today"}, stale: true}
	o.sheet.Lay = o.lay
	o.board.commands = o.commands
	o.over(w, o)
	return o
}

// dueRead is the answer to reading what is due.
type dueRead struct {
	of   *todayOver
	list []model.Due
	more int
	err  error
}

// freshenToday reads what is due where the page of the day is open and something
// was written since it was read.
func (w *Workspace) freshenToday() tea.Cmd {
	o, ok := w.top().(*todayOver)
	if !ok || !o.stale || w.plan == nil {
		return nil
	}
	o.stale = false
	s, accounts, book, today, me := w.o.Store, w.accounts, w.plan.Book, w.today, w.me()
	if w.partial {
		accounts = nil
	}
	if o.all {
		me = model.ID{}
	}
	return func() tea.Msg {
		list, more, err := readDue(s, accounts, book, today, me)
		return dueRead{o, list, more, err}
	}
}

// readDue reads the plans that have something due, and no others.
func readDue(s Store, accounts []store.AccountSummary, shared *model.Book, today model.Date, me model.ID) (list []model.Due, more int, err error) {
	if accounts == nil {
		if accounts, err = s.Accounts(); err != nil {
			return nil, 0, err
		}
	}
	ids, more := model.PressingAccounts(accounts, shared, today, me)
	for _, id := range ids {
		plan, _, err := s.Plan(id)
		if err != nil {
			return nil, 0, err
		}
		list = append(list, model.DueOf(plan, today, me)...)
	}
	model.SortDue(list)
	return list, more, nil
}

func (m dueRead) arrive(w *Workspace) tea.Cmd {
	if m.err != nil {
		w.sayError(m.err)
		return nil
	}
	m.of.list, m.of.more, m.of.known = m.list, m.more, true
	m.of.sheet.Show(w.data())
	return nil
}

// meanwhile reads again what was written since; what is shown stays until then.
func (o *todayOver) meanwhile(*Workspace) { o.stale = true }

func (o *todayOver) lay(d pane.Data, w, _ int) pane.Page {
	var page pane.Page
	o.note = pane.Day(d.Today) + ", everybody's"
	if !o.all && !d.Me.IsZero() {
		o.note = pane.Day(d.Today) + ", for you: m everybody's"
	}
	switch {
	case !o.known:
		page.Put(0, 0, theme.Faint, "What is due is being read.", pane.Target{})
	case len(o.list) == 0:
		t := newWriter(w)
		t.text(0, theme.Good, "Nothing is due: no review, no call, no action within a week, no promise that nobody took up.", pane.Target{})
		return t.page
	default:
		return pane.FromSheet(sheet.Today(o.list, o.more, d.Today, sheet.Options{W: w, Measure: grid.Width, Wrap: grid.Wrap, ASCII: d.Glyphs.Across == "-", Keys: true}))
	}
	return page
}

// current is what the cursor stands on.
func (o *todayOver) current() (model.Due, bool) {
	if i := o.sheet.Cursor().N - 1; i >= 0 && i < len(o.list) {
		return o.list[i], true
	}
	return model.Due{}, false
}

func (o *todayOver) commands(w *Workspace) []pane.Command {
	why, act := "", ""
	due, ok := o.current()
	a, action := due.Record.(*model.Action)
	switch {
	case !ok:
		why = "nothing is due here"
		act = why
	case !action:
		act = "that is done to actions only: enter goes to the record"
	}
	change := func(said string, to func(after *model.Action)) func() pane.Request {
		return func() pane.Request {
			after := model.Clone(a)
			to(after)
			return pane.Apply{Edit: model.Edited(said+" action "+a.Name, a, after), Said: a.Name + ": " + said + "d" + takesBack}
		}
	}
	return []pane.Command{
		{Name: "go to it", Keys: []string{"enter"}, Hint: "go to it", Why: why, Help: "opens the account and puts the cursor on the record",
			Do: func() pane.Request {
				return pane.Own{Do: func() {
					w.drop(o)
					w.outside = w.serve(pane.Goto{ID: due.Record.Base().ID, Account: due.Account})
				}}
			}},
		{Name: "complete", Keys: []string{"c"}, Hint: "complete", Why: act, Help: "the action is done",
			Do: change("complete", func(after *model.Action) { after.Status = model.Complete })},
		{Name: "a week later", Keys: []string{"w"}, Hint: "a week later", Why: act, Also: "defer postpone", Help: "moves the due date by a week, from today where it is late",
			Do: change("postpone", func(after *model.Action) { after.Due = model.Latest(a.Due, w.today).AddDays(7) })},
		{Name: "mine or everybody's", Keys: []string{"m"}, Hint: "everybody's", Help: "what is due for you, or for everybody, as a manager wants it",
			Do: func() pane.Request {
				return pane.Own{Do: func() {
					o.all, o.stale = !o.all, true
					w.outside = w.freshenToday()
				}}
			}},
		{Name: "copy", Keys: []string{"y"}, Help: "the list as text, to the clipboard",
			Do: func() pane.Request { return pane.Copy{Text: o.sheet.Page().Text(), What: "list of the day"} }},
	}
}
