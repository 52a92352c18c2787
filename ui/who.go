package ui

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"astute/model"
	"astute/ui/config"
	"astute/ui/picker"

	tea "github.com/charmbracelet/bubbletea"
)

// newWho asks who sits at the keyboard: one of the teammates, or a name that
// becomes one.
func newWho(w *Workspace) *chooser {
	var items []picker.Item
	if w.plan != nil {
		for _, t := range model.All[*model.Teammate](w.plan.Book) {
			items = append(items, picker.Item{Value: t.Name, Text: t.Name, Detail: t.Role.String()})
		}
	}
	c := &chooser{
		title: "Who are you? So that me means you", list: picker.Typed(items, fold), empty: "type your name: enter makes you a teammate",
		choose: func(w *Workspace, it picker.Item) tea.Cmd {
			return w.iAm(it.Value)
		},
		none: (*Workspace).becomeTeammate,
	}
	c.offerNew("a new teammate")
	return c
}

// askMe asks who sits here because me was typed; the key that took it comes again
// when that is known. Whoever leaves the question finds what was typed.
func (w *Workspace) askMe(key string) {
	c := newWho(w)
	choose, none := c.choose, c.none
	c.choose = func(w *Workspace, it picker.Item) tea.Cmd {
		defer func() { w.held = append([]stroke{{key: key}}, w.held...) }()
		return choose(w, it)
	}
	c.none = func(w *Workspace, typed string) tea.Cmd {
		cmd := none(w, typed)
		if w.o.Me != "" {
			w.held = append([]stroke{{key: key}}, w.held...)
		}
		return cmd
	}
	w.push(c)
}

// becomeTeammate makes the person at the keyboard a teammate.
func (w *Workspace) becomeTeammate(typed string) tea.Cmd {
	t := &model.Teammate{}
	t.ID = w.o.Store.NewID(w.o.Now())
	if fold(strings.TrimPrefix(typed, "@")) == "me" {
		w.say("me is no name: type yours", true)
		return nil
	}
	name, _ := model.FieldNamed(t.Fields(), "name")
	if err := name.Set(model.Input{}, typed); err != nil {
		w.sayError(err)
		return nil
	}
	w.drop(w.top())
	return tea.Batch(w.write(model.Created("add teammate "+t.Name, t), "", nil), w.iAm(t.Name))
}

// iAm takes somebody for the person at the keyboard from now on, and keeps it in
// the settings, so that nobody is asked twice. Who plays somebody of the worked
// example is that only there.
func (w *Workspace) iAm(name string) tea.Cmd {
	w.o.Me, w.who.asked = name, true
	w.show()
	if w.o.Example {
		w.say("you are "+name+" as long as the example is open", false)
		return nil
	}
	path, err := config.Path(w.o.Getenv)
	if err != nil {
		return meKept{name: name, err: errors.New("there is no folder for settings, as neither $HOME nor $XDG_CONFIG_HOME is set")}.arrive(w)
	}
	return func() tea.Msg { return meKept{name, path, config.SetText(path, "me", name)} }
}

// meKept is the answer to keeping who the person at the keyboard is.
type meKept struct {
	name, path string
	err        error
}

func (m meKept) arrive(w *Workspace) tea.Cmd {
	other := w.o.Getenv("ASTUTE_ME")
	switch until := "you are " + m.name + " until you quit"; {
	case m.err != nil:
		text, cure := fmt.Sprintf("%s: %v", until, m.err), fmt.Sprintf(": put me = %q there yourself", m.name)
		if m.path == "" {
			cure = ": set ASTUTE_ME in your shell"
		}
		w.say(text+cure, true)
		w.keepTail(text, cure)
	case other != "" && fold(other) != fold(m.name):
		text, cure := until+": "+m.path+" says so too", ", but $ASTUTE_ME says "+other+": unset that"
		w.say(text+cure, true)
		w.keepTail(text, cure)
	default:
		w.say(fmt.Sprintf("you are %s from now on: kept in %s", m.name, m.path), false)
	}
	return nil
}

// who is what is known of the person at the keyboard besides the settings.
type who struct {
	asked bool      // they were asked, or said it unasked
	wants bool      // they are to be asked when they rest
	over  *chooser  // the question that came by itself
	shown time.Time // since when it is there
}

// How long nobody types before the question comes by itself, and how long it takes
// until keys can be meant for it: less than that, and they were on their way
// before it was seen.
const (
	whoRests = 2 * time.Second
	whoSeen  = time.Second
)

// askWho asks once who sits here, when somebody of ours was named in a record and
// nobody has said so far who that is: not now, but when nothing is open and nobody
// types, so that the question takes no key that was meant for something else.
func (w *Workspace) askWho(r model.Record) {
	if w.o.Me == "" && !w.who.asked && namesTeammate(r, w.plan) {
		w.who.asked, w.who.wants = true, true
	}
}

// askWhoAtRest asks, where that is due and nobody is doing anything else.
func (w *Workspace) askWhoAtRest() {
	now := w.o.Now()
	if !w.who.wants || w.o.Me != "" || w.top() != nil || w.waiting || len(w.held)+len(w.burst.strokes) > 0 || now.Sub(w.rest.since) < whoRests {
		return
	}
	w.who.wants, w.who.shown, w.who.over = false, now, newWho(w)
	w.push(w.who.over)
}

// giveWay takes the question that came by itself away for keys that were typed
// before it could be seen: they are for what lies below, and it comes again.
func (w *Workspace) giveWay() {
	if over := w.who.over; over != nil && w.top() == over && w.o.Now().Sub(w.who.shown) < whoSeen {
		w.drop(over)
		w.who.over, w.who.wants = nil, true
	}
}

// namesTeammate reports whether a record points to one of ours.
func namesTeammate(r model.Record, p *model.Plan) bool {
	for _, f := range r.Fields() {
		for _, id := range f.Links() {
			if t := p.Get(id); t != nil && t.Kind() == model.KindTeammate {
				return true
			}
		}
	}
	return false
}
