package chart

import (
	"slices"
	"strings"

	"astute/model"
)

// Tone is a meaning that a word of a ledger has; a screen may colour it. The
// words say the same without it.
type Tone uint8

// The tones.
const (
	Plain Tone = iota
	Faint
	Strong
	Heading
	Accent
	Good
	Warn
	Bad
	Unknown
)

// Word is text in a ledger, and what it is about.
type Word struct {
	Text string
	Tone Tone
	Num  int // of the field that the text is the value of, nought for none
	// ID is the record that the word is about where that is another than the
	// row's, and of a note.
	ID model.ID
}

// Column is a column of a [Section].
type Column struct {
	Name  string
	Right bool // the words stand at its right side: amounts
	Least int  // columns that it may be cut to; nought: it is never cut
	Order int  // where there is no room the column with the highest goes first; nought stays
}

// Row is one row of a section: words, one to a column, about one record.
type Row struct {
	ID    model.ID // none: it sums others up
	Words []Word
}

// Section is a table with a heading and with sentences below it.
type Section struct {
	Title   string
	Columns []Column
	Rows    []Row
	Notes   []Word
}

// Ledger is a part of what there is to say about the money of an account.
type Ledger struct {
	Sections []Section
	// About says what the part is for, where there is nothing to show.
	About []string
}

// Empty reports whether there is nothing to show.
func (l Ledger) Empty() bool { return len(l.Sections) == 0 }

// Set is a word in its place.
type Set struct {
	Word
	Line, X int
	N       int // in the matrix the row, counted from 1
}

// Lay sets the ledger into lines of a width; 0 is as wide as it takes.
func (l Ledger) Lay(width int, measure Measure) (words []Set, lines int) {
	if measure == nil {
		measure = runes
	}
	for i, s := range l.Sections {
		if i > 0 {
			lines++
		}
		var list []Set
		list, lines = s.lay(lines, width, measure)
		words = append(words, list...)
	}
	return words, lines
}

func runes(text string) int { return len([]rune(text)) }

// gap is the blanks between two columns.
const gap = 2

func (s Section) lay(line, width int, measure Measure) ([]Set, int) {
	var words []Set
	put := func(x int, w Word, row model.ID) {
		if w.ID.IsZero() {
			w.ID = row
		}
		words = append(words, Set{Word: w, Line: line, X: x})
	}
	if s.Title != "" {
		put(0, Word{Text: fit(s.Title, width, measure), Tone: Heading}, model.ID{})
		line++
	}
	shown, widths := s.widths(width, measure)
	titled := slices.ContainsFunc(s.Columns, func(c Column) bool { return c.Name != "" })
	if len(s.Rows) > 0 && titled && len(shown) > 0 {
		x := 0
		for i, n := range shown {
			put(x+s.Columns[n].indent(s.Columns[n].Name, widths[i], measure), Word{Text: fit(s.Columns[n].Name, widths[i], measure), Tone: Faint}, model.ID{})
			x += widths[i] + gap
		}
		line++
	}
	for _, r := range s.Rows {
		x := 0
		for i, n := range shown {
			if n < len(r.Words) && r.Words[n].Text != "" {
				w := r.Words[n]
				w.Text = fit(w.Text, widths[i], measure)
				put(x+s.Columns[n].indent(w.Text, widths[i], measure), w, r.ID)
			}
			x += widths[i] + gap
		}
		line++
	}
	for _, note := range s.Notes {
		for _, text := range fold(note.Text, width, measure) {
			note.Text = text
			put(0, note, model.ID{})
			line++
		}
	}
	return words, line
}

func (c Column) indent(text string, width int, measure Measure) int {
	if !c.Right {
		return 0
	}
	return max(0, width-measure(text))
}

// widths are the columns that are shown, and how wide each of them is: as wide
// as its words where there is room; else those that can be are cut, the widest
// first, then columns are left out.
func (s Section) widths(width int, measure Measure) (shown, widths []int) {
	natural := make([]int, len(s.Columns))
	for i, c := range s.Columns {
		natural[i] = measure(c.Name)
		for _, r := range s.Rows {
			if i < len(r.Words) {
				natural[i] = max(natural[i], measure(r.Words[i].Text))
			}
		}
		if natural[i] > 0 {
			shown = append(shown, i)
		}
	}
	for {
		widths = widths[:0]
		total := -gap
		for _, i := range shown {
			widths = append(widths, natural[i])
			total += natural[i] + gap
		}
		if width <= 0 {
			return shown, widths
		}
		for ; total > width; total-- {
			widest := -1
			for k, i := range shown {
				if least := s.Columns[i].Least; least > 0 && widths[k] > least && (widest < 0 || widths[k] > widths[widest]) {
					widest = k
				}
			}
			if widest < 0 {
				break
			}
			widths[widest]--
		}
		if total <= width {
			return shown, widths
		}
		last := -1
		for k, i := range shown {
			if o := s.Columns[i].Order; o > 0 && (last < 0 || o > s.Columns[shown[last]].Order) {
				last = k
			}
		}
		if last < 0 {
			return shown, squeezed(widths, total-width)
		}
		shown = slices.Delete(shown, last, last+1)
	}
}

// squeezed takes so many columns from the widest: what has no room at all is
// cut, with an ellipsis, whatever it is.
func squeezed(widths []int, over int) []int {
	for ; over > 0; over-- {
		widest := 0
		for i, w := range widths {
			if w > widths[widest] {
				widest = i
			}
		}
		widths[widest] = max(1, widths[widest]-1)
	}
	return widths
}

// fit cuts text to a width, where there is one.
func fit(text string, width int, measure Measure) string {
	if width <= 0 {
		return text
	}
	return clip(text, width, measure)
}

// fold breaks a sentence into lines of a width, where there is one; what follows
// stands further in.
func fold(text string, width int, measure Measure) []string {
	if width <= 0 || measure(text) <= width {
		return []string{text}
	}
	const in = "  "
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch {
		case line == "":
			line = word
		case measure(line)+1+measure(word) <= width:
			line += " " + word
		default:
			lines = append(lines, fit(line, width, measure))
			line = in + word
		}
	}
	return append(lines, fit(line, width, measure))
}

// LedgerText writes words in their places as lines of text.
func LedgerText(words []Set, lines int, measure Measure) []string {
	if measure == nil {
		measure = runes
	}
	text := make([]string, lines)
	for _, w := range words {
		text[w.Line] += strings.Repeat(" ", max(0, w.X-measure(text[w.Line]))) + w.Text
	}
	for i := range text {
		text[i] = strings.TrimRight(text[i], " ")
	}
	return text
}
