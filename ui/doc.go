// Package ui is the workspace: the full screen in which a plan is seen and kept.
//
// It holds the program's only tea.Model. A message goes one way, always the
// same: what comes from outside (a size, a plan that was read, an edit that was
// written, a tick), then the overlay on top, then the commands that hold
// everywhere, then the pane that has the keys. Panes and overlays are plain
// values; what they want done they return as a [pane.Request], served in the
// same step. Reading and writing the file happens in commands that close over
// values, and comes back as a message that says which account it belongs to.
//
// While something is being written, keys wait: what was typed after it is meant
// for what comes of it. They are given their turn when the answer is there; but
// a page that is closed with what it writes keeps them from what lies behind it.
//
//	run.go        Options, Run
//	first.go      the first frame, at once
//	suspend.go    letting go of the terminal, and taking it again
//	store.go      what is needed of the file
//	workspace.go  the state, and the one Update
//	start.go      the first plan, and what the first frame does not wait for
//	keys.go       from a key to whoever it is meant for
//	word.go       the rest of a word whose first letter saved a choice
//	paste.go      telling a paste from keys
//	rawpaste.go   putting a paste that came as keys into its field
//	commands.go   the commands that hold everywhere
//	serve.go      from a request to what it does
//	remove.go     removing records with what goes with them
//	edit.go       one field where it stands; formover.go is the form of a whole record
//	capture.go    a record in one line; jot.go what one writes down right after a call
//	outside.go    long texts in the person's editor
//	ask.go        questions before something takes effect; choose.go a choice by typing part of it
//	lookup.go     finding anybody and anything; palette.go finds commands, filterline.go filters a pane
//	reader.go     texts to read; brief.go is the one screen before a call
//	export.go     the plan as a document; exportfile.go writes it whole or not at all; backup.go copies the file while nobody types
//	welcome.go    the first screen of an empty book; who.go asks who sits at the keyboard
//	remap.go      the keys of the settings
//	signals_*.go  a terminal that goes away, a program that is stopped and goes on
//	file.go       reading and writing, and the messages that come of it
//	allaccounts.go how all accounts stand, while somebody looks at it
//	sync.go       noticing what others wrote
//	gone.go       a file that is missing, or can only be read; sealed.go says so where one types
//	another.go    another book in its place, or another copy of it
//	undo.go       taking back, and where it asks first
//	beside.go     a brief on another account than the one that is open
//	draw.go       the screen: header, panes, tabs, hints
//	header.go     the one line that says how the account stands
//	said.go       the status line and what was said before
//	alias.go      the words of the screen in a filter
//	filterhint.go what can follow in one
//	looks.go      how tables look, kept for the next start
//	columns.go    choosing the columns of a table
//	help.go       keys and marks, explained
//	memory.go     where one stood, kept between sessions
//	drafts.go     what is typed and not saved, kept as it is typed
//	offer.go      offering it again
//	letters.go    a list chosen from by letter
//	join.go       drawing a line between two people
//	overlay.go    what lies over the panes
//	today.go      what is due across all accounts
//	board.go      a page over the panes with a cursor; study.go opens one of those about people:
//	              warnings.go, whatif.go, coverage.go and coverageview.go, sweep.go, guide.go
//	difference.go what changed since a day, and the account as it was
//	duplicates.go who may be there twice; merging.go is the two side by side, made one
//	import.go     taking files in: importask.go asks for them, importview.go shows what would come
//	              of it, importsay.go has a person say how a column is read
//	triggers.go   going through what a milestone or a leaver puts in doubt
//	archive.go    accounts that are put away; rollover.go takes a plan into its next period
//	reviewing.go  which type of review to add, or to hold
//	room.go       a review being held: roomclock.go its parts and their time, roomnotes.go what is
//	              written down, roomdraft.go keeping that as it is typed, roomview.go drawing it
//	tour.go       leading through the workspace; toursteps.go is what it says
//	mouse.go      clicks and the wheel
//	clipboard.go  sending text to the clipboard
package ui
