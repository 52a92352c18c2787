package portfolio

import "astute/ui/pane"

// Legend implements [pane.Explained].
func (*Pane) Legend() []pane.Legend {
	return []pane.Legend{
		{Title: "In the columns", Marks: []pane.Mark{
			{Mark: "Seg", Word: "segment", Meaning: "how much the account matters to us and we to them, A to D"},
			{Mark: "Gap", Word: "0 to 100", Meaning: "health below good, a map red or amber, a review overdue, actions late, key players gone cold, contracts past their day"},
			{Mark: "Health", Word: "+ good, ~ neutral, - poor", Meaning: "by the records; ! where you say otherwise"},
			{Mark: "Key", Word: "supportive/key players", Meaning: "those who decide, and how many of them back us"},
			{Mark: "Late", Word: "late/open", Meaning: "actions"},
			{Mark: "White", Word: "whitespace", Meaning: "what could still be won"},
			{Mark: "Known", Word: "completeness", Meaning: "of what the plan should hold at least"},
			{Mark: "Cold", Word: "gone cold", Meaning: "key players of whom there was no sign for 90 days"},
			{Mark: "Last", Word: "last activity", Meaning: "a call, a meeting or an action done"},
			{Mark: "?", Word: "not known yet", Meaning: "never counted against anybody"},
		}},
	}
}
