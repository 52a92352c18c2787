package model

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestApproach(t *testing.T) {
	for name, test := range map[string]struct {
		c       Contact
		culture Culture
		want    string
	}{
		"nothing known":    {Contact{}, 0, ""},
		"only the culture": {Contact{}, Bureaucratic, "find whoever sets the policy and win that person; follow procedure"},
		"a worry":          {Contact{Orientation: Financial, Concerns: "Costs too much. And late."}, 0, "bring numbers: cost, saving, payback; begin with the worry: “Costs too much”"},
		"a long worry":     {Contact{Concerns: strings.Repeat("too much ", 9)}, 0, ""},
		"change and risk":  {Contact{Adaptability: Conservative, RiskTolerance: Low}, 0, "make it small, usual and safe to undo; take risk off the table: pilot, guarantee, way back"},
		"her place":        {Contact{Political: Astute, Support: Neutral}, Collaborative, "come short and prepared, with one thing to decide; respect the committee; line up with those who start projects"},
		"an opponent":      {Contact{Political: Agile, Support: Opponent}, 0, "listen for the reason before answering it"},
		"support, culture": {Contact{Support: Supporter}, Individualistic, "ask for one thing that can be done this month; treat each unit as a customer of its own and win them one by one"},
	} {
		if got := strings.Join(Approach(&test.c, test.culture), " | "); got != test.want {
			t.Errorf("%s: %q, wanted %q", name, got, test.want)
		}
	}
}

// Whoever it is, the advice is never a wall, and what
// the person is judged by, the change and the place each have their sentence.
func TestApproachIsShort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(n int, what string) int { return rapid.IntRange(0, n).Draw(t, what) }
		c := &Contact{Orientation: Orientation(draw(4, "orientation")), Adaptability: Adaptability(draw(5, "adaptability")), RiskTolerance: Level(draw(3, "risk")),
			Political: PoliticalStatus(draw(4, "political")), Support: Support(draw(4, "support")), Concerns: rapid.StringN(0, 90, 200).Draw(t, "concerns")}
		lines := Approach(c, Culture(draw(4, "culture")))
		if len(lines) > 3 {
			t.Fatalf("%q", lines)
		}
		for _, line := range lines {
			if n := len([]rune(line)); n == 0 || n > 180 || strings.HasSuffix(line, ".") || strings.Contains(line, "\n") {
				t.Fatalf("%d letters: %q", n, line)
			}
		}
		if c.Orientation != 0 && c.Adaptability != 0 && c.Political != 0 && len(lines) != 3 {
			t.Fatalf("something is left out: %q", lines)
		}
	})
}
