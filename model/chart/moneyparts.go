package chart

import "astute/model"

// MoneyPart is a part of what there is to say about the money of an account.
type MoneyPart uint8

// The parts, in their order.
const (
	WhitespacePart MoneyPart = iota
	DealsPart
	IncomePart
	ContractsPart
	PastPart
	RatesPart
	NumMoneyParts
)

// moneyParts say what each is called and how it is laid out.
var moneyParts = [NumMoneyParts]struct {
	name string
	lay  func(*model.Plan, model.Date) Ledger // nil: the matrix, see [Whitespace]
}{
	{"whitespace", nil},
	{"deals", Deals},
	{"revenue", Income},
	{"renewals", Contracts},
	{"past", LookingBack},
	{"rates", Rates},
}

// String is what the part is called, in one word.
func (m MoneyPart) String() string { return moneyParts[m].name }

// WhitespaceAbout says what the matrix is for, where there is none yet.
var WhitespaceAbout = []string{"Unit by product: where we sell, where somebody else does, and where nobody has looked yet."}

// Ledger lays the part out as it stands on the day. That of the matrix is empty:
// it says only what the matrix is for.
func (m MoneyPart) Ledger(p *model.Plan, today model.Date) Ledger {
	if lay := moneyParts[m].lay; lay != nil {
		return lay(p, today)
	}
	return Ledger{About: WhitespaceAbout}
}
