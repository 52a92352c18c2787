package ui

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"astute/model"
	"astute/store"
	"astute/ui/form"
	"astute/ui/theme"
)

// What an editor does with its file, and what the field holds then. The file is
// its owner's only while it is there, and gone afterwards.
func TestALongTextComesBackFromTheEditor(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the editors of this test are shell scripts")
	}
	for _, c := range []struct{ name, does, want, said string }{
		{"changed", `echo more >> "$1"`, "first\nmore", "taken over"},
		{"not changed", `true`, "first", "nothing was changed"},
		{"emptied", `: > "$1"`, "", "taken over"},
		{"failed half way", `echo half >> "$1"; exit 3`, "first\nhalf", "did not end well"},
		{"failed with nothing left", `: > "$1"; exit 3`, "first", "did not end well"},
		{"took its file away", `rm "$1"`, "first", "took its file away"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("TMPDIR", t.TempDir())
			record := &model.Contact{Name: "Zora Quill"}
			w := newWorkspace(Options{Today: func() model.Date { return model.Date{} }}, theme.Theme{})
			w.o.Now = model.NewDate(2026, 3, 18).Time
			e := &fieldEdit{before: record, after: model.Clone(record), num: notesOf(record).Num}
			e.editor = form.NewEditor(notesOf(e.after), w.context())
			e.editor.Replace("first")
			w.overlays = append(w.overlays, e)

			path, err := textFile(e.editor.Typed())
			if err != nil {
				t.Fatal(err)
			}
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
				t.Fatalf("%v, %v", info, err)
			}
			ran := exec.Command("sh", "-c", c.does, "sh", path).Run()
			readBack(typedOutside{editor: e.editor, from: e}, "ed", path, ran).arrive(w)

			if got := e.editor.Typed(); got != c.want {
				t.Errorf("the field holds %q, should hold %q", got, c.want)
			}
			said := ""
			if w.said.now != nil {
				said = w.said.now.text
			}
			if !strings.Contains(said, c.said) || c.said == "" && said != "" {
				t.Errorf("it says %q", said)
			}
			if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("the file stays: %v", err)
			}
			if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "astute-*")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func TestAnEditorThatCannotBeNamedSaysSo(t *testing.T) {
	w := newWorkspace(Options{Today: func() model.Date { return model.Date{} }, Now: model.NewDate(2026, 3, 18).Time,
		Getenv: func(string) string { return `vi "open` }}, theme.Theme{})
	e := form.NewEditor(notesOf(&model.Contact{}), w.context())
	if cmd := w.editOutside(e, nil); cmd != nil || !strings.Contains(w.said.now.text, "$EDITOR has an open quote") {
		t.Fatalf("it says %+v", w.said.now)
	}
}

// While the editor was open another book was put in the place of the file, which
// closed what its text was for: the text is kept as a draft.
func TestTheEditorsTextIsKeptWhereItsFieldIsNotOpenAnyMore(t *testing.T) {
	s, err := store.Open(filepath.Join(t.TempDir(), "book.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, kept string }{{"first\nmore\n", "first\nmore"}, {"first\n", ""}} {
		w := newWorkspace(Options{Store: s, Today: func() model.Date { return model.Date{} }}, theme.Theme{})
		w.o.Now = model.NewDate(2026, 3, 18).Time
		record := &model.Contact{Name: "Zora Quill"}
		record.ID = model.ID{15: 7}
		e := &fieldEdit{before: record, after: model.Clone(record), num: notesOf(record).Num}
		e.editor = form.NewEditor(notesOf(e.after), w.context())
		e.editor.Replace("first")
		path := filepath.Join(t.TempDir(), "text")
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		readBack(typedOutside{editor: e.editor, from: e}, "ed", path, nil).arrive(w)
		kept := w.memory.drafts.kept[record.ID.String()].Fields[e.num]
		if kept != c.kept || (w.said.now != nil) != (c.kept != "") || kept != "" && !strings.Contains(w.said.now.text, ":drafts") {
			t.Errorf("%q: kept is %q, and it says %+v", c.text, kept, w.said.now)
		}
	}
}
