// Package search finds records by what people remember of them: a name, part
// of a title, the account, with words swapped, accents left out and a letter
// wrong. It is one function for every place where somebody names a record, and
// it is pure: the index comes in as bytes, the answer goes out as IDs.
//
// # The map
//
//	fold.go     what does not matter between two ways of writing a name
//	row.go      what of a record is looked up: [RowOf], [NoteOf]
//	aliases.go  what else people are asked for by: short names, other spellings
//	shard.go    [Shard], 512 rows in one block of bytes, read where it lies
//	mask.go     the letters of a text as one word, to pass over rows at once
//	find.go     [Find]: the tiers, and who comes before whom
//	scan.go     one pass over all rows, on two goroutines
//	term.go     a query's words, and what their letters ask of a row
//	places.go   where a row could hold a term, as far as its letters tell
//	match.go    how well a term fits a field as it is written
//	phone.go    digits looked for inside phone numbers
//	fillers.go  words around a name, left out where nothing has them
//	near.go     how well it fits with letters left out or one letter wrong
//	apart.go    how many letters two words are apart
//	best.go     the few best hits of a pass
//	resolve.go  [Resolve]: what a NAME on the command line stands for
//	filter.go   the language of "/" and --where: [ParseFilter]
//	compare.go  what "field:value" means for each type of field
//	words.go    the words that stand alone in a filter: late, gap, mine
//
// # How a look-up works
//
// The query is folded and split into terms, and every term must fit somewhere:
// in the record's name, its title, its address, its account's name or the word
// for its kind. Tiers follow each other, each only when those before gave too
// little: terms as they are written (in whole words, beginnings, initials);
// then long texts; then terms with letters left out ("jsmth") and with one
// letter wrong ("smiht"). A hit of an earlier tier stands before every hit of a
// later one.
//
// Measured on this index, raw subsequence matching put the right person first
// for a third of what people type and a full-screen fuzzy finder for three
// quarters. [TestLookUpQuality] asks some 3,700 queries of 70 kinds and holds the
// tiers at 97 in a hundred found first, 99 among ten, and no kind below 80 and 90;
// -book=100000 asks them of the big book, with -v for each kind's share. There it
// is 98.8 and 99.8, of real names 98.9 and 99.8. The weakest kinds are those that
// can be read in two ways: initials before an account, which may be a beginning,
// and two letters of an account, which may be somebody's initials.
//
// [BenchmarkKeystroke] is one key in the look-up's line at up to 100,000
// contacts, [BenchmarkScan] what each key costs at least, [BenchmarkPut] the
// index's part of an edit.
package search
