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
		"who":           {"Likes to be called Clé."},
		"role":          {"Key player: Economic Buyer, Decision Maker, influence High, support Neutral, political status Astute, alignment Neutral, coverage Brief Contact."},
		"approach":      {"numbers", "Payback within a year"},
		"power":         {"Listens to Jean Roux (Plant Director, strongly).\nLeads Jean Roux."},
		"pitch":         {"Half the downtime"},
		"last_contact":  {"Last contact: call by Ana Ruiz, 19 days ago (12 March 2026). Budget is open until May."},
		"promises":      {"We promised 19 days ago: A payback sheet.\nThey promised 19 days ago: A slot at the board."},
		"actions":       {"Show savings to Claire Petit, by Jean Roux, in 9 days."},
		"relationships": {"Ana Ruiz is seen as Vendor, wants to be Trusted Advisor."},
		"background":    {"C-Level, Finance, in the role since 1 September 2021; works from Lyon (Europe/Paris).", "Classification confirmed 4 months ago; source: Ana’s call."},
		"ask":           {"return on investment"},
	} {
		for _, want := range wants {
			if !strings.Contains(section(b, key), want) {
				t.Errorf("%s does not say %q: %s", key, want, section(b, key))
			}
		}
	}
	met := model.Clone(contactNamed(t, p, "Claire Petit"))
	met.Coverage = 0
	if got, want := section(BriefOf(p.With(model.Change{After: met}), met, today), "role"), "coverage Brief Contact (from 2 dealings)."; !strings.Contains(got, want) {
		t.Errorf("coverage is not proposed from the call on record: %s", got)
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
		"last_contact": "Last contact yesterday (30 March 2026).\nBefore that: meeting, 9 months ago (2 June 2025). First visit.",
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
		"standing":     "Two plants won, head office still cold.\nHealth is ",
		"people":       "Decides: Claire Petit (CFO, neutral).",
		"key_players":  "Claire Petit, CFO: Economic Buyer, Decision Maker, Neutral.",
		"late":         "Install sensors, by Ana Ruiz, already 12 days late.",
		"promises":     "A payback sheet (Claire Petit, 19 days ago).",
		"expected":     "A slot at the board (Claire Petit, 19 days ago).",
		"review":       "QBR was due 15 days ago (16 March 2026).",
		"last_contact": "With Claire Petit. Call by Ana Ruiz, 19 days ago (12 March 2026)",
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

func TestFreeTextsReadRight(t *testing.T) {
	p := examplePlan(t, "FreshKart Grocers")
	for name, want := range map[string]string{
		"Alan Brown": "Channel: through Amélie Fontaine.",
		"Jane Smith": "Channel: a short mail in the morning; never on Mondays.",
	} {
		if got := section(BriefOf(p, contactNamed(t, p, name), today), "background"); !strings.Contains(got, want) {
			t.Errorf("%s: %q is not in %s", name, want, got)
		}
	}
}

func TestAKeptPromiseIsNotRecalled(t *testing.T) {
	p := smallPlan()
	claire := contactNamed(t, p, "Claire Petit")
	call := model.All[*model.Interaction](p.Book)[0]
	if call.WePromised == "" {
		call = model.All[*model.Interaction](p.Book)[1]
	}
	answer := &model.Action{Head: model.Head{ID: ids().New(today.Time()), Account: p.Account.ID}, Name: "Write the sheet", Serves: call.ID, Due: today}
	open := p.With(model.Change{After: answer})
	b := BriefOf(open, claire, today)
	if !strings.Contains(section(b, "promises"), "A payback sheet") || !strings.Contains(section(b, "actions"), "Write the sheet, today.") {
		t.Errorf("what is still to do is left out: %+v", b.Sections)
	}
	done := model.Clone(answer)
	done.Status = model.Complete
	kept := p.With(model.Change{After: done})
	if got := section(BriefOf(kept, claire, today), "promises"); got != "They promised 19 days ago: A slot at the board." {
		t.Errorf("with ours kept the promises are %q", got)
	}
	account := BriefOf(kept, kept.Account, today)
	if got := section(account, "promises"); strings.Contains(got, "payback") {
		t.Errorf("with ours kept the account's promises are %q", got)
	}
	if got := section(account, "expected"); got != "A slot at the board (Claire Petit, 19 days ago)." {
		t.Errorf("theirs are %q", got)
	}
	inSequence(t, full(t, kept), "## Promises", "A payback sheet<br>**kept** | A slot at the board |")
	if strings.Contains(full(t, open), "**kept**") {
		t.Error("an open promise is called kept")
	}
}

func TestOpenActionsOfAPerson(t *testing.T) {
	p := smallPlan()
	jean, claire := contactNamed(t, p, "Jean Roux"), contactNamed(t, p, "Claire Petit")
	find := func(kind model.Kind) model.ID { return p.Of(kind)[0].Base().ID }
	n := 0
	add := func(name string, a model.Action) model.Change {
		n++
		a.ID, a.Account, a.Name = ids().New(today.AddDays(n).Time()), p.Account.ID, name
		return model.Change{After: &a}
	}
	p = p.With(
		add("For an initiative of his", model.Action{Serves: find(model.KindInitiative)}),
		add("For a goal of his", model.Action{Serves: find(model.KindGoal)}),
		add("Under an objective with a goal of his", model.Action{Objective: find(model.KindObjective)}),
		add("For an objective with a goal of his", model.Action{Serves: find(model.KindObjective)}),
		add("Visit jean roux, again", model.Action{}),
		add("Ask Jean Rouxel", model.Action{}),
		add("Dropped for Jean Roux", model.Action{Serves: jean.ID, Status: model.Cancelled}),
	)
	got := section(BriefOf(p, jean, today), "actions")
	for _, want := range []string{"For an initiative of his", "For a goal of his", "Visit jean roux", "Show savings", "Ask for an engineer"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not among %s", want, got)
		}
	}
	if lines := strings.Split(got, "\n"); len(lines) != 5 {
		t.Errorf("%d actions concern him: %s", len(lines), got)
	}
	if got := section(BriefOf(p, claire, today), "actions"); got != "Show savings to Claire Petit, by Jean Roux, in 9 days." {
		t.Errorf("of Claire: %s", got)
	}
	p = p.With(add("One more", model.Action{Owner: jean.ID}), add("And one more", model.Action{Owner: jean.ID}))
	if got := PlainText(BriefOf(p, jean, today).Text(74)); strings.Count(section(BriefOf(p, jean, today), "actions"), "\n") != 6 || !strings.Contains(got, "And 5 more.") {
		t.Errorf("more than fit: %s", got)
	}
	example := examplePlan(t, "FreshKart Grocers")
	if got := section(BriefOf(example, contactNamed(t, example, "Lisa Green"), today), "actions"); got != "" {
		t.Errorf("of Lisa Green: %s", got)
	}
}
