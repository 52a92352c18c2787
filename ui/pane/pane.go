// Package pane is what the workspace and its panes agree on.
//
// A [Pane] is a part of the screen that shows one side of a plan. It is a plain
// value with methods: it is given data, it is told keys through its table of
// commands, and what it wants done it returns as a [Request]. It reads no file,
// knows no other pane, and draws only what it holds.
//
//	pane.go      Pane, Data
//	command.go   Command: key, help, effect and reason why not, in one table
//	request.go   what a pane can ask for
//	study.go     the pages about people that it can ask for
//	answer.go    by what a new record belongs to another
//	reviewing.go adding a review, whose type settles the rest of it, and holding one
//	columns.go   columns of a table made from the fields of a kind
//	records.go   the table of records that most panes are
//	sections.go  headings over its rows, which are records too
//	settle.go    which rows it shows, and when they may move
//	order.go     in which order
//	chosen.go    the columns that a person chose
//	card.go      what stands beside it
//	page.go      text at its places, and what of it the cursor can stand on
//	fromsheet.go a page of what model/sheet lays out
//	sheet.go     the page with a cursor that the other panes are
//	foot.go      what it says on its frame
//	mention.go   who is named in a line that is typed; oneline.go when, when.go how far off a day is
//	legend.go    what its marks mean
package pane

import (
	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/theme"
)

// Data is what a pane shows: everything it needs, already read.
type Data struct {
	Plan   *model.Plan
	Today  model.Date
	Me     model.ID // the teammate at the keyboard, none when not said
	Glyphs theme.Glyphs
	// Accounts is how all accounts stand, nil while nobody looked at it yet.
	Accounts *model.Accounts
}

// same reports whether both hold what was read at one moment, for one person.
func (d Data) same(other Data) bool {
	return d.Plan == other.Plan && d.Today == other.Today && d.Me == other.Me
}

// Pane is one side of a plan on screen. Its cursor stays where it was when its
// data change.
type Pane interface {
	// Title is what the pane is called.
	Title() string
	// Note says in a few words how much is shown, "" for nothing to say.
	Note() string
	// Show gives the pane new data.
	Show(d Data)
	// Resize gives the pane its place on the screen, without the frame.
	Resize(r layout.Rect)
	// Commands is what can be done in the pane now.
	Commands() []Command
	// Draw draws the pane; focus says whether it has the keys.
	Draw(v grid.View, focus bool)
	// Scrolled says how many rows lie above the first one seen, and how many
	// there are; it draws the mark on the frame.
	Scrolled() (above, total int)
	// Current is the record under the cursor, nil for none.
	Current() model.Record
	// Seek puts the cursor on a record. It reports false when it is not here.
	Seek(id model.ID) bool
	// Click puts the cursor at a place of the pane; Wheel scrolls by rows.
	Click(x, y int)
	Wheel(rows int)
	// Filter shows only the records that match; nil shows all. text is what was
	// typed, for the note.
	Filter(text string, match func(model.Record) bool)
	// Filtered is the text of the filter, "" when all is shown.
	Filtered() string
	// Reset takes away what narrows or marks, one thing at a time. It reports
	// false when there was nothing.
	Reset() bool
	// Kinds are the kinds of record that a filter of the pane sees; nil: all.
	Kinds() []model.Kind
}
