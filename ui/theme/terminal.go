package theme

import (
	"runtime"
	"strings"
)

// depths says how many colours a terminal has by how its $TERM begins; the first
// that fits counts, and one that none fits has sixteen.
var depths = []struct {
	begins string
	depth  Depth
}{
	{"vt", None}, {"dumb", None}, {"unknown", None},
	{"alacritty", Many}, {"foot", Many}, {"ghostty", Many}, {"rio", Many}, {"wezterm", Many}, {"xterm-ghostty", Many}, {"xterm-kitty", Many},
}

// Around returns what the terminal can show, as its environment says: the
// options of a theme but for its name. Nothing is asked of the terminal itself.
func Around(getenv func(string) string) Options {
	var o Options
	kind := strings.ToLower(getenv("TERM"))
	o.Depth = depthOf(kind, getenv("COLORTERM"))
	switch {
	case o.Depth == None:
		o.Borders = "ascii" // as old as that, or a printer
	case kind == "linux":
		o.Borders = "console"
	}
	if getenv("NO_COLOR") != "" {
		o.Depth = None
	}
	if !knowsUnicode(getenv) {
		o.Borders, o.Bytes = "ascii", true
	}
	return o
}

func depthOf(kind, colour string) Depth {
	for _, d := range depths {
		if strings.HasPrefix(kind, d.begins) {
			return d.depth
		}
	}
	switch {
	case strings.HasSuffix(kind, "-m"), strings.HasSuffix(kind, "-mono"):
		return None
	case strings.Contains(kind, "256color"), strings.Contains(kind, "direct"), colour != "", kind == "" && runtime.GOOS == "windows":
		return Many
	}
	return Sixteen
}

// knowsUnicode reports whether text is UTF-8 here. Who says nothing, as a bare
// container does, has a terminal of these days.
func knowsUnicode(getenv func(string) string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		locale := strings.ToLower(getenv(name))
		if locale == "" {
			continue
		}
		return strings.Contains(locale, "utf-8") || strings.Contains(locale, "utf8") || runtime.GOOS == "windows"
	}
	return true
}
