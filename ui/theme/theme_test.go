package theme

import (
	"fmt"
	"math"
	"testing"
)

// rgb is a colour of light, each part from 0 to 1 as the eye adds it up.
type rgb [3]float64

// linear turns the parts of a colour as terminals write them, 0 to 255, to light.
func linear(parts ...int) rgb {
	var c rgb
	for i, p := range parts {
		if v := float64(p) / 255; v <= 0.04045 {
			c[i] = v / 12.92
		} else {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return c
}

// of returns a colour among the 256, from 16 on: a cube of six steps, then greys.
func of(t *testing.T, n uint8) rgb {
	t.Helper()
	if n < 16 {
		t.Fatalf("colour %d is whatever the terminal makes of it", n)
	}
	if n >= 232 {
		grey := 8 + 10*int(n-232)
		return linear(grey, grey, grey)
	}
	steps := []int{0, 95, 135, 175, 215, 255}
	n -= 16
	return linear(steps[n/36], steps[n/6%6], steps[n%6])
}

// contrast is the ratio of WCAG 2: from 1 to 21.
func contrast(a, b rgb) float64 {
	light := func(c rgb) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] + 0.05 }
	return max(light(a), light(b)) / min(light(a), light(b))
}

func TestFixedPalettesCanBeRead(t *testing.T) {
	for name, p := range palettes {
		if p[Plain].colour == 0 || p[Plain].printed == 0 {
			t.Fatalf("%s has no ground of its own", name)
		}
		least := 4.5
		if name == "high-contrast" {
			least = 7
		}
		for s := range numStyles {
			in, need := p.of(s), least
			if s == Frame {
				need = 3 // a line, not text
			}
			if got := contrast(of(t, in.colour), of(t, in.printed)); got < need {
				t.Errorf("%s: style %d has a contrast of %.2f, it needs %.1f", name, s, got, need)
			}
		}
		plain, row, cell := p.of(Plain), p.of(Row), p.of(Selected)
		if got := contrast(of(t, row.printed), of(t, plain.printed)); got < 1.4 && name != "light" || got < 1.2 {
			t.Errorf("%s: the row of the cursor does not stand out: %.2f", name, got)
		}
		if got := contrast(of(t, cell.printed), of(t, row.printed)); got < 1.1 {
			t.Errorf("%s: the cell of the cursor does not stand out of its row: %.2f", name, got)
		}
	}
}

// seen turns a colour to what is seen of it without red or without green cones
// (Viénot, Brettel and Mollon 1999).
func (c rgb) seen(without string) rgb {
	m := map[string][3][3]float64{
		"red":   {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}},
		"green": {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}},
	}[without]
	var out rgb
	for i, row := range m {
		for j, v := range row {
			out[i] += v * c[j]
		}
	}
	return out
}

// apart is how far two colours are from each other to the eye: the distance in
// CIE Lab, in which 2 can just be seen.
func apart(a, b rgb) float64 {
	lab := func(c rgb) [3]float64 {
		f := func(v float64) float64 {
			if v > 0.008856 {
				return math.Cbrt(v)
			}
			return 7.787*v + 16.0/116
		}
		x := f((0.4124*c[0] + 0.3576*c[1] + 0.1805*c[2]) / 0.9505)
		y := f(0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2])
		z := f((0.0193*c[0] + 0.1192*c[1] + 0.9505*c[2]) / 1.089)
		return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
	}
	p, q, sum := lab(a), lab(b), 0.0
	for i := range p {
		sum += (p[i] - q[i]) * (p[i] - q[i])
	}
	return math.Sqrt(sum)
}

func TestColoursAreToldApartByEveryEye(t *testing.T) {
	p := palettes["colour-blind"]
	tones := []Style{Good, Warn, Bad, Plain}
	for i, a := range tones {
		for _, b := range tones[:i] {
			for _, without := range []string{"red", "green"} {
				if got := apart(of(t, p.of(a).colour).seen(without), of(t, p.of(b).colour).seen(without)); got < 20 {
					t.Errorf("without %s cones styles %d and %d are %.0f apart", without, a, b, got)
				}
			}
		}
	}
}

// The sixteen colours as terminals commonly draw them: black, blue, cyan, the
// bright black, white and cyan.
var drawn = map[string]map[string]rgb{
	"xterm":    {"30": linear(0, 0, 0), "44": linear(0, 0, 238), "46": linear(0, 205, 205), "97": linear(255, 255, 255)},
	"VGA":      {"30": linear(0, 0, 0), "44": linear(0, 0, 170), "46": linear(0, 170, 170), "97": linear(255, 255, 255)},
	"Windows":  {"30": linear(12, 12, 12), "44": linear(0, 55, 218), "46": linear(58, 150, 221), "97": linear(242, 242, 242)},
	"Mac OS":   {"30": linear(0, 0, 0), "44": linear(73, 46, 225), "46": linear(51, 187, 200), "97": linear(233, 235, 235)},
	"Gnome":    {"30": linear(46, 52, 54), "44": linear(52, 101, 164), "46": linear(6, 152, 154), "97": linear(238, 238, 236)},
	"VS Code":  {"30": linear(0, 0, 0), "44": linear(36, 114, 200), "46": linear(17, 168, 205), "97": linear(229, 229, 229)},
	"Terminus": {"30": linear(0, 0, 0), "44": linear(0, 0, 128), "46": linear(0, 128, 128), "97": linear(255, 255, 255)},
}

func TestTheCursorCanBeReadInTheTerminalsOwnColours(t *testing.T) {
	for terminal, colours := range drawn {
		for _, s := range []Style{Row, Selected} {
			var on, text string
			if _, err := fmt.Sscanf(looks["terminal"].params(s, Sixteen), "%2s;%2s", &text, &on); err != nil {
				t.Fatal(err)
			}
			if got := contrast(colours[text], colours[on]); got < 3.5 {
				t.Errorf("%s: style %d has a contrast of %.2f", terminal, s, got)
			}
		}
	}
}

func TestWhatTheTerminalCanShow(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want Options
	}{
		{map[string]string{"TERM": "xterm-256color", "LANG": "en_GB.UTF-8"}, Options{}},
		{map[string]string{"TERM": "xterm-256color", "LANG": "C.utf8"}, Options{}},
		{map[string]string{"TERM": "xterm", "COLORTERM": "truecolor"}, Options{}},
		{map[string]string{"TERM": "tmux-direct"}, Options{}},
		{map[string]string{"TERM": "xterm"}, Options{Depth: Sixteen}},
		{map[string]string{"TERM": "screen"}, Options{Depth: Sixteen}},
		{map[string]string{"TERM": "linux", "LANG": "de_DE.UTF-8"}, Options{Depth: Sixteen, Borders: "console"}},
		{map[string]string{"TERM": "vt100", "LANG": "en_GB.UTF-8"}, Options{Depth: None, Borders: "ascii"}},
		{map[string]string{"TERM": "dumb"}, Options{Depth: None, Borders: "ascii"}},
		{map[string]string{"TERM": "xterm-mono"}, Options{Depth: None, Borders: "ascii"}},
		{map[string]string{"TERM": "xterm-256color", "NO_COLOR": "1"}, Options{Depth: None}},
		{map[string]string{"TERM": "xterm-256color", "LANG": "en_GB.UTF-8", "LC_ALL": "C"}, Options{Borders: "ascii", Bytes: true}},
		{map[string]string{"TERM": "xterm-256color", "LC_ALL": "en_GB.UTF-8", "LC_CTYPE": "C"}, Options{}},
		{map[string]string{"TERM": "xterm-256color", "LANG": "de_DE.ISO-8859-1"}, Options{Borders: "ascii", Bytes: true}},
		{map[string]string{"TERM": "linux", "LC_CTYPE": "POSIX"}, Options{Depth: Sixteen, Borders: "ascii", Bytes: true}},
	} {
		if got := Around(func(name string) string { return c.env[name] }); got != c.want {
			t.Errorf("%v: %+v, should be %+v", c.env, got, c.want)
		}
	}
}

func TestOnlyFixedPalettesTakeColoursOfTheirOwn(t *testing.T) {
	for _, name := range Names() {
		many, err := New(Options{Name: name})
		if err != nil {
			t.Fatal(err)
		}
		few, _ := New(Options{Name: name, Depth: Sixteen})
		if _, fixed := palettes[name]; fixed == (many.SGR(Plain) == "") {
			t.Errorf("%s: plain text is %q", name, many.SGR(Plain))
		}
		if few.SGR(Plain) != "" || few.SGR(Selected) == "" {
			t.Errorf("%s in sixteen colours: %q, %q", name, few.SGR(Plain), few.SGR(Selected))
		}
	}
}
