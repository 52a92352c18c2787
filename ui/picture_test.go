package ui_test

import (
	"flag"
	"fmt"
	"html"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"astute/ui/uitest"
)

// The picture in the README is the worked example as the workspace draws it on a
// dark terminal: go test ./ui -run Picture -update writes it.
func TestThePictureIsWhatTheWorkspaceDraws(t *testing.T) {
	const path, w, h = "testdata/screen.svg", 120, 38
	s := uitest.Workspace(t, uitest.Example(t), w, h).Keys("3")
	now := picture(s.Model().View(), w, h)
	was, err := os.ReadFile(path)
	if string(was) == now {
		return
	}
	if f := flag.Lookup("update"); f.Value.String() != "true" {
		t.Fatalf("%s is not what the workspace draws (%v): go test ./ui -run Picture -update writes it", path, err)
	}
	if err := os.WriteFile(path, []byte(now), 0o644); err != nil {
		t.Fatal(err)
	}
}

// The cells of the picture, in units of its own.
const (
	cellW, cellH = 8.4, 18.0
	fontSize     = 14
	edge         = 14.0 // around the screen
)

// The sixteen colours as a dark terminal has them, and its own two.
var palette = [16]string{
	"#2b303b", "#ef6b73", "#8fc97a", "#e5bf6a", "#5b8fd9", "#c08ae0", "#56c2c9", "#cfd5e0",
	"#6b7484", "#ff8a91", "#a8e08f", "#ffd98a", "#7fb0ff", "#d9a6f7", "#7be0e6", "#ffffff",
}

const ground, ink = "#15181f", "#d5dae4"

// look is how a run of text looks.
type look struct {
	front, back                        string
	bold, faint, under, struck, italic bool
	reverse                            bool
}

// colours are those of a look; what is faint is mixed with the ground, not drawn
// through, so that lines which meet do not show where.
func (l look) colours() (front, back string) {
	front, back = l.front, l.back
	if front == "" {
		front = ink
	}
	if l.faint {
		front = mixed(front, ground, 0.5)
	}
	if l.reverse {
		if back == "" {
			back = ground
		}
		return back, front
	}
	return front, back
}

// mixed is a colour with a share of another in it.
func mixed(a, b string, share float64) string {
	out := "#"
	for i := 1; i < 7; i += 2 {
		x, _ := strconv.ParseUint(a[i:i+2], 16, 8)
		y, _ := strconv.ParseUint(b[i:i+2], 16, 8)
		out += fmt.Sprintf("%02x", int(float64(x)*(1-share)+float64(y)*share))
	}
	return out
}

// picture draws a screen as SVG: a rectangle for each background, lines for what
// frames are made of, text for the rest, every run at its column.
func picture(view string, w, h int) string {
	var b strings.Builder
	width, height := float64(w)*cellW+2*edge, float64(h)*cellH+2*edge
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" role="img" aria-label="The workspace with the worked example">`+"\n", num(width), num(height))
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="10" fill="%s"/>`+"\n", ground)
	fmt.Fprintf(&b, `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace" font-size="%d" xml:space="preserve">`+"\n", fontSize)
	for y, line := range strings.Split(view, "\n") {
		drawLine(&b, line, edge+float64(y)*cellH)
	}
	b.WriteString("</g>\n</svg>\n")
	return b.String()
}

// run is text of one look at a column.
type run struct {
	look  look
	x, w  int
	text  string
	alone bool // a character wider than a cell: the next run begins behind it
}

func drawLine(b *strings.Builder, line string, top float64) {
	list := runs(line)
	for i := 0; i < len(list); i++ {
		first := list[i]
		_, back := first.look.colours()
		if back == "" {
			continue
		}
		w := first.w
		for ; i+1 < len(list); i++ {
			if _, next := list[i+1].look.colours(); next != back {
				break
			}
			w += list[i+1].w
		}
		fmt.Fprintf(b, `<rect x="%s" y="%s" width="%s" height="%s" fill="%s" shape-rendering="crispEdges"/>`+"\n", num(edge+float64(first.x)*cellW), num(top), num(float64(w)*cellW), num(cellH), back)
	}
	for _, r := range list {
		front, _ := r.look.colours()
		x := edge + float64(r.x)*cellW
		if d := strokes(r.text, x, top); d != "" {
			fill := "none"
			if heads[[]rune(r.text)[0]] != "" {
				fill = front
			}
			fmt.Fprintf(b, `<path d="%s" stroke="%s" fill="%s"%s/>`+"\n", d, front, fill, thickness(r.text))
			continue
		}
		if strings.TrimSpace(r.text) == "" {
			continue
		}
		length := fmt.Sprintf(` textLength="%s" lengthAdjust="spacingAndGlyphs"`, num(float64(r.w)*cellW))
		if strings.ContainsFunc(r.text, func(c rune) bool { return unicode.Is(unicode.Mn, c) }) {
			length = "" // a mark would be moved off its letter
		}
		fmt.Fprintf(b, `<text x="%s" y="%s"%s fill="%s"%s>%s</text>`+"\n",
			num(x), num(top+cellH*0.73), length, front, attributes(r.look), html.EscapeString(r.text))
	}
}

func attributes(l look) string {
	var out string
	if l.bold {
		out += ` font-weight="bold"`
	}
	if l.italic {
		out += ` font-style="italic"`
	}
	switch {
	case l.struck:
		out += ` text-decoration="line-through"`
	case l.under:
		out += ` text-decoration="underline"`
	}
	return out
}

// runs cuts a line into pieces of one look: words with single blanks between
// them, wide characters alone, and frames piece by piece.
func runs(line string) []run {
	var list []run
	var now look
	x := 0
	add := func(text string, w int, alone bool) {
		if n := len(list) - 1; n >= 0 && !alone && !list[n].alone && list[n].look == now && list[n].x+list[n].w == x &&
			(kindOf(list[n].text) == kindOf(text) && kindOf(text) != "") {
			list[n].text += text
			list[n].w += w
		} else {
			list = append(list, run{now, x, w, text, alone})
		}
		x += w
	}
	for line != "" {
		if params, final, rest, ok := escape(line); ok {
			switch line = rest; final {
			case 'm':
				now = apply(now, params)
			case 'G':
				x, _ = strconv.Atoi(params)
				x--
			}
			continue
		}
		text, w := ansi.FirstGraphemeCluster(line, ansi.GraphemeWidth)
		line = line[len(text):]
		add(text, w, w > 1)
	}
	return list
}

// kindOf tells what can share a run: text with text, one frame character with
// itself; blanks go with what is before them only inside a background.
func kindOf(text string) string {
	r := []rune(text)[0]
	if boxes[r] != ([4]int{}) || heads[r] != "" {
		return string(r)
	}
	if r == ' ' {
		return " "
	}
	return "text"
}

func escape(line string) (params string, final byte, rest string, ok bool) {
	if !strings.HasPrefix(line, "\x1b[") {
		return "", 0, line, false
	}
	end := 2
	for line[end] < '@' {
		end++
	}
	return line[2:end], line[end], line[end+1:], true
}

// apply changes a look as the parameters of a style say.
func apply(l look, params string) look {
	list := strings.Split(params, ";")
	for i := 0; i < len(list); i++ {
		n, _ := strconv.Atoi(list[i])
		switch {
		case n == 0:
			l = look{}
		case n == 1:
			l.bold = true
		case n == 2:
			l.faint = true
		case n == 3:
			l.italic = true
		case n == 4:
			l.under = true
		case n == 7:
			l.reverse = true
		case n == 9:
			l.struck = true
		case n >= 30 && n <= 37:
			l.front = palette[n-30]
		case n >= 90 && n <= 97:
			l.front = palette[n-90+8]
		case n >= 40 && n <= 47:
			l.back = palette[n-40]
		case n >= 100 && n <= 107:
			l.back = palette[n-100+8]
		default:
			panic("the picture knows no style " + params)
		}
	}
	return l
}

// boxes are the frame characters: how thick they are up, right, down and left.
var boxes = func() map[rune][4]int {
	list := map[rune][4]int{'┊': {3, 0, 3, 0}, '╌': {0, 3, 0, 3}, '╎': {3, 0, 3, 0}}
	shapes := [...][4]int{{0, 1, 0, 1}, {1, 0, 1, 0}, {0, 1, 1, 0}, {0, 0, 1, 1}, {1, 1, 0, 0}, {1, 0, 0, 1}, {1, 1, 1, 0}, {1, 0, 1, 1}, {0, 1, 1, 1}, {1, 1, 0, 1}, {1, 1, 1, 1}}
	for i, r := range []rune("─│┌┐└┘├┤┬┴┼") {
		list[r] = shapes[i]
	}
	for i, r := range []rune("━┃┏┓┗┛┣┫┳┻╋") {
		for side, n := range shapes[i] {
			shape := list[r]
			shape[side] = 2 * n
			list[r] = shape
		}
	}
	return list
}()

// heads are arrow heads, as corners of a triangle in a cell from 0 to 1.
var heads = map[rune]string{
	'▲': "0.15 0.68 0.85 0.68 0.5 0.3", '▼': "0.15 0.32 0.85 0.32 0.5 0.7", '►': "0.1 0.28 0.1 0.72 0.95 0.5", '◄': "0.9 0.28 0.9 0.72 0.05 0.5",
}

// strokes is the path of frame characters that stand beside each other, "" for
// other text.
func strokes(text string, x, top float64) string {
	list := []rune(text)
	shape, ok := boxes[list[0]]
	middleX, middleY := x+cellW/2, top+cellH/2
	if corners := heads[list[0]]; corners != "" {
		var d []string
		at := strings.Fields(corners)
		for i := 0; i < len(at); i += 2 {
			cx, _ := strconv.ParseFloat(at[i], 64)
			cy, _ := strconv.ParseFloat(at[i+1], 64)
			d = append(d, num(x+cx*cellW)+" "+num(top+cy*cellH))
		}
		return "M" + strings.Join(d, "L") + "Z"
	}
	if !ok {
		return ""
	}
	if shape[1] > 0 && shape[3] > 0 && shape[0]+shape[2] == 0 {
		return fmt.Sprintf("M%s %sh%s", num(x), num(middleY), num(float64(len(list))*cellW)) // one line for all of them
	}
	if shape[0] > 0 && shape[2] > 0 && shape[1]+shape[3] == 0 && len(list) == 1 {
		return fmt.Sprintf("M%s %sv%s", num(middleX), num(top), num(cellH))
	}
	var d strings.Builder
	for range list {
		ends := [4]string{"V" + num(top), "H" + num(middleX+cellW/2), "V" + num(top+cellH), "H" + num(middleX-cellW/2)}
		for side, n := range shape {
			if n > 0 {
				fmt.Fprintf(&d, "M%s %s%s", num(middleX), num(middleY), ends[side])
			}
		}
		middleX += cellW
	}
	return d.String()
}

func thickness(text string) string {
	r := []rune(text)[0]
	switch shape := boxes[r]; {
	case heads[r] != "":
		return ` stroke-linejoin="round"`
	case max(shape[0], shape[1], shape[2], shape[3]) == 2:
		return ` stroke-width="2.4"`
	case max(shape[0], shape[1], shape[2], shape[3]) == 3:
		return ` stroke-dasharray="2 2.5"`
	}
	return ""
}

// num writes a length with as few figures as it needs.
func num(f float64) string { return strconv.FormatFloat(f, 'f', -1, 32) }
