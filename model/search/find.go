package search

import "astute/model"

// Index is what a look-up reads: the account names and the shards, as the file
// keeps them. It is read from two goroutines at once.
type Index interface {
	// Accounts gives the account names by number; number 0 is "".
	Accounts() []string
	// Shards gives the shards of rows, Notes those of long texts, until yield
	// says no. A note's row has the text as its Name: see [NoteOf].
	Shards(yield func(Shard) bool)
	Notes(yield func(Shard) bool)
}

// Query is what is looked for.
type Query struct {
	Text  string
	Kinds []model.Kind // nil means all
	// Account narrows to the rows of the account with that number and to
	// shared kinds; 0 to nothing.
	Account uint32
	// OnlyAccount leaves out the shared kinds; with Account 0 it takes the rows
	// that belong to no account.
	OnlyAccount bool
	Limit       int // how many hits are wanted; 0 means 20
}

// Hit is a record that was found. Score orders hits of one query and means
// nothing else.
type Hit struct {
	ID      model.ID
	Kind    model.Kind
	Account uint32
	Score   int
}
