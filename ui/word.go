package ui

import (
	"fmt"
	"time"
	"unicode/utf8"

	"astute/model"

	tea "github.com/charmbracelet/bubbletea"
)

// A choice is saved by its first letter where it stands. Who types the whole word
// is not done then: the letters that go on with it are no commands, and where
// they make another word of it, that is what is meant.

// wordPause is how long nobody who types a word waits between two letters.
const wordPause = time.Second

// goOn gives the letters behind the one that saved a choice to that choice. It
// reports false for a key that does not go on with the word.
func (w *Workspace) goOn(key string) (tea.Cmd, bool) {
	e := w.spelling
	if e == nil {
		return nil, false
	}
	whole := utf8.RuneCountInString(e.editor.Word()) > 1
	switch {
	case w.top() != nil || w.screen.TooLow:
		w.spelling = nil
		return nil, false
	case e.editor.GoesOn(key):
		return e.another(w, key), true
	case utf8.RuneCountInString(key) != 1 || key == " " || key == ",":
		w.spelling = nil
		return nil, whole && (key == "enter" || key == "backspace" || key == " " || key == ",")
	case !whole:
		w.spelling = nil
		return nil, false
	}
	w.said.seen()
	f := e.editor.Field()
	w.say(fmt.Sprintf("no word of %s begins with %q: it stays %s", f.Label, e.editor.Word()+key, orNothing(e.editor.Shown())), false)
	return nil, true
}

// another reads one more letter, and writes what the word has become in place of
// what its beginning was taken for.
func (e *fieldEdit) another(w *Workspace, key string) tea.Cmd {
	was := e.editor.Field().Text()
	e.editor.Key(key)
	if e.editor.Field().Text() == was {
		return nil
	}
	w.said.seen()
	asItWas := model.Equal(e.before, e.after)
	if len(e.others) > 0 {
		asItWas = e.editor.Field().Text() == e.common
	}
	if asItWas && e.wrote != 0 && w.newest.Seq == e.wrote {
		e.wrote = 0
		return w.takeBack(w.newest)
	}
	return e.save(w)
}
