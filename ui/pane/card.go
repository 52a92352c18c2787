package pane

import (
	"fmt"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/theme"
)

// The card stands beside the table where the pane has room for both: it shows
// the record under the cursor, all that its row cannot.

// CardFrom is how many columns a pane needs, frame not counted, so that a card
// leaves the table what it has on a small screen.
const CardFrom = 116

// The columns that a card takes at least and at most, and those of its labels.
const (
	leastCard  = 38
	mostCard   = 64
	labelWidth = 12
)

// CardPart is one thing that a card says.
type CardPart struct {
	Label string // "" for none
	Text  string
	Style theme.Style
	Whole bool // the text takes the whole width, below its label
}

// fieldCard is the card of any record: its fields that have values.
func fieldCard(r model.Record, d Data) []CardPart {
	parts := []CardPart{{Text: model.Title(r, d.Plan.Name), Style: theme.Strong}}
	for i, f := range r.Fields() {
		if f.Hidden || f.Num == model.NumAccount || f.IsZero() || i == 0 && f.Needed {
			continue
		}
		cell := FieldCell(f, d, 1<<20)
		part := CardPart{Label: f.Label, Text: cell.Text, Style: cell.Style}
		if part.Whole = f.IsLong || grid.Width(f.Label) > labelWidth; f.IsLong {
			part.Text = f.Text()
		}
		parts = append(parts, part)
	}
	return parts
}

// card is what stands beside the table, made for one record at one width.
type card struct {
	of     model.Record
	data   Data
	width  int
	lines  []cardLine
	offset int // lines above the first one seen
}

// cardLine is a line of a card as it is drawn.
type cardLine struct {
	label, text string
	style       theme.Style
	at          int // the column of the text
}

// What a person can wish of the card.
const (
	cardShown  = "shown"
	cardHidden = "hidden"
)

// wantsCard reports whether a card is to stand beside the table where it can.
func (p *Records) wantsCard() bool {
	return p.cardWish == cardShown || p.cardWish != cardHidden && !p.OnlyTable
}

// cardWidth returns how wide the card is, nought when there is none.
func (p *Records) cardWidth() int {
	if !p.wantsCard() || p.at.W < CardFrom {
		return 0
	}
	return max(leastCard, min(p.at.W*2/5, mostCard))
}

// look makes the card of the record under the cursor, if it is another than the
// one shown.
func (p *Records) look() {
	r, width := p.Current(), p.cardWidth()
	if width == 0 || r == nil || p.data.Plan == nil {
		p.card = card{}
		return
	}
	if p.card.of == r && p.card.data.same(p.data) && p.card.width == width {
		return
	}
	offset := 0
	if p.card.of != nil && p.card.of.Base().ID == r.Base().ID {
		offset = p.card.offset
	}
	make := fieldCard
	if p.Card != nil && !p.isHead(r) {
		make = p.Card
	}
	p.card = card{of: r, data: p.data, width: width, lines: cardLines(make(r, p.data), width-3)}
	p.scrollCard(offset)
}

// cardLines breaks what a card says into lines of a width. A blank line stands
// before each part that takes the whole width.
func cardLines(parts []CardPart, width int) []cardLine {
	var lines []cardLine
	for i, part := range parts {
		at, room := 0, width
		switch {
		case part.Whole:
			if i > 0 {
				lines = append(lines, cardLine{})
			}
			if part.Label != "" {
				lines = append(lines, cardLine{text: part.Label, style: theme.Heading})
				part.Label = ""
			}
		case part.Label != "":
			at, room = labelWidth+1, width-labelWidth-1
		}
		for _, text := range grid.Wrap(part.Text, room) {
			lines = append(lines, cardLine{label: part.Label, text: text, style: part.Style, at: at})
			part.Label = ""
		}
	}
	return lines
}

// scrollCard moves what is seen of the card by lines.
func (p *Records) scrollCard(by int) {
	p.card.offset = max(0, min(p.card.offset+by, len(p.card.lines)-p.at.H))
}

// drawCard draws the card into its part of the pane, behind a line.
func (p *Records) drawCard(v grid.View, glyphs theme.Glyphs) {
	for y := range v.H() {
		v.Text(0, y, theme.Frame, glyphs.Down)
	}
	in := v.Sub(layout.Rect{X: 2, W: v.W() - 3, H: v.H()})
	for y := range min(in.H(), len(p.card.lines)-p.card.offset) {
		line := p.card.lines[p.card.offset+y]
		in.Text(0, y, theme.Faint, grid.Cut(line.label, labelWidth))
		in.Text(line.at, y, line.style, grid.Cut(line.text, in.W()-line.at))
	}
	if more := len(p.card.lines) - p.card.offset - in.H(); more > 0 {
		// The last line gives way to say that it is not the last.
		in.Fit(0, in.H()-1, in.W(), theme.Faint, fmt.Sprintf("%d more lines: J", more+1))
	}
}

// cardCommands are what can be done with the card.
func (p *Records) cardCommands() []Command {
	narrow, none := "", ""
	if p.at.W < CardFrom {
		narrow = fmt.Sprintf("the card needs %d columns and the pane has %d: z gives it the whole screen", CardFrom, p.at.W)
		none = narrow
	} else if p.cardWidth() == 0 || len(p.rows) == 0 {
		none = "there is no card here: d shows it beside a record"
	}
	scroll := func(name, key string, by int) Command {
		return Command{Name: name, Keys: []string{key}, Why: none, Help: "what stands beside the table, where it is longer than the pane",
			Do: func() Request { p.scrollCard(by); return nil }}
	}
	return []Command{
		{Name: "card beside the table", Keys: []string{"d"}, Why: narrow, Also: "details preview", Do: p.toggleCard,
			Help: "shows or hides all about what is under the cursor, where the pane is wide enough"},
		scroll("scroll the card down", "J", 3),
		scroll("scroll the card up", "K", -3),
	}
}

func (p *Records) toggleCard() Request {
	wish := cardShown
	if p.wantsCard() {
		wish = cardHidden
	}
	p.cardWish = wish
	p.Resize(p.at)
	if wish == cardHidden {
		return Note{Text: "no card: d shows it again"}
	}
	return Note{Text: "the card is shown where there is room; J and K scroll it"}
}
