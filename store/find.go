package store

import (
	"cmp"
	"encoding/binary"

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
		ix.shards, err = t.shards(rowIndexes[0])
	}
	return ix, err
}

// shards returns the shards of one index, unchecked. The system is told first
// that all of them will be read: bbolt has told it that nothing will be read in
// order, and a cold file would come in page by page. Where they begin stands on
// the pages above them: the first page of each would be waited for in turn.
func (t *tx) shards(x rowIndex) ([]search.Shard, error) {
	b, err := t.bucket(x.bucket)
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
			return nil, corruptf("a shard of the %s is missing", x.bucket)
		}
		list = append(list, sealed[:len(sealed)-sealLen])
	}
	if want := (*x.used(&t.state) + x.rows - 1) / x.rows; uint64(len(list)) != want {
		return nil, corruptf("%d shards of the %s are left of %d", len(list), x.bucket, want)
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
		ix.notes, ix.err = ix.t.shards(rowIndexes[1])
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
