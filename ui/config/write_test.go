package config

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"astute/model"
)

func TestASettingIsWrittenAndTheRestStays(t *testing.T) {
	for name, c := range map[string]struct{ before, after string }{
		"empty":                 {"", "me = \"Ana \\\"A.\\\" Ruiz\"\n"},
		"replaced with comment": {"# mine\n  me   =  \"Ben\"   # for now\n\ntheme = \"dark\"\n", "# mine\n  me   =  \"Ana \\\"A.\\\" Ruiz\"   # for now\n\ntheme = \"dark\"\n"},
		"quotes in the old one": {"me = \"B\\\" # en\" # x\n", "me = \"Ana \\\"A.\\\" Ruiz\" # x\n"},
		"single quotes":         {"me = 'Ben # C'\n", "me = \"Ana \\\"A.\\\" Ruiz\"\n"},
		"empty value":           {"me = ''", "me = \"Ana \\\"A.\\\" Ruiz\""},
		"before the tables":     {"# look\ntheme = \"dark\" # night\n\n# my keys\n[keys]\nfind = \"ctrl+k\"\n", "# look\ntheme = \"dark\" # night\nme = \"Ana \\\"A.\\\" Ruiz\"\n\n# my keys\n[keys]\nfind = \"ctrl+k\"\n"},
		"tables only":           {"[keys]\nme = \"x\"\n", "me = \"Ana \\\"A.\\\" Ruiz\"\n[keys]\nme = \"x\"\n"},
		"no last line break":    {"theme = \"dark\"", "theme = \"dark\"\nme = \"Ana \\\"A.\\\" Ruiz\"\n"},
		"line ends of Windows":  {"theme = \"dark\"\r\n[keys]\r\n", "theme = \"dark\"\r\nme = \"Ana \\\"A.\\\" Ruiz\"\r\n[keys]\r\n"},
		"said again":            {"me = \"Ana \\\"A.\\\" Ruiz\" # yes\n", "me = \"Ana \\\"A.\\\" Ruiz\" # yes\n"},
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, c.before)
			if err := SetText(path, "me", `Ana "A." Ruiz`); err != nil {
				t.Fatal(err)
			}
			after, err := os.ReadFile(path)
			if err != nil || string(after) != c.after {
				t.Errorf("%v, got\n%s\nwant\n%s", err, after, c.after)
			}
			if got, err := Load(path); err != nil || got.Me != `Ana "A." Ruiz` {
				t.Errorf("read again it is %q, %v", got.Me, err)
			}
		})
	}
}

func TestWhatCannotBeUnderstoodStaysAsItIs(t *testing.T) {
	for name, text := range map[string]string{
		"broken":        "me = \"Ben\"\nwhat is this\n",
		"several lines": "me = \"\"\"\nBen\"\"\"\n",
		"a long list":   "x = [\n1,\n2,\n]\n",
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, text)
			err := SetText(path, "me", "Ana")
			if !errors.Is(err, ErrConfig) || err.Error() != path+": cannot be written: something in it is not understood" {
				t.Errorf("got %v", err)
			}
			if after, err := os.ReadFile(path); err != nil || string(after) != text {
				t.Errorf("%v, it is now\n%s", err, after)
			}
		})
	}
}

func TestANewFileIsForItsOwnerAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "astute", "config.toml")
	if err := SetText(path, "me", "Ana"); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path string
		mode os.FileMode
	}{{path, 0o600}, {filepath.Dir(path), 0o700}} {
		info, err := os.Stat(c.path)
		if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != c.mode {
			t.Errorf("%s: %v, %v", c.path, info.Mode(), err)
		}
	}
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) != 1 {
		t.Errorf("%v lies there, %v", left, err)
	}
}

func TestTheFileKeepsItsModeAndItsLink(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes and links are otherwise there")
	}
	real := write(t, "theme = \"dark\"\n")
	if err := os.Chmod(real, 0o640); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "config.toml")
	if err := os.Symlink(real, link); err != nil {
		t.Fatal(err)
	}
	if err := SetText(link, "me", "Ana"); err != nil {
		t.Fatal(err)
	}
	if at, err := os.Readlink(link); err != nil || at != real {
		t.Errorf("the link leads to %q, %v", at, err)
	}
	if info, err := os.Stat(real); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info, err)
	}
}

func TestAFolderThatCannotBeMadeIsAnError(t *testing.T) {
	path := filepath.Join(write(t, ""), "astute", "config.toml")
	if err := SetText(path, "me", "Ana"); !errors.Is(err, ErrConfig) {
		t.Errorf("got %v", err)
	}
}

// Whatever name is said and whatever else the file holds: the name is read
// again, and no other line changed.
func TestAnyNameIsReadAgain(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		path := filepath.Join(dir, "config.toml")
		pieces := rapid.SliceOf(rapid.SampledFrom([]string{"# me = \"no\"", "", "  # x", "theme", "company", "me", "mouse = true", "[keys]"})).Draw(t, "lines")
		seen, lines, table := map[string]bool{}, []string{}, false
		for _, p := range pieces {
			if seen[p] && p != "" && p[0] != '#' {
				continue
			}
			seen[p] = true
			table = table || p == "[keys]"
			if p == "theme" || p == "company" || p == "me" {
				p += ` = "dark" # ` + p
			}
			if table && p == "mouse = true" {
				continue
			}
			lines = append(lines, p)
		}
		text := strings.Join(lines, "\n")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		name := model.CleanLine(rapid.String().Draw(t, "name"))
		if err := SetText(path, "me", name); err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		after, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		kept := strings.Split(strings.TrimSuffix(string(after), "\n"), "\n")
		for _, line := range lines {
			if !strings.HasPrefix(line, "me ") && !strings.Contains("\n"+string(after)+"\n", "\n"+line+"\n") {
				t.Fatalf("lost %q of\n%s\nnow\n%s", line, text, after)
			}
		}
		if len(kept) > len(lines)+1 {
			t.Fatalf("%d lines of\n%s\nnow\n%s", len(kept), text, after)
		}
		if c, err := Load(path); !table && (err != nil || c.Me != name) {
			t.Fatalf("read again: %q, %v", c.Me, err)
		}
	})
}
