package cli

import (
	"astute/model"
)

// mapJSON is the political map as scripts read it.
type mapJSON struct {
	Account    string        `json:"account"`
	AccountID  string        `json:"account_id"`
	Deal       string        `json:"opportunity"` // as seen for which; empty for the account
	DealID     string        `json:"opportunity_id"`
	Level      int           `json:"map_level"`
	Status     string        `json:"map_status"`
	Reasons    []string      `json:"reasons"`
	Ask        []string      `json:"ask"`
	KeyPlayers int           `json:"key_players"`
	Supportive int           `json:"supportive_key_players"`
	People     []personJSON  `json:"people"`
	Lines      []lineJSON    `json:"lines"`
	Warnings   []warningJSON `json:"warnings"`
}

// personJSON is one person of the map. Column is where the map places them: by
// political status, else by influence; empty where neither is known.
type personJSON struct {
	ID           string   `json:"id"`
	Name         string   `json:"name"`
	Title        string   `json:"title"`
	Rank         string   `json:"rank"`
	Political    string   `json:"political_status"`
	Column       string   `json:"column"`
	Note         string   `json:"note"`
	DecisionRole []string `json:"decision_role"`
	Influence    string   `json:"influence"`
	Support      string   `json:"support"`
	Coverage     string   `json:"coverage"`
	ReportsTo    string   `json:"reports_to"`
	ReportsToID  string   `json:"reports_to_id"`
	KeyPlayer    *bool    `json:"key_player"` // null where it is not known
	Supportive   *bool    `json:"supportive"`
	Gap          *bool    `json:"coverage_gap"`
	Placeholder  bool     `json:"placeholder"`
	Left         bool     `json:"left"`
}

// lineJSON is a line between two people, reporting lines too.
type lineJSON struct {
	From     string `json:"from"`
	FromID   string `json:"from_id"`
	To       string `json:"to"`
	ToID     string `json:"to_id"`
	Type     string `json:"type"`
	Strength string `json:"strength"`
}

// warningJSON is a warning as scripts read it.
type warningJSON struct {
	Rule     string   `json:"rule"`
	Severity string   `json:"severity"`
	IDs      []string `json:"ids"`
	Reason   string   `json:"reason"`
	Cure     string   `json:"cure"`
}

// mapAsJSON is the map of a plan, whoever weighs most first.
func (p *program) mapAsJSON(seen sight) mapJSON {
	plan := seen.Plan
	people := byWeight(model.All[*model.Contact](plan.Book))
	status := model.MapStatusOf(people)
	m := mapJSON{
		Account: plan.Account.Name, AccountID: plan.Account.ID.String(), Level: status.Level, Status: status.Colour.String(), Reasons: orEmpty(status.Reasons), Ask: orEmpty(status.Ask),
		KeyPlayers: status.KeyPlayers, Supportive: status.Supportive,
		People: make([]personJSON, 0, len(people)), Lines: []lineJSON{}, Warnings: warningsJSON(model.Warnings(plan, p.today())),
	}
	if seen.deal != nil {
		m.Deal, m.DealID = seen.deal.Name, seen.deal.ID.String()
	}
	coverages := plan.Coverages(p.today())
	for _, c := range people {
		m.People = append(m.People, personAsJSON(plan, c, coverages[c.ID]))
		m.join(plan, c.ID, c.ReportsTo, "Reports To", "")
	}
	for _, l := range model.All[*model.Line](plan.Book) {
		m.join(plan, l.From, l.To, l.Type.String(), l.Strength.String())
	}
	return m
}

// join adds a line where both its ends are on the map.
func (m *mapJSON) join(plan *model.Plan, from, to model.ID, kind, strength string) {
	a, ok := model.Lookup[*model.Contact](plan.Book, from)
	b, both := model.Lookup[*model.Contact](plan.Book, to)
	if ok && both {
		m.Lines = append(m.Lines, lineJSON{a.Name, from.String(), b.Name, to.String(), kind, strength})
	}
}

func personAsJSON(plan *model.Plan, c *model.Contact, coverage model.Coverage) personJSON {
	column, note := model.MapColumn(c)
	role, _ := model.FieldNamed(c.Fields(), "decision_role")
	boss := c.ReportsTo.String()
	if plan.Get(c.ReportsTo) == nil {
		boss = "" // nobody of those whom the map shows
	}
	return personJSON{
		ID: c.ID.String(), Name: c.Name, Title: c.JobTitle, Rank: c.Rank.String(), Political: c.Political.String(), Column: column.String(), Note: note,
		DecisionRole: orEmpty(role.Items()), Influence: c.Influence.String(), Support: c.Support.String(), Coverage: coverage.String(), ReportsTo: plan.Name(c.ReportsTo), ReportsToID: boss,
		KeyPlayer: known(model.KeyPlayer(c)), Supportive: known(model.Supportive(c)), Gap: known(model.CoverageGap(c)),
		Placeholder: c.Placeholder, Left: c.Left,
	}
}

// known is the answer of a rule, nil where it is not known.
func known(v model.Verdict) *bool {
	if v.Answer == model.NotKnown {
		return nil
	}
	yes := v.Answer == model.Yes
	return &yes
}

func warningsJSON(warnings []model.Warning) []warningJSON {
	list := make([]warningJSON, len(warnings))
	for i, w := range warnings {
		list[i] = warningJSON{w.Rule, w.Severity.String(), idTexts(w.IDs), w.Text, w.Cure}
	}
	return list
}

func idTexts(ids []model.ID) []string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = id.String()
	}
	return list
}

// orEmpty is a list that JSON writes as [] where there is none.
func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
