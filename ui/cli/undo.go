package cli

import (
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"astute/store"
)

// undo takes edits back.
func (p *program) undo() *cobra.Command {
	return &cobra.Command{
		Use:   "undo [N]",
		Short: "take back the newest edit that stands, or N of them",
		Long: `Whoever made it: it says what and whose it was. An import, or the removal of an
account, is one edit. astute redo repeats it until something new is changed.`,
		Args: takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.step("took back", args, (*store.Store).Undo)
		},
	}
}

// redo repeats edits that were taken back.
func (p *program) redo() *cobra.Command {
	return &cobra.Command{
		Use:   "redo [N]",
		Short: "repeat what undo took back",
		Args:  takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.step("repeated", args, (*store.Store).Redo)
		},
	}
}

// step goes back or forth by as many edits as the argument says.
func (p *program) step(did string, args []string, move func(*store.Store, int, time.Time) ([]store.Entry, error)) error {
	n := 1
	if len(args) > 0 {
		var err error
		if n, err = strconv.Atoi(args[0]); err != nil || n < 1 {
			return fmt.Errorf("%q is not a number of edits: give 1 or more", args[0])
		}
	}
	s, err := p.changer()
	if err != nil {
		return err
	}
	entries, err := move(s, n, p.now())
	for _, e := range entries {
		whose := ""
		if e.By != "" {
			whose = " of " + e.By
		}
		fmt.Fprintln(p.out, oneLine(fmt.Sprintf("%s: %s (edit %d%s)", did, e.Label, e.Seq, whose)))
	}
	return err
}
