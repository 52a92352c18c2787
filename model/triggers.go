package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Doubt is a record that something which happened puts in doubt, and why (domain
// section 5, from S1 and S3).
type Doubt struct {
	Record Record
	Fields []string // the names of the fields to look at first
	Why    string   // one sentence without its stop
}

// doubtRule says which records of a kind are put in doubt.
type doubtRule struct {
	kind   Kind
	which  func(p *Plan, r Record) bool // nil for all
	fields []string
	why    string
}

func isOpenDeal(_ *Plan, r Record) bool    { return r.(*Opportunity).Open() }
func isOpenRenewal(_ *Plan, r Record) bool { return r.(*Renewal).Open() }
func isKeyPlayer(_ *Plan, r Record) bool {
	c := r.(*Contact)
	return !c.Left && IsKeyPlayer(c) == Yes
}
func isPlaced(_ *Plan, r Record) bool {
	c := r.(*Contact)
	return !c.Left && (!c.ReportsTo.IsZero() || !c.Unit.IsZero())
}
func isPotential(_ *Plan, r Record) bool { return !r.(*Mark).Potential.IsZero() }

var (
	whoDecidesRule = doubtRule{KindContact, isKeyPlayer, []string{"decision_role", "influence", "support", "political_status"}, "who decides, and who backs us, changes with who leads"}
	placesRule     = doubtRule{KindContact, isPlaced, []string{"reports_to", "unit", "title", "rank", "political_status"}, "whom people report to, and what they have a say in, changes with the structure"}
	unitsRule      = doubtRule{KindUnit, nil, []string{"parent", "head"}, "the parts of the customer may be cut anew"}
	dealMoneyRule  = doubtRule{KindOpportunity, isOpenDeal, []string{"budget_source", "amount", "close"}, "whether the money is there, how much and when, hangs on their budget"}
	dealWhoRule    = doubtRule{KindOpportunity, isOpenDeal, []string{"buyer", "deciders"}, "who signs and who has to agree may be others now"}
	dealRivalRule  = doubtRule{KindOpportunity, isOpenDeal, []string{"competitor", "stage", "probability"}, "whoever won there may be after this too"}
	potentialRule  = doubtRule{KindMark, isPotential, []string{"potential", "state"}, "what could be sold there was reckoned before"}
	renewalRule    = doubtRule{KindRenewal, isOpenRenewal, []string{"risk", "amount"}, "whether the contract goes on may look different now"}
	rivalRule      = doubtRule{KindCompetitor, nil, []string{"embedded", "threat", "sponsor"}, "where they are, and who backs them, may be different: it may help to displace them"}
	initiativeRule = doubtRule{KindInitiative, func(_ *Plan, r Record) bool { return r.(*Initiative).Open() }, []string{"owner", "priority", "status"}, "what they want, and who wants it, may be different now"}
	goalRule       = doubtRule{KindGoal, nil, []string{"target", "by"}, "the target was set for another pace"}
)

// triggers are the milestones that put records in doubt, each with which and why,
// in the order in which to look.
var triggers = map[MilestoneType][]doubtRule{
	MergerAcquisition: {whoDecidesRule, unitsRule, dealWhoRule, renewalRule, rivalRule, initiativeRule},
	Reorganisation:    {placesRule, unitsRule, dealWhoRule},
	LeadershipChange:  {whoDecidesRule, dealWhoRule, initiativeRule},
	BudgetChange:      {dealMoneyRule, potentialRule, renewalRule},
	CompetitiveLoss:   {dealRivalRule, rivalRule, potentialRule},
	GrowthChange:      {goalRule, potentialRule, dealMoneyRule},
	FundingMilestone:  {dealMoneyRule, potentialRule, initiativeRule},
	NewDepartment:     {unitsRule, potentialRule},
}

// Triggers reports whether a record puts others in doubt: a milestone of such a
// type, or somebody who left.
func Triggers(r Record) bool {
	switch r := r.(type) {
	case *Milestone:
		return len(triggers[r.Type]) > 0
	case *Contact:
		return r.Left
	}
	return false
}

// DoubtsOf returns the records that a milestone or a leaver puts in doubt and
// that nobody has looked at since, in the order in which to go through them. A
// record that was written since the milestone was logged, or since the contact
// was marked as gone, has been looked at; so the list goes on where it was left,
// and one that is taken back comes again. Milestones ahead put nothing in doubt
// yet (domain section 5).
func DoubtsOf(p *Plan, of Record, today Date) []Doubt {
	switch of := of.(type) {
	case *Contact:
		if of.Left {
			return doubtsOfLeaver(p, of)
		}
	case *Milestone:
		if !today.Before(of.On) {
			return doubtsOfMilestone(p, of)
		}
	}
	return nil
}

func doubtsOfMilestone(p *Plan, m *Milestone) []Doubt {
	var list []Doubt
	at := map[ID]int{}
	happened := max(m.Created, InstantOf(m.On.Time())) // what was looked at before it came about is in doubt still
	for _, rule := range triggers[m.Type] {
		for _, r := range p.Of(rule.kind) {
			if r.Base().Changed >= happened || rule.which != nil && !rule.which(p, r) {
				continue
			}
			if i, known := at[r.Base().ID]; known { // one record, one step
				list[i].Fields = appendNew(list[i].Fields, rule.fields)
				list[i].Why += "; " + rule.why
				continue
			}
			at[r.Base().ID] = len(list)
			list = append(list, Doubt{r, slices.Clone(rule.fields), rule.why})
		}
	}
	return list
}

func appendNew(list, more []string) []string {
	for _, item := range more {
		if !slices.Contains(list, item) {
			list = append(list, item)
		}
	}
	return list
}

// leaverOrder is the order in which to look at what a leaver leaves: decisions
// before work before what is only drawn. Kinds that are not in it come last.
var leaverOrder = []Kind{KindOpportunity, KindRole, KindContact, KindInitiative, KindGoal, KindAction, KindStep, KindIssue, KindUnit, KindCompetitor, KindRelationship, KindLine}

// doubtsOfLeaver returns what is linked to somebody who left: what happened with
// that person, such as a call, stays true.
func doubtsOfLeaver(p *Plan, gone *Contact) []Doubt {
	var list []Doubt
	for _, r := range p.Referrers(gone.ID) {
		if past(r) || r.Base().ID == gone.ID || r.Base().Changed >= gone.Changed {
			continue
		}
		d := Doubt{Record: r}
		var labels []string
		for _, f := range r.Fields() {
			if slices.Contains(f.Links(), gone.ID) {
				d.Fields = append(d.Fields, f.Name)
				labels = append(labels, uncapital(f.Label))
			}
		}
		d.Why = fmt.Sprintf("%s has left, and is named in %s", gone.Name, strings.Join(labels, " and "))
		list = append(list, d)
	}
	place := func(d Doubt) int {
		if i := slices.Index(leaverOrder, d.Record.Kind()); i >= 0 {
			return i
		}
		return len(leaverOrder)
	}
	slices.SortStableFunc(list, func(a, b Doubt) int { return cmp.Compare(place(a), place(b)) })
	return list
}

// past reports whether a record tells of what happened or is decided, which
// nobody's leaving makes untrue.
func past(r Record) bool {
	switch r := r.(type) {
	case *Interaction, *Review:
		return true
	case *Opportunity:
		return !r.Open()
	case *Action:
		return !r.Open()
	case *Contact:
		return r.Left
	}
	return false
}

// Upheld returns the edit that says that a record still holds after what put it
// in doubt: a contact is confirmed on the day, of anything else the notes say so.
func Upheld(r, of Record, today Date, names Names) Edit {
	label := fmt.Sprintf("still true: %s %s", r.Kind(), Title(r, names))
	if c, ok := r.(*Contact); ok && c.Confirmed != today {
		e := StillTrue(c, today)
		e.Label = label
		return e
	}
	after := Clone(r)
	head := after.Base()
	line := fmt.Sprintf("%s: still true after %s.", today, Title(of, names))
	head.Notes = strings.TrimSpace(head.Notes + "\n" + line)
	return Edited(label, r, after)
}
