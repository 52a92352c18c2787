package ui

import (
	"slices"

	"astute/model"
	"astute/store"
	"astute/ui/pane"
	"astute/ui/picker"

	tea "github.com/charmbracelet/bubbletea"
)

// An archived account is put away: it stands in no list of accounts unless it is
// the one that is open, or somebody asks for those that are archived.

// shownAccounts are the accounts that one steps through.
func (w *Workspace) shownAccounts() []store.AccountSummary {
	return slices.DeleteFunc(slices.Clone(w.accounts), func(a store.AccountSummary) bool {
		return a.Summary.Archived() && a.ID != w.account
	})
}

// firstShown is the account to begin with: the first that is not archived, else
// the first; none when there is none.
func firstShown(accounts []store.AccountSummary) model.ID {
	for _, a := range accounts {
		if !a.Summary.Archived() {
			return a.ID
		}
	}
	if len(accounts) > 0 {
		return accounts[0].ID
	}
	return model.ID{}
}

// putAway reports whether an account is archived.
func putAway(s Store, account model.ID) bool {
	r, err := s.Get(account)
	a, ok := r.(*model.Account)
	return err == nil && ok && a.Archived
}

// accountItems are the accounts to choose from, those that are archived or the
// others.
func (w *Workspace) accountItems(archived bool) []picker.Item {
	var items []picker.Item
	for _, a := range w.accounts {
		if a.Summary.Archived() != archived {
			continue
		}
		it := picker.Item{Value: a.ID.String(), Text: a.Name}
		if a.ID == w.account {
			it.Note = "open"
		}
		items = append(items, it)
	}
	return items
}

// archivedNamed returns the name of the archived account that is called so, ""
// for none.
func (w *Workspace) archivedNamed(name string) string {
	for _, it := range w.accountItems(true) {
		if fold(it.Text) == fold(name) {
			return it.Text
		}
	}
	return ""
}

// newArchived lists the accounts that are put away, to open one.
func newArchived(w *Workspace) *chooser {
	return &chooser{
		title: "Archived accounts", list: picker.Typed(w.accountItems(true), fold), empty: "no archived account is called that",
		choose: func(w *Workspace, it picker.Item) tea.Cmd {
			id, err := model.ParseID(it.Value)
			if err != nil {
				w.sayError(err)
				return nil
			}
			return w.open(id, func(w *Workspace) tea.Cmd {
				w.say("archived: the command \"bring the account back\" undoes that", false)
				return nil
			})
		},
	}
}

// archiveCommand puts the account away, or brings it back.
func (w *Workspace) archiveCommand(none string) pane.Command {
	c := pane.Command{Name: "archive the account", Why: none, Also: "put away hide close old lost customer",
		Help: "puts it away: no list, look-up or portfolio shows it unless asked; nothing of it is lost"}
	if w.plan != nil && w.plan.Account.Archived {
		c.Name, c.Help = "bring the account back", "shows the archived account everywhere again"
	}
	c.Do = func() pane.Request {
		before := w.plan.Account
		after := model.Clone(before)
		after.Archived = !before.Archived
		if after.Archived {
			return pane.Apply{Edit: model.Edited("archive account "+before.Name, before, after), Said: before.Name + " is archived: A lists archived accounts apart" + takesBack}
		}
		return pane.Apply{Edit: model.Edited("bring back account "+before.Name, before, after), Said: before.Name + " is back" + takesBack}
	}
	return c
}
