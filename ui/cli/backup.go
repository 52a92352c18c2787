package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

// backup writes a copy of everything.
func (p *program) backup() *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "write a verified copy of everything to a new file",
		Long: `The copy is read back before it counts. astute keeps rolling backups of its own
besides: astute info says where.`,
		Example: "astute backup before-the-merger.db",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := p.reader()
			if err != nil {
				return err
			}
			if err := s.Backup(args[0]); err != nil {
				return err
			}
			_, err = fmt.Fprintln(p.out, args[0])
			return err
		},
	}
}
