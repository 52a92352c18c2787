package ui

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"
)

// segment is one thing that the header says. Only what is wrong is coloured.
type segment struct {
	label string // before the text, of little weight; with the blank after it
	text  string
	style theme.Style
	keep  int // the higher, the later it is left out when the width is short
}

// header is the line at the top, worked out when the data change.
type header struct{ segments []segment }

// headerOf says how the account stands: its name, its health, its map, what is
// late, and which of how many it is.
func (w *Workspace) headerOf() header {
	account := w.plan.Account
	var h header
	add := func(label, text string, style theme.Style, keep int) {
		h.segments = append(h.segments, segment{label, text, style, keep})
	}
	name := account.Name
	if len(w.accounts) == 0 {
		name = "no account yet"
	}
	add("", name, theme.Strong, 100)
	if account.OverallHealth != 0 {
		add("health ", strings.ToLower(account.OverallHealth.String()), wellbeingTone[account.OverallHealth], 60)
	}
	status := model.MapStatusOf(model.All[*model.Contact](w.plan.Book))
	add("map ", strings.ToUpper(status.Colour.String()), mapTone[status.Colour], 80)
	late := 0
	for _, a := range model.All[*model.Action](w.plan.Book) {
		if a.Late(w.today) {
			late++
		}
	}
	if late > 0 {
		add("", count(late, "action late", "actions late"), theme.Bad, 90)
	}
	for _, due := range model.Schedule(model.All[*model.Review](w.plan.Book)) {
		if due.Overdue(w.today) {
			add("review ", "overdue "+strings.TrimSuffix(pane.Ahead(due.On, w.today), " late"), theme.Warn, 70)
			break
		}
	}
	if account.Archived {
		add("", "archived", theme.Warn, 95)
	}
	shown := w.shownAccounts()
	for i, a := range shown {
		if a.ID == w.account {
			add("", fmt.Sprintf("%d of %d", i+1, len(shown)), theme.Faint, 50)
		}
	}
	return h
}

var wellbeingTone = map[model.Wellbeing]theme.Style{model.Poor: theme.Bad}

var mapTone = map[model.MapColour]theme.Style{model.Grey: theme.Unknown, model.Red: theme.Bad, model.Amber: theme.Warn}

// helpHint stands at the right of the header; a click on it opens the help.
const helpHint = " ? help "

// draw draws as much as there is room for, the least needed left out first.
func (h header) draw(v grid.View, broken error) {
	x := v.Text(1, 0, theme.Faint, "astute") + 3
	if broken != nil {
		v.Text(x, 0, theme.Bad, "the file cannot be read")
		return
	}
	const gap = 3
	end := v.W() - len(helpHint)
	v.Text(end+1, 0, theme.Key, "?")
	v.Text(end+3, 0, theme.Faint, "help")
	v = v.Sub(layout.Rect{W: end - 1, H: 1})
	shown := append([]segment(nil), h.segments...)
	for width(shown, gap) > v.W()-x-1 && len(shown) > 1 {
		least := 0
		for i, s := range shown {
			if s.keep < shown[least].keep {
				least = i
			}
		}
		shown = append(shown[:least], shown[least+1:]...)
	}
	for i, s := range shown {
		text := s.text
		if i == 0 {
			text = grid.Cut(text, max(8, v.W()-x-1-width(shown[1:], gap)-gap))
		}
		x = v.Text(x, 0, theme.Faint, s.label)
		x = v.Text(x, 0, s.style, text) + gap
	}
}

func width(list []segment, gap int) int {
	w := 0
	for _, s := range list {
		w += grid.Width(s.label+s.text) + gap
	}
	return w
}
