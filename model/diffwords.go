package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// phrase is one thing that happened to a record, as it follows the record's name.
type phrase struct {
	text   string
	weight int
	tone   Wellbeing
}

// line says what happened to a record.
func (c comparison) line(r RecordDiff) DiffLine {
	record := r.Record()
	l := DiffLine{ID: record.Base().ID, Kind: record.Kind(), Verb: r.Verb()}
	name := Title(record, c.nameAfter)
	switch r.Verb() {
	case DiffAdded:
		l.Text, l.weight = fmt.Sprintf("New %s: %s", record.Kind(), c.withDetail(record, name)), weighRecord
		if say := newWords[record.Kind()]; say != nil {
			p := say(record, c.today)
			l.Tone, l.weight = p.tone, max(l.weight, p.weight)
			if p.text != "" {
				l.Text += "; " + p.text
			}
		}
		return l
	case DiffRemoved:
		l.Text, l.weight = fmt.Sprintf("Removed %s: %s", record.Kind(), c.withDetail(record, Title(record, c.nameBefore))), weighRecord
		return l
	}
	var phrases []phrase
	for _, f := range r.Fields {
		phrases = append(phrases, c.phrase(r, f))
	}
	phrases = slices.DeleteFunc(phrases, func(p phrase) bool { return p.text == "" })
	if a, ok := r.After.(*Action); ok && c.newlyLate(a) {
		phrases = append(phrases, lateSince(a, c.today))
	}
	slices.SortStableFunc(phrases, func(a, b phrase) int { return cmp.Compare(b.weight, a.weight) })
	texts := make([]string, len(phrases))
	for i, p := range phrases {
		texts[i] = p.text
		l.weight = max(l.weight, p.weight)
		if l.Tone == 0 && p.weight == phrases[0].weight {
			l.Tone = p.tone
		}
	}
	l.Text = name + ": " + strings.Join(texts, "; ")
	return l
}

// withDetail adds to a record's name what tells it from its namesakes.
func (c comparison) withDetail(r Record, name string) string {
	if detail := r.Kind().Spec().Detail; detail != nil && detail(r) != "" {
		name += ", " + detail(r)
	}
	return name
}

// newWords are the kinds of which a new record tells more than its name, or is
// good or bad news.
var newWords = map[Kind]func(Record, Date) phrase{
	KindContact: func(r Record, _ Date) phrase {
		s := r.(*Contact).Support
		return phrase{s.String(), 0, supportTone(s)}
	},
	KindOpportunity: func(r Record, _ Date) phrase {
		o := r.(*Opportunity)
		return phrase{o.Amount.Grouped(), 0, stageTone(o.Stage, Good)}
	},
	KindAction: func(r Record, today Date) phrase {
		switch a := r.(*Action); {
		case a.Late(today):
			return lateSince(a, today)
		case !a.Open():
			return actionStatus(new(Action), a)
		}
		return phrase{}
	},
	KindReview: func(r Record, _ Date) phrase {
		if held := r.(*Review).Held; !held.IsZero() {
			return phrase{"held on " + held.String(), weighTurn, 0}
		}
		return phrase{}
	},
	KindIssue: func(r Record, today Date) phrase {
		if i := r.(*Issue); !i.Open(today) {
			return phrase{"resolved on " + i.Resolved.String(), 0, 0}
		}
		return phrase{"", 0, Poor}
	},
	KindCompetitor: func(r Record, _ Date) phrase { return phrase{"", 0, Poor} },
}

// phrase says what happened to one field: in words of its own where it has some.
func (c comparison) phrase(r RecordDiff, f FieldDiff) phrase {
	if say := diffWords[r.After.Kind()][f.Name]; say != nil {
		return say(r.Before, r.After, f)
	}
	field, _ := FieldNamed(r.After.Fields(), f.Name)
	p := plainly(r.After, f)
	if field.IsList() && f.After != "" {
		p.text = uncapital(f.Label) + " " + c.itemsChanged(field, f)
	}
	return p
}

// plainly says what a field became and what it was.
func plainly(after Record, f FieldDiff) phrase {
	field, _ := FieldNamed(after.Fields(), f.Name)
	p := phrase{weight: weighDetail}
	if field.InCore || field.UpFront || field.Needed {
		p.weight = weighCore
	}
	label := uncapital(f.Label)
	switch {
	case field.Type() == TypeBool && f.After != "":
		p.text = label
	case field.Type() == TypeBool:
		p.text = "no longer " + label
	case f.After == "" && (field.IsLong || field.IsList()):
		p.text = label + " cleared"
	case f.After == "":
		p.text = fmt.Sprintf("%s cleared, was %s", label, f.From)
	case field.IsLong && f.Before == "":
		p.text = label + " noted"
	case field.IsLong:
		p.text = label + " rewritten"
	case f.Before == "":
		p.text = label + " " + f.To
	default:
		p.text = fmt.Sprintf("%s %s, was %s", label, f.To, f.From)
	}
	return p
}

// itemsChanged says which items of a list came and went.
func (c comparison) itemsChanged(field Field, f FieldDiff) string {
	was, is := ItemsOf(field.Type(), f.Before), ItemsOf(field.Type(), f.After)
	// missing are the items of a list that another has not, as people read them.
	missing := func(list, other []string, names Names) []string {
		var shown []string
		for _, item := range list {
			if !slices.Contains(other, item) {
				shown = append(shown, DisplayText(field, item, names))
			}
		}
		return firstFew(shown)
	}
	var parts []string
	if come := missing(is, was, c.nameAfter); len(come) > 0 {
		parts = append(parts, "with "+AndList(come))
	}
	if gone := missing(was, is, c.nameBefore); len(gone) > 0 {
		parts = append(parts, "without "+AndList(gone))
	}
	if len(parts) == 0 {
		return "in another order"
	}
	return strings.Join(parts, ", ")
}

// uncapital begins a label as it stands within a sentence; abbreviations stay.
func uncapital(label string) string {
	first, size := utf8.DecodeRuneInString(label)
	if second, _ := utf8.DecodeRuneInString(label[size:]); unicode.IsUpper(second) {
		return label
	}
	return string(unicode.ToLower(first)) + label[size:]
}

// fieldWords says what happened to one field of a record of one kind.
type fieldWords func(before, after Record, f FieldDiff) phrase

// typed lets words be written for the record's own type.
func typed[R Record](say func(before, after R, f FieldDiff) phrase) fieldWords {
	return func(before, after Record, f FieldDiff) phrase { return say(before.(R), after.(R), f) }
}

// diffWords are the fields of which it matters what happened, each with its words;
// every other is said by [plainly].
var diffWords = map[Kind]map[string]fieldWords{
	KindContact: {
		"support": typed(func(b, a *Contact, f FieldDiff) phrase { return turned(b.Support, a.Support) }),
		"left": typed(func(_, a *Contact, _ FieldDiff) phrase {
			return either(a.Left, phrase{"left", weighDecisive, Poor}, phrase{"is back", weighTurn, Good})
		}),
		"alignment": typed(func(b, a *Contact, f FieldDiff) phrase { return rated(f, int(b.Alignment), int(a.Alignment)) }),
		"coverage":  typed(func(b, a *Contact, f FieldDiff) phrase { return rated(f, int(a.Coverage), int(b.Coverage)) }),
		"confirmed": typed(func(_, a *Contact, f FieldDiff) phrase {
			return dated("confirmed on", "not confirmed any more", a.Confirmed)
		}),
	},
	KindRole: {
		"support": typed(func(b, a *Role, _ FieldDiff) phrase { return turned(b.Support, a.Support) }),
	},
	KindRelationship: {
		"level": typed(func(b, a *Relationship, f FieldDiff) phrase { return rated(f, int(a.Level), int(b.Level)) }),
	},
	KindOpportunity: {
		"stage":  typed(stageMoved),
		"amount": typed(func(b, a *Opportunity, f FieldDiff) phrase { return amountMoved(f, b.Amount, a.Amount) }),
		"close": typed(func(b, a *Opportunity, f FieldDiff) phrase {
			return either(a.Open(), moved("close", b.Close, a.Close), plainly(a, f))
		}),
	},
	KindRenewal: {
		"outcome": typed(func(_, a *Renewal, f FieldDiff) phrase { return renewalOutcome(a) }),
		"amount":  typed(func(b, a *Renewal, f FieldDiff) phrase { return amountMoved(f, b.Amount, a.Amount) }),
		"risk":    typed(func(b, a *Renewal, f FieldDiff) phrase { return rated(f, int(a.Risk), int(b.Risk)) }),
		"on":      typed(func(b, a *Renewal, _ FieldDiff) phrase { return moved("renewal", b.On, a.On) }),
	},
	KindRevenue: {
		"amount": typed(func(b, a *Revenue, f FieldDiff) phrase { return amountMoved(f, b.Amount, a.Amount) }),
	},
	KindAction: {
		"status": typed(func(b, a *Action, _ FieldDiff) phrase { return actionStatus(b, a) }),
		"due":    typed(func(b, a *Action, _ FieldDiff) phrase { return moved("due", b.Due, a.Due) }),
		"owner":  func(_, after Record, f FieldDiff) phrase { return handedOn(after, f) },
		"done": typed(func(b, a *Action, _ FieldDiff) phrase {
			return either(b.Status == a.Status, dated("done on", "done on no known day", a.Done), phrase{}) // else the status says it
		}),
	},
	KindObjective: {
		"status": typed(func(b, a *Objective, _ FieldDiff) phrase { return progressed(b.Status, a.Status, "") }),
		"due":    typed(func(b, a *Objective, _ FieldDiff) phrase { return moved("due", b.Due, a.Due) }),
		"owner":  func(_, after Record, f FieldDiff) phrase { return handedOn(after, f) },
		"agreed": typed(func(_, a *Objective, _ FieldDiff) phrase {
			return either(a.Agreed, phrase{"agreed with the customer", weighTurn, Good}, phrase{"no longer agreed with the customer", weighTurn, Poor})
		}),
	},
	KindIssue: {
		"resolved": typed(func(_, a *Issue, _ FieldDiff) phrase {
			return either(a.Resolved.IsZero(), phrase{"open again", weighTurn, Poor}, phrase{"resolved on " + a.Resolved.String(), weighTurn, Good})
		}),
		"severity": typed(func(b, a *Issue, f FieldDiff) phrase { return rated(f, int(a.Severity), int(b.Severity)) }),
	},
	KindCompetitor: {
		"threat": typed(func(b, a *Competitor, f FieldDiff) phrase { return rated(f, int(a.Threat), int(b.Threat)) }),
	},
	KindReview: {
		"held": typed(func(_, a *Review, _ FieldDiff) phrase {
			p := dated("held on", "not held after all", a.Held)
			p.weight = weighTurn
			return p
		}),
		"next": typed(func(b, a *Review, _ FieldDiff) phrase { return moved("next", b.Next, a.Next) }),
	},
	KindAccount: {
		"overall_health": typed(func(b, a *Account, f FieldDiff) phrase { return rated(f, int(b.OverallHealth), int(a.OverallHealth)) }),
		"revenue_target": typed(func(b, a *Account, f FieldDiff) phrase {
			p := amountMoved(f, b.RevenueTarget, a.RevenueTarget)
			p.text, p.tone = "revenue target "+strings.TrimPrefix(p.text, "revenue target "), 0
			return p
		}),
	},
}

func either(first bool, one, other phrase) phrase {
	if first {
		return one
	}
	return other
}

// turned says how somebody came to stand towards us.
func turned(was, is Support) phrase {
	switch {
	case is == 0:
		return phrase{fmt.Sprintf("support is not known any more, was %s", was), weighTurn, 0}
	case was == 0 && is == Neutral:
		return phrase{"found to be Neutral", weighTurn, 0}
	case was == 0:
		return phrase{"found to be " + WithArticle(is.String()), weighTurn, supportTone(is)}
	case is > was:
		return phrase{fmt.Sprintf("turned from %s to %s", was, is), weighTurn, Poor}
	}
	return phrase{fmt.Sprintf("turned from %s to %s", was, is), weighTurn, Good}
}

func supportTone(s Support) Wellbeing {
	switch s {
	case Champion, Supporter:
		return Good
	case Opponent:
		return Poor
	}
	return 0
}

// rated says how a judgement changed. was and is are its places in its list of
// words, the best first: callers of lists that begin with the worst swap them.
func rated(f FieldDiff, was, is int) phrase {
	p := phrase{text: uncapital(f.Label) + " " + f.To, weight: weighTurn}
	switch {
	case f.After == "":
		return phrase{fmt.Sprintf("%s not known any more, was %s", uncapital(f.Label), f.From), weighCore, 0}
	case f.Before == "":
		p.weight = weighCore
		return p
	case is > was:
		p.tone = Poor
	default:
		p.tone = Good
	}
	p.text += ", was " + f.From
	return p
}

// dated says when something was done, or that it was not.
func dated(done, undone string, on Date) phrase {
	if on.IsZero() {
		return phrase{undone, weighDetail, 0}
	}
	return phrase{done + " " + on.String(), weighDetail, 0}
}

// moved says that a day that something is due slipped or came nearer.
func moved(what string, was, is Date) phrase {
	switch {
	case is.IsZero():
		return phrase{fmt.Sprintf("%s day cleared, was %s", what, was), weighTurn, Poor}
	case was.IsZero():
		return phrase{fmt.Sprintf("%s on %s", what, is), weighCore, 0}
	case was.Before(is):
		return phrase{fmt.Sprintf("%s slipped by %s to %s", what, Count(is.DaysSince(was), "day", "days"), is), weighTurn, Poor}
	}
	return phrase{fmt.Sprintf("%s brought forward by %s to %s", what, Count(was.DaysSince(is), "day", "days"), is), weighTurn, Good}
}

// amountMoved says how an amount changed. Amounts of different currencies are
// neither more nor less.
func amountMoved(f FieldDiff, was, is Money) phrase {
	label := uncapital(f.Label)
	switch {
	case is.IsZero():
		return phrase{fmt.Sprintf("%s not known any more, was %s", label, f.From), weighTurn, 0}
	case was.IsZero():
		return phrase{label + " " + f.To, weighTurn, 0}
	case was.Currency() != is.Currency():
		return phrase{fmt.Sprintf("%s %s, was %s", label, f.To, f.From), weighTurn, 0}
	case is.Minor() < was.Minor():
		return phrase{fmt.Sprintf("%s down from %s to %s", label, f.From, f.To), weighTurn, Poor}
	}
	return phrase{fmt.Sprintf("%s up from %s to %s", label, f.From, f.To), weighTurn, Good}
}

func stageTone(s Stage, open Wellbeing) Wellbeing {
	switch s {
	case StageWon:
		return Good
	case StageLost:
		return Poor
	}
	return open
}

// stageMoved says how a deal went on.
func stageMoved(before, after *Opportunity, f FieldDiff) phrase {
	switch {
	case after.Stage == StageWon, after.Stage == StageLost:
		text := strings.ToLower(after.Stage.String())
		if after.Reason != 0 {
			text += ", because of " + strings.ToLower(after.Reason.String())
		}
		return phrase{text, weighDecisive, stageTone(after.Stage, 0)}
	case after.Stage == 0:
		return phrase{"stage not known any more, was " + f.From, weighTurn, 0}
	case before.Stage == 0:
		return phrase{"at stage " + f.To, weighTurn, 0}
	case before.Stage == StageLost:
		return phrase{"open again at stage " + f.To, weighTurn, Good}
	case before.Stage > after.Stage:
		return phrase{fmt.Sprintf("back from %s to %s", f.From, f.To), weighTurn, Poor}
	}
	return phrase{fmt.Sprintf("moved on from %s to %s", f.From, f.To), weighTurn, Good}
}

// renewalOutcome says what became of a contract.
func renewalOutcome(r *Renewal) phrase {
	switch r.Outcome {
	case 0:
		return phrase{"open again", weighTurn, 0}
	case RenewalLost:
		return phrase{"lost", weighDecisive, Poor}
	case RenewedLess:
		return phrase{"renewed for less", weighDecisive, Poor}
	case RenewedMore:
		return phrase{"renewed for more", weighDecisive, Good}
	}
	return phrase{"renewed", weighDecisive, Good}
}

// actionStatus says how far an action came, and whether in time.
func actionStatus(before, after *Action) phrase {
	how := ""
	if !after.Done.IsZero() {
		how = " on " + after.Done.String()
		if after.Due.Before(after.Done) {
			how += fmt.Sprintf(", %s late", Count(after.Done.DaysSince(after.Due), "day", "days"))
		}
	}
	return progressed(before.Status, after.Status, how)
}

// progressed says how far a piece of work came; done says when, of what is done.
func progressed(was, is Progress, done string) phrase {
	switch is {
	case Complete:
		return phrase{"done" + done, weighTurn, Good}
	case Deferred:
		return phrase{"put off", weighTurn, Poor}
	case Cancelled:
		return phrase{"cancelled", weighTurn, Poor}
	}
	if !open(was) {
		return phrase{"open again", weighTurn, 0}
	}
	if is == InProgress {
		return phrase{"begun", weighCore, Good}
	}
	return phrase{"not begun", weighCore, 0}
}

// handedOn says who has the work now.
func handedOn(after Record, f FieldDiff) phrase {
	if f.From == "" || f.To == "" {
		return plainly(after, f)
	}
	return phrase{fmt.Sprintf("handed on from %s to %s", f.From, f.To), weighTurn, 0}
}
