package report

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
)

// eventful is a plan with a milestone every so many days, and revenue of many
// products in two currencies.
func eventful(events, products int) *model.Plan {
	source := ids()
	account := &model.Account{Head: model.Head{ID: source.New(today.Time())}, Name: "Eventful"}
	var list []model.Record
	for i := range events {
		list = append(list, &model.Milestone{Head: model.Head{ID: source.New(today.Time()), Account: account.ID}, Type: model.ProjectMilestone,
			Name: fmt.Sprintf("Event: %d; \"section\" of #%s", i, strings.Repeat(" :|", 30)), On: today.AddDays((i - events/2) * 9)})
	}
	for i := range products {
		p := &model.Product{Head: model.Head{ID: source.New(today.Time())}, Name: fmt.Sprintf("Product no. %d: \"x\" of many words", i)}
		if i >= 9 {
			p.Name = fmt.Sprintf("%d: \"x\"", i)
		}
		for n, currency := range []model.Currency{"EUR", "JPY"} {
			list = append(list, &model.Revenue{Head: model.Head{ID: source.New(today.Time()), Account: account.ID}, Product: p.ID, Year: 2026, Amount: model.NewMoney(int64(1000*(i+1)), currency)},
				&model.Revenue{Head: model.Head{ID: source.New(today.Time()), Account: account.ID}, Product: p.ID, Year: model.Year(2024 - n), Amount: money("77", currency)})
		}
		list = append(list, p)
	}
	return model.NewPlan(account, list)
}

func diagrams(doc, kind string) []string {
	var blocks []string
	for _, block := range strings.Split(doc, "```mermaid\n")[1:] {
		if block, _, _ = strings.Cut(block, "\n```\n"); strings.HasPrefix(block, kind) {
			blocks = append(blocks, block)
		}
	}
	return blocks
}

// The months around today are drawn, in blocks that programs can draw; the table
// has all.
func TestTimelineIsDrawnAroundToday(t *testing.T) {
	doc := full(t, eventful(100, 0))
	checkSound(t, doc)
	blocks := diagrams(doc, "timeline\n")
	if len(blocks) < 2 {
		t.Fatalf("%d blocks", len(blocks))
	}
	drawn := strings.Join(blocks, "\n")
	if n := strings.Count(drawn, " 2026 : ") + strings.Count(drawn, " 2025 : "); n != monthLimit || !strings.Contains(drawn, "Mar 2026") || strings.Contains(drawn, "2027") {
		t.Errorf("%d months are drawn:\n%s", n, drawn)
	}
	inSequence(t, doc, "```mermaid\ntimeline", "more are in the table only.", "### Ahead", "### Behind us")
	if n := strings.Count(doc, "| Project |"); n != 100 {
		t.Errorf("%d of 100 milestones are in the table", n)
	}
	if few := full(t, eventful(1, 0)); len(diagrams(few, "timeline")) != 0 {
		t.Error("a timeline of one day is drawn")
	}
}

// Shares are drawn of one currency at a time, of the newest year, the largest by
// name.
func TestRevenueIsDrawnByProduct(t *testing.T) {
	doc := full(t, eventful(0, 12))
	checkSound(t, doc)
	blocks := diagrams(doc, "pie showData\n")
	if len(blocks) != 2 || !strings.HasPrefix(blocks[0], "pie showData\n    title Revenue 2026 by product in EUR\n    \"11#58; #34;x#34;\" : 120\n") ||
		!strings.HasSuffix(blocks[1], " others\" : 15000") {
		t.Errorf("got\n%s", strings.Join(blocks, "\n"))
	}
	if one := full(t, eventful(0, 1)); len(diagrams(one, "pie")) != 0 {
		t.Error("a pie of one part is drawn")
	}
}

// Every document of an account with 300 people, half of them opponents, is sound
// and says the same in HTML.
func TestEveryTemplateOfACrowd(t *testing.T) {
	p := crowd(300, func(i int) int { return (i+1)/2 - 1 })
	var changes []model.Change
	for i, c := range model.All[*model.Contact](p.Book) {
		if i%2 == 0 {
			foe := model.Clone(c)
			foe.Support, foe.Concerns, foe.Influence = model.Opponent, "What it costs", model.High
			changes = append(changes, model.Change{Before: c, After: foe})
		}
	}
	p = p.With(changes...)
	for _, template := range Templates() {
		doc := pageOf(t, template.Markdown, p)
		checkSound(t, doc)
		checkAlike(t, pageOf(t, template.HTML, p), doc)
	}
}
