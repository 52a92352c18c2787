package ui_test

import (
	"testing"

	"astute/model"
	"astute/model/modeltest"
	"astute/ui"
	"astute/ui/uitest"

	tea "github.com/charmbracelet/bubbletea"
)

// BenchmarkManyContacts is from key to frame in one account of 5,000 contacts,
// the pane over all of a screen of 200 x 60 with the card beside it.
func BenchmarkManyContacts(b *testing.B) {
	path := uitest.Empty(b)
	var account model.ID
	var records []model.Record
	for _, r := range modeltest.Generate(1, 5000, uitest.Today) {
		if r.Kind() == model.KindAccount {
			if !account.IsZero() {
				continue
			}
			account = r.Base().ID
		}
		if !r.Base().Account.IsZero() {
			r.Base().Account = account
		}
		records = append(records, r)
	}
	uitest.Write(b, path, model.Created("book", records...))
	for _, c := range []struct {
		name   string
		before string
		keys   []string
	}{
		{"move", "3z", []string{"j", "k"}},
		{"end", "3z", []string{"G", "g"}},
		{"sort", "3z", []string{"s"}},
		{"sort by a column", "3zll", []string{"b"}},
		{"mark", "3z", []string{"m"}},
		{"pane", "3", []string{"4", "3"}},
		{"filter a field", "3z/support:champio", []string{"n", "backspace"}},
		{"filter a word", "3z/an", []string{"n", "backspace"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			w := ui.New(uitest.Options(b, path))
			s := uitest.Start(b, w, 200, 60).Type(c.before)
			if s.Line("of 5000")+s.Line("5000 ") == "" && s.Line("5000") == "" {
				b.Fatal("the account does not hold them all\n" + s.Text())
			}
			i := 0
			for b.Loop() {
				_, cmd := w.Update(uitest.Key(c.keys[i%len(c.keys)]))
				for cmd != nil {
					msg := cmd()
					if _, batch := msg.(tea.BatchMsg); batch || msg == nil {
						break
					}
					_, cmd = w.Update(msg)
				}
				if w.View() == "" {
					b.Fatal("no frame")
				}
				i++
			}
		})
	}
}
