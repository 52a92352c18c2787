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

// Tend tells the pane whether it has the keys, after everything that may have
// moved its cursor. When it loses them, rows go where
// they belong.
func (p *Records) Tend(keys bool) {
	defer p.look()
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
	for _, r := range p.inOrder() {
		_, stays := held[r.Base().ID]
		if !stays && p.Keep != nil && !p.Keep(r, p.data) {
			continue
		}
		p.all = append(p.all, r)
		if stays || p.match == nil || p.match(r) {
			p.rows = append(p.rows, r)
		}
	}
	p.sort(held)
	p.unmarkGone()
	p.table.SetRows(len(p.rows))
	if current == nil || !p.Seek(current.Base().ID) {
		p.table.Move(row - p.table.Row)
		p.offHead()
	}
}

func (p *Records) setColumns() {
	shown := p.columnsShown()
	if slices.EqualFunc(p.shown, shown, func(a, b Column) bool { return a.key() == b.key() && a.Keep == b.Keep }) {
		return
	}
	p.shown = shown
	columns := make([]grid.Column, len(shown))
	for i, c := range shown {
		columns[i] = c.Column
	}
	p.table.SetColumns(columns)
}

// sort puts the rows, which come in their order, where they belong: those held as
// they stood, and headings over them where the order has some.
func (p *Records) sort(held map[model.ID]int) {
	p.heads = nil
	sections := p.sections()
	if len(held) == 0 && sections == nil {
		return
	}
	place := make(map[model.ID]int, len(p.rows))
	for i, r := range p.rows {
		place[r.Base().ID] = i
	}
	less := func(a, b model.Record) int { return place[a.Base().ID] - place[b.Base().ID] }
	if sections != nil {
		p.head(sections, less, held)
		return
	}
	p.rows = settled(p.rows, less, func(r model.Record) (int, bool) { at, ok := held[r.Base().ID]; return at, ok })
}

// settled puts a list into its order: what is held as it stood, everything else
// before the first of these that it belongs before.
func settled[T any](list []T, less func(a, b T) int, held func(T) (int, bool)) []T {
	slices.SortStableFunc(list, less)
	var stay, come []T
	for _, it := range list {
		if _, ok := held(it); ok {
			stay = append(stay, it)
		} else {
			come = append(come, it)
		}
	}
	if len(stay) == 0 {
		return list
	}
	slices.SortFunc(stay, func(a, b T) int {
		x, _ := held(a)
		y, _ := held(b)
		return x - y
	})
	for _, it := range come {
		at := slices.IndexFunc(stay, func(other T) bool { return less(it, other) < 0 })
		if at < 0 {
			at = len(stay)
		}
		stay = slices.Insert(stay, at, it)
	}
	return stay
}
