package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"astute/model"
	"astute/ui"
	"astute/ui/state"
	"astute/ui/uitest"
)

// dies types into a workspace that ends without a word, and returns the options
// of the next one on the same file.
func dies(t *testing.T, o ui.Options, w, h int, keys func(s *uitest.Screen)) ui.Options {
	t.Helper()
	if o.State == "" {
		o.State, o.Session = state.Dir(t.TempDir()), 1<<30 // no process has that number
	}
	keys(uitest.Start(t, ui.New(o), w, h))
	o.Session++
	return o
}

func retype(s *uitest.Screen) { s.Keys("3", "E", "tab", "ctrl+u").Type("Chief of all") }

func TestADraftIsItsOwnersOnly(t *testing.T) {
	o := dies(t, uitest.Options(t, uitest.Example(t)), 80, 24, retype)
	files, _ := filepath.Glob(filepath.Join(string(o.State), "draft-*"))
	if len(files) != 1 {
		t.Fatalf("%d drafts", len(files))
	}
	if info, err := os.Stat(files[0]); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Fatalf("%v, %v", info, err)
	}
}

func TestADraftOfARecordChangedMeanwhileOpensAsAConflict(t *testing.T) {
	path := uitest.Example(t)
	o := dies(t, uitest.Options(t, path), 80, 24, retype)
	change(t, path, "Jane Smith", func(c *model.Contact) { c.JobTitle, c.Alignment = "Chief Nothing", model.Poor })
	s := uitest.Start(t, ui.New(o), 80, 24).Keys("enter").Shows("Chief of all", "theirs: Chief Nothing", "1 changed by both")
	s.Keys("ctrl+s").Shows("> Title", "ctrl+y keeps yours").Keys("ctrl+y", "ctrl+s").Shows("saved")
	if c := contact(t, path, "Jane Smith"); c.JobTitle != "Chief of all" || c.Alignment != model.Poor {
		t.Fatalf("title %q, alignment %v", c.JobTitle, c.Alignment)
	}
}

func TestADraftOfARemovedRecordSaysSoAndCanBeSavedAsNew(t *testing.T) {
	path := uitest.Example(t)
	o := dies(t, uitest.Options(t, path), 80, 24, retype)
	was := contact(t, path, "Jane Smith")
	remove(t, path, "Jane Smith")
	s := uitest.Start(t, ui.New(o), 80, 24).Keys("enter").Shows("Jane Smith", "Chief of all", "removed elsewhere")
	s.Keys("ctrl+s").Shows("saved")
	if c := contact(t, path, "Jane Smith"); c.JobTitle != "Chief of all" || c.Support != was.Support || c.Rank != was.Rank {
		t.Fatalf("%+v", c)
	}
}

func TestDraftsAreOfferedOneAfterTheOther(t *testing.T) {
	path := uitest.Example(t)
	o := dies(t, uitest.Options(t, path), 80, 24, retype)
	o = dies(t, o, 80, 24, func(s *uitest.Screen) { s.Keys("esc", "3", "j", "E", "tab", "ctrl+u").Type("Chief of some") })
	o = dies(t, o, 80, 24, func(s *uitest.Screen) { s.Keys("esc", "3", "E", "tab", "ctrl+u").Type("Chief of none") })
	s := uitest.Start(t, ui.New(o), 120, 40).Shows("Typed and never saved", "Chief of all", "Chief of some", "Chief of none")
	s.Type("some").Keys("enter").Shows("Margaret Holloway", "Chief of some").Keys("ctrl+s")
	s.Shows("Typed and never saved", "Chief of all", "Chief of none").Hides("contact Margaret Holloway  ")
	s.Type("of all").Keys("enter").Shows("Chief of all").Keys("esc", "y")
	s.Shows("Typed and never saved", "Chief of none").Type("throw").Keys("enter").Shows("Throw it away?").Keys("n")
	if strings.Contains(s.Text(), "Typed and never saved") {
		t.Error("it is offered again at once")
	}
	s.Keys(":").Type("drafts").Keys("enter").Shows("Chief of none").Type("throw").Keys("enter", "y")
	s.Keys(":").Type("drafts").Keys("enter").Shows("nothing typed is left unsaved")
}

func TestTheTitleOfADraftIsWholeWhereThereIsRoom(t *testing.T) {
	const name = "Maximiliana Wolfeschlegelsteinhausen"
	path := uitest.Example(t)
	o := dies(t, uitest.Options(t, path), 60, 20, func(s *uitest.Screen) { s.Keys("3", "a").Type(name) })
	uitest.Start(t, ui.New(o), 60, 20).Shows("[Typed and never saved]", name, "esc later")
}

func TestEscKeepsForLaterWhatWasTyped(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	o.State, o.Session = state.Dir(t.TempDir()), 1<<30
	s := uitest.Start(t, ui.New(o), 80, 24)
	retype(s)
	s.Keys("esc").Shows("Leave without saving?", "k keep it for later", "y throw it away").Keys("x").Shows("Chief of all", "Edit contact")
	s.Keys("esc", "k").Hides("Edit contact").Shows("kept")
	s.Keys("E").Shows("Chief of all", "what you typed before").Keys("esc", "k")
	s.Keys("l", "e").Shows("Edit contact", "Chief of all").Keys("esc", "k", "h")
	if s.Keys("q"); !s.Quit {
		t.Fatal("it asks though nothing is open")
	}
	o.Session++
	s = uitest.Start(t, ui.New(o), 80, 24).Shows("Typed and never saved", "Jane Smith").Keys("enter").Shows("Chief of all").Keys("ctrl+s").Shows("saved")
	uitest.Start(t, ui.New(o), 80, 24).Hides("Typed and never saved")
}

func TestADraftThatCannotBeWrittenIsSaidOnce(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	o := uitest.Options(t, uitest.Example(t))
	o.State, o.Session = state.Dir(filepath.Join(blocked, "state")), 1<<30
	s := uitest.Start(t, ui.New(o), 120, 40).Keys("3", "a").Type("Z").Shows("is not kept until it is saved")
	s.Type("ora").Hides("is not kept").Keys("esc").Hides("keep it for later").Keys("n")
	if err := os.Remove(blocked); err != nil {
		t.Fatal(err)
	}
	s.Type(" Quill").Keys("esc").Shows("keep it for later").Keys("n", "ctrl+s").Shows("saved")
}

// That the file is busy does not mean that the account of a draft is gone.
func TestADraftOfAnotherAccountWaitsUntilTheFileCanBeRead(t *testing.T) {
	path, failing := uitest.Example(t), error(nil)
	o := dies(t, uitest.Options(t, path), 120, 40, func(s *uitest.Screen) { s.Keys("3", "a").Type("Zora Quill") })
	o.Store = ailing{o.Store, func(method string) error {
		if method == "Get" {
			return failing
		}
		return nil
	}}
	s := uitest.Start(t, ui.New(o), 120, 40).Keys("esc", "]")
	failing = faults["busy"]
	s.Keys(":").Type("drafts").Keys("enter", "enter").Shows("! book.db: the file is busy").Hides("no longer there")
	s.Keys("enter").Shows("! book.db: the file is busy", "Zora Quill")
	failing = nil
	s.Keys("enter").Shows("New contact", "Zora Quill").Keys("ctrl+s").Shows("add contact Zora Quill: saved")
}

// What was put aside of a record stays on disk while another field of it is typed.
func TestATerminalThatDiesTakesNothingOfWhatWasPutAside(t *testing.T) {
	o := dies(t, uitest.Options(t, uitest.Example(t)), 120, 40, func(s *uitest.Screen) {
		retype(s)
		s.Keys("esc", "k", "n", "ctrl+u").Type("met in May")
	})
	s := uitest.Start(t, ui.New(o), 120, 40).Keys("enter").Shows("Chief of all", "met in May").Keys("ctrl+s").Shows("saved")
	s.Keys("E").Shows("Chief of all", "met in May")
}

// The first key in a day takes the day away that stood there, but never what
// somebody typed.
func TestADayThatWasTypedAndKeptIsNotTypedOver(t *testing.T) {
	o := dies(t, uitest.Options(t, uitest.Example(t)), 120, 40, func(s *uitest.Screen) {
		s.Keys("4", "j", "E", "tab", "tab").Type("after eastr")
	})
	s := uitest.Start(t, ui.New(o), 120, 40).Keys("enter").Shows("after eastr").Keys("ctrl+s").Shows("!Due", "after eastr")
	s.Type("X").Shows("after eastrX")
}

// What was typed for several marked records at once is offered again at the first
// of them, which says for how many it was.
func TestWhatWasTypedForSeveralIsOfferedAgain(t *testing.T) {
	path := uitest.Example(t)
	o := dies(t, uitest.Options(t, path), 120, 40, func(s *uitest.Screen) {
		s.Keys("3", "l", "m", "m", "j", "e", "ctrl+u").Shows("of 2 marked").Type("Chief of all")
	})
	s := uitest.Start(t, ui.New(o), 120, 40).Shows("Typed and never saved", "Jane Smith and 1 more", "Chief of all")
	s.Keys("enter").Shows("Edit contact", "Jane Smith", "Chief of all").Keys("ctrl+s").Shows("saved")
	if got := contact(t, path, "Jane Smith").JobTitle; got != "Chief of all" {
		t.Errorf("Jane is %q", got)
	}
	uitest.Start(t, ui.New(o), 120, 40).Hides("Typed and never saved")
}

// A name that was half typed to choose somebody stands where it was typed.
func TestANameHalfTypedIsOfferedAgain(t *testing.T) {
	down := []string{"tab", "tab", "tab", "tab", "tab", "tab", "tab"}
	for name, open := range map[string][]string{"in a form": {"3", "E"}, "in a new record": {"3", "a", "Z"}} {
		t.Run(name, func(t *testing.T) {
			path := uitest.Example(t)
			o := dies(t, uitest.Options(t, path), 120, 40, func(s *uitest.Screen) {
				s.Keys(open...).Keys(down...).Shows("> Reports to").Type("zork")
			})
			s := uitest.Start(t, ui.New(o), 120, 40).Shows("Typed and never saved").Keys("enter").Keys(down...).Shows("> Reports to", "zork")
			if s.Keys("ctrl+s"); contact(t, path, "Jane Smith").ReportsTo != contact(t, path, "Margaret Holloway").ID {
				t.Error("what was half typed changed whom she reports to")
			}
		})
	}
}

// Who logged a call stays with its draft, also where the book does not know them
// yet and makes them a teammate with the call.
func TestADraftOfACallRemembersByWhom(t *testing.T) {
	path := uitest.Example(t)
	options := uitest.Options(t, path)
	options.Me = "Noor Visser"
	o := dies(t, options, 100, 30, func(s *uitest.Screen) {
		s.Keys("3", "i").Shows("Log a call", "Noor Visser").Type("Wants a trial")
	})
	uitest.Start(t, ui.New(o), 100, 30).Keys("enter").Shows("Wants a trial", "Noor Visser").Keys("ctrl+s").Shows("saved")
	for _, i := range records[*model.Interaction](t, path) {
		if i.Summary != "Wants a trial" {
			continue
		}
		for _, by := range records[*model.Teammate](t, path) {
			if by.ID == i.Teammate && by.Name == "Noor Visser" {
				return
			}
		}
		t.Fatalf("it is logged by %v", i.Teammate)
	}
	t.Error("no call was logged")
}
