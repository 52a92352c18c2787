package report

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"astute/model"
	"astute/model/modeltest"
)

func TestColumnsAreNeverFewerThanATerminalUses(t *testing.T) {
	check := func(t reporter, text string) {
		text = line(text)
		if got, used := columns(text), ansi.StringWidth(text); got < used {
			t.Fatalf("%q takes %d columns, counted %d", text, used, got)
		}
	}
	for _, text := range modeltest.Naughty() {
		check(t, text)
	}
	for r := range rune(0x30000) {
		check(t, string(r))
	}
	rapid.Check(t, func(rt *rapid.T) { check(rt, nasty().Draw(rt, "text")) })
	for text, want := range map[string]int{"": 0, "abc": 3, "漢字": 4, "é": 1, "e\u0301": 1, "👍": 2, "❤️": 2, "🇫🇷": 4, "שלום": 4, "ｱ": 1} {
		if got := columns(text); got != want {
			t.Errorf("%q counts %d columns, wanted %d", text, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text, lead string
		limit      int
		want       string
	}{
		{"", "  ", 10, ""},
		{"one two three", "", 7, "one two|three"},
		{"one two three", "  ", 9, "  one two|  three"},
		{"a verylongwordindeed b", "", 8, "a|verylong|wordinde|ed b"},
		{"漢字漢字 漢", "", 10, "漢字漢字|漢"},
		{"漢字漢字漢字", "  ", 7, "  漢字|  漢字|  漢字"},
		{"e\u0301e\u0301e\u0301e\u0301", "", 3, "e\u0301e\u0301e\u0301|e\u0301"},
		{"narrow", "      ", 10, "narrow"},
	} {
		if got := strings.Join(wrap(test.text, test.lead, test.limit), "|"); got != test.want {
			t.Errorf("%q at %d is %q, wanted %q", test.text, test.limit, got, test.want)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		text, limit := line(nasty().Draw(rt, "text")), rapid.IntRange(10, 80).Draw(rt, "limit")
		lines := wrap(text, "  ", limit)
		kept := ""
		for _, l := range lines {
			if columns(l) > limit {
				rt.Fatalf("%q is wider than %d", l, limit)
			}
			kept += strings.Join(strings.Fields(l), "")
		}
		if want := strings.Join(strings.Fields(text), ""); kept != want {
			rt.Fatalf("%q lost something: %q", want, kept)
		}
	})
}

func section(b Brief, key string) string {
	for _, s := range b.Sections {
		if s.Key == key {
			return strings.Join(s.Lines, "\n")
		}
	}
	return ""
}

func TestBriefOfAContact(t *testing.T) {
	p := smallPlan()
	b := BriefOf(p, contactNamed(t, p, "Claire Petit"), today)
	if b.Kind != "contact" || b.Name != "Claire Petit" || b.Title != "CFO" || b.Account != "Acme Foods" || b.Today != "2026-03-31" || len(b.ID) != 26 {
		t.Errorf("the head is %+v", b)
	}
	for key, wants := range map[string][]string{
		"who":           {"Likes to be called Clé.", "Works from Lyon (Europe/Paris).", "In the role since 1 September 2021."},
		"role":          {"Key player: political status Astute, influence High", "Support Neutral", "Confirmed 4 months ago."},
		"approach":      {"numbers", "committee"},
		"power":         {"Leads Jean Roux.", "Listens to Jean Roux (Plant Director, strongly)."},
		"wants":         {"Payback within a year"},
		"pitch":         {"Half the downtime"},
		"last_contact":  {"Call on 12 March 2026, 19 days ago, by Ana Ruiz: Budget is open until May."},
		"promises":      {"We promised on 12 March 2026, 19 days ago: A payback sheet.", "They promised"},
		"actions":       {"Show savings to Claire Petit, by Jean Roux, in 9 days."},
		"relationships": {"Ana Ruiz is seen as Vendor; wanted is Trusted Advisor."},
		"ask":           {"return on investment"},
	} {
		for _, want := range wants {
			if !strings.Contains(section(b, key), want) {
				t.Errorf("%s does not say %q: %s", key, want, section(b, key))
			}
		}
	}
	if strings.Contains(section(b, "actions"), "Sign the order") {
		t.Error("an action that is done is called open")
	}
}

func TestBriefSaysWhatIsOutOfTheOrdinary(t *testing.T) {
	p := smallPlan()
	gone := BriefOf(p, contactNamed(t, p, "Paul Old"), today)
	if !strings.HasPrefix(section(gone, "who"), "Paul Old has left.") || section(gone, "ask") != "" {
		t.Errorf("whoever has left is not called so first, or is asked about: %+v", gone.Sections)
	}
	c := model.Clone(contactNamed(t, p, "Jean Roux"))
	c.Touched, c.External, c.Placeholder = model.NewDate(2026, time.March, 30), true, true
	b := BriefOf(p.With(model.Change{Before: c, After: c}), c, today)
	for key, want := range map[string]string{
		"last_contact": "Last dealt with on 30 March 2026, yesterday.\nMeeting on 2 June 2025",
		"who":          "Comes from outside",
	} {
		if !strings.Contains(section(b, key), want) {
			t.Errorf("%s does not say %q: %s", key, want, section(b, key))
		}
	}
	if section(b, "promises") != "" {
		t.Error("what was promised long ago still counts as lately")
	}
	ahead := &model.Interaction{Head: model.Head{ID: ids().New(today.AddDays(3).Time())}, On: today.AddDays(3), Type: model.Meeting, Contacts: []model.ID{c.ID}, Summary: "Next week"}
	b = BriefOf(p.With(model.Change{After: ahead}), contactNamed(t, p, "Jean Roux"), today)
	if strings.Contains(section(b, "last_contact"), "Next week") {
		t.Error("what lies ahead is called the last contact")
	}
}

func TestBriefOfAnAccountAndOfAnythingElse(t *testing.T) {
	p := smallPlan()
	b := BriefOf(p, p.Account, today)
	for key, want := range map[string]string{
		"standing":     "Two plants won, head office still cold.",
		"map":          "The map is amber",
		"key_players":  "Claire Petit, CFO, Economic Buyer, Decision Maker. Neutral",
		"actions":      "Install sensors, by Ana Ruiz, already 12 days late.",
		"review":       "QBR was due on 16 March 2026, 15 days ago.",
		"last_contact": "With Claire Petit. Call on 12 March 2026",
	} {
		if !strings.Contains(section(b, key), want) {
			t.Errorf("%s does not say %q: %s", key, want, section(b, key))
		}
	}
	product := BriefOf(p, p.Of(model.KindProduct)[0], today)
	if section(product, "known") != "Name: LineWatch\nCategory: Monitoring" {
		t.Errorf("a product's brief is %+v", product)
	}
}

func TestDaysInWords(t *testing.T) {
	for days, want := range map[int]string{
		0: "today", 1: "tomorrow", -1: "yesterday", 2: "in 2 days", -20: "20 days ago", 21: "in 3 weeks", -69: "9 weeks ago",
		70: "in 2 months", -365: "12 months ago", 800: "in 2 years",
	} {
		if got := away(today.AddDays(days), today); got != want {
			t.Errorf("%d days are %q, wanted %q", days, got, want)
		}
	}
	if got := away(model.Date{}, today); got != "" {
		t.Errorf("an unknown day is %q", got)
	}
}
