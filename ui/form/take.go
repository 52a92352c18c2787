package form

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"astute/model"
	"astute/ui/picker"
)

// longestLine is how many characters a field of one line takes: more is a text
// that was meant for another field.
const longestLine = 500

// Commit takes what was typed or picked into the field. On an error the field
// keeps what it had, the editor what was typed, and Err says what is wanted.
func (e *Editor) Commit() error {
	var err error
	switch {
	case e.list == nil && e.text.Text() == e.began:
		err = e.field.Parse(e.from)
		if err == nil && e.field.Needed && e.from == "" {
			_, err = e.field.Canonical(e.ctx.Input, "")
		}
	case e.list == nil && e.tooLong() > 0:
		err = &model.ValueError{Field: e.field.Name, Text: e.text.Text(),
			Err: fmt.Errorf("takes %d characters: take %d out, or put the text into the notes", longestLine, e.tooLong())}
	case e.list == nil:
		err = e.field.Set(e.ctx.Input, e.text.Text())
	case e.lettered() && e.Misread():
		err = e.misspelt()
	case e.Listed() && e.list.Input.Text() != "":
		err = &model.ValueError{Field: e.field.Name, Text: e.list.Input.Text(), Err: e.unclear()}
	case e.field.IsList():
		err = e.field.Parse(e.value())
	}
	if e.Err = ""; err != nil {
		e.Err = e.reason(err)
	}
	return err
}

// reason is an error of the field as a sentence about its label, not about the
// name that it has in files.
func (e *Editor) reason(err error) string {
	if bad := new(model.ValueError); errors.As(err, &bad) && e.Listed() {
		return strings.ToLower(e.field.Label) + ": " + bad.Err.Error()
	} else if errors.As(err, &bad) {
		return strings.ToLower(e.field.Label) + " " + bad.Err.Error()
	}
	return err.Error()
}

// missing reports whether nothing was typed where something is needed.
func (e *Editor) missing() bool {
	return e.field.Needed && e.field.IsZero() && e.list == nil && strings.TrimSpace(e.text.Text()) == ""
}

// tooLong returns how many characters a field of one line holds too many.
func (e *Editor) tooLong() int {
	if e.field.Type() != model.TypeText || e.field.IsLong {
		return 0
	}
	return max(0, utf8.RuneCountInString(e.text.Text())-longestLine)
}

// TakeTyped picks what was typed and not yet picked, where only one can be meant:
// what leaving the field means. It makes nothing: that takes a person's enter.
func (e *Editor) TakeTyped() {
	if e.lettered() && !e.Misread() {
		e.word = word{}
	}
	if !e.Listed() || e.list.Input.Text() == "" {
		return
	}
	meant := e.list.Meant()
	if len(meant) != 1 || meant[0].Value == done {
		return
	}
	if _, _, makes := making(meant[0]); !makes {
		e.pick(meant[0])
	}
}

// unclear says why a name that was typed and not picked cannot be taken.
func (e *Editor) unclear() error {
	typed := e.list.Input.Text()
	meant := e.list.Meant()
	if len(meant) == 1 && meant[0].Value == myself {
		return errors.New("nobody said yet who me is: enter asks")
	}
	if _, _, makes := making(append(meant, picker.Item{})[0]); len(meant) < 2 || makes {
		return errors.New(e.noOne() + " is called " + typed + e.orMake())
	}
	names := meant[0].Text + ", " + meant[1].Text
	if more := len(meant) - 2; more > 0 {
		names += fmt.Sprintf(" and %d more", more)
	}
	return fmt.Errorf("%q can be %s: type more of the name, or pick one with the arrows", typed, names)
}

// noOne is the word for none of what a link can point to.
func (e *Editor) noOne() string {
	people := []model.Kind{model.KindContact, model.KindTeammate}
	switch kinds := e.field.Kinds; {
	case len(kinds) > 0 && !slices.ContainsFunc(kinds, func(k model.Kind) bool { return !slices.Contains(people, k) }):
		return "nobody"
	case len(kinds) == 1:
		return "no " + kinds[0].String()
	}
	return "nothing"
}
