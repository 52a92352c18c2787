package model

// KindStory is a success that we can point to.
const KindStory Kind = 31

var storySpec = Spec{
	Kind: KindStory, Word: "story", Plural: "stories", Scope: ScopeShared,
	New:    func() Record { return new(Story) },
	Detail: func(r Record) string { return r.(*Story).Customer },
	About:  "a success that we can point to, shared by all accounts",
}

// Story is a success of another customer that proves a solution or an offer
// (domain section 2). Who that was is internal: not every customer wants to be
// named to the next.
type Story struct {
	Head
	Name     string
	Customer string
	Problem  string
	Result   string
	Product  ID
	Link     string
}

// Kind implements [Record].
func (*Story) Kind() Kind { return KindStory }

// Fields implements [Record].
func (s *Story) Fields() []Field {
	return s.Head.with(KindStory,
		text(10, "name", "Name", &s.Name).Need().Customer(),
		text(11, "customer", "Customer", &s.Customer).Front().Help("whose success it was"),
		link(14, "product", "Product", &s.Product, KindProduct).Customer(),
		text(12, "problem", "Problem", &s.Problem).Long().Customer(),
		text(13, "result", "Result", &s.Result).Long().Customer(),
		text(15, "link", "Link", &s.Link).Customer(),
	)
}
