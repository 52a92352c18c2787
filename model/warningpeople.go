package model

// ConfirmWithin is how many days the classification of a key player holds
// before it should be confirmed again (rule 4).
const ConfirmWithin = 90

// Stale reports whether the classification of a contact who is still there was
// confirmed longer ago than it holds (rule 4). One that nobody ever confirmed is
// not stale but not known: [Questions] asks for it.
func (c *Contact) Stale(today Date) bool {
	return !c.Left && c.Confirmed.AddDays(ConfirmWithin).Before(today)
}

// people is the contacts of a plan sorted out once for all warnings.
type people struct {
	plan                            *Plan
	all, here, gone                 []*Contact // everybody, still with the customer, and left
	key, supportive, judged         []*Contact // key players, those who support us, those whose support is known
	supporters, opponents, champion []*Contact
	deals                           []*Opportunity        // open ones
	dealsOf                         map[ID][]*Opportunity // that name somebody
	roleKnown                       int
	buyer                           bool // somebody holds the budget
}

func peopleOf(p *Plan) people {
	s := people{plan: p, all: All[*Contact](p.Book), deals: p.OpenDeals(), dealsOf: dealsByPerson(p)}
	budget := map[ID]bool{} // whoever signs for the money of an open deal
	for _, o := range s.deals {
		budget[o.Buyer] = true
	}
	for _, r := range All[*Role](p.Book) {
		if o, ok := Lookup[*Opportunity](p.Book, r.Opportunity); ok && o.Open() && r.DecisionRole.Has(EconomicBuyer) {
			budget[r.Contact] = true
		}
	}
	for _, c := range s.all {
		if c.Left {
			s.gone = append(s.gone, c)
			continue
		}
		s.here = append(s.here, c)
		if c.DecisionRole != 0 {
			s.roleKnown++
		}
		s.buyer = s.buyer || c.DecisionRole.Has(EconomicBuyer) || budget[c.ID]
		switch c.Support {
		case Champion:
			s.champion = append(s.champion, c)
			s.supporters = append(s.supporters, c)
		case Supporter:
			s.supporters = append(s.supporters, c)
		case Opponent:
			s.opponents = append(s.opponents, c)
		}
		if IsKeyPlayer(c) != Yes {
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
