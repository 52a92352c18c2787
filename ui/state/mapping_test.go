package state_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"astute/model/exchange"
	"astute/ui/state"
)

func job(on, field string) state.Remembered {
	return state.Remembered{On: on, Mapping: exchange.Mapping{Columns: map[string]exchange.ColumnMapping{"Job": {Field: field}}}}
}

func TestMappingsAreKeptForTheirHeadings(t *testing.T) {
	d := state.Dir(filepath.Join(t.TempDir(), "deep", "astute"))
	if err := d.KeepMappings(map[string]state.Remembered{"a": {}}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(string(d)); err == nil {
		t.Error("a file was made to hold nothing")
	}
	for _, said := range []map[string]state.Remembered{{"a": job("2026-11-20", "title")}, {"b": job("2026-11-21", "notes")}, {"a": job("2026-11-22", "function")}} {
		if err := d.KeepMappings(said); err != nil {
			t.Fatal(err)
		}
	}
	want := map[string]state.Remembered{"a": job("2026-11-22", "function"), "b": job("2026-11-21", "notes")}
	if got := d.Mappings(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	info, err := os.Stat(filepath.Join(string(d), "mappings.json"))
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	if err := d.KeepMappings(map[string]state.Remembered{"a": {}}); err != nil {
		t.Fatal(err)
	}
	if got := d.Mappings(); len(got) != 1 || got["b"].On == "" {
		t.Errorf("%+v", got)
	}
	if got := state.Dir("").Mappings(); len(got) != 0 || state.Dir("").KeepMappings(want) != nil {
		t.Errorf("nowhere there is %+v", got)
	}
}

func TestTheOldestMappingsGo(t *testing.T) {
	d := state.Dir(t.TempDir())
	many := map[string]state.Remembered{}
	for i := range 250 {
		many[fmt.Sprint(i)] = job(fmt.Sprintf("2026-01-%03d", i), "title")
	}
	if err := d.KeepMappings(many); err != nil {
		t.Fatal(err)
	}
	if err := d.KeepMappings(map[string]state.Remembered{"new": job("2025-01-01", "title")}); err != nil {
		t.Fatal(err)
	}
	got := d.Mappings()
	if _, kept := got["new"]; len(got) != 200 || !kept || got["249"].On == "" || got["50"].On != "" {
		t.Errorf("%d are left, the new one %v", len(got), kept)
	}
}

func TestAHeadingThatNamesSomebodyIsForgotten(t *testing.T) {
	d := state.Dir(t.TempDir())
	jane := state.Remembered{On: "2026-11-20", Mapping: exchange.Mapping{Columns: map[string]exchange.ColumnMapping{"Jane Smith": {Field: "name"}}}}
	if err := d.KeepMappings(map[string]state.Remembered{"a": jane, "b": job("2026-11-20", "title")}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Erase("book.db", func(text string) bool { return strings.Contains(text, "Jane") }); err != nil {
		t.Fatal(err)
	}
	if got := d.Mappings(); len(got) != 1 || got["b"].On == "" {
		t.Errorf("%+v", got)
	}
}

func TestMappingsThatCannotBeReadArePutAsideOrErased(t *testing.T) {
	d := state.Dir(t.TempDir())
	file := filepath.Join(string(d), "mappings.json")
	half := func() {
		t.Helper()
		if err := os.WriteFile(file, []byte(`{"a":{"on":"2026-11-20","mapping":{"columns":{"Jane Smith":`), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	jane := func() (names []string) {
		files, _ := filepath.Glob(filepath.Join(string(d), "*"))
		for _, f := range files {
			if text, err := os.ReadFile(f); err != nil || strings.Contains(string(text), "Jane") {
				names = append(names, filepath.Base(f))
			}
		}
		return names
	}
	erase := func() {
		t.Helper()
		if _, err := d.Erase("book.db", func(text string) bool { return strings.Contains(text, "Jane") }); err != nil {
			t.Fatal(err)
		}
		if left := jane(); left != nil {
			t.Errorf("%q still name her", left)
		}
	}
	half()
	erase()
	half()
	if err := d.KeepMappings(map[string]state.Remembered{"b": job("2026-11-21", "title")}); err != nil {
		t.Fatal(err)
	}
	if got := d.Mappings(); len(got) != 1 || got["b"].On == "" {
		t.Errorf("%+v", got)
	}
	if got := jane(); !reflect.DeepEqual(got, []string{"mappings.json.unreadable"}) {
		t.Errorf("what could not be read is in %q", got)
	}
	erase()
}

// Sessions that remember at once do not undo each other.
func TestMappingsOfSessionsAtOnceAreAllKept(t *testing.T) {
	d := state.Dir(t.TempDir())
	const sessions = 12
	var group sync.WaitGroup
	for i := range sessions {
		group.Go(func() {
			if err := d.KeepMappings(map[string]state.Remembered{fmt.Sprint(i): job("2026-11-21", "title")}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if got := d.Mappings(); len(got) != sessions {
		t.Errorf("%d of %d are kept", len(got), sessions)
	}
	if left, _ := filepath.Glob(filepath.Join(string(d), "*.lock")); left != nil {
		t.Errorf("%q is left", left)
	}
}
