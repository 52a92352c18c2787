package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/sheet"
	"astute/store"
)

// portfolio shows how all accounts stand.
func (p *program) portfolio() *cobra.Command {
	var by string
	var asJSON bool
	ways := model.Groupings[1:]
	cmd := &cobra.Command{
		Use:   "portfolio [--by owner|manager|segment] [--json]",
		Short: "all accounts: health, map, pipeline, what is late, the worst first",
		Long: `The widest gap comes first: how far health is below good, a map that is red or
amber, a review overdue, actions late, key players gone cold, contracts past
their day. What is not known adds nothing. Below stand adoption (accounts with a
plan, and with one that is active and reviewed) by owner and manager, the matrix
of importance, and what each teammate carries. Amounts are converted by your own
rates alone; without one they stay in their currency.`,
		Example: "astute portfolio\nastute portfolio --by owner\nastute portfolio --json",
		Args:    takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			if by != "" && !slices.Contains(ways, by) {
				return fmt.Errorf("--by must be %s, not %q", model.OrList(ways), by)
			}
			s, err := p.reader()
			if err != nil {
				return err
			}
			list, shared, err := allAccounts(s)
			if err != nil {
				return err
			}
			a := model.AccountsOf(list, shared, p.today())
			if asJSON {
				return writeJSON(p.out, portfolioAsJSON(a, p.today()))
			}
			if len(a.Rows) == 0 {
				return nothing("there are no accounts yet: astute add account %s", exampleOf(model.KindAccount))
			}
			width := p.width()
			if width == 0 {
				width = portfolioWidth
			}
			view := sheet.PortfolioView{By: model.Grouping(slices.Index(model.Groupings[:], by)), Whole: true}
			lines := sheet.Portfolio(a, p.today(), view, sheet.Options{W: width, Measure: ansi.StringWidth, Wrap: wrappedText, ASCII: p.plainBorders()}).Text(ansi.StringWidth)
			_, err = p.out.WriteString(strings.Join(lines, "\n") + "\n")
			return err
		},
	}
	cmd.Flags().StringVar(&by, "by", "", "gather accounts by `WHAT`: "+model.OrList(ways))
	_ = cmd.RegisterFlagCompletionFunc("by", words(ways...))
	jsonFlag(cmd, &asJSON)
	return cmd
}

// portfolioWidth is how wide a portfolio is written where nobody watches: wide
// enough for all that it says of an account.
const portfolioWidth = 160

// allAccounts reads the summaries of all accounts, and what these share that a
// portfolio asks for: teammates and rates.
func allAccounts(s *store.Store) ([]store.AccountSummary, *model.Book, error) {
	list, err := s.Accounts()
	if err != nil {
		return nil, nil, err
	}
	var shared []model.Record
	for _, kind := range []model.Kind{model.KindTeammate, model.KindRate} {
		err := s.Each(store.Scan{Kind: kind}, func(r model.Record) error {
			shared = append(shared, r)
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return list, model.NewBook(shared), nil
}

// rowJSON is an account of the portfolio as scripts read it. What is not known is
// null or empty.
type rowJSON struct {
	ID            string       `json:"id"`
	Account       string       `json:"account"`
	Owner         string       `json:"owner"`
	Manager       string       `json:"manager"`
	Segment       string       `json:"segment"`
	PlanType      string       `json:"plan_type"`
	PlanStatus    string       `json:"plan_status"`
	Gap           int          `json:"gap"`
	GapReasons    []string     `json:"gap_reasons"`
	Health        *int         `json:"health"`
	HealthParts   []partJSON   `json:"health_parts"`
	OwnHealth     string       `json:"own_health"`
	MapStatus     string       `json:"map_status"`
	KeyPlayers    int          `json:"key_players"`
	Supportive    int          `json:"supportive_key_players"`
	Open          []amountJSON `json:"open_pipeline"`
	Weighted      []amountJSON `json:"weighted_pipeline"`
	Whitespace    []amountJSON `json:"whitespace_value"`
	OpenActions   int          `json:"open_actions"`
	Overdue       int          `json:"overdue_actions"`
	Execution     *int         `json:"execution"`
	NextReview    string       `json:"next_review"`
	LastReview    string       `json:"last_review"`
	ReviewOverdue bool         `json:"review_overdue"`
	Completeness  int          `json:"completeness"`
	Cold          int          `json:"contacts_gone_cold"`
	Renewals      int          `json:"renewals_within_a_year"`
	RenewalAmount []amountJSON `json:"renewal_amount"`
	Activity      string       `json:"last_activity"`
	HasPlan       bool         `json:"has_plan"`
	Adopted       bool         `json:"active_and_reviewed"`
}

type partJSON struct {
	Name    string `json:"name"`
	Percent *int   `json:"percent"`
}

func portfolioAsJSON(a *model.Accounts, today model.Date) []rowJSON {
	list := []rowJSON{}
	for _, r := range a.Rows {
		row := rowJSON{
			ID: r.ID.String(), Account: r.Name, Owner: r.Owner, Manager: r.Manager, Segment: r.Segment(),
			PlanType: r.Account.PlanType.String(), PlanStatus: r.Account.PlanStatus.String(),
			Gap: r.Gap.Points, GapReasons: append([]string{}, r.Gap.Reasons...),
			Health: whenKnown(r.Health.Percent, r.Health.Known), OwnHealth: r.Health.Own.String(), MapStatus: r.Map.Colour.String(),
			KeyPlayers: r.Map.KeyPlayers, Supportive: r.Map.Supportive, Open: amounts(r.Open), Weighted: amounts(r.Weighted), Whitespace: amounts(r.Whitespace),
			OpenActions: r.Actions, Overdue: r.Late, Execution: whenKnown(r.Execution.Percent, r.Execution.Answer != model.NotKnown),
			NextReview: r.Review.String(), LastReview: r.LastReview.String(), ReviewOverdue: r.ReviewLate(today), Completeness: r.Complete.Percent,
			Cold: r.Cold, Renewals: len(r.Renewals.Due), RenewalAmount: amounts(r.Renewals.Amount), Activity: r.Activity.String(),
			HasPlan: r.HasPlan(), Adopted: r.Adopted(today),
		}
		row.HealthParts = []partJSON{}
		for _, part := range r.Health.Parts {
			row.HealthParts = append(row.HealthParts, partJSON{part.Name, whenKnown(part.Percent, part.Known)})
		}
		list = append(list, row)
	}
	return list
}
