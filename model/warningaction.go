package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// dueIn is how many days there are to do something about a warning. The spans
// are ours: a week for what can lose the account, a month for what merely ages.
var dueIn = map[Level]int{High: 7, Medium: 14, Low: 30}

// ActionFor returns the action that a warning asks for, filled in: a title that
// names who it is about, what it serves (the first contact, else the account),
// the account's owner to do it (me where nobody owns the account), and a day by
// which, never of a weekend. A gap in one relationship is for the teammate who
// has it, and somebody never met is asked for along the path to power where
// there is one. Whoever saves it gives it its ID.
func ActionFor(p *Plan, w Warning, me ID, today Date) *Action {
	a := &Action{Owner: p.Account.Owner, Function: ActionSales, Type: Task, Status: NotStarted, Due: workday(today.AddDays(dueIn[w.Severity])), Serves: p.Account.ID}
	a.Account = p.Account.ID
	if a.Owner.IsZero() {
		a.Owner = me
	}
	var names []string
	for n, id := range w.IDs {
		r, related := Lookup[*Relationship](p.Book, id)
		if related {
			id = r.Contact
		}
		if related && len(w.IDs) == 1 {
			a.Owner = r.Teammate
		}
		if n == 0 {
			a.Serves = id
		}
		if name := p.Name(id); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, rule := range warningRules {
		switch {
		case rule.name != w.Rule:
		case len(names) > 0:
			a.Name = fmt.Sprintf(rule.todo, AndList(firstFew(names)))
		default:
			a.Name = fmt.Sprintf(cmp.Or(rule.todoAlone, rule.todo), p.Account.Name)
		}
	}
	if w.Rule == "coverage-gap" && len(w.IDs) == 1 {
		if path, ok := PathTo(p, w.IDs[0], today); ok && len(path.Steps) > 0 {
			a.Name = strings.ToUpper(path.Sentence[:1]) + path.Sentence[1:]
		}
	}
	return a
}

// workday moves a day of the weekend to the Monday after it.
func workday(d Date) Date {
	for !d.IsZero() && (d.Time().Weekday() == time.Saturday || d.Time().Weekday() == time.Sunday) {
		d = d.AddDays(1)
	}
	return d
}
