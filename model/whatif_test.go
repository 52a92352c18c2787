package model

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// shop is an account that one champion carries, with two deals that name her.
func shop() *Plan {
	p := talk(map[string]Contact{
		"Jane": {Influence: High, Support: Champion, Coverage: InDepth}, "Alan": {DecisionRole: DecisionRoles(0).With(EconomicBuyer), Support: Neutral, Coverage: BriefContact},
		"Raj": {Political: Astute, Support: Neutral, Coverage: NoContact}, "Zoe": {Influence: Low, Political: Learning, DecisionRole: DecisionRoles(0).With(UserBuyer), Support: Supporter, Coverage: BriefContact},
	}, "Jane sways Raj 3", "Zoe under Raj")
	who := func(name string) ID {
		for _, c := range All[*Contact](p.Book) {
			if c.Name == name {
				return c.ID
			}
		}
		return ID{}
	}
	kiosks := &Opportunity{Head: Head{ID: ID{13: 1}}, Name: "Kiosks", Amount: NewMoney(100_00, "USD"), Buyer: who("Jane"), Deciders: []ID{who("Jane"), who("Alan")}}
	shops := &Opportunity{Head: Head{ID: ID{13: 2}}, Name: "Shops", Amount: NewMoney(50_00, "USD"), Deciders: []ID{who("Zoe")}}
	france := &Opportunity{Head: Head{ID: ID{13: 3}}, Name: "France", Amount: NewMoney(70_00, "EUR")}
	unpriced := &Opportunity{Head: Head{ID: ID{13: 4}}, Name: "Cameras", Buyer: who("Jane")}
	won := &Opportunity{Head: Head{ID: ID{13: 5}}, Name: "Alarms", Amount: NewMoney(900_00, "USD"), Buyer: who("Jane"), Stage: StageWon}
	role := &Role{Head: Head{ID: ID{13: 6}}, Opportunity: france.ID, Contact: who("Jane"), Support: Champion}
	var changes []Change
	for _, r := range []Record{kiosks, shops, france, unpriced, won, role} {
		changes = append(changes, Change{After: r})
	}
	return p.With(changes...)
}

func TestWhatIf(t *testing.T) {
	for name, test := range map[string]struct {
		suppose func(id func(string) ID) []Supposition
		want    string
		label   string
	}{
		"nobody":       {func(id func(string) ID) []Supposition { return nil }, "", ""},
		"a stranger":   {func(id func(string) ID) []Supposition { return []Supposition{{Contact: ID{1}, Leaves: true}} }, "", ""},
		"says nothing": {func(id func(string) ID) []Supposition { return []Supposition{{Contact: id("Jane")}} }, "", ""},
		"the champion leaves": {func(id func(string) ID) []Supposition { return []Supposition{{Contact: id("Jane"), Leaves: true}} }, `
The map turns from amber to red: none of the 2 key players supports us
Key players: 2 instead of 3
Key players who back us: 0 instead of 1
Exposed: EUR 70, USD 100 and 1 opportunity without an amount (Kiosks, Cameras and France)
Health: too little is known for the whole; relationship 0 % instead of 33 %
New: Nobody sells for us inside: there is no champion
New: Jane has left, but is still named in the decision
Now: No key player backs us while 4 opportunities are open
Now: None of the 2 key players whose support is known backs us
No longer: Nobody is marked as opponent: who backs the competitor?
Another way to Raj: ask Zoe to introduce you to Raj`, "Jane leaves"},
		"she turns": {func(id func(string) ID) []Supposition { return []Supposition{{Contact: id("Jane"), Support: Opponent}} }, `
The map turns from amber to red: none of the 3 key players supports us
Key players who back us: 0 instead of 1
Exposed: EUR 70, USD 100 and 1 opportunity without an amount (Kiosks, Cameras and France)
Health: too little is known for the whole; relationship 0 % instead of 33 %
New: Those for us are no more than those against us: 1 to 1
New: Nobody sells for us inside: there is no champion
Now: No key player backs us while 4 opportunities are open
Now: None of the 3 key players whose support is known backs us
No longer: Nobody is marked as opponent: who backs the competitor?
Another way to Raj: ask Zoe to introduce you to Raj`, "Jane becomes an Opponent"},
		"both who could introduce leave": {func(id func(string) ID) []Supposition {
			return []Supposition{{Contact: id("Jane"), Leaves: true}, {Contact: id("Zoe"), Support: Neutral}}
		}, `
The way to Raj is lost: nobody who supports us, and whom we know, reaches Raj yet: win Zoe, whom we know: it is 1 step from there to Raj`, "Jane leaves, Zoe becomes Neutral"},
		"the buyer is won": {func(id func(string) ID) []Supposition {
			return []Supposition{{Contact: id("Alan"), Support: Supporter}}
		}, `
The map turns from amber to green: Alan decides and supports us
Key players who back us: 2 instead of 1
Health: too little is known for the whole; relationship 67 % instead of 33 %
No longer: Jane is the only key player known to back us while 4 opportunities are open
No longer: Only 1 of 3 key players whose support is known backs us`, "Alan becomes a Supporter"},
	} {
		p := shop()
		list := test.suppose(func(name string) ID { return whoIs(t, p, name).ID })
		d := WhatIf(p, list, Date{})
		got := effectTexts(d)
		if want := strings.TrimPrefix(test.want, "\n"); got != want && (len(list) < 2 || !strings.Contains(got, want)) {
			t.Errorf("%s:\n%s\nwanted\n%s", name, got, want)
		}
		if e := SuppositionEdit(p, list); e.Label != test.label || e.IsEmpty() != (test.label == "") || d.IsEmpty() != (test.want == "") {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

// effectTexts are the effects of a difference, a line each.
func effectTexts(d Difference) string {
	var lines []string
	for _, e := range d.Effects {
		lines = append(lines, e.Text)
	}
	return strings.Join(lines, "\n")
}

func TestSumsTooLargeAreExposedAsSuch(t *testing.T) {
	p := shop()
	jane := whoIs(t, p, "Jane").ID
	p = p.With(Change{After: &Opportunity{Head: Head{ID: ID{13: 9}}, Name: "Most", Amount: NewMoney(1<<63-1, "USD"), Buyer: jane}})
	e := WhatIf(p, []Supposition{{Contact: jane, Leaves: true}}, Date{}).Exposed
	if got := strings.Join(e.Parts(), "; "); got != "EUR 70; USD too much to add; 1 opportunity without an amount" {
		t.Error(got)
	}
}

func TestWhoeverTurnsTurnsInEveryDeal(t *testing.T) {
	p := shop()
	e := SuppositionEdit(p, []Supposition{{Contact: whoIs(t, p, "Jane").ID, Support: Opponent}})
	then := p.With(e.Changes...)
	if len(e.Changes) != 2 || All[*Role](then.Book)[0].Support != Opponent || All[*Role](p.Book)[0].Support != Champion {
		t.Errorf("%+v", e.Changes)
	}
	if jane := whoIs(t, then.SeenFor(ID{13: 3}, false), "Jane"); jane.Support != Opponent {
		t.Errorf("in the deal Jane is %s", jane.Support)
	}
}

// drawSuppositions draws what might happen to people of a plan.
func drawSuppositions(t *rapid.T, p *Plan) []Supposition {
	var list []Supposition
	for range rapid.IntRange(0, 3).Draw(t, "suppositions") {
		list = append(list, Supposition{rapid.SampledFrom(All[*Contact](p.Book)).Draw(t, "whom").ID, rapid.Bool().Draw(t, "leaves"), Support(rapid.IntRange(0, 4).Draw(t, "becomes"))})
	}
	return list
}

// With nobody nothing is different; whatever is supposed, the plan stays what it
// was, and the difference is that between the plan and the plan after the edit.
func TestWhatIfOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawTalk(t)
		if d := WhatIf(p, nil, Date{}); !d.IsEmpty() || len(d.Come) > 0 || len(d.Gone) > 0 || len(d.Exposed.Deals) > 0 {
			t.Fatalf("with nobody: %+v", d)
		}
		list, was := drawSuppositions(t, p), everything(p)
		d := WhatIf(p, list, Date{})
		then := p.With(SuppositionEdit(p, list).Changes...)
		if everything(p) != was {
			t.Fatal("the plan is not what it was")
		}
		if now := MapStatusOf(All[*Contact](then.Book)); d.After.Map.Colour != now.Colour || d.After.Map.Supportive != now.Supportive || d.Before.Map.Colour != MapStatusOf(All[*Contact](p.Book)).Colour {
			t.Fatalf("%+v", d)
		}
		for _, s := range list {
			c, _ := Lookup[*Contact](then.Book, s.Contact)
			if s.Leaves && !c.Left {
				t.Fatalf("%s stays", c.Name)
			}
		}
		for _, effect := range d.Effects {
			line := effect.Text
			if line == "" || strings.HasSuffix(line, ".") || strings.Contains(line, "\n") {
				t.Fatalf("%q is no sentence without its stop", line)
			}
		}
		same := slices.EqualFunc(d.Before.Warnings, d.After.Warnings, func(a, b Warning) bool { return a.Text == b.Text || a.Rule == b.Rule && a.Severity == Low })
		if d.IsEmpty() && !same {
			t.Fatalf("the warnings differ, and nothing is said: %+v", d)
		}
	})
}

// Who leaves leaves work behind: what would be nobody's is named, and what of
// ours serves it; whoever merely turns keeps theirs.
func TestWhatSomebodyHoldsIsNobodysWhenTheyLeave(t *testing.T) {
	p := shop()
	jane := whoIs(t, p, "Jane").ID
	head := func(n byte) Head { return Head{ID: ID{12: 1, 13: n}, Account: p.Account.ID} }
	initiative := &Initiative{Head: head(1), Name: "Kiosks everywhere", Owner: jane}
	goal := &Goal{Head: head(2), Metric: "Uptime", Contact: jane}
	p = p.With(Change{After: initiative}, Change{After: goal},
		Change{After: &Initiative{Head: head(3), Name: "Over", Owner: jane, Status: Complete}},
		Change{After: &BuyingStep{Head: head(4), Name: "Signature", Owner: jane}},
		Change{After: &BuyingStep{Head: head(5), Name: "Behind us", Owner: jane, Status: StepComplete}},
		Change{After: &Action{Head: head(6), Name: "Send the list", Owner: jane}},
		Change{After: &Objective{Head: head(7), Name: "Win the stores", Goals: []ID{goal.ID}, Status: InProgress}},
		Change{After: &Objective{Head: head(8), Name: "Something else", Status: InProgress}},
		Change{After: &Competitor{Head: head(9), Name: "SuperSecure", Sponsor: jane}})
	leaves := WhatIf(p, []Supposition{{Contact: jane, Leaves: true}}, Date{})
	for kind, want := range map[string]string{
		"at risk":   "Nobody's any more: initiative “Kiosks everywhere”, goal “Uptime”, step “Signature” and action “Send the list”",
		"at risk ":  "Objectives of ours that lose whom they serve: “Win the stores”",
		"better":    "SuperSecure loses Jane, who backs them",
		"otherwise": "What they want: 0 of 1 chain complete, 0 of 1 confirmed by the customer, not known yet whether key players own them",
	} {
		if !slices.Contains(leaves.Effects, Effect{kindNamed(strings.TrimSpace(kind)), want}) {
			t.Errorf("%s %q is not among\n%+v", kind, want, leaves.Effects)
		}
	}
	if turns := effectTexts(WhatIf(p, []Supposition{{Contact: jane, Support: Opponent}}, Date{})); strings.Contains(turns, "Nobody's") || strings.Contains(turns, "loses") {
		t.Error(turns)
	}
}

func kindNamed(word string) EffectKind {
	for k := Otherwise; k <= AtRisk; k++ {
		if k.String() == word {
			return k
		}
	}
	return Otherwise
}

// What is for the better and what for the worse is the one turned round: whatever
// would come of turning there is undone by turning back.
func TestTheKindsOfEffectsAreThoseOfTheirDirection(t *testing.T) {
	p := shop()
	there := WhatIf(p, []Supposition{{Contact: whoIs(t, p, "Alan").ID, Support: Supporter}}, Date{})
	then := p.With(SuppositionEdit(p, []Supposition{{Contact: whoIs(t, p, "Alan").ID, Support: Supporter}}).Changes...)
	back := WhatIf(then, []Supposition{{Contact: whoIs(t, p, "Alan").ID, Support: Neutral}}, Date{})
	for _, test := range []struct {
		d     Difference
		begin string
		want  EffectKind
	}{
		{there, "The map turns from amber to green", ForBetter}, {back, "The map turns from green to amber", ForWorse},
		{there, "Health: ", ForBetter}, {back, "Health: ", ForWorse},
		{there, "No longer: ", ForBetter}, {back, "New: ", ForWorse},
	} {
		if !slices.ContainsFunc(test.d.Effects, func(e Effect) bool { return strings.HasPrefix(e.Text, test.begin) && e.Kind == test.want }) {
			t.Errorf("%q is not %s among\n%+v", test.begin, test.want, test.d.Effects)
		}
	}
}
