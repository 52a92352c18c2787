package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
)

// pathTo says who can introduce us to somebody.
func (p *program) pathTo() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "path ACCOUNT [NAME] [--json]",
		Short: "the way to somebody: who of those who back us can introduce us",
		Long: `The cheapest way over influence, informal ties and reporting lines from people who
support us, and whom we know, to the person; never over a conflict. Without a name
to every key player whom we do not cover. Where there is none it says who would
have to be met or won first, and exits with 1.`,
		Example:           "astute path freshkart raj mehta\nastute path \"Northwind Foods\"",
		Args:              takes(1, -1),
		ValidArgsFunction: p.completeNames(model.KindAccount, model.KindContact),
		RunE: func(_ *cobra.Command, args []string) error {
			s, plan, err := p.planNamed(args[0])
			if err != nil {
				return err
			}
			var paths []model.Path
			if name := args[1:]; len(name) == 0 {
				paths = model.Paths(plan, p.today())
			} else {
				in := scope{kinds: []model.Kind{model.KindContact}, account: plan.Account.ID, byAccount: true}
				c, err := p.named(s, name, in, false)
				if err != nil {
					return err
				}
				one, _ := model.PathTo(plan, c.Base().ID, p.today())
				paths = []model.Path{one}
			}
			if err := p.writePaths(plan, paths, len(args) > 1, asJSON); err != nil {
				return err
			}
			return noWay(plan, paths)
		},
	}
	jsonFlag(cmd, &asJSON)
	return cmd
}

// noWay is the error where ways were asked for and there is none; it says no
// more than what was written already leaves open.
func noWay(plan *model.Plan, paths []model.Path) error {
	if len(paths) == 0 || slices.ContainsFunc(paths, model.Path.Found) {
		return nil
	}
	if slices.ContainsFunc(paths, func(path model.Path) bool { return len(path.Meet) > 0 }) {
		return nothing("no way leads there yet: meet or win somebody who would open one, as said")
	}
	if c, ok := model.Lookup[*model.Contact](plan.Book, paths[0].Target); ok && c.Left {
		return nothing("")
	}
	return nothing("no way leads there yet")
}

// noneNeeded says why there is nobody to whom a way is wanted.
func noneNeeded(plan *model.Plan) string {
	there := slices.DeleteFunc(model.All[*model.Contact](plan.Book), func(c *model.Contact) bool { return c.Left })
	switch {
	case len(there) == 0:
		return fmt.Sprintf("Nobody is there to whom a way could lead: astute add contact name=... account=%q", plan.Account.Name)
	case slices.ContainsFunc(there, func(c *model.Contact) bool { return model.KeyPlayer(c).Answer == model.Yes }):
		return "Every key player is covered: no way is needed"
	}
	return "Nobody is known to be a key player yet: find out who decides and who has influence, or name somebody to reach"
}

// pathJSON is a way to somebody as scripts read it.
type pathJSON struct {
	Account  string        `json:"account"`
	Target   string        `json:"target"`
	TargetID string        `json:"target_id"`
	Found    bool          `json:"found"`
	Direct   bool          `json:"direct"` // nobody is needed in between
	Cost     int           `json:"cost"`
	Sentence string        `json:"sentence"`
	Steps    []legJSON     `json:"steps"`
	Careful  []string      `json:"careful"`
	Meet     []openingJSON `json:"meet"` // who would open a way where there is none
}

type legJSON struct {
	From   string `json:"from"`
	FromID string `json:"from_id"`
	To     string `json:"to"`
	ToID   string `json:"to_id"`
	Type   string `json:"type"`
	Cost   int    `json:"cost"`
	Why    string `json:"why"`
}

type openingJSON struct {
	Name string `json:"name"`
	ID   string `json:"contact_id"`
	Why  string `json:"why"`
}

// writePaths writes ways; one is an object, several are a list.
func (p *program) writePaths(plan *model.Plan, paths []model.Path, one, asJSON bool) error {
	if asJSON {
		list := make([]pathJSON, len(paths))
		for i, path := range paths {
			list[i] = pathAsJSON(plan, path)
		}
		if one {
			return writeJSON(p.out, list[0])
		}
		return writeJSON(p.out, list)
	}
	var lines []string
	for i, path := range paths {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, pathAsText(plan, path)...)
	}
	if len(paths) == 0 {
		lines = []string{noneNeeded(plan)}
	}
	width := p.width()
	if width == 0 {
		width = mapWidth
	}
	_, err := p.out.WriteString(strings.Join(wrapped(lines, width), "\n") + "\n")
	return err
}

func pathAsJSON(plan *model.Plan, path model.Path) pathJSON {
	j := pathJSON{
		Account: plan.Account.Name, Target: plan.Name(path.Target), TargetID: path.Target.String(), Found: path.Found(), Direct: path.Direct, Cost: path.Cost, Sentence: path.Sentence,
		Steps: []legJSON{}, Careful: orEmpty(path.Careful), Meet: []openingJSON{},
	}
	for _, leg := range path.Steps {
		j.Steps = append(j.Steps, legJSON{plan.Name(leg.From), leg.From.String(), plan.Name(leg.To), leg.To.String(), legType(leg), leg.Cost, leg.Why})
	}
	for _, o := range path.Meet {
		j.Meet = append(j.Meet, openingJSON{plan.Name(o.Contact), o.Contact.String(), o.Why})
	}
	return j
}

// legType is what a step goes along: a line's type, or a reporting line.
func legType(leg model.Leg) string {
	if leg.Type == 0 {
		return "Reports To"
	}
	return leg.Type.String()
}

func pathAsText(plan *model.Plan, path model.Path) []string {
	lines := []string{plan.Name(path.Target) + ": " + path.Sentence}
	for i, leg := range path.Steps {
		lines = append(lines, fmt.Sprintf("  %d. %s -> %s: %s (cost %d)", i+1, plan.Name(leg.From), plan.Name(leg.To), leg.Why, leg.Cost))
	}
	for _, careful := range path.Careful {
		lines = append(lines, "  ! mind that "+careful)
	}
	for _, o := range path.Meet {
		lines = append(lines, "  - "+o.Why)
	}
	return lines
}
