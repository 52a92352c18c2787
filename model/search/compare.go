package search

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"astute/model"
)

// value is what a filter wants of a field.
type value struct {
	state   state
	options []string // the alternatives, folded; of choices the words they name
	me      bool     // the person at the keyboard, who is named only when matching
	low     bound    // of days, numbers and amounts
	high    bound
}

// state says whether the field must be known.
type state uint8

const (
	wanted  state = iota // one of the options, or within the bounds
	unknown              // "field:"
	known                // "field:*"
)

// bound is one end of a range. An empty text leaves it open.
type bound struct {
	text   string
	beyond bool // the end itself is not within
}

// errUnfinished says that a comparison has no value yet.
var errUnfinished = errors.New("needs a value after it")

// parseValue reads what stands after "field:" for the field as the kinds
// declare it, and refuses what none of them could hold.
func parseValue(name, typed string, quoted bool, fields map[model.Kind]model.Field) (value, error) {
	typed = strings.TrimSpace(typed)
	if !quoted {
		switch Fold(typed) {
		case "", "unknown", "none":
			return value{state: unknown}, nil
		case "*", "known", "any":
			return value{state: known}, nil
		}
	}
	var v value
	var err error
	for _, k := range slices.Sorted(maps.Keys(fields)) {
		// Kinds mostly agree on what a field of one name is; where they do not,
		// the value must make sense for one of them.
		if v, err = parseFor(fields[k], typed, quoted); err == nil {
			return v, nil
		}
	}
	return v, fmt.Errorf("%s %w", name, err)
}

func parseFor(f model.Field, typed string, quoted bool) (value, error) {
	switch f.Type() {
	case model.TypeDate, model.TypeInstant, model.TypeNumber, model.TypeMoney:
		return parseRange(f, typed)
	case model.TypeBool:
		for _, answer := range []struct {
			word  string
			state state
		}{{"yes", known}, {"true", known}, {"no", unknown}, {"false", unknown}} {
			if strings.HasPrefix(answer.word, strings.ToLower(typed)) {
				return value{state: answer.state}, nil
			}
		}
		return value{}, fmt.Errorf("must be yes or no, not %q", typed)
	}
	var v value
	items := []string{typed}
	if !quoted {
		items = strings.Split(typed, ",")
	}
	for _, item := range items {
		option := Fold(item)
		isLink := f.Type() == model.TypeLink || f.Type() == model.TypeLinks
		switch {
		case option == "":
		case isLink && !quoted && (option == "me" || option == "@me"):
			v.me = true
		case f.Words() != nil:
			words := wordsLike(f.Words(), option)
			if len(words) == 0 {
				return value{}, fmt.Errorf("must be %s, not %q", wordNames(f.Words()), item)
			}
			v.options = append(v.options, words...)
		default:
			v.options = append(v.options, option)
		}
	}
	return v, nil
}

// wordsLike returns the words of a vocabulary that the text means: the one it
// names, else those it begins, else those it is part of.
func wordsLike(words []model.Word, text string) []string {
	want := squash(text)
	for _, like := range []func(s, part string) bool{
		func(s, part string) bool { return s == part }, strings.HasPrefix, strings.Contains,
	} {
		var names []string
		for _, w := range words {
			if like(squash(Fold(w.Name)), want) || slices.ContainsFunc(w.Aliases, func(alias string) bool { return like(squash(Fold(alias)), want) }) {
				names = append(names, w.Name)
			}
		}
		if len(names) > 0 {
			return names
		}
	}
	return nil
}

// squash leaves out of a folded word what does not matter between ways of
// writing a choice.
func squash(s string) string { return strings.NewReplacer(" ", "", "-", "", "_", "").Replace(s) }

func wordNames(words []model.Word) string {
	names := make([]string, len(words))
	for i, w := range words {
		names[i] = w.Name
	}
	return strings.Join(names, ", ")
}

// parseRange reads ">100k", "<=fri", "today..eom" or one value.
func parseRange(f model.Field, typed string) (value, error) {
	var v value
	for _, op := range []struct {
		sign   string
		low    bool
		high   bool
		beyond bool
	}{{">=", true, false, false}, {"<=", false, true, false}, {">", true, false, true}, {"<", false, true, true}, {"=", true, true, false}} {
		if rest, ok := strings.CutPrefix(typed, op.sign); ok {
			end := bound{strings.TrimSpace(rest), op.beyond}
			if end.text == "" {
				return v, errUnfinished
			}
			if op.low {
				v.low = end
			}
			if op.high {
				v.high = end
			}
			return v, checkBound(f, end.text)
		}
	}
	from, to, isRange := strings.Cut(typed, "..")
	if !isRange {
		to = from
	}
	v.low, v.high = bound{text: strings.TrimSpace(from)}, bound{text: strings.TrimSpace(to)}
	if v.low.text == "" && v.high.text == "" {
		return v, errUnfinished
	}
	return v, cmp.Or(checkBound(f, v.low.text), checkBound(f, v.high.text))
}

// checkBound refuses what a field of the type cannot be compared with. Days are
// checked against any day, since today is known only when matching.
func checkBound(f model.Field, text string) error {
	if text == "" {
		return nil
	}
	var err error
	switch f.Type() {
	case model.TypeNumber:
		_, err = model.ReadNumber(text)
	case model.TypeMoney:
		_, err = model.ReadMoney(text, "KWD") // a currency with as many decimals as any
	default:
		_, _, err = days(text, model.NewDate(2000, 1, 1))
	}
	return err
}

// days returns the first and last day that a text means: a day as people type
// it, or a year or month.
func days(text string, today model.Date) (first, last model.Date, err error) {
	for _, period := range []struct {
		suffix string
		months int
	}{{"-01-01", 12}, {"-01", 1}} {
		if first, err = model.ParseDate(text + period.suffix); err == nil {
			return first, first.AddMonths(period.months).AddDays(-1), nil
		}
	}
	first, err = model.ParseWhen(text, today)
	return first, first, err
}

// match reports whether the field holds what is wanted.
func (v *value) match(f model.Field, env FilterEnv) bool {
	text := f.Text()
	switch v.state {
	case unknown:
		return text == ""
	case known:
		return text != ""
	}
	if text == "" {
		return false
	}
	switch f.Type() {
	case model.TypeDate:
		day, err := model.ParseDate(text)
		return err == nil && v.holdsDay(day, env.Today)
	case model.TypeInstant:
		at, err := model.ParseInstant(text)
		return err == nil && v.holdsDay(model.DateOf(at.Time()), env.Today)
	case model.TypeNumber:
		n, err := model.ParseNumber(text)
		return err == nil && v.holdsNumber(n)
	case model.TypeMoney:
		m, err := model.ParseMoney(text, "")
		return err == nil && v.holdsMoney(m)
	case model.TypeChoice, model.TypeChoices:
		return slices.ContainsFunc(f.Items(), func(item string) bool { return slices.Contains(v.options, item) })
	case model.TypeLink, model.TypeLinks:
		return v.holdsLink(f, env)
	}
	shown := Fold(f.Display(env.Names))
	return slices.ContainsFunc(v.options, func(option string) bool { return strings.Contains(shown, option) })
}

func (v *value) holdsLink(f model.Field, env FilterEnv) bool {
	for _, id := range f.Links() {
		name := Fold(env.Names(id))
		if v.me && name != "" && name == Fold(env.Me) {
			return true
		}
		for _, option := range v.options {
			if strings.Contains(name, option) || model.IsIDSuffix(option) && strings.HasSuffix(id.String(), option) {
				return true
			}
		}
	}
	return false
}

func (v *value) holdsDay(day, today model.Date) bool {
	if v.low.text != "" {
		first, last, err := days(v.low.text, today)
		if err != nil || v.low.beyond && day.Compare(last) <= 0 || day.Compare(first) < 0 {
			return false
		}
	}
	if v.high.text != "" {
		first, last, err := days(v.high.text, today)
		if err != nil || v.high.beyond && day.Compare(first) >= 0 || day.Compare(last) > 0 {
			return false
		}
	}
	return true
}

func (v *value) holdsNumber(n model.Number) bool {
	return v.within(func(text string) (int, bool) {
		m, err := model.ReadNumber(text)
		if n == m {
			return 0, err == nil
		}
		return cmp.Compare(n.Float(), m.Float()), err == nil
	})
}

// holdsMoney compares amounts of one currency; a bound without a currency
// stands for any.
func (v *value) holdsMoney(m model.Money) bool {
	return v.within(func(text string) (int, bool) {
		end, err := model.ReadMoney(text, m.Currency())
		return cmp.Compare(m.Minor(), end.Minor()), err == nil && end.Currency() == m.Currency()
	})
}

// within reports whether a value lies between the bounds, by how it compares
// with the text of one; false from compare means that it cannot be compared.
func (v *value) within(compare func(text string) (int, bool)) bool {
	if v.low.text != "" {
		c, ok := compare(v.low.text)
		if !ok || c < 0 || c == 0 && v.low.beyond {
			return false
		}
	}
	if v.high.text != "" {
		c, ok := compare(v.high.text)
		if !ok || c > 0 || c == 0 && v.high.beyond {
			return false
		}
	}
	return true
}
