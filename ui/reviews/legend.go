package reviews

import "astute/ui/pane"

// Legend implements [pane.Explained].
func (*Pane) Legend() []pane.Legend {
	return []pane.Legend{{Title: "Before a review that comes round", Marks: []pane.Mark{
		{Mark: "!", Word: "overdue", Meaning: "its day has passed and it was not held"},
		{Mark: "planned", Word: "a day is set", Meaning: "else it follows from the cadence and the one held last"},
	}}}
}
