package model

import (
	"slices"
	"strings"
	"unicode"
)

// InternalTag is the tag that keeps a record out of the copy for the customer,
// whatever its kind: "internal", in any case. An account cannot be kept out of its
// own plan.
const InternalTag = "internal"

// shownRule says which records of a kind a copy for the customer holds.
type shownRule struct {
	words   string
	is      func(p *Plan, r Record, today Date) bool // nil when all are
	hangsOn func(Record) ID                          // what has to be shown too; nil when nothing has
}

// shownWhen says of which records of a kind a copy for the customer holds only
// some.
var shownWhen = map[Kind]shownRule{
	KindContact: {words: "who is there and either has a place in the reporting lines or is named in what is shown: nobody external, nor who left, nor a seat whose holder is not known", is: func(_ *Plan, r Record, _ Date) bool {
		return theirOwn(r.(*Contact))
	}},
	KindInitiative: {words: "confirmed by the customer", is: func(_ *Plan, r Record, _ Date) bool { return r.(*Initiative).Confirmed }},
	KindChallenge:  {words: "of an initiative that is shown", hangsOn: func(r Record) ID { return r.(*Challenge).Initiative }},
	KindSolution:   {words: "for a challenge that is shown", hangsOn: func(r Record) ID { return r.(*Solution).Challenge }},
	KindGoal: {words: "stated by them, not concluded by us", is: func(p *Plan, r Record, _ Date) bool {
		g := r.(*Goal)
		whose, known := Lookup[*Contact](p.Book, g.Contact)
		return g.Stated == Stated && !(known && isInternal(whose))
	}},
	KindObjective: {words: "agreed with the customer", is: func(_ *Plan, r Record, _ Date) bool { return r.(*Objective).Agreed }},
	KindAction: {words: "of an objective that is shown, and no ask among ourselves", is: func(p *Plan, r Record, _ Date) bool {
		a := r.(*Action)
		return a.Type != Ask
	}, hangsOn: func(r Record) ID { return r.(*Action).Objective }},
	KindReview: {words: "held with the customer: of type QBR or With Customer, or with one of them attending", is: func(p *Plan, r Record, _ Date) bool {
		v := r.(*Review)
		return v.Type == QBR || v.Type == WithCustomer || slices.ContainsFunc(v.Attendees, p.isTheirOwn)
	}},
	KindInteraction: {words: "meetings with one of them: the day, not who saw whom", is: func(p *Plan, r Record, _ Date) bool {
		i := r.(*Interaction)
		return i.Type == Meeting && slices.ContainsFunc(i.Contacts, p.isTheirOwn)
	}},
	KindMilestone: {words: milestonesInWords(), is: func(p *Plan, r Record, today Date) bool {
		m := r.(*Milestone)
		when := milestonesShown[m.Type]
		return (when == atAnyTime || when == onceReached && !m.On.IsZero() && !today.Before(m.On))
	}},
	KindTeammate: {words: "named in what is shown"},
	KindProduct:  {words: "named in what is shown"},
	KindStory:    {words: "named in what is shown"},
}

// shownTime is when a copy for the customer may hold a milestone.
type shownTime uint8

const (
	never shownTime = iota
	onceReached
	atAnyTime
)

// milestonesShown says of each type of milestone when a copy for the customer may
// hold it: the days of what is done together and of their own calendar always;
// what was bought, and what changed at theirs, once it has happened, for before it
// is our plan or hearsay. What is not listed is our own view of them, or nobody can
// say whose it is.
var milestonesShown = map[MilestoneType]shownTime{
	ProjectMilestone: atAnyTime, InitiativeMilestone: atAnyTime, IndustryEvent: atAnyTime, ProductLaunch: atAnyTime, StrategicMeeting: atAnyTime,
	DealSigned: onceReached, RenewalMilestone: onceReached, Expansion: onceReached,
	LeadershipChange: onceReached, Reorganisation: onceReached, MergerAcquisition: onceReached, FundingMilestone: onceReached,
}

// milestonesInWords says what milestonesShown holds.
func milestonesInWords() string {
	names := map[shownTime][]string{}
	for i, word := range milestoneTypeList {
		when := milestonesShown[MilestoneType(i+1)]
		names[when] = append(names[when], word.Name)
	}
	return "of type " + OrList(names[atAnyTime]) + "; once it has happened also " + OrList(names[onceReached])
}

// theirOwn reports whether somebody is known to be one of the customer's people.
func theirOwn(c *Contact) bool { return !c.Left && !c.Placeholder && !c.External }

// isTheirOwn is theirOwn of the contact with an id.
func (p *Plan) isTheirOwn(id ID) bool {
	c, ok := Lookup[*Contact](p.Book, id)
	return ok && theirOwn(c)
}

// ShownWhen says which records of a kind a copy for the customer shows, "" for all
// of a kind that is shown.
func (k Kind) ShownWhen() string { return shownWhen[k].words }

// shows reports whether a copy for the customer may hold a record; of people, and
// of the kinds that all accounts share, it holds those that have a place in it.
func (p *Plan) shows(r Record, today Date) bool {
	return p.mayShow(r, today) && !slices.ContainsFunc(r.Fields(), func(f Field) bool {
		return f.Needed && p.tells(r, f) // it would be there without what it is called
	})
}

// isInternal reports whether somebody tagged a record so that it stays with us.
func isInternal(r Record) bool {
	return r.Kind() != KindAccount && slices.ContainsFunc(r.Base().Tags, func(tag string) bool { return strings.EqualFold(tag, InternalTag) })
}

// mayShow is shows, but for what the record's own texts say.
func (p *Plan) mayShow(r Record, today Date) bool {
	if isInternal(r) {
		return false
	}
	when := shownWhen[r.Kind()]
	if when.hangsOn != nil {
		if on := p.Get(when.hangsOn(r)); on == nil || !p.shows(on, today) {
			return false
		}
	}
	return r.Kind().Shown() && (when.is == nil || when.is(p, r, today))
}

// tells reports whether a field that the customer would see is a text in which
// somebody is named of whom the copy is silent: a competitor, or a contact who is
// tagged internal. What the account and its people are called is theirs.
func (p *Plan) tells(r Record, f Field) bool {
	if t := f.Type(); !f.ForCustomer || t != TypeText && t != TypeTexts || f.IsCurrency() {
		return false
	}
	if f.Name == "name" && (r.Kind() == KindAccount || r.Kind() == KindContact) {
		return false
	}
	return p.namesHidden(f.Text())
}

// TellingTexts says which texts a copy for the customer leaves out because they
// name a competitor, or somebody who is tagged internal: "Backstory of Fleet".
func (p *Plan) TellingTexts(today Date) []string {
	var list []string
	for _, r := range p.Records() {
		if !p.mayShow(r, today) {
			continue
		}
		for _, f := range r.Fields() {
			if p.tells(r, f) {
				list = append(list, f.Label+" of "+Title(r, p.Name))
			}
		}
	}
	return list
}

// namesHidden reports whether a text names a competitor or a contact who is tagged
// internal, written in one word or in several, with or without a legal form; a
// longer word that holds the name is another.
func (p *Plan) namesHidden(text string) bool {
	words := wordsOf(text)
	if slices.ContainsFunc(All[*Contact](p.Book), func(c *Contact) bool {
		return isInternal(c) && hasRun(words, strings.Join(wordsOf(c.Name), ""))
	}) {
		return true
	}
	return slices.ContainsFunc(All[*Competitor](p.Book), func(c *Competitor) bool {
		name := wordsOf(c.Name)
		for len(name) > 1 && slices.Contains(legalForms, name[len(name)-1]) {
			name = name[:len(name)-1]
		}
		return hasRun(words, strings.Join(name, ""))
	})
}

// legalForms are the words that end a company's name and that nobody says.
var legalForms = []string{"inc", "ltd", "limited", "llc", "plc", "corp", "corporation", "co", "company", "gmbh", "ag", "kg", "se", "sa", "sas", "srl", "spa", "bv", "nv", "ab", "oy", "group", "holding", "holdings"}

// wordsOf are the words of a text in lower case, without what stands between them.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

// hasRun reports whether words that follow each other make up a name.
func hasRun(words []string, name string) bool {
	for i := range words {
		rest := name
		for _, word := range words[i:] {
			after, ok := strings.CutPrefix(rest, word)
			if !ok {
				break
			}
			if rest = after; rest == "" {
				return true
			}
		}
	}
	return false
}
