package sheet

import (
	"fmt"

	"astute/model"
)

// Today sets what is due below its parts; the target of each is its record, told
// apart by N, its place in the list plus one.
func Today(list []model.Due, more int, today model.Date, o Options) *Sheet {
	b := &board{o: o, today: today}
	part := -1
	for i, d := range list {
		if int(d.Part) != part {
			if part >= 0 {
				b.line++
			}
			part = int(d.Part)
			b.text(0, Heading, model.DueParts[part], Target{})
		}
		b.due(d, Target{ID: d.Record.Base().ID, N: i + 1})
	}
	if more > 0 {
		b.line++
		b.text(0, Faint, fmt.Sprintf("%s more have something due: the portfolio shows all", model.Count(more, "account", "accounts")), Target{})
	}
	return &Sheet{Pieces: b.pieces, Lines: b.line, Columns: []int{0}}
}

// The columns of when, account and owner.
const (
	whenWidth = 11
	ownerWide = 16
)

// due is one line: when, what, for whom, whose.
func (b *board) due(d model.Due, of Target) {
	tone := Plain
	switch {
	case d.Late(b.today):
		tone = Bad
	case d.Part == model.DueCold || d.On == b.today:
		tone = Warn
	}
	mark := " "
	if d.Late(b.today) {
		mark = "!"
	}
	account := min(24, max(12, b.o.W/5))
	what := b.o.W - 2 - whenWidth - 2*gap - account
	owner := 0
	if what >= 40 {
		owner = ownerWide
		what -= owner + gap
	}
	who := d.Who
	if d.Mine {
		who = "me"
	}
	b.put(0, 1, false, mark, tone, of)
	x := 2
	for _, c := range []struct {
		width int
		text  string
		tone  Tone
	}{{whenWidth, d.When(b.today), tone}, {what, d.Text, Plain}, {account, d.Name, Faint}, {owner, who, Faint}} {
		if c.width > 0 {
			b.put(x, c.width, false, c.text, c.tone, of)
			x += c.width + gap
		}
	}
	b.line++
}
