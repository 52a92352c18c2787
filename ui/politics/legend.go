package politics

import (
	"astute/model"
	"astute/model/chart"
	"astute/ui/pane"
)

// Legend implements [pane.Explained]: what stands at a name, and what the marks
// before the names say of the person of the cursor.
func (p *Pane) Legend() []pane.Legend {
	var list []pane.Legend
	for _, name := range []string{"decision_role", "support", "coverage"} {
		f, _ := model.FieldNamed(new(model.Contact).Fields(), name)
		if l, ok := pane.FieldLegend(f); ok {
			l.Title = f.Label + ", behind the name"
			list = append(list, l)
		}
	}
	list = append(list, pane.Legend{Title: "Behind the name too", Marks: []pane.Mark{
		{Mark: "?", Word: "not known", Meaning: "how far this person backs us; e and s set it"},
		{Mark: "!", Word: "a doubt", Meaning: "political status and influence say different things"},
	}})
	list = append(list, p.lineLegend())
	g := p.data.Glyphs
	list = append(list, pane.Legend{Title: "Before the name, on the map and in the org chart, seen from the person of the cursor", Marks: []pane.Mark{
		{Mark: "^", Word: "the boss", Meaning: "whom the person reports to"},
		{Mark: "v", Word: "reports", Meaning: "who reports to the person"},
		{Mark: g.Sways, Word: "influences", Meaning: "whom the person sways"},
		{Mark: g.SwayedBy, Word: "swayed by", Meaning: "who sways the person"},
		{Mark: "x", Word: "at odds", Meaning: "the two are at odds"},
		{Mark: "=", Word: "close", Meaning: "they know and trust each other"},
	}})
	return append(list, pane.Legend{Title: "Where they stand", Marks: []pane.Mark{
		{Mark: "across", Word: "political status", Meaning: "the further right, the nearer to where it is decided"},
		{Mark: "down", Word: "rank", Meaning: "the higher, the more senior"},
		{Mark: "(CISO)", Word: "a seat", Meaning: "that nobody holds yet, or whose holder we do not know"},
		{Mark: "+2", Word: "more", Meaning: "people of that place for whom there is no room; t lists them"},
	}})
}

// lineLegend says what the lines of the map mean, drawn as it draws them.
func (p *Pane) lineLegend() pane.Legend {
	l := pane.Legend{Title: "Lines; those of the person of the cursor stand out, K chooses which are drawn"}
	for _, sign := range chart.LineSigns(p.ascii()) {
		l.Marks = append(l.Marks, pane.Mark{Mark: sign.Mark, Word: sign.Meaning})
	}
	return l
}
