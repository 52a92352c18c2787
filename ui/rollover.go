package ui

import (
	"fmt"

	"astute/model"
	"astute/ui/pane"

	tea "github.com/charmbracelet/bubbletea"
)

// mostMoved is how many of what moves a question names.
const mostMoved = 8

// rolloverCommand takes the plan into its next period, after showing what moves.
func (w *Workspace) rolloverCommand(none string) pane.Command {
	return pane.Command{Name: "roll the plan over", Why: none, Also: "next year period renew plan end",
		Help: "into the next period: open objectives and actions go on, what is over stays in the history; shows which and asks",
		Do:   func() pane.Request { return pane.Own{Do: func() { w.askRollover() }} }}
}

func (w *Workspace) askRollover() {
	r, err := model.Rollover(w.plan, model.Date{}, w.today)
	if err != nil {
		w.say(err.Error(), false)
		return
	}
	lines := []string{r.From.String() + " -> " + r.To.String(), r.Summary() + "."}
	for i, m := range r.Moves {
		if i == mostMoved {
			lines = append(lines, fmt.Sprintf("and %d more", len(r.Moves)-i))
			break
		}
		day := m.Is.String()
		if m.Is.IsZero() {
			day = "no day"
		}
		if m.Was != m.Is {
			day += ", was " + m.Was.String()
		}
		lines = append(lines, "- "+model.Title(m.Record, w.names)+": "+day)
	}
	w.ask("Roll the plan over?", lines, "roll it over", "leave it", func(w *Workspace) tea.Cmd {
		return w.write(r.Edit, "the plan runs until "+pane.Day(r.To.End)+takesBack, nil)
	})
}
