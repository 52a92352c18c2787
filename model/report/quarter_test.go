package report

import (
	"strings"
	"testing"

	"astute/model"
)

// quarterPlan is the plan of several currencies with what a quarterly review is
// asked for: a deal that closes just after it, a promise, a step that is due, and
// a decision.
func quarterPlan() *model.Plan {
	p := mixedPlan(true)
	source := &model.IDs{Entropy: func(b []byte) (int, error) { return len(b), nil }}
	var changes []model.Change
	add := func(r model.Record) {
		r.Base().ID, r.Base().Account = source.New(today.AddDays(len(changes)).Time()), p.Account.ID
		changes = append(changes, model.Change{After: r})
	}
	add(&model.Interaction{On: today.AddDays(-9), Type: model.Call, Summary: "Budget", WePromised: "A quote", TheyPromised: "Names of the council"})
	add(&model.BuyingStep{Name: "Council reads it", Order: model.NumberOf(2), Expected: today.AddDays(20)})
	add(&model.BuyingStep{Name: "Need stated", Order: model.NumberOf(1), Expected: today.AddDays(-20), Status: model.StepInProgress})
	add(&model.BuyingStep{Name: "Signed", Order: model.NumberOf(3), Expected: today.AddDays(200)})
	add(&model.Revenue{Product: model.All[*model.Product](p.Book)[0].ID, Year: 2021, Amount: money("7", "EUR")})
	add(&model.Opportunity{Name: "First line", Stage: model.StageWon, Amount: money("40000", "EUR"), Close: today.AddDays(-200), Type: model.NewBusiness})
	for i := range 4 {
		add(&model.Review{Type: model.Inspection, Held: today.AddDays(-20 * (i + 1)), Decisions: "Decision " + string(rune('A'+i))})
	}
	add(&model.Silence{Rule: "no-champion", Reason: "known", Until: today.AddDays(30)})
	return p.With(changes...)
}

// The quarterly review tells what is decided in the quarter and just after it,
// what is still promised, which steps of theirs are due, and that revenue is not
// known by quarter.
func TestTheQuarterlyReviewTellsWhatIsAsked(t *testing.T) {
	qbr, _ := TemplateNamed("qbr")
	doc := pageOf(t, qbr.Markdown, quarterPlan())
	checkSound(t, doc)
	inSequence(t, doc, "### Revenue", "Revenue is on record by year: what the quarter alone brought is not known.",
		"### Looking back", "| Average order |", "EUR 40k",
		"## The quarter ahead", "### Opportunities to be decided", "| Pilot | Qualifying |", "### Open beyond the quarter", "| Roll-out | Negotiating | EUR 480,000 |", "7 days after the quarter",
		"### Steps of theirs that are due", "| 1 | Need stated |", "**20 days late**", "| 2 | Council reads it |",
		"### Promises still open", "A quote", "Names of the council",
		"Decision A", "Decision B", "Decision C", "Decision D")
	if strings.Contains(doc, "2021") || strings.Contains(doc, "| Signed |") {
		t.Errorf("more than the quarter asks for:\n%s", doc)
	}
}

// The full plan and the handover say how complete they are, what to find out
// first, and how much is kept quiet; the full plan looks back.
func TestDocumentsSayWhatIsMissingAndWhatIsQuiet(t *testing.T) {
	p := quarterPlan()
	person := &model.Contact{Head: model.Head{ID: ids().New(today.AddDays(77).Time()), Account: p.Account.ID}, Name: "Nina", JobTitle: "CFO", Influence: model.High, Support: model.Supporter, Political: model.Agile,
		DecisionRole: model.DecisionRoles(0).With(model.EconomicBuyer)}
	p = p.With(model.Change{After: person})
	complete := model.CompletenessOf(p)
	for _, name := range []string{"full", "handover"} {
		template, _ := TemplateNamed(name)
		doc := pageOf(t, template.Markdown, p)
		inSequence(t, doc, "## How complete the plan is", "counted as for a Top Account", "| People |", "Next best question: "+plain(complete.Next.Text).markdown())
		if _, quiet := model.Findings(p, today, model.Around{}); quiet != 1 {
			t.Fatalf("%d findings are silenced", quiet)
		}
		inSequence(t, doc, "1 more finding is silenced.")
	}
	inSequence(t, full(t, p), "## Looking back", "| Average order |", "EUR 40k")
	rapid, _ := TemplateNamed("rapid")
	inSequence(t, pageOf(t, rapid.Markdown, p), "## Next best question", plain(complete.Next.Text).markdown())
	if strings.Contains(pageOf(t, rapid.Markdown, p), "silenced") {
		t.Error("five minutes are spent on what is kept quiet")
	}
}
