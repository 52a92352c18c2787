package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
)

// rollover takes a plan into its next period.
func (p *program) rollover() *cobra.Command {
	var until string
	var yes, dry bool
	cmd := &cobra.Command{
		Use:   "rollover ACCOUNT [--until DATE] [--dry-run] [--yes]",
		Short: "take a plan into its next period",
		Long: `From the day after the old period, for a year or until DATE. Open objectives come
due a year later, open actions on the first working day of the new period; what
is over stays in the history. It lists what moves and asks; --yes answers before,
--dry-run only lists. It is one edit, which astute undo takes back.`,
		Example:           "astute rollover freshkart --dry-run\nastute rollover freshkart --until 2027-06-30 --yes",
		Args:              takes(1, -1),
		ValidArgsFunction: p.completeNames(model.KindAccount),
		RunE: func(_ *cobra.Command, args []string) error {
			end, err := model.ParseWhen(until, p.today())
			if err != nil {
				return fmt.Errorf("--until %w", err)
			}
			s, plan, err := p.planNamed(strings.Join(args, " "))
			if err != nil {
				return err
			}
			r, err := model.Rollover(plan, end, p.today())
			if err != nil {
				return err
			}
			if err := p.printRolled(plan, r); err != nil || dry {
				return err
			}
			if !yes {
				sure, err := p.confirm("roll the plan of " + plan.Account.Name + " over?")
				if err != nil {
					return err
				}
				if !sure {
					p.note("nothing was changed")
					return nil
				}
			}
			if s, err = p.changer(); err != nil {
				return err
			}
			if _, err := s.Apply(r.Edit, p.now()); err != nil {
				return err
			}
			p.note("done; `astute undo` takes it back")
			return nil
		},
	}
	cmd.Flags().StringVar(&until, "until", "", "the last day of the new period, a `DATE`")
	cmd.Flags().BoolVar(&dry, "dry-run", false, "only list what would move")
	cmd.Flags().BoolVar(&yes, "yes", false, "do not ask")
	return cmd
}

// printRolled lists what moves into the next period and what stays.
func (p *program) printRolled(plan *model.Plan, r model.Rolled) error {
	fmt.Fprintf(p.out, "%s: %s -> %s\n%s\n", oneLine(plan.Account.Name), r.From, r.To, r.Summary())
	t := &table{head: []string{"MOVES", "KIND", "DUE", "WAS"}, most: []int{p.nameWidth()}}
	for _, m := range r.Moves {
		was := ""
		if m.Was != m.Is {
			was = m.Was.String()
		}
		t.add(model.Title(m.Record, plan.Name), m.Record.Kind().String(), m.Is.String(), was)
	}
	if len(r.Moves) == 0 {
		return nil
	}
	_, err := p.out.WriteString(t.text(p.width()))
	return err
}
