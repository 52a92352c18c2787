package model

import (
	"slices"
	"strings"
	"sync"
)

// The keys of facts; those that end in "/" go on with what they count, part by
// part behind further slashes. No part but the last holds a slash itself.
const (
	factCount    = "count/"    // records of a kind
	factCounts   = "counts/"   // records of a kind that count for completeness
	factCore     = "core/"     // core fields known of these
	factCurrency = "currency/" // amounts in a currency
	factAccount  = "account/"  // field/text: what the account itself says
	factPeople   = "people"    // contacts who have not left
	factKey      = "key/"      // ID of a key player/day that the contact says it was touched, else confirmed
	factKeyOpen  = "key.open"  // contacts of whom it is not known whether they are key players
	factBacking  = "backing"   // supportive key players
	factBackOpen = "back.open" // key players whose support is not known
	factDecider  = "decider"   // supportive key players who decide
	factDue      = "due/"      // owner/day: open actions due then, "" for no day
	factDone     = "done/"     // owner/day done/"+" by its day, "-" after it, "" of no due day: complete actions
	factHeld     = "held/"     // ID/day held/day due next/type of a review
	factPlanned  = "planned/"  // day/type of a review not held yet
	factGoal     = "goal/"     // baseline/current/target
	factSignal   = "signal/"   // ID/day/value/type, of those that measure satisfaction
	factSevere   = "severe/"   // day resolved, of an issue of high severity
	factRenewal  = "renewal/"  // day/risk/amount of one not decided
	factDeal     = "deal/"     // unit/product/stage/probability/amount of an open opportunity
	factMark     = "mark/"     // ID/unit/product/state/potential
	factMet      = "met/"      // day/teammate/contacts of an interaction
	factPromise  = "promise/"  // ID of an interaction/day/"w" where we promised something, "t" where they did
	factServes   = "serves/"   // record served/owner/"t" where its function is theirs, of an action open or complete
)

// Facts returns what a record adds to the summary of its account.
func Facts(r Record) []Fact { return AppendFacts(nil, r, r.Fields()) }

// AppendFacts appends the [Facts] of a record whose fields are at hand.
func AppendFacts(facts []Fact, r Record, fields []Field) []Fact {
	l := factList{appendGeneral(facts, r, fields)}
	switch r := r.(type) {
	case *Contact:
		l.contact(r)
	case *Action:
		l.action(r)
	case *Review:
		if r.Held.IsZero() {
			l.one(factPlanned, r.DueOn().String(), r.Type.String())
		} else {
			l.one(factHeld, r.ID.String(), r.Held.String(), r.DueOn().String(), r.Type.String())
		}
	case *Goal:
		if _, ok := r.progress(); ok {
			l.one(factGoal, r.Baseline.String(), r.Current.String(), r.Target.String())
		}
	case *Signal:
		if r.Type == Satisfaction || r.Type == PromoterScore {
			l.one(factSignal, r.ID.String(), r.On.String(), r.Value.String(), r.Type.String())
		}
	case *Issue:
		if r.Severity == High {
			l.one(factSevere, r.Resolved.String())
		}
	case *Renewal:
		if r.Open() {
			l.one(factRenewal, r.On.String(), r.Risk.String(), r.Amount.String())
		}
	case *Opportunity:
		if r.Open() {
			l.one(factDeal, linkText(r.Unit), linkText(r.Product), r.Stage.String(), r.Probability.String(), r.Amount.String())
		}
	case *Mark:
		l.one(factMark, r.ID.String(), linkText(r.Unit), linkText(r.Product), r.State.String(), r.Potential.String())
	case *Interaction:
		l.interaction(r)
	}
	return l.facts
}

// linkText is the ID of a link as a part of a key, "" for none.
func linkText(id ID) string {
	if id.IsZero() {
		return ""
	}
	return id.String()
}

// appendGeneral appends what holds for every kind.
func appendGeneral(facts []Fact, r Record, fields []Field) []Fact {
	kind := r.Kind()
	keys := &kindKeys()[kind]
	if keys.count == "" { // of a newer version
		return append(facts, Fact{factCount + kind.String(), 1})
	}
	facts = append(facts, Fact{keys.count, 1})
	if known, counts := coreFact(r); counts {
		facts = append(facts, Fact{keys.counts, 1})
		if known > 0 {
			facts = append(facts, Fact{keys.core, int64(known)})
		}
	}
	for i := range fields {
		f := &fields[i]
		if f.Num == NumAccount || f.Num == NumCreated || f.Num == NumChanged {
			continue
		}
		t := f.Type()
		if t != TypeMoney && kind != KindAccount {
			continue
		}
		text := f.Text()
		if text == "" {
			continue
		}
		switch {
		case t == TypeMoney:
			code := text[strings.LastIndexByte(text, ' ')+1:]
			facts = append(facts, Fact{factCurrency + code, 1})
		case t == TypeChoice, t == TypeLink, t == TypeDate, t == TypeNumber, t == TypeBool, f.IsCurrency():
		default:
			continue
		}
		if kind == KindAccount {
			facts = append(facts, Fact{factAccount + f.Name + "/" + text, 1})
		}
	}
	return facts
}

// kindKeys returns the keys that every record of a kind has, made once.
var kindKeys = sync.OnceValue(func() *[256]struct{ count, counts, core string } {
	keys := new([256]struct{ count, counts, core string })
	for _, kind := range Kinds() {
		k, word := &keys[kind], kind.String()
		k.count, k.counts, k.core = factCount+word, factCounts+word, factCore+word
	}
	return keys
})

// factList gathers the facts of one record.
type factList struct{ facts []Fact }

// one adds a fact that counts once: a key made of its parts.
func (l *factList) one(key string, parts ...string) {
	l.facts = append(l.facts, Fact{key + strings.Join(parts, "/"), 1})
}

func (l *factList) contact(c *Contact) {
	if c.Left {
		return
	}
	l.one(factPeople)
	switch IsKeyPlayer(c) {
	case NotKnown:
		l.one(factKeyOpen)
		return
	case No:
		return
	}
	l.one(factKey, c.ID.String(), c.lastSign().String())
	switch isSupportive(c) {
	case NotKnown:
		l.one(factBackOpen)
	case Yes:
		l.one(factBacking)
		if c.DecisionRole.Has(EconomicBuyer) || c.DecisionRole.Has(DecisionMaker) {
			l.one(factDecider)
		}
	}
}

func (l *factList) action(a *Action) {
	if a.Open() {
		l.one(factDue, linkText(a.Owner), a.Due.String())
	}
	if a.Status == Complete {
		how := ""
		if e := ExecutionOf([]*Action{a}, Date{}); e.DoneLate > 0 {
			how = "-"
		} else if e.OnTime > 0 {
			how = "+"
		}
		l.one(factDone, linkText(a.Owner), a.Done.String(), how)
	}
	if !a.Serves.IsZero() && (a.Open() || a.Status == Complete) {
		side := ""
		if a.Function == ActionCustomer {
			side = "t"
		}
		l.one(factServes, a.Serves.String(), linkText(a.Owner), side)
	}
}

func (l *factList) interaction(i *Interaction) {
	parts := []string{i.On.String(), linkText(i.Teammate)}
	for _, id := range i.Contacts {
		parts = append(parts, id.String())
	}
	l.one(factMet, parts...)
	for _, side := range []struct{ mark, text string }{{"w", i.WePromised}, {"t", i.TheyPromised}} {
		if side.text != "" {
			l.one(factPromise, i.ID.String(), i.On.String(), side.mark)
		}
	}
}

// taken is a summary taken apart: the records of the account with no more of
// each than its facts tell, so that the rules for plans hold for it too.
type taken struct {
	core       map[Kind]CoreCount
	archived   bool
	account    *Account
	people     int // who have not left
	keyOpen    int
	backing    int
	backOpen   int
	decider    int
	onTime     int
	doneLate   int
	objectives int
	signs      []string  // "ID/day" of key players, as [Contact.lastSign] says
	met        []string  // "day/teammate/contacts" of interactions
	open, done []*Action // owner and day; one for each
	reviews    []*Review
	goals      []*Goal
	signals    []*Signal
	issues     []*Issue
	renewals   []*Renewal
	deals      []*Opportunity
	marks      []*Mark
	promises   []*Interaction // those with promises: the texts are "w" and "t"
	serving    []*Action      // owner, side and what they serve
}

// takeApart reads a summary in one pass.
func takeApart(a AccountSummary) *taken {
	t := &taken{account: &Account{Name: a.Name}, core: map[Kind]CoreCount{}}
	t.account.ID = a.ID
	said, p := map[string]string{}, &parts{}
	for key, n := range a.Summary {
		head, rest, _ := strings.Cut(key, "/")
		if count := t.counter(key, rest); count != nil {
			*count = int(n)
		} else if t.countCore(head, rest, int(n)) {
			continue
		} else if head == "account" {
			name, text, _ := strings.Cut(rest, "/")
			said[name] = text
		} else if read := factReaders[key[:len(head)+min(1, len(key)-len(head))]]; read != nil {
			for range n {
				p.rest = rest
				read(t, p)
			}
		}
	}
	for _, f := range t.account.Fields() {
		if text, ok := said[f.Name]; ok {
			_ = f.Parse(text) // it was written by the same field
		}
	}
	t.inOrder()
	return t
}

// inOrder sorts what the rules want in the order of its making, as a book has it.
func (t *taken) inOrder() {
	slices.SortFunc(t.reviews, func(a, b *Review) int { return a.ID.Compare(b.ID) })
	slices.SortFunc(t.signals, func(a, b *Signal) int { return a.ID.Compare(b.ID) })
	slices.SortFunc(t.marks, func(a, b *Mark) int { return a.ID.Compare(b.ID) })
}

// countCore keeps what completeness is computed from. It reports false for other
// facts.
func (t *taken) countCore(head, word string, n int) bool {
	counts := head+"/" == factCounts
	if !counts && head+"/" != factCore {
		return false
	}
	if kind, ok := coreKinds()[word]; ok {
		c := t.core[kind]
		if counts {
			c.Records = n
		} else {
			c.Known = n
		}
		t.core[kind] = c
	}
	return true
}

// coreKinds leads from the word of a kind to it, for those that count for
// completeness.
var coreKinds = sync.OnceValue(func() map[string]Kind {
	kinds := map[string]Kind{}
	for kind := range coreSizes {
		kinds[kind.String()] = kind
	}
	return kinds
})

// counter returns where a fact that is a mere count is kept, nil for the others.
func (t *taken) counter(key, rest string) *int {
	switch key {
	case factPeople:
		return &t.people
	case factKeyOpen:
		return &t.keyOpen
	case factBacking:
		return &t.backing
	case factBackOpen:
		return &t.backOpen
	case factDecider:
		return &t.decider
	case factCount + "objective":
		return &t.objectives
	}
	return nil
}

// parts are what a key holds, read one after the other.
type parts struct{ rest string }

func (p *parts) text() string {
	text, rest, _ := strings.Cut(p.rest, "/")
	p.rest = rest
	return text
}

// What cannot be read stays unknown: facts were written by the same program.

func (p *parts) day() Date      { d, _ := ParseDate(p.text()); return d }
func (p *parts) id() ID         { id, _ := ParseID(p.text()); return id }
func (p *parts) number() Number { n, _ := ParseNumber(p.text()); return n }
func (p *parts) money() Money   { m, _ := ParseMoney(p.text(), ""); return m }

// wordOf returns the choice of exactly that word, unknown for none.
func wordOf[V Vocabulary](text string) Choice[V] {
	var v V
	for i, w := range v.Words() {
		if w.Name == text {
			return Choice[V](i + 1)
		}
	}
	return 0
}

// factReaders turn a fact into the record that it was, by the head of its key.
var factReaders = map[string]func(t *taken, p *parts){
	factKey: func(t *taken, p *parts) { t.signs = append(t.signs, p.rest) },
	factMet: func(t *taken, p *parts) { t.met = append(t.met, p.rest) },
	factDue: func(t *taken, p *parts) { t.open = append(t.open, &Action{Owner: p.id(), Due: p.day()}) },
	factDone: func(t *taken, p *parts) {
		t.done = append(t.done, &Action{Owner: p.id(), Done: p.day(), Status: Complete})
		switch p.text() {
		case "+":
			t.onTime++
		case "-":
			t.doneLate++
		}
	},
	factHeld: func(t *taken, p *parts) {
		// Once it is held, the day that it is due next is all that its rhythm tells.
		r := &Review{Cadence: Once}
		r.ID, r.Held, r.Next, r.Type = p.id(), p.day(), p.day(), wordOf[reviewTypeWords](p.rest)
		t.reviews = append(t.reviews, r)
	},
	factPlanned: func(t *taken, p *parts) {
		t.reviews = append(t.reviews, &Review{On: p.day(), Type: wordOf[reviewTypeWords](p.rest)})
	},
	factGoal: func(t *taken, p *parts) {
		t.goals = append(t.goals, &Goal{Baseline: p.number(), Current: p.number(), Target: p.number()})
	},
	factSignal: func(t *taken, p *parts) {
		s := &Signal{}
		s.ID, s.On, s.Value, s.Type = p.id(), p.day(), p.number(), wordOf[signalTypeWords](p.rest)
		t.signals = append(t.signals, s)
	},
	factSevere: func(t *taken, p *parts) { t.issues = append(t.issues, &Issue{Severity: High, Resolved: p.day()}) },
	factRenewal: func(t *taken, p *parts) {
		t.renewals = append(t.renewals, &Renewal{On: p.day(), Risk: wordOf[levelWords](p.text()), Amount: p.money()})
	},
	factDeal: func(t *taken, p *parts) {
		t.deals = append(t.deals, &Opportunity{Unit: p.id(), Product: p.id(), Stage: wordOf[stageWords](p.text()), Probability: p.number(), Amount: p.money()})
	},
	factMark: func(t *taken, p *parts) {
		m := &Mark{}
		m.ID, m.Unit, m.Product, m.State, m.Potential = p.id(), p.id(), p.id(), wordOf[markStateWords](p.text()), p.money()
		t.marks = append(t.marks, m)
	},
	factPromise: func(t *taken, p *parts) {
		i := &Interaction{}
		i.ID, i.On = p.id(), p.day()
		if p.text() == "w" {
			i.WePromised = "w"
		} else {
			i.TheyPromised = "t"
		}
		t.promises = append(t.promises, i)
	},
	factServes: func(t *taken, p *parts) {
		a := &Action{Serves: p.id(), Owner: p.id()}
		if p.text() == "t" {
			a.Function = ActionCustomer
		}
		t.serving = append(t.serving, a)
	},
}
