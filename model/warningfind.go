package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// finding is what one rule found: nothing when it has no words. It speaks of the
// whole by its text, or of each record that it is about.
type finding struct {
	text      string
	one, many string // of each: %s takes who it is; %d and %s how many and who
	about     []named
	cure      string // where the rule's own cannot say it
}

// words says what was found in one sentence, naming the first few.
func (f finding) words() string {
	if f.one == "" {
		return f.text
	}
	var names []string
	for _, n := range f.about {
		names = append(names, n.name)
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf(f.one, cmp.Or(f.about[0].said, names[0]))
	}
	list := strings.Join(names, ", ")
	if few := firstFew(names); len(few) < len(names) {
		list = AndList(few)
	}
	return fmt.Sprintf(f.many, len(names), list)
}

func (f finding) ids() []ID {
	var ids []ID
	for _, n := range f.about {
		ids = append(append(ids, n.id), n.more...)
	}
	return ids
}

func findNoBuyer(s people, _ Date) finding {
	return findIf(s.roleKnown > 0 && !s.buyer, "Nobody is named who holds the budget", nil)
}

// findSingleThreaded looks for deals that hang on one person or on nobody. As long
// as most key players are not classified it is not known.
func findSingleThreaded(s people, _ Date) finding {
	open := Count(len(s.deals), "opportunity is", "opportunities are") + " open"
	wrong := len(s.deals) > 0 && len(s.supportive) <= 1 && MapStatusOf(s.all).Colour != Grey
	if len(s.supportive) == 0 {
		return findIf(wrong, "No key player backs us while "+open, nil).unless(false, "win a first key player: find out what one of them needs, and help with it")
	}
	return findIf(wrong, s.supportive[0].Name+" is the only key player known to back us while "+open, about(s.supportive, anybody))
}

func findMostNotSupportive(s people, _ Date) finding {
	n, known := len(s.supportive), len(s.judged)
	text := ofWhom(n, known, "key player whose support is known", "key players whose support is known", "backs us", "back us", "does not back us")
	if n > 0 {
		text = "Only " + text
	} else {
		text = Capital(text)
	}
	return findIf(known > 0 && n*2 < known, text, about(s.judged, func(c *Contact) bool { return !backs(c) })).
		unless(neutral(s.judged), "whoever does not back us is against us: ask the one who matters most for the reason, and answer nothing yet")
}

func findOutnumbered(s people, _ Date) finding {
	return findIf(len(s.opponents) > 0 && len(s.supporters) <= len(s.opponents),
		fmt.Sprintf("Those for us are no more than those against us: %d to %d", len(s.supporters), len(s.opponents)), about(s.opponents, anybody)).
		unless(neutral(s.here), "nobody is neutral: find somebody whose support is not known yet before arguing with an opponent")
}

func findNoChampion(s people, _ Date) finding {
	return findIf(len(s.judged) > 0 && len(s.champion) == 0, "Nobody sells for us inside: there is no champion", nil).
		unless(len(s.supporters) > 0, "nobody backs us yet: win a first supporter, then ask who could carry our case inside")
}

func findLeft(s people, _ Date) finding {
	return findEach("%s has left, but is still named in the decision", "%d people have left, but are still named in the decision: %s",
		about(s.gone, func(c *Contact) bool { return c.DecisionRole != 0 || len(s.dealsOf[c.ID]) > 0 }))
}

// findCircles names the people whose reporting lines lead back to themselves:
// one line of each circle is wrong, and every chart of them.
func findCircles(s people, _ Date) finding {
	var found []named
	for _, circle := range ReportingCircles(s.all) {
		var names []string
		var more []ID
		for i, c := range circle {
			if names = append(names, c.Name); i > 0 {
				more = append(more, c.ID)
			}
		}
		found = append(found, named{id: circle[0].ID, more: more, name: strings.Join(append(firstFew(names), circle[0].Name), " to ")})
	}
	return findEach("The reporting lines run in a circle, one of them is wrong: %s", "The reporting lines run in %d circles, one line of each is wrong: %s", found)
}

func findCoverageGaps(s people, _ Date) finding {
	return findEach("%s is a key player whom we have never met", "%d key players have never met us: %s",
		about(s.key, func(c *Contact) bool { return CoverageGap(c).Answer == Yes })).
		unless(len(s.supporters) > 0, "nobody backs us yet who could introduce us: ask for a first meeting yourselves")
}

func findCoaches(s people, _ Date) finding {
	return findEach("%s is a champion of low influence: a coach, who cannot carry a decision", "%d champions have low influence: coaches, who cannot carry a decision: %s",
		about(s.champion, func(c *Contact) bool { return c.Influence == Low }))
}

func findBelowWanted(s people, _ Date) finding {
	gone := map[ID]bool{}
	for _, c := range s.gone {
		gone[c.ID] = true
	}
	var low []named
	for _, r := range All[*Relationship](s.plan.Book) {
		if r.Level != 0 && r.Level < r.Wanted && !gone[r.Contact] {
			low = append(low, named{id: r.ID, name: Title(r, s.plan.Name)})
		}
	}
	return findEach("%s: the relationship is below the level wanted", "%d relationships are below the level wanted: %s", low)
}

func findNoOpponent(s people, _ Date) finding {
	return findIf(len(s.judged) >= 3 && len(s.opponents) == 0, "Nobody is marked as opponent: who backs the competitor?", nil).
		unless(len(s.supporters) > 0, "find out who gains if we lose: nobody who backs us is there to ask yet")
}

func findNotConfirmed(s people, today Date) finding {
	stale := func(c *Contact) bool { return c.Stale(today) }
	key := about(s.key, stale)
	all := about(s.here, func(c *Contact) bool {
		return stale(c) && (IsKeyPlayer(c) == Yes || len(s.dealsOf[c.ID]) > 0)
	})
	older := fmt.Sprintf("older than %d days", ConfirmWithin)
	if len(all) > len(key) {
		return findEach("%s has a part in an open deal, and a classification "+older, "%d key players or people in an open deal have a classification "+older+": %s", all)
	}
	return findEach("%s is a key player whose classification is "+older, "%d key players have a classification "+older+": %s", key)
}

// named is a record with what it is called.
type named struct {
	id   ID
	name string
	said string // what is said where it is the only one, "" for the name
	more []ID   // records that belong to it
}

// about picks the contacts that a warning is about.
func about(list []*Contact, wrong func(*Contact) bool) []named {
	var picked []named
	for _, c := range list {
		if wrong(c) {
			picked = append(picked, named{id: c.ID, name: c.Name})
		}
	}
	return picked
}

func anybody(*Contact) bool { return true }

// findEach makes one finding of all that one rule found.
func findEach(one, many string, found []named) finding {
	return finding{one: one, many: many, about: found}
}

// unless gives the finding another cure where there is nobody of whom the rule's
// own speaks.
func (f finding) unless(exists bool, cure string) finding {
	if !exists {
		f.cure = cure
	}
	return f
}

// neutral reports whether one of some people is.
func neutral(list []*Contact) bool {
	return slices.ContainsFunc(list, func(c *Contact) bool { return c.Support == Neutral })
}

// firstFew keeps the first names of a list and counts the rest as one more; a
// fourth is named, since it takes no more room than counting it.
func firstFew(names []string) []string {
	if len(names) <= 4 {
		return names
	}
	return append(names[:3:3], fmt.Sprintf("%d more", len(names)-3))
}

func findIf(wrong bool, text string, about []named) finding {
	if !wrong {
		return finding{}
	}
	return finding{text: text, about: about}
}
