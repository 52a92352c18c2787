package ui_test

import (
	"strings"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

func TestWhatIsOnlyProposedIsShownSo(t *testing.T) {
	path := uitest.Empty(t)
	s := uitest.Open(t, path, uitest.Me)
	a := &model.Account{Name: "Acme"}
	a.ID = s.NewID(uitest.Now())
	c := &model.Contact{Name: "Ada Ruiz", Rank: model.CLevel, Source: model.FromTitle}
	c.ID, c.Account = s.NewID(uitest.Now()), a.ID
	met := &model.Interaction{Type: model.Call, Summary: "Hello", On: uitest.Today.AddDays(-3), Contacts: []model.ID{c.ID}}
	met.ID, met.Account = s.NewID(uitest.Now()), a.ID
	uitest.Write(t, path, model.Created("begin", a, c, met))
	line := uitest.Workspace(t, path, 200, 60).Keys("3", "z", "d").Line("Ada Ruiz")
	for _, want := range []string{"C-Level?", "Brief Contact?"} {
		if !strings.Contains(line, want) {
			t.Errorf("%q is not in %q", want, line)
		}
	}
	confirmed := model.Clone(c)
	confirmed.Confirmed, confirmed.Coverage = uitest.Today, model.InDepth
	uitest.Write(t, path, model.Edited("confirm", c, confirmed))
	line = uitest.Workspace(t, path, 200, 60).Keys("3", "z", "d").Line("Ada Ruiz")
	if !strings.Contains(line, "C-Level ") || !strings.Contains(line, "In Depth ") {
		t.Errorf("confirmed, it says %q", line)
	}
}
