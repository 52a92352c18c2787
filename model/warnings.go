package model

import "fmt"

// Warning is something about the people of a plan that wants doing, in words.
type Warning struct {
	Rule string // a short name that never changes: "no-champion"
	Text string // one sentence, without its stop
	IDs  []ID   // the records it is about, none when it is about the account
}

// ConfirmWithin is how many days the classification of a key player holds
// before it should be confirmed again (rule 4).
const ConfirmWithin = 90

// Warnings returns what is doubtful about the people of a plan, worst first
// (rule 4). A rule whose values are not known stays silent: what is missing is
// for [Questions].
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
			fmt.Sprintf("Only %d of %d key players whose support is known back us", len(s.supportive), known), s.judged)
	},
	func(s people, _ Date) []Warning {
		return warnIf(len(s.opponents) > 0 && len(s.supporters) <= len(s.opponents), "outnumbered",
			fmt.Sprintf("There are %d against us and %d for us", len(s.opponents), len(s.supporters)), s.opponents)
	},
	func(s people, _ Date) []Warning {
		return warnIf(len(s.judged) > 0 && len(s.champion) == 0, "no-champion", "Nobody sells for us inside: there is no champion", nil)
	},
	func(s people, _ Date) (list []Warning) {
		for _, c := range s.gone {
			if c.DecisionRole != 0 {
				list = append(list, Warning{"left-on-decision", c.Name + " has left, but is still named as " + c.DecisionRole.String(), []ID{c.ID}})
			}
		}
		return list
	},
	func(s people, _ Date) (list []Warning) {
		for _, c := range s.key {
			if CoverageGap(c).Answer == Yes {
				list = append(list, Warning{"coverage-gap", c.Name + " is a key player whom we have never met", []ID{c.ID}})
			}
		}
		return list
	},
	func(s people, _ Date) (list []Warning) {
		for _, c := range s.champion {
			if c.Influence == Low {
				list = append(list, Warning{"coach", c.Name + " is a champion of low influence: a coach, who cannot carry a decision", []ID{c.ID}})
			}
		}
		return list
	},
	func(s people, _ Date) (list []Warning) {
		for _, r := range All[*Relationship](s.plan.Book) {
			if r.Level != 0 && r.Level < r.Wanted {
				list = append(list, Warning{"below-wanted", fmt.Sprintf("%s is seen as %s by %s, and should be %s",
					nameOr(s.plan.Name, r.Teammate), r.Level, nameOr(s.plan.Name, r.Contact), r.Wanted), []ID{r.ID}})
			}
		}
		return list
	},
	func(s people, _ Date) []Warning {
		return warnIf(len(s.judged) >= 3 && len(s.opponents) == 0, "no-opponent", "Nobody is marked as opponent: who backs the competitor?", nil)
	},
	func(s people, today Date) (list []Warning) {
		for _, c := range s.key {
			if c.Confirmed.AddDays(ConfirmWithin).Before(today) {
				list = append(list, Warning{"not-confirmed", fmt.Sprintf("What we think of %s was last confirmed %d days ago", c.Name, today.DaysSince(c.Confirmed)), []ID{c.ID}})
			}
		}
		return list
	},
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
