package ui

import (
	"fmt"
	"slices"
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
	shown := fitting(h.segments, gap, v.W()-x)
	for i, s := range shown {
		text := s.text
		if i == 0 {
			text = grid.Cut(text, max(8, v.W()-x-width(shown[1:], gap)))
		}
		x = v.Text(x, 0, theme.Faint, s.label)
		x = v.Text(x, 0, s.style, text) + gap
	}
}

// fitting are the segments that fit into a width, each of more weight before one of
// less; the one of most weight in any case.
func fitting(all []segment, gap, room int) []segment {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return all[b].keep - all[a].keep })
	in := make([]bool, len(all))
	shown := func() (list []segment) {
		for i, s := range all {
			if in[i] {
				list = append(list, s)
			}
		}
		return list
	}
	for n, i := range order {
		in[i] = true
		if width(shown(), gap)-gap > room && n > 0 {
			in[i] = false
		}
	}
	return shown()
}

func width(list []segment, gap int) int {
	w := 0
	for _, s := range list {
		w += grid.Width(s.label+s.text) + gap
	}
	return w
}
