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
// What it is to hold is measured with the real program: [BenchmarkFind] from
// starting it to the end of a look-up, warm and cold, at most 5 times a Go
// program that prints a word, 1.5 times rg over the same rows and a tenth of fzf;
// [BenchmarkCheckAll] a check of 1,000 accounts; and of the workspace in a
// terminal, [BenchmarkTerminalFirstFrame] 20 ms, [BenchmarkTerminalKey] 12 ms
// from a key to its frame for 95 of 100, with what a move sends and how much
// memory is held, [BenchmarkTerminalIdle] what it takes while nothing is done.
//
// Results go to standard output, everything else to standard error. There are
// no colours and no escape bytes: what a terminal shows is what a pipe gets.
package cli
