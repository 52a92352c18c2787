package report

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"astute/model"
	"astute/model/modeltest"
)

// forCustomer are all documents for the customer of a plan, by what they are.
func forCustomer(t reporter, p *model.Plan) map[string]string {
	t.Helper()
	o := Options{Today: today, Audience: Customer}
	docs := map[string]string{}
	write := func(name string, w writer) {
		var b strings.Builder
		if err := w(&b, p, o); err != nil {
			t.Fatal(err)
		}
		docs[name] = b.String()
	}
	for _, template := range Templates() {
		if template.ForCustomer() {
			write(template.Name+".md", template.Markdown)
			write(template.Name+".html", template.HTML)
		}
	}
	write("svg", Map)
	return docs
}

// marked is the plan of every kind with a word of its own in each field that is
// not for the customer, all records such that they are shown where any can be.
func marked(t reporter) (p *model.Plan, secrets []string) {
	p = filled(t)
	var changes []model.Change
	for n, r := range p.Records() {
		c := model.Clone(r)
		for i, f := range c.Fields() {
			if f.ForCustomer || f.Hidden || f.Fixed {
				continue
			}
			secret := fmt.Sprintf("secret%dx%d", n, i)
			switch f.Type() {
			case model.TypeText, model.TypeTexts:
				if f.IsCurrency() {
					continue
				}
			case model.TypeMoney:
				secret = fmt.Sprintf("%d", 4000000+n*1000+i)
				if err := f.Parse(secret + ".00 NOK"); err != nil {
					t.Fatal(err)
				}
				secrets = append(secrets, secret, model.NewMoney(int64(4000000+n*1000+i)*100, "NOK").Grouped())
				continue
			default:
				continue
			}
			if err := f.Parse(secret); err != nil {
				t.Fatal(err)
			}
			secrets = append(secrets, secret)
		}
		switch c := any(c).(type) {
		case *model.Contact:
			c.Left, c.Placeholder, c.External = false, false, false
		case *model.Action:
			c.Type = model.Task
		case *model.Review:
			c.Type = model.QBR
		case *model.Goal:
			c.Stated = model.Stated
		case *model.Interaction:
			c.Type = model.Meeting
		case *model.Milestone:
			c.Type = model.ProjectMilestone
		}
		changes = append(changes, model.Change{Before: r, After: c})
	}
	return p.With(changes...), secrets
}

// Nothing that is internal is in any document for the customer: no text, no
// amount, and no record of a kind that is withheld.
func TestNoSecretReachesTheCustomer(t *testing.T) {
	p, secrets := marked(t)
	if len(secrets) < 100 {
		t.Fatalf("only %d secrets", len(secrets))
	}
	inside := full(t, p)
	docs := forCustomer(t, p)
	for _, secret := range secrets {
		if !strings.Contains(inside, plain(secret).markdown()) && !strings.HasPrefix(secret, "4") {
			t.Errorf("%s is not even in the full plan: the test proves nothing", secret)
		}
		for name, doc := range docs {
			if strings.Contains(doc, secret) {
				t.Errorf("%s holds %s", name, secret)
			}
		}
	}
	// And what a judgment is called is not there either, whatever it is.
	for name, doc := range docs {
		for _, word := range []string{"astute", "Astute", "Influence", "Support:", "Opponent", "Champion", "Coverage", "Political", "Warning", "Health", "Competitor", "SWOT", "Probability", "Key player", "key player", "Investment", "Success metrics", "In the full plan", "Left out", "not known yet", "Execution"} {
			if strings.Contains(doc, word) {
				t.Errorf("%s says %q", name, word)
			}
		}
	}
}

// Where next to nothing is known, the customer is not told what we lack, what is
// late, or what to ask.
func TestRulesAreSilentToTheCustomer(t *testing.T) {
	p := smallPlan()
	at := byte(0)
	add := func(r model.Record) model.Change {
		at++
		r.Base().ID, r.Base().Account = model.ID{0: 9, 15: at}, p.Account.ID
		return model.Change{After: r}
	}
	p = p.With(add(&model.Objective{Name: "Bare aim", Agreed: true}), add(&model.Initiative{Name: "Bare wish", Confirmed: true}), add(&model.Goal{Metric: "Bare number", Stated: model.Stated}),
		add(&model.Review{Type: model.QBR, On: today.AddDays(-200)}), add(&model.Contact{Name: "Bare Person"}))
	for name, doc := range forCustomer(t, p) {
		for _, bare := range []string{"Bare wish", "Bare aim", "Bare number"} {
			if in := strings.Contains(doc, bare); !in && name != "svg" {
				t.Errorf("%s: %s is not there", name, bare)
			}
		}
		for _, word := range []string{"lack", "overdue", "nothing yet", "Not known", "known yet", "Execution", "gap", "?<"} {
			if strings.Contains(doc, word) {
				t.Errorf("%s says %q", name, word)
			}
		}
	}
}

// Take each internal field away by itself, whatever its type: no document for the
// customer may change but by a record that it decides about.
func TestInternalFieldsDoNotMatterToTheCustomer(t *testing.T) {
	p, _ := marked(t)
	docs := forCustomer(t, p)
	deciding := []string{"contact.left", "contact.placeholder", "contact.external", "goal.stated", "interaction.contacts", "action.type", "review.type", "milestone.type", "initiative.confirmed", "objective.agreed", "competitor.name"}
	for _, r := range p.Records() {
		for i, f := range r.Fields() {
			if f.ForCustomer || f.Hidden || f.IsZero() || slices.Contains(deciding, r.Kind().String()+"."+f.Name) {
				continue
			}
			without := model.Clone(r)
			if err := without.Fields()[i].Parse(""); err != nil {
				t.Fatal(err)
			}
			for name, doc := range forCustomer(t, p.With(model.Change{Before: r, After: without})) {
				if doc != docs[name] {
					t.Errorf("%s tells of %s.%s", name, r.Kind(), f.Name)
				}
			}
		}
	}
}

// Everything that is for the customer is in the full plan for them.
func TestTheCustomerGetsWhatIsShown(t *testing.T) {
	p, _ := marked(t)
	doc := forCustomer(t, p)["full.md"]
	var changes []model.Change
	for _, r := range p.ForCustomer(today).Records() {
		c := model.Clone(r)
		for _, f := range c.Fields() {
			if f.Type() == model.TypeBool { // a column says so, or that it is there at all
				if err := f.Parse(""); err != nil {
					t.Fatal(err)
				}
			}
		}
		changes = append(changes, model.Change{Before: r, After: c})
	}
	checkEveryField(t, p.ForCustomer(today).With(changes...), doc)
}

// The copy is a whole document: sound, without empty headings, the same in HTML,
// and the picture a page of its own; of a bare account and of hostile texts too.
func TestCustomerDocumentsAreSound(t *testing.T) {
	bare := model.NewPlan(&model.Account{Head: model.Head{ID: ids().New(today.Time())}, Name: "Bare & Co"}, nil)
	for _, p := range []*model.Plan{examplePlan(t, "FreshKart Grocers"), bare, smallPlan(), richPlan(t), hostile(t, modeltest.Naughty()), crowd(300, func(i int) int { return (i+1)/2 - 1 })} {
		docs := forCustomer(t, p)
		for _, name := range []string{"full", "one-page", "qbr"} {
			checkSound(t, docs[name+".md"])
			checkAlike(t, docs[name+".html"], docs[name+".md"])
			for at, line := range strings.Split(docs[name+".md"], "\n") {
				if strings.HasPrefix(line, "#") && strings.TrimLeft(line, "# ") == "" {
					t.Errorf("%s:%d: a heading without words", name, at)
				}
			}
		}
		wellFormed(t, docs["svg"])
	}
}

// A number that has gone the wrong way is not one that stands still.
func TestTheCustomerReadsThatAGoalIsWorse(t *testing.T) {
	p := smallPlan()
	goal := &model.Goal{Head: model.Head{ID: model.ID{9}, Account: p.Account.ID}, Metric: "Late deliveries", Stated: model.Stated, By: today.AddDays(90)}
	for name, number := range map[string]string{"baseline": "12", "current": "15", "target": "5"} {
		if err := model.MustField(goal.Fields(), name).Parse(number); err != nil {
			t.Fatal(err)
		}
	}
	p = p.With(model.Change{After: goal})
	for name, doc := range forCustomer(t, p) {
		if strings.HasSuffix(name, ".md") && !strings.Contains(name, "one-page") && !strings.Contains(doc, "| worse than it was |") {
			t.Errorf("%s does not say that it is worse:\n%s", name, doc)
		}
	}
}

// What is made of our own judgments is refused.
func TestSomeTemplatesAreForOurselves(t *testing.T) {
	for _, template := range Templates() {
		for _, write := range []writer{template.Markdown, template.HTML} {
			err := write(noRoom{}, smallPlan(), Options{Today: today, Audience: Customer})
			if template.ForCustomer() == errors.Is(err, ErrInternal) {
				t.Errorf("%s: %v", template.Name, err)
			}
		}
	}
	if rapid, _ := TemplateNamed("rapid"); rapid.ForCustomer() {
		t.Error("warnings are offered to the customer")
	}
}
