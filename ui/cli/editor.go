package cli

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"astute/model"
	"astute/store"
	"astute/ui/config"
)

// editText changes a record in the person's editor. What cannot be taken opens
// again with the reason above it; a text that cannot be applied in the end is
// kept, and said where.
func (p *program) editText(s *store.Store, r model.Record) error {
	dir, err := os.MkdirTemp("", "astute-")
	if err != nil {
		return cannotWrite("a file for the editor", err)
	}
	remove := p.tidy.after(func() { os.RemoveAll(dir) })
	defer remove(true)
	path := filepath.Join(dir, r.Kind().String()+".txt")
	_, person := terminal(p.Stdin)
	text := recordAsText(r, s.Name)
	for first := true; ; first = false {
		typed, err := p.throughEditor(path, text)
		if err != nil {
			return p.keep(path, typed, text, err)
		}
		if first && withoutComments(typed) == withoutComments(text) {
			p.note("nothing was changed")
			return nil
		}
		err = p.applyText(s, r, typed)
		if err == nil {
			return nil
		}
		again := person && exitCode(err) == exitWrong && (first || withoutComments(typed) != withoutComments(text))
		if !again {
			return p.keep(path, typed, "", err)
		}
		text = "# " + oneLine(err.Error()) + "\n#\n" + strings.TrimPrefix(typed, text[:errorHead(text)])
	}
}

// errorHead is how long the reason is that stands above a text opened again.
func errorHead(text string) int {
	if at := strings.Index(text, "\n#\n"); at >= 0 && !strings.Contains(text[:at], "\n") {
		return at + len("\n#\n")
	}
	return 0
}

func (p *program) applyText(s *store.Store, r model.Record, typed string) error {
	list, err := textChanges(r, s.Name, typed)
	if err != nil {
		return err
	}
	changes, me, err := p.changed(s, r, list)
	if err != nil {
		return err
	}
	return p.applyEdit(s, changes, me)
}

// throughEditor has the person change a text; only they can read the file.
func (p *program) throughEditor(path, text string) (string, error) {
	command := cmp.Or(p.Getenv("VISUAL"), p.Getenv("EDITOR"), map[bool]string{true: "notepad", false: "vi"}[runtime.GOOS == "windows"])
	words, err := config.SplitCommand(command)
	if err != nil {
		return text, fmt.Errorf("$EDITOR %w", err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return text, cannotWrite("a file for the editor", err)
	}
	editor := exec.Command(words[0], append(words[1:], path)...)
	editor.Stdin, editor.Stdout, editor.Stderr = p.Stdin, p.Stdout, p.Stderr
	ran := p.tidy.lend(editor.Run, os.Interrupt)
	typed, err := os.ReadFile(path)
	if err != nil {
		return text, fmt.Errorf("the editor took its file away, nothing was changed: %w", errors.Join(ran, err))
	}
	if ran != nil {
		return string(typed), fmt.Errorf("the editor %s did not end well (%w), nothing was changed: set $EDITOR to one that does", words[0], ran)
	}
	return string(typed), nil
}

// keep puts a text that could not be applied where the person finds it again,
// unless it is what they were given.
func (p *program) keep(path, typed, given string, cause error) error {
	if withoutComments(typed) == withoutComments(given) {
		return cause
	}
	kept, err := os.CreateTemp("", "astute-"+strings.TrimSuffix(filepath.Base(path), ".txt")+"-*.txt") // 0600
	if err != nil {
		return cause
	}
	_, err = kept.WriteString(typed)
	if err = errors.Join(err, kept.Close()); err != nil {
		return cause
	}
	return fmt.Errorf("%w (what you typed is kept in %s)", cause, kept.Name())
}
