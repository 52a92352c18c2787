package search

import "strings"

// Apart counts the letters to add, drop, change or swap that turn a into b; a
// word that the other begins is near.
func Apart(a, b string) int {
	a, b = strings.ToLower(a), strings.ToLower(b)
	if len(a) >= 3 && (strings.HasPrefix(b, a) || strings.HasPrefix(a, b)) {
		return 1
	}
	// What both begin and end with is no difference.
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	// Rows of the table of distances between the beginnings of both words.
	var room [3 * 16]int // for most words
	rows := room[:]
	if n := 3 * (len(b) + 1); n > len(rows) {
		rows = make([]int, n)
	}
	n := len(rows) / 3
	before, last, row := rows[:n], rows[n:2*n], rows[2*n:]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
