package importing

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// folder holds a few files.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"people.csv", "my people.csv", "it's.csv", "deals.xlsx", "photo.png", ".hidden.csv", "sub/deep.csv", "100%.csv", "book.json"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("Name\nx\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestWhatIsTypedPastedAndDroppedNamesFiles(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths there are written otherwise")
	}
	dir := folder(t)
	at := func(names ...string) (list []string) {
		for _, name := range names {
			list = append(list, filepath.Join(dir, name))
		}
		return list
	}
	for text, want := range map[string][]string{
		dir + "/people.csv":                      at("people.csv"),
		" " + dir + "/people.csv \n":             at("people.csv"),
		dir + "/my people.csv":                   at("my people.csv"),
		dir + `/my\ people.csv`:                  at("my people.csv"),
		`'` + dir + `/my people.csv'`:            at("my people.csv"),
		`"` + dir + `/it's.csv"`:                 at("it's.csv"),
		dir + `/it\'s.csv`:                       at("it's.csv"),
		"'" + dir + `/it'\''s.csv'`:              at("it's.csv"),
		"~/people.csv":                           at("people.csv"),
		"~/my\\ people.csv ~/it\\'s.csv":         at("my people.csv", "it's.csv"),
		"file://" + dir + "/my%20people.csv":     at("my people.csv"),
		"file://localhost" + dir + "/100%25.csv": at("100%.csv"),
		"file://" + dir + "/people.csv\r\nfile://" + dir + "/my%20people.csv\r\n": at("people.csv", "my people.csv"),
		dir + "/*people.csv":            at("my people.csv", "people.csv"),
		dir + "/people.csv ~/sub/*.csv": at("people.csv", "sub/deep.csv"),
		dir + "/sub":                    at("sub/deep.csv"),
		"file://" + dir + "/sub/":       at("sub/deep.csv"),
		dir + "/[is]*":                  at("it's.csv"), // without the folder
		"nowhere.csv":                   {"nowhere.csv"},
	} {
		got, err := Paths(text, dir)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q names %q, not %q (%v)", text, got, want, err)
		}
		here := text != "nowhere.csv"
		if LooksDropped(text, dir) != here {
			t.Errorf("%q looks dropped: %v", text, !here)
		}
		if dropped := Dropped(text, dir); dropped != (here && !strings.Contains(text, "*")) { // nobody drops a *
			t.Errorf("%q is dropped: %v", text, dropped)
		}
	}
	for text, cure := range map[string]string{"": "name a file", dir + "/*.pdf": "no file fits", dir + "/s*": "only folders fit"} {
		if _, err := Paths(text, dir); err == nil || !strings.Contains(err.Error(), cure) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestNamesAreCompleted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths there are written otherwise")
	}
	dir := folder(t)
	for text, want := range map[string]struct {
		text  string
		names []string
	}{
		"~/p":              {"~/people.csv", []string{"people.csv"}},
		"~/m":              {`~/my\ people.csv`, []string{"my people.csv"}},
		"~/su":             {"~/sub/", []string{"sub/"}},
		"~/sub/":           {"~/sub/deep.csv", []string{"deep.csv"}},
		"~/photo":          {"~/photo", nil},
		`~/my\ `:           {`~/my\ people.csv`, []string{"my people.csv"}},
		`"~/my `:           {`~/my\ people.csv`, []string{"my people.csv"}},
		"~/b":              {"~/book.json", []string{"book.json"}},
		"~/.h":             {"~/.hidden.csv", []string{".hidden.csv"}},
		"~/people.csv ~/d": {"~/people.csv ~/deals.xlsx", []string{"deals.xlsx"}},
		dir + "/":          {dir + "/", []string{"100%.csv", "book.json", "deals.xlsx", "it's.csv", "my people.csv", "people.csv", "sub/"}},
		"/no/such/":        {"/no/such/", nil},
	} {
		text2, names := Complete(text, dir)
		if text2 != want.text || !reflect.DeepEqual(names, want.names) {
			t.Errorf("%q goes on as %q with %q", text, text2, names)
		}
	}
}

func TestWhatIsQuotedIsNoPattern(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no such names there")
	}
	dir := folder(t)
	for _, name := range []string{"a[1].csv", "a1.csv", "q?.csv"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("Name\nx\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "sub", "bare"), 0o700); err != nil {
		t.Fatal(err)
	}
	at := func(name string) []string { return []string{filepath.Join(dir, name)} }
	for text, want := range map[string][]string{
		"'" + dir + "/a[12].csv'": at("a[12].csv"), // is not there, and is not a1.csv
		dir + `/a\[12].csv`:       at("a[12].csv"),
		dir + "/a[12].csv":        at("a1.csv"),
		dir + "/a[1].csv":         at("a[1].csv"),
		`"` + dir + `/a[1]".*`:    at("a[1].csv"),
		dir + `/q\?.*`:            at("q?.csv"),
	} {
		if got, err := Paths(text, dir); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q names %q, not %q (%v)", text, got, want, err)
		}
	}
	for _, text := range []string{"call Jane /etc", "/no/such/file.csv", "/*/*/*", filepath.Join(dir, "sub", "bare")} {
		if Dropped(text, dir) {
			t.Errorf("%q is dropped", text)
		}
	}
}

func TestAnEscapedNameIsReadAsItWas(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths there are written otherwise")
	}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[a-z '"\\äß%]{1,12}`).Draw(t, "name")
		if words := split(escape(name)); strings.TrimSpace(name) == name && (len(words) != 1 || words[0].text != name) {
			t.Fatalf("%q is read as %+v", name, words)
		}
	})
}
