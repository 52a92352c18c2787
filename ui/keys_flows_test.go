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

func TestKeysThatComeInOneReadAllCount(t *testing.T) {
	s := example(t).Keys("3").Burst("jjk")
	s.Shows("> Margaret Holloway")
}

func TestEnterBeforeTheAnswerWaitsForIt(t *testing.T) {
	s := example(t).Keys("f")
	cmd := s.SendOnly(uitest.Key("o"))
	s.Keys("k", "a", "f", "o", "r", "enter").Hides("Brief")
	s.Do(cmd).Shows("Brief", "Okafor")
}

func TestKeysTypedWhileTheFileIsWrittenWait(t *testing.T) {
	s := example(t).Keys("3", "l", "e", "ctrl+u").Type("Boss")
	slow := s.SendOnly(uitest.Key("enter"))
	s.Keys("j", "j").Shows("Boss")
	s.Do(slow)
	s.Shows("> Alan Brown")
}

func TestEscNeverQuits(t *testing.T) {
	if s := example(t).Keys("esc", "esc", "esc"); s.Quit {
		t.Fatal("esc quit")
	}
}

func TestEscAndALetterTooFastAreBoth(t *testing.T) {
	s := example(t).Keys("3", "?", "alt+j").Hides("Everywhere")
	s.Shows("> Margaret Holloway")
}

func TestTheSettingsGiveCommandsOtherKeys(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	o.Config.Keys = map[string]string{"complete": "X x", "zoom": "c", "fly": "F"}
	s := uitest.Start(t, ui.New(o), 120, 40)
	s.Shows(`"fly", which is no command`)
	s.Keys("4", "c").Hides("Jane Smith").Keys("c").Shows("Jane Smith")
	s.Keys("x").Shows("complete action")
}

func TestKeysTypedAheadStillCount(t *testing.T) {
	s := example(t)
	raw(s, "fmargaret holloway\n")
	s.Shows("Brief", "Margaret Holloway").Keys("esc")
	raw(s, "3lle")
	s.Shows("ole of Jane Smith")
	s.Keys("esc", "3", "g").Burst(strings.Repeat("j", 30)).Burst("kkkkkjjjjjhhhhlllljjjkkk").Hides("looks like a paste")
}

func TestKeysThatCannotBeHadAreNamed(t *testing.T) {
	for _, c := range []struct{ command, key, want string }{
		{"quit", "j", `gives "j" to quit|it moves the cursor`},
		{"zoom", "ctrl+banana", "there is no such key"},
		{"zoom", "ctrl+i", "terminals send it as tab"},
		{"zoom", "q", "quit has no key any more"},
	} {
		o := uitest.Options(t, uitest.Example(t))
		o.Config.Keys = map[string]string{c.command: c.key}
		if c.key == "q" {
			o.Config.Keys["quit"] = "q"
			c.want = "quit has it too"
		}
		want := strings.Split(strings.Replace(c.want, "gives", "give", 1), "|")
		s := uitest.Start(t, ui.New(o), 200, 60).Shows(want...)
		if got := ui.KeyTrouble(o.Config); len(got) != 1 || !strings.Contains(got[0], want[0]) {
			t.Errorf("%s = %q: %q", c.command, c.key, got)
		}
		s.Keys(":").Type("messages").Keys("enter").Shows("the settings give", c.key)
	}
	o := uitest.Options(t, uitest.Example(t))
	o.Config.Keys = map[string]string{"zoom": "x"}
	uitest.Start(t, ui.New(o), 120, 40).Shows("export the plan has no key any more: the settings give x to zoom")
	o.Config.Keys = map[string]string{"zoom": "Z ctrl+f f8"}
	o.Config.Warnings = []string{"theme must be one of these"}
	s := uitest.Start(t, ui.New(o), 120, 40).Shows("! theme must be one of these").Keys("3", "Z").Hides("1 Overview ─").Keys("f8")
	s.Shows("1 Overview ─").Keys("ctrl+f").Hides("1 Overview ─")
}

// What the help gives as an example of the settings has to work as it stands.
func TestTheExampleOfKeysWorks(t *testing.T) {
	file := filepath.Join(t.TempDir(), "config.toml")
	for _, setting := range config.All() {
		if setting.Name != "keys" {
			continue
		}
		if err := os.WriteFile(file, []byte(setting.Example+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c, err := config.Load(file)
	if err != nil || len(c.Keys) == 0 {
		t.Fatal(c.Keys, err)
	}
	o := uitest.Options(t, uitest.Example(t))
	o.Config.Keys = c.Keys
	uitest.Start(t, ui.New(o), 120, 40).Hides("the settings give")
}
