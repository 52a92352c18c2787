package ui

import "astute/model"

// besideAccount is the account whose brief is read over the plan of another, none
// when there is no such brief.
func (w *Workspace) besideAccount() model.ID {
	for _, o := range w.overlays {
		if r, ok := o.(*reader); ok && !r.account.IsZero() && r.account != w.account {
			return r.account
		}
	}
	return model.ID{}
}
