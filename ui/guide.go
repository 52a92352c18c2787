package ui

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// guideOver leads by a few plain questions to the value of one field of a
// contact, so that two people who know the same class somebody alike.
type guideOver struct {
	board
	about   model.ID
	field   string // what is being classified, "" while that is chosen
	answers []int
	once    bool   // it was asked for one field: the page closes with it
	asked   string // the value that is being written
}

func newGuide(w *Workspace, about model.ID, field string) *guideOver {
	o := &guideOver{board: board{title: "Classify by questions"}, about: about, field: field, once: field != ""}
	o.sheet.Lay, o.board.commands = o.lay, o.commands
	o.over(w, o)
	return o
}

// whom is whom the questions are about, nil for nobody.
func (o *guideOver) whom() *model.Contact {
	c, _ := model.Lookup[*model.Contact](o.sheet.Data().Plan.Book, o.about)
	return c
}

// stand is how far the answers have led; false while no field is chosen.
func (o *guideOver) stand() (model.Stand, bool) {
	c := o.whom()
	g, ok := model.GuideFor(o.field)
	if c == nil || !ok {
		return model.Stand{}, false
	}
	return g.Follow(c.Name, o.answers...), true
}

func (o *guideOver) lay(d pane.Data, w, _ int) pane.Page {
	t := newWriter(w)
	c := o.whom()
	stand, chosen := o.stand()
	o.note = ""
	switch {
	case c == nil:
		t.text(0, theme.Faint, "Here a few plain questions lead to the political status, influence, support or coverage of a person, so that two people who know the same class that one alike.", pane.Target{})
		t.text(0, theme.Faint, "It begins with somebody under the cursor: esc, then the map or the contacts; a adds the first one.", pane.Target{})
		return t.page
	case !chosen:
		t.text(0, theme.Strong, c.Name+": what is to be found out?", pane.Target{})
		t.skip()
		for i, g := range model.Guides() {
			f, _ := model.FieldNamed(c.Fields(), g.Field)
			text, style := held(f, d.Plan.Name)
			o.option(&t, i, f.Label, text, style)
		}
		return t.page
	}
	f, _ := model.FieldNamed(c.Fields(), o.field)
	text, style := held(f, d.Plan.Name)
	t.page.Put(t.line, 0, theme.Strong, f.Label+" of "+c.Name, pane.Target{})
	t.line++
	t.page.Put(t.line, 0, theme.Faint, "now", pane.Target{})
	t.text(5, style, text, pane.Target{})
	if stand.Source != "" {
		t.page.Put(t.line, 0, theme.Faint, "said", pane.Target{})
		t.text(5, theme.Plain, stand.Source, pane.Target{})
	}
	t.skip()
	if stand.Value == "" {
		o.note = fmt.Sprintf("question %d", len(o.answers)+1)
		t.text(0, theme.Accent, stand.Question.Text, pane.Target{})
		for i, answer := range stand.Question.Answers {
			o.option(&t, i, answer.Text, "", theme.Plain)
		}
		return t.page
	}
	t.text(0, theme.Accent, f.Label+" "+meant(f, stand.Value), pane.Target{})
	t.skip()
	t.text(0, theme.Faint, "enter writes it, with what was said as the source:", pane.Target{})
	t.text(2, theme.Plain, sourceWith(c.Source, stand.Source), pane.Target{})
	return t.page
}

// option writes something to choose by its letter or its number.
func (o *guideOver) option(t *writer, i int, text, more string, style theme.Style) {
	of := pane.Target{N: i + 1}
	t.page.Put(t.line, 1, theme.Plain, " ", of) // the cursor stands before the letter
	t.page.Put(t.line, 2, theme.Key, optionKey(i), pane.Target{})
	if more != "" {
		t.page.Put(t.line, 5, theme.Plain, text, of)
		t.text(23, style, more, pane.Target{})
		return
	}
	t.text(5, style, text, of)
}

// optionKey is the letter of something to choose; its number does the same.
func optionKey(i int) string { return string(rune('a' + i)) }

// meant is a word of a choice with what it means.
func meant(f model.Field, value string) string {
	for _, word := range f.Words() {
		if word.Name == value && word.Meaning != "" {
			return value + ": " + word.Meaning
		}
	}
	return value
}

// sourceWith adds what was said to where a classification comes from, once.
func sourceWith(source, said string) string {
	switch {
	case source == "" || strings.Contains(said, source):
		return said
	case strings.Contains(source, said):
		return source
	}
	return strings.TrimSuffix(source, ".") + ". " + said
}

// options is how many there are to choose from.
func (o *guideOver) options() int {
	switch stand, chosen := o.stand(); {
	case o.whom() == nil || stand.Value != "":
		return 0
	case !chosen:
		return len(model.Guides())
	default:
		return len(stand.Question.Answers)
	}
}

// choose takes one of the options: the field, or an answer.
func (o *guideOver) choose(i int) {
	if o.field == "" {
		o.field = model.Guides()[i].Field
	} else {
		o.answers = append(o.answers, i)
	}
	o.sheet.Arrange()
	o.sheet.Go(pane.Target{N: 1})
}

func (o *guideOver) commands(w *Workspace) []pane.Command {
	stand, _ := o.stand()
	n, nothing, first := o.options(), "", ""
	if o.whom() == nil {
		nothing = "there is nobody under the cursor: esc, and choose somebody on the map or among the contacts"
	}
	if first = nothing; first == "" && len(o.answers) == 0 && (o.once || o.field == "") {
		first = "there is nothing before this"
	}
	enter := pane.Command{Name: "choose", Keys: []string{"enter"}, Hint: "choose", Why: nothing, Help: "what is under the cursor; its letter or its number does so at once",
		Do: func() pane.Request { o.choose(max(0, o.sheet.Cursor().N-1)); return nil }}
	if stand.Value != "" {
		enter.Name, enter.Hint, enter.Help = "write it", "write it", "the value, and what was said as its source, as one edit"
		enter.Do = func() pane.Request { return pane.Own{Do: func() { w.outside = o.write(w, stand) }} }
	}
	list := []pane.Command{enter,
		{Name: "one question back", Keys: []string{"backspace"}, Hint: "one back", Why: first, Help: "to answer it otherwise", Do: func() pane.Request { o.back(); return nil }},
	}
	for i := range n {
		list = append(list, pane.Command{Name: fmt.Sprintf("choose number %d", i+1), Keys: []string{optionKey(i), fmt.Sprint(i + 1)}, Help: "by its letter or its number",
			Do: func() pane.Request { o.choose(i); return nil }})
	}
	return list
}

// back goes one question back, before the first one to the choice of the field.
func (o *guideOver) back() {
	last := 0
	if n := len(o.answers); n > 0 {
		last = o.answers[n-1]
		o.answers = o.answers[:n-1]
	} else {
		last = max(0, slices.IndexFunc(model.Guides(), func(g model.Guide) bool { return g.Field == o.field }))
		o.field = ""
	}
	o.sheet.Arrange()
	o.sheet.Go(pane.Target{N: last + 1})
}

// write writes the value that the answers led to.
func (o *guideOver) write(w *Workspace, stand model.Stand) tea.Cmd {
	before := o.whom()
	after := model.Clone(before)
	f, _ := model.FieldNamed(after.Fields(), o.field)
	if err := f.Parse(stand.Value); err != nil {
		w.sayError(err)
		return nil
	}
	after.Source = sourceWith(before.Source, stand.Source)
	edit := model.Edited("edit contact "+before.Name, before, after)
	text := f.Label + " of " + before.Name + ": " + stand.Value
	if edit.IsEmpty() {
		w.say(text+", as it was", false)
		o.finish(w)
		return nil
	}
	if o.once {
		return w.write(edit, text+takesBack, o)
	}
	o.asked = stand.Value
	return w.write(edit, text+takesBack, nil)
}

// finish ends the questions on one field.
func (o *guideOver) finish(w *Workspace) {
	if o.once {
		w.drop(o)
		return
	}
	o.answers = nil
	o.back()
}

// meanwhile offers the next field once a value is written.
func (o *guideOver) meanwhile(w *Workspace) {
	o.board.meanwhile(w)
	if c := o.whom(); c != nil && o.asked != "" {
		if f, _ := model.FieldNamed(c.Fields(), o.field); f.Text() == o.asked {
			o.finish(w)
		}
	}
	o.asked = ""
}

// failed keeps the answers; the status line says why they were not written.
func (*guideOver) failed(*Workspace, error) tea.Cmd { return nil }
