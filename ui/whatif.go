package ui

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/picker"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// whatIf shows how the account would stand if people left or turned: whom one
// supposes that of on one side, before and after on the other (rule 15). Nothing
// is written unless somebody asks for it and says yes.
type whatIf struct {
	board
	list      *picker.Picker // the people who are there
	narrowing bool           // letters narrow the list
	supposed  map[model.ID]model.Supposition
	seen      layout.Rect // of the list, inside the frame
}

func newWhatIf(w *Workspace, about model.ID) *whatIf {
	o := &whatIf{board: board{title: "What if"}, list: picker.Typed(nil, fold), supposed: map[model.ID]model.Supposition{}}
	if c, ok := model.Lookup[*model.Contact](w.plan.Book, about); ok && !c.Left {
		o.supposed[about] = model.Supposition{Contact: about, Leaves: true}
	}
	o.sheet.Lay, o.board.commands, o.moves = o.lay, o.commands, listMoves{o}
	o.over(w, o)
	o.fill()
	o.list.Select(about.String())
	return o
}

// listMoves moves through the people of the list.
type listMoves struct{ of *whatIf }

func (l listMoves) Move(rows int) { l.of.list.Move(rows) }
func (listMoves) Sideways(int)    {}
func (l listMoves) Seen() int     { return l.of.seen.H }

// suppositions are what is supposed, in the order of the list.
func (o *whatIf) suppositions() []model.Supposition {
	var list []model.Supposition
	for _, it := range o.list.Items() {
		if id, err := model.ParseID(it.Value); err == nil && o.supposed[id] != (model.Supposition{}) {
			list = append(list, o.supposed[id])
		}
	}
	return list
}

// fill lists the people, key players first, with what is supposed of each.
func (o *whatIf) fill() {
	d := o.sheet.Data()
	var items []picker.Item
	for _, column := range model.CoverageMatrixOf(d.Plan).Columns {
		c := column.Contact
		it := picker.Item{Value: c.ID.String(), Text: c.Name, Detail: c.JobTitle, Letter: " "}
		if column.Key {
			it.Style = theme.Strong
		}
		switch s := o.supposed[c.ID]; {
		case s.Leaves:
			it.Letter, it.Note = "x", "leaves"
		case s.Support != 0:
			it.Letter, it.Note = s.Support.Mark(), s.Support.String()
		}
		items = append(items, it)
	}
	at, _ := o.list.Current()
	o.list.SetItems(items)
	o.list.Select(at.Value)
	o.sheet.Arrange()
}

// lay sets before and after into a page.
func (o *whatIf) lay(d pane.Data, w, _ int) pane.Page {
	t := newWriter(w)
	plain := func(style theme.Style, text string) { t.text(0, style, text, pane.Target{}) }
	list := o.suppositions()
	switch {
	case len(model.All[*model.Contact](d.Plan.Book)) == 0:
		plain(theme.Faint, "Here is seen what would come of it if people left or turned: the map, the warnings, the revenue that rests on them.")
		plain(theme.Faint, "It begins with the people: esc, then a on the map or among the contacts.")
		return t.page
	case len(list) == 0:
		plain(theme.Faint, "Nobody is supposed to leave or to turn. space: the person of the cursor leaves; o n s c: becomes an opponent, neutral, a supporter, a champion. Nothing is saved.")
	default:
		plain(theme.Strong, model.SuppositionEdit(d.Plan, list).Label)
	}
	t.skip()
	diff := model.WhatIf(d.Plan, list, d.Today)
	sayBeforeAfter(&t, diff)
	t.skip()
	for _, part := range []struct {
		name string
		of   model.MapStatus
	}{{"now", diff.Before.Map}, {"then", diff.After.Map}} {
		plain(theme.Faint, fmt.Sprintf("Map %s: %s", part.name, strings.Join(part.of.Reasons, "; ")))
	}
	if len(list) == 0 {
		return t.page
	}
	t.skip()
	if diff.IsEmpty() {
		plain(theme.Good, "Nothing would be different.")
		return t.page
	}
	plain(theme.Heading, "What would be different")
	for _, e := range diff.Effects {
		t.page.Put(t.line, 0, theme.Plain, "-", pane.Target{})
		t.text(2, effectStyles[e.Kind], e.Text, pane.Target{})
	}
	return t.page
}

// effectStyles are how what would be different looks.
var effectStyles = map[model.EffectKind]theme.Style{
	model.Otherwise: theme.Plain, model.ForWorse: theme.Warn, model.ForBetter: theme.Good, model.AtRisk: theme.Bad,
}

// sayBeforeAfter writes the figures now and then beside each other.
func sayBeforeAfter(t *writer, d model.Difference) {
	const now, then = 20, 36
	row := func(label, was, is string, wasStyle, isStyle theme.Style) {
		t.page.Put(t.line, 0, theme.Faint, label, pane.Target{})
		t.page.Put(t.line, now, wasStyle, was, pane.Target{})
		if is != was && isStyle == theme.Plain {
			isStyle = theme.Strong
		}
		t.page.Put(t.line, then, isStyle, is, pane.Target{})
		t.line++
	}
	row("", "now", "then", theme.Heading, theme.Heading)
	standing := func(s model.MapStatus) string {
		return fmt.Sprintf("%s, level %d", strings.ToUpper(s.Colour.String()), s.Level)
	}
	was, is := d.Before, d.After
	row("Map", standing(was.Map), standing(is.Map), colourStyle[was.Map.Colour], colourStyle[is.Map.Colour])
	for _, figure := range []struct {
		label   string
		was, is int
	}{
		{"Key players", was.Map.KeyPlayers, is.Map.KeyPlayers},
		{"of them back us", was.Map.Supportive, is.Map.Supportive},
		{"Warnings", len(was.Warnings), len(is.Warnings)},
	} {
		row(figure.label, fmt.Sprint(figure.was), fmt.Sprint(figure.is), theme.Plain, theme.Plain)
	}
	health := func(h model.Health) string {
		if !h.Known {
			return "?"
		}
		return fmt.Sprintf("%d %%", h.Percent)
	}
	row("Health", health(was.Health), health(is.Health), theme.Plain, theme.Plain)
	row("Single-threaded", yesOrNo(was.SingleThreaded), yesOrNo(is.SingleThreaded), theme.Plain, theme.Plain)
	label, style := "Exposed revenue", theme.Bad
	sums := d.Exposed.Parts()
	if len(sums) == 0 {
		sums, style = []string{"none"}, theme.Faint
	}
	for _, sum := range sums {
		row(label, "", sum, theme.Plain, style)
		label = ""
	}
}

func yesOrNo(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

// suppose says of the person under the cursor what might come, or takes that
// back where it was said already.
func (o *whatIf) suppose(s model.Supposition) func() pane.Request {
	return func() pane.Request {
		it, _ := o.list.Current()
		id, err := model.ParseID(it.Value)
		if err != nil {
			return nil
		}
		if s.Contact = id; o.supposed[id] == s || s == (model.Supposition{Contact: id}) {
			delete(o.supposed, id)
		} else {
			o.supposed[id] = s
		}
		o.fill()
		return nil
	}
}

func (o *whatIf) commands(w *Workspace) []pane.Command {
	why, unsaid := "", ""
	it, ok := o.list.Current()
	if !ok {
		why = "there is nobody in the list"
	}
	if len(o.supposed) == 0 {
		unsaid = "nothing is supposed of anybody yet: space says that the person of the cursor leaves"
	}
	list := []pane.Command{
		{Name: "leaves", Keys: []string{" "}, Hint: "leaves", Why: why, Help: "the person of the cursor, or stays after all", Do: o.suppose(model.Supposition{Leaves: true})},
	}
	becomes := new(model.Contact)
	support := model.MustField(becomes.Fields(), "support")
	for _, word := range slices.Backward(support.Words()) {
		if err := support.Parse(word.Name); err != nil {
			continue // never: it is the field's own word
		}
		list = append(list, pane.Command{Name: "becomes " + word.Name, Keys: []string{string(word.Key)}, Hint: strings.ToLower(word.Name), Why: why, Help: word.Meaning,
			Do: o.suppose(model.Supposition{Support: becomes.Support})})
	}
	return append(list,
		pane.Command{Name: "stays as it is", Keys: []string{"backspace", "-"}, Why: why, Help: "nothing is supposed of the person of the cursor", Do: o.suppose(model.Supposition{})},
		pane.Command{Name: "all stay as they are", Keys: []string{"r"}, Why: unsaid, Help: "nothing is supposed of anybody",
			Do: func() pane.Request { clear(o.supposed); o.fill(); return nil }},
		pane.Command{Name: "narrow the list", Keys: []string{"/"}, Hint: "find", Why: why, Help: "to the people whose name or title has what you type",
			Do: func() pane.Request { o.narrowing = true; return nil }},
		pane.Command{Name: "save it", Keys: []string{"ctrl+s"}, Hint: "save", Why: unsaid, Help: "it came true: writes it into the plan after asking; u takes it back",
			Do: func() pane.Request { return pane.Own{Do: func() { o.askToSave(w) }} }},
		pane.Command{Name: "open the brief", Keys: []string{"enter"}, Why: why, Help: "all there is to know of the person of the cursor",
			Do: func() pane.Request { id, _ := model.ParseID(it.Value); return pane.Brief{ID: id} }},
		pane.Command{Name: "copy", Keys: []string{"y"}, Help: "before and after as text, to the clipboard",
			Do: func() pane.Request { return pane.Copy{Text: o.sheet.Page().Text(), What: "comparison"} }},
	)
}

// askToSave writes what is supposed, as one edit, after asking.
func (o *whatIf) askToSave(w *Workspace) {
	edit := model.SuppositionEdit(w.plan, o.suppositions())
	if edit.IsEmpty() {
		w.say("that is how it stands already: there is nothing to save", false)
		return
	}
	w.ask("Did it come true?", []string{edit.Label + ".", "It is written into the plan: " + count(len(edit.Changes), "record", "records") + " changed."}, "write it", "only suppose it",
		func(w *Workspace) tea.Cmd { return w.write(edit, edit.Label+takesBack, o) })
}

func (o *whatIf) typing() bool { return o.narrowing }

func (o *whatIf) hints() []hint {
	if o.narrowing {
		return []hint{{"enter", "keep"}, {"↑↓", "move"}, {"esc", "all"}}
	}
	return o.board.hints()
}

func (o *whatIf) key(w *Workspace, key string) tea.Cmd {
	narrowed := o.list.Input.Text() != ""
	switch {
	case key == "esc" && (o.narrowing || narrowed):
		at, _ := o.list.Current()
		o.list.Input.Set("")
		o.narrowing = false
		o.fill()
		o.list.Select(at.Value)
	case o.narrowing && key == "enter":
		o.narrowing = false
	case o.narrowing:
		if !o.list.Key(key) {
			w.nothingOn(key)
		}
	default:
		return o.board.key(w, key)
	}
	return nil
}

func (o *whatIf) paste(w *Workspace, text string) tea.Cmd {
	if o.narrowing {
		o.list.Paste(text)
	}
	return nil
}

func (o *whatIf) meanwhile(w *Workspace) {
	if w.plan != nil {
		o.board.meanwhile(w)
		o.fill()
	}
}

// sideBySide is how many columns the list and the figures need to stand beside
// each other.
const sideBySide = 96

func (o *whatIf) resize(w *Workspace) {
	o.board.resize(w)
	in := o.box.Inset(1)
	o.seen = layout.Rect{Y: 1, W: in.W, H: max(2, min(len(o.list.Items()), in.H/3))}
	rest := layout.Rect{Y: o.seen.H + 2, W: in.W, H: in.H - o.seen.H - 2}
	if in.W >= sideBySide {
		o.seen = layout.Rect{Y: 1, W: min(44, in.W/3), H: in.H - 1}
		rest = layout.Rect{X: o.seen.W + 2, W: in.W - o.seen.W - 2, H: in.H}
	}
	o.sheet.Resize(rest)
}

func (o *whatIf) click(w *Workspace, x, y int) tea.Cmd {
	if !o.box.Has(x, y) {
		w.drop(o)
		return nil
	}
	if line := y - o.box.Y - 1 - o.seen.Y; line >= 0 && line < o.seen.H && x-o.box.X-1 < o.seen.W {
		o.list.Click(line + 2) // the line typed into and the blank below are drawn elsewhere
	}
	return nil
}

func (o *whatIf) draw(w *Workspace, v grid.View) {
	o.note = "nothing is saved"
	in := o.frame(w).Draw(v.Sub(o.box))
	top := in.Sub(layout.Rect{W: o.seen.W, H: 1})
	if o.narrowing || o.list.Input.Text() != "" {
		x := top.Text(0, 0, theme.Focus, "/")
		o.list.Input.Draw(top.Sub(layout.Rect{X: x, W: top.W() - x, H: 1}), theme.Plain, o.narrowing)
	} else {
		top.Text(1, 0, theme.Heading, grid.Cut("Who leaves or turns", top.W()-1))
	}
	list := in.Sub(o.seen)
	o.list.DrawItems(list)
	if o.list.Len() == 0 && len(o.list.Items()) > 0 {
		list.Text(1, 0, theme.Faint, grid.Cut("nobody is called that", list.W()-1))
	}
	at := o.seen
	if at.W < in.W() {
		for y := range in.H() {
			in.Text(at.W, y, theme.Frame, w.theme.Glyphs.Down)
		}
		o.drawOn(in.Sub(layout.Rect{X: at.W + 2, W: in.W() - at.W - 2, H: in.H()}))
		return
	}
	in.Text(0, at.H+1, theme.Frame, strings.Repeat(w.theme.Glyphs.Across, in.W()))
	o.drawOn(in.Sub(layout.Rect{Y: at.H + 2, W: in.W(), H: in.H() - at.H - 2}))
}
