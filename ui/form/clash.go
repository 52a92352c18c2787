package form

import (
	"errors"
	"fmt"

	"astute/model"
)

// clash is a field that somebody else changed while something was typed into it.
// Neither value is lost until the form is gone: both can be had with a key.
type clash struct {
	base    string // canonical, before either of them
	theirs  string // canonical
	mine    string // as [Editor.Draft] gives it
	settled settled
}

// settled is what was decided about a clash.
type settled uint8

const (
	open   settled = iota // nothing yet: the form does not save
	mine                  // what was typed
	theirs                // what somebody else wrote
	edited                // something typed since, with both in view
)

// ErrClash says that somebody else changed fields too, and that it was not said
// yet whose value stays.
var ErrClash = errors.New("somebody else changed it too: ctrl+y keeps yours, ctrl+t takes theirs, or type on")

// Meanwhile tells the form how its record stands now: nil when it is gone.
// Fields that somebody else changed and nobody typed into are taken over, and
// their labels returned; where both did, both values are shown.
func (f *Form) Meanwhile(now model.Record) (taken []string) {
	if f.before == nil {
		return nil
	}
	if f.gone = now == nil; f.gone {
		f.Problem = f.goneText()
		return nil
	}
	if f.Problem == f.goneText() {
		f.Problem = "" // somebody brought it back
	}
	base := f.before.Fields()
	for i, field := range now.Fields() {
		text := field.Text()
		r := f.row(field.Num)
		if r == nil || text == base[i].Text() {
			continue
		}
		switch e := r.editor; {
		case e.wanted() == text:
			r.take(f.ctx, text)
		case e.Dirty() || r.clash != nil:
			was := base[i].Text()
			if r.clash != nil {
				was = r.clash.base
			}
			r.clash = &clash{base: was, theirs: text, mine: e.Draft()}
			e.rebase(text)
		default:
			r.take(f.ctx, text)
			r.fresh = true
			taken = append(taken, field.Label)
		}
	}
	f.before = model.Clone(now)
	for _, field := range f.after.Fields() {
		if f.row(field.Num) == nil {
			// Not asked for: as it stands, or saving would take it back.
			if now, ok := fieldOf(f.before, field.Num); ok {
				_ = field.Parse(now.Text()) // a record's own text always reads
			}
		}
	}
	return taken
}

// goneText is said while the record is in the book no more.
func (f *Form) goneText() string {
	if f.Lost == "" {
		return "it was removed elsewhere meanwhile: ctrl+s saves it as new, esc leaves it removed"
	}
	return "it was removed elsewhere meanwhile, and with it " + f.Lost + ": ctrl+s saves it as new without these; esc leaves it, then u brings all back"
}

// fieldOf returns the field of a record with that number.
func fieldOf(r model.Record, num int) (model.Field, bool) {
	for _, f := range r.Fields() {
		if f.Num == num {
			return f, true
		}
	}
	return model.Field{}, false
}

// take gives a row the value that stands in the book.
func (r *row) take(ctx *Context, text string) {
	if r.editor.field.Parse(text) == nil {
		r.editor = NewEditor(r.editor.field, ctx)
	}
	r.clash = nil
}

func (f *Form) row(num int) *row {
	for _, r := range f.rows {
		if r.editor.field.Num == num {
			return r
		}
	}
	return nil
}

// Failed tells the form why it could not be saved. It stays open with what was
// typed.
func (f *Form) Failed(err error) {
	f.Problem = err.Error()
	var conflict *model.ConflictError
	if !errors.As(err, &conflict) {
		return
	}
	for _, c := range conflict.Conflicts {
		id := c.Record.Base().ID
		switch {
		case id != f.after.Base().ID:
			// A record that was to be made with this one is there already: an
			// earlier try wrote it though its answer never came.
			f.ctx.unmake(id)
		case c.Field != "":
			f.Meanwhile(c.Record)
		case f.before == nil || f.gone:
			f.wasSaved(c.Record)
		default:
			f.Meanwhile(nil)
		}
	}
	if f.toClash() {
		f.Problem = ErrClash.Error()
	}
}

// wasSaved takes a record that was to be made for one that stands in the book: an
// earlier try wrote it.
func (f *Form) wasSaved(now model.Record) {
	f.before, f.gone = model.Clone(now), false
	for _, field := range f.before.Fields() {
		if r := f.row(field.Num); r != nil {
			r.editor.rebase(field.Text())
		}
	}
	f.Problem = "it was saved already: ctrl+s saves what you changed since"
}

// Clashes reports whether somebody else changed the field of the cursor too.
func (f *Form) Clashes() bool { return f.rows[f.cursor].clash != nil }

// openClashes counts the fields about which nothing was decided yet.
func (f *Form) openClashes() (n int) {
	for _, r := range f.rows {
		if r.clash != nil && r.clash.settled == open {
			n++
		}
	}
	return n
}

// toClash puts the cursor on the next field about which nothing was decided yet.
// It reports false when there is none.
func (f *Form) toClash() bool {
	for by := range f.rows {
		i := (f.cursor + by) % len(f.rows)
		if c := f.rows[i].clash; c != nil && c.settled == open {
			f.open = f.open || i >= f.fold
			f.cursor = i
			f.follow()
			return true
		}
	}
	return false
}

// takeTheirs takes the value that somebody else gave the field of the cursor.
func (f *Form) takeTheirs() Verdict {
	r := f.rows[f.cursor]
	if r.clash == nil {
		return Unknown
	}
	if r.clash.settled != theirs {
		r.clash.mine = r.editor.Draft()
	}
	c := r.clash
	r.take(f.ctx, c.theirs)
	r.clash, c.settled = c, theirs
	f.next()
	return Going
}

// keepMine keeps what was typed into the field of the cursor, or takes it back
// out of what was put aside.
func (f *Form) keepMine() Verdict {
	r := f.rows[f.cursor]
	if r.clash == nil {
		return Unknown
	}
	if r.clash.settled == theirs {
		r.editor = r.editor.restored(r.clash.mine)
	}
	r.clash.settled = mine
	f.next()
	return Going
}

// next goes to the next field to decide about, or says that there is none.
func (f *Form) next() {
	if !f.toClash() {
		f.Problem = ""
		f.News = "all is decided: ctrl+s saves, ctrl+y and ctrl+t still change it"
	}
}

// clashText says how a clash stands, and what keys do about it where here says
// that the cursor is on it.
func (f *Form) clashText(r *row, here bool) string {
	shown := func(text string) string {
		if text = model.DisplayText(r.editor.field, text, f.ctx.name); text == "" {
			return "(empty)"
		}
		return text
	}
	text, keys := "theirs: "+shown(r.clash.theirs), "; ctrl+y keeps yours, ctrl+t takes theirs"
	switch r.clash.settled {
	case mine:
		text, keys = "yours stays; "+text, "; ctrl+t takes theirs"
	case theirs:
		text, keys = "theirs is taken; yours: "+shown(r.clash.mine), "; ctrl+y keeps yours"
	case edited:
		text, keys = "changed by you; "+text, "; ctrl+t takes theirs"
	}
	if here {
		return text + keys
	}
	return text
}

// clashNote says how many fields are to be decided about.
func (f *Form) clashNote() string {
	if n := f.openClashes(); n > 0 {
		return fmt.Sprintf("%d changed by both", n)
	}
	return ""
}
