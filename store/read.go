package store

import (
	"cmp"
	"slices"
	"sync"

	"astute/model"
	"astute/model/search"
)

// Get returns the record with the ID; the error wraps [ErrNotFound] when there
// is none.
func (s *Store) Get(id model.ID) (model.Record, error) {
	var r model.Record
	err := s.view(func(t *tx) (err error) {
		if r, err = t.record(id); err != nil || r != nil {
			return err
		}
		return t.missing(id, "there is no record %s: it may have been removed; look with astute find")
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}

// missing says that there is no record with the ID, when that is sure.
func (t *tx) missing(id model.ID, format string) error {
	if err := t.surelyMissing(); err != nil {
		return err
	}
	return faultf(ErrNotFound, format, id)
}

// surelyMissing counts all ids, because a damaged page could have lost the one
// that was not found.
func (t *tx) surelyMissing() error {
	count := uint64(0)
	err := t.scan(bucketIDs, nil, func(_, _ []byte) error {
		count++
		return nil
	})
	if err == nil && count != t.state.records {
		err = corruptf("%d ids of %d are left", count, t.state.records)
	}
	return err
}

// collectPlace returns all records that lie in a place, as many as its summary
// counts.
func (t *tx) collectPlace(at place) ([]model.Record, error) {
	list, err := t.collect(at[:])
	if err != nil {
		return nil, err
	}
	return list, t.countPlace(at, 0, len(list))
}

// countPlace compares how many records of a kind, 0 for all, were read in a
// place with what its summary counts. In a file of a newer version all may be
// more than were read: kinds that this one has no words for are passed over.
func (t *tx) countPlace(at place, kind model.Kind, count int) error {
	if t.state.derived != Derived || t.b == nil || kind == 0 && t.state.schema > Schema {
		return nil
	}
	s, err := t.summary(at)
	if err != nil {
		return err
	}
	want := s.Count(kind)
	if kind == 0 {
		want = s.Records()
	}
	if count != want {
		return corruptf("%d records of %d are left in one account", count, want)
	}
	return nil
}

// collectAll returns all records of the file, and as many as it counts.
func (t *tx) collectAll() ([]model.Record, error) {
	list, err := t.collect(nil)
	if err == nil && uint64(len(list)) != t.state.records && t.state.schema <= Schema {
		err = corruptf("%d records of %d are left", len(list), t.state.records)
	}
	return list, err
}

// NoAccount is what the plan of the contacts without an account is called.
const NoAccount = "No account"

// Plan returns the plan of an account with the shared records, and the version
// of the file that it was read from. The zero ID stands for the contacts that
// belong to no account: their plan has an empty account called "No account".
func (s *Store) Plan(account model.ID) (*model.Plan, uint64, error) {
	return s.Plans().Plan(account)
}

// Plans reads one plan after the other. The records that all accounts share are
// read once, and again only after somebody wrote: nobody may change them. It is
// safe for concurrent use.
type Plans struct {
	store  *Store
	mu     sync.Mutex
	seq    uint64 // of shared
	shared []model.Record
	read   bool // whether shared was
}

// Plans returns a reader of many plans.
func (s *Store) Plans() *Plans { return &Plans{store: s} }

// sharedIn returns the shared records as they are in a transaction.
func (p *Plans) sharedIn(t *tx) ([]model.Record, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.read && p.seq == t.state.seq {
		return p.shared, nil
	}
	shared, err := t.collectPlace(placeShared)
	if err == nil {
		p.shared, p.seq, p.read = shared, t.state.seq, true
	}
	return shared, err
}

// Plan is [Store.Plan].
func (p *Plans) Plan(account model.ID) (*model.Plan, uint64, error) {
	var plan *model.Plan
	var seq uint64
	err := p.store.view(func(t *tx) error {
		seq = t.state.seq
		records, err := t.collectPlace(account)
		if err != nil {
			return err
		}
		shared, err := p.sharedIn(t)
		if err != nil {
			return err
		}
		var ok bool
		if plan, ok = planOf(account, append(records, shared...)); !ok {
			return t.missing(account, "there is no account %s: it may have been removed; look with astute list accounts")
		}
		return nil
	})
	if err != nil {
		return nil, 0, err
	}
	return plan, seq, nil
}

// Book returns everything.
func (s *Store) Book() (*model.Book, error) {
	var records []model.Record
	err := s.view(func(t *tx) (err error) {
		records, err = t.collectAll()
		return err
	})
	if err != nil {
		return nil, err
	}
	return model.NewBook(records), nil
}

// Scan says which records [Store.Each] passes: of one kind or all, of one
// account or everywhere.
type Scan struct {
	Kind      model.Kind // 0 means all
	Account   model.ID   // with ByAccount; zero then means those without one
	ByAccount bool
}

// Each calls fn for each record that the scan covers, by account, kind and time
// of making, in one transaction; fn must be quick and must not use the store. It
// ends at the first error, which it returns.
func (s *Store) Each(q Scan, fn func(model.Record) error) error {
	safe := func(r model.Record) error {
		defer func() {
			if p := recover(); p != nil {
				panic(callerPanic{p})
			}
		}()
		return fn(r)
	}
	return s.view(func(t *tx) error {
		switch shared := q.Kind != 0 && q.Kind.Scope() == model.ScopeShared; {
		case q.Kind == model.KindAccount && !q.ByAccount:
			return t.eachAccount(safe)
		case shared:
			return t.eachIn(placeShared, q.Kind, safe)
		case q.ByAccount:
			return t.eachIn(q.Account, q.Kind, safe)
		}
		count := uint64(0)
		var bench model.Bench
		err := t.scan(bucketRecords, nil, func(key, body []byte) error {
			count++
			at, kind, id, err := splitKey(key)
			if err != nil || q.Kind != 0 && kind != q.Kind || !kind.Known() && t.state.schema > Schema {
				return err
			}
			r, err := readOn(&bench, at, kind, id, body)
			if err != nil {
				return err
			}
			return safe(r)
		})
		if err == nil && count != t.state.records {
			err = corruptf("%d records of %d are left", count, t.state.records)
		}
		return err
	})
}

// eachIn calls fn for the records of a kind, 0 for all, that lie in one place.
func (t *tx) eachIn(at place, kind model.Kind, fn func(model.Record) error) error {
	prefix := at[:]
	if kind != 0 {
		prefix = append(prefix, byte(kind))
	}
	count := 0
	err := t.records(prefix, func(r model.Record) error {
		count++
		return fn(r)
	})
	if err != nil {
		return err
	}
	return t.countPlace(at, kind, count)
}

// eachAccount goes by the account table, which is far shorter than the records.
func (t *tx) eachAccount(fn func(model.Record) error) error {
	return t.accounts(func(id model.ID, _ string) error {
		r, err := t.record(id)
		if err != nil {
			return err
		}
		if r == nil {
			return corruptf("the account %s is missing", id)
		}
		return fn(r)
	})
}

// accounts calls fn for each entry of the account table.
func (t *tx) accounts(fn func(id model.ID, name string) error) error {
	count := uint64(0)
	err := t.scan(bucketAccounts, nil, func(key, value []byte) error {
		count++
		account, err := readAccount(value)
		if err != nil {
			return err
		}
		return fn(model.ID(key), account.name)
	})
	if err == nil && count != t.state.accounts {
		err = corruptf("%d accounts of %d are left", count, t.state.accounts)
	}
	return err
}

// AccountSummary is an account as the portfolio reads it.
type AccountSummary = model.AccountSummary

// Accounts returns all accounts with their summaries, by name. No plan is read.
func (s *Store) Accounts() ([]AccountSummary, error) {
	var list []AccountSummary
	err := s.view(func(t *tx) error {
		return t.accounts(func(id model.ID, name string) (err error) {
			a := AccountSummary{ID: id, Name: name}
			if a.Summary, err = t.currentSummary(a.ID); err != nil {
				return err
			}
			list = append(list, a)
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	folded := make(map[model.ID]string, len(list))
	for _, a := range list {
		folded[a.ID] = search.Fold(a.Name)
	}
	slices.SortFunc(list, func(a, b AccountSummary) int {
		return cmp.Or(cmp.Compare(folded[a.ID], folded[b.ID]), a.ID.Compare(b.ID))
	})
	return list, nil
}

// Summary returns the summary of one account; the zero ID stands for the
// contacts without one.
func (s *Store) Summary(account model.ID) (model.Summary, error) {
	var sum model.Summary
	err := s.view(func(t *tx) (err error) {
		sum, err = t.currentSummary(account)
		return err
	})
	return sum, err
}

// currentSummary returns the summary as kept, or, when another version of the
// program kept it, computed from the records.
func (t *tx) currentSummary(at place) (model.Summary, error) {
	if t.state.derived == Derived {
		return t.summary(at)
	}
	records, err := t.collect(at[:])
	return model.Summarise(records), err
}

// Name returns what a record is called, for showing a link; "" when there is
// none or the file does not read.
func (s *Store) Name(id model.ID) string {
	var name string
	err := s.view(func(t *tx) error {
		name = t.name(id)
		return nil
	})
	if err != nil {
		return ""
	}
	return name
}

// Removal returns the changes that take records out of the book with all that
// cannot be without them; see [model.Removal]. Nothing is written.
func (s *Store) Removal(ids ...model.ID) ([]model.Change, error) {
	var changes []model.Change
	err := s.view(func(t *tx) error {
		targets := make([]model.Record, len(ids))
		for i, id := range ids {
			target, err := t.record(id)
			if err != nil {
				return err
			}
			if target == nil {
				return faultf(ErrNotFound, "there is no record %s: it may have been removed already", id)
			}
			targets[i] = target
		}
		l := linkers{t: t, read: map[place]map[model.ID][]model.Record{}}
		changes = model.Removal(l.of, targets...)
		return l.err
	})
	return changes, err
}

// linkers finds the records that link to one. Only records of the same account
// can link to a record of an account, so that one range answers for all of them.
type linkers struct {
	t    *tx
	read map[place]map[model.ID][]model.Record // by account: who links to whom
	err  error
}

func (l *linkers) of(id model.ID) []model.Record {
	where, ok, err := l.t.locate(id)
	if err != nil || !ok {
		l.err = cmp.Or(l.err, err)
		return nil
	}
	if where.at == placeShared {
		return l.everywhere(id)
	}
	if l.read[where.at] == nil {
		links := map[model.ID][]model.Record{}
		err := l.t.records(where.at[:], func(r model.Record) error {
			for _, f := range r.Fields() {
				for _, to := range f.Links() {
					if from := links[to]; len(from) == 0 || from[len(from)-1] != r {
						links[to] = append(from, r)
					}
				}
			}
			return nil
		})
		l.err = cmp.Or(l.err, err)
		l.read[where.at] = links
	}
	return l.read[where.at][id]
}

// everywhere looks through all records for links to a shared one.
func (l *linkers) everywhere(id model.ID) []model.Record {
	var list []model.Record
	texts := [][]byte{[]byte(id.String())}
	err := l.t.scan(bucketRecords, nil, func(key, body []byte) error {
		at, kind, from, err := splitKey(key)
		if err != nil || !kind.Known() || !mayMention(body, texts) {
			return err
		}
		r, err := readRecord(at, kind, from, body)
		if err == nil && model.Refers(r, id) {
			list = append(list, r)
		}
		return err
	})
	l.err = cmp.Or(l.err, err)
	return list
}
