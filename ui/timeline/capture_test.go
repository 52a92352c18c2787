package timeline

import (
	"strings"
	"testing"

	"astute/model"
)

// logOf is what a line means, on a Wednesday, among the people of [peopled].
func logOf(t *testing.T, typed string) (on, with, summary, said string) {
	t.Helper()
	d := peopled()
	fields, said, err := read(typed, d)
	if err != nil {
		t.Errorf("%q: %v", typed, err)
	}
	var names []string
	for _, id := range strings.Fields(fields[interactionField("contacts")]) {
		parsed, _ := model.ParseID(id)
		names = append(names, d.Plan.Name(parsed))
	}
	return fields[interactionField("on")], strings.Join(names, "+"), fields[interactionField("summary")], said
}

// A day dates the call where nothing else can be meant, and then the last such one.
func TestADayAtTheHeadOfALineIsTheDayOfTheCall(t *testing.T) {
	for typed, want := range map[string]string{
		"yesterday: the pilot":                    "2026-03-17||the pilot",
		"yesterday she signed":                    "2026-03-17||she signed",
		"fri: the pilot":                          "2026-03-13||the pilot",
		"5 dec: the pilot":                        "2025-12-05||the pilot",
		"29 feb: the pilot":                       "2024-02-29||the pilot",
		"5.12. call @sven on the pilot":           "2025-12-05|Sven Albers|on the pilot",
		"fri call Sven: prices":                   "2026-03-13|Sven Albers|prices",
		"met Sven yesterday on the pilot":         "2026-03-17|Sven Albers|on the pilot",
		"call yesterday on the pilot":             "2026-03-17||on the pilot",
		"call fri with Sven: prices":              "2026-03-13|Sven Albers|prices",
		"@sven yesterday: prices":                 "2026-03-17|Sven Albers|prices",
		"@sven yesterday prices":                  "2026-03-17|Sven Albers|prices",
		"@sven 16.3.: prices":                     "2026-03-16|Sven Albers|prices",
		"Sven Albers, Renée 2 mar: prices by fri": "2026-03-02|Sven Albers+Renée Müller|prices by fri",
		"sven last fri: prices":                   "2026-03-13|Sven Albers|prices",
		"today: prices":                           "2026-03-18||prices",
	} {
		on, with, summary, said := logOf(t, typed)
		if got := on + "|" + with + "|" + summary; got != want || strings.Contains(said, "stays in") {
			t.Errorf("%q is %q, want %q; %s", typed, got, want, said)
		}
	}
}

// A day that was spoken of stays in the text, and the call was today.
func TestADayThatWasSpokenOfIsNotTheDayOfTheCall(t *testing.T) {
	for _, said := range []string{
		"wants a price by friday", "budget decision on monday", "she is away tomorrow", "wants the contract signed 1 december",
		"go-live in Q1 2027", "renewal is due 31 mar", "until 5.12.", "monday is bad", "on friday she is away", "by fri",
		"tomorrow: the visit", "5 dec 2026: go-live", "friday works", "last friday she signed", "2 weeks ago she asked",
	} {
		for _, before := range []string{"", "call ", "call @sven ", "@sven: "} {
			on, with, summary, echo := logOf(t, before+said)
			if on != "2026-03-18" || summary != said || (with != "") != strings.Contains(before, "sven") {
				t.Errorf("%q is on %s with %q: %q; %s", before+said, on, with, summary, echo)
			}
		}
	}
	for typed, want := range map[string]string{
		"call on the pilot fri":       `dated today, "fri" stays in the text: begin with fri: for a call of that day`,
		"monday was bad":              `dated today, "monday" stays in the text: begin with monday: for a call of that day`,
		"call on the pilot yesterdy":  `"yesterdy" was not read as a day`,
		"call on the pilot by friday": "on the pilot by friday",
	} {
		if _, _, _, said := logOf(t, typed); !strings.HasSuffix(said, want) {
			t.Errorf("%q says %s, not %s", typed, said, want)
		}
	}
}
