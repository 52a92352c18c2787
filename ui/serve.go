package ui

import (
	"cmp"
	"slices"

	"astute/model"
	"astute/ui/form"
	"astute/ui/list"
	"astute/ui/pane"
	"astute/ui/picker"

	tea "github.com/charmbracelet/bubbletea"
)

// serve does what a pane or an overlay asked for.
func (w *Workspace) serve(r pane.Request) tea.Cmd {
	if nobody(r) {
		w.say("there is no account here: A makes one", false)
		return nil
	}
	switch r := r.(type) {
	case nil:
	case pane.Own:
		w.outside = nil
		r.Do()
		return w.outside
	case pane.EditField:
		if d, ok := w.memory.drafts.kept[r.Record.Base().ID.String()]; ok && d.Fields[r.Num] != "" && len(r.Others) == 0 {
			return w.editForm(r.Record)
		}
		w.push(newFieldEdit(w, r))
	case pane.EditForm:
		return w.editForm(r.Record)
	case pane.Add:
		w.add(r)
	case pane.Capture:
		w.push(&capture{ask: r, id: w.o.Store.NewID(w.o.Now())})
	case pane.Apply:
		return w.write(r.Edit, r.Said, nil)
	case pane.Make:
		return w.make(r)
	case pane.Join:
		if from, ok := model.Lookup[*model.Contact](w.plan.Book, r.From); ok {
			w.push(newJoin(w, from))
		}
	case pane.Remove:
		return w.remove(r.Records)
	case pane.Brief:
		w.brief(r.ID)
	case pane.Study:
		w.study(r)
	case pane.Goto:
		return w.goToRecord(r)
	case pane.Copy:
		return w.copy(r.Text, r.What)
	case pane.Note:
		w.say(r.Text, r.Bad)
	case pane.AskFilter:
		w.push(newFilterLine(w))
	case pane.AskColumns:
		w.push(newColumns(w))
	case pane.List:
		w.list(r.Kind)
	case pane.Visit:
		w.visit(r)
	case pane.HoldReview:
		return w.holdReview(r.Type)
	case pane.AddReview:
		w.push(newReviewTypes(w, "Which review?", (*Workspace).addReview))
	case pane.Export:
		w.push(newExport(w))
	case pane.Switch:
		return w.open(r.Account, func(w *Workspace) tea.Cmd {
			if w.focus == panePortfolio {
				w.goTo(paneOverview)
			}
			return nil
		})
	}
	return nil
}

// nobody reports whether a request is about the account of an empty book, which
// is none.
func nobody(r pane.Request) bool {
	switch r := r.(type) {
	case pane.EditField:
		return r.Record.Base().ID.IsZero()
	case pane.EditForm:
		return r.Record.Base().ID.IsZero()
	case pane.Remove:
		return r.Records[0].Base().ID.IsZero()
	}
	return false
}

// context is what asking for fields needs.
func (w *Workspace) context() *form.Context {
	c := &form.Context{
		Input: model.Input{Today: w.today, Currency: w.currency, BookCurrency: w.bookCurrency},
		Names: w.names, Fold: fold,
		Links: w.linkItems,
		NewID: func() model.ID { return w.o.Store.NewID(w.o.Now()) }, Account: w.account,
		Myself: w.me,
	}
	if w.me().IsZero() {
		c.Me = w.o.Me
	}
	return c
}

// bookCurrency is that of amounts where the account has none: as all accounts have
// it, else the settings. Where they are not read yet, the file says it.
func (w *Workspace) bookCurrency() (model.Currency, error) {
	if w.partial {
		in, err := w.o.Store.Input(w.account, w.today, w.o.Me)
		if err != nil {
			return "", err
		}
		found, err := in.BookCurrency()
		return cmp.Or(found, w.o.Config.Currency), err
	}
	counts := map[model.Currency]int{}
	for _, a := range w.accounts {
		for code, n := range a.Summary.Currencies() {
			counts[code] += n
		}
	}
	return cmp.Or(model.MostUsed(counts), w.o.Config.Currency), nil
}

// linkItems lists the records that a link to the kinds can point to: those of
// the plan, the person at the keyboard first, and for links to accounts all
// accounts there are.
func (w *Workspace) linkItems(kinds []model.Kind) []picker.Item {
	all := kinds == nil
	if all {
		kinds = model.Kinds()
	}
	var items []picker.Item
	me := w.me()
	for _, k := range kinds {
		if k == model.KindAccount {
			for _, a := range w.accounts {
				if !all || a.ID == w.account { // what serves anything serves something of this plan
					items = append(items, picker.Item{Value: a.ID.String(), Text: a.Name, Note: "account"})
				}
			}
			continue
		}
		for _, r := range w.plan.Of(k) {
			it := picker.Item{Value: r.Base().ID.String(), Text: model.Title(r, w.names), Note: k.String()}
			if detail := k.Spec().Detail; detail != nil {
				it.Detail = detail(r)
			}
			if r.Base().ID == me {
				it.Detail, it.Alias = it.Detail+"  me", "me"
				items = append([]picker.Item{it}, items...)
				continue
			}
			items = append(items, it)
		}
	}
	return items
}

// add opens the form of a new record.
func (w *Workspace) add(r pane.Add) {
	if r.Kind == 0 {
		w.push(newKinds(w))
		return
	}
	if w.plan == nil {
		w.say("the file cannot be read: nothing can be added", true)
		return
	}
	if r.Kind != model.KindAccount && r.Kind.Scope() == model.ScopeAccount && len(w.accounts) == 0 {
		w.push(newWelcome())
		return
	}
	record := model.New(r.Kind, w.o.Store.NewID(w.o.Now()))
	if r.Kind.Scope() == model.ScopeAccount {
		record.Base().Account = w.account
	}
	f, err := form.NewRecord(record, w.known(record, r.With), w.context())
	if err != nil {
		w.sayError(err)
		return
	}
	w.push(w.formOver(f))
}

// make writes new records that need no form.
func (w *Workspace) make(r pane.Make) tea.Cmd {
	edit := model.Edit{Label: r.Label}
	for _, record := range r.Records {
		head := record.Base()
		head.ID = w.o.Store.NewID(w.o.Now())
		if head.Account.IsZero() && record.Kind().Scope() == model.ScopeAccount {
			head.Account = w.account
		}
		edit.Changes = append(edit.Changes, model.Change{After: record})
	}
	write := w.write(edit, r.Said, nil)
	return func() tea.Msg {
		m := write()
		if done, ok := m.(saved); ok && r.Stay {
			done.id = model.ID{}
			return done
		}
		return m
	}
}

// known adds to what a request knows of a new record what goes without saying:
// a day that is needed is today, an owner among us is the person at the keyboard.
func (w *Workspace) known(r model.Record, with map[int]string) map[int]string {
	all := map[int]string{}
	for _, f := range r.Fields() {
		switch {
		case f.Needed && f.Type() == model.TypeDate:
			all[f.Num] = w.today.String()
		case f.Name == "owner" && len(f.Kinds) > 0 && f.Kinds[0] == model.KindTeammate && !w.me().IsZero():
			all[f.Num] = w.me().String()
		}
	}
	for num, text := range with {
		all[num] = text
	}
	return all
}

// brief opens the brief on a record of the plan.
func (w *Workspace) brief(id model.ID) {
	if w.plan != nil && w.plan.Get(id) != nil {
		w.push(newBrief(w, w.account, id))
		return
	}
	w.say("that record is not here any more", true)
}

// list shows the records of a kind over all of the body.
func (w *Workspace) list(k model.Kind) {
	for i, p := range w.panes {
		if kinds := p.Kinds(); i >= paneContacts && kinds != nil && kinds[0] == k {
			w.goTo(i)
			return
		}
	}
	w.page = list.New(k)
	w.recallLook(w.page)
	w.arrange()
	w.show()
}

// visit goes to the pane of a title, else to the records of a kind.
func (w *Workspace) visit(r pane.Visit) {
	at := slices.IndexFunc(w.panes, func(p pane.Pane) bool { return p.Title() == r.Pane })
	if at < 0 {
		w.list(r.Kind)
		return
	}
	w.goTo(at)
	if p, ok := w.panes[at].(parted); ok {
		p.ShowKind(r.Kind)
	}
}

// parted is a pane of several parts that turns to the one with records of a kind.
type parted interface{ ShowKind(k model.Kind) }

// goToRecord puts the cursor on a record, opening its account first where that
// is another one.
func (w *Workspace) goToRecord(r pane.Goto) tea.Cmd {
	if !r.Account.IsZero() && r.Account != w.account {
		return w.open(r.Account, func(w *Workspace) tea.Cmd { w.seek(r.ID); return nil })
	}
	w.seek(r.ID)
	return nil
}

// seek puts the cursor on a record of the plan, in the pane that shows it.
func (w *Workspace) seek(id model.ID) {
	if w.page != nil && w.page.Seek(id) {
		return
	}
	r := w.plan.Get(id)
	if r == nil {
		return
	}
	if r.Kind() == model.KindAccount {
		w.goTo(paneOverview)
		return
	}
	for i, p := range w.panes {
		if !p.Seek(id) {
			continue
		}
		delete(w.memory.unseen.cursors, p.Title())
		if i == w.focus {
			return
		}
	}
	for _, i := range []int{paneContacts, paneActions} {
		if w.panes[i].Kinds()[0] != r.Kind() {
			continue
		}
		if !w.panes[i].Seek(id) {
			w.panes[i].Filter("", nil)
		}
		w.goTo(i)
		w.panes[i].Seek(id)
		return
	}
}
