package ui_test

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"astute/model"
	"astute/store"
	"astute/ui/state"
)

// typed is what was typed and is not saved, as it lay on disk when it was looked
// at last, and what may have taken some of it away since.
type typed struct {
	was     map[string][]state.Draft // by record: two sessions can have typed into one
	allowed bool                     // somebody deleted text, or said that it may go
}

// deleting are the keys that take text away, or another in its place.
var deleting = []string{"backspace", "delete", "ctrl+u", "ctrl+w", "ctrl+k", "alt+d", "ctrl+d", "ctrl+h", "paste", "ctrl+t", "ctrl+y", "ctrl+z"}

// before notices what a key may take away, from what the screen says.
func (t *typed) before(d *day, key string) {
	if slices.Contains(deleting, key) || !d.s.Quit && asksToLose(d.s.Text()) {
		t.allowed = true
	}
}

// asksToLose reports whether a screen asks whether something typed may go.
func asksToLose(screen string) bool {
	for _, text := range []string{"throw it away", "throw away", "quit and lose it", "would be lost", "was removed elsewhere", "esc keeps theirs", "gives it up"} {
		if strings.Contains(screen, text) {
			return true
		}
	}
	return false
}

func (d *day) drafts() map[string][]state.Draft {
	now := map[string][]state.Draft{}
	for _, draft := range d.o.State.Drafts(d.path) {
		now[draft.ID] = append(now[draft.ID], draft)
	}
	return now
}

// kept fails when a word was typed into something that will be saved and does
// not lie on disk.
func (d *day) kept(word string) {
	if d.slowFor > 0 || d.s.Quit || d.fault != nil {
		return
	}
	lines := d.s.Lines()
	last := lines[len(lines)-1]
	screen := d.s.Text()
	if !strings.Contains(screen, word) || !strings.Contains(last, " save") || slices.ContainsFunc(picking, func(text string) bool { return strings.Contains(screen, text) }) {
		return
	}
	for _, list := range d.drafts() {
		if has(list, word) {
			return
		}
	}
	d.Fatalf("%s is typed and not kept:\n%s", word, d.s.Text())
}

// picking is what the screen says while a word is typed to pick something by,
// which stands for nothing until it is picked, and where one value is given to
// all that are marked, which belongs to no record.
var picking = []string{" marked]", "no word here begins with", "type part of a name", "+ new ", "nothing is called that", "type to find", "space picks"}

func has(drafts []state.Draft, word string) bool {
	for _, draft := range drafts {
		for _, text := range draft.Fields {
			if strings.Contains(text, word) {
				return true
			}
		}
	}
	return false
}

// lookForTyped fails when something that was typed is neither kept any more nor
// in the file nor on the screen, and nobody took it away.
func (d *day) lookForTyped() {
	if d.slowFor > 0 || d.s.Quit || d.fault != nil {
		return
	}
	now, was, allowed := d.drafts(), d.typed.was, d.typed.allowed
	d.typed = typed{was: now}
	if allowed {
		return
	}
	screen := d.s.Text()
	for id, drafts := range was {
		for _, word := range words(drafts) {
			if strings.Contains(screen, word) || apart(now[id], word) || d.saved(id, word) {
				continue
			}
			d.Fatalf("%q was typed into %s %s, and is lost; kept is %v:\n%s", word, drafts[0].Kind, id, now[id], screen)
		}
	}
}

// apart reports whether a draft has all letters of a word in their order: somebody
// may have typed more in its middle.
func apart(drafts []state.Draft, word string) bool {
	for _, draft := range drafts {
		for _, text := range draft.Fields {
			left := word
			for _, r := range text {
				if left != "" && rune(left[0]) == r {
					left = left[1:]
				}
			}
			if left == "" {
				return true
			}
		}
	}
	return false
}

// words are the words of a draft that nobody else says: those of the intents.
func words(drafts []state.Draft) (list []string) {
	var texts []string
	for _, draft := range drafts {
		texts = slices.AppendSeq(texts, maps.Values(draft.Fields))
	}
	for _, text := range texts {
		for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !(r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') }) {
			if strings.HasPrefix(word, "Zq") && len(word) > 5 {
				list = append(list, word)
			}
		}
	}
	return list
}

// saved reports whether a record of the file has a word, or is not there any
// more because somebody removed it.
func (d *day) saved(id, word string) bool {
	key, err := model.ParseID(id)
	if err != nil {
		return false
	}
	r, err := d.others.Get(key)
	if errors.Is(err, store.ErrNotFound) {
		return d.found(word)
	}
	if err != nil {
		d.Fatalf("%v", err)
	}
	for _, f := range r.Fields() {
		if strings.Contains(f.Text(), word) {
			return true
		}
	}
	return d.found(word)
}

// found reports whether any record of the file has a word.
func (d *day) found(word string) bool {
	yes := false
	err := d.others.Each(store.Scan{}, func(r model.Record) error {
		for _, f := range r.Fields() {
			yes = yes || strings.Contains(f.Text(), word)
		}
		return nil
	})
	if err != nil {
		d.Fatalf("%v", err)
	}
	return yes
}
