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
				return nothing("%s that only a backup mends: `astute restore FILE`", counted(len(report.Problems)-report.Derived, "problem", "problems"))
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&repair, "repair", false, "compute again what can be computed")
	return cmd
}

// remarkCircles names the reporting lines that lead back to themselves. The file
// is sound with them, but no chart of these people can be right.
func (p *program) remarkCircles(s *store.Store, problems int) error {
	if problems > 0 {
		return nil // first things first
	}
	of := map[model.ID][]*model.Contact{}
	err := s.Each(store.Scan{Kind: model.KindContact}, func(r model.Record) error {
		if c, ok := r.(*model.Contact); ok && !c.ReportsTo.IsZero() {
			of[c.Account] = append(of[c.Account], c)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, account := range slices.SortedFunc(maps.Keys(of), model.ID.Compare) {
		for _, circle := range model.ReportingCircles(of[account]) {
			name := cmp.Or(s.Name(account), store.NoAccount)
			p.note("remark: reporting lines of %s run in a circle: %s", name, circleText(circle))
		}
	}
	return nil
}
