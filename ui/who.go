package ui

import (
	"fmt"

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
	return &chooser{
		title: "Who are you?", list: picker.Typed(items, fold), empty: "nobody of yours is called that: enter makes a new teammate",
		choose: func(w *Workspace, it picker.Item) tea.Cmd {
			w.iAm(it.Value)
			return nil
		},
		none: (*Workspace).becomeTeammate,
	}
}

// becomeTeammate makes the person at the keyboard a teammate.
func (w *Workspace) becomeTeammate(typed string) tea.Cmd {
	t := &model.Teammate{}
	t.ID = w.o.Store.NewID(w.o.Now())
	name, _ := model.FieldNamed(t.Fields(), "name")
	if err := name.Set(model.Input{}, typed); err != nil {
		w.sayError(err)
		return nil
	}
	w.drop(w.top())
	w.iAm(t.Name)
	return w.write(model.Created("add teammate "+t.Name, t), w.said.now.text, nil)
}

// iAm takes somebody for the person at the keyboard from now on, and says how to
// make that stay: the settings are the person's own, and nothing else writes them.
func (w *Workspace) iAm(name string) {
	w.o.Me, w.who.asked = name, true
	w.show()
	where := "the settings"
	if path, err := config.Path(w.o.Getenv); err == nil {
		where = path
	}
	w.say(fmt.Sprintf("you are %s until you quit: the line me = %q in %s keeps it", name, name, where), false)
}

// who is what is known of the person at the keyboard besides the settings.
type who struct{ asked bool }

// askWho asks once who sits here, when somebody of ours was named in a record and
// nobody has said so far who that is. The question comes when the form is gone.
func (w *Workspace) askWho(r model.Record) {
	if w.o.Me != "" || w.who.asked || !namesTeammate(r, w.plan) {
		return
	}
	w.who.asked = true
	c := newWho(w)
	w.overlays = append([]overlay{c}, w.overlays...)
	c.resize(w)
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
