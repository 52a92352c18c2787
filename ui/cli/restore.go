package cli

import (
	"github.com/spf13/cobra"

	"astute/store"
)

// restore puts a backup in the place of the file.
func (p *program) restore() *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE",
		Short: "put a backup in the place of the present file, which is kept",
		Long: `The backup is read from end to end first. The present file, damaged or not, is
kept among the backups, so that a restore can be taken back by another. Of an
encrypted backup the passphrase is asked for.`,
		Example: "astute info                     where the backups lie\nastute restore backups/astute-20260331T090000Z-v41.db",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := p.maker()
			if err != nil {
				return err
			}
			put := s.Restore
			if isSealed(args[0]) {
				passphrase, err := p.passphrase("Passphrase of the backup: ")
				if err != nil {
					return err
				}
				put = func(from string) (store.PutAside, error) { return p.restoreSealed(s, from, passphrase) }
			}
			kept, err := put(args[0])
			if err != nil {
				return err
			}
			p.note("%s is as in %s; %v", s.Path(), args[0], kept)
			return nil
		},
	}
}
