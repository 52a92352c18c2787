package model

// KindInteraction is a call, meeting or mail with the customer, and what was promised.
const KindInteraction Kind = 9

var interactionSpec = Spec{
	Kind: KindInteraction, Word: "interaction", Plural: "interactions", Scope: ScopeAccount,
	New:    func() Record { return new(Interaction) },
	Detail: func(r Record) string { return r.(*Interaction).On.String() },
	About:  "a call, meeting or mail with the customer, and what was promised",
}

// Interaction is a call, meeting or mail with the customer (domain section 2).
type Interaction struct {
	Head
	On           Date
	Type         InteractionType
	Contacts     []ID
	Teammate     ID
	Summary      string
	WePromised   string
	TheyPromised string
}

// Kind implements [Record].
func (*Interaction) Kind() Kind { return KindInteraction }

// Fields implements [Record].
func (i *Interaction) Fields() []Field {
	return i.Head.with(KindInteraction,
		date(10, "on", "On", &i.On).Need().Customer(),
		choice(11, "type", "Type", &i.Type).Need().Customer(),
		links(12, "contacts", "With", &i.Contacts, KindContact),
		link(13, "teammate", "By", &i.Teammate, KindTeammate),
		text(14, "summary", "Summary", &i.Summary).Need().Long(),
		text(15, "we_promised", "We promised", &i.WePromised).Long(),
		text(16, "they_promised", "They promised", &i.TheyPromised).Long(),
	)
}

// InteractionType is how we dealt with each other.
type InteractionType = Choice[interactionTypeWords]

// The words of InteractionType; their meanings stand in the vocabulary below.
const (
	Call             InteractionType = 1
	Meeting          InteractionType = 2
	Mail             InteractionType = 3
	OtherInteraction InteractionType = 4
)

type interactionTypeWords struct{}

// Words implements [Vocabulary].
func (interactionTypeWords) Words() []Word { return interactionTypeList }

var interactionTypeList = []Word{
	{Name: "Call", Key: 'c', Meaning: "by voice", Aliases: []string{"Phone", "Phone call"}},
	{Name: "Meeting", Key: 'm', Meaning: "face to face or on screen", Aliases: []string{"Visit", "Demo", "Video"}},
	{Name: "Mail", Key: 'l', Meaning: "in writing", Aliases: []string{"Email", "E-mail", "Message", "Letter", "Chat"}},
	{Name: "Other", Key: 'o', Meaning: "any other way", Aliases: []string{"Event", "Note"}},
}
