package cli

import (
	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/report"
)

// brief shows what to know before a call.
func (p *program) brief() *cobra.Command {
	var n narrow
	var asJSON, whole bool
	cmd := &cobra.Command{
		Use:   "brief NAME [--kind KIND] [--account NAME] [--all] [--json]",
		Short: "one screen before a call: a contact, or an account",
		Long: `Who it is, what part they play, how to approach them, whom they answer to, what
was promised, what is open and what to ask next. What does not fit one screen is
left out: --all shows it too.`,
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
			lines := b.Text(width)
			if whole {
				lines = b.Whole(width)
			}
			_, err = p.out.WriteString(report.PlainText(lines))
			return err
		},
	}
	n.flags(p, cmd)
	cmd.Flags().BoolVar(&whole, "all", false, "everything that is known, not only what fits one screen")
	jsonFlag(cmd, &asJSON)
	return cmd
}

// briefWidth is how wide a brief is written: what is comfortable to read.
const briefWidth = 88
