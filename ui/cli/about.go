package cli

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/exchange"
	"astute/store"
	"astute/ui/state"
)

// about prints all that is held about a person.
func (p *program) about() *cobra.Command {
	var n narrow
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "about NAME [--account NAME] [--json]",
		Short: "everything held about a person, for whoever asks to see it",
		Long: `The contact with every field, what links to it, other records of which a text
names the person, what imports brought, each change that was made, what was typed
and not saved, and the backups that hold the person. One who was removed is found
by the same name as long as the journal knows them. astute forget erases it all.`,
		Example:           "astute about jane smith\nastute about jane smith --json >jane.json",
		Args:              takes(1, -1),
		ValidArgsFunction: p.completeNames(model.KindContact),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := p.reader()
			if err != nil {
				return err
			}
			who, err := p.person(s, args, n, false)
			if err != nil {
				return err
			}
			h, err := p.heldAbout(s, who)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(p.out, h.json())
			}
			_, err = p.out.WriteString(h.text(p))
			return err
		},
	}
	n.accountFlag(p, cmd)
	jsonFlag(cmd, &asJSON)
	return cmd
}

// held is what is held about a person.
type held struct {
	contact  *model.Contact
	book     *model.Book
	mentions []mention
	history  []store.Entry
	drafts   []state.Draft
	backups  []store.BackupInfo
	unread   []store.Unreached // backups of which nobody can say
	place    *time.Location
}

// mention is a record that names the person in a text.
type mention struct {
	record model.Record
	fields []string
}

func (p *program) heldAbout(s *store.Store, c *model.Contact) (held, error) {
	h := held{contact: c, place: p.Now().Location()}
	var err error
	if h.book, err = around(s, c); err != nil {
		return h, err
	}
	would, err := s.ToForget(c.ID)
	if err != nil {
		return h, err
	}
	texts := model.RedactionOf(append(would.Texts, c.ID.String()))
	err = s.Each(store.Scan{}, func(r model.Record) error {
		if labels := texts.SpeaksOf(r); len(labels) > 0 && r.Base().ID != c.ID {
			h.mentions = append(h.mentions, mention{r, labels})
		}
		return nil
	})
	if err != nil {
		return h, err
	}
	if h.history, err = s.Log(store.LogQuery{Record: c.ID, Fields: true}); err != nil {
		return h, err
	}
	for i := range h.history { // of what one edit did to others, only this person's part
		var own []store.Delta
		for _, d := range h.history[i].Deltas {
			if d.ID == c.ID {
				own = append(own, d)
			}
		}
		h.history[i].Deltas = own
	}
	for _, d := range state.Home(p.Getenv).Drafts(s.Path()) {
		if d.Speaks(texts.Speaks) {
			h.drafts = append(h.drafts, d)
		}
	}
	h.backups, h.unread, err = s.Holding(c.ID)
	return h, err
}

// text writes it for people.
func (h held) text(p *program) string {
	var b strings.Builder
	b.WriteString(p.recordText(h.contact, h.book, p.width()))
	section := func(title string, n int) bool {
		fmt.Fprintf(&b, "\n%s\n", title)
		if n == 0 {
			b.WriteString("  none\n")
		}
		return n > 0
	}
	if section("Named in texts of", len(h.mentions)) {
		for _, m := range h.mentions {
			fmt.Fprintf(&b, "  %s %s: %s\n", m.record.Kind(), short(model.Title(m.record, h.book.Name)), strings.ToLower(strings.Join(m.fields, ", ")))
		}
	}
	brought := exchange.BroughtOf(h.contact, h.book.Name)
	if section("Brought by imports, as it came", len(brought)) {
		for _, from := range brought {
			b.WriteString("  " + strings.Join(slices.DeleteFunc([]string{"from " + from.Source, from.Files, from.ID}, func(s string) bool { return s == "" }), ", ") + "\n")
			for _, v := range from.Values {
				b.WriteString("    " + model.CleanLine(v.Label+": "+v.Value) + "\n")
			}
		}
	}
	if section("Changes", len(h.history)) {
		b.WriteString(p.entriesText(h.history, true, h.book.Name))
	}
	if section("Typed and not saved", len(h.drafts)) {
		for _, d := range h.drafts {
			fmt.Fprintf(&b, "  %s %s, %s\n", d.Kind, short(d.Title), d.At.In(h.place).Format("2006-01-02 15:04"))
		}
	}
	if section("Backups", len(h.backups)+len(h.unread)) {
		for _, backup := range h.backups {
			b.WriteString("  " + backup.Path + "\n")
		}
		for _, u := range h.unread {
			b.WriteString("  " + u.Path + ": cannot be read, so nobody can say\n")
		}
	}
	return b.String()
}

// heldJSON is what is held as scripts read it.
type heldJSON struct {
	Contact  json.RawMessage   `json:"contact"`
	Linked   []json.RawMessage `json:"linked"`
	Mentions []mentionJSON     `json:"mentions"`
	Imported string            `json:"imported"`
	History  []entryJSON       `json:"history"`
	Drafts   []state.Draft     `json:"drafts"`
	Backups  []string          `json:"backups"`
	Unread   []string          `json:"unread_backups"`
}

type mentionJSON struct {
	Kind   string   `json:"kind"`
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Fields []string `json:"fields"`
}

func (h held) json() heldJSON {
	out := heldJSON{
		Contact: json.RawMessage(exchange.RecordJSON(h.contact, h.book.Name)), Imported: h.contact.Origin,
		Linked: []json.RawMessage{}, Mentions: []mentionJSON{}, History: entriesJSON(h.history), Drafts: append([]state.Draft{}, h.drafts...), Backups: []string{}, Unread: []string{},
	}
	for _, r := range h.book.Referrers(h.contact.ID) {
		out.Linked = append(out.Linked, json.RawMessage(exchange.RecordJSON(r, h.book.Name)))
	}
	for _, m := range h.mentions {
		out.Mentions = append(out.Mentions, mentionJSON{m.record.Kind().String(), m.record.Base().ID.String(), model.Title(m.record, h.book.Name), m.fields})
	}
	for _, b := range h.backups {
		out.Backups = append(out.Backups, b.Path)
	}
	for _, u := range h.unread {
		out.Unread = append(out.Unread, u.Path)
	}
	return out
}
