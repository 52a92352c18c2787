package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/store"
)

// whatif says what would be different without somebody.
func (p *program) whatif() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "whatif ACCOUNT NAME[=SUPPORT]... [--json]",
		Short: "what would be different if people left, or turned",
		Long: `Map status, threading, warnings, health, the open opportunities that rest on the
people named and what else would be nobody's, before and after. A NAME alone leaves; NAME=opponent turns. Names of several
words stand in quotes. Nothing is saved.`,
		Example:           "astute whatif freshkart \"jane smith\"\nastute whatif freshkart \"alan brown=champion\" \"lisa green=opponent\"",
		Args:              takes(2, -1),
		ValidArgsFunction: p.completeNames(model.KindAccount, model.KindContact),
		RunE: func(_ *cobra.Command, args []string) error {
			s, plan, err := p.planNamed(args[0])
			if err != nil {
				return err
			}
			list, err := p.suppositions(s, plan, args[1:])
			if err != nil {
				return err
			}
			if err := sane(plan, list); err != nil {
				return err
			}
			d := model.WhatIf(plan, list, p.today())
			if asJSON {
				return writeJSON(p.out, differenceAsJSON(plan, list, d))
			}
			width := p.width()
			if width == 0 {
				width = mapWidth
			}
			_, err = p.out.WriteString(strings.Join(wrapped(differenceAsText(plan, list, d), width), "\n") + "\n")
			return err
		},
	}
	jsonFlag(cmd, &asJSON)
	return cmd
}

// suppositions reads what is supposed: each argument is one person, unless all
// of them together are the name of one, which nobody put into quotes.
func (p *program) suppositions(s *store.Store, plan *model.Plan, args []string) ([]model.Supposition, error) {
	quoted := func(arg string) bool { return strings.Contains(arg, " ") }
	if len(args) > 1 && !slices.ContainsFunc(args, quoted) {
		if one, err := p.supposition(s, plan, strings.Join(args, " ")); err == nil {
			return []model.Supposition{one}, nil
		}
	}
	var list []model.Supposition
	for _, arg := range args {
		one, err := p.supposition(s, plan, arg)
		if err != nil {
			return nil, err
		}
		list = append(list, one)
	}
	return list, nil
}

// supposition reads NAME or NAME=SUPPORT.
func (p *program) supposition(s *store.Store, plan *model.Plan, arg string) (model.Supposition, error) {
	name, support, turns := strings.Cut(arg, "=")
	in := scope{kinds: []model.Kind{model.KindContact}, account: plan.Account.ID, byAccount: true}
	r, err := p.named(s, []string{strings.TrimSpace(name)}, in, true)
	if err != nil {
		return model.Supposition{}, err
	}
	one := model.Supposition{Contact: r.Base().ID, Leaves: !turns}
	if turns {
		supposed := new(model.Contact)
		f, _ := model.FieldNamed(supposed.Fields(), "support")
		if err := f.Set(model.Input{}, support); err != nil {
			return one, fmt.Errorf("%s: %w", arg, err)
		}
		if one.Support = supposed.Support; one.Support == 0 {
			return one, fmt.Errorf("%s: behind = goes how the person would stand: champion, supporter, neutral or opponent", arg)
		}
	}
	return one, nil
}

// sane refuses suppositions that could not come true together: two about one
// person, and anything of somebody who has left.
func sane(plan *model.Plan, list []model.Supposition) error {
	seen := map[model.ID]bool{}
	for _, s := range list {
		c, ok := model.Lookup[*model.Contact](plan.Book, s.Contact)
		switch {
		case ok && c.Left:
			return fmt.Errorf("%s has left already: suppose something of somebody who is still there", c.Name)
		case seen[s.Contact]:
			return fmt.Errorf("%s is supposed twice: name each person once, either to leave or to turn", plan.Name(s.Contact))
		}
		seen[s.Contact] = true
	}
	return nil
}

// differenceJSON is what would be different as scripts read it.
type differenceJSON struct {
	Account    string          `json:"account"`
	Suppose    []suppositionJS `json:"suppose"`
	Before     outlookJSON     `json:"before"`
	After      outlookJSON     `json:"after"`
	Exposed    exposedJSON     `json:"exposed"`
	Come       []warningJSON   `json:"come"`
	Gone       []warningJSON   `json:"gone"`
	Difference []string        `json:"difference"` // the texts of the effects
	Effects    []effectJSON    `json:"effects"`
}

type effectJSON struct {
	Kind string `json:"kind"` // worse, better, at risk, otherwise
	Text string `json:"text"`
}

type suppositionJS struct {
	Contact   string `json:"contact"`
	ContactID string `json:"contact_id"`
	Leaves    bool   `json:"leaves"`
	Support   string `json:"support"`
}

type outlookJSON struct {
	Level          int           `json:"map_level"`
	Status         string        `json:"map_status"`
	Reasons        []string      `json:"reasons"`
	KeyPlayers     int           `json:"key_players"`
	Supportive     int           `json:"supportive_key_players"`
	SingleThreaded bool          `json:"single_threaded"`
	Health         *int          `json:"health"` // percent; null where not known
	Uncovered      int           `json:"uncovered_key_players"`
	Warnings       []warningJSON `json:"warnings"`
}

type exposedJSON struct {
	Opportunities []string     `json:"opportunities"`
	IDs           []string     `json:"opportunity_ids"` // in the same order
	Amounts       []amountJSON `json:"amounts"`
	Unpriced      int          `json:"unpriced"`
}

func differenceAsJSON(plan *model.Plan, list []model.Supposition, d model.Difference) differenceJSON {
	j := differenceJSON{
		Account: plan.Account.Name, Suppose: []suppositionJS{}, Before: outlookAsJSON(d.Before), After: outlookAsJSON(d.After),
		Exposed: exposedJSON{Opportunities: []string{}, IDs: []string{}, Amounts: amounts(d.Exposed.Sums), Unpriced: d.Exposed.Unpriced},
		Come:    warningsJSON(d.Come), Gone: warningsJSON(d.Gone), Difference: []string{}, Effects: []effectJSON{},
	}
	for _, e := range d.Effects {
		j.Difference = append(j.Difference, e.Text)
		j.Effects = append(j.Effects, effectJSON{e.Kind.String(), e.Text})
	}
	for _, s := range list {
		j.Suppose = append(j.Suppose, suppositionJS{plan.Name(s.Contact), s.Contact.String(), s.Leaves, s.Support.String()})
	}
	for _, o := range d.Exposed.Deals {
		j.Exposed.Opportunities = append(j.Exposed.Opportunities, o.Name)
		j.Exposed.IDs = append(j.Exposed.IDs, o.ID.String())
	}
	return j
}

func outlookAsJSON(o model.Outlook) outlookJSON {
	return outlookJSON{o.Map.Level, o.Map.Colour.String(), orEmpty(o.Map.Reasons), o.Map.KeyPlayers, o.Map.Supportive, o.SingleThreaded, whenKnown(o.Health.Percent, o.Health.Known), len(o.Uncovered), warningsJSON(o.Warnings)}
}

// differenceAsText says what is supposed, what it would change, and how the map
// stands before and after.
func differenceAsText(plan *model.Plan, list []model.Supposition, d model.Difference) []string {
	var what []string
	for _, s := range list {
		what = append(what, s.Words(plan.Name))
	}
	lines := []string{"What if " + model.AndList(what) + "?", ""}
	for _, e := range d.Effects {
		lines = append(lines, "- "+e.Text)
	}
	if d.IsEmpty() {
		lines = append(lines, "Nothing would be different.")
	}
	return append(lines, "",
		"Before: map "+d.Before.Map.Colour.String()+", "+strings.Join(d.Before.Map.Reasons, "; "),
		"After:  map "+d.After.Map.Colour.String()+", "+strings.Join(d.After.Map.Reasons, "; "))
}
