package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

// backup writes a copy of everything.
func (p *program) backup() *cobra.Command {
	var encrypt bool
	cmd := &cobra.Command{
		Use:   "backup [--encrypt] FILE",
		Short: "write a verified copy of everything to a new file",
		Long: `The copy is read back before it counts. astute keeps rolling backups of its own
besides: astute info says where.

With --encrypt a passphrase is asked for, or taken from $ASTUTE_PASSPHRASE; the
copy is in the age format, which other programs read as well. Without the
passphrase nobody can open it, us included.`,
		Example: "astute backup before-the-merger.db\nastute backup --encrypt /media/stick/plans.db.age",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := p.reader()
			if err != nil {
				return err
			}
			write := s.Backup
			if encrypt {
				passphrase, err := p.newPassphrase()
				if err != nil {
					return err
				}
				write = func(to string) error { return p.backupSealed(s, to, passphrase) }
			}
			if err := write(args[0]); err != nil {
				return err
			}
			_, err = fmt.Fprintln(p.out, args[0])
			return err
		},
	}
	cmd.Flags().BoolVar(&encrypt, "encrypt", false, "encrypt the copy with a passphrase")
	return cmd
}
