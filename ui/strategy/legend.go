package strategy

import (
	"astute/model/sheet"
	"astute/ui/pane"
)

// Legend implements [pane.Explained].
func (p *Pane) Legend() []pane.Legend {
	full, empty, mark := sheet.BarGlyphs(p.Data().Glyphs.Across == "-")
	return []pane.Legend{{Title: "Initiatives", Marks: []pane.Mark{
		{Mark: "+", Word: "complete", Meaning: "the chain reaches from what they want to how we help"},
		{Mark: "!", Word: "incomplete", Meaning: "the chain lacks a challenge or a solution"},
		{Mark: "x = /", Word: "over", Meaning: "reached, put off or dropped: it counts no more"},
		{Mark: "->", Word: "leads to", Meaning: "from an initiative to a challenge, from there to our solution"},
	}}, {Title: "Goals", Marks: []pane.Mark{
		{Mark: full + empty, Word: "the way", Meaning: "from the baseline to the target, as far as it has come"},
		{Mark: mark, Word: "the time", Meaning: "how much of it is over, from when the goal was put on record"},
	}}, {Title: "Buying process", Marks: []pane.Mark{
		{Mark: "[ ]", Word: "still to come"}, {Mark: "[>]", Word: "they are at it"}, {Mark: "[x]", Word: "behind us"},
		{Mark: "[!]", Word: "late", Meaning: "it was expected before today"}, {Mark: "[?]", Word: "not known", Meaning: "nobody said how far it is"},
	}}, {Title: "Profile", Marks: []pane.Mark{
		{Mark: "[I] [C] [O]", Word: "Ideal, Caution, Off-strategy", Meaning: "what they are"},
		{Mark: "[S] [-]", Word: "Seen, Not Seen", Meaning: "what presses them"},
		{Mark: "[Y] [P] [N]", Word: "Yes, Partly, No", Meaning: "what we could do for them"},
		{Mark: "[?]", Word: "not answered", Meaning: "never counted against anybody; a capital letter answers"},
	}}, {Title: "Everywhere", Marks: []pane.Mark{
		{Mark: "priority?", Word: "not known yet", Meaning: "the field with a question mark; e says it"},
	}}}
}
