package ui_test

import (
	"strings"
	"testing"

	"astute/ui"
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
