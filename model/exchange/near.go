package exchange

import (
	"slices"

	"astute/model"
	"astute/model/search"
)

// meant is the end of a sentence that offers the word which was probably meant,
// "" when none is near enough.
func meant(typed string, words []string) string {
	if len(words) == 0 {
		return ""
	}
	near := slices.MinFunc(words, func(a, b string) int { return search.Apart(typed, a) - search.Apart(typed, b) })
	if search.Apart(typed, near) > 1+len(typed)/4 {
		return ""
	}
	return ": did you mean " + near + "?"
}

// fieldNames are the names of fields that a person may map a column to.
func fieldNames(fields []model.Field) (names []string) {
	for _, f := range fields {
		if !f.Hidden && !f.Fixed {
			names = append(names, f.Name)
		}
	}
	return names
}

// linksOf are the names of the fields that lead to other records.
func linksOf(fields []model.Field) (names []string) {
	for _, f := range fields {
		if t := f.Type(); !f.Hidden && !f.Fixed && (t == model.TypeLink || t == model.TypeLinks) {
			names = append(names, f.Name)
		}
	}
	return names
}

// fewAccounts is up to how many accounts every name that a row brings is compared
// with all of them.
const fewAccounts = 2000

// misspelt returns the account of almost the same name as one that a row names,
// the zero ID for none, or several.
func (im *importer) misspelt(name string) (found model.ID) {
	key := companyKey(name)
	if len(key) < 6 || len(im.ix.accounts) > fewAccounts {
		return model.ID{}
	}
	for other, ids := range im.ix.accounts {
		if len(other) > len(key)+1 || len(other) < len(key)-1 || search.Apart(key, other) > 1+len(key)/16 || key == other {
			continue
		}
		if !found.IsZero() || len(ids) > 1 {
			return model.ID{}
		}
		found = ids[0]
	}
	return found
}
