// Package form asks for the fields of a record. It is made from model.Field
// alone: a field that is declared tomorrow is asked for tomorrow, by letter when
// it is a choice, by look-up when it is a link, by words when it is a date.
//
//	editor.go      one field: what is typed or picked, and what it was understood as
//	take.go        taking what was typed or picked into the field, and saying why not
//	editorview.go  how one field is shown: its echo, its hint, its box
//	word.go        a choice that is typed as its word
//	made.go        records that a link points to and that are made with the edit
//	form.go        all fields of a record: core first, the rest folded away
//	keys.go        the keys of a form
//	draw.go        how a form looks
//	clash.go       what happens when somebody else changes the record meanwhile
//	draft.go       what was typed, as it is kept on disk
package form

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"astute/model"
	"astute/ui/input"
	"astute/ui/picker"
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
	// NewID and Account are for records that are made because a link needs them;
	// without NewID none are.
	NewID   func() model.ID
	Account model.ID
	// Me is the person at the keyboard as long as they are in no book: "" when
	// they are, or when nobody said who they are.
	Me string
	// Myself answers which teammate the person at the keyboard is, none while
	// nobody said so. Where it is set, "me" can be picked all the same: see
	// [Editor.AsksWho].
	Myself func() model.ID

	made []model.Record // by the fields asked for with this context
}

// done is the value of the line that ends the choosing of several.
const done = "\x00"

// Editor asks for one field.
type Editor struct {
	field   model.Field // bound to a copy of the record
	ctx     *Context
	text    input.Input    // what is typed, where the field is not picked
	list    *picker.Picker // what is picked from, else nil
	word    word           // what was typed of a choice's word
	walked  bool           // the arrows highlighted a word of a choice of several: space picks it
	who     bool           // me was picked, and nobody said who that is
	from    string         // the field's text when the asking began
	began   string         // what stood in the text then
	touched bool           // a key came: what stood there is not typed over any more
	said    string         // what was made of the last paste, "" for nothing to say
	Err     string         // why what was typed cannot be taken, "" when it can
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
		items := ctx.links(f.Kinds)
		if !f.Needed {
			items = append([]picker.Item{{Text: "none"}}, items...)
		}
		e.list = picker.Typed(items, ctx.Fold)
	case model.TypeLinks:
		items := ctx.links(f.Kinds)
		chosen := f.Items()
		for i := range items {
			items[i].On = slices.Contains(chosen, items[i].Value)
		}
		slices.SortStableFunc(items, func(a, b picker.Item) int { return onFirst(a) - onFirst(b) })
		e.list = picker.Typed(append([]picker.Item{{Value: done, Text: "done"}}, items...), ctx.Fold)
	default:
		e.text = ctx.input(f, e.from)
		e.began = e.text.Text()
	}
	if e.Listed() {
		e.list.Else = e.offers
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

// Field returns the field that is asked for.
func (e *Editor) Field() model.Field { return e.field }

// Picked reports whether the field is picked from a list.
func (e *Editor) Picked() bool { return e.list != nil }

// Several reports whether several words of a choice can be picked.
func (e *Editor) Several() bool { return e.lettered() && e.field.IsList() }

// Text reports whether the field is a text of several lines.
func (e *Editor) Text() bool { return e.list == nil && e.text.Long }

// Typed returns what stands in a text field as it was typed.
func (e *Editor) Typed() string { return e.text.Text() }

// Replace replaces what was typed, as somebody who changed it elsewhere wants.
func (e *Editor) Replace(text string) {
	e.Err, e.said = "", ""
	e.text.Set(text)
}

// Listed reports whether the field is looked up in a list by typing.
func (e *Editor) Listed() bool { return e.list != nil && e.list.Typing }

// Dirty reports whether something was typed or picked that is not what the
// field was.
func (e *Editor) Dirty() bool {
	if e.list == nil {
		return e.text.Text() != e.began
	}
	if e.list.Typing && e.list.Input.Text() != "" {
		return true
	}
	return e.value() != e.from
}

// editableText is a value as a person would type it: numbers without their
// grouping, amounts with their currency.
func editableText(f model.Field, text string, names model.Names) string {
	if f.Type() == model.TypeNumber || f.Type() == model.TypeMoney || f.Type() == model.TypeTexts {
		return text
	}
	return model.DisplayText(f, text, names)
}

// input is where a field is typed into, beginning with a value.
func (c *Context) input(f model.Field, text string) input.Input {
	return input.New(editableText(f, text, c.name), f.IsLong || f.Type() == model.TypeTexts)
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
	e.Err, e.said = "", ""
	if e.list == nil {
		e.overwrite(key)
		return e.text.Key(key), false
	}
	if meant, over = e.spell(key); meant {
		e.walked = false
		return true, over
	}
	if rubs := key == "backspace" || key == "delete"; rubs && e.rubOut() {
		return true, false
	}
	e.word = word{}
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

// overwrite takes a day, a number or an amount away before another is typed:
// nobody goes on typing behind one. Any other key keeps it, to be changed.
func (e *Editor) overwrite(key string) {
	t := e.field.Type()
	whole := t == model.TypeDate || t == model.TypeNumber || t == model.TypeMoney
	if r, size := utf8.DecodeRuneInString(key); !e.touched && whole && size == len(key) && unicode.IsPrint(r) {
		e.text.Set("")
	}
	e.touched = true
}

// Enter takes the item under the cursor. It reports whether the asking is over.
func (e *Editor) Enter() (over bool) {
	if e.list == nil {
		return true
	}
	if spelt := e.word.typed != ""; e.lettered() && (spelt || e.field.IsList()) {
		e.endWord()
		return !e.Misread()
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
	if kind, name, is := making(it); is {
		if it, is = e.make(kind, name); !is {
			return false
		}
	}
	if it.Value == myself {
		if it, e.who = e.me(it); e.who {
			return false
		}
	}
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
	if e.walked || !e.field.IsList() {
		e.list.Move(by)
	}
	e.word, e.walked = word{}, e.field.IsList()
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
	e.Err, e.said = "", ""
	if e.lettered() {
		text = strings.TrimSpace(model.CleanText(text))
		if e.field.IsList() {
			text = strings.ReplaceAll(text, "\n", ",")
		}
		e.pasteWord(text)
		return
	}
	if e.list != nil {
		e.list.Paste(text)
		return
	}
	if n := e.text.Insert(text); n > 1 {
		e.said = fmt.Sprintf("%d lines were joined into one", n)
	}
}
