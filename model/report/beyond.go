package report

import "astute/model"

// beyond is what the whitespace of an account holds besides its open deals: of
// each cell that the user gave a potential, what of it no open deal is after yet;
// so that adding it to the pipeline counts nothing twice. White is how many cells
// nobody has looked at, and unclear of how many a rate is missing to tell.
type beyond struct {
	more           model.Sums
	white, unclear int
}

func (d *document) beyond(m *model.Matrix) beyond {
	var b beyond
	units := len(d.plan.Of(model.KindUnit))
	for _, c := range m.Cells() {
		if c.State == model.CellWhite && (units == 0 || !c.Unit.IsZero()) {
			b.white++ // with units, the account as a whole is no place where to look
		}
		if c.Said == nil || c.Said.State == model.MarkNotApplicable || c.Said.Potential.IsZero() {
			continue
		}
		said := c.Said.Potential
		open := model.TotalOf(openIn(c), said.Currency(), model.All[*model.Rate](d.plan.Book), d.today)
		switch rest, err := said.Add(model.NewMoney(-open.Amount.Minor(), said.Currency())); {
		case len(open.Missing) > 0 || err != nil:
			b.unclear++
		case rest.Minor() > 0:
			b.more.Add(rest)
		}
	}
	return b
}

// openIn is what the open deals of a cell come to.
func openIn(c *model.Cell) model.Sums {
	var open model.Sums
	for _, o := range c.Deals {
		if o.Open() {
			open.Add(o.Amount)
		}
	}
	return open
}

// cellOf is a cell of the whitespace matrix: its state and what that is worth,
// and what else there is: open deals where something is won already, and the
// potential that the user gave it.
func cellOf(c *model.Cell) rich {
	open, potential := openIn(c), ""
	if c.Said != nil && c.Said.State != model.MarkNotApplicable {
		potential = c.Said.Potential.Short()
	}
	lines := []rich{plain(joined(" ", c.State.String(), c.Value().Short()))}
	switch c.State {
	case model.CellWhite:
		return nobody
	case model.CellWon:
		lines = append(lines, plain(withWord("open", open.Short())))
	case model.CellCurrent:
		lines[0] = plain(joined(" ", c.State.String(), open.Short()))
	default:
		potential = "" // it is the value
	}
	return join(append(lines, plain(withWord("potential", potential))), breakMark)
}
