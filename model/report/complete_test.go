package report

import (
	"strings"
	"testing"

	"astute/model"
)

// Whoever takes over reads of the contracts at risk, of the goals that go
// backwards, and of those who back us and a rival at once.
func TestLandminesOfMoneyGoalsAndDividedLoyalty(t *testing.T) {
	p := richPlan(t)
	goal, rival := model.All[*model.Goal](p.Book)[0], model.All[*model.Competitor](p.Book)[0]
	worse, backed := model.Clone(goal), model.Clone(rival)
	worse.Current, backed.Sponsor = model.NumberOf(44), contactNamed(t, p, "Jean Roux").ID
	handover, _ := TemplateNamed("handover")
	doc := pageOf(t, handover.Markdown, p.With(model.Change{Before: goal, After: worse}, model.Change{Before: rival, After: backed}))
	checkSound(t, doc)
	inSequence(t, doc, "## Landmines", "### Who backs us and a rival", "| Jean Roux | Champion | OvenEye |",
		"### Contracts at risk", "| LW-1 |", "High", "### Goals that go the wrong way", "| Downtime of the ovens | Jean Roux | 40 | 44 | 15 | worse than it was")
	if doc := pageOf(t, handover.Markdown, p); strings.Contains(doc, "### Goals that go") || strings.Contains(doc, "### Who backs us and a rival") {
		t.Error("a mine where there is none")
	}
}

// The full plan says which customer we look for in all, and what that comes to
// here; and how far each goal has come against its time.
func TestTheFullPlanHoldsTheVerdictAndTheWay(t *testing.T) {
	p := richPlan(t)
	open := &model.Criterion{Head: model.Head{ID: ids().New(today.AddDays(9).Time())}, Name: "Owns its ovens", Group: model.Firmographic, Weight: model.NumberOf(1)}
	doc := full(t, p.With(model.Change{After: open}))
	checkSound(t, doc)
	inSequence(t, doc, "## Goals", "| Way | Pace |", "36 %", "ahead: 22 %",
		"## Fit with our ideal customer", "**Ideal** so far", "100 %", "confidence 50 %", "### What we look for", "| Owns its ovens | Firmographic | 1 |")
	customer := forCustomer(t, p)["full.md"]
	if strings.Contains(customer, "Pace") || strings.Contains(customer, "Owns its ovens") {
		t.Error("our judgment is in the copy for the customer")
	}
}
