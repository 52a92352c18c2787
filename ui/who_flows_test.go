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

func TestMeAsksWhoOneIsAndGoesOn(t *testing.T) {
	// In a form: what was typed stays, and enter goes on with it.
	s, _ := settled(t, "", nil, false)
	s.Keys("3", "4").Keys(":").Type("add opportunity").Keys("enter").Shows("New opportunity").Type("Pilot").Keys("ctrl+f").Type("owner").Keys("enter")
	s.Type("me").Shows("asks who you are").Hides(`+ new teammate "me"`).Keys("enter").Shows("Who are you?")
	s.Keys("esc").Shows("New opportunity", "Pilot").Keys("enter").Shows("Who are you?")
	s.Type("ana r").Keys("enter").Hides("Who are you?").Shows("New opportunity", "Ana Ruiz")
	s.Keys("ctrl+s").Shows("add opportunity Pilot: saved")

	// Somebody new becomes a teammate; tab and ctrl+s ask too.
	for _, key := range []string{"tab", "ctrl+s", "enter"} {
		s, _ = settled(t, "", nil, false)
		s.Keys(":").Type("add opportunity").Keys("enter").Type("Pilot").Keys("ctrl+f").Type("owner").Keys("enter")
		s.Type("me").Keys(key).Shows("Who are you?").Type("Pat Doyle").Keys("enter")
		s.Hides("Who are you?")
		if key != "ctrl+s" {
			s.Shows("Pat Doyle").Keys("ctrl+s")
		}
		s.Hides("New opportunity").Keys("f").Type("pilot").Shows("Pilot", "opportunity")
	}

	// In place.
	s, _ = settled(t, "", nil, false)
	s.Keys("4", "l", "l", "e").Shows("Owner of").Type("me").Keys("enter").Shows("Who are you?").Type("Pat Doyle").Keys("enter")
	s.Shows("Pat Doyle").Hides("Owner of [")

	// In one line.
	for _, name := range []string{"ana r", "Pat Doyle"} {
		s, _ = settled(t, "", nil, false)
		s.Keys("4", "a").Type("Call the bank fri @me").Shows("nobody said yet who @me is: enter asks").Keys("enter").Shows("Who are you?")
		s.Keys("esc").Shows("Call the bank fri @me").Keys("enter").Type(name).Keys("enter")
		s.Hides("Who are you?", "New action").Shows("Call the bank")
	}
}

func TestMeIsWhoOneIsAndNeverSomebodyWhoseNameBeginsSo(t *testing.T) {
	s := example(t).Keys("4", "l", "l", "e").Shows("Owner of").Type("me").Shows("> Priya", "Mei-Ling Zhao").Keys("enter")
	s.Shows("Owner of", ": Priya")
	s, _ = settled(t, "", nil, false)
	s.Keys(":").Type("say who").Keys("enter").Type("@me").Keys("enter").Shows("me is no name")
}
