package pane

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/grid"
)

// Foot says below the table what stands under the cursor: what a choice means,
// a day with its weekday, a text that is cut.
func (p *Records) Foot(width int, keys bool) string {
	r := p.Current()
	if r == nil || !keys || p.table.Column >= len(p.shown) {
		return ""
	}
	column := p.shown[p.table.Column]
	f := Field(r, p.num(r, column.Num))
	if text := Meaning(f); text != "" {
		if labelled := f.Label + ": " + text; grid.Width(labelled) <= width {
			return labelled
		}
		return text
	}
	_, _, w := p.table.Place()
	if cell := p.cell(new(row), r, p.table.Column, w); grid.Width(cell.Text) > w {
		return cell.Text
	}
	return ""
}

// Meaning explains the value of a field where what is shown says less: the word
// of a choice, the weekday of a day; "" where the value says all.
func Meaning(f model.Field) string {
	words := f.Words()
	if day, err := model.ParseDate(f.Text()); words == nil && f.Type() == model.TypeDate && err == nil && !day.IsZero() {
		return Day(day)
	}
	switch items := f.Items(); {
	case words == nil:
		return ""
	case len(items) == 0:
		return "not known yet"
	case len(items) == 1:
		for _, w := range words {
			if w.Name == items[0] && w.Meaning != "" {
				return w.Name + ": " + w.Meaning
			}
		}
	}
	return strings.Join(f.Items(), ", ")
}

// Beyond says how many columns are out of sight on either side, in words where
// there is room for them; "" for none.
func (p *Records) Beyond(width int) string {
	if len(p.rows) == 0 {
		return ""
	}
	left, right := p.table.Hidden()
	return OutOfSight(left, right, "column", width)
}

// OutOfSight says how many things lie out of sight on either side, in words
// where there is room for them; "" for none. One of them is called by the name.
func OutOfSight(left, right int, name string, width int) string {
	var short, long []string
	if left > 0 {
		short = append(short, fmt.Sprintf("< %d", left))
		long = short
	}
	if right > 0 {
		words := "more " + name
		if right > 1 {
			words += "s"
		}
		short = append(short, fmt.Sprintf("%d >", right))
		long = append(long[:len(long):len(long)], fmt.Sprintf("%d %s >", right, words))
	}
	if text := strings.Join(long, "   "); grid.Width(text) <= width {
		return text
	}
	return strings.Join(short, "  ")
}
