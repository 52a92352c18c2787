package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// What a line costs on the way to somebody (rule 14). An influence whose
// strength nobody noted costs as much as one of middle strength: that there is
// pull is known, and not knowing how much must neither close a way nor make it
// look better than one that was judged.
const (
	costInformal  = 2
	costReporting = 3
	costUnsaid    = 2
)

// costOfInfluence is by strength, 1 weak to 3 strong.
var costOfInfluence = map[Number]int{NumberOf(3): 1, NumberOf(2): 2, NumberOf(1): 3}

// Leg is one introduction on the way to somebody.
type Leg struct {
	From, To ID
	Line     ID       // the line it goes along; none for a reporting line
	Type     LineType // of that line; 0 for a reporting line
	Cost     int      // 1 easy to 3 hard
	Why      string   // the line in words: "Lisa Green sways Raj Mehta strongly"
}

// Opening is somebody who would have to be met or won before a way opens, and
// why that one.
type Opening struct {
	Contact ID
	Do      string // what to do about them: "win Lisa Green"
	Why     string // the same with what would be gained, without its stop
	Cost    int    // of the way from there to the target
}

// Path is the cheapest way from people who support us, and whom we know, to one
// person (rule 14).
type Path struct {
	Target   ID
	Coverage Coverage  // how well we know the target ourselves; 0 not known yet
	Direct   bool      // none is needed: the target supports us and knows us
	Steps    []Leg     // from the supporter to the target; none when there is no way, or none is needed
	Cost     int       // the sum of the steps, 0 when there is none
	Sentence string    // what to do, without its stop: "ask Lisa Green to introduce you to Raj Mehta"
	Careful  []string  // what to mind on the way: an opponent among those who introduce
	Meet     []Opening // when there is no way: who would open one, the best first, at most three
}

// Found reports whether there is a way, or none is needed.
func (p Path) Found() bool { return p.Direct || len(p.Steps) > 0 }

// Paths returns the way to each key player whom we do not cover, or of whom it
// is not known: those that can be reached first, the cheapest first, deciders
// before others (rule 14).
func Paths(p *Plan, today Date) []Path {
	n := newNetwork(p, today)
	var list []Path
	for _, c := range n.people {
		if !c.Left && IsKeyPlayer(c) == Yes && !covers(n.coverage[c.ID]) {
			list = append(list, n.pathTo(c))
		}
	}
	decides := func(id ID) int {
		c := n.byID[id]
		if c.DecisionRole.Has(EconomicBuyer) || c.DecisionRole.Has(DecisionMaker) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(list, func(a, b Path) int {
		return cmp.Or(FalseFirst(len(a.Steps) == 0, len(b.Steps) == 0), cmp.Compare(a.Cost, b.Cost), FalseFirst(a.Coverage == 0, b.Coverage == 0),
			cmp.Compare(decides(a.Target), decides(b.Target)), cmp.Compare(p.Name(a.Target), p.Name(b.Target)))
	})
	return list
}

// PathTo returns the way to one contact, whoever it is: key player or not, known
// to us or not (rule 14). ok is false when the plan has no such contact.
func PathTo(p *Plan, target ID, today Date) (path Path, ok bool) {
	c, ok := Lookup[*Contact](p.Book, target)
	if !ok {
		return Path{}, false
	}
	return newNetwork(p, today).pathTo(c), true
}

// network is the people of a plan and the lines along which they introduce.
type network struct {
	people   []*Contact
	byID     map[ID]*Contact
	coverage map[ID]Coverage
	into     map[ID][]step // the steps that lead to a person
	outOf    map[ID][]step // the steps that lead on from one
	by       map[ID]step   // the last step of the cheapest way from our supporters
}

// step is a leg that is put into words only where it is gone.
type step struct {
	Leg
	words string // with the names of both missing
}

func newNetwork(p *Plan, today Date) *network {
	n := &network{people: All[*Contact](p.Book), byID: map[ID]*Contact{}, coverage: p.Coverages(today), into: map[ID][]step{}, outOf: map[ID][]step{}}
	for _, c := range n.people {
		n.byID[c.ID] = c
	}
	lines, hostile := All[*Line](p.Book), map[[2]ID]bool{}
	for _, l := range lines {
		if l.Type == Conflicts {
			hostile[[2]ID{l.From, l.To}], hostile[[2]ID{l.To, l.From}] = true, true
		}
	}
	join := func(s Leg, words string) {
		from, to := n.byID[s.From], n.byID[s.To]
		if from == nil || to == nil || from == to || hostile[[2]ID{s.From, s.To}] || !introduces(from) {
			return
		}
		n.outOf[s.From], n.into[s.To] = append(n.outOf[s.From], step{s, words}), append(n.into[s.To], step{s, words})
	}
	for _, l := range lines {
		switch l.Type {
		case Influences:
			cost, known := costOfInfluence[l.Strength]
			if !known {
				cost = costUnsaid
			}
			join(Leg{l.From, l.To, l.ID, l.Type, cost, ""}, influenceWords[l.Strength])
		case Informal:
			join(Leg{l.From, l.To, l.ID, l.Type, costInformal, ""}, informalWords)
			join(Leg{l.To, l.From, l.ID, l.Type, costInformal, ""}, informalWords)
		}
	}
	for _, c := range n.people {
		join(Leg{c.ID, c.ReportsTo, ID{}, 0, costReporting, ""}, "%s reports to %s")
		join(Leg{c.ReportsTo, c.ID, ID{}, 0, costReporting, ""}, "%s leads %s")
	}
	n.spread()
	return n
}

const informalWords = "%s and %s know each other"

// influenceWords are by strength; none stands for one that is not known yet.
var influenceWords = map[Number]string{
	{}:          "%s sways %s, how strongly is not known yet",
	NumberOf(1): "%s sways %s a little",
	NumberOf(2): "%s sways %s",
	NumberOf(3): "%s sways %s strongly",
}

// introduces reports whether somebody can introduce others: whoever left cannot
// any more, and an empty seat cannot yet.
func introduces(c *Contact) bool { return !c.Left && !c.Placeholder }

// backs reports whether a contact is known to support us.
func backs(c *Contact) bool { return c.Support == Champion || c.Support == Supporter }

// starts reports whether a way can begin at a contact: a supporter whom we know.
func (n *network) starts(c *Contact) bool {
	return introduces(c) && backs(c) && covers(n.coverage[c.ID])
}

// spread finds the cheapest way to everybody, nearest first. Of two ways that
// cost the same the one with fewer steps counts, then the one found earlier in
// the order of making, so that the same book gives the same answer.
func (n *network) spread() {
	n.by = map[ID]step{}
	type stop struct {
		id ID
		way
	}
	stops := map[ID]*stop{} // whom a way leads to
	var open []*stop
	for _, c := range n.people {
		if n.starts(c) {
			stops[c.ID] = &stop{id: c.ID}
			open = append(open, stops[c.ID])
		}
	}
	for len(open) > 0 {
		at := 0
		for i, s := range open {
			if less(s.cost, s.steps, open[at].cost, open[at].steps) {
				at = i
			}
		}
		here := open[at]
		open = slices.Delete(open, at, at+1)
		for _, s := range n.outOf[here.id] {
			cost, count := here.cost+s.Cost, here.steps+1
			there := stops[s.To]
			switch {
			case there == nil:
				there = &stop{id: s.To}
				stops[s.To], open = there, append(open, there)
			case !less(cost, count, there.cost, there.steps):
				continue
			}
			there.way, n.by[s.To] = way{cost, count}, s
		}
	}
}

// less orders ways by cost, then by their number of steps.
func less(cost, steps, otherCost, otherSteps int) bool {
	return cost < otherCost || cost == otherCost && steps < otherSteps
}

// pathTo words the way to one person.
func (n *network) pathTo(c *Contact) Path {
	path := Path{Target: c.ID, Coverage: n.coverage[c.ID]}
	switch {
	case c.Left:
		path.Sentence = c.Name + " has left: find out who took over"
		return path
	case n.starts(c):
		path.Direct = true
		path.Sentence = fmt.Sprintf("%s supports us and we know each other: ask directly", c.Name)
		return path
	}
	for at := c.ID; ; {
		s, ok := n.by[at]
		if !ok {
			break
		}
		s.Why = fmt.Sprintf(s.words, n.byID[s.From].Name, n.byID[s.To].Name)
		path.Steps = append(path.Steps, s.Leg)
		path.Cost += s.Cost
		at = s.From
	}
	slices.Reverse(path.Steps)
	if len(path.Steps) > 0 {
		path.Sentence = n.sentence(path.Steps)
		for _, s := range path.Steps {
			if from := n.byID[s.From]; from.Support == Opponent {
				path.Careful = append(path.Careful, from.Name+" is against us")
			}
		}
		return path
	}
	path.Meet = n.openings(c)
	switch {
	case len(path.Meet) > 0:
		path.Sentence = fmt.Sprintf("nobody who supports us, and whom we know, reaches %s yet: %s", c.Name, path.Meet[0].Why)
	case c.Placeholder:
		path.Sentence = fmt.Sprintf("find out who holds the seat %s, and to whom that person listens", c.Name)
	default:
		path.Sentence = fmt.Sprintf("no line leads to %s yet: find out to whom %s listens and reports", c.Name, c.Name)
	}
	return path
}

// sentence says the introductions one after the other, each name once.
func (n *network) sentence(legs []Leg) string {
	var b strings.Builder
	for i, s := range legs {
		to := n.byID[s.To]
		switch {
		case i == 0 && to.Placeholder:
			fmt.Fprintf(&b, "ask %s who holds the seat %s, and for an introduction", n.byID[s.From].Name, to.Name)
		case i == 0:
			fmt.Fprintf(&b, "ask %s to introduce you to %s", n.byID[s.From].Name, to.Name)
		case to.Placeholder:
			fmt.Fprintf(&b, ", who can say who holds the seat %s", to.Name)
		default:
			b.WriteString(", who can introduce you to " + to.Name)
		}
	}
	return b.String()
}

// mostOpenings is how many people to meet are named: more would be no advice.
const mostOpenings = 3

// openings are the people from whom a way leads to the target, and what each
// lacks to begin one: the fewest things missing first, then the cheapest way.
// Whoever is against us does not open doors and is left out.
func (n *network) openings(target *Contact) []Opening {
	type candidate struct {
		Opening
		missing, steps int
	}
	var list []candidate
	for id, from := range n.costsTo(target) {
		c := n.byID[id]
		if c == target || c.Support == Opponent {
			continue
		}
		met, won := covers(n.coverage[id]), backs(c)
		missing, do, standing := 1, "win "+c.Name, ", whom we know"
		switch {
		case !met && won:
			do, standing = "meet "+c.Name, ", who supports us"
		case !met:
			missing, do, standing = 2, "meet and win "+c.Name, ""
		}
		why := fmt.Sprintf("%s%s: it is %s from there to %s", do, standing, Count(from.steps, "step", "steps"), target.Name)
		list = append(list, candidate{Opening{id, do, why, from.cost}, missing, from.steps})
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.missing, b.missing), cmp.Compare(a.Cost, b.Cost), cmp.Compare(a.steps, b.steps), cmp.Compare(n.byID[a.Contact].Name, n.byID[b.Contact].Name), a.Contact.Compare(b.Contact))
	})
	var meet []Opening
	for _, c := range list[:min(mostOpenings, len(list))] {
		meet = append(meet, c.Opening)
	}
	return meet
}

// way is what it takes to get to somebody.
type way struct{ cost, steps int }

// costsTo returns what the way from each person to the target costs, of those
// from whom there is one; the target's own is 0.
func (n *network) costsTo(target *Contact) map[ID]way {
	costs := map[ID]way{target.ID: {}}
	open := []ID{target.ID}
	for len(open) > 0 {
		at := open[0]
		open = open[1:]
		for _, s := range n.into[at] {
			w := way{costs[at].cost + s.Cost, costs[at].steps + 1}
			if known, seen := costs[s.From]; !seen || less(w.cost, w.steps, known.cost, known.steps) {
				costs[s.From] = w
				open = append(open, s.From)
			}
		}
	}
	return costs
}
