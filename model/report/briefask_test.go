package report

import (
	"strings"
	"testing"

	"astute/model"
)

// What can be asked of somebody stands apart from what we must find out
// ourselves, and a person's notes are on the one screen, sentence by sentence.
func TestABriefAsksOnlyWhatThePersonCanAnswer(t *testing.T) {
	c := &model.Contact{Name: "Ada"}
	c.ID, c.Notes = model.ID{2}, "Met at the fair\nPrefers mail\nThird line"
	p := model.NewPlan(&model.Account{Name: "Acme"}, []model.Record{c})
	p.Account.ID = model.ID{1}
	b := BriefOf(p, c, today)
	for _, text := range strings.Split(section(b, "ask"), "\n") {
		if strings.Contains(text, "relationship with") || strings.Contains(text, "outcomes are controlled") {
			t.Errorf("nobody can be asked %q", text)
		}
	}
	inSequence(t, section(b, "find_out"), "How much pull does Ada have", "How far does Ada back us")
	screen := PlainText(b.Text(74))
	inSequence(t, screen, "Ask next: What is the job title of Ada?", "Notes: Met at the fair.", "Prefers mail.", "Find out: ")
	account := BriefOf(p, p.Account, today)
	if strings.Contains(section(account, "ask"), "How much of a plan") {
		t.Error("the customer is asked for our own plan")
	}
	inSequence(t, section(account, "find_out"), "How much of a plan does Acme get?")
}
