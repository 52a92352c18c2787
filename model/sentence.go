package model

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Count writes a number with its noun: "1 person", "3 people".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// WithArticle writes a word with the article that stands before it: "an action",
// "a contact".
func WithArticle(word string) string {
	if word != "" && strings.ContainsRune("aeioAEIO", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
}

// AndList joins names as a sentence takes them: "A", "A and B", "A, B and C".
func AndList(names []string) string { return joinLast(names, " and ") }

// OrList joins names of which one is to be chosen: "A", "A or B", "A, B or C".
func OrList(names []string) string { return joinLast(names, " or ") }

func joinLast(names []string, last string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + last + names[len(names)-1]
}

// Capital begins a text with a capital letter, whatever script it is in.
func Capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 || first == utf8.RuneError {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}
