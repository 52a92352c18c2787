package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/chart"
	"astute/store"
)

// The widths that a map is drawn in: where nobody says and nobody watches, and
// the least that one can be read in.
const (
	mapWidth      = 120
	leastMapWidth = 40
)

// mapHeights are how many lines a map may take; the first that shows everybody is taken.
var mapHeights = []int{16, 20, 26, 34, 44, 60, 90}

// The views of the map.
const (
	viewMap  = "map"
	viewOrg  = "org"
	viewList = "list"
)

// The lines that a map can show: as many as can be followed, all, none.
const (
	linesStandard = "standard"
	linesAll      = "all"
	linesNone     = "none"
)

var mapLines = []string{linesStandard, linesAll, linesNone}

var mapViews = []string{viewMap, viewOrg, viewList}

// politicalMap shows who decides in an account and who backs us.
func (p *program) politicalMap() *cobra.Command {
	var view, deal, which string
	var width int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "map ACCOUNT [--view map|org|list] [--lines standard|all|none] [--opportunity NAME] [--width N] [--json]",
		Short: "the political map: who decides, who backs us, who reaches whom",
		Long: `Rank down, political status across, with letters for role and support, and the
lines between people. Below it stand what the map says of the account, and what
is doubtful about it.`,
		Example: `astute map freshkart
astute map freshkart --view org
astute map freshkart --json`,
		Args:              takes(1, -1),
		ValidArgsFunction: p.completeNames(model.KindAccount),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case !slices.Contains(mapViews, view):
				return fmt.Errorf("--view must be %s, not %q", model.OrList(mapViews), view)
			case !slices.Contains(mapLines, which):
				return fmt.Errorf("--lines must be %s, not %q", model.OrList(mapLines), which)
			case cmd.Flags().Changed("width") && width < leastMapWidth:
				return fmt.Errorf("--width must be %d or more, not %d", leastMapWidth, width)
			case width == 0:
				width = p.width()
			}
			seen, err := p.seenBy(strings.Join(args, " "), deal)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(p.out, p.mapAsJSON(seen))
			}
			_, err = p.out.WriteString(strings.Join(p.mapAsText(seen, view, which, width), "\n") + "\n")
			return err
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&view, "view", viewMap, "draw this `VIEW`: "+model.OrList(mapViews))
	flags.StringVar(&which, "lines", linesStandard, "draw these `LINES`: "+model.OrList(mapLines))
	flags.StringVar(&deal, "opportunity", "", "only who has a part in the opportunity of this `NAME`, as they are there")
	flags.IntVar(&width, "width", 0, "`N` columns wide; the terminal's width, else 120")
	jsonFlag(cmd, &asJSON)
	_ = cmd.RegisterFlagCompletionFunc("view", words(mapViews...))
	_ = cmd.RegisterFlagCompletionFunc("lines", words(mapLines...))
	return cmd
}

// sight is a plan as the map shows it.
type sight struct {
	*model.Plan
	deal *model.Opportunity // for which it is seen; nil for the account
}

// seenBy reads the plan of the account of that name, as seen for the opportunity
// of that name where one is given: the people of whom the workspace's map of it
// consists, so that both say the same of it.
func (p *program) seenBy(account, deal string) (sight, error) {
	s, plan, err := p.planNamed(account)
	if err != nil || deal == "" {
		return sight{Plan: plan}, err
	}
	in := scope{kinds: []model.Kind{model.KindOpportunity}, account: plan.Account.ID, byAccount: true}
	r, err := p.named(s, []string{deal}, in, false)
	if err != nil {
		return sight{}, err
	}
	o := r.(*model.Opportunity)
	return sight{plan.ViewOf(o), o}, nil
}

// header names what the map is of.
func (s sight) header() string {
	if s.deal == nil {
		return s.Account.Name
	}
	return s.Account.Name + ", as seen for " + s.deal.Name
}

// planNamed reads the plan of the account of that name.
func (p *program) planNamed(name string) (*store.Store, *model.Plan, error) {
	s, err := p.reader()
	if err != nil {
		return nil, nil, err
	}
	account, err := p.accountNamed(s, name, false)
	if err != nil {
		return nil, nil, err
	}
	plan, _, err := s.Plan(account)
	return s, plan, err
}

// mapAsText is the map with what it says, in so many columns; 0 leaves it to
// the view: a list then has all that there is.
func (p *program) mapAsText(seen sight, view, which string, width int) []string {
	plan := seen.Plan
	people := model.All[*model.Contact](plan.Book)
	lines := []string{seen.header()}
	if len(people) == 0 {
		return append(lines, "", fmt.Sprintf("Nobody is on the map yet: astute add contact name=... account=%q", plan.Account.Name))
	}
	lines = append(lines, "")
	list := peopleTable(plan, people, p.today()).text(width)
	if width < leastMapWidth {
		width = mapWidth
	}
	switch view {
	case viewOrg:
		o := chart.NewOrg(people, chart.OrgOptions{W: width, Measure: ansi.StringWidth, ASCII: p.plainBorders(), Left: true})
		lines = append(lines, trimmed(o.Text())...)
	case viewList:
		lines = append(lines, strings.Split(strings.TrimRight(list, "\n"), "\n")...)
	default:
		lines = append(lines, trimmed(p.drawMap(plan, people, which, width).TextWithLegend())...)
	}
	lines = append(lines, "")
	return append(lines, wrapped(mapVerdict(plan, people, p.today()), width)...)
}

// drawMap lays the map out in the least height that shows everybody;
// lines for which there is no room there are counted below it.
func (p *program) drawMap(plan *model.Plan, people []*model.Contact, which string, width int) *chart.Map {
	lines := model.All[*model.Line](plan.Book)
	layers := chart.AllLayers
	switch which {
	case linesStandard:
		layers, _ = chart.StandardLayers(len(people), len(lines))
	case linesNone:
		layers = 0
	}
	options := chart.Options{Layers: layers, ASCII: p.plainBorders(), Signs: true}
	var m *chart.Map
	for _, height := range mapHeights {
		m = chart.NewMap(people, lines, chart.Size{W: width, H: height, Measure: ansi.StringWidth}, options)
		if len(m.Out) == 0 {
			break
		}
	}
	return m
}

// plainBorders reports whether the settings ask for lines of plain characters.
func (p *program) plainBorders() bool {
	settings, err := p.settings()
	return err == nil && settings.Borders == "ascii"
}

// mapVerdict says what the map comes to, and what is doubtful about it (rules 3
// and 4).
func mapVerdict(plan *model.Plan, people []*model.Contact, today model.Date) []string {
	status := model.MapStatusOf(people)
	said := []string{"Map status: " + status.Colour.String() + " (" + strings.Join(status.Reasons, "; ") + ")"}
	for _, question := range status.Ask {
		said = append(said, "  ask: "+question)
	}
	for _, w := range model.Warnings(plan, today) {
		said = append(said, "! "+w.Text+": "+w.Cure)
	}
	return said
}

// trimmed takes the blanks off the ends of lines.
func trimmed(lines []string) []string {
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

// wrapped breaks lines at blanks where they are wider than allowed.
func wrapped(lines []string, width int) []string {
	var out []string
	for _, line := range lines {
		out = append(out, strings.Split(ansi.Wordwrap(line, width, ""), "\n")...)
	}
	return out
}

// peopleTable lists the people of a map, whoever weighs most first.
func peopleTable(plan *model.Plan, people []*model.Contact, today model.Date) *table {
	t := &table{head: []string{"NAME", "TITLE", "RANK", "STATUS", "ROLE", "INFLUENCE", "SUPPORT", "COVERAGE", "KEY"}, most: []int{longestName, longestName}}
	coverages := plan.Coverages(today)
	for _, c := range byWeight(people) {
		name, key := c.Name, ""
		if c.Left {
			name += " (left)"
		}
		if model.KeyPlayer(c).Answer == model.Yes {
			key = "key player"
		}
		t.add(name, c.JobTitle, c.Rank.String(), c.Political.String(), c.DecisionRole.String(), c.Influence.String(), c.Support.String(), coverages[c.ID].String(), key)
	}
	return t
}

// byWeight sorts people: those still there, key players, the nearest to where it
// is decided, the highest rank, the name.
func byWeight(people []*model.Contact) []*model.Contact {
	list := slices.Clone(people)
	weight := func(c *model.Contact) [4]int {
		column, _ := model.MapColumn(c)
		w := [4]int{0, 0, -int(column), int(c.Rank)}
		if c.Left {
			w[0] = 1
		}
		if model.KeyPlayer(c).Answer != model.Yes {
			w[1] = 1
		}
		if c.Rank == 0 {
			w[3] = 99
		}
		return w
	}
	slices.SortStableFunc(list, func(a, b *model.Contact) int {
		x, y := weight(a), weight(b)
		if n := slices.Compare(x[:], y[:]); n != 0 {
			return n
		}
		return strings.Compare(a.Name, b.Name)
	})
	return list
}
