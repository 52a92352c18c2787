package pane

import (
	"astute/model/sheet"
	"astute/ui/theme"
)

// FromSheet returns a page of what was laid out for screen and command line
// alike.
func FromSheet(s *sheet.Sheet) Page {
	var page Page
	for _, piece := range s.Pieces {
		page.Put(piece.Line, piece.X, tonesOf[piece.Tone], piece.Text, Target(piece.Target))
	}
	return page
}

// tonesOf say how what a text means looks.
var tonesOf = map[sheet.Tone]theme.Style{
	sheet.Plain: theme.Plain, sheet.Faint: theme.Faint, sheet.Strong: theme.Strong, sheet.Heading: theme.Heading, sheet.Good: theme.Good,
	sheet.Warn: theme.Warn, sheet.Bad: theme.Bad, sheet.Unknown: theme.Unknown, sheet.Done: theme.Done,
}
