package actions

import "astute/ui/pane"

// Legend implements [pane.Explained]: what stands before what is to be done.
func (*Pane) Legend() []pane.Legend {
	return []pane.Legend{{Title: "Due", Marks: []pane.Mark{
		{Mark: "! 3 d", Word: "late", Meaning: "by so many days"},
		{Mark: "in 9 d", Word: "ahead", Meaning: "coloured in the last week"},
		{Mark: "no day", Word: "not planned", Meaning: "nobody said when"},
	}}, {Title: "Title", Marks: []pane.Mark{
		{Mark: "?", Word: "an ask", Meaning: "a resource or support wanted of somebody"},
		{Mark: "<", Word: "waits", Meaning: "for another action; the frame below says which"},
		{Mark: "#", Word: "critical", Meaning: "most open work waits for it"},
		{Mark: "&", Word: "comes round", Meaning: "completing it makes the next one"},
		{Mark: "2/4", Word: "an objective", Meaning: "so many of its actions are done; they stand below it"},
		{Mark: "=", Word: "agreed", Meaning: "the customer agreed on the objective"},
		{Mark: ">>", Word: "long-term", Meaning: "due beyond a year; all else is short-term"},
		{Mark: "-", Word: "lacks something", Meaning: "to be carried out; the frame below says what"},
	}}}
}
