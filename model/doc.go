// Package model is the planning language: the kinds of record an account plan
// is made of, the fields they have, the words those fields take, and the rules
// that can be computed from them.
//
// The package is pure. It imports the standard library only, reads no clock and
// does no I/O: whoever calls it passes in the day, the randomness and the names
// it needs. That is what lets the file, the screen, the command line and every
// document share one meaning.
//
// # The map
//
// A [Record] is a plain struct with a [Head] and a list of [Field] values bound
// to it by pointer. A field is declared once, in the Fields method beside its
// struct, with a number that never changes; the form, the table column, the
// query, CSV, JSON, the file and the documents all follow from that line.
//
//	value types   [ID] [Instant] [Date] [Number] [Money] [Choice] [Choices]
//	fields        [Field] binds one of them; [Field.Set] is the door through
//	              which typed and imported text comes in, [Field.Parse] the way
//	              back from the file
//	kinds         one file each (account.go, contact.go, ...), one line each in
//	              kinds.go; a [Spec] says what is special about a kind
//	books         a [Book] is a set of records; a [Plan] is the book of one
//	              account together with the shared records
//	edits         an [Edit] is a value: a label and a list of [Change], each the
//	              record before and after. Nothing else ever changes a book
//	merging       a [Merging] makes one record of two, as one edit; see merge.go, mergeedit.go
//	differences   a [Diff] is what became of a plan between two days, in records
//	              and in words; see diff.go
//	rules         pure functions of a plan and a day, each of which answers with
//	              its reasons, and with what to ask where it cannot: people in
//	              politics.go and its neighbours; what the customer wants in
//	              insight.go and fit.go; work in execution.go, recurring.go and waiting.go;
//	              the account as a whole in health.go and lookback.go
//	triggers      what a milestone or a leaver puts in doubt: triggers.go
//	money rules   exact, by currency: sums.go and total.go add up, pipeline.go,
//	              winloss.go, renewals.go and roi.go judge deals and contracts,
//	              whitespace.go, share.go and revenuegap.go the account
//	check         warnings.go runs the rules that find what is doubtful, missing
//	              or overdue; warningrules.go and checkrules.go are their tables;
//	              completeness.go counts what a plan lacks, silence.go keeps a
//	              rule quiet, warningaction.go makes a finding an action
//
// # Unknown is not bad
//
// The zero value of every type means "not known yet". A rule that needs an
// unknown value says so and names what to ask; it never counts it as a no.
//
// # Adding to the language
//
// A new field is two adjacent lines: the struct field, and its line in Fields
// with the next free number. A new kind is one file and one line in kinds.go.
// Numbers and kinds are written to files, so they are append-only; a golden
// test holds them.
package model
