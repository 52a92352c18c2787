package ui

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/pane"
	"astute/ui/picker"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// warningsOver is what is doubtful about the people of the account, worst first,
// each with its cure and what is being done about it (rules 3 and 4).
type warningsOver struct {
	board
	list []model.Warning
}

func newWarnings(w *Workspace) *warningsOver {
	o := &warningsOver{board: board{title: "Warnings"}}
	o.sheet.Lay = o.lay
	o.board.commands = o.commands
	o.over(w, o)
	return o
}

// lay sets the standing of the map, then the warnings below how grave they are.
func (o *warningsOver) lay(d pane.Data, w, _ int) pane.Page {
	o.list = model.Warnings(d.Plan, d.Today)
	o.note = count(len(o.list), "warning", "warnings")
	t := newWriter(w)
	people := model.All[*model.Contact](d.Plan.Book)
	sayMap(&t, model.MapStatusOf(people))
	t.skip()
	switch {
	case len(people) == 0:
		t.text(0, theme.Faint, "Here stands what is doubtful about the people of the account, worst first, each with its cure.", pane.Target{})
		t.text(0, theme.Faint, "It begins with the people themselves: esc, then a on the map or among the contacts.", pane.Target{})
	case len(o.list) == 0:
		t.text(0, theme.Good, "No warning: nothing of what is known is doubtful.", pane.Target{})
	}
	grave := model.Level(0)
	for i, warning := range o.list {
		if warning.Severity != grave {
			if grave = warning.Severity; i > 0 {
				t.skip()
			}
			t.text(0, theme.Heading, grave.String(), pane.Target{})
		}
		o.say(&t, d, i)
	}
	return t.page
}

// sayMap says how the map stands and why; of a grey one, what would settle it.
func sayMap(t *writer, s model.MapStatus) {
	x := t.page.Put(t.line, 0, theme.Plain, "Map ", pane.Target{})
	x = t.page.Put(t.line, x, colourStyle[s.Colour], strings.ToUpper(s.Colour.String()), pane.Target{})
	t.text(x+2, theme.Plain, fmt.Sprintf("level %d of 3: %s", s.Level, strings.Join(s.Reasons, "; ")), pane.Target{})
	for i, ask := range s.Ask {
		t.text(4, theme.Unknown, fmt.Sprintf("%d. %s", i+1, ask), pane.Target{})
	}
}

// colourStyle is how the word of a map's colour looks.
var colourStyle = map[model.MapColour]theme.Style{model.Grey: theme.Unknown, model.Red: theme.Bad, model.Amber: theme.Warn, model.Green: theme.Good}

// severityStyle is how a warning looks.
var severityStyle = map[model.Level]theme.Style{model.High: theme.Bad, model.Medium: theme.Warn}

// say writes a warning: who and why, the cure, and the action against it.
func (o *warningsOver) say(t *writer, d pane.Data, i int) {
	warning, of := o.list[i], pane.Target{N: i + 1}
	t.text(2, severityStyle[warning.Severity], warning.Text, of)
	t.text(4, theme.Faint, "Cure: "+warning.Cure, of)
	if a := underWay(d.Plan, actionFor(d, warning)); a != nil {
		t.text(4, theme.Good, "x "+told(a, d.Plan.Name), of)
	}
}

// told is an action in one line: what, who and by when.
func told(a *model.Action, names model.Names) string {
	parts := []string{"action: " + a.Name}
	if owner := names(a.Owner); owner != "" {
		parts = append(parts, owner)
	}
	if !a.Due.IsZero() {
		parts = append(parts, "due "+pane.Day(a.Due))
	}
	return strings.Join(parts, ", ")
}

func actionFor(d pane.Data, w model.Warning) *model.Action {
	return model.ActionFor(d.Plan, w, d.Me, d.Today)
}

// underWay returns the open action that does what a proposed one would: for the
// same person or account, called the same.
func underWay(p *model.Plan, proposed *model.Action) *model.Action {
	for _, a := range model.All[*model.Action](p.Book) {
		if a.Open() && a.Serves == proposed.Serves && fold(a.Name) == fold(proposed.Name) {
			return a
		}
	}
	return nil
}

// current is the warning under the cursor.
func (o *warningsOver) current() (model.Warning, bool) {
	if i := o.sheet.Cursor().N - 1; i >= 0 && i < len(o.list) {
		return o.list[i], true
	}
	return model.Warning{}, false
}

func (o *warningsOver) commands(w *Workspace) []pane.Command {
	d, why, done, nobody := o.sheet.Data(), "", "", ""
	warning, ok := o.current()
	if !ok {
		why = "there is no warning here"
		done, nobody = why, why
	} else {
		if a := underWay(d.Plan, actionFor(d, warning)); a != nil {
			done = "there is one already: " + a.Name
		}
		if len(concerned(d.Plan, warning)) == 0 {
			nobody = "it is about the account, not about one person"
		}
	}
	return []pane.Command{
		{Name: "make it an action", Keys: []string{"a"}, Hint: "make an action", Why: done, Help: "with its title, whom it is for, owner and due filled in",
			Do: func() pane.Request {
				a := actionFor(d, warning)
				return pane.Make{Records: []model.Record{a}, Label: "add action " + a.Name, Said: told(a, d.Plan.Name) + takesBack}
			}},
		{Name: "go to the person", Keys: []string{"enter"}, Hint: "to the person", Why: nobody, Help: "closes the page and puts the cursor there; of several it asks whom",
			Do: func() pane.Request { return pane.Own{Do: func() { o.toPerson(w, concerned(d.Plan, warning)) }} }},
		{Name: "copy", Keys: []string{"y"}, Hint: "copy", Help: "the page as text, to the clipboard",
			Do: func() pane.Request { return pane.Copy{Text: o.sheet.Page().Text(), What: "warnings"} }},
	}
}

// concerned are the people whom a warning is about, each once; of a relationship
// the contact.
func concerned(p *model.Plan, w model.Warning) []model.ID {
	var list []model.ID
	for _, id := range w.IDs {
		if r, ok := model.Lookup[*model.Relationship](p.Book, id); ok {
			id = r.Contact
		}
		if c, ok := model.Lookup[*model.Contact](p.Book, id); ok && !slices.Contains(list, c.ID) {
			list = append(list, c.ID)
		}
	}
	return list
}

// toPerson closes the page and puts the cursor on a person, on one of several
// after asking.
func (o *warningsOver) toPerson(w *Workspace, list []model.ID) {
	if len(list) == 1 {
		w.drop(o)
		w.seek(list[0])
		return
	}
	var items []picker.Item
	for _, id := range list {
		items = append(items, picker.Item{Value: id.String(), Text: w.names(id), Detail: w.plan.Get(id).(*model.Contact).JobTitle})
	}
	w.push(&chooser{title: "To whom?", list: picker.Typed(items, fold), empty: "none of them is called that",
		choose: func(w *Workspace, it picker.Item) tea.Cmd {
			if id, err := model.ParseID(it.Value); err == nil && w.plan.Get(id) != nil {
				w.drop(o)
				w.seek(id)
			}
			return nil
		}})
}
