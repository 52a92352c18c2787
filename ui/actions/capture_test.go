package actions

import (
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/ui/pane"
)

func TestAnActionInOneLine(t *testing.T) {
	id := func(n byte) model.ID { return model.ID{15: n} }
	ana, anatol := &model.Teammate{Name: "Ana Ruiz"}, &model.Teammate{Name: "Anatol Krug"}
	ana.ID, anatol.ID = id(1), id(2)
	raj := &model.Contact{Name: "Raj Mehta"}
	raj.ID = id(3)
	d := pane.Data{Today: model.NewDate(2026, time.March, 18), Me: id(1), Plan: &model.Plan{Book: model.NewBook([]model.Record{ana, anatol, raj})}}
	for _, c := range []struct{ typed, title, due, owner, wrong string }{
		{typed: "call Raj about pilot fri @me", title: "call Raj about pilot", due: "2026-03-20", owner: id(1).String()},
		{typed: "call Raj", title: "call Raj"},
		{typed: "prepare QBR q3 2027", title: "prepare QBR", due: "2027-09-30"},
		{typed: "fri", title: "fri"},
		{typed: "ask @raj for the numbers +2w", title: "ask for the numbers", due: "2026-04-01", owner: id(3).String()},
		{typed: "meet sun about it", title: "meet sun about it"},
		{typed: "x @anat", title: "x", owner: id(2).String()},
		{typed: "x @ana", wrong: "could be Ana Ruiz or Anatol Krug"},
		{typed: "x @ana ruiz, fri", title: "x", due: "2026-03-20", owner: id(1).String()},
		{typed: "x @Ana Krug", wrong: "could be Ana Ruiz or Anatol Krug"},
		{typed: "x @zed", wrong: "nobody is called zed"},
		{typed: "mark the slides", title: "mark the slides"},
		{typed: "send the offer by 5 apr", title: "send the offer", due: "2026-04-05"},
		{typed: "send the offer in 2 weeks", title: "send the offer", due: "2026-04-01"},
		{typed: "send the offer apr 5 2027 @me", title: "send the offer", due: "2027-04-05", owner: id(1).String()},
		{typed: "close the books end of month", title: "close the books", due: "2026-03-31"},
	} {
		fields, _, err := read(c.typed, d)
		if c.wrong != "" {
			if err == nil || !strings.Contains(err.Error(), c.wrong) {
				t.Errorf("%q: %v, should say %q", c.typed, err, c.wrong)
			}
			continue
		}
		if err != nil || fields[number("title")] != c.title || fields[number("due")] != c.due || fields[number("owner")] != c.owner {
			t.Errorf("%q: %v, %v", c.typed, fields, err)
		}
	}
}

// A line serves the person whom it names and nobody else could be.
func TestALineNamesWhomItIsFor(t *testing.T) {
	var list []model.Record
	for i, c := range []*model.Contact{
		{Name: "Raj Mehta"}, {Name: "Jane Smith", PreferredName: "Jay"}, {Name: "Will Smith"}, {Name: "Paul Old", Left: true}, {Name: "高橋 優子"},
	} {
		c.ID = model.ID{15: byte(i + 1)}
		list = append(list, c)
	}
	d := pane.Data{Today: model.NewDate(2026, time.March, 18), Plan: &model.Plan{Book: model.NewBook(list)}}
	for typed, want := range map[string]string{
		"call raj about the pilot":  "Raj Mehta",
		"ask for Raj's numbers fri": "Raj Mehta",
		"lunch with (Jay)":          "Jane Smith",
		"mail Smith":                "", // there are two
		"mail Jane Smith":           "Jane Smith",
		"will call back":            "", // a verb
		"Will Smith gets the slide": "Will Smith",
		"bring Raj and Jane along":  "", // which of them?
		"thank Paul":                "", // has left
		"raj":                       "",
		"visit 高橋 優子 in May":        "高橋 優子",
	} {
		fields, said, err := read(typed, d)
		if err != nil {
			t.Errorf("%q: %v", typed, err)
			continue
		}
		got := ""
		if c := served(strings.Fields(typed), d); c != nil {
			got = c.Name
		}
		if got != want || (fields[number("serves")] != "") != (want != "") || want != "" && !strings.Contains(said, "for "+want) {
			t.Errorf("%q is for %q, wanted %q; it says %s", typed, got, want, said)
		}
	}
}

// What is kept without a day says so, and names what looks like one.
func TestALineSaysThatItHasNoDay(t *testing.T) {
	d := pane.Data{Today: model.NewDate(2026, time.March, 18), Plan: &model.Plan{Book: model.NewBook(nil)}}
	for typed, want := range map[string]string{
		"call the bank":            "call the bank   no day",
		"call the bank tomorow":    `call the bank tomorow   "tomorow" was not read as a day`,
		"call the bank thrusday":   `call the bank thrusday   "thrusday" was not read as a day`,
		"call the bank 5.12.":      "call the bank   due Sat 5 Dec 2026",
		"call the bank by 24/12":   "call the bank   due Thu 24 Dec 2026",
		"call the bank 5.12.2026":  "call the bank   due Sat 5 Dec 2026",
		"plan support 24/7":        "plan support 24/7   no day",
		"move to version 5.12":     `move to version 5.12   "5.12" was not read as a day`,
		"call the bank fri 10:00":  "call the bank 10:00   due Fri 20 Mar 2026",
		"call it tomorrow at 9 am": "call it at 9 am   due Thu 19 Mar 2026",
		"call the bank 5/12":       `call the bank 5/12   "5/12" was not read as a day`,
		"call the bank next month": `call the bank next month   "next month" was not read as a day`,
		"call the bank tomorrow":   "call the bank   due Thu 19 Mar 2026",
		"plan the holiday":         "plan the holiday   no day",
		"call back 555-0100-22222": "call back 555-0100-22222   no day",
		"tomorow":                  "tomorow   no day",
	} {
		fields, said, err := read(typed, d)
		if err != nil || said != want {
			t.Errorf("%q says %q, %v, %v", typed, said, fields, err)
		}
	}
}
