// Package chart lays pictures of a plan out as values: which label stands where,
// in columns and rows of characters. The screen draws them with colour, the
// command line as text, a document as a drawing; all of them show the same
// picture, because the layout is made here, once, and purely.
//
//	names.go    short names for people that stay unambiguous
//	map.go      the political map: people by rank and political status
//	rows.go     how the height is shared among the ranks, key players first
//	text.go     the map as lines of text
//	timeline.go events on an axis of time
package chart
