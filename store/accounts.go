package store

import (
	"encoding/binary"
	"slices"
	"strings"

	"astute/model"
	"astute/model/search"
)

// The account table gives each account a small number, for the rows, and its
// name, once: renaming an account changes one entry and no row. What a look-up
// asks of every account stands there too, the name as it is compared and whether
// the account is archived, so that it need not work that out or read the account.
type accountEntry struct {
	number       uint32
	name, folded string
	archived     bool
}

const (
	foldedMark   = 0 // stands behind the name, which holds no such byte; up to Derived 4 an entry ends there
	flagArchived = 1
)

func entryOf(number uint32, a *model.Account) accountEntry {
	return accountEntry{number: number, name: a.Name, folded: search.Fold(a.Name), archived: a.Archived}
}

func (e accountEntry) bytes() []byte {
	flags := byte(0)
	if e.archived {
		flags = flagArchived
	}
	b := append(binary.BigEndian.AppendUint32(nil, e.number), e.name...)
	return append(append(b, foldedMark, flags), e.folded...)
}

func readAccount(b []byte) (accountEntry, error) {
	if len(b) < 4 {
		return accountEntry{}, corruptf("an entry of the accounts has %d bytes", len(b))
	}
	e := accountEntry{number: binary.BigEndian.Uint32(b)}
	name, more, _ := strings.Cut(string(b[4:]), string(rune(foldedMark)))
	if e.name = name; more != "" {
		e.archived, e.folded = more[0]&flagArchived != 0, more[1:]
	}
	return e, nil
}

// account returns an account's entry; ok is false when there is none.
func (t *tx) account(id model.ID) (e accountEntry, ok bool, err error) {
	if id.IsZero() {
		return accountEntry{}, false, nil
	}
	raw, err := t.get(bucketAccounts, id[:])
	if raw == nil || err != nil {
		return accountEntry{}, false, err
	}
	e, err = readAccount(raw)
	return e, err == nil, err
}

// writeAccounts keeps the account table. It comes before the rows, which need
// the numbers; the entry of a removed account goes with the records.
func (t *tx) writeAccounts(pairs []pair) error {
	var writes []keyed
	for _, p := range pairs {
		account, ok := p.record().(*model.Account)
		if !ok {
			continue
		}
		key := slices.Clone(account.ID[:])
		if p.after == nil {
			writes = append(writes, keyed{key, nil})
			t.state.accounts--
			continue
		}
		raw, err := t.get(bucketAccounts, key)
		if err != nil {
			return err
		}
		number := uint32(t.state.numbers + 1)
		if raw == nil {
			t.state.numbers++
			t.state.accounts++
		} else {
			was, err := readAccount(raw)
			if err != nil {
				return err
			}
			if number = was.number; was == entryOf(number, account) {
				continue
			}
		}
		writes = append(writes, keyed{key, entryOf(number, account).bytes()})
	}
	return t.putAll(bucketAccounts, writes)
}

// numbersFor returns the numbers of the accounts that the records lie in.
func (t *tx) numbersFor(pairs []pair) (map[place]uint32, error) {
	numbers := map[place]uint32{placeNone: 0, placeShared: 0}
	var last place
	for i := range pairs {
		for _, r := range [...]model.Record{pairs[i].before, pairs[i].after} {
			if r == nil {
				continue
			}
			at := placeOf(r)
			if at == last {
				continue
			}
			last = at
			if _, known := numbers[at]; known {
				continue
			}
			account, _, err := t.account(at)
			if err != nil {
				return nil, err
			}
			numbers[at] = account.number // 0 where the account goes in this edit, and its rows with it
		}
	}
	return numbers, nil
}
