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
//	calendar.go  what has a day, as iCalendar
//	calendarevent.go  one record as an event or to-do, and how reviews come round
//	vcardout.go  contacts as cards
//	contentline.go  the lines that calendars and cards are made of
//
//	charset.go   which encoding a file is in, and its text
//	scan.go      text to rows of cells
//	table.go     rows to a [Table]: delimiter, headings below a preamble, footer,
//	             and the physical line of every row
//	vcard.go     the properties of cards, of versions 2.1, 3.0 and 4.0
//	vcardtable.go  cards to a [Table]; vcardown.go those that we wrote, vcardwords.go what
//	               a card says, property by property
//	xlsx.go      sheets of a workbook, which package workbook reads, to a [Table]
//	headings.go  which heading of which program means which field: data
//	headingskinds.go  by which headings the kind of the rows is told
//	headingscrm.go  those of CRMs
//	headingspeople.go  those of address books
//	headingslocal.go  what they are called in German, French and Spanish
//	choicewords.go  what people write below them there, for the words of choices
//	source.go    what the columns of a table mean
//	recognise.go  which program a table comes from, and what its rows are
//	proof.go     what a column of dates or numbers proves about its cells
//
//	bookin.go    a book in JSON brought into another
//	writtenday.go  days whose month is a word
//	import.go    [Import]: tables to one edit, and the order of the steps
//	mapping.go   what a person said about how a table is read: a [Mapping]
//	reading.go   how each table is read, for people to look at first: a [Reading]
//	slab.go      making many values at a time
//	rows.go      what identifies a row, and the accounts that rows are or name
//	people.go    the record that a row is, found or made
//	later.go     what rows say of people whom they make, on several cores
//	near.go      what was probably meant by a word that nothing is called
//	match.go     when two names, addresses or numbers are one
//	fill.go      cells to fields
//	currencies.go  what currency a column of amounts is in
//	amountscale.go  amounts that are in thousands or millions
//	fractions.go  shares that are fractions of one
//	ghosts.go    companies that are accounts here under another name
//	personname.go  full names that are written family name first
//	several.go   cells that hold all that a row is linked to
//	deals.go     stages that the house has renamed
//	draft.go     which of two values stands
//	memory.go    what a record remembers of its imports; shelf.go has few for many rows
//	brought.go   what is remembered, in words, for who asks what is held of them
//	links.go     links between records, in whatever order they came
//	linktargets.go  whom a name or an id of a link means, found or made
//	myself.go    whom "me" means in a column of owners
//	inpart.go    people whom a file names by part of their name
//	open.go      links that lead nowhere yet, until a later import completes them
//	waiting.go   which of several ids a link takes, and what stands for a record to come
//	team.go      rows that say who is in the team of which account
//	remarks.go   what is said about single rows: in which order, and how much
//	folded.go    lists that are taken for accounts and are hardly any
//	finish.go    the edit, and what is said about it
//
//	duplicates.go  which two may be one, and why; duplicatepeople.go compares people
//	joined.go    what is remembered of two that became one, or are said to be two
//
// # Adding a source
//
// A new CSV dialect is a line in the table of sources and its headings. A new
// file format is a function that yields tables (rows with the line they came
// from); everything after that is shared.
package exchange
