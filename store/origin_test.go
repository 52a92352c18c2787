package store

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"astute/model"
)

// remembering returns a contact that remembers two imports: what it is now, and
// what it was before somebody edited it.
func remembering() *model.Contact {
	c := &model.Contact{Name: "Jane Smith", JobTitle: "VP Sales", Email: "jane@example.com", Phones: []string{"+1 555 0100"}}
	c.ID, c.Account = model.ID{2}, model.ID{1}
	c.Notes = "likes to be called before nine"
	var lines strings.Builder
	lines.WriteString("@Salesforce\t0035g\t9f3b6c2e\tcontacts.csv")
	for _, f := range c.Fields() {
		if text := f.Text(); text != "" && f.Num != model.NumAccount {
			lines.WriteString("\n" + memoryLine(f.Num, text))
		}
	}
	c.Origin = lines.String() + "\n+Lead Source=Web\n@HubSpot\t\t77\n10=Jane Smith\n26=jane.smith@example.com\n?15=0035h"
	return c
}

func memoryLine(num int, text string) string { return strconv.Itoa(num) + "=" + text }

// TestWhatIsRememberedOfImportsIsKeptOnce writes a record whose memory repeats its
// fields: the body holds each once, whoever reads it gets all of it, and what is
// edited afterwards is remembered as it was imported.
func TestWhatIsRememberedOfImportsIsKeptOnce(t *testing.T) {
	c := remembering()
	for _, edit := range []func(){
		func() {},
		func() { c.Name = "Jane Doe" },
		func() { c.Email = "" },
		func() { c.Notes = "two\nlines" },
		func() { c.Origin = "10=Jane Doe\n" + c.Origin },
		func() { c.Origin = "\n10=Jane Doe\n\n" },
		func() { c.Origin = "a\x01\x0a\n10=Jane Doe" },
		func() { c.Origin = strings.Repeat("\n10=Jane Doe", mostOrigin) },
	} {
		edit()
		body := appendStored(nil, c, c.Fields())
		read, err := readRecord(c.Account, c.Kind(), c.ID, body)
		if err != nil || !model.Equal(c, read) || len(read.Base().Unknown) > 0 {
			t.Fatalf("%v: %q became %q", err, c.Origin, read.Base().Origin)
		}
		if plain, err := readRecord(c.Account, c.Kind(), c.ID, appendBody(nil, c)); err != nil || !model.Equal(c, plain) {
			t.Fatalf("a body of an older version reads as %+v, %v", plain, err)
		}
	}
	c = remembering()
	if body := appendStored(nil, c, c.Fields()); strings.Count(string(body), "Jane Smith") != 1 || len(body)+50 > len(appendBody(nil, c)) {
		t.Errorf("%q", body)
	}
}

// TestAnyOriginIsReadAsItWasWritten packs whatever text stands there.
func TestAnyOriginIsReadAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := remembering()
		lines := append(strings.Split(c.Origin, "\n"), "", "10=", "=", "7=x", "010=Jane Smith", "300=a", "10=Jane Smith")
		c.Origin = strings.Join(rapid.SliceOf(rapid.SampledFrom(lines)).Draw(t, "lines"), "\n")
		read, err := readRecord(c.Account, c.Kind(), c.ID, appendStored(nil, c, c.Fields()))
		if err != nil || read.Base().Origin != c.Origin {
			t.Fatalf("%v: %q became %q", err, c.Origin, read.Base().Origin)
		}
	})
}

// TestMarksThatMeanNothingAreKept reads bodies that this version cannot have
// written: nothing of them is lost, nothing made up.
func TestMarksThatMeanNothingAreKept(t *testing.T) {
	for _, packed := range []string{"@CSV\x01", "@CSV\x01\x63", "@CSV" + strings.Repeat("\x01\x0a", mostOrigin/100)} {
		body := appendField(nil, 10, strings.Repeat("Jane", 100))
		body = appendField(body, numPacked, packed)
		r, err := readRecord(place{1}, model.KindContact, model.ID{2}, body)
		if err != nil {
			t.Fatal(err)
		}
		head := r.Base()
		if head.Origin != "" || len(head.Unknown) != 1 || head.Unknown[0] != (model.UnknownField{Num: numPacked, Text: packed}) {
			t.Errorf("%.20q, %d unknown", head.Origin, len(head.Unknown))
		}
	}
}

// TestNoFieldHasTheNumberOfPackedOrigins keeps the numbers apart.
func TestNoFieldHasTheNumberOfPackedOrigins(t *testing.T) {
	for _, kind := range model.Kinds() {
		if slices.ContainsFunc(model.New(kind, model.ID{1}).Fields(), func(f model.Field) bool { return f.Num >= numPacked }) {
			t.Errorf("a field of %s has a number from %d on", kind, numPacked)
		}
	}
}

// TestAFileOfTheLayoutBeforeIsRaised edits a file that spells origins out.
func TestAFileOfTheLayoutBeforeIsRaised(t *testing.T) {
	s := filled(t, 100)
	book, err := s.Book()
	if err != nil {
		t.Fatal(err)
	}
	c := model.All[*model.Contact](book)[3]
	if err := s.update(0, func(t *tx) error {
		c.Origin = "@CSV\t\t1f\n10=" + c.Name
		if err := t.put(bucketRecords, keyOf(c), appendBody(nil, c)); err != nil {
			return err
		}
		t.state.schema = 1
		return t.put(bucketMeta, stateKey, t.state.bytes())
	}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{c.Name, "Raj Mehta"} {
		if was, err := s.Get(c.ID); err != nil || was.Base().Origin != c.Origin || was.(*model.Contact).Name != name {
			t.Fatalf("%v, %+v", err, was)
		}
		now := model.Clone(c)
		now.Name = "Raj Mehta"
		if _, err := s.Apply(model.Edit{Label: "rename", Changes: []model.Change{{Before: c, After: now}}}, testTime); err != nil {
			t.Fatal(err)
		}
	}
	if info, err := s.Info(); err != nil || info.Schema != Schema {
		t.Errorf("%v, schema %d", err, info.Schema)
	}
	if _, err := s.Undo(1, testTime); err != nil {
		t.Fatal(err)
	}
	if r, err := s.Get(c.ID); err != nil || r.Base().Origin != c.Origin || r.(*model.Contact).Name != c.Name {
		t.Errorf("%v, %+v", err, r)
	}
}
