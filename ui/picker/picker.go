// Package picker is a list to choose from: by letter, by arrows, or by typing
// part of what is wanted. It only chooses; what a choice does is for whoever
// shows it.
package picker

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"astute/ui/grid"
	"astute/ui/input"
	"astute/ui/layout"
	"astute/ui/theme"
)

// Item is one thing to choose.
type Item struct {
	Value  string // what is chosen
	Text   string // what it is called
	Detail string // what tells it from others, or what it means
	Note   string // at the right: a key, an account
	Alias  string // a short name that means just this one, such as "me"; "" for none
	Letter string // the key that picks it at once, "" for none
	On     bool   // chosen already, where several can be
	Off    string // why it cannot be chosen, "" when it can
	Style  theme.Style
}

// Picker is a list with a cursor.
type Picker struct {
	Input  input.Input // what was typed; unused when the list is picked by letters
	Typing bool        // letters narrow the list instead of picking
	// Whole shows names uncut where they fit at all; what stands beside them gets
	// the rest.
	Whole bool
	// Else returns what can be chosen where nothing fits what was typed, such as
	// making it; nil is nothing.
	Else func(typed string) []Item

	items  []Item // all; those of Else come last
	given  int    // how many of items are not of Else
	shown  []int  // places in items of those that match
	cursor int    // a place in shown
	offset int
	moved  bool // the cursor was moved since something was typed
	fold   func(string) string
	sorted bool // the items come sorted and matched by whoever made them
}

// Letters returns a list picked by letters and arrows.
func Letters(items []Item) *Picker {
	p := &Picker{}
	p.SetItems(items)
	return p
}

// Typed returns a list narrowed by typing. fold makes letters comparable; nil
// compares them without case.
func Typed(items []Item, fold func(string) string) *Picker {
	p := &Picker{Typing: true, fold: fold}
	if p.fold == nil {
		p.fold = strings.ToLower
	}
	p.SetItems(items)
	return p
}

// Found returns a list whose items are looked up outside for what was typed.
func Found() *Picker { return &Picker{Typing: true, sorted: true} }

// SetItems gives the list other items; the cursor stays on its value where that
// is still there and nothing is looked up anew.
func (p *Picker) SetItems(items []Item) {
	value := ""
	if it, ok := p.Current(); ok {
		value = it.Value
	}
	p.items, p.given = items, len(items)
	p.narrow()
	if p.sorted {
		return
	}
	for i, at := range p.shown {
		if p.items[at].Value == value && value != "" {
			p.cursor = i
		}
	}
}

// Select puts the cursor on a value.
func (p *Picker) Select(value string) {
	for i, at := range p.shown {
		if p.items[at].Value == value {
			p.cursor = i
		}
	}
}

// Items returns all items.
func (p *Picker) Items() []Item { return p.items[:p.given] }

// Len returns how many items match what was typed.
func (p *Picker) Len() int { return len(p.shown) }

// Current returns the item under the cursor.
func (p *Picker) Current() (Item, bool) {
	if p.cursor < len(p.shown) {
		return p.items[p.shown[p.cursor]], true
	}
	return Item{}, false
}

// Settled reports whether the arrows have nothing to choose between: at most one
// item matches, or one is called just what was typed.
func (p *Picker) Settled() bool { return len(p.shown) < 2 || !p.moved && len(p.Meant()) == 1 }

// Meant returns the items that what was typed can mean: the one that was gone to
// with the arrows, else the only one that is called just so, else all that match.
func (p *Picker) Meant() []Item {
	if it, ok := p.Current(); ok && p.moved {
		return []Item{it}
	}
	var all, same []Item
	for _, at := range p.shown {
		it := p.items[at]
		all = append(all, it)
		if p.isCalled(it) {
			same = append(same, it)
		}
	}
	if len(same) == 1 {
		return same
	}
	return all
}

// isCalled reports whether what was typed is just what an item is called.
func (p *Picker) isCalled(it Item) bool {
	if p.fold == nil {
		return false
	}
	typed := p.fold(strings.TrimSpace(p.Input.Text()))
	return typed != "" && (typed == p.fold(it.Text) || typed == p.fold(it.Alias))
}

// Letter returns the item that a key picks at once.
func (p *Picker) Letter(key string) (Item, bool) {
	for i, it := range p.items {
		if it.Letter != "" && it.Letter == key && !p.Typing {
			for at, shown := range p.shown {
				if shown == i {
					p.cursor = at
				}
			}
			return it, true
		}
	}
	return Item{}, false
}

// Toggle turns the item of a value on or off.
func (p *Picker) Toggle(value string) {
	for i := range p.items {
		if p.items[i].Value == value {
			p.items[i].On = !p.items[i].On
		}
	}
}

// Chosen returns the values that are on, in the order of the list.
func (p *Picker) Chosen() []string {
	var values []string
	for _, it := range p.items {
		if it.On {
			values = append(values, it.Value)
		}
	}
	return values
}

// Key moves the cursor or types. It reports whether the key meant something.
func (p *Picker) Key(key string) bool {
	switch key {
	case "down", "ctrl+n", "up", "pgdown", "pgup":
		p.moved = true
	}
	switch key {
	case "down", "ctrl+n":
		p.Move(1)
	case "up":
		p.Move(-1)
	case "pgdown":
		p.Move(10)
	case "pgup":
		p.Move(-10)
	default:
		if !p.Typing || !p.Input.Key(key) {
			return false
		}
		p.narrow()
	}
	return true
}

// Paste types what was pasted.
func (p *Picker) Paste(text string) {
	if p.Typing {
		p.Input.Insert(text)
		p.narrow()
	}
}

// Move moves the cursor.
func (p *Picker) Move(by int) { p.cursor = max(0, min(p.cursor+by, len(p.shown)-1)) }

// narrow finds the items that have all words typed, each as the beginning of a
// word; what is called just so comes first, then those whose name begins so.
func (p *Picker) narrow() {
	p.shown, p.cursor, p.offset, p.moved = p.shown[:0], 0, 0, false
	p.items = p.items[:p.given]
	if !p.Typing || p.sorted {
		for i := range p.items {
			p.shown = append(p.shown, i)
		}
		return
	}
	words := strings.Fields(p.fold(p.Input.Text()))
	var whole, begins, later []int
	for i, it := range p.items {
		name := p.fold(it.Text)
		switch begun := len(words) > 0 && strings.HasPrefix(name, words[0]); {
		case p.isCalled(it):
			whole = append(whole, i)
		case !hasAll(name+" "+p.fold(it.Detail+" "+it.Note), words):
		case begun && hasAll(name, words): // the rest of the words may stand in what it means
			p.shown = append(p.shown, i)
		case begun:
			begins = append(begins, i)
		default:
			later = append(later, i)
		}
	}
	p.shown = slices.Concat(whole, p.shown, begins, later)
	if len(p.shown) > 0 {
		return
	}
	for i, it := range p.items {
		if hasNear(p.fold(it.Text), words) {
			p.shown = append(p.shown, i)
		}
	}
	if p.Else != nil {
		for _, it := range p.Else(strings.TrimSpace(p.Input.Text())) {
			p.shown = append(p.shown, len(p.items))
			p.items = append(p.items, it)
		}
	}
}

// hasAll reports whether each of the words begins a word of the text.
func hasAll(text string, words []string) bool {
	for _, w := range words {
		if !beginsWord(text, w) {
			return false
		}
	}
	return true
}

func beginsWord(text, w string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], w)
		if i < 0 {
			return false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		if i == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before) {
			return true
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		from = i + size
	}
}

// Click puts the cursor on the item at a line of the list's view, below the
// typed line. It reports false where there is none.
func (p *Picker) Click(line int) bool {
	if p.Typing {
		line -= 2
	}
	at := p.offset + line
	if line < 0 || at >= len(p.shown) {
		return false
	}
	p.cursor = at
	return true
}

// Lines returns how many lines the list takes at most.
func (p *Picker) Lines() int {
	n := len(p.items)
	if p.Typing {
		n += 2
	}
	return n
}

// Draw draws what was typed, then the items around the cursor.
func (p *Picker) Draw(v grid.View) {
	if p.Typing {
		v.Text(0, 0, theme.Focus, ">")
		p.Input.Draw(v.Sub(layout.Rect{X: 2, W: v.W() - 2, H: 1}), theme.Plain, true)
		v = v.Sub(layout.Rect{Y: 2, W: v.W(), H: v.H() - 2})
	}
	p.DrawItems(v)
}

// DrawItems draws the items around the cursor.
func (p *Picker) DrawItems(v grid.View) {
	room := v.H()
	p.offset = max(0, min(p.offset, p.cursor), p.cursor-room+1)
	name, letter := p.widths(v.W())
	for i := 0; i < room && p.offset+i < len(p.shown); i++ {
		it := p.items[p.shown[p.offset+i]]
		p.drawItem(v.Sub(layout.Rect{Y: i, W: v.W(), H: 1}), it, p.offset+i == p.cursor, name, letter)
	}
}

// widths returns how many columns the names and the letters take.
func (p *Picker) widths(w int) (name, letter int) {
	for _, at := range p.shown {
		name = max(name, grid.Width(p.items[at].Text))
		letter = max(letter, grid.Width(p.items[at].Letter))
	}
	if p.Whole {
		return min(name, w-4), letter
	}
	return min(name, max(12, w/2)), letter
}

func (p *Picker) drawItem(v grid.View, it Item, here bool, name, letter int) {
	style, faint, key := it.Style, theme.Faint, theme.Key
	if it.Off != "" {
		style = theme.Faint
	}
	if here {
		v.Fill(theme.Selected)
		style, faint, key = theme.Selected, theme.Selected, theme.Selected
		v.Text(0, 0, theme.Selected, ">")
	}
	x := 2
	if letter > 0 {
		v.Text(x, 0, key, it.Letter)
		x += letter + 2
	}
	if it.On {
		v.Text(x-2, 0, style, "x")
	}
	x = v.Fit(x, 0, name, style, it.Text) + 2
	end := v.W()
	if it.Note != "" {
		note := grid.Cut(it.Note, max(0, v.W()/3))
		if at := end - grid.Width(note) - 1; !p.Whole || at >= x {
			end = at
			v.Text(end, 0, faint, note)
			end -= 2
		}
	}
	detail := it.Detail
	if it.Off != "" {
		detail = it.Off
	}
	if end > x {
		v.Text(x, 0, faint, grid.Cut(detail, end-x))
	}
}
