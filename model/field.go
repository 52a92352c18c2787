package model

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Type says what a field holds, and so how it is asked for and written out.
type Type uint8

// The types of field. Each has one canonical text, which is what the file
// keeps; JSON and forms follow from the type.
const (
	TypeText    Type = iota // one line, or several when Long
	TypeTexts               // several lines of one line each, such as phones
	TypeNumber              // Number
	TypeMoney               // Money
	TypeDate                // Date
	TypeBool                // yes or no
	TypeChoice              // one word of a vocabulary
	TypeChoices             // several words of a vocabulary
	TypeLink                // the ID of another record
	TypeLinks               // the IDs of several other records, in order
	TypeInstant             // Instant
)

// Field is one field of one record: what it is called and means, bound to the
// variable that holds it. It knows nothing of layout, and rules between fields
// are plain Go (see [Validator]).
//
// Fields are made by a record's Fields method, in the order in which people
// meet them: core first where possible.
type Field struct {
	Num  int    // its number in the file; never changes, never used twice in a kind
	Name string // its word on the command line, in JSON and in queries
	*Declaration

	value value
}

// Declaration is what the fields of one number have in common in all records of a
// kind; it is shared between them, for reading.
type Declaration struct {
	Label string // its words on screen
	Hint  string // what belongs here, in a few words; "" when the label says it
	Unit  string // what a number counts, such as "%"
	Kinds []Kind // for links: which kinds it may point to, nil meaning any

	Needed      bool // the record cannot be without it
	InCore      bool // counts for completeness; forms show it first
	UpFront     bool // not core, but what people know first and need most: forms show it with the core
	ForCustomer bool // may be shown to the customer; internal otherwise
	IsLong      bool // text of several lines
	ByComma     bool // a list whose items hold no comma, so that one may separate them
	Fixed       bool // kept by the program; nobody types it
	Hidden      bool // not shown anywhere: the program's own memory
}

// value binds a variable to its canonical text.
type value interface {
	typ() Type
	// text returns the canonical text, "" when not known.
	text() string
	// parse reads what text wrote. It must accept every text of the same type
	// that an earlier version of the program wrote.
	parse(text string) error
	// read turns what a person typed into canonical text.
	read(in Input, f *Field, typed string) (string, error)
}

// Input is what reading typed text needs from outside.
type Input struct {
	Today    Date     // the day that "fri" and "+2w" count from
	Currency Currency // the currency of an amount typed without one, where the field has none yet
	// BookCurrency returns what stands for a Currency that is not known: that of the
	// book, "" where it has no amounts. It may look at all of the book, and is asked
	// only when an amount is read. A nil one leaves it not known.
	BookCurrency func() (Currency, error)
	Points       bool // decimals follow a point for sure: a file of numbers, not a person at the keys
	// Find returns the record that text names among the kinds (nil: any); its
	// error already names the cure, and the candidates when there are several.
	// A nil Find takes whole IDs only.
	Find func(text string, kinds []Kind) (ID, error)
}

// Settled returns the input with its currency: that of the book where none is known,
// or where that has no amounts either, US dollars.
func (in Input) Settled() (Input, error) {
	if in.Currency != "" || in.BookCurrency == nil {
		return in, nil
	}
	found, err := in.BookCurrency()
	in.Currency = cmp.Or(found, "USD")
	return in, err
}

// ErrValue is wrapped by every error about a value that a field cannot take.
var ErrValue = errors.New("bad value")

// ValueError says which field refused which text, and what it would take.
type ValueError struct {
	Field string // the field's name
	Text  string // what was typed
	Err   error  // what it must look like, as the end of a sentence that the field's name begins
}

func (e *ValueError) Error() string { return e.Field + " " + e.Err.Error() }

// Unwrap gives both the cause and [ErrValue].
func (e *ValueError) Unwrap() []error { return []error{ErrValue, e.Err} }

// Type says what the field holds.
func (f Field) Type() Type { return f.value.typ() }

// Text returns the canonical text, "" when not known: what the file keeps.
// Lists have one item a line.
func (f Field) Text() string { return f.value.text() }

// IsZero reports whether the field is not known.
func (f Field) IsZero() bool { return f.value.text() == "" }

// Parse reads canonical text, as Text returns it.
func (f Field) Parse(text string) error {
	if err := f.value.parse(text); err != nil {
		return &ValueError{f.Name, text, err}
	}
	return nil
}

// Set reads text that a person typed or a file brought: it is cleaned of
// control characters, and dates, amounts and names of linked records are
// understood. On an error the field keeps the value it had.
func (f Field) Set(in Input, typed string) error {
	canonical, err := f.Canonical(in, typed)
	if err != nil {
		return err
	}
	return f.Parse(canonical)
}

// Canonical returns the canonical text of what a person typed, without setting
// the field. It takes a pointer because it is asked for every cell of a file, and
// a field is large.
func (f *Field) Canonical(in Input, typed string) (string, error) {
	if f.Fixed {
		return "", &ValueError{f.Name, typed, errors.New("is kept by the program and cannot be set")}
	}
	if f.IsLong {
		typed = strings.TrimSpace(CleanText(typed))
	} else if t := f.Type(); t == TypeTexts || t == TypeLinks || t == TypeChoices {
		typed = CleanText(typed)
	} else {
		typed = CleanLine(typed)
	}
	canonical, err := f.value.read(in, f, typed)
	if err != nil {
		return "", &ValueError{f.Name, typed, err}
	}
	if f.Needed && canonical == "" {
		return "", &ValueError{f.Name, typed, errors.New("is needed and cannot be empty")}
	}
	return canonical, nil
}

// IsCurrency reports whether the field's text is a currency code.
func (f Field) IsCurrency() bool { _, is := f.value.(*currencyValue); return is }

// IsYear reports whether the field's number is a year, which is never grouped.
func (f Field) IsYear() bool { _, is := f.value.(*yearValue); return is }

// IsList reports whether the field holds several items.
func (f Field) IsList() bool {
	t := f.Type()
	return t == TypeTexts || t == TypeChoices || t == TypeLinks
}

// Items returns the items of the field's value: of a list each, of anything
// else the one text, none when not known.
func (f Field) Items() []string { return ItemsOf(f.Type(), f.Text()) }

// ItemsOf splits the canonical text of a field of type t into its items.
func ItemsOf(t Type, text string) []string {
	switch {
	case text == "":
		return nil
	case t == TypeChoices:
		return strings.Split(text, ", ")
	case t == TypeTexts || t == TypeLinks:
		return strings.Split(text, "\n")
	}
	return []string{text}
}

// Add adds typed items to a list; those that are there already stay once.
func (f Field) Add(in Input, typed string) error { return f.change(in, typed, true) }

// Drop takes typed items out of a list. An item that is not there is an error.
func (f Field) Drop(in Input, typed string) error { return f.change(in, typed, false) }

func (f Field) change(in Input, typed string, add bool) error {
	if !f.IsList() {
		return &ValueError{f.Name, typed, errors.New("holds one value: use " + f.Name + "=")}
	}
	canonical, err := f.Canonical(in, typed)
	if err != nil {
		return err
	}
	items := f.Items()
	for _, item := range ItemsOf(f.Type(), canonical) {
		at := slices.Index(items, item)
		switch {
		case add && at < 0:
			items = append(items, item)
		case !add && at < 0:
			return &ValueError{f.Name, typed, fmt.Errorf("does not hold %q", typed)}
		case !add:
			items = slices.Delete(items, at, at+1)
		}
	}
	sep := "\n"
	if f.Type() == TypeChoices {
		sep = ", "
	}
	return f.Parse(strings.Join(items, sep))
}

// Links returns the IDs that the field points to, none for other types.
func (f Field) Links() []ID {
	switch v := f.value.(type) {
	case *linkValue:
		if !ID(*v).IsZero() {
			return []ID{ID(*v)}
		}
	case *linksValue:
		return *v
	}
	return nil
}

// Words returns the vocabulary of a choice, nil for other types.
func (f Field) Words() []Word {
	if v, ok := f.value.(interface{ words() []Word }); ok {
		return v.words()
	}
	return nil
}

// Names answers what a record is called; "" when it does not know the ID. A nil
// Names knows none.
type Names func(ID) string

// Display returns the field's value for people: amounts grouped, links by name,
// lists joined by commas.
func (f Field) Display(names Names) string { return DisplayText(f, f.Text(), names) }

// DisplayText is [Field.Display] of a canonical text that the field could hold,
// for showing what a field was or would be.
func DisplayText(f Field, text string, names Names) string {
	switch f.Type() {
	case TypeNumber:
		n, err := ParseNumber(text)
		if f.IsYear() || err != nil || n.IsZero() {
			return text
		}
		if f.Unit == "" {
			return n.Grouped()
		}
		return n.Grouped() + " " + f.Unit
	case TypeMoney:
		if m, err := ParseMoney(text, ""); err == nil {
			return m.Grouped()
		}
	case TypeLink, TypeLinks:
		shown := ItemsOf(f.Type(), text)
		for i, item := range shown {
			if id, err := ParseID(item); err == nil && names != nil {
				shown[i] = cmp.Or(names(id), item)
			}
		}
		return strings.Join(shown, ", ")
	case TypeTexts:
		return strings.ReplaceAll(text, "\n", ", ")
	}
	return text
}

// FieldNamed returns the field of that name; "-" and blanks count as "_", case
// does not matter, and the words on screen are taken too.
func FieldNamed(fields []Field, name string) (Field, bool) {
	for i := range fields { // what the program itself asks for, mostly
		if fields[i].Name == name && !fields[i].Hidden {
			return fields[i], true
		}
	}
	want := squash(name)
	for _, f := range fields {
		if squash(f.Name) == want && !f.Hidden {
			return f, true
		}
	}
	for _, f := range fields {
		if squash(f.Label) == want && !f.Hidden {
			return f, true
		}
	}
	return Field{}, false
}

// MustField is [FieldNamed] for a name that the program itself wrote: one that
// is no field's is a slip of ours, and panics.
func MustField(fields []Field, name string) Field {
	f, ok := FieldNamed(fields, name)
	if !ok {
		panic("model: no field " + name)
	}
	return f
}

// fieldNumbered returns the field with that number.
func fieldNumbered(fields []Field, num int) (Field, bool) {
	for _, f := range fields {
		if f.Num == num {
			return f, true
		}
	}
	return Field{}, false
}
