package pane

import (
	"cmp"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/theme"
)

// Column is a column of a table of records. Most show one field, which is what
// editing in that column edits.
type Column struct {
	grid.Column
	Name string // what it is remembered by, the field's name for most; "" is its title
	Num  int    // the field's number, 0 for none
	// Cell says what stands in the column; nil shows the field.
	Cell func(r model.Record, d Data, width int) grid.Cell
	// Instead says what stands in place of the field, false for the field; nil
	// shows the field of every record.
	Instead func(r model.Record, d Data, width int) (grid.Cell, bool)
	// Rank returns how records are sorted by the column; nil sorts by the field.
	Rank func(d Data) Ranking
}

// Show returns what stands in the column.
func (c Column) Show(r model.Record, d Data, width int) grid.Cell {
	return c.show(new(row), r, d, width)
}

// show is [Column.Show] for a row whose fields other columns have listed already.
func (c Column) show(of *row, r model.Record, d Data, width int) grid.Cell {
	if c.Cell != nil {
		return c.Cell(r, d, width)
	}
	if c.Instead != nil {
		if cell, other := c.Instead(r, d, width); other {
			return cell
		}
	}
	return FieldCell(of.field(r, c.Num), d, width)
}

// key is what the column is remembered by.
func (c Column) key() string { return cmp.Or(c.Name, strings.ToLower(c.Title)) }

// FieldColumn returns the column of a field, as wide as its type wants. short is
// its heading where the label does not fit.
func FieldColumn(f model.Field, short string, keep int) Column {
	c := Column{Name: f.Name, Num: f.Num, Column: grid.Column{Title: f.Label, Short: short, Keep: keep, Min: 8, Max: 24}}
	switch f.Type() {
	case model.TypeDate, model.TypeInstant:
		c.Min, c.Max = 10, 10
	case model.TypeNumber, model.TypeMoney:
		c.Min, c.Max, c.Right = 8, 16, true
	case model.TypeBool:
		c.Min, c.Max = 3, grid.Width(f.Label)
	case model.TypeChoice, model.TypeChoices:
		if short == "" {
			c.Short = heading(f.Label)
		}
		c.Min, c.Max, c.Whole = max(3, grid.Width(short)), longest(f.Words()), true
	}
	return c
}

// heading is a label in three letters, of its last word: that is the one that
// tells "Decision role" from "Decision orientation".
func heading(label string) string {
	words := strings.Fields(label)
	last := words[len(words)-1]
	first := grid.Head(last, 1)
	return strings.ToUpper(first) + grid.Head(strings.TrimPrefix(last, first), 2)
}

// Field returns a record's field by its number; the zero Field when the kind
// has none.
func Field(r model.Record, num int) model.Field { return numbered(r.Fields(), num) }

func numbered(fields []model.Field, num int) model.Field {
	for _, f := range fields {
		if f.Num == num {
			return f
		}
	}
	return model.Field{}
}

// row is one record while its cells are drawn one after the other: listing its
// fields for each of them is what drawing would spend its time on.
type row struct {
	of     model.Record
	fields []model.Field
}

func (w *row) field(r model.Record, num int) model.Field {
	if w.of != r {
		w.of, w.fields = r, r.Fields()
	}
	return numbered(w.fields, num)
}

// FieldCell returns a field as a table shows it: words of a choice in full where
// they fit, else their first letters where these say more than the marks, else
// the marks; a classification that is not known as "?".
func FieldCell(f model.Field, d Data, width int) grid.Cell {
	words := f.Words()
	text := f.Display(d.Plan.Name)
	switch {
	case f.IsZero() && words != nil && words[0].Mark != "":
		return grid.Cell{Text: "?", Style: theme.Unknown}
	case words != nil && (longest(words) > width || grid.Width(text) > width):
		if f.Type() == model.TypeChoice && width >= 3 && letters(words) {
			return grid.Cell{Text: Abbreviation(text), Style: toneOf(f)}
		}
		return grid.Cell{Text: marks(f, text), Style: toneOf(f)}
	case words != nil:
		return grid.Cell{Text: text, Style: toneOf(f)}
	case f.IsLong:
		return grid.Cell{Text: strings.Join(strings.Fields(text), " ")}
	case f.Type() == model.TypeInstant:
		if at, err := model.ParseInstant(f.Text()); err == nil && text != "" {
			return grid.Cell{Text: model.DateOf(at.Time()).String()}
		}
	}
	return grid.Cell{Text: text}
}

// longest is the width of the longest word: a column shows words only where all
// of them fit, so that one column never mixes words and marks.
func longest(words []model.Word) int {
	w := 0
	for _, word := range words {
		w = max(w, grid.Width(word.Name))
	}
	return w
}

// letters reports whether the marks of words are letters, which could be taken
// for those of another choice: O is Observing here and Opponent there. Signs and
// figures are the same wherever they stand.
func letters(words []model.Word) bool {
	for _, w := range words {
		if w.Mark == "" || w.Mark[0] < 'A' || w.Mark[0] > 'Z' {
			return false
		}
	}
	return true
}

// Abbreviation returns a word of a choice in three letters.
func Abbreviation(word string) string {
	if short := abbreviations[word]; short != "" {
		return short
	}
	return grid.Head(word, 3)
}

// abbreviations are the words that people shorten otherwise than to their first
// letters.
var abbreviations = map[string]string{"Learning": "Lrn", "C-Level": "C", "Manager": "Mgr", "High": "Hi"}

// marks returns the marks of the words chosen; the words where they have none.
func marks(f model.Field, text string) string {
	out := ""
	for _, item := range f.Items() {
		for _, w := range f.Words() {
			if w.Name == item {
				out += w.Mark
			}
		}
	}
	if out == "" {
		return text
	}
	return out
}

// tones are the words that carry a colour wherever they stand.
var tones = map[string]theme.Style{
	"Champion": theme.Good, "Supporter": theme.Good, "Opponent": theme.Bad,
	"Good": theme.Good, "Poor": theme.Bad, "Complete": theme.Faint, "Cancelled": theme.Faint, "Deferred": theme.Faint,
}

func toneOf(f model.Field) theme.Style { return tones[f.Text()] }
