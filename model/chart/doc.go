// Package chart lays pictures of a plan out as values: which label stands where,
// in columns and rows of characters, and which way the lines between them take.
// The screen draws them with colour, the command line as text, a document as a
// drawing; all of them show the same picture, because the layout is made here,
// once, and purely.
//
//	names.go    short names for people that stay unambiguous
//	map.go      the political map: people by rank and political status
//	labels.go   the columns, and who stands where in a cell
//	rows.go     how the height is shared among the ranks, key players first
//	ties.go     who is tied to whom, and which ties a map shows
//	standard.go which lines a map shows unless asked for others
//	lines.go    which ties are drawn where there is not room for all
//	route.go    the way of one line around the labels and over other lines
//	tolls.go    what entering each cell of a map costs a line
//	look.go     from ways to characters: strokes, corners, crossings, arrow heads
//	text.go     the map as lines of text
//	legend.go   what the marks and the lines mean, and what is not shown
//	org.go      the org chart: who reports to whom, as a tree of rows
//	timeline.go events on an axis of time
//	matrix.go   the whitespace matrix: units, products, sums, and a part of it
//	ledger.go   tables with sentences, set into lines of a width
//	moneyparts.go the parts of what there is to say of the money of an account
//	ledgercell.go, ledgerdeals.go, ledgerrevenue.go, ledgertime.go, ledgerrates.go  each of them
//	            as such tables
package chart
