package exchange

import (
	"strings"
	"testing"

	"astute/model"
)

// What a note says differs is seen to differ: also of long texts that begin alike,
// and of numbers that are shown alike.
func TestNotesShowWhatDiffers(t *testing.T) {
	long := strings.Repeat("They sell food in many shops of the north. ", 6)
	for name, c := range map[string]struct{ first, second string }{
		"long text, in one file":  {"Company,Description,Industry\nFreshKart," + long + "First end,Retail\n" + "FreshKart," + long + "Second end,Retail\n", ""},
		"long text, in two files": {"Company,Description\nFreshKart," + long + "First end\n", "Record ID,Company name,Company Domain Name,Description\n1,FreshKart,fk.example," + long + "Second end\n"},
		"amounts":                 {"Company,Annual Revenue,Currency\nFreshKart,1000000.001,USD\n", "Record ID,Company name,Company Domain Name,Annual Revenue\n1,FreshKart,fk.example,1000000.002\n"},
	} {
		t.Run(name, func(t *testing.T) {
			o := ImportOptions{Input: model.Input{Currency: "USD"}}
			res, book := run(t, empty(), o, "one.csv", c.first)
			if c.second != "" {
				res, _ = run(t, book, o, "two.csv", c.second)
			}
			said := false
			for _, note := range res.Notes {
				parts := strings.Split(note, `"`)
				if !strings.Contains(note, "stands") && !strings.Contains(note, "was not taken") {
					continue
				}
				if said = true; len(parts) < 5 || parts[1] == parts[3] {
					t.Errorf("%s", note)
				}
			}
			if !said && name != "amounts" {
				t.Errorf("nothing is said: %q", res.Notes)
			}
			t.Log(res.Notes)
		})
	}
}
