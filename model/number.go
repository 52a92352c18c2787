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

var errTooBig = errors.New("is too large a number")

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

// ParseNumber reads a number as people type it: 150000, 150,000, 150 000, 1.5m,
// -3.25, 20k, 5 %. A comma or blank may stand between groups of three digits; k, m, bn and tn
// multiply. "" is unknown. It refuses what could be read two ways (1,5).
func ParseNumber(text string) (Number, error) {
	s := strings.TrimSpace(text)
	if s == "" {
		return Number{}, nil
	}
	coef, scale, err := parseDecimal(strings.TrimSpace(strings.TrimSuffix(s, "%")))
	if err != nil {
		return Number{}, fmt.Errorf("%w, not %q", err, text)
	}
	if scale > maxScale {
		return Number{}, fmt.Errorf("has more than %d decimals: %q", maxScale, text)
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
	bad := errors.New("must be a number like 150000, 150,000 or 1.5m")
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
		return 0, 0, bad
	}
	if whole == "" && fraction == "" {
		return 0, 0, bad
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
