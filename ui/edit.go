package ui

import (
	"errors"
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/form"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// fieldEdit asks for one field where it stands.
type fieldEdit struct {
	plain
	before model.Record
	after  model.Record
	num    int
	editor *form.Editor
	cell   layout.Rect // of the screen
	box    layout.Rect
	title  string
	others []model.Record // that get the same value
	common string         // of the others when the asking began, "" where they differ
	fresh  bool           // the record is made with the value
	theirs bool           // somebody else wrote the field meanwhile: esc keeps that
	wrote  uint64         // the edit that a letter made of it, which the rest of the word may change
	gone   bool           // the record was removed elsewhere: there is nothing to write into
	said   string         // what to say when it is written, "" for what it is now
}

func newFieldEdit(w *Workspace, r pane.EditField) *fieldEdit {
	e := &fieldEdit{before: r.Record, after: model.Clone(r.Record), num: r.Num, cell: r.At, others: r.Others, fresh: r.New, said: r.Said}
	for num, text := range r.With {
		if err := pane.Field(e.after, num).Parse(text); err != nil {
			panic("ui: " + err.Error()) // a pane says canonical texts
		}
	}
	f := pane.Field(e.after, r.Num)
	e.title = f.Label + " of " + model.Title(r.Record, w.names)
	if len(r.Others) > 0 {
		e.title = fmt.Sprintf("%s of %d marked", f.Label, len(r.Others))
		e.common = commonText(r.Others, r.Num)
		if err := f.Parse(e.common); err != nil {
			panic("ui: " + err.Error()) // a record's own text always reads
		}
	}
	e.editor = form.NewEditor(f, w.context())
	return e
}

// commonText is the text that a field has in all of the records, "" where they
// differ: the row under the cursor may be none of them.
func commonText(records []model.Record, num int) string {
	first := pane.Field(records[0], num).Text()
	for _, r := range records[1:] {
		if pane.Field(r, num).Text() != first {
			return ""
		}
	}
	return first
}

func (e *fieldEdit) typing() bool  { return !e.gone && (!e.editor.Picked() || e.editor.Listed()) }
func (e *fieldEdit) unsaved() bool { return e.editor.Dirty() }

func (e *fieldEdit) hints() []hint {
	if e.gone {
		return []hint{{"y", "copy what you typed"}, {"esc", "leave"}}
	}
	save := "enter"
	if f := e.editor.Field(); f.IsLong || f.Type() == model.TypeTexts {
		return []hint{{"ctrl+s", "save"}, {"enter", "new line"}, {editorKey, "$EDITOR"}, {"esc", "leave"}}
	}
	if e.editor.Picked() && !e.editor.Listed() {
		if e.editor.Several() {
			return []hint{{"a letter", "picks"}, {"space", "picks what is highlighted"}, {save, "takes"}, {"esc", "leave"}, {"backspace", "none"}}
		}
		if e.guided() {
			return []hint{{"a letter", "picks"}, {save, "takes"}, {guideKey, "by questions"}, {"esc", "leave"}, {"backspace", "not known"}}
		}
		return []hint{{"a letter", "picks"}, {save, "takes"}, {"backspace", "not known"}, {"esc", "leave"}}
	}
	return []hint{{save, "save"}, {"esc", "leave"}}
}

// guideKey asks for the questions that lead to a value.
const guideKey = "?"

// guided reports whether a few questions lead to the value that is asked for.
func (e *fieldEdit) guided() bool {
	_, ok := model.GuideFor(e.editor.Field().Name)
	return ok && e.before.Kind() == model.KindContact && len(e.others) == 0
}

func (e *fieldEdit) resize(w *Workspace) {
	e.box = e.editor.Box(e.cell, layout.Rect{W: w.screen.W, H: w.screen.H})
	e.box.H = min(e.box.H+len(e.foot()), w.screen.H-2)
	e.box.Y = max(0, min(e.box.Y, w.screen.H-1-e.box.H))
	in := e.inner()
	e.editor.Resize(in.W, in.H)
}

// foot is what stands below what is typed, broken to the width of the box.
func (e *fieldEdit) foot() []string {
	text := e.editor.Hint()
	switch {
	case text == "":
		return nil
	case e.editor.Err != "":
		text = "! " + text
	}
	return grid.Wrap(text, max(20, e.box.W-4))
}

// inner is where the editor stands inside the box.
func (e *fieldEdit) inner() layout.Rect {
	return layout.Rect{W: e.box.W - 2, H: max(1, e.box.H-2-len(e.foot()))}
}

func (e *fieldEdit) key(w *Workspace, key string) tea.Cmd {
	defer e.resize(w)
	if e.gone {
		return e.orphaned(w, key)
	}
	f := e.editor.Field()
	several := f.IsLong || f.Type() == model.TypeTexts
	switch {
	case key == "esc":
		if e.editor.Dirty() && e.typing() && !e.theirs {
			w.askLeave(e)
			return nil
		}
		w.pop()
		return nil
	case key == "ctrl+s", key == "enter" && !several:
		if key == "ctrl+s" {
			e.editor.TakeTyped()
		} else if !e.editor.Enter() {
			if e.editor.AsksWho() {
				w.askMe(key)
			}
			return nil
		}
		if e.editor.AsksWho() {
			w.askMe(key)
			return nil
		}
		return e.save(w)
	}
	e.theirs = false // that esc keeps it is not on the screen any more
	if key == guideKey && e.guided() {
		w.drop(e)
		return w.serve(pane.Study{Topic: pane.Guided, About: e.before.Base().ID, Field: f.Name})
	}
	if key == editorKey && e.editor.Text() {
		return w.editOutside(e.editor, e)
	}
	spelling := e.editor.Word() != ""
	meant, over := e.editor.Key(key)
	if meant && over {
		w.spelling = e
		e.editor.Saved()
		return e.save(w)
	}
	if f.Type() == model.TypeChoice && !spelling && (key == "backspace" || key == "delete") && !f.Needed {
		return e.save(w)
	}
	if !meant {
		w.nothingOn(key)
	}
	return nil
}

func (e *fieldEdit) paste(w *Workspace, text string) tea.Cmd {
	e.editor.Paste(text)
	e.resize(w)
	return nil
}

func (e *fieldEdit) click(w *Workspace, x, y int) tea.Cmd {
	if !e.box.Has(x, y) {
		if !e.editor.Dirty() {
			w.drop(e)
		}
		return nil
	}
	if e.editor.Click(y - e.box.Y - 1) {
		return e.key(w, "enter")
	}
	return nil
}

func (e *fieldEdit) wheel(_ *Workspace, rows int) { e.editor.Wheel(rows) }

// save writes what was typed, when it can be taken.
func (e *fieldEdit) save(w *Workspace) tea.Cmd {
	if e.editor.Commit() != nil {
		return nil
	}
	if err := model.Check(e.after); err != nil {
		e.editor.Err = err.Error()
		return nil
	}
	if len(e.others) > 0 {
		return e.saveAll(w)
	}
	if model.Equal(e.before, e.after) {
		w.drop(e)
		return nil
	}
	f := pane.Field(e.after, e.num)
	label := "edit " + e.after.Kind().String() + " " + model.Title(e.after, w.names)
	said := f.Label + " of " + model.Title(e.after, w.names) + ": " + orNothing(e.editor.Shown())
	if was, is := model.Title(e.before, w.names), model.Title(e.after, w.names); was != is {
		said = was + " is now " + is
	}
	if f.IsLong {
		said = "wrote the " + strings.ToLower(f.Label) + " of " + model.Title(e.after, w.names) + ": " + orNothing(e.editor.Shown())
	}
	if e.said != "" {
		said = e.said
	}
	edit := model.Edited(label, e.before, model.Clone(e.after))
	if e.fresh {
		edit = model.Created("add "+e.after.Kind().String()+" "+model.Title(e.after, w.names), model.Clone(e.after))
	}
	return w.rewrite(e.wrote, e.editor.With(edit), said+takesBack, e)
}

// saveAll writes the value into all records that are marked, in one edit.
func (e *fieldEdit) saveAll(w *Workspace) tea.Cmd {
	f := pane.Field(e.after, e.num)
	if f.Text() == e.common {
		w.drop(e)
		w.say("nothing was chosen: what is marked stays as it was", false)
		return nil
	}
	edit := model.Edit{Label: fmt.Sprintf("edit %s of %d %s", f.Name, len(e.others), e.after.Kind().Plural())}
	for _, before := range e.others {
		after := model.Clone(before)
		err := e.putInto(w, pane.Field(after, e.num))
		if err == nil {
			err = model.Check(after)
		}
		if err != nil {
			e.editor.Err = model.Title(before, w.names) + ": " + err.Error()
			return nil
		}
		edit.Changes = append(edit.Changes, model.Change{Before: before, After: after})
	}
	if edit.IsEmpty() {
		w.drop(e)
		return nil
	}
	return w.rewrite(e.wrote, e.editor.With(edit), fmt.Sprintf("%s of %d %s: %s", f.Label, len(e.others), e.after.Kind().Plural(), orNothing(e.editor.Shown()))+takesBack, e)
}

// putInto writes the value into the field of another record that is marked. An
// amount is read anew, because each keeps its own currency where none was typed.
func (e *fieldEdit) putInto(w *Workspace, f model.Field) error {
	if f.Type() == model.TypeMoney {
		return f.Set(w.context().Input, e.editor.Typed())
	}
	return f.Parse(pane.Field(e.after, e.num).Text())
}

func orNothing(text string) string {
	if text == "" {
		return "not known"
	}
	return text
}

// failed keeps what was typed, and says why it was not written. After a conflict
// the next enter writes it over what somebody else wrote.
func (e *fieldEdit) failed(w *Workspace, err error) tea.Cmd {
	defer e.resize(w)
	e.editor.Err = err.Error()
	var conflict *model.ConflictError
	if !errors.As(err, &conflict) || len(e.others) > 0 {
		return nil
	}
	w.said.seen() // it is said beside the field, where it is decided
	for _, c := range conflict.Conflicts {
		if c.Field == "" {
			e.lose(w)
			continue
		}
		now := model.Clone(c.Record)
		for _, f := range now.Fields() {
			if f.Num == e.num {
				theirs := orNothing(f.Display(w.names))
				e.editor.Err = "somebody else wrote " + theirs + " meanwhile: enter once more writes yours, esc keeps theirs"
				e.theirs = true
			}
		}
		e.before = now
		e.keepMine(now)
	}
	return nil
}

// meanwhile notices that the record was removed by somebody else.
func (e *fieldEdit) meanwhile(w *Workspace) {
	if id := e.before.Base(); !e.fresh && id.Account == w.account && w.plan.Get(id.ID) == nil {
		e.lose(w)
		e.resize(w)
	}
}

// lose says that there is nothing to write into any more; what was typed can be
// taken along.
func (e *fieldEdit) lose(*Workspace) {
	e.gone = true
	e.editor.Err = model.Title(e.before, nil) + " was removed elsewhere: y copies what you typed, esc leaves (u takes the removal back)"
}

// orphaned is what keys do when the record is gone.
func (e *fieldEdit) orphaned(w *Workspace, key string) tea.Cmd {
	switch key {
	case "esc":
		w.drop(e)
	case "y":
		return w.copy(e.editor.Draft(), "text")
	default:
		w.nothingOn(key)
	}
	return nil
}

// keepMine puts the field as typed onto the record as it stands now.
func (e *fieldEdit) keepMine(now model.Record) {
	mine := pane.Field(e.after, e.num).Text()
	for _, f := range e.after.Fields() {
		if text := pane.Field(now, f.Num).Text(); f.Num != e.num && text != f.Text() {
			// Another field, taken as it stands: it always reads its own text.
			_ = f.Parse(text)
		}
	}
	_ = pane.Field(e.after, e.num).Parse(mine)
}

func (e *fieldEdit) draw(w *Workspace, v grid.View) {
	in := grid.Frame{Title: e.title, Focus: true, Glyphs: w.theme.Glyphs}.Draw(v.Sub(e.box))
	w.drawSealed(v.Sub(e.box))
	e.editor.Draw(in.Sub(e.inner()))
	style := theme.Faint
	if e.editor.Err != "" {
		style = theme.Bad
	}
	lines := e.foot()
	for i, line := range lines {
		in.Text(1, in.H()-len(lines)+i, style, line)
	}
}
