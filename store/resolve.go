package store

import (
	"encoding/binary"
	"slices"
	"strings"

	"astute/model"
	"astute/model/search"
)

// ResolveQuery narrows what a name may stand for.
type ResolveQuery struct {
	Kinds     []model.Kind // nil means all
	Account   model.ID     // with ByAccount, as in [FindQuery]
	ByAccount bool
	// Writing stops before the look-up: what only resembles a name is
	// suggested, never taken.
	Writing bool
}

// Resolve returns the record that a person's text names: a whole id; the end of
// one, six letters or more, when no other ends so; else a name, which a kind and
// a colon may stand before (contact:Jane Smith), as [search.Resolve] understands
// it. Where several fit equally well the error is an [*AmbiguousError] that
// lists them, where none does a [*NotFoundError].
func (s *Store) Resolve(name string, q ResolveQuery) (model.Record, error) {
	name = model.CleanLine(name)
	var r model.Record
	err := s.view(func(t *tx) (err error) {
		r, err = t.resolve(name, q)
		return err
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}

func (t *tx) resolve(name string, q ResolveQuery) (model.Record, error) {
	allowed := func(k model.Kind) bool { return len(q.Kinds) == 0 || slices.Contains(q.Kinds, k) }
	if id, err := model.ParseID(name); err == nil {
		r, err := t.record(id)
		if err == nil && r == nil {
			err = t.surelyMissing()
		}
		if err == nil && (r == nil || !allowed(r.Kind())) {
			err = &NotFoundError{Name: name}
		}
		return r, err
	}
	text := name
	if word, rest, ok := strings.Cut(name, ":"); ok {
		if kind, err := model.ParseKind(word); err == nil && allowed(kind) && strings.TrimSpace(rest) != "" {
			q.Kinds, text = []model.Kind{kind}, strings.TrimSpace(rest)
		}
	}
	hits, err := t.bySuffix(text, allowed)
	if err != nil {
		return nil, err
	}
	level := search.LevelExact
	if len(hits) == 0 {
		if level, hits, err = t.byName(text, q); err != nil {
			return nil, err
		}
	}
	if len(hits) == 1 && (level != search.LevelLookUp || !q.Writing) {
		r, err := t.record(hits[0].ID)
		if err == nil && r == nil {
			err = corruptf("the look-up names record %s, which is not there", hits[0].ID)
		}
		return r, err
	}
	const listed = 10
	list, err := t.found(hits[:min(len(hits), listed)])
	switch {
	case err != nil:
		return nil, err
	case len(hits) == 0 || level == search.LevelLookUp && q.Writing:
		return nil, &NotFoundError{Name: name, Suggestions: list}
	}
	return nil, &AmbiguousError{Name: name, Candidates: list, More: len(hits) - len(list)}
}

// byName asks the look-up.
func (t *tx) byName(text string, q ResolveQuery) (search.Level, []search.Hit, error) {
	query, ok, err := t.query(FindQuery{Text: text, Kinds: q.Kinds, Account: q.Account, ByAccount: q.ByAccount})
	if err != nil || !ok {
		return 0, nil, err
	}
	ix, err := t.index()
	if err != nil {
		return 0, nil, err
	}
	// A namesake that damage kept back would make the other one certain.
	if err := ix.check(); err != nil {
		return 0, nil, err
	}
	level, hits := search.Resolve(ix, query)
	return level, hits, ix.err
}

// bySuffix returns the records whose ids end in the text.
func (t *tx) bySuffix(text string, allowed func(model.Kind) bool) ([]search.Hit, error) {
	if !model.IsIDSuffix(text) {
		return nil, nil
	}
	var hits []search.Hit
	end := suffixOf(text)
	err := t.scan(bucketIDs, nil, func(key, value []byte) error {
		id := model.ID(key)
		if !end.ends(id) {
			return nil
		}
		l, err := readLocation(value)
		if err == nil && allowed(l.kind) {
			hits = append(hits, search.Hit{ID: id, Kind: l.kind})
		}
		return err
	})
	return hits, err
}

// suffix is the end of an ID as bits, so that it can be compared with many
// without writing each of them out.
type suffix struct{ hi, lo, maskHi, maskLo uint64 }

// suffixOf reads what [model.IsIDSuffix] takes, by the text of whole IDs: noughts
// before it make it one, unless it is one already.
func suffixOf(text string) suffix {
	var s suffix
	// A whole ID begins with 0 to 7, so what stands before the suffix can be 1,
	// which keeps it from being the ID that means "none".
	whole := text
	if len(text) < idLetters {
		whole = "1" + strings.Repeat("0", idLetters-1-len(text)) + text
	}
	id, err := model.ParseID(whole)
	if err != nil {
		return suffix{hi: 1} // no ID has bits outside the mask
	}
	for range len(text) {
		s.maskHi = s.maskHi<<5 | s.maskLo>>59
		s.maskLo = s.maskLo<<5 | 31
	}
	s.hi, s.lo = binary.BigEndian.Uint64(id[:8])&s.maskHi, binary.BigEndian.Uint64(id[8:])&s.maskLo
	return s
}

// idLetters is how long an ID is as text, five bits a letter.
const idLetters = 26

func (s suffix) ends(id model.ID) bool {
	return binary.BigEndian.Uint64(id[8:])&s.maskLo == s.lo && binary.BigEndian.Uint64(id[:8])&s.maskHi == s.hi
}
