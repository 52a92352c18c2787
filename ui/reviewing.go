package ui

import (
	"fmt"
	"strconv"
	"strings"

	"astute/model"
	"astute/ui/form"
	"astute/ui/pane"
	"astute/ui/picker"

	tea "github.com/charmbracelet/bubbletea"
)

// newReviewTypes lists the types of review, with how often each comes and what it
// looks at, to do something about the one that is chosen.
func newReviewTypes(w *Workspace, title string, then func(*Workspace, model.ReviewType) tea.Cmd) *chooser {
	var items []picker.Item
	f := model.MustField(new(model.Review).Fields(), "type")
	for i, word := range f.Words() {
		s, there := model.SeriesNamed(w.plan, model.ReviewType(i+1))
		it := picker.Item{Value: strconv.Itoa(i + 1), Text: word.Name, Detail: strings.ToLower(s.Cadence.String()) + ": " + s.Focus}
		if there && !s.Due.IsZero() {
			it.Note = "due " + pane.Ahead(s.Due, w.today)
		}
		items = append(items, it)
	}
	return &chooser{
		title: title, list: picker.Typed(items, fold), empty: "there is no such type of review",
		choose: func(w *Workspace, it picker.Item) tea.Cmd {
			n, err := strconv.Atoi(it.Value)
			if err != nil {
				w.sayError(err)
				return nil
			}
			return then(w, model.ReviewType(n))
		},
	}
}

// addReview opens the form of the next review of a type, filled in.
func (w *Workspace) addReview(kind model.ReviewType) tea.Cmd {
	next := model.ProposeReview(w.plan, kind, w.today)
	w.add(pane.Add{Kind: model.KindReview, With: form.Known(next)})
	w.say(fmt.Sprintf("filled in with what is usual: %s", pane.Day(next.On)), false)
	return nil
}
