package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"astute/model"
	"astute/model/exchange"
	"astute/store"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// While files are tried, the page says at every tick how far it is, and nothing of it
// once the trial has arrived.
func TestTheImportPageSaysHowFarATrialIs(t *testing.T) {
	s, err := store.Open(filepath.Join(t.TempDir(), "book.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	w := New(Options{Store: s, Today: func() model.Date { return model.NewDate(2026, 3, 18) }, Now: model.NewDate(2026, 3, 18).Time,
		Getenv: func(string) string { return "" }, Timer: func() tea.Cmd { return nil }})
	w.theme = theme.Theme{}
	w.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	o := newImport(w, []exchange.File{{Name: "people.csv", Data: []byte("Name,Company,Email\nLisa Green,Northwind,lisa@northwind.example\n")}})
	w.push(o)
	trial := o.try(w)
	for _, at := range []struct {
		far  exchange.Progress
		says string
	}{{exchange.Progress{Rows: 20000}, "read 20"}, {exchange.Progress{Rows: 20000, Told: 8192}, "told apart 8192 of 20"}} {
		o.far.Store(&at.far)
		w.Update(Tick{})
		if view := strings.Join(strings.Fields(w.View()), " "); !strings.Contains(view, at.says) {
			t.Errorf("it does not say %q:\n%s", at.says, w.View())
		}
	}
	answer := trial()
	if at := o.far.Load(); at.Rows != 1 {
		t.Errorf("the trial told %+v", at)
	}
	w.Update(answer)
	if view := w.View(); strings.Contains(view, "told apart") || !strings.Contains(view, "Lisa Green") {
		t.Errorf("it says\n%s", view)
	}
}
