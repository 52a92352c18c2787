package theme

// Glyphs are the characters that frames are drawn with; each is one column.
type Glyphs struct {
	TopLeft, TopRight, BottomLeft, BottomRight string
	Across, Down                               string
	Thumb                                      string // where a scrolled list stands
	Fold                                       string
	Sways, SwayedBy                            string // who influences whom, on the map
	Guide                                      string // a faint line between columns

	signs map[string]string // how single characters are written otherwise
}

var (
	lined   = Glyphs{"┌", "┐", "└", "┘", "─", "│", "┃", "▸", "»", "«", "┊", nil}
	rounded = Glyphs{"╭", "╮", "╰", "╯", "─", "│", "┃", "▸", "»", "«", "┊", nil}
	ascii   = Glyphs{"+", "+", "+", "+", "-", "|", "#", "+", "}", "{", ":", typewritten}
	// The fonts of the Linux console hold what the first personal computers
	// had, and little else.
	console = Glyphs{"┌", "┐", "└", "┘", "─", "│", "█", "+", "»", "«", ":", oldFont}
)

// typewritten is how signs of the program's own text are written where only
// ASCII is sure to be there, and oldFont where there are a few more: thick lines
// become double ones there, dashed ones plain.
var (
	typewritten = map[string]string{"…": "~", "↑": "^", "↓": "v", "–": "-", "“": `"`, "”": `"`, "’": "'"}
	oldFont     = map[string]string{
		"…": "~", "↑": "^", "↓": "v", "–": "-", "“": `"`, "”": `"`, "’": "'",
		"━": "═", "┃": "║", "┏": "╔", "┓": "╗", "┗": "╚", "┛": "╝", "┣": "╠", "┫": "╣", "┳": "╦", "┻": "╩", "╋": "╬", "╌": "-", "╎": ":",
	}
)

var borders = map[string]Glyphs{"": lined, "line": lined, "rounded": rounded, "ascii": ascii, "console": console}
