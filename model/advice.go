package model

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

// Approach returns how to approach a contact in a few short lines, from what is
// known of the person; none when nothing is (domain section 1, from S0).
func Approach(c *Contact) []string {
	var lines []string
	for _, line := range []string{
		orientationAdvice[c.Orientation],
		adaptabilityAdvice[c.Adaptability],
		riskAdvice[c.RiskTolerance],
		supportAdvice[c.Support],
	} {
		if line != "" {
			lines = append(lines, line)
		}
	}
	return lines
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

var supportAdvice = map[Support]string{
	Champion: "give them what they need to sell it inside",
	Neutral:  "find the one thing they care about and help with it",
	Opponent: "listen for the reason before answering it",
}
