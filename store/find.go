package store

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"astute/model"
	"astute/model/search"
)

// FindQuery is what is looked for; see [search.Find] for how.
type FindQuery struct {
	Text      string
	Kinds     []model.Kind // nil means all
	Account   model.ID     // with ByAccount: this account's and shared records; zero then means no account
	ByAccount bool
	Open      model.ID // the account that is looked at: of equal hits its own come first
	Limit     int      // 0 means 20
	// Archived finds what belongs to archived accounts too; of an account that is
	// asked for all is found in any case.
	Archived bool
}

// Found is a record that a look-up found.
type Found struct {
	ID          model.ID
	Kind        model.Kind
	Name        string
	Account     model.ID
	AccountName string
	Title       string // what tells it from its namesakes, such as a job title
	Score       int    // greater is better, within one query
	Near        bool   // nothing in it is spelt as it was typed, only nearly so
}

// Find returns the records that answer the query, best first.
//
// It reads the index without adding up its checksums, which would cost more than
// the look-up itself: damage there can only keep a hit back, because every record
// shown is read and checked. Before it says that there is nothing, it does check.
func (s *Store) Find(q FindQuery) ([]Found, error) {
	var list []Found
	err := s.view(func(t *tx) error {
		query, ok, err := t.query(q)
		if err != nil || !ok {
			return err
		}
		ix, err := t.index()
		if err != nil {
			return err
		}
		for query.Limit = cmp.Or(query.Limit, usualLimit); ; query.Limit *= 4 {
			hits := search.Find(ix, query)
			if len(hits) == 0 {
				return ix.check()
			}
			if ix.err != nil {
				return ix.err
			}
			if list, err = t.found(hits); err != nil || q.Archived || q.ByAccount {
				return err
			}
			if list, err = t.current(list); err != nil {
				return err
			}
			if want := cmp.Or(q.Limit, usualLimit); len(list) >= want || len(hits) < query.Limit {
				list = list[:min(want, len(list))]
				return nil
			}
		}
	})
	return list, err
}

// usualLimit is how many records are found where nobody says.
const usualLimit = 20

// current leaves out what belongs to archived accounts, and these themselves.
func (t *tx) current(list []Found) ([]Found, error) {
	archived := map[model.ID]bool{}
	var kept []Found
	for _, f := range list {
		of := f.Account
		if f.Kind == model.KindAccount {
			of = f.ID
		}
		away, known := archived[of]
		if !known {
			var err error
			if away, err = t.isArchived(of); err != nil {
				return nil, err
			}
			archived[of] = away
		}
		if !away {
			kept = append(kept, f)
		}
	}
	return kept, nil
}

// isArchived reports whether an account was put away.
func (t *tx) isArchived(id model.ID) (bool, error) {
	if t.state.derived == Derived {
		account, _, err := t.account(id)
		return account.archived, err
	}
	if id.IsZero() {
		return false, nil
	}
	r, err := t.record(id)
	a, ok := r.(*model.Account)
	return ok && a.Archived, err
}

// query turns accounts' IDs into their numbers; ok is false when there is no
// account that the query is narrowed to.
func (t *tx) query(q FindQuery) (query search.Query, ok bool, err error) {
	query = search.Query{Text: q.Text, Kinds: q.Kinds, Limit: q.Limit}
	open, _, err := t.account(q.Open)
	if query.Open = open.number; err != nil || !q.ByAccount {
		return query, err == nil, err
	}
	if q.Account.IsZero() {
		query.OnlyAccount = true
		return query, true, nil
	}
	account, ok, err := t.account(q.Account)
	query.Account = account.number
	return query, ok, err
}

// found reads the records that were hit.
func (t *tx) found(hits []search.Hit) ([]Found, error) {
	list := make([]Found, 0, len(hits))
	for _, h := range hits {
		r, err := t.record(h.ID)
		if err != nil {
			return nil, err
		}
		if r == nil {
			return nil, corruptf("the look-up knows record %s, which is missing", h.ID)
		}
		f := Found{ID: h.ID, Kind: r.Kind(), Name: model.Title(r, t.name), Score: h.Score, Near: h.Near()}
		if detail := r.Kind().Spec().Detail; detail != nil {
			f.Title = detail(r)
		}
		if r.Kind().Scope() == model.ScopeAccount {
			f.Account = r.Base().Account
			f.AccountName = t.accountName(f.Account)
		}
		list = append(list, f)
	}
	return list, nil
}

// accountName returns an account's name, "" for none.
func (t *tx) accountName(id model.ID) string {
	account, _, _ := t.account(id)
	return account.name
}

// index is the look-up's view of the file. Shards stay where they are mapped,
// so it is good until the transaction ends.
type index struct {
	t      *tx
	names  []string // folded
	shards []search.Shard
	notes  []search.Shard // once they were asked for
	err    error          // what reading the notes met
}

// index reads the account names and finds the shards of names.
func (t *tx) index() (*index, error) {
	if t.state.derived != Derived {
		return t.memoryIndex()
	}
	ix := &index{t: t, names: make([]string, t.state.numbers+1)}
	count := uint64(0)
	err := t.scan(bucketAccounts, nil, func(_, value []byte) error {
		account, err := readAccount(value)
		if err == nil && uint64(account.number) > t.state.numbers {
			err = corruptf("the account number %d was never given", account.number)
		}
		if err == nil {
			ix.names[account.number] = account.folded
			count++
		}
		return err
	})
	if err == nil && count != t.state.accounts {
		err = corruptf("%d accounts of %d are left", count, t.state.accounts)
	}
	if err == nil {
		ix.shards, err = t.shards(bucketIndex, t.state.rows)
	}
	return ix, err
}

// shards returns the shards of one index, unchecked. The system is told first
// that all of them will be read: bbolt has told it that nothing will be read in
// order, and a cold file would come in page by page. Where they begin stands on
// the pages above them: the first page of each would be waited for in turn.
func (t *tx) shards(bucket []byte, slots uint64) ([]search.Shard, error) {
	b, err := t.bucket(bucket)
	if b == nil || err != nil {
		return nil, err
	}
	var list []search.Shard
	if root := uint64(b.Root()); root != 0 { // else it lies inside another page
		tree := newPages(t.door.mapped(), t.door.f, t.door.h)
		leaves, err := tree.leaves(root, true)
		if err != nil {
			return nil, err
		}
		tree.ahead(leaves, shardPages)
		list = make([]search.Shard, 0, len(leaves))
	}
	c := b.Cursor()
	for key, sealed := c.First(); key != nil; key, sealed = c.Next() {
		if isSpacer(key) {
			continue
		}
		if len(key) != 8 || binary.BigEndian.Uint64(key) != uint64(len(list)) || len(sealed) < sealLen {
			return nil, corruptf("a shard of the %s is missing", bucket)
		}
		list = append(list, sealed[:len(sealed)-sealLen])
	}
	if want := (slots + search.ShardRows - 1) / search.ShardRows; uint64(len(list)) != want {
		return nil, corruptf("%d shards of the %s are left of %d", len(list), bucket, want)
	}
	return list, nil
}

// shardPages is how many pages a full shard lies on, about.
const shardPages = 16

// check adds up the checksums of all shards that the look-up read.
func (ix *index) check() error {
	if ix.t == nil {
		return nil
	}
	if ix.err != nil {
		return ix.err
	}
	return ix.t.checkSums(bucketIndex, bucketNotes)
}

// memoryIndex makes the index of a file that another version of the program
// wrote and that cannot be, or is not yet, written by this one.
func (t *tx) memoryIndex() (*index, error) {
	ix := &index{names: []string{""}}
	numbers := map[place]uint32{}
	var rows, notes []search.Row
	all, err := t.collect(nil)
	if err != nil {
		return nil, err
	}
	for _, r := range all {
		if a, ok := r.(*model.Account); ok {
			numbers[a.ID] = uint32(len(ix.names))
			ix.names = append(ix.names, search.Fold(a.Name))
		}
	}
	for _, r := range all {
		if row, ok := rowIndexes[0].rowFor(r, numbers); ok {
			rows = append(rows, row)
		}
		if row, ok := rowIndexes[1].rowFor(r, numbers); ok {
			notes = append(notes, row)
		}
	}
	ix.shards, ix.notes = search.Build(rows), search.Build(notes)
	return ix, nil
}

// Accounts implements [search.Index].
func (ix *index) Accounts() []string { return ix.names }

// Shards implements [search.Index].
func (ix *index) Shards(yield func(search.Shard) bool) { each(ix.shards, yield) }

// Notes implements [search.Index]. They are read only now, because most
// look-ups never ask for them.
func (ix *index) Notes(yield func(search.Shard) bool) {
	if ix.t != nil && ix.notes == nil {
		ix.notes, ix.err = ix.t.shards(bucketNotes, ix.t.state.notes)
	}
	each(ix.notes, yield)
}

func each(list []search.Shard, yield func(search.Shard) bool) {
	for _, s := range list {
		if !yield(s) {
			return
		}
	}
}

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
