package form

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"astute/model"
	"astute/ui/picker"
)

// A choice is picked by a letter, or by typing its word: the letters of a word
// are read together, so that none of them picks something of its own.

// word is what is being typed into a choice.
type word struct {
	typed string   // since the last key that was no letter
	began []string // the values that were chosen before
	saved bool     // its first letter was saved: what follows is no key
	ended bool     // a separator was typed: the next one says nothing
	whole bool     // it was pasted: one text, which is a word of the choice or none
}

// wordOf is something that can be chosen, with all that it is called.
type wordOf struct {
	value string
	names []string
}

// wordsOf lists what a choice can be called: its words with their aliases, the
// word for not knowing last.
func wordsOf(f model.Field, items []picker.Item) (list []wordOf) {
	known := f.Words()
	for _, it := range items {
		names := []string{it.Text}
		if i := slices.IndexFunc(known, func(w model.Word) bool { return w.Name == it.Value }); i >= 0 {
			names = append(names, known[i].Aliases...)
		} else if it.Value == "" && known != nil {
			names = append(names, "unknown")
		}
		list = append(list, wordOf{it.Value, names})
	}
	slices.SortStableFunc(list, func(a, b wordOf) int { return unknownLast(a) - unknownLast(b) })
	return list
}

func unknownLast(w wordOf) int {
	if w.value == "" {
		return 1
	}
	return 0
}

// loose is a text without what does not matter between ways of writing a word.
func loose(text string) string {
	return strings.Map(func(r rune) rune {
		if joins(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}

func joins(r rune) bool { return r == ' ' || r == '-' || r == '_' || r == '\u00a0' }

// begun returns what begins with the typed text: what is called just so, else
// whose name goes on so, else who has an alias that does.
func begun(list []wordOf, typed string) (value string, exact, ok bool) {
	typed = loose(typed)
	if typed == "" {
		return "", false, false
	}
	for i, fits := range []func(names []string) bool{
		func(names []string) bool { return loose(names[0]) == typed },
		func(names []string) bool {
			return slices.ContainsFunc(names, func(n string) bool { return loose(n) == typed })
		},
		func(names []string) bool { return strings.HasPrefix(loose(names[0]), typed) },
		func(names []string) bool {
			return slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(loose(n), typed) })
		},
	} {
		if at := slices.IndexFunc(list, func(w wordOf) bool { return fits(w.names) }); at >= 0 {
			return list[at].value, i < 2, true
		}
	}
	return "", false, false
}

// joined reports whether a name has a blank or a hyphen behind the typed text.
func joined(list []wordOf, typed string) bool {
	typed = loose(typed)
	return slices.ContainsFunc(list, func(w wordOf) bool {
		return slices.ContainsFunc(w.names, func(name string) bool {
			for i, r := range name {
				if joins(r) && loose(name[:i]) == typed {
					return true
				}
			}
			return false
		})
	})
}

// lettered reports whether the field is picked by letters and words.
func (e *Editor) lettered() bool { return e.list != nil && !e.list.Typing }

// Word is what was typed of a word so far, "" for nothing.
func (e *Editor) Word() string { return e.word.typed }

// Saved tells the editor that the letter that was typed is saved: what follows
// goes on with its word, and is the key of nothing else.
func (e *Editor) Saved() { e.word.saved = true }

// GoesOn reports whether a key goes on with the word that was begun.
func (e *Editor) GoesOn(key string) bool {
	r, size := utf8.DecodeRuneInString(key)
	if e.word.typed == "" || size != len(key) || !unicode.IsPrint(r) {
		return false
	}
	if joins(r) {
		return joined(wordsOf(e.field, e.list.Items()), e.word.typed)
	}
	_, ok := e.reading(e.word.typed + key)
	return ok
}

// spelt is what was typed of a word where it is more than keys, "" for nothing.
func (e *Editor) spelt() string {
	if e.keysOf(e.word.typed) != nil && (e.field.IsList() || utf8.RuneCountInString(e.word.typed) == 1) {
		return ""
	}
	return e.word.typed
}

// Misread reports whether what was typed is the word of no choice.
func (e *Editor) Misread() bool {
	if e.word.typed == "" {
		return false
	}
	_, ok := e.reading(e.word.typed)
	return !ok
}

// spell reads a letter of a word. It reports whether the key was one, and whether
// the asking is over: one letter that is a key picks at once.
func (e *Editor) spell(key string) (meant, over bool) {
	r, size := utf8.DecodeRuneInString(key)
	if !e.lettered() || size != len(key) || !unicode.IsPrint(r) {
		return false, false
	}
	if e.word.whole {
		e.word = word{} // what is typed takes the place of what was pasted
	}
	list := wordsOf(e.field, e.list.Items())
	before := e.word.typed
	switch {
	case r == ',' || r == ';' || (joins(r) && before != "" && !joined(list, before)):
		e.endWord()
		if joins(r) {
			e.word.ended = false // one blank ends a word, another one is a key
		}
		if r != '-' {
			return true, false
		}
	case joins(r) && before == "":
		ended := e.word.ended && r == ' '
		e.word.ended = false
		if ended || r != '-' {
			return ended, false
		}
	case e.beginsAnew(before, key):
		e.endWord()
	}
	if e.word.typed == "" {
		_, isKey := e.keyed(key)
		if _, _, begins := begun(list, key); !isKey && !begins {
			return false, false
		}
		e.word = word{began: e.values()}
	}
	e.word.typed += key
	return true, e.read() && !e.field.IsList() && utf8.RuneCountInString(e.word.typed) == 1
}

// beginsAnew reports whether a key begins another word, because a blank ended the
// one before.
func (e *Editor) beginsAnew(typed, key string) bool {
	if !strings.HasSuffix(typed, " ") {
		return false
	}
	_, on := e.reading(typed + key)
	_, whole := e.reading(typed)
	return whole && !on
}

// keyed returns the item of a key, which may be typed as a capital.
func (e *Editor) keyed(key string) (picker.Item, bool) { return e.list.Letter(strings.ToLower(key)) }

// reading returns what would be chosen by what was typed since the word began.
// Letters that are keys may be several keys, each with a will of its own, or the
// beginning of a word: the next letter decides.
func (e *Editor) reading(typed string) (values []string, ok bool) {
	if e.word.whole {
		return nil, false // or it would have been chosen
	}
	if e.field.IsList() {
		return e.readingSeveral(typed)
	}
	keys, letters := e.keysOf(typed), utf8.RuneCountInString(typed)
	value, exact, ok := begun(wordsOf(e.field, e.list.Items()), typed)
	first, _ := e.keyed(typed[:1])
	switch {
	case letters == 1 && keys == nil:
		return nil, false // says too little
	case letters == 1, e.word.saved && letters == 2 && ok && !exact:
		return []string{first.Value}, true
	case ok && (exact || letters > 2 || keys == nil || value == first.Value):
		return []string{value}, true
	case keys != nil && !e.word.saved:
		return keys[len(keys)-1:], true // somebody changed their mind
	}
	return nil, false
}

func (e *Editor) readingSeveral(typed string) (values []string, ok bool) {
	values = slices.Clone(e.word.began)
	if keys := e.keysOf(typed); keys != nil {
		for _, k := range keys {
			values = toggled(values, k)
		}
		return values, true
	}
	value, _, ok := begun(wordsOf(e.field, e.list.Items()), typed)
	if !ok || utf8.RuneCountInString(typed) == 1 {
		return nil, false
	}
	return toggled(values, value), true
}

// keysOf returns what the letters of a text pick one by one, nil where one of them
// is no key.
func (e *Editor) keysOf(typed string) (values []string) {
	for _, r := range typed {
		it, ok := e.keyed(string(r))
		if !ok {
			return nil
		}
		values = append(values, it.Value)
	}
	return values
}

func toggled(values []string, value string) []string {
	if i := slices.Index(values, value); i >= 0 {
		return slices.Delete(values, i, i+1)
	}
	return append(values, value)
}

// values are the values that are chosen now.
func (e *Editor) values() []string {
	if e.field.IsList() {
		return e.list.Chosen()
	}
	return []string{e.field.Text()}
}

// read takes what was typed for what it is called. It reports whether that is
// the word of a choice; where it is not, nothing is chosen by it.
func (e *Editor) read() bool {
	values, ok := e.reading(e.word.typed)
	if !ok {
		values = e.word.began
		e.Err = e.misspelt().Error()
	}
	e.choose(values)
	return ok
}

// choose has just those values chosen.
func (e *Editor) choose(values []string) {
	if !e.field.IsList() {
		if err := e.field.Parse(values[0]); err != nil {
			e.Err = err.Error()
			return
		}
		e.list.Select(values[0])
		return
	}
	for _, it := range slices.Clone(e.list.Items()) {
		if on := slices.Contains(values, it.Value); on != it.On {
			e.list.Toggle(it.Value)
			e.list.Select(it.Value)
		}
	}
}

// misspelt says that what was typed is no word, and what is near it.
func (e *Editor) misspelt() error {
	typed := e.word.typed
	if e.word.whole {
		return fmt.Errorf("%q was pasted and is no word of this choice: backspace takes it away", firstLetters(typed, mostQuoted))
	}
	if utf8.RuneCountInString(typed) == 1 {
		list := wordsOf(e.field, e.list.Items())
		if value, _, ok := begun(list, typed); ok {
			i := slices.IndexFunc(list, func(w wordOf) bool { return w.value == value })
			return fmt.Errorf("%q is the key of nothing here: type more of the word for %s, or another key", typed, list[i].names[0])
		}
	}
	return fmt.Errorf("no word here begins with %q: backspace takes a letter away", typed)
}

// mostQuoted is how many letters of what was pasted are said again.
const mostQuoted = 40

func firstLetters(text string, most int) string {
	if letters := []rune(text); len(letters) > most {
		return string(letters[:most]) + "..."
	}
	return text
}

// pasteWord takes a pasted text as one: for a word of the choice, or its key; where
// several can be chosen for a list of them, which are chosen too. Anything else
// stands in the field whole and chooses nothing.
func (e *Editor) pasteWord(text string) {
	e.word, e.walked = word{}, false
	if text = strings.Join(strings.Fields(text), " "); text == "" {
		return
	}
	parts := []string{text}
	if e.field.IsList() {
		parts = strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' })
	}
	values := e.values()
	for _, part := range parts {
		value, ok := e.called(strings.TrimSpace(part))
		if !ok {
			e.word = word{typed: text, began: e.values(), whole: true}
			e.Err = e.misspelt().Error()
			return
		}
		if !e.field.IsList() {
			values = nil
		}
		if !slices.Contains(values, value) {
			values = append(values, value)
		}
	}
	if len(values) > 0 {
		e.choose(values)
	}
}

// called returns what is called just so, or has just that key.
func (e *Editor) called(text string) (value string, ok bool) {
	if it, is := e.keyed(text); is {
		return it.Value, true
	}
	value, exact, ok := begun(wordsOf(e.field, e.list.Items()), text)
	return value, ok && exact
}

// rubOut takes the last letter of a word away. It reports false where there is
// no word of several letters.
func (e *Editor) rubOut() bool {
	_, size := utf8.DecodeLastRuneInString(e.word.typed)
	if e.word.whole {
		e.word = word{}
		return true
	}
	if size == len(e.word.typed) && !e.Misread() {
		return false
	}
	e.word.typed = e.word.typed[:len(e.word.typed)-size]
	if e.word.typed == "" {
		e.choose(e.word.began)
		return true
	}
	e.read()
	return true
}

// endWord says that the word is over: what is typed next begins another. What
// was no word stays, to be mended.
func (e *Editor) endWord() {
	if e.Misread() {
		e.Err = e.misspelt().Error()
		return
	}
	e.word = word{ended: e.word.typed != ""}
}
