package report

import (
	"slices"
	"strings"

	"astute/model"
)

// handoverSections are all that whoever takes an account over needs, in the order
// in which it is asked for: how we stand and why, where one may tread on a mine,
// what is still owed, who is who and how to approach each, who knows whom, what
// they want and what is under way, what it is worth, what happened, and when the
// plan is looked at next. It leaves out what does not belong to dealing with them
// day by day.
var handoverSections = []func(*document){
	(*document).standing,
	(*document).health,
	(*document).completeness,
	(*document).landmines,
	(*document).contradictions,
	(*document).owed,
	(*document).whoIsWho,
	(*document).classification,
	(*document).politicalMap,
	(*document).orgChart,
	(*document).lines,
	(*document).relationships,
	(*document).ways,
	(*document).confirmAgain,
	(*document).initiatives,
	(*document).goals,
	(*document).objectives,
	(*document).opportunities,
	(*document).renewals,
	(*document).revenue,
	(*document).whitespace,
	(*document).rivalry,
	(*document).buying,
	(*document).service,
	(*document).timeline,
	(*document).reviews,
	(*document).overview,
	(*document).team,
	(*document).units,
	(*document).marketing,
	(*document).background,
	(*document).peopleDetails,
	(*document).leftOut,
}

// landmines is what whoever is new had better know before the first call: who is
// against us and why, who is at odds with whom, what went wrong and is not
// mended, and what is doubtful.
func (d *document) landmines() {
	d.heading(2, "Landmines")
	d.heading(3, "Who is against us")
	var rows [][]rich
	for _, c := range d.people {
		if c.Support == model.Opponent && !c.Left {
			rows = append(rows, []rich{d.title(c), oneLine(c.JobTitle), join([]rich{plain(c.DecisionRole.String()), plain(withWord("influence", c.Influence.String()))}, ", "),
				plain(c.Concerns), plain(approachTo(c))})
		}
	}
	d.table([]string{"Who", "Title", "Pull", "Worried about", "Approach"}, rows)
	d.heading(3, "Who is at odds")
	var odds []rich
	for _, l := range model.All[*model.Line](d.plan.Book) {
		if l.Type == model.Conflicts {
			odds = append(odds, d.name(l.From)+" and "+d.name(l.To))
		}
	}
	slices.Sort(odds)
	d.list(odds...)
	d.dividedLoyalty()
	d.moneyMines()
	d.heading(3, "What is not mended")
	open := slices.DeleteFunc(d.of(model.KindIssue), func(r model.Record) bool { return !r.(*model.Issue).Open(d.today) })
	slices.SortFunc(open, d.gravest())
	rows = nil
	for _, r := range open {
		i := r.(*model.Issue)
		rows = append(rows, []rich{plain(i.Name), plain(i.Severity.String()), d.name(i.Contact), d.name(i.Owner), rich(i.Raised.String())})
	}
	d.table([]string{"Issue", "Severity", "Who has it", "Who of us sees to it", "Raised"}, rows)
	d.heading(3, "Warnings")
	d.warnings(model.AllWarnings(d.plan, d.today))
	d.silenced()
}

// dividedLoyalty is who backs us and is the sponsor of a rival as well.
func (d *document) dividedLoyalty() {
	d.heading(3, "Who backs us and a rival")
	var rows [][]rich
	for _, c := range d.people {
		if c.Left || c.Support != model.Champion && c.Support != model.Supporter {
			continue
		}
		var rivals []rich
		for _, rival := range model.All[*model.Competitor](d.plan.Book) {
			if rival.Sponsor == c.ID {
				rivals = append(rivals, oneLine(rival.Name))
			}
		}
		if len(rivals) > 0 {
			rows = append(rows, []rich{d.title(c), plain(c.Support.String()), join(rivals, ", "), plain(approachTo(c))})
		}
	}
	d.table([]string{"Who", "Backs us as", "Sponsor of", "Approach"}, rows)
}

// moneyMines are the contracts that may be lost, and the goals that were better
// when we began.
func (d *document) moneyMines() {
	d.heading(3, "Contracts at risk")
	d.renewalTable(func(r *model.Renewal) bool { return r.Open() && r.Risk == model.High })
	d.heading(3, "Goals that go the wrong way")
	worse := slices.DeleteFunc(d.sortedGoals(), func(r model.Record) bool {
		return model.PaceOf(r.(*model.Goal), d.today).Pace != model.Worse
	})
	d.records(worse, col("Goal", "metric"), col("Whose", "contact"), col("From", "baseline"), col("Now", "current"), col("To", "target"), d.paceColumn(), col("By", "by"))
}

// withWord puts a word before another, nothing for none.
func withWord(word, value string) string {
	if value == "" {
		return ""
	}
	return word + " " + value
}

// contradictions is what the records say against each other, so that nobody
// builds on either before it is settled (rules 3, 8 and 9).
func (d *document) contradictions() {
	var list []rich
	if h := model.HealthOf(d.plan, d.today); h.Disagree != "" && !d.plan.Account.ID.IsZero() {
		list = append(list, plain(sentence(h.Disagree)))
	}
	for _, c := range d.people {
		if _, note := model.MapColumn(c); note != "" && !c.Left {
			list = append(list, oneLine(c.Name)+": "+plain(sentence(note)))
		}
	}
	for _, text := range model.WalletShareOf(d.plan, d.today).Contradictions {
		list = append(list, plain(sentence(upperFirst(text))))
	}
	list = append(list, d.cellDoubts(model.MatrixOf(d.plan, d.today))...)
	d.heading(3, "What contradicts itself")
	d.list(list...)
}

// owed is what either side promised and has not kept yet, however long ago.
func (d *document) owed() {
	d.heading(2, "Promises still open")
	d.promisesOpen(3)
	for _, r := range d.sortedPromises() {
		d.mark(r, "we_promised", "they_promised") // those kept are not told
	}
}

// promisesOpen are those of either side, each below a heading of a level.
func (d *document) promisesOpen(level int) {
	kept := model.KeptPromises(d.plan)
	list := d.sortedPromises()
	side := func(heading string, isKept func(model.Kept) bool, said func(*model.Interaction) string) {
		var rows [][]rich
		for _, r := range list {
			if i := r.(*model.Interaction); said(i) != "" && !isKept(kept[i.ID]) {
				d.mark(r, "on", "contacts")
				rows = append(rows, []rich{rich(i.On.String()), d.everybody(i.Contacts), plain(said(i))})
			}
		}
		d.heading(level, heading)
		d.table([]string{"Day", "With", "Promise"}, rows)
	}
	side("We promised", func(k model.Kept) bool { return k.Ours }, func(i *model.Interaction) string { return i.WePromised })
	side("They promised", func(k model.Kept) bool { return k.Theirs }, func(i *model.Interaction) string { return i.TheyPromised })
}

// everybody names people.
func (d *document) everybody(ids []model.ID) rich {
	var names []rich
	for _, id := range ids {
		names = append(names, d.name(id))
	}
	return join(names, ", ")
}

// whoIsWho is, for everybody of whom something is known, what part they play and
// why, how to approach them, what they want, who of us knows them and what was
// last.
func (d *document) whoIsWho() {
	d.heading(2, "Who is who, and how to approach them")
	if advice := model.Advice(d.plan.Account.Culture); advice != "" && len(d.people) > 0 {
		d.say(plain(sentence("With all of them, the culture being " + d.plan.Account.Culture.String() + ": " + advice)))
	}
	v := d.view()
	var list items
	for _, c := range slices.SortedStableFunc(slices.Values(d.people), keyFirst) {
		if c.Left {
			continue
		}
		i := item{text: join([]rich{strong(d.title(c) + ":"), oneLine(c.JobTitle)}, " ")}
		add := func(label string, lines ...string) {
			for _, text := range lines {
				if text = line(text); text != "" {
					i.under = append(i.under, item{text: plain(joined(": ", label, text))})
				}
			}
		}
		if c.DecisionRole != 0 || c.Influence != 0 || c.Support != 0 || c.Political != 0 {
			add("", v.role(c)...)
		}
		add("Approach", approachTo(c))
		add("", v.wants(c)...)
		add("", labelled("Our pitch", c.Pitch)...)
		add("", v.power(c)...)
		add("", v.knownBy(c)...)
		if !d.plan.LastTouched(c).IsZero() {
			add("", v.lastContact(c)...)
		}
		d.mark(c, "motivations", "concerns", "priorities", "pitch")
		if len(i.under) > 0 {
			list = append(list, i)
		}
	}
	d.tree(list)
}

// approachTo is how to approach somebody, without what the culture of the account
// asks for with everybody.
func approachTo(c *model.Contact) string {
	var advice []string
	for _, words := range model.Approach(c, 0) {
		advice = append(advice, sentence(upperFirst(words)))
	}
	return strings.Join(advice, " ")
}

// view is the plan as the briefs see it.
func (d *document) view() view { return view{plan: d.plan, today: d.today, names: d.names} }
