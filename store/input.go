package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// Input returns what reading typed text for an account's records needs: names of
// linked records are looked for in that account and among shared records, "me"
// and "@me" mean the teammate of that name, and an amount without a currency is
// in the account's; where that has no amounts, what the book's is, is found out when
// it is asked for, because that means to look at all accounts. The zero ID stands for
// no account.
func (s *Store) Input(account model.ID, today model.Date, me string) (model.Input, error) {
	in := model.Input{Today: today, BookCurrency: s.bookCurrency}
	err := s.view(func(t *tx) (err error) {
		in.Currency, err = t.currency(account)
		return err
	})
	if err != nil {
		return model.Input{}, err
	}
	in.Find = func(text string, kinds []model.Kind) (model.ID, error) {
		q := ResolveQuery{Kinds: kinds, Account: account, ByAccount: true, Writing: true}
		if word := strings.ToLower(strings.TrimPrefix(text, "@")); word == "me" && (kinds == nil || slices.Contains(kinds, model.KindTeammate)) {
			if me == "" {
				return model.ID{}, errors.New("cannot say who \"me\" is: set me in the configuration, or $ASTUTE_ME")
			}
			text, q = me, ResolveQuery{Kinds: []model.Kind{model.KindTeammate}, Writing: true}
		}
		if len(kinds) == 1 && kinds[0].Scope() == model.ScopeRoot {
			q.ByAccount = false // any account may be named
		}
		r, err := s.Resolve(text, q)
		if err != nil {
			return model.ID{}, fmt.Errorf("does not fit: %w", err)
		}
		return r.Base().ID, nil
	}
	return in, nil
}

// currency returns the currency of amounts in an account typed without one, "" where
// none stands in it.
func (t *tx) currency(account model.ID) (model.Currency, error) {
	if !account.IsZero() {
		r, err := t.record(account)
		if err != nil {
			return "", err
		}
		if a, ok := r.(*model.Account); ok && a.Currency != "" {
			return a.Currency, nil
		}
	}
	own, err := t.currentSummary(account)
	return model.MostUsed(own.Currencies()), err
}

// bookCurrency returns the currency that most amounts of the book are in, "" where it
// has none.
func (s *Store) bookCurrency() (model.Currency, error) {
	counts := map[model.Currency]int{}
	err := s.view(func(t *tx) error {
		return t.scan(bucketSummaries, nil, func(_, value []byte) error {
			sum, err := readSummary(value)
			for code, n := range sum.Currencies() {
				counts[code] += n
			}
			return err
		})
	})
	return model.MostUsed(counts), err
}
