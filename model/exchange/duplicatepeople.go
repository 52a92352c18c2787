package exchange

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"astute/model"
	"astute/model/search"
)

// person is a contact as it is compared.
type person struct {
	contact *model.Contact
	name    string   // folded, first name first
	words   []string // of it
	sorted  string   // the words in the order of the alphabet: the same for swapped names
	email   string
	domain  string // of a company
	profile string
	home    string // the account, or what tells its company
}

// shared are what stands before the @ in addresses of nobody in particular.
var shared = map[string]bool{
	"info": true, "office": true, "contact": true, "sales": true, "mail": true, "hello": true, "admin": true, "support": true, "service": true,
	"team": true, "noreply": true, "no-reply": true, "reception": true, "marketing": true, "hr": true, "jobs": true, "billing": true, "accounts": true,
}

// everybodys are domains that say nothing of where somebody works.
var everybodys = map[string]bool{
	"gmail.com": true, "googlemail.com": true, "outlook.com": true, "hotmail.com": true, "live.com": true, "msn.com": true, "yahoo.com": true, "icloud.com": true,
	"me.com": true, "aol.com": true, "gmx.de": true, "gmx.net": true, "web.de": true, "proton.me": true, "protonmail.com": true, "mail.ru": true, "qq.com": true, "163.com": true,
}

// shortNames are first names and what people are called instead.
var shortNames = map[string]string{
	"alex": "alexander", "andy": "andrew", "tony": "anthony", "ben": "benjamin", "bill": "william", "will": "william", "bob": "robert", "rob": "robert",
	"beth": "elizabeth", "liz": "elizabeth", "cathy": "catherine", "kate": "katherine", "katie": "katherine", "chris": "christopher", "dan": "daniel", "dave": "david",
	"debbie": "deborah", "dick": "richard", "rick": "richard", "rich": "richard", "don": "donald", "ed": "edward", "fred": "frederick", "greg": "gregory",
	"jack": "john", "jeff": "jeffrey", "jen": "jennifer", "jenny": "jennifer", "jim": "james", "jimmy": "james", "joe": "joseph", "jon": "jonathan",
	"josh": "joshua", "ken": "kenneth", "larry": "lawrence", "maggie": "margaret", "peggy": "margaret", "matt": "matthew", "max": "maximilian", "mike": "michael",
	"nick": "nicholas", "pam": "pamela", "pat": "patricia", "pete": "peter", "phil": "philip", "ron": "ronald", "sam": "samuel", "sandy": "sandra",
	"steve": "steven", "sue": "susan", "ted": "theodore", "tim": "timothy", "tom": "thomas", "vicky": "victoria", "zach": "zachary",
}

// personOf folds a contact.
func personOf(book *model.Book, c *model.Contact, homes map[model.ID]string) person {
	p := person{contact: c, email: foldEmail(c.Email), profile: foldProfile(c.Profile)}
	if forms := personNames(c.Name); len(forms) > 0 {
		p.name = forms[0]
	}
	p.words = strings.FieldsFunc(p.name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsNumber(r)
	})
	in := slices.Sorted(slices.Values(p.words))
	p.sorted = strings.Join(in, " ")
	if _, domain, _ := strings.Cut(p.email, "@"); !everybodys[domain] {
		p.domain = domain
	}
	if !c.Account.IsZero() {
		home, ok := homes[c.Account]
		if !ok {
			if home = looseName(search.Fold(book.Name(c.Account))); home == "" {
				home = c.Account.String()
			}
			homes[c.Account] = home
		}
		p.home = home
	}
	return p
}

// duplicatePeople compares the contacts that have something in common that few
// others have: an address, or a word of their name within one company.
func duplicatePeople(book *model.Book) []Duplicate {
	contacts := model.All[*model.Contact](book)
	list := make([]person, len(contacts))
	place := make(map[model.ID]int32, len(contacts))
	homes := map[model.ID]string{}
	var addresses []bucket
	names := make([]bucket, 0, 3*len(contacts))
	for i, c := range contacts {
		if c.Placeholder {
			continue
		}
		p := personOf(book, c, homes)
		list[i], place[c.ID] = p, int32(i)
		if p.email != "" {
			addresses = append(addresses, bucket{keyOf("email", p.email), "", int32(i)})
		}
		if p.profile != "" {
			addresses = append(addresses, bucket{keyOf("profile", p.profile), "", int32(i)})
		}
		names = p.nameBuckets(names, int32(i))
	}
	two := apart(book, place)
	pairs := candidates(addresses, crowd)
	many := manyAt(addresses)
	var found []Duplicate
	for _, pair := range once(append(pairs, candidates(names, 0)...)) {
		x, y := &list[pair.a], &list[pair.b]
		e := compare(x, y, many)
		if e.score+e.more >= unlikely && !two[pair] && !moved(x.contact, y.contact) {
			found = append(found, e.duplicate(x.contact, y.contact))
		}
	}
	return found
}

// moved reports whether one of the two is where somebody used to work: the same
// person then, but on record twice on purpose.
func moved(a, b *model.Contact) bool { return a.Account != b.Account && (a.Left || b.Left) }

// manyAt returns the keys of addresses that many share.
func manyAt(sorted []bucket) map[uint64]bool {
	many, n := map[uint64]bool{}, 0
	for i, b := range sorted {
		if i > 0 && sorted[i-1].key != b.key {
			n = 0
		}
		if n++; n > crowd {
			many[b.key] = true
		}
	}
	return many
}

// nameBuckets adds the keys under which a person's name is compared: each word of
// it within the company, at the address's domain, and among those who have no
// company yet the whole name.
func (p *person) nameBuckets(list []bucket, at int32) []bucket {
	if p.sorted == "" {
		return list
	}
	if p.home == "" || p.contact.Account.IsZero() {
		list = append(list, bucket{keyOf("whole", p.sorted), "", at})
	} else {
		list = append(list, bucket{keyOf("whole", p.sorted), "~", at}) // after those without one
	}
	for i, word := range p.words {
		if utf8.RuneCountInString(word) < 2 || slices.Contains(p.words[:i], word) {
			continue
		}
		rest := p.without(i)
		if p.home != "" {
			list = append(list, bucket{keyOf("home", p.home, word), rest, at})
		}
		if p.domain != "" {
			list = append(list, bucket{keyOf("domain", p.domain, word), rest, at})
		}
	}
	return list
}

// without returns the other words of a name.
func (p *person) without(at int) string {
	if len(p.words) == 2 {
		return p.words[1-at]
	}
	return strings.Join(append(slices.Clone(p.words[:at]), p.words[at+1:]...), " ")
}

// compare weighs what speaks for two contacts being one person.
func compare(x, y *person, many map[uint64]bool) evidence {
	var e evidence
	likeness, how := alike(x, y)
	email := x.email != "" && x.email == y.email
	if x.profile != "" && x.profile == y.profile && !many[keyOf("profile", x.profile)] {
		if likeness > 0 || x.name == "" || y.name == "" {
			e.by(bySameProfile, "the same profile")
		} else {
			e.by(bySameProfile-20, "the same profile")
		}
	}
	if email && !many[keyOf("email", x.email)] {
		local, _, _ := strings.Cut(x.email, "@")
		switch {
		case likeness > 0 && !shared[local]:
			e.by(bySameEmail, "the same e-mail address")
		case likeness > 0:
			e.and(bySharedAddress, "the same e-mail address")
		case !shared[local]:
			e.by(byEmailAlone, "the same e-mail address")
		}
	}
	near := x.contact.Account == y.contact.Account || x.home != "" && x.home == y.home
	domain := x.domain != "" && x.domain == y.domain
	homeless := x.home == "" || y.home == ""
	if likeness > 0 {
		switch {
		case near && x.contact.Account == y.contact.Account && !x.contact.Account.IsZero():
			e.by(likeness, "%s, in one account", how)
		case near && !homeless:
			e.by(likeness-4, "%s, in accounts called alike", how)
		case domain:
			e.by(likeness-6, "%s", how)
		case homeless:
			e.by(likeness-20, "%s, and one has no account", how)
		case e.score > 0:
			e.and(2, "%s", how)
		}
	}
	if e.score == 0 {
		return e
	}
	weighRest(&e, x, y, email, domain)
	return e
}

// weighRest adds what else two contacts have in common, or not.
func weighRest(e *evidence, x, y *person, email, domain bool) {
	if !email && domain && x.home != y.home {
		e.and(byDomain, "e-mail at the same domain")
	}
	if slices.ContainsFunc(x.contact.Phones, func(a string) bool {
		return slices.ContainsFunc(y.contact.Phones, func(b string) bool { return len(digitsOf(a)) >= 7 && samePhone(a, b) })
	}) {
		e.and(byPhone, "the same phone")
	}
	if title := search.Fold(x.contact.JobTitle); title != "" && title == search.Fold(y.contact.JobTitle) {
		e.and(byTitle, "the same title")
	}
	switch {
	case x.email == "" || y.email == "" || email:
	case domain && e.score < bySameName:
		// Those who are called nearly the same are told apart by their addresses.
		e.but(againstNearly, "they have different e-mail addresses there")
	default:
		e.but(againstAddresses, "they have different e-mail addresses")
	}
	if x.profile != "" && y.profile != "" && x.profile != y.profile {
		e.but(againstAddresses, "they have different profiles")
	}
}

// alike returns how likely it is that two names in one account are one person's,
// in percent, and says why; 0 when the names are not alike.
func alike(x, y *person) (likeness int, how string) {
	switch {
	case x.name == "" || y.name == "":
		return 0, ""
	case x.name == y.name && len(x.words) < 2:
		return 64, "the same name" // of one word: there may be many
	case x.name == y.name:
		return bySameName, "the same name"
	case x.sorted == y.sorted:
		return 82, "the same name, in another order"
	}
	short, long := x.words, y.words
	if len(short) > len(long) {
		short, long = long, short
	}
	switch n := len(short); {
	case n < 2:
		return 0, ""
	case n < len(long):
		if short[0] == long[0] && short[n-1] == long[len(long)-1] {
			return 74, "the same name, one with a middle name"
		}
		return 0, ""
	}
	return alikeWords(short, long)
}

// alikeWords is alike for two names of as many words: exactly one of them may
// differ, by a short form, an initial or a slip.
func alikeWords(a, b []string) (likeness int, how string) {
	at := -1
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		if at >= 0 {
			return 0, ""
		}
		at = i
	}
	switch v, w := a[at], b[at]; {
	case at < len(a)-1 && formal(v) == formal(w):
		return 70, "the same name, one of them short for the other"
	case at < len(a)-1 && initial(v, w):
		return 62, "the same name, one with an initial"
	case slip(v, w):
		return 66, "the same name, but for a letter"
	}
	return 0, ""
}

func formal(name string) string {
	if long, ok := shortNames[name]; ok {
		return long
	}
	return name
}

// initial reports whether one of two words is the first letter of the other.
func initial(a, b string) bool {
	first, n := utf8.DecodeRuneInString(a)
	second, m := utf8.DecodeRuneInString(b)
	return first == second && (n == len(a)) != (m == len(b))
}

// longEnough is how many letters a word needs for a slip in it to be more likely
// than another word.
const longEnough = 5

// slip reports whether two words differ by one letter: another, one more, or two
// swapped.
func slip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 || len(y) < longEnough || strings.ContainsFunc(a+b, unicode.IsDigit) {
		return false // numbers are there to tell apart
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	same := func(p, q []rune) bool { return slices.Equal(p, q) }
	switch {
	case i == len(x):
		return len(y) > len(x)
	case len(y) > len(x):
		return same(x[i:], y[i+1:])
	case same(x[i+1:], y[i+1:]):
		return true
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && same(x[i+2:], y[i+2:])
}
