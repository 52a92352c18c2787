package report

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"astute/model"
)

// htmlStyle is the look of a page: the letters of the reader's own system, black
// on white, tables that scroll by themselves on a narrow screen and break between
// rows on paper.
const htmlStyle = `@page{size:A4;margin:13mm 12mm}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:#111;font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Helvetica,Arial,sans-serif}
main{max-width:72rem;margin:0 auto;padding:1rem 1.25rem 3rem}
h1,h2,h3,h4,p,li,th,td{unicode-bidi:plaintext;overflow-wrap:break-word}
h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.35rem;margin:2rem 0 .5rem;padding-bottom:.2rem;border-bottom:2px solid #444}
h3{font-size:1.1rem;margin:1.4rem 0 .4rem}
h4{font-size:1rem;margin:1rem 0 .3rem}
p,ul{margin:.4rem 0 .7rem}
ul{padding-left:1.3rem}
nav ul{columns:14rem;list-style:none;padding:0}
nav a{color:#111}
.wide{overflow-x:auto;margin:.4rem 0 .9rem}
table{border-collapse:collapse;min-width:50%;font-size:.94rem}
th,td{border:1px solid #aaa;padding:.25rem .5rem;text-align:left;vertical-align:top;max-width:26rem}
th{background:#eee}
.short{white-space:nowrap}
.map{display:block;width:100%;min-width:46rem;height:auto}
.chart{display:block;width:100%;max-width:46rem;min-width:30rem;height:auto}
.chart text{font:13px system-ui,"Noto Sans",Arial,sans-serif;fill:#000}
.chart .name{font-weight:bold}
.chart .bar{fill:#555}
.chart .task{fill:#fff;stroke:#000;stroke-width:1.4}
.chart .done{fill:#bbb}
.chart .late{fill:#000}
.chart .axis{fill:none;stroke:#000;stroke-dasharray:2 3}
@media print{
body{font-size:9pt;line-height:1.3}
main{max-width:none;padding:0}
nav{display:none}
.wide{overflow:visible}
h1{font-size:16pt}h2{font-size:12pt;margin:4mm 0 1.5mm}h3{font-size:10pt;margin:3mm 0 1mm}h4{font-size:9pt}
h1,h2,h3,h4{break-after:avoid}
tr,li,.map,.chart{break-inside:avoid}
thead{display:table-header-group}
table{width:100%;min-width:0;font-size:8pt}
th,td{padding:.6mm 1.2mm;hyphens:auto;overflow-wrap:anywhere}
.map,.chart{min-width:0}
.screen{display:none}
}
`

// htmlLow is what a page that has to fit on one sheet gives up of it.
const htmlLow = `@page{margin:9mm 11mm}
@media print{body{font-size:8pt;line-height:1.18}h1{font-size:14pt;margin:0 0 1mm}h2{margin:1.6mm 0 .6mm;padding:0;font-size:9.5pt;border-width:1px}p,ul{margin:.6mm 0}.wide{margin:.6mm 0}table{font-size:7.5pt}th,td{padding:.15mm 1mm}}
`

// htmlPage is a page being written as HTML.
type htmlPage struct {
	strings.Builder
	sections int // headings of the second level so far; each can be gone to
}

// fewSections is how many sections need no list of them at the top.
const fewSections = 8

// asHTML writes the page as one file that stands alone: no script, and nothing
// that is fetched from anywhere, which its own policy forbids as well. It is
// XML, too, so that any program can read it. style is added to the look.
func (p *page) asHTML(title, style string) string {
	var body htmlPage
	body.Grow(2 * usualSize)
	top := p.sectionList()
	for _, block := range p.blocks {
		if h, ok := block.(heading); ok && h.level == 2 && body.sections == 0 {
			body.WriteString(top) // after what stands above all sections
		}
		block.html(&body)
	}
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<title>` + escaped(title) + `</title>
<style>
` + htmlStyle + style + `</style>
</head>
<body>
<main>
` + body.String() + `</main>
</body>
</html>
`
}

// sectionList leads to the sections of a long page, "" for a short one.
func (p *page) sectionList() string {
	var b strings.Builder
	n := 0
	for _, block := range p.blocks {
		if h, ok := block.(heading); ok && h.level == 2 {
			n++
			fmt.Fprintf(&b, "<li><a href=\"#s%d\">%s</a></li>\n", n, h.text.html())
		}
	}
	if n <= fewSections {
		return ""
	}
	return "<nav>\n<ul>\n" + b.String() + "</ul>\n</nav>\n"
}

// html returns a rich line as HTML.
func (s rich) html() string { return s.written(escaped, "<strong>", "</strong>", "<br/>") }

func (h heading) html(w *htmlPage) {
	at := ""
	if h.level == 2 {
		w.sections++
		at = ` id="s` + strconv.Itoa(w.sections) + `"`
	}
	fmt.Fprintf(w, "<h%d%s>%s</h%d>\n", h.level, at, h.text.html(), h.level)
}

func (p paragraph) html(w *htmlPage) {
	lines := make([]string, len(p))
	for i, l := range p {
		lines[i] = l.html()
	}
	w.WriteString("<p>" + strings.Join(lines, "<br/>\n") + "</p>\n")
}

func (list items) html(w *htmlPage) {
	w.WriteString("<ul>\n")
	for _, i := range list {
		w.WriteString("<li>" + i.text.html())
		if len(i.under) > 0 {
			w.WriteByte('\n')
			i.under.html(w)
		}
		w.WriteString("</li>\n")
	}
	w.WriteString("</ul>\n")
}

// shortCell is how long a cell is at most, in bytes, that is never broken: a day,
// or a number with its unit.
const shortCell = 12

func (t table) html(w *htmlPage) {
	row := func(tag string, cells []rich) {
		w.WriteString("<tr>")
		for _, c := range cells {
			text, open := c.html(), tag
			if tag == "td" && len(text) <= shortCell && !strings.Contains(text, "<") {
				open += " class=\"short\""
			}
			w.WriteString("<" + open + ">" + text + "</" + tag + ">")
		}
		w.WriteString("</tr>\n")
	}
	w.WriteString("<div class=\"wide\">\n<table>\n<thead>\n")
	row("th", t.head)
	w.WriteString("</thead>\n<tbody>\n")
	for _, cells := range t.rows {
		row("td", cells)
	}
	w.WriteString("</tbody>\n</table>\n</div>\n")
}

func (d diagram) html(w *htmlPage) {
	if d.instead != nil {
		d.instead.html(w)
	}
}

// picture is the political map of a plan, drawn in HTML and nothing in Markdown.
type picture struct {
	plan       *model.Plan
	today      model.Date
	screenOnly bool // paper has no room for it
}

func (picture) markdown(*bytes.Buffer) {}

func (p picture) html(w *htmlPage) {
	class := "wide"
	if p.screenOnly {
		class += " screen"
	}
	w.WriteString(`<div class="` + class + "\">\n" + drawnMap(p.plan, Options{Today: p.today}).inline() + "</div>\n")
}
