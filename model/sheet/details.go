package sheet

import (
	"slices"
	"strings"

	"astute/model"
)

// shown are the fields that the strategy shows beside a record, by kind: what
// remains are its details.
var shown = map[model.Kind]string{
	model.KindInitiative: "name priority status owner confirmed",
	model.KindChallenge:  "name initiative type",
	model.KindSolution:   "name challenge product proof",
	model.KindGoal:       "metric unit_of_measure contact baseline current target by",
	model.KindCompetitor: "name threat embedded contract_end sponsor strengths weaknesses counterpoints",
	model.KindSwot:       "quarter text of evidence",
	model.KindStep:       "name order owner expected status",
	model.KindCriterion:  "name group knock_out",
	model.KindAnswer:     "criterion unit value evidence",
}

// Detail is a field of a record in words.
type Detail struct{ Label, Text string }

// Details returns what is on record of a record of the strategy and is not shown
// with it: the backstory of an initiative, what a success story came to, what
// counts as evidence.
func Details(p *model.Plan, r model.Record) []Detail {
	var list []Detail
	said := strings.Fields(shown[r.Kind()])
	for _, f := range r.Fields() {
		if f.Hidden || f.Fixed || f.IsZero() || f.Num == model.NumAccount || slices.Contains(said, f.Name) {
			continue
		}
		list = append(list, Detail{f.Label, strings.Join(strings.Fields(f.Display(p.Name)), " ")})
	}
	if s, ok := r.(*model.Solution); ok {
		if story, ok := model.Lookup[*model.Story](p.Book, s.Proof); ok && story.Result != "" {
			list = append(list, Detail{"Proof", strings.Join(strings.Fields(story.Result), " ")})
		}
	}
	return list
}
