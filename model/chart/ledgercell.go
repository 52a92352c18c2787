package chart

import "astute/model"

// Behind returns what is behind a cell of the matrix: its opportunities, its
// revenue and what is said of it, why it stands as it does, and what contradicts
// itself. Without any of these there is only the reason.
func Behind(p *model.Plan, c *model.Cell, today model.Date) Section {
	s := Section{Title: p.Name(c.Product) + " / " + UnitName(p, c.Unit) + ": " + c.State.String(),
		Columns: []Column{{Least: 14}, {Right: true}, {}, {Least: 8}}}
	for _, o := range c.Deals {
		s.Rows = append(s.Rows, Row{ID: o.ID, Words: []Word{{Text: "  " + p.Name(o.ID), Num: dealNumber("name")}, unknown(Word{Text: o.Amount.Short(), Num: dealNumber("amount")}),
			unknown(Word{Text: o.Stage.String(), Num: dealNumber("stage")}), closing(o, today)}})
	}
	for _, r := range c.Revenue {
		s.Rows = append(s.Rows, Row{ID: r.ID, Words: []Word{{Text: "  revenue"}, {Text: r.Amount.Short(), Num: fieldNumber(r, "amount")}, {Text: r.Year.String(), Num: fieldNumber(r, "year")}}})
	}
	if m := c.Said; m != nil {
		s.Rows = append(s.Rows, Row{ID: m.ID, Words: []Word{{Text: "  what you say of it", Tone: Faint}, unknown(Word{Text: m.Potential.Short(), Num: fieldNumber(m, "potential")}),
			unknown(Word{Text: m.State.String(), Num: fieldNumber(m, "state")}), {Text: p.Name(m.Competitor), Num: fieldNumber(m, "competitor")}}})
	}
	if !c.Won.IsZero() {
		s.Notes = append(s.Notes, Word{Text: "Won this year: " + c.Won.Grouped(), Tone: Good})
	}
	if !c.Potential.IsZero() {
		s.Notes = append(s.Notes, Word{Text: "To win: " + c.Potential.Grouped()})
	}
	s.Notes = append(s.Notes, said(c.Reasons, Faint)...)
	for _, doubt := range c.Doubts {
		s.Notes = append(s.Notes, Word{Text: "! " + doubt, Tone: Warn})
	}
	return s
}

// closing is the day of an opportunity: late only while it is open.
func closing(o *model.Opportunity, today model.Date) Word {
	if o.Open() {
		return dayWord(o.Close, today, dealNumber("close"))
	}
	return unknown(Word{Text: o.Close.String(), Num: dealNumber("close")})
}

// UnitName is what a row of the matrix is called.
func UnitName(p *model.Plan, unit model.ID) string {
	if unit.IsZero() {
		return "whole account"
	}
	return p.Name(unit)
}
