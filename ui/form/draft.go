package form

import (
	"astute/model"
	"astute/ui/picker"
)

// Draft returns what was typed and is not saved, as typed, by the number of the
// field; nothing when all stands as it was. Of a new record it holds what was
// known from the start too: it stands nowhere else.
func (f *Form) Draft() map[int]string {
	fields := map[int]string{}
	dirty := f.Dirty()
	for _, r := range f.rows {
		e := r.editor
		if !dirty || f.before != nil && !e.Dirty() {
			continue
		}
		if text := e.Draft(); text != "" || e.Dirty() {
			fields[e.field.Num] = text
		}
	}
	return fields
}

// Base returns the record as it stood when the typing began: what a draft is
// measured against later. It holds fields that are known, by number.
func (f *Form) Base() map[int]string {
	if f.before == nil {
		return nil
	}
	base := Known(f.before)
	for _, r := range f.rows {
		if r.clash != nil && r.clash.settled == open {
			base[r.editor.field.Num] = r.clash.base
		}
	}
	return base
}

// Known returns the canonical texts of what a record knows and people can change,
// by the number of the field.
func Known(r model.Record) map[int]string {
	known := map[int]string{}
	for _, f := range r.Fields() {
		if text := f.Text(); text != "" && !f.Fixed && !f.Hidden && f.Num != model.NumAccount {
			known[f.Num] = text
		}
	}
	return known
}

// Restore types again what a draft holds.
func (f *Form) Restore(fields map[int]string) {
	for i, r := range f.rows {
		text, ok := fields[r.editor.field.Num]
		if !ok {
			continue
		}
		r.editor = r.editor.restored(text)
		f.open = f.open || i >= f.fold
	}
	f.follow()
}

// Draft is what was typed or picked, in a form that a restored editor takes.
func (e *Editor) Draft() string {
	switch {
	case e.list == nil:
		return e.text.Text()
	case e.list.Typing && e.list.Input.Text() != "" && !e.field.IsList():
		return e.list.Input.Text() // a name half typed stands for nothing yet: it is typed again
	case e.list.Typing && !e.field.IsList() && e.ctx.kept(e.value()) == "":
		return e.ctx.nameMade(e.value()) // it goes with the form that made it: its name is typed again
	case e.list.Typing:
		return e.ctx.kept(e.value())
	}
	return e.value()
}

// restored returns an editor of the same field with something typed into it.
func (e *Editor) restored(text string) *Editor {
	if e.list == nil {
		e.text.Set(text)
		e.touched = text != e.began // what somebody typed is not typed over
		return e
	}
	before := e.from
	if e.list.Typing && e.field.Type() == model.TypeLink {
		text = e.calledSo(text)
	}
	if e.field.Parse(text) != nil {
		if e.list.Typing {
			e.list.Paste(text)
		}
		return e
	}
	again := NewEditor(e.field, e.ctx)
	again.from = before
	if e.field.Type() == model.TypeLinks || e.field.Type() == model.TypeChoices {
		_ = e.field.Parse(before) // the list holds what is chosen until it is taken
	}
	return again
}

// calledSo returns the id of the one in the list who is called so, making the
// person at the keyboard where that is whom it means; what fits nobody, or several,
// stays a name.
func (e *Editor) calledSo(name string) string {
	var fit []picker.Item
	for _, it := range e.list.Items() {
		if it.Text == name && name != "" {
			fit = append(fit, it)
		}
	}
	if len(fit) != 1 || fit[0].Value == myself {
		return name
	}
	if kind, called, is := making(fit[0]); is {
		made, ok := e.make(kind, called)
		if !ok {
			return name
		}
		return made.Value
	}
	return fit[0].Value
}

// wanted is the canonical text of what was typed or picked; what cannot be
// understood is as it was typed.
func (e *Editor) wanted() string {
	if e.list != nil {
		return e.value()
	}
	if e.text.Text() == e.began {
		return e.from
	}
	if text, err := e.field.Canonical(e.ctx.Input, e.text.Text()); err == nil {
		return text
	}
	return e.text.Text()
}

// rebase tells the editor that another value stands in the book; what was typed
// stays and is measured against that from now on.
func (e *Editor) rebase(text string) {
	e.from = text
	if e.list == nil {
		in := e.ctx.input(e.field, text)
		e.began = in.Text()
	}
}
