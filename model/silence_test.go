package model

import (
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestASilenceNamesARuleThatThereIs(t *testing.T) {
	s := &Silence{Rule: "no-champion", Reason: "known", Until: NewDate(2026, time.March, 31)}
	if err := Check(s); err != nil {
		t.Error(err)
	}
	s.Rule = "no-such-rule"
	if err := Check(s); !errors.Is(err, ErrInvalid) || err.Error() != "there is no rule \"no-such-rule\": `astute silence` lists them" {
		t.Error(err)
	}
}

// A silenced rule is quiet up to the last day, and heard again the day after; of
// one record the others are still named.
func TestASilencedRuleComesBack(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	far := func(name string) *Contact {
		return &Contact{Name: name, Political: Astute, Support: Opponent, Coverage: NoContact}
	}
	deal := &Opportunity{Name: "Kiosks"}
	friend := &Contact{Name: "Jo", Political: Astute, Support: Champion}
	silence := func(rule string, of ID) *Silence {
		return &Silence{Rule: rule, Subject: of, Reason: "known", Until: today}
	}
	first, second := ID{14: 1}, ID{14: 1, 15: 1}
	for name, test := range map[string]struct {
		records  []Record
		rule     string
		text     string // what is heard up to the last day, "" for nothing
		silenced int
	}{
		"nothing silenced":            {[]Record{far("Ann"), far("Bo")}, "coverage-gap", "2 key players have never met us: Ann, Bo", 0},
		"the account":                 {[]Record{far("Ann"), far("Bo"), silence("coverage-gap", ID{})}, "coverage-gap", "", 2},
		"the account by name":         {[]Record{far("Ann"), far("Bo"), silence("coverage-gap", ID{15: 1})}, "coverage-gap", "", 2},
		"one of two":                  {[]Record{far("Ann"), far("Bo"), silence("coverage-gap", first)}, "coverage-gap", "Bo is a key player whom we have never met", 1},
		"both of two":                 {[]Record{far("Ann"), far("Bo"), silence("coverage-gap", first), silence("coverage-gap", second)}, "coverage-gap", "", 2},
		"another rule":                {[]Record{far("Ann"), far("Bo"), silence("coach", ID{})}, "coverage-gap", "2 key players have never met us: Ann, Bo", 0},
		"somebody it is not about":    {[]Record{far("Ann"), friend, silence("coverage-gap", second)}, "coverage-gap", "Ann is a key player whom we have never met", 0},
		"the whole, by its only name": {[]Record{friend, deal, silence("single-threaded", first)}, "single-threaded", "", 1},
		"of the money":                {[]Record{&Renewal{Contract: "C", On: today.AddDays(-9)}, silence("renewal-undecided", first)}, "renewal-undecided", "", 1},
	} {
		p := planOf(&Account{Name: "Acme"}, test.records...)
		text := func(on Date) (text string, silenced int) {
			list, n := Findings(p, on, Around{})
			if at := slices.IndexFunc(list, func(w Warning) bool { return w.Rule == test.rule }); at >= 0 {
				text = list[at].Text
			}
			return text, n
		}
		if got, n := text(today); got != test.text || n != test.silenced {
			t.Errorf("%s: says %q with %d silenced, wanted %q with %d", name, got, n, test.text, test.silenced)
		}
		if got, n := text(today.AddDays(1)); got == "" || n != 0 {
			t.Errorf("%s: the day after it says %q, with %d silenced", name, got, n)
		}
	}
}

// Whatever is silenced: what is heard and what is dropped are together what there
// is, and no silence brings up anything.
func TestSilenceOnlyTakesAway(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	rapid.Check(t, func(t *rapid.T) {
		p := drawTalk(t)
		loud, _ := Findings(p, today, Around{})
		var quiet []Change
		for i := range rapid.IntRange(0, 4).Draw(t, "silences") {
			s := &Silence{Rule: rapid.SampledFrom(Rules()).Draw(t, "rule").Name, Reason: "known", Until: today.AddDays(rapid.IntRange(-1, 1).Draw(t, "until"))}
			s.ID, s.Account = ID{10: 1, 15: byte(i)}, p.Account.ID
			if len(loud) > 0 && rapid.Bool().Draw(t, "of one") {
				if w := rapid.SampledFrom(loud).Draw(t, "finding"); len(w.IDs) > 0 {
					s.Rule, s.Subject = w.Rule, w.IDs[0]
				}
			}
			quiet = append(quiet, Change{After: s})
		}
		heard, silenced := Findings(p.With(quiet...), today, Around{})
		for _, w := range heard {
			if at := slices.IndexFunc(loud, func(o Warning) bool { return o.Rule == w.Rule }); at < 0 || len(w.IDs) > len(loud[at].IDs) {
				t.Fatalf("silence brings up %+v", w)
			}
		}
		if silenced == 0 && len(heard) != len(loud) {
			t.Fatalf("%d of %d are heard, and none is silenced", len(heard), len(loud))
		}
		after, silenced := Findings(p.With(quiet...), today.AddDays(2), Around{})
		later, _ := Findings(p, today.AddDays(2), Around{})
		if silenced != 0 || len(after) != len(later) {
			t.Fatalf("once all silences are over %d are silenced, and %d of %d heard", silenced, len(after), len(later))
		}
	})
}

// An action against what was found is not asked for twice, whoever else it is
// about by then.
func TestNoFindingGetsTwoActions(t *testing.T) {
	today, me := NewDate(2026, time.March, 31), ID{15: 9}
	coach := func(name string) *Contact {
		return &Contact{Name: name, Support: Champion, Influence: Low}
	}
	p := planOf(&Account{Name: "Acme"}, coach("Ann"), coach("Bo"))
	find := func(p *Plan) Warning {
		list, _ := Findings(p, today, Around{})
		at := slices.IndexFunc(list, func(w Warning) bool { return w.Rule == "coach" })
		return list[at]
	}
	w := find(p)
	if a := ActionAgainst(p, w, today); a != nil {
		t.Fatalf("there is %q already", a.Name)
	}
	a := ActionFor(p, w, me, today)
	a.ID = ID{13: 1}
	p = p.With(Change{After: a})
	if ActionAgainst(p, find(p), today) == nil {
		t.Errorf("%q does not count", a.Name)
	}
	cy := coach("Cy")
	cy.ID, cy.Account = ID{12: 9}, p.Account.ID
	if more := p.With(Change{After: cy}); ActionAgainst(more, find(more), today) == nil {
		t.Errorf("%q does not count once somebody else is one", a.Name)
	}
	done := Clone(a)
	done.Status = Complete
	if after := p.With(Change{Before: a, After: done}); ActionAgainst(after, find(after), today) != nil {
		t.Error("what is done does not keep it from being done again")
	}
}
