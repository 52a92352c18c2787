package form

import "astute/model"

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
		return e.ctx.kept(e.field.Text()) // a name half typed stands for nothing yet
	case e.list.Typing:
		return e.ctx.kept(e.value())
	}
	return e.value()
}

// restored returns an editor of the same field with something typed into it.
func (e *Editor) restored(text string) *Editor {
	if e.list == nil {
		e.text.Set(text)
		return e
	}
	before := e.from
	if e.field.Parse(text) != nil {
		return e
	}
	again := NewEditor(e.field, e.ctx)
	again.from = before
	if e.field.Type() == model.TypeLinks || e.field.Type() == model.TypeChoices {
		_ = e.field.Parse(before) // the list holds what is chosen until it is taken
	}
	return again
}
