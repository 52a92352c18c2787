package exchange

import (
	"strings"

	"astute/model"
	"astute/model/search"
)

// Programs call a company by different names. Where everybody whom a file has in a
// company is here already, all in one account that is called alike, the company is
// that account: one made for its name would have nobody in it.

// alias is an account whom a name of a file stands for, and what was found of it.
type alias struct {
	name   string
	id     model.ID
	people int
	domain string // of the people's addresses, "" where they have none in common
	not    bool   // the name stands for nobody here
}

// findAliases finds the accounts whom the companies of a sheet of people stand for.
func (im *importer) findAliases(s *sheet) {
	if s.kind != model.KindContact || s.own() || s.account == nil || !im.o.Account.IsZero() || len(im.book.Of(model.KindContact)) == 0 {
		return
	}
	found := map[string]*alias{}
	for i, row := range s.Rows {
		k := &s.keys[i]
		name := model.CleanLine(s.account.first(row, "name"))
		if k.nothing || k.reject != "" || name == "" {
			continue
		}
		a := found[companyKey(name)]
		if a == nil {
			_, fit := im.findAccount(s, row, name, sourceID(s.source, s.account.first(row, roleExternal)))
			a = &alias{name: name, not: fit > 0}
			found[companyKey(name)] = a
		}
		if !a.not {
			a.not = !im.meets(a, s, row, k)
		}
	}
	for key, a := range found {
		if !a.not && im.calledAlike(a) {
			if s.aliases == nil {
				s.aliases = map[string]*alias{}
			}
			s.aliases[key] = a
		}
	}
}

// meets takes another of the company's people in; it reports false where they are
// not here, or not where the others are.
func (im *importer) meets(a *alias, s *sheet, row Row, k *rowKeys) bool {
	if k.noPerson {
		return false
	}
	c, ok := im.book.Get(im.find(s, row, k, model.ID{})).(*model.Contact)
	if !ok || c.Account.IsZero() || !a.id.IsZero() && a.id != c.Account || im.foreign(c.Account, s.source, sourceID(s.source, s.account.first(row, roleExternal))) {
		return false
	}
	_, domain, _ := strings.Cut(k.email, "@")
	if a.people == 0 {
		a.domain = domain
	} else if a.domain != domain {
		a.domain = ""
	}
	a.id = c.Account
	a.people++
	return true
}

// calledAlike reports whether the account's name and the company's are alike: the
// same but for the legal form, or both begin with the domain of their people's
// addresses.
func (im *importer) calledAlike(a *alias) bool {
	here, there := looseName(search.Fold(im.name(a.id))), looseName(search.Fold(a.name))
	if here != "" && here == there {
		return true
	}
	label, _, _ := strings.Cut(a.domain, ".")
	joined := func(name string) string { return strings.ReplaceAll(name, " ", "") }
	return len(label) > 2 && strings.HasPrefix(joined(here), label) && strings.HasPrefix(joined(there), label)
}

// sayAliases says which companies were taken for accounts of other names.
func (im *importer) sayAliases(s *sheet) {
	if s.aliases == nil {
		return
	}
	var list []string
	told := map[string]bool{}
	for _, row := range s.Rows {
		key := companyKey(model.CleanLine(s.account.first(row, "name")))
		if a := s.aliases[key]; a != nil && !told[key] {
			told[key] = true
			list = append(list, a.name+" for "+im.name(a.id))
		}
	}
	if len(list) > 0 {
		im.say("%s: %s taken for one here of another name, in which all its people are: %s", s.File, model.Count(len(list), "account was", "accounts were each"), listed(list))
	}
}
