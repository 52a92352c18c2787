package model_test

import (
	"testing"

	"astute/model"
)

func TestAYearIsReadAndShownAsOne(t *testing.T) {
	r := &model.Revenue{}
	f, _ := model.FieldNamed(r.Fields(), "year")
	for typed, want := range map[string]string{"2026": "2026", " 1999 ": "1999", "26": "", "20260": "", "2,026": "", "-2026": "", "1066": "", "2026.0": "", "next": ""} {
		r.Year = 0
		err := f.Set(model.Input{}, typed)
		if (err == nil) != (want != "") || f.Text() != want || f.Display(nil) != want {
			t.Errorf("%q reads as %q, shown as %q: %v", typed, f.Text(), f.Display(nil), err)
		}
	}
}
