package ui_test

import (
	"fmt"
	"testing"

	"astute/model"
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

// namesakes writes a book of so many contacts of one name.
func namesakes(t *testing.T, n int) string {
	t.Helper()
	path := uitest.Empty(t)
	s := uitest.Workspace(t, path, 120, 40).Type("Acme").Keys("enter")
	account := soleAccount(t, path)
	st := uitest.Open(t, path, "somebody else")
	var people []model.Record
	for i := range n {
		c := &model.Contact{Name: fmt.Sprintf("Winifred %03d", i)}
		c.ID, c.Account = st.NewID(uitest.Now()), account
		people = append(people, c)
	}
	if _, err := st.Apply(model.Created("add people", people...), uitest.Now()); err != nil {
		t.Fatal(err)
	}
	s.Keys("q")
	return path
}

// The look-up says that there are more than it lists, and lists them when one goes
// to the end of the list.
func TestTheLookUpGoesBeyondTheFirstHits(t *testing.T) {
	s := uitest.Workspace(t, namesakes(t, 50), 120, 40).Keys("f").Type("winifred").Shows("20+", "Winifred 019").Hides("Winifred 020")
	for range 18 {
		s.Keys("down")
	}
	s.Shows("20+").Keys("down").Shows("40+", "> Winifred 019").Keys("down").Shows("> Winifred 020")
	s.Keys("pgdown", "pgdown", "pgdown").Shows("50").Hides("50+").Keys("pgdown").Shows("> Winifred 049").Keys("down", "enter").Shows("Brief", "Winifred 049")
	s.Keys("esc", "f").Type("winifred").Shows("20+", "> Winifred 000")
	for range 7 {
		s.Wheel(60, 10, 3)
	}
	s.Shows("40+")
	s.Keys("esc", "f").Type("winifred 04").Shows("10").Hides("10+", "nearly")
}

func TestTheLookUpSaysWhenNothingIsSpeltSo(t *testing.T) {
	example(t).Keys("f").Type("okafr").Shows("Ngozi Okafor", "spelt nearly so")
	example(t).Keys("f").Type("okafo").Shows("Ngozi Okafor").Hides("nearly").Keys("ctrl+u").Type("zzzzqq").Hides("nearly")
}
