package cli

import (
	"bufio"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
)

// remove takes a record out.
func (p *program) remove() *cobra.Command {
	var n narrow
	var yes bool
	cmd := &cobra.Command{
		Use:   "remove NAME|ID [--yes] [--kind KIND] [--account NAME]",
		Short: "take a record out, and what cannot be without it",
		Long: `It says what goes with it and asks; --yes answers before. Records that can be
without it only lose the link. astute undo brings all of it back.`,
		Example:           "astute remove jane smith\nastute remove action:pilot --account freshkart --yes",
		Args:              takes(1, -1),
		ValidArgsFunction: p.completeNames(),
		RunE: func(_ *cobra.Command, args []string) error {
			s, r, err := p.toChange(args, n)
			if err != nil {
				return err
			}
			changes, err := s.Removal(r.Base().ID)
			if err != nil {
				return err
			}
			what := removalText(r, changes, s.Name)
			if !yes {
				sure, err := p.confirm(what + "?")
				if err != nil {
					return err
				}
				if !sure {
					p.note("nothing was removed")
					return nil
				}
			}
			if _, err := s.Apply(model.Edit{Label: label("remove", r, s.Name), Changes: changes}, p.now()); err != nil {
				return err
			}
			p.note("%s: done; `astute undo` brings it back", what)
			return nil
		},
	}
	n.flags(p, cmd)
	cmd.Flags().BoolVar(&yes, "yes", false, "do not ask")
	return cmd
}

// removalText says what a removal takes along.
func removalText(r model.Record, changes []model.Change, names model.Names) string {
	gone, edited := map[model.Kind]int{}, 0
	for _, c := range changes {
		switch {
		case c.After != nil:
			edited++
		case c.Before.Base().ID != r.Base().ID:
			gone[c.Before.Kind()]++
		}
	}
	var parts []string
	for _, kind := range model.Kinds() {
		if n := gone[kind]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, plural(kind, n)))
		}
	}
	text := label("remove", r, names)
	if len(parts) > 0 {
		text += " with " + strings.Join(parts, ", ")
	}
	if edited > 0 {
		text += " and the link to it in " + counted(edited, "record", "records")
	}
	return text
}

// confirm asks a person; no is what anything but a yes means.
func (p *program) confirm(question string) (bool, error) {
	if _, ok := terminal(p.Stdin); !ok {
		return false, errors.New(oneLine(question) + " There is nobody to ask: give --yes")
	}
	fmt.Fprint(p.Stderr, oneLine(question)+" [y/N] ")
	answer, err := bufio.NewReader(p.Stdin).ReadString('\n')
	if err != nil && answer == "" {
		fmt.Fprintln(p.Stderr)
		return false, nil
	}
	answer = strings.ToLower(strings.TrimSpace(answer))
	return answer == "y" || answer == "yes", nil
}
