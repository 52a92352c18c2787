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
account, is one edit. astute redo repeats it until something new is changed. At
a terminal it asks before it takes back more than 10, or what others did.`,
		Args: takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.step("took back", args, (*store.Store).Undo, p.sureToUndo)
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
			return p.step("repeated", args, (*store.Store).Redo, nil)
		},
	}
}

// step goes back or forth by as many edits as the argument says.
func (p *program) step(did string, args []string, move func(*store.Store, int, time.Time, ...store.Term) ([]store.Entry, error), sure func(*store.Store, int) (bool, error)) error {
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
	if sure != nil {
		if ok, err := sure(s, n); err != nil || !ok {
			return err
		}
	}
	entries, err := move(s, n, p.now())
	if err != nil {
		return err
	}
	fields := fieldsOf(s, entries)
	for i, e := range entries {
		if i == mostSteps {
			fmt.Fprintf(p.out, "and %d more: astute log lists them\n", len(entries)-i)
			break
		}
		fmt.Fprintln(p.out, oneLine(fmt.Sprintf("%s: %s%s (edit %d%s)", did, e.Label, fields[i], e.Seq, whose(e))))
	}
	if len(entries) < n {
		p.note("note: there were only %d", len(entries))
	}
	return nil
}

// mostSteps is how many edits that were taken back are listed.
const mostSteps = 20

// mostUnasked is how many edits are taken back without a question.
const mostUnasked = 10

// sureToUndo asks at a terminal before much is taken back, or what somebody else
// did; a script is taken at its word.
func (p *program) sureToUndo(s *store.Store, n int) (bool, error) {
	if _, ok := terminal(p.Stdin); !ok {
		return true, nil
	}
	author, err := p.author()
	if err != nil {
		return false, err
	}
	entries, err := s.Standing(n)
	if err != nil {
		return false, err
	}
	var others []store.Entry
	for _, e := range entries {
		if e.By != author {
			others = append(others, e)
		}
	}
	var question string
	switch {
	case len(entries) == 1 && len(others) == 1:
		question = fmt.Sprintf("take back %q%s?", others[0].Label, whose(others[0]))
	case len(others) > 0:
		question = fmt.Sprintf("take back %d edits, %d of them of others, such as %q%s?", len(entries), len(others), others[0].Label, whose(others[0]))
	case len(entries) > mostUnasked:
		question = fmt.Sprintf("take back %d edits, down to %q?", len(entries), entries[len(entries)-1].Label)
	default:
		return true, nil
	}
	sure, err := p.confirm(question)
	if err == nil && !sure {
		p.note("nothing was taken back")
	}
	return sure, err
}

// whose says who made an edit, "" when nobody is known.
func whose(e store.Entry) string {
	if e.By == "" {
		return ""
	}
	return " of " + e.By
}

// fieldsOf names the fields of each of the edits that were just taken back or
// repeated. That is in the newest entries of the journal, which did it: they
// changed the same fields. Of large ones, and where somebody else was quicker,
// nothing is said.
func fieldsOf(s *store.Store, entries []store.Entry) []string {
	fields, records := make([]string, len(entries)), 0
	for _, e := range entries {
		records += e.Made + e.Changed + e.Gone
	}
	const large = 1000
	if records > large {
		return fields
	}
	done, err := s.Log(store.LogQuery{Limit: len(entries), Changes: true})
	if err != nil || len(done) != len(entries) {
		return fields
	}
	for i := range entries {
		if last := done[len(done)-1-i]; last.Act != store.Edited && last.Label == entries[i].Label {
			fields[i] = changedFields(last)
		}
	}
	return fields
}
