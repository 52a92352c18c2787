package chart

import (
	"strings"

	"astute/model"
)

// Sign is a mark of a map and what it means.
type Sign struct {
	Mark, Meaning string
	Line          bool // a sample of a line, not a letter of a label
}

// Meaning says what a line of a kind means, or of the path.
func Meaning(kind TieKind, path bool) string {
	if path {
		return kindMeanings[strokePath]
	}
	return kindMeanings[kind]
}

// kindMeanings say what the lines are, by kind.
var kindMeanings = [strokes]string{
	Reports:    "reports to, the boss above",
	Influence:  "influences; more heads, more strongly",
	Conflict:   "are in conflict",
	Informal:   "informal tie",
	strokePath: "the way to go",
}

// Legend explains the marks that are on the map, and no others: letters of
// roles, marks of support, digits of coverage, the ways a name is written, and
// the lines.
func (m *Map) Legend() []Sign {
	var has struct{ role, support, coverage, note, key, guess, seat, left bool }
	for _, p := range m.People {
		c := p.Contact
		has.role = has.role || c.DecisionRole != 0
		has.support = true
		has.coverage = has.coverage || m.coverage && c.Coverage != 0
		has.note = has.note || p.Note != ""
		has.key = has.key || p.Key && m.options.Signs
		has.guess = has.guess || model.MapGuess(c) != ""
		has.seat = has.seat || c.Placeholder && !c.Left
		has.left = has.left || c.Left
	}
	var signs []Sign
	words := func(is bool, field string) {
		f, _ := model.FieldNamed(new(model.Contact).Fields(), field)
		for _, w := range f.Words() {
			if is {
				signs = append(signs, Sign{Mark: w.Mark, Meaning: strings.ToLower(w.Name)})
			}
		}
	}
	words(has.role, "decision_role")
	words(has.support, "support")
	if has.support {
		signs = append(signs, Sign{Mark: model.Support(0).Mark(), Meaning: "support not known"})
	}
	words(has.coverage, "coverage")
	for _, s := range []struct {
		is            bool
		mark, meaning string
	}{
		{has.note, "!", "status and influence disagree"}, {has.key, keySign + "name", "key player"},
		{has.guess, guessSign + "name", "place concluded from influence or title"},
		{has.seat, "(name)", "a seat without its holder"}, {has.left, "/name/", "has left"},
	} {
		if s.is {
			signs = append(signs, Sign{Mark: s.mark, Meaning: s.meaning})
		}
	}
	return append(signs, m.lineSigns()...)
}

// lineSigns are samples of the kinds of line that are drawn.
func (m *Map) lineSigns() []Sign {
	var drawn [strokes]bool
	for _, l := range m.Lines {
		drawn[strokeKind(l.Tie)] = true
	}
	return samples(m.strokes(), func(kind int) bool { return drawn[kind] })
}

// LineSigns are samples of all kinds of line, the path among them.
func LineSigns(ascii bool) []Sign {
	table := &boxes
	if ascii {
		table = &plain
	}
	return samples(table, func(int) bool { return true })
}

// samples are the kinds of line that are wanted, as they are drawn.
func samples(table *[strokes]stroke, wanted func(kind int) bool) []Sign {
	var signs []Sign
	for _, kind := range []int{int(Reports), int(Influence), int(Conflict), int(Informal), strokePath} {
		if !wanted(kind) {
			continue
		}
		s := &table[kind]
		across := s.glyphs[Left|Right]
		last := across
		if kind == int(Influence) || kind == strokePath {
			last = s.heads[number(Right)]
		}
		if kind == int(Conflict) {
			last = "x" + across
		}
		signs = append(signs, Sign{across + across + last, kindMeanings[kind], true})
	}
	return signs
}

// Missing says in a few words each what the map does not show: people and lines
// without room, and people who left.
func (m *Map) Missing() []string {
	var said []string
	for _, n := range []struct {
		count                int
		singular, plural, do string
	}{
		{len(m.Out), "person has", "people have", "no room"}, {m.Gone, "person who left is", "people who left are", "not shown"},
		{len(m.Unrouted), "line has", "lines have", "no room"}, {len(m.Away), "line leads", "lines lead", "to people not shown"},
	} {
		if n.count > 0 {
			said = append(said, model.Count(n.count, n.singular, n.plural)+" "+n.do)
		}
	}
	return said
}

// between parts what is said below a map.
const between = "  "

// TextWithLegend returns the map as text, with its legend and what is missing
// below: every line exactly as wide as the map.
func (m *Map) TextWithLegend() []string {
	pieces := m.Missing()
	for _, s := range m.Legend() {
		pieces = append(pieces, s.Mark+" "+s.Meaning)
	}
	lines, line := m.Text(), ""
	for _, piece := range pieces {
		piece = cut(piece, m.W, m.measure)
		switch joined := line + between + piece; {
		case line == "":
			line = piece
		case m.measure(joined) <= m.W:
			line = joined
		default:
			lines, line = append(lines, m.pad(line, m.W)), piece
		}
	}
	if line != "" {
		lines = append(lines, m.pad(line, m.W))
	}
	return lines
}
