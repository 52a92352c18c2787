package model

import (
	"fmt"
	"math/big"
)

// Pace is how the way of a goal compares with the time that it has.
type Pace uint8

// The paces of a goal.
const (
	PaceUnknown Pace = iota
	Ahead            // as far as the time that is over, or further
	Behind           // less far
	Worse            // further from the target than at the beginning
	Missed           // the day is over, and it is not reached
	Reached
)

// String returns the pace's word, "" when not known.
func (p Pace) String() string {
	return [...]string{"", "ahead", "behind", "worse than it was", "missed", "reached"}[p]
}

// GoalPace is how a goal is doing, and why.
type GoalPace struct {
	Pace    Pace
	Elapsed int // percent of the time that is over, 0 to 100; 0 when not known
	Timed   bool
	Reason  string // "" when nothing can be said
	begun   bool   // a hundredth of the time is over: nobody is behind before that
}

// PaceOf holds how far a goal has come against the time from the day it was put
// on record to the day by which it is wanted (domain section 3). Nothing is said
// of a goal of which the numbers or the days are not known, but that it is
// reached or worse than it was, which needs no day.
func PaceOf(g *Goal, today Date) GoalPace {
	p := g.timed(today)
	far, ok := g.progress()
	if !ok {
		return p
	}
	one := big.NewRat(1, 1)
	percent, _ := percentOfOne(far)
	switch {
	case far.Cmp(one) == 0:
		p.Pace, p.Reason = Reached, "the target is reached"
	case !g.By.IsZero() && g.By.Before(today):
		p.Pace, p.Reason = Missed, "it was wanted by "+g.By.String()
	case g.astray():
		p.Pace, p.Reason = Worse, fmt.Sprintf("it began at %s", g.Baseline.Grouped())
	case !p.Timed:
	case p.begun && percent < p.Elapsed:
		p.Pace, p.Reason = Behind, fmt.Sprintf("%d %% of the time is over", p.Elapsed)
	default:
		p.Pace, p.Reason = Ahead, fmt.Sprintf("%d %% of the time is over", p.Elapsed)
	}
	return p
}

// timed says how much of the time of a goal is over.
func (g *Goal) timed(today Date) GoalPace {
	if g.Created == 0 || g.By.IsZero() {
		return GoalPace{}
	}
	begun := DateOf(g.Created.Time())
	whole, over := g.By.DaysSince(begun), today.DaysSince(begun)
	if whole <= 0 || over < 0 {
		return GoalPace{}
	}
	return GoalPace{Timed: true, Elapsed: Ratio{int64(min(over, whole)), int64(whole)}.Percent(), begun: over*100 >= whole}
}

// astray reports whether a goal is further from its target than it was.
func (g *Goal) astray() bool {
	way, gone := g.Target.Compare(g.Baseline), g.Current.Compare(g.Baseline)
	return way*gone < 0
}
