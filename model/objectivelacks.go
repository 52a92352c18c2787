package model

import "fmt"

// Lack is something that an objective lacks to be carried out, with the cure.
type Lack struct{ What, Cure string }

// ObjectiveLacks says what an objective still lacks: an owner, a due date, a
// metric, actions, and those with an owner and a date (rule 5). It is advice and
// not an error; an objective that is over lacks nothing but the values that its
// metrics reached. actions are those that serve it.
func ObjectiveLacks(o *Objective, actions []*Action) []Lack {
	var list []Lack
	lack := func(when bool, what, cure string) {
		if when {
			list = append(list, Lack{what, cure})
		}
	}
	if o.Status == Complete {
		lack(o.Unmeasured() > 0, "what was reached", "write the value reached in brackets behind the metric")
	}
	if !o.Open() {
		return list
	}
	counted, unowned, undated := 0, 0, 0
	for _, a := range actions {
		if a.Status == Cancelled {
			continue
		}
		counted++
		if a.Open() && a.Owner.IsZero() {
			unowned++
		}
		if a.Open() && a.Due.IsZero() {
			undated++
		}
	}
	lack(o.Owner.IsZero(), "an owner", "say whose it is")
	lack(o.Due.IsZero(), "a due date", "say by when")
	lack(len(o.Metrics) == 0, "a success metric", "say how one will know that it is reached")
	lack(counted == 0, "actions", "add the first step")
	lack(unowned > 0, fmt.Sprintf("an owner of %s", Count(unowned, "action", "actions")), "hand them to somebody")
	lack(undated > 0, fmt.Sprintf("a day for %s", Count(undated, "action", "actions")), "say by when")
	return list
}

// HorizonOf says whether a day lies within a year or beyond; not known for no
// day. Whether an objective or an action is short-term or long-term follows from
// its due date (domain section 5).
func HorizonOf(due, today Date) Horizon {
	switch {
	case due.IsZero():
		return 0
	case today.AddMonths(12).Before(due):
		return LongRange
	}
	return ShortRange
}
