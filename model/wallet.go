package model

// KindWallet is what the customer spends on what we could sell, in a year.
const KindWallet Kind = 27

var walletSpec = Spec{
	Kind: KindWallet, Word: "wallet", Plural: "wallets", Scope: ScopeAccount,
	New:    func() Record { return new(Wallet) },
	Title:  walletTitle,
	Detail: func(r Record) string { return r.(*Wallet).Amount.Grouped() },
	About:  "what the customer spends a year in the category of a product, with whomever",
}

// Wallet is what the customer spends in the category of one of our products in
// one year, with us or anybody else (domain section 4).
type Wallet struct {
	Head
	Product ID
	Year    Year
	Amount  Money
}

// Kind implements [Record].
func (*Wallet) Kind() Kind { return KindWallet }

// Fields implements [Record].
func (w *Wallet) Fields() []Field {
	return w.Head.with(KindWallet,
		link(10, "product", "Product", &w.Product, KindProduct).Need(),
		year(11, "year", "Year", &w.Year).Need(),
		money(12, "amount", "Amount", &w.Amount).Need(),
	)
}

func walletTitle(rec Record, names Names) string {
	w := rec.(*Wallet)
	return nameOr(names, w.Product) + " " + w.Year.String()
}
