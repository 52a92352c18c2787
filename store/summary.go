package store

import (
	"encoding/binary"
	"maps"
	"slices"

	"astute/model"
)

// appendSummary writes a summary: for each key, in order, its length, itself
// and its sum.
func appendSummary(b []byte, s model.Summary) []byte {
	for _, key := range slices.Sorted(maps.Keys(s)) {
		b = binary.AppendUvarint(b, uint64(len(key)))
		b = append(b, key...)
		b = binary.AppendVarint(b, s[key])
	}
	return b
}

func readSummary(b []byte) (model.Summary, error) {
	s := model.Summary{}
	texts := string(b) // one copy, of which every key is a part
	for at := 0; at < len(b); {
		size, n := binary.Uvarint(b[at:])
		if n <= 0 || size > uint64(len(b)-at-n) {
			return nil, corruptf("a summary does not read")
		}
		key := texts[at+n : at+n+int(size)]
		at += n + int(size)
		sum, n := binary.Varint(b[at:])
		if n <= 0 {
			return nil, corruptf("a summary does not read")
		}
		s[key] = sum
		at += n
	}
	return s, nil
}

// summary returns what is kept of an account; an empty one when nothing is.
func (t *tx) summary(at place) (model.Summary, error) {
	raw, err := t.get(bucketSummaries, at[:])
	if err != nil {
		return nil, err
	}
	return readSummary(raw)
}

// differences returns by how much the summaries of accounts change: what the
// records were is taken out of them, and what they are is added.
func differences(pairs []pair) map[place]model.Summary {
	differences := map[place]model.Summary{}
	of := func(r model.Record) model.Summary {
		at := placeOf(r)
		if differences[at] == nil {
			differences[at] = model.Summary{}
		}
		return differences[at]
	}
	for _, p := range pairs {
		if p.before != nil {
			of(p.before).Subtract(model.Facts(p.before))
		}
		if p.after != nil {
			of(p.after).Add(p.made.facts)
		}
	}
	return differences
}

// writeSummaries adds differences to the summaries.
func (t *tx) writeSummaries(differences map[place]model.Summary) error {
	var writes []keyed
	for at, difference := range differences {
		if len(difference) == 0 {
			continue
		}
		s, err := t.summary(at)
		if err != nil {
			return err
		}
		for key, n := range difference {
			s.Add([]model.Fact{{Key: key, N: n}})
		}
		w := keyed{key: slices.Clone(at[:])}
		if len(s) > 0 {
			w.value = appendSummary(nil, s)
		}
		writes = append(writes, w)
	}
	return t.putAll(bucketSummaries, writes)
}
