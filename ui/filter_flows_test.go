package ui_test

import (
	"strings"
	"testing"

	"astute/model"
	"astute/ui/state"
	"astute/ui/uitest"
)

func TestTheFilterLineSaysWhatCanFollow(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "/").Shows("tab name:  title:  decision_role:").Resize(200, 60).Shows("political_status:  stale  key").Resize(120, 40)
	for typed, want := range map[string]string{
		"su": "tab support:", "sta": "tab stale  status:", "support:": "tab champion  supporter  neutral  opponent",
		"support:champion,s": "tab supporter", "-support:o": "tab opponent", "role:e": "tab economic-buyer",
		"unit:it": `tab "IT Security"`, `reports_to:"jane`: `tab "Jane Smith"`, "touched:": "tab <today  today  >=today  <fri  2026-03",
		"external:": "tab yes  no", "title:c": "any part of it", "support:champion": "blank: and", "gap st": "tab stale",
	} {
		s.Keys("esc", "/").Type(typed).Shows("/"+typed, want)
	}
	s.Resize(60, 20).Keys("esc", "/").Type("support:champion unit:").Shows("/support:champion unit:", "tab Online")
	uitest.Workspace(t, path, 80, 24).Keys("4", "/").Type("own").Shows("tab owner:").Type("er:").Shows("tab me")
}

func TestTabTakesWhatCanFollow(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 80, 24).Keys("3", "/").Type("su").Keys("tab").Shows("/support:")
	s.Keys("tab").Shows("/support:champion", "/support:champion  2 of 22").Keys("tab").Shows("/support:supporter")
	s.Keys("tab", "tab", "tab").Shows("/support: ").Keys("tab").Type(" unit:").Keys("tab", "tab").Type(" ")
	s.Shows("/support:champion unit:Stores ").Keys("enter").Shows("nothing matches")
	s.Keys("esc", "/").Type("zzz").Keys("tab").Shows("nothing is known that begins so", "")
}

func TestAFilterOfSeveralTermsAsThePromiseHasIt(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("3", "z", "/").Type("unit:stores support:opponent stale").Keys("enter")
	for _, line := range s.Lines() {
		if strings.Contains(line, "Supporter") || strings.Contains(line, "Champion") {
			t.Errorf("the filter shows %q", line)
		}
	}
	s.Shows("/unit:stores support:opponent stale")
}

func TestAWrongFieldOrValueKeepsWhatWasTypedAndSaysTheCure(t *testing.T) {
	path := uitest.Example(t)
	for _, size := range sizes[1:] {
		s := uitest.Workspace(t, path, size.w, size.h).Keys("3", "/").Type("supprt:champion").Keys("enter")
		s.Shows(`there is no field "supprt": did you mean support?`, "/supprt:champion")
		s.Keys("esc", "/").Type("support:chumpion").Keys("enter").Shows("support must be Champion, Supporter, Neutral, Opponent", "/support:chumpion")
		s.Keys("ctrl+u").Type("support:ch").Keys("tab", "enter").Shows("Emre").Hides("there is no field", "must be")
	}
}

// The columns of the classification and the fields they edit, with the letter
// that picks a word.
func TestEveryClassificationIsPickedByALetterAndSaysWhatItMeans(t *testing.T) {
	for _, size := range sizes[1:4] {
		path, dir := uitest.Example(t), state.Dir(t.TempDir())
		for _, f := range new(model.Contact).Fields() {
			if f.Type() != model.TypeChoice && f.Type() != model.TypeChoices || f.Words()[0].Mark == "" {
				continue
			}
			if err := dir.KeepTables(map[string]state.Table{"contact": {Columns: []string{"name", f.Name}}}); err != nil {
				t.Fatal(err)
			}
			s := remembering(t, path, dir, size.w, size.h).Keys("3", "/").Type("name:margaret").Keys("enter", "l")
			s.Keys("e").Shows(f.Label + " of Margaret Holloway")
			for _, word := range f.Words() {
				if !strings.Contains(s.Text(), word.Name) || !strings.Contains(s.Text(), word.Meaning) {
					t.Fatalf("%d x %d: %s lacks %s: %s\n%s", size.w, size.h, f.Label, word.Name, word.Meaning, s.Text())
				}
			}
			last := f.Words()[len(f.Words())-1]
			if now, _ := model.FieldNamed(contact(t, path, "Margaret Holloway").Fields(), f.Name); now.Text() == last.Name {
				last = f.Words()[1]
			}
			want := last.Name
			if s.Keys(string(last.Key)); f.IsList() {
				want = f.Words()[0].Name + ", " + last.Name
				s.Keys(string(f.Words()[0].Key), "enter")
			}
			stored := func() string {
				now, _ := model.FieldNamed(contact(t, path, "Margaret Holloway").Fields(), f.Name)
				return now.Text()
			}
			if got := stored(); got != want {
				t.Fatalf("%s is %q, want %q\n%s", f.Label, got, want, s.Text())
			}
			// A key that is no letter ends the word: e would go on with "deep".
			if s.Keys("up", "e", "backspace"); f.IsList() {
				s.Keys("enter")
			}
			if got := stored(); got != "" {
				t.Fatalf("%s is %q after it was taken away\n%s", f.Label, got, s.Text())
			}
		}
	}
}

// While a filter is wrong its rows are those from before, and enter says it again.
func TestAWrongFilterShowsTheRowsFromBefore(t *testing.T) {
	for _, typed := range []string{"support:bogus", "bogus:x", "touched:xyz"} {
		for before, title := range map[string]string{"": " 22  key players first", "unit:stores": "/unit:stores  5 of 22"} {
			s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("3", "/").Type(before).Keys("enter").Shows(title)
			s.Keys("/", "ctrl+u").Type(typed).Shows("/"+typed, "mend it, or esc leaves it", title).Hides("enter keeps it")
			s.Keys("enter").Shows("not kept: mend it", "/"+typed, title)
			s.Keys("esc").Shows(title).Keys(":").Type("messages").Keys("enter").Shows("the filter is not kept")
		}
	}
}

func TestOneLineAndItsEndCountAsTyped(t *testing.T) {
	s := example(t).Keys("3", "/")
	raw(s, "support:champion\n")
	s.Hides("looks like a paste", "tab support").Shows("/support:champion  2 of")
	s = example(t).Keys("f")
	raw(s, "margaret holloway\n")
	s.Shows("Brief", "Margaret Holloway")
	path := uitest.Example(t)
	s = uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u")
	raw(s, "Chief of all the stores\n")
	s.Shows("Title of Jane Smith: Chief of all the stores")
	s = example(t).Keys("3")
	raw(s, "Chief of all the stores\n")
	s.Shows("looks like a paste: nothing was done")
}
