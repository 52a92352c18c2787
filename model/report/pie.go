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

// pies draws parts of a whole, in the account's currency what the rates on file
// bring into it, and one picture for each currency that they do not: amounts of
// different ones never stand in one. Nothing is drawn of fewer than two parts that
// are more than nought; beside what is drawn stands what is not, for want of a
// rate, and the table beside it says all.
func (d *document) pies(title string, parts []share) {
	by, bare := map[model.Currency][]share{}, map[model.Currency]model.Sums{}
	for _, part := range parts {
		whole := part.amount
		if t := d.plan.Total(model.SumOf(part.amount), d.today); !t.Amount.IsZero() {
			whole = t.Amount
		}
		if units, _, _ := strings.Cut(whole.Amount(), "."); whole.Minor() > 0 && units != "0" {
			by[whole.Currency()] = append(by[whole.Currency()], share{part.name, whole})
			sum := bare[whole.Currency()]
			sum.Add(part.amount)
			bare[whole.Currency()] = sum
		}
	}
	var left model.Sums
	drawn := 0
	for _, c := range slices.Sorted(maps.Keys(by)) {
		if slices := slicesOf(by[c]); len(slices) > 1 {
			drawn++
			d.add(diagram{mermaid: append([]string{"pie showData", "    title " + mermaid(title, labelLimit) + " in " + string(c)}, pieLines(slices)...),
				instead: barsOf(title+" in "+string(c), slices)})
		} else {
			left.AddAll(bare[c])
		}
	}
	if drawn > 0 && !left.IsZero() {
		d.say(plain("Not in the picture: " + left.Grouped() + ", for want of a rate."))
	}
}

// slice is one part of a pie under the label that it has there.
type slice struct {
	name, label string
	amount      model.Money
}

// slicesOf are the parts of a pie, all of one currency, the largest first. Parts
// whose labels are alike are one: a chart would show the first of them only.
func slicesOf(parts []share) []slice {
	byLabel, names := map[string]model.Sums{}, map[string]string{}
	for _, part := range parts {
		label := mermaid(part.name, pointLabel)
		sum := byLabel[label]
		sum.Add(part.amount)
		byLabel[label], names[label] = sum, part.name
	}
	var list []slice
	for label, sum := range byLabel {
		for _, amount := range sum.All() { // none where it is beyond what can be held
			list = append(list, slice{names[label], label, amount})
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
			list = append(list, slice{rest, rest, amount})
		}
	}
	return list
}

// pieLines are the parts of a pie as Mermaid takes them, in whole units.
func pieLines(list []slice) []string {
	var lines []string
	for _, s := range list {
		whole, _, _ := strings.Cut(s.amount.Amount(), ".")
		lines = append(lines, fmt.Sprintf("    \"%s\" : %s", s.label, whole))
	}
	return lines
}

// newestRevenue is the revenue of the newest year of which any is on record.
func (d *document) newestRevenue() (model.Year, []*model.Revenue) {
	list := slices.Clone(model.All[*model.Revenue](d.plan.Book))
	var year model.Year
	for _, r := range list {
		year = max(year, r.Year)
	}
	return year, slices.DeleteFunc(list, func(r *model.Revenue) bool { return r.Year != year })
}

// revenuePie is what each product brought in the newest year of which revenue is
// on record.
func (d *document) revenuePie() {
	year, list := d.newestRevenue()
	var parts []share
	for _, r := range list {
		parts = append(parts, share{nameOf(d.names, r.Product), r.Amount})
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
