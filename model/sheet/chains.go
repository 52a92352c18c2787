package sheet

import (
	"cmp"
	"slices"
	"strings"

	"astute/model"
)

// The columns by which the links of a chain are set in.
const (
	challengeIn = 2
	solutionIn  = 5
)

// chains writes initiatives with their challenges and our solutions: those that
// the customer still works for first, the weightiest of them first (rule 6).
func (s *strategist) chains(w *writer) {
	chains := model.Chains(s.plan)
	slices.SortStableFunc(chains, func(a, b model.Chain) int {
		return cmp.Or(boolFirst(a.Initiative.Open(), b.Initiative.Open()), highest(a.Initiative.Priority, b.Initiative.Priority))
	})
	s.begin(w, 0, len(chains))
	if len(chains) > 0 {
		s.insight(w)
	}
	for _, c := range chains {
		s.chain(w, c)
	}
}

// insight writes how well we know what they want, with the reasons (rule 6).
func (s *strategist) insight(w *writer) {
	in := model.InsightOf(s.plan)
	tone := map[model.Answer]Tone{model.Yes: Good, model.No: Warn, model.NotKnown: Unknown}[in.Good]
	verdict := map[model.Answer]string{model.Yes: "good: key players own a third or more", model.No: "key players own less than a third"}[in.Good]
	w.say(2, run{text: strings.Join(in.Reasons, ", "), tone: tone}, run{text: verdict, tone: tone})
	if len(in.Ask) > 0 {
		w.say(2, run{text: "? " + in.Ask[0], tone: Unknown})
	}
}

// chain writes one initiative and what hangs on it.
func (s *strategist) chain(w *writer, c model.Chain) {
	i := c.Initiative
	mark, word, tone, name := "!", "incomplete", Warn, Strong
	switch {
	case !i.Open():
		mark, word, tone, name = i.Status.Mark(), strings.ToLower(i.Status.String()), Done, Done
	case c.Complete:
		mark, word, tone = "+", "complete", Good
	}
	confirmed := run{"assumed by us", Warn, s.field(i, "confirmed", "", Plain).target}
	if i.Confirmed {
		confirmed.text, confirmed.tone = "confirmed", Good
	}
	title := s.field(i, "name", mark+" ", name)
	w.say(0, title, run{text: word, tone: tone}, s.field(i, "priority", "", Plain), confirmed, s.person(i, "owner", "owner "))
	s.whole(w, challengeIn, i)
	if len(c.Links) == 0 && i.Open() {
		w.say(challengeIn, run{text: "! no challenge yet: " + s.how(model.KindChallenge, "a adds one"), tone: Warn})
	}
	for _, l := range c.Links {
		w.say(challengeIn, s.field(l.Challenge, "name", "-> ", Plain), s.known(l.Challenge, "type", "", Faint))
		s.whole(w, solutionIn, l.Challenge)
		if len(l.Solutions) == 0 && i.Open() {
			w.say(solutionIn, run{text: "! no solution yet: " + s.how(model.KindSolution, "a adds one"), tone: Warn})
		}
		for _, x := range l.Solutions {
			w.say(solutionIn, s.field(x, "name", "-> ", Plain), s.known(x, "product", "", Faint), s.field(x, "proof", "proof: ", Faint))
			s.whole(w, solutionIn+3, x)
		}
	}
}

// boolFirst orders what is true before what is not.
func boolFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}
