package cli

import (
	"encoding/json"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/exchange"
	"astute/model/sheet"
)

// strategyWidth is how wide the strategy is written where nobody watches: what
// is comfortable to read.
const strategyWidth = 100

// strategy shows what the customer wants and how we win there.
func (p *program) strategy() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "strategy ACCOUNT [--json]",
		Short: "what they want and how we win there: initiatives, goals, competitors, SWOT",
		Long: `Initiatives as chains with challenges and our solutions, goals as bars,
competitors, SWOT, the buying process, and how the account answers to our ideal
customer profile: what pane 5 of the workspace shows, with all that is on record.`,
		Example:           "astute strategy freshkart\nastute strategy freshkart --json",
		Args:              takes(1, -1),
		ValidArgsFunction: p.completeNames(model.KindAccount),
		RunE: func(_ *cobra.Command, args []string) error {
			_, plan, err := p.planNamed(strings.Join(args, " "))
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(p.out, strategyOf(plan, p.today()))
			}
			width := p.width()
			if width == 0 {
				width = strategyWidth
			}
			lines := sheet.Strategy(plan, p.today(), sheet.Options{
				W: width, Measure: ansi.StringWidth, Wrap: wrappedText, ASCII: p.plainBorders(), Whole: true,
			}).Text(ansi.StringWidth)
			_, err = p.out.WriteString(plan.Account.Name + "\n\n" + strings.Join(lines, "\n") + "\n")
			return err
		},
	}
	jsonFlag(cmd, &asJSON)
	return cmd
}

// wrappedText breaks a text into lines of a width, a word that is longer too.
func wrappedText(text string, width int) []string {
	return strings.Split(ansi.Wrap(text, width, ""), "\n")
}

// strategyJSON is the strategy of an account as scripts read it. Records stand in
// it as they do everywhere, beside what follows from them.
type strategyJSON struct {
	Account     string            `json:"account"`
	Insight     insightJSON       `json:"insight"`
	Initiatives []chainJSON       `json:"initiatives"`
	Goals       []goalJSON        `json:"goals"`
	Competitors []competitorJSON  `json:"competitors"`
	Swot        []json.RawMessage `json:"swot"`
	Steps       []stepJSON        `json:"steps"`
	Fit         fitJSON           `json:"fit"`
	Criteria    []criterionJSON   `json:"criteria"`
}

// insightJSON is how well we know what they want (rule 6). Good is null where it
// is not known whether key players own it.
type insightJSON struct {
	Initiatives int      `json:"initiatives"`
	Complete    int64    `json:"complete"`
	Confirmed   int64    `json:"confirmed"`
	Owned       int64    `json:"owned_by_key_players"`
	Good        *bool    `json:"good"`
	Reasons     []string `json:"reasons"`
	Ask         []string `json:"ask"`
}

type chainJSON struct {
	Initiative json.RawMessage `json:"initiative"`
	Open       bool            `json:"open"`
	Complete   bool            `json:"complete"`
	Missing    string          `json:"missing"`
	KeyPlayer  *bool           `json:"owned_by_key_player"`
	Challenges []linkJSON      `json:"challenges"`
}

type linkJSON struct {
	Challenge json.RawMessage   `json:"challenge"`
	Solutions []json.RawMessage `json:"solutions"`
}

// goalJSON is a goal with how far it has come; progress is null while that is not
// known.
type goalJSON struct {
	Goal     json.RawMessage `json:"goal"`
	Progress *int            `json:"progress"`
	Pace     string          `json:"pace"`
	Reason   string          `json:"reason"`
}

type competitorJSON struct {
	Competitor json.RawMessage `json:"competitor"`
	EndsSoon   bool            `json:"contract_ends_soon"`
}

type stepJSON struct {
	Step json.RawMessage `json:"step"`
	Late bool            `json:"late"`
}

// fitJSON is how near the account is to the ideal customer (rule 12); percent is
// null while it is not known.
type fitJSON struct {
	Band       string   `json:"band"`
	Percent    *int     `json:"percent"`
	Confidence int      `json:"confidence"`
	KnockOuts  []string `json:"knock_outs"`
	Reasons    []string `json:"reasons"`
	Ask        []string `json:"ask"`
}

// criterionJSON is a question with the answers of the account and its units.
type criterionJSON struct {
	Criterion json.RawMessage   `json:"criterion"`
	Answers   []json.RawMessage `json:"answers"`
}

// strategyOf is the strategy of a plan, in the order of the pane.
func strategyOf(plan *model.Plan, today model.Date) strategyJSON {
	record := func(r model.Record) json.RawMessage { return exchange.RecordJSON(r, plan.Name) }
	in := model.InsightOf(plan)
	out := strategyJSON{
		Account: plan.Account.Name,
		Insight: insightJSON{len(in.Chains), in.Complete.Num, in.Confirmed.Num, in.Owned.Num, known(model.Verdict{Answer: in.Good}), orEmpty(in.Reasons), orEmpty(in.Ask)},
		Fit:     fitOf(plan),
	}
	out.Initiatives = each(model.Chains(plan), func(c model.Chain) chainJSON {
		x := chainJSON{Initiative: record(c.Initiative), Open: c.Initiative.Open(), Complete: c.Complete, Missing: c.Missing}
		if owner, ok := model.Lookup[*model.Contact](plan.Book, c.Initiative.Owner); ok {
			x.KeyPlayer = known(model.KeyPlayer(owner))
		}
		x.Challenges = each(c.Links, func(l model.ChainLink) linkJSON {
			return linkJSON{record(l.Challenge), each(l.Solutions, func(s *model.Solution) json.RawMessage { return record(s) })}
		})
		return x
	})
	out.Goals = each(model.All[*model.Goal](plan.Book), func(g *model.Goal) goalJSON {
		pace := model.PaceOf(g, today)
		x := goalJSON{Goal: record(g), Pace: pace.Pace.String(), Reason: pace.Reason}
		if percent, ok := g.Progress(); ok {
			x.Progress = &percent
		}
		return x
	})
	out.Competitors = each(model.All[*model.Competitor](plan.Book), func(c *model.Competitor) competitorJSON { return competitorJSON{record(c), c.EndsSoon(today)} })
	out.Swot = each(plan.Of(model.KindSwot), record)
	out.Steps = each(model.BuyingProcess(plan), func(s *model.BuyingStep) stepJSON { return stepJSON{record(s), s.Late(today)} })
	out.Criteria = each(model.All[*model.Criterion](plan.Book), func(c *model.Criterion) criterionJSON {
		x := criterionJSON{Criterion: record(c), Answers: []json.RawMessage{}}
		for _, a := range model.All[*model.ICPAnswer](plan.Book) {
			if a.Criterion == c.ID {
				x.Answers = append(x.Answers, record(a))
			}
		}
		return x
	})
	return out
}

// fitOf is the fit of an account.
func fitOf(plan *model.Plan) fitJSON {
	f := model.FitOf(plan, model.ID{})
	x := fitJSON{Band: f.Band.String(), Confidence: f.Confidence, Reasons: orEmpty(f.Reasons), Ask: orEmpty(f.Ask)}
	x.KnockOuts = each(f.KnockOuts, func(c *model.Criterion) string { return c.Name })
	if f.Band != model.FitUnknown {
		x.Percent = &f.Percent
	}
	return x
}

// each turns every item of a list into another; the result is never null.
func each[A, B any](items []A, of func(A) B) []B {
	out := make([]B, len(items))
	for i, item := range items {
		out[i] = of(item)
	}
	return out
}
