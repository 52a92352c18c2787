package store

import (
	"slices"
	"strings"
	"time"

	"astute/model"
	"astute/model/search"
)

// Forgot is what forgetting a person did.
type Forgot struct {
	Texts     []string    // that were taken out wherever they stood
	Removed   int         // records: the person and what cannot be without them
	Edited    int         // other records that lost a link to the person or a text
	Entries   int         // of the journal that told of the person
	Backups   int         // of our own in which the person stood
	Unreached []Unreached // copies that could not be changed
}

// Unreached is a file of ours that may still hold the person.
type Unreached struct{ Path, Why string }

// Forget takes a contact out of the book for good, as somebody who asks to be
// erased may want: the record and what cannot be without it, every text that
// names the person, whatever the journal tells of them, and the same in our own
// backups. The file and the backups are written anew, so that no free page holds
// what was in them. Undo ends here.
//
// Backups come first and the book last, so that after a cut the same call does
// what is left. A contact that was removed earlier can still be forgotten as long
// as the journal knows it. An ID that is neither fails with [ErrNotFound].
func (s *Store) Forget(id model.ID, at time.Time) (Forgot, error) {
	f := &forgetting{id: id, at: at, by: s.opt.Author}
	if err := s.view(f.know); err != nil {
		return Forgot{}, err
	}
	if err := s.forgetBackups(f); err != nil {
		return Forgot{}, err
	}
	f.done.Removed, f.done.Edited, f.done.Entries = 0, 0, 0 // told of the book alone
	if err := s.forgetBook(f); err != nil {
		return Forgot{}, err
	}
	return f.done, nil
}

// ToForget returns what [Store.Forget] of the contact would do to the book. It
// writes nothing.
func (s *Store) ToForget(id model.ID) (Forgot, error) {
	f := &forgetting{id: id}
	err := s.view(func(t *tx) error {
		if err := f.know(t); err != nil {
			return err
		}
		_, err := f.changes(t)
		return err
	})
	return f.done, err
}

// forgetting is one person on the way out.
type forgetting struct {
	id    model.ID
	at    time.Time
	by    string
	texts model.Redaction
	names model.Redaction   // and names of one word, for what is known to speak of the person
	gone  map[model.ID]bool // in the copy at hand
	done  Forgot
}

// know gathers the texts that name the person, now and at any time the journal
// remembers. What another contact has too, such as a switchboard's number or the
// name of a namesake, is left alone.
func (f *forgetting) know(t *tx) error {
	h := history{t: t, after: map[model.ID]model.Record{}}
	var texts, names []string
	see := func(r model.Record) {
		if c, ok := r.(*model.Contact); ok {
			names = append(names, c.Name)
			texts = append(texts, model.PersonalTexts(c)...)
		}
	}
	now, err := t.record(f.id)
	if err != nil {
		return err
	}
	see(now)
	h.after[f.id] = now
	err = t.entriesDown(func(e *entry) (bool, error) {
		return true, t.deltas(e, func(d delta) error {
			if d.id != f.id {
				return nil
			}
			before, err := takeBack(d, h.after[d.id])
			h.after[d.id] = before
			see(before)
			return err
		})
	})
	if err != nil {
		return err
	}
	if names == nil {
		return faultf(ErrNotFound, "there is no contact %s, now or in the journal", f.id)
	}
	err = t.records(nil, func(r model.Record) error {
		if c, ok := r.(*model.Contact); ok && c.ID != f.id {
			for _, text := range model.PersonalTexts(c) {
				texts = slices.DeleteFunc(texts, func(own string) bool { return strings.EqualFold(own, text) })
			}
		}
		return nil
	})
	for _, text := range slices.Clone(texts) { // letters with marks can be written in two ways
		texts = append(texts, search.Forms(text)...)
	}
	slices.Sort(texts)
	f.done.Texts = slices.Compact(texts)
	f.texts, f.names = model.RedactionOf(f.done.Texts), model.RedactionOf(append(names, f.done.Texts...))
	return err
}

// changes returns what forgetting does to the records of a copy.
func (f *forgetting) changes(t *tx) ([]pair, error) {
	f.gone = map[model.ID]bool{f.id: true}
	edited := map[model.ID]int{}
	var pairs []pair
	target, err := t.record(f.id)
	if err != nil {
		return nil, err
	}
	if target != nil {
		l := linkers{t: t, read: map[place]map[model.ID][]model.Record{}}
		for _, c := range model.Removal(l.of, target) {
			id := c.Record().Base().ID
			if c.After == nil {
				f.gone[id] = true
				f.done.Removed++
			} else {
				edited[id] = len(pairs)
				f.done.Edited++
			}
			pairs = append(pairs, pair{before: c.Before, after: c.After})
		}
		if l.err != nil {
			return nil, l.err
		}
	}
	err = t.records(nil, func(r model.Record) error {
		id := r.Base().ID
		if f.gone[id] {
			return nil
		}
		at, known := edited[id]
		if known {
			r = pairs[at].after
		}
		redacted, found := f.texts.Redact(r)
		switch {
		case found && known:
			pairs[at].after = redacted
		case found:
			pairs = append(pairs, pair{before: r, after: redacted})
			f.done.Edited++
		}
		return nil
	})
	return pairs, err
}

// in forgets the person in one copy of the book. It reports whether there was
// anything to forget.
func (f *forgetting) in(t *tx) (found bool, err error) {
	pairs, err := f.changes(t)
	if err != nil {
		return false, err
	}
	prepare(pairs)
	if err := newLinkCheck(t, pairs, placesOf(pairs)).left(); err != nil {
		return false, err
	}
	var writes []keyed
	for _, p := range pairs {
		w := keyed{key: keyOf(p.before)}
		if p.after != nil {
			if err := p.made.invalid; err != nil {
				return false, err
			}
			w.value = p.made.body
		}
		writes = append(writes, w)
	}
	if err := t.putAll(bucketRecords, writes); err != nil {
		return false, err
	}
	was := f.done.Entries
	if err := f.journal(t); err != nil {
		return false, err
	}
	if len(pairs) == 0 && f.done.Entries == was {
		return false, nil
	}
	t.state.undoTop, t.state.redoTop = 0, 0
	if err := t.writeEntry(&entry{at: f.at, by: f.by, label: "forget a person", act: Erased}, nil); err != nil {
		return false, err
	}
	return true, t.rebuild()
}

// journal takes the person out of every entry of a copy's journal.
func (f *forgetting) journal(t *tx) error {
	var entries []*entry
	if err := t.entriesDown(func(e *entry) (bool, error) {
		entries = append(entries, e)
		return true, nil
	}); err != nil {
		return err
	}
	for _, e := range entries {
		if err := f.redact(t, e); err != nil {
			return err
		}
	}
	return nil
}

// redact takes the person out of one entry.
func (f *forgetting) redact(t *tx, e *entry) error {
	touched, label := f.texts.Speaks(e.label), f.texts
	var kept []delta
	counts := map[Verb]int{}
	if err := t.deltas(e, func(d delta) error {
		if f.gone[d.id] {
			touched, label = true, f.names
			return nil
		}
		old, found, err := f.redactFields(d.old)
		if err != nil {
			return err
		}
		touched = touched || found
		d.old = old
		kept = append(kept, d)
		counts[d.verb]++
		return nil
	}); err != nil || !touched {
		return err
	}
	f.done.Entries++
	e.label, _ = label.Of(e.label)
	e.changed, e.made, e.gone = counts[Changed], counts[Made], counts[Removed]
	return t.replaceEntry(e, kept)
}

// redactFields redacts the texts of a delta, in a copy that is the caller's.
func (f *forgetting) redactFields(old []byte) (redacted []byte, found bool, err error) {
	err = eachField(old, func(num int, text string) {
		text, changed := f.texts.Of(text)
		found = found || changed
		redacted = appendField(redacted, num, text)
	})
	return redacted, found, err
}

// replaceEntry writes an entry of the journal anew where it stands.
func (t *tx) replaceEntry(e *entry, deltas []delta) error {
	var old [][]byte
	if err := t.scan(bucketJournal, journalKey(e.seq, 0)[:8], func(key, value []byte) error {
		old = append(old, slices.Clone(key))
		t.state.journal -= uint64(len(value))
		return nil
	}); err != nil {
		return err
	}
	var gone []keyed
	for _, key := range old {
		gone = append(gone, keyed{key: key})
	}
	if err := t.putAll(bucketJournal, gone); err != nil {
		return err
	}
	return t.putEntry(e, slices.Values(deltas))
}
