package report

import (
	"fmt"
	"strings"

	"astute/model"
)

// TextLine is a line of a brief as a terminal shows it.
type TextLine struct {
	Text  string
	Label int // columns at its beginning that say what the sentence is about
}

// screen is the room that a brief has to fit: columns and lines. One without
// lines is endless.
type screen struct{ width, height int }

const (
	// all of the lines of a section are on the one screen.
	all = 1 << 20
	// narrowBelow is the width below which a brief says less of each, so that it
	// says something of everything that decides a call.
	narrowBelow = 70
	// longest is how many columns of a sentence are on the one screen, unless all
	// of the section is.
	longest = 132
)

// fit leaves out what has no room on one screen, from the end: what matters
// most stands first.
func (b *Brief) fit(room screen) {
	for i := len(b.Sections) - 1; i >= 0 && room.height > 0; {
		if len(b.lines(room.width, false)) <= room.height {
			return
		}
		s := &b.Sections[i]
		if s.some == all || s.some == 0 {
			i--
			continue
		}
		s.some = min(s.some, len(s.Lines)) - 1
		s.few = min(s.few, s.some)
	}
}

// Text returns what of the brief fits one screen, as lines of at most width
// columns, for a terminal; less than 10 counts as 10. The first says whom it is
// about. It has no colours and ends without an empty line.
func (b Brief) Text(width int) []TextLine { return b.lines(width, false) }

// Whole returns all of the brief as lines, as [Brief.Text] does.
func (b Brief) Whole(width int) []TextLine { return b.lines(width, true) }

// More is how many sentences there are besides those of [Brief.Text].
func (b Brief) More() int {
	n := 0
	for _, s := range b.Sections {
		n += max(0, len(s.Lines)-s.some)
	}
	return n
}

// PlainText is the text of lines, each with its line break.
func PlainText(lines []TextLine) string {
	var out strings.Builder
	for _, l := range lines {
		out.WriteString(l.Text + "\n")
	}
	return out.String()
}

func (b Brief) lines(width int, whole bool) []TextLine {
	width = max(width, 10)
	var lines []TextLine
	for _, text := range wrap(b.headline(), "", width) {
		lines = append(lines, TextLine{Text: text})
	}
	for _, s := range b.Sections {
		for i, text := range s.said(width, whole) {
			label := ""
			switch {
			case s.Plain:
				label = labelOf(text)
			case i == 0:
				label = s.Heading + ":"
				text = label + " " + text
			default:
				text = "- " + text
			}
			for k, row := range wrap(text, "  ", width) {
				at := TextLine{Text: row}
				if k == 0 {
					at.Text = strings.TrimPrefix(row, "  ")
					if strings.HasPrefix(at.Text, label) {
						at.Label = columns(label)
					}
				}
				lines = append(lines, at)
			}
		}
	}
	return lines
}

// said is what of a section is said on a screen of a width.
func (s Section) said(width int, whole bool) []string {
	if whole {
		return s.Lines
	}
	limit := s.some
	if s.few > 0 && width < narrowBelow {
		limit = s.few
	}
	limit = min(limit, len(s.Lines))
	var lines []string
	for _, text := range s.Lines[:limit] {
		if s.some < all {
			text = clip(text, longest)
		}
		lines = append(lines, text)
	}
	rest := len(s.Lines) - limit
	switch {
	case rest == 0 || limit == 0:
	case !s.Plain:
		lines[limit-1] += fmt.Sprintf(" And %d more.", rest)
	case s.noun[0] != "":
		lines[limit-1] += " And " + model.Count(rest, "more "+s.noun[0], "more "+s.noun[1]) + "."
	}
	return lines
}

// labelOf is how a sentence begins that says by itself what it is about, its
// colon included: "We promised 3 weeks ago:". Longer ones are no label.
func labelOf(text string) string {
	if i := strings.Index(text, ": "); i > 0 && i < 40 && !strings.Contains(text[:i], ". ") {
		return text[:i+1]
	}
	return ""
}

// clip cuts a text that takes more columns than there are, behind a word.
func clip(text string, limit int) string {
	if columns(text) <= limit {
		return text
	}
	return strings.TrimRight(wrap(text, "", limit-1)[0], " ,;:.") + "…"
}
