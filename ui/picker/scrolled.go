package picker

import "fmt"

// Counted says how many items match of how many there are: "3/160", or only how
// many where they are looked up outside.
func (p *Picker) Counted() string {
	if p.sorted {
		return fmt.Sprint(len(p.shown))
	}
	return fmt.Sprintf("%d/%d", len(p.shown), len(p.Items()))
}

// Extend gives a list that is looked up outside more of the same: the cursor stays
// where it is.
func (p *Picker) Extend(items []Item) {
	at, offset, moved := p.cursor, p.offset, p.moved
	p.SetItems(items)
	p.cursor, p.offset, p.moved = max(0, min(at, len(p.shown)-1)), offset, moved
}

// AtEnd reports whether the cursor is on the last item.
func (p *Picker) AtEnd() bool { return len(p.shown) > 0 && p.cursor == len(p.shown)-1 }

// Below returns how many items lie below the last one that room lines show.
func (p *Picker) Below(room int) int {
	offset := max(0, min(p.offset, p.cursor), p.cursor-room+1)
	return max(0, len(p.shown)-offset-room)
}
