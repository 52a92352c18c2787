package ui

import (
	"astute/model"
)

// tourStep is one thing to do on the tour.
type tourStep struct {
	// text says what to do and why. {name} stands for the key of the command of
	// that name, whatever the settings made it; what is to be typed stands between
	// backquotes.
	text string
	// done reports whether it was done since the step began, as far as what is on
	// the screen and in the plan shows it; nil for what is only told.
	done func(w *Workspace, t *tour) bool
	// praise is said when it was, before the next step.
	praise string
}

// tourSteps are the steps of the tour, in their order.
var tourSteps = []tourStep{
	{
		text: "Before a call: press {find anybody or anything}, type `jsmth` and press `enter`. It shows Jane Smith's brief: any words, any order, typos too.",
		done: (*Workspace).showsBrief, praise: "Found, with a typo.",
	}, {
		text: "Read how to approach her, then `esc`. Press {go to Contacts}, walk with {right} to Support, then {edit the field} and a letter: each says what it means.",
		done: reclassified, praise: "Changed and written.",
	}, {
		text: "Nothing here is final: {undo} takes it back, {redo} repeats it. That goes for everything, tomorrow too.",
		done: tookBack, praise: "As it was.",
	}, {
		text: "Press {go to Political map}: rank up, political status across, so power is at the top right. Walk with the arrows; below stands who sways whom.",
		done: walkedMap, praise: "That is the map.",
	}, {
		text: "Who is for us? {go to Contacts}, then {filter}, type `support:champion,supporter` and `enter`.",
		done: filtered, praise: "Those are the ones.",
	}, {
		text: "`esc` shows all again. {go to Action plan}, then {add an action} and one line: `call Raj about the pilot fri @me` - `enter` saves it.",
		done: actionAdded, praise: "Noted, with day and owner.",
	}, {
		text: "Pick any action and press {complete}: it is done. It stays in its place until you leave the pane, so you see what you did.",
		done: actionCompleted, praise: "One less.",
	}, {
		text: "Pick another: {edit all fields} opens all of it as a form. `tab` to Due, `ctrl+u` empties it, type `+2w`: the day is said. `ctrl+s` saves.",
		done: actionMoved, praise: "Written.",
	}, {
		text: "You need to remember one key: {keys} shows the keys of the pane and what its marks mean. {commands} finds any command by its name.",
		done: helpSeen, praise: "It is always there.",
	}, {
		text: "`esc`. Now {export the plan} writes the plan for others to read; `enter` takes the file's name as it stands, beside this example.",
		done: exportWritten, praise: "Written as Markdown.",
	}, {
		text: "Your own data: {quit} leaves, `astute` alone opens your own file and asks for your first customer, `astute import FILE.csv` takes in what your CRM exports.",
	},
}

// showsBrief reports whether a brief has the keys.
func (w *Workspace) showsBrief(*tour) bool {
	r, ok := w.top().(*reader)
	return ok && r.brief != nil
}

// reclassified reports whether a choice of a contact is another than it was.
func reclassified(w *Workspace, t *tour) bool {
	return t.changed(w, model.KindContact, func(before, after model.Field) bool {
		return after.Words() != nil && before.Text() != after.Text()
	})
}

// tookBack reports whether an edit that stood when the step began stands no more.
func tookBack(w *Workspace, t *tour) bool { return w.newest.Seq < t.newest }

// walkedMap reports whether the cursor was on two people of the map.
func walkedMap(w *Workspace, t *tour) bool {
	if w.focus == paneMap && w.page == nil && w.top() == nil {
		if r := w.panes[paneMap].Current(); r != nil {
			t.met[r.Base().ID] = true
		}
	}
	return len(t.met) > 1
}

// filtered reports whether a filter is kept.
func filtered(w *Workspace, _ *tour) bool { return w.top() == nil && w.focused().Filtered() != "" }

// actionAdded reports whether there is an action that was not there.
func actionAdded(w *Workspace, t *tour) bool {
	for _, a := range w.plan.Of(model.KindAction) {
		if t.plan.Get(a.Base().ID) == nil {
			return true
		}
	}
	return false
}

// actionCompleted reports whether an action, or an objective among them, is
// complete that was not.
func actionCompleted(w *Workspace, t *tour) bool {
	return t.planned(w, "status", func(text string) bool { return text == model.Complete.String() })
}

// actionMoved reports whether an action or an objective is due on another day.
func actionMoved(w *Workspace, t *tour) bool {
	return t.planned(w, "due", func(text string) bool { return text != "" })
}

// planned reports whether a field of an action or an objective is otherwise now,
// and as it is wanted.
func (t *tour) planned(w *Workspace, name string, wanted func(text string) bool) bool {
	so := func(before, after model.Field) bool {
		return after.Name == name && before.Text() != after.Text() && wanted(after.Text())
	}
	return t.changed(w, model.KindAction, so) || t.changed(w, model.KindObjective, so)
}

// helpSeen reports whether the keys or the commands are listed.
func helpSeen(w *Workspace, _ *tour) bool {
	switch o := w.top().(type) {
	case *help:
		return true
	case *chooser:
		return o.palette
	}
	return false
}

// exportWritten reports whether the plan was written to a file.
func exportWritten(w *Workspace, t *tour) bool { return w.exports > t.exports }
