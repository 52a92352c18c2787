package exchange

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"astute/model"
	"astute/model/modeltest"
)

// bookSeeds are books in our own JSON: whole ones, and some that nobody wrote.
func bookSeeds(t testing.TB) [][]byte {
	t.Helper()
	var small bytes.Buffer
	if err := WriteBook(&small, modeltest.Generate(3, 12, today)); err != nil {
		t.Fatal(err)
	}
	return [][]byte{
		small.Bytes(), small.Bytes()[:small.Len()/2], []byte("{}"), []byte(`{"astute":1,"records":null}`), []byte(`[{"kind":"contact"}]`),
		[]byte(`{"records":[{"kind":"contact","id":"","name":"\u202e"}]}`), []byte("[[[[[[[[["), []byte("{\"a\":" + strings.Repeat("[", 5000)), []byte("\xef\xbb\xbf{ \"records\": [1, \"x\", {}] }"),
	}
}

// Whatever the bytes, a book in JSON is refused or gives valid records, of which
// a second import changes nothing.
func FuzzBook(f *testing.F) {
	for _, seed := range bookSeeds(f) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if !isBook(File{Name: "f.json", Data: data}) {
			return
		}
		files, o := []File{{Name: "f.json", Data: data}}, ImportOptions{NewID: newIDs(), Today: today}
		res, err := Import(empty(), files, o)
		if err != nil {
			return
		}
		for _, c := range res.Edit.Changes {
			if err := model.Check(c.After); err != nil {
				t.Fatal(err)
			}
		}
		res, err = Import(empty().With(res.Edit.Changes...), files, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range res.Edit.Changes {
			t.Fatalf("a second import changes %s", RecordJSON(c.After, nil))
		}
	})
}

// Whatever is remembered of a file, in words or in nonsense, its import is of
// valid records or is refused with a reason.
func FuzzMapping(f *testing.F) {
	for i, table := range fuzzSeeds {
		said := []string{
			``, `{}`, `{"kind":"contact"}`, `{"kind":"nonsense","encoding":"utf-16"}`, `{"encoding":"windows-1252"}`,
			`{"columns":{"Name":{"field":"account.name"}}}`, `{"columns":{"Name":{"field":"-"},"name":{"dates":"mdy","decimal":","}}}`, `{"columns":{"":{"field":"\u0000","decimal":"--"}}}`, `null`, `[]`,
		}[i%10]
		f.Add([]byte(table), []byte(said))
	}
	f.Fuzz(func(t *testing.T, table, said []byte) {
		files, o := []File{{Name: "f.csv", Data: table}}, ImportOptions{NewID: newIDs(), Today: today}
		var m Mapping
		if json.Unmarshal(said, &m) != nil {
			m = Mapping{Kind: string(said), Encoding: string(said), Columns: map[string]ColumnMapping{string(said): {string(said), string(said), string(said)}}}
		}
		plain, err := Import(empty(), files, o)
		if err != nil && len(plain.Tables) == 0 {
			return
		}
		o.Mappings = map[string]Mapping{}
		for _, r := range plain.Tables {
			o.Mappings[r.Key] = m
		}
		_ = m.String()
		res, err := Import(empty(), files, o)
		if err != nil {
			if strings.TrimSpace(err.Error()) == "" {
				t.Error("it is refused without a reason")
			}
			return
		}
		for _, c := range res.Edit.Changes {
			if err := model.Check(c.After); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// A file is remembered under the same key in whatever order its columns stand.
func FuzzKey(f *testing.F) {
	f.Add("Name\nEmail\nName")
	f.Add("\x00\n\n\xff")
	f.Fuzz(func(t *testing.T, lines string) {
		headings := strings.Split(lines, "\n")
		back := slices.Clone(headings)
		slices.Reverse(back)
		if Key(headings) != Key(back) || len(Key(headings)) != 16 {
			t.Errorf("%q: %s and %s", headings, Key(headings), Key(back))
		}
	})
}
