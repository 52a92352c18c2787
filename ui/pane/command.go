package pane

import "slices"

// Command is one thing that can be done, with everything there is to say about
// it: the hint bar, the help, the palette and the README's table of keys are
// made from it.
type Command struct {
	Name string   // in a few words, as an order: "edit the field"
	Keys []string // as the terminal names them; none: only in the palette
	Help string   // one sentence for those who do not know it
	Hint string   // one word for the hint bar, "" to leave it out there
	// Weight says how soon the hint comes: the higher, the sooner. Nought leaves
	// it to the place in the table.
	Weight int
	Why    string // why it cannot be done now, "" when it can
	Do     func() Request
}

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
	move := func(name, help string, do func(), keys ...string) Command {
		return Command{Name: name, Keys: keys, Help: help, Do: func() Request { do(); return nil }}
	}
	return []Command{
		move("down", "the next row", func() { m.Move(1) }, "j", "down"),
		move("up", "the row before", func() { m.Move(-1) }, "k", "up"),
		move("left", "the column before", func() { m.Sideways(-1) }, "h", "left"),
		move("right", "the next column", func() { m.Sideways(1) }, "l", "right"),
		move("first", "the first row", func() { m.Move(-end) }, "g", "home"),
		move("last", "the last row", func() { m.Move(end) }, "G", "end"),
		move("half a page down", "half of what is seen down", func() { m.Move(max(1, m.Seen()/2)) }, "ctrl+d", "pgdown"),
		move("half a page up", "half of what is seen up", func() { m.Move(-max(1, m.Seen()/2)) }, "ctrl+u", "pgup"),
	}
}
