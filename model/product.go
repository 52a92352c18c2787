package model

// KindProduct is something we sell, shared by all accounts.
const KindProduct Kind = 12

var productSpec = Spec{
	Kind: KindProduct, Word: "product", Plural: "products", Scope: ScopeShared,
	New:    func() Record { return new(Product) },
	Detail: func(r Record) string { return r.(*Product).Category },
	About:  "something we sell, shared by all accounts",
}

// Product is an entry of our catalogue, shared by all accounts (domain section 4).
type Product struct {
	Head
	Name        string
	Category    string
	Description string
}

// Kind implements [Record].
func (*Product) Kind() Kind { return KindProduct }

// Fields implements [Record].
func (p *Product) Fields() []Field {
	return p.Head.with(KindProduct,
		text(10, "name", "Name", &p.Name).Need().Customer(),
		text(11, "category", "Category", &p.Category).Customer(),
		text(12, "description", "Description", &p.Description).Long().Customer(),
	)
}
