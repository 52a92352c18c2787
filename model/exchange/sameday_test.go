package exchange

import (
	"fmt"
	"testing"

	"astute/model"

	"pgregory.net/rapid"
)

// A single day in numbers that a person types is the day that an import reads,
// wherever both read one.
func TestTypedAndImportedDaysInNumbersAgree(t *testing.T) {
	today := model.NewDate(2026, 3, 18)
	rapid.Check(t, func(t *rapid.T) {
		n := func(most int) int { return rapid.IntRange(1, most).Draw(t, "n") }
		mark := rapid.SampledFrom([]string{".", "/", "-"}).Draw(t, "mark")
		form := rapid.SampledFrom([]string{"%d", "%02d"}).Draw(t, "form") + mark
		text := fmt.Sprintf(form+form+"%d", n(31), n(31), 1990+n(60))
		imported, wrong := new(column).day(text)
		typed, err := model.ParseWhen(text, today)
		if wrong == nil && err == nil && typed.String() != imported {
			t.Fatalf("%s is typed as %s and imported as %s", text, typed, imported)
		}
		if (wrong == nil) != (err == nil) {
			t.Fatalf("%s is typed as %s, %v; imported as %s, %v", text, typed, err, imported, wrong)
		}
	})
}
