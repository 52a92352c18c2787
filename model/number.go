package model

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Number is an exact decimal number, or not known (its zero value): zero and
// unknown are different things in a plan. Equal numbers are ==, whatever way
// they were typed.
type Number struct {
	coef  int64 // the number is coef / 10^scale
	scale uint8 // 0 to maxScale; no trailing zeros
	known bool
}

// maxScale is how many decimals a Number can hold.
const maxScale = 9

var (
	errTooBig    = errors.New("is too large a number")
	errNotNumber = errors.New("must be a number like 6.5, 150000, 150,000 or 1.5m")
)

// NumberOf returns a whole number.
func NumberOf(n int64) Number { return Number{coef: n, known: true} }

// IsZero reports whether the number is not known.
func (n Number) IsZero() bool { return !n.known }

// Float returns the nearest float, 0 when not known: for bars and scores, never
// for money.
func (n Number) Float() float64 { return float64(n.coef) / math.Pow10(int(n.scale)) }

// String returns the number in plain digits with a point, "" when not known.
func (n Number) String() string {
	if !n.known {
		return ""
	}
	return decimalText(n.coef, int(n.scale))
}

// Grouped returns the number with a comma between thousands, for people.
func (n Number) Grouped() string { return groupThousands(n.String()) }

// ParseNumber reads a number whose decimals follow a point, as the program
// writes it and more: 150000, 150,000, 150 000, 1.5m, -3.25, 20k, 5 %. A comma or
// blank may stand between groups of three digits; k, m, bn and tn multiply. "" is
// unknown. It refuses what could be read two ways (1,5). For what people type,
// see [ReadNumber].
func ParseNumber(text string) (Number, error) { return parseNumber(text, text) }

// ReadNumber reads a number as people type it: as [ParseNumber] does, and with
// points between the thousands (1.200.000, 1.200,50) or a comma before the decimals
// (6,5) where that is the only way to read it. A lone point before exactly three digits (1.200) stands
// between thousands for half of Europe and before decimals elsewhere, so it is
// refused.
func ReadNumber(text string) (Number, error) {
	s := plainMarks(text)
	if thousandths(s) {
		return Number{}, twoWays(text, s)
	}
	return parseNumber(s, text)
}

// parseNumber is ParseNumber of s; errors quote what was typed.
func parseNumber(s, typed string) (Number, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return Number{}, nil
	}
	coef, scale, err := parseDecimal(strings.TrimSpace(strings.TrimSuffix(s, "%")))
	if err != nil {
		return Number{}, fmt.Errorf("%w, not %q", err, typed)
	}
	if scale > maxScale {
		return Number{}, fmt.Errorf("has more than %d decimals: %q", maxScale, typed)
	}
	return Number{coef: coef, scale: uint8(scale), known: true}, nil
}

// multipliers are the suffixes that people write for large numbers, with the
// power of ten each stands for; the longer ones come first.
var multipliers = []struct {
	suffix string
	power  int
}{
	{"thousand", 3}, {"million", 6}, {"billion", 9}, {"trillion", 12},
	{"bn", 9}, {"mn", 6}, {"tn", 12}, {"k", 3}, {"m", 6}, {"b", 9}, {"t", 12},
}

// parseDecimal reads [+-]digits[.digits][suffix] with grouped thousands and
// returns coef / 10^scale, in lowest terms: a scale is as small as it can be.
func parseDecimal(s string) (coef int64, scale int, err error) {
	body, power := strings.ToLower(s), 0
	for _, m := range multipliers {
		if rest, ok := strings.CutSuffix(body, m.suffix); ok {
			body, power = strings.TrimSpace(rest), m.power
			break
		}
	}
	sign := ""
	if body != "" && (body[0] == '-' || body[0] == '+') {
		sign, body = body[:1], strings.TrimSpace(body[1:])
	}
	whole, fraction, hasPoint := strings.Cut(body, ".")
	whole, ok := ungroup(whole)
	if !ok || hasPoint && (fraction == "" || strings.Trim(fraction, "0123456789") != "") {
		return 0, 0, errNotNumber
	}
	if whole == "" && fraction == "" {
		return 0, 0, errNotNumber
	}
	fraction = strings.TrimRight(fraction, "0")
	if pad := power - len(fraction); pad > 0 {
		fraction += strings.Repeat("0", pad)
	}
	scale = len(fraction) - power
	if coef, err = strconv.ParseInt(sign+whole+fraction, 10, 64); err != nil {
		return 0, 0, errTooBig
	}
	return coef, scale, nil
}

// groupMarks are what may stand between thousands.
const groupMarks = ",' _\u00a0\u202f"

// ungroup removes marks between thousands; it reports false when they do not
// stand between groups of exactly three digits.
func ungroup(s string) (string, bool) {
	if !strings.ContainsAny(s, groupMarks) {
		return s, strings.Trim(s, "0123456789") == ""
	}
	// One mark, the same everywhere: "1,000 000" is more likely two numbers.
	mark, size := utf8.DecodeRuneInString(s[strings.IndexAny(s, groupMarks):])
	if mark == utf8.RuneError {
		return "", false
	}
	parts := strings.Split(s, s[strings.IndexRune(s, mark):][:size])
	for i, part := range parts {
		if part == "" || strings.Trim(part, "0123456789") != "" || i > 0 && len(part) != 3 || len(part) > 3 {
			return "", false
		}
	}
	return strings.Join(parts, ""), true
}

// digitsIn returns where the digits of a text begin and end; the same place
// twice when it has none.
func digitsIn(s string) (from, to int) {
	if from = strings.IndexAny(s, "0123456789"); from < 0 {
		return 0, 0
	}
	return from, strings.LastIndexAny(s, "0123456789") + 1
}

// plainMarks rewrites a number whose points can only stand between thousands,
// or whose comma can only stand before decimals, to commas between thousands and
// a point before decimals. Whatever else it is given stays as it is.
func plainMarks(s string) string {
	from, to := digitsIn(s)
	number := s[from:to]
	points, commas := strings.Count(number, "."), strings.Count(number, ",")
	whole, fraction, _ := strings.Cut(number, ",")
	switch {
	case points > 1 && commas == 0:
		number = strings.ReplaceAll(number, ".", ",")
	case points > 0 && commas == 1 && !strings.Contains(fraction, "."):
		number = strings.ReplaceAll(whole, ".", ",") + "." + fraction
	case points == 0 && commas == 1 && fraction != "" && (len(fraction) != 3 || whole == "0"):
		number = whole + "." + fraction
	default:
		return s
	}
	return s[:from] + number + s[to:]
}

// thousandths reports whether a text has a lone point before exactly three
// digits that could as well stand between thousands: 1.200, but not 0.200 or
// 1200.500.
func thousandths(s string) bool {
	from, to := digitsIn(s)
	whole, fraction, ok := strings.Cut(s[from:to], ".")
	return ok && len(whole) <= 3 && whole[0] != '0' && len(fraction) == 3 &&
		strings.Trim(whole+fraction, "0123456789") == "" && !strings.HasSuffix(s[:from], ".")
}

// twoWays refuses what thousandths finds and says how either is written.
func twoWays(typed, s string) error {
	from, to := digitsIn(s)
	whole, fraction, _ := strings.Cut(s[from:to], ".")
	suffix := strings.TrimSpace(s[to:])
	few := strings.TrimRight(strings.TrimRight(whole+"."+fraction, "0"), ".")
	plain, ok := strings.CutSuffix(fraction, "0") // with another count of decimals than three
	if !ok {
		plain = fraction + "0"
	}
	return fmt.Errorf("cannot be %q, which could be %s or %s: write %s or %s", strings.TrimSpace(typed),
		whole+fraction+suffix, few+suffix, whole+fraction+suffix, whole+"."+plain+suffix)
}

// decimalText writes coef / 10^scale in plain digits.
func decimalText(coef int64, scale int) string {
	s := strconv.FormatInt(coef, 10)
	if scale == 0 {
		return s
	}
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	if pad := scale + 1 - len(s); pad > 0 {
		s = strings.Repeat("0", pad) + s
	}
	return sign + s[:len(s)-scale] + "." + s[len(s)-scale:]
}

// groupThousands puts a comma between the thousands of plain digits.
func groupThousands(s string) string {
	whole, fraction, hasPoint := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	var b strings.Builder
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	if hasPoint {
		return sign + b.String() + "." + fraction
	}
	return sign + b.String()
}
