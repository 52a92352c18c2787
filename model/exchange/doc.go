// Package exchange turns records into the files other programs read, and the
// files other programs write into records.
//
// The package is pure: bytes and records in, bytes or a [model.Edit] out. It
// opens no file and reads no clock, so the trial run of an import and the real
// one are the same code; whether the edit is applied is the caller's business.
//
// # The map
//
//	json.go      one record, or a list of them, as JSON for scripts
//	book.go      a whole book, or one account, as JSON that reads back to the
//	             same records and writes the same bytes again
//	csvout.go    the records of one kind as CSV
//	charset.go   which encoding a file is in, and its text
//	table.go     CSV as people's programs really write it: delimiter, quotes,
//	             preamble and footer, and the physical line of every row
//	source.go    which program a table comes from, and which heading means
//	             which field: tables of data
//	import.go    tables to one edit: the order of the steps, and the result
//
// # Adding a source
//
// A new CSV dialect is a line in the table of sources and its headings. A new
// file format is a function that yields tables (rows with the line they came
// from); everything after that is shared.
package exchange
