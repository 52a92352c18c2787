package ui

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"astute/model"
	"astute/store"

	tea "github.com/charmbracelet/bubbletea"
)

// largeEdit is how many records an edit may have touched to be taken back
// unasked.
const largeEdit = 100

// stillMine is for how long one's own edit is taken back unasked after a new
// start: it is still what one was doing.
const stillMine = 10 * time.Minute

// fewRecords is how many records an edit may have touched to be told field by
// field.
const fewRecords = 20

// standing is the answer to which edit undo would take back.
type standing struct {
	edit store.Entry
	err  error
}

// undo takes back the newest edit that stands. What was made in this session,
// and is what the screen said last, is taken back at once; anything beyond that
// border is named first, and waits for a yes. So a held key stops there.
func (w *Workspace) undo() tea.Cmd {
	s, known := w.o.Store, w.sight
	return w.await(func() tea.Msg {
		edit, err := nextUndone(s, known)
		return standing{edit, err}
	})
}

// nextUndone returns the edit that undo would take back.
func nextUndone(s Store, known store.Sight) (store.Entry, error) {
	if err := unturned(s, known); err != nil {
		return store.Entry{}, err
	}
	list, err := s.Standing(1)
	if err != nil {
		return store.Entry{}, err
	}
	if len(list) == 0 {
		return store.Entry{}, nothingLeft{}
	}
	return list[0], nil
}

// nothingLeft says that nothing stands that could be taken back.
type nothingLeft struct{}

func (nothingLeft) Error() string        { return "there is nothing to undo" }
func (nothingLeft) Is(target error) bool { return target == store.ErrNothing }

func (m standing) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	if m.err != nil {
		w.failed(m.err)
		return nil
	}
	why := w.border(m.edit)
	if why == "" {
		return w.takeBack(m.edit)
	}
	w.push(&question{
		q:    newQuestion("Take it back?", []string{why, w.about(m.edit)}, "take it back", "leave it"),
		yes:  func(w *Workspace) tea.Cmd { return w.takeBack(m.edit) },
		deaf: "u",
	})
	return nil
}

// border says why an edit is not taken back unasked, "" when it is.
func (w *Workspace) border(e store.Entry) string {
	switch {
	case e.Seq <= w.began && w.byMe(e) && w.o.Now().Sub(e.At) < stillMine && touched(e) <= largeEdit:
		return ""
	case !w.isMine(e) && w.byMe(e):
		return "You made that before this session:"
	case !w.isMine(e) && e.Seq <= w.began:
		return "That was made before you came:"
	case !w.isMine(e):
		return "That was made elsewhere meanwhile:"
	case e.Seq != w.newest.Seq:
		return "Something was changed or taken back elsewhere; what is next is"
	case touched(e) > largeEdit:
		return "That is a large one:"
	}
	return ""
}

// isMine reports whether this workspace wrote an edit.
func (w *Workspace) isMine(e store.Entry) bool {
	label, ok := w.mine[e.Seq]
	return ok && label == e.Label
}

func (w *Workspace) byMe(e store.Entry) bool { return e.By != "" && fold(e.By) == fold(w.o.Me) }

func touched(e store.Entry) int { return e.Made + e.Changed + e.Gone }

// about says what an edit was, how much it did, when and whose it was.
func (w *Workspace) about(e store.Entry) string {
	text := e.Label
	if touched(e) > 1 {
		var parts []string
		for _, p := range []struct {
			n    int
			word string
		}{{e.Made, "created"}, {e.Changed, "changed"}, {e.Gone, "removed"}} {
			if p.n > 0 {
				parts = append(parts, fmt.Sprintf("%d %s", p.n, p.word))
			}
		}
		text += " (" + strings.Join(parts, ", ") + ")"
	}
	return text + ", " + w.whose(e)
}

// whose says who made an edit and how long ago.
func (w *Workspace) whose(e store.Entry) string {
	ago := since(e.At, w.o.Now())
	switch {
	case w.isMine(e) || w.byMe(e):
		return "your edit " + ago
	case e.By == "":
		return ago
	}
	return ago + " by " + e.By
}

// since says how long ago something was, in the largest unit that says enough.
func since(at, now time.Time) string {
	for _, unit := range []struct {
		size time.Duration
		word string
	}{{24 * time.Hour, "d"}, {time.Hour, "h"}, {time.Minute, "min"}, {time.Second, "s"}} {
		if n := now.Sub(at) / unit.size; n > 0 {
			return fmt.Sprintf("%d %s ago", n, unit.word)
		}
	}
	return "just now"
}

// undone is the answer to undo and redo.
type undone struct {
	word string
	edit store.Entry // what was taken back or repeated
	log  store.Entry // the same as the journal tells it now
	err  error
	snap snapshot
}

// errMoved says that the edit to take back is not the newest any more.
var errMoved = errors.New("somebody else changed something just now: nothing was taken back, press u again")

// takeBack takes an edit back, if it is still the newest that stands.
func (w *Workspace) takeBack(e store.Entry) tea.Cmd {
	s, at, known := w.o.Store, w.o.Now(), w.sight
	read := w.reader(w.account, nil)
	return w.await(func() tea.Msg {
		if _, err := s.Undo(1, at, store.OnTopOf(known), store.Undoes(e.Seq)); err != nil {
			return undone{err: refused(s, err, errMoved)}
		}
		return undone{word: "undone", edit: e, log: journalled(s, e), snap: read()}
	})
}

// redo repeats what was taken back last. It asks where undo would, and before it
// removes something again.
func (w *Workspace) redo() tea.Cmd {
	s, known := w.o.Store, w.sight
	return w.await(func() tea.Msg {
		edit, err := nextRedone(s, known)
		return repeatable{edit, err}
	})
}

// nextRedone returns the edit that redo would repeat.
func nextRedone(s Store, known store.Sight) (store.Entry, error) {
	if err := unturned(s, known); err != nil {
		return store.Entry{}, err
	}
	return s.Repeatable()
}

// repeatable is the answer to which edit redo would repeat.
type repeatable struct {
	edit store.Entry
	err  error
}

func (m repeatable) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	if m.err != nil {
		w.failed(m.err)
		return nil
	}
	why := w.redoBorder(m.edit)
	if why == "" {
		return w.repeat(m.edit)
	}
	w.push(&question{
		q:    newQuestion("Repeat it?", []string{why, w.about(m.edit)}, "repeat it", "leave it"),
		yes:  func(w *Workspace) tea.Cmd { return w.repeat(m.edit) },
		deaf: "U",
	})
	return nil
}

// redoBorder says why an edit is not repeated unasked, "" when it is.
func (w *Workspace) redoBorder(e store.Entry) string {
	switch {
	case e.Gone > 0:
		return "That removes again what was brought back:"
	case touched(e) > largeEdit:
		return "That is a large one:"
	case w.isMine(e) || w.tookBack[e.Seq]:
		return ""
	case w.byMe(e) && w.o.Now().Sub(e.At) < stillMine && e.Seq <= w.began:
		return ""
	case e.Seq <= w.began:
		return "That was taken back before you came:"
	}
	return "That was made and taken back elsewhere:"
}

// repeat repeats an edit, if it is still the one that redo would repeat.
func (w *Workspace) repeat(e store.Entry) tea.Cmd {
	s, at, known := w.o.Store, w.o.Now(), w.sight
	read := w.reader(w.account, nil)
	return w.await(func() tea.Msg {
		done, err := s.Redo(1, at, store.OnTopOf(known), store.Redoes(e.Seq))
		if err != nil {
			return undone{err: refused(s, err, errOvertaken)}
		}
		return undone{word: "redone", edit: done[0], log: journalled(s, done[0]), snap: read()}
	})
}

// errOvertaken says that the edit to repeat is not the next any more.
var errOvertaken = errors.New("somebody else changed something just now: nothing was repeated, press U again")

// journalled returns the newest entry of the journal with what it changed, as far
// as that is little enough to be told.
func journalled(s Store, of store.Entry) store.Entry {
	if touched(of) > fewRecords {
		return store.Entry{}
	}
	list, err := s.Log(store.LogQuery{Limit: 1, Fields: true})
	if err != nil || len(list) == 0 {
		return store.Entry{}
	}
	return list[0]
}

// changed says what an entry changed where it changed one or two fields of one
// record: what undo and redo did is read best so. "" stands for more.
func (w *Workspace) changed(e store.Entry) string {
	if len(e.Deltas) != 1 || e.Deltas[0].Verb != store.Changed || len(e.Deltas[0].Fields) == 0 || len(e.Deltas[0].Fields) > 2 {
		return ""
	}
	d := e.Deltas[0]
	var labels, values []string
	for _, f := range d.Fields {
		labels = append(labels, strings.ToLower(f.Label))
		values = append(values, w.shown(d.Kind, f.Name, f.Before)+" -> "+w.shown(d.Kind, f.Name, f.After))
	}
	return fmt.Sprintf("%s of %s (%s)", strings.Join(labels, ", "), d.Name, strings.Join(values, ", "))
}

// shown is a field's canonical text as people read it.
func (w *Workspace) shown(k model.Kind, field, text string) string {
	f, ok := model.FieldNamed(k.Spec().New().Fields(), field)
	if ok {
		text = model.DisplayText(f, text, func(id model.ID) string { return cmp.Or(w.names(id), "somebody else") })
	}
	return orNothing(text)
}

func (m undone) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	if m.err != nil {
		w.failed(m.err)
		return w.poll()
	}
	text, tail := m.word+": "+cmp.Or(w.changed(m.log), m.edit.Label), ", "+w.whose(m.edit)
	if m.word == "undone" {
		w.tookBack[m.edit.Seq] = true
		tail += "  (U repeats it)"
	}
	if errors.Is(m.snap.err, store.ErrNotFound) {
		// The account itself was undone: show another.
		return w.reopen(text, tail)
	}
	m.snap.doneBut(m.word)
	if !w.take(m.snap) {
		return nil
	}
	if w.account.IsZero() && len(w.accounts) > 0 {
		return w.reopen(text, tail) // the book was empty, and is not any more
	}
	w.sayWith(text, tail)
	return nil
}

// sayFailed says why something was not done; that there is nothing to do is no
// fault.
func (w *Workspace) sayFailed(err error) { w.say(err.Error(), !errors.Is(err, store.ErrNothing)) }
