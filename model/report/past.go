package report

import (
	"slices"
	"strings"

	"astute/model"
	"astute/model/chart"
)

// lookingBack is what the records say of the past, before and since the plan began
// (rule 16), as the workspace has it.
func (d *document) lookingBack() { d.past(2) }

// past is that below a heading of a level.
func (d *document) past(level int) {
	if d.plan.Account.ID.IsZero() {
		return
	}
	d.heading(level, "Looking back")
	for _, s := range chart.LookingBack(d.plan, d.today).Sections {
		d.ledger(s)
	}
}

// ledger writes a section of figures: its rows as a table, and what is said below
// them, what is not known yet as a list.
func (d *document) ledger(s chart.Section) {
	head := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		head[i] = c.Name
	}
	if head[0] = "What"; len(head) == 2 && head[1] == "" {
		head[1] = "How much"
	}
	var rows [][]rich
	for _, r := range s.Rows {
		row := make([]rich, len(head))
		for i, w := range r.Words {
			if row[i] = plain(w.Text); w.Tone == chart.Unknown {
				row[i] = "not known yet"
			}
		}
		row[0] = plain(upperFirst(strings.TrimSpace(r.Words[0].Text)))
		rows = append(rows, row)
	}
	d.table(head, rows)
	var reasons []string
	var ask []rich
	for _, w := range s.Notes {
		if w.Tone == chart.Unknown {
			ask = append(ask, plain(w.Text))
		} else {
			reasons = append(reasons, w.Text)
		}
	}
	d.reasons(reasons)
	d.list(ask...)
}

// completeness is how much of the minimum path is walked, part by part, and what
// to find out first (rule 11).
func (d *document) completeness() {
	if d.plan.Account.ID.IsZero() {
		return
	}
	c := model.CompletenessOf(d.plan)
	assumed := ""
	if c.Assumed {
		assumed = ", because its own type is not known"
	}
	d.heading(2, "How complete the plan is")
	d.say(plain(sentence(model.NumberOf(int64(c.Percent)).Grouped() + " %, counted as for a " + c.PlanType.String() + assumed)))
	var rows [][]rich
	for _, a := range c.Areas {
		if a.Wanted > 0 {
			rows = append(rows, []rich{plain(upperFirst(a.Area.String())), rich(model.NumberOf(int64(a.Percent())).Grouped() + " %"),
				rich(model.NumberOf(int64(a.Known)).Grouped() + " of " + model.NumberOf(int64(a.Wanted)).Grouped())})
		}
	}
	d.table([]string{"Part", "Complete", "Known"}, rows)
	next := c.Next // what all questions begin with
	if next == (model.Question{}) {
		if list := model.AllQuestions(d.plan); len(list) > 0 {
			next = list[0]
		}
	}
	if next.Text != "" {
		d.say("Next best question: " + plain(next.Text))
	}
}

// silenced counts what is doubtful too, but is not to be heard for a while; the
// silences say why.
func (d *document) silenced() {
	quiet := model.Silenced(d.plan, d.today, model.Around{})
	d.say(plain(sentence(counted(quiet, "more finding is", "more findings are", "silenced"))))
}

// reviewsToTell are the reviews of a period in which something was decided or
// found, and as many before it as make up a number, newest first.
func (d *document) reviewsToTell(in model.Period, least int) []model.Record {
	var held []model.Record
	for _, r := range d.of(model.KindReview) {
		if v := r.(*model.Review); !v.Held.IsZero() && v.Vulnerabilities+v.Recommendations+v.Decisions != "" {
			held = append(held, r)
		}
	}
	slices.SortFunc(held, newestReview(byName(d.names)))
	n := 0
	for _, r := range held {
		if in.Has(r.(*model.Review).Held) {
			n++
		}
	}
	return held[:min(max(n, least), len(held))]
}
