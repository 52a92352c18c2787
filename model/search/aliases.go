package search

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// People are asked for by other words than those of their record: by the short
// form of a name, with umlauts as two letters, in Latin letters where the name
// is written in others, by a title in full. These words go into the row, behind
// the address, where they count for less than what is written.

// aliases returns the words that somebody with the name and the title may be
// asked for by, besides those that stand there.
func aliases(name, title string) []string {
	var list []string
	name = norm.NFC.String(name)
	plain := isASCII(name)
	first := true
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == ',' }) {
		if first {
			list, first = append(list, shortForms()[Fold(word)]...), false
		}
		if plain {
			break
		}
		if other := strings.ToLower(spelledOut(word)); other != strings.ToLower(word) {
			list = append(list, other)
		}
		if other := transliterated(word); other != "" {
			list = append(list, other)
		}
	}
	for word := range strings.FieldsFuncSeq(title, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(word) > longestTitle {
			continue
		}
		if full := titles[strings.ToLower(word)]; full != "" {
			list = append(list, full)
		}
	}
	return list
}

// twoLetters are the letters that many write as two where they cannot type the
// marks; Fold leaves the marks out, as others do.
var twoLetters = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ø", "oe", "Ø", "Oe", "å", "aa", "Å", "Aa")

func spelledOut(word string) string { return twoLetters.Replace(word) }

// longestTitle is how many bytes a word has that may be among the titles, in
// whatever letters.
const longestTitle = 12

// titles are those that are usually written in letters and may be asked for in
// words. The other way round needs no table: letters find the words that begin
// with them.
var titles = map[string]string{
	"ceo": "chief executive officer", "cfo": "chief financial officer", "cio": "chief information officer", "cto": "chief technology officer",
	"coo": "chief operating officer", "cmo": "chief marketing officer", "cpo": "chief procurement officer", "cro": "chief revenue officer",
	"ciso": "chief information security officer", "chro": "chief human resources officer", "cdo": "chief data officer",
	"vp": "vice president", "svp": "senior vice president", "evp": "executive vice president", "md": "managing director", "hr": "human resources",
}

// nicknames are given names with the short forms that they go by, where these
// are more than its beginning.
var nicknames = []string{
	"abigail abby gail", "alexander sasha", "andrew andy drew", "anthony tony", "barbara babs", "benjamin benny", "catherine cathy kate kathy katie", "charles charlie chuck",
	"christopher kit", "daniel danny", "david dave", "deborah debbie", "donald donny", "edward ed eddie ted ned", "elizabeth beth betty lisa liz lizzie", "eleanor nell nora",
	"francis frank", "frederick freddy", "gerald jerry", "gregory gregg", "harold harry", "henry hank harry", "isabella bella", "jacqueline jackie", "james jim jimmy jamie", "jeffrey jeff",
	"jennifer jenny", "john jack johnny", "jonathan johnny jon", "joseph joe joey", "katherine kate kathy katie kitty", "kathleen kate kathy katie", "kenneth kenny", "kimberly kim", "lawrence larry",
	"leonard lenny", "margaret maggie meg peggy", "matthew matt", "michael mick mike mickey", "nicholas nick nicky", "pamela pam", "patricia patty tricia", "patrick paddy",
	"peter pete", "philip phil", "rebecca becky", "richard dick rick ricky", "robert bob bobby rob robbie", "ronald ronnie", "samantha sammy", "samuel sammy", "sandra sandy", "stephen steve",
	"steven steve", "susan sue suzie", "theodore ted theo", "thomas tom tommy", "timothy timmy", "victoria vicky", "walter walt", "william bill billy liam will",
}

// shortForms leads from each name to those that it may be asked for by.
var shortForms = sync.OnceValue(func() map[string][]string {
	forms := map[string][]string{}
	for _, line := range nicknames {
		names := strings.Fields(line)
		for _, short := range names[1:] {
			if !strings.HasPrefix(names[0], short) { // beginnings are found as they are
				forms[names[0]] = append(forms[names[0]], short)
			}
			forms[short] = append(forms[short], names[0])
		}
	}
	return forms
})

// transliterated returns a Cyrillic or Greek word as it is mostly typed in Latin
// letters, "" for any other.
func transliterated(word string) string {
	word = strings.ToLower(word)
	switch {
	case strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }):
		return Fold(cyrillic.Replace(word + wordEnd))
	case strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Greek, r) }):
		return Fold(greek.Replace(wordEnd + Fold(word)))
	}
	return ""
}

// wordEnd stands where a word begins or ends, for letters that sound otherwise
// there.
const wordEnd = "\x00"

var cyrillic = strings.NewReplacer(
	"ий"+wordEnd, "y", "ый"+wordEnd, "y", "ія"+wordEnd, "ia", "ия"+wordEnd, "ia", wordEnd, "",
	"ье", "ye", "ьё", "yo", "ъе", "ye", "а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "е", "e", "ё", "yo", "ж", "zh", "з", "z", "и", "i", "й", "y", "к", "k", "л", "l",
	"м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ъ", "", "ы", "y", "ь", "",
	"э", "e", "ю", "yu", "я", "ya", "і", "i", "ї", "yi", "є", "ye", "ґ", "g", "ў", "u", "ђ", "dj", "ј", "j", "љ", "lj", "њ", "nj", "ћ", "c", "џ", "dz",
)

var greek = strings.NewReplacer(
	wordEnd+"μπ", "b", wordEnd+"ντ", "d", wordEnd+"γκ", "g", wordEnd, "",
	"ου", "ou", "αυ", "av", "ευ", "ev", "γγ", "ng", "γκ", "gk", "γξ", "nx", "γχ", "nch", "μπ", "mp", "ντ", "nt",
	"α", "a", "β", "v", "γ", "g", "δ", "d", "ε", "e", "ζ", "z", "η", "i", "θ", "th", "ι", "i", "κ", "k", "λ", "l", "μ", "m", "ν", "n", "ξ", "x", "ο", "o", "π", "p", "ρ", "r",
	"σ", "s", "τ", "t", "υ", "y", "φ", "f", "χ", "ch", "ψ", "ps", "ω", "o",
)

// without returns the words of the list that no word of the text begins with.
func without(list []string, text string) []string {
	if len(list) == 0 {
		return nil
	}
	text = Fold(text)
	return slices.DeleteFunc(list, func(word string) bool { return beginsWord([]byte(text), []byte(word)) })
}
