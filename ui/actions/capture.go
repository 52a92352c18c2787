package actions

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"astute/model"
	"astute/ui/pane"
)

// capture asks for an action in one line. Below a heading it belongs there: to
// the objective, to the owner, to whoever is asked.
func (p *Pane) capture() pane.Request {
	d, c := p.Data(), Capture(p.Data, nil)
	below := func(name string, id model.ID, word string) {
		if !id.IsZero() {
			c.With[number(name)] = id.String()
			c.Title += word + d.Plan.Name(id)
		}
	}
	switch p.Order() {
	case byObjective:
		below("objective", p.objective(), " for ")
	case byOwner:
		below("owner", p.common(func(a *model.Action) model.ID { return a.Owner }), " of ")
	case onlyAsks:
		c.Title, c.With[number("type")] = "New ask", model.Ask.String()
		below("asked_of", p.common(func(a *model.Action) model.ID { return a.AskedOf }), " of ")
	}
	return c
}

// Capture asks for an action in one line, from any pane: it is done for the
// record under the cursor there, unless the line names somebody else.
func Capture(data func() pane.Data, under model.Record) pane.Capture {
	c := pane.Capture{
		Kind: model.KindAction, Title: "New action", With: map[int]string{}, Text: number("title"),
		Hint: "like: call Raj about the pilot fri @me !campaign",
		Read: func(text string) (map[int]string, string, error) { return read(text, data()) },
	}
	switch r := under.(type) {
	case nil:
	case *model.Action:
		c.With[number("objective")] = r.Objective.String()
	case *model.Objective:
		c.With[number("objective")] = r.ID.String()
		c.Title += " for " + r.Name
	default:
		if k := r.Kind(); k.Scope() == model.ScopeAccount {
			c.With[number("serves")] = r.Base().ID.String()
			c.Title += " for " + model.Title(r, data().Plan.Name)
		}
	}
	return c
}

// common is whom the heading stands for on which the cursor stands, or whom the
// action there has in common with those below one heading.
func (p *Pane) common(of func(a *model.Action) model.ID) model.ID {
	if s := p.Section(); s != nil {
		return s.Group.Of
	}
	if a, ok := p.Current().(*model.Action); ok {
		return of(a)
	}
	return model.ID{}
}

// objective is the one on which the cursor stands, or below which.
func (p *Pane) objective() model.ID {
	if !p.Grouped() {
		return model.ID{}
	}
	switch r := p.Current().(type) {
	case *model.Objective:
		return r.ID
	case *model.Action:
		return r.Objective
	}
	return model.ID{}
}

// read understands an action typed in one line: "@" with the beginning of a name
// says who, "!" with that of an objective what for, a day as the last words says
// by when, and the rest is what; a contact who is named there is whom it is done
// for. said repeats what was understood.
func read(text string, d pane.Data) (fields map[int]string, said string, err error) {
	fields = map[int]string{}
	who, words, err := pane.Mentioned(d, strings.Fields(text), model.KindTeammate, model.KindContact)
	if err != nil {
		return fields, "", err
	}
	var parts []string
	objective, words, err := objectiveNamed(words, d)
	if err != nil {
		return fields, "", err
	}
	if objective != nil {
		fields[number("objective")] = objective.ID.String()
	}
	for _, id := range who {
		fields[number("owner")] = id.String()
		parts = append(parts, "owner "+d.Plan.Name(id))
	}
	day, _, words := pane.DayAtEnd(words, d.Today)
	when := "no day"
	if doubt := pane.NotADay(words); !day.IsZero() {
		fields[number("due")] = day.String()
		when = "due " + pane.Day(day)
	} else if doubt != "" {
		when = fmt.Sprintf("%q was not read as a day", doubt)
	}
	parts = append([]string{when}, parts...)
	if objective != nil {
		parts = append(parts, "objective "+objective.Name)
	}
	if c := served(words, d); c != nil {
		fields[number("serves")] = c.ID.String()
		parts = append(parts, "for "+c.Name)
	}
	title := strings.Join(words, " ")
	fields[number("title")] = title
	return fields, strings.Join(append([]string{title}, parts...), "   "), nil
}

// objectiveNamed takes the word that begins with "!" out of a line: the beginning
// of a word of the name of an objective, an open one before the others.
func objectiveNamed(words []string, d pane.Data) (*model.Objective, []string, error) {
	at := slices.IndexFunc(words, func(w string) bool { return len(w) > 1 && w[0] == '!' && w[1] != '=' && w[1] != '!' })
	if at < 0 {
		return nil, words, nil
	}
	typed := words[at][1:]
	var open, over []*model.Objective
	for _, o := range model.All[*model.Objective](d.Plan.Book) {
		switch {
		case !pane.Begins(o.Name, typed):
		case o.Open():
			open = append(open, o)
		default:
			over = append(over, o)
		}
	}
	if len(open) == 0 {
		open = over
	}
	switch len(open) {
	case 0:
		return nil, nil, fmt.Errorf("no objective is called %s: behind the ! goes the beginning of a word of its name", typed)
	case 1:
		return open[0], slices.Delete(slices.Clone(words), at, at+1), nil
	}
	var called []string
	for _, o := range open[:min(3, len(open))] {
		called = append(called, o.Name)
	}
	return nil, nil, fmt.Errorf("!%s could be %s: type another word of the name", typed, model.OrList(called))
}

// served returns the contact whom words name, by the whole name, or by one word
// of it that is nobody else's; nil for none and for several. The first word of
// the line says what to do and names nobody by itself: mark the slides.
func served(words []string, d pane.Data) *model.Contact {
	var plain []string
	for _, w := range words {
		w = strings.TrimFunc(strings.ToLower(w), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		plain = append(plain, strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"))
	}
	var whole, part []*model.Contact
	byWord := map[string][]*model.Contact{}
	for _, c := range model.All[*model.Contact](d.Plan.Book) {
		names := strings.Fields(strings.ToLower(c.Name))
		if c.Left || c.Placeholder {
			continue
		}
		if len(names) > 1 && holds(plain, names) {
			whole = append(whole, c)
		}
		for _, name := range append(names, strings.ToLower(c.PreferredName)) {
			if utf8.RuneCountInString(name) > 2 && !slices.Contains(byWord[name], c) {
				byWord[name] = append(byWord[name], c)
			}
		}
	}
	for i, w := range plain {
		if who := byWord[w]; i > 0 && len(who) == 1 && !slices.Contains(part, who[0]) {
			part = append(part, who[0])
		}
	}
	switch {
	case len(whole) == 1:
		return whole[0]
	case len(whole) == 0 && len(part) == 1:
		return part[0]
	}
	return nil
}

// holds reports whether a list holds others in a row.
func holds(list, row []string) bool {
	for i := range len(list) - len(row) + 1 {
		if slices.Equal(list[i:i+len(row)], row) {
			return true
		}
	}
	return false
}
