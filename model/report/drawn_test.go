package report

import (
	"strings"
	"testing"

	"astute/model"
)

// What Markdown has drawn, HTML has drawn too: shares as bars, actions over time,
// what happened month by month, each with its words.
func TestHTMLDrawsWhatTheMarkdownDraws(t *testing.T) {
	fresh := examplePlan(t, "FreshKart Grocers")
	page, doc := pageOf(t, templates[0].HTML, fresh), full(t, fresh)
	checkHTML(t, page)
	inSequence(t, page, `<text class="name" x="0" y="-8">Actions over time</text>`, ">Win the Economic Buyer</text>", ">Two days of a retail architect for", ">Answer Procurement&#39;s questionnaire</text>", ">3 days late</text>",
		`<text class="name" x="0" y="-8">Open pipeline by stage in USD</text>`, ">Qualifying</text>", ">USD 1,400,000</text>",
		`<text class="name" x="0" y="-8">What happened, and what comes</text>`, ">Mar 2026</text>", ">today, 2026-03-31</text>", ">Apr 2026</text>")
	for _, kind := range []string{"gantt", "pie showData", "timeline"} {
		if len(diagrams(doc, kind)) == 0 {
			t.Errorf("no %s in Markdown", kind)
		}
	}
	if n := strings.Count(page, `<svg class="chart"`); n != len(diagrams(doc, "pie"))+2 {
		t.Errorf("%d charts", n)
	}
}

// However many blocks Markdown is cut into, HTML has one drawing of them.
func TestALongTimelineIsOneDrawing(t *testing.T) {
	page := pageOf(t, templates[0].HTML, eventful(100, 0))
	checkHTML(t, page)
	if n := strings.Count(page, `<svg class="chart"`); n != 1 {
		t.Errorf("%d drawings", n)
	}
	if n := strings.Count(page, ">and 1 more</text>"); n == 0 {
		t.Error("the drawing does not say what it leaves out")
	}
}

// An action that is late, one that is done and one with a beginning are told apart
// by more than their shade, and today is between what was due and what is.
func TestTheDrawnActionsSayHowTheyStand(t *testing.T) {
	p := smallPlan()
	begun := model.Clone(model.All[*model.Action](p.Book)[1])
	begun.Start = today.AddDays(-20)
	page := pageOf(t, templates[0].HTML, p.With(model.Change{Before: model.All[*model.Action](p.Book)[1], After: begun}))
	checkHTML(t, page)
	inSequence(t, page, ">Actions over time</text>", ">today</text>", ">Pilot in the rye bakery</text>", ">Install sensors</text>", ">12 days late</text>", ">Show savings to Claire Petit</text>", ">in 9 days</text>", ">Sign the order</text>", ">done</text>")
	if !strings.Contains(page, `<rect class="late"`) || !strings.Contains(page, `<rect class="done"`) || !strings.Contains(page, `<rect class="task"`) {
		t.Error("late, done and open actions are drawn alike")
	}
}
