package report

import (
	"strings"
	"testing"
	"time"

	"astute/model"
)

// richPlan is the small plan with a record of every kind of strategy and money,
// each there for a reason.
func richPlan(t testing.TB) *model.Plan {
	p := smallPlan()
	source := &model.IDs{Entropy: func(b []byte) (int, error) { return len(b), nil }}
	at := time.Date(2026, time.February, 1, 9, 0, 0, 0, time.UTC)
	var changes []model.Change
	add := func(r model.Record) model.ID {
		at = at.Add(time.Second)
		r.Base().ID = source.New(at)
		if r.Kind().Scope() == model.ScopeAccount {
			r.Base().Account = p.Account.ID
		}
		changes = append(changes, model.Change{After: r})
		return r.Base().ID
	}
	claire, jean, omar := contactNamed(t, p, "Claire Petit").ID, contactNamed(t, p, "Jean Roux").ID, contactNamed(t, p, "Omar Haddad").ID
	ana, soup := model.All[*model.Teammate](p.Book)[1].ID, model.All[*model.Product](p.Book)[0].ID
	bakery := model.All[*model.Initiative](p.Book)[0].ID
	story := add(&model.Story{Name: "A bakery without waste", Result: "Half the waste", Product: soup})
	waste := add(&model.Challenge{Name: "Nobody sees what is thrown away", Initiative: bakery, Type: model.OperationalChallenge, Source: "Jean"})
	add(&model.Challenge{Name: "Ovens of three makers", Initiative: bakery})
	add(&model.Solution{Name: "Scales at every bin", Challenge: waste, Product: soup, Proof: story, How: "Weighs and tells"})
	rival := add(&model.Competitor{Name: "OvenEye", Threat: model.High, Counterpoints: "Ours runs at night", ContractEnd: today.AddDays(90)})
	add(&model.Competitor{Name: "Zeta", Threat: model.Low})
	add(&model.Swot{Quarter: model.ThreatToUs, Text: "One vendor for all", Of: model.SwotMarket})
	add(&model.Swot{Quarter: model.Strength, Text: "They like the pilot"})
	open := add(&model.Opportunity{Name: "Sensors for all ovens", Stage: model.StageProposing, Amount: money("400000", "EUR"), Owner: ana, Product: soup, Close: today.AddDays(60),
		Buyer: claire, Competitor: rival, Term: model.NumberOf(24), Type: model.Upsell})
	add(&model.Opportunity{Name: "First oven", Stage: model.StageWon, Amount: money("20000", "EUR"), Close: today.AddDays(-400)})
	add(&model.Role{Opportunity: open, Contact: omar, DecisionRole: model.DecisionRoles(0).With(model.TechnicalBuyer), Support: model.Opponent})
	add(&model.Benefit{Opportunity: open, Name: "Less bread thrown away", Value: money("300000", "EUR"), Assumption: "prices stay"})
	add(&model.Renewal{Product: soup, Contract: "LW-1", Amount: money("30000", "EUR"), On: today.AddDays(50), Risk: model.High})
	add(&model.Revenue{Product: soup, Year: 2026, Amount: money("30000", "EUR")})
	add(&model.Wallet{Product: soup, Year: 2026, Amount: money("90000", "EUR")})
	add(&model.BuyingStep{Name: "Legal reads it", Order: model.NumberOf(2), Owner: claire})
	add(&model.BuyingStep{Name: "Need stated", Order: model.NumberOf(1), Owner: jean})
	add(&model.Issue{Name: "Alarm at night", Severity: model.High, Contact: jean})
	add(&model.Signal{Type: model.Satisfaction, Value: model.NumberOf(71), On: today.AddDays(-5)})
	add(&model.Platform{Vendor: "Mühle", Product: "Oven OS"})
	size := add(&model.Criterion{Name: "Bakes daily", Group: model.Firmographic, Ideal: "in every plant"})
	add(&model.ICPAnswer{Criterion: size, Value: model.AnswerIdeal, Evidence: "seen"})
	add(&model.Campaign{Name: "Bread and numbers", Channel: "mail"})
	add(&model.Contact{Name: "Uma Berg", JobTitle: "CEO", Political: model.Astute, Rank: model.CLevel, Coverage: model.NoContact})
	uma := changes[len(changes)-1].After.Base().ID
	add(&model.Line{From: jean, To: uma, Type: model.Informal})
	return p.With(changes...)
}

// The full plan tells strategy and money where somebody would look for them.
func TestFullPlanTellsStrategyAndMoney(t *testing.T) {
	doc := full(t, richPlan(t))
	inSequence(t, doc, "## Warnings", "  - To do: ", "## Initiatives", "### What stands in the way, and how we help", "1 of 1 chain complete",
		"| Zero-waste bakery | Nobody sees what is thrown away | Operational |", " Scales at every bin | LineWatch | A bakery without waste |",
		"|  | Ovens of three makers |", "**nothing yet**", "  - How: Weighs and tells",
		"## Ways to whom we do not reach", "- **Uma Berg:** ask Jean Roux to introduce you to Uma Berg.", "  - Jean Roux and Uma Berg know each other.",
		"### Who of us covers which key player", "| Of us | Claire Petit | Jean Roux | Uma Berg |", "| Ana Ruiz | Vendor, wanted Trusted Advisor | – | – |",
		"- Kim Lund for Uma Berg: Kim Lund is our executive sponsor",
		"## To be confirmed again", "| Claire Petit | key player, named in an open opportunity | confirmed 149 days ago |",
		"## Opportunities", "1 opportunity open, worth EUR 400,000; weighted by their chances EUR 200,000", "50 %, usual for the stage", "### Sensors for all ovens", "- Buyer: Claire Petit",
		"| Omar Haddad | IT Manager | Technical Buyer | Opponent |", "| Less bread thrown away | EUR 300,000 |", "Over 24 months EUR 600,000 of benefit", "### Won and lost", "| First oven |",
		"## Renewals", "EUR 30,000", "is at risk", "| LW-1 |", "## Revenue", "Target EUR 1,250,000", "| 2026 | LineWatch | EUR 30,000 |", "### What they spend", "| 2026 | LineWatch | EUR 90,000 |",
		"## Whitespace", "| Unit | LineWatch |", "| the account as a whole | Won EUR 30k<br>open EUR 400k |", "| Plants | – |", "–: nobody has looked. Of 1 more product nothing is on record here.",
		"## Competitors", "| OvenEye | High |", "| Zeta | Low |", "Ours runs at night", "## Strengths, weaknesses", "| Strength | They like", "| Threat | One vendor",
		"## How they buy", "| 1 | Need stated | Jean Roux |", "| 2 | Legal reads it | Claire Petit |", "### Issues", "| Alarm at night | High | Jean Roux |", "### Signals", "| Satisfaction | 71 |", "### Platforms", "| Mühle | Oven OS |",
		"## Fit with our ideal customer", "| Bakes daily | Ideal | seen |", "### What we look for", "| Bakes daily | Firmographic |", "## Timeline", "## Campaigns", "| Bread and numbers |", "## Success stories", "| A bakery without waste |")
	checkSound(t, doc)
}

// Every kind has its place in the plan: none is left to the generic lists at its
// end.
func TestEveryKindHasItsPlace(t *testing.T) {
	for _, p := range []*model.Plan{filled(t), richPlan(t)} {
		d := templates[0].document(p, Options{Today: today})
		for _, kind := range model.Kinds() {
			if kind == model.KindRate {
				continue // only what converting money rests on
			}
			for _, r := range d.of(kind) {
				for _, f := range d.fields(r) {
					if !f.IsZero() && !d.hasShown(r, f.Name) {
						t.Errorf("%s.%s is not shown", kind, f.Name)
					}
				}
			}
		}
		for _, generic := range []string{"Swots", "Marks", "Steps", "Roles", "Benefits", "Wallets", "Revenues", "Criteria", "Answers", "Challenges", "Solutions", "Stories"} {
			if doc := d.asMarkdown(); strings.Contains(doc, "\n## "+generic+"\n") {
				t.Errorf("%s are at the end, as if nobody had thought of them", generic)
			}
		}
	}
}

// Many people reached by nobody are counted, not listed without end.
func TestWaysAndColumnsAreLimited(t *testing.T) {
	p := smallPlan()
	source := &model.IDs{Entropy: func(b []byte) (int, error) { return len(b), nil }}
	var changes []model.Change
	for i := range 14 {
		c := &model.Contact{Head: model.Head{ID: source.New(today.AddDays(i).Time()), Account: p.Account.ID}, Name: "Chief " + string(rune('A'+i)), Influence: model.High, Coverage: model.NoContact}
		changes = append(changes, model.Change{After: c})
	}
	doc := full(t, p.With(changes...))
	inSequence(t, doc, "## Ways to whom", "- **Chief A:**", "- **Chief J:**", "And 4 more key players.", "### Who of us covers", "8 more key players have no column here.")
	if strings.Contains(doc, "- **Chief K:**") {
		t.Error("more ways than the limit")
	}
}
