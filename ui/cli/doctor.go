package cli

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/store"
)

// doctor looks whether the file is sound.
func (p *program) doctor() *cobra.Command {
	var repair bool
	cmd := &cobra.Command{
		Use:   "doctor [--repair]",
		Short: "is the file sound; --repair computes again what can be computed",
		Long: `It reads every page and value, and whether they agree. Summaries and the look-up
are computed from the records and can be again; what is gone of a record comes
back from a backup, which it names.`,
		Args: takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			s, err := p.changer()
			if err != nil {
				return err
			}
			p.progress("reading all of %s", s.Path())
			report, err := s.Doctor(repair)
			if err != nil {
				return err
			}
			for _, problem := range report.Problems {
				fmt.Fprintln(p.out, oneLine(problem))
			}
			if err := p.remarkCircles(s, len(report.Problems)); err != nil {
				return err
			}
			counts := fmt.Sprintf("%s, %s", counted(report.Records, "record", "records"), counted(report.Entries, "edit", "edits"))
			switch {
			case len(report.Problems) == 0:
				fmt.Fprintf(p.out, "%s is sound: %s\n", s.Path(), counts)
			case report.Sound():
				fmt.Fprintf(p.out, "%s is repaired: %s\n", s.Path(), counts)
			case !repair && report.Derived == len(report.Problems):
				return nothing("%s: `astute doctor --repair` mends it, no record is touched", counted(len(report.Problems), "problem", "problems"))
			default:
				return nothing("%s that only a backup mends: `%s`", counted(len(report.Problems)-report.Derived, "problem", "problems"), cmp.Or(s.WayBack(), "astute restore FILE"))
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&repair, "repair", false, "compute again what can be computed")
	return cmd
}

// remarkCircles names the reporting lines that lead back to themselves, and the
// actions that wait for each other. The file is sound with them, but no chart of
// these people can be right, and none of these actions can begin.
func (p *program) remarkCircles(s *store.Store, problems int) error {
	if problems > 0 {
		return nil // first things first
	}
	people, actions := map[model.ID][]*model.Contact{}, map[model.ID][]*model.Action{}
	for _, kind := range []model.Kind{model.KindContact, model.KindAction} {
		err := s.Each(store.Scan{Kind: kind}, func(r model.Record) error {
			switch r := r.(type) {
			case *model.Contact:
				if !r.ReportsTo.IsZero() {
					people[r.Account] = append(people[r.Account], r)
				}
			case *model.Action:
				if len(r.WaitsFor) > 0 {
					actions[r.Account] = append(actions[r.Account], r)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, account := range slices.SortedFunc(maps.Keys(people), model.ID.Compare) {
		for _, circle := range model.ReportingCircles(people[account]) {
			p.note("remark: reporting lines of %s run in a circle: %s", cmp.Or(s.Name(account), store.NoAccount), circleText(circle))
		}
	}
	for _, account := range slices.SortedFunc(maps.Keys(actions), model.ID.Compare) {
		for _, circle := range model.WaitingCircles(actions[account]) {
			p.note("remark: actions of %s wait for each other: %s", s.Name(account), model.CircleText(circle))
		}
	}
	return nil
}
