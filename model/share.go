package model

import (
	"fmt"
	"math/big"
	"slices"
)

// Penetration is how far we have got into an account (rule 8).
type Penetration struct {
	Won        Sums // this year
	Whitespace Sums // what could still be won: the sum of the potential of all cells
	ByValue    int  // won of won and potential, in percent; see ValueKnown
	ValueKnown bool // false while nothing has a value, or a rate is missing
	ByCells    int  // won of applicable cells, in percent; see Cells
	WonCells   int
	Cells      int // applicable ones; 0 means that ByCells is not known
	Open       int // cells with a potential that is not known, though somebody sells or could sell there
	Reasons    []string
	Ask        []string
}

// PenetrationOf says how far we have got, by value and by cells, and what is
// still to be won (rule 8). Values in several currencies need rates.
func PenetrationOf(p *Plan, today Date) Penetration {
	return MatrixOf(p, today).Penetration(p, today)
}

// Penetration is [PenetrationOf] of a matrix that was laid out already, for the
// same plan and day.
func (m *Matrix) Penetration(p *Plan, today Date) Penetration {
	var n Penetration
	for _, c := range m.Cells() {
		if !m.applicable(c) {
			continue
		}
		n.Cells++
		n.Won.AddAll(c.Won)
		n.Whitespace.AddAll(c.Potential)
		switch c.State {
		case CellWon:
			n.WonCells++
		case CellWhite:
		default:
			if c.Potential.IsZero() {
				n.Open++
				n.Ask = append(n.Ask, fmt.Sprintf("What could %s be worth?", p.placeName(c.Place)))
			}
		}
	}
	if n.Cells == 0 {
		n.Reasons, n.Ask = []string{"there is nothing to sell yet"}, []string{"What do we sell?"}
		return n
	}
	n.ByCells = Ratio{int64(n.WonCells), int64(n.Cells)}.Percent()
	n.Reasons = append(n.Reasons, fmt.Sprintf("%d of %s won", n.WonCells, Count(n.Cells, "cell", "cells")))
	all := n.Won
	all.AddAll(n.Whitespace)
	whole := p.Total(all, today)
	won := p.Total(n.Won, today)
	n.Ask = append(n.Ask, whole.Ask...)
	if n.Won.IsZero() {
		won.Amount = NewMoney(0, whole.Amount.Currency())
	}
	if !whole.Amount.IsZero() && !won.Amount.IsZero() {
		n.ByValue, n.ValueKnown = percentOf(won.Amount.rational(), whole.Amount.rational())
	}
	switch {
	case n.ValueKnown:
		n.Reasons = append(n.Reasons, fmt.Sprintf("%s of %s won", won.Amount.Grouped(), whole.Amount.Grouped()))
		for _, c := range whole.Used {
			n.Reasons = append(n.Reasons, c.String())
		}
	case all.IsZero():
		n.Reasons = append(n.Reasons, "no cell has a value yet")
	case len(whole.Missing) > 0:
		n.Reasons = append(n.Reasons, "a rate is missing for one total of "+all.Grouped())
	}
	return n
}

// placeName names a cell: "KioskGuard for Stores".
func (p *Plan) placeName(at Place) string {
	if at.Unit.IsZero() {
		return p.Name(at.Product)
	}
	return p.Name(at.Product) + " for " + p.Name(at.Unit)
}

// WalletShare is our part of what the customer spends (rule 8).
type WalletShare struct {
	Year           Year // the newest year, up to this one, of which a wallet is known; 0 for none
	Products       []ProductShare
	Ours           Sums // revenue of that year, in the products whose wallet is known
	Wallet         Sums
	Percent        int // of the wallet; see Known
	Known          bool
	Contradictions []string
	Reasons        []string
	Ask            []string
}

// ProductShare is our part of the wallet of one product.
type ProductShare struct {
	Product ID
	Ours    Sums
	Wallet  Sums
	Percent int
	Known   bool
}

// WalletShareOf returns our revenue of what the customer spends, by product and
// in all, and reports where what we and the competitors get is more than there
// is to get (rule 8).
func WalletShareOf(p *Plan, today Date) WalletShare {
	var s WalletShare
	for _, w := range All[*Wallet](p.Book) {
		if int(w.Year) <= today.Year() {
			s.Year = max(s.Year, w.Year)
		}
	}
	if s.Year == 0 {
		s.Reasons = []string{"not known yet: nobody has said what they spend"}
		s.Ask = []string{fmt.Sprintf("What does %s spend a year on what we sell, with whomever?", p.Account.Name)}
		return s
	}
	by := map[ID]*ProductShare{}
	for _, w := range All[*Wallet](p.Book) {
		if w.Year != s.Year {
			continue
		}
		if by[w.Product] == nil {
			by[w.Product] = &ProductShare{Product: w.Product}
		}
		by[w.Product].Wallet.Add(w.Amount)
		s.Wallet.Add(w.Amount)
	}
	for _, r := range All[*Revenue](p.Book) {
		if share := by[r.Product]; r.Year == s.Year && share != nil {
			share.Ours.Add(r.Amount)
			s.Ours.Add(r.Amount)
		}
	}
	for _, x := range p.Of(KindProduct) {
		share := by[x.Base().ID]
		if share == nil {
			continue
		}
		share.Percent, share.Known, _ = p.shareOf(share.Ours, share.Wallet, today)
		if share.Known && share.Percent >= 100 && p.more(share.Ours, share.Wallet, today) {
			s.Contradictions = append(s.Contradictions, fmt.Sprintf("our %s from %s in %s is more than the %s they are said to spend on it",
				share.Ours.Grouped(), p.Name(share.Product), s.Year, share.Wallet.Grouped()))
		}
		s.Products = append(s.Products, *share)
	}
	s.Percent, s.Known, s.Ask = p.shareOf(s.Ours, s.Wallet, today)
	if s.Known {
		s.Reasons = []string{fmt.Sprintf("%s of %s in %s", moneyOrNone(s.Ours), s.Wallet.Grouped(), s.Year)}
	} else {
		s.Reasons = []string{"a rate is missing to hold " + moneyOrNone(s.Ours) + " against " + s.Wallet.Grouped()}
	}
	s.against(p, today)
	return s
}

// against holds what competitors get besides us against the wallet.
func (s *WalletShare) against(p *Plan, today Date) {
	theirs := Sums{}
	var names []string
	for _, c := range All[*Competitor](p.Book) {
		if !c.Spend.IsZero() {
			theirs.Add(c.Spend)
			names = append(names, c.Name)
		}
	}
	both := theirs
	both.AddAll(s.Ours)
	if len(names) > 0 && p.more(both, s.Wallet, today) {
		s.Contradictions = append(s.Contradictions, fmt.Sprintf("our %s and the %s that go to %s are more than the %s they are said to spend in %s",
			moneyOrNone(s.Ours), theirs.Grouped(), AndList(firstFew(names)), s.Wallet.Grouped(), s.Year))
	}
}

func moneyOrNone(s Sums) string {
	if s.IsZero() {
		return "nothing"
	}
	return s.Grouped()
}

// shareOf returns part of whole in percent; not known, and what to ask for, where
// a rate is missing.
func (p *Plan) shareOf(part, whole Sums, today Date) (percent int, known bool, ask []string) {
	a, b, ask := p.comparable(part, whole, today)
	if a == nil || b == nil {
		return 0, false, ask
	}
	percent, known = percentOf(a, b)
	return percent, known, nil
}

// more reports whether one of two sums is known to be larger than the other.
func (p *Plan) more(a, b Sums, today Date) bool {
	x, y, _ := p.comparable(a, b, today)
	return x != nil && y != nil && x.Cmp(y) > 0
}

// comparable brings two sums into one currency: that of the account or, where
// both are of one other currency, that. No sum at all is nought.
func (p *Plan) comparable(a, b Sums, today Date) (x, y *big.Rat, ask []string) {
	to := p.Account.Currency
	all := a
	all.AddAll(b)
	if list := all.All(); len(list) == 1 {
		to = list[0].Currency()
	}
	if to == "" {
		return nil, nil, []string{fmt.Sprintf("In which currency is %s reckoned?", p.Account.Name)}
	}
	rates := All[*Rate](p.Book)
	value := func(s Sums) *big.Rat {
		if s.IsZero() {
			return new(big.Rat)
		}
		t := TotalOf(s, to, rates, today)
		for _, question := range t.Ask {
			if !slices.Contains(ask, question) {
				ask = append(ask, question)
			}
		}
		if t.Amount.IsZero() {
			return nil
		}
		return t.Amount.rational()
	}
	return value(a), value(b), ask
}
