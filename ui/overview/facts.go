package overview

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/pane"
	"astute/ui/theme"
)

// facts returns what there is to say about an account. whole says which lists are
// shown to their ends.
func facts(d pane.Data, whole map[string]bool) []fact {
	b := builder{d: d, account: d.Plan.Account, whole: whole}
	return b.all()
}

type builder struct {
	d       pane.Data
	account *model.Account
	whole   map[string]bool
	second  bool // what is added stands in the second column
	apart   bool // the next fact begins a part
	list    []fact
}

// all says everything in the order of the templates: what the account is, how it
// decides, what it wants and is worth; then what is not known yet, how it goes
// and what comes next, which stands beside where there are two columns; last what
// is long or seldom changes.
func (b *builder) all() []fact {
	if b.account.ID.IsZero() {
		return b.unassigned()
	}
	b.fields("Headline", "headline")
	b.fields("Plan", "plan_type", "plan_status", "plan_start", "plan_end", "owner")
	b.fields("Business", "industry", "hq", "employees", "annual_revenue", "revenue_growth", "fiscal_year_end")
	b.customer()
	b.culture()
	b.parts(b.initiatives, b.money)
	b.second = true
	b.parts(b.questions, b.health, b.doubts)
	b.part()
	b.next()
	b.reviews()
	b.parts(b.timeline)
	b.second = false
	b.part()
	b.fields("Strategy", "our_strategy")
	b.fields("Value", "value_proposition")
	b.fields("Rules", "rules_of_engagement")
	b.fields("Team", "executive_sponsor", "team")
	b.part()
	b.fields("Priorities", "strategic_priorities")
	b.fields("Trends", "industry_trends")
	b.fields("Sells", "offerings", "target_markets", "market_share")
	b.fields("Rivals", "rivals")
	b.fields("Company", "geography", "profitability", "ownership", "share_price", "funding", "business_model", "maturity")
	b.fields("About", "description", "mission", "vision", "founding_story")
	b.parts(b.blanks)
	b.second = true
	b.parts(b.installed)
	b.part()
	b.campaigns()
	b.stories()
	b.fields("Sources", "sources")
	return b.list
}

// unassigned is what there is to say about those who belong to no account: there
// is no business to describe and nothing to ask about it.
func (b *builder) unassigned() []fact {
	own := func(r model.Record) bool { return r.Kind().Scope() == model.ScopeAccount }
	if !slices.ContainsFunc(b.d.Plan.Records(), own) {
		return nil // an empty book
	}
	b.add(fact{label: "Headline", items: []item{{text: "People and actions that belong to no account yet", style: theme.Strong}}})
	b.parts(b.questions, b.doubts, b.next)
	return b.list
}

// part begins a part: the next fact that says something stands apart.
func (b *builder) part() { b.apart = true }

// parts adds parts.
func (b *builder) parts(list ...func()) {
	for _, say := range list {
		b.part()
		say()
	}
}

// add adds a fact that says something.
func (b *builder) add(f fact) {
	if len(f.items) == 0 {
		return
	}
	f.second = b.second
	f.apart = b.apart
	b.apart = false
	b.list = append(b.list, f)
}

// always are the fields that are shown while they are not known too, because
// the plan needs them or much follows from them; core ones are besides.
var always = map[string]bool{"headline": true, "culture": true, "plan_status": true}

// around is the words that a value needs around it to be understood without its
// label.
var around = map[string][2]string{
	"employees": {"", " people"}, "annual_revenue": {"revenue ", ""}, "revenue_growth": {"growth ", ""}, "market_share": {"market share ", ""},
	"fiscal_year_end": {"year ends ", ""}, "customer_since": {"since ", ""}, "plan_start": {"from ", ""}, "plan_end": {"to ", ""}, "owner": {"owner ", ""},
	"tier": {"tier ", ""}, "executive_sponsor": {"sponsor ", ""}, "importance_to_us": {"matters to us: ", ""}, "importance_to_customer": {"we matter to them: ", ""},
	"share_price": {"share ", ""}, "target_markets": {"to ", ""}, "revenue_target": {"target ", ""}, "maturity": {"at ", ""}, "mission": {"mission: ", ""}, "vision": {"vision: ", ""},
}

// short are the amounts that are said roughly; the field has them exactly.
var short = map[string]func(*model.Account) model.Money{
	"annual_revenue": func(a *model.Account) model.Money { return a.AnnualRevenue },
	"revenue_target": func(a *model.Account) model.Money { return a.RevenueTarget },
}

// fields adds a line of fields of the account.
func (b *builder) fields(label string, names ...string) {
	b.add(fact{label: label, items: b.items(names...)})
}

func (b *builder) items(names ...string) []item {
	var list []item
	for _, name := range names {
		if it, ok := b.item(name); ok {
			list = append(list, it)
		}
	}
	return list
}

// at is a place of the account's own for what follows from others.
func (b *builder) at(n int) pane.Target { return pane.Target{ID: b.account.ID, N: n} }

// field is the place of a field of a record.
func field(r model.Record, name string) pane.Target {
	f := model.MustField(r.Fields(), name)
	return pane.Target{ID: r.Base().ID, Num: f.Num}
}

func (b *builder) item(name string) (item, bool) {
	at := field(b.account, name)
	f := pane.Field(b.account, at.Num)
	if f.IsZero() {
		return item{text: strings.ToLower(f.Label) + "?", style: theme.Unknown, target: at}, f.InCore || always[name]
	}
	text := f.Display(b.d.Plan.Name)
	if m, ok := short[name]; ok {
		text = m(b.account).Short()
	}
	style := theme.Plain
	if name == "headline" {
		style = theme.Strong
	}
	words := around[name]
	return item{text: words[0] + text + words[1], style: style, target: at}, true
}

// customer says how much the account matters: the segment follows from how much
// it does to either side.
func (b *builder) customer() {
	items := b.items("relationship", "customer_since")
	if segment := b.account.Segment(); segment != "" {
		items = append(items, item{text: "segment " + segment, style: theme.Strong, target: b.at(atSegment), door: door{
			fixed: "the segment follows from how much they matter to us and we to them: those beside it can be edited",
			foot:  "from how much they matter to us and we to them"}})
	}
	b.add(fact{label: "Customer", items: append(items, b.items("importance_to_us", "importance_to_customer", "tier")...)})
}

// culture says how they decide, and what that asks of us.
func (b *builder) culture() {
	it, _ := b.item("culture")
	f := fact{label: "Culture", items: []item{it}}
	if advice := model.Advice(b.account.Culture); advice != "" {
		it.target.N = atAdvice
		f.items = append(f.items, item{text: "so " + advice, target: it.target, door: door{foot: "what the culture asks of us; e changes the culture"}})
	}
	b.add(f)
}

// What has a place on the page and is no field of the account.
const (
	atSegment = 1 + iota
	atAdvice
	atHealth
	atDisagree
	atMap
	atWon
	atGap
	atPipeline
	atWhitespace
	atRenewals
	atRisk
	atInsight
	atReview
	atComplete
	atPart     = 100  // and the number of the part of health
	atDoubt    = 200  // and the number of the doubt
	atBegin    = 500  // and the number of the kind
	atQuestion = 1000 // and the number of the question
	atMore     = 1 << 20
)

// more is the line below a list that is cut, leading to all of it.
func (b *builder) more(n int, label string, d door) item {
	d.fixed = "this line only counts the rest: enter leads to it"
	at := atMore
	for _, r := range label {
		at = at*31%(1<<29) + int(r)
	}
	return item{text: fmt.Sprintf("and %d more", n), style: theme.Faint, target: b.at(atMore + at), door: d}
}

// cut leaves out what is beyond the most lines and says how much that is.
func (b *builder) cut(items []item, most int, label string, d door) []item {
	if n := len(items) - most; n > 0 {
		return append(items[:most:most], b.more(n, label, d))
	}
	return items
}

// folded is a list that has no place of its own, of so many items: enter shows it
// to its end, and cuts it again. Only what is shown is worded.
func (b *builder) folded(n, most int, label string, say func(i int) item) []item {
	shown := n
	if !b.whole[label] {
		shown = min(n, most)
	}
	var items []item
	for i := range shown {
		items = append(items, say(i))
	}
	switch {
	case shown < n:
		items = append(items, b.more(n-shown, label, door{unfold: label, foot: "enter shows them"}))
	case n > most:
		fewer := b.more(0, label, door{unfold: label, foot: "enter shows the first of them only"})
		fewer.text = "fewer"
		items = append(items, fewer)
	}
	return items
}
