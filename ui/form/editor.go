// Package form asks for the fields of a record. It is made from model.Field
// alone: a field that is declared tomorrow is asked for tomorrow, by letter when
// it is a choice, by look-up when it is a link, by words when it is a date.
//
//	editor.go  one field: what is typed or picked, and what it was understood as
//	form.go    all fields of a record: core first, the rest folded away
//	draw.go    how a form looks
//	clash.go   what happens when somebody else changes the record meanwhile
package form

import (
	"slices"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/input"
	"astute/ui/layout"
	"astute/ui/picker"
	"astute/ui/theme"
)

// Context is what asking needs from outside.
type Context struct {
	Input model.Input
	Names model.Names
	// Links returns the records of the kinds (nil: any) that a link can point
	// to; the value of an item is the record's id.
	Links func(kinds []model.Kind) []picker.Item
	// Fold makes letters comparable: "Renée" and "renee".
	Fold func(string) string
}

// done is the value of the line that ends the choosing of several.
const done = "\x00"

// Editor asks for one field.
type Editor struct {
	field model.Field // bound to a copy of the record
	ctx   *Context
	text  input.Input    // what is typed, where the field is not picked
	list  *picker.Picker // what is picked from, else nil
	from  string         // the field's text when the asking began
	Err   string         // why what was typed cannot be taken, "" when it can
}

// NewEditor returns an editor of a field; the field is set by Commit.
func NewEditor(f model.Field, ctx *Context) *Editor {
	e := &Editor{field: f, ctx: ctx, from: f.Text()}
	switch f.Type() {
	case model.TypeChoice, model.TypeChoices:
		e.list = picker.Letters(wordItems(f))
	case model.TypeBool:
		e.list = picker.Letters([]picker.Item{{Value: "yes", Text: "Yes", Detail: f.Hint, Letter: "y"}, {Text: "No", Letter: "n"}})
	case model.TypeLink:
		items := ctx.Links(f.Kinds)
		if !f.Needed {
			items = append([]picker.Item{{Text: "none"}}, items...)
		}
		e.list = picker.Typed(items, ctx.Fold)
	case model.TypeLinks:
		items := ctx.Links(f.Kinds)
		chosen := f.Items()
		for i := range items {
			items[i].On = slices.Contains(chosen, items[i].Value)
		}
		slices.SortStableFunc(items, func(a, b picker.Item) int { return onFirst(a) - onFirst(b) })
		e.list = picker.Typed(append([]picker.Item{{Value: done, Text: "done"}}, items...), ctx.Fold)
	default:
		e.text = input.New(editable(f, ctx.Names), f.IsLong || f.Type() == model.TypeTexts)
	}
	if e.list != nil && !f.IsList() {
		e.list.Select(f.Text())
	}
	return e
}

func onFirst(it picker.Item) int {
	if it.On {
		return 0
	}
	return 1
}

// wordItems lists the words of a choice with their letters and meanings.
func wordItems(f model.Field) []picker.Item {
	chosen := f.Items()
	var items []picker.Item
	if !f.Needed && !f.IsList() {
		items = append(items, picker.Item{Text: "not known", Letter: "-"})
	}
	for _, w := range f.Words() {
		items = append(items, picker.Item{
			Value: w.Name, Text: w.Name, Detail: w.Meaning, Letter: string(w.Key),
			On: f.IsList() && slices.Contains(chosen, w.Name),
		})
	}
	return items
}

// editable is a field's value as a person would type it: numbers without their
// grouping, amounts with their currency.
func editable(f model.Field, names model.Names) string {
	if f.Type() == model.TypeNumber || f.Type() == model.TypeMoney || f.Type() == model.TypeTexts {
		return f.Text()
	}
	return f.Display(names)
}

// Field returns the field that is asked for.
func (e *Editor) Field() model.Field { return e.field }

// Picked reports whether the field is picked from a list.
func (e *Editor) Picked() bool { return e.list != nil }

// Listed reports whether the field is looked up in a list by typing.
func (e *Editor) Listed() bool { return e.list != nil && e.list.Typing }

// Dirty reports whether something was typed or picked that is not what the
// field was.
func (e *Editor) Dirty() bool {
	if e.list == nil {
		return e.text.Text() != e.start()
	}
	if e.list.Typing && e.list.Input.Text() != "" {
		return true
	}
	return e.value() != e.from
}

func (e *Editor) start() string {
	in := input.New("", e.text.Long)
	in.Set(editableText(e.field, e.from, e.ctx.Names))
	return in.Text()
}

func editableText(f model.Field, text string, names model.Names) string {
	if f.Type() == model.TypeNumber || f.Type() == model.TypeMoney || f.Type() == model.TypeTexts {
		return text
	}
	return model.DisplayText(f, text, names)
}

// value is the canonical text of what is picked.
func (e *Editor) value() string {
	switch e.field.Type() {
	case model.TypeChoices:
		return strings.Join(e.list.Chosen(), ", ")
	case model.TypeLinks:
		return strings.Join(e.chosenLinks(), "\n")
	}
	return e.field.Text()
}

// chosenLinks returns the links that are on: those that were there in their
// order, then the new ones.
func (e *Editor) chosenLinks() []string {
	on := e.list.Chosen()
	links := slices.DeleteFunc(model.ItemsOf(model.TypeLinks, e.from), func(id string) bool { return !slices.Contains(on, id) })
	for _, id := range on {
		if !slices.Contains(links, id) {
			links = append(links, id)
		}
	}
	return links
}

// Key gives the editor a key. It reports whether the key meant something here,
// and whether the asking is over because something was picked.
func (e *Editor) Key(key string) (meant, over bool) {
	e.Err = ""
	if e.list == nil {
		return e.text.Key(key), false
	}
	if it, ok := e.list.Letter(key); ok {
		return true, e.pick(it)
	}
	switch {
	case e.field.Type() == model.TypeChoices && key == " ":
		if it, ok := e.list.Current(); ok {
			e.pick(it)
		}
		return true, false
	case !e.list.Typing && (key == "backspace" || key == "delete"):
		e.clear()
		return true, false
	case e.list.Typing && key == "backspace" && e.list.Input.Text() == "":
		e.dropLast()
		return true, false
	}
	return e.list.Key(key), false
}

// Enter takes the item under the cursor. It reports whether the asking is over.
func (e *Editor) Enter() (over bool) {
	if e.list == nil {
		return true
	}
	if e.field.Type() == model.TypeChoices {
		return true
	}
	it, ok := e.list.Current()
	if !ok {
		e.Err = "nothing is called that: type part of a name, or esc"
		return false
	}
	return e.pick(it)
}

// pick takes an item; for a list it turns it on or off.
func (e *Editor) pick(it picker.Item) (over bool) {
	switch {
	case it.Value == done:
		return true
	case e.field.Type() == model.TypeChoices:
		e.list.Toggle(it.Value)
		return false
	case e.field.Type() == model.TypeLinks:
		e.list.Toggle(it.Value)
		e.list.Input.Set("")
		e.list.SetItems(e.list.Items())
		e.list.Select(done)
		return false
	}
	if err := e.field.Parse(it.Value); err != nil {
		e.Err = err.Error()
		return false
	}
	if e.list.Typing {
		e.list.Input.Set("")
		e.list.SetItems(e.list.Items())
		e.list.Select(it.Value)
	}
	return true
}

// walk goes through the words of a choice with the arrows, taking the one it
// comes to. It reports whether the key meant that.
func (e *Editor) walk(key string) bool {
	by := map[string]int{"left": -1, "right": 1}[key]
	if by == 0 || e.list.Typing {
		return false
	}
	e.list.Move(by)
	if it, ok := e.list.Current(); ok && !e.field.IsList() {
		e.pick(it)
	}
	return true
}

func (e *Editor) clear() {
	if e.field.Type() == model.TypeChoices {
		for _, value := range e.list.Chosen() {
			e.list.Toggle(value)
		}
		return
	}
	if err := e.field.Parse(""); err == nil {
		e.list.Select("")
	}
}

// dropLast takes the last link out, as backspace takes the last letter.
func (e *Editor) dropLast() {
	if e.field.Type() == model.TypeLink && !e.field.Needed {
		e.clear()
		return
	}
	if links := e.chosenLinks(); e.field.Type() == model.TypeLinks && len(links) > 0 {
		e.list.Toggle(links[len(links)-1])
	}
}

// Paste types what was pasted.
func (e *Editor) Paste(text string) {
	e.Err = ""
	if e.list != nil {
		e.list.Paste(text)
		return
	}
	e.text.Insert(text)
}

// Commit takes what was typed or picked into the field. On an error the field
// keeps what it had, the editor what was typed, and Err says what is wanted.
func (e *Editor) Commit() error {
	var err error
	switch {
	case e.list == nil && e.text.Text() == e.start():
		err = e.field.Parse(e.from)
		if err == nil && e.field.Needed && e.from == "" {
			_, err = e.field.Canonical(e.ctx.Input, "")
		}
	case e.list == nil:
		err = e.field.Set(e.ctx.Input, e.text.Text())
	case e.field.IsList():
		err = e.field.Parse(e.value())
	}
	if e.Err = ""; err != nil {
		e.Err = err.Error()
	}
	return err
}

// TakeTyped picks the best match where something was typed and not yet picked:
// what leaving the field means.
func (e *Editor) TakeTyped() {
	if !e.Listed() || e.list.Input.Text() == "" {
		return
	}
	if it, ok := e.list.Current(); ok && it.Value != done {
		e.pick(it)
	}
}

// Echo says what was understood of a date, an amount or a number while it is
// typed; "" where the text says it all, or cannot be understood yet.
func (e *Editor) Echo() string {
	if e.list != nil || e.text.Text() == "" {
		return ""
	}
	canonical, err := e.field.Canonical(e.ctx.Input, e.text.Text())
	if err != nil {
		return ""
	}
	switch e.field.Type() {
	case model.TypeDate:
		if day, err := model.ParseDate(canonical); err == nil {
			return day.Time().Format("Monday 2 January 2006")
		}
	case model.TypeNumber, model.TypeMoney:
		return model.DisplayText(e.field, canonical, e.ctx.Names)
	}
	return ""
}

// Hint says what belongs into the field.
func (e *Editor) Hint() string {
	switch {
	case e.Err != "":
		return e.Err
	case e.Echo() != "":
		return "= " + e.Echo()
	case e.field.Type() == model.TypeDate:
		return "like " + model.WhenHint
	case e.field.Type() == model.TypeTexts:
		return strings.TrimPrefix(e.field.Hint+", one a line", ", ")
	}
	return e.field.Hint
}

// Shown is the value as the line of the field shows it while it is not being
// edited: as it was typed until it is taken.
func (e *Editor) Shown() string {
	switch {
	case e.list != nil:
		return model.DisplayText(e.field, e.value(), e.ctx.Names)
	case e.Err != "" || e.Dirty() && e.field.Text() == e.from:
		return e.text.Text()
	}
	return e.field.Display(e.ctx.Names)
}

// Lines returns how many lines the editor wants for itself.
func (e *Editor) Lines() int {
	if e.list != nil {
		return e.list.Lines()
	}
	if e.text.Long {
		return max(3, e.text.Lines())
	}
	return 1
}

// Draw draws the editor: the text being typed, or the list to pick from.
func (e *Editor) Draw(v grid.View) {
	if e.list != nil {
		e.list.Draw(v)
		return
	}
	e.text.Draw(v, theme.Plain, true)
}

// DrawLine draws the editor on the one line of a form: what is typed, or what is
// picked so far.
func (e *Editor) DrawLine(v grid.View) {
	switch {
	case e.list == nil:
		e.text.Draw(v, theme.Plain, true)
	case e.list.Typing && e.list.Input.Text() != "":
		e.list.Input.Draw(v, theme.Plain, true)
	default:
		text := model.DisplayText(e.field, e.value(), e.ctx.Names)
		x := v.Text(0, 0, theme.Plain, grid.Cut(text, v.W()-1))
		v.Text(x, 0, theme.Cursor, " ")
	}
}

// Box returns where the editor stands when it edits in place: its text over the
// cell that it edits, its list below.
func (e *Editor) Box(cell, screen layout.Rect) layout.Rect {
	w, h := max(cell.W+2, 34), e.Lines()+2
	if e.list != nil {
		w, h = 64, min(h, 16)
	}
	if e.text.Long {
		w, h = max(w, 60), max(h, 7)
	}
	if e.Err != "" {
		w = max(w, 66)
	}
	w, h = min(w, screen.W-2), min(h, screen.H-2)
	r := layout.Rect{X: cell.X - 1, Y: cell.Y - 1, W: w, H: h}
	if e.list != nil {
		r.Y = cell.Y + 1
		if r.Y+h > screen.H-1 && cell.Y-h >= 0 {
			r.Y = cell.Y - h
		}
	}
	r.X = max(0, min(r.X, screen.W-w))
	r.Y = max(0, min(r.Y, screen.H-1-h))
	return r
}

// Click puts the cursor on the item at a line of the editor. It reports whether
// there is one.
func (e *Editor) Click(line int) bool { return e.list != nil && e.list.Click(line) }

// Wheel scrolls the list by rows.
func (e *Editor) Wheel(rows int) {
	if e.list != nil {
		e.list.Move(rows)
	}
}
