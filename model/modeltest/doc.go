// Package modeltest makes books for tests, benchmarks and the demonstration:
// the worked example, large books of made-up people, and strings that break
// programs.
//
// Nothing here is random from one run to the next: the same arguments give the
// same records, so that a test that fails fails again.
//
//	[Example]   the worked example: FreshKart Grocers as planned by CyberTech,
//	            with two smaller accounts beside it and months of history
//	[Generate]  a book of any size, with names from many cultures and scripts
//	[Naughty]   hostile text, for every field and every screen
//
// All people and companies are invented; addresses end in .example, which
// nobody can own.
package modeltest
