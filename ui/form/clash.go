package form

import (
	"errors"

	"astute/model"
)

// Meanwhile tells the form how the record stands now: nil when it is gone.
// Fields that somebody else changed and nobody typed into are taken over;
// where both did, both values are shown and neither is lost.
func (f *Form) Meanwhile(now model.Record) {
	if f.before == nil || now == nil {
		return
	}
	base := f.before.Fields()
	mine := f.after.Fields()
	for i, theirs := range now.Fields() {
		if theirs.Text() == base[i].Text() {
			continue
		}
		r := f.row(theirs.Num)
		if r == nil {
			continue
		}
		if r.editor.Dirty() && mine[i].Text() != theirs.Text() {
			r.clash = &model.Conflict{Record: now, Field: theirs.Name, Base: base[i].Text(), Theirs: theirs.Text()}
			continue
		}
		if mine[i].Parse(theirs.Text()) == nil {
			r.editor = NewEditor(mine[i], f.ctx)
			r.fresh = true
		}
	}
	f.before = model.Clone(now)
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
// typed. After a conflict saving once more writes what was typed over what
// somebody else wrote; ctrl+t takes theirs, field by field.
func (f *Form) Failed(err error) {
	f.Problem = err.Error()
	var conflict *model.ConflictError
	if !errors.As(err, &conflict) {
		return
	}
	for _, c := range conflict.Conflicts {
		if f.before == nil || c.Record.Base().ID != f.after.Base().ID {
			continue
		}
		if c.Field == "" {
			f.before = nil // it is gone: saving makes it anew
			f.Problem = "somebody removed it meanwhile: ctrl+s makes it again, esc leaves it removed"
			continue
		}
		field, ok := model.FieldNamed(f.before.Fields(), c.Field)
		if !ok {
			continue
		}
		before := model.Clone(f.before)
		if known, ok := model.FieldNamed(before.Fields(), c.Field); ok && known.Parse(c.Theirs) == nil {
			f.before = before
		}
		if r := f.row(field.Num); r != nil {
			r.clash = &c
			f.Go(field.Num)
			f.Problem = "somebody changed it meanwhile: ctrl+s keeps yours, ctrl+t takes theirs"
		}
	}
}

// takeTheirs takes the value that somebody else gave the field of the cursor.
func (f *Form) takeTheirs() {
	r := f.rows[f.cursor]
	if r.clash == nil {
		return
	}
	if err := r.editor.field.Parse(r.clash.Theirs); err == nil {
		r.editor = NewEditor(r.editor.field, f.ctx)
	}
	r.clash = nil
}
