package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/store"
)

// log shows what was changed, when and by whom.
func (p *program) log() *cobra.Command {
	var n narrow
	var since string
	var limit int
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "log [NAME] [--since DATE] [--limit N] [--kind KIND] [--account NAME] [--json]",
		Short:             "what was changed, when and by whom, newest first",
		Long:              "With a NAME, every change of that record, field by field; --json has the values\nbefore and after either way.",
		Example:           "astute log --since -2w\nastute log jane smith",
		ValidArgsFunction: p.completeNames(),
		RunE: func(_ *cobra.Command, args []string) error {
			if limit < 1 {
				return fmt.Errorf("--limit cannot be %d: give how many to show, from 1", limit)
			}
			s, err := p.reader()
			if err != nil {
				return err
			}
			q := store.LogQuery{Limit: limit, Changes: true}
			if q.Since, err = p.midnight("--since", since); err != nil {
				return err
			}
			if len(args) > 0 {
				if q.Record, err = p.logged(s, args, n); err != nil {
					return err
				}
				q.Fields = true
			}
			entries, err := s.Log(q)
			if err != nil {
				return err
			}
			if len(entries) == 0 {
				return nothing("nothing was changed since then: leave out --since to see all")
			}
			for i := range entries { // what else an edit touched is not asked for
				entries[i].Deltas = slices.DeleteFunc(entries[i].Deltas, func(d store.Delta) bool { return q.Fields && d.ID != q.Record })
			}
			if asJSON {
				return writeJSON(p.out, entriesJSON(entries))
			}
			_, err = p.out.WriteString(p.entriesText(entries, q.Fields, s.Name))
			return err
		},
	}
	n.flags(p, cmd)
	cmd.Flags().StringVar(&since, "since", "", "only from this `DATE` on: "+model.WhenHint)
	cmd.Flags().IntVar(&limit, "limit", 50, "at most `N` entries")
	jsonFlag(cmd, &asJSON)
	return cmd
}

// midnight is when a typed day begins here; no moment for an empty text.
func (p *program) midnight(flag, typed string) (time.Time, error) {
	day, err := model.ParseWhen(typed, p.today())
	if err != nil {
		return time.Time{}, fmt.Errorf("%s %w", flag, err)
	}
	if day.IsZero() {
		return time.Time{}, nil
	}
	return time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, p.Now().Location()), nil
}

// logged returns the record whose changes are wanted. A whole id is taken as it
// is: what was removed has a past, too.
func (p *program) logged(s *store.Store, args []string, n narrow) (model.ID, error) {
	if id, err := model.ParseID(args[0]); err == nil && len(args) == 1 {
		return id, nil
	}
	in, err := p.scopeOf(s, n)
	if err != nil {
		return model.ID{}, err
	}
	r, err := p.named(s, args, in, false)
	if err != nil {
		return model.ID{}, err
	}
	return r.Base().ID, nil
}

// entriesText writes entries of the journal as a table, with the names of the
// fields that changed or, in full, their values below each.
func (p *program) entriesText(entries []store.Entry, full bool, names model.Names) string {
	var t table
	for _, e := range entries {
		what := entryLabel(e) + touched(e)
		if !full {
			what += changedFields(e)
		}
		t.add(strconv.FormatUint(e.Seq, 10), e.At.In(p.Now().Location()).Format("2006-01-02 15:04"), e.By, what)
		if !full {
			continue
		}
		for _, d := range e.Deltas {
			fields := model.New(d.Kind, d.ID).Fields()
			for _, f := range d.Fields {
				field, _ := model.FieldNamed(fields, f.Name)
				t.add("", "", "", "  "+f.Label+": "+displayed(field, f.Before, names)+" -> "+displayed(field, f.After, names))
			}
		}
	}
	return t.text(p.width())
}

// entryLabel says what an entry did.
func entryLabel(e store.Entry) string {
	switch e.Act {
	case store.Undone:
		return "undo: " + e.Label
	case store.Redone:
		return "redo: " + e.Label
	}
	return e.Label
}

// mostFields is how many changed fields are named on one line.
const mostFields = 5

// changedFields names the fields that an entry changed, as they are typed; ""
// when it made or removed records: what it changed besides follows from that.
func changedFields(e store.Entry) string {
	if e.Made+e.Gone > 0 {
		return ""
	}
	var names []string
	for _, d := range e.Deltas {
		for _, f := range d.Fields {
			if !slices.Contains(names, f.Name) {
				names = append(names, f.Name)
			}
		}
	}
	if rest := len(names) - mostFields; rest > 0 {
		names = append(names[:mostFields], fmt.Sprintf("%d more", rest))
	}
	if len(names) == 0 {
		return ""
	}
	return ": " + strings.Join(names, ", ")
}

// touched says how many records an entry made, changed and removed, where it
// was more than one.
func touched(e store.Entry) string {
	if e.Made+e.Changed+e.Gone < 2 {
		return ""
	}
	var parts []string
	for _, part := range []struct {
		n    int
		word string
	}{{e.Made, "made"}, {e.Changed, "changed"}, {e.Gone, "removed"}} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", part.n, part.word))
		}
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

// displayed is what a field was or became, on one line; a dash when not known.
func displayed(f model.Field, text string, names model.Names) string {
	if text == "" {
		return "-"
	}
	return short(model.DisplayText(f, text, names))
}

// entryJSON is an entry of the journal as scripts read it.
type entryJSON struct {
	Seq     uint64      `json:"seq"`
	At      time.Time   `json:"at"`
	By      string      `json:"by"`
	Label   string      `json:"label"`
	Act     string      `json:"act"`
	Made    int         `json:"made"`
	Changed int         `json:"changed"`
	Removed int         `json:"removed"`
	Fields  []fieldJSON `json:"fields,omitempty"`
}

type fieldJSON struct {
	ID     string `json:"id"`
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

func entriesJSON(entries []store.Entry) []entryJSON {
	list := make([]entryJSON, len(entries))
	for i, e := range entries {
		list[i] = entryJSON{e.Seq, e.At.UTC(), e.By, e.Label, e.Act.String(), e.Made, e.Changed, e.Gone, nil}
		for _, d := range e.Deltas {
			for _, f := range d.Fields {
				list[i].Fields = append(list[i].Fields, fieldJSON{d.ID.String(), f.Name, f.Before, f.After})
			}
		}
	}
	return list
}
