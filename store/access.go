package store

import (
	"bytes"
	"slices"

	"go.etcd.io/bbolt"

	"astute/model"
)

// bucket returns one of the file's buckets, nil when there is no file.
func (t *tx) bucket(name []byte) (*bbolt.Bucket, error) {
	if t.b == nil {
		return nil, nil
	}
	b := t.b.Bucket(name)
	if b == nil {
		if bytes.Equal(name, bucketMeta) {
			return nil, nil // another program's database: see load
		}
		return nil, corruptf("the %s are missing", name)
	}
	return b, nil
}

// get returns the value under a key, nil when there is none. It aliases the
// file and is good until the transaction ends.
func (t *tx) get(bucket, key []byte) ([]byte, error) {
	b, err := t.bucket(bucket)
	if b == nil || err != nil {
		return nil, err
	}
	sealed := b.Get(key)
	if sealed == nil {
		return nil, nil
	}
	return unseal(bucket, key, sealed)
}

// put writes a value. The slice becomes the transaction's.
func (t *tx) put(bucket, key, value []byte) error {
	b, err := t.bucket(bucket)
	if err != nil {
		return err
	}
	return b.Put(key, seal(key, value))
}

// scan calls fn for each key that begins with the prefix, in order.
func (t *tx) scan(bucket, prefix []byte, fn func(key, value []byte) error) error {
	b, err := t.bucket(bucket)
	if b == nil || err != nil {
		return err
	}
	c := b.Cursor()
	for key, sealed := c.Seek(prefix); key != nil && bytes.HasPrefix(key, prefix); key, sealed = c.Next() {
		value, err := unseal(bucket, key, sealed)
		if err != nil {
			return err
		}
		if err := fn(key, value); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) putState() error {
	t.state.schema = max(t.state.schema, Schema)
	return t.put(bucketMeta, stateKey, t.state.bytes())
}

// locate returns where a record lies; ok is false when there is none.
func (t *tx) locate(id model.ID) (l location, ok bool, err error) {
	raw, err := t.get(bucketIDs, id[:])
	if raw == nil || err != nil {
		return location{}, false, err
	}
	l, err = readLocation(raw)
	return l, err == nil, err
}

// record returns the record with the ID, nil when there is none.
func (t *tx) record(id model.ID) (model.Record, error) {
	l, ok, err := t.locate(id)
	if !ok || err != nil {
		return nil, err
	}
	body, err := t.get(bucketRecords, l.key(id))
	if err != nil {
		return nil, err
	}
	if body == nil {
		return nil, corruptf("record %s is missing", id)
	}
	return readRecord(l.at, l.kind, id, body)
}

// records calls fn for each record whose key begins with the prefix. Kinds that
// a newer version added are passed over: this one has no words for them.
func (t *tx) records(prefix []byte, fn func(model.Record) error) error {
	var bench model.Bench
	return t.scan(bucketRecords, prefix, func(key, body []byte) error {
		at, kind, id, err := splitKey(key)
		if err != nil {
			return err
		}
		if !kind.Known() && t.state.schema > Schema {
			return nil
		}
		r, err := readOn(&bench, at, kind, id, body)
		if err != nil {
			return err
		}
		return fn(r)
	})
}

// collect returns the records whose keys begin with the prefix.
func (t *tx) collect(prefix []byte) ([]model.Record, error) {
	var list []model.Record
	err := t.records(prefix, func(r model.Record) error {
		list = append(list, r)
		return nil
	})
	return list, err
}

// name returns what a record is called, "" when there is none or it does not
// read; it is a [model.Names] for what is only shown.
func (t *tx) name(id model.ID) string {
	r, err := t.record(id)
	if r == nil || err != nil {
		return ""
	}
	return model.Title(r, t.name)
}

// sorted returns the pairs in the order of their keys, in which a tree takes
// them quickest.
func sorted(pairs []keyed) []keyed {
	slices.SortFunc(pairs, func(a, b keyed) int { return bytes.Compare(a.key, b.key) })
	return pairs
}

// keyed is a value on its way into a bucket; nil takes the key out.
type keyed struct{ key, value []byte }

// putAll writes many values in the order of their keys.
func (t *tx) putAll(bucket []byte, pairs []keyed) error {
	return t.putSealed(bucket, sealed(pairs))
}

// sealed makes values ready to be written: with their checksums, and sorted. It is
// what can be done beside the writing of others.
func sealed(pairs []keyed) []keyed {
	for i := range pairs {
		if p := &pairs[i]; p.value != nil {
			p.value = seal(p.key, p.value)
		}
	}
	return sorted(pairs)
}

// putSealed is putAll of what is sealed.
func (t *tx) putSealed(bucket []byte, pairs []keyed) error {
	b, err := t.bucket(bucket)
	if err != nil {
		return err
	}
	if len(pairs) > 1000 {
		b.FillPercent = 1 // many keys in order: leave no room between them
	}
	for _, p := range pairs {
		if p.value == nil {
			err = b.Delete(p.key)
		} else {
			err = b.Put(p.key, p.value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
