// Package politics is the pane of the political map: who controls the outcome,
// who backs us and who does not, who reaches whom. It shows the people of an
// account in three ways: by rank and political status with the lines between
// them, as a tree of who reports to whom, and as a list.
//
//	politics.go  the pane, and what it shows of whom
//	draw.go      the map on the screen
//	layers.go    which lines the map draws
//	tree.go      the org chart
//	people.go    the list
//	detail.go    what is said of the person of the cursor
//	path.go      the path to power
//	deal.go      the map as seen for one opportunity
//	move.go      a person moved over the map, at once or step by step
//	commands.go  the commands
//	edit.go      what they ask for
//	legend.go    what the marks mean
package politics

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/model/chart"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
)

// view is one of the ways in which the pane shows the people.
type view int

const (
	onMap view = iota
	asTree
	asList
)

// Pane is the political map.
type Pane struct {
	data   pane.Data
	seen   *model.Plan // the plan, or what it is for the deal
	deal   model.ID    // the opportunity that the map is seen for, none for the account
	match  func(model.Record) bool
	filter string
	at     layout.Rect
	view   view
	cursor model.ID // the person that the keys act on; see here

	people []*model.Contact // who is shown
	lines  []*model.Line
	layers layering
	chart  *chart.Map
	tree   tree
	list   pane.Records

	path   *model.Path // to power, nil while none is shown
	asked  model.ID    // the person of the cursor when it was asked for
	moving *moving     // nil while nobody is moved

	said []string // the lines below, without the path and the move
	ties map[model.ID]string
	of   model.ID // whose they are
}

// New returns the pane.
func New() *Pane {
	p := &Pane{chart: chart.NewMap(nil, nil, chart.Size{}, chart.Options{}), list: people()}
	p.tree = tree{chart: chart.NewOrg(nil, chart.OrgOptions{}), folded: map[model.ID]bool{}}
	return p
}

// Title implements [pane.Pane].
func (*Pane) Title() string { return "Political map" }

// Note implements [pane.Pane]: which view it is, for which deal, and what of it
// is not shown.
func (p *Pane) Note() string {
	var parts []string
	if text := [...]string{asTree: "org chart", asList: "list"}[p.view]; text != "" {
		parts = append(parts, text)
	}
	if p.filter != "" && p.seen != nil {
		parts = append(parts, fmt.Sprintf("/%s  %d of %d", p.filter, present(p.people), present(model.All[*model.Contact](p.seen.Book))))
	}
	if text := p.missing(); text != "" {
		parts = append(parts, text)
	}
	if o := p.opportunity(); o != nil {
		parts = append(parts, "for "+model.CleanText(o.Name))
	}
	return strings.Join(parts, "  ")
}

// present counts who has not left.
func present(people []*model.Contact) int {
	n := 0
	for _, c := range people {
		if !c.Left {
			n++
		}
	}
	return n
}

// missing says how many people and lines have no room on the map.
func (p *Pane) missing() string {
	if p.view != onMap {
		return ""
	}
	var parts []string
	if n := len(p.chart.Out); n > 0 {
		parts = append(parts, model.Count(n, "person", "people"))
	}
	if n := len(p.chart.Unrouted); n > 0 {
		parts = append(parts, model.Count(n, "line", "lines"))
	}
	if len(parts) == 0 {
		return ""
	}
	return model.AndList(parts) + " not shown"
}

// Show implements [pane.Pane]. Another account begins with the account as a
// whole.
func (p *Pane) Show(d pane.Data) {
	if p.data.Plan != nil && d.Plan != nil && p.data.Plan.Account.ID != d.Plan.Account.ID {
		p.deal, p.path, p.moving = model.ID{}, nil, nil
		clear(p.tree.folded)
	}
	p.data = d
	p.look()
}

// look takes the plan as it is to be seen, and lays everything out anew.
func (p *Pane) look() {
	if p.data.Plan == nil {
		return
	}
	p.rebase()
	p.see()
	p.repath()
	seen := p.data
	seen.Plan = p.seen
	p.list.Show(seen)
	p.arrange()
}

// Resize implements [pane.Pane].
func (p *Pane) Resize(r layout.Rect) {
	p.at = r
	p.list.Resize(layout.Rect{X: r.X, Y: r.Y, W: r.W, H: p.room()})
	p.arrange()
}

// Filter implements [pane.Pane].
func (p *Pane) Filter(text string, match func(model.Record) bool) {
	p.filter, p.match = text, match
	p.list.Filter(text, match)
	p.arrange()
}

// Filtered implements [pane.Pane].
func (p *Pane) Filtered() string { return p.filter }

// Reset implements [pane.Pane]: a move that was begun, the path, the filter, the
// deal.
func (p *Pane) Reset() bool {
	switch {
	case p.moving != nil:
		p.moving = nil
		p.arrange()
	case p.path != nil:
		p.path = nil
		p.arrange()
	case p.filter != "":
		p.unfilter()
	case !p.deal.IsZero():
		p.deal = model.ID{}
		p.look()
	default:
		return false
	}
	return true
}

// unfilter shows all again. The cursor stays on the person that was found: where
// the map has no room for that one among all, the list shows it.
func (p *Pane) unfilter() {
	id := p.here()
	p.Filter("", nil)
	if p.view == asList {
		p.list.Seek(id)
	} else if !id.IsZero() && p.here() != id {
		p.turn(asList)
		p.list.Seek(id)
		p.attend()
	}
}

// Kinds implements [pane.Pane].
func (*Pane) Kinds() []model.Kind { return []model.Kind{model.KindContact} }

// room is how many rows there are above what is said of the person of the
// cursor.
func (p *Pane) room() int { return max(0, p.at.H-p.details()) }

// size is the room of the map and of the tree.
func (p *Pane) size() chart.Size {
	return chart.Size{W: max(0, p.at.W-1), H: p.room(), Measure: grid.Width}
}

// ascii reports whether there are only plain characters to draw with.
func (p *Pane) ascii() bool { return p.data.Glyphs.Across == "-" }

// arrange lays out anew what is seen; the cursor stays on its person, or goes to
// the first one where that one is gone.
func (p *Pane) arrange() {
	if p.at.Empty() {
		return // its place on the screen is not known yet, and comes with Resize
	}
	p.people, p.lines = nil, nil
	if p.seen != nil {
		p.lines = model.All[*model.Line](p.seen.Book)
		for _, c := range model.All[*model.Contact](p.seen.Book) {
			if p.match == nil || p.match(c) {
				p.people = append(p.people, p.preview(c))
			}
		}
	}
	switch p.view {
	case asTree:
		p.layTree()
	case onMap:
		p.layMap()
	}
	if !p.shows(p.here()) {
		p.cursor = p.first()
		p.list.Seek(p.cursor)
	}
	if p.view == onMap {
		p.chart = p.chart.Refocus(p.cursor)
	}
	p.attend()
}

// attend draws the lines of the person of the cursor and says what is to be said
// of that person.
func (p *Pane) attend() {
	id := p.here()
	p.cursor = id
	switch p.view {
	case onMap:
		if p.chart.Focus() != id {
			p.chart = p.chart.Refocus(id)
		}
	case asTree:
		p.tree.follow(id)
	}
	p.describe()
}

// Tend follows the cursor, after everything that may have moved it: a row of
// keys draws the lines once. Whoever leaves the pane has not moved anybody.
func (p *Pane) Tend(keys bool) {
	p.list.Tend(keys && p.view == asList)
	if !keys && p.moving != nil {
		p.moving = nil
		p.arrange()
	}
	if p.here() != p.of {
		p.attend()
	}
}

// here is the person of the cursor; the list has a cursor of its own.
func (p *Pane) here() model.ID {
	if r := p.list.Current(); p.view == asList && r != nil {
		return r.Base().ID
	}
	return p.cursor
}

// shows reports whether somebody is seen in the view.
func (p *Pane) shows(id model.ID) bool {
	switch p.view {
	case asTree:
		return p.tree.chart.Find(id) >= 0
	case asList:
		r := p.list.Current()
		return r != nil && r.Base().ID == id
	}
	return p.chart.Find(id) >= 0
}

// first is where the cursor goes when its person is not seen: to somebody of the
// same place of the map, else to the first one.
func (p *Pane) first() model.ID {
	switch {
	case p.view == asTree && len(p.tree.chart.Rows) > 0:
		return p.tree.chart.Rows[0].Contact.ID
	case p.view == onMap && len(p.chart.People) > 0:
		if was, ok := p.contact(p.cursor); ok {
			column, _ := model.MapColumn(was)
			for _, person := range p.chart.People {
				if other, _ := model.MapColumn(person.Contact); other == column && person.Contact.Rank == was.Rank {
					return person.Contact.ID
				}
			}
		}
		return p.chart.People[0].Contact.ID
	}
	return model.ID{}
}

// contact returns somebody as the pane sees them.
func (p *Pane) contact(id model.ID) (*model.Contact, bool) {
	if p.seen == nil {
		return nil, false
	}
	return model.Lookup[*model.Contact](p.seen.Book, id)
}

// Scrolled implements [pane.Pane]; the map is never scrolled.
func (p *Pane) Scrolled() (above, total int) {
	switch p.view {
	case asTree:
		return p.tree.scrolled()
	case asList:
		return p.list.Scrolled()
	}
	return 0, 0
}

// Current implements [pane.Pane]: the contact as it is written, also where it is
// seen for a deal.
func (p *Pane) Current() model.Record {
	if p.data.Plan == nil || !p.shows(p.here()) {
		return nil
	}
	if r := p.data.Plan.Get(p.here()); r != nil {
		return r
	}
	return nil
}

// Seek implements [pane.Pane].
func (p *Pane) Seek(id model.ID) bool {
	switch p.view {
	case asList:
		return p.list.Seek(id)
	case asTree:
		if !p.reveal(id) {
			return false
		}
	default:
		if p.chart.Find(id) < 0 {
			return false
		}
	}
	p.cursor = id
	return true
}

// Click implements [pane.Pane].
func (p *Pane) Click(x, y int) {
	switch {
	case y >= p.room():
	case p.view == asList:
		p.list.Click(x, y)
	case p.view == asTree:
		p.clickTree(y)
	default:
		for _, person := range p.chart.People {
			if y == person.Y && x-1 >= person.X-1 && x-1 < person.X+person.W {
				p.Seek(person.Contact.ID)
			}
		}
	}
}

// Wheel implements [pane.Pane].
func (p *Pane) Wheel(rows int) {
	switch p.view {
	case asList:
		p.list.Wheel(rows)
	case asTree:
		p.climb(rows)
	default:
		p.step(0, max(-1, min(1, rows)))
	}
}

// turn shows another view, or the map again; the cursor stays on its person.
func (p *Pane) turn(to view) pane.Request {
	id := p.here()
	if p.view == to {
		to = onMap
	}
	p.view, p.cursor = to, id
	switch to {
	case asTree:
		p.layTree()
		p.reveal(id)
	case asList:
		p.list.Seek(id)
	}
	p.arrange()
	if c, ok := p.contact(id); ok && p.here() != id {
		return pane.Note{Text: c.Name + " has no room on the map: z gives it the whole screen"}
	}
	return nil
}
