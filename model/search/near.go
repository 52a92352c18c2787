package search

import (
	"bytes"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"
)

// What a near fit is worth in a name, before a field's weight: one letter wrong
// says more than letters left out, but less than any beginning as written.
const (
	editWhole   = 64
	editPrefix  = 46
	fuzzyLeast  = 12
	fuzzyMost   = 42
	fuzzyLength = 160 // bytes of a field that are looked through
)

// canEdit reports whether one letter of the term may be wrong. Of short terms
// none may, or "cto" would find the CEO; a number with another digit is another
// number.
func (t *term) canEdit() bool { return t.runes >= 4 && !t.number }

// canSkip reports whether the term may leave letters out.
func (t *term) canSkip() bool { return t.runes >= 3 && !t.number }

// near returns how well the term fits the field with one letter wrong, or with
// letters left out, as far as either is allowed.
func (f *field) near(t *term, w *weights, edits, skips bool) fit {
	var best fit
	if edits && t.runes >= 3 && !t.number {
		best = f.edited(t)
	}
	if skips && best.score < editPrefix && t.canSkip() {
		if skipped := f.skipped(t); skipped.score > best.score {
			best = skipped
		}
	}
	best.score = best.score * w.near / 100
	return best
}

// edited fits a term with one letter wrong, missing, too many, or two swapped.
func (f *field) edited(t *term) fit {
	var best fit
	for _, s := range f.spans() {
		word := f.text[s.from:s.to]
		if len(word)+utf8.UTFMax < len(t.text) || !couldBe(t.text, word) {
			continue
		}
		left, ok := oneEdit(t, word)
		if !ok {
			continue
		}
		score := editWhole
		if left > 0 {
			score = editPrefix + 6*len(t.text)/len(word)
		}
		if score > best.score {
			best = fit{score: score, cover: min(len(t.text), len(word)), at: s.from, edited: true}
		}
	}
	return best
}

// couldBe rules out most words by their first two bytes: one edit leaves one of
// these pairs alone.
func couldBe(typed, word []byte) bool {
	if len(word) < 2 {
		return false
	}
	return typed[0] == word[0] || typed[1] == word[1] || typed[1] == word[0] || typed[0] == word[1] || typed[0] >= utf8.RuneSelf
}

// oneEdit reports whether the term is one edit from the word or from its
// beginning, and how many bytes of the word it leaves over at least.
func oneEdit(t *term, word []byte) (left int, ok bool) {
	typed := t.text
	same := 0
	for same < len(typed) && same < len(word) && typed[same] == word[same] {
		same++
	}
	for same > 0 && (same < len(typed) && !utf8.RuneStart(typed[same]) || same < len(word) && !utf8.RuneStart(word[same])) {
		same--
	}
	typed, word = typed[same:], word[same:]
	_, a := utf8.DecodeRune(typed)
	_, b := utf8.DecodeRune(word)
	left = len(word) + 1
	try := func(rest, of []byte) {
		if bytes.HasPrefix(of, rest) {
			left, ok = min(left, len(of)-len(rest)), true
		}
	}
	if len(typed) > a && len(word) > b { // swapped
		_, c := utf8.DecodeRune(typed[a:])
		_, d := utf8.DecodeRune(word[b:])
		if bytes.Equal(typed[:a], word[b:b+d]) && bytes.Equal(typed[a:a+c], word[:b]) {
			try(typed[a+c:], word[b+d:])
		}
	}
	if t.canEdit() {
		try(typed[a:], word[b:]) // wrong
		try(typed[a:], word)     // too many
		// A letter missing from the end is a beginning, and was found as one.
		if len(typed) > 0 {
			try(typed, word[b:]) // missing
		}
	}
	return left, ok
}

// skipped fits a term that leaves letters out: "jsmth", "frshkrt", "mktg". It
// must begin where a word begins, and most of its letters must follow each
// other or begin words; sahilm/fuzzy says how well.
func (f *field) skipped(t *term) fit {
	var best fit
	for _, s := range f.spans() {
		if f.text[s.from] != t.text[0] {
			continue
		}
		text := f.text[s.from:min(len(f.text), s.from+fuzzyLength)]
		if !isSubsequence(t.text, text) {
			continue
		}
		for _, m := range fuzzy.FindNoSort(t.plain, []string{string(text)}) {
			if m.MatchedIndexes[0] != 0 || !isTight(t, text, m.MatchedIndexes) {
				continue
			}
			if score := min(fuzzyMost, fuzzyLeast+max(0, m.Score)/3); score > best.score {
				best = fit{score: score, cover: len(t.text), at: s.from}
			}
		}
	}
	return best
}

// isSubsequence reports whether text holds the bytes of typed in their order.
func isSubsequence(typed, text []byte) bool {
	for _, c := range typed {
		i := bytes.IndexByte(text, c)
		if i < 0 {
			return false
		}
		text = text[i+1:]
	}
	return true
}

// isTight reports whether the letters found at the places hang together: at
// most every second one stands alone inside a word. A single word may be
// thinned out further when its last letter is there ("mktg", "mgr").
func isTight(t *term, text []byte, places []int) bool {
	alone, last := 0, -1
	for _, at := range places {
		begins := at == 0 || !isWordByte(text[at-1])
		if !begins && at != last {
			alone++
		}
		_, size := utf8.DecodeRune(text[at:])
		last = at + size
	}
	if 2*alone <= t.runes {
		return true
	}
	for _, c := range text[:last] {
		if !isWordByte(c) {
			return false
		}
	}
	return last == len(text) || !isWordByte(text[last])
}
