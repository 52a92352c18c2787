package overview

import (
	"slices"
	"strings"

	"astute/model"
	"astute/ui/pane"
	"astute/ui/theme"
)

// begin is what stands where no record of a kind is yet: a key begins it.
func (b *builder) begin(k model.Kind, text string) item {
	add := pane.Add{Kind: k}
	return item{text: text, style: theme.Unknown, target: b.at(atBegin + int(k)), door: door{open: add, edit: add, foot: "enter adds the first: " + k.Spec().About}}
}

// What has a place on the overview and is left out while there is nothing to say:
// fields of the account, and records.
var (
	mayBeBlank = []string{"our_strategy", "value_proposition", "strategic_priorities", "rivals"}
	mayBeNone  = []model.Kind{model.KindGoal, model.KindCompetitor, model.KindPlatform, model.KindIssue, model.KindSignal, model.KindMilestone, model.KindCampaign, model.KindStory}
)

// blanks names what nothing is on record of yet, in one line: none of it is
// needed, and a key begins each.
func (b *builder) blanks() {
	var items []item
	for _, name := range mayBeBlank {
		at := field(b.account, name)
		if f := pane.Field(b.account, at.Num); f.IsZero() {
			items = append(items, item{text: strings.ToLower(f.Label) + "?", style: theme.Unknown, target: at})
		}
	}
	shown := slices.DeleteFunc(slices.Clone(mayBeNone), func(k model.Kind) bool { return len(b.d.Plan.Of(k)) > 0 })
	for _, k := range shown {
		items = append(items, b.begin(k, k.String()+"?"))
	}
	b.add(fact{label: "Not yet", items: items})
}
