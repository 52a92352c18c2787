package ui

import (
	"astute/model"
	"astute/store"

	tea "github.com/charmbracelet/bubbletea"
)

// How all accounts stand is worked out from their summaries, which are kept in
// memory, and only while somebody looks at it. Few accounts take no time; many
// are worked out outside of Update, and what was known before is shown until then.

// fewAccounts is up to how many accounts are worked out at once.
const fewAccounts = 50

// workedFrom says what a portfolio was worked out from.
type workedFrom struct {
	sight   store.Sight
	today   model.Date
	account model.ID // whose plan the shared records were read with
	count   int
}

// same reports whether that is the same still.
func (f workedFrom) same(other workedFrom) bool {
	return f.today == other.today && f.account == other.account && f.count == other.count && f.sight.Same(other.sight)
}

// standings is how all accounts stand, as it was worked out last.
type standings struct {
	accounts *model.Accounts // nil before that
	at       workedFrom
	waiting  bool // it is being worked out
}

// stood is the answer to working a portfolio out.
type stood struct {
	accounts *model.Accounts
	at       workedFrom
}

func (m stood) arrive(w *Workspace) tea.Cmd {
	w.standings = standings{accounts: m.accounts, at: m.at}
	w.showAccounts()
	return nil
}

// showAccounts gives the panes that show all accounts what was worked out.
func (w *Workspace) showAccounts() {
	if w.plan != nil {
		w.panes[panePortfolio].Show(w.data())
	}
}

// standing works the portfolio out anew where it is looked at and something was
// written since.
func (w *Workspace) standing() tea.Cmd {
	seen := !w.screen.TooLow && w.page == nil && panePortfolio < len(w.screen.Panes) && !w.screen.Panes[panePortfolio].Empty()
	at := workedFrom{w.sight, w.today, w.account, len(w.accounts)}
	if !seen || w.plan == nil || w.partial || w.standings.waiting || w.standings.accounts != nil && w.standings.at.same(at) {
		return nil
	}
	list, book, today := w.accounts, w.plan.Book, w.today
	work := func() tea.Msg { return stood{model.AccountsOf(list, book, today), at} }
	if len(list) <= fewAccounts {
		work().(stood).arrive(w)
		w.frame = ""
		return nil
	}
	w.standings.waiting = true
	return work
}

// renewed returns the accounts with the summary of one read again, since an edit
// changed it.
func renewed(s Store, accounts []store.AccountSummary, account model.ID) ([]store.AccountSummary, error) {
	list := make([]store.AccountSummary, len(accounts))
	copy(list, accounts)
	for i := range list {
		if list[i].ID != account {
			continue
		}
		sum, err := s.Summary(account)
		if err != nil {
			return nil, err
		}
		list[i].Summary = sum
	}
	return list, nil
}
