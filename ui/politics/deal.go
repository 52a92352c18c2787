package politics

import (
	"slices"

	"astute/model"
	"astute/ui/pane"
)

// opportunity is the one that the map is seen for, nil for the account.
func (p *Pane) opportunity() *model.Opportunity {
	if p.data.Plan == nil || p.deal.IsZero() {
		return nil
	}
	o, _ := model.Lookup[*model.Opportunity](p.data.Plan.Book, p.deal)
	return o
}

// see takes the plan as it is for the deal: who has a part in it, in the part
// that they have. Where nobody has one yet, everybody is seen.
func (p *Pane) see() {
	p.seen = p.data.Plan
	o := p.opportunity()
	if o == nil {
		p.deal = model.ID{}
		return
	}
	p.seen = p.data.Plan.ViewOf(o)
}

// nextDeal sees the map for the next open opportunity; after the last one comes
// the account again.
func (p *Pane) nextDeal() pane.Request {
	deals := p.data.Plan.OpenDeals()
	at := slices.IndexFunc(deals, func(o *model.Opportunity) bool { return o.ID == p.deal }) + 1
	id := p.here()
	said := "the map of the account again"
	if p.deal = (model.ID{}); at < len(deals) {
		o := deals[at]
		p.deal = o.ID
		said = "as seen for " + model.CleanText(o.Name) + ", " + model.Count(len(p.data.Plan.DealPeople(o)), "person has", "people have") + " a part in it: r, s and I set it; esc: the account"
	}
	p.look()
	p.Seek(id)
	return pane.Note{Text: said}
}

// role returns what somebody's part in the deal is, nil when nobody said it. Of
// two the later counts.
func (p *Pane) role(contact model.ID) *model.Role {
	var found *model.Role
	for _, r := range model.All[*model.Role](p.data.Plan.Book) {
		if r.Opportunity == p.deal && r.Contact == contact {
			found = r
		}
	}
	return found
}
