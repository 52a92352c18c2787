package store

import (
	"errors"
	"fmt"
	"time"

	"astute/model"
)

// recordBytes is about what a record with its id, row and delta takes in the
// file, for mapping enough of it at once.
const recordBytes = 1 << 10

// Apply writes an edit in one transaction and returns the file's version
// afterwards. Each change is merged with what is stored, field by field; where
// somebody else changed a field that the edit changes too, nothing is written
// and the error is a [*model.ConflictError]. The records must hold together
// ([model.Check]) and link only to records that exist, of a kind the field
// takes, in the same account or shared; else the error wraps [model.ErrInvalid].
// The times of writing are set to at. An edit that changes nothing is not
// written, and the version stays. Where one of the terms does not hold nothing is
// written, and the error is the term's.
func (s *Store) Apply(e model.Edit, at time.Time, terms ...Term) (uint64, error) {
	if len(e.Changes) == 0 {
		return s.Version()
	}
	var seq uint64
	err := s.update(len(e.Changes)*recordBytes, func(t *tx) error {
		seq = t.state.seq
		pairs, where, err := t.merge(e)
		if err != nil {
			return err
		}
		if len(pairs) == 0 {
			return errUnchanged
		}
		mark(pairs, stamp{model.InstantOf(at), t.state.seq + 1, e.Whole})
		sums := prepare(pairs)
		if err := t.check(pairs, where); err != nil {
			return err
		}
		entry := &entry{at: at, by: s.opt.Author, label: e.Label, act: Edited, below: t.state.undoTop}
		t.state.undoTop, t.state.redoTop = t.state.seq+1, 0
		if err := t.write(entry, pairs, sums); err != nil {
			return err
		}
		seq = t.state.seq
		return nil
	}, terms...)
	return seq, err
}

// merge returns what the edit makes of the stored records, without those that
// it leaves as they are, and where each stands. Several changes of one record
// count one after another.
func (t *tx) merge(e model.Edit) ([]pair, map[model.ID]int, error) {
	pairs := make([]pair, 0, len(e.Changes))
	where := make(map[model.ID]int, len(e.Changes))
	var conflicts []model.Conflict
	for _, c := range e.Changes {
		if err := sensible(c); err != nil {
			return nil, nil, err
		}
		id := c.Record().Base().ID
		i, seen := where[id]
		if !seen {
			stored, err := t.standing(id)
			if err == nil && stored == nil && c.Before != nil {
				err = t.surelyMissing()
			}
			if err != nil {
				return nil, nil, err
			}
			i = len(pairs)
			where[id] = i
			pairs = append(pairs, pair{before: stored, after: stored})
		}
		now := pairs[i].after
		if now != nil && now.Kind() != c.Record().Kind() {
			return nil, nil, faultf(model.ErrInvalid, "id %s belongs to the %s %q: use another", id, now.Kind(), model.Title(now, t.name))
		}
		if now == nil && c.Before == nil {
			pairs[i].after = c.After // it is copied where it is stamped: imports are made of these
			continue
		}
		merged, clash := model.Merge(now, c)
		conflicts = append(conflicts, clash...)
		pairs[i].after = merged
	}
	if len(conflicts) > 0 {
		return nil, nil, &model.ConflictError{Conflicts: conflicts}
	}
	kept := pairs[:0]
	for _, p := range pairs {
		same := p.before == nil && p.after == nil ||
			p.before != nil && p.after != nil && len(model.Changed(p.before, p.after)) == 0
		if !same {
			kept = append(kept, p)
		}
	}
	if len(kept) < len(pairs) {
		where = placesOf(kept)
	}
	return kept, where, nil
}

// placesOf says where the record of each id stands among the pairs.
func placesOf(pairs []pair) map[model.ID]int {
	where := make(map[model.ID]int, len(pairs))
	for i, p := range pairs {
		where[p.record().Base().ID] = i
	}
	return where
}

// standing is record, which asks nothing of a book that holds no records yet:
// large imports begin with one.
func (t *tx) standing(id model.ID) (model.Record, error) {
	if t.state.records == 0 {
		return nil, nil
	}
	return t.record(id)
}

// sensible refuses changes that no caller should make.
func sensible(c model.Change) error {
	r := c.Record()
	switch {
	case r == nil:
		return errors.New("store: a change without a record")
	case r.Base().ID.IsZero():
		return fmt.Errorf("store: a %s without an id", r.Kind())
	case c.Before != nil && c.After != nil && (c.Before.Kind() != c.After.Kind() || c.Before.Base().ID != c.After.Base().ID):
		return fmt.Errorf("store: a change of %s into %s", c.Before.Base().ID, c.After.Base().ID)
	}
	return nil
}

// stamp is what only the file can say: the time of writing, and of a review that
// is held now the place in the journal, so that the next one can open with what
// changed since.
type stamp struct {
	at    model.Instant
	seq   uint64
	whole bool // new records that have their times keep them: see [model.Edit]
}

// mark stamps the records. Those that are new are still the caller's and stay as
// they are: [prepare] stamps its copy of them.
func mark(pairs []pair, s stamp) {
	for i := range pairs {
		p := &pairs[i]
		p.stamp = s
		if p.before != nil && p.after != nil {
			s.put(p.before, p.after)
		}
	}
}

// put stamps a record, which was before as it was, nil for a new one.
func (s stamp) put(before, after model.Record) {
	head := after.Base()
	if s.whole && before == nil && head.Changed != 0 {
		return
	}
	if before == nil {
		head.Created = s.at
	}
	head.Changed = s.at
	if held, ok := after.(*model.Review); ok && !held.Held.IsZero() {
		if was, ok := before.(*model.Review); !ok || was.Held != held.Held {
			held.Journal = model.NumberOf(int64(s.seq))
		}
	}
}

// check reports the first record that cannot be saved, and the first record
// outside the edit that would be left with a link to what is gone.
func (t *tx) check(pairs []pair, where map[model.ID]int) error {
	links := newLinkCheck(t, pairs, where)
	for _, p := range pairs {
		if p.after == nil {
			continue
		}
		if err := p.made.invalid; err != nil {
			return fmt.Errorf("%s %q: %w", p.after.Kind(), model.Title(p.after, nil), err)
		}
		if err := links.outgoing(p.after, p.made.links); err != nil {
			return err
		}
	}
	return links.left()
}

// sound is [model.Check] for a record whose fields are at hand.
func sound(r model.Record, fields []model.Field) error {
	for i := range fields {
		if f := &fields[i]; f.Needed && f.IsZero() {
			return model.Check(r)
		}
	}
	if v, ok := r.(model.Validator); ok && v.Validate() != nil {
		return model.Check(r)
	}
	return nil
}
