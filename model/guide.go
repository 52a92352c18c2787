package model

import (
	"fmt"
	"strings"
)

// Guide is a few plain questions that lead to the value of one field of a
// contact, so that two people who know the same of somebody class that one
// alike. The questions are ours.
type Guide struct {
	Field     string          // the field's name
	Questions []GuideQuestion // the first comes first; the answers lead on
}

// GuideQuestion is one question of a guide.
type GuideQuestion struct {
	Text    string // %s is the contact's name
	Answers []GuideAnswer
}

// GuideAnswer is one way to answer: it leads to the next question or to a value.
type GuideAnswer struct {
	Text  string
	Value string // the word of the field's vocabulary; "" when a question follows
	Next  int    // the place of that question
	Said  string // what the answer says of the contact, to follow the name: "hears of decisions late"
}

// Guides returns the guides there are, in the order in which to go through them.
func Guides() []Guide { return guides }

// GuideFor returns the guide to a field of a contact; ok is false when the field
// has none.
func GuideFor(field string) (g Guide, ok bool) {
	for _, g := range guides {
		if g.Field == field {
			return g, true
		}
	}
	return Guide{}, false
}

// Stand is how far the answers to a guide have led.
type Stand struct {
	Question GuideQuestion // what to ask next; none once there is a value
	Value    string        // the word they lead to; "" as long as a question is open
	Source   string        // what they say of the contact, as one sentence without its stop, for the field source
}

// Follow says how far the answers lead, each the place of an answer to the
// question that the ones before it led to. An answer that there is none of, and
// what follows a value, is passed over: the question stays open.
func (g Guide) Follow(name string, answers ...int) Stand {
	at, value := 0, ""
	var said []string
	for _, n := range answers {
		if value != "" || n < 0 || n >= len(g.Questions[at].Answers) {
			break
		}
		answer := g.Questions[at].Answers[n]
		said = append(said, answer.Said)
		at, value = answer.Next, answer.Value
	}
	s := Stand{Value: value}
	if len(said) > 0 {
		s.Source = name + " " + strings.Join(said, "; ")
	}
	if value == "" {
		s.Question = g.Questions[at]
		s.Question.Text = fmt.Sprintf(s.Question.Text, name)
	}
	return s
}
