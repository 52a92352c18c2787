package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/store"
)

// mostChecked is how many accounts are listed where all are checked.
const mostChecked = 30

// checkPlans says what is missing, doubtful or overdue.
func (p *program) checkPlans() *cobra.Command {
	var all, fix, asJSON bool
	cmd := &cobra.Command{
		Use:   "check [ACCOUNT|--all] [--fix-as-action] [--json]",
		Short: "what is missing, doubtful or overdue, with the cure",
		Long: `Looks through a plan by all rules, worst first, each finding with its rule and cure;
without an account through all of them, one line each. A rule that is a known
exception is kept quiet by astute silence. It exits with 1 when it found something.`,
		Example:           "astute check freshkart\nastute check --all --json\nastute check freshkart --fix-as-action",
		Args:              takes(0, -1),
		ValidArgsFunction: p.completeNames(model.KindAccount),
		RunE: func(_ *cobra.Command, args []string) error {
			if all && len(args) > 0 {
				return fmt.Errorf("--all is for every account: leave out %s, or --all", strings.Join(args, " "))
			}
			open := p.reader
			if fix {
				open = p.changer
			}
			s, err := open()
			if err != nil {
				return err
			}
			list, err := p.checkedPlans(s, strings.Join(args, " "), fix, asJSON)
			if err != nil {
				return err
			}
			if fix {
				if err := p.fixAsAction(s, list); err != nil {
					return err
				}
			}
			if err := p.writeChecked(list, len(args) > 0, asJSON); err != nil {
				return err
			}
			if slices.ContainsFunc(list, func(c checked) bool { return len(c.findings) > 0 }) {
				return nothing("") // what was found was said
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "every account; the same as none")
	cmd.Flags().BoolVar(&fix, "fix-as-action", false, "make each finding an action, unless there is one already")
	jsonFlag(cmd, &asJSON)
	return cmd
}

// checked is what was found in one plan. The plan stays only where it is asked
// again: all plans of a large book take a lot of memory.
type checked struct {
	account  string      // its name
	plan     *model.Plan // nil where many are checked and none is changed
	asJSON   []findingJSON
	findings []model.Warning
	silenced int
	complete model.Completeness
}

// checkedPlans checks the account of that name, or where there is none all that
// are not put away, in the order of their making.
func (p *program) checkedPlans(s *store.Store, name string, writing, asJSON bool) ([]checked, error) {
	accounts, err := s.Accounts()
	if err != nil {
		return nil, err
	}
	var summaries []model.Summary
	var ids []model.ID
	for _, a := range accounts {
		if summaries = append(summaries, a.Summary); !a.Summary.Archived() {
			ids = append(ids, a.ID)
		}
	}
	around := model.AroundOf(summaries)
	if name != "" {
		id, err := p.accountNamed(s, name, writing)
		if err != nil {
			return nil, err
		}
		ids = []model.ID{id}
	}
	slices.SortFunc(ids, model.ID.Compare)
	list := make([]checked, len(ids))
	today, plans := p.today(), s.Plans()
	return list, sideBySide(len(ids), func(i int) error {
		plan, _, err := plans.Plan(ids[i])
		if err != nil {
			return err
		}
		c := checked{account: plan.Account.Name, complete: model.CompletenessOf(plan)}
		c.findings, c.silenced = model.Findings(plan, today, around)
		if writing || len(ids) == 1 {
			c.plan = plan
		} else if asJSON {
			c.asJSON = p.findingsAsJSON(plan, c.findings)
		}
		list[i] = c
		return nil
	})
}

// findingJSON is a finding as scripts read it. Kind, id and name are those of the
// account where several records are meant: ids are all of them.
type findingJSON struct {
	Account   string   `json:"account"`
	AccountID string   `json:"account_id"`
	Rule      string   `json:"rule"`
	Severity  string   `json:"severity"`
	Area      string   `json:"area"`
	Kind      string   `json:"kind"`
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Reason    string   `json:"reason"`
	Cure      string   `json:"cure"`
	IDs       []string `json:"ids"`
	Action    string   `json:"action_id"` // the open action against it, "" for none
}

func (p *program) writeChecked(list []checked, one, asJSON bool) error {
	if asJSON {
		found := []findingJSON{}
		for _, c := range list {
			if c.plan != nil {
				c.asJSON = p.findingsAsJSON(c.plan, c.findings)
			}
			found = append(found, c.asJSON...)
		}
		return writeJSON(p.out, found)
	}
	if one || len(list) == 1 {
		return p.writeFindings(list[0])
	}
	return p.writeAccounts(list)
}

func (p *program) findingsAsJSON(plan *model.Plan, findings []model.Warning) []findingJSON {
	list := make([]findingJSON, len(findings))
	for i, w := range findings {
		list[i] = p.findingAsJSON(plan, w)
	}
	return list
}

func (p *program) findingAsJSON(plan *model.Plan, w model.Warning) findingJSON {
	r := w.Subject(plan)
	j := findingJSON{plan.Account.Name, plan.Account.ID.String(), w.Rule, w.Severity.String(), w.Area.String(),
		r.Kind().String(), r.Base().ID.String(), model.Title(r, plan.Name), w.Text, w.Cure, idTexts(w.IDs), ""}
	if a := model.ActionAgainst(plan, w, p.today()); a != nil {
		j.Action = a.ID.String()
	}
	return j
}

// writeFindings writes what was found in one plan, worst first.
func (p *program) writeFindings(c checked) error {
	lines := []string{fmt.Sprintf("%s: %s%s", c.plan.Account.Name, foundText(c), completeText(c.complete))}
	grave := model.Level(0)
	for _, w := range c.findings {
		if w.Severity != grave {
			grave = w.Severity
			lines = append(lines, "", grave.String())
		}
		lines = append(lines, fmt.Sprintf("! %s (%s)", w.Text, w.Rule), "    "+w.Cure)
		if a := model.ActionAgainst(c.plan, w, p.today()); a != nil {
			lines = append(lines, "    x action: "+a.Name)
		}
	}
	width := p.width()
	if width == 0 {
		width = mapWidth
	}
	_, err := p.out.WriteString(strings.Join(wrapped(cleanLines(lines), width), "\n") + "\n")
	return err
}

func cleanLines(lines []string) []string {
	for i, line := range lines {
		indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
		lines[i] = indent + oneLine(line)
	}
	return lines
}

// foundText says how much was found, and how much is silenced.
func foundText(c checked) string {
	text := "nothing found"
	if n := len(c.findings); n > 0 {
		text = counted(n, "finding", "findings")
	}
	if c.silenced > 0 {
		text += fmt.Sprintf(", %d silenced", c.silenced)
	}
	return text
}

func completeText(c model.Completeness) string {
	text := fmt.Sprintf("; %d %% filled in", c.Percent)
	if c.Assumed {
		text += fmt.Sprintf(", taken for a %s plan because nobody says which it is", c.PlanType)
	}
	return text
}

// writeAccounts writes one line for each account with findings, the worst first,
// and no more than fit a page or two.
func (p *program) writeAccounts(list []checked) error {
	found := slices.DeleteFunc(slices.Clone(list), func(c checked) bool { return len(c.findings) == 0 })
	grades := func(c checked) (n [4]int) {
		for _, w := range c.findings {
			n[w.Severity]++
		}
		return n
	}
	slices.SortStableFunc(found, func(a, b checked) int {
		x, y := grades(a), grades(b)
		return slices.Compare(y[1:], x[1:])
	})
	total, silenced := 0, 0
	t := &table{head: []string{"ACCOUNT", "HIGH", "MEDIUM", "LOW", "FILLED IN", "WORST"}, most: []int{longestName}}
	for i, c := range found {
		if total += len(c.findings); i < mostChecked {
			n := grades(c)
			t.add(c.account, fmt.Sprint(n[1]), fmt.Sprint(n[2]), fmt.Sprint(n[3]), fmt.Sprintf("%d %%", c.complete.Percent), c.findings[0].Text)
		}
	}
	for _, c := range list {
		silenced += c.silenced
	}
	if len(found) > 0 {
		if _, err := p.out.WriteString(t.text(p.width())); err != nil {
			return err
		}
	}
	text := fmt.Sprintf("%s in %d of %s", counted(total, "finding", "findings"), len(found), counted(len(list), "account", "accounts"))
	if silenced > 0 {
		text += fmt.Sprintf(", %d silenced", silenced)
	}
	if more := len(found) - mostChecked; more > 0 {
		text += fmt.Sprintf("; %d more accounts are not shown: --json has all", more)
	}
	p.note("%s", text)
	return nil
}

// fixAsAction makes each finding an action that has none yet, all in one edit;
// afterwards the plans hold them.
func (p *program) fixAsAction(s *store.Store, list []checked) error {
	var records []model.Record
	kept := 0
	for i, c := range list {
		me, err := p.whoIsMe(s, c.plan)
		if err != nil {
			return err
		}
		plan := &list[i].plan
		for _, w := range c.findings {
			a := model.ActionFor(*plan, w, me, p.today())
			if a == nil || model.ActionAgainst(*plan, w, p.today()) != nil {
				kept++
				continue
			}
			a.ID = s.NewID(p.now())
			records = append(records, a)
			*plan = (*plan).With(model.Change{After: a}) // two findings that ask for the same have one
		}
	}
	if len(records) == 0 {
		p.note("nothing to make: what was found has its action, or is one")
		return nil
	}
	label := "make " + counted(len(records), "finding an action", "findings actions")
	if _, err := s.Apply(model.Created(label, records...), p.now()); err != nil {
		return err
	}
	text := "made " + counted(len(records), "finding an action", "findings actions")
	if kept > 0 {
		text += fmt.Sprintf(", %d had one, or are actions themselves", kept)
	}
	p.note("%s; `astute undo` takes it back", text)
	return nil
}

// whoIsMe is the teammate who sits here, none when nobody said or the file does
// not know the name.
func (p *program) whoIsMe(s *store.Store, plan *model.Plan) (model.ID, error) {
	name, err := p.me()
	if err != nil || name == "" {
		return model.ID{}, err
	}
	in, err := s.Input(plan.Account.ID, p.today(), name)
	if err != nil {
		return model.ID{}, err
	}
	id, err := in.Find("me", []model.Kind{model.KindTeammate})
	if err != nil {
		return model.ID{}, nil // unknown here: the account's owner does it, or nobody yet
	}
	return id, nil
}
