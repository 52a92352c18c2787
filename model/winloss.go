package model

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// WinLoss is what became of the opportunities that were decided, and why (S1).
type WinLoss struct {
	Won, Lost   int
	WonAmount   Sums
	LostAmount  Sums
	WinRate     Ratio // won of decided; no parts while nothing is decided
	ByReason    []ReasonCount
	Competitors []RivalCount // whom we met, most often first
	Reasons     []string
	Ask         []string
}

// ReasonCount is how often a reason won and lost.
type ReasonCount struct {
	Reason     DealReason // zero: nobody said why
	Won, Lost  int
	WonAmount  Sums
	LostAmount Sums
}

// RivalCount is how deals ended in which a competitor was named.
type RivalCount struct {
	Competitor ID
	Won, Lost  int
}

// WinLossOf sums up decided opportunities by reason and by competitor, in the
// order in which the reasons are listed, those without a reason last. Open ones
// do not count.
func WinLossOf(deals []*Opportunity) WinLoss {
	var w WinLoss
	by, rivals := map[DealReason]*ReasonCount{}, map[ID]*RivalCount{}
	var met []ID
	silent := 0
	for _, o := range deals {
		if o.Open() {
			continue
		}
		r := by[o.Reason]
		if r == nil {
			r = &ReasonCount{Reason: o.Reason}
			by[o.Reason] = r
		}
		rival := rivals[o.Competitor]
		if rival == nil {
			rival = &RivalCount{Competitor: o.Competitor}
			rivals[o.Competitor] = rival
			if !o.Competitor.IsZero() {
				met = append(met, o.Competitor)
			}
		}
		if o.Stage == StageWon {
			w.Won, r.Won, rival.Won = w.Won+1, r.Won+1, rival.Won+1
			w.WonAmount.Add(o.Amount)
			r.WonAmount.Add(o.Amount)
		} else {
			w.Lost, r.Lost, rival.Lost = w.Lost+1, r.Lost+1, rival.Lost+1
			w.LostAmount.Add(o.Amount)
			r.LostAmount.Add(o.Amount)
		}
		if o.Reason == 0 {
			silent++
			w.Ask = append(w.Ask, fmt.Sprintf("Why was “%s” %s?", o.Name, map[bool]string{true: "won", false: "lost"}[o.Stage == StageWon]))
		}
	}
	for _, reason := range append(dealReasons(), 0) {
		if by[reason] != nil {
			w.ByReason = append(w.ByReason, *by[reason])
		}
	}
	for _, id := range met {
		w.Competitors = append(w.Competitors, *rivals[id])
	}
	slices.SortStableFunc(w.Competitors, func(a, b RivalCount) int { return cmp.Compare(b.Won+b.Lost, a.Won+a.Lost) })
	w.WinRate = Ratio{int64(w.Won), int64(w.Won + w.Lost)}
	if w.Won+w.Lost == 0 {
		w.Reasons = []string{"not known yet: no opportunity was won or lost"}
		return w
	}
	w.Reasons = []string{fmt.Sprintf("%d of %d won", w.Won, w.Won+w.Lost)}
	if silent > 0 {
		w.Reasons = append(w.Reasons, Count(silent, "has", "have")+" no reason on record")
	}
	return w
}

func dealReasons() []DealReason {
	var list []DealReason
	for i := range dealReasonList {
		list = append(list, DealReason(i+1))
	}
	return list
}

// Ratio is an exact fraction of counts; one without parts is not known.
type Ratio struct{ Num, Den int64 }

// Known reports whether there is anything to divide.
func (r Ratio) Known() bool { return r.Den != 0 }

// Percent returns the fraction in percent as all percentages are shown: a half is
// rounded up, less than all is never 100, more than nothing never 0. It is 0 when
// not known.
func (r Ratio) Percent() int {
	if r.Den == 0 {
		return 0
	}
	n, _ := percentOfOne(big.NewRat(r.Num, r.Den))
	return n
}

// Tenths returns the fraction with one decimal, rounded half up, like "2.5"; ""
// when not known.
func (r Ratio) Tenths() string {
	if r.Den == 0 {
		return ""
	}
	return decimalText(r.times(10), 1)
}

func (r Ratio) times(n int64) int64 {
	if r.Den == 0 {
		return 0
	}
	return rounded(new(big.Rat).Mul(big.NewRat(r.Num, r.Den), big.NewRat(n, 1))).Int64()
}
