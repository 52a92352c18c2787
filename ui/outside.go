package ui

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"astute/ui/config"
	"astute/ui/form"

	tea "github.com/charmbracelet/bubbletea"
)

// editorKey is the key that opens a long text in the person's editor.
const editorKey = "ctrl+x"

// typedOutside is the answer of the editor: the text as it left it.
type typedOutside struct {
	editor *form.Editor
	from   overlay
	text   string
	err    error
}

// editOutside opens the text of a field in the person's editor and takes over
// what comes back. The field keeps what was typed whatever happens out there.
func (w *Workspace) editOutside(e *form.Editor, from overlay) tea.Cmd {
	fail := func(err error) tea.Cmd {
		w.sayError(err)
		return nil
	}
	command := cmp.Or(w.o.Getenv("VISUAL"), w.o.Getenv("EDITOR"), map[bool]string{true: "notepad", false: "vi"}[runtime.GOOS == "windows"])
	words, err := config.SplitCommand(command)
	if err != nil {
		return fail(fmt.Errorf("$EDITOR %w", err))
	}
	path, err := textFile(e.Typed())
	if err != nil {
		return fail(err)
	}
	run := exec.Command(words[0], append(words[1:], path)...)
	return tea.ExecProcess(run, func(err error) tea.Msg {
		return readBack(typedOutside{editor: e, from: from}, words[0], path, err)
	})
}

// textFile writes a text into a new file that only its owner can read.
func textFile(text string) (string, error) {
	f, err := os.CreateTemp("", "astute-*.txt") // 0600
	if err != nil {
		return "", fmt.Errorf("no file for the editor: %w", err)
	}
	if text != "" {
		text += "\n" // as editors leave it
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Close()); err != nil {
		return "", errors.Join(fmt.Errorf("no file for the editor: %w", err), os.Remove(f.Name()))
	}
	return f.Name(), nil
}

// readBack reads what the editor left. When the editor did not end well its text
// is taken all the same, if there is one: nothing is written to the book by that.
func readBack(m typedOutside, editor, path string, ran error) typedOutside {
	text, err := os.ReadFile(path)
	if err != nil {
		m.err = fmt.Errorf("the editor took its file away, what stood in the field stays: %w", errors.Join(ran, err))
		return m
	}
	m.text = strings.TrimSuffix(string(text), "\n")
	if ran != nil {
		m.err = fmt.Errorf("the editor %s did not end well (%w): set $EDITOR to one that does", editor, ran)
	}
	if err := os.Remove(path); err != nil && m.err == nil {
		m.err = fmt.Errorf("the editor's file stays behind: %w", err)
	}
	return m
}

// keepBrought keeps what an editor brought back for a field that is not there any
// more: another book was put in the place of the file meanwhile, or the account was
// removed elsewhere.
func (w *Workspace) keepBrought(m typedOutside) {
	from, ok := m.from.(drafting)
	if !ok || m.text == strings.TrimSuffix(m.editor.Typed(), "\n") {
		return
	}
	m.editor.Replace(m.text)
	if d := from.draft(w); d != nil {
		w.putAside(*d)
		w.say("where the editor's text belongs is not open any more; it is kept, and :drafts lists it", true)
	}
}

func (m typedOutside) arrive(w *Workspace) tea.Cmd {
	if m.err != nil {
		w.sayError(m.err)
	}
	mouse := w.listenToMouse()
	if m.text == "" && m.err != nil {
		return mouse
	}
	if !w.isOpen(m.from) {
		w.keepBrought(m)
		return mouse
	}
	if before := m.editor.Typed(); m.text != strings.TrimSuffix(before, "\n") {
		m.editor.Replace(m.text)
		if m.err == nil {
			w.say("taken over from the editor: ctrl+s saves it", false)
		}
	} else if m.err == nil {
		w.say("nothing was changed in the editor", false)
	}
	m.from.resize(w)
	return mouse
}
