package overview

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/pane"
	"astute/ui/theme"
)

// mostDoubts is how many doubts are said at a time.
const mostDoubts = 4

// health says how it goes: the owner's own judgment with its reason, and what the
// records say (rule 9), each part with its own; then the map (rule 3).
func (b *builder) health() {
	h := model.HealthOf(b.d.Plan, b.d.Today)
	own, _ := b.item("overall_health")
	own.style = wellbeing(h.Own)
	b.add(fact{label: "Health", items: append([]item{own}, b.items("health_reason")...)})
	var items []item
	if h.Known {
		items = append(items, item{text: fmt.Sprintf("%d %% %s", h.Percent, strings.ToLower(h.Band.String())), style: wellbeing(h.Band), target: b.at(atHealth),
			door: door{fixed: "it is the mean of the parts below, which follow from the records", foot: "the mean of the parts below that are known"}})
	}
	if h.Disagree != "" {
		at := own.target
		at.N = atDisagree
		items = append(items, item{text: h.Disagree, style: theme.Warn, target: at, door: door{foot: "e changes what you say"}})
	}
	b.add(fact{label: "By record", items: items})
	for i, part := range h.Parts {
		b.healthPart(i, part)
	}
	status := model.MapStatusOf(model.All[*model.Contact](b.d.Plan.Book))
	way := worked(toMap, "")
	b.add(fact{label: "Map", items: []item{
		{text: strings.ToUpper(status.Colour.String()), style: Tone(status.Colour), target: b.at(atMap), door: way},
		{text: status.Reasons[0], target: b.at(atMap), door: way}}})
}

// behind says what the parts of health are called here, and where they come from.
var behind = map[string]struct {
	label string
	way   pane.Visit
}{
	"relationship": {"Relations", toMap}, "execution": {"Execution", toActions},
	"value": {"Value", pane.Visit{Pane: "Strategy", Kind: model.KindGoal}}, "revenue": {"Revenue", toMoney(model.KindRenewal)},
}

// healthPart says one part of the health with its reason; one that is not known
// says what would settle it below.
func (b *builder) healthPart(i int, part model.HealthPart) {
	of := behind[part.Name]
	f, way := fact{label: of.label}, worked(of.way, "")
	way.foot = strings.Join(part.Reasons, "; ")
	if len(part.Ask) > 0 {
		way.foot = part.Ask[0]
	}
	first := item{text: "?", style: theme.Unknown, target: b.at(atPart + i), door: way}
	if part.Known {
		first.text, first.style = fmt.Sprintf("%d %%", part.Percent), wellbeing(model.BandOf(part.Percent))
	}
	f.items = []item{first, {text: part.Reasons[0], target: first.target, door: way}}
	if !part.Known {
		f.items[1].style = theme.Unknown
	}
	b.add(f)
}

// wellbeing is the style of a judgment.
func wellbeing(w model.Wellbeing) theme.Style {
	return map[model.Wellbeing]theme.Style{model.Good: theme.Good, model.Middling: theme.Warn, model.Poor: theme.Bad, 0: theme.Unknown}[w]
}

// Tone is the style of a traffic light.
func Tone(c model.MapColour) theme.Style {
	return [...]theme.Style{model.Grey: theme.Unknown, model.Red: theme.Bad, model.Amber: theme.Warn, model.Green: theme.Good}[c]
}

// doubts says what is doubtful about the people and the money (rules 4, 7 and 8).
func (b *builder) doubts() {
	var items []item
	for _, w := range model.AllWarnings(b.d.Plan, b.d.Today) {
		it := item{text: "! " + w.Text, style: theme.Warn, target: b.at(atDoubt + len(items)), door: door{foot: w.Cure}}
		if len(w.IDs) > 0 {
			it.target.ID = w.IDs[0]
		}
		if it.target.ID == b.account.ID {
			it.door.open, it.door.fixed = pane.Study{Topic: pane.Warnings}, "this doubt follows from what is on record or missing there: enter leads on"
			if w.AboutMoney() {
				it.door.open = toMoney(model.KindOpportunity)
			}
		}
		items = append(items, it)
	}
	b.add(fact{label: "Doubts", lines: true, items: b.folded(len(items), mostDoubts, "Doubts", func(i int) item { return items[i] })})
}

// money says what the account is worth in three numbers: what was won in the plan
// year (rule 7), the open pipeline by its chances, and what could still be won
// (rule 8); and which contracts come up. While there is nothing, a key begins it.
func (b *builder) money() {
	plan, today := b.d.Plan, b.d.Today
	gap := model.RevenueGapOf(plan, today)
	pipeline := model.PipelineOf(model.All[*model.Opportunity](plan.Book))
	penetration, renewals := model.PenetrationOf(plan, today), model.RenewalsOf(plan, today)
	f := fact{label: "Money"}
	if len(plan.Of(model.KindOpportunity))+len(plan.Of(model.KindRevenue))+len(plan.Of(model.KindRenewal))+len(plan.Of(model.KindMark)) == 0 && b.account.RevenueTarget.IsZero() {
		f.items = []item{b.begin(model.KindOpportunity, "nothing yet: enter adds what we may sell to them")}
	}
	say := func(at int, style theme.Style, text string, k model.Kind, foot []string) {
		f.items = append(f.items, item{text: text, style: style, target: b.at(at), door: worked(toMoney(k), strings.Join(foot, "; "))})
	}
	if !gap.Won.IsZero() {
		say(atWon, theme.Strong, "won "+gap.Won.Short(), model.KindRevenue, gap.Reasons)
	}
	f.items = append(f.items, b.items("revenue_target")...)
	switch {
	case gap.Met:
		say(atGap, theme.Good, "target met", model.KindRevenue, gap.Reasons)
	case !gap.Gap.IsZero():
		say(atGap, theme.Warn, gap.Gap.Short()+" missing", model.KindOpportunity, gap.Reasons)
	}
	if pipeline.Deals > 0 {
		worth := "not weighed yet"
		if !pipeline.Weighted.IsZero() {
			worth = pipeline.Weighted.Short() + " weighted"
		}
		say(atPipeline, theme.Plain, fmt.Sprintf("pipeline %s (%d open)", worth, pipeline.Deals), model.KindOpportunity, pipeline.Reasons)
	}
	if !penetration.Whitespace.IsZero() {
		say(atWhitespace, theme.Plain, "whitespace "+penetration.Whitespace.Short(), model.KindMark, penetration.Reasons)
	}
	if len(renewals.Due) > 0 {
		text := model.Count(len(renewals.Due), "renewal", "renewals") + " in 12 months"
		if !renewals.Amount.IsZero() {
			text += ", " + renewals.Amount.Short()
		}
		say(atRenewals, theme.Plain, text, model.KindRenewal, renewals.Reasons)
	}
	if !renewals.Risk.IsZero() {
		say(atRisk, theme.Warn, renewals.Risk.Short()+" at risk", model.KindRenewal, renewals.Reasons)
	}
	b.add(f)
}
