package money

import (
	"astute/model"
	"astute/ui/pane"
)

// cellMeanings say what the states of a cell come from (domain section 4).
var cellMeanings = []struct {
	state   model.CellState
	meaning string
}{
	{model.CellWon, "revenue this year, or a won opportunity; with what is won this year"},
	{model.CellCurrent, "an open opportunity; with what could be won"},
	{model.CellPotential, "an opportunity at the stage Potential, or a potential that you noted"},
	{model.CellCompetitor, "they buy it from somebody else"},
	{model.CellInHouse, "they make it themselves"},
	{model.CellNotApplicable, "they cannot use it"},
	{model.CellWhite, "nobody has looked"},
}

// Legend implements [pane.Explained].
func (p *Pane) Legend() []pane.Legend {
	cells := pane.Legend{Title: "Whitespace"}
	for _, x := range cellMeanings {
		cells.Marks = append(cells.Marks, pane.Mark{Mark: x.state.Mark(), Word: x.state.String(), Meaning: x.meaning})
	}
	cells.Marks = append(cells.Marks,
		pane.Mark{Mark: "W+", Word: "won, and more", Meaning: "more is to be won there; where there is room, how much: W 50k +400k"},
		pane.Mark{Mark: "W!", Word: "a contradiction", Meaning: "what is said of the cell and what is on record do not agree"},
		pane.Mark{Mark: "1-9/40", Word: "the rows that are seen, of all", Meaning: ""},
		pane.Mark{Mark: "250k", Word: "an amount", Meaning: "in the currency of the account; any other is named"})
	return []pane.Legend{cells, {Title: "Everywhere in Money", Marks: []pane.Mark{
		{Mark: "25 %?", Word: "a usual chance", Meaning: "what is usual for the stage: nobody gave one"},
		{Mark: "! 5 d late", Word: "late", Meaning: "the day has passed, and nobody said what became of it"},
		{Mark: "?", Word: "not known", Meaning: "never counted against anybody; e sets it"},
		{Mark: "####", Word: "a bar", Meaning: "all bars of a table share a scale; an amount that no rate of yours leads from has none, and is never added"},
	}}}
}
