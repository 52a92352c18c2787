package timeline

import (
	"strings"
	"testing"

	"astute/model"
	"astute/ui/pane"
)

// peopled is a plan of a few people, among them two called Nina.
func peopled() pane.Data {
	var records []model.Record
	for n, name := range []string{"Sven Albers", "Nina Brandt", "Nina Okafor", "Renée Müller", "Ann Lee", "Ann Lee Park"} {
		c := &model.Contact{Name: name}
		c.ID[15] = byte(n + 1)
		records = append(records, c)
	}
	return pane.Data{Today: model.NewDate(2026, 3, 18), Plan: &model.Plan{Book: model.NewBook(records)}}
}

func TestPeopleAreFoundInALineByTheirNames(t *testing.T) {
	d := peopled()
	for typed, want := range map[string]string{
		"Sven Albers: wants OEE numbers; we: send them; they: look;": "Sven Albers|wants OEE numbers|send them|look",
		"Sven Albers, wants numbers":                                 "Sven Albers|Sven Albers, wants numbers||",
		"met sven albers on the pilot":                               "Sven Albers|on the pilot||",
		"call with Sven and Nina Brandt: the pilot":                  "Sven Albers+Nina Brandt|the pilot||",
		"Sven, Renee Muller: prices we:send a list":                  "Sven Albers+Renée Müller|prices|send a list|",
		"@Sven: prices":        "Sven Albers|prices||",
		"@Nina Brandt: prices": "Nina Brandt|prices||",
		"prices talked through with Nina Okafor's team": "Nina Okafor|prices talked through with Nina Okafor's team||",
		"call about the visit of @Nina Okafor again":    "Nina Okafor|about the visit of again||",
		"call Ann Lee Park: prices":                     "Ann Lee Park|prices||",
		"Pilot: agreed":                                 "|Pilot: agreed||",
		"call: agreed":                                  "|agreed||",
		"will call again":                               "|will call again||",
		"sven: prices":                                  "Sven Albers|prices||",
		"renee: moved; we: ask; they: say":              "Renée Müller|moved|ask|say",
		"call sven: prices":                             "Sven Albers|prices||",
		"pilot: prices":                                 "|pilot: prices||",
		"nina: prices":                                  "nina could be Nina Brandt or Nina Okafor: type more of the name",
		"@Nina.Okafor: prices":                          "Nina Okafor|prices||",
		`@"Nina Okafor": prices`:                        "Nina Okafor|prices||",
		"Nina: prices":                                  "Nina could be Nina Brandt or Nina Okafor: type more of the name",
	} {
		fields, said, err := read(typed, d)
		var with []string
		for _, id := range strings.Fields(fields[interactionField("contacts")]) {
			parsed, _ := model.ParseID(id)
			with = append(with, d.Plan.Name(parsed))
		}
		got := strings.Join([]string{strings.Join(with, "+"), fields[interactionField("summary")], fields[interactionField("we_promised")], fields[interactionField("they_promised")]}, "|")
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q is %q, want %q; %s", typed, got, want, said)
		}
	}
	if _, said, _ := read("Gustav Holm: wants numbers", d); !strings.Contains(said, "nobody here is called Gustav Holm") {
		t.Errorf("a name of nobody is not asked about: %s", said)
	}
}
