package report

import (
	"cmp"
	"slices"
	"strings"

	"astute/model"
)

// contact is the brief on a person, the most important first: how to reach them,
// where they stand and how to approach them, what was said and promised last,
// what is open and what to ask; then whom they listen to and what they want.
// What else is known is not on the one screen.
func (v view) contact(c *model.Contact) []Section {
	return []Section{
		{Key: "who", Heading: "Who it is", Lines: v.who(c), Plain: true, some: all},
		{Key: "role", Heading: "Part in the decision", Lines: v.role(c), Plain: true, some: all},
		{Key: "approach", Heading: "Approach", Lines: v.approach(c), some: all},
		{Key: "last_contact", Heading: "Last contact", Lines: v.lastContact(c), Plain: true, some: 1},
		{Key: "promises", Heading: "Promises", Lines: v.promises(c), Plain: true, some: 3, noun: [2]string{"promise", "promises"}},
		{Key: "actions", Heading: "Open", Lines: v.actionsOf(c), some: 2},
		{Key: "ask", Heading: "Ask next", Lines: texts(model.Questions(v.plan, c), false), some: 2},
		{Key: "notes", Heading: "Notes", Lines: sentences(c.Notes), some: 2},
		{Key: "power", Heading: "Whom they listen to", Lines: v.power(c), Plain: true, some: 1},
		{Key: "wants", Heading: "What they want", Lines: v.wants(c), Plain: true, some: 3},
		{Key: "find_out", Heading: "Find out", Lines: texts(model.Questions(v.plan, c), true), some: 2},
		{Key: "pitch", Heading: "What we tell them", Lines: labelled("Our pitch", c.Pitch), Plain: true},
		{Key: "relationships", Heading: "Who of us knows them", Lines: v.knownBy(c), Plain: true},
		{Key: "background", Heading: "Also good to know", Lines: v.background(c)},
	}
}

// who is what to know before dialling: what is out of the ordinary, and the
// numbers.
func (v view) who(c *model.Contact) []string {
	var lines []string
	if c.Left {
		lines = append(lines, sentence(c.Name+" has left"))
	}
	if c.Placeholder {
		lines = append(lines, "This is a seat; who holds it is not known yet.")
	}
	if c.External {
		lines = append(lines, "Comes from outside: a consultant or partner of theirs.")
	}
	if c.PreferredName != "" {
		lines = append(lines, sentence("Likes to be called "+c.PreferredName))
	}
	return append(lines, joined(", ", strings.Join(c.Phones, ", "), c.Email)) // no stop: it would stick to the address
}

// role is the classification in one sentence; what is not known of it is asked.
func (v view) role(c *model.Contact) []string {
	text := map[model.Answer]string{
		model.Yes: "Key player", model.No: "Not a key player", model.NotKnown: "Not known yet whether a key player",
	}[model.IsKeyPlayer(c)]
	var known []string
	for _, f := range []struct{ label, word string }{
		{"", c.DecisionRole.String()},
		{"influence", c.Influence.String()},
		{"support", c.Support.String()},
		{"political status", c.Political.String()},
		{"alignment", c.Alignment.String()},
		{"coverage", v.coverage(c)},
	} {
		if f.word != "" {
			known = append(known, joined(" ", f.label, f.word))
		}
	}
	text = joined(": ", text, strings.Join(known, ", ")) + "."
	if _, note := model.MapColumn(c); note != "" {
		text += " Status and influence disagree."
	}
	if model.CoverageGap(c).Answer == model.Yes {
		text += " A gap: this one decides, and we have never met."
	}
	return []string{text}
}

// coverage is how well we know a contact, and from what where the record does
// not say it.
func (v view) coverage(c *model.Contact) string {
	known, dealings := v.plan.CoverageOf(c, v.today)
	if dealings == 0 {
		return known.String()
	}
	return known.String() + " (from " + model.Count(dealings, "dealing", "dealings") + ")"
}

// labelled is a text as a sentence that says what it is, nothing for no text.
func labelled(label, text string) []string {
	if text == "" {
		return nil
	}
	return []string{sentence(label + ": " + text)}
}

// approach is how to approach a contact, one short sentence after the other.
func (v view) approach(c *model.Contact) []string {
	var advice []string
	for _, words := range model.Approach(c, v.plan.Account.Culture) {
		advice = append(advice, sentence(upperFirst(words)))
	}
	return []string{strings.Join(advice, " ")}
}

// power is who stands above, beside and below a person.
func (v view) power(c *model.Contact) []string {
	var ties, team []string
	if boss := v.person(c.ReportsTo, ""); boss != "" {
		ties = append(ties, "Reports to "+boss+".")
	}
	for _, other := range model.All[*model.Contact](v.plan.Book) {
		if other.ReportsTo == c.ID && !c.ID.IsZero() && !other.Left {
			team = append(team, other.Name)
		}
	}
	kinds := []struct {
		words    string
		of       model.LineType
		incoming bool
		outgoing bool
	}{
		{"Listens to", model.Influences, true, false},
		{"Sways", model.Influences, false, true},
		{"Is at odds with", model.Conflicts, true, true},
		{"Has an informal tie to", model.Informal, true, true},
	}
	for _, tie := range kinds {
		var others []string
		for _, l := range model.All[*model.Line](v.plan.Book) {
			switch {
			case l.Type != tie.of:
			case tie.incoming && l.To == c.ID:
				others = append(others, v.person(l.From, pull(l)))
			case tie.outgoing && l.From == c.ID:
				others = append(others, v.person(l.To, pull(l)))
			}
		}
		if len(others) > 0 {
			slices.Sort(others)
			ties = append(ties, tie.words+" "+firstOf(slices.Compact(others), 4)+".")
		}
	}
	lines := []string{strings.Join(ties, " ")}
	if len(team) > 0 {
		slices.Sort(team)
		lines = append(lines, "Leads "+firstOf(team, 6)+".")
	}
	return lines
}

// pull says how strong an influence is, where it is out of the ordinary.
func pull(l *model.Line) string {
	switch l.Strength {
	case model.NumberOf(1):
		return "a little"
	case model.NumberOf(3):
		return "strongly"
	}
	return ""
}

// person is a contact's name with the title, and how strong the tie is, in
// brackets.
func (v view) person(id model.ID, how string) string {
	title := ""
	if c, ok := model.Lookup[*model.Contact](v.plan.Book, id); ok {
		title = c.JobTitle
	}
	return nameOf(v.names, id) + inBrackets(joined(", ", title, how))
}

// wants is what a person is measured by, worries about and puts first.
func (v view) wants(c *model.Contact) []string {
	var goals, help []string
	for _, g := range model.All[*model.Goal](v.plan.Book) {
		if g.Contact == c.ID {
			goals = append(goals, goalLine(g))
			help = append(help, labelled("We can help with "+g.Metric, g.Impact)...)
		}
	}
	slices.Sort(goals)
	lines := goals[:min(1, len(goals))]
	worry := c.Concerns
	if strings.Contains(v.approach(c)[0], worry) {
		worry = "" // it is where to begin
	}
	for _, f := range []struct{ label, text string }{
		{"Worried about", worry}, {"Puts first", c.Priorities}, {"Moved by", c.Motivations},
	} {
		lines = append(lines, labelled(f.label, f.text)...)
	}
	if len(goals) > 1 {
		lines = append(lines, goals[1:]...)
	}
	for _, i := range model.All[*model.Initiative](v.plan.Book) {
		if i.Owner == c.ID {
			lines = append(lines, sentence("Owns the initiative "+i.Name))
		}
	}
	slices.Sort(help)
	return append(lines, help...)
}

// goalLine is a goal as a sentence: what is measured, where it is, where it
// should go.
func goalLine(g *model.Goal) string {
	text := "Measured by " + g.Metric
	var figures []string
	switch {
	case !g.Current.IsZero():
		figures = append(figures, "now "+g.Current.Grouped())
	case !g.Baseline.IsZero():
		figures = append(figures, "from "+g.Baseline.Grouped())
	}
	if !g.Target.IsZero() {
		figures = append(figures, "wanted "+g.Target.Grouped())
	}
	if len(figures) > 0 {
		text += ": " + joined(" ", strings.Join(figures, ", "), g.UnitOfMeasure)
	}
	if !g.By.IsZero() {
		text += ", by " + spoken(g.By)
	}
	return sentence(text)
}

// interactions are those with a contact, with everybody for a zero ID, newest
// first.
func (v view) interactions(contact model.ID) []*model.Interaction {
	list := slices.Clone(model.All[*model.Interaction](v.plan.Book))
	list = slices.DeleteFunc(list, func(i *model.Interaction) bool {
		return !contact.IsZero() && !slices.Contains(i.Contacts, contact)
	})
	slices.SortFunc(list, func(a, b *model.Interaction) int {
		return cmp.Or(-a.On.Compare(b.On), -a.ID.Compare(b.ID))
	})
	return list
}

func (v view) lastContact(c *model.Contact) []string {
	touched := v.plan.LastTouched(c)
	if v.today.Before(touched) {
		touched = model.Date{}
	}
	var last *model.Interaction
	for _, i := range v.interactions(c.ID) {
		if i.On.Compare(v.today) <= 0 { // else it lies ahead
			last = i
			break
		}
	}
	switch {
	case last == nil && touched.IsZero():
		return []string{"No contact is on record."}
	case last == nil:
		return []string{"Last contact " + when(touched, v.today) + "."}
	case last.On.Before(touched):
		return []string{"Last contact " + when(touched, v.today) + ".", "Before that: " + v.interaction(last)}
	}
	return []string{"Last contact: " + v.interaction(last)}
}

// when is how far off a day is, and which: "19 days ago (12 March 2026)".
func when(d, today model.Date) string {
	if d.IsZero() {
		return "on a day not known"
	}
	if far := away(d, today); far != "" {
		return far + inBrackets(spoken(d))
	}
	return "on " + spoken(d)
}

// interaction is a call, meeting or mail as a sentence without its beginning:
// "call by Ana Ruiz, 19 days ago (12 March 2026). Budget is open until May."
func (v view) interaction(i *model.Interaction) string {
	head := strings.ToLower(i.Type.String())
	if i.Type == model.OtherInteraction {
		head = ""
	}
	by := nameOf(v.names, i.Teammate)
	if by != "" {
		by = "by " + by
	}
	return sentence(joined(", ", joined(" ", head, by), when(i.On, v.today))) + " " + sentence(i.Summary)
}

func (v view) knownBy(c *model.Contact) []string {
	var lines []string
	for _, r := range model.All[*model.Relationship](v.plan.Book) {
		if r.Contact != c.ID {
			continue
		}
		text := nameOf(v.names, r.Teammate) + " knows them"
		if r.Level != 0 {
			text = nameOf(v.names, r.Teammate) + " is seen as " + r.Level.String()
		}
		if r.Wanted != 0 && r.Wanted != r.Level {
			text += ", wants to be " + r.Wanted.String()
		}
		if r.Health != 0 {
			text += "; it is " + strings.ToLower(r.Health.Meaning())
		}
		lines = append(lines, sentence(text))
	}
	slices.Sort(lines)
	return lines
}

// background is what one may want to look up, but does not need for the call.
func (v view) background(c *model.Contact) []string {
	post := joined(", ", c.Rank.String(), c.Function.String())
	if !c.Since.IsZero() {
		post = joined(", ", post, "in the role since "+spoken(c.Since))
	}
	place := c.Location + inBrackets(c.TimeZone)
	if c.Location == "" && c.TimeZone != "" {
		place = "time zone " + c.TimeZone
	} else if place != "" {
		place = "works from " + place
	}
	lines := []string{sentence(upperFirst(joined("; ", post, place)))}
	lines = append(lines, labelled("Channel", c.Channel)...)
	lines = append(lines, sentence(c.History))
	if c.Profile != "" {
		lines = append(lines, "Profile: "+c.Profile) // no stop: it would stick to the address
	}
	if !c.Confirmed.IsZero() || c.Source != "" {
		text := joined(" ", "Classification confirmed", away(c.Confirmed, v.today))
		if c.Confirmed.IsZero() {
			text = "Classification never confirmed"
		}
		if c.Source != "" {
			text += "; source: " + c.Source
		}
		lines = append(lines, sentence(text))
	}
	if len(c.Tags) > 0 {
		lines = append(lines, labelled("Tags", strings.Join(c.Tags, ", "))...)
	}
	return lines
}

// texts are the questions to ask the customer, or else those for us to find out.
func texts(questions []model.Question, ours bool) []string {
	var lines []string
	for _, q := range questions {
		if q.OfOurselves() == ours {
			lines = append(lines, q.Text)
		}
	}
	return lines
}

// sentences are the lines of a text, each ended as a sentence.
func sentences(text string) []string {
	var lines []string
	for _, part := range strings.Split(model.CleanText(text), "\n") {
		if part = strings.TrimSpace(part); part != "" {
			lines = append(lines, sentence(part))
		}
	}
	return lines
}
