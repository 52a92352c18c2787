package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"astute/model"

	"pgregory.net/rapid"
)

func roles(list ...model.DecisionRole) model.DecisionRoles {
	return model.DecisionRoles(0).With(list...)
}

func TestKeyPlayer(t *testing.T) {
	for name, c := range map[string]struct {
		contact model.Contact
		want    model.Answer
		reasons string
		ask     string
	}{
		"nothing known":            {model.Contact{}, model.NotKnown, "", "Political status, Influence, Decision role"},
		"Agile":                    {model.Contact{Political: model.Agile}, model.Yes, "political status Agile", ""},
		"Astute":                   {model.Contact{Political: model.Astute}, model.Yes, "political status Astute", ""},
		"Observing":                {model.Contact{Political: model.Observing}, model.NotKnown, "", "Influence, Decision role"},
		"High influence":           {model.Contact{Influence: model.High}, model.Yes, "influence High", ""},
		"Medium influence":         {model.Contact{Influence: model.Medium}, model.NotKnown, "", "Political status, Decision role"},
		"Economic Buyer":           {model.Contact{DecisionRole: roles(model.EconomicBuyer)}, model.Yes, "Economic Buyer", ""},
		"Decision Maker":           {model.Contact{DecisionRole: roles(model.DecisionMaker)}, model.Yes, "Decision Maker", ""},
		"both":                     {model.Contact{DecisionRole: roles(model.DecisionMaker, model.EconomicBuyer)}, model.Yes, "Economic Buyer; Decision Maker", ""},
		"Technical Buyer":          {model.Contact{DecisionRole: roles(model.TechnicalBuyer)}, model.NotKnown, "", "Political status, Influence"},
		"all known, none of it":    {model.Contact{Political: model.Learning, Influence: model.Low, DecisionRole: roles(model.UserBuyer, model.Gatekeeper)}, model.No, "", ""},
		"one reason against a no":  {model.Contact{Political: model.Learning, Influence: model.High, DecisionRole: roles(model.UserBuyer)}, model.Yes, "influence High", ""},
		"every reason":             {model.Contact{Political: model.Astute, Influence: model.High, DecisionRole: roles(model.EconomicBuyer)}, model.Yes, "political status Astute; influence High; Economic Buyer", ""},
		"rank does not make a key": {model.Contact{Rank: model.CLevel, Political: model.Observing, Influence: model.Low, DecisionRole: roles(model.Influencer)}, model.No, "", ""},
	} {
		v := model.KeyPlayer(&c.contact)
		if v.Answer != c.want || strings.Join(v.Reasons, "; ") != c.reasons || strings.Join(v.Ask, ", ") != c.ask {
			t.Errorf("%s: %+v, want %d for %q, asking %q", name, v, c.want, c.reasons, c.ask)
		}
	}
}

func TestSupportive(t *testing.T) {
	key := model.Contact{Influence: model.High}
	none := model.Contact{Political: model.Learning, Influence: model.Low, DecisionRole: roles(model.UserBuyer)}
	for name, c := range map[string]struct {
		contact model.Contact
		support model.Support
		want    model.Answer
		ask     string
	}{
		"a key player who is a champion":     {key, model.Champion, model.Yes, ""},
		"a key player who is a supporter":    {key, model.Supporter, model.Yes, ""},
		"a key player who is neutral":        {key, model.Neutral, model.No, ""},
		"a key player who is an opponent":    {key, model.Opponent, model.No, ""},
		"a key player, support not known":    {key, 0, model.NotKnown, "Support"},
		"a champion who is no key player":    {none, model.Champion, model.No, ""},
		"a champion of whom nothing is else": {model.Contact{}, model.Champion, model.NotKnown, "Political status, Influence, Decision role"},
	} {
		c.contact.Support = c.support
		if v := model.Supportive(&c.contact); v.Answer != c.want || strings.Join(v.Ask, ", ") != c.ask || v.Answer == model.Yes && len(v.Reasons) != 2 {
			t.Errorf("%s: %+v, want %d, asking %q", name, v, c.want, c.ask)
		}
	}
}

func TestCoverageGap(t *testing.T) {
	key := model.Contact{Political: model.Agile}
	none := model.Contact{Political: model.Learning, Influence: model.Low, DecisionRole: roles(model.UserBuyer)}
	for name, c := range map[string]struct {
		contact  model.Contact
		support  model.Support
		coverage model.Coverage
		want     model.Answer
		ask      string
	}{
		"key, neutral, never met":        {key, model.Neutral, model.NoContact, model.Yes, ""},
		"key, opponent, never met":       {key, model.Opponent, model.NoContact, model.Yes, ""},
		"key, neutral, met once":         {key, model.Neutral, model.BriefContact, model.No, ""},
		"key, supporter, never met":      {key, model.Supporter, model.NoContact, model.No, ""},
		"key, supporter, not known":      {key, model.Supporter, 0, model.No, ""},
		"key, not known, never met":      {key, 0, model.NoContact, model.NotKnown, "Support"},
		"key, not known, not known":      {key, 0, 0, model.NotKnown, "Support, Coverage"},
		"key, neutral, not known":        {key, model.Neutral, 0, model.NotKnown, "Coverage"},
		"key, not known, known well":     {key, 0, model.InDepth, model.No, ""},
		"no key player, never met":       {none, model.Opponent, model.NoContact, model.No, ""},
		"nothing known, but never met":   {model.Contact{}, 0, model.NoContact, model.NotKnown, "Political status, Influence, Decision role"},
		"not known whether key, neutral": {model.Contact{Influence: model.Low}, model.Neutral, model.NoContact, model.NotKnown, "Political status, Decision role"},
	} {
		c.contact.Support, c.contact.Coverage = c.support, c.coverage
		if v := model.CoverageGap(&c.contact); v.Answer != c.want || strings.Join(v.Ask, ", ") != c.ask || v.Answer == model.Yes && len(v.Reasons) != 3 {
			t.Errorf("%s: %+v, want %d, asking %q", name, v, c.want, c.ask)
		}
	}
}

func TestMapStatus(t *testing.T) {
	var (
		champion  = model.Contact{Name: "Champion", Influence: model.High, Support: model.Champion}
		neutral   = model.Contact{Name: "Neutral", Influence: model.High, Support: model.Neutral}
		open      = model.Contact{Name: "Open", Influence: model.High}
		buyer     = model.Contact{Name: "Buyer", DecisionRole: roles(model.EconomicBuyer), Support: model.Supporter}
		decider   = model.Contact{Name: "Decider", DecisionRole: roles(model.DecisionMaker), Support: model.Champion}
		cold      = model.Contact{Name: "Cold", DecisionRole: roles(model.EconomicBuyer), Support: model.Opponent}
		bystander = model.Contact{Name: "Bystander", Political: model.Learning, Influence: model.Low, DecisionRole: roles(model.UserBuyer), Support: model.Champion}
		blank     = model.Contact{Name: "Blank"}
	)
	gone := func(c model.Contact) model.Contact { c.Left = true; return c }
	for name, c := range map[string]struct {
		people []model.Contact
		colour model.MapColour
		level  int
		asks   int
	}{
		"nobody":                               {nil, model.Grey, 0, 3},
		"only somebody who left":               {[]model.Contact{gone(champion)}, model.Grey, 0, 3},
		"only blanks":                          {[]model.Contact{blank, blank, blank, blank}, model.Grey, 1, 3},
		"a bystander and a blank":              {[]model.Contact{bystander, blank}, model.Grey, 1, 1},
		"only bystanders":                      {[]model.Contact{bystander, bystander}, model.Red, 1, 0},
		"none supportive":                      {[]model.Contact{neutral, cold, bystander}, model.Red, 2, 0},
		"half of them open, none supportive":   {[]model.Contact{neutral, open}, model.Red, 2, 0},
		"most of them open":                    {[]model.Contact{neutral, open, open}, model.Grey, 2, 2},
		"most of them open, one supportive":    {[]model.Contact{buyer, open, open}, model.Grey, 3, 2},
		"one supportive":                       {[]model.Contact{champion, neutral, cold}, model.Amber, 3, 0},
		"one supportive, and blanks":           {[]model.Contact{champion, blank, blank, blank}, model.Amber, 3, 0},
		"a supportive Economic Buyer":          {[]model.Contact{buyer, neutral, cold}, model.Green, 3, 0},
		"a supportive Decision Maker":          {[]model.Contact{neutral, decider}, model.Green, 3, 0},
		"the supportive Economic Buyer left":   {[]model.Contact{gone(buyer), champion, cold}, model.Amber, 3, 0},
		"the last supporter left":              {[]model.Contact{gone(champion), cold}, model.Red, 2, 0},
		"the Economic Buyer is not supportive": {[]model.Contact{cold, champion}, model.Amber, 3, 0},
	} {
		var people []*model.Contact
		for i := range c.people {
			people = append(people, &c.people[i])
		}
		s := model.MapStatusOf(people)
		if s.Colour != c.colour || s.Level != c.level || len(s.Ask) != c.asks || len(s.Reasons) == 0 {
			t.Errorf("%s: %s, level %d, asks %q, because %q; want %s, level %d, %d questions", name, s.Colour, s.Level, s.Ask, s.Reasons, c.colour, c.level, c.asks)
		}
	}
}

func TestMapReasonsInWords(t *testing.T) {
	key := func(s model.Support, decides ...model.DecisionRole) *model.Contact {
		return &model.Contact{Name: "Kim", Influence: model.High, Support: s, DecisionRole: roles(decides...)}
	}
	blank := &model.Contact{Name: "Blank"}
	for _, c := range []struct {
		want   string
		people []*model.Contact
	}{
		{"the only key player does not support us", []*model.Contact{key(model.Neutral)}},
		{"none of the 2 key players supports us", []*model.Contact{key(model.Neutral), key(model.Opponent)}},
		{"the only key player supports us, but does not decide", []*model.Contact{key(model.Champion)}},
		{"1 of 2 key players supports us, no Economic Buyer or Decision Maker is known", []*model.Contact{key(model.Champion), key(model.Neutral)}},
		{"2 of 3 key players support us, no Economic Buyer or Decision Maker is known", []*model.Contact{key(model.Champion), key(model.Champion), key(model.Neutral)}},
		{"both key players support us, no Economic Buyer or Decision Maker is known", []*model.Contact{key(model.Champion), key(model.Champion)}},
		{"the support of the only key player is not known yet", []*model.Contact{key(0)}},
		{"the support of 2 of 3 key players is not known yet", []*model.Contact{key(0), key(0), key(model.Neutral)}},
		{"Kim decides and supports us", []*model.Contact{key(model.Champion, model.EconomicBuyer)}},
		{"Kim decides and supports us; 1 more person is not classified yet", []*model.Contact{key(model.Champion, model.EconomicBuyer), blank}},
		{"Kim decides and supports us; the support of 1 key player is not known yet; 2 more people are not classified yet",
			[]*model.Contact{key(model.Champion, model.DecisionMaker), blank, key(0), blank}},
	} {
		if got := strings.Join(model.MapStatusOf(c.people).Reasons, "; "); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// drawPeople draws contacts with any classification.
func drawPeople(t *rapid.T) []*model.Contact {
	var people []*model.Contact
	for i := range rapid.IntRange(0, 6).Draw(t, "people") {
		draw := func(n int, what string) int { return rapid.IntRange(0, n).Draw(t, what) }
		people = append(people, &model.Contact{
			Name: fmt.Sprint("Person ", i), DecisionRole: model.DecisionRoles(draw(63, "roles")), Influence: model.Level(draw(3, "influence")), Support: model.Support(draw(4, "support")),
			Political: model.PoliticalStatus(draw(4, "political")), Coverage: model.Coverage(draw(4, "coverage")), Left: draw(5, "left") == 0,
		})
	}
	return people
}

func TestMapStatusOfAnybody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := drawPeople(t)
		s := model.MapStatusOf(people)
		if s.Supportive > s.KeyPlayers || len(s.Ask) > 3 || len(s.Reasons) == 0 || s.Colour != model.Grey && s.Ask != nil {
			t.Fatalf("%+v", s)
		}
		if (s.Level == 3) != (s.Supportive > 0) || s.Colour >= model.Amber && s.Level != 3 || s.Colour == model.Red && s.Supportive > 0 {
			t.Fatalf("level and colour do not agree: %+v", s)
		}
		// Grey always says what to ask, so that it can be settled.
		if s.Colour == model.Grey && len(s.Ask) == 0 {
			t.Fatalf("grey, and nothing to ask: %+v", s)
		}
		// Whoever left does not count, and the order of people changes no colour.
		stay := slices.DeleteFunc(slices.Clone(people), func(c *model.Contact) bool { return c.Left })
		if got := model.MapStatusOf(stay); got.Colour != s.Colour || got.Level != s.Level {
			t.Fatalf("with those who left %s, without %s", s.Colour, got.Colour)
		}
		slices.Reverse(stay)
		if got := model.MapStatusOf(stay); got.Colour != s.Colour || got.KeyPlayers != s.KeyPlayers || got.Supportive != s.Supportive {
			t.Fatalf("in another order %+v, not %+v", got, s)
		}
	})
}

// An answer never turns round when more becomes known: yes stays yes.
func TestMoreKnowledgeNeverTurnsAKeyPlayerIntoNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := drawPeople(t)
		if len(people) == 0 {
			return
		}
		c := people[0]
		before := model.KeyPlayer(c)
		more := model.Clone(c)
		if more.Political == 0 {
			more.Political = model.PoliticalStatus(rapid.IntRange(1, 4).Draw(t, "political"))
		}
		if more.Influence == 0 {
			more.Influence = model.Level(rapid.IntRange(1, 3).Draw(t, "influence"))
		}
		if more.DecisionRole == 0 {
			more.DecisionRole = roles(model.DecisionRole(rapid.IntRange(1, 6).Draw(t, "role")))
		}
		after := model.KeyPlayer(more)
		if after.Answer == model.NotKnown || before.Answer != model.NotKnown && after.Answer != before.Answer {
			t.Fatalf("%+v became %+v", before, after)
		}
		if (before.Answer == model.NotKnown) != (len(before.Ask) > 0) {
			t.Fatalf("not known without a question, or the other way round: %+v", before)
		}
	})
}

func TestMapColumn(t *testing.T) {
	for _, c := range []struct {
		political model.PoliticalStatus
		influence model.Level
		want      model.PoliticalStatus
		note      string
	}{
		{0, 0, 0, ""},
		{0, model.High, model.Agile, ""},
		{0, model.Medium, model.Observing, ""},
		{0, model.Low, model.Learning, ""},
		{model.Astute, 0, model.Astute, ""},
		{model.Astute, model.High, model.Astute, ""},
		{model.Astute, model.Medium, model.Astute, ""},
		{model.Astute, model.Low, model.Astute, "political status Astute, but influence Low"},
		{model.Agile, model.Low, model.Agile, "political status Agile, but influence Low"},
		{model.Observing, model.High, model.Observing, "political status Observing, but influence High"},
		{model.Learning, model.High, model.Learning, "political status Learning, but influence High"},
		{model.Learning, model.Low, model.Learning, ""},
		{model.Observing, model.Medium, model.Observing, ""},
	} {
		column, note := model.MapColumn(&model.Contact{Political: c.political, Influence: c.influence})
		if column != c.want || note != c.note {
			t.Errorf("%q with influence %q stands at %q, %q; want %q, %q", c.political, c.influence, column, note, c.want, c.note)
		}
	}
}

func TestMapColourWords(t *testing.T) {
	if got := fmt.Sprint(model.Grey, model.Red, model.Amber, model.Green); got != "grey red amber green" {
		t.Error(got)
	}
}

// What settles a grey map is asked in the words in which the person's own
// questions are, key players first, in their order.
func TestMapAsksAsPeopleDo(t *testing.T) {
	people := []*model.Contact{{Name: "Blank"}, {Name: "Ann", Influence: model.High}, {Name: "Bo", Political: model.Agile}}
	want := "How far does Ann back us? How far does Bo back us? How near is Blank to where outcomes are controlled?"
	if got := strings.Join(model.MapStatusOf(people).Ask, " "); got != want {
		t.Errorf("%q, wanted %q", got, want)
	}
}
