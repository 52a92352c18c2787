package model

import "strings"

// Promises parts what was written down of an interaction into what it was about
// and what each side promised: from a word "we:" or "they:" on it is theirs to
// whom it belongs.
func Promises(text string) (about, ours, theirs string) {
	into := &about
	add := func(segment string) {
		if segment = strings.Trim(segment, "; \t\n"); segment != "" {
			*into = strings.TrimPrefix(*into+" "+segment, " ")
		}
	}
	from, wordAt := 0, 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && !strings.ContainsRune(" \t\n:", rune(text[i])) {
			continue
		}
		if i < len(text) && text[i] == ':' {
			if to := map[string]*string{"we": &ours, "they": &theirs}[strings.ToLower(text[wordAt:i])]; to != nil {
				add(text[from:wordAt])
				into, from = to, i+1
			}
		}
		if i < len(text) && text[i] != ':' {
			wordAt = i + 1
		}
	}
	add(text[from:])
	return about, ours, theirs
}

// Theirs reports whether an action is for the customer to do: a contact owns it,
// or its function says so, whoever of us sees to it (domain section 5).
func Theirs(p *Plan, a *Action) bool {
	_, contact := Lookup[*Contact](p.Book, a.Owner)
	return contact || a.Function == ActionCustomer
}

// StandsForTheirs reports whether an action that serves an interaction stands for
// what the customer promised there: one of [Theirs] does, any other for what we
// promised; where only one side promised something every action is for that
// (domain section 2).
func StandsForTheirs(i *Interaction, theirs bool) bool {
	return i.WePromised == "" || i.TheyPromised != "" && theirs
}
