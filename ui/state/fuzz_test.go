package state_test

import (
	"os"
	"path/filepath"
	"testing"

	"astute/model/exchange"
	"astute/ui/state"
)

// Whatever lies in the files of the state, nothing is worse than having none:
// each is read, as far as it can be, and written anew.
func FuzzStateFiles(f *testing.F) {
	for _, seed := range []string{
		"", "{half", "null", "[]", "{}", `"x"`, `{"book":"book.db","kind":"contact","id":"../../x","fields":{"10":"Zora"}}`, `{"account":"\u0000","pane":-9,"columns":1e9,"filters":null}`,
		`{"k":{"on":"2026-01-01","mapping":{"columns":{"Name":{"field":"name"}}}}}`, `{"contact":{"columns":["name",""],"sort":"x","card":"y"}}`, `{"k":null}`, `{"fields":{"-1":"x","99999999999":"y"}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		folder := t.TempDir()
		d := state.Dir(folder)
		book := "book.db"
		if err := d.Keep(book, state.Place{}); err != nil {
			t.Fatal(err)
		}
		places, _ := filepath.Glob(filepath.Join(folder, "place-*.json"))
		for _, path := range append(places, filepath.Join(folder, "mappings.json"), filepath.Join(folder, "tables.json"), filepath.Join(folder, "draft-4-0a.json")) {
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		_, _, _ = d.Place(book), d.Tables(), d.Mappings()
		for _, draft := range d.Drafts(book) {
			_ = draft.Speaks(func(string) bool { return false })
		}
		said := exchange.Mapping{Kind: "contact"}
		for name, err := range map[string]error{
			"place":    d.Keep(book, state.Place{Account: "a"}),
			"tables":   d.KeepTables(map[string]state.Table{"contact": {Sort: "name"}}),
			"mappings": d.KeepMappings(map[string]state.Remembered{"key": {On: "2026-01-01", Mapping: said}}),
		} {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if _, err := d.Erase(book, func(text string) bool { return text == "Zora" }); err != nil {
			t.Error(err)
		}
		if d.Place(book).Account != "a" || d.Tables()["contact"].Sort != "name" || d.Mappings()["key"].Mapping.Kind != "contact" {
			t.Error("what was written over it is not read")
		}
	})
}
