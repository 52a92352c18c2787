package ui

import (
	"fmt"
	"slices"

	"astute/model"
	"astute/ui/actions"
	"astute/ui/layout"
	"astute/ui/pane"

	tea "github.com/charmbracelet/bubbletea"
)

// commands are those that hold wherever no overlay is open. The pane's own come
// after them.
func (w *Workspace) commands() []pane.Command {
	// What the workspace does to itself is no request of a pane: it is done, and
	// what remains to be run outside is kept for whoever called the command.
	own := func(f func(w *Workspace) tea.Cmd) func() pane.Request {
		return func() pane.Request { return pane.Own{Do: func() { w.outside = f(w) }} }
	}
	shell := func(line, does string) func() pane.Request {
		return func() pane.Request { return pane.Note{Text: "in a shell: " + line + "   (" + does + ")"} }
	}
	list := make([]pane.Command, 0, 24)
	for i, p := range w.panes {
		key := fmt.Sprint(i + 1)
		list = append(list, pane.Command{Name: "go to " + p.Title(), Keys: []string{key}, Help: "the next keys are for that pane",
			Do: own(func(w *Workspace) tea.Cmd { w.goTo(i); return nil })})
	}
	several, some := "", ""
	if len(w.shownAccounts()) < 2 {
		several = "there is one account only"
	}
	again := ""
	if w.account.IsZero() {
		again = "redo" // the book may have been emptied by taking back
		some = "there is no account yet: A makes one"
		several = some
	}
	account, first := "account", 0
	if len(w.accounts) == 0 {
		account, first = "first account", 90
	}
	return rebound(append(list,
		pane.Command{Name: "find anybody or anything", Keys: []string{"f", "ctrl+k"}, Hint: "find",
			Help: "people, accounts, actions, notes: any words in any order, a typo is fine",
			Do:   own(func(w *Workspace) tea.Cmd { w.push(newLookUp()); return nil })},
		pane.Command{Name: "commands", Keys: []string{":", "ctrl+p"}, Hint: "commands", Help: "everything that can be done, by name",
			Do: own(func(w *Workspace) tea.Cmd { w.push(newPalette(w)); return nil })},
		pane.Command{Name: "export the plan", Keys: []string{"x"}, Why: some, Also: "write save markdown html svg picture map report one-page rapid review qbr handover print", Help: "writes it to a file: in full, on one page, as a review or a handover, in Markdown or HTML; or the map as a picture",
			Do: func() pane.Request { return pane.Export{} }},
		pane.Command{Name: "undo", Keys: []string{"u"}, Hint: "undo", Also: "take back", Help: "takes back what you changed; what is older or somebody else's it names and asks first",
			Do: own(func(w *Workspace) tea.Cmd { return w.undo() })},
		pane.Command{Name: "redo", Keys: []string{"U"}, Hint: again, Weight: first, Help: "repeats what was taken back last",
			Do: own(func(w *Workspace) tea.Cmd { return w.redo() })},
		pane.Command{Name: "choose an account", Keys: []string{"A"}, Hint: account, Weight: first, Help: "all accounts by name; what is not among them can be made",
			Do: own(func(w *Workspace) tea.Cmd { w.push(newAccounts(w)); return nil })},
		pane.Command{Name: "next account", Keys: []string{"]"}, Why: several, Help: "in the order of their names",
			Do: own(func(w *Workspace) tea.Cmd { return w.step(1) })},
		pane.Command{Name: "previous account", Keys: []string{"["}, Why: several, Help: "in the order of their names",
			Do: own(func(w *Workspace) tea.Cmd { return w.step(-1) })},
		w.archiveCommand(some),
		w.rolloverCommand(some),
		pane.Command{Name: "what is due today", Keys: []string{"0"}, Why: some, Also: "due late morning agenda promises cold renewals", Help: "what is due across all accounts: reviews, calls, actions, promises, who has gone cold",
			Do: own(func(w *Workspace) tea.Cmd { w.push(newToday(w)); return nil })},
		pane.Command{Name: "brief on the account", Keys: []string{"B"}, Why: some, Help: "the account on one screen, before a call or a review",
			Do: func() pane.Request { return pane.Brief{ID: w.account} }},
		pane.Command{Name: "what changed", Keys: []string{"H"}, Why: some, Also: "history difference since last review diff", Help: "since the last review or a day: who turned, what money moved, what was done or slipped",
			Do: own((*Workspace).whatChanged)},
		pane.Command{Name: "what is in doubt", Why: some, Also: "update trigger milestone reorganisation leaver left stale still true", Help: "what the milestone or leaver under the cursor, or the newest, makes doubtful, one record at a time",
			Do: own((*Workspace).doubts)},
		pane.Command{Name: "the plan as of a day", Why: some, Also: "history past as it was date", Help: "the account as it stood at the end of a day, to read",
			Do: own((*Workspace).asOf)},
		pane.Command{Name: "next pane", Keys: []string{"tab"}, Hint: "pane", Help: "the next keys are for the pane after this one",
			Do: own(func(w *Workspace) tea.Cmd { w.goTo(w.focus + 1); return nil })},
		pane.Command{Name: "previous pane", Keys: []string{"shift+tab"}, Help: "the next keys are for the pane before this one",
			Do: own(func(w *Workspace) tea.Cmd { w.goTo(w.focus - 1); return nil })},
		pane.Command{Name: "zoom", Keys: []string{"z"}, Help: "the pane over all of the screen, and back",
			Do: own(func(w *Workspace) tea.Cmd { w.zoom = !w.zoom; w.arrange(); return nil })},
		pane.Command{Name: "larger", Keys: []string{"+", "="}, Help: "the pane with the keys gets more room",
			Do: own(func(w *Workspace) tea.Cmd { w.grow(1); return nil })},
		pane.Command{Name: "smaller", Keys: []string{"-"}, Help: "the pane with the keys gets less room",
			Do: own(func(w *Workspace) tea.Cmd { w.grow(-1); return nil })},
		pane.Command{Name: "back", Keys: []string{"esc"}, Help: "shows all again, leaves a list or the zoom; never quits",
			Do: own(func(w *Workspace) tea.Cmd { w.back(); return nil })},
		w.importCommand(),
		pane.Command{Name: "duplicates", Why: some, Also: "twice double merge same person dedupe join", Help: "who may be there twice: side by side, to be merged or kept apart",
			Do: own((*Workspace).findDuplicates)},
		pane.Command{Name: "backup", Also: "save copy restore", Help: "how to copy the whole file: a command for the shell",
			Do: shell("astute backup FILE", "writes a verified copy, also while this is open")},
		pane.Command{Name: "forget", Also: "erase delete privacy about", Help: "how to erase a person for good, or print all that is held: commands for the shell",
			Do: shell("astute forget NAME", "erases a person for good, here and in our backups; astute about NAME prints all that is held")},
		pane.Command{Name: "log a call or meeting", Keys: []string{"i"}, Why: some, Also: "note visit interaction", Help: "what was said and promised: with the contact under the cursor, today, by you",
			Do: own(func(w *Workspace) tea.Cmd { return w.logCall(w.focused().Current()) })},
		pane.Command{Name: "write down an action", Keys: []string{";"}, Why: some, Also: "capture task todo to-do add", Help: "in one line, from any pane: call Raj fri @ben !pilot; for what is under the cursor",
			Do: func() pane.Request { return actions.Capture(w.data, w.focused().Current()) }},
		pane.Command{Name: "note on the record", Keys: []string{"n"}, Why: some, Help: "the notes of what is under the cursor",
			Do: own(func(w *Workspace) tea.Cmd { return w.writeNote(w.focused().Current()) })},
		pane.Command{Name: "notes in your editor", Keys: []string{"o"}, Why: some, Help: "the same in $VISUAL or $EDITOR",
			Do: own(func(w *Workspace) tea.Cmd { return w.noteOutside(w.focused().Current()) })},
		pane.Command{Name: "take the tour", Also: "tutorial learn help", Help: "five minutes on the worked example, in which you do the things",
			Do: own(func(w *Workspace) tea.Cmd { w.startTour(); return nil })},
		pane.Command{Name: "say who I am", Help: "whom me and @me stand for, and who owns what you add",
			Do: own(func(w *Workspace) tea.Cmd { w.push(newWho(w)); return nil })},
		pane.Command{Name: "messages", Help: "what was said in the status line so far",
			Do: own(func(w *Workspace) tea.Cmd { w.push(newMessages(w)); return nil })},
		pane.Command{Name: "drafts", Also: "unsaved kept lost recover", Help: "what was typed and never saved, to go on with it or throw it away",
			Do: own((*Workspace).listDrafts)},
		pane.Command{Name: "suspend", Keys: []string{"ctrl+z"}, Help: "back to the shell; fg returns",
			Do: own((*Workspace).suspend)},
		pane.Command{Name: "keys", Keys: []string{"?"}, Help: "the keys of this pane, with what they do",
			Do: own(func(w *Workspace) tea.Cmd { w.push(newHelp(w)); return nil })},
		pane.Command{Name: "quit", Keys: []string{"q", "ctrl+c"}, Hint: "quit", Also: "exit leave", Help: "everything is saved already; it asks only when something typed is not",
			Do: own(func(w *Workspace) tea.Cmd { return w.leave() })},
	), w.keys)
}

// kindCommands are in the palette only: a list and a form for every kind there
// is, so that one that is added later can be reached at once.
func (w *Workspace) kindCommands() []pane.Command {
	var list []pane.Command
	for _, k := range model.Kinds() {
		spec := k.Spec()
		if spec.Scope != model.ScopeRoot {
			list = append(list, pane.Command{Name: "list " + spec.Plural, Help: spec.About, Do: func() pane.Request { return pane.List{Kind: k} }})
		}
		list = append(list, pane.Command{Name: "add " + spec.Word, Help: spec.About, Also: otherWords[k], Do: func() pane.Request { return pane.Add{Kind: k} }})
	}
	return list
}

// otherWords are what people call records besides their kind's own word.
var otherWords = map[model.Kind]string{
	model.KindInteraction: "log call note meeting e-mail visit",
	model.KindContact:     "person people",
	model.KindAccount:     "customer company",
	model.KindAction:      "task todo to-do next step",
	model.KindTeammate:    "colleague owner",
	model.KindLine:        "influence conflict",
	model.KindReview:      "qbr",
	model.KindOpportunity: "deal pipeline",
	model.KindMark:        "whitespace cell",
	model.KindStep:        "buying process",
	model.KindCriterion:   "icp ideal customer profile",
	model.KindBenefit:     "roi value driver return",
	model.KindRate:        "currency exchange",
	model.KindCompetitor:  "vendor rival",
}

// grow moves the borders around the focused pane.
func (w *Workspace) grow(by int) {
	if w.page != nil || w.zoom {
		w.say("the pane has all of the screen: z shows the others again", false)
		return
	}
	columns, rows := 4*by, 2*by
	if w.focus%2 == 1 {
		columns = -columns
	}
	if w.focus%layout.PageSize >= 2 {
		rows = -rows
	}
	before := w.screen.Panes
	w.split.Columns += columns
	w.split.Rows += rows
	w.arrange()
	same := true
	for i := range before {
		same = same && before[i] == w.screen.Panes[i]
	}
	if same {
		w.split.Columns -= columns
		w.split.Rows -= rows
		if by > 0 {
			w.say("the other panes have no more room to give: z shows this one alone", false)
		} else {
			w.say("the pane cannot get any smaller", false)
		}
	}
}

// back undoes one thing that narrows what is seen: a filter, a list, the zoom.
func (w *Workspace) back() {
	switch {
	case w.focused().Reset():
	case w.page != nil:
		w.page = nil
		w.arrange()
	case w.zoom:
		w.zoom = false
		w.arrange()
	case w.isEmpty():
		w.push(newWelcome())
	default:
		w.say("q quits", false)
	}
}

// step opens the account by places further in the list.
func (w *Workspace) step(by int) tea.Cmd {
	list := w.shownAccounts()
	for i, a := range list {
		if a.ID == w.account {
			next := list[(i+by+len(list))%len(list)]
			return w.open(next.ID, nil)
		}
	}
	if len(list) > 0 {
		return w.open(list[0].ID, nil)
	}
	return nil
}

// fromAnywhere are the commands that hold over a page too: whoever looks at one
// may have to look somebody up, or must not lose a thought.
var fromAnywhere = []string{"find anybody or anything", "write down an action"}

// anywhere returns those commands with the keys that they have.
func (w *Workspace) anywhere() []pane.Command {
	return slices.DeleteFunc(w.commands(), func(c pane.Command) bool { return !slices.Contains(fromAnywhere, c.Name) })
}
