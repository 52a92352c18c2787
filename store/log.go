package store

import (
	"cmp"
	"time"

	"astute/model"
)

// Entry is one edit as the journal tells it.
type Entry struct {
	Seq                 uint64 // the file's version after it
	At                  time.Time
	By, Label           string
	Act                 Act
	Changed, Made, Gone int     // how many records
	Deltas              []Delta // only when asked for
}

// Delta is what an edit did to one record.
type Delta struct {
	ID     model.ID
	Kind   model.Kind
	Name   string // what the record was called afterwards; before, when it was removed
	Verb   Verb
	Fields []FieldDelta // those that changed; of a made or removed record all that are known
}

// FieldDelta is one field before and after an edit, in canonical text; see
// [model.DisplayText] for showing it.
type FieldDelta struct {
	Name, Label   string
	Before, After string
}

// LogQuery says which entries are wanted.
type LogQuery struct {
	Record model.ID  // those that touched it; zero means all
	Since  time.Time // those of this moment and later
	Limit  int       // at most so many of the newest; 0 means all
	Fields bool      // with what changed in each record
	IDs    bool      // with which records, and no more of them than that
	// Changes is for lists of many entries: with what changed in each record that
	// was neither made nor removed. An import makes records by the thousand.
	Changes bool
}

func (e *entry) shown() Entry {
	return Entry{Seq: e.seq, At: e.at, By: e.by, Label: e.label, Act: e.act, Changed: e.changed, Made: e.made, Gone: e.gone}
}

// Log returns the journal, newest first. An edit that was taken back is in it,
// and so is the taking back.
func (s *Store) Log(q LogQuery) ([]Entry, error) {
	var list []Entry
	err := s.view(func(t *tx) error {
		h := history{t: t, after: map[model.ID]model.Record{}}
		return t.entriesDown(func(e *entry) (bool, error) {
			// The clock may have been set back, so an old entry may follow
			// a newer one; the journal's own order is kept, and all of it read.
			wanted := !e.at.Before(q.Since)
			shown := e.shown()
			touched := q.Record.IsZero()
			if q.Fields || q.Changes || q.IDs || !touched {
				err := t.deltas(e, func(d delta) error {
					if !q.Record.IsZero() && d.id != q.Record {
						return nil
					}
					touched = true
					switch {
					case q.IDs:
						shown.Deltas = append(shown.Deltas, Delta{ID: d.id, Kind: d.kind, Verb: d.verb})
						return nil
					case !q.Fields && !q.Changes:
						return nil
					case !q.Fields && d.verb != Changed:
						return h.pass(d)
					}
					told, err := h.step(d)
					shown.Deltas = append(shown.Deltas, told)
					return err
				})
				if err != nil {
					return false, err
				}
			}
			if wanted && touched {
				list = append(list, shown)
			}
			return q.Limit == 0 || len(list) < q.Limit, nil
		})
	})
	if err != nil {
		return nil, err
	}
	return list, nil
}

// PutBack returns when each record was last given back by undo or redo what it
// was, with its old times of writing. It is for those who tell others that a
// record has changed again, such as calendars.
func (s *Store) PutBack() (map[model.ID]model.Instant, error) {
	when := map[model.ID]model.Instant{}
	err := s.view(func(t *tx) error {
		return t.entriesDown(func(e *entry) (bool, error) {
			if e.act != Undone && e.act != Redone {
				return true, nil
			}
			at := model.InstantOf(e.at)
			return true, t.deltas(e, func(d delta) error {
				when[d.id] = max(when[d.id], at)
				return nil
			})
		})
	})
	return when, err
}

// history walks records back from the present, entry by entry.
type history struct {
	t     *tx
	after map[model.ID]model.Record // as it was after the entry at hand; nil when it was not there
}

// step tells one delta and takes its record one entry back.
func (h *history) step(d delta) (Delta, error) {
	after, known := h.after[d.id]
	if !known {
		var err error
		if after, err = h.t.record(d.id); err != nil {
			return Delta{}, err
		}
	}
	before, err := takeBack(d, after)
	if err != nil {
		return Delta{}, err
	}
	h.after[d.id] = before
	told := Delta{ID: d.id, Kind: d.kind, Verb: d.verb, Name: model.Title(cmp.Or(after, before), h.name)}
	var old, now []model.Field
	if before != nil {
		old = before.Fields()
	}
	if after != nil {
		now = after.Fields()
	}
	for i := range max(len(old), len(now)) {
		var f model.Field
		var was, is string
		if old != nil {
			f, was = old[i], old[i].Text()
		}
		if now != nil {
			f, is = now[i], now[i].Text()
		}
		if was != is && !f.Hidden && f.Num != model.NumChanged && f.Num != model.NumCreated {
			told.Fields = append(told.Fields, FieldDelta{Name: f.Name, Label: f.Label, Before: was, After: is})
		}
	}
	return told, nil
}

// pass takes the record of a delta one entry back without telling of it.
func (h *history) pass(d delta) (err error) {
	var before model.Record
	if d.verb == Removed {
		before, err = readRecord(d.at, d.kind, d.id, d.old)
	}
	h.after[d.id] = before
	return err
}

// name calls a record what it was called at that point of the history, else
// what it is called now.
func (h *history) name(id model.ID) string {
	if r := h.after[id]; r != nil {
		return model.Title(r, h.name)
	}
	return h.t.name(id)
}
