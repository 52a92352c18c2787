package report

import (
	"cmp"
	"slices"
	"strings"

	"astute/model"
)

// units are the parts of the customer.
func (d *document) units() {
	d.heading(2, "Business units")
	list := d.of(model.KindUnit)
	slices.SortFunc(list, byName(d.names))
	d.records(list, col("Unit", "name"), col("Part of", "parent"), col("Head", "head"), column{head: d.words("People we know", "People in this plan"), cell: d.headcount})
	d.rest(list)
}

// headcount is how many people of a unit are on record.
func (d *document) headcount(r model.Record) rich {
	n := 0
	for _, c := range model.All[*model.Contact](d.plan.Book) {
		if c.Unit == r.Base().ID && !c.Left {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return rich(model.Count(n, "person", "people"))
}

// team is who of us, and of our partners, works on the account.
func (d *document) team() {
	d.heading(2, "Account team")
	list := d.of(model.KindTeammate)
	called := byName(d.names)
	slices.SortFunc(list, func(a, b model.Record) int {
		return cmp.Or(cmp.Compare(d.place(a), d.place(b)), called(a, b))
	})
	d.records(list, col("Name", "name"), column{head: "Here", cell: d.duty}, col("Role", "role"), col("Company", "company"),
		col("Products", "products"), col("Manager", "manager"), col("E-mail", "email"))
	d.rest(list)
	if team := d.plan.Account.Team; !slices.ContainsFunc(team, func(id model.ID) bool { return d.plan.Get(id) == nil }) {
		d.mark(d.plan.Account, "team")
	}
}

// duties are the parts a teammate can have in one account, foremost first.
var duties = []struct {
	words string
	has   func(a *model.Account, id model.ID) bool
}{
	{"owner", func(a *model.Account, id model.ID) bool { return a.Owner == id }},
	{"executive sponsor", func(a *model.Account, id model.ID) bool { return a.ExecutiveSponsor == id }},
	{"team", func(a *model.Account, id model.ID) bool { return slices.Contains(a.Team, id) }},
}

// place is where a teammate stands in the list: those with a part in the
// account first.
func (d *document) place(r model.Record) int {
	for i, duty := range duties {
		if duty.has(d.plan.Account, r.Base().ID) {
			return i
		}
	}
	return len(duties)
}

func (d *document) duty(r model.Record) rich {
	var parts []string
	for _, duty := range duties {
		if duty.has(d.plan.Account, r.Base().ID) {
			parts = append(parts, duty.words)
		}
	}
	return rich(strings.Join(parts, ", "))
}

// inOrder sorts people by rank, those who left last.
func inOrder(people []*model.Contact, names model.Names) []*model.Contact {
	called := byName(names)
	slices.SortFunc(people, func(a, b *model.Contact) int {
		return cmp.Or(first(!a.Left, !b.Left), highest(a.Rank, b.Rank), called(a, b))
	})
	return people
}

// classification is everybody with what we think of them.
func (d *document) classification() {
	d.heading(2, "People")
	list := asRecords(d.people)
	if slices.ContainsFunc(d.people, func(c *model.Contact) bool { return model.IsKeyPlayer(c) == model.Yes }) {
		d.say("Key players are set in bold.")
	}
	d.records(list, column{head: "Name", cell: d.person}, col("Title", "title"), col("Unit", "unit"), col("Reports to", "reports_to"),
		col("Decision role", "decision_role"), col("Influence", "influence"), col("Support", "support"), col("Alignment", "alignment"),
		col("Political status", "political_status"), col("Rank", "rank"), col("Coverage", "coverage"),
		column{head: "Remark", cell: d.remark})
}

// peopleDetails is whatever else is known of everybody.
func (d *document) peopleDetails() {
	d.heading(2, "More about the people")
	d.rest(asRecords(d.people))
}

// person is a contact's name, bold for a key player.
func (d *document) person(r model.Record) rich {
	name := d.value(r, "name")
	if model.KeyPlayer(r.(*model.Contact)).Answer == model.Yes {
		return strong(name)
	}
	return name
}

// remark is what is out of the ordinary about a contact.
func (d *document) remark(r model.Record) rich {
	var parts []string
	for _, f := range d.fields(r) {
		if f.Type() == model.TypeBool && !f.IsZero() {
			parts = append(parts, strings.ToLower(f.Label))
			d.mark(r, f.Name)
		}
	}
	return plain(strings.Join(parts, ", "))
}
