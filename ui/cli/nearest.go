package cli

import (
	"slices"

	"astute/model/search"
)

// nearest returns the words in order of how many keys lie between each and what
// was typed, the likeliest first.
func nearest(typed string, words []string) []string {
	sorted := slices.Clone(words)
	slices.SortStableFunc(sorted, func(a, b string) int { return search.Apart(typed, a) - search.Apart(typed, b) })
	return sorted
}

// likely returns the word that was probably meant, "" when none is near enough.
func likely(typed string, words []string) string {
	if near := nearest(typed, words); len(near) > 0 && search.Apart(typed, near[0]) <= 1+len(typed)/4 {
		return near[0]
	}
	return ""
}

// didYouMean is the likely word as the end of a sentence, "" when there is none.
func didYouMean(typed string, words []string) string {
	if word := likely(typed, words); word != "" {
		return ": did you mean " + word + "?"
	}
	return ""
}
