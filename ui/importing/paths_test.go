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
	for _, name := range []string{"people.csv", "my people.csv", "it's.csv", "deals.xlsx", "photo.png", ".hidden.csv", "sub/deep.csv", "100%.csv"} {
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
		"nowhere.csv":                   {"nowhere.csv"},
	} {
		got, err := Paths(text, dir)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q names %q, not %q (%v)", text, got, want, err)
		}
		if dropped := Dropped(text, dir); text != "nowhere.csv" && !reflect.DeepEqual(dropped, want) || text == "nowhere.csv" && dropped != nil {
			t.Errorf("%q dropped is %q", text, dropped)
		}
	}
	for text, cure := range map[string]string{"": "name a file", dir + "/*.pdf": "no file fits", "~": "is a folder", dir + "/sub": "is a folder"} {
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
		"~/.h":             {"~/.hidden.csv", []string{".hidden.csv"}},
		"~/people.csv ~/d": {"~/people.csv ~/deals.xlsx", []string{"deals.xlsx"}},
		dir + "/":          {dir + "/", []string{"100%.csv", "deals.xlsx", "it's.csv", "my people.csv", "people.csv", "sub/"}},
		"/no/such/":        {"/no/such/", nil},
	} {
		text2, names := Complete(text, dir)
		if text2 != want.text || !reflect.DeepEqual(names, want.names) {
			t.Errorf("%q goes on as %q with %q", text, text2, names)
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
