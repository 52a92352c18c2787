// Package report writes an account plan for people to read: the full plan, the
// plan on one page, and the brief before a call. It is pure: a plan and a day
// go in, text comes out, the same bytes each time.
//
// # The map
//
//	page.go        a page of headings, paragraphs, lists, tables and diagrams, in
//	               no language yet; a heading without content never appears
//	markdown.go    a page as Markdown; all escaping for it is here
//	html.go        a page as one file of HTML that stands alone
//	sheet.go       how high a page is when printed: what promises one sheet of A4
//	               is cut until it fits
//	mermaid.go     the diagrams beside the tables: flow charts; timeaxis.go the
//	               timeline, gantt.go actions over time, pie.go shares of money;
//	               bars.go what HTML draws in the place of a pie, actionbars.go of
//	               a gantt and monthlist.go of a timeline
//	mapsvg.go      [Map], the political map as a picture for a page; what its
//	               marks mean stands in mapsvglegend.go
//	document.go    a page of one plan, which remembers the fields it has shown
//	template.go    [Templates], the documents that a plan is written as, each a
//	               list of sections
//	full.go        the sections of the full plan; each has a file of its own
//	tables.go      sections that are a table of one kind, or a few
//	inone.go       sums of several currencies in one; beyond.go what whitespace there
//	               is besides the open deals
//	standing.go    what most documents begin with, and what they leave out
//	onepage.go     the executive summary; rapid.go the rapid review, quarter.go
//	               the quarterly one, handover.go what a successor needs
//	past.go        looking back, how complete the plan is and what is kept quiet
//	customer.go    the copies for the customer, made of [model.Plan.ForCustomer];
//	               orgsvg.go their picture: who reports to whom
//	brief.go       [Brief], a value that becomes text, Markdown or JSON; briefdue.go
//	               is what is still to be kept and done in it
//	wrap.go        lines no wider than a screen
//
// # Nothing is left out unseen
//
// A section of the full plan is written by hand, because reading order is the
// product. What it shows it shows through the document, which remembers record
// and field; whatever a section does not show of its records follows as a list,
// and records that no section shows follow at the end, by kind. So a field or a
// kind added later is in the plan before anybody thinks of it.
package report
