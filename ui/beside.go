package ui

import (
	"astute/model"

	tea "github.com/charmbracelet/bubbletea"
)

// besideAccount is the account whose brief is read over the plan of another; it
// can be none, for somebody without an account.
func (w *Workspace) besideAccount() (account model.ID, is bool) {
	for _, o := range w.overlays {
		if r, ok := o.(*reader); ok && r.brief != nil && r.brief.account != w.account {
			return r.brief.account, true
		}
	}
	return model.ID{}, false
}

// besides is the answer to reading another account for a brief.
type besides struct {
	account, id model.ID
	plan        *model.Plan
	err         error
}

// briefFrom opens the brief on a record of any account. Of another than the one
// that is open only the brief is shown: what lies below stays as it is.
func (w *Workspace) briefFrom(account, id model.ID) tea.Cmd {
	if account == w.account {
		w.brief(id)
		return nil
	}
	s, known := w.o.Store, w.sight
	return w.await(func() tea.Msg {
		m := besides{account: account, id: id}
		if m.err = there(s, known); m.err == nil {
			m.plan, _, m.err = s.Plan(account)
		}
		return m
	})
}

func (m besides) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	if m.err != nil {
		w.failed(m.err)
		return nil
	}
	w.beside = m.plan
	w.push(newBrief(w, m.account, m.id))
	return nil
}
