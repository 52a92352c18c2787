package report

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// amounts are sums with what they are sums of, and what else is said of them.
type amounts struct {
	what string
	of   model.Sums
	more string
}

// inOne says what sums come to in the account's currency by the rates that the
// user gave, with these rates; where one is missing, what to ask. It says nothing
// of sums that are in that currency as they are.
func (d *document) inOne(list ...amounts) {
	var parts, ask []string
	var used rates
	for _, a := range list {
		t := d.plan.Total(a.of, d.today)
		if len(t.Used) > 0 && !t.Amount.IsZero() {
			parts = append(parts, joined(", ", a.what+": "+t.Amount.Grouped(), a.more))
			used.add(t)
		}
		for _, question := range t.Ask {
			if !slices.Contains(ask, question) && len(a.of.All()) > 1 {
				ask = append(ask, question)
			}
		}
	}
	if len(parts) > 0 {
		d.say(plain(sentence(joined("; ", "In one currency, "+strings.Join(parts, "; "), used.words()))))
	}
	if len(ask) > 0 {
		d.say(plain("No one total yet: " + strings.Join(ask, " ")))
	}
}

// inAll is what a sum of other currencies comes to in the account's own, "" where
// there is nothing to convert or nothing to do it by; it notes the rates.
func (d *document) inAll(s model.Sums, used *rates) string {
	t := d.plan.Total(s, d.today)
	if len(t.Used) == 0 || t.Amount.IsZero() {
		return ""
	}
	used.add(t)
	return t.Amount.Grouped() + " in all"
}

// rates are those by which something was converted, each once.
type rates []*model.Rate

func (r *rates) add(t model.Total) {
	for _, c := range t.Used {
		if !slices.Contains(*r, c.Rate) {
			*r = append(*r, c.Rate)
		}
	}
}

// words are the rates as the user gave them, each with its day, "" for none.
func (r rates) words() string {
	var parts []string
	for _, rate := range r {
		parts = append(parts, fmt.Sprintf("1 %s is %s %s of %s", rate.From, rate.Rate.Grouped(), rate.To, rate.On))
	}
	return strings.Join(parts, "; ")
}

// atRisk is how much of what comes up is at risk, in percent, "" when that is not
// known (rule 9).
func atRisk(due model.Renewals) string {
	if !due.Known || due.Risk.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d %%", 100-due.Safe)
}
