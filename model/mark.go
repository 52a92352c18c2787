package model

import "errors"

// KindMark is what the user says of one cell of the whitespace matrix.
const KindMark Kind = 29

var markSpec = Spec{
	Kind: KindMark, Word: "mark", Plural: "marks", Scope: ScopeAccount,
	New:    func() Record { return new(Mark) },
	Title:  markTitle,
	Detail: func(r Record) string { return r.(*Mark).State.String() },
	About:  "what you say of one cell of the whitespace matrix, unit x product",
}

// Mark is what the user says of one cell of the whitespace matrix: who holds it,
// or that it cannot be sold, and what it could be worth (domain section 4). What
// follows from other records is not said but derived: see [MatrixOf].
type Mark struct {
	Head
	Unit       ID // none: the account as a whole
	Product    ID
	State      MarkState
	Potential  Money
	Competitor ID
}

// Kind implements [Record].
func (*Mark) Kind() Kind { return KindMark }

// Fields implements [Record].
func (m *Mark) Fields() []Field {
	return m.Head.with(KindMark,
		link(11, "product", "Product", &m.Product, KindProduct).Need(),
		link(10, "unit", "Unit", &m.Unit, KindUnit).Front().Help("empty: the account as a whole"),
		choice(12, "state", "State", &m.State).Front().Help("who holds it, if not we"),
		money(13, "potential", "Potential", &m.Potential).Front().Help("what it could be worth a year"),
		link(14, "competitor", "Competitor", &m.Competitor, KindCompetitor).Help("who holds it"),
	)
}

// Validate implements [Validator].
func (m *Mark) Validate() error {
	switch {
	case !m.Competitor.IsZero() && m.State != MarkCompetitor && m.State != 0:
		return errors.New("a competitor is named, but state is " + m.State.String() + ": change one of them")
	case m.State == MarkNotApplicable && !m.Potential.IsZero():
		return errors.New("what is Not Applicable has no potential: change state or clear potential")
	}
	return nil
}

func markTitle(rec Record, names Names) string {
	m := rec.(*Mark)
	if m.Unit.IsZero() { // not the product's name alone: the mark is not the product
		return nameOr(names, m.Product) + " for the whole account"
	}
	return nameOr(names, m.Product) + " for " + nameOr(names, m.Unit)
}

// MarkState is what a user can say of a cell.
type MarkState = Choice[markStateWords]

// The words of MarkState; their meanings stand in the vocabulary below.
const (
	MarkCompetitor    MarkState = 1
	MarkInHouse       MarkState = 2
	MarkNotApplicable MarkState = 3
)

type markStateWords struct{}

// Words implements [Vocabulary].
func (markStateWords) Words() []Word { return markStateList }

var markStateList = []Word{
	{Name: "Competitor", Key: 'c', Mark: "C", Meaning: "they buy it from somebody else"},
	{Name: "In-house", Key: 'i', Mark: "I", Meaning: "they make it themselves"},
	{Name: "Not Applicable", Key: 'n', Mark: "-", Meaning: "they cannot use it", Aliases: []string{"N/A", "NA"}},
}
