package form

// KeyHelp says what keys do.
type KeyHelp struct{ Keys, Does string }

// Keys are the keys of a form, for whoever tells about them.
var Keys = []KeyHelp{
	{"tab, shift+tab", "the next field, the one before; from the last to the first"},
	{"enter", "the next field, after the last one saves; a new line in a long text; takes what a list shows"},
	{"↑ ↓", "from field to field; in a long text from line to line"},
	{"pgup pgdn", "five fields up or down"},
	{"ctrl+s", "saves"},
	{"esc", "leaves; asks first when something was typed"},
	{"ctrl+o", "shows all fields, or the first ones again"},
	{"ctrl+y ctrl+t", "keeps yours, takes theirs, where somebody else changed the field meanwhile"},
	{"a letter", "picks the word of a choice; - or backspace: not known"},
	{"left right space", "highlights a word where several can be chosen, and picks it or drops it"},
	{"a name", "looks up whom a field points to; a name that fits nobody can be made with enter"},
	{"ctrl+a ctrl+e", "the beginning and the end of the line; alt+b and alt+f a word back and forth"},
	{"ctrl+u ctrl+k", "rubs out to the beginning, to the end of the line; ctrl+w the word before"},
}

// steps are the keys that go from field to field.
var steps = map[string]int{"up": -1, "down": 1, "pgup": -5, "pgdown": 5}

// orders are the keys that mean the same in every field.
var orders = map[string]func(*Form) Verdict{
	"esc":       func(*Form) Verdict { return Leave },
	"ctrl+s":    func(f *Form) Verdict { f.Current().TakeTyped(); return Save },
	"tab":       func(f *Form) Verdict { f.turn(1); return Going },
	"shift+tab": func(f *Form) Verdict { f.turn(-1); return Going },
	"ctrl+o":    func(f *Form) Verdict { f.unfold(); return Going },
	"ctrl+t":    (*Form).takeTheirs,
	"ctrl+y":    (*Form).keepMine,
	"enter":     (*Form).enter,
}

// Key gives the form a key.
func (f *Form) Key(key string) Verdict {
	f.Problem, f.News = "", ""
	if do, ok := orders[key]; ok {
		return do(f)
	}
	e := f.Current()
	by, moves := steps[key]
	// A list takes the arrows only while a name is being typed into it that can be
	// several; letters pick from it otherwise, and left and right walk through it.
	idle := e.list != nil && e.list.Input.Text() == ""
	if settled := moves && e.Listed() && e.list.Settled(); settled || idle && (moves || e.walk(key)) {
		if moves {
			f.leave(by)
		}
		return Going
	}
	if key == " " && e.Several() && !e.walked && (e.word.whole || e.word.typed == "" && !e.word.ended) {
		f.News = "nothing is highlighted: left or right does, and space picks it"
		return Going
	}
	draft := e.Draft()
	meant, _ := e.Key(key)
	if c := f.rows[f.cursor].clash; c != nil && e.Draft() != draft {
		c.settled = edited
	}
	switch {
	case meant:
	case moves:
		f.leave(by)
	default:
		return Unknown
	}
	return Going
}
