// Package reviews is the pane of the looks at the plan: when each type of review
// comes next, and below that what came of those that were held.
//
//	reviews.go   the pane and its commands
//	lay.go       what stands where
//	change.go    planning the next, planning the usual ones, putting one off
//	legend.go    what the marks mean
package reviews

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/pane"
)

// Pane is the reviews of one account.
type Pane struct{ pane.Sheet }

// New returns the pane.
func New() *Pane {
	return &Pane{pane.Sheet{
		Lay: lay,
		Empty: []string{
			"When is this plan looked at, by whom, and what came of it?",
			"P plans the usual reviews, a any other, r holds one at once",
		},
	}}
}

// Title implements [pane.Pane].
func (*Pane) Title() string { return "Reviews" }

// Note implements [pane.Pane]: how many are overdue, else how many are held.
func (p *Pane) Note() string {
	if p.Data().Plan == nil {
		return ""
	}
	held, late := 0, 0
	for _, s := range series(p.Data()) {
		if held += len(s.Held); s.Overdue(p.Data().Today) {
			late++
		}
	}
	switch {
	case late > 0:
		return fmt.Sprintf("%d overdue", late)
	case held > 0:
		return fmt.Sprintf("%d held", held)
	}
	return ""
}

// series are the series of the plan.
func series(d pane.Data) []model.ReviewSeries {
	return model.ReviewSeriesOf(model.All[*model.Review](d.Plan.Book))
}

// current is the series that the cursor stands on, or to which the review there
// belongs; false where there is none.
func (p *Pane) current() (model.ReviewSeries, bool) {
	r, ok := p.Current().(*model.Review)
	if !ok {
		return model.ReviewSeries{}, false
	}
	return model.SeriesNamed(p.Data().Plan, r.Type)
}

// Foot says below what the review under the cursor looks at.
func (p *Pane) Foot(_ int, keys bool) string {
	s, ok := p.current()
	if !ok || !keys {
		return ""
	}
	if num := p.Cursor().Num; num != 0 {
		if text := pane.Meaning(pane.Field(p.Current(), num)); text != "" {
			return text
		}
	}
	return s.Focus
}

// Commands implements [pane.Pane].
func (p *Pane) Commands() []pane.Command {
	d := p.Data()
	s, ok := p.current()
	none, why, usual, later := "", "", "", ""
	switch {
	case d.Plan == nil || d.Plan.Account.ID.IsZero():
		none = "there is no account here: A makes one"
		why, usual, later = none, none, none
	case !ok:
		why = "there is no review here yet: P plans the usual ones, a any other"
		later = why
	default:
		why, later = whyPlanned(s, d.Today), whyFixed(s)
	}
	if usual == "" && len(missing(d)) == 0 {
		usual = "the usual reviews of this type of plan are there: a adds any other"
	}
	return append([]pane.Command{
		{Name: "hold it now", Keys: []string{"r"}, Hint: "hold", Weight: 95, Why: none, Also: "review room meeting agenda start conduct qbr",
			Help: "opens the review room: what changed since the last one, a timer for each part, decisions that become actions",
			Do:   func() pane.Request { return pane.HoldReview{Type: s.Type} }},
		{Name: "plan the next", Keys: []string{"p"}, Hint: hintIf(ok, "plan next"), Weight: 90, Why: why, Also: "schedule again",
			Help: "on the day that follows from the cadence, with whoever was there; an overdue one gets the next working day",
			Do:   func() pane.Request { return p.planNext(s) }},
		{Name: "add a review", Keys: []string{"a"}, Hint: "add", Weight: 85, Why: none,
			Help: "of a type that you choose: its cadence, its focus and a day are filled in",
			Do:   func() pane.Request { return pane.AddReview{} }},
		{Name: "plan the usual reviews", Keys: []string{"P"}, Hint: p.usualHint(), Weight: 96, Why: usual, Also: "begin start set cadence governance",
			Help: "those that a plan of this type lives on and that are not there yet, in one edit", Do: p.planUsual},
		{Name: "a week later", Keys: []string{"w"}, Why: later, Also: "postpone defer move reschedule",
			Help: "moves the day of the next one by a week", Do: func() pane.Request { return p.later(s, 7) }},
	}, p.SheetCommands("what is", "P plans the usual reviews, a any other")...)
}

// hintIf is a hint that is only given where there is something to do it to.
func hintIf(there bool, hint string) string {
	if !there {
		return ""
	}
	return hint
}

// usualHint offers the usual reviews where there are none at all yet.
func (p *Pane) usualHint() string {
	return hintIf(p.Data().Plan != nil && len(p.Page().Stops) == 0, "plan the usual")
}

func missing(d pane.Data) []model.ReviewType {
	if d.Plan == nil {
		return nil
	}
	return model.MissingReviews(d.Plan)
}

// typeNames are types in a few words.
func typeNames(types []model.ReviewType) string {
	var names []string
	for _, t := range types {
		names = append(names, t.String())
	}
	return strings.Join(names, ", ")
}
