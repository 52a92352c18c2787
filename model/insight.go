package model

import (
	"fmt"
	"slices"
)

// Chain is an initiative with what stands in its way and how we help (S2).
type Chain struct {
	Initiative *Initiative
	Links      []ChainLink // a challenge each, in the order of their making
	Complete   bool        // at least one challenge has a solution
	Missing    string      // what would complete it, as a question; "" when complete
}

// ChainLink is one challenge of a chain with its solutions.
type ChainLink struct {
	Challenge *Challenge
	Solutions []*Solution
}

// Chains returns all initiatives of a plan as chains, in the order of their
// making, past ones included (domain section 3).
func Chains(p *Plan) []Chain {
	solutions, challenges := map[ID][]*Solution{}, map[ID][]ChainLink{}
	for _, s := range All[*Solution](p.Book) {
		solutions[s.Challenge] = append(solutions[s.Challenge], s)
	}
	for _, c := range All[*Challenge](p.Book) {
		challenges[c.Initiative] = append(challenges[c.Initiative], ChainLink{c, solutions[c.ID]})
	}
	var chains []Chain
	for _, i := range All[*Initiative](p.Book) {
		c := Chain{Initiative: i, Links: challenges[i.ID]}
		c.Complete = slices.ContainsFunc(c.Links, func(l ChainLink) bool { return len(l.Solutions) > 0 })
		switch {
		case c.Complete:
		case len(c.Links) == 0:
			c.Missing = fmt.Sprintf("What stands in the way of “%s”?", i.Name)
		default:
			c.Missing = fmt.Sprintf("How do we help with “%s”?", c.Links[0].Challenge.Name)
		}
		chains = append(chains, c)
	}
	return chains
}

// OwnedByKeyPlayers is the share of initiatives, as one part of so many, from
// which their owners count as good (rule 6).
const OwnedByKeyPlayers = 3

// Insight is how well we know what the customer wants (rule 6). It counts the
// initiatives that the customer still works for.
type Insight struct {
	Chains    []Chain // of the initiatives counted
	Complete  Ratio   // complete chains of all
	Confirmed Ratio   // confirmed by the customer, the others being our assumption
	Owned     Ratio   // owned by key players, of those whose owner can be judged
	Good      Answer  // whether key players own enough of them: from one third
	Reasons   []string
	Ask       []string
}

// InsightOf judges what we know of the customer's initiatives (rule 6).
func InsightOf(p *Plan) Insight {
	var in Insight
	var complete, confirmed, owned, judged int
	for _, c := range Chains(p) {
		if !c.Initiative.Open() {
			continue
		}
		in.Chains = append(in.Chains, c)
		if c.Complete {
			complete++
		} else {
			in.Ask = append(in.Ask, c.Missing)
		}
		if c.Initiative.Confirmed {
			confirmed++
		}
		owner, ok := Lookup[*Contact](p.Book, c.Initiative.Owner)
		if !ok {
			in.Ask = append(in.Ask, fmt.Sprintf("Who owns “%s”?", c.Initiative.Name))
			continue
		}
		if owner.Left {
			in.Ask = append(in.Ask, fmt.Sprintf("Who owns “%s” since %s left?", c.Initiative.Name, owner.Name))
			continue
		}
		switch key := KeyPlayer(owner); key.Answer {
		case Yes:
			owned, judged = owned+1, judged+1
		case No:
			judged++
		default:
			in.Ask = append(in.Ask, fmt.Sprintf("%s of %s?", key.Ask[0], owner.Name))
		}
	}
	n := len(in.Chains)
	if n == 0 {
		in.Reasons = []string{"not known yet: no initiative is on record"}
		in.Ask = append(in.Ask, fmt.Sprintf("What does %s want to achieve, and why now?", p.Account.Name))
		return in
	}
	in.Complete, in.Confirmed, in.Owned = Ratio{int64(complete), int64(n)}, Ratio{int64(confirmed), int64(n)}, Ratio{int64(owned), int64(judged)}
	in.Reasons = []string{
		fmt.Sprintf("%d of %s complete", complete, Count(n, "chain", "chains")),
		fmt.Sprintf("%d of %d confirmed by the customer", confirmed, n),
	}
	if judged == 0 {
		in.Reasons = append(in.Reasons, "not known yet whether key players own them")
		return in
	}
	if in.Good = No; OwnedByKeyPlayers*owned >= judged {
		in.Good = Yes
	}
	in.Reasons = append(in.Reasons, fmt.Sprintf("%d of %d owned by key players", owned, judged))
	if judged < n {
		in.Reasons = append(in.Reasons, fmt.Sprintf("of %s nobody knows yet who owns them, or how much that person counts", Count(n-judged, "initiative", "initiatives")))
	}
	return in
}
