package model

import "strings"

// Fact is something countable that one record adds to its account's [Summary].
type Fact struct {
	Key string
	N   int64
}

// Summary is the sum of the facts of an account's records: what a portfolio of
// a thousand accounts reads instead of a thousand plans. It holds facts only,
// never a verdict: what is late or overdue is said when it is read, with the
// day (see [RowOf]). Facts add and subtract, so it is kept up by the difference
// of each edit.
type Summary map[string]int64

// AccountSummary is an account as the portfolio reads it.
type AccountSummary struct {
	ID      ID
	Name    string
	Summary Summary
}

// Summarise returns the summary of the records.
func Summarise(records []Record) Summary {
	s := Summary{}
	for _, r := range records {
		s.Add(Facts(r))
	}
	return s
}

// Add adds facts.
func (s Summary) Add(facts []Fact) {
	for _, f := range facts {
		s.add(f.Key, f.N)
	}
}

// AddAll adds the facts of another summary.
func (s Summary) AddAll(other Summary) {
	for key, n := range other {
		s.add(key, n)
	}
}

// Subtract takes facts away.
func (s Summary) Subtract(facts []Fact) {
	for _, f := range facts {
		s.add(f.Key, -f.N)
	}
}

func (s Summary) add(key string, n int64) {
	if n += s[key]; n != 0 {
		s[key] = n
	} else {
		delete(s, key) // so that equal books have equal summaries
	}
}

// Count returns how many records of the kind there are.
func (s Summary) Count(k Kind) int { return int(s[factCount+k.String()]) }

// Records returns how many records there are, of all kinds.
func (s Summary) Records() int {
	count := int64(0)
	s.each(factCount, func(_ string, n int64) { count += n })
	return int(count)
}

// Archived reports whether the account was put away: who lists accounts leaves it
// out unless it is asked for.
func (s Summary) Archived() bool { return s[factAccount+"archived/yes"] > 0 }

// AccountText returns the canonical text of one of the account's own fields: a
// choice, link, day, number, amount or yes. Other fields are not in a summary.
func (s Summary) AccountText(field string) string {
	for key := range s {
		if rest, ok := strings.CutPrefix(key, factAccount+field+"/"); ok {
			return rest
		}
	}
	return ""
}

// Currencies returns how many amounts there are in each currency.
func (s Summary) Currencies() map[Currency]int {
	counts := map[Currency]int{}
	s.each(factCurrency, func(code string, n int64) { counts[Currency(code)] = int(n) })
	return counts
}

// MostUsed returns the currency with the most amounts, of equal ones the first by
// its code; "" where there are none.
func MostUsed(counts map[Currency]int) (most Currency) {
	for code, n := range counts {
		if d := n - counts[most]; d > 0 || d == 0 && code < most {
			most = code
		}
	}
	return most
}

// each calls fn for every key that begins with the prefix.
func (s Summary) each(prefix string, fn func(rest string, n int64)) {
	for key, n := range s {
		if rest, ok := strings.CutPrefix(key, prefix); ok {
			fn(rest, n)
		}
	}
}
