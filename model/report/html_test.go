package report

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"astute/model"
	"astute/model/modeltest"
)

// writer writes a plan.
type writer = func(io.Writer, *model.Plan, Options) error

// pageOf is what a writer writes of a plan.
func pageOf(t reporter, write writer, p *model.Plan) string {
	t.Helper()
	var b strings.Builder
	if err := write(&b, p, Options{Today: today}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// htmlElements are what may stand in a page besides the picture, and the
// attributes that each has.
var htmlElements = map[string]string{
	"html": "lang", "head": "", "body": "", "meta": "charset name content http-equiv", "title": "", "style": "", "main": "", "nav": "",
	"h1": "", "h2": "id", "h3": "", "h4": "", "p": "", "br": "", "ul": "", "li": "", "strong": "", "a": "href", "div": "class",
	"table": "", "thead": "", "tbody": "", "tr": "", "th": "", "td": "class", "svg": "class viewBox role",
}

// checkHTML reads a page as strict XML and sees that nothing in it is other than
// the program wrote: no script, nothing fetched, tables with as many cells in
// each row as in the head. It returns the texts of the cells.
func checkHTML(t reporter, page string) (cells []string) {
	t.Helper()
	page, ok := strings.CutPrefix(page, "<!DOCTYPE html>\n")
	if !ok {
		t.Fatal("not a page of HTML")
	}
	d := xml.NewDecoder(strings.NewReader(page))
	d.Strict = true
	var text strings.Builder
	svg, width, n := false, 0, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return cells
		}
		if err != nil {
			t.Fatalf("not XML: %v", err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			allowed, ok := htmlElements[e.Name.Local]
			if inPicture, drawn := elements[e.Name.Local]; svg && drawn {
				allowed, ok = inPicture, true
			}
			svg = svg || e.Name.Local == "svg"
			for _, a := range e.Attr {
				ok = ok && slices.Contains(strings.Fields(allowed), a.Name.Local) && (a.Name.Local != "href" || strings.HasPrefix(a.Value, "#s"))
			}
			if !ok {
				t.Fatalf("%s does not belong into a page: %v", e.Name.Local, e.Attr)
			}
			switch e.Name.Local {
			case "table":
				width = 0
			case "tr":
				n = 0
			case "th", "td":
				n++
				text.Reset()
			case "br":
				text.WriteByte('\n')
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "svg":
				svg = false
			case "th", "td":
				cells = append(cells, tidy(text.String()))
			case "tr":
				if width == 0 {
					width = n
				}
				if n != width || n == 0 {
					t.Fatalf("%d cells under a head of %d", n, width)
				}
			}
		case xml.CharData:
			if s := string(e); strings.ContainsFunc(s, func(r rune) bool { return r != '\n' && model.IsUnsafe(r) }) {
				t.Fatalf("%q holds a control character", s)
			}
			text.Write(e)
		case xml.Comment, xml.ProcInst, xml.Directive:
			t.Fatalf("%v does not belong into a page", e)
		}
	}
}

// tidy leaves out what no reader sees of blanks.
func tidy(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.Join(strings.Fields(l), " ")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// checkAlike sees that the page of HTML has the cells that the Markdown has, and
// each of them says the same.
func checkAlike(t reporter, page, doc string) {
	t.Helper()
	got := checkHTML(t, page)
	var want []string
	for _, m := range cell.FindAllStringSubmatch(render(t, doc), -1) {
		want = append(want, tidy(shown(m[1])))
	}
	if len(got) != len(want) {
		t.Fatalf("%d cells, %d in Markdown", len(got), len(want))
	}
	for i := range got {
		// What neither can hold is a replacement sign in one and nothing in the other.
		if clean := func(s string) string { return tidy(strings.ReplaceAll(s, "\ufffd", "")) }; clean(got[i]) != clean(want[i]) {
			t.Fatalf("a cell says %q, in Markdown %q", got[i], want[i])
		}
	}
}

func TestHTMLSaysWhatTheMarkdownSays(t *testing.T) {
	for _, p := range []*model.Plan{smallPlan(), filled(t), examplePlan(t, "FreshKart Grocers"), examplePlan(t, "桜井製パン (Sakurai Bakery)")} {
		page := pageOf(t, templates[0].HTML, p)
		for _, template := range Templates() {
			checkAlike(t, pageOf(t, template.HTML, p), pageOf(t, template.Markdown, p))
		}
		somebody := slices.ContainsFunc(model.All[*model.Contact](p.Book), func(c *model.Contact) bool { return !c.Left })
		if strings.Contains(page, "mermaid") || strings.Contains(page, `<svg class="map"`) != somebody {
			t.Errorf("%s: the map is not drawn", p.Account.Name)
		}
		if page != pageOf(t, templates[0].HTML, p) {
			t.Errorf("%s: other bytes from the same plan", p.Account.Name)
		}
	}
}

func TestHostileTextsBreakNoHTML(t *testing.T) {
	naughty := modeltest.Naughty()
	for start := range 7 {
		p := hostile(t, append(slices.Clone(naughty[start*len(naughty)/7:]), naughty...))
		for _, template := range Templates() {
			checkAlike(t, pageOf(t, template.HTML, p), pageOf(t, template.Markdown, p))
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		var p page
		text := func(name string) rich { return plain(nasty().Draw(rt, name)) }
		p.heading(2, nasty().Draw(rt, "heading"))
		p.text(nasty().Draw(rt, "text"))
		p.tree(items{{text: strong(text("item")), under: items{{text: text("below")}}}})
		p.table([]string{"a", nasty().Draw(rt, "head")}, [][]rich{{text("cell") + "x", strong(text("strong"))}, {"", text("last") + "x"}})
		checkAlike(rt, p.asHTML(nasty().Draw(rt, "title"), ""), p.asMarkdown())
	})
}

func TestHTMLOfNobodyAndOfTheBareAccount(t *testing.T) {
	bare := model.NewPlan(&model.Account{Name: "Bare & Co"}, nil)
	for _, template := range Templates() {
		page := pageOf(t, template.HTML, bare)
		if checkHTML(t, page); !strings.Contains(page, "<h1>Bare &amp; Co</h1>") || strings.Contains(page, "<svg") {
			t.Errorf("a page of nobody:\n%s", page)
		}
	}
}

func TestOrgChartIsAListInHTML(t *testing.T) {
	page := pageOf(t, templates[0].HTML, smallPlan())
	inSequence(t, page, "Who reports to whom</h2>\n<ul>\n<li>Claire Petit, CFO\n<ul>\n<li>Jean Roux, Plant Director\n<ul>\n<li>Omar Haddad, IT Manager</li>\n</ul>\n</li>\n</ul>\n</li>\n</ul>\n<h2")
}

// A circle of reporting lines ends, and everybody in it stands in the list once.
func TestOrgChartListOfACircleEnds(t *testing.T) {
	p := smallPlan()
	boss := contactNamed(t, p, "Claire Petit")
	c := model.Clone(boss)
	c.ReportsTo = contactNamed(t, p, "Omar Haddad").ID
	_, list, _ := strings.Cut(pageOf(t, templates[0].HTML, p.With(model.Change{Before: boss, After: c})), "Who reports to whom</h2>")
	list, _, _ = strings.Cut(list, "<h2")
	for _, who := range []string{"Claire Petit, CFO", "Jean Roux, Plant Director", "Omar Haddad, IT Manager"} {
		if n := strings.Count(list, who); n != 1 {
			t.Errorf("%s stands %d times in\n%s", who, n, list)
		}
	}
	checkHTML(t, pageOf(t, templates[0].HTML, p))
}

func TestTheLookOfThePictureHoldsForThePictureAlone(t *testing.T) {
	if got, want := within(".map", "a,b{x:y}\n.c{z:w}.d{}"), ".map a,.map b{x:y}\n.map .c{z:w}\n.map .d{}\n"; got != want {
		t.Errorf("got %q, wanted %q", got, want)
	}
}
