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

// warningsOver is the check of the account: how much of its plan is filled in,
// what to find out next, and whatever is doubtful, overdue or missing by any
// rule, worst first, each with its cure and what is being done about it.
type warningsOver struct {
	board
	around model.Around
	list   []model.Warning
	next   model.Question
}

func newWarnings(w *Workspace) *warningsOver {
	summaries := make([]model.Summary, len(w.accounts))
	for i, a := range w.accounts {
		summaries[i] = a.Summary
	}
	o := &warningsOver{board: board{title: "Check"}, around: model.AroundOf(summaries)}
	o.sheet.Lay = o.lay
	o.board.commands = o.commands
	o.over(w, o)
	return o
}

// atNext is the place of the question to answer next; those of the findings are
// counted from 1.
const atNext = 1 << 20

// lay sets how far the plan is filled in and the standing of the map, then the
// findings below how grave they are.
func (o *warningsOver) lay(d pane.Data, w, _ int) pane.Page {
	var silenced int
	o.list, silenced = model.Findings(d.Plan, d.Today, o.around)
	if o.note = count(len(o.list), "finding", "findings"); silenced > 0 {
		o.note += fmt.Sprintf(", %d silenced", silenced)
	}
	t := newWriter(w)
	o.sayComplete(&t, d)
	t.skip()
	sayMap(&t, model.MapStatusOf(model.All[*model.Contact](d.Plan.Book)))
	t.skip()
	if len(o.list) == 0 {
		t.text(0, theme.Good, "Nothing is doubtful, overdue or missing, as far as is known.", pane.Target{})
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

// How a bar of an area is drawn: so many signs, and so many columns with its name
// and percentage.
const (
	barSigns = 10
	barRoom  = 27
)

// sayComplete draws how far each area of the plan is filled in, as many beside
// each other as there is room for, and asks what completes it most (rule 11).
func (o *warningsOver) sayComplete(t *writer, d pane.Data) {
	c := model.CompletenessOf(d.Plan)
	o.next = c.Next
	text := fmt.Sprintf("Filled in %d %%", c.Percent)
	if c.Assumed {
		text += fmt.Sprintf(", as a %s plan: the plan type is not known yet", c.PlanType)
	}
	t.text(0, theme.Plain, text, pane.Target{})
	columns := max(1, min(3, (t.w-2)/barRoom))
	for i, a := range c.Areas {
		x := 2 + i%columns*barRoom
		x = t.page.Put(t.line, x, theme.Plain, fmt.Sprintf("%-9s", a.Area), pane.Target{})
		switch {
		case a.Wanted == 0:
			t.page.Put(t.line, x, theme.Faint, "not in this plan", pane.Target{})
		default:
			full := barSigns * a.Known / a.Wanted
			x = t.page.Put(t.line, x, barStyle(a), strings.Repeat("#", full), pane.Target{})
			x = t.page.Put(t.line, x, theme.Faint, strings.Repeat(".", barSigns-full), pane.Target{})
			t.page.Put(t.line, x, theme.Plain, fmt.Sprintf(" %3d %%", a.Percent()), pane.Target{})
		}
		if i%columns == columns-1 || i == len(c.Areas)-1 {
			t.line++
		}
	}
	if o.next == (model.Question{}) {
		return
	}
	of := pane.Target{ID: o.next.ID, N: atNext}
	if o.next.Field != "" {
		of.Num = model.MustField(d.Plan.Get(o.next.ID).Fields(), o.next.Field).Num
	}
	t.text(2, theme.Strong, "? "+o.next.Text, of)
}

// barStyle is how the filled part of a bar looks: the bands of health.
func barStyle(a model.AreaCompleteness) theme.Style {
	return map[model.Wellbeing]theme.Style{model.Good: theme.Good, model.Middling: theme.Warn, model.Poor: theme.Bad}[model.BandOf(a.Percent())]
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

// say writes a finding: who or what and why, the rule and its cure, and the action
// against it.
func (o *warningsOver) say(t *writer, d pane.Data, i int) {
	warning, of := o.list[i], pane.Target{N: i + 1}
	t.text(2, severityStyle[warning.Severity], warning.Text, of)
	t.text(4, theme.Faint, "Cure: "+warning.Cure+" ("+warning.Rule+")", of)
	if a := model.ActionAgainst(d.Plan, warning, d.Today); a != nil {
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

// asks reports whether the cursor is on the question to answer next.
func (o *warningsOver) asks() bool { return o.sheet.Cursor().N == atNext }

func (o *warningsOver) commands(w *Workspace) []pane.Command {
	d := o.sheet.Data()
	warning, ok := o.current()
	why, done, nobody := "", "", ""
	switch {
	case o.asks():
		why = "this is a question: enter answers it"
		done = why
	case !ok:
		why = "nothing was found here"
		done, nobody = why, why
	default:
		if a := model.ActionAgainst(d.Plan, warning, d.Today); a != nil {
			done = "there is one already: " + a.Name
		} else if model.ActionFor(d.Plan, warning, d.Me, d.Today) == nil {
			done = "these are actions already: do them, move them or drop them"
		}
		if len(concerned(d.Plan, warning)) == 0 && warning.Rule != model.RuleBlank {
			nobody = "it is about the account as a whole, not about one record"
		}
	}
	return []pane.Command{
		{Name: "make it an action", Keys: []string{"a"}, Hint: "make an action", Why: done, Help: "with its title, whom it is for, owner and due filled in",
			Do: func() pane.Request {
				a := model.ActionFor(d.Plan, warning, d.Me, d.Today)
				return pane.Make{Records: []model.Record{a}, Label: "add action " + a.Name, Said: told(a, d.Plan.Name) + takesBack}
			}},
		{Name: "go to the record", Keys: []string{"enter"}, Hint: "go there", Why: nobody, Help: "answers the question; else goes to the person or the record, of several it asks which",
			Do: func() pane.Request { return o.enter(w, warning) }},
		{Name: "silence", Keys: []string{"s"}, Hint: "silence", Why: why, Help: "the rule is quiet up to a day, of this record or, where there are several, of the account; it asks why and until when",
			Do: func() pane.Request { return silenceOf(warning, d.Today) }},
		{Name: "copy", Keys: []string{"y"}, Hint: "copy", Help: "the page as text, to the clipboard",
			Do: func() pane.Request { return pane.Copy{Text: o.sheet.Page().Text(), What: "check"} }},
	}
}

// silentFor is for how many days a rule is silenced unless another day is given:
// six weeks, so that an exception is looked at again.
const silentFor = 42

// silenceOf asks for the reason and the last day of the silence of a finding.
func silenceOf(w model.Warning, today model.Date) pane.Request {
	fields := new(model.Silence).Fields()
	with := map[int]string{model.MustField(fields, "rule").Num: w.Rule, model.MustField(fields, "until").Num: today.AddDays(silentFor).String()}
	if len(w.IDs) == 1 {
		with[model.MustField(fields, "subject").Num] = w.IDs[0].String()
	}
	return pane.Add{Kind: model.KindSilence, With: with}
}

// enter answers the question under the cursor, or leads to what a finding is
// about.
func (o *warningsOver) enter(w *Workspace, warning model.Warning) pane.Request {
	d := o.sheet.Data()
	switch {
	case !o.asks() && warning.Rule != model.RuleBlank:
		return pane.Own{Do: func() { o.toRecord(w, concerned(d.Plan, warning)) }}
	case o.next.Field == "":
		return pane.Add{Kind: o.next.Kind, With: pane.Belonging(o.next.Kind, d.Plan.Get(o.next.ID))}
	case !o.asks():
		r := d.Plan.Get(o.next.ID)
		return pane.EditField{Record: r, Num: model.MustField(r.Fields(), o.next.Field).Num, At: o.sheet.Place()}
	}
	return o.sheet.Edit()
}

// concerned are the records that a finding is about, each once; of a relationship
// the contact. The account itself is none: the page is about it.
func concerned(p *model.Plan, w model.Warning) []model.ID {
	var list []model.ID
	for _, id := range w.IDs {
		if r, ok := model.Lookup[*model.Relationship](p.Book, id); ok {
			id = r.Contact
		}
		if p.Get(id) != nil && id != p.Account.ID && !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
}

// toRecord leads to a record, to one of several after asking.
func (o *warningsOver) toRecord(w *Workspace, list []model.ID) {
	if len(list) == 1 {
		o.lead(w, list[0])
		return
	}
	var items []picker.Item
	for _, id := range list {
		r := w.plan.Get(id)
		it := picker.Item{Value: id.String(), Text: w.names(id)}
		if detail := r.Kind().Spec().Detail; detail != nil {
			it.Detail = detail(r)
		}
		items = append(items, it)
	}
	w.push(&chooser{title: "To which?", list: picker.Typed(items, fold), empty: "none of them is called that",
		choose: func(w *Workspace, it picker.Item) tea.Cmd {
			if id, err := model.ParseID(it.Value); err == nil && w.plan.Get(id) != nil {
				o.lead(w, id)
			}
			return nil
		}})
}

// lead closes the page and puts the cursor on a person or an action; of any other
// record it shows all there is above the page.
func (o *warningsOver) lead(w *Workspace, id model.ID) {
	if k := w.plan.Get(id).Kind(); k == model.KindContact || k == model.KindAction {
		w.drop(o)
		w.seek(id)
		return
	}
	w.outside = w.serve(pane.Brief{ID: id})
}
