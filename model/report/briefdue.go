package report

import (
	"slices"
	"strings"
	"unicode"

	"astute/model"
)

// promisesFor is for how many days back a brief recalls what was promised.
const promisesFor = 180

// promises are what either side has said to a contact and not kept yet (see
// [model.KeptPromises]): ours before theirs, each newest first.
func (v view) promises(c *model.Contact) []string {
	var ours, theirs []string
	for _, open := range v.openPromises(c.ID) {
		ago := away(open.on, v.today)
		ours = append(ours, labelled(joined(" ", "We promised", ago), open.ours)...)
		theirs = append(theirs, labelled(joined(" ", "They promised", ago), open.theirs)...)
	}
	return append(ours, theirs...)
}

// openPromise is what is still to be kept of what was said on one occasion.
type openPromise struct {
	on           model.Date
	to           []model.ID
	ours, theirs string
}

// openPromises are those of the interactions with a contact, with anybody for a
// zero ID, newest first.
func (v view) openPromises(contact model.ID) []openPromise {
	var list []openPromise
	kept := model.KeptPromises(v.plan)
	for _, i := range v.interactions(contact) {
		open := openPromise{i.On, i.Contacts, i.WePromised, i.TheyPromised}
		if kept[i.ID].Ours {
			open.ours = ""
		}
		if kept[i.ID].Theirs {
			open.theirs = ""
		}
		old := !i.On.IsZero() && i.On.AddDays(promisesFor).Before(v.today)
		if !old && open.ours+open.theirs != "" {
			list = append(list, open)
		}
	}
	return list
}

// everybody names contacts.
func (v view) everybody(ids []model.ID) string {
	var names []string
	for _, id := range ids {
		names = append(names, nameOf(v.names, id))
	}
	return firstOf(names, 4)
}

// actionsOf are the open actions that concern a contact: owned by the person,
// done for them or for what is theirs, or naming them. That an action serves an
// objective from which they gain too is not enough: in the end all do.
func (v view) actionsOf(c *model.Contact) []string {
	var about []*model.Action
	for _, a := range model.All[*model.Action](v.plan.Book) {
		if a.Open() && (a.Owner == c.ID || v.serves(a, c) || names(a.Name, c.Name)) {
			about = append(about, a)
		}
	}
	return v.actionLines(about)
}

// serves reports whether an action is done for a contact: for the person, for a
// dealing with them, or for a goal or an initiative of theirs.
func (v view) serves(a *model.Action, c *model.Contact) bool {
	switch r := v.plan.Get(a.Serves).(type) {
	case *model.Contact:
		return r.ID == c.ID
	case *model.Interaction:
		return slices.Contains(r.Contacts, c.ID)
	case *model.Initiative:
		return r.Owner == c.ID
	case *model.Goal:
		return r.Contact == c.ID
	}
	return false
}

// names reports whether a text holds a name as whole words.
func names(text, name string) bool {
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) })
	}
	list, part := words(text), words(name)
	for ; len(part) > 0 && len(list) >= len(part); list = list[1:] {
		if slices.Equal(list[:len(part)], part) {
			return true
		}
	}
	return false
}

// actionLines are actions as sentences, late ones first.
func (v view) actionLines(list []*model.Action) []string {
	var lines []string
	for _, a := range sortedActions(list, v.names, v.today) {
		text := a.Name
		if owner := nameOf(v.names, a.Owner); owner != "" {
			text += ", by " + owner
		}
		words, late := standing(a, v.today)
		if late {
			words = "already " + words
		}
		lines = append(lines, sentence(text+", "+words))
	}
	return lines
}
