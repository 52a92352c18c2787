package exchange

import (
	"slices"
	"strings"
	"unicode"

	"astute/model"
)

// Programs and people write the currency of a whole column into its heading
// ("Umsatz EUR", "Deal value in €"), or into a column beside it ("Amount
// Currency"). A cell that names its own comes before either.

// codesLikeWords are currencies whose codes are words of headings too ("All
// revenue", "Top deals"): they are only taken where they stand in brackets.
var codesLikeWords = strings.Fields("ALL BAM COP CUP GEL LAK MAD MOP PEN RON SOS TOP TRY")

// headingCurrency returns the currency that a word of a heading names, "" for
// none, and the heading without it. A sign that several currencies share stands
// for the given one where that is among them.
func headingCurrency(heading string, given model.Currency) (currency model.Currency, bare string) {
	words := strings.FieldsFunc(heading, func(r rune) bool { return !isWordRune(r) })
	for i := len(words) - 1; i >= 0; i-- {
		currency = wordCurrency(words[i], given)
		if currency == "" || slices.Contains(codesLikeWords, string(currency)) && !strings.Contains(heading, "("+words[i]+")") {
			continue
		}
		// "eur" in small letters is a code at the end only.
		if words[i] == strings.ToLower(words[i]) && unicode.IsLetter([]rune(words[i])[0]) && i < len(words)-1 {
			continue
		}
		rest := slices.Delete(slices.Clone(words), i, i+1)
		if i > 0 && slices.Contains([]string{"in", "en"}, strings.ToLower(rest[i-1])) {
			rest = slices.Delete(rest, i-1, i)
		}
		return currency, strings.Join(rest, " ")
	}
	return "", heading
}

// wordCurrency returns the currency that a word is the code or the sign of, ""
// for none.
func wordCurrency(word string, given model.Currency) model.Currency {
	if c, err := model.ParseCurrency(word); err == nil {
		return c
	}
	if !strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Sc, r) }) {
		return ""
	}
	one, err := model.ParseMoney(word+"1", given)
	if err != nil || strings.ContainsFunc(word, unicode.IsLower) {
		return "" // of "k€" the amounts are thousands; see headingScale
	}
	return one.Currency()
}

// currencyHeadings are headings of columns that say the currency of the amounts
// in a row; "Amount Currency" and "Currency of value" do so of the amounts under
// the rest of their words.
var (
	currencyHeadings = strings.Fields("currency currencycode currencyisocode isocurrency isocurrencycode währung währungscode devise moneda divisa")
	beforeCurrency   = []string{"currencyof", "währung", "devise", "moneda"}
	behindCurrency   = []string{"currencyisocode", "currencycode", "currency", "währung"}
)

// currencyTarget returns the target of a heading that the dialect does not know,
// where it names the currency of amounts, or amounts in a currency; "" else.
func (r *reader) currencyTarget(d dialect, s *sheet, heading string) string {
	if _, bare, scaled := headingScale(heading); scaled {
		if text := r.targetText(d, s, bare); isMoney(s, text) {
			return text
		}
	}
	if _, bare := headingCurrency(heading, ""); bare != "" && bare != heading {
		if text := r.meaning(d, s, bare); isMoney(s, text) {
			return text
		}
	}
	if of := amountOf(s.Header, heading); of != "" {
		if text := r.meaning(d, s, of); isMoney(s, text) {
			prefix, _, dotted := strings.Cut(text, ".")
			if !dotted {
				return roleCurrency
			}
			return prefix + "." + roleCurrency
		}
	}
	if !slices.Contains(currencyHeadings, squash(heading)) {
		return ""
	}
	fields := model.New(s.kind, model.ID{}).Fields()
	if _, has := model.FieldNamed(fields, "currency"); has {
		return "currency"
	}
	if slices.ContainsFunc(fields, func(f model.Field) bool { return f.Type() == model.TypeMoney }) {
		return roleCurrency
	}
	return ""
}

// amountOf returns the heading of the amounts that a column says the currency of,
// "" where it is no such column, or of all amounts.
func amountOf(headings []string, heading string) string {
	key := squash(heading)
	for _, of := range headings {
		rest := squash(of)
		if rest != "" && (slices.ContainsFunc(beforeCurrency, func(word string) bool { return key == word+rest }) ||
			slices.ContainsFunc(behindCurrency, func(word string) bool { return key == rest+word })) {
			return of
		}
	}
	return ""
}

// isMoney reports whether the target of a column of the sheet is an amount.
func isMoney(s *sheet, text string) bool {
	if s.kind == 0 {
		return false
	}
	c, err := newColumn(&sheet{Table: s.Table, source: s.source, kind: s.kind}, 0, "", text)
	return err == nil && c.typ == model.TypeMoney
}

// nameCurrencies finds what the headings of a sheet say of its amounts.
func (s *sheet) nameCurrencies(given model.Currency) {
	for _, c := range s.columns {
		if c.typ != model.TypeMoney || s.own() {
			continue
		}
		_, bare, _ := headingScale(c.heading)
		c.currency, _ = headingCurrency(bare, given)
		for i, heading := range s.Header {
			if amountOf(s.Header, heading) == c.heading {
				c.currencyAt = i + 1
			}
		}
	}
}

// currencyIn returns the currency that the heading says the row's cell is in, else
// the column beside it, else "".
func (c *column) currencyIn(row Row) model.Currency {
	if c.currency != "" || c.currencyAt == 0 {
		return c.currency
	}
	said, err := model.ParseCurrency(cleanCell(row.cell(c.currencyAt - 1)))
	if err != nil {
		return ""
	}
	return said
}
