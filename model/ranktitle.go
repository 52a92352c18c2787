package model

import (
	"slices"
	"strings"
	"unicode"
)

// RankOfTitle proposes the formal level that a job title stands for, from the
// usual English spellings; unknown whenever the title leaves it open. "Product
// Manager" may lead a team or nobody, so it is open, and a wrong rank would put
// a person in the wrong row of the map. Of several parts the highest counts:
// "Founder & CTO", "SVP and General Manager". It is a proposal for a blank
// field, shown as one until somebody confirms it (domain, "The minimum path").
func RankOfTitle(title string) Rank {
	words := titleWords(title)
	if len(words) == 0 || slices.ContainsFunc(words, isPast) {
		return 0
	}
	words = cutServed(words)
	if len(words) > 0 && helpers[words[len(words)-1]] {
		return Individual
	}
	best, open := Rank(0), false
	for i := 0; i < len(words); {
		rank, taken, known := titlePart(words[i:])
		switch {
		case !known:
		case rank == 0:
			open = true
		case best == 0 || rank < best:
			best = rank
		}
		i += taken
	}
	if open && (best == 0 || best == Individual) {
		return 0
	}
	return best
}

// titlePart looks up the longest phrase that the words begin with. An unknown
// rank that is known says that the phrase leaves the rank open.
func titlePart(words []string) (rank Rank, taken int, known bool) {
	for n := min(len(words), 3); n > 0; n-- {
		if rank, known = titlePhrases[strings.Join(words[:n], " ")]; known {
			return rank, n, true
		}
	}
	if words[0] == "chief" {
		return chiefRank(words[1:]), len(words), true
	}
	return 0, 1, false
}

// chiefRank tells the chief of something from the most senior of a craft: a
// chief engineer is no officer of the company.
func chiefRank(rest []string) Rank {
	if slices.Contains(rest, "officer") {
		return CLevel
	}
	for _, w := range rest {
		if titlePhrases[w] == Individual {
			return 0
		}
	}
	return CLevel
}

var titleMarks = strings.NewReplacer(".", "", "'s ", " ", "’s ", " ")

// titleWords returns the words of a title in lower case: "V.P., Sales" is vp and
// sales, "director's" is director.
func titleWords(title string) []string {
	s := strings.ToLower(title)
	s = titleMarks.Replace(s)
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// cutServed drops the person served from "assistant to the CEO" and "office of
// the CFO": the rank is not the assistant's.
func cutServed(words []string) []string {
	for i, w := range words {
		if w == "to" || w == "office" && i+1 < len(words) && words[i+1] == "of" {
			return words[:i]
		}
	}
	return words
}

func isPast(word string) bool {
	return word == "former" || word == "ex" || word == "retired" || word == "formerly"
}

// helpers are what a title ends in when it names somebody else's rank first:
// "director's assistant", "executive assistant".
var helpers = map[string]bool{"assistant": true, "secretary": true, "intern": true, "trainee": true, "apprentice": true}

// titlePhrases says what the phrases of a title stand for, longest first in the
// look-up; rank 0 marks phrases that leave it open.
var titlePhrases = phraseTable(map[Rank][]string{
	CLevel: {
		"ceo", "cfo", "cto", "cio", "coo", "cmo", "cro", "ciso", "cso", "cpo", "cco", "cdo", "chro", "clo", "cao", "cxo", "cbo", "cgo",
		"c level", "c suite", "president", "chairman", "chairwoman", "chairperson", "chair", "founder", "cofounder", "owner",
		"managing director", "managing partner", "founding partner", "director general", "general director", "non executive director",
		"nonexecutive director", "board member", "board director", "member of board", "board of directors", "geschäftsführer", "geschäftsführerin",
		"vorstand", "pdg",
	},
	VP: {
		"vp", "svp", "evp", "avp", "gvp", "rvp", "vice president", "vicepresident", "division head", "head of division", "global head", "group head",
		"divisional head",
	},
	Director:    {"director", "head", "dir"},
	ManagerRank: {"manager", "mgr", "lead", "leader", "supervisor", "foreman", "teamlead"},
	Individual: {
		"engineer", "developer", "analyst", "specialist", "consultant", "designer", "scientist", "architect", "accountant", "administrator",
		"coordinator", "representative", "associate", "technician", "researcher", "buyer", "clerk", "programmer", "tester",
		"account executive", "sales executive", "assistant", "secretary", "intern", "trainee", "apprentice", "lead generation", "recruiter",
	},
	0: {
		"chief of staff", "product owner", "process owner", "data owner", "system owner", "business owner", "executive director",
		"art director", "assistant director", "assistant manager", "general manager", "product manager", "project manager", "program manager",
		"programme manager", "account manager", "key account manager", "relationship manager", "community manager", "case manager",
		"office manager", "success manager", "partner manager", "category manager", "brand manager", "head chef", "head teacher", "vice principal",
	},
})

func phraseTable(ranks map[Rank][]string) map[string]Rank {
	table := map[string]Rank{}
	for rank, phrases := range ranks {
		for _, phrase := range phrases {
			table[phrase] = rank
		}
	}
	return table
}

// FromTitle is the source of a classification that only a job title proposed.
const FromTitle = "proposed from the title"

// RankProposed reports whether the rank was proposed from the title and nobody
// has confirmed it yet.
func (c *Contact) RankProposed() bool {
	return c.Rank != 0 && strings.HasPrefix(c.Source, FromTitle) && c.Confirmed.IsZero()
}
