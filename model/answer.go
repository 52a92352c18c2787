package model

// KindAnswer is an account's answer to a question of the ideal customer profile.
const KindAnswer Kind = 22

var answerSpec = Spec{
	Kind: KindAnswer, Word: "answer", Plural: "answers", Scope: ScopeAccount,
	New:   func() Record { return new(ICPAnswer) },
	Title: answerTitle,
	About: "the account's answer to a criterion of our ideal customer profile",
}

// ICPAnswer is the answer of an account, or of one unit, to a [Criterion]
// (domain section 3, from S0).
type ICPAnswer struct {
	Head
	Criterion ID
	Unit      ID // none: the account as a whole
	Value     AnswerValue
	Evidence  string
}

// Kind implements [Record].
func (*ICPAnswer) Kind() Kind { return KindAnswer }

// Fields implements [Record].
func (a *ICPAnswer) Fields() []Field {
	return a.Head.with(KindAnswer,
		link(10, "criterion", "Criterion", &a.Criterion, KindCriterion).Need(),
		choice(12, "value", "Value", &a.Value).Need(),
		text(13, "evidence", "Evidence", &a.Evidence).Long().Front().Help("how do you know?"),
		link(11, "unit", "Unit", &a.Unit, KindUnit).Help("empty: the account as a whole"),
	)
}

func answerTitle(rec Record, names Names) string {
	a := rec.(*ICPAnswer)
	return nameOr(names, a.Criterion) + ": " + a.Value.String()
}

// AnswerValue is how an account stands to a criterion.
type AnswerValue = Choice[answerValueWords]

// The words of AnswerValue; their meanings stand in the vocabulary below.
const (
	AnswerIdeal       AnswerValue = 1
	AnswerCaution     AnswerValue = 2
	AnswerOffStrategy AnswerValue = 3
	AnswerSeen        AnswerValue = 4
	AnswerNotSeen     AnswerValue = 5
	AnswerYes         AnswerValue = 6
	AnswerPartly      AnswerValue = 7
	AnswerNo          AnswerValue = 8
)

type answerValueWords struct{}

// Words implements [Vocabulary].
func (answerValueWords) Words() []Word { return answerValueList }

var answerValueList = []Word{
	{Name: "Ideal", Key: 'i', Mark: "I", Meaning: "of a firmographic criterion: as we like it"},
	{Name: "Caution", Key: 'c', Mark: "C", Meaning: "of a firmographic criterion: with care"},
	{Name: "Off-strategy", Key: 'o', Mark: "O", Meaning: "of a firmographic criterion: not for us", Aliases: []string{"Off strategy"}},
	{Name: "Seen", Key: 's', Mark: "S", Meaning: "of a pressure: they have it"},
	{Name: "Not Seen", Key: 't', Mark: "-", Meaning: "of a pressure: they do not have it"},
	{Name: "Yes", Key: 'y', Mark: "Y", Meaning: "of a potential: we can do that for them"},
	{Name: "Partly", Key: 'p', Mark: "P", Meaning: "of a potential: some of it"},
	{Name: "No", Key: 'n', Mark: "N", Meaning: "of a potential: we cannot"},
}
