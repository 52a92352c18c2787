package overview

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/pane"
	"astute/ui/theme"
)

// How many of each list are shown; all of them stand in their own panes.
const (
	mostWarnings   = 4
	mostQuestions  = 3
	mostNext       = 5
	mostMilestones = 4
	mostOthers     = 6
)

// facts returns what there is to say about an account, in the order of its
// weight: where we stand and how it goes, the plan, the business, how they
// decide; what is doubtful, what to ask, what comes next, what they want, what
// was; and what changes least last.
func facts(d pane.Data) []fact {
	b := builder{d: d, account: d.Plan.Account}
	return b.all()
}

type builder struct {
	d       pane.Data
	account *model.Account
	list    []fact
}

func (b *builder) all() []fact {
	if b.account.ID.IsZero() {
		return b.unassigned()
	}
	b.fields("", "headline")
	b.health()
	b.fields("Plan", "plan_type", "plan_status", "owner", "plan_end")
	b.fields("Business", "industry", "hq", "employees", "annual_revenue", "revenue_growth", "fiscal_year_end")
	b.culture()
	b.doubts()
	b.questions()
	b.next()
	b.initiatives()
	b.timeline()
	b.fields("Customer", "relationship", "customer_since", "maturity", "tier", "importance_to_us", "importance_to_customer")
	b.fields("Priorities", "strategic_priorities")
	b.fields("Strategy", "our_strategy", "value_proposition")
	b.fields("Team", "executive_sponsor", "team")
	return b.list
}

// unassigned is what there is to say about those who belong to no account: there
// is no business to describe and nothing to ask about it.
func (b *builder) unassigned() []fact {
	b.add(fact{label: "Headline", items: []item{{text: "People and actions that belong to no account yet", style: theme.Strong}}})
	b.doubts()
	b.questions()
	b.next()
	return b.list
}

// add adds a fact that says something.
func (b *builder) add(f fact) {
	if len(f.items) > 0 {
		b.list = append(b.list, f)
	}
}

// always are the fields that are shown while they are not known too, because
// the plan needs them or much follows from them; core ones are besides.
var always = map[string]bool{"headline": true, "culture": true, "plan_status": true}

// around is the words that a value needs around it to be understood without its
// label.
var around = map[string][2]string{
	"employees": {"", " people"}, "annual_revenue": {"revenue ", ""}, "revenue_growth": {"growth ", ""},
	"fiscal_year_end": {"year ends ", ""}, "customer_since": {"since ", ""}, "plan_end": {"to ", ""}, "owner": {"owner ", ""}, "tier": {"tier ", ""},
	"executive_sponsor": {"sponsor ", ""}, "importance_to_us": {"matters to us: ", ""}, "importance_to_customer": {"we matter to them: ", ""},
}

// fields adds a line of fields of the account.
func (b *builder) fields(label string, names ...string) {
	f := fact{label: label, apart: label == "Customer"}
	for _, name := range names {
		if it, ok := b.item(name); ok {
			f.items = append(f.items, it)
		}
	}
	if label == "" && len(f.items) > 0 {
		f.label = "Headline"
	}
	b.add(f)
}

func (b *builder) item(name string) (item, bool) {
	f, ok := model.FieldNamed(b.account.Fields(), name)
	if !ok {
		return item{}, false
	}
	at := target{id: b.account.ID, num: f.Num}
	if f.IsZero() {
		return item{strings.ToLower(f.Label) + "?", theme.Unknown, at}, f.InCore || always[name]
	}
	text := f.Display(b.d.Plan.Name)
	if name == "annual_revenue" {
		text = b.account.AnnualRevenue.Short()
	}
	style := theme.Plain
	if name == "headline" {
		style = theme.Strong
	}
	words := around[name]
	return item{words[0] + text + words[1], style, at}, true
}

func (b *builder) culture() {
	it, _ := b.item("culture")
	f := fact{label: "Culture", items: []item{it}}
	if advice := model.Advice(b.account.Culture); advice != "" {
		f.items = append(f.items, item{text: "so " + advice})
	}
	b.add(f)
}

// health says how it goes: the owner's own judgment, what the map says with its
// reason, and how much was done on time.
func (b *builder) health() {
	own, _ := b.item("overall_health")
	own.style = map[model.Wellbeing]theme.Style{model.Good: theme.Good, model.Middling: theme.Warn, model.Poor: theme.Bad, 0: theme.Unknown}[b.account.OverallHealth]
	f := fact{label: "Health", items: []item{own}}
	if reason, ok := b.item("health_reason"); ok {
		f.items = append(f.items, reason)
	}
	b.add(f)
	status := model.MapStatusOf(model.All[*model.Contact](b.d.Plan.Book))
	b.add(fact{label: "Map", items: []item{{text: strings.ToUpper(status.Colour.String()), style: Tone(status.Colour)}, {text: status.Reasons[0]}}})
	b.execution()
}

// Tone is the style of a traffic light.
func Tone(c model.MapColour) theme.Style {
	return [...]theme.Style{model.Grey: theme.Unknown, model.Red: theme.Bad, model.Amber: theme.Warn, model.Green: theme.Good}[c]
}

func (b *builder) doubts() {
	f := fact{label: "Doubts", lines: true, apart: true}
	warnings := model.Warnings(b.d.Plan, b.d.Today)
	for i, w := range warnings[:min(mostWarnings, len(warnings))] {
		it := item{text: "! " + w.Text, style: theme.Warn}
		if len(w.IDs) > 0 {
			it.target = target{id: w.IDs[0], n: 1 + i}
		}
		f.items = append(f.items, it)
	}
	if more := len(warnings) - mostWarnings; more > 0 {
		f.items = append(f.items, item{text: fmt.Sprintf("and %d more", more), style: theme.Faint})
	}
	b.add(f)
}

// questions lists what to ask next, first about the account, then about the
// people who matter.
func (b *builder) questions() {
	f := fact{label: "Ask", lines: true, apart: true}
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
	for i, q := range questions[:min(mostQuestions, len(questions))] {
		it := item{text: "? " + q.Text, style: theme.Plain, target: target{id: q.ID, n: 100 + i}}
		if r := b.d.Plan.Get(q.ID); r != nil && q.Field != "" {
			if field, ok := model.FieldNamed(r.Fields(), q.Field); ok {
				it.target.num = field.Num
			}
		}
		f.items = append(f.items, it)
	}
	if more := len(questions) - mostQuestions; more > 0 {
		f.items = append(f.items, item{text: fmt.Sprintf("and %d more", more), style: theme.Faint})
	}
	b.add(f)
}

// once drops what is asked twice, where the map and a person want to know the
// same: the question that leads to the field stays, in the place of the first.
func once(questions []model.Question) []model.Question {
	var list []model.Question
	place := map[string]int{}
	for _, q := range questions {
		at, twice := place[q.Text]
		if !twice {
			place[q.Text] = len(list)
			list = append(list, q)
		} else if list[at].Field == "" {
			list[at] = q
		}
	}
	return list
}

func (b *builder) initiatives() {
	f := fact{label: "They want", lines: true, apart: true}
	for _, i := range model.All[*model.Initiative](b.d.Plan.Book) {
		if i.Status == model.Complete || i.Status == model.Cancelled {
			continue
		}
		text := i.Name
		if owner := b.d.Plan.Name(i.Owner); owner != "" {
			text += "  (" + owner + ")"
		}
		if !i.Confirmed {
			text += "  assumed"
		}
		f.items = append(f.items, item{text: text, target: target{id: i.ID}})
	}
	b.add(f.most(mostOthers))
}

// next says what comes: the actions and reviews that are due first.
func (b *builder) next() {
	type due struct {
		on    model.Date
		text  string
		style theme.Style
		id    model.ID
	}
	var list []due
	for _, a := range model.All[*model.Action](b.d.Plan.Book) {
		if !a.Open() || a.Due.IsZero() {
			continue
		}
		style := theme.Plain
		if a.Late(b.d.Today) {
			style = theme.Bad
		}
		list = append(list, due{a.Due, a.Name, style, a.ID})
	}
	for _, review := range model.Schedule(model.All[*model.Review](b.d.Plan.Book)) {
		style := theme.Plain
		if review.Overdue(b.d.Today) {
			style = theme.Warn
		}
		list = append(list, due{review.On, review.Review.Type.String(), style, review.Review.ID})
	}
	slices.SortStableFunc(list, func(x, y due) int { return cmp.Or(x.on.Compare(y.on), cmp.Compare(x.text, y.text)) })
	f := fact{label: "Next", lines: true, apart: true}
	for _, d := range list {
		f.items = append(f.items, item{pane.Ahead(d.on, b.d.Today) + ": " + d.text, d.style, target{id: d.id}})
	}
	b.add(f.most(mostNext))
}

// timeline shows what happened last and what is ahead.
func (b *builder) timeline() {
	f := fact{label: "Timeline", lines: true, apart: true}
	all := slices.Clone(model.All[*model.Milestone](b.d.Plan.Book))
	slices.SortStableFunc(all, func(x, y *model.Milestone) int { return y.On.Compare(x.On) })
	for _, m := range all {
		f.items = append(f.items, item{text: m.On.String() + ": " + m.Name, target: target{id: m.ID}})
	}
	b.add(f.most(mostMilestones))
}

// most cuts a list, and says how many more there are.
func (f fact) most(n int) fact {
	if more := len(f.items) - n; more > 0 {
		f.items = append(f.items[:n:n], item{text: fmt.Sprintf("and %d more", more), style: theme.Faint})
	}
	return f
}

// execution says how much of what was due was done on time (rule 10).
func (b *builder) execution() {
	e := model.ExecutionOf(model.All[*model.Action](b.d.Plan.Book), b.d.Today)
	if e.Due == 0 {
		return
	}
	style := theme.Warn
	if e.Answer == model.Yes {
		style = theme.Good
	}
	b.add(fact{label: "Execution", items: []item{
		{text: fmt.Sprintf("%d %%", e.Percent), style: style},
		{text: fmt.Sprintf("%d of %d actions on time", e.OnTime, e.Due)},
	}})
}
