package model_test

import (
	"strings"
	"testing"

	"astute/model"
	"astute/model/modeltest"

	"pgregory.net/rapid"
)

func TestTheAgendaTellsSlippedWorkApart(t *testing.T) {
	today := must(model.ParseDate("2026-03-18"))
	done := &model.Action{Name: "Show the pilot", Status: model.Complete, Due: today.AddDays(-3), Done: today.AddDays(-4)}
	late := &model.Action{Name: "Send the offer", Due: today.AddDays(-2)}
	ask := &model.Action{Name: "Two days of an architect", Type: model.Ask, Due: today.AddDays(9)}
	last := &model.Review{Type: model.QBR, Held: today.AddDays(-30), Decisions: "One\n\nTwo", Vulnerabilities: "Nobody in Finance"}
	after := planOf(model.Account{Name: "Acme"}, done, late, ask, last)
	done.Serves = last.ID
	open := model.Clone(done)
	open.Status, open.Done = model.InProgress, model.Date{}
	before := after.With(model.Change{Before: done, After: open})
	diff := model.DiffOf(before, last.Held, after, today)
	agenda := model.AgendaOf(after, model.QBR, diff, last, today)
	texts := func(p model.ReviewPart) string {
		var b strings.Builder
		for _, g := range agenda[p] {
			b.WriteString(g.Title + ":")
			for _, item := range g.Items {
				b.WriteString(" " + item.Text + ";")
			}
			b.WriteString("\n")
		}
		return b.String()
	}
	for part, wants := range map[model.ReviewPart][]string{
		model.Present:         {"Actions and objectives: Show the pilot"},
		model.Clarify:         {"Slipped: Send the offer", "Asked for and not answered yet: Two days of an architect"},
		model.Vulnerabilities: {"Noted last time: Nobody in Finance;"},
		model.Recommendations: {"Decided last time: One; Two;", "Actions that came of the last one: Show the pilot: Complete"},
	} {
		for _, want := range wants {
			if got := texts(part); !strings.Contains(got, want) {
				t.Errorf("%s lacks %q:\n%s", part, want, got)
			}
		}
	}
	if strings.Contains(texts(model.Present), "Send the offer") || strings.Count(texts(model.Clarify), "Send the offer") != 1 {
		t.Errorf("what slipped is told where it does not belong:\n%s%s", texts(model.Present), texts(model.Clarify))
	}
}

func TestAnAgendaOfNothingIsEmpty(t *testing.T) {
	p := planOf(model.Account{})
	agenda := model.AgendaOf(p, model.QBR, model.Diff{}, nil, must(model.ParseDate("2026-03-18")))
	if agenda.IsEmpty() || len(agenda[model.Clarify]) != 1 {
		t.Errorf("an account of which nothing is known asks: %+v", agenda)
	}
	if !(model.Agenda{}).IsEmpty() {
		t.Error("no agenda is not empty")
	}
}

// Whatever the plan, every change of the difference in an area that people look
// at stands on the agenda exactly once.
func TestEveryChangeStandsOnTheAgendaOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book := model.NewBook(modeltest.Generate(rapid.Uint64().Draw(t, "seed"), 12, someDay))
		p := plansOf(book)[0]
		today := someDay
		records := p.Records()
		after := p
		for range rapid.IntRange(0, 4).Draw(t, "gone") {
			r := records[rapid.IntRange(0, len(records)-1).Draw(t, "which")]
			if r.Kind().Scope() == model.ScopeAccount && after.Get(r.Base().ID) != nil {
				after = after.With(model.Removal(after.Referrers, r)...)
			}
		}
		d := model.DiffOf(p, today.AddDays(-30), after, today)
		kind := model.ReviewType(rapid.IntRange(1, 8).Draw(t, "type"))
		count := map[string]int{}
		for _, groups := range model.AgendaOf(after, kind, d, nil, today) {
			for _, g := range groups {
				for _, item := range g.Items {
					count[item.Text]++
				}
			}
		}
		want := map[string]int{}
		for _, part := range d.Parts {
			if part.Area != model.DiffShared {
				for _, l := range part.Lines {
					want[l.Text]++
				}
			}
		}
		for text, n := range want {
			if count[text] != n {
				t.Fatalf("%q stands %d times on the agenda of a %s, wanted %d", text, count[text], kind, n)
			}
		}
	})
}

func TestHoldingAReviewIsOneEdit(t *testing.T) {
	today := must(model.ParseDate("2026-11-30"))
	next := newIDs()
	ana := &model.Teammate{Name: "Ana Ruiz"}
	ana.ID = next()
	planned := &model.Review{Type: model.QBR, Cadence: model.Quarterly, On: today, Decisions: "Before"}
	planned.ID = next()
	p := planOf(model.Account{Owner: ana.ID}, ana, planned)
	m := model.ReviewMinutes{Review: planned, Attendees: []model.ID{ana.ID, {15: 99}}, Notes: []model.ReviewNote{
		{Kind: model.NoteDecision, Text: "Go on"},
		{Kind: model.NoteDecision, Text: "Call Raj", Action: true, Owner: ana.ID, Due: today.AddDays(4)},
		{Kind: model.NoteVulnerability, Text: strings.Repeat("very long ", 20)},
		{Kind: model.NoteAsk, Text: "An architect", Owner: ana.ID, Due: today.AddDays(9)},
	}}
	e := model.HoldReview(p, m, today, next)
	held := e.Changes[0].After.(*model.Review)
	if e.Changes[0].Before != model.Record(planned) || held.Held != today || held.Next.String() != "2027-02-28" || held.Decisions != "Before\nGo on\nCall Raj (Ana Ruiz, 2026-12-04)" {
		t.Errorf("%+v", held)
	}
	if len(held.Attendees) != 1 || len(e.Changes) != 3 || !planned.Held.IsZero() {
		t.Errorf("%d attendees, %d changes", len(held.Attendees), len(e.Changes))
	}
	ask := e.Changes[2].After.(*model.Action)
	if ask.Type != model.Ask || ask.AskedOf != ana.ID || ask.Serves != planned.ID || ask.Account != p.Account.ID {
		t.Errorf("%+v", ask)
	}
	// Held by somebody else meanwhile: a review of its own.
	other := model.Clone(planned)
	other.Held = today
	again := model.HoldReview(p.With(model.Change{Before: planned, After: other}), m, today, next)
	if c := again.Changes[0]; c.Before != nil || c.After.Base().ID == planned.ID {
		t.Errorf("%+v", c)
	}
	if got := m.Summary(); got != "2 decisions, 1 vulnerability, 1 ask, of them 2 actions" {
		t.Errorf("%q", got)
	}
}

func TestAnActionOfALongNoteKeepsAllOfIt(t *testing.T) {
	next := newIDs()
	p := planOf(model.Account{})
	r := &model.Review{Type: model.QBR}
	r.ID = next()
	text := strings.Repeat("ü", 150)
	e := model.HoldReview(p, model.ReviewMinutes{Review: r, Notes: []model.ReviewNote{{Text: text, Action: true}}}, someDay, next)
	a := e.Changes[1].After.(*model.Action)
	if len([]rune(a.Name)) != 100 || a.Notes != text || model.Check(a) != nil {
		t.Errorf("%d letters, notes %q", len([]rune(a.Name)), a.Notes)
	}
}

func TestEveryTypeOfReviewHasMinutes(t *testing.T) {
	for kind := range model.ReviewType(9) {
		for p, m := range model.PartMinutes(kind) {
			if m <= 0 || model.ReviewPart(p).Aim() == "" {
				t.Errorf("%s: %s takes %d minutes", kind, model.ReviewPart(p), m)
			}
		}
	}
}
