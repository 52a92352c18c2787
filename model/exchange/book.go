package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"astute/model"
)

// Schema is the version of the JSON that [WriteBook] writes. It grows when an
// older program could misread a newer file, which a new field or kind alone
// does not cause: unknown ones are refused by name.
const Schema = 1

// Errors of [ReadBook]; each is wrapped in one that names the cure.
var (
	// ErrNotBook says that a file is not what WriteBook writes.
	ErrNotBook = errors.New("not a book in JSON")
	// ErrNewer says that a newer version of the program wrote the file.
	ErrNewer = errors.New("written by a newer version")
)

// unknownKey holds the fields that this version has no name for, by number.
const unknownKey = "unknown"

// Extract returns what a file about one account must hold to stand alone: the
// account, all that belongs to it, and of the shared records those it refers
// to, directly or through one another, and the rates between its currencies. The
// zero ID stands for the contacts without an account. The order is the book's.
func Extract(book *model.Book, account model.ID) []model.Record {
	take := map[model.ID]bool{}
	var of []model.Record
	var follow func(r model.Record)
	follow = func(r model.Record) {
		take[r.Base().ID] = true
		for _, f := range r.Fields() {
			for _, id := range f.Links() {
				if to := book.Get(id); to != nil && to.Kind().Scope() == model.ScopeShared && !take[id] {
					follow(to)
				}
			}
		}
	}
	for _, r := range book.Records() {
		own := r.Kind().Scope() == model.ScopeAccount && r.Base().Account == account
		if own || r.Kind().Scope() == model.ScopeRoot && r.Base().ID == account {
			follow(r)
			of = append(of, r)
		}
	}
	for _, r := range model.RatesOf(book, of) {
		take[r.ID] = true
	}
	var list []model.Record
	for _, r := range book.Records() {
		if take[r.Base().ID] {
			list = append(list, r)
		}
	}
	return list
}

// WriteBook writes the records as a JSON file to keep, compare and read back
// with [ReadBook]: the shape of [RecordJSON] with sorted keys, one field a line,
// records by kind and age, the program's own memory of imports included, and a
// sha-256 of it all. Names beside links are those of the records written, so
// that the same records make the same bytes wherever they are read.
func WriteBook(w io.Writer, records []model.Record) error {
	book := model.NewBook(records)
	sum := sha256.New()
	body := io.MultiWriter(w, sum)
	if _, err := io.WriteString(body, "{\n\"schema\": "+strconv.Itoa(Schema)+",\n\"records\": ["); err != nil {
		return err
	}
	if err := writeTall(body, book); err != nil {
		return err
	}
	end := "],\n"
	if len(book.Records()) > 0 {
		end = "\n],\n"
	}
	if _, err := io.WriteString(body, end); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\"sha256\": \"%x\"\n}\n", sum.Sum(nil))
	return err
}

// atATime is how many records a core writes before they go out in their turn.
const atATime = 500

// writeTall writes all records of a book, a comma between them. As many parts as
// there are cores are made side by side, and go out in order.
func writeTall(out io.Writer, book *model.Book) error {
	type part struct {
		recordWriter
		text []byte
	}
	records, parts := book.Records(), make([]part, runtime.GOMAXPROCS(0))
	for start := 0; start < len(records); start += len(parts) * atATime {
		var wait sync.WaitGroup
		for i := range parts {
			from := min(start+i*atATime, len(records))
			wait.Go(func() {
				p := &parts[i]
				p.text = p.text[:0]
				for n, r := range records[from:min(from+atATime, len(records))] {
					if from+n > 0 {
						p.text = append(p.text, ',')
					}
					p.text = p.append(append(p.text, "\n  "...), r, book.Name, layout{tall: true, memory: true})
				}
			})
		}
		wait.Wait()
		for i := range parts {
			if _, err := out.Write(parts[i].text); err != nil {
				return err
			}
		}
	}
	return nil
}

// ReadBook reads what [WriteBook] wrote, or what a person or script made in the
// same shape: then without "sha256", which is compared only where it is given.
// Links are read from their ids; the names beside them are for people. It fails
// with [ErrNotBook] or [ErrNewer], or with an error that names the record and
// field it could not take; then nothing is returned.
func ReadBook(r io.Reader) ([]model.Record, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var file struct {
		Schema  *int              `json:"schema"`
		Records []json.RawMessage `json:"records"`
		Sum     string            `json:"sha256"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("%w: %v: take a file that export --format json wrote", ErrNotBook, err)
	}
	if file.Schema == nil || *file.Schema < 1 {
		return nil, fmt.Errorf("%w: it names no schema: take a file that export --format json wrote", ErrNotBook)
	}
	if *file.Schema > Schema {
		return nil, fmt.Errorf("%w (schema %d, this one reads up to %d): update the program", ErrNewer, *file.Schema, Schema)
	}
	if end := strings.LastIndex(string(data), "\"sha256\":"); file.Sum != "" && end >= 0 {
		if sum := sha256.Sum256(data[:end]); hex.EncodeToString(sum[:]) != file.Sum {
			return nil, fmt.Errorf("%w as it was written: its sha256 does not fit; take a whole copy, or delete the sha256 line to read it as it is", ErrNotBook)
		}
	}
	records := make([]model.Record, 0, len(file.Records))
	seen := make(map[model.ID]bool, len(file.Records))
	for i, raw := range file.Records {
		rec, err := readRecord(raw)
		if err != nil {
			return nil, fmt.Errorf("record %d: %w", i+1, err)
		}
		if id := rec.Base().ID; seen[id] {
			return nil, fmt.Errorf("record %d: the id %s is there twice: delete one", i+1, id)
		}
		seen[rec.Base().ID] = true
		records = append(records, rec)
	}
	return records, nil
}

// readRecord reads one object of a book.
func readRecord(raw json.RawMessage) (model.Record, error) {
	var object map[string]json.RawMessage
	if err := json.Unmarshal(raw, &object); err != nil {
		return nil, err
	}
	var idText, word string
	if json.Unmarshal(object["id"], &idText) != nil || json.Unmarshal(object["kind"], &word) != nil {
		return nil, errors.New("needs an id and a kind")
	}
	id, err := model.ParseID(idText)
	if err != nil {
		return nil, err
	}
	kind, err := model.ParseKind(word)
	if err != nil {
		return nil, err
	}
	r := model.New(kind, id)
	taken := map[string]bool{"id": true, "kind": true, "name": true}
	for _, f := range r.Fields() {
		key := f.Name
		switch f.Type() {
		case model.TypeLink:
			taken[f.Name] = true
			key += "_id"
		case model.TypeLinks:
			taken[f.Name] = true
			key += "_ids"
		}
		taken[key] = true
		text, err := valueText(f, object[key])
		if err == nil {
			err = f.Parse(text)
		}
		if err != nil {
			return nil, fmt.Errorf("%s %s: %s: %w", kind, idText, key, err)
		}
	}
	if err := readUnknown(r, object[unknownKey]); err != nil {
		return nil, fmt.Errorf("%s %s: %s: %w", kind, idText, unknownKey, err)
	}
	taken[unknownKey] = true
	for key := range object {
		if !taken[key] {
			return nil, fmt.Errorf("%s %s: there is no field %q: correct or remove it", kind, idText, key)
		}
	}
	if err := model.Check(r); err != nil {
		return nil, fmt.Errorf("%s %s: %w", kind, idText, err)
	}
	return r, nil
}

// valueText returns the canonical text of a field's value in JSON; a missing
// one and null are not known.
func valueText(f model.Field, raw json.RawMessage) (string, error) {
	if len(raw) == 0 || string(raw) == "null" {
		return "", nil
	}
	switch f.Type() {
	case model.TypeNumber:
		var n json.Number
		err := json.Unmarshal(raw, &n)
		return n.String(), err
	case model.TypeBool:
		var yes bool
		if err := json.Unmarshal(raw, &yes); err != nil || !yes {
			return "", err
		}
		return "yes", nil
	case model.TypeMoney:
		var m struct{ Amount, Currency string }
		err := json.Unmarshal(raw, &m)
		return strings.TrimSpace(m.Amount + " " + m.Currency), err
	case model.TypeTexts, model.TypeChoices, model.TypeLinks:
		var items []string
		if err := json.Unmarshal(raw, &items); err != nil {
			return "", err
		}
		for i, item := range items {
			items[i] = model.CleanLine(item)
		}
		items = slices.DeleteFunc(items, func(item string) bool { return item == "" })
		if f.Type() == model.TypeChoices {
			return strings.Join(items, ", "), nil
		}
		return strings.Join(items, "\n"), nil
	}
	var text string
	if err := json.Unmarshal(raw, &text); err != nil {
		return "", err
	}
	// A file that was edited by hand comes through the same door as typing.
	if f.IsLong || f.Hidden {
		return model.CleanText(text), nil
	}
	return model.CleanLine(text), nil
}

// readUnknown reads the fields that this version has no name for.
func readUnknown(r model.Record, raw json.RawMessage) error {
	if len(raw) == 0 {
		return nil
	}
	var list map[string]string
	if err := json.Unmarshal(raw, &list); err != nil {
		return err
	}
	for key, text := range list {
		num, err := strconv.Atoi(key)
		if err != nil {
			return fmt.Errorf("%q is not a field's number", key)
		}
		r.Base().Unknown = append(r.Base().Unknown, model.UnknownField{Num: num, Text: text})
	}
	slices.SortFunc(r.Base().Unknown, func(a, b model.UnknownField) int { return a.Num - b.Num })
	return nil
}
