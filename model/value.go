package model

import (
	"errors"
	"slices"
	"strings"
)

// The constructors below bind a variable to a field. They convert the pointer
// only, so that listing a record's fields costs one allocation for the list.

func text(num int, name, label string, p *string) declared {
	return declared{num, name, Declaration{Label: label}, anywhere, (*textValue)(p)}
}

func texts(num int, name, label string, p *[]string) declared {
	return declared{num, name, Declaration{Label: label}, anywhere, (*textsValue)(p)}
}

func number(num int, name, label string, p *Number) declared {
	return declared{num, name, Declaration{Label: label}, anywhere, (*numberValue)(p)}
}

func year(num int, name, label string, p *Year) declared {
	return declared{num, name, Declaration{Label: label}, anywhere, (*yearValue)(p)}
}

func money(num int, name, label string, p *Money) declared {
	return declared{num, name, Declaration{Label: label}, anywhere, (*moneyValue)(p)}
}

func currency(num int, name, label string, p *Currency) declared {
	return declared{num, name, Declaration{Label: label}, anywhere, (*currencyValue)(p)}
}

func date(num int, name, label string, p *Date) declared {
	return declared{num, name, Declaration{Label: label}, anywhere, (*dateValue)(p)}
}

func yesNo(num int, name, label string, p *bool) declared {
	return declared{num, name, Declaration{Label: label}, anywhere, (*boolValue)(p)}
}

func choice[V Vocabulary](num int, name, label string, p *Choice[V]) declared {
	return declared{num, name, Declaration{Label: label}, anywhere, (*choiceValue[V])(p)}
}

func choices[V Vocabulary](num int, name, label string, p *Choices[V]) declared {
	return declared{num, name, Declaration{Label: label}, anywhere, (*choicesValue[V])(p)}
}

func link(num int, name, label string, p *ID, kinds ...Kind) declared {
	return declared{num, name, Declaration{Label: label}, leadsTo(kinds), (*linkValue)(p)}
}

func links(num int, name, label string, p *[]ID, kinds ...Kind) declared {
	return declared{num, name, Declaration{Label: label}, leadsTo(kinds), (*linksValue)(p)}
}

func instant(num int, name, label string, p *Instant) declared {
	return declared{num, name, Declaration{Label: label, Fixed: true}, anywhere, (*instantValue)(p)}
}

type textValue string

func (*textValue) typ() Type                 { return TypeText }
func (v *textValue) text() string            { return string(*v) }
func (v *textValue) parse(text string) error { *v = textValue(text); return nil }
func (*textValue) read(_ Input, _ *Field, typed string) (string, error) {
	return typed, nil
}

type textsValue []string

func (*textsValue) typ() Type      { return TypeTexts }
func (v *textsValue) text() string { return strings.Join(*v, "\n") }
func (v *textsValue) parse(text string) error {
	*v = ItemsOf(TypeTexts, text)
	return nil
}
func (*textsValue) read(_ Input, f *Field, typed string) (string, error) {
	separators := ";\n"
	if f.ByComma {
		separators = ",;\n"
	}
	return strings.Join(splitItems(typed, separators), "\n"), nil
}

// splitItems cuts typed text at any of the separators, cleans each item, and
// drops empty and repeated ones.
func splitItems(typed, separators string) []string {
	var items []string
	for _, item := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		if item = CleanLine(item); item != "" && !slices.Contains(items, item) {
			items = append(items, item)
		}
	}
	return items
}

type numberValue Number

func (*numberValue) typ() Type      { return TypeNumber }
func (v *numberValue) text() string { return Number(*v).String() }
func (v *numberValue) parse(text string) error {
	return assign((*Number)(v), text, ParseNumber)
}
func (*numberValue) read(in Input, f *Field, typed string) (string, error) {
	read := ReadNumber
	if in.Points || typed == f.Text() { // what stands there already is shown as it is kept
		read = ParseNumber
	}
	n, err := read(typed)
	return n.String(), err
}

// yearValue is a number that is never grouped: see [DisplayText].
type yearValue Year

func (*yearValue) typ() Type      { return TypeNumber }
func (v *yearValue) text() string { return Year(*v).String() }
func (v *yearValue) parse(text string) error {
	return assign((*Year)(v), text, ParseYear)
}
func (*yearValue) read(_ Input, _ *Field, typed string) (string, error) {
	y, err := ParseYear(typed)
	return y.String(), err
}

type moneyValue Money

func (*moneyValue) typ() Type      { return TypeMoney }
func (v *moneyValue) text() string { return Money(*v).String() }
func (v *moneyValue) parse(text string) error {
	return assign((*Money)(v), text, func(s string) (Money, error) { return ParseMoney(s, "") })
}
func (v *moneyValue) read(in Input, f *Field, typed string) (string, error) {
	read := ReadMoney
	if in.Points || typed == f.Text() {
		read = ParseMoney
	}
	currency, err := in.currencyFor(Money(*v))
	if err != nil {
		return "", err
	}
	m, err := read(typed, currency)
	return m.String(), err
}

// currencyFor is the currency of an amount typed over another without one: what
// it was in, because a new figure is no new currency. Of a file the row says it.
func (in Input) currencyFor(was Money) (Currency, error) {
	if was.IsZero() || in.Points {
		in, err := in.Settled()
		return in.Currency, err
	}
	return was.Currency(), nil
}

type currencyValue Currency

func (*currencyValue) typ() Type      { return TypeText }
func (v *currencyValue) text() string { return string(*v) }
func (v *currencyValue) parse(text string) error {
	return assign((*Currency)(v), text, ParseCurrency)
}
func (*currencyValue) read(_ Input, _ *Field, typed string) (string, error) {
	c, err := ParseCurrency(typed)
	return string(c), err
}

type dateValue Date

func (*dateValue) typ() Type      { return TypeDate }
func (v *dateValue) text() string { return Date(*v).String() }
func (v *dateValue) parse(text string) error {
	return assign((*Date)(v), text, ParseDate)
}
func (*dateValue) read(in Input, _ *Field, typed string) (string, error) {
	d, err := ParseWhen(typed, in.Today)
	return d.String(), err
}

type instantValue Instant

func (*instantValue) typ() Type      { return TypeInstant }
func (v *instantValue) text() string { return Instant(*v).String() }
func (v *instantValue) parse(text string) error {
	return assign((*Instant)(v), text, ParseInstant)
}
func (*instantValue) read(_ Input, _ *Field, typed string) (string, error) {
	i, err := ParseInstant(typed)
	return i.String(), err
}

// boolValue is yes or unknown: a "no" that nobody said is not kept, because
// every yes-or-no of the language is an exception to the usual.
type boolValue bool

func (*boolValue) typ() Type { return TypeBool }
func (v *boolValue) text() string {
	if *v {
		return "yes"
	}
	return ""
}
func (v *boolValue) parse(text string) error {
	return assign((*bool)(v), text, parseBool)
}
func (*boolValue) read(_ Input, _ *Field, typed string) (string, error) {
	b, err := parseBool(typed)
	return (*boolValue)(&b).text(), err
}

func parseBool(text string) (bool, error) {
	switch strings.ToLower(text) {
	case "yes", "y", "true", "1", "on", "x":
		return true, nil
	case "", "no", "n", "false", "0", "off":
		return false, nil
	}
	return false, errors.New("must be yes or no, not " + quote(text))
}

func quote(s string) string { return `"` + s + `"` }

type choiceValue[V Vocabulary] Choice[V]

func (*choiceValue[V]) typ() Type      { return TypeChoice }
func (v *choiceValue[V]) text() string { return Choice[V](*v).String() }
func (v *choiceValue[V]) parse(text string) error {
	return assign((*Choice[V])(v), text, ParseChoice[V])
}
func (*choiceValue[V]) read(_ Input, _ *Field, typed string) (string, error) {
	c, err := ParseChoice[V](typed)
	return c.String(), err
}
func (*choiceValue[V]) words() []Word { var v V; return v.Words() }

type choicesValue[V Vocabulary] Choices[V]

func (*choicesValue[V]) typ() Type      { return TypeChoices }
func (v *choicesValue[V]) text() string { return Choices[V](*v).String() }
func (v *choicesValue[V]) parse(text string) error {
	return assign((*Choices[V])(v), text, ParseChoices[V])
}
func (*choicesValue[V]) read(_ Input, _ *Field, typed string) (string, error) {
	c, err := ParseChoices[V](typed)
	return c.String(), err
}
func (*choicesValue[V]) words() []Word { var v V; return v.Words() }

type linkValue ID

func (*linkValue) typ() Type      { return TypeLink }
func (v *linkValue) text() string { return ID(*v).String() }
func (v *linkValue) parse(text string) error {
	return assign((*ID)(v), text, parseLink)
}
func (*linkValue) read(in Input, f *Field, typed string) (string, error) {
	id, err := findLink(in, f, typed)
	return id.String(), err
}

func parseLink(text string) (ID, error) {
	if text == "" {
		return ID{}, nil
	}
	return ParseID(text)
}

func findLink(in Input, f *Field, typed string) (ID, error) {
	if typed == "" {
		return ID{}, nil
	}
	if in.Find == nil {
		return ParseID(typed)
	}
	return in.Find(typed, f.Kinds)
}

type linksValue []ID

func (*linksValue) typ() Type { return TypeLinks }
func (v *linksValue) text() string {
	switch len(*v) {
	case 0:
		return ""
	case 1:
		return (*v)[0].String()
	}
	items := make([]string, len(*v))
	for i, id := range *v {
		items[i] = id.String()
	}
	return strings.Join(items, "\n")
}
func (v *linksValue) parse(text string) error {
	var ids []ID
	for _, item := range ItemsOf(TypeLinks, text) {
		id, err := ParseID(item)
		if err != nil {
			return err
		}
		ids = append(ids, id)
	}
	*v = ids
	return nil
}

// read takes names separated by semicolons or line breaks; by commas too where
// the whole text is not itself a name ("Smith, Jane").
func (*linksValue) read(in Input, f *Field, typed string) (string, error) {
	var ids linksValue
	for _, item := range splitItems(typed, ";\n") {
		id, err := findLink(in, f, item)
		if err == nil {
			ids = ids.with(id)
			continue
		}
		parts := splitItems(item, ",")
		if len(parts) < 2 {
			return "", err
		}
		for _, part := range parts {
			if id, err = findLink(in, f, part); err != nil {
				return "", err
			}
			ids = ids.with(id)
		}
	}
	return ids.text(), nil
}

func (v linksValue) with(id ID) linksValue {
	if slices.Contains(v, id) {
		return v
	}
	return append(v, id)
}

// assign sets *p to what parse reads, and leaves it alone on an error.
func assign[T any](p *T, text string, parse func(string) (T, error)) error {
	v, err := parse(text)
	if err == nil {
		*p = v
	}
	return err
}
