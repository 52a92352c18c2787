package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Advice returns what an account's culture asks of whoever sells there, in one
// sentence; "" when it is not known (domain section 2, from S0).
func Advice(c Culture) string {
	switch c {
	case Bureaucratic:
		return "find whoever sets the policy and win that person; follow procedure"
	case Entrepreneurial:
		return "stand beside the one with the vision; decisions come fast"
	case Collaborative:
		return "respect the committee; line up with those who start projects"
	case Individualistic:
		return "treat each unit as a customer of its own and win them one by one"
	}
	return ""
}

// Approach returns how to approach a contact in at most three short sentences
// without their stops: what to bring, how to put the change, and what the
// person's place and the culture of the account call for. None when
// nothing is known (domain section 1, from S0).
func Approach(c *Contact, culture Culture) []string {
	place := cmp.Or(politicalAdvice[c.Political], supportAdvice[c.Support])
	if c.Support == Opponent { // being against us weighs more than where one stands
		place = supportAdvice[Opponent]
	}
	var lines []string
	for _, parts := range [][]string{
		{orientationAdvice[c.Orientation], concernAdvice(c.Concerns)},
		{adaptabilityAdvice[c.Adaptability], riskAdvice[c.RiskTolerance]},
		{place, Advice(culture)},
	} {
		parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
		if len(parts) > 0 {
			lines = append(lines, strings.Join(parts, "; "))
		}
	}
	return lines
}

// mostConcern is how long a concern can be, in letters, to be quoted.
const mostConcern = 60

// concernAdvice says to begin with what worries a person: with the first
// sentence of it, where that is short enough to say.
func concernAdvice(concerns string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(concerns), "\n")
	first, _, _ = strings.Cut(first, ". ")
	first = strings.TrimRight(strings.TrimSpace(first), ".")
	if n := utf8.RuneCountInString(first); n == 0 || n > mostConcern {
		return ""
	}
	return "begin with the worry: “" + first + "”"
}

var orientationAdvice = map[Orientation]string{
	Financial:  "bring numbers: cost, saving, payback",
	Technical:  "show that it works: features, integration, evidence",
	Relational: "take time; keep small promises before asking for large ones",
	Business:   "speak of what it does for the business as a whole",
}

var adaptabilityAdvice = map[Adaptability]string{
	Innovator:    "show what is new; offer to be first",
	Visionary:    "paint the leap and what it wins",
	Pragmatist:   "name others like them who have done it",
	Conservative: "make it small, usual and safe to undo",
	Laggard:      "do not sell change; show what stays the same",
}

var riskAdvice = map[Level]string{
	Low:  "take risk off the table: pilot, guarantee, way back",
	High: "speak of the upside before the safeguards",
}

var politicalAdvice = map[PoliticalStatus]string{
	Learning:  "help this person find the way; ask for no pushing yet",
	Observing: "ask what is to be seen from there, and who else listens",
	Agile:     "bring news early, while it can still be used",
	Astute:    "come short and prepared, with one thing to decide",
}

var supportAdvice = map[Support]string{
	Champion:  "give them what they need to sell it inside",
	Supporter: "ask for one thing that can be done this month",
	Neutral:   "find the one thing they care about and help with it",
	Opponent:  "listen for the reason before answering it",
}
