package search

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"astute/model"
)

// meant is a record as somebody remembers it who types what comes to mind.
type meant struct {
	Row
	contact  *model.Contact // of a person at a customer
	words    []string       // of the folded name, without middle initials
	title    string         // folded
	account  string         // folded
	landmark string         // the first word of the account's name
	mail     string         // the part of the address before the @
	host     string         // and after it
	digits   string         // of the first phone number
	latin    string         // how the name is typed in Latin letters, where it is written in others
}

// asked is a way in which people type what they remember.
type asked struct {
	name  string
	kind  model.Kind        // of what is meant; 0 is a contact
	or    model.Kind        // another kind that answers
	fits  func(*meant) bool // whether this one can be asked for so
	query func(p *meant, r *rand.Rand) string
	// same says whether another record answers the query just as well, so that
	// finding that one first is right too.
	same func(p, q *meant) bool
}

// of is the kind of what is meant.
func (w *asked) of() model.Kind {
	if w.kind == 0 {
		return model.KindContact
	}
	return w.kind
}

func sameName(p, q *meant) bool  { return slices.Equal(p.words, q.words) }
func sameSeat(p, q *meant) bool  { return p.Account == q.Account && p.title == q.title }
func sameTitle(p, q *meant) bool { return p.Account == q.Account && Fold(p.Name) == Fold(q.Name) }

func twoWords(p *meant) bool { return len(p.words) == 2 && latin(p.words[0]) && latin(p.words[1]) }
func first(p *meant) string  { return p.words[0] }
func last(p *meant) string   { return p.words[len(p.words)-1] }

func named(p *meant, words ...string) bool {
	for _, w := range words {
		if !slices.Contains(p.words, w) {
			return false
		}
	}
	return true
}

// at reports whether the record belongs to an account that the word stands for.
func at(p *meant, word string) bool { return strings.Contains(p.account, word) }

// begins reports whether some word of the text begins so.
func begins(text, beginning string) bool {
	return strings.HasPrefix(text, beginning) || strings.Contains(text, " "+beginning)
}

func withAccount(fits func(*meant) bool) func(*meant) bool {
	return func(p *meant) bool { return latin(p.landmark) && fits(p) }
}

func latin(s string) bool {
	return utf8.RuneCountInString(s) >= 4 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

func initials(p *meant) string { return first(p)[:1] + last(p)[:1] }

// vowelless leaves the vowels inside a word out, as "smth" for Smith.
func vowelless(s string) string {
	return s[:1] + strings.NewReplacer("a", "", "e", "", "i", "", "o", "", "u", "").Replace(s[1:])
}

// umlauts are the letters with marks that many write with two letters.
var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ø", "oe", "Ø", "Oe", "å", "aa", "Å", "Aa")

func asGermansDo(p *meant) string { return umlauts.Replace(norm.NFC.String(p.Name)) }

// The mistakes that fingers make, after a word's first letter.
var mistakes = []struct {
	name string
	make func(s string, at int, letter string) string
}{
	{"two letters swapped", func(s string, at int, _ string) string { return s[:at] + s[at+1:at+2] + s[at:at+1] + s[at+2:] }},
	{"a wrong letter", func(s string, at int, letter string) string { return s[:at] + letter + s[at+1:] }},
	{"a letter missing", func(s string, at int, _ string) string { return s[:at] + s[at+1:] }},
	{"a letter too many", func(s string, at int, letter string) string { return s[:at] + letter + s[at:] }},
	{"a letter doubled", func(s string, at int, _ string) string { return s[:at] + s[at:at+1] + s[at:] }},
}

func mistyped(s string, kind int, r *rand.Rand) string {
	return mistakes[kind].make(s, 1+r.IntN(len(s)-2), string(rune('a'+r.IntN(26))))
}

func anyMistake(s string, r *rand.Rand) string { return mistyped(s, r.IntN(len(mistakes)), r) }

// ways are how people ask, in either book. Few of them fit everybody.
var ways = slices.Concat(nameWays, scriptWays, mistakeWays(), seatWays, reachWays, otherWays)

var nameWays = []asked{
	{name: "surname (smith)", fits: twoWords,
		query: func(p *meant, _ *rand.Rand) string { return last(p) },
		same:  func(p, q *meant) bool { return named(q, last(p)) }},
	{name: "given name (jane)", fits: twoWords,
		query: func(p *meant, _ *rand.Rand) string { return first(p) },
		same:  func(p, q *meant) bool { return named(q, first(p)) }},
	{name: "as written", fits: func(p *meant) bool { return len(p.words) > 1 },
		query: func(p *meant, _ *rand.Rand) string { return p.Name }, same: sameName},
	{name: "swapped (smith jane)", fits: twoWords,
		query: func(p *meant, _ *rand.Rand) string { return last(p) + " " + first(p) }, same: sameName},
	{name: "with a comma (Smith, Jane)", fits: twoWords,
		query: func(p *meant, _ *rand.Rand) string { return last(p) + ", " + first(p) }, same: sameName},
	{name: "initial and surname (j smith)", fits: twoWords,
		query: func(p *meant, _ *rand.Rand) string { return first(p)[:1] + " " + last(p) }, same: sameLogin},
	{name: "initial with a dot (J. Smith)", fits: twoWords,
		query: func(p *meant, _ *rand.Rand) string { return strings.ToUpper(first(p)[:1]) + ". " + last(p) }, same: sameLogin},
	{name: "given name and initial (jane s)", fits: twoWords,
		query: func(p *meant, _ *rand.Rand) string { return first(p) + " " + last(p)[:1] },
		same:  func(p, q *meant) bool { return named(q, first(p)) && begins(Fold(q.Name), last(p)[:1]) }},
	{name: "beginnings (jan smi)", fits: twoWords,
		query: func(p *meant, _ *rand.Rand) string { return first(p)[:3] + " " + last(p)[:3] }, same: sameBeginnings(3)},
	{name: "beginnings and account (ja smi fr)", fits: withAccount(twoWords),
		query: func(p *meant, _ *rand.Rand) string { return first(p)[:2] + " " + last(p)[:3] + " " + p.landmark[:2] },
		same: func(p, q *meant) bool {
			return sameBeginnings(2)(p, q) && begins(Fold(q.Name), last(p)[:3]) && begins(q.account+" "+q.title, p.landmark[:2])
		}},
	{name: "login (jsmith)", fits: twoWords,
		query: func(p *meant, _ *rand.Rand) string { return first(p)[:1] + last(p) }, same: sameLogin},
	{name: "joined (janesmith)", fits: twoWords,
		query: func(p *meant, _ *rand.Rand) string { return first(p) + last(p) }, same: sameName},
	{name: "initials and account (js freshkart)", fits: withAccount(twoWords),
		query: func(p *meant, _ *rand.Rand) string { return initials(p) + " " + p.landmark },
		same:  func(p, q *meant) bool { return at(q, p.landmark) && initials(p) == initials(q) }},
	{name: "given name and account (jane freshkart)", fits: withAccount(twoWords),
		query: func(p *meant, _ *rand.Rand) string { return first(p) + " " + p.landmark },
		same:  func(p, q *meant) bool { return at(q, p.landmark) && named(q, first(p)) }},
	{name: "surname and account (smith freshkart)", fits: withAccount(twoWords),
		query: func(p *meant, _ *rand.Rand) string { return last(p) + " " + p.landmark },
		same:  func(p, q *meant) bool { return at(q, p.landmark) && named(q, last(p)) }},
	{name: "account and name (freshkart jane smith)", fits: withAccount(twoWords),
		query: func(p *meant, _ *rand.Rand) string { return p.landmark + " " + first(p) + " " + last(p) },
		same:  func(p, q *meant) bool { return at(q, p.landmark) && sameName(p, q) }},
	{name: "letters left out (jane smth)", fits: func(p *meant) bool { return twoWords(p) && len(vowelless(last(p))) > 2 },
		query: func(p *meant, _ *rand.Rand) string { return first(p) + " " + vowelless(last(p)) },
		same:  func(p, q *meant) bool { return named(q, first(p)) && vowelless(last(p)) == vowelless(last(q)) }},
	{name: "letters left out, account (jsmth fresh)", fits: withAccount(func(p *meant) bool { return twoWords(p) && len(vowelless(last(p))) > 2 }),
		query: func(p *meant, _ *rand.Rand) string { return first(p)[:1] + vowelless(last(p)) + " " + p.landmark },
		same: func(p, q *meant) bool {
			return at(q, p.landmark) && first(p)[:1] == first(q)[:1] && vowelless(last(p)) == vowelless(last(q))
		}},
}

func sameLogin(p, q *meant) bool {
	return len(q.words) > 0 && named(q, last(p)) && begins(Fold(q.Name), first(p)[:1])
}

func sameBeginnings(n int) func(p, q *meant) bool {
	return func(p, q *meant) bool {
		name := Fold(q.Name)
		return begins(name, first(p)[:n]) && begins(name, last(p)[:n])
	}
}

// scriptWays are names with marks, and names in other letters than Latin ones.
var scriptWays = []asked{
	{name: "without accents (renee)", fits: func(p *meant) bool { return len(p.words) > 1 && Fold(p.Name) != strings.ToLower(p.Name) },
		query: func(p *meant, _ *rand.Rand) string { return strings.Join(p.words, " ") }, same: sameName},
	{name: "umlauts as two letters (mueller)", fits: func(p *meant) bool { return len(p.words) == 2 && asGermansDo(p) != norm.NFC.String(p.Name) },
		query: func(p *meant, _ *rand.Rand) string { return strings.ToLower(asGermansDo(p)) }, same: sameName},
	{name: "part of a name without blanks (小明)", fits: func(p *meant) bool { return len(p.words) == 1 && utf8.RuneCountInString(p.Name) >= 3 },
		query: func(p *meant, _ *rand.Rand) string { _, size := utf8.DecodeRuneInString(p.Name); return p.Name[size:] },
		same: func(p, q *meant) bool {
			_, size := utf8.DecodeRuneInString(p.Name)
			return strings.Contains(q.Name, p.Name[size:])
		}},
	{name: "surname in its own script (Воронцов)", fits: func(p *meant) bool { return len(p.words) > 1 && !isLatin(last(p)) },
		query: func(p *meant, _ *rand.Rand) string { return last(p) },
		same:  func(p, q *meant) bool { return named(q, last(p)) }},
	{name: "other scripts in Latin letters (vorontsov)", fits: func(p *meant) bool { return p.latin != "" },
		query: func(p *meant, _ *rand.Rand) string { return p.latin },
		same:  func(p, q *meant) bool { return p.latin == q.latin || sameName(p, q) }},
}

func isLatin(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
}

// mistakeWays are one mistake of each kind in a surname, and one of any kind
// elsewhere.
func mistakeWays() []asked {
	var list []asked
	for i, mistake := range mistakes {
		list = append(list, asked{name: mistake.name + " (jane smiht)", fits: twoWords,
			query: func(p *meant, r *rand.Rand) string { return first(p) + " " + mistyped(last(p), i, r) }, same: sameName})
	}
	long := func(p *meant) bool { return twoWords(p) && len(last(p)) >= 7 }
	short := func(p *meant) bool { return twoWords(p) && len(last(p)) <= 5 }
	return append(list,
		asked{name: "one mistake in a long surname alone", fits: long,
			query: func(p *meant, r *rand.Rand) string { return anyMistake(last(p), r) },
			same:  func(p, q *meant) bool { return named(q, last(p)) }},
		asked{name: "one mistake in a short surname", fits: short,
			query: func(p *meant, r *rand.Rand) string { return first(p) + " " + anyMistake(last(p), r) }, same: sameName},
		asked{name: "one mistake, swapped (smiht jane)", fits: twoWords,
			query: func(p *meant, r *rand.Rand) string { return anyMistake(last(p), r) + " " + first(p) }, same: sameName},
		asked{name: "one mistake in the given name (jnae smith)", fits: twoWords,
			query: func(p *meant, r *rand.Rand) string { return anyMistake(first(p), r) + " " + last(p) }, same: sameName},
		asked{name: "one mistake in the account (jane smith frehskart)", fits: withAccount(func(p *meant) bool { return twoWords(p) && len(p.landmark) > 4 }),
			query: func(p *meant, r *rand.Rand) string { return first(p) + " " + last(p) + " " + anyMistake(p.landmark, r) },
			same:  func(p, q *meant) bool { return at(q, p.landmark) && sameName(p, q) }},
	)
}

// chiefs are the titles that are written in letters and asked for in words.
var chiefs = map[string]string{
	"ceo": "chief executive officer", "cfo": "chief financial officer", "cio": "chief information officer",
	"cto": "chief technology officer", "coo": "chief operating officer", "cmo": "chief marketing officer",
}

var seatWays = []asked{
	{name: "title and account (cto freshkart)", fits: withAccount(func(p *meant) bool { return p.title != "" }),
		query: func(p *meant, _ *rand.Rand) string { return p.title + " " + p.account }, same: sameSeat},
	{name: "account and title (freshkart cto)", fits: withAccount(func(p *meant) bool { return len(p.title) == 3 }),
		query: func(p *meant, _ *rand.Rand) string { return p.account + " " + p.title }, same: sameSeat},
	{name: "name and title (smith cto)", fits: func(p *meant) bool { return twoWords(p) && p.title != "" },
		query: func(p *meant, _ *rand.Rand) string { return last(p) + " " + p.title },
		same:  func(p, q *meant) bool { return named(q, last(p)) && p.title == q.title }},
	{name: "beginning of a title and account (vp fin freshkart)", fits: withAccount(func(p *meant) bool { return strings.HasPrefix(p.title, "vp ") }),
		query: func(p *meant, _ *rand.Rand) string { return "vp " + department(p)[:3] + " " + p.account },
		same: func(p, q *meant) bool {
			vp := strings.HasPrefix(q.title, "vp ") || strings.HasPrefix(q.title, "vice president")
			return p.Account == q.Account && vp && begins(q.title, department(p)[:3])
		}},
	{name: "title in words (chief technology officer freshkart)", fits: withAccount(func(p *meant) bool { return chiefs[p.title] != "" }),
		query: func(p *meant, _ *rand.Rand) string { return chiefs[p.title] + " " + p.account }, same: sameSeat},
	{name: "title in letters (cpo freshkart)", fits: withAccount(func(p *meant) bool { return strings.HasPrefix(p.title, "chief ") }),
		query: func(p *meant, _ *rand.Rand) string { return lettersOf(p.title) + " " + p.account },
		same: func(p, q *meant) bool {
			return p.Account == q.Account && (q.title == p.title || lettersOf(q.title) == lettersOf(p.title))
		}},
	{name: "function and account (finance freshkart)", or: model.KindUnit, fits: withAccount(func(p *meant) bool { return p.contact.Function != 0 && p.contact.Function != model.FunctionOther }),
		query: func(p *meant, _ *rand.Rand) string { return functionOf(p) + " " + p.account },
		same: func(p, q *meant) bool {
			return p.Account == q.Account && (q.contact != nil && functionOf(q) == functionOf(p) || begins(q.title, functionOf(p)) || begins(Fold(q.Name), functionOf(p)))
		}},
	{name: "department and account (freshkart treasury)", or: model.KindUnit, fits: withAccount(func(p *meant) bool { return strings.Contains(p.title, " ") }),
		query: func(p *meant, _ *rand.Rand) string { return p.account + " " + department(p) },
		same: func(p, q *meant) bool {
			return p.Account == q.Account && (begins(q.title, department(p)) || begins(Fold(q.Name), department(p)))
		}},
}

// lettersOf are those that the words of a title begin with.
func lettersOf(title string) string {
	var letters []byte
	for _, w := range strings.Fields(title) {
		letters = append(letters, w[0])
	}
	return string(letters)
}

func functionOf(p *meant) string { return Fold(p.contact.Function.String()) }

// department is the longest word of a title, save for one that is also the name
// of a kind.
func department(p *meant) string {
	words := strings.FieldsFunc(p.title, func(r rune) bool { return r == ' ' || r == ',' })
	return slices.MaxFunc(words, func(a, b string) int {
		if _, err := model.ParseKind(b); err == nil {
			return 1
		}
		return len(a) - len(b)
	})
}

var reachWays = []asked{
	{name: "before the @ (jane.smith)", fits: func(p *meant) bool { return len(p.mail) > 5 },
		query: func(p *meant, _ *rand.Rand) string { return p.mail },
		same:  func(p, q *meant) bool { return strings.HasPrefix(q.mail, p.mail) }},
	{name: "e-mail address", fits: func(p *meant) bool { return p.host != "" },
		query: func(p *meant, _ *rand.Rand) string { return p.mail + "@" + p.host },
		same:  func(p, q *meant) bool { return p.mail == q.mail && p.host == q.host }},
	{name: "beginning of an address (jane.smith@fre)", fits: func(p *meant) bool { return len(p.host) > 3 },
		query: func(p *meant, _ *rand.Rand) string { return p.mail + "@" + p.host[:3] },
		same:  func(p, q *meant) bool { return p.mail == q.mail && strings.HasPrefix(q.host, p.host[:3]) }},
	{name: "domain (freshkart.com)", fits: func(p *meant) bool { return p.host != "" },
		query: func(p *meant, _ *rand.Rand) string { return p.host },
		same:  func(p, q *meant) bool { return p.host == q.host }},
	{name: "name and domain (smith @freshkart.com)", fits: func(p *meant) bool { return twoWords(p) && p.host != "" },
		query: func(p *meant, _ *rand.Rand) string { return last(p) + " @" + p.host },
		same:  func(p, q *meant) bool { return named(q, last(p)) && p.host == q.host }},
	{name: "phone as written", fits: withPhone,
		query: func(p *meant, _ *rand.Rand) string { return p.contact.Phones[0] }, same: samePhone},
	{name: "phone, all digits", fits: withPhone,
		query: func(p *meant, _ *rand.Rand) string { return p.digits }, same: samePhone},
	{name: "phone, otherwise divided", fits: withPhone,
		query: func(p *meant, _ *rand.Rand) string {
			d := p.digits[len(p.digits)-9:]
			return "(" + d[:2] + ") " + d[2:5] + "-" + d[5:]
		},
		same: func(p, q *meant) bool { return strings.Contains(q.digits, p.digits[len(p.digits)-9:]) }},
	{name: "phone, last six digits", fits: withPhone,
		query: func(p *meant, _ *rand.Rand) string { return p.digits[len(p.digits)-6:] },
		same:  func(p, q *meant) bool { return strings.Contains(q.digits, p.digits[len(p.digits)-6:]) }},
	{name: "phone, last four digits and name", fits: func(p *meant) bool { return twoWords(p) && withPhone(p) },
		query: func(p *meant, _ *rand.Rand) string { return first(p) + " " + p.digits[len(p.digits)-4:] },
		same: func(p, q *meant) bool {
			return named(q, first(p)) && strings.Contains(q.digits, p.digits[len(p.digits)-4:])
		}},
}

func withPhone(p *meant) bool    { return len(p.digits) >= 9 }
func samePhone(p, q *meant) bool { return p.digits == q.digits }

// otherWays ask for what is not a person at a customer.
var otherWays = []asked{
	{name: "account, its first two words", kind: model.KindAccount, fits: func(p *meant) bool { return len(p.words) > 1 && latin(p.words[0]) },
		query: func(p *meant, _ *rand.Rand) string { return p.words[0] + " " + p.words[1] },
		same:  func(p, q *meant) bool { return q.Kind == p.Kind && named(q, p.words[0], p.words[1]) }},
	{name: "account, beginnings (fres groc)", kind: model.KindAccount, fits: func(p *meant) bool { return twoLong(p) },
		query: func(p *meant, _ *rand.Rand) string { return p.words[0][:4] + " " + p.words[1][:4] },
		same: func(p, q *meant) bool {
			return q.Kind == p.Kind && begins(Fold(q.Name), p.words[0][:4]) && begins(Fold(q.Name), p.words[1][:4])
		}},
	{name: "account, one mistake", kind: model.KindAccount, fits: func(p *meant) bool { return twoLong(p) && len(p.words[0]) > 4 },
		query: func(p *meant, r *rand.Rand) string { return anyMistake(p.words[0], r) + " " + p.words[1] },
		same:  func(p, q *meant) bool { return q.Kind == p.Kind && named(q, p.words[0], p.words[1]) }},
	{name: "account, letters (fkg)", kind: model.KindAccount, fits: func(p *meant) bool { return len(p.words) == 3 && twoLong(p) && latin(p.words[2]) },
		query: func(p *meant, _ *rand.Rand) string { return lettersOf(strings.Join(p.words, " ")) },
		same: func(p, q *meant) bool {
			return lettersOf(strings.Join(p.words, " ")) == lettersOf(strings.Join(q.words, " ")) || begins(q.title, "c") && q.title == lettersOf(strings.Join(p.words, " "))
		}},
	{name: "account, joined (freshkartgrocers)", kind: model.KindAccount, fits: twoLong,
		query: func(p *meant, _ *rand.Rand) string { return p.words[0] + p.words[1] },
		same:  func(p, q *meant) bool { return q.Kind == p.Kind && named(q, p.words[0], p.words[1]) }},
	{name: "action and account", kind: model.KindAction, fits: withAccount(func(p *meant) bool { return len(p.words) > 2 }),
		query: func(p *meant, _ *rand.Rand) string { return p.words[0] + " " + last(p) + " " + p.account },
		same:  func(p, q *meant) bool { return p.Account == q.Account && named(q, p.words[0], last(p)) }},
	{name: "beginnings of an action, account", kind: model.KindAction, fits: withAccount(func(p *meant) bool { return len(p.words) > 2 && len(p.words[0]) > 3 && len(last(p)) > 4 }),
		query: func(p *meant, _ *rand.Rand) string { return p.words[0][:3] + " " + last(p)[:4] + " " + p.account },
		same: func(p, q *meant) bool {
			return p.Account == q.Account && begins(Fold(q.Name), p.words[0][:3]) && begins(Fold(q.Name), last(p)[:4])
		}},
	{name: "opportunity and account", kind: model.KindOpportunity, fits: withAccount(func(p *meant) bool { return len(p.words) > 2 }),
		query: func(p *meant, _ *rand.Rand) string {
			return "opportunity " + p.words[0] + " " + p.words[1] + " " + p.account
		},
		same: func(p, q *meant) bool { return p.Account == q.Account && named(q, p.words[0], p.words[1]) }},
	{name: "words of a note, account", kind: model.KindInteraction, fits: withAccount(func(p *meant) bool { return len(p.words) > 4 && len(last(p)) > 3 }),
		query: func(p *meant, _ *rand.Rand) string { return p.words[len(p.words)-3] + " " + last(p) + " " + p.account },
		same:  func(p, q *meant) bool { return p.Account == q.Account && named(q, p.words[len(p.words)-3], last(p)) }},
}

func twoLong(p *meant) bool { return len(p.words) > 1 && latin(p.words[0]) && latin(p.words[1]) }
