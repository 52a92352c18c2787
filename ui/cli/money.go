package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/chart"
)

// moneyStarts say how an empty part is begun.
var moneyStarts = [chart.NumMoneyParts]string{
	chart.WhitespacePart: "astute add product name=...",
	chart.DealsPart:      "astute add opportunity account=%q name=...",
	chart.IncomePart:     "astute add revenue account=%q product=... year=... amount=...",
	chart.ContractsPart:  "astute add renewal account=%q product=... amount=... on=...",
	chart.PastPart:       "astute add opportunity account=%q name=... stage=won",
	chart.RatesPart:      "astute add rate from=EUR to=USD rate=1.08 on=today",
}

// moneyWords are the parts by the words that --part takes.
func moneyWords() []string {
	var list []string
	for x := range chart.NumMoneyParts {
		list = append(list, x.String())
	}
	return list
}

// money shows what an account is worth.
func (p *program) money() *cobra.Command {
	var part string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "money ACCOUNT [--part PART] [--json]",
		Short: "what it is worth: whitespace, deals, revenue, renewals, past, rates",
		Long: `The whitespace matrix of units and products, opportunities by stage, revenue
against the target and what they spend, renewals with their risk, what the past
says, and the rates. Amounts of several currencies stay apart; one total of them
needs rates, as in: astute add rate from=EUR to=USD rate=1.08 on=today.`,
		Example:           "astute money freshkart\nastute money freshkart --part renewals\nastute money freshkart --json",
		Args:              takes(1, -1),
		ValidArgsFunction: p.completeNames(model.KindAccount),
		RunE: func(_ *cobra.Command, args []string) error {
			if part != "" && !slices.Contains(moneyWords(), part) {
				return fmt.Errorf("--part must be %s, not %q", model.OrList(moneyWords()), part)
			}
			_, plan, err := p.planNamed(strings.Join(args, " "))
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(p.out, moneyAsJSON(plan, p.today()))
			}
			_, err = p.out.WriteString(strings.Join(moneyText(plan, part, p.today(), p.width()), "\n") + "\n")
			return err
		},
	}
	cmd.Flags().StringVar(&part, "part", "", "only this `PART`: "+model.OrList(moneyWords()))
	jsonFlag(cmd, &asJSON)
	_ = cmd.RegisterFlagCompletionFunc("part", words(moneyWords()...))
	return cmd
}

// moneyText is one part, or all of them, in so many columns; 0 is as wide as it
// takes.
func moneyText(plan *model.Plan, only string, today model.Date, width int) []string {
	lines := []string{plan.Account.Name}
	for x := range chart.NumMoneyParts {
		if only != "" && only != x.String() {
			continue
		}
		lines = append(lines, "")
		l := x.Ledger(plan, today)
		words, n := l.Lay(width, ansi.StringWidth)
		text := chart.LedgerText(words, n, ansi.StringWidth)
		if x == chart.WhitespacePart {
			text = whitespaceText(plan, today, width)
		}
		if len(text) == 0 {
			start := moneyStarts[x]
			if strings.Contains(start, "%q") {
				start = fmt.Sprintf(start, plan.Account.Name)
			}
			text = append(l.About[:len(l.About):len(l.About)], "Nothing yet: "+start)
		}
		lines = append(lines, text...)
		if x == chart.DealsPart {
			lines = append(lines, paybackText(plan, width)...)
		}
	}
	return lines
}

// paybackText is the return of every open opportunity of which a benefit is
// known.
func paybackText(plan *model.Plan, width int) []string {
	var lines []string
	for _, o := range model.All[*model.Opportunity](plan.Book) {
		if o.Open() && len(model.ReturnOf(plan, o).Benefits) > 0 {
			words, n := chart.Payback(plan, o).Lay(width, ansi.StringWidth)
			lines = append(append(lines, ""), chart.LedgerText(words, n, ansi.StringWidth)...)
		}
	}
	return lines
}

// whitespaceText is the whole matrix, in as many parts below each other as the
// width takes, then how far we have got; nothing where there is no product.
func whitespaceText(plan *model.Plan, today model.Date, width int) []string {
	w := chart.NewWhitespace(plan, today)
	if len(w.Rows) == 0 || len(w.Columns) == 0 {
		return nil
	}
	lines := []string{"Whitespace"}
	if w.Currency != "" {
		lines[0] += ", in " + string(w.Currency) + " where no other currency is named"
	}
	for left := 0; left < len(w.Columns); {
		last := model.Place{Product: w.Columns[len(w.Columns)-1].ID}
		words, window := w.Picture(chart.Size{W: width, Measure: ansi.StringWidth}, chart.Window{Left: left}, model.Place{Product: w.Columns[left].ID})
		if window.Left != left { // the last part goes as far left as it can
			words, window = w.Picture(chart.Size{W: width, Measure: ansi.StringWidth}, chart.Window{}, last)
		}
		lines = append(lines, chart.LedgerText(words, window.Lines(), ansi.StringWidth)...)
		left = window.Left + window.Columns
	}
	lines = append(lines, chart.Penetrated(w.Penetration))
	for _, cell := range w.Matrix.Cells() {
		for _, doubt := range cell.Doubts {
			lines = append(lines, "! "+plan.Name(cell.Product)+" / "+chart.UnitName(plan, cell.Unit)+": "+doubt)
		}
	}
	return append(lines, "W won (+ more to win there)  O open opportunity  P potential  C competitor  I in-house  - not applicable  . nobody has looked")
}
