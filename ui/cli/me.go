package cli

import (
	"errors"
	"slices"
	"strings"

	"astute/model"
	"astute/store"
)

// myself stands in for looking "me" up: the first time somebody who said who
// they are names themselves, the book does not know them yet, and the teammate
// is made in the same edit. A name that is nearly somebody's is not: it may be a
// slip of the pen.
type myself struct {
	me      string
	newID   func() model.ID
	find    func(string, []model.Kind) (model.ID, error)
	newborn *model.Teammate // nil while there is none to make
}

// knowMe has the input understand "me" also where the book does not know who
// that is.
func (p *program) knowMe(s *store.Store, in model.Input, me string) (model.Input, *myself) {
	m := &myself{me: me, newID: func() model.ID { return s.NewID(p.now()) }, find: in.Find}
	in.Find = m.look
	return in, m
}

func (m *myself) look(text string, kinds []model.Kind) (model.ID, error) {
	id, err := m.find(text, kinds)
	isMe := strings.EqualFold(strings.TrimPrefix(text, "@"), "me") && (kinds == nil || slices.Contains(kinds, model.KindTeammate))
	unknown, ok := errors.AsType[*store.NotFoundError](err)
	if !isMe || m.me == "" || !ok || len(unknown.Suggestions) > 0 {
		return id, err
	}
	if m.newborn == nil {
		m.newborn = &model.Teammate{Name: m.me}
		m.newborn.ID = m.newID()
	}
	return m.newborn.ID, nil
}

// with adds the teammate to the edit where one is to be made, and says so.
func (m *myself) with(p *program, e model.Edit) model.Edit {
	if m.newborn != nil {
		e.Changes = append(slices.Clone(e.Changes), model.Change{After: m.newborn})
		p.note("note: %s is in the book now, as a teammate", m.newborn.Name)
	}
	return e
}
