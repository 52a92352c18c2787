package pane

import (
	"astute/model"
	"astute/ui/layout"
)

// Request is what a pane or an overlay wants done. It is served in the same
// step, by the workspace, which alone talks to the file.
type Request interface{ request() }

// EditField asks to edit one field of a record in place.
type EditField struct {
	Record model.Record
	Others []model.Record // that get the same value: those that are marked
	Num    int            // of the field
	New    bool           // the record is not in the plan yet: the value makes it
	At     layout.Rect    // where on the screen the field stands
	With   map[int]string // canonical texts of other fields that change with it, by number
	Said   string         // what to say when it is written, "" for what it is now
}

// EditForm asks for the form of a whole record.
type EditForm struct{ Record model.Record }

// Add asks for the form of a new record of a kind.
type Add struct {
	Kind model.Kind
	With map[int]string // canonical texts of fields that are known already, by number
}

// Capture asks for a new record typed in one line.
type Capture struct {
	Kind        model.Kind
	Title, Hint string
	With        map[int]string // canonical texts of fields that are known already, by number
	Text        int            // the field that the line becomes when it is kept unread
	// Read returns what is understood of the line as canonical texts by number,
	// and says it; it is called with every key.
	Read func(text string) (fields map[int]string, said string, err error)
}

// Apply asks to write an edit.
type Apply struct {
	Edit model.Edit
	Said string // what to say when it is written
}

// Make asks to write new records as they are, without a form: the workspace
// gives them their ids, and those without an account the one that is open.
type Make struct {
	Records []model.Record
	Label   string // of the edit
	Said    string // what to say when it is written
	Stay    bool   // the cursor does not go to what was made
}

// Join asks to draw, change or remove a line between a contact and another one,
// who is looked up.
type Join struct{ From model.ID }

// Remove asks to remove records, after asking.
type Remove struct{ Records []model.Record }

// Brief asks for the call brief of a contact or an account, or all of any other
// record.
type Brief struct{ ID model.ID }

// Goto asks to put the cursor on a record wherever it is shown, in another
// account too.
type Goto struct{ ID, Account model.ID }

// Copy asks to put text into the clipboard.
type Copy struct{ Text, What string }

// Note asks to say something in the status line.
type Note struct {
	Text string
	Bad  bool // something did not go as wanted
}

// AskFilter asks for the line in which a filter is typed.
type AskFilter struct{}

// AskColumns asks for the list in which the columns of the pane are chosen.
type AskColumns struct{}

// List asks for all records of a kind in the generic pane.
type List struct{ Kind model.Kind }

// Visit asks for the pane of a title; where there is none, for all records of a
// kind.
type Visit struct {
	Pane string
	Kind model.Kind
}

// Switch asks for another account.
type Switch struct{ Account model.ID }

// Export asks to write the plan to a file, after asking which.
type Export struct{}

// Own is for the commands of whoever serves requests: it is called, and what it
// does is theirs.
type Own struct{ Do func() }

func (EditField) request()  {}
func (EditForm) request()   {}
func (Add) request()        {}
func (Capture) request()    {}
func (Apply) request()      {}
func (Make) request()       {}
func (Join) request()       {}
func (Remove) request()     {}
func (Brief) request()      {}
func (Goto) request()       {}
func (Copy) request()       {}
func (Note) request()       {}
func (AskFilter) request()  {}
func (AskColumns) request() {}
func (List) request()       {}
func (Visit) request()      {}
func (Switch) request()     {}
func (Export) request()     {}
func (Own) request()        {}
