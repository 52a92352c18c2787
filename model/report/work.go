package report

import (
	"cmp"
	"slices"

	"astute/model"
)

// objectives are what the plan is to reach, each with its actions; then the
// actions that serve none of them.
func (d *document) objectives() {
	d.heading(2, "Objectives and actions")
	actions := model.All[*model.Action](d.plan.Book)
	d.execution()
	byObjective := map[model.ID][]*model.Action{}
	var loose []*model.Action
	for _, a := range actions {
		if _, ok := model.Lookup[*model.Objective](d.plan.Book, a.Objective); ok {
			byObjective[a.Objective] = append(byObjective[a.Objective], a)
			d.mark(a, "objective") // the heading it stands under
		} else {
			loose = append(loose, a)
		}
	}
	objectives := sortedObjectives(model.All[*model.Objective](d.plan.Book), d.names, d.today)
	d.gantt(objectives, byObjective, loose)
	d.asksAndAnswers(actions)
	for _, o := range objectives {
		d.heading(3, string(d.title(o)))
		d.objective(o)
		d.lacks(o, byObjective[o.ID])
		d.actionTable(byObjective[o.ID])
	}
	d.heading(3, "Actions without objective")
	d.actionTable(loose)
}

// asksAndAnswers are what is wanted of whom, with the answers, for whoever sponsors the
// plan: the open ones first.
func (d *document) asksAndAnswers(actions []*model.Action) {
	asks := slices.DeleteFunc(slices.Clone(actions), func(a *model.Action) bool { return a.Type != model.Ask })
	if len(asks) == 0 {
		return
	}
	d.heading(3, "Asks")
	d.records(asRecords(sortedActions(asks, d.names, d.today)), col("What is wanted", "title"), col("Of whom", "asked_of"), col("By whom", "owner"),
		col("Due", "due"), d.standingColumn(), col("Answer", "result"))
}

// lacks says what an objective lacks to be carried out, nothing where that is
// nothing (rule 5).
func (d *document) lacks(o *model.Objective, actions []*model.Action) {
	if d.customer {
		return // it is our own doubt
	}
	var parts []string
	for _, lack := range model.ObjectiveLacks(o, actions) {
		parts = append(parts, lack.What)
	}
	if len(parts) > 0 {
		d.say(plain("It still lacks " + model.AndList(parts) + "."))
	}
}

// sortedObjectives are the open ones first, late before due, then by priority.
func sortedObjectives(list []*model.Objective, names model.Names, today model.Date) []*model.Objective {
	list, called := slices.Clone(list), byName(names)
	late := func(o *model.Objective) bool { return o.Late(today) }
	slices.SortFunc(list, func(a, b *model.Objective) int {
		return cmp.Or(first(a.Open(), b.Open()), first(late(a), late(b)),
			highest(a.Priority, b.Priority), model.Soonest(a.Due, b.Due), called(a, b))
	})
	return list
}

// first orders what is true before what is not.
func first(a, b bool) int { return model.FalseFirst(b, a) }

// objective lists what is known of one.
func (d *document) objective(o *model.Objective) {
	if d.mark(o, "name"); d.customer {
		d.mark(o, "agreed") // or it would not be here
	}
	var items []rich
	if late := d.lateness(o); late != "" {
		items = append(items, late)
	}
	for _, f := range d.fields(o) {
		if !f.IsZero() && !d.hasShown(o, f.Name) {
			items = append(items, plain(f.Label)+": "+d.value(o, f.Name))
		}
	}
	if len(items) == 0 {
		items = []rich{rich(d.words("nothing more is known yet", "agreed"))}
	}
	d.list(items...)
}

// lateness says by how much an open objective is late, in bold; "" when it is not.
func (d *document) lateness(o *model.Objective) rich {
	if !o.Late(d.today) {
		return ""
	}
	return strong(rich(span(d.today.DaysSince(o.Due)) + " late"))
}

// sortedActions are the late ones first, then by day, the closed ones last.
func sortedActions(list []*model.Action, names model.Names, today model.Date) []*model.Action {
	list = slices.Clone(list)
	called := byName(names)
	slices.SortFunc(list, func(a, b *model.Action) int {
		return cmp.Or(first(a.Open(), b.Open()), first(a.Late(today), b.Late(today)), model.Soonest(a.Due, b.Due), called(a, b))
	})
	return list
}

// actionTable writes actions, late ones first and marked.
func (d *document) actionTable(actions []*model.Action) {
	list := asRecords(sortedActions(actions, d.names, d.today))
	d.records(list, col("Action", "title"), col("Owner", "owner"), col("Due", "due"),
		d.standingColumn(), col("Status", "status"), col("Done on", "done"), col("Function", "function"), col("Type", "type"), col("Serves", "serves"))
	d.rest(list)
}

// standingColumn says how an action is doing, a late one in bold.
func (d *document) standingColumn() column {
	return column{head: "Standing", cell: func(r model.Record) rich {
		words, late := standing(r.(*model.Action), d.today)
		if late {
			return strong(rich(words))
		}
		return rich(words)
	}}
}
