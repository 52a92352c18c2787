package model

import (
	"cmp"
	"fmt"
	"strings"
)

// Kind says what a record is. Its number is written to files and never changes.
type Kind uint8

// specs lists the kinds, one line each; the place of a line does not matter,
// only the number in its Spec does.
var specs = kindTable(
	&accountSpec,
	&unitSpec,
	&teammateSpec,
	&contactSpec,
	&lineSpec,
	&relationshipSpec,
	&objectiveSpec,
	&actionSpec,
	&interactionSpec,
	&milestoneSpec,
	&reviewSpec,
	&productSpec,
	&initiativeSpec,
	&goalSpec,
	&roleSpec,
	&opportunitySpec,
	&challengeSpec,
	&solutionSpec,
	&competitorSpec,
	&swotSpec,
	&criterionSpec,
	&answerSpec,
	&platformSpec,
	&issueSpec,
	&signalSpec,
	&revenueSpec,
	&walletSpec,
	&renewalSpec,
	&markSpec,
	&stepSpec,
	&storySpec,
	&campaignSpec,
	&rateSpec,
	&benefitSpec,
	&silenceSpec,
)

// Scope says where the records of a kind live.
type Scope uint8

const (
	// ScopeAccount is for what belongs to one account.
	ScopeAccount Scope = iota
	// ScopeShared is for what all accounts share: teammates, products.
	ScopeShared
	// ScopeRoot is for accounts themselves.
	ScopeRoot
)

// Spec says what is special about a kind. Everything else about it follows from
// the fields of its records.
type Spec struct {
	Kind   Kind
	Word   string // singular: the word on the command line and in JSON
	Plural string
	Noun   string // what one is called in a sentence, where that is not its word
	Scope  Scope
	New    func() Record
	// Title gives the name of a record that has no text field of its own for
	// it; nil takes the first needed text field.
	Title func(r Record, names Names) string
	// Detail gives what else tells a record from its namesakes: a contact's job
	// title, an action's due date. It is shown beside the name and looked up
	// too; nil for none.
	Detail func(r Record) string
	// Address is a second text by which the record is looked up (an e-mail
	// address); nil for none.
	Address func(r Record) string
	// About says in one sentence what the kind is for.
	About string
}

func kindTable(list ...*Spec) (table [256]*Spec) {
	for _, s := range list {
		if s.Kind == 0 || table[s.Kind] != nil {
			panic(fmt.Sprintf("model: kind %q has no number of its own", s.Word))
		}
		table[s.Kind] = s
	}
	return table
}

// Kinds returns all kinds in the order of their numbers.
func Kinds() []Kind {
	var kinds []Kind
	for k, s := range specs {
		if s != nil {
			kinds = append(kinds, Kind(k))
		}
	}
	return kinds
}

// Spec returns what is special about the kind. An unknown kind has an empty
// Spec without New: see [Kind.Known].
func (k Kind) Spec() Spec {
	if s := specs[k]; s != nil {
		return *s
	}
	return Spec{Kind: k, Word: fmt.Sprintf("kind-%d", k), Plural: fmt.Sprintf("kind-%d", k)}
}

// Known reports whether this version of the program knows the kind.
func (k Kind) Known() bool { return specs[k] != nil }

// String returns the kind's word.
func (k Kind) String() string {
	if s := specs[k]; s != nil {
		return s.Word
	}
	return k.Spec().Word
}

// Noun returns what one record of the kind is called in a sentence: mostly its
// word.
func (k Kind) Noun() string { return cmp.Or(k.Spec().Noun, k.String()) }

// Plural returns the kind's word for several.
func (k Kind) Plural() string { return k.Spec().Plural }

// Scope says where the kind's records live.
func (k Kind) Scope() Scope {
	if s := specs[k]; s != nil {
		return s.Scope
	}
	return ScopeAccount
}

// ParseKind reads a kind's word, singular or plural, in any case.
func ParseKind(word string) (Kind, error) {
	want := squash(word)
	var words []string
	for _, k := range Kinds() {
		spec := k.Spec()
		if want == squash(spec.Word) || want == squash(spec.Plural) {
			return k, nil
		}
		words = append(words, spec.Word)
	}
	return 0, fmt.Errorf("there is no kind %q: use one of %s", word, strings.Join(words, ", "))
}
