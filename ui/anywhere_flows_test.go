package ui_test

import "testing"

func TestSomebodyIsLookedUpFromAPage(t *testing.T) {
	for _, page := range []string{"0", "W", "H"} {
		example(t).Keys("2", page, "f").Type("raj").Keys("enter").Shows("Raj Mehta", "COO").Keys("esc", "esc").Shows("[2 Political map]")
		example(t).Keys("2", page, "f").Type("lisa green").Keys("tab").Shows("[2 Political map]", "Lisa Green")
		example(t).Keys("2", page, ";").Type("call Raj fri").Keys("enter").Shows("call Raj")
	}
}
