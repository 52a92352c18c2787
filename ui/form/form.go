package form

import (
	"errors"
	"fmt"

	"astute/model"
)

// Form asks for all fields of a record. It owns a copy of the record and the
// record as it was when the asking began; nothing it is told changes anything
// else, until what it returns from Edit is written.
type Form struct {
	Title string

	before  model.Record // as it stood in the book; nil for a new one
	after   model.Record // what is being made of it
	ctx     *Context
	rows    []*row
	fold    int // how many rows are asked for first; the rest is folded away
	open    bool
	cursor  int
	offset  int
	w, h    int
	gone    bool   // the record was removed elsewhere: saving makes it anew
	Lost    string // what was removed with the record and is not made anew with it, "" for nothing known
	Problem string // what keeps the whole from being saved, "" for nothing
	News    string // what happened to the whole meanwhile, "" for nothing
}

// row is one field of the form.
type row struct {
	editor *Editor
	clash  *clash // somebody else changed the field too
	fresh  bool   // somebody else changed it, and it was taken over
}

// New returns the form of a record that stands in the book.
func New(r model.Record, ctx *Context) *Form {
	title := r.Kind().Noun() + " " + model.Title(r, ctx.Names)
	f := &Form{Title: "Edit " + title, before: r, after: model.Clone(r), ctx: ctx}
	f.ask()
	return f
}

// NewRecord returns the form of a record that is to be made. with are canonical
// texts of fields that are known already, by number.
func NewRecord(r model.Record, with map[int]string, ctx *Context) (*Form, error) {
	f := &Form{Title: "New " + r.Kind().Noun(), after: r, ctx: ctx}
	for _, field := range r.Fields() {
		if text, ok := with[field.Num]; ok {
			if err := field.Parse(text); err != nil {
				return nil, err
			}
		}
	}
	f.ask()
	if c, ok := r.(*model.Contact); ok && c.Placeholder {
		f.Title = "New seat"
	}
	return f, nil
}

// fewRest is how many further fields are shown at once rather than folded.
const fewRest = 7

// ask makes the rows. Where there are many, needed and core fields and those up
// front come first and the others are folded away; else all are asked for in
// their order.
func (f *Form) ask() {
	var first, rest []*row
	for _, field := range f.after.Fields() {
		if field.Hidden || field.Fixed || field.Num == model.NumAccount {
			continue
		}
		r := &row{editor: NewEditor(field, f.ctx)}
		f.rows = append(f.rows, r)
		if field.Needed || field.InCore || field.UpFront {
			first = append(first, r)
		} else {
			rest = append(rest, r)
		}
	}
	if f.fold = len(f.rows); len(rest) > fewRest {
		f.rows, f.fold = append(first, rest...), len(first)
	}
}

// Resize fits the form to a size, its frame included.
func (f *Form) Resize(w, h int) {
	f.w, f.h = w, h
	f.follow()
	f.fit()
}

// shown returns how many rows are asked for now.
func (f *Form) shown() int {
	if f.open {
		return len(f.rows)
	}
	return f.fold
}

// Current returns the editor that has the keys.
func (f *Form) Current() *Editor { return f.rows[f.cursor].editor }

// Dirty reports whether something was typed that is not saved.
func (f *Form) Dirty() bool {
	for _, r := range f.rows {
		if r.editor.Dirty() {
			return true
		}
	}
	return false
}

// Verdict is what a key made of a form.
type Verdict uint8

// The verdicts.
const (
	Going   Verdict = iota // the asking goes on
	Save                   // it should be saved
	Leave                  // it should be left
	Unknown                // the key means nothing here
)

// enter goes on to the next field, except where a line can be broken or a name
// was typed; after the last field it saves.
func (f *Form) enter() Verdict {
	e := f.Current()
	if e.list == nil && e.text.Long {
		e.Key("enter")
		return Going
	}
	if e.Listed() && e.list.Input.Text() != "" {
		over := e.Enter()
		if !over || e.Err != "" {
			return Going
		}
	}
	if f.cursor == f.shown()-1 {
		return Save
	}
	f.leave(1)
	return Going
}

// AsksWho is [Editor.AsksWho] of any of the fields; the cursor goes there.
func (f *Form) AsksWho() bool {
	for _, r := range f.rows {
		if r.editor.AsksWho() {
			f.Go(r.editor.field.Num)
			return true
		}
	}
	return false
}

// Paste types what was pasted into the field that has the keys.
func (f *Form) Paste(text string) {
	f.Problem = ""
	f.Current().Paste(text)
}

// leave takes what was typed and goes to another field, at the ends no further.
func (f *Form) leave(by int) { f.to(max(0, min(f.cursor+by, f.shown()-1))) }

// turn is [Form.leave] that goes on at the other end.
func (f *Form) turn(by int) { f.to((f.cursor + by + f.shown()) % f.shown()) }

// to takes what was typed and goes to a row. What cannot be taken stays as it was
// typed, with the reason beside it; nothing is said of a field into which nothing
// was typed until the whole is saved.
func (f *Form) to(row int) {
	e := f.Current()
	if e.TakeTyped(); e.Dirty() || e.Err != "" || e.Misread() {
		_ = e.Commit() // kept in e.Err and shown beside the field
	}
	e.walked = false
	f.cursor = row
	f.follow()
}

// unfold shows all fields, or the first ones again.
func (f *Form) unfold() {
	f.open = !f.open
	f.cursor = min(f.cursor, f.shown()-1)
	f.follow()
}

// Unfolds says what ctrl+o would do, "" when all fields are shown in any case.
func (f *Form) Unfolds() string {
	switch {
	case f.fold == len(f.rows):
		return ""
	case f.open:
		return "fold"
	}
	return "unfold"
}

// Go puts the cursor on a field by its number, unfolding where it must.
func (f *Form) Go(num int) {
	for i, r := range f.rows {
		if r.editor.field.Num == num {
			f.open = f.open || i >= f.fold
			f.cursor = i
		}
	}
	f.follow()
}

// Fields are the fields that are asked for, also those folded away, in their order.
func (f *Form) Fields() []model.Field {
	fields := make([]model.Field, len(f.rows))
	for i, r := range f.rows {
		fields[i] = r.editor.field
	}
	return fields
}

// Visit takes what was typed and goes to a field by its number.
func (f *Form) Visit(num int) {
	f.to(f.cursor)
	f.Go(num)
}

// ErrTyped says that something typed cannot be taken; the form shows where.
var ErrTyped = errors.New("a field cannot be taken yet")

// typedError says how many fields cannot be taken, and why not the first.
type typedError struct {
	fields int
	why    string
	first  error
}

func (e typedError) Error() string {
	if e.fields == 1 {
		return "one field cannot be taken yet: " + e.why
	}
	return fmt.Sprintf("%d fields cannot be taken yet; the first: %s", e.fields, e.why)
}

func (e typedError) Unwrap() []error { return []error{ErrTyped, e.first} }

// Edit returns what was typed as an edit of the book. The error is about the
// first field that cannot be taken, or about the record as a whole; the cursor
// stands on that field.
func (f *Form) Edit() (model.Edit, error) {
	var first error
	bad := 0
	for i, r := range f.rows {
		r.editor.TakeTyped()
		if r.editor.missing() {
			continue // what the record as a whole needs is said of the whole
		}
		err := r.editor.Commit()
		if err != nil {
			bad++
		}
		if err != nil && first == nil {
			first = err
			f.open = f.open || i >= f.fold
			f.cursor = i
		}
	}
	if f.follow(); first != nil {
		return model.Edit{}, typedError{bad, f.Current().Err, first}
	}
	if f.toClash() {
		f.Problem = ErrClash.Error()
		return model.Edit{}, ErrClash
	}
	if err := model.Check(f.after); err != nil {
		f.Problem = err.Error()
		f.toMissing()
		return model.Edit{}, err
	}
	after := model.Clone(f.after)
	name := after.Kind().Noun() + " " + model.Title(after, f.ctx.name)
	if f.New() {
		return f.ctx.with(model.Created("add "+name, after)), nil
	}
	return f.ctx.with(model.Edited("edit "+name, f.before, after)), nil
}

// toMissing puts the cursor on the first field that the record cannot be without
// and that is not known, and marks all of them.
func (f *Form) toMissing() {
	found := false
	for i, r := range f.rows {
		if !r.editor.field.Needed || !r.editor.field.IsZero() {
			continue
		}
		r.editor.Err = "is needed"
		if !found {
			found = true
			f.open = f.open || i >= f.fold
			f.cursor = i
		}
	}
	f.follow()
}

// Record returns the record as the form would make it.
func (f *Form) Record() model.Record { return f.after }

// New reports whether the record is to be made, also anew.
func (f *Form) New() bool { return f.before == nil || f.gone }

// Before is the record as it stands in the book, nil for a new one.
func (f *Form) Before() model.Record { return f.before }

// Open shows all fields, or the first ones only; Opened reports which.
func (f *Form) Open(all bool) {
	if f.open != all && f.fold < len(f.rows) {
		f.unfold()
	}
}

// Opened reports whether all fields are shown that could be folded away.
func (f *Form) Opened() bool { return f.open }
