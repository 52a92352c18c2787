package pane

import "slices"

// Command is one thing that can be done, with everything there is to say about
// it: the hint bar, the help, the palette and the README's table of keys are
// made from it.
type Command struct {
	Name string   // in a few words, as an order: "edit the field"
	Keys []string // as the terminal names them; none: only in the palette
	Help string   // one sentence for those who do not know it, "" where the name says all
	Hint string   // one word for the hint bar, "" to leave it out there
	// Weight says how soon the hint comes: the higher, the sooner. Nought leaves
	// it to the place in the table.
	Weight int
	Why    string // why it cannot be done now, "" when it can
	Also   string // other words that people look for it by, in the palette
	Do     func() Request
}

// Hint is a key, or a few, and what they do, in a word or two.
type Hint struct{ Keys, Text string }

// Modal is a pane that can be in a mode in which few keys count.
type Modal interface {
	// ModeHints are the only hints while the mode lasts; none outside it.
	ModeHints() []Hint
}

// motions are the names of the commands that only move a cursor.
var motions = []string{"down", "up", "left", "right", "first", "last", "half a page down", "half a page up"}

// IsMotion reports whether a command only moves a cursor: everybody has keys for
// that, nobody looks for it by name.
func (c Command) IsMotion() bool { return slices.Contains(motions, c.Name) }

// Find returns the command that a key calls.
func Find(commands []Command, key string) (Command, bool) {
	for _, c := range commands {
		if slices.Contains(c.Keys, key) {
			return c, true
		}
	}
	return Command{}, false
}

// Movable is what can be moved through.
type Movable interface {
	Move(rows int)
	Sideways(columns int)
	Seen() int
}

// Moves returns the commands that move a cursor: the same keys everywhere.
func Moves(m Movable) []Command {
	const end = 1 << 30
	move := func(name string, do func(), keys ...string) Command {
		return Command{Name: name, Keys: keys, Do: func() Request { do(); return nil }}
	}
	return []Command{
		move("down", func() { m.Move(1) }, "j", "down"),
		move("up", func() { m.Move(-1) }, "k", "up"),
		move("left", func() { m.Sideways(-1) }, "h", "left"),
		move("right", func() { m.Sideways(1) }, "l", "right"),
		move("first", func() { m.Move(-end) }, "g", "home"),
		move("last", func() { m.Move(end) }, "G", "end"),
		move("half a page down", func() { m.Move(max(1, m.Seen()/2)) }, "ctrl+d", "pgdown"),
		move("half a page up", func() { m.Move(-max(1, m.Seen()/2)) }, "ctrl+u", "pgup"),
	}
}
