package store

import (
	"encoding/binary"
	"slices"

	"astute/model"
)

// appendSummary writes a summary: for each key, in order, its length, itself
// and its sum.
func appendSummary(b []byte, s model.Summary) []byte {
	keys, size := make([]string, 0, len(s)), sealLen
	for key := range s {
		keys, size = append(keys, key), size+len(key)+4 // the numbers are mostly small
	}
	slices.Sort(keys)
	b = slices.Grow(b, size)
	for _, key := range keys {
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

// differences are by how much the summaries of accounts change: what the records
// were is taken out of them, and what they are is added.
type differences map[place]model.Summary

// with adds others to them.
func (d differences) with(others differences) differences {
	for at, sum := range others {
		if d[at] == nil {
			d[at] = sum
		} else {
			d[at].AddAll(sum)
		}
	}
	return d
}

// summing gathers differences record by record. The facts of one are counted
// before those of the next are made, so that they are never there of all.
type summing struct {
	of    differences
	facts []model.Fact
}

func (s *summing) at(r model.Record) model.Summary {
	at := placeOf(r)
	sum := s.of[at]
	if sum == nil {
		sum = model.Summary{}
		s.of[at] = sum
	}
	return sum
}

func (s *summing) add(r model.Record, fields []model.Field) {
	s.facts = model.AppendFacts(s.facts[:0], r, fields)
	s.at(r).Add(s.facts)
}

func (s *summing) subtract(r model.Record) { s.at(r).Subtract(model.Facts(r)) }

// writeSummaries adds differences to the summaries.
func (t *tx) writeSummaries(sums differences) error {
	var writes []keyed
	for at, difference := range sums {
		if len(difference) == 0 {
			continue
		}
		s, err := t.summary(at)
		if err != nil {
			return err
		}
		if len(s) == 0 {
			s = difference
		} else {
			s.AddAll(difference)
		}
		w := keyed{key: slices.Clone(at[:])}
		if len(s) > 0 {
			w.value = appendSummary(nil, s)
		}
		writes = append(writes, w)
	}
	return t.putAll(bucketSummaries, writes)
}
