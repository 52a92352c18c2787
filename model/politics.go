package model

import (
	"fmt"
	"slices"
	"strings"
)

// Answer is what a rule says: yes, no, or that it cannot know yet.
type Answer uint8

// The answers of a rule.
const (
	NotKnown Answer = iota
	No
	Yes
)

// Verdict is a rule's answer with its reasons in words, and, where it is not
// known yet, the fields to ask for.
type Verdict struct {
	Answer  Answer
	Reasons []string
	Ask     []string // labels of the fields that would settle it
}

// KeyPlayer says whether a contact is a key player: political status Agile or
// Astute, or influence High, or decision role Economic Buyer or Decision Maker
// (rule 1).
func KeyPlayer(c *Contact) Verdict {
	var v Verdict
	if c.Political == Agile || c.Political == Astute {
		v.Reasons = append(v.Reasons, "political status "+c.Political.String())
	}
	if c.Influence == High {
		v.Reasons = append(v.Reasons, "influence High")
	}
	for _, role := range []DecisionRole{EconomicBuyer, DecisionMaker} {
		if c.DecisionRole.Has(role) {
			v.Reasons = append(v.Reasons, role.String())
		}
	}
	if v.Answer = IsKeyPlayer(c); v.Answer == Yes {
		return v
	}
	if c.Political == 0 {
		v.Ask = append(v.Ask, "Political status")
	}
	if c.Influence == 0 {
		v.Ask = append(v.Ask, "Influence")
	}
	if c.DecisionRole == 0 {
		v.Ask = append(v.Ask, "Decision role")
	}
	return v
}

// IsKeyPlayer is the answer of [KeyPlayer] without its reasons: it is asked about
// everybody, again and again.
func IsKeyPlayer(c *Contact) Answer {
	switch {
	case c.Political == Agile, c.Political == Astute, c.Influence == High,
		c.DecisionRole.Has(EconomicBuyer), c.DecisionRole.Has(DecisionMaker):
		return Yes
	case c.Political == 0, c.Influence == 0, c.DecisionRole == 0:
		return NotKnown
	}
	return No
}

// Supportive says whether a contact is a supportive key player: a key player
// whose support is Champion or Supporter (rule 2).
func Supportive(c *Contact) Verdict {
	key := KeyPlayer(c)
	switch {
	case key.Answer != Yes:
		return key
	case c.Support == 0:
		return Verdict{Ask: []string{"Support"}}
	case c.Support == Champion || c.Support == Supporter:
		return Verdict{Answer: Yes, Reasons: append(key.Reasons, "support "+c.Support.String())}
	}
	return Verdict{Answer: No, Reasons: []string{"support " + c.Support.String()}}
}

// isSupportive is the answer of [Supportive] without its reasons.
func isSupportive(c *Contact) Answer {
	switch key := IsKeyPlayer(c); {
	case key != Yes:
		return key
	case c.Support == 0:
		return NotKnown
	case c.Support == Champion || c.Support == Supporter:
		return Yes
	}
	return No
}

// CoverageGap says whether a contact is a key player who does not support us
// and whom we have never met (rule 2). What the interactions propose for the
// coverage does not matter here: it is never No Contact.
func CoverageGap(c *Contact) Verdict {
	key, supportive := KeyPlayer(c), Supportive(c)
	switch {
	case key.Answer != Yes:
		return key
	case supportive.Answer == Yes || c.Coverage != 0 && c.Coverage != NoContact:
		return Verdict{Answer: No}
	case supportive.Answer == NotKnown || c.Coverage == 0:
		v := supportive
		v.Answer, v.Reasons = NotKnown, nil
		if c.Coverage == 0 {
			v.Ask = append(slices.Clone(v.Ask), "Coverage")
		}
		return v
	}
	return Verdict{Answer: Yes, Reasons: append(key.Reasons, supportive.Reasons[0], "coverage No Contact")}
}

// MapColour is the traffic light of an account's political map.
type MapColour uint8

// The colours of a map, from not known to good.
const (
	Grey MapColour = iota
	Red
	Amber
	Green
)

// String returns the colour's word.
func (c MapColour) String() string { return [...]string{"grey", "red", "amber", "green"}[c] }

// MapStatus is how an account stands politically (rule 3).
type MapStatus struct {
	Level      int // 0 no contacts, 1 no key player, 2 none supportive, 3 at least one supportive
	Colour     MapColour
	KeyPlayers int
	Supportive int
	Reasons    []string // why the colour is what it is
	Ask        []string // when grey: at most three questions that would settle it
}

// MapStatusOf judges the people of an account, those who left aside: grey when
// there is nobody or most key players are not classified, red when none of them
// is supportive, amber when one is, green when a supportive one is Economic
// Buyer or Decision Maker (rule 3).
func MapStatusOf(contacts []*Contact) MapStatus {
	n := standingOf(contacts)
	s := MapStatus{KeyPlayers: n.key, Supportive: n.supportive, Level: mapLevel(n.people, n.key, n.supportive)}
	switch {
	case n.people == 0:
		s.Reasons = []string{"nobody is on the map yet"}
		s.Ask = []string{"Who holds the budget?", "Who gives the final approval?", "Who backs us there?"}
	case n.key == 0 && n.unclassified > 0:
		s.Reasons = []string{"no key player is known yet"}
	case n.open*2 > n.key:
		s.Reasons = []string{fmt.Sprintf("the support of %s is not known yet", someOf(n.open, n.key, "key player", "key players"))}
	case n.key == 0:
		s.Colour, s.Reasons = Red, []string{"nobody on the map is a key player: who decides there?"}
	case n.supportive == 0:
		s.Colour, s.Reasons = Red, []string{ofWhom(0, n.key, "key player", "key players", "supports us", "support us", "does not support us")}
	case n.decider == "":
		s.Colour = Amber
		but := "but does not decide"
		if n.key > 1 {
			but = whoDecides(contacts)
		}
		s.Reasons = []string{ofWhom(n.supportive, n.key, "key player", "key players", "supports us", "support us", "") + ", " + but}
	default:
		s.Colour = Green
		s.Reasons = []string{n.decider + " decides and supports us"}
	}
	if s.Colour == Grey {
		for _, w := range append(n.support, n.classify...)[:min(3, len(n.support)+len(n.classify))] {
			s.Ask = append(s.Ask, askOf(w.contact, w.field))
		}
		return s
	}
	s.Reasons = append(s.Reasons, stillOpen(n.open, n.unclassified)...)
	return s
}

// standing is how many of an account's people are what, those who left aside.
type standing struct {
	people, key, supportive int
	open                    int    // key players whose support is not known
	unclassified            int    // of whom it is not known whether they are key players
	decider                 string // a supportive key player who decides
	// Whose support and whose part is to be asked for, the first three of each.
	support, classify []wantedField
}

// wantedField is a field of somebody that is not known yet.
type wantedField struct {
	contact *Contact
	field   string
}

func standingOf(contacts []*Contact) standing {
	var n standing
	for _, c := range contacts {
		if c.Left {
			continue
		}
		n.people++
		switch IsKeyPlayer(c) {
		case Yes:
			n.key++
		case NotKnown:
			n.unclassified++
			if len(n.classify) < 3 {
				n.classify = append(n.classify, wantedField{c, KeyPlayer(c).Ask[0]})
			}
			continue
		default:
			continue
		}
		switch isSupportive(c) {
		case Yes:
			n.supportive++
			if c.DecisionRole.Has(EconomicBuyer) || c.DecisionRole.Has(DecisionMaker) {
				n.decider = c.Name
			}
		case NotKnown:
			n.open++
			if len(n.support) < 3 {
				n.support = append(n.support, wantedField{c, "Support"})
			}
		}
	}
	return n
}

// whoDecides says of an account whose deciders do not support us how the first
// of them stands, the Economic Buyer before a Decision Maker, or that there is
// none. Support that is not known is not said to be missing.
func whoDecides(contacts []*Contact) string {
	for _, role := range []DecisionRole{EconomicBuyer, DecisionMaker} {
		for _, c := range contacts {
			switch {
			case c.Left || !c.DecisionRole.Has(role):
			case Supportive(c).Answer == NotKnown:
				return fmt.Sprintf("whether the %s %s does is not known yet", role, c.Name)
			default:
				return fmt.Sprintf("the %s %s is not with us yet", role, c.Name)
			}
		}
	}
	return "no Economic Buyer or Decision Maker is known"
}

// askOf asks for one field of a contact, in the words in which [Questions] does.
func askOf(c *Contact, label string) string {
	f, _ := FieldNamed(c.Fields(), label)
	return questionFor(c, f, nil)
}

// stillOpen says what a judgement passes over: key players whose support is not
// known, and people of whom it is not known whether they are key players.
func stillOpen(support, unclassified int) []string {
	var list []string
	if support > 0 {
		list = append(list, fmt.Sprintf("the support of %s is not known yet", Count(support, "key player", "key players")))
	}
	if unclassified > 0 {
		list = append(list, Count(unclassified, "more person is", "more people are")+" not classified yet")
	}
	return list
}

// someOf writes how many of a whole: "the only key player", "both key
// players", "all 3 key players", "1 of 3 key players".
func someOf(n, whole int, one, many string) string {
	switch {
	case whole == 1:
		return "the only " + one
	case n == whole && n == 2:
		return "both " + many
	case n == whole:
		return fmt.Sprintf("all %d %s", whole, many)
	}
	return fmt.Sprintf("%d of %d %s", n, whole, many)
}

// ofWhom is the sentence on how many of a whole do something, without its stop:
// the verb agrees with 0 of 1, 0 of 3, 1 of 3, 2 of 3 and 3 of 3. The words for
// not doing it are needed where n can be 0.
func ofWhom(n, whole int, one, many, does, do, doesNot string) string {
	switch {
	case n == 0 && whole == 1:
		return "the only " + one + " " + doesNot
	case n == 0:
		return fmt.Sprintf("none of the %d %s %s", whole, many, does)
	case n == 1:
		return someOf(n, whole, one, many) + " " + does
	}
	return someOf(n, whole, one, many) + " " + do
}

// ReportingCircles returns the cycles among the reporting lines of people, each
// once: the people on it in the order of who reports to whom, from the first of
// the list on. There should be none; an import or two edits can make one.
func ReportingCircles(people []*Contact) [][]*Contact {
	byID := make(map[ID]*Contact, len(people))
	for _, c := range people {
		byID[c.ID] = c
	}
	var found [][]*Contact
	walk := make(map[*Contact]int, len(people)) // on which walk somebody was met
	for n, start := range people {
		c := start
		for c != nil && walk[c] == 0 {
			walk[c] = n + 1
			c = byID[c.ReportsTo]
		}
		if c == nil || walk[c] != n+1 {
			continue // ends at the top, or joins people seen before
		}
		circle := []*Contact{c}
		for next := byID[c.ReportsTo]; next != c; next = byID[next.ReportsTo] {
			circle = append(circle, next)
		}
		found = append(found, circle)
	}
	return found
}

func mapLevel(people, key, supportive int) int {
	switch {
	case people == 0:
		return 0
	case key == 0:
		return 1
	case supportive == 0:
		return 2
	}
	return 3
}

// MapColumn is where a contact stands across the political map: by political
// status, else by influence, where High counts as Agile (so that the right half
// of the map is the key players), Medium as Observing and Low as Learning. Zero
// means that neither is known. The note says where the two disagree, "" when
// they do not (rule 3).
func MapColumn(c *Contact) (column PoliticalStatus, note string) {
	switch {
	case c.Political == 0:
		return statusByInfluence(c.Influence), ""
	case c.Political >= Agile && c.Influence == Low, c.Political < Agile && c.Influence == High:
		note = fmt.Sprintf("political status %s, but influence %s", c.Political, c.Influence)
	}
	return c.Political, note
}

func statusByInfluence(influence Level) PoliticalStatus {
	switch influence {
	case High:
		return Agile
	case Medium:
		return Observing
	case Low:
		return Learning
	}
	return 0
}

// MapRow is where a contact stands down the political map: the rank, else the
// one that the job title proposes (domain, "The minimum path"). Zero means that
// neither is known.
func MapRow(c *Contact) Rank {
	if c.Rank != 0 {
		return c.Rank
	}
	return RankOfTitle(c.JobTitle)
}

// MapGuess says which part of a contact's place on the political map nobody has
// said yet, "" when the place is as it was said (rule 3): a person is never
// shown in power, or in rank, without a sign that it was concluded.
func MapGuess(c *Contact) string {
	var guessed []string
	if column, _ := MapColumn(c); c.Political == 0 && column != 0 {
		guessed = append(guessed, "the political status is concluded from the influence")
	}
	if c.Rank == 0 && MapRow(c) != 0 {
		guessed = append(guessed, "the rank from the job title")
	}
	return strings.Join(guessed, ", ")
}
