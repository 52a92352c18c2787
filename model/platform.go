package model

// KindPlatform is something of another vendor that the customer has in use.
const KindPlatform Kind = 23

var platformSpec = Spec{
	Kind: KindPlatform, Word: "platform", Plural: "platforms", Scope: ScopeAccount,
	New:    func() Record { return new(Platform) },
	Title:  platformTitle,
	Detail: func(r Record) string { return r.(*Platform).Use },
	About:  "what the customer has installed, of whatever vendor",
}

// Platform is part of what the customer has installed (domain section 2).
type Platform struct {
	Head
	Vendor      string
	Product     string // the vendor's name for it
	Unit        ID
	Use         string
	ContractEnd Date
}

// Kind implements [Record].
func (*Platform) Kind() Kind { return KindPlatform }

// Fields implements [Record].
func (p *Platform) Fields() []Field {
	return p.Head.with(KindPlatform,
		text(10, "vendor", "Vendor", &p.Vendor).Need(),
		text(11, "product", "Product", &p.Product).Front().Help("what the vendor calls it"),
		link(12, "unit", "Unit", &p.Unit, KindUnit),
		text(13, "use", "Use", &p.Use).Help("what they do with it"),
		date(14, "contract_end", "Contract end", &p.ContractEnd),
	)
}

func platformTitle(r Record, _ Names) string {
	p := r.(*Platform)
	if p.Product == "" {
		return p.Vendor
	}
	return p.Vendor + " " + p.Product
}
