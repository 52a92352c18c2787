package ui_test

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"astute/model"
	"astute/model/modeltest"
	"astute/ui/uitest"

	tea "github.com/charmbracelet/bubbletea"
)

// something does one of the things that happen in a day, each as often as its
// share of a hundred.
func (d *day) something() {
	n := d.IntN(100)
	for _, it := range []struct {
		share int
		do    func()
	}{
		{40, d.press}, {23, d.flow}, {6, d.hold}, {4, d.pasteSomething}, {3, d.resize}, {4, d.point},
		{8, d.elsewhere}, {2, d.takenBackElsewhere}, {6, d.command}, {2, d.slow}, {1, d.ail}, {1, d.killed},
	} {
		if n -= it.share; n < 0 {
			it.do()
			return
		}
	}
}

// keys presses keys as they come from fingers: some time apart.
func (d *day) keys(keys ...string) {
	for _, key := range keys {
		if d.s.Quit {
			return
		}
		d.now = d.now.Add(time.Duration(60+d.IntN(200)) * time.Millisecond)
		d.typed.before(d, key)
		d.send(uitest.Key(key))
	}
}

func (d *day) press() {
	key := anyKeys[d.IntN(len(anyKeys))]
	d.say("key %s", key)
	d.keys(key)
}

// hold holds a key down: many of it come at once.
func (d *day) hold() {
	text := strings.Repeat(one(d, []string{"j", "k", "l", "h", "u", "U", "x", "z", "]"}), 2+d.IntN(12))
	d.say("burst %s", text)
	d.typed.before(d, text)
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text)})
}

func one[T any](d *day, list []T) T { return list[d.IntN(len(list))] }

func (d *day) pasteSomething() {
	text := one(d, modeltest.Naughty())
	d.say("paste %q", text)
	d.typed.before(d, "paste")
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
}

func (d *day) resize() {
	sizes := [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}, {59, 20}, {1, 1}, {110, 24}, {40, 12}}
	size := one(d, append(sizes, [2]int{20 + d.IntN(200), 5 + d.IntN(60)}))
	d.say("resize %dx%d", size[0], size[1])
	d.w, d.h = size[0], size[1]
	if d.slowFor > 0 {
		d.catchUp()
	}
	if !d.s.Quit {
		d.s.Resize(d.w, d.h)
	}
}

func (d *day) point() {
	m := tea.MouseMsg{X: d.IntN(d.w), Y: d.IntN(d.h), Action: tea.MouseActionPress,
		Button: one(d, []tea.MouseButton{tea.MouseButtonLeft, tea.MouseButtonWheelDown, tea.MouseButtonWheelUp})}
	d.say("mouse %s at %d,%d", m, m.X, m.Y)
	d.typed.before(d, "mouse")
	d.send(m)
}

// intents are what one means to do, with a word that is nowhere else in the
// place of $.
var intents = [][]string{
	{"3", "a", "$", "ctrl+s"}, {"3", "a", "$", "tab", "$", "tab", "tab", "$", "ctrl+s"}, {"4", "a", "call $ fri", "enter"},
	{"3", "l", "e", "$", "enter"}, {"3", "n", "$", "ctrl+s"}, {"3", "E", "tab", "$", "ctrl+s"}, {";", "write to $ +3d", "enter"},
	{"i", "$", "tab", "$", "ctrl+s"}, {"3", "D", "y"}, {"4", "j", "c"}, {"u"}, {"U"}, {"u", "y"}, {"u", "u", "U", "U"},
	{"2", "shift+right", "shift+up"}, {"2", "j", "e", "$"}, {"2", "a", "$", "ctrl+s"}, {"1", "e", "$", "enter"}, {"5", "a", "$", "ctrl+s"},
	{"6", "a", "$", "ctrl+s"}, {"8", "j", "enter"}, {"9", "j", "enter"}, {"0", "j", "enter", "esc"}, {"f", "jane", "enter"}, {"f", "$", "esc"},
	{"/", "a", "enter"}, {"B", "G", "esc"}, {"A", "$", "enter"}, {"A", "down", "enter"}, {"]"}, {"H", "esc"}, {"3", "m", "m", "l", "l", "l", "l", "e", "n"},
	{"esc", "esc", "esc"}, {"esc", "y"}, {"ctrl+s"}, {"q"}, {"ctrl+c", "n"}, {"3", "E", "$", "esc", "k"}, {"4", "e", "$", "esc", "n"},
	{"8", "H", "enter", "$", "enter", "$", "enter"}, {"x", "enter"}, {"3", "j", "l", "l", "l", "c"},
}

// flow does something that one means to do. A word that was typed into what is
// kept until it is saved lies on disk, before it is.
func (d *day) flow() {
	intent := slices.Clone(one(d, intents))
	if d.IntN(3) > 0 {
		intent = append([]string{"esc", "esc", "n", "esc"}, intent...)
	}
	word := ""
	for i, part := range intent {
		if strings.Contains(part, "$") {
			word = fmt.Sprintf("Zq%dw%d", d.steps, i)
			intent[i] = strings.ReplaceAll(part, "$", word)
		}
	}
	d.say("flow %q", intent)
	for _, part := range intent {
		if len([]rune(part)) == 1 || isOneKey(part) {
			d.keys(part)
			continue
		}
		for _, r := range part {
			d.keys(string(r))
		}
		d.kept(word)
	}
}

// isOneKey reports whether a part of an intent is one key.
func isOneKey(part string) bool {
	return slices.Contains([]string{"enter", "esc", "tab", "up", "down"}, part) || strings.HasPrefix(part, "ctrl+") || strings.HasPrefix(part, "shift+")
}

// command chooses something of the palette by its name.
func (d *day) command() {
	name := one(d, []string{"messages", "drafts", "duplicates", "what changed", "what is in doubt", "as of", "archive", "roll", "say who", "tour",
		"hold", "coverage", "sweep", "what if", "warnings", "list " + one(d, model.Kinds()).Plural(), "add " + one(d, model.Kinds()).String(), "brief", "columns", "backup", "import"})
	d.say("command %s", name)
	d.keys("esc", ":")
	for _, r := range name {
		d.keys(string(r))
	}
	d.keys("enter")
}

// elsewhere edits, adds or removes something as another program does.
func (d *day) elsewhere() {
	accounts, err := d.others.Accounts()
	if err != nil {
		d.Fatalf("elsewhere: %v", err)
	}
	if len(accounts) == 0 {
		return
	}
	plan, _, err := d.others.Plan(one(d, accounts).ID)
	if err != nil {
		d.Fatalf("elsewhere: %v", err)
	}
	people := model.All[*model.Contact](plan.Book)
	word := fmt.Sprintf("Else%d", d.steps)
	switch n := d.IntN(10); {
	case n < 6 && len(people) > 0:
		before := one(d, people)
		after := model.Clone(before)
		if n < 3 {
			after.JobTitle = word
		} else {
			after.Notes += "\n" + word
		}
		d.say("elsewhere: %s of %s", word, before.Name)
		d.write(model.Edited("edit contact "+before.Name, before, after))
	case n < 8:
		c := &model.Contact{Name: word}
		c.ID, c.Account = d.others.NewID(d.now), plan.Account.ID
		d.say("elsewhere: add %s", word)
		d.write(model.Created("add contact "+word, c))
	case n < 9 && len(people) > 3:
		gone := one(d, people)
		changes, err := d.others.Removal(gone.ID)
		if err != nil {
			d.Fatalf("elsewhere: %v", err)
		}
		d.say("elsewhere: remove %s", gone.Name)
		d.write(model.Edit{Label: "remove contact " + gone.Name, Changes: changes})
	default:
		before := plan.Account
		after := model.Clone(before)
		after.Offerings = append(after.Offerings, word)
		d.say("elsewhere: %s of the account", word)
		d.write(model.Edited("edit account", before, after))
	}
}

func (d *day) write(e model.Edit) {
	if _, err := d.others.Apply(e, d.now); err != nil {
		d.Fatalf("elsewhere: %v", err)
	}
}

func (d *day) takenBackElsewhere() {
	if d.IntN(2) == 0 {
		d.say("elsewhere: undo")
		_, _ = d.others.Undo(1, d.now) // there may be nothing
		return
	}
	d.say("elsewhere: redo")
	_, _ = d.others.Redo(1, d.now)
}

// slow makes the file slow for a while: what is asked of it takes as long as a
// few keys, and comes in any order.
func (d *day) slow() {
	d.slowFor = 2 + d.IntN(8)
	d.say("the file is slow for %d steps", d.slowFor)
}

// ail makes the file fail for a while.
func (d *day) ail() {
	d.ailsFor, d.fault = 2+d.IntN(12), one(d, []error{faults["full"], faults["busy"], faults["damaged"]})
	d.say("the file fails for %d steps: %v", d.ailsFor, d.fault)
}

// killed ends the program as a kill does, and starts it again.
func (d *day) killed() {
	d.say("kill, start again")
	if d.slowFor > 0 {
		d.catchUp() // what was written by now is
	}
	d.fault, d.ailsFor = nil, 0
	d.start()
	d.afterStart()
}

// afterStart looks that what was typed and not saved is offered again.
func (d *day) afterStart() {
	if _, err := d.others.Version(); err != nil {
		d.Fatalf("%v", err)
	}
	left := d.o.State.Drafts(d.path)
	if screen := d.s.Text(); len(left) > 0 && d.w >= 60 && d.h >= 20 && d.fault == nil && !strings.Contains(screen, "Typed and never saved") {
		if accounts, err := d.others.Accounts(); err == nil && len(accounts) > 0 {
			d.Fatalf("%d drafts were left and none is offered:\n%s", len(left), screen)
		}
	}
	d.typed = typed{was: d.drafts()}
}
