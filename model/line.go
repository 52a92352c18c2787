package model

import "errors"

// KindLine is a tie between two contacts: who influences whom, who is in conflict.
const KindLine Kind = 5

var lineSpec = Spec{
	Kind: KindLine, Word: "line", Plural: "lines", Scope: ScopeAccount,
	New:   func() Record { return new(Line) },
	Title: lineTitle,
	About: "a tie between two contacts: who influences whom, who is in conflict",
}

// Line is a tie between two contacts beside the formal reporting line: an
// influence (directed), a conflict or an informal tie (domain section 1).
type Line struct {
	Head
	From     ID // contact
	To       ID // contact
	Type     LineType
	Strength Number // 1 weak to 3 strong; of influences
}

// Kind implements [Record].
func (*Line) Kind() Kind { return KindLine }

// Fields implements [Record].
func (l *Line) Fields() []Field {
	return l.Head.with(KindLine,
		link(10, "from", "From", &l.From, KindContact).Need(),
		link(11, "to", "To", &l.To, KindContact).Need(),
		choice(12, "type", "Type", &l.Type).Need(),
		number(13, "strength", "Strength", &l.Strength).Help("1 weak, 2, or 3 strong"),
	)
}

// Validate implements [Validator].
func (l *Line) Validate() error {
	if l.From == l.To {
		return errors.New("a line joins two different contacts: change from or to")
	}
	if s := l.Strength; !s.IsZero() && s != NumberOf(1) && s != NumberOf(2) && s != NumberOf(3) {
		return errors.New("strength must be 1, 2 or 3")
	}
	return nil
}

func lineTitle(r Record, names Names) string {
	l := r.(*Line)
	verb := map[LineType]string{Influences: "influences", Conflicts: "conflicts with", Informal: "has an informal tie to"}[l.Type]
	return nameOr(names, l.From) + " " + verb + " " + nameOr(names, l.To)
}

// LineType is what kind of tie a line is.
type LineType = Choice[lineTypeWords]

// The words of LineType; their meanings stand in the vocabulary below.
const (
	Influences LineType = 1
	Conflicts  LineType = 2
	Informal   LineType = 3
)

type lineTypeWords struct{}

// Words implements [Vocabulary].
func (lineTypeWords) Words() []Word { return lineTypeList }

var lineTypeList = []Word{
	{Name: "Influences", Key: 'i', Mark: ">", Meaning: "the first sways the second", Aliases: []string{"Influence"}},
	{Name: "Conflicts", Key: 'c', Mark: "x", Meaning: "the two are at odds", Aliases: []string{"Conflicts with", "Conflict"}},
	{Name: "Informal", Key: 'f', Mark: "-", Meaning: "they know and trust each other", Aliases: []string{"Informal tie"}},
}
