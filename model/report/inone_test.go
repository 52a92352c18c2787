package report

import (
	"strings"
	"testing"

	"astute/model"
)

// mixedPlan is an account reckoned in euros that is sold to in dollars too, with
// a rate between them where it is asked for.
func mixedPlan(rate bool) *model.Plan {
	source := ids()
	id := func() model.ID { return source.New(today.Time()) }
	account := &model.Account{Head: model.Head{ID: id()}, Name: "Mixed", Currency: "EUR", RevenueTarget: money("900000", "EUR")}
	own := func() model.Head { return model.Head{ID: id(), Account: account.ID} }
	edge, line := &model.Product{Head: model.Head{ID: id()}, Name: "EdgeBox"}, &model.Product{Head: model.Head{ID: id()}, Name: "LineWatch"}
	plants := &model.Unit{Head: own(), Name: "Plants"}
	list := []model.Record{edge, line, plants,
		&model.Opportunity{Head: own(), Name: "Pilot", Stage: model.StageQualifying, Amount: money("250000", "USD"), Product: edge.ID, Unit: plants.ID, Close: today.AddDays(40)},
		&model.Opportunity{Head: own(), Name: "Roll-out", Stage: model.StageNegotiating, Amount: money("480000", "EUR"), Product: line.ID, Unit: plants.ID, Close: today.AddDays(98)},
		&model.Revenue{Head: own(), Product: line.ID, Unit: plants.ID, Year: 2026, Amount: money("120000", "EUR")},
		&model.Revenue{Head: own(), Product: edge.ID, Year: 2026, Amount: money("50000", "USD")},
		&model.Mark{Head: own(), Product: edge.ID, Unit: plants.ID, Potential: money("400000", "USD")},
		&model.Renewal{Head: own(), Product: line.ID, Amount: money("45500", "EUR"), On: today.AddDays(30), Risk: model.Low},
		&model.Renewal{Head: own(), Product: edge.ID, Amount: money("180000", "USD"), On: today.AddDays(60), Risk: model.High},
	}
	if rate {
		list = append(list, &model.Rate{Head: model.Head{ID: id()}, From: "USD", To: "EUR", Rate: number("0.9"), On: today.AddDays(-10)})
	}
	return model.NewPlan(account, list)
}

func number(text string) model.Number {
	n, err := model.ParseNumber(text)
	if err != nil {
		panic(err)
	}
	return n
}

// Where the user gave a rate, each sum of several currencies is said in one too,
// with the rate and its day.
func TestSumsOfSeveralCurrenciesAreSaidInOne(t *testing.T) {
	doc := full(t, mixedPlan(true))
	checkSound(t, doc)
	inSequence(t, doc, "## Opportunities", "In one currency, open: EUR 705,000", "1 USD is 0.9 EUR of 2026-03-21",
		"## Renewals", "In one currency, coming up: EUR 207,500; at risk: EUR 162,000, 78 %", "1 USD is 0.9 EUR of 2026-03-21",
		"## Revenue", "In one currency, revenue 2026: EUR 165,000")
	for _, name := range []string{"one-page", "rapid"} {
		template, _ := TemplateNamed(name)
		doc := pageOf(t, template.Markdown, mixedPlan(true))
		inSequence(t, doc, "## Money", "EUR 480,000 \\+ USD 250,000<br>EUR 705,000 in all", "EUR 45,500 \\+ USD 180,000<br>EUR 207,500 in all", "78 %", "1 USD is 0.9 EUR of 2026-03-21")
	}
	if doc := full(t, mixedPlan(false)); strings.Contains(doc, "In one currency") {
		t.Errorf("a total without a rate:\n%s", doc)
	} else {
		inSequence(t, doc, "## Opportunities", "No one total yet: What is 1 USD in EUR?")
	}
}

// The picture of the pipeline holds deals of all currencies where rates are on
// file, and else says what it does not hold.
func TestThePipelineIsDrawnWhole(t *testing.T) {
	blocks := diagrams(full(t, mixedPlan(true)), "pie showData\n    title Open pipeline")
	if len(blocks) != 1 || !strings.Contains(blocks[0], "in EUR") || !strings.Contains(blocks[0], `"Qualifying" : 225000`) || !strings.Contains(blocks[0], `"Negotiating" : 480000`) {
		t.Errorf("got\n%s", strings.Join(blocks, "\n"))
	}
	p := mixedPlan(false)
	more := model.Clone(model.All[*model.Opportunity](p.Book)[1])
	more.ID, more.Name, more.Stage = ids().New(today.AddDays(3).Time()), "Another", model.StageProposing
	doc := full(t, p.With(model.Change{After: more}))
	if blocks := diagrams(doc, "pie showData\n    title Open pipeline"); len(blocks) != 1 || strings.Contains(blocks[0], "Qualifying") {
		t.Errorf("got\n%s", strings.Join(blocks, "\n"))
	}
	inSequence(t, doc, "title Open pipeline", "Not in the picture: USD 250,000, for want of a rate.")
}

// What is still to be opened up is what goes beyond the deals that are open
// already, and a cell says both what is won and what is open there.
func TestNothingIsCountedTwice(t *testing.T) {
	for _, name := range []string{"one-page", "rapid"} {
		template, _ := TemplateNamed(name)
		inSequence(t, pageOf(t, template.Markdown, mixedPlan(true)), "| To open up: beyond the open deals | USD 150,000<br>EUR 135,000 in all |")
	}
	p := mixedPlan(true)
	mark := model.All[*model.Mark](p.Book)[0]
	doc := onePage(t, p.With(model.Change{Before: mark}))
	inSequence(t, doc, "| To open up: beyond the open deals | not known yet |")
	inSequence(t, full(t, p), "## Whitespace", "| Plants | Current USD 250k<br>potential USD 400k | Won EUR 120k<br>open EUR 480k |")
}

// A contract without a name is called by its product.
func TestARenewalIsAlwaysCalledSomething(t *testing.T) {
	inSequence(t, full(t, mixedPlan(true)), "## Renewals", "| Contract |", "| LineWatch renewal |", "| EdgeBox renewal |")
}

// What the program itself says of the money is not cut for want of room.
func TestTheMoneyOnOnePageIsNotCut(t *testing.T) {
	doc := onePage(t, wordy(t, mixedPlan(true)))
	_, doc, _ = strings.Cut(doc, "## Money")
	doc, _, _ = strings.Cut(doc, "\n## ")
	inSequence(t, doc, "2 opportunities open", "by their chances")
	if rows, _, _ := strings.Cut(doc, "\n\nTarget"); strings.Contains(rows, "…") {
		t.Errorf("cut:\n%s", rows)
	}
}
