package report

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"pgregory.net/rapid"

	"astute/model/modeltest"
)

// render reads Markdown as GitHub does, and returns the HTML it means.
func render(t reporter, source string) string {
	t.Helper()
	var b strings.Builder
	reader := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(ghtml.WithUnsafe()))
	if err := reader.Convert([]byte(source), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var (
	tag      = regexp.MustCompile(`<[^>]*>`)
	row      = regexp.MustCompile(`(?s)<tr>(.*?)</tr>`)
	cell     = regexp.MustCompile(`(?s)<t[hd]>(.*?)</t[hd]>`)
	listItem = regexp.MustCompile(`(?s)<li>(.*?)</li>`)
	para     = regexp.MustCompile(`(?s)<p>(.*?)</p>`)
	title    = regexp.MustCompile(`(?s)<h[1-6]>(.*?)</h[1-6]>`)
)

// shown is the text that a reader sees of a piece of HTML.
func shown(piece string) string {
	piece = strings.ReplaceAll(strings.ReplaceAll(piece, "<br>\n", "\n"), "<br />\n", "\n")
	piece = strings.ReplaceAll(strings.ReplaceAll(piece, "<br>", "\n"), "<br />", "\n")
	return html.UnescapeString(tag.ReplaceAllString(piece, ""))
}

// meant is the text that a reader should see: what was written, with control
// characters as blanks, and without the blanks at either end of a line, which
// Markdown cannot show.
func meant(text string) string {
	lines := strings.Split(breakMarks.Replace(string([]rune(text))), "\n")
	for i, l := range lines {
		lines[i] = strings.Trim(strings.Map(func(r rune) rune {
			if unicode.IsControl(r) || hidden(r) {
				return ' '
			}
			return r
		}, l), " ")
	}
	return strings.Trim(strings.Join(lines, "\n"), " ")
}

// hidden is written out here, apart from the program's own list: what must not
// reach a document as it is.
func hidden(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff || r >= 0xfff9 && r <= 0xfffb
}

// nasty draws text that is mostly made of what Markdown gives a meaning.
func nasty() *rapid.Generator[string] {
	bits := rapid.SampledFrom([]string{"|", "\\", "`", "*", "_", "<b>", "<!--", "-->", "&amp;", "&", "#", "-", "- ", "1. ", "12) ", "+ ", "> ", "[x](y)", "![", "](", "~~", "===", "---",
		"http://x.example", "www.x.example", "a@b.example", ":smile:", "@ana", "$x$", "\n", "\n\n", "\r\n", "\t", "    ", " ", "a", "Z", "9", ".", ",", "é", "👩‍👩‍👧", "שלום", "漢", "\u202e", "\x1b[31m", "\x00", "{{", "%%", "\u00a0", "[^1]", "[ ] ", "<br>", "\\|", "''", "\"\""})
	return rapid.Custom(func(t *rapid.T) string {
		if rapid.Bool().Draw(t, "any") {
			return rapid.String().Draw(t, "text")
		}
		return strings.Join(rapid.SliceOfN(bits, 0, 12).Draw(t, "bits"), "")
	})
}

// sameLines compares texts line by line without blanks at either end of a line
// and without empty lines at either end of the text.
func sameLines(a, b string) bool {
	trim := func(s string) string {
		lines := strings.Split(s, "\n")
		for i := range lines {
			lines[i] = strings.Trim(lines[i], " ")
		}
		return strings.Trim(strings.Join(lines, "\n"), "\n")
	}
	return trim(a) == trim(b)
}

func checkCells(t reporter, texts []string) {
	t.Helper()
	var p page
	head := []string{"a|b", "c\\", "d"}
	var rows [][]rich
	for i := 0; i+2 < len(texts); i += 3 {
		rows = append(rows, []rich{plain(texts[i]) + "x", plain(texts[i+1]) + "x", plain(texts[i+2]) + "x"})
	}
	p.table(head, rows)
	got := row.FindAllStringSubmatch(render(t, p.asMarkdown()), -1)
	if len(rows) == 0 {
		if len(got) != 0 || len(p.blocks) != 0 {
			t.Fatalf("a table without rows was written:\n%s", p.asMarkdown())
		}
		return
	}
	if len(got) != len(rows)+1 {
		t.Fatalf("%d rows became %d:\n%s", len(rows)+1, len(got), p.asMarkdown())
	}
	for n, r := range got {
		cells := cell.FindAllStringSubmatch(r[1], -1)
		if len(cells) != 3 {
			t.Fatalf("row %d has %d cells:\n%s", n, len(cells), p.asMarkdown())
		}
		for i, c := range cells {
			want := head[i]
			if n > 0 {
				want = meant(texts[(n-1)*3+i]) + "x"
			}
			if got := shown(c[1]); !sameLines(got, want) {
				t.Fatalf("a cell shows %q, wanted %q in\n%s", got, want, p.asMarkdown())
			}
		}
	}
}

func TestCellsShowWhatWasWritten(t *testing.T) {
	checkCells(t, append(modeltest.Naughty(), "", "", "")[:len(modeltest.Naughty())/3*3+3])
	rapid.Check(t, func(rt *rapid.T) {
		checkCells(rt, rapid.SliceOfN(nasty(), 0, 9).Draw(rt, "cells"))
	})
}

// checkProse writes a text as a paragraph, as an item and as a heading.
func checkProse(t reporter, text string) {
	t.Helper()
	var p page
	p.heading(2, text)
	p.list(plain(text)+"x", "last")
	p.text(text)
	out := render(t, p.asMarkdown())
	items := listItem.FindAllStringSubmatch(out, -1)
	if len(items) != 2 || !sameLines(shown(items[0][1]), meant(text)+"x") {
		t.Fatalf("an item of %q shows %q:\n%s", text, out, p.asMarkdown())
	}
	var paragraphs []string
	for _, m := range para.FindAllStringSubmatch(out, -1) {
		paragraphs = append(paragraphs, shown(m[1]))
	}
	var want []string
	for _, l := range strings.Split(meant(text), "\n") {
		if l != "" {
			want = append(want, l)
		}
	}
	var got []string
	for _, l := range strings.Split(strings.Join(paragraphs, "\n"), "\n") {
		if l != "" {
			got = append(got, l)
		}
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Fatalf("a paragraph of %q shows %q, wanted %q:\n%s", text, got, want, p.asMarkdown())
	}
	heads := title.FindAllStringSubmatch(out, -1)
	if len(heads) != 1 || strings.Join(strings.Fields(shown(heads[0][1])), " ") != strings.Join(strings.Fields(meant(text)), " ") {
		t.Fatalf("a heading of %q shows %q:\n%s", text, heads, p.asMarkdown())
	}
	for _, r := range out {
		if r < ' ' && r != '\n' || hidden(r) {
			t.Fatalf("%q went through", r)
		}
	}
}

func TestProseShowsWhatWasWritten(t *testing.T) {
	for _, text := range modeltest.Naughty() {
		checkProse(t, text)
	}
	rapid.Check(t, func(rt *rapid.T) { checkProse(rt, nasty().Draw(rt, "text")) })
}

// A link, a mention or an image of somebody else's making must not come to life.
func TestNothingBecomesALink(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := nasty().Draw(rt, "text") + "https://evil.example www.evil.example me@evil.example <script>alert(1)</script> [a](b) ![a](b) :tada: @ana"
		var p page
		p.text(text)
		p.list(plain(text))
		p.table([]string{"t"}, [][]rich{{plain(text)}})
		out := render(rt, p.asMarkdown())
		for _, bad := range []string{"<a ", "<img", "<script", "<em", "<strong", "<code", "<del", "<input", "<blockquote", "<ol"} {
			if strings.Contains(out, bad) {
				rt.Fatalf("%s came out of %q:\n%s", bad, text, p.asMarkdown())
			}
		}
		if strings.Contains(p.asMarkdown(), "@ana") || strings.Contains(p.asMarkdown(), ":tada:") || strings.Contains(p.asMarkdown(), "://") {
			rt.Fatalf("a mention, a short code or a scheme went through:\n%s", p.asMarkdown())
		}
	})
}

func TestPlainTextStaysReadable(t *testing.T) {
	for text, want := range map[string]string{
		"AI-Driven Inventory Management":      "AI-Driven Inventory Management",
		"1,200 stores (10 % fewer), at 12:30": "1,200 stores (10 % fewer), at 12:30",
		"It's done. Really? Yes!":             "It's done. Really? Yes!",
		"Culture: open":                       "Culture: open",
		"R&D <x>":                             "R&amp;D &lt;x&gt;",
		"a|b*c_d`e":                           "a\\|b\\*c\\_d\\`e",
		"x: @ana a/b":                         "x: &#64;ana a&#47;b",
		"1. one\n2) two":                      "1\\. one<br>2\\) two",
		"- item":                              "\\- item",
		"ana@example.com":                     "ana&#64;example\\.com",
		"one\ttwo\x07":                        "one two",
	} {
		if got := plain(text).markdown(); got != want {
			t.Errorf("%q became %q, wanted %q", text, got, want)
		}
	}
}

func TestHeadingsWithoutContentAreNotWritten(t *testing.T) {
	var p page
	p.heading(1, "Plan")
	p.heading(2, "Empty")
	p.heading(3, "Empty too")
	p.table([]string{"a"}, nil)
	p.list()
	p.text(" \n ")
	p.heading(2, "Full")
	p.heading(3, "Deep")
	p.say("x")
	p.heading(2, "At the end")
	if got, want := p.asMarkdown(), "# Plan\n\n## Full\n\n### Deep\n\nx\n"; got != want {
		t.Errorf("got %q, wanted %q", got, want)
	}
}

func TestTableDropsEmptyColumns(t *testing.T) {
	var p page
	p.table([]string{"a", "b", "c"}, [][]rich{{"1", "", "3"}, {"4", "", ""}})
	if got, want := p.asMarkdown(), "| a | c |\n| --- | --- |\n| 1 | 3 |\n| 4 |  |\n"; got != want {
		t.Errorf("got %q, wanted %q", got, want)
	}
}
