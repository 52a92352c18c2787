package store

import (
	"bytes"
	"slices"

	"astute/model"
)

// linkCheck looks up what links lead to, the edit's own records first.
type linkCheck struct {
	t     *tx
	pairs []pair
	edit  func(model.ID) (after model.Record, edited bool) // nil for those it removes
	known map[model.ID]location                            // what was found in the file, for records with many friends
}

func newLinkCheck(t *tx, pairs []pair, where map[model.ID]int) *linkCheck {
	edit := func(id model.ID) (model.Record, bool) {
		i, edited := where[id]
		if !edited {
			return nil, false
		}
		return pairs[i].after, true
	}
	return &linkCheck{t: t, pairs: pairs, edit: edit, known: map[model.ID]location{}}
}

// outgoing reports the first link of a record that leads nowhere or where it
// may not.
func (c *linkCheck) outgoing(r model.Record, links []linkTo) error {
	for _, l := range links {
		what, err := c.wrong(r, l)
		if err != nil {
			return err
		}
		if what != "" {
			return &LinkError{Kind: r.Kind(), Name: model.Title(r, c.t.name), Field: l.field, What: what, Err: model.ErrInvalid}
		}
	}
	return nil
}

// left reports the first record outside the edit that would be left with a link
// that leads nowhere: a record that is removed, or moved to another account, may
// not be linked to from where it was.
func (c *linkCheck) left() error {
	gone := map[place][]model.ID{}
	for _, p := range c.pairs {
		if p.before != nil && (p.after == nil || placeOf(p.after) != placeOf(p.before)) {
			gone[placeOf(p.before)] = append(gone[placeOf(p.before)], p.before.Base().ID)
		}
	}
	for _, at := range inOrder(gone) {
		if err := c.incoming(at, gone[at]); err != nil {
			return err
		}
	}
	return nil
}

// wrong says what is wrong with a link, "" when nothing is.
func (c *linkCheck) wrong(r model.Record, l linkTo) (string, error) {
	at, kind, ok, err := c.find(l.id)
	switch {
	case err != nil:
		return "", err
	case !ok:
		return "leads to a record that does not exist (" + l.id.String() + "): choose another", nil
	case len(l.kinds) > 0 && !slices.Contains(l.kinds, kind):
		return "cannot lead to a record of kind " + kind.String() + ": choose another", nil
	case l.num == model.NumAccount || at == placeShared || kind.Scope() == model.ScopeShared:
		return "", nil
	case at != placeOf(r):
		return "leads to another account (it is of kind " + kind.String() + "): choose one of the same account", nil
	}
	return "", nil
}

// find returns where a link leads.
func (c *linkCheck) find(id model.ID) (place, model.Kind, bool, error) {
	if r, ok := c.edit(id); ok {
		if r == nil {
			return place{}, 0, false, nil
		}
		return placeOf(r), r.Kind(), true, nil
	}
	if l, ok := c.known[id]; ok {
		return l.at, l.kind, true, nil
	}
	l, ok, err := c.t.locate(id)
	if ok {
		c.known[id] = l
	} else if err == nil {
		err = c.t.surelyMissing()
	}
	return l.at, l.kind, ok, err
}

// incoming looks for records outside the edit that link to ids which are no
// longer there. Only records of the same account can, or any when the ids were
// shared.
func (c *linkCheck) incoming(at place, ids []model.ID) error {
	prefix := at[:]
	if at == placeShared {
		prefix = nil
	}
	gone := make(map[model.ID]bool, len(ids))
	var texts [][]byte
	for _, id := range ids {
		gone[id] = true
		texts = append(texts, []byte(id.String()))
	}
	return c.t.scan(bucketRecords, prefix, func(key, body []byte) error {
		lies, kind, id, err := splitKey(key)
		if err != nil {
			return err
		}
		if _, edited := c.edit(id); edited || !kind.Known() || !mayMention(body, texts) && !gone[lies] {
			return nil
		}
		r, err := readRecord(lies, kind, id, body)
		if err != nil {
			return err
		}
		for _, f := range r.Fields() {
			for _, to := range f.Links() {
				if gone[to] {
					return &LinkError{
						Kind: kind, Name: model.Title(r, c.t.name), Field: f.Name,
						What: "still leads to " + c.t.name(to) + ": look at it again and repeat the change", Err: model.ErrConflict,
					}
				}
			}
		}
		return nil
	})
}

// mayMention reports whether one of a few texts stands in a body; of many it
// does not ask, because reading the record is quicker then.
func mayMention(body []byte, texts [][]byte) bool {
	if len(texts) > 16 {
		return true
	}
	return slices.ContainsFunc(texts, func(text []byte) bool { return bytes.Contains(body, text) })
}
