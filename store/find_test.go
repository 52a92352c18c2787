package store_test

import (
	"testing"

	"astute/model"
	"astute/store"
)

// The account that is open settles who comes first of people who fit equally
// well; one that has been removed meanwhile, or none, settles nothing.
func TestFindPutsTheOpenAccountFirst(t *testing.T) {
	s := newStore(t)
	var accounts [2]*model.Account
	for i, name := range []string{"FreshKart Grocers", "Sakurai Foods"} {
		accounts[i] = &model.Account{Name: name}
		accounts[i].ID = s.NewID(now)
		apply(t, s, model.Created("add", accounts[i], contact(s, "Jane Smith", accounts[i].ID)))
	}
	for _, c := range []struct {
		open model.ID
		want string
	}{
		{model.ID{}, accounts[0].Name},
		{accounts[0].ID, accounts[0].Name},
		{accounts[1].ID, accounts[1].Name},
		{s.NewID(now), accounts[0].Name},
	} {
		found, err := s.Find(store.FindQuery{Text: "jane smith", Open: c.open})
		if err != nil || len(found) != 2 || found[0].AccountName != c.want {
			t.Errorf("with %s open: %+v, %v; want the one of %s first", c.open, found, err, c.want)
		}
	}
}
