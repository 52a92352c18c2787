package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/exchange"
	"astute/store"
)

// merge makes one record of two.
func (p *program) merge() *cobra.Command {
	var n narrow
	var yes, apart bool
	cmd := &cobra.Command{
		Use:   "merge A B [field=a|b|both...] [--yes] [--kind KIND] [--account NAME]",
		Short: "make one of two contacts, accounts or teammates; B goes",
		Long: `It shows both side by side with what becomes of each field, and asks; --yes answers
before. What only one of them knows is kept, lists and long texts are joined, else
A's value counts unless field=b says otherwise; the value that loses is kept in the
notes of the one that stays. All that is linked to B is linked to A from then on, and
the next import of either finds A. Names of several words stand in quotes, two that
are called the same are given by id: astute duplicates lists both. astute undo brings
all of it back. --apart says that they are two: they are suggested no more.`,
		Example:           "astute merge \"jane smith\" \"j. smith\" title=b phones=both",
		Args:              takes(2, -1),
		ValidArgsFunction: p.completeNames(model.Mergeable...),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := p.changer()
			if err != nil {
				return err
			}
			in, err := p.scopeOf(s, n, model.Mergeable...)
			if err != nil {
				return err
			}
			m, book, err := p.toMerge(s, args, in)
			if err != nil {
				return err
			}
			if apart {
				return p.keepApart(s, m, book)
			}
			return p.mergeTwo(s, m, book, yes)
		},
	}
	n.flags(p, cmd)
	cmd.Flags().BoolVar(&yes, "yes", false, "do not ask")
	cmd.Flags().BoolVar(&apart, "apart", false, "they are two: suggest them no more, and merge nothing")
	return cmd
}

// toMerge reads which two, and whose value counts for which field.
func (p *program) toMerge(s *store.Store, args []string, in scope) (m model.Merging, book *model.Book, err error) {
	m.Remember, m.Chosen = exchange.JoinedOrigin, map[int]model.Take{}
	var choices []assignment
	for _, arg := range args[2:] {
		a, ok := parseAssignment(arg)
		if !ok || a.op != '=' {
			return m, nil, fmt.Errorf("%q is not of the form field=a or field=b: put quotes around a name of several words", arg)
		}
		choices = append(choices, a)
	}
	if m.Kept, err = p.named(s, args[:1], in, true); err != nil {
		return m, nil, err
	}
	in.kinds = []model.Kind{m.Kept.Kind()}
	if m.Dropped, err = p.named(s, args[1:2], in, true); err != nil {
		return m, nil, err
	}
	if book, err = s.Book(); err != nil {
		return m, nil, err
	}
	fields := m.Fields(book)
	for _, a := range choices {
		row, ok := fieldToMerge(fields, a.field)
		if !ok {
			return m, nil, noSuchField(m.Kept.Kind(), a.field)
		}
		take, ok := takeWords[strings.ToLower(strings.TrimSpace(a.value))]
		if !ok {
			return m, nil, fmt.Errorf("%s=%s: whose value counts is a, b or, of lists and long texts, both", a.field, a.value)
		}
		if err := row.May(take); err != nil {
			return m, nil, err
		}
		m.Chosen[row.Field.Num] = take
	}
	return m, book, nil
}

// takeWords are the words for whose value counts.
var takeWords = map[string]model.Take{"a": model.TakeKept, "b": model.TakeDropped, "both": model.TakeBoth}

func fieldToMerge(rows []model.MergeField, name string) (model.MergeField, bool) {
	fields := make([]model.Field, len(rows))
	for i, row := range rows {
		fields[i] = row.Field
	}
	f, ok := model.FieldNamed(fields, name)
	for _, row := range rows {
		if ok && row.Field.Num == f.Num {
			return row, true
		}
	}
	return model.MergeField{}, false
}

// mergeTwo shows what comes of the two, asks, and writes it.
func (p *program) mergeTwo(s *store.Store, m model.Merging, book *model.Book, yes bool) error {
	edit, err := m.Edit(book)
	if err != nil {
		return err
	}
	if _, err := p.out.WriteString(mergeAsText(m, book, p.width())); err != nil {
		return err
	}
	what := mergeText(m, edit, book.Name)
	if !yes {
		if err := p.out.Flush(); err != nil {
			return err
		}
		sure, err := p.confirm(what + "?")
		if err != nil {
			return err
		}
		if !sure {
			p.note("nothing was merged")
			return nil
		}
	}
	if _, err := s.Apply(edit, p.now()); err != nil {
		return err
	}
	p.note("%s: done; `astute undo` brings both back", what)
	return nil
}

// mergeAsText sets both side by side, field by field, and what comes of it.
func mergeAsText(m model.Merging, book *model.Book, width int) string {
	t := &table{head: []string{"FIELD", "A: STAYS", "B: GOES", "", "BECOMES"}}
	add := func(label, a, b, mark, result string) { t.add(label, orDash(a), orDash(b), mark, result) }
	add("id", idEnd(m.Kept), idEnd(m.Dropped), "a", idEnd(m.Kept))
	marks := map[model.Take]string{model.TakeKept: "a", model.TakeDropped: "b", model.TakeBoth: "a+b"}
	for _, row := range m.Fields(book) {
		if row.Kept == "" && row.Dropped == "" {
			continue
		}
		mark := marks[row.Take]
		if row.Kept == row.Dropped {
			mark = "="
		}
		show := func(text string) string { return model.DisplayText(row.Field, text, book.Name) }
		add(row.Field.Name, show(row.Kept), show(row.Dropped), mark, show(row.Result))
	}
	return t.text(width)
}

func orDash(text string) string {
	if text == "" {
		return "-"
	}
	return text
}

// mergeText says what a merge does beside the two: who is led to the one that
// stays, and what goes because it was there twice.
func mergeText(m model.Merging, e model.Edit, names model.Names) string {
	led, gone := 0, 0
	for _, c := range e.Changes {
		switch id := c.Record().Base().ID; {
		case id == m.Kept.Base().ID || id == m.Dropped.Base().ID:
		case c.After == nil:
			gone++
		default:
			led++
		}
	}
	text := label("merge", m.Dropped, names) + " into " + model.Title(m.Kept, names)
	if led > 0 {
		text += ", with " + counted(led, "record that is linked to it", "records that are linked to it")
	}
	if gone > 0 {
		text += fmt.Sprintf(", and without %s", counted(gone, "record that would say it twice", "records that would say it twice"))
	}
	return text
}

// keepApart remembers that the two are two.
func (p *program) keepApart(s *store.Store, m model.Merging, book *model.Book) error {
	if m.Kept.Base().ID == m.Dropped.Base().ID {
		return errors.New("both names mean one record: give the ids that `astute duplicates` lists")
	}
	if _, err := s.Apply(exchange.Apart(m.Kept, m.Dropped, book.Name), p.now()); err != nil {
		return err
	}
	p.note("%s and %s are two: they are suggested as one no more; `astute undo` forgets that", model.Title(m.Kept, book.Name), model.Title(m.Dropped, book.Name))
	return nil
}
