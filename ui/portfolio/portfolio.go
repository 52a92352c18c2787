// Package portfolio is the pane of all accounts: how each stands, the widest gap
// first, then who has a plan and who carries one out, how much each account
// matters, and what each of us carries. It is drawn from what is kept of every
// account; no plan is read for it.
//
//	portfolio.go  the pane and its commands
//	legend.go     what its marks mean
package portfolio

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/model/sheet"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"
)

// Pane is all accounts.
type Pane struct {
	pane.Sheet
	order  model.RowOrder
	by     model.Grouping
	filter string
	match  func(model.Record) bool
	at     layout.Rect
}

// New returns the pane.
func New() *Pane {
	p := &Pane{}
	p.Sheet = pane.Sheet{Lay: p.lay, Begin: p.begin, Empty: []string{
		"How all accounts stand, the worst first.",
		"A makes the first account",
	}}
	return p
}

// Title implements [pane.Pane].
func (*Pane) Title() string { return "Portfolio" }

// orders are the orders of accounts with their words.
var orders = []struct {
	by   model.RowOrder
	name string
}{
	{model.ByGap, "widest gap first"}, {model.ByHealth, "poorest health first"}, {model.ByPipeline, "largest pipeline first"},
	{model.ByWhitespace, "most whitespace first"}, {model.ByLate, "most late first"}, {model.ByReview, "review due longest first"},
	{model.ByComplete, "least known first"}, {model.ByActivity, "quiet for longest first"}, {model.ByName, "by name"},
}

// Note implements [pane.Pane]: how many accounts, and in which order.
func (p *Pane) Note() string {
	if p.accounts() == nil {
		return ""
	}
	note := fmt.Sprint(len(p.accounts().Rows))
	if p.filter != "" {
		note = "/" + p.filter
	}
	if p.by != model.Ungrouped {
		note += "  by " + model.Groupings[p.by]
	}
	return note + "  " + orders[p.order].name
}

func (p *Pane) accounts() *model.Accounts { return p.Data().Accounts }

// Resize implements [pane.Pane].
func (p *Pane) Resize(r layout.Rect) {
	p.at = r
	p.Sheet.Resize(r)
}

// lay sets the accounts into a page.
func (p *Pane) lay(d pane.Data, w, h int) pane.Page {
	var page pane.Page
	switch {
	case w <= 0 || h <= 0:
		return page
	case d.Accounts == nil:
		page.Put(0, 0, theme.Faint, "All accounts are being read.", pane.Target{})
		return page
	case len(d.Accounts.Rows) == 0:
		return page
	}
	shown := *d.Accounts
	shown.Rows = slices.Clone(shown.Rows)
	shown.Sort(orders[p.order].by)
	view := sheet.PortfolioView{By: p.by, Whole: true, Keep: p.keep()}
	s := sheet.Portfolio(&shown, d.Today, view, sheet.Options{W: w, Measure: grid.Width, Wrap: grid.Wrap, ASCII: d.Glyphs.Across == "-", Keys: true})
	return pane.FromSheet(s)
}

// keep is the filter as rows take it, nil for none.
func (p *Pane) keep() func(*model.Row) bool {
	if p.match == nil {
		return nil
	}
	return func(r *model.Row) bool { return p.match(r.Account) }
}

// begin puts the cursor on the first account.
func (p *Pane) begin(_ pane.Data, page *pane.Page) pane.Target {
	for _, stop := range page.Stops {
		if !stop.Target.ID.IsZero() {
			return stop.Target
		}
	}
	return pane.Target{}
}

// row is the account under the cursor, nil for none.
func (p *Pane) row() *model.Row {
	if p.accounts() == nil {
		return nil
	}
	for _, r := range p.accounts().Rows {
		if r.ID == p.Cursor().ID {
			return r
		}
	}
	return nil
}

// Current implements [pane.Pane]: of the accounts only the one that is open is a
// record here; the others are known by their summaries.
func (p *Pane) Current() model.Record {
	if r := p.row(); r != nil && p.Data().Plan != nil && r.ID == p.Data().Plan.Account.ID {
		return p.Data().Plan.Account
	}
	return nil
}

// Show implements [pane.Pane]. The cursor stays where it is when another account
// is opened.
func (p *Pane) Show(d pane.Data) {
	was := p.Cursor()
	p.Sheet.Show(d)
	p.Go(was)
}

// Filter implements [pane.Pane].
func (p *Pane) Filter(text string, match func(model.Record) bool) {
	p.filter, p.match = text, match
	p.Arrange()
}

// Filtered implements [pane.Pane].
func (p *Pane) Filtered() string { return p.filter }

// Kinds implements [pane.Pane].
func (*Pane) Kinds() []model.Kind { return []model.Kind{model.KindAccount} }

// Reset implements [pane.Pane].
func (p *Pane) Reset() bool {
	if p.filter == "" {
		return false
	}
	p.Filter("", nil)
	return true
}

// Foot says below why the account under the cursor stands where it does.
func (p *Pane) Foot(_ int, keys bool) string {
	r := p.row()
	switch {
	case r == nil || !keys:
		return ""
	case len(r.Gap.Reasons) == 0:
		return "nothing known to be wrong"
	}
	return strings.Join(r.Gap.Reasons, ", ")
}

// Commands implements [pane.Pane].
func (p *Pane) Commands() []pane.Command {
	why, none := "", ""
	if p.row() == nil {
		why = "there is no account under the cursor"
	}
	if a := p.accounts(); a == nil || len(a.Rows) == 0 {
		none = "there is no account yet: A makes one"
		why = none
	}
	return append([]pane.Command{
		{Name: "open the account", Keys: []string{"enter"}, Hint: "open", Why: why, Help: "its plan, in the panes before this one",
			Do: func() pane.Request { return pane.Switch{Account: p.row().ID} }},
		{Name: "sort otherwise", Keys: []string{"s"}, Hint: "sort", Why: none, Help: "by gap, health, pipeline, whitespace, late actions, review, what is known, last activity, name; the title says which",
			Do: func() pane.Request {
				p.order = (p.order + 1) % model.RowOrder(len(orders))
				return p.again()
			}},
		{Name: "gather", Keys: []string{"b"}, Hint: "gather", Why: none, Also: "group owner manager segment", Help: "by owner, by manager, by segment, not at all",
			Do: func() pane.Request {
				p.by = (p.by + 1) % model.Grouping(len(model.Groupings))
				return p.again()
			}},
		{Name: "filter", Keys: []string{"/"}, Hint: "filter", Why: none, Help: "show only what matches, like owner:me or plan_type:top",
			Do: func() pane.Request { return pane.AskFilter{} }},
		{Name: "next part", Keys: []string{"J"}, Why: none, Help: "from the accounts to adoption, importance, the team", Do: func() pane.Request { return p.jump(1) }},
		{Name: "part before", Keys: []string{"K"}, Why: none, Help: "back to the accounts", Do: func() pane.Request { return p.jump(-1) }},
		{Name: "copy", Keys: []string{"y"}, Why: none, Help: "the portfolio as text, to the clipboard",
			Do: func() pane.Request { return pane.Copy{Text: p.Page().Text(), What: "portfolio"} }},
	}, pane.Moves(&p.Sheet)...)
}

// again lays the page out anew, from its top.
func (p *Pane) again() pane.Request {
	p.Arrange()
	if first := p.begin(p.Data(), p.Page()); first != (pane.Target{}) {
		p.Go(first)
	}
	return nil
}

// jump puts the cursor on the heading of the part that many further.
func (p *Pane) jump(by int) pane.Request {
	heads, at := []pane.Piece{}, 0
	here := p.Page().Find(p.Cursor())
	for i, stop := range p.Page().Stops {
		if stop.Target.ID.IsZero() {
			if i <= here {
				at = len(heads)
			}
			heads = append(heads, stop)
		}
	}
	if len(heads) == 0 {
		return nil
	}
	to := heads[(at+by+len(heads))%len(heads)]
	p.Go(to.Target)
	above, _ := p.Scrolled()
	p.Wheel(to.Line - above) // so that what is below it is seen
	return nil
}
