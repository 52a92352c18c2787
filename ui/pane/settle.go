package pane

import (
	"slices"

	"astute/model"
	"astute/ui/grid"
)

// Show implements [Pane]. While the pane has the keys, rows stay where they are,
// those too that an edit took out of the filter or of what is shown at all: a
// second key must not meet another record than the first. What was taken back
// comes back under the cursor.
func (p *Records) Show(d Data) {
	same := p.data.Plan != nil && d.Plan != nil && p.data.Plan.Account.ID == d.Plan.Account.ID
	p.data = d
	if !same {
		p.lost = model.ID{}
		p.Settle()
		return
	}
	current := p.Current()
	p.refresh(p.tended)
	p.lose(current)
	if !p.lost.IsZero() && p.Seek(p.lost) {
		p.lost = model.ID{}
	}
}

// lose remembers a record that was under the cursor and is not shown any more.
func (p *Records) lose(r model.Record) {
	if r != nil && !slices.ContainsFunc(p.rows, func(other model.Record) bool { return other.Base().ID == r.Base().ID }) {
		p.lost = r.Base().ID
	}
}

// Tend tells the pane whether it has the keys. When it loses them, rows go where
// they belong.
func (p *Records) Tend(keys bool) {
	was := p.tended
	p.tended = keys
	if was && !keys {
		current := p.Current()
		p.refresh(false)
		p.lose(current)
	}
}

// Settle shows exactly what is to be shown, in order.
func (p *Records) Settle() { p.refresh(false) }

// refresh makes the rows anew and leaves the cursor on its record. With hold
// the rows that were there stay in their places.
func (p *Records) refresh(hold bool) {
	current, row := p.Current(), p.table.Row
	p.setColumns()
	held := map[model.ID]int{}
	if hold {
		for i, r := range p.rows {
			held[r.Base().ID] = i
		}
	}
	p.all, p.rows = nil, nil
	if p.data.Plan != nil {
		for _, r := range p.data.Plan.Of(p.Kind) {
			_, stays := held[r.Base().ID]
			if !stays && p.Keep != nil && !p.Keep(r, p.data) {
				continue
			}
			p.all = append(p.all, r)
			if stays || p.match == nil || p.match(r) {
				p.rows = append(p.rows, r)
			}
		}
	}
	p.sort(held)
	p.table.SetRows(len(p.rows))
	if current == nil || !p.Seek(current.Base().ID) {
		p.table.Move(row - p.table.Row)
	}
}

func (p *Records) setColumns() {
	if len(p.table.Columns) == len(p.Columns) {
		return
	}
	columns := make([]grid.Column, len(p.Columns))
	for i, c := range p.Columns {
		columns[i] = c.Column
	}
	p.table.SetColumns(columns)
}

// sort puts the rows into their order: those held as they stood, the others
// before the first of these that they belong before.
func (p *Records) sort(held map[model.ID]int) {
	less := func(model.Record, model.Record) int { return 0 }
	if len(p.Orders) > 0 {
		less = func(a, b model.Record) int { return p.Orders[p.order].Less(a, b, p.data) }
	}
	slices.SortStableFunc(p.rows, less)
	if len(held) == 0 {
		return
	}
	var stay, come []model.Record
	for _, r := range p.rows {
		if _, ok := held[r.Base().ID]; ok {
			stay = append(stay, r)
		} else {
			come = append(come, r)
		}
	}
	slices.SortFunc(stay, func(a, b model.Record) int { return held[a.Base().ID] - held[b.Base().ID] })
	for _, r := range come {
		at := slices.IndexFunc(stay, func(other model.Record) bool { return less(r, other) < 0 })
		if at < 0 {
			at = len(stay)
		}
		stay = slices.Insert(stay, at, r)
	}
	p.rows = stay
}
