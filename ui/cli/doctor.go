package cli

import (
	"fmt"

	"github.com/spf13/cobra"
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
