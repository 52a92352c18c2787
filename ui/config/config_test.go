package config

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"astute/ui/theme"
)

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestMissingFileIsFine(t *testing.T) {
	c, err := Load(filepath.Join(t.TempDir(), "config.toml"))
	if err != nil || c.Me != "" || !c.UseMouse() {
		t.Errorf("got %+v, %v", c, err)
	}
}

func TestEverySettingIsRead(t *testing.T) {
	c, err := Load(write(t, `
me = "Ana Ruiz"
company = "CyberTech"
theme = "light"
mouse = false
borders = "ascii"
currency = "eur"

[keys]
find = "ctrl+k"
`))
	if err != nil {
		t.Fatal(err)
	}
	if c.Me != "Ana Ruiz" || c.Company != "CyberTech" || c.Theme != "light" || c.UseMouse() || c.Borders != "ascii" || c.Currency != "EUR" || c.Keys["find"] != "ctrl+k" {
		t.Errorf("got %+v", c)
	}
}

func TestWhatCannotBeTakenIsNamedWithItsLine(t *testing.T) {
	const settings = "use one of me, company, theme, mouse, borders, currency, keys"
	for name, c := range map[string]struct{ text, want string }{
		"unknown key":      {"me = \"Ana\"\n\nmouze = true\n", `, line 3: there is no setting "mouze": ` + settings},
		"unknown table":    {"me = \"Ana\"\n[colours]\nred = \"x\"\n", `, line 2: there is no setting "colours": ` + settings},
		"table below keys": {"[keys]\nfind.x = 1\n", `, line 1: keys need a key for find, like find = "x"`},
		"wrong type":       {"\nmouse = \"yes\"\n", ", line 2: mouse must be true or false"},
		"not toml":         {"me = \"Ana\"\nwhat is this\n", ", line 2: "},
		"no quotes":        {"company = \"X\"\nme = Ana Ruiz\n", `, line 2: put the value in quotes: me = "Ana Ruiz"`},
		"no quotes, word":  {"me = Ana # mine", `, line 1: put the value in quotes: me = "Ana"`},
		"no quotes, key":   {"[keys]\nfind = ctrl+k\n", `, line 2: put the value in quotes: find = "ctrl+k"`},
		"open quote":       {"me = \"Ana\ntheme = \"light\"\n", `, line 1: strings cannot contain newlines`},
		"unknown currency": {"\n\ncurrency = \"bucks\"", `, line 3: currency must be a currency code like USD or EUR, not "bucks"`},
		"empty key":        {"me = \"Ana\"\n[keys]\nfind = \"\"\n", `, line 2: keys need a key for find, like find = "x"`},
		"dotted key":       {"keys.find = 3\n", `, line 1: keys need a key for find, like find = "x"`},
		"keys as text":     {"keys = \"vi\"\n", `, line 1: keys must be a table`},
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, c.text)
			_, err := Load(path)
			if !errors.Is(err, ErrConfig) {
				t.Fatalf("got %v, want an error of the settings", err)
			}
			if got, want := err.Error(), path+c.want; len(got) < len(want) || got[:len(want)] != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

// What only the looks depend on is no reason to refuse: the default holds.
func TestUnknownLooksAreWarningsAndTheRestHolds(t *testing.T) {
	path := write(t, "# mine\ntheme = \"pink\"\nborders = \"wavy\"\nme = \"Ana Ruiz\"\n[keys]\nzoom = [\"Z\", \"ctrl+f\"]\n")
	c, err := Load(path)
	if err != nil || c.Theme != "" || c.Borders != "" || c.Me != "Ana Ruiz" || c.Keys["zoom"] != "Z ctrl+f" {
		t.Fatalf("got %+v, %v", c, err)
	}
	want := []string{
		path + ", line 3: borders must be one of line, rounded, ascii, in quotes: line holds meanwhile",
		path + ", line 2: theme must be one of terminal, dark, light, high-contrast, colour-blind, in quotes: terminal holds meanwhile",
	}
	if !slices.Equal(c.Warnings, want) {
		t.Errorf("got %q", c.Warnings)
	}
}

func TestEveryExampleOfASettingIsTaken(t *testing.T) {
	for _, s := range All() {
		if c, err := Load(write(t, s.Example)); err != nil || len(c.Warnings) > 0 || s.About == "" || s.Takes == "" {
			t.Errorf("%s: %v %v", s.Name, err, c.Warnings)
		}
	}
}

func TestAFolderInItsPlaceIsAnError(t *testing.T) {
	if _, err := Load(t.TempDir()); !errors.Is(err, ErrConfig) {
		t.Errorf("got %v, want an error of the settings", err)
	}
}

func TestPathFollowsTheEnvironment(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("on Windows the path follows AppData alone")
	}
	root := t.TempDir()
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{map[string]string{"HOME": root}, filepath.Join(root, ".config", "astute", "config.toml")},
		{map[string]string{"HOME": "/elsewhere", "XDG_CONFIG_HOME": root}, filepath.Join(root, "astute", "config.toml")},
		{map[string]string{"HOME": root, "XDG_CONFIG_HOME": "relative"}, filepath.Join(root, ".config", "astute", "config.toml")},
		{nil, ""},
	} {
		got, err := Path(func(name string) string { return c.env[name] })
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%v: got %q, %v, want %q", c.env, got, err, c.want)
		}
	}
}

func TestSettingsNameTheThemesThereAre(t *testing.T) {
	if !slices.Equal(Themes, theme.Names()) {
		t.Errorf("the settings take %v, the screen has %v", Themes, theme.Names())
	}
	for _, borders := range Borders {
		for _, name := range Themes {
			if _, err := theme.New(theme.Options{Name: name, Borders: borders}); err != nil {
				t.Errorf("theme %s with %s borders: %v", name, borders, err)
			}
		}
	}
}
