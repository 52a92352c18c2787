package ui

import (
	"fmt"
	"slices"

	"astute/model"
	"astute/ui/picker"

	tea "github.com/charmbracelet/bubbletea"
)

// How a line is drawn on the map: the other person is looked up, then what ties
// the two is chosen by its letter, then how strong it is. What ties them already
// can be taken away there, or changed by choosing it anew.

// newJoin lists the people to whom a line can lead from somebody.
func newJoin(w *Workspace, from *model.Contact) *chooser {
	var items []picker.Item
	for _, c := range model.All[*model.Contact](w.plan.Book) {
		if c.ID == from.ID || c.Left {
			continue
		}
		it := picker.Item{Value: c.ID.String(), Text: c.Name, Detail: c.JobTitle}
		if n := len(tiesBetween(w.plan, from, c)); n > 0 {
			it.Note = model.Count(n, "line", "lines")
		}
		items = append(items, it)
	}
	return &chooser{
		title: "A line from " + model.CleanText(from.Name) + " to", list: picker.Typed(items, fold), empty: "nobody is called that: a on the map adds a person",
		choose: func(w *Workspace, it picker.Item) tea.Cmd {
			id, err := model.ParseID(it.Value)
			if err != nil {
				w.sayError(err)
				return nil
			}
			w.join(from.ID, id)
			return nil
		},
	}
}

// tie is what there is between two people: a line, or that one reports to the
// other.
type tie struct {
	line *model.Line
	who  *model.Contact // who reports, where it is no line
	text string
}

// tiesBetween lists what there is between two people.
func tiesBetween(p *model.Plan, a, b *model.Contact) []tie {
	var list []tie
	for _, l := range model.All[*model.Line](p.Book) {
		if l.From == a.ID && l.To == b.ID || l.From == b.ID && l.To == a.ID {
			text := model.Title(l, p.Name)
			if !l.Strength.IsZero() {
				text += ", " + strengthNames[l.Strength]
			}
			list = append(list, tie{line: l, text: text})
		}
	}
	for _, pair := range [][2]*model.Contact{{a, b}, {b, a}} {
		if pair[0].ReportsTo == pair[1].ID {
			list = append(list, tie{who: pair[0], text: pair[0].Name + " reports to " + pair[1].Name})
		}
	}
	return list
}

// remove is the edit that takes the tie away.
func (t tie) remove() model.Edit {
	if t.line != nil {
		return model.Edit{Label: "remove line " + t.text, Changes: []model.Change{{Before: t.line}}}
	}
	after := model.Clone(t.who)
	after.ReportsTo = model.ID{}
	return model.Edited("remove line "+t.text, t.who, after)
}

// joining is one way in which somebody can be tied to another.
type joining struct {
	letter, text, meaning string
	kind                  model.LineType // 0: the first reports to the second
	back                  bool           // the line leads from the other one
}

var joinings = []joining{
	{letter: "i", text: "influences", meaning: "%s sways %s", kind: model.Influences},
	{letter: "s", text: "is swayed by", meaning: "%s listens to %s", kind: model.Influences, back: true},
	{letter: "c", text: "is at odds with", meaning: "%s and %s are in conflict", kind: model.Conflicts},
	{letter: "f", text: "is close to", meaning: "%s and %s know and trust each other", kind: model.Informal},
	{letter: "r", text: "reports to", meaning: "%s has %s as the boss"},
}

// both are the contacts of two ids as they are now; false when one is gone.
func (w *Workspace) both(a, b model.ID) (from, to *model.Contact, ok bool) {
	from, fromOK := model.Lookup[*model.Contact](w.plan.Book, a)
	to, toOK := model.Lookup[*model.Contact](w.plan.Book, b)
	if !fromOK || !toOK {
		w.say("one of the two is not here any more", true)
	}
	return from, to, fromOK && toOK
}

// join asks what ties two people.
func (w *Workspace) join(a, b model.ID) {
	from, to, ok := w.both(a, b)
	if !ok {
		return
	}
	ties := tiesBetween(w.plan, from, to)
	var items []picker.Item
	for _, j := range joinings {
		it := picker.Item{Value: j.letter, Letter: j.letter, Text: j.text, Detail: fmt.Sprintf(j.meaning, from.Name, to.Name)}
		if j.kind == 0 {
			it.Off = w.circle(from, to)
			if boss := w.names(from.ReportsTo); boss != "" && from.ReportsTo != to.ID {
				it.Detail = "instead of " + boss
			}
		}
		items = append(items, it)
	}
	for i, t := range ties {
		letter := fmt.Sprint(i + 1)
		items = append(items, picker.Item{Value: letter, Letter: letter, Text: "take away", Detail: t.text})
	}
	w.push(&letters{title: from.Name + " and " + to.Name, list: picker.Letters(items), choose: func(w *Workspace, it picker.Item) tea.Cmd {
		for i, t := range ties {
			if it.Value == fmt.Sprint(i+1) {
				return w.write(t.remove(), "taken away: "+t.text+takesBack, nil)
			}
		}
		j := joinings[slices.IndexFunc(joinings, func(j joining) bool { return j.letter == it.Value })]
		if j.kind == model.Influences {
			w.askStrength(a, b, j)
			return nil
		}
		return w.tie(a, b, j, model.Number{})
	}})
}

// circle says why somebody cannot report to another: it would run in a circle.
func (w *Workspace) circle(from, to *model.Contact) string {
	met := map[model.ID]bool{}
	for c := to; c != nil && !met[c.ID]; c, _ = model.Lookup[*model.Contact](w.plan.Book, c.ReportsTo) {
		met[c.ID] = true
		if c.ReportsTo == from.ID {
			return to.Name + " stands below " + from.Name + ": that would be a circle"
		}
	}
	return ""
}

// strengthNames are what the strengths of an influence are called.
var strengthNames = map[model.Number]string{model.NumberOf(1): "weak", model.NumberOf(2): "of middle strength", model.NumberOf(3): "strong"}

// askStrength asks how strong an influence is.
func (w *Workspace) askStrength(a, b model.ID, j joining) {
	from, to, ok := w.both(a, b)
	if !ok {
		return
	}
	items := []picker.Item{
		{Value: "1", Letter: "1", Text: "weak", Detail: "is heard among others"},
		{Value: "2", Letter: "2", Text: "middle", Detail: "is asked, and often followed"},
		{Value: "3", Letter: "3", Text: "strong", Detail: "is followed nearly always"},
		{Value: "", Letter: "?", Text: "not known yet", Detail: "counts as middle strength on the path to power"},
	}
	w.push(&letters{title: "How strongly? " + from.Name + " " + j.text + " " + to.Name, list: picker.Letters(items), choose: func(w *Workspace, it picker.Item) tea.Cmd {
		var strength model.Number
		if it.Value != "" {
			strength = model.NumberOf(int64(it.Value[0] - '0'))
		}
		return w.tie(a, b, j, strength)
	}})
}

// tie writes a line between two people; one of the same kind is changed instead.
func (w *Workspace) tie(a, b model.ID, j joining, strength model.Number) tea.Cmd {
	from, to, ok := w.both(a, b)
	if !ok {
		return nil
	}
	said := from.Name + " " + j.text + " " + to.Name
	if j.kind == 0 {
		after := model.Clone(from)
		after.ReportsTo = to.ID
		return w.writeTie(model.Edited("line: "+said, from, after), said)
	}
	if j.back {
		from, to = to, from
	}
	for _, l := range model.All[*model.Line](w.plan.Book) {
		same := l.From == from.ID && l.To == to.ID || j.kind != model.Influences && l.From == to.ID && l.To == from.ID
		if same && l.Type == j.kind {
			after := model.Clone(l)
			after.Strength = strength
			return w.writeTie(model.Edited("change line "+model.Title(l, w.names), l, after), said)
		}
	}
	line := &model.Line{From: from.ID, To: to.ID, Type: j.kind, Strength: strength}
	line.ID, line.Account = w.o.Store.NewID(w.o.Now()), w.account
	return w.writeTie(model.Created("draw line "+model.Title(line, w.names), line), said)
}

// writeTie writes the edit of a line, where it changes anything.
func (w *Workspace) writeTie(e model.Edit, said string) tea.Cmd {
	if e.IsEmpty() {
		w.say(said+" already", false)
		return nil
	}
	return w.write(e, said+takesBack, nil)
}
