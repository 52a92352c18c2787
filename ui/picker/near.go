package picker

import (
	"slices"
	"strings"
	"unicode"
)

// shortestTypo is how many letters a word has at least that may be mistyped: of
// shorter ones everything is near to something.
const shortestTypo = 4

// hasNear reports whether each of the words begins a word of the text, give or
// take one letter: left out, too many, wrong, or swapped with the next.
func hasNear(text string, words []string) bool {
	names := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, w := range words {
		if !slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(name, w) || isNear([]rune(w), []rune(name)) }) {
			return false
		}
	}
	return len(words) > 0
}

func isNear(typed, word []rune) bool {
	if len(typed) < shortestTypo {
		return false
	}
	same := 0
	for same < len(typed) && same < len(word) && typed[same] == word[same] {
		same++
	}
	typed, word = typed[same:], word[same:]
	if len(typed) == 0 || len(word) == 0 {
		return len(typed) <= 1
	}
	begins := func(rest, of []rune) bool { return len(rest) <= len(of) && slices.Equal(rest, of[:len(rest)]) }
	swapped := len(typed) > 1 && len(word) > 1 && typed[0] == word[1] && typed[1] == word[0] && begins(typed[2:], word[2:])
	return swapped || begins(typed[1:], word[1:]) || begins(typed[1:], word) || begins(typed, word[1:])
}
