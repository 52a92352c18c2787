package model

import (
	"cmp"
	"strings"
)

// Fact is something countable that one record adds to its account's [Summary].
type Fact struct {
	Key string
	N   int64
}

// Summary is the sum of the facts of an account's records: what a portfolio of
// a thousand accounts reads instead of a thousand plans. It holds facts only,
// never a verdict: what is late or overdue is said when it is read, with the
// day. Facts add and subtract, so it is kept up by the difference of each edit.
type Summary map[string]int64

// The keys of facts; those that end in "/" go on with what they count.
const (
	factCount    = "count/"    // records of a kind
	factCounts   = "counts/"   // records of a kind that count for completeness
	factCore     = "core/"     // core fields known of these
	factCurrency = "currency/" // amounts in a currency
	factAccount  = "account/"  // field/text: what the account itself says
	factPeople   = "people"    // contacts who have not left
	factKey      = "key"       // key players
	factKeyOpen  = "key.open"  // contacts of whom it is not known whether they are key players
	factBacking  = "backing"   // supportive key players
	factBackOpen = "back.open" // key players whose support is not known
	factDecider  = "decider"   // supportive key players who decide
	factDue      = "due/"      // day: open actions due then, "" for no day
	factOnTime   = "done"      // actions with a due day that were done by it
	factDoneLate = "done.late" // and after it
	factHeld     = "held/"     // type/day held/day due next/ID of a review
	factPlanned  = "planned/"  // type/day of a review not held yet
)

// Facts returns what a record adds to the summary of its account.
func Facts(r Record) []Fact { return FactsFrom(r, r.Fields()) }

// FactsFrom is [Facts] of a record whose fields are at hand.
func FactsFrom(r Record, fields []Field) []Fact {
	facts := generalFacts(r, fields)
	one := func(key string) { facts = append(facts, Fact{key, 1}) }
	switch r := r.(type) {
	case *Contact:
		contactFacts(r, one)
	case *Action:
		switch {
		case r.Open():
			one(factDue + r.Due.String())
		case r.Status == Complete && !r.Due.IsZero():
			if e := ExecutionOf([]*Action{r}, Date{}); e.DoneLate > 0 {
				one(factDoneLate)
			} else {
				one(factOnTime)
			}
		}
	case *Review:
		if r.Held.IsZero() {
			one(factPlanned + r.Type.String() + "/" + r.DueOn().String())
		} else {
			one(factHeld + r.Type.String() + "/" + r.Held.String() + "/" + r.DueOn().String() + "/" + r.ID.String())
		}
	}
	return facts
}

// generalFacts returns what holds for every kind.
func generalFacts(r Record, fields []Field) []Fact {
	kind := r.Kind()
	facts := []Fact{{factCount + kind.String(), 1}}
	if known, counts := coreFact(r, fields); counts {
		facts = append(facts, Fact{factCounts + kind.String(), 1})
		if known > 0 {
			facts = append(facts, Fact{factCore + kind.String(), int64(known)})
		}
	}
	for _, f := range fields {
		if f.Num == NumAccount || f.Num == NumCreated || f.Num == NumChanged {
			continue
		}
		text := f.Text()
		if text == "" {
			continue
		}
		switch f.Type() {
		case TypeMoney:
			code := text[strings.LastIndexByte(text, ' ')+1:]
			facts = append(facts, Fact{factCurrency + code, 1})
		case TypeChoice, TypeLink, TypeDate, TypeNumber, TypeBool:
		default:
			continue
		}
		if kind == KindAccount {
			facts = append(facts, Fact{factAccount + f.Name + "/" + text, 1})
		}
	}
	return facts
}

func contactFacts(c *Contact, one func(string)) {
	if c.Left {
		return
	}
	one(factPeople)
	switch KeyPlayer(c).Answer {
	case NotKnown:
		one(factKeyOpen)
		return
	case No:
		return
	}
	one(factKey)
	switch Supportive(c).Answer {
	case NotKnown:
		one(factBackOpen)
	case Yes:
		one(factBacking)
		if c.DecisionRole.Has(EconomicBuyer) || c.DecisionRole.Has(DecisionMaker) {
			one(factDecider)
		}
	}
}

// Summarise returns the summary of the records.
func Summarise(records []Record) Summary {
	s := Summary{}
	for _, r := range records {
		s.Add(Facts(r))
	}
	return s
}

// Add adds facts.
func (s Summary) Add(facts []Fact) {
	for _, f := range facts {
		s.add(f.Key, f.N)
	}
}

// Subtract takes facts away.
func (s Summary) Subtract(facts []Fact) {
	for _, f := range facts {
		s.add(f.Key, -f.N)
	}
}

func (s Summary) add(key string, n int64) {
	if n += s[key]; n != 0 {
		s[key] = n
	} else {
		delete(s, key) // so that equal books have equal summaries
	}
}

// Count returns how many records of the kind there are.
func (s Summary) Count(k Kind) int { return int(s[factCount+k.String()]) }

// Records returns how many records there are, of all kinds.
func (s Summary) Records() int {
	count := int64(0)
	s.each(factCount, func(_ string, n int64) { count += n })
	return int(count)
}

// Archived reports whether the account was put away: who lists accounts leaves it
// out unless it is asked for.
func (s Summary) Archived() bool { return s[factAccount+"archived/yes"] > 0 }

// AccountText returns the canonical text of one of the account's own fields: a
// choice, link, day, number, amount or yes. Other fields are not in a summary.
func (s Summary) AccountText(field string) string {
	for key := range s {
		if rest, ok := strings.CutPrefix(key, factAccount+field+"/"); ok {
			return rest
		}
	}
	return ""
}

// Currencies returns how many amounts there are in each currency.
func (s Summary) Currencies() map[Currency]int {
	counts := map[Currency]int{}
	s.each(factCurrency, func(code string, n int64) { counts[Currency(code)] = int(n) })
	return counts
}

// each calls fn for every key that begins with the prefix.
func (s Summary) each(prefix string, fn func(rest string, n int64)) {
	for key, n := range s {
		if rest, ok := strings.CutPrefix(key, prefix); ok {
			fn(rest, n)
		}
	}
}

// MapStatus says how the account stands politically, as [MapStatusOf] does from
// the contacts; reasons and questions need the contacts and are left out (rule 3).
func (s Summary) MapStatus() MapStatus {
	people, key, open := int(s[factPeople]), int(s[factKey]), int(s[factBackOpen])
	m := MapStatus{KeyPlayers: key, Supportive: int(s[factBacking])}
	m.Level = mapLevel(people, m.KeyPlayers, m.Supportive)
	switch {
	case people == 0, key == 0 && s[factKeyOpen] > 0, open*2 > key:
		m.Colour = Grey
	case m.Supportive == 0:
		m.Colour = Red
	case s[factDecider] == 0:
		m.Colour = Amber
	default:
		m.Colour = Green
	}
	return m
}

// OpenActions returns how many actions still want doing, and how many of them
// are late on the day.
func (s Summary) OpenActions(today Date) (open, late int) {
	s.each(factDue, func(day string, n int64) {
		open += int(n)
		if d, _ := ParseDate(day); d.Before(today) {
			late += int(n)
		}
	})
	return open, late
}

// DueActions returns how many actions have come due up to the day, and how many
// of them were done on time, counted as [ExecutionOf] counts (rule 10).
func (s Summary) DueActions(today Date) (due, onTime int) {
	_, late := s.OpenActions(today)
	onTime = int(s[factOnTime])
	return onTime + int(s[factDoneLate]) + late, onTime
}

// NextReview returns the day the next review is due, as [Schedule] says first;
// not known when nothing says (rule 13).
func (s Summary) NextReview() Date {
	type series struct {
		held, after Date   // the newest held review and the day the next is due
		id          string // of that review: of two held on one day the older record counts
	}
	newest := map[string]series{}
	s.each(factHeld, func(rest string, _ int64) {
		parts := lastParts(rest, 3)
		held, _ := ParseDate(parts[1])
		after, _ := ParseDate(parts[2])
		n, seen := newest[parts[0]]
		if order := cmp.Or(held.Compare(n.held), cmp.Compare(n.id, parts[3])); !seen || order > 0 {
			newest[parts[0]] = series{held, after, parts[3]}
		}
	})
	next := map[string]Date{}
	s.each(factPlanned, func(rest string, _ int64) {
		parts := lastParts(rest, 1)
		on, _ := ParseDate(parts[1])
		have, seen := next[parts[0]]
		if n := newest[parts[0]]; !on.IsZero() && (n.held.IsZero() || n.held.Before(on)) && (!seen || on.Before(have)) {
			next[parts[0]] = on
		}
	})
	for kind, n := range newest {
		if _, planned := next[kind]; !planned {
			next[kind] = n.after
		}
	}
	var first Date
	for _, on := range next {
		if first.IsZero() || on.Before(first) {
			first = on
		}
	}
	return first
}

// lastParts splits the last n parts off a key, which may hold "/" before them.
func lastParts(key string, n int) []string {
	parts := make([]string, n+1)
	for i := n; i > 0; i-- {
		at := strings.LastIndexByte(key, '/')
		key, parts[i] = key[:max(at, 0)], key[at+1:]
	}
	parts[0] = key
	return parts
}
