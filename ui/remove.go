package ui

import (
	"fmt"

	"astute/model"

	tea "github.com/charmbracelet/bubbletea"
)

// removal is the answer to what removing records would take with it.
type removal struct {
	records []model.Record
	changes []model.Change
	err     error
}

// remove works out what would go with records, and asks.
func (w *Workspace) remove(records []model.Record) tea.Cmd {
	s := w.o.Store
	ids := make([]model.ID, len(records))
	for i, r := range records {
		ids[i] = r.Base().ID
	}
	return w.await(func() tea.Msg {
		changes, err := s.Removal(ids...)
		return removal{records, changes, err}
	})
}

func (m removal) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	if m.err != nil {
		w.sayError(m.err)
		return nil
	}
	first := m.records[0]
	what, lines := first.Kind().String()+" "+model.Title(first, w.names), []string(nil)
	if n := len(m.records); n > 1 {
		what = count(n, first.Kind().String(), first.Kind().Plural())
		lines = firstNames(m.records, w.names)
	}
	edit := model.Edit{Label: "remove " + what, Changes: m.changes}
	w.ask("Remove "+what+"?", append(lines, removalLines(m.records, m.changes, w.names)...), "remove", "keep", func(w *Workspace) tea.Cmd {
		if first.Kind() == model.KindAccount {
			return w.removeAccount(edit, what)
		}
		return w.write(edit, "removed "+what+takesBack, nil)
	})
	return nil
}

// removeAccount writes the removal of the account that is open, and opens
// another.
func (w *Workspace) removeAccount(e model.Edit, word string) tea.Cmd {
	s, at, known := w.o.Store, w.o.Now(), w.sight
	return w.await(func() tea.Msg {
		done, err := apply(s, known, e, at)
		return removed{"removed " + word, done, err}
	})
}

// removed is the answer to the removal of an account.
type removed struct {
	said string
	done written
	err  error
}

func (m removed) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	if m.err != nil {
		w.failed(m.err)
		return nil
	}
	w.note(m.done)
	return w.reopen(m.said, takesBack)
}

// mostNamed is how many records a question names; of more it says the number.
const mostNamed = 4

// firstNames names the first of several records, and says how many others there
// are.
func firstNames(records []model.Record, names model.Names) []string {
	var lines []string
	for i, r := range records {
		if i == mostNamed {
			lines = append(lines, fmt.Sprintf("  and %d more", len(records)-i))
			break
		}
		lines = append(lines, "  "+model.Title(r, names))
	}
	return lines
}

// removalLines says what the removal of records takes with it: what goes too, and
// what only lets go.
func removalLines(records []model.Record, changes []model.Change, names model.Names) []string {
	meant := map[model.ID]bool{}
	for _, r := range records {
		meant[r.Base().ID] = true
	}
	gone, kept := map[model.Kind]int{}, 0
	var first, letting []string
	for _, c := range changes {
		switch {
		case c.After != nil:
			if kept++; len(letting) < mostNamed {
				letting = append(letting, "  "+c.After.Kind().String()+" "+model.Title(c.After, names))
			}
		case !meant[c.Before.Base().ID]:
			gone[c.Before.Kind()]++
			if len(first) < mostNamed {
				first = append(first, "  "+c.Before.Kind().String()+" "+model.Title(c.Before, names))
			}
		}
	}
	var lines []string
	for _, k := range model.Kinds() {
		if n := gone[k]; n == 1 {
			lines = append(lines, fmt.Sprintf("1 %s goes too", k))
		} else if n > 1 {
			lines = append(lines, fmt.Sprintf("%d %s go too", n, k.Plural()))
		}
	}
	lines = append(lines, first...)
	of := "it"
	if len(records) > 1 {
		of = "them"
	}
	if kept > 0 {
		lines = append(lines, count(kept, "other record lets", "other records let")+" go of "+of)
		lines = append(lines, letting...)
		if more := kept - len(letting); more > 0 {
			lines = append(lines, fmt.Sprintf("  and %d more", more))
		}
	}
	if len(lines) == 0 {
		lines = []string{"Nothing else depends on " + of + "."}
	}
	return append(lines, "u takes it back.")
}
