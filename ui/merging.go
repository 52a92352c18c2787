package ui

import (
	"fmt"

	"astute/model"
	"astute/model/exchange"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// mergeOver shows two records that may be one side by side, field by field, and
// what is to be kept of each. Nothing is written before ctrl+s.
type mergeOver struct {
	board
	from *duplicatesOver
	pair exchange.Duplicate
	m    model.Merging
	book *model.Book // what may link to the two, and all accounts
	rows []model.MergeField
	edit model.Edit
	err  error // why they cannot become one
}

func newMergeOver(w *Workspace, from *duplicatesOver, pair exchange.Duplicate) *mergeOver {
	o := &mergeOver{board: board{title: "Merge two into one"}, from: from, pair: pair}
	o.m = model.Merging{Kept: pair.A, Dropped: pair.B, Chosen: map[int]model.Take{}, Remember: exchange.JoinedOrigin}
	o.book = neighbourhood(from.book, pair.A, pair.B)
	o.legend = []helpPart{{name: "Marks", entries: []helpEntry{{key: "*", text: "this one is kept"}, {key: "+", text: "both are kept"}, {key: "=", text: "both say the same"}}}}
	o.sheet.Lay, o.board.commands, o.moves = o.lay, o.commands, mergeMoves{o}
	o.settle()
	o.over(w, o)
	return o
}

// neighbourhood is the part of the book in which anything may link to the two.
func neighbourhood(book *model.Book, a, b model.Record) *model.Book {
	home := func(r model.Record) model.ID {
		if r.Kind() == model.KindAccount {
			return r.Base().ID
		}
		return r.Base().Account
	}
	var records []model.Record
	for _, r := range book.Records() {
		if r.Kind().Scope() != model.ScopeAccount || r.Base().Account == home(a) || r.Base().Account == home(b) {
			records = append(records, r)
		}
	}
	return model.NewBook(records)
}

// mergeMoves moves through the fields; sideways it chooses between the two.
type mergeMoves struct{ of *mergeOver }

func (m mergeMoves) Move(rows int) { m.of.sheet.Move(rows) }

func (m mergeMoves) Sideways(by int) {
	take := model.TakeKept
	if by > 0 {
		take = model.TakeDropped
	}
	m.of.choose(take)
}

func (m mergeMoves) Seen() int { return m.of.sheet.Seen() }

// settle works out what comes of the choices.
func (o *mergeOver) settle() {
	o.rows = o.m.Fields(o.book)
	o.edit, o.err = o.m.Edit(o.book)
	o.sheet.Arrange()
}

// row is the field under the cursor, nil when there is none.
func (o *mergeOver) row() *model.MergeField {
	for i := range o.rows {
		if o.rows[i].Field.Num == o.sheet.Cursor().Num {
			return &o.rows[i]
		}
	}
	return nil
}

// choose says whose value the field under the cursor has.
func (o *mergeOver) choose(take model.Take) {
	if r := o.row(); r != nil && r.May(take) == nil {
		o.m.Chosen[r.Field.Num] = take
		o.settle()
	}
}

// cellLines is how many lines of a value are shown at most.
const cellLines = 3

// lay sets both side by side: first where there is something to choose.
func (o *mergeOver) lay(_ pane.Data, w, _ int) pane.Page {
	t := newWriter(w)
	label := max(12, min(22, t.w/5))
	side := max(8, (t.w-label-2)/2)
	title := func(r model.Record) string { return model.Title(r, o.book.Name) }
	t.page.Put(0, label+2, theme.Strong, grid.Cut("A stays: "+title(o.m.Kept), side-3), pane.Target{})
	t.page.Put(0, label+2+side, theme.Strong, grid.Cut("B goes: "+title(o.m.Dropped), side-3), pane.Target{})
	t.line = 1
	if o.err != nil {
		t.text(0, theme.Warn, o.err.Error(), pane.Target{})
	}
	for _, part := range []struct {
		heading string
		fits    func(model.MergeField) bool
	}{
		{"They differ", model.MergeField.Differs},
		{"Only one of them knows, or both say the same", func(r model.MergeField) bool { return !r.Differs() && r.Kept+r.Dropped != "" }},
	} {
		headed := false
		for _, r := range o.rows {
			if !part.fits(r) {
				continue
			}
			if !headed {
				headed = true
				t.text(0, theme.Heading, part.heading, pane.Target{})
			}
			o.layRow(&t, r, label, side)
		}
	}
	o.note = o.consequence()
	return t.page
}

// layRow writes one field of both.
func (o *mergeOver) layRow(t *writer, r model.MergeField, label, side int) {
	target, lines := pane.Target{Num: r.Field.Num}, 1
	t.page.Put(t.line, 0, theme.Plain, grid.Cut(r.Field.Label, label-1), target)
	for i, text := range []string{r.Kept, r.Dropped} {
		mark, style := " ", theme.Faint
		switch taken := r.Take == model.TakeBoth || (r.Take == model.TakeKept) == (i == 0); {
		case r.Kept == r.Dropped:
			mark = "="
		case taken && r.Take == model.TakeBoth && text != "":
			mark, style = "+", theme.Strong
		case taken && (text != "" || r.Field.Type() == model.TypeBool):
			mark, style = "*", theme.Strong
		}
		if text = model.DisplayText(r.Field, text, o.book.Name); text == "" {
			text = "-"
		}
		x := label + i*side
		t.page.Put(t.line, x, style, mark, target)
		cell := grid.Wrap(text, max(6, side-3))
		for n, line := range cell[:min(cellLines, len(cell))] {
			if n == cellLines-1 && len(cell) > cellLines {
				line = grid.Cut(line+grid.Ellipsis+" ", max(6, side-3))
			}
			t.page.Put(t.line+n, x+2, style, line, target)
			lines = max(lines, n+1)
		}
	}
	t.line += lines
}

// consequence says in a few words what becomes of who is linked to the two.
func (o *mergeOver) consequence() string {
	led, gone := 0, -1
	for _, c := range o.edit.Changes {
		switch {
		case c.After == nil:
			gone++
		case c.After.Base().ID != o.m.Kept.Base().ID:
			led++
		}
	}
	switch {
	case o.err != nil:
		return ""
	case gone > 0:
		return fmt.Sprintf("%s to A, %d said twice", count(led, "link led", "links led"), gone)
	}
	return count(led, "link led", "links led") + " to A"
}

func (o *mergeOver) commands(w *Workspace) []pane.Command {
	own := func(f func()) func() pane.Request { return func() pane.Request { return pane.Own{Do: f} } }
	r := o.row()
	take := func(name, key, hint, help string, take model.Take) pane.Command {
		c := pane.Command{Name: name, Keys: []string{key}, Hint: hint, Help: help, Do: own(func() { o.choose(take) })}
		if r == nil {
			c.Why = "there is no field under the cursor"
		} else if err := r.May(take); err != nil {
			c.Why = err.Error()
		}
		return c
	}
	cannot := ""
	if o.err != nil {
		cannot = o.err.Error()
	}
	return []pane.Command{
		{Name: "merge", Keys: []string{"ctrl+s"}, Hint: "merge", Why: cannot, Help: "writes it: B goes, all that is linked to it is linked to A; u takes it back", Do: own(func() { w.outside = o.merge(w) })},
		take("take A's", "a", "A's", "the value of the one that stays; so does the left arrow", model.TakeKept),
		take("take B's", "b", "B's", "the value of the one that goes; so does the right arrow", model.TakeDropped),
		take("take both", "+", "both", "of a list or a long text, what both say", model.TakeBoth),
		{Name: "the other one stays", Keys: []string{"x"}, Hint: "swap", Help: "A and B change places; what was chosen stays chosen", Do: own(o.swap)},
		{Name: "they are two", Keys: []string{"d"}, Help: "remembers it: they are suggested no more", Do: own(func() { w.outside = o.from.keepApart(w, o.m.Kept, o.m.Dropped, o) })},
		o.from.toAccounts(w, &o.pair),
		{Name: "copy", Keys: []string{"y"}, Help: "both side by side as text, to the clipboard", Do: func() pane.Request { return pane.Copy{Text: o.sheet.Page().Text(), What: "comparison"} }},
	}
}

// swap has the other one stay. What was chosen means the same values.
func (o *mergeOver) swap() {
	chosen := map[int]model.Take{}
	for _, r := range o.rows {
		switch take := o.m.Chosen[r.Field.Num]; {
		case r.Kept == r.Dropped:
		case take == model.TakeBoth:
			chosen[r.Field.Num] = take
		case r.Take == model.TakeKept && r.Kept != "":
			chosen[r.Field.Num] = model.TakeDropped
		case r.Take == model.TakeDropped && r.Dropped != "":
			chosen[r.Field.Num] = model.TakeKept
		}
	}
	o.m.Kept, o.m.Dropped, o.m.Chosen = o.m.Dropped, o.m.Kept, chosen
	o.settle()
}

// merge writes it. When the account that is open goes, the other one is opened.
func (o *mergeOver) merge(w *Workspace) tea.Cmd {
	said := "merged " + model.Title(o.m.Dropped, o.book.Name) + " into " + model.Title(o.m.Kept, o.book.Name)
	o.from.settle(o.m.Kept, o.m.Dropped)
	if o.m.Dropped.Base().ID != w.account {
		return w.alone("merging the two", w.write(o.edit, said+takesBack, o))
	}
	s, at, known, edit, kept := w.o.Store, w.o.Now(), w.sight, o.edit, o.m.Kept.Base().ID
	return w.alone("merging the two", w.await(func() tea.Msg {
		done, err := apply(s, known, edit, at)
		return mergedAway{o, said, kept, done, err}
	}))
}

// mergedAway is the answer to a merge after which the open account is another.
type mergedAway struct {
	from *mergeOver
	said string
	to   model.ID
	done written
	err  error
}

func (m mergedAway) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	if m.err != nil {
		w.failed(m.err)
		return nil
	}
	w.drop(m.from)
	w.note(m.done)
	w.accounts = nil
	return w.open(m.to, func(w *Workspace) tea.Cmd {
		w.sayWith(m.said, takesBack)
		return nil
	})
}
