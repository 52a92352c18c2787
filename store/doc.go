// Package store keeps a book in one file: it opens it, applies edits to it,
// remembers what they were, finds things in it, and keeps it safe.
//
// The file is a bbolt database. Nothing is held while idle: each call opens the
// file, does one transaction and closes it, so that any number of programs can
// work on one file. A [Store] is safe for concurrent use.
//
// # The map
//
//	store.go      Store, Options, ids
//	session.go    one transaction: open, guard against damage, commit, close
//	lock_*.go     the lock on the file, with fine polling and an inode check
//	identity_*.go telling the file from another of the same name
//	header.go     what is checked before bbolt may look at a file
//	pages.go      the shape of the file's trees, quick before each use and whole for doctor
//	create.go     making a new file so that no cut can leave half of one
//	access.go     reading and writing values within a transaction
//	layout.go     the buckets and keys, the checksum on every value, the state of the file
//	wire.go       a record as bytes; origin.go what it remembers of its imports
//	read.go       Get, Plan, Book, Each, Accounts
//	ahead.go      having what is needed of a cold file read at once, as far as the
//	              system tells what is cold (resident_*.go) and takes hints (advise_*.go)
//	apply.go      Apply: compare, check, write, all in one transaction
//	links.go      that every link leads somewhere it may
//	write.go      what every write does: records, ids, index, summaries, journal
//	journal.go    reverse deltas as bytes; undo.go and log.go read them
//	asof.go       PlanAt: a plan as it stood at a place in the journal
//	moment.go     a day of the past, as people where the program runs mean it
//	summary.go    the sum of facts of each account
//	renew.go      bringing what an older version derived up to date
//	index.go      the rows of the look-up, accounts.go the account table; find.go asks
//	              them, resolve.go for what a name stands for
//	checksums.go  adding up those of whole buckets on two processors
//	version.go    noticing for next to nothing that somebody wrote
//	sight.go      telling another book, or another copy of it, in the file's place, and
//	              writing only on top of what was seen; mark.go what both are told by
//	backup.go     rolling verified copies; restore.go is the way back to one
//	prune.go      which of the copies stay
//	forget.go     taking a person out of the book and its past; forgetfiles.go of the
//	              files: the book written anew, its backups, what was left half made
//	doctor.go     is the file sound; rebuilding what is derived
//	info.go       what a person may want to know about the file
//	elsewhere.go  places that are not safe for it; share_*.go tells network shares
//	input.go      reading typed text against the book
//	errors.go     what can go wrong, each with its cure
//
// # What it is to hold
//
// At 100 contacts as at 100,000: [BenchmarkEdit] a durable edit of a field at
// most 2.5 times two syncs, [BenchmarkReadBesideWriter] a read beside somebody who
// writes 5 ms for 99 of 100, [BenchmarkPlan] and [BenchmarkPortfolio] a plan no
// slower than 1.2 times and all accounts within 100 ms. [BenchmarkOpen],
// [BenchmarkUndoRedo], [BenchmarkImport], [BenchmarkDoctor], [BenchmarkFind] and
// [BenchmarkVersion] say what the rest costs; the figures stand beside them.
//
// # The file
//
// Records are the only thing that cannot be computed again. They lie together
// by account, so that a plan is one range. Ids, summaries, the account table and
// the index are derived from them, and are written in the same transaction. The
// journal holds for each edit how to take it back.
//
// Every value ends in a checksum over its key and itself. bbolt opens damaged
// files without a word, so each answer is checked where it is read, and every
// call into bbolt runs where a fault becomes [ErrDamaged] instead of a crash. A
// page can also lose values without a trace, so whoever reads all of something
// compares how many there are with what the file counts.
package store
