package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"astute/model"
)

// sliceLimit is how many parts a pie is cut into; what is beyond it is one part.
const sliceLimit = 8

// share is one part of a whole.
type share struct {
	name   string
	amount model.Money
}

// pies draws parts of a whole, one pie for each currency: amounts of different
// ones never stand in one. Nothing is drawn of fewer than two parts that are more
// than nought; the table beside it says all.
func (d *document) pies(title string, parts []share) {
	by := map[model.Currency][]share{}
	for _, part := range parts {
		if whole, _, _ := strings.Cut(part.amount.Amount(), "."); part.amount.Minor() > 0 && whole != "0" {
			by[part.amount.Currency()] = append(by[part.amount.Currency()], part)
		}
	}
	for _, c := range slices.Sorted(maps.Keys(by)) {
		if lines := pieLines(by[c]); len(lines) > 1 {
			d.add(diagram{mermaid: append([]string{"pie showData", "    title " + mermaid(title, labelLimit) + " in " + string(c)}, lines...)})
		}
	}
}

// pieLines are the parts of a pie, all of one currency, the largest first. Parts
// whose labels are alike are one: a chart would show the first of them only.
func pieLines(parts []share) []string {
	byLabel := map[string]model.Sums{}
	for _, part := range parts {
		label := mermaid(part.name, pointLabel)
		sum := byLabel[label]
		sum.Add(part.amount)
		byLabel[label] = sum
	}
	type slice struct {
		label  string
		amount model.Money
	}
	var list []slice
	for label, sum := range byLabel {
		for _, amount := range sum.All() { // none where it is beyond what can be held
			list = append(list, slice{label, amount})
		}
	}
	slices.SortFunc(list, func(a, b slice) int {
		return cmp.Or(-cmp.Compare(a.amount.Minor(), b.amount.Minor()), strings.Compare(a.label, b.label))
	})
	if len(list) > sliceLimit {
		var others model.Sums
		for _, s := range list[sliceLimit-1:] {
			others.Add(s.amount)
		}
		rest := model.Count(len(list)-sliceLimit+1, "other", "others")
		list = list[:sliceLimit-1]
		for _, amount := range others.All() {
			list = append(list, slice{rest, amount})
		}
	}
	var lines []string
	for _, s := range list {
		whole, _, _ := strings.Cut(s.amount.Amount(), ".")
		lines = append(lines, fmt.Sprintf("    \"%s\" : %s", s.label, whole))
	}
	return lines
}

// revenuePie is what each product brought in the newest year of which revenue is
// on record.
func (d *document) revenuePie() {
	list := model.All[*model.Revenue](d.plan.Book)
	var year model.Year
	for _, r := range list {
		year = max(year, r.Year)
	}
	var parts []share
	for _, r := range list {
		if r.Year == year {
			parts = append(parts, share{nameOf(d.names, r.Product), r.Amount})
		}
	}
	d.pies(fmt.Sprintf("Revenue %d by product", year), parts)
}

// pipelinePie is what the open opportunities are worth at each stage.
func (d *document) pipelinePie() {
	var parts []share
	for _, stage := range model.PipelineOf(d.plan.OpenDeals()).Stages {
		for _, amount := range stage.Amount.All() {
			parts = append(parts, share{orWord(stage.Stage.String(), "Stage not known"), amount})
		}
	}
	d.pies("Open pipeline by stage", parts)
}
