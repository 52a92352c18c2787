package report

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"astute/model"
)

// spoken text of the first lines of a brief, without its line breaks.
func firstLines(b Brief, width, lines int) string {
	text := b.Text(width)
	return strings.Join(strings.Fields(PlainText(text[:min(lines, len(text))])), " ")
}

// What decides the call is seen on the smallest screen without scrolling.
func TestTheFirstLinesOfABriefDecideTheCall(t *testing.T) {
	p := examplePlan(t, "FreshKart Grocers")
	for name, wants := range map[string][]string{
		"Jane Smith": {"Jane Smith, CTO, IT, FreshKart Grocers", "+1 555 0100", "jane.smith@freshkart.example", "Key player: Technical Buyer", "Astute",
			"Approach: Show that it works", "Last contact: meeting by Ben Carter, 3 weeks ago", "We promised 3 weeks ago: A weekly number."},
		"Raj Mehta":             {"Raj Mehta, COO, Stores, FreshKart Grocers", "raj.mehta@", "Not a key player: User Buyer", "support Opponent", "Approach: Speak of", "Last contact: by Grace"},
		"Lisa Green":            {"Status and influence disagree.", "Approach: Take time", "Last contact: mail by Priya", "We promised 15 days ago: A draft she can show."},
		"Claire Dubois-Lefèvre": {"Key player: ", "A gap: this one decides, and we have never met.", "No contact is on record.", "Ask next"},
	} {
		inSequence(t, firstLines(BriefOf(p, contactNamed(t, p, name), today), 54, 16), wants...)
	}
	inSequence(t, firstLines(BriefOf(p, p.Account, today), 54, 18), "The pilot is agreed", "Health is neutral, the map amber: 1 of 6", "Decides: Alan Brown",
		"For us: Jane Smith", "Against us: Raj Mehta", "Late: Invite FreshKart", "And 1 more.", "We promised: The night plan", "Next: ", "Ask: ")
}

// Every brief of the worked example fits one screen, and says no fact twice.
func TestABriefFitsOneScreen(t *testing.T) {
	for _, name := range []string{"FreshKart Grocers", "Lumière Logistique", "桜井製パン (Sakurai Bakery)"} {
		plan := examplePlan(t, name)
		for _, c := range model.All[*model.Contact](plan.Book) {
			b := BriefOf(plan, c, today)
			if lines := b.Text(74); len(lines) > 20 {
				t.Errorf("%s has %d lines:\n%s", c.Name, len(lines), PlainText(lines))
			}
			if whole, short := b.Whole(74), b.Text(74); b.More() > 0 && len(whole) <= len(short) {
				t.Errorf("%s: there is more, but all of it has %d lines and the screen %d", c.Name, len(whole), len(short))
			}
		}
		if lines := BriefOf(plan, plan.Account, today).Text(88); len(lines) > 36 {
			t.Errorf("%s has %d lines:\n%s", plan.Account.Name, len(lines), PlainText(lines))
		}
	}
	p := examplePlan(t, "FreshKart Grocers")
	text := PlainText(BriefOf(p, contactNamed(t, p, "Jane Smith"), today).Text(74))
	for _, once := range []string{"CTO", "Technical Buyer", "influence High", "Astute", "Supporter", "FreshKart Grocers", "Worried about"} {
		if n := strings.Count(text, once); n != 1 {
			t.Errorf("%q is said %d times in\n%s", once, n, text)
		}
	}
}

func TestAllOfABriefIsThereWhenWanted(t *testing.T) {
	p := examplePlan(t, "FreshKart Grocers")
	b := BriefOf(p, contactNamed(t, p, "Jane Smith"), today)
	whole := strings.Join(strings.Fields(PlainText(b.Whole(74))), " ")
	for _, s := range b.Sections {
		for _, text := range s.Lines {
			if !strings.Contains(whole, text) {
				t.Errorf("all of the brief does not say %q", text)
			}
		}
	}
	inSequence(t, PlainText(b.Text(74)), "Ask next", "Reports to", "Measured by", "Worried about")
	if strings.Contains(PlainText(b.Text(74)), "Our pitch") {
		t.Error("the one screen has room for the pitch")
	}
	inSequence(t, b.Markdown(), "# Jane Smith", "## Approach", "Our pitch", "## Also good to know", "Profile: ")
}

// Whatever is on record, no line is wider than the screen, and a label is part
// of its line.
func TestABriefWrapsExactlyAtEveryWidth(t *testing.T) {
	check := func(t reporter, b Brief, width int) {
		for _, lines := range [][]TextLine{b.Text(width), b.Whole(width)} {
			for _, l := range lines {
				if got := ansi.StringWidth(l.Text); got > width || l.Label > got {
					t.Fatalf("%d columns with a label of %d, on a screen of %d: %q", got, l.Label, width, l.Text)
				}
			}
		}
	}
	p := examplePlan(t, "FreshKart Grocers")
	for width := 40; width <= 200; width++ {
		check(t, BriefOf(p, p.Account, today), width)
		for _, c := range model.All[*model.Contact](p.Book) {
			check(t, BriefOf(p, c, today), width)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		c := model.Clone(contactNamed(t, p, "Jane Smith"))
		text := func(label string) string { return line(nasty().Draw(rt, label)) }
		c.Name, c.JobTitle, c.Email, c.Concerns, c.Pitch = text("name"), text("title"), text("mail"), text("concerns"), text("pitch")
		b := BriefOf(p.With(model.Change{After: c}), c, today)
		check(rt, b, rapid.IntRange(10, 200).Draw(rt, "width"))
		if n := len(b.Text(74)); n > 20 && len(c.Name+c.JobTitle+c.Email) < 70 {
			rt.Fatalf("%d lines", n)
		}
	})
}

func TestABriefOnNothingSaysWhatIsMissing(t *testing.T) {
	p := model.NewPlan(&model.Account{Name: "Acme"}, nil)
	p.Account.ID = model.ID{1}
	inSequence(t, PlainText(BriefOf(p, p.Account, today).Text(80)), "Acme", "The map is grey", "Who decides is not known yet.", "Nobody is known to be for us.", "Ask: ")
	c := &model.Contact{Name: "Ada"}
	inSequence(t, PlainText(BriefOf(p, c, today).Text(80)), "Ada", "Not known yet whether a key player", "No contact is on record.", "Ask next: What is the job title of Ada?")
}
