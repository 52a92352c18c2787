package cli

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/sheet"
	"astute/store"
)

// todayWidth is how wide the list of the day is written where nobody watches.
const todayWidth = 120

// dueToday shows what an account manager sees first in the morning.
func (p *program) dueToday() *cobra.Command {
	var everybody, asJSON bool
	cmd := &cobra.Command{
		Use:   "today [--all] [--json]",
		Short: "what is due across accounts: reviews, calls, actions, promises, who has gone cold",
		Long: `Across all accounts: reviews and actions late or due within a week, calls planned,
what was promised and nobody took up, key players of whom there was no sign for 90
days, and contracts that come up within 90. It is what is yours and what belongs
to the accounts you own or nobody owns, yours first, once the program knows who you
are; --all is everybody's.`,
		Example: "astute today\nastute today --all --json",
		Args:    takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			s, err := p.reader()
			if err != nil {
				return err
			}
			list, more, err := p.due(s, everybody)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(p.out, dueJSON(list))
			}
			if len(list) == 0 {
				_, err = p.out.WriteString("Nothing is due.\n")
				return err
			}
			width := p.width()
			if width == 0 {
				width = todayWidth
			}
			lines := sheet.Today(list, more, p.today(), sheet.Options{W: width, Measure: ansi.StringWidth, Wrap: wrappedText}).Text(ansi.StringWidth)
			_, err = p.out.WriteString(strings.Join(lines, "\n") + "\n")
			return err
		},
	}
	cmd.Flags().BoolVar(&everybody, "all", false, "everybody's, not only yours")
	jsonFlag(cmd, &asJSON)
	return cmd
}

// due reads the plans that have something due, and no others.
func (p *program) due(s *store.Store, everybody bool) (list []model.Due, more int, err error) {
	accounts, shared, err := allAccounts(s)
	if err != nil {
		return nil, 0, err
	}
	me, name := model.ID{}, ""
	if !everybody {
		if name, err = p.me(); err != nil {
			return nil, 0, err
		}
	}
	for _, t := range model.All[*model.Teammate](shared) {
		if name != "" && strings.EqualFold(t.Name, name) {
			me = t.ID
		}
	}
	ids, more := model.PressingAccounts(accounts, shared, p.today(), me)
	for _, id := range ids {
		plan, _, err := s.Plan(id)
		if err != nil {
			return nil, 0, err
		}
		list = append(list, model.DueOf(plan, p.today(), me)...)
	}
	model.SortDue(list)
	return list, more, nil
}

// oneDueJSON is one thing that is due, as scripts read it.
type oneDueJSON struct {
	Part    string `json:"part"`
	Account string `json:"account"`
	Kind    string `json:"kind"`
	ID      string `json:"id"`
	On      string `json:"on"`
	Text    string `json:"text"`
	Owner   string `json:"owner"`
	Mine    bool   `json:"mine"`
}

func dueJSON(list []model.Due) []oneDueJSON {
	out := []oneDueJSON{}
	for _, d := range list {
		out = append(out, oneDueJSON{model.DueParts[d.Part], d.Name, d.Record.Kind().String(), d.Record.Base().ID.String(), d.On.String(), d.Text, d.Who, d.Mine})
	}
	return out
}
