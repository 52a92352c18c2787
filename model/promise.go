package model

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
