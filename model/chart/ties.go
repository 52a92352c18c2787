package chart

import (
	"cmp"
	"slices"

	"astute/model"
)

// TieKind is what a line between two people says.
type TieKind uint8

// The kinds of tie, in the order in which they are given room.
const (
	Conflict  TieKind = iota // the two are at odds
	Influence                // the first sways the second
	Informal                 // they know and trust each other
	Reports                  // the first reports to the second
)

// Layers are the kinds of tie that a map shows.
type Layers uint8

// Every layer alone, and all of them.
const (
	Conflicts  Layers = 1 << Conflict
	Influences Layers = 1 << Influence
	Informals  Layers = 1 << Informal
	Reporting  Layers = 1 << Reports
	AllLayers         = Conflicts | Influences | Informals | Reporting
)

// Tie is a line between two people, before it is drawn.
type Tie struct {
	Kind     TieKind
	From, To model.ID // where it is a step of the path, in the direction of the path
	Strength int      // 1 weak to 3 strong; 0 when not known, and for all but influences
	OnPath   bool     // a step of the path that is lifted out
}

// lineKinds says which tie a record is.
var lineKinds = map[model.LineType]TieKind{model.Influences: Influence, model.Conflicts: Conflict, model.Informal: Informal}

// tiesOf returns the ties of the layers that are asked for, those of the path
// whatever the layer, in the order in which they are given room: the path,
// conflicts, influences, the strongest first, informal ties, reporting lines.
func tiesOf(contacts []*model.Contact, lines []*model.Line, o Options) []Tie {
	here := make(map[model.ID]bool, len(contacts))
	for _, c := range contacts {
		here[c.ID] = !c.Left || o.Left
	}
	var ties []Tie
	add := func(t Tie) {
		if !here[t.From] || !here[t.To] || t.From == t.To {
			return
		}
		ties = append(ties, t)
	}
	for _, l := range lines {
		kind, ok := lineKinds[l.Type]
		t := Tie{Kind: kind, From: l.From, To: l.To}
		switch {
		case !ok:
			continue
		case kind == Influence:
			t.Strength = strengthOf(l.Strength)
		case t.To.Compare(t.From) < 0: // the same both ways round
			t.From, t.To = t.To, t.From
		}
		add(t)
	}
	for _, c := range contacts {
		if !c.ReportsTo.IsZero() {
			add(Tie{Kind: Reports, From: c.ID, To: c.ReportsTo})
		}
	}
	for _, e := range o.Path {
		lift(ties, e)
	}
	ties = slices.DeleteFunc(ties, func(t Tie) bool {
		return !o.common(t) && (o.Own&(1<<t.Kind) == 0 || !t.Of(o.Focus))
	})
	slices.SortStableFunc(ties, func(x, y Tie) int {
		return cmp.Or(cmp.Compare(rankOf(x), rankOf(y)), y.Strength-x.Strength, x.To.Compare(y.To), x.From.Compare(y.From))
	})
	seen := make(map[Tie]bool, len(ties))
	return slices.DeleteFunc(ties, func(t Tie) bool { // noted twice: the first, which is the stronger
		t.Strength = 0
		twice := seen[t]
		seen[t] = true
		return twice
	})
}

// common reports whether a tie is shown whoever is in focus.
func (o *Options) common(t Tie) bool { return o.Layers&(1<<t.Kind) != 0 || t.OnPath }

// lift marks the tie that a step of the path goes along: an influence along its
// arrow only, a conflict never, and where there are several the one that costs
// least (rule 14).
func lift(ties []Tie, e Edge) {
	best := -1
	for i, t := range ties {
		along := e == Edge{t.From, t.To} || t.Kind != Influence && e == Edge{t.To, t.From}
		if along && t.Kind != Conflict && (best < 0 || t.cost() < ties[best].cost()) {
			best = i
		}
	}
	if best >= 0 {
		ties[best].OnPath, ties[best].From, ties[best].To = true, e.From, e.To
	}
}

// cost is what a step along the tie costs (rule 14).
func (t Tie) cost() int {
	switch {
	case t.Kind == Reports:
		return 3
	case t.Kind == Influence && t.Strength > 0:
		return 4 - t.Strength
	}
	return 2
}

func rankOf(t Tie) int {
	if t.OnPath {
		return -1
	}
	return int(t.Kind)
}

func strengthOf(n model.Number) int {
	for i := range 3 {
		if n == model.NumberOf(int64(i+1)) {
			return i + 1
		}
	}
	return 0
}

// Of reports whether a person is an end of the tie.
func (t Tie) Of(id model.ID) bool { return t.From == id || t.To == id }
