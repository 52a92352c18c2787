package ui_test

import (
	"testing"

	"astute/ui/uitest"
)

func TestLookUpFindsInAnyOrderAndWithATypo(t *testing.T) {
	for _, query := range []string{"smith jane", "cto freshkart", "jsmth", "jane smiht"} {
		s := example(t).Keys("f").Type(query).Shows("Jane Smith").Keys("enter")
		s.Shows("Brief", "Jane Smith", "CTO")
		s.Keys("esc").Hides("Brief")
	}
}

func TestLookUpGoesToAnotherAccount(t *testing.T) {
	example(t).Keys("ctrl+k").Type("sakurai").Keys("tab").Hides("Brief").Shows("Sakurai").Hides("FreshKart Grocers   ")
}

func TestAnAnswerToAnOldQueryIsDropped(t *testing.T) {
	s := example(t).Keys("f")
	slow := s.SendOnly(uitest.Key("z"))
	s.Keys("backspace").Type("okafor")
	s.Do(slow).Shows("Ngozi Okafor").Hides("Zoë van der Berg   Director of Sustainability")
}
