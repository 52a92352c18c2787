package overview

import (
	"slices"

	"astute/model"
	"astute/ui/pane"
	"astute/ui/theme"
)

// mostQuestions is how many are asked at a time.
const mostQuestions = 3

// questions lists what to ask next, first about the account, then about the
// people who matter. Enter answers one: in the field it is about, or with the
// record that it becomes.
func (b *builder) questions() {
	var questions []model.Question
	if !b.account.ID.IsZero() {
		questions = model.Questions(b.d.Plan, b.account)
	}
	for _, c := range model.All[*model.Contact](b.d.Plan.Book) {
		if model.KeyPlayer(c).Answer == model.Yes && !c.Left {
			questions = append(questions, model.Questions(b.d.Plan, c)...)
		}
	}
	questions = once(questions)
	b.add(fact{label: "Ask", lines: true, items: b.folded(len(questions), mostQuestions, "Ask", func(i int) item { return b.question(i, questions[i]) })})
}

func (b *builder) question(i int, q model.Question) item {
	it := item{text: "? " + q.Text, style: theme.Plain}
	r := b.d.Plan.Get(q.ID)
	if q.Field != "" {
		it.target = field(r, q.Field)
		it.door = door{answer: true, foot: "enter answers it: " + pane.Field(r, it.target.Num).Label}
	} else {
		it.target.ID = q.ID
		it.door = door{answer: true, foot: "enter answers it: a new " + q.Kind.String(), edit: pane.Add{Kind: q.Kind, With: belonging(q.Kind, r)}}
	}
	it.target.N = atQuestion + i
	return it
}

// belonging are the fields by which a new record of a kind belongs to a record:
// a goal is somebody's.
func belonging(k model.Kind, to model.Record) map[int]string {
	for _, f := range model.New(k, model.ID{}).Fields() {
		if slices.Contains(f.Kinds, to.Kind()) {
			return map[int]string{f.Num: to.Base().ID.String()}
		}
	}
	return nil
}

// once drops what is asked twice, where the map and a person want to know the
// same.
func once(questions []model.Question) []model.Question {
	var list []model.Question
	asked := map[model.Question]bool{}
	for _, q := range questions {
		if !asked[q] {
			asked[q] = true
			list = append(list, q)
		}
	}
	return list
}
