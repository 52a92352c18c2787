package model

// KindRevenue is what we earned from a product in a year.
const KindRevenue Kind = 26

var revenueSpec = Spec{
	Kind: KindRevenue, Word: "revenue", Plural: "revenues", Scope: ScopeAccount,
	New:    func() Record { return new(Revenue) },
	Title:  revenueTitle,
	Detail: func(r Record) string { return r.(*Revenue).Amount.Grouped() },
	About:  "what we earned from one product in one year",
}

// Revenue is what the account, or one unit of it, paid for one product in one
// year: actual, not planned (domain section 4).
type Revenue struct {
	Head
	Product ID
	Unit    ID // none: the account as a whole
	Year    Year
	Amount  Money
}

// Kind implements [Record].
func (*Revenue) Kind() Kind { return KindRevenue }

// Fields implements [Record].
func (r *Revenue) Fields() []Field {
	return r.Head.with(KindRevenue,
		link(10, "product", "Product", &r.Product, KindProduct).Need(),
		year(12, "year", "Year", &r.Year).Need(),
		money(13, "amount", "Amount", &r.Amount).Need(),
		link(11, "unit", "Unit", &r.Unit, KindUnit).Front(),
	)
}

func revenueTitle(rec Record, names Names) string {
	r := rec.(*Revenue)
	return nameOr(names, r.Product) + " " + r.Year.String()
}
