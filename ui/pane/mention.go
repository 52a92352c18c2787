package pane

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/model/search"
)

// Mentioned takes whom "@" names out of a line: see [Mention].
func Mentioned(d Data, words []string, kinds ...model.Kind) (who []model.ID, rest []string, err error) {
	for i := 0; i < len(words); {
		id, n, err := Mention(d, words[i:], kinds...)
		switch {
		case err != nil:
			return nil, nil, err
		case n == 0:
			rest = append(rest, words[i])
			i++
		default:
			who = append(who, id)
			i += n
		}
	}
	return who, rest, nil
}

// Mention reads whom the words of a line begin to name with "@", and how many
// words that takes; 0 where they name nobody so. Behind the mark goes the
// beginning of the name of one person of the first of the kinds that has one so
// called, with the words that go on with that name (@Ana Ruiz); dots and
// underscores stand for its blanks (@ana.ruiz), or it stands in quotes. A whole
// name comes before all that only begin so. "me" is the person at the keyboard.
// A [MentionError] says that it is nobody, or could be several.
func Mention(d Data, words []string, kinds ...model.Kind) (who model.ID, n int, err error) {
	if len(words) == 0 || !strings.HasPrefix(words[0], "@") {
		return model.ID{}, 0, nil
	}
	if name, n := quoted(words); n > 0 {
		who, err = somebody(d, name, true, kinds)
		return who, n, wrongIn(words[:n], err)
	}
	name := plainWord(words[0][1:])
	if name == "" {
		return model.ID{}, 0, nil
	}
	who, more := inFull(d, name, words[1:], kinds)
	if more == 0 {
		who, err = somebody(d, name, false, kinds)
	}
	return who, 1 + more, wrongIn(words[:1], err)
}

// MentionError says what is wrong with a name behind "@".
type MentionError struct {
	Typed string // as it stands in the line
	Err   error
}

// Error implements error.
func (e *MentionError) Error() string { return e.Err.Error() }

// Unwrap returns what is wrong.
func (e *MentionError) Unwrap() error { return e.Err }

func wrongIn(words []string, err error) error {
	if err == nil {
		return nil
	}
	return &MentionError{plainWord(strings.Join(words, " ")), err}
}

// quotes are the marks around a name of several words, as keyboards and editors
// of several languages write them.
const quotes = "\"“”„«»"

// quoted is the name in quotes that words begin with behind the "@", and how many
// words it takes, the last of them with its closing mark; 0 for none. Until it is
// closed it goes on to the end of the line.
func quoted(words []string) (name string, n int) {
	body := strings.TrimPrefix(words[0], "@")
	if body = strings.TrimLeft(body, quotes); len(body) == len(words[0])-1 {
		return "", 0
	}
	var list []string
	for i, word := range append([]string{body}, words[1:]...) {
		plain := plainWord(word)
		open := strings.TrimRight(plain, quotes)
		list = append(list, open)
		if n = i + 1; open != plain {
			break
		}
	}
	return strings.TrimSpace(strings.Join(list, " ")), n
}

// plainWord is a word without the mark that follows it.
func plainWord(word string) string { return strings.TrimRight(word, ".,:;!?") }

// inFull returns the only person whose name goes on as the line does, and with
// how many words; none when there is nobody, or several.
func inFull(d Data, name string, next []string, kinds []model.Kind) (who model.ID, more int) {
	several := false
	for _, kind := range kinds {
		for _, r := range d.Plan.Of(kind) {
			words := strings.Fields(model.Title(r, d.Plan.Name))
			at := slices.IndexFunc(words, func(w string) bool { return strings.EqualFold(w, name) })
			n := 0
			for at >= 0 && at+1+n < len(words) && n < len(next) && strings.EqualFold(words[at+1+n], plainWord(next[n])) {
				n++
			}
			switch {
			case n > more:
				who, more, several = r.Base().ID, n, false
			case n > 0 && n == more:
				several = true
			}
		}
	}
	if several {
		return model.ID{}, 0
	}
	return who, more
}

// ErrWhoIsMe says that me was named and nobody said so far who that is.
var ErrWhoIsMe = errors.New("nobody said yet who @me is: enter asks")

// somebody returns whom a name means, or the beginning of one.
func somebody(d Data, name string, inQuotes bool, kinds []model.Kind) (model.ID, error) {
	if strings.EqualFold(name, "me") && !inQuotes {
		if d.Me.IsZero() {
			return model.ID{}, ErrWhoIsMe
		}
		return d.Me, nil
	}
	var fits []string
	var found model.ID
	whole := joined(name)
	for _, kind := range kinds {
		begun := len(fits) > 0 // those of the kind before come first
		for _, r := range d.Plan.Of(kind) {
			title := model.Title(r, d.Plan.Name)
			if whole != "" && joined(title) == whole {
				return r.Base().ID, nil
			}
			if !begun && Begins(title, name) {
				fits, found = append(fits, title), r.Base().ID
			}
		}
	}
	switch len(fits) {
	case 0:
		return model.ID{}, fmt.Errorf("nobody is called %s: behind the @ goes the beginning of a name", name)
	case 1:
		return found, nil
	}
	return model.ID{}, fmt.Errorf("@%s could be %s: type more of the name", name, model.OrList(fits[:min(3, len(fits))]))
}

// joined is a name in letters that compare, without what stands between its words.
func joined(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" ._-", r) {
			return -1
		}
		return r
	}, search.Fold(name))
}

// Begins reports whether a word of a name begins so, or the whole name, whatever
// stands between its words.
func Begins(name, start string) bool {
	if start = joined(start); start == "" {
		return false
	}
	return slices.ContainsFunc(append(strings.Fields(search.Fold(name)), joined(name)),
		func(word string) bool { return strings.HasPrefix(word, start) })
}
