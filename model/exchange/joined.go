package exchange

import (
	"slices"

	"astute/model"
)

// Entries of a memory that no import wrote.
const (
	sourceMerged = "a merge" // what a record was called that was merged into this one
	sourceApart  = "apart"   // ids of records that a person said are others, as keys
)

// JoinedOrigin is what the import remembers of two records that become one: all
// that it knew of either, and what the one that goes is called, so that the next
// import of either finds the one that stays. It is [model.Merging]'s Remember.
func JoinedOrigin(kept, dropped model.Record) string {
	m := imported(kept)
	for _, e := range imported(dropped) {
		if e.source == sourceApart {
			m = m.apart(e)
			continue
		}
		m = append(m, e)
	}
	called := &entry{source: sourceMerged}
	for _, f := range dropped.Fields() {
		switch key := fieldKey(f.Num); {
		case f.IsZero():
		case f.Name == "name", key == emailKey && f.Name == "email", key == profileKey && f.Name == "profile":
			called.put(key, remembered(f.Text()))
		}
	}
	if len(called.values) > 0 {
		m = append(m, called)
	}
	return m.text()
}

// imported is what the import remembers of a record. An id that a person typed
// counts as Salesforce's where it can be no other program's.
func imported(r model.Record) memory {
	m := readMemory(r.Base().Origin)
	if id := typedID(r, m); id != "" {
		m = append(m, &entry{source: sourceSalesforce, external: id})
	}
	return m
}

// typedID returns the Salesforce id that a person typed for a record that no
// import brought, "" when there is none: only ids that are unlike any other
// program's count.
func typedID(r model.Record, m memory) string {
	if r.Base().ExternalID == "" || slices.ContainsFunc(m, func(e *entry) bool { return e.source != sourceMerged && e.source != sourceApart }) {
		return ""
	}
	if full := sourceID(sourceSalesforce, r.Base().ExternalID); len(full) == 18 {
		return full
	}
	return ""
}

// apart adds ids of records that this one is not.
func (m memory) apart(more *entry) memory {
	e := m.of(sourceApart)
	if e == nil {
		return append(m, more)
	}
	for _, p := range more.values {
		e.put(p.key, p.value)
	}
	return m
}

// Apart returns the edit that remembers of two records that they are two, so that
// they are suggested as one no more.
func Apart(a, b model.Record, names model.Names) model.Edit {
	after := model.Clone(a)
	m := readMemory(after.Base().Origin).apart(&entry{source: sourceApart, values: []pair{{key: b.Base().ID.String()}}})
	after.Base().Origin = m.text()
	return model.Edited("keep "+a.Kind().String()+" "+model.Title(a, names)+" and "+model.Title(b, names)+" apart", a, after)
}

// saidApart returns the ids of records that a person said this one is not.
func saidApart(r model.Record) []string {
	e := readMemory(r.Base().Origin).of(sourceApart)
	if e == nil {
		return nil
	}
	var ids []string
	for _, p := range e.values {
		ids = append(ids, p.key)
	}
	return ids
}

// about returns the entry of a source that a row continues: of several, which a
// merge leaves, the one with the row's id there, else its hash, else its name;
// nil when there is none.
func (m memory) about(source, external, name string, hash uint64) *entry {
	first := m.of(source)
	if first == nil {
		return nil
	}
	fits := []func(e *entry) bool{
		func(e *entry) bool { return external != "" && e.external == external },
		func(e *entry) bool { return hash != 0 && slices.Contains(e.hashes, hash) },
		func(e *entry) bool { was, ok := e.get(nameKey); return ok && was == remembered(name) },
	}
	for _, fit := range fits {
		for _, e := range m {
			if e.source == source && fit(e) {
				return e
			}
		}
	}
	return first
}
