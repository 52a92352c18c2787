package pane

import (
	"testing"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/theme"
)

// A page that nobody sees is not laid out; one that is seen is, once for all that
// changed before, and again only when something changes.
func TestASheetIsLaidOutWhenItIsSeen(t *testing.T) {
	laid := 0
	account := &model.Account{Head: model.Head{ID: model.ID{15: 1}}, Name: "Acme"}
	s := Sheet{Lay: func(Data, int, int) Page {
		laid++
		var p Page
		p.Put(0, 0, theme.Plain, "Acme", Target{ID: account.ID})
		return p
	}}
	room := layout.Rect{W: 20, H: 5}
	for range 3 {
		s.Show(Data{Plan: model.NewPlan(account, nil)})
		s.Resize(room)
	}
	if laid != 0 {
		t.Errorf("it was laid out %d times before anybody looked", laid)
	}
	c := grid.NewCanvas(20, 5)
	s.Draw(c.All(), true)
	s.Resize(room)
	s.Draw(c.All(), true)
	if s.Move(1); laid != 1 || s.Current() == nil || s.Current().Base().ID != account.ID {
		t.Errorf("it was laid out %d times, and the cursor is on %v", laid, s.Current())
	}
	if s.Resize(layout.Rect{W: 30, H: 5}); s.Cursor().ID != account.ID || laid != 2 {
		t.Errorf("a new room laid it out %d times", laid)
	}
}
