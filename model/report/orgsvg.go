package report

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/model/chart"
)

// Sizes of drawn reporting lines, in units of the picture.
const (
	orgRow     = 20 // from one person to the next
	orgStep    = 22 // from a boss to whoever reports there
	orgLetter  = 7  // the most that a letter takes
	orgColumn  = 45 // people below each other before the next column begins
	orgMost    = 60 // letters of a name and a title
	orgGap     = 30 // between columns
	orgHeading = 50 // for the title
)

const orgStyle = `text{font:13px sans-serif;fill:#000}.title{font-size:20px;font-weight:bold}.day{font-size:12px;fill:#333}.name{font-weight:bold}path{fill:none;stroke:#000;stroke-width:1.2}`

// reportingLines draws who reports to whom as a tree, in as many columns as it
// takes. It shows names and titles, and nothing that anybody thinks of them.
func reportingLines(p *model.Plan, today model.Date) string {
	rows := chart.NewOrg(model.All[*model.Contact](p.Book), chart.OrgOptions{}).Rows
	title := titleOf(p)
	var b strings.Builder
	left, widest, highest := 0, len([]rune(title))*2*orgLetter, 0
	for from := 0; from < len(rows); from += orgColumn {
		column := rows[from:min(from+orgColumn, len(rows))]
		wide := 0
		for i, row := range column {
			wide = max(wide, orgPerson(&b, row, left, orgHeading+i*orgRow))
		}
		left += wide + orgGap
		widest, highest = max(widest, left), max(highest, len(column)*orgRow)
	}
	desc := fmt.Sprintf("%s: who reports to whom, %s", title, model.Count(len(rows), "person", "people"))
	day := ""
	if !today.IsZero() {
		day = ", " + today.String()
	}
	return fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="277mm" height="190mm" viewBox="%d %d %d %d" role="img">
<title>%s</title>
<style>@page{size:A4 landscape;margin:10mm}
%s</style>
<text class="title" x="0" y="8">%s</text>
<text class="day" x="0" y="26">Who reports to whom%s</text>
%s</svg>
`, -marginX, -marginX, widest+2*marginX, highest+orgHeading+2*marginX, escaped(desc), orgStyle, escaped(title), day, b.String())
}

// orgPerson draws one person with the branches that lead there, and says how wide
// that is. Every branch ends with its row, so that a column can begin anywhere.
func orgPerson(b *strings.Builder, row chart.OrgRow, x, y int) (width int) {
	top, middle, bottom := y-orgRow/2-4, y-4, y+orgRow/2-4
	for depth := range row.Depth {
		twig := []rune(row.Branch)[2*depth : 2*depth+2]
		at := x + depth*orgStep + 4
		switch twig[0] {
		case '│':
			fmt.Fprintf(b, "<path d=\"M%d %dV%d\"/>\n", at, top, bottom)
		case '├':
			fmt.Fprintf(b, "<path d=\"M%d %dV%dM%d %dh%d\"/>\n", at, top, bottom, at, middle, orgStep-8)
		case '└':
			fmt.Fprintf(b, "<path d=\"M%d %dV%dh%d\"/>\n", at, top, middle, orgStep-8)
		}
	}
	from := x + row.Depth*orgStep
	name := string(cut(oneLine(row.Contact.Name), orgMost))
	about := string(cut(oneLine(row.Contact.JobTitle), orgMost))
	if about != "" {
		about = ", " + about
	}
	fmt.Fprintf(b, "<text x=\"%d\" y=\"%d\"><tspan class=\"name\">%s</tspan>%s</text>\n", from, y, escaped(name), escaped(about))
	return from - x + columns(name+about)*orgLetter
}
