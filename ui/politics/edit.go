package politics

import (
	"strings"

	"astute/model"
	"astute/model/chart"
	"astute/ui/layout"
	"astute/ui/pane"
)

// place is where on the screen the person of the cursor stands.
func (p *Pane) place() layout.Rect {
	at := layout.Rect{X: p.at.X + 1, Y: p.at.Y, W: max(1, p.at.W-2), H: 1}
	switch i := p.chart.Find(p.cursor); {
	case p.view == asTree:
		at.Y += max(0, p.tree.chart.Find(p.cursor)-p.tree.offset)
	case i >= 0:
		person := p.chart.People[i]
		at.X, at.Y, at.W = at.X+person.X, at.Y+person.Y, person.W
	}
	return at
}

// set asks for a field of the person of the cursor, at the label. What somebody
// is for a deal is set for the deal.
func (p *Pane) set(name string) pane.Request {
	c, ok := p.Current().(*model.Contact)
	if !ok {
		return nil
	}
	if ask, ok := p.setRole(c, name); ok {
		return ask
	}
	num := fieldOf(name).Num
	if p.view == asList {
		if ask, ok := p.list.EditField(num).(pane.EditField); ok {
			ask.Record = c
			return ask
		}
	}
	return pane.EditField{Record: c, Num: num, At: p.place()}
}

// setRole asks for what somebody is for the deal that is seen; false where no
// deal is seen, or what is asked for is the same for all deals.
func (p *Pane) setRole(c *model.Contact, name string) (pane.Request, bool) {
	f, ok := model.FieldNamed(new(model.Role).Fields(), name)
	if p.opportunity() == nil || !ok {
		return nil, false
	}
	if r := p.role(c.ID); r != nil {
		return pane.EditField{Record: r, Num: f.Num, At: p.place()}, true
	}
	of, _ := model.FieldNamed(new(model.Role).Fields(), "opportunity")
	who, _ := model.FieldNamed(new(model.Role).Fields(), "contact")
	return pane.Add{Kind: model.KindRole, With: map[int]string{of.Num: p.deal.String(), who.Num: c.ID.String()}}, true
}

// edit asks for what stands under the cursor: on the map the political status, in
// the list the field of the column.
func (p *Pane) edit() pane.Request {
	if p.view != asList {
		return p.set("political_status")
	}
	switch ask := p.list.EditHere().(type) {
	case pane.EditField:
		return p.set(pane.Field(new(model.Contact), ask.Num).Name)
	case pane.EditForm:
		return pane.EditForm{Record: p.Current()}
	default:
		return ask
	}
}

// add asks for a new person where the cursor is: of that rank and status, in the
// org chart below that person.
func (p *Pane) add(seat bool) pane.Request {
	with := map[int]string{}
	put := func(name, text string) { with[fieldOf(name).Num] = text }
	if seat {
		put("placeholder", "yes")
	}
	if c, ok := p.Current().(*model.Contact); ok {
		if p.view == asTree {
			put("reports_to", c.ID.String())
		} else {
			column, _ := model.MapColumn(c)
			put("political_status", column.String())
			put("rank", c.Rank.String())
		}
	}
	return pane.Add{Kind: model.KindContact, With: with}
}

// The room that a map gets to be copied, whatever the pane has.
const (
	copyWidth  = 120
	copyHeight = 40
)

// text is what the view shows as text, with the name of the account above it.
func (p *Pane) text() string {
	title := p.data.Plan.Account.Name
	if o := p.opportunity(); o != nil {
		title += ", for " + o.Name
	}
	if p.view == asList {
		return title + "\n" + p.listText()
	}
	size := p.size()
	size.W, size.H = max(size.W, copyWidth), max(size.H, copyHeight)
	var lines []string
	if p.view == asTree {
		lines = chart.NewOrg(p.people, chart.OrgOptions{W: size.W, Measure: size.Measure, ASCII: p.ascii()}).Text()
	} else {
		lines = p.mapIn(size).TextWithLegend()
	}
	text := title + "\n"
	for _, line := range lines {
		text += strings.TrimRight(line, " ") + "\n"
	}
	if p.path != nil {
		text += capital(p.path.Sentence) + ".\n"
	}
	return text
}
