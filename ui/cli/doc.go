// Package cli is the command line: everything the program can do, as commands
// that people and scripts can use.
//
// # The map
//
//	program   one run: its environment, settings, day and file (program.go);
//	          interrupts and what must be tidied after them (interrupt.go)
//	root      the table of commands, and what a bare call does (root.go)
//	commands  one file each, named like the command, with its transcript in
//	          testdata/script beside it
//	input     NAME and its narrowing flags (name.go), field=value (assign.go),
//	          a record as text in an editor (text.go, editor.go)
//	output    tables (table.go), files (write.go), long text (pager.go), help
//	          and the man page from the same table of commands (help.go, man.go)
//	exit      every error becomes an exit code and one line in one place (exit.go)
//
// Results go to standard output, everything else to standard error. There are
// no colours and no escape bytes: what a terminal shows is what a pipe gets.
package cli
