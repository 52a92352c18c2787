package politics

import (
	"slices"

	"astute/model"
	"astute/ui/pane"
)

// Commands implements [pane.Pane].
func (p *Pane) Commands() []pane.Command {
	if p.moving != nil {
		return p.moveCommands()
	}
	return slices.Concat(p.walks(), p.fieldCommands(), p.mapCommands(), p.views(), pane.StudyCommands(p.Current))
}

// why says why nothing can be done to the person of the cursor, "" when there is
// one.
func (p *Pane) why() string {
	if p.Current() != nil {
		return ""
	}
	if p.filter != "" {
		return "nobody matches the filter: esc shows all again"
	}
	return "there is nobody on the map yet: a adds the first one"
}

// climbing moves through the rows of the org chart.
type climbing struct{ *Pane }

func (c climbing) Move(rows int)   { c.climb(rows) }
func (c climbing) Sideways(by int) { c.branch(by > 0) }
func (c climbing) Seen() int       { return c.tree.h }

// walks are the commands that move the cursor.
func (p *Pane) walks() []pane.Command {
	switch p.view {
	case asTree:
		return pane.Moves(climbing{p})
	case asList:
		return pane.Moves(p.list.Moved())
	}
	return append(arrows(func(dx, dy int) pane.Request { p.step(dx, dy); return nil }),
		pane.Command{Name: "first", Keys: []string{"g", "home"}, Help: "the person on whom most depends: a key player near to where it is decided", Do: func() pane.Request { p.Seek(p.weightiest()); return nil }},
		pane.Command{Name: "last", Keys: []string{"G", "end"}, Help: "the person at the bottom", Do: func() pane.Request { p.jump(len(p.chart.People) - 1); return nil }},
	)
}

// arrows are the keys of the four directions.
func arrows(do func(dx, dy int) pane.Request) []pane.Command {
	walk := func(name string, dx, dy int, keys ...string) pane.Command {
		return pane.Command{Name: name, Keys: keys, Do: func() pane.Request { return do(dx, dy) }}
	}
	return []pane.Command{
		walk("down", 0, 1, "j", "down"), walk("up", 0, -1, "k", "up"), walk("left", -1, 0, "h", "left"), walk("right", 1, 0, "l", "right"),
	}
}

// step goes to the nearest person in a direction.
func (p *Pane) step(dx, dy int) { p.jump(p.chart.Next(p.chart.Find(p.cursor), dx, dy)) }

func (p *Pane) jump(i int) {
	if i >= 0 && i < len(p.chart.People) {
		p.Seek(p.chart.People[i].Contact.ID)
	}
}

// moveCommands are all there are while somebody is moved.
func (p *Pane) moveCommands() []pane.Command {
	return append(arrows(p.nudge), pane.Command{Name: "keep the move", Keys: []string{"enter", "M"}, Hint: "keep",
		Help: "writes the new place as one edit; esc takes it back", Do: p.keep})
}

// fieldCommands change the person of the cursor.
func (p *Pane) fieldCommands() []pane.Command {
	why := p.why()
	field := func(key, hint, name, what string) pane.Command {
		return pane.Command{Name: "set " + what, Keys: []string{key}, Hint: hint, Why: why, Help: "the " + what + " of the person, with what each means",
			Do: func() pane.Request { return p.set(name) }}
	}
	shift := func(key, name, help string, dx, dy int) pane.Command {
		return pane.Command{Name: name, Keys: []string{key}, Why: why, Help: help, Do: func() pane.Request { return p.move(dx, dy) }}
	}
	first := field("e", "status", "political_status", "political status")
	if p.view == asList {
		first = pane.Command{Name: "edit the field", Keys: []string{"e"}, Hint: "edit", Why: why, Help: "change the field under the cursor, in place"}
	}
	first.Do = p.edit
	unmoved := why
	if p.view != onMap && why == "" {
		unmoved = "people are moved on the map: b or t shows it again"
	}
	return []pane.Command{
		first,
		field("s", "support", "support", "support"),
		field("I", "", "influence", "influence"),
		field("r", "role", "decision_role", "decision role"),
		field("R", "", "rank", "rank"),
		shift("shift+right", "move to more status", "one political status up", 1, 0),
		shift("shift+left", "move to less status", "one political status down", -1, 0),
		shift("shift+up", "move to a higher rank", "one rank up", 0, -1),
		shift("shift+down", "move to a lower rank", "one rank down", 0, 1),
		{Name: "move the person", Keys: []string{"M"}, Why: unmoved, Also: "rank status reclassify", Help: "arrows then move the person over the map, enter keeps it as one edit, esc takes it back", Do: p.pick},
		{Name: "edit all fields", Keys: []string{"E"}, Why: why, Help: "the whole contact as a form",
			Do: func() pane.Request { return pane.EditForm{Record: p.Current()} }},
	}
}

// mapCommands are about the people and the lines between them.
func (p *Pane) mapCommands() []pane.Command {
	why := p.why()
	alone := why
	if why == "" && len(model.All[*model.Contact](p.data.Plan.Book)) < 2 {
		alone = "a line needs two people: a adds another"
	}
	step := p.pathWhy()
	return []pane.Command{
		{Name: "add a contact", Keys: []string{"a"}, Hint: "add", Help: "a person of the rank and status where the cursor is; in the org chart below that person",
			Do: func() pane.Request { return p.add(false) }},
		{Name: "add a seat", Keys: []string{"S"}, Also: "placeholder position vacancy", Help: "a place whose holder is not known yet, where the cursor is",
			Do: func() pane.Request { return p.add(true) }},
		{Name: "draw a line", Keys: []string{"L"}, Hint: "line", Why: alone, Also: "influence conflict informal boss remove change", Help: "to somebody who is looked up: influences, swayed by, at odds, close to, reports to; or takes one away",
			Do: func() pane.Request { return pane.Join{From: p.here()} }},
		{Name: "path to power", Keys: []string{"p"}, Hint: "path", Why: why, Also: "introduce reach key player", Help: "the easiest way from who backs us to this person, whoever it is; again, to the next key player whom we do not know; esc hides it", Do: p.toPower},
		{Name: "make the first step an action", Keys: []string{"P"}, Why: step, Also: "path introduction", Help: "of the path that is shown: yours, due in a week", Do: p.firstStep},
		{Name: "remove the contact", Keys: []string{"D"}, Why: why, Help: "names what goes with it and asks first",
			Do: func() pane.Request { return pane.Remove{Records: []model.Record{p.Current()}} }},
		{Name: "open the brief", Keys: []string{"enter"}, Hint: "brief", Why: why, Help: "all there is to know before a call",
			Do: func() pane.Request { return pane.Brief{ID: p.here()} }},
		{Name: "copy the map", Keys: []string{"y"}, Why: why, Help: "what is shown as text, with what the marks mean, to the clipboard",
			Do: func() pane.Request { return pane.Copy{Text: p.text(), What: "map"} }},
	}
}

// views are the commands that show the people otherwise.
func (p *Pane) views() []pane.Command {
	unlined, unfolded, undealt := "", "", ""
	if p.view != onMap {
		unlined = "lines are drawn on the map: b or t shows it again"
	}
	if p.view != asTree {
		unfolded = "only the org chart folds: b shows it"
	}
	if p.data.Plan == nil || len(p.data.Plan.OpenDeals()) == 0 {
		undealt = "there is no open opportunity to see the map for"
	}
	return []pane.Command{
		{Name: "org chart", Keys: []string{"b"}, Hint: "org", Also: "tree boss reports hierarchy", Help: "who reports to whom, as a tree; again: the map", Do: func() pane.Request { return p.turn(asTree) }},
		{Name: "list of people", Keys: []string{"t"}, Also: "table", Help: "the people by weight, with words instead of marks; again: the map", Do: func() pane.Request { return p.turn(asList) }},
		{Name: "choose lines", Keys: []string{"K"}, Why: unlined, Also: "layers hide show reporting influence", Help: "the standard ones, all, those of this person, none", Do: p.cycle},
		{Name: "fold", Keys: []string{" "}, Why: unfolded, Help: "hides or shows who is below this person in the org chart", Do: p.fold},
		{Name: "see for an opportunity", Keys: []string{"O"}, Why: undealt, Also: "deal role", Help: "who has a part in the next open one, in that part; after the last the account again", Do: p.nextDeal},
		{Name: "filter", Keys: []string{"/"}, Hint: "filter", Help: "show only what matches, like support:champion or unit:retail",
			Do: func() pane.Request { return pane.AskFilter{} }},
	}
}
