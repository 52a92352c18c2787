package model

import (
	"fmt"
	"strings"
)

// Warning is something about the people of a plan that wants doing, in words.
type Warning struct {
	Rule string // a short name that never changes: "no-champion"
	Text string // one sentence, without its stop
	IDs  []ID   // the records it is about, none when it is about the account
}

// ConfirmWithin is how many days the classification of a key player holds
// before it should be confirmed again (rule 4).
const ConfirmWithin = 90

// Stale reports whether the classification of a contact who is still there was
// confirmed longer ago than it holds (rule 4). One that nobody ever confirmed is
// not stale but not known: [Questions] asks for it.
func (c *Contact) Stale(today Date) bool {
	return !c.Left && c.Confirmed.AddDays(ConfirmWithin).Before(today)
}

// Warnings returns what is doubtful about the people of a plan, worst first and
// at most one for each rule, so that a list of them is never a wall (rule 4). A
// rule whose values are not known stays silent: what is missing is for
// [Questions].
func Warnings(p *Plan, today Date) []Warning {
	people := peopleOf(p)
	var list []Warning
	for _, rule := range warningRules {
		list = append(list, rule(people, today)...)
	}
	return list
}

// people is the contacts of a plan sorted out once for all warnings.
type people struct {
	plan                            *Plan
	here, gone                      []*Contact // still with the customer, and left
	key, supportive, judged         []*Contact // key players, those who support us, those whose support is known
	supporters, opponents, champion []*Contact
	roleKnown                       int
	buyer                           bool // somebody holds the budget
}

func peopleOf(p *Plan) people {
	s := people{plan: p}
	for _, c := range All[*Contact](p.Book) {
		if c.Left {
			s.gone = append(s.gone, c)
			continue
		}
		s.here = append(s.here, c)
		if c.DecisionRole != 0 {
			s.roleKnown++
		}
		s.buyer = s.buyer || c.DecisionRole.Has(EconomicBuyer)
		switch c.Support {
		case Champion:
			s.champion = append(s.champion, c)
			s.supporters = append(s.supporters, c)
		case Supporter:
			s.supporters = append(s.supporters, c)
		case Opponent:
			s.opponents = append(s.opponents, c)
		}
		if KeyPlayer(c).Answer != Yes {
			continue
		}
		s.key = append(s.key, c)
		if c.Support != 0 {
			s.judged = append(s.judged, c)
		}
		if Supportive(c).Answer == Yes {
			s.supportive = append(s.supportive, c)
		}
	}
	return s
}

// warningRules are in the order of their weight: whoever decides before whoever
// backs us, and both before what is merely old.
var warningRules = []func(people, Date) []Warning{
	func(s people, _ Date) []Warning {
		return warnIf(s.roleKnown > 0 && !s.buyer, "no-economic-buyer", "Nobody is named who holds the budget", nil)
	},
	func(s people, _ Date) []Warning {
		known := len(s.judged)
		return warnIf(known > 0 && len(s.supportive)*2 < known, "most-not-supportive",
			mostNotSupportive(len(s.supportive), known), s.judged)
	},
	func(s people, _ Date) []Warning {
		return warnIf(len(s.opponents) > 0 && len(s.supporters) <= len(s.opponents), "outnumbered",
			fmt.Sprintf("Those for us are no more than those against us: %d to %d", len(s.supporters), len(s.opponents)), s.opponents)
	},
	func(s people, _ Date) []Warning {
		return warnIf(len(s.judged) > 0 && len(s.champion) == 0, "no-champion", "Nobody sells for us inside: there is no champion", nil)
	},
	func(s people, _ Date) []Warning {
		return warnEach("left-on-decision", "%s has left, but is still named in the decision", "%d people have left, but are still named in the decision: %s",
			about(s.gone, func(c *Contact) bool { return c.DecisionRole != 0 }))
	},
	func(s people, _ Date) []Warning {
		return warnOfCircles(ReportingCircles(All[*Contact](s.plan.Book)))
	},
	func(s people, _ Date) []Warning {
		return warnEach("coverage-gap", "%s is a key player whom we have never met", "%d key players have never met us: %s",
			about(s.key, func(c *Contact) bool { return CoverageGap(c).Answer == Yes }))
	},
	func(s people, _ Date) []Warning {
		return warnEach("coach", "%s is a champion of low influence: a coach, who cannot carry a decision", "%d champions have low influence: coaches, who cannot carry a decision: %s",
			about(s.champion, func(c *Contact) bool { return c.Influence == Low }))
	},
	func(s people, _ Date) []Warning {
		var low []named
		for _, r := range All[*Relationship](s.plan.Book) {
			if r.Level != 0 && r.Level < r.Wanted {
				low = append(low, named{r.ID, Title(r, s.plan.Name)})
			}
		}
		return warnEach("below-wanted", "%s: the relationship is below the level wanted", "%d relationships are below the level wanted: %s", low)
	},
	func(s people, _ Date) []Warning {
		return warnIf(len(s.judged) >= 3 && len(s.opponents) == 0, "no-opponent", "Nobody is marked as opponent: who backs the competitor?", nil)
	},
	func(s people, today Date) []Warning {
		older := fmt.Sprintf("older than %d days", ConfirmWithin)
		return warnEach("not-confirmed", "%s is a key player whose classification is "+older, "%d key players have a classification "+older+": %s",
			about(s.key, func(c *Contact) bool { return c.Stale(today) }))
	},
}

func mostNotSupportive(n, known int) string {
	text := ofWhom(n, known, "key player whose support is known", "key players whose support is known", "backs us", "back us", "does not back us")
	if n > 0 {
		return "Only " + text
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// warnOfCircles names the people whose reporting lines lead back to themselves:
// one line of each circle is wrong, and every chart of them.
func warnOfCircles(circles [][]*Contact) []Warning {
	var found []named
	var ids []ID
	for _, circle := range circles {
		var names []string
		for _, c := range circle {
			names, ids = append(names, c.Name), append(ids, c.ID)
		}
		found = append(found, named{circle[0].ID, strings.Join(append(firstFew(names), circle[0].Name), " to ")})
	}
	list := warnEach("reports-in-circle", "The reporting lines run in a circle, one of them is wrong: %s", "The reporting lines run in %d circles, one line of each is wrong: %s", found)
	for i := range list {
		list[i].IDs = ids
	}
	return list
}

// named is a record with what it is called.
type named struct {
	id   ID
	name string
}

// about picks the contacts that a warning is about.
func about(list []*Contact, wrong func(*Contact) bool) []named {
	var picked []named
	for _, c := range list {
		if wrong(c) {
			picked = append(picked, named{c.ID, c.Name})
		}
	}
	return picked
}

// warnEach makes one warning of all that one rule found, naming the first few.
func warnEach(rule, one, many string, found []named) []Warning {
	w := Warning{Rule: rule}
	var names []string
	for _, n := range found {
		w.IDs = append(w.IDs, n.id)
		names = append(names, n.name)
	}
	switch {
	case len(names) == 0:
		return nil
	case len(names) == 1:
		w.Text = fmt.Sprintf(one, names[0])
	default:
		list := strings.Join(names, ", ")
		if few := firstFew(names); len(few) < len(names) {
			list = AndList(few)
		}
		w.Text = fmt.Sprintf(many, len(names), list)
	}
	return []Warning{w}
}

// firstFew keeps the first names of a list and counts the rest as one more; a
// fourth is named, since it takes no more room than counting it.
func firstFew(names []string) []string {
	if len(names) <= 4 {
		return names
	}
	return append(names[:3:3], fmt.Sprintf("%d more", len(names)-3))
}

func warnIf(wrong bool, rule, text string, about []*Contact) []Warning {
	if !wrong {
		return nil
	}
	w := Warning{Rule: rule, Text: text}
	for _, c := range about {
		w.IDs = append(w.IDs, c.ID)
	}
	return []Warning{w}
}
