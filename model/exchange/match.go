package exchange

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"astute/model"
	"astute/model/search"

	"golang.org/x/text/unicode/norm"
)

// foldName folds what does not make two ways of writing a name different: case,
// width, composed accents, and how many blanks.
func foldName(name string) string {
	plain := true
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c >= 0x80 || 'A' <= c && c <= 'Z' || c == '\t' || c == '\n' || c == ' ' && (i == 0 || i == len(name)-1 || name[i+1] == ' ') {
			plain = false
			break
		}
	}
	if plain {
		return name
	}
	return strings.Join(strings.Fields(strings.ToLower(norm.NFKC.String(name))), " ")
}

// companyKey folds what does not make two companies different: case, accents,
// blanks and punctuation. Signs that names live by stay ("C&A", "C++"), and so
// does what parts two numbers. Legal forms stay too: whether "Global Ventures" is
// "Global Ventures, Inc." is for a person to say.
func companyKey(name string) string {
	folded := search.Fold(name)
	key := make([]byte, 0, len(folded))
	last, apart := rune(0), false
	for _, r := range folded {
		if r == ' ' || unicode.IsPunct(r) && !strings.ContainsRune("&#@%", r) {
			apart = true
			continue
		}
		if apart && unicode.IsDigit(last) && unicode.IsDigit(r) {
			key = append(key, ' ')
		}
		key, last, apart = utf8.AppendRune(key, r), r, false
	}
	if len(key) == 0 {
		return foldName(name) // nothing but signs
	}
	return string(key)
}

// personNames returns the folded forms that a person's name is looked up under:
// without accents and case, and "Müller, Hans" as "hans muller" too.
func personNames(name string) []string {
	folded := search.Fold(name)
	if folded == "" {
		return nil
	}
	last, first, comma := strings.Cut(folded, ",")
	last, first = strings.TrimSpace(last), strings.TrimSpace(first)
	if comma && last != "" && first != "" && !strings.Contains(first, ",") {
		return []string{first + " " + last, folded}
	}
	return []string{folded}
}

// legalForms are the words by which two names of one company differ most.
var legalForms = map[string]bool{
	"inc": true, "incorporated": true, "ltd": true, "limited": true, "llc": true, "llp": true, "lp": true, "plc": true, "corp": true, "corporation": true,
	"co": true, "company": true, "gmbh": true, "ag": true, "kg": true, "se": true, "sa": true, "sas": true, "sarl": true, "srl": true, "spa": true,
	"bv": true, "nv": true, "ab": true, "as": true, "oy": true, "pty": true, "group": true, "holding": true, "holdings": true, "the": true,
	"technologies": true, "solutions": true, "agency": true,
}

// longWords are those of them that are no legal form, but words of a name.
var longWords = map[string]bool{"group": true, "holding": true, "holdings": true, "the": true, "technologies": true, "solutions": true, "agency": true}

// looseName folds a company's name to what is left without legal form and
// punctuation: good enough to ask, never to decide.
func looseName(name string) string {
	words := strings.FieldsFunc(foldName(strings.ReplaceAll(name, ".", "")), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	kept := words[:0]
	for _, w := range words {
		if !legalForms[w] {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// foldEmail returns the form in which e-mail addresses are compared, "" for
// what is none.
func foldEmail(email string) string {
	local, domain, ok := strings.Cut(email, "@")
	if !ok || local == "" || !strings.Contains(domain, ".") || strings.IndexFunc(email, unfitForEmail) >= 0 || strings.Contains(domain, "@") ||
		strings.HasPrefix(domain, ".") || strings.HasSuffix(domain, ".") {
		return ""
	}
	return strings.ToLower(email)
}

func unfitForEmail(r rune) bool {
	switch r {
	case ' ', '\t', '\n', ',', ';', '<', '>', '"', '(', ')':
		return true
	}
	return false
}

// foldProfile returns the form in which links to profiles are compared: without
// scheme, www., query and trailing slash, in lower case; "" for what leads to no
// person's page.
func foldProfile(link string) string {
	s := strings.ToLower(strings.TrimSpace(link))
	s, _, _ = strings.Cut(s, "?")
	s, _, _ = strings.Cut(s, "#")
	s = strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
	s = strings.TrimRight(strings.TrimPrefix(s, "www."), "/")
	if host, path, ok := strings.Cut(s, "/"); !ok || path == "" || !strings.Contains(host, ".") {
		return ""
	}
	return s
}

// sameName reports whether two names can be one person's: equal, one of them
// not known, or the same last word after the same first letter ("M. Chen",
// "Michael Chen").
func sameName(a, b string) bool {
	a, b = foldName(sayName(a)), foldName(sayName(b))
	if a == b || a == "" || b == "" {
		return true
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) < 2 || len(y) < 2 || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	first, second := strings.TrimSuffix(x[0], "."), strings.TrimSuffix(y[0], ".")
	if len([]rune(first)) == 1 || len([]rune(second)) == 1 {
		return []rune(first)[0] == []rune(second)[0]
	}
	return first == second
}

// keptName is [sameName] for one address used years apart: a person may have
// married, so the same first name is enough.
func keptName(a, b string) bool {
	if sameName(a, b) {
		return true
	}
	x, y := strings.Fields(foldName(sayName(a))), strings.Fields(foldName(sayName(b)))
	return len(x) > 0 && len(y) > 0 && len(x[0]) > 2 && x[0] == y[0]
}

// samePhone reports whether two numbers are one, written differently: the same
// digits, or one with the country's code before it.
func samePhone(a, b string) bool {
	x, y := digitsOf(a), digitsOf(b)
	if len(x) < 7 || len(y) < 7 {
		return a == b
	}
	return strings.HasSuffix(x, strings.TrimLeft(y, "0")) || strings.HasSuffix(y, strings.TrimLeft(x, "0"))
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// hit is a record found under a key, and how many there are.
type hit struct {
	id model.ID
	n  int
}

// index finds records by what identifies them. The zero value is ready.
type index struct {
	external map[sourceKey]model.ID
	hashes   map[uint64]model.ID
	profiles map[string]hit
	emails   map[string]hit
	people   map[personKey]hit
	accounts map[string][]model.ID // by companyKey
	loose    map[string]model.ID   // accounts by loose name
	team     map[string][]model.ID // by personNames
}

func newIndex(size int) *index {
	return &index{
		external: map[sourceKey]model.ID{}, hashes: make(map[uint64]model.ID, size), profiles: map[string]hit{}, emails: make(map[string]hit, size),
		people: make(map[personKey]hit, size), accounts: map[string][]model.ID{}, loose: map[string]model.ID{}, team: map[string][]model.ID{},
	}
}

// count notes one more record under a key; the same record twice is one.
func count[K comparable](m map[K]hit, key K, id model.ID) {
	var none K
	if key == none {
		return
	}
	h := m[key]
	switch {
	case h.n == 0:
		m[key] = hit{id, 1}
	case h.id != id:
		m[key] = hit{h.id, h.n + 1}
	}
}

// sourceKey is a record's id at a source.
type sourceKey struct {
	kind       model.Kind
	source, id string
}

func externalKey(kind model.Kind, source, id string) sourceKey {
	return sourceKey{kind, source, id}
}

// identityKey is the key under which an id tells records apart: without a
// program behind them ids count only together with the name, because every list
// numbers its rows from 1. Where there is no name the id is all there is.
func identityKey(kind model.Kind, source, id, name string) sourceKey {
	if source == sourceGeneral && name != "" {
		id += "\t" + foldName(name)
	}
	return externalKey(kind, source, id)
}

// personKey is a contact's folded name and account.
type personKey struct {
	folded  string
	account model.ID
}

// addNamed notes a record under the keys of a name.
func addNamed(m map[string][]model.ID, id model.ID, keys ...string) {
	for _, key := range keys {
		if key != "" && !slices.Contains(m[key], id) {
			m[key] = append(m[key], id)
		}
	}
}

// lookUp returns the records noted under any of the keys.
func lookUp(m map[string][]model.ID, keys ...string) []model.ID {
	if len(keys) == 1 {
		return m[keys[0]]
	}
	var all []model.ID
	for _, key := range keys {
		for _, id := range m[key] {
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	return all
}

// book notes a record of the book under all it is known by, what it was called
// when it was imported included: a name that the user improved since is still
// the name in the other program's file.
func (ix *index) book(r model.Record, m memory) {
	id := r.Base().ID
	for _, e := range m {
		if e.external != "" {
			was, _ := e.get(nameKey)
			ix.addExternal(r.Kind(), e.source, e.external, was, id)
			ix.addExternal(r.Kind(), e.source, e.external, nameOf(r), id)
		}
		for _, h := range e.hashes {
			ix.hashes[h] = id
		}
	}
	if full := typedID(r, m); full != "" {
		if _, taken := ix.external[externalKey(r.Kind(), sourceSalesforce, full)]; !taken {
			ix.external[externalKey(r.Kind(), sourceSalesforce, full)] = id
		}
	}
	switch r := r.(type) {
	case *model.Account:
		ix.nameAccount(r.Name, id)
		for _, e := range m {
			if name, ok := e.get(nameKey); ok {
				ix.nameAccount(name, id)
			}
		}
	case *model.Teammate:
		addNamed(ix.team, id, personNames(r.Name)...)
		if m.of(sourceMerged) != nil {
			for _, e := range m {
				name, _ := e.get(nameKey)
				addNamed(ix.team, id, personNames(name)...)
			}
		}
	case *model.Contact:
		ix.person(r.Name, r.Email, r.Profile, r.Account, id)
		for _, e := range m {
			email, _ := e.get(emailKey)
			profile, _ := e.get(profileKey)
			count(ix.emails, foldEmail(email), id)
			count(ix.profiles, foldProfile(profile), id)
		}
	}
}

// Keys of the memory by which a record is found again after the user changed
// the field.
const (
	nameKey    = "10"
	emailKey   = "26"
	profileKey = "30"
)

// nameOf returns the name of a record of a kind that people are found by,
// without listing its fields.
func nameOf(r model.Record) string {
	switch r := r.(type) {
	case *model.Account:
		return r.Name
	case *model.Contact:
		return r.Name
	case *model.Teammate:
		return r.Name
	}
	return model.Title(r, nil)
}

// addExternal notes a record under its id at a source, and the name it has there.
func (ix *index) addExternal(kind model.Kind, source, external, name string, id model.ID) {
	ix.external[externalKey(kind, source, external)] = id
	if source == sourceGeneral {
		ix.external[identityKey(kind, source, external, name)] = id
	}
}

func (ix *index) nameAccount(name string, id model.ID) {
	addNamed(ix.accounts, id, companyKey(name))
	if loose := looseName(name); loose != "" {
		if _, taken := ix.loose[loose]; !taken {
			ix.loose[loose] = id
		}
	}
}

func (ix *index) person(name, email, profile string, account, id model.ID) {
	count(ix.emails, foldEmail(email), id)
	count(ix.profiles, foldProfile(profile), id)
	count(ix.people, personKey{foldName(name), account}, id)
}
