package form

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/picker"
)

// makes begins the value of an item that makes a record: the word of its kind
// follows, and its name.
const makes = "\x00make "

func makingItem(k model.Kind, name, text, detail string) picker.Item {
	return picker.Item{Value: makes + k.String() + " " + name, Text: text, Detail: detail}
}

// making returns the kind and the name of the record that an item makes.
func making(it picker.Item) (kind model.Kind, name string, is bool) {
	rest, is := strings.CutPrefix(it.Value, makes)
	if !is {
		return 0, "", false
	}
	word, name, _ := strings.Cut(rest, " ")
	kind, err := model.ParseKind(word)
	return kind, name, err == nil
}

// myself is the value of the item that stands for a person at the keyboard of
// whom nobody said who that is.
const myself = "\x00me"

// me returns the item of the person at the keyboard in place of the one that
// stands for them. It reports true while nobody said who that is.
func (e *Editor) me(it picker.Item) (picker.Item, bool) {
	id := e.ctx.Myself()
	if id.IsZero() {
		return it, true
	}
	items := slices.DeleteFunc(slices.Clone(e.list.Items()), func(it picker.Item) bool { return it.Value == myself })
	it = picker.Item{Value: id.String(), Text: e.ctx.name(id), Detail: "me", Alias: "me", Note: model.KindTeammate.String()}
	if !slices.ContainsFunc(items, func(other picker.Item) bool { return other.Value == it.Value }) {
		items = append(items, it)
	}
	e.list.SetItems(items)
	return it, false
}

// AsksWho reports, once, that me was picked and nobody said so far who that is:
// what was typed stays, and the same key picks it when it is known.
func (e *Editor) AsksWho() bool {
	asks := e.who
	e.who = false
	return asks
}

// isMe reports whether a name is no name but stands for whoever types it.
func isMe(name string) bool {
	return strings.EqualFold(strings.TrimPrefix(strings.TrimSpace(name), "@"), "me")
}

// offers returns what can be made of a name that fits nobody.
func (e *Editor) offers(typed string) []picker.Item {
	if e.ctx.NewID == nil || typed == "" || isMe(typed) {
		return nil
	}
	var items []picker.Item
	for _, k := range e.field.Kinds {
		if _, ok := nameOf(k.Spec().New()); ok && k.Scope() != model.ScopeRoot {
			items = append(items, makingItem(k, typed, fmt.Sprintf("+ new %s %q", k, typed), ""))
		}
	}
	return items
}

// orMake ends the sentence that nobody is called so.
func (e *Editor) orMake() string {
	if items := e.offers(e.list.Input.Text()); len(items) > 0 {
		kind, _, _ := making(items[0])
		return fmt.Sprintf(": enter makes a new %s, ctrl+u takes the name away", kind)
	}
	return ": ctrl+u takes the name away"
}

// nameOf returns the one field that a record cannot be without, where that is
// its name: such a record can be made of a name alone.
func nameOf(r model.Record) (model.Field, bool) {
	var name model.Field
	for _, f := range r.Fields() {
		if f.Needed && (name.Num != 0 || f.Type() != model.TypeText || f.IsLong) {
			return model.Field{}, false
		}
		if f.Needed {
			name = f
		}
	}
	return name, name.Num != 0
}

// make makes a record of that name and returns the item that picks it. It
// reports false, with the reason in Err, when the name cannot be taken.
func (e *Editor) make(kind model.Kind, called string) (picker.Item, bool) {
	r, err := e.ctx.make(kind, called)
	if err != nil {
		e.Err = err.Error()
		return picker.Item{}, false
	}
	it := e.ctx.item(r)
	e.list.SetItems(append(slices.Clone(e.list.Items()), it))
	return it, true
}

// make makes a record of that name, once for all fields.
func (c *Context) make(kind model.Kind, called string) (model.Record, error) {
	r := model.New(kind, c.NewID())
	if kind.Scope() == model.ScopeAccount {
		r.Base().Account = c.Account
	}
	name, _ := nameOf(r)
	if err := name.Set(c.Input, called); err != nil {
		return nil, err
	}
	for _, other := range c.made {
		if other.Kind() == kind && model.Title(other, c.Names) == model.Title(r, c.Names) {
			return other, nil
		}
	}
	c.made = append(c.made, r)
	return r, nil
}

// MakeMe makes the person at the keyboard a teammate, in the edit that what is
// asked for becomes, and returns the id; none when nobody said who that is or
// the book knows them.
func (c *Context) MakeMe() model.ID {
	if c.Me == "" || c.NewID == nil {
		return model.ID{}
	}
	r, err := c.make(model.KindTeammate, c.Me)
	if err != nil {
		return model.ID{} // a name that no field takes is nobody's
	}
	return r.Base().ID
}

func (c *Context) item(r model.Record) picker.Item {
	return picker.Item{Value: r.Base().ID.String(), Text: model.Title(r, c.Names), Detail: "new", Note: r.Kind().String()}
}

// links returns what a link can point to: what is in the book, what was made
// meanwhile, and the person at the keyboard, who is made a teammate where the
// book does not know them yet.
func (c *Context) links(kinds []model.Kind) []picker.Item {
	items := c.Links(kinds)
	if c.Me == "" && c.Myself != nil && c.Myself().IsZero() && slices.Contains(kinds, model.KindTeammate) {
		items = append([]picker.Item{{Value: myself, Text: "me", Detail: "asks who you are"}}, items...)
	}
	if c.Me != "" && c.NewID != nil && slices.Contains(kinds, model.KindTeammate) {
		me := makingItem(model.KindTeammate, c.Me, c.Me, "me, a new teammate")
		me.Alias = "me"
		items = append([]picker.Item{me}, items...)
	}
	for _, r := range c.made {
		if slices.Contains(kinds, r.Kind()) {
			items = append(items, c.item(r))
		}
	}
	return items
}

// name answers what a record is called, also one that was just made.
func (c *Context) name(id model.ID) string {
	for _, r := range c.made {
		if r.Base().ID == id {
			return model.Title(r, c.Names)
		}
	}
	if c.Names == nil {
		return ""
	}
	return c.Names(id)
}

// with adds to an edit the records that were made and that it points to, so that
// one undo takes back all of it.
func (c *Context) with(e model.Edit) model.Edit {
	for _, r := range c.made {
		if slices.ContainsFunc(e.Changes, func(change model.Change) bool { return change.After != nil && pointsTo(change.After, r.Base().ID) }) {
			e.Changes = append(slices.Clone(e.Changes), model.Change{After: r})
		}
	}
	return e
}

// With adds to an edit of the field the records that were made for it.
func (e *Editor) With(edit model.Edit) model.Edit { return e.ctx.with(edit) }

func pointsTo(r model.Record, id model.ID) bool {
	for _, f := range r.Fields() {
		if slices.Contains(f.Links(), id) {
			return true
		}
	}
	return false
}

// unmake forgets a record that was to be made: the book has it.
func (c *Context) unmake(id model.ID) {
	c.made = slices.DeleteFunc(c.made, func(r model.Record) bool { return r.Base().ID == id })
}

// nameMade returns what a record is called that was made for the form, "" for one
// that was not.
func (c *Context) nameMade(id string) string {
	for _, r := range c.made {
		if r.Base().ID.String() == id {
			return model.Title(r, c.Names)
		}
	}
	return ""
}

// kept returns the links that stand in the book already: a draft outlives what
// was made for it.
func (c *Context) kept(links string) string {
	items := slices.DeleteFunc(model.ItemsOf(model.TypeLinks, links), func(item string) bool {
		return slices.ContainsFunc(c.made, func(r model.Record) bool { return r.Base().ID.String() == item })
	})
	return strings.Join(items, "\n")
}
