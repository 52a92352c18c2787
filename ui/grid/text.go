package grid

import (
	"slices"
	"strings"

	"astute/model"
)

// Ellipsis stands where text was cut. It is one column wide.
const Ellipsis = "…"

// Width returns how many columns text takes on one line of a canvas.
func Width(text string) int {
	w := 0
	for g := range graphemes(text) {
		w += g.width
	}
	return w
}

// Cut returns text of at most w columns; where it was longer it ends with an
// ellipsis.
func Cut(text string, w int) string {
	if len(text) <= w && isASCII(text) {
		return text
	}
	if w <= 0 {
		return ""
	}
	var b strings.Builder
	used, before := 0, 0 // before: bytes that leave room for the ellipsis
	for g := range graphemes(text) {
		if used+g.width > w {
			return b.String()[:before] + Ellipsis
		}
		b.WriteString(g.text)
		if used += g.width; used <= w-1 {
			before = b.Len()
		}
	}
	return b.String()
}

// Tail returns the longest ending of text that is at most w columns wide.
func Tail(text string, w int) string {
	list := slices.Collect(graphemes(text))
	start := len(list)
	for start > 0 && list[start-1].width <= w {
		start--
		w -= list[start].width
	}
	var b strings.Builder
	for _, g := range list[start:] {
		b.WriteString(g.text)
	}
	return b.String()
}

// PadLeft returns text of exactly w columns, cut or with blanks before it.
func PadLeft(text string, w int) string {
	text = Cut(text, w)
	// A mark without a letter of its own sits on the blank before it, so that
	// one blank more may be needed than the widths say.
	for Width(text) < w {
		text = " " + text
	}
	return text
}

// Wrap returns text in lines of at most w columns, broken at blanks; a word
// that is longer is broken where it must. Line breaks in the text stay.
func Wrap(text string, w int) []string {
	w = max(1, w)
	var lines []string
	for _, paragraph := range strings.Split(model.CleanText(text), "\n") {
		lines = append(lines, wrapLine(paragraph, w)...)
	}
	return lines
}

func wrapLine(text string, w int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(text) {
		width := Width(word)
		if used > 0 && used+1+width <= w {
			line, used = line+" "+word, used+1+width
			continue
		}
		if used > 0 {
			lines = append(lines, line)
		}
		for width > w {
			head := Head(word, w)
			if head == "" {
				break // one character wider than the line: it is clipped
			}
			lines = append(lines, head)
			word = word[len(head):]
			width = Width(word)
		}
		line, used = word, width
	}
	return append(lines, line)
}

// Head returns the longest beginning of a word that is at most w columns wide.
func Head(word string, w int) string {
	end, used := 0, 0
	for g := range graphemes(word) {
		if used+g.width > w {
			break
		}
		at := strings.Index(word[end:], g.text)
		if at < 0 {
			break
		}
		end += at + len(g.text)
		used += g.width
	}
	return word[:end]
}

func isASCII(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' || c >= 0x7f {
			return false
		}
	}
	return true
}
