package overview

import (
	"strings"

	"astute/model"
	"astute/ui/pane"
)

// door is what can be done with what is said, where that is more than editing a
// field or a record and reading all about it.
type door struct {
	open   pane.Request // by enter
	edit   pane.Request // by e
	answer bool         // enter answers it as e does
	unfold string       // the list of which enter shows the rest, or less again
	fixed  string       // why e changes nothing
	foot   string       // said below while the cursor is on it
}

// said reports whether the line is no record of its own, nor a field of one.
func (d door) said() bool {
	return d.open != nil || d.edit != nil || d.answer || d.unfold != "" || d.fixed != ""
}

// edit asks to edit what is under the cursor: its field, the whole record, or
// the record that is to answer a question.
func (p *Pane) edit() pane.Request {
	if r := p.doors[p.Cursor()].edit; r != nil {
		return r
	}
	return p.Edit()
}

// open goes to what is behind the line under the cursor.
func (p *Pane) open() pane.Request {
	switch d := p.doors[p.Cursor()]; {
	case d.open != nil:
		return d.open
	case d.answer:
		return p.edit()
	case d.unfold != "":
		p.unfold(d.unfold)
		return nil
	}
	return pane.Brief{ID: p.Cursor().ID}
}

// unfold shows a list to its end, with the cursor on the first that was hidden;
// or cuts it again.
func (p *Pane) unfold(label string) {
	at := p.Page().Find(p.Cursor())
	p.whole[label] = !p.whole[label]
	p.Arrange()
	if p.whole[label] {
		p.Go(p.Page().Stops[at].Target)
	}
}

// Foot says on the frame what the fact under the cursor is, or where its line
// leads.
func (p *Pane) Foot(_ int, keys bool) string {
	r := p.Current()
	d := p.doors[p.Cursor()]
	switch {
	case !keys:
		return ""
	case d.foot != "":
		return d.foot
	case r == nil || p.Cursor().Num == 0:
		return ""
	}
	f := pane.Field(r, p.Cursor().Num)
	if text := pane.Meaning(f); text != "" {
		return f.Label + ": " + text
	}
	return f.Label
}

// The panes and kinds that lines lead to.
var (
	toMap      = pane.Visit{Pane: "Political map", Kind: model.KindContact}
	toActions  = pane.Visit{Pane: "Action plan", Kind: model.KindAction}
	toTimeline = pane.Visit{Pane: "Timeline", Kind: model.KindMilestone}
	toStrategy = pane.Visit{Pane: "Strategy", Kind: model.KindInitiative}
	toReviews  = pane.Visit{Pane: "Reviews", Kind: model.KindReview}
)

// toMoney leads to the money, or to the records of it that a number comes from.
func toMoney(k model.Kind) pane.Visit { return pane.Visit{Pane: "Money", Kind: k} }

// worked is the door of a line that a rule worked out of records.
func worked(open pane.Visit, foot string) door {
	where := "the " + strings.ToLower(open.Pane)
	if foot == "" {
		foot = "enter: " + where
	}
	return door{open: open, fixed: "this follows from what is on record: enter leads there", foot: foot}
}
