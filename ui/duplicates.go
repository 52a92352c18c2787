package ui

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/model/exchange"
	"astute/store"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// duplicatesOver lists who may be there twice, in the whole book or in the open
// account; from it the two are seen side by side.
type duplicatesOver struct {
	board
	book    *model.Book
	list    []exchange.Duplicate // of the book
	shown   []exchange.Duplicate
	here    bool     // only what concerns the open account
	stale   bool     // something was written since
	settled []couple // about which something was just written
}

// couple is two records by their ids.
type couple struct{ a, b model.ID }

// suspected is the answer to looking for who may be there twice.
type suspected struct {
	book *model.Book
	list []exchange.Duplicate
	err  error
}

// suspect reads the whole book and looks for who may be there twice.
func suspect(s Store, known store.Sight) (m suspected) {
	if m.err = there(s, known); m.err != nil {
		return m
	}
	var records []model.Record
	m.err = s.Each(store.Scan{}, func(r model.Record) error {
		records = append(records, r)
		return nil
	})
	if m.err == nil {
		m.book = model.NewBook(records)
		m.list = exchange.Duplicates(m.book)
	}
	return m
}

// findDuplicates looks for who may be there twice, and shows it.
func (w *Workspace) findDuplicates() tea.Cmd {
	s, known := w.o.Store, w.sight
	return w.await(func() tea.Msg { return suspect(s, known) })
}

func (m suspected) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	if m.err != nil {
		w.failed(m.err)
		return nil
	}
	if w.plan == nil {
		return nil // it cannot be read any more
	}
	for _, over := range w.overlays {
		if o, ok := over.(*duplicatesOver); ok {
			o.take(m)
			return nil
		}
	}
	o := &duplicatesOver{board: board{title: "Who may be there twice"}}
	o.sheet.Lay, o.board.commands = o.lay, o.commands
	o.over(w, o)
	o.take(m)
	w.push(o)
	return nil
}

func (o *duplicatesOver) take(m suspected) {
	o.book, o.list, o.stale, o.settled = m.book, m.list, false, nil
	o.sheet.Arrange()
}

// littleBook is of how many records a book may be to be looked through again
// unasked whenever something was written.
const littleBook = 4000

// meanwhile looks again where that takes no time, else it says that it should be.
func (o *duplicatesOver) meanwhile(w *Workspace) {
	if w.plan == nil {
		return
	}
	o.account = w.account
	o.sheet.Show(w.data())
	if len(o.book.Records()) <= littleBook {
		if m := suspect(w.o.Store, w.sight); m.err == nil {
			o.take(m)
			return
		}
	}
	o.stale = true
	o.list = slices.DeleteFunc(slices.Clone(o.list), func(d exchange.Duplicate) bool {
		a, b := d.A.Base().ID, d.B.Base().ID
		return slices.Contains(o.settled, couple{a, b}) || slices.Contains(o.settled, couple{b, a})
	})
}

// settle notes that something is written about a pair.
func (o *duplicatesOver) settle(a, b model.Record) {
	o.settled = append(o.settled, couple{a.Base().ID, b.Base().ID})
}

// mostPairs is how many pairs are listed: who goes through more looks again.
const mostPairs = 200

func (o *duplicatesOver) lay(d pane.Data, w, _ int) pane.Page {
	t := newWriter(w)
	o.shown = o.list
	if o.here {
		o.shown = slices.DeleteFunc(slices.Clone(o.list), func(p exchange.Duplicate) bool {
			return !of(p.A, d.Plan.Account.ID) && !of(p.B, d.Plan.Account.ID)
		})
	}
	o.note = count(len(o.shown), "pair", "pairs")
	if o.stale {
		t.text(0, theme.Warn, "Something was written since: r looks again.", pane.Target{})
		t.skip()
	}
	if len(o.shown) == 0 {
		where := "in the whole book"
		if o.here {
			where = "in this account"
		}
		t.text(0, theme.Faint, "No two look like one "+where+": no names alike in one account, no e-mail address or profile that few share.", pane.Target{})
		return t.page
	}
	for i, p := range o.shown[:min(mostPairs, len(o.shown))] {
		target := pane.Target{N: i + 1}
		t.page.Put(t.line, 0, theme.Faint, fmt.Sprintf("%2d %%", p.Score), pane.Target{})
		t.text(6, theme.Strong, model.Title(p.A, o.book.Name)+" = "+model.Title(p.B, o.book.Name), target)
		t.text(6, theme.Faint, strings.Join(append([]string{o.where(p)}, p.Reasons...), "; "), target)
	}
	if more := len(o.shown) - mostPairs; more > 0 {
		t.text(6, theme.Faint, count(more, "more pair", "more pairs")+", less likely", pane.Target{})
	}
	return t.page
}

// of reports whether a record is the account, or belongs to it.
func of(r model.Record, account model.ID) bool {
	return r.Base().ID == account || r.Kind().Scope() == model.ScopeAccount && r.Base().Account == account
}

// where says where the two of a pair are kept.
func (o *duplicatesOver) where(d exchange.Duplicate) string {
	if d.A.Kind() == model.KindAccount {
		return "accounts"
	}
	name := func(r model.Record) string {
		if r.Base().Account.IsZero() {
			return "no account"
		}
		return o.book.Name(r.Base().Account)
	}
	if a, b := name(d.A), name(d.B); a != b {
		return a + " and " + b
	}
	return name(d.A)
}

// pair is the pair under the cursor, nil when there is none.
func (o *duplicatesOver) pair() *exchange.Duplicate {
	if i := o.sheet.Cursor().N - 1; i >= 0 && i < len(o.shown) {
		return &o.shown[i]
	}
	return nil
}

func (o *duplicatesOver) commands(w *Workspace) []pane.Command {
	p, why := o.pair(), ""
	if p == nil {
		why = "there is no pair in the list"
	}
	own := func(f func()) func() pane.Request { return func() pane.Request { return pane.Own{Do: f} } }
	place := "only the open account"
	if o.here {
		place = "the whole book"
	}
	return []pane.Command{
		{Name: "side by side", Keys: []string{"enter"}, Hint: "side by side", Why: why, Help: "both field by field, to choose what stays; nothing is written yet", Do: own(func() { w.push(newMergeOver(w, o, *p)) })},
		{Name: "they are two", Keys: []string{"d"}, Hint: "they are two", Why: why, Help: "remembers it: they are suggested no more", Do: own(func() { w.outside = o.keepApart(w, p.A, p.B, nil) })},
		o.toAccounts(w, p),
		{Name: place, Keys: []string{"t"}, Hint: place, Help: "the pairs of the whole book, or those of the open account", Do: own(func() { o.here = !o.here; o.sheet.Arrange() })},
		{Name: "look again", Keys: []string{"r"}, Help: "reads the whole book once more", Do: own(func() { w.outside = w.findDuplicates() })},
		{Name: "copy", Keys: []string{"y"}, Why: why, Help: "the list as text, to the clipboard", Do: func() pane.Request { return pane.Copy{Text: o.sheet.Page().Text(), What: "list"} }},
	}
}

// Why there are no accounts of a pair to look at.
const (
	areAccounts = "they are accounts themselves: enter shows them side by side"
	sameAccount = "both are in one account"
	noAccounts  = "not both of them are in an account"
)

// accountsOf returns the accounts of two people, who can be made one only after
// these; nil with the reason where there are no two.
func (o *duplicatesOver) accountsOf(p *exchange.Duplicate) (accounts *exchange.Duplicate, why string) {
	if p == nil {
		return nil, "there is no pair in the list"
	}
	if p.A.Kind().Scope() != model.ScopeAccount {
		return nil, areAccounts
	}
	a, b := o.book.Get(p.A.Base().Account), o.book.Get(p.B.Base().Account)
	switch {
	case a == nil || b == nil:
		return nil, noAccounts
	case a == b:
		return nil, sameAccount
	}
	for i, d := range o.list {
		if d.A == a && d.B == b || d.A == b && d.B == a {
			return &o.list[i], ""
		}
	}
	return &exchange.Duplicate{A: a, B: b}, ""
}

// toAccounts shows the accounts of a pair of people side by side.
func (o *duplicatesOver) toAccounts(w *Workspace, p *exchange.Duplicate) pane.Command {
	accounts, why := o.accountsOf(p)
	hint := ""
	if why == "" {
		hint = "their accounts"
	}
	return pane.Command{Name: "their accounts", Keys: []string{"o"}, Hint: hint, Why: why, Help: "of two people in two accounts: these side by side, who are made one first",
		Do: func() pane.Request {
			return pane.Own{Do: func() { w.push(newMergeOver(w, o, *accounts)) }}
		}}
}

// keepApart remembers that two are two.
func (o *duplicatesOver) keepApart(w *Workspace, a, b model.Record, from overlay) tea.Cmd {
	o.settle(a, b)
	return w.write(exchange.Apart(a, b, o.book.Name), model.Title(a, o.book.Name)+" and "+model.Title(b, o.book.Name)+" are two"+takesBack, from)
}
