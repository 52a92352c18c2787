package politics

import (
	"astute/model"
	"astute/ui/layout"
	"astute/ui/pane"
)

// Commands implements [pane.Pane].
func (p *Pane) Commands() []pane.Command {
	why := ""
	if p.Current() == nil {
		why = "there is nobody on the map yet: a adds the first one"
	}
	walk := func(name, help string, dx, dy int, keys ...string) pane.Command {
		return pane.Command{Name: name, Help: help, Keys: keys, Do: func() pane.Request { p.step(dx, dy); return nil }}
	}
	field := func(key, hint, name, what string) pane.Command {
		return pane.Command{Name: "set " + what, Keys: []string{key}, Hint: hint, Why: why, Help: "the " + what + " of the person, with what each means",
			Do: func() pane.Request { return p.edit(name) }}
	}
	shift := func(key, name, help string, dx, dy int) pane.Command {
		return pane.Command{Name: name, Keys: []string{key}, Why: why, Help: help, Do: func() pane.Request { return p.move(dx, dy) }}
	}
	return append([]pane.Command{
		walk("down", "the nearest person below", 0, 1, "j", "down"),
		walk("up", "the nearest person above", 0, -1, "k", "up"),
		walk("left", "the nearest person to the left", -1, 0, "h", "left"),
		walk("right", "the nearest person to the right", 1, 0, "l", "right"),
		{Name: "first", Keys: []string{"g", "home"}, Help: "the person at the top", Do: func() pane.Request { p.jump(0); return nil }},
		{Name: "last", Keys: []string{"G", "end"}, Help: "the person at the bottom", Do: func() pane.Request { p.jump(len(p.chart.People) - 1); return nil }},
		field("e", "status", "political_status", "political status"),
		field("s", "support", "support", "support"),
		field("I", "", "influence", "influence"),
		field("r", "role", "decision_role", "decision role"),
		field("R", "", "rank", "rank"),
		shift("shift+right", "move to more status", "one political status up", 1, 0),
		shift("shift+left", "move to less status", "one political status down", -1, 0),
		shift("shift+up", "move to a higher rank", "one rank up", 0, -1),
		shift("shift+down", "move to a lower rank", "one rank down", 0, 1),
		{Name: "edit all fields", Keys: []string{"E"}, Why: why, Help: "the whole contact as a form",
			Do: func() pane.Request { return pane.EditForm{Record: p.Current()} }},
		{Name: "add a contact", Keys: []string{"a"}, Hint: "add", Help: "a person at the customer",
			Do: func() pane.Request { return pane.Add{Kind: model.KindContact} }},
		{Name: "draw a line", Keys: []string{"L"}, Why: why, Help: "whom this person influences, is at odds with, is close to", Do: p.line},
		{Name: "remove the contact", Keys: []string{"D"}, Why: why, Help: "names what goes with it and asks first",
			Do: func() pane.Request { return pane.Remove{Records: []model.Record{p.Current()}} }},
		{Name: "open the brief", Keys: []string{"enter"}, Hint: "brief", Why: why, Help: "all there is to know before a call",
			Do: func() pane.Request { return pane.Brief{ID: p.cursor} }},
		{Name: "copy the map", Keys: []string{"y"}, Why: why, Help: "the map as text, to the clipboard",
			Do: func() pane.Request { return pane.Copy{Text: p.text(), What: "map"} }},
		{Name: "filter", Keys: []string{"/"}, Hint: "filter", Help: "show only what matches, like support:champion or unit:retail",
			Do: func() pane.Request { return pane.AskFilter{} }},
	}, p.studies()...)
}

func (p *Pane) step(dx, dy int) { p.jump(p.chart.Next(p.chart.Find(p.cursor), dx, dy)) }

func (p *Pane) jump(i int) {
	if i >= 0 && i < len(p.chart.People) {
		p.Seek(p.chart.People[i].Contact.ID)
	}
}

// edit asks for a field of the person of the cursor, at the label.
func (p *Pane) edit(name string) pane.Request {
	i := p.chart.Find(p.cursor)
	if i < 0 {
		return nil
	}
	person := p.chart.People[i]
	f, _ := model.FieldNamed(person.Contact.Fields(), name)
	return pane.EditField{Record: person.Contact, Num: f.Num,
		At: layout.Rect{X: p.at.X + 1 + person.X, Y: p.at.Y + person.Y, W: person.W, H: 1}}
}

// line asks for a new line from the person of the cursor.
func (p *Pane) line() pane.Request {
	from, _ := model.FieldNamed(new(model.Line).Fields(), "from")
	return pane.Add{Kind: model.KindLine, With: map[int]string{from.Num: p.cursor.String()}}
}

// move reclassifies the person of the cursor by one step of political status
// across, or one rank down.
func (p *Pane) move(dx, dy int) pane.Request {
	before, ok := p.Current().(*model.Contact)
	if !ok {
		return nil
	}
	after := model.Clone(before)
	column, _ := model.MapColumn(before)
	if dx != 0 {
		after.Political = between(column+model.PoliticalStatus(dx), column == 0, dx, model.Learning, model.Astute)
	}
	if dy != 0 {
		after.Rank = between(before.Rank+model.Rank(dy), before.Rank == 0, dy, model.CLevel, model.Individual)
	}
	if model.Equal(before, after) {
		return pane.Note{Text: before.Name + " stands at the edge of the map"}
	}
	where := after.Political.String()
	if dy != 0 {
		where = after.Rank.String()
	}
	return pane.Apply{Edit: model.Edited("move contact "+before.Name+" to "+where, before, after), Said: before.Name + " is now " + where + "  (u takes it back)"}
}

// between keeps a step within the words of a choice; from "not known" it goes to
// the end that the step comes from.
func between[V model.Vocabulary](to model.Choice[V], unknown bool, by int, first, last model.Choice[V]) model.Choice[V] {
	switch {
	case unknown && by > 0, to < first || to > last && by < 0:
		return first
	case unknown || to > last:
		return last
	}
	return to
}

// text is the map as text with the name of the account above it and what the
// marks mean below.
func (p *Pane) text() string {
	lines := append([]string{p.data.Plan.Account.Name}, p.chart.Text()...)
	lines = append(lines, "E economic buyer, D decision maker, T technical, U user, I influencer, G gatekeeper; * champion, + supporter, ~ neutral, - opponent, ? not known")
	text := ""
	for _, line := range lines {
		text += line + "\n"
	}
	return text
}
