package cli

import (
	"astute/model"
)

// moneyJSON is the money of an account as scripts read it. Sums are one amount a
// currency.
type moneyJSON struct {
	Account       string         `json:"account"`
	Whitespace    whitespaceJSON `json:"whitespace"`
	Opportunities []dealJSON     `json:"opportunities"`
	Pipeline      pipelineJSON   `json:"pipeline"`
	WinLoss       winLossJSON    `json:"win_loss"`
	Gap           gapJSON        `json:"revenue_gap"`
	Share         shareJSON      `json:"share_of_wallet"`
	Renewals      renewalsJSON   `json:"renewals"`
	Past          pastJSON       `json:"looking_back"`
	Warnings      []warningJSON  `json:"warnings"`
}

type whitespaceJSON struct {
	Cells      []cellJSON   `json:"cells"`
	Value      []amountJSON `json:"whitespace_value"`
	ByCells    *int         `json:"penetration_by_cells"` // percent; null where not known
	ByValue    *int         `json:"penetration_by_value"`
	Applicable int          `json:"cells_applicable"`
	Ask        []string     `json:"ask"`
}

type cellJSON struct {
	Unit      string       `json:"unit"` // empty: the account as a whole
	Product   string       `json:"product"`
	State     string       `json:"state"`
	Won       []amountJSON `json:"won"`
	Potential []amountJSON `json:"potential"`
	Reasons   []string     `json:"reasons"`
	Doubts    []string     `json:"doubts"`
}

type dealJSON struct {
	ID       string      `json:"id"`
	Name     string      `json:"name"`
	Stage    string      `json:"stage"`
	Amount   *amountJSON `json:"amount"`
	Chance   string      `json:"chance"` // percent; what is usual for the stage where nobody gave one
	Weighted *amountJSON `json:"weighted"`
	Close    string      `json:"close"`
	Owner    string      `json:"owner"`
	Product  string      `json:"product"`
	Reason   string      `json:"reason"`
	Return   *int        `json:"return"`  // percent of the cost; null where not known
	Payback  *int        `json:"payback"` // the month; null where not known or never
}

type pipelineJSON struct {
	Stages   []stageJSON  `json:"stages"`
	Open     []amountJSON `json:"open"`
	Weighted []amountJSON `json:"weighted"`
	Ask      []string     `json:"ask"`
}

type stageJSON struct {
	Stage    string       `json:"stage"`
	Count    int          `json:"count"`
	Amount   []amountJSON `json:"amount"`
	Weighted []amountJSON `json:"weighted"`
}

type winLossJSON struct {
	Won     int          `json:"won"`
	Lost    int          `json:"lost"`
	WinRate *int         `json:"win_rate"`
	Reasons []reasonJSON `json:"by_reason"`
}

type reasonJSON struct {
	Reason string `json:"reason"` // empty: nobody said why
	Won    int    `json:"won"`
	Lost   int    `json:"lost"`
}

type gapJSON struct {
	From     string       `json:"from"`
	To       string       `json:"to"`
	Target   *amountJSON  `json:"target"`
	Won      []amountJSON `json:"won"`
	Weighted []amountJSON `json:"weighted"`
	Gap      *amountJSON  `json:"gap"` // null where not known
	Reasons  []string     `json:"reasons"`
	Ask      []string     `json:"ask"`
}

type shareJSON struct {
	Year           string       `json:"year"`
	Ours           []amountJSON `json:"ours"`
	Wallet         []amountJSON `json:"wallet"`
	Percent        *int         `json:"percent"`
	Contradictions []string     `json:"contradictions"`
	Ask            []string     `json:"ask"`
}

type renewalsJSON struct {
	Due     []string     `json:"due"` // ids
	Overdue []string     `json:"overdue"`
	AtRisk  []string     `json:"at_risk"`
	Amount  []amountJSON `json:"amount"`
	Risk    []amountJSON `json:"risk"`
	Safe    *int         `json:"safe"` // percent
	Reasons []string     `json:"reasons"`
	Ask     []string     `json:"ask"`
}

type pastJSON struct {
	Began    string      `json:"plan_began"`
	Tenure   *int        `json:"tenure_days"`
	Coverage string      `json:"pipeline_coverage"`
	Before   figuresJSON `json:"before"`
	Since    figuresJSON `json:"since"`
	Whole    figuresJSON `json:"whole"`
	Ask      []string    `json:"ask"`
}

type figuresJSON struct {
	AverageOrder []amountJSON `json:"average_order"`
	Orders       string       `json:"orders_a_year"`
	Expansion    *int         `json:"expansion"`
	WinRate      *int         `json:"win_rate"`
	Cycle        string       `json:"cycle_days"`
	Renewed      *int         `json:"renewed"`
}

// amountJSON is an amount as scripts read it.
type amountJSON struct {
	Amount   *string `json:"amount"` // null where the sum is too large to be held exactly
	Currency string  `json:"currency"`
}

func amount(m model.Money) *amountJSON {
	if m.IsZero() {
		return nil
	}
	exact := m.Amount()
	return &amountJSON{&exact, string(m.Currency())}
}

// amounts are sums, those too large to be added last.
func amounts(s model.Sums) []amountJSON {
	list := []amountJSON{}
	for _, m := range s.All() {
		list = append(list, *amount(m))
	}
	for _, c := range s.Over() {
		list = append(list, amountJSON{Currency: string(c)})
	}
	return list
}

// whenKnown is a number, null where it is not known.
func whenKnown(n int, known bool) *int {
	if !known {
		return nil
	}
	return &n
}

func ratio(r model.Ratio) *int { return whenKnown(r.Percent(), r.Known()) }

// moneyAsJSON is the money of a plan as it stands on the day.
func moneyAsJSON(plan *model.Plan, today model.Date) moneyJSON {
	deals := model.All[*model.Opportunity](plan.Book)
	m := moneyJSON{Account: plan.Account.Name, Whitespace: whitespaceAsJSON(plan, today), Opportunities: []dealJSON{}, Warnings: warningsJSON(model.MoneyWarnings(plan, today))}
	for _, o := range deals {
		back := model.ReturnOf(plan, o)
		m.Opportunities = append(m.Opportunities, dealJSON{ID: o.ID.String(), Name: o.Name, Stage: o.Stage.String(), Amount: amount(o.Amount), Chance: o.Chance().String(), Weighted: amount(o.Weighted()),
			Close: o.Close.String(), Owner: plan.Name(o.Owner), Product: plan.Name(o.Product), Reason: o.Reason.String(), Return: whenKnown(back.Percent, back.Known), Payback: whenKnown(back.Payback, back.Payback > 0)})
	}
	line := model.PipelineOf(deals)
	m.Pipeline = pipelineJSON{Open: amounts(line.Open), Weighted: amounts(line.Weighted), Ask: orEmpty(line.Ask)}
	for _, s := range line.Stages {
		m.Pipeline.Stages = append(m.Pipeline.Stages, stageJSON{s.Stage.String(), len(s.Deals), amounts(s.Amount), amounts(s.Weighted)})
	}
	w := model.WinLossOf(deals)
	m.WinLoss = winLossJSON{Won: w.Won, Lost: w.Lost, WinRate: ratio(w.WinRate), Reasons: []reasonJSON{}}
	for _, r := range w.ByReason {
		m.WinLoss.Reasons = append(m.WinLoss.Reasons, reasonJSON{r.Reason.String(), r.Won, r.Lost})
	}
	g := model.RevenueGapOf(plan, today)
	m.Gap = gapJSON{g.Period.Start.String(), g.Period.End.String(), amount(g.Target), amounts(g.Won), amounts(g.Weighted), amount(g.Gap), orEmpty(g.Reasons), orEmpty(g.Ask)}
	s := model.WalletShareOf(plan, today)
	m.Share = shareJSON{s.Year.String(), amounts(s.Ours), amounts(s.Wallet), whenKnown(s.Percent, s.Known), orEmpty(s.Contradictions), orEmpty(s.Ask)}
	n := model.RenewalsOf(plan, today)
	m.Renewals = renewalsJSON{renewalIDs(n.Due), renewalIDs(n.Overdue), renewalIDs(n.AtRisk), amounts(n.Amount), amounts(n.Risk), whenKnown(n.Safe, n.Known), orEmpty(n.Reasons), orEmpty(n.Ask)}
	l := model.LookBackOf(plan, today)
	m.Past = pastJSON{l.Began.String(), whenKnown(l.Tenure, l.Tenure >= 0), l.Pipeline.Tenths(), figures(l.Before), figures(l.After), figures(l.Whole), orEmpty(l.Ask)}
	return m
}

func whitespaceAsJSON(plan *model.Plan, today model.Date) whitespaceJSON {
	m := model.MatrixOf(plan, today)
	n := m.Penetration(plan, today)
	w := whitespaceJSON{Cells: []cellJSON{}, Value: amounts(n.Whitespace), ByCells: whenKnown(n.ByCells, n.Cells > 0), ByValue: whenKnown(n.ByValue, n.ValueKnown), Applicable: n.Cells, Ask: orEmpty(n.Ask)}
	for _, c := range m.Cells() {
		w.Cells = append(w.Cells, cellJSON{plan.Name(c.Unit), plan.Name(c.Product), c.State.String(), amounts(c.Won), amounts(c.Potential), orEmpty(c.Reasons), orEmpty(c.Doubts)})
	}
	return w
}

func figures(x model.Past) figuresJSON {
	return figuresJSON{amounts(x.AverageOrder), x.Orders.Tenths(), ratio(x.Expansion), ratio(x.Deals.WinRate), x.CycleDays.Tenths(), ratio(x.Renewed)}
}

func renewalIDs(list []*model.Renewal) []string {
	var ids []model.ID
	for _, r := range list {
		ids = append(ids, r.ID)
	}
	return idTexts(ids)
}
