package chart

import (
	"cmp"
	"slices"
	"strings"

	"astute/model"
)

// OrgOptions say what an org chart shows, and how.
type OrgOptions struct {
	W         int     // columns of characters
	Measure   Measure // how wide text is; nil counts its runes
	ASCII     bool    // branches of plain characters instead of box characters
	Left      bool    // also people who left and to whom nobody reports
	Collapsed map[model.ID]bool
}

// Org is who reports to whom: a tree of rows from the top down, everybody below
// their boss, those of one boss by rank and name. People without a boss begin a
// tree each; those to whom nobody reports either stand at the end. Where
// reporting lines run in a circle, the tree begins with the highest of it, and
// Circles names them all.
type Org struct {
	W       int
	Rows    []OrgRow
	Circles [][]*model.Contact // from the one whose line was cut on, in the order of who reports to whom
	Gone    int                // people who left, have nobody below them and are not shown for it
	ascii   bool
	measure Measure
}

// OrgRow is one person of an org chart.
type OrgRow struct {
	Contact *model.Contact
	Depth   int
	Branch  string // what joins the row to those above it
	Name    string // whole; a seat without its holder in brackets, who left between strokes
	Marks   string // letters of the roles, the mark of the support, the digit of the coverage
	Note    string // why the row begins a tree although the person reports to somebody, "" when not
	Key     bool   // a key player (rule 1)
	Below   int    // how many people stand below this one, at any depth
	Folded  bool   // those below are not shown
	Apart   bool   // reports to nobody, and nobody reports to them
}

// twigs are what a tree is drawn with.
type twigs struct{ last, more, blank, down, folded, open string }

var boxTwigs, plainTwigs = twigs{"└─", "├─", "  ", "│ ", "▸", " "}, twigs{"`-", "|-", "  ", "| ", "+", " "}

// NewOrg lays out who reports to whom.
func NewOrg(contacts []*model.Contact, o OrgOptions) *Org {
	b := &orgBuilder{o: o, byID: make(map[model.ID]*model.Contact, len(contacts)), reports: map[model.ID][]*model.Contact{}, cut: map[model.ID]bool{}}
	b.org = &Org{W: max(0, o.W), ascii: o.ASCII, measure: o.Measure}
	if b.org.measure == nil {
		b.org.measure = func(text string) int { return len([]rune(text)) }
	}
	b.twigs = &boxTwigs
	if o.ASCII {
		b.twigs = &plainTwigs
	}
	b.sort(contacts)
	b.grow()
	return b.org
}

type orgBuilder struct {
	o       OrgOptions
	org     *Org
	twigs   *twigs
	people  []*model.Contact
	byID    map[model.ID]*model.Contact
	reports map[model.ID][]*model.Contact // by boss, in order
	cut     map[model.ID]bool             // whose line to the boss would close a circle
}

// sort puts people in order, and finds who stands below whom.
func (b *orgBuilder) sort(contacts []*model.Contact) {
	boss := map[model.ID]bool{}
	for _, c := range contacts {
		b.byID[c.ID] = c
		boss[c.ReportsTo] = true
	}
	folded := make(map[model.ID]string, len(contacts))
	for _, c := range contacts {
		if c.Left && !b.o.Left && !boss[c.ID] {
			b.org.Gone++
			delete(b.byID, c.ID)
			continue
		}
		b.people = append(b.people, c)
		folded[c.ID] = strings.ToLower(c.Name)
	}
	slices.SortStableFunc(b.people, func(x, y *model.Contact) int {
		return cmp.Or(orderOfRank(x)-orderOfRank(y), cmp.Compare(folded[x.ID], folded[y.ID]), x.ID.Compare(y.ID))
	})
	b.org.Circles = model.ReportingCircles(b.people)
	for _, circle := range b.org.Circles {
		b.cut[circle[0].ID] = true // the highest: circles are told from the first of the list on
	}
	for _, c := range b.people {
		if b.bossOf(c) != nil {
			b.reports[c.ReportsTo] = append(b.reports[c.ReportsTo], c)
		}
	}
}

// orderOfRank sorts people without a rank last.
func orderOfRank(c *model.Contact) int { return (int(model.MapRow(c)) + len(ranks) - 1) % len(ranks) }

// bossOf is whom somebody stands below, nil for nobody.
func (b *orgBuilder) bossOf(c *model.Contact) *model.Contact {
	if b.cut[c.ID] {
		return nil
	}
	return b.byID[c.ReportsTo]
}

// grow puts everybody into rows: the trees first, then those who stand alone.
func (b *orgBuilder) grow() {
	var apart []*model.Contact
	for _, c := range b.people {
		switch {
		case b.bossOf(c) != nil:
		case len(b.reports[c.ID]) == 0 && c.ReportsTo.IsZero():
			apart = append(apart, c)
		default:
			b.add(c, nil, 0)
		}
	}
	for _, c := range apart {
		b.add(c, nil, 0)
		b.org.Rows[len(b.org.Rows)-1].Apart = true
	}
}

// add puts a person and everybody below into rows, and returns how many those
// are. before is what the branches to the left look like.
func (b *orgBuilder) add(c *model.Contact, before []string, depth int) (below int) {
	at := len(b.org.Rows)
	b.org.Rows = append(b.org.Rows, OrgRow{Contact: c, Depth: depth, Branch: strings.Join(before, ""), Name: dress(c, whole(c.Name), ""), Marks: marksOf(c, true),
		Note: b.note(c), Key: model.IsKeyPlayer(c) == model.Yes, Folded: b.o.Collapsed[c.ID] && len(b.reports[c.ID]) > 0})
	list := b.reports[c.ID]
	trunk := slices.Clone(before)
	if depth > 0 { // what leads past the rows below
		trunk[depth-1] = b.twigs.down
		if before[depth-1] == b.twigs.last {
			trunk[depth-1] = b.twigs.blank
		}
	}
	for i, report := range list {
		twig := b.twigs.more
		if i == len(list)-1 {
			twig = b.twigs.last
		}
		below += 1 + b.add(report, append(slices.Clip(trunk), twig), depth+1)
	}
	b.org.Rows[at].Below = below
	if b.org.Rows[at].Folded {
		b.org.Rows = b.org.Rows[:at+1]
	}
	return below
}

// note says why somebody begins a tree although there is a boss.
func (b *orgBuilder) note(c *model.Contact) string {
	switch {
	case b.cut[c.ID]:
		return "reports to " + whole(b.byID[c.ReportsTo].Name) + ", which closes a circle"
	case !c.ReportsTo.IsZero() && b.byID[c.ReportsTo] == nil:
		return "reports to somebody who is not shown"
	}
	return ""
}

// Find returns the row of a person, -1 when not shown: somebody above is folded.
func (o *Org) Find(id model.ID) int {
	return slices.IndexFunc(o.Rows, func(r OrgRow) bool { return r.Contact.ID == id })
}

// Parent returns the row that a row stands below, -1 at the top.
func (o *Org) Parent(row int) int {
	for i := row - 1; i >= 0 && row < len(o.Rows); i-- {
		if o.Rows[i].Depth < o.Rows[row].Depth {
			return i
		}
	}
	return -1
}

// leastName is how many columns of a name are seen in an org chart however deep
// it stands: branches give way first.
const leastName = 12

// Pieces returns what stands in a row, so that each can have its own style:
// the branch with the mark of a folded row, the name, the marks, and behind them
// the job title, how many are below where they are not shown, and the note.
// Together with a blank between them they are W columns wide at most.
func (o *Org) Pieces(r OrgRow) (branch, name, marks, rest string) {
	t := &boxTwigs
	if o.ascii {
		t = &plainTwigs
	}
	fold := t.open
	if r.Folded {
		fold = t.folded
	}
	marks = cut(r.Marks, o.W, o.measure)
	room := o.W - o.measure(marks) - 2
	branch = r.Branch
	if over := o.measure(branch) + o.measure(fold) + min(leastName, o.measure(r.Name)) - room; over > 0 {
		runes := []rune(branch)
		branch = string(runes[min(len(runes), over):])
	}
	branch += fold
	if o.measure(branch) > max(0, room-1) {
		branch = ""
	}
	name = cut(r.Name, max(0, room-o.measure(branch)), o.measure)
	var said []string
	if r.Folded {
		said = append(said, "+"+model.Count(r.Below, "person", "people"))
	}
	for _, text := range []string{r.Contact.JobTitle, r.Note} {
		if text = model.CleanText(text); text != "" {
			said = append(said, text)
		}
	}
	used := o.measure(branch + name + " " + marks)
	rest = cut(strings.Join(said, between), max(0, o.W-used-len(between)), o.measure)
	if o.measure(rest) < leastLabel {
		rest = ""
	}
	return branch, name, marks, rest
}

// Text returns the org chart as lines of text, each exactly W columns wide.
func (o *Org) Text() []string {
	lines := make([]string, len(o.Rows))
	for i, r := range o.Rows {
		branch, name, marks, rest := o.Pieces(r)
		line := branch + name
		if name != "" {
			line += " "
		}
		line += marks
		if rest != "" {
			line += between + rest
		}
		if o.measure(line) > o.W {
			line = cut(line, o.W, o.measure)
		}
		lines[i] = line + strings.Repeat(" ", max(0, o.W-o.measure(line)))
	}
	return lines
}
