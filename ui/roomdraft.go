package ui

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"time"

	"astute/model"
	"astute/ui/input"
	"astute/ui/state"

	tea "github.com/charmbracelet/bubbletea"
)

// roomPage is the page of the drafts that were typed in the review room.
const roomPage = "review room"

// roomField is where such a draft has the room itself; the texts stand at the
// numbers of the review's fields too, for whoever lists drafts.
const roomField = 0

// roomKept is the room as its draft has it.
type roomKept struct {
	Type      int                    `json:"type"`
	Part      int                    `json:"part"`
	Minutes   [model.ReviewParts]int `json:"minutes"`
	Seconds   [model.ReviewParts]int `json:"seconds"` // spent by when something was written down last
	Attendees []string               `json:"attendees"`
	Next      string                 `json:"next,omitempty"`
	Notes     []noteKept             `json:"notes"`
	Line      string                 `json:"line,omitempty"`      // not written down yet
	LineNote  int                    `json:"line_note,omitempty"` // the number of the note that the line changes, counted from 1
	LineKind  int                    `json:"line_kind,omitempty"`
}

type noteKept struct {
	Kind   int    `json:"kind"`
	Text   string `json:"text"`
	Action bool   `json:"action,omitempty"`
	Owner  string `json:"owner,omitempty"`
	Due    string `json:"due,omitempty"`
}

// draft is what was written down and is not ended, nil for nothing.
func (o *room) draft(w *Workspace) *state.Draft {
	if !o.unsaved() {
		return nil
	}
	k := roomKept{Type: int(o.kind), Part: int(o.clock.part), Minutes: o.clock.minutes, Seconds: o.kept, Next: o.minutes.Next.String()}
	for _, id := range o.minutes.Attendees {
		k.Attendees = append(k.Attendees, id.String())
	}
	texts := map[string][]string{}
	for _, n := range o.minutes.Notes {
		kept := noteKept{Kind: int(n.Kind), Text: n.Text, Action: n.Action, Due: n.Due.String()}
		if !n.Owner.IsZero() {
			kept.Owner = n.Owner.String()
		}
		k.Notes = append(k.Notes, kept)
		texts[n.Kind.Plural()] = append(texts[n.Kind.Plural()], n.Text)
	}
	if o.line != nil && !o.line.next {
		k.Line, k.LineKind = o.line.text.Text(), int(o.line.kind)
		k.LineNote = o.line.at + 1
	}
	text, err := json.Marshal(k)
	if err != nil {
		return nil // texts and numbers only: it cannot fail
	}
	fields := map[int]string{roomField: string(text)}
	for name, lines := range texts {
		if f, ok := model.FieldNamed(o.minutes.Review.Fields(), name); ok {
			fields[f.Num] = strings.Join(lines, "\n")
		}
	}
	r := o.minutes.Review
	return &state.Draft{
		Book: w.o.Store.Path(), Kind: r.Kind().String(), ID: r.ID.String(), Account: o.account.String(), Page: roomPage,
		New: w.names(r.ID) == "", Title: o.kind.String(), Fields: fields,
	}
}

// keptRoom reads the room of a draft.
func keptRoom(d state.Draft) (k roomKept, err error) {
	if err = json.Unmarshal([]byte(d.Fields[roomField]), &k); err != nil || d.Page != roomPage || k.Type <= 0 || k.Part < 0 || k.Part >= model.ReviewParts {
		return k, errRoom
	}
	return k, nil
}

// roomDraft returns what was written down in a review of a type of the account
// that was not ended, the newest where there are several; false for none.
func (w *Workspace) roomDraft(kind model.ReviewType) (state.Draft, bool) {
	list := slices.Collect(maps.Values(w.memory.drafts.kept))
	if w.o.State != "" {
		list = append(list, w.leftBehind()...)
	}
	var newest state.Draft
	found := false
	for _, d := range list {
		k, err := keptRoom(d)
		if err == nil && d.Account == w.account.String() && k.Type == int(kind) && (!found || newest.At.Before(d.At)) {
			newest, found = d, true
		}
	}
	return newest, found
}

// resumeRoom opens the room of a draft.
func (w *Workspace) resumeRoom(d state.Draft) tea.Cmd {
	k, err := keptRoom(d)
	if err != nil {
		w.sayError(err)
		return nil
	}
	return w.openRoom(model.ReviewType(k.Type), &d)
}

// restore writes down again what a draft holds. The clock stands still until
// somebody lets it run.
func (o *room) restore(w *Workspace, d state.Draft) {
	k, err := keptRoom(d)
	if err != nil {
		w.sayError(err)
		return
	}
	if id, err := model.ParseID(d.ID); err == nil && o.minutes.Review.ID != id {
		if r, ok := model.Lookup[*model.Review](w.plan.Book, id); ok && r.Held.IsZero() {
			o.minutes.Review = r
		} else if !ok && w.plan.Get(o.minutes.Review.ID) == nil {
			o.minutes.Review.ID = id // the draft keeps its file
		}
	}
	o.touched, o.kept = true, k.Seconds
	o.clock = roomClock{part: model.ReviewPart(k.Part), minutes: k.Minutes}
	for p, s := range k.Seconds {
		o.clock.spent[p] = time.Duration(s) * time.Second
	}
	o.minutes.Attendees = nil
	for _, text := range k.Attendees {
		if id, err := model.ParseID(text); err == nil && w.plan.Get(id) != nil {
			o.minutes.Attendees = append(o.minutes.Attendees, id)
		}
	}
	if day, err := model.ParseDate(k.Next); err == nil {
		o.minutes.Next = day
	}
	for _, n := range k.Notes {
		note := model.ReviewNote{Kind: model.NoteKind(max(0, min(n.Kind, model.NoteKinds-1))), Text: n.Text, Action: n.Action}
		if id, err := model.ParseID(n.Owner); err == nil && w.plan.Get(id) != nil {
			note.Owner = id
		}
		if day, err := model.ParseDate(n.Due); err == nil {
			note.Due = day
		}
		o.minutes.Notes = append(o.minutes.Notes, note)
	}
	if k.Line != "" {
		kind := model.NoteKind(max(0, min(k.LineKind, model.NoteKinds-1)))
		o.line = &roomLine{text: input.New(k.Line, false), kind: kind, at: -1, d: w.data()}
		if k.LineNote > 0 && k.LineNote <= len(o.minutes.Notes) {
			o.line.at = k.LineNote - 1
		}
		o.line.read(o)
	}
	o.sheet.Arrange()
	o.sheet.Go(noteTarget(len(o.minutes.Notes) - 1))
}
