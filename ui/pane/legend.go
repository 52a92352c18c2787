package pane

import (
	"astute/model"
	"astute/ui/grid"
)

// Legend says what the marks of one field, or of one part of a pane, mean.
type Legend struct {
	Title string
	Marks []Mark
}

// Mark is a mark as it stands in a pane, with its word and what it says.
type Mark struct{ Mark, Word, Meaning string }

// Explained is a pane with marks to explain.
type Explained interface{ Legend() []Legend }

// FieldLegend explains the marks of a choice as a narrow column shows them;
// false where it has none.
func FieldLegend(f model.Field) (Legend, bool) {
	words := f.Words()
	if len(words) == 0 || words[0].Mark == "" {
		return Legend{}, false
	}
	l := Legend{Title: f.Label}
	for _, w := range words {
		mark := w.Mark
		if f.Type() == model.TypeChoice && letters(words) {
			mark = Abbreviation(w.Name)
		}
		l.Marks = append(l.Marks, Mark{mark, w.Name, w.Meaning})
	}
	return l, true
}

// Legend implements [Explained]: the choices among the columns.
func (p *Records) Legend() []Legend {
	var list []Legend
	fields := p.Kind.Spec().New().Fields()
	for _, c := range p.Columns {
		for _, f := range fields {
			if l, ok := FieldLegend(f); ok && f.Num == c.Num {
				list = append(list, l)
			}
		}
	}
	if len(list) > 0 {
		list = append(list, Legend{Title: "In every column", Marks: []Mark{
			{"?", "not known", "never counted against anybody; e sets it"},
			{"Dir?", "a proposal", "with a question mark: nobody has confirmed it yet"},
			{grid.Ellipsis, "cut", "the frame below says it in full, or the brief"},
			{">", "the cursor", ""},
		}})
	}
	return list
}

// String says a mark in words: its name, and what it says where that adds to it.
func (m Mark) String() string {
	if m.Meaning == "" {
		return m.Word
	}
	return m.Word + ": " + m.Meaning
}
