package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"astute/ui"
	"astute/ui/config"
	"astute/ui/uitest"
)

// settled opens the example for somebody who has not said who they are, with
// settings in a folder of their own.
func settled(t *testing.T, text string, env map[string]string, example bool) (*uitest.Screen, string) {
	t.Helper()
	home := t.TempDir()
	path := filepath.Join(home, "astute", "config.toml")
	if text != "" {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o := uitest.Options(t, uitest.Example(t))
	o.Me, o.Example = "", example
	o.Getenv = func(name string) string {
		if name == "XDG_CONFIG_HOME" {
			return home
		}
		return env[name]
	}
	return uitest.Start(t, ui.New(o), 200, 40), path
}

func sayWho(s *uitest.Screen, name string) *uitest.Screen {
	return s.Keys(":").Type("say who").Keys("enter").Shows("Who are you?").Type(name).Keys("enter")
}

func TestWhoOneIsIsKeptInTheSettings(t *testing.T) {
	s, path := settled(t, "# mine\ntheme = \"dark\" # at night\n\n[keys]\nzoom = \"Z\"\n", nil, false)
	sayWho(s, "ana r").Shows("you are Ana Ruiz from now on: kept in " + path)
	text, err := os.ReadFile(path)
	if want := "# mine\ntheme = \"dark\" # at night\nme = \"Ana Ruiz\"\n\n[keys]\nzoom = \"Z\"\n"; err != nil || string(text) != want {
		t.Errorf("%v, the settings are\n%s\nand not\n%s", err, text, want)
	}
	sayWho(s, "Pat Doyle").Shows("you are Pat Doyle from now on")
	if c, err := config.Load(path); err != nil || c.Me != "Pat Doyle" || c.Theme != "dark" {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestWhoOneIsHoldsForTheSessionWhereItCannotBeKept(t *testing.T) {
	const broken = "me = Ben\n"
	s, path := settled(t, broken, nil, false)
	sayWho(s, "ana r").Shows("! you are Ana Ruiz until you quit", `: put me = "Ana Ruiz" there yourself`)
	if text, err := os.ReadFile(path); err != nil || string(text) != broken {
		t.Errorf("%v, the settings are now %s", err, text)
	}
	s.Keys("4", "/").Type("owner:me").Keys("enter").Shows("Ana Ruiz")

	o := uitest.Options(t, uitest.Example(t)) // a machine without a home
	o.Me = ""
	s = uitest.Start(t, ui.New(o), 200, 40)
	sayWho(s, "ana r").Shows("! you are Ana Ruiz until you quit", "is set")
}

func TestWhatTheEnvironmentSaysAboutMeIsNotHidden(t *testing.T) {
	s, _ := settled(t, "", map[string]string{"ASTUTE_ME": "Ben Carter"}, false)
	sayWho(s, "ana r").Shows("until you quit", "$ASTUTE_ME says Ben Carter: unset that")
}

func TestWhomOnePlaysInTheExampleIsNotKept(t *testing.T) {
	s, path := settled(t, "", nil, true)
	sayWho(s, "ana r").Shows("you are Ana Ruiz as long as the example is open")
	if text, err := os.ReadFile(path); err == nil || strings.Contains(string(text), "Ana") {
		t.Errorf("the settings are now %s", text)
	}
}
