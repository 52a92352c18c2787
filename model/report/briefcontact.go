package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// promisesFor is for how many days back a brief recalls what was promised.
const promisesFor = 180

// contact is the brief on a person: who it is and where they stand, how to
// approach them, what they want, what is between us, and what to ask.
func (v view) contact(c *model.Contact) []part {
	return []part{
		{"who", "Who it is", v.who(c)},
		{"role", "Part in the decision", v.role(c)},
		{"approach", "How to approach", v.approach(c)},
		{"power", "Whom they listen to", v.power(c)},
		{"wants", "What they want", v.wants(c)},
		{"pitch", "What we tell them", []string{sentence(c.Pitch)}},
		{"last_contact", "Last contact", v.lastContact(c)},
		{"promises", "Promises", v.promises(c)},
		{"actions", "Open actions", v.actionsAbout(c)},
		{"relationships", "Who of us knows them", v.knownBy(c)},
		{"background", "Also good to know", v.background(c)},
		{"ask", "Ask next", questions(v.plan, c)},
	}
}

func (v view) who(c *model.Contact) []string {
	var lines []string
	say := func(condition bool, words string, args ...any) {
		if condition {
			lines = append(lines, sentence(fmt.Sprintf(words, args...)))
		}
	}
	say(c.Left, "%s has left", c.Name)
	say(c.Placeholder, "This is a seat; who holds it is not known yet")
	say(c.External, "Comes from outside: a consultant or partner of theirs")
	say(c.PreferredName != "", "Likes to be called %s", c.PreferredName)
	at := v.plan.Account.Name
	if v.plan.Account.ID.IsZero() {
		at = ""
	}
	say(c.JobTitle != "", "%s", joined(" at ", c.JobTitle, at))
	say(!c.Unit.IsZero(), "Unit: %s", nameOf(v.names, c.Unit))
	say(c.Rank != 0, "Rank: %s", c.Rank)
	say(c.Function != 0, "Function: %s", c.Function)
	say(!c.Since.IsZero(), "In the role since %s", spoken(c.Since))
	say(c.Location != "", "Works from %s%s", c.Location, inBrackets(c.TimeZone))
	say(c.Location == "" && c.TimeZone != "", "Time zone %s", c.TimeZone)
	say(c.Channel != "", "Best reached by %s", c.Channel)
	reach := joined(", ", c.Email, strings.Join(c.Phones, ", "), c.Profile)
	if reach != "" {
		lines = append(lines, "Reach: "+reach) // no stop: it would stick to the address
	}
	return lines
}

// role says what is known of the classification, each word with its meaning, and
// then what is not known.
func (v view) role(c *model.Contact) []string {
	var lines []string
	key := model.KeyPlayer(c)
	switch key.Answer {
	case model.Yes:
		lines = append(lines, "Key player: "+strings.Join(key.Reasons, ", ")+".")
	case model.No:
		lines = append(lines, "Not a key player.")
	default:
		lines = append(lines, "Whether this is a key player is not known yet.")
	}
	for _, role := range c.DecisionRole.All() {
		lines = append(lines, role.String()+": "+role.Meaning()+".")
	}
	facts := []struct{ label, word, meaning string }{
		{"Influence", c.Influence.String(), ""},
		{"Support", c.Support.String(), c.Support.Meaning()},
		{"Alignment", c.Alignment.String(), c.Alignment.Meaning()},
		{"Political status", c.Political.String(), c.Political.Meaning()},
		{"Coverage", c.Coverage.String(), c.Coverage.Meaning()},
	}
	var unknown []string
	for _, f := range facts {
		switch {
		case f.word == "":
			unknown = append(unknown, strings.ToLower(f.label))
		case f.meaning == "":
			lines = append(lines, f.label+" "+f.word+".")
		default:
			lines = append(lines, f.label+" "+f.word+": "+f.meaning+".")
		}
	}
	if c.DecisionRole == 0 {
		unknown = append([]string{"decision role"}, unknown...)
	}
	if len(unknown) > 0 && !c.Left {
		lines = append(lines, "Not known yet: "+strings.Join(unknown, ", ")+".")
	}
	if _, note := model.MapColumn(c); note != "" {
		lines = append(lines, "Mind: "+note+".")
	}
	if model.CoverageGap(c).Answer == model.Yes {
		lines = append(lines, "A gap: this one decides, and we have never met.")
	}
	if !c.Confirmed.IsZero() {
		lines = append(lines, "Confirmed "+away(c.Confirmed, v.today)+".")
	}
	if c.Source != "" {
		lines = append(lines, sentence("Source: "+c.Source))
	}
	return lines
}

func (v view) approach(c *model.Contact) []string {
	var lines []string
	for _, advice := range model.Approach(c) {
		lines = append(lines, sentence(upperFirst(advice)))
	}
	if advice := model.Advice(v.plan.Account.Culture); advice != "" {
		lines = append(lines, sentence(fmt.Sprintf("The culture is %s: %s", v.plan.Account.Culture, advice)))
	}
	return lines
}

// power is who stands above, beside and below a person.
func (v view) power(c *model.Contact) []string {
	var lines, team []string
	if boss := v.person(c.ReportsTo, ""); boss != "" {
		lines = append(lines, "Reports to "+boss+".")
	}
	for _, other := range model.All[*model.Contact](v.plan.Book) {
		if other.ReportsTo == c.ID && !c.ID.IsZero() && !other.Left {
			team = append(team, other.Name)
		}
	}
	if len(team) > 0 {
		slices.Sort(team)
		lines = append(lines, "Leads "+andList(team, 6)+".")
	}
	ties := []struct {
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
	for _, tie := range ties {
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
			lines = append(lines, tie.words+" "+andList(slices.Compact(others), 6)+".")
		}
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

func (v view) wants(c *model.Contact) []string {
	var lines []string
	for _, g := range model.All[*model.Goal](v.plan.Book) {
		if g.Contact == c.ID {
			lines = append(lines, goalLine(g))
		}
	}
	slices.Sort(lines)
	for _, i := range model.All[*model.Initiative](v.plan.Book) {
		if i.Owner == c.ID {
			lines = append(lines, sentence("Owns the initiative "+i.Name))
		}
	}
	for _, f := range []struct{ label, text string }{
		{"Moved by", c.Motivations}, {"Worried about", c.Concerns}, {"Puts first", c.Priorities},
	} {
		if f.text != "" {
			lines = append(lines, sentence(f.label+": "+f.text))
		}
	}
	return lines
}

// goalLine is a goal as a sentence: what is measured, where it is, where it
// should go.
func goalLine(g *model.Goal) string {
	unit := func(n model.Number) string { return joined(" ", n.Grouped(), g.UnitOfMeasure) }
	text := "Measured by " + g.Metric
	if !g.Current.IsZero() {
		text += ", now " + unit(g.Current)
	} else if !g.Baseline.IsZero() {
		text += ", from " + unit(g.Baseline)
	}
	if !g.Target.IsZero() {
		text += ", wanted " + unit(g.Target)
	}
	if !g.By.IsZero() {
		text += ", by " + spoken(g.By)
	}
	text = sentence(text)
	if g.Impact != "" {
		text += " We can help: " + sentence(g.Impact)
	}
	return text
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
	for _, i := range v.interactions(c.ID) {
		if i.On.Compare(v.today) > 0 {
			continue // it lies ahead
		}
		lines := []string{v.interaction(i)}
		if i.On.Before(touched) && touched.Compare(v.today) <= 0 {
			lines = append([]string{"Last dealt with " + when(touched, v.today) + "."}, lines...)
		}
		return lines
	}
	if touched.IsZero() {
		return []string{"No contact is on record."}
	}
	return []string{"Last dealt with " + when(touched, v.today) + "."}
}

// when is a day with how far off it is: "on 3 March 2026, 12 days ago".
func when(d, today model.Date) string {
	if d.IsZero() {
		return "on a day not known"
	}
	return joined(", ", "on "+spoken(d), away(d, today))
}

// interaction is a call, meeting or mail as a sentence.
func (v view) interaction(i *model.Interaction) string {
	head := i.Type.String()
	if head == "" || i.Type == model.OtherInteraction {
		head = "Contact"
	}
	head += " " + when(i.On, v.today)
	if by := nameOf(v.names, i.Teammate); by != "" {
		head += ", by " + by
	}
	return sentence(joined(": ", head, i.Summary))
}

func (v view) promises(c *model.Contact) []string {
	var lines []string
	for _, i := range v.interactions(c.ID) {
		if !i.On.IsZero() && i.On.AddDays(promisesFor).Before(v.today) {
			continue
		}
		for _, side := range []struct{ words, text string }{{"We promised", i.WePromised}, {"They promised", i.TheyPromised}} {
			if side.text != "" {
				lines = append(lines, sentence(fmt.Sprintf("%s %s: %s", side.words, when(i.On, v.today), side.text)))
			}
		}
	}
	return lines
}

// actionsAbout are the open actions that concern a contact: owned by the person,
// serving the person or something of theirs, or naming them.
func (v view) actionsAbout(c *model.Contact) []string {
	var list []*model.Action
	for _, a := range model.All[*model.Action](v.plan.Book) {
		if a.Open() && v.concerns(a, c) {
			list = append(list, a)
		}
	}
	return cut(v.actionLines(list), briefActions, "open action", "open actions")
}

func (v view) concerns(a *model.Action, c *model.Contact) bool {
	if model.Refers(a, c.ID) {
		return true
	}
	for _, id := range append([]model.ID{a.Serves, a.Objective}, goalsOf(v.plan, a.Objective)...) {
		if r := v.plan.Get(id); r != nil && r.Kind() != model.KindContact && r.Kind() != model.KindAccount && model.Refers(r, c.ID) {
			return true
		}
	}
	return strings.Contains(strings.ToLower(a.Name), strings.ToLower(c.Name)) && c.Name != ""
}

// goalsOf are the goals and the initiative that an objective serves.
func goalsOf(p *model.Plan, objective model.ID) []model.ID {
	o, ok := model.Lookup[*model.Objective](p.Book, objective)
	if !ok {
		return nil
	}
	return append(slices.Clone(o.Goals), o.Initiative)
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

func (v view) knownBy(c *model.Contact) []string {
	var lines []string
	for _, r := range model.All[*model.Relationship](v.plan.Book) {
		if r.Contact != c.ID {
			continue
		}
		text := nameOf(v.names, r.Teammate)
		if r.Level != 0 {
			text += " is seen as " + r.Level.String()
		} else {
			text += " has a relationship whose level is not known yet"
		}
		if r.Wanted != 0 && r.Wanted != r.Level {
			text += "; wanted is " + r.Wanted.String()
		}
		if r.Health != 0 {
			text += "; it is " + strings.ToLower(r.Health.Meaning())
		}
		lines = append(lines, sentence(text))
	}
	slices.Sort(lines)
	return lines
}

func (v view) background(c *model.Contact) []string {
	lines := []string{sentence(c.History), sentence(c.Notes)}
	if len(c.Tags) > 0 {
		lines = append(lines, sentence("Tags: "+strings.Join(c.Tags, ", ")))
	}
	return lines
}

// questions are what to ask next.
func questions(p *model.Plan, r model.Record) []string {
	var lines []string
	for _, q := range model.Questions(p, r) {
		lines = append(lines, q.Text)
	}
	return lines
}
