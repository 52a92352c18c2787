package sheet

import (
	"cmp"
	"slices"
	"strings"

	"astute/model"
)

// arguments are what is said about a competitor, each behind its word.
var arguments = []struct{ field, word string }{
	{"strengths", "strong"}, {"weaknesses", "weak"}, {"counterpoints", "we say"},
}

// argumentWidth is the columns that these words take.
const argumentWidth = 8

// competitors writes the other vendors, the greatest threat first.
func (s *strategist) competitors(w *writer) {
	list := model.All[*model.Competitor](s.plan.Book)
	slices.SortStableFunc(list, func(a, b *model.Competitor) int {
		return cmp.Or(highest(a.Threat, b.Threat), model.Soonest(a.ContractEnd, b.ContractEnd))
	})
	s.begin(w, 2, len(list))
	for _, c := range list {
		s.competitor(w, c)
	}
}

func (s *strategist) competitor(w *writer, c *model.Competitor) {
	threat := s.field(c, "threat", "threat ", Plain)
	if c.Threat == model.High {
		threat.tone = Bad
	}
	end := s.field(c, "contract_end", "contract to ", Plain)
	switch {
	case c.ContractEnd.IsZero():
	case c.EndsSoon(s.today):
		end.text, end.tone = "! contract ends "+s.off(c.ContractEnd, false)+", "+c.ContractEnd.String(), Bad
	case c.ContractEnd.Before(s.today):
		end.text, end.tone = "contract ended "+c.ContractEnd.String(), Faint
	}
	w.say(0, s.field(c, "name", "", Strong), threat, s.field(c, "embedded", "in ", Plain), end, s.person(c, "sponsor", "backed by "))
	var missing []run
	for _, a := range arguments {
		if r := s.field(c, a.field, "", Plain); r.tone == Unknown {
			missing = append(missing, r)
		} else {
			r.text = strings.TrimSpace(r.text)
			w.label(2, argumentWidth, a.word, r)
		}
	}
	w.say(2, missing...)
	s.whole(w, 2, c)
}
