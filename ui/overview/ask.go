package overview

import (
	"fmt"

	"astute/model"
	"astute/ui/pane"
	"astute/ui/theme"
)

// mostQuestions is how many are asked at a time.
const mostQuestions = 3

// questions says how complete the plan is, and lists what to ask next: what
// completes it most, then what else is open about the account and the people who
// matter. Enter answers one: in the field it is about, or with the record that it
// becomes.
func (b *builder) questions() {
	b.complete()
	questions := model.AllQuestions(b.d.Plan)
	b.add(fact{label: "Ask", lines: true, items: b.folded(len(questions), mostQuestions, "Ask", func(i int) item { return b.question(i, questions[i]) })})
}

// complete says how much of what a plan holds at least is known, and in which
// areas something is missing (rule 11).
func (b *builder) complete() {
	if b.account.ID.IsZero() {
		return
	}
	c := model.CompletenessOf(b.d.Plan)
	way := door{open: pane.Study{Topic: pane.Warnings}, fixed: "this follows from what is on record: enter shows what is missing", foot: "what is known of what a plan holds at least"}
	f := fact{label: "Filled in", items: []item{{text: fmt.Sprintf("%d %%", c.Percent), style: theme.Strong, target: b.at(atComplete), door: way}}}
	for _, a := range c.Areas {
		if a.Known < a.Wanted {
			f.items = append(f.items, item{text: fmt.Sprintf("%s %d %%", a.Area, a.Percent()), target: b.at(atComplete), door: way})
		}
	}
	b.add(f)
}

func (b *builder) question(i int, q model.Question) item {
	it := item{text: "? " + q.Text, style: theme.Plain}
	r := b.d.Plan.Get(q.ID)
	if q.Field != "" {
		it.target = field(r, q.Field)
		it.door = door{answer: true, foot: "enter answers it: " + pane.Field(r, it.target.Num).Label}
	} else {
		it.target.ID = q.ID
		it.door = door{answer: true, foot: "enter answers it: a new " + q.Kind.String(), edit: pane.Add{Kind: q.Kind, With: pane.Belonging(q.Kind, r)}}
	}
	it.target.N = atQuestion + i
	return it
}
