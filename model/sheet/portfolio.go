package sheet

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"astute/model"
)

// PortfolioView says what of a portfolio is shown.
type PortfolioView struct {
	By     model.Grouping
	Keep   func(*model.Row) bool // nil keeps all
	Whole  bool                  // with adoption, importance and what the team carries below
	Single bool                  // with rows alone: no line of what they come to
}

// PortfolioParts are the targets of what stands below the rows, by N, in their
// order.
var PortfolioParts = []string{"Accounts", "Adoption", "Importance", "Team"}

// Portfolio sets all accounts below each other, as far as a view keeps them, then
// adoption, importance and what the team carries.
func Portfolio(a *model.Accounts, today model.Date, v PortfolioView, o Options) *Sheet {
	w := &board{o: o, today: today, accounts: a, view: v}
	kept := *a
	if v.Keep != nil {
		kept.Rows = slices.DeleteFunc(slices.Clone(a.Rows), func(r *model.Row) bool { return !v.Keep(r) })
	}
	w.columns = w.choose()
	if !v.Single {
		w.total(model.SumOfRows(kept.Rows, today), len(kept.Rows) < len(a.Rows))
		w.line++
	}
	w.heading()
	for _, g := range kept.Groups(v.By, today) {
		w.group(g)
		for _, r := range g.Rows {
			w.row(r)
		}
	}
	if v.Whole {
		w.adoption(&kept)
		w.importance(&kept)
		w.team()
	}
	return &Sheet{Pieces: w.pieces, Lines: w.line, Columns: []int{0}}
}

// board writes a portfolio line by line.
type board struct {
	o        Options
	today    model.Date
	accounts *model.Accounts
	view     PortfolioView
	columns  []portfolioColumn
	name     int // columns of the account's name
	line     int
	pieces   []Piece
}

// portfolioColumn is what a portfolio says of each account.
type portfolioColumn struct {
	title string
	width int
	right bool
	keep  int // the higher, the later it is left out where the room is short
	cell  func(b *board, r *model.Row) (string, Tone)
}

// The columns that the name of an account takes.
const (
	leastName = 14
	mostName  = 34
)

// portfolioColumns stand behind the name, in this order.
var portfolioColumns = []portfolioColumn{
	{"Seg", 3, false, 50, func(_ *board, r *model.Row) (string, Tone) { return orUnknown(r.Segment(), Plain) }},
	{"Gap", 3, true, 90, func(_ *board, r *model.Row) (string, Tone) { return fmt.Sprint(r.Gap.Points), gapTone(r.Gap.Points) }},
	{"", 8, false, 40, func(b *board, r *model.Row) (string, Tone) { return b.bar(r.Gap.Points, 8), gapTone(r.Gap.Points) }},
	{"Health", 6, false, 85, healthCell},
	{"Map", 5, false, 80, mapCell},
	{"Key", 5, true, 30, func(_ *board, r *model.Row) (string, Tone) {
		return fmt.Sprintf("%d/%d", r.Map.Supportive, r.Map.KeyPlayers), Plain
	}},
	{"Late", 5, true, 75, lateCell},
	{"Review", 9, false, 70, reviewCell},
	{"Pipeline", 10, true, 60, func(_ *board, r *model.Row) (string, Tone) { return sumCell(r.OpenIn, r.Open) }},
	{"White", 10, true, 45, func(_ *board, r *model.Row) (string, Tone) { return sumCell(r.WhitespaceIn, r.Whitespace) }},
	{"Known", 5, true, 55, func(_ *board, r *model.Row) (string, Tone) { return fmt.Sprintf("%d %%", r.Complete.Percent), Plain }},
	{"Cold", 4, true, 25, func(_ *board, r *model.Row) (string, Tone) { return countOrNone(r.Cold, Warn) }},
	{"Last", 10, false, 20, func(_ *board, r *model.Row) (string, Tone) { return orUnknown(r.Activity.String(), Plain) }},
	{"Owner", 16, false, 35, func(_ *board, r *model.Row) (string, Tone) { return orUnknown(r.Owner, Plain) }},
	{"Plan", 9, false, 15, func(_ *board, r *model.Row) (string, Tone) { return orUnknown(r.Account.PlanStatus.String(), Plain) }},
	{"Type", 16, false, 10, func(_ *board, r *model.Row) (string, Tone) { return orUnknown(r.Account.PlanType.String(), Plain) }},
}

// orUnknown is a text, or the sign for what is not known yet.
func orUnknown(text string, tone Tone) (string, Tone) {
	if text == "" {
		return "?", Unknown
	}
	return text, tone
}

func countOrNone(n int, tone Tone) (string, Tone) {
	if n == 0 {
		return "", Plain
	}
	return fmt.Sprint(n), tone
}

func gapTone(points int) Tone {
	switch {
	case points >= 50:
		return Bad
	case points >= 20:
		return Warn
	}
	return Plain
}

var bandTones = map[model.Wellbeing]Tone{model.Good: Good, model.Middling: Warn, model.Poor: Bad}

func healthCell(_ *board, r *model.Row) (string, Tone) {
	if !r.Health.Known {
		return "?", Unknown
	}
	text := fmt.Sprintf("%s %d", r.Health.Band.Mark(), r.Health.Percent)
	if r.Health.Disagree != "" {
		text += "!"
	}
	return text, bandTones[r.Health.Band]
}

func mapCell(_ *board, r *model.Row) (string, Tone) {
	tone := map[model.MapColour]Tone{model.Grey: Unknown, model.Red: Bad, model.Amber: Warn, model.Green: Good}[r.Map.Colour]
	return r.Map.Colour.String(), tone
}

func lateCell(_ *board, r *model.Row) (string, Tone) {
	switch {
	case r.Actions == 0:
		return "", Plain
	case r.Late == 0:
		return fmt.Sprintf("0/%d", r.Actions), Plain
	}
	return fmt.Sprintf("%d/%d", r.Late, r.Actions), Bad
}

func reviewCell(b *board, r *model.Row) (string, Tone) {
	switch days := 0; {
	case r.Review.IsZero():
		return "?", Unknown
	case r.ReviewLate(b.today):
		days = b.today.DaysSince(r.Review)
		return fmt.Sprintf("%d d late", min(days, 9999)), Bad
	default:
		days = r.Review.DaysSince(b.today)
		if days == 0 {
			return "today", Warn
		}
		return fmt.Sprintf("in %d d", min(days, 9999)), Plain
	}
}

// sumCell is a sum in the currency of the portfolio, else as it is.
func sumCell(in model.Money, sum model.Sums) (string, Tone) {
	if !in.IsZero() {
		return in.Short(), Plain
	}
	return sum.Short(), Plain
}

// bar is a part of a hundred drawn in so many cells.
func (b *board) bar(points, size int) string {
	full, empty, _ := BarGlyphs(b.o.ASCII)
	filled := (min(points, 100)*size + 50) / 100
	return strings.Repeat(full, filled) + strings.Repeat(empty, size-filled)
}

// choose returns the columns that there is room for, the least needed left out
// first, and gives the name what remains.
func (b *board) choose() []portfolioColumn {
	list := slices.Clone(portfolioColumns)
	list = slices.DeleteFunc(list, func(c portfolioColumn) bool { return c.title == "Owner" && b.view.By == model.ByOwner })
	width := func() int {
		w := leastName
		for _, c := range list {
			w += gap + c.width
		}
		return w
	}
	for width() > b.o.W && len(list) > 0 {
		least := 0
		for i, c := range list {
			if c.keep < list[least].keep {
				least = i
			}
		}
		list = slices.Delete(list, least, least+1)
	}
	longest := leastName
	for _, r := range b.accounts.Rows {
		longest = max(longest, b.o.Measure(r.Name))
	}
	b.name = max(1, min(leastName+max(0, b.o.W-width()), longest, mostName))
	return list
}

// put writes a text into so many columns at a place of the line.
func (b *board) put(x, width int, right bool, text string, tone Tone, of Target) {
	text = b.cut(text, width)
	if text == "" {
		return
	}
	if right {
		x += width - b.o.Measure(text)
	}
	b.pieces = append(b.pieces, Piece{X: x, Line: b.line, Text: text, Tone: tone, Target: of})
}

// cut shortens a text to so many columns.
func (b *board) cut(text string, width int) string {
	text = model.CleanLine(text)
	if b.o.Measure(text) <= width {
		return text
	}
	if width < 1 {
		return ""
	}
	runes := []rune(text)
	over := sort.Search(len(runes), func(n int) bool { return b.o.Measure(string(runes[:n+1]))+1 > width })
	return string(runes[:over]) + "…"
}

// text writes a line of its own, in as many lines as it takes.
func (b *board) text(x int, tone Tone, text string, of Target) {
	for _, line := range b.o.Wrap(model.CleanLine(text), max(12, b.o.W-x)) {
		b.pieces = append(b.pieces, Piece{X: x, Line: b.line, Text: line, Tone: tone, Target: of})
		b.line++
	}
}

// total says what all rows come to.
func (b *board) total(s model.Sum, filtered bool) {
	parts := []string{model.Count(s.Accounts, "account", "accounts")}
	if filtered {
		parts[0] += fmt.Sprintf(" of %d", len(b.accounts.Rows))
	}
	if b.accounts.Archived > 0 {
		parts = append(parts, fmt.Sprintf("%d archived left out", b.accounts.Archived))
	}
	parts = append(parts, sumText(s)...)
	b.text(0, Strong, strings.Join(parts, ", "), Target{})
}

// sumText says what rows come to, in parts.
func sumText(s model.Sum) []string {
	var parts []string
	add := func(known bool, format string, args ...any) {
		if known {
			parts = append(parts, fmt.Sprintf(format, args...))
		}
	}
	add(s.HealthOf > 0, "health %d", s.Health)
	add(!s.Open.IsZero(), "pipeline %s", s.Open.Short())
	add(!s.Weighted.IsZero(), "weighted %s", s.Weighted.Short())
	add(!s.White.IsZero(), "whitespace %s", s.White.Short())
	add(s.Actions > 0, "%d of %s late", s.Late, model.Count(s.Actions, "open action", "open actions"))
	add(s.Judged > 0, "%d of %s carried out effectively", s.Effective, model.Count(s.Judged, "plan", "plans"))
	return parts
}

func (b *board) heading() {
	part := Target{N: 1}
	b.put(0, b.name, false, "Account", Heading, part)
	x := b.name
	for _, c := range b.columns {
		x += gap
		b.put(x, c.width, c.right, c.title, Heading, Target{})
		x += c.width
	}
	b.line++
}

// group is the line above the rows of one owner, manager or segment.
func (b *board) group(g model.Group) {
	if b.view.By == model.Ungrouped {
		return
	}
	name := cmp.Or(g.Name, "no "+model.Groupings[b.view.By])
	if b.view.By == model.BySegment && g.Name != "" {
		name = "Segment " + g.Name
	}
	parts := append([]string{name, model.Count(g.Accounts, "account", "accounts")}, sumText(g.Sum)...)
	b.text(0, Heading, parts[0]+": "+strings.Join(parts[1:], ", "), Target{})
	if many := g.TooMany(); many != "" {
		b.text(2, Warn, "! "+many, Target{})
	}
}

// row is one account.
func (b *board) row(r *model.Row) {
	of := Target{ID: r.ID}
	b.put(0, b.name, false, r.Name, Strong, of)
	x := b.name
	for _, c := range b.columns {
		x += gap
		text, tone := c.cell(b, r)
		b.put(x, c.width, c.right, text, tone, of)
		x += c.width
	}
	b.line++
}

// part begins a part below the rows.
func (b *board) part(n int, about string) {
	b.line++
	b.text(0, Heading, PortfolioParts[n]+": "+about, Target{N: n + 1})
}

// adoption says of each owner and of each manager how many accounts have a plan,
// and how many an active, reviewed one (rule 13).
func (b *board) adoption(a *model.Accounts) {
	b.part(1, "who has a plan, and who carries one out")
	for _, by := range []model.Grouping{model.Ungrouped, model.ByOwner, model.ByManager} {
		for _, g := range a.Groups(by, b.today) {
			name, indent := "All", 0
			if by != model.Ungrouped {
				name, indent = cmp.Or(g.Name, "no "+model.Groupings[by]), 2
				if by == model.ByManager && g.Name != "" {
					name += " (manager)"
				}
			}
			width := min(28, max(12, b.o.W-46))
			b.put(indent, width-indent, false, name, Plain, Target{})
			b.share(width+gap, "planned", g.Planned, g.Accounts)
			b.share(width+gap+22, "adopted", g.Adopted, g.Accounts)
			b.line++
			if many := g.TooMany(); many != "" {
				b.text(indent+2, Warn, "! "+many, Target{})
			}
		}
	}
	b.text(0, Faint, "planned: there is a plan; adopted: it is active, reviewed, and no review is overdue", Target{})
}

// share writes a part of a whole as a bar with figures.
func (b *board) share(x int, what string, n, of int) {
	percent := model.Ratio{Num: int64(n), Den: int64(max(1, of))}.Percent()
	b.put(x, 20, false, fmt.Sprintf("%s %s %d/%d", what, b.bar(percent, 5), n, of), Plain, Target{})
}

// importance is the matrix of how much accounts matter to us and we to them.
func (b *board) importance(a *model.Accounts) {
	b.part(2, "down: to us; across: to them")
	cells, unknown := a.Matrix()
	width := max(12, (b.o.W-8)/3-gap)
	for i, across := range []model.Level{model.High, model.Medium, model.Low} {
		b.put(8+i*(width+gap), width, false, across.String(), Faint, Target{})
	}
	b.line++
	for i := 0; i < len(cells); i += 3 {
		b.put(0, 7, false, cells[i].ToUs.String(), Faint, Target{})
		for k, c := range cells[i : i+3] {
			b.put(8+k*(width+gap), width, false, fmt.Sprintf("%s %d  %s", c.Segment, len(c.Rows), b.names(c.Rows, width)), Plain, Target{})
		}
		b.line++
	}
	if len(unknown) > 0 {
		b.text(0, Unknown, "? "+model.Count(len(unknown), "account", "accounts")+" of which the importance is not known yet", Target{})
	}
}

// names are what the first of the rows are called: as many as more than fill a
// width, since a cell may hold a thousand and shows a few.
func (b *board) names(rows []*model.Row, width int) string {
	var names []string
	for taken := 0; taken <= width && len(names) < len(rows); {
		name := rows[len(names)].Name
		names, taken = append(names, name), taken+b.o.Measure(name)+2
	}
	return strings.Join(names, ", ")
}

// team says what each teammate carries across all accounts.
func (b *board) team() {
	b.part(3, "what each of us carries across accounts")
	if len(b.accounts.Loads) == 0 {
		b.text(0, Faint, "Nobody of us owns an account or an action yet.", Target{})
		return
	}
	most := 1
	for _, l := range b.accounts.Loads {
		most = max(most, l.Open)
	}
	name := min(24, max(12, b.o.W-44))
	for _, c := range []struct {
		x, w int
		text string
	}{{0, name, "Teammate"}, {name + 2, 4, "Owns"}, {name + 8, 4, "Open"}, {name + 14, 4, "Late"}, {name + 20, 10, "Last active"}} {
		b.put(c.x, max(c.w, len(c.text)), false, c.text, Faint, Target{})
	}
	b.line++
	for _, l := range b.accounts.Loads {
		of := Target{ID: l.Teammate.ID, N: 1}
		b.put(0, name, false, l.Teammate.Name, Plain, of)
		b.put(name+2, 4, true, fmt.Sprint(l.Owns), Plain, of)
		b.put(name+8, 4, true, fmt.Sprint(l.Open), Plain, of)
		text, tone := countOrNone(l.Late, Bad)
		b.put(name+14, 4, true, text, tone, of)
		text, tone = orUnknown(l.Last.String(), Plain)
		b.put(name+20, 10, false, text, tone, of)
		if room := min(20, b.o.W-name-34); room > 3 {
			b.put(name+34, room, false, b.bar(100*l.Open/most, room), Faint, of)
		}
		b.line++
	}
}
