package timeline

import "astute/ui/pane"

// Legend implements [pane.Explained].
func (p *Pane) Legend() []pane.Legend {
	if p.list {
		return []pane.Legend{{Title: "Below a call, a meeting or a mail", Marks: []pane.Mark{
			{Mark: "we:", Word: "our promise", Meaning: "p makes an action of it"},
			{Mark: "they:", Word: "their promise", Meaning: "p makes an action of it, theirs to do"},
			{Mark: "(kept)", Word: "kept", Meaning: "the action made of it is complete"},
		}}}
	}
	return []pane.Legend{{Title: "On the axis", Marks: []pane.Mark{
		{Mark: "*", Word: "a milestone", Meaning: "what happened to them, or will; its label stands above"},
		{Mark: "o", Word: "an interaction", Meaning: "a call, a meeting or a mail; its label stands below"},
		{Mark: "^", Word: "today", Meaning: "what lies to the right of it is ahead"},
	}}}
}
