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
// names who or what it is about, what it serves (the first of them, else the account),
// the account's owner to do it (me where nobody owns the account), and a day by
// which, never of a weekend. A gap in one relationship is for the teammate who
// has it, and somebody never met is asked for along the path to power where
// there is one. Whoever saves it gives it its ID. nil where what is found are
// actions themselves.
func ActionFor(p *Plan, w Warning, me ID, today Date) *Action {
	rule := ruleNamed(w.Rule)
	if rule.todo == "" {
		return nil
	}
	a := &Action{Owner: p.Account.Owner, Function: ActionSales, Type: Task, Status: NotStarted, Due: Workday(today.AddDays(dueIn[w.Severity])), Serves: p.Account.ID}
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
		} else if owner := ownerOfOurs(p, id); !owner.IsZero() && len(w.IDs) == 1 {
			a.Owner = owner
		}
		if n == 0 {
			a.Serves = id
		}
		if name := p.Name(id); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		a.Name = fmt.Sprintf(rule.todo, AndList(firstFew(names)))
	} else {
		a.Name = fmt.Sprintf(cmp.Or(rule.todoAlone, rule.todo), p.Account.Name)
	}
	if w.Rule == RuleCoverageGap && len(w.IDs) == 1 {
		if path, ok := PathTo(p, w.IDs[0], today); ok && len(path.Steps) > 0 {
			a.Name = ActionForPath(p, path, me, today).Name
		}
	}
	return a
}

// ownerOfOurs is the teammate who owns a record, none where nobody of ours does.
func ownerOfOurs(p *Plan, id ID) ID {
	r := p.Get(id)
	if r == nil {
		return ID{}
	}
	f, ok := FieldNamed(r.Fields(), "owner")
	if !ok || len(f.Links()) != 1 {
		return ID{}
	}
	if _, ours := Lookup[*Teammate](p.Book, f.Links()[0]); !ours {
		return ID{}
	}
	return f.Links()[0]
}

// ActionAgainst returns the open action that does something about a warning, nil
// when there is none: one for the account or for somebody whom the warning is
// about, called as [ActionFor] would call it, whomever else it named when it was
// made. So no warning gets two.
func ActionAgainst(p *Plan, w Warning, today Date) *Action {
	proposed, rule := ActionFor(p, w, ID{}, today), ruleNamed(w.Rule)
	if proposed == nil {
		return nil
	}
	served := append([]ID{p.Account.ID, proposed.Serves}, w.IDs...)
	for _, a := range All[*Action](p.Book) {
		if a.Open() && slices.Contains(served, a.Serves) && (a.Name == proposed.Name || titled(a.Name, rule.todo) || titled(a.Name, rule.todoAlone)) {
			return a
		}
	}
	return nil
}

// titled reports whether a title was made from a rule's, whoever it names.
func titled(title, todo string) bool {
	before, after, ok := strings.Cut(todo, "%s")
	return ok && len(title) > len(before)+len(after) && strings.HasPrefix(title, before) && strings.HasSuffix(title, after)
}

// ActionForPath returns the action that makes the first step of a path: by me,
// else the account's owner, within a week, and never due on a weekend. nil when
// the path has no first step, because nobody is known who would open one.
// Whoever saves it gives it its ID.
func ActionForPath(p *Plan, path Path, me ID, today Date) *Action {
	var todo string
	next := path.Target // whom the step leads to
	switch {
	case path.Direct:
		todo = "Ask " + p.Name(path.Target) + " directly"
	case len(path.Steps) > 0:
		from := p.Name(path.Steps[0].From)
		next = path.Steps[0].To
		todo = "Ask " + from + " to introduce us to " + p.Name(next)
		if c, ok := Lookup[*Contact](p.Book, next); ok && c.Placeholder {
			todo = "Ask " + from + " who holds the seat " + p.Name(next)
		}
	case len(path.Meet) > 0:
		next = path.Meet[0].Contact
		todo = Capital(path.Meet[0].Do)
	default:
		return nil
	}
	if next != path.Target {
		todo += ", on the way to " + p.Name(path.Target)
	}
	a := &Action{Name: todo, Owner: me, Function: ActionSales, Type: Task, Status: NotStarted, Due: Workday(today.AddDays(dueIn[High])), Serves: path.Target}
	a.Account = p.Account.ID
	if a.Owner.IsZero() {
		a.Owner = p.Account.Owner
	}
	return a
}

// Workday moves a day of the weekend to the Monday after it; no day stays none.
func Workday(d Date) Date {
	for !d.IsZero() && (d.Time().Weekday() == time.Saturday || d.Time().Weekday() == time.Sunday) {
		d = d.AddDays(1)
	}
	return d
}
