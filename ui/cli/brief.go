package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/report"
)

// brief shows what to know before a call.
func (p *program) brief() *cobra.Command {
	var n narrow
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "brief NAME [--kind KIND] [--account NAME] [--json]",
		Short: "one screen before a call: a contact, or an account",
		Long: `Who it is, what part they play, how to approach them, whom they answer to, what
was promised, what is open and what to ask next.`,
		Example:           "astute brief jane smith\nastute brief freshkart",
		Args:              takes(1, -1),
		ValidArgsFunction: p.completeNames(model.KindContact, model.KindAccount),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := p.reader()
			if err != nil {
				return err
			}
			in, err := p.scopeOf(s, n, model.KindContact, model.KindAccount)
			if err != nil {
				return err
			}
			r, err := p.named(s, args, in, false)
			if err != nil {
				return err
			}
			account := r.Base().Account
			if r.Kind() == model.KindAccount {
				account = r.Base().ID
			}
			plan, _, err := s.Plan(account)
			if err != nil {
				return err
			}
			b := report.BriefOf(plan, r, p.today())
			if asJSON {
				return writeJSON(p.out, b)
			}
			width := p.width()
			if width == 0 || width > briefWidth {
				width = briefWidth
			}
			_, err = p.out.WriteString(strings.Join(b.Text(width), "\n") + "\n")
			return err
		},
	}
	n.flags(p, cmd)
	jsonFlag(cmd, &asJSON)
	return cmd
}

// briefWidth is how wide a brief is written: what is comfortable to read.
const briefWidth = 80
