package ui_test

import (
	"testing"

	"astute/ui"
	"astute/ui/state"
	"astute/ui/uitest"
)

func TestTheWorkspaceIsAsItWasAtTheNextStart(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	o.State = state.Dir(t.TempDir())
	s := uitest.Start(t, ui.New(o), 120, 40).Keys("]", "[", "3", "/").Type("support:opponent").Keys("enter", "j", "z")
	if err := s.Model().(*ui.Workspace).Leave(); err != nil {
		t.Fatal(err)
	}
	again := uitest.Start(t, ui.New(o), 120, 40)
	if a, b := s.Text(), again.Text(); a != b {
		t.Errorf("it was\n%s\nand is\n%s", a, b)
	}
	again.Shows("/support:opponent", "> Raj Mehta")
}

func TestWhereOneStandsIsKeptWhileOneWorks(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	o.State = state.Dir(t.TempDir())
	s := uitest.Start(t, ui.New(o), 120, 40).Keys("4")
	for range 10 {
		s.Tick()
	}
	uitest.Start(t, ui.New(o), 60, 20).Shows("[4 Action plan]")
}

func TestWhatWasTypedWhenTheTerminalDiedIsOffered(t *testing.T) {
	for _, c := range []struct {
		name string
		keys func(s *uitest.Screen)
		want []string
	}{
		{"a new contact", func(s *uitest.Screen) { s.Keys("3", "a").Type("Zora Quill").Keys("tab").Type("CDO").Keys("tab", "t") },
			[]string{"New contact", "Zora Quill", "CDO", "Technical Buyer"}},
		{"a form", func(s *uitest.Screen) { s.Keys("3", "E", "tab", "ctrl+u").Type("Chief of all") },
			[]string{"Edit contact Jane Smith", "Chief of all"}},
		{"a field", func(s *uitest.Screen) { s.Keys("3", "l", "e", "ctrl+u").Type("Chief of all") },
			[]string{"Edit contact Jane Smith", "Chief of all"}},
		{"a line", func(s *uitest.Screen) { s.Keys("4", "a").Type("call Raj fri") },
			[]string{"New action", "call Raj", "2026-03-20"}},
	} {
		o := uitest.Options(t, uitest.Example(t))
		o.State, o.Session = state.Dir(t.TempDir()), 1<<30 // no process has that number
		c.keys(uitest.Start(t, ui.New(o), 120, 40))
		o.Session++
		s := uitest.Start(t, ui.New(o), 120, 40).Shows("Typed and never saved")
		s.Keys("enter").Shows(c.want...).Keys("ctrl+s").Shows("saved")
		uitest.Start(t, ui.New(o), 120, 40).Hides("Typed and never saved")
	}
}

func TestASavedOrDiscardedFormLeavesNoDraft(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	o.State, o.Session = state.Dir(t.TempDir()), 1<<30
	s := uitest.Start(t, ui.New(o), 120, 40)
	s.Keys("3", "a").Type("Zora Quill").Keys("ctrl+s")
	s.Keys("a").Type("Somebody").Keys("esc", "y")
	o.Session++
	uitest.Start(t, ui.New(o), 120, 40).Hides("Typed and never saved")
}
