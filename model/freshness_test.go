package model

import (
	"strings"
	"testing"
	"time"
)

func TestSweep(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	ago := func(days int) Date { return today.AddDays(-days) }
	p := planOf(&Account{},
		&Contact{Name: "Minor, never", Support: Neutral},
		&Contact{Name: "Minor, old", Support: Neutral, Confirmed: ago(300)},
		&Contact{Name: "Key, old", Influence: High, Confirmed: ago(91)},
		&Contact{Name: "Key, older", Influence: High, Confirmed: ago(200)},
		&Contact{Name: "Key, never", Influence: High},
		&Contact{Name: "Another key, never", Political: Agile},
		&Contact{Name: "In time", Influence: High, Confirmed: ago(90)},
		&Contact{Name: "Gone", Influence: High, Left: true},
		&Contact{Name: "Nothing known", JobTitle: "Clerk"},
		&Contact{Name: "In a deal", Support: Neutral, Confirmed: ago(91)},
		&Opportunity{Name: "Kiosks", Deciders: []ID{{14: 1, 15: 9}}},
	)
	var got []string
	for _, d := range Sweep(p, today) {
		got = append(got, d.Contact.Name+": "+d.Why)
		if d.Key != strings.Contains(strings.ToLower(d.Contact.Name), "key") {
			t.Errorf("%s: key player %v", d.Contact.Name, d.Key)
		}
	}
	want := "Another key, never: never confirmed\nKey, never: never confirmed\nKey, older: confirmed 200 days ago\nKey, old: confirmed 91 days ago\nIn a deal: confirmed 91 days ago\n" +
		"Minor, never: never confirmed\nMinor, old: confirmed 300 days ago"
	if strings.Join(got, "\n") != want {
		t.Errorf("%s\nwanted\n%s", strings.Join(got, "\n"), want)
	}
}

func TestStillTrueSetsTheDayAndNothingElse(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	c := &Contact{Name: "Ann", Support: Champion, Confirmed: today.AddDays(-100), Source: "retail fair"}
	p := planOf(&Account{}, c)
	e := StillTrue(c, today)
	changed := Changed(e.Changes[0].Before, e.Changes[0].After)
	if len(changed) != 1 || changed[0].Name != "confirmed" || changed[0].Text() != "2026-03-31" || c.Confirmed == today || e.Label != "confirm contact Ann" {
		t.Errorf("%+v", e)
	}
	if len(Sweep(p, today)) != 1 || len(Sweep(p.With(e.Changes...), today)) != 0 {
		t.Error("whoever was confirmed comes round again")
	}
	if again := StillTrue(e.Changes[0].After.(*Contact), today); !again.IsEmpty() {
		t.Error("confirming twice on one day is an edit")
	}
}
