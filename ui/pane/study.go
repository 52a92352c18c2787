package pane

import (
	"slices"

	"astute/model"
)

// Topic is what can be studied about the people of an account, on a page over
// the panes.
type Topic uint8

// The topics.
const (
	Warnings  Topic = iota // what is doubtful, missing or overdue, and what to do about it
	WhatIf                 // what would come of it if some left or turned
	Coverage               // who of us stands how with whom of them
	Freshness              // whether what is held of them is still true, one after the other
	Guided                 // a few questions that lead to how somebody is classified
)

// Study asks for the page of a topic. About is whom it begins with, none for
// nobody.
type Study struct {
	Topic Topic
	About model.ID
	Field string // that Guided is to lead to, "" to ask for it
}

func (Study) request() {}

// studies are the topics with the commands that open them.
var studies = []struct {
	topic Topic
	Command
}{
	{Warnings, Command{Name: "warnings", Keys: []string{"W"}, Hint: "warnings", Also: "check doubt risk cure map status missing late overdue completeness silence",
		Help: "what is missing, doubtful or overdue, worst first, with the cure; one key makes an action of it, one silences it"}},
	{WhatIf, Command{Name: "what if somebody leaves", Keys: []string{"w"}, Hint: "what if", Also: "turns goes suppose single-threaded exposed revenue",
		Help: "or turns: the map, the warnings and the revenue before and after; nothing is saved unless you say so"}},
	{Coverage, Command{Name: "coverage matrix", Keys: []string{"v"}, Also: "relationship teammate level wanted assign gaps",
		Help: "who of us stands how with whom of them, now and as wanted; assigns who should get to know whom"}},
	{Freshness, Command{Name: "freshness sweep", Keys: []string{"F"}, Also: "confirm still true stale old classification",
		Help: "one person after the other whose classification is old: still true, changed, or another day"}},
	{Guided, Command{Name: "classify by questions", Keys: []string{"c"}, Also: "guide political status influence support coverage",
		Help: "a few plain questions lead to the status, influence, support or coverage of the person"}},
}

// StudyCommands returns the commands that open the topics; about answers whom
// they begin with.
func StudyCommands(about func() model.Record, topics ...Topic) []Command {
	var list []Command
	for _, s := range studies {
		if len(topics) > 0 && !slices.Contains(topics, s.topic) {
			continue
		}
		c := s.Command
		c.Do = func() Request {
			ask := Study{Topic: s.topic}
			if r := about(); r != nil {
				ask.About = r.Base().ID
			}
			return ask
		}
		list = append(list, c)
	}
	return list
}
