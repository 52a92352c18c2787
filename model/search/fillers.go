package search

import "strings"

// fillers are words that people put around a name and that no record need have:
// how somebody is addressed, small words, what is wanted of the person. Folded,
// each between blanks.
const fillers = " mr mrs ms miss mister madam sir dr prof" +
	" herr frau hr fr dipl ing" +
	" m mme mlle monsieur madame mademoiselle" +
	" sr sra srta senor senora don dona" +
	" the a an of at from for in and with" +
	" der die das den dem von bei aus und zu zum zur im" +
	" le la les l de du des chez et au aux" +
	" el los las del en y con" +
	" phone tel telephone telefon mobile cell number email mail contact "

// withoutFillers returns the query without the words around a name, and whether
// there were any and something is left.
func (q Query) withoutFillers() (Query, bool) {
	all := terms(q.Text)
	var kept []string
	for _, t := range all {
		if !strings.Contains(fillers, " "+t.plain+" ") {
			kept = append(kept, t.plain)
		}
	}
	if len(kept) == 0 || len(kept) == len(all) {
		return q, false
	}
	q.Text = strings.Join(kept, " ")
	return q, true
}
