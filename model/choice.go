package model

import (
	"fmt"
	"math/bits"
	"strings"
)

// A Word is one value of a choice as people see it.
type Word struct {
	Name    string   // how it is written, on screen and in files
	Key     byte     // the lower-case letter that picks it
	Mark    string   // one column for tables and the map, "" for none
	Meaning string   // what choosing it says, in a few words
	Aliases []string // other names it goes by on the way in
}

// A Vocabulary is the list of words a choice can take. It is implemented by an
// empty struct per choice, so that one type serves them all: see [Choice].
type Vocabulary interface {
	// Words lists the words in their fixed order; the first is value 1. The
	// list is append-only, and a new word raises the file's schema version.
	Words() []Word
}

// Choice is one word of a vocabulary; zero means "not known". It is a number
// inside the program and a word at every edge: the file, JSON, CSV, forms and
// flags all use the word.
type Choice[V Vocabulary] uint8

// String returns the word, "" when not known.
func (c Choice[V]) String() string { return c.word().Name }

// Mark returns the word's mark of one column, "?" when not known.
func (c Choice[V]) Mark() string {
	if c == 0 {
		return "?"
	}
	return c.word().Mark
}

// Meaning returns what the word says, "" when not known.
func (c Choice[V]) Meaning() string { return c.word().Meaning }

func (c Choice[V]) word() Word {
	var v V
	if words := v.Words(); c >= 1 && int(c) <= len(words) {
		return words[c-1]
	}
	return Word{}
}

// ParseChoice reads a word or one of its aliases; case, blanks, "-" and "_" do
// not matter. "" and "unknown" mean not known.
func ParseChoice[V Vocabulary](text string) (Choice[V], error) {
	var v V
	i, err := findWord(v.Words(), text)
	return Choice[V](i), err
}

// Choices is a set of words of a vocabulary; zero means "not known". It keeps
// the vocabulary's order, not the order of choosing.
type Choices[V Vocabulary] uint32

// Has reports whether the word is in the set.
func (c Choices[V]) Has(word Choice[V]) bool { return word != 0 && c&(1<<(word-1)) != 0 }

// With returns the set with the words added.
func (c Choices[V]) With(words ...Choice[V]) Choices[V] {
	for _, w := range words {
		if w != 0 {
			c |= 1 << (w - 1)
		}
	}
	return c
}

// All returns the words of the set in the vocabulary's order.
func (c Choices[V]) All() []Choice[V] {
	var all []Choice[V]
	for rest := uint32(c); rest != 0; rest &= rest - 1 {
		all = append(all, Choice[V](bits.TrailingZeros32(rest)+1))
	}
	return all
}

// String returns the words joined by ", ", "" when none is known.
func (c Choices[V]) String() string {
	if bits.OnesCount32(uint32(c)) == 1 {
		return c.All()[0].String()
	}
	var names []string
	for _, w := range c.All() {
		names = append(names, w.String())
	}
	return strings.Join(names, ", ")
}

// Marks returns the marks of the words, "?" when none is known.
func (c Choices[V]) Marks() string {
	if c == 0 {
		return "?"
	}
	var b strings.Builder
	for _, w := range c.All() {
		b.WriteString(w.Mark())
	}
	return b.String()
}

// ParseChoices reads words separated by commas, semicolons or line breaks.
func ParseChoices[V Vocabulary](text string) (Choices[V], error) {
	var set Choices[V]
	for _, item := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		word, err := ParseChoice[V](item)
		if err != nil {
			return 0, err
		}
		set = set.With(word)
	}
	return set, nil
}

// findWord returns the place of the word that text names, counted from 1; 0
// stands for unknown.
func findWord(words []Word, text string) (int, error) {
	for i := range words {
		if words[i].Name == text {
			return i + 1, nil
		}
	}
	key := squash(text)
	if key == "" || key == "unknown" {
		return 0, nil
	}
	for i, w := range words {
		if squash(w.Name) == key {
			return i + 1, nil
		}
		for _, alias := range w.Aliases {
			if squash(alias) == key {
				return i + 1, nil
			}
		}
	}
	return 0, fmt.Errorf("must be %s, not %q", wordList(words), strings.TrimSpace(text))
}

// squash folds what does not matter between ways of writing one word.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '_', '\u00a0':
			return -1
		}
		return r
	}, strings.ToLower(strings.TrimSpace(s)))
}

// wordList writes the words as a sentence takes them: "A, B or C".
func wordList(words []Word) string {
	names := make([]string, len(words))
	for i, w := range words {
		names[i] = w.Name
	}
	return OrList(names)
}
