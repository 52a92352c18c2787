package cli

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/exchange"
)

// show writes one record out.
func (p *program) show() *cobra.Command {
	var n narrow
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "show NAME|ID [--kind KIND] [--account NAME] [--json]",
		Short:             "one record, all of it, with what it is linked to",
		Example:           "astute show jane smith\nastute show contact:smith --account freshkart --json",
		Args:              takes(1, -1),
		ValidArgsFunction: p.completeNames(),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := p.reader()
			if err != nil {
				return err
			}
			in, err := p.scopeOf(s, n)
			if err != nil {
				return err
			}
			r, err := p.named(s, args, in, false)
			if err != nil {
				return err
			}
			book, err := around(s, r)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(p.out, json.RawMessage(exchange.RecordJSON(r, book.Name)))
			}
			_, err = p.out.WriteString(p.recordText(r, book, p.width()))
			return err
		},
	}
	n.flags(p, cmd)
	jsonFlag(cmd, &asJSON)
	return cmd
}

// recordText writes what is known of a record, then what links to it.
func (p *program) recordText(r model.Record, book *model.Book, width int) string {
	var b strings.Builder
	head := model.CleanLine(model.Title(r, book.Name)) + "  " + r.Kind().String()
	if account := r.Base().Account; !account.IsZero() {
		head += " of " + model.CleanLine(book.Name(account))
	}
	fmt.Fprintf(&b, "%s\n%s\n\n", head, r.Base().ID)
	var known []model.Field
	labels := 0
	for _, f := range r.Fields() {
		if !f.Hidden && !f.IsZero() && f.Num != model.NumAccount {
			known = append(known, f)
			labels = max(labels, ansi.StringWidth(f.Label))
		}
	}
	for _, f := range known {
		label := f.Label + strings.Repeat(" ", labels-ansi.StringWidth(f.Label))
		writeBeside(&b, label+gap, p.shown(f, book.Name), width)
	}
	writeReferrers(&b, r, book, width)
	return b.String()
}

// shown is a field's value for people. A moment is the day that it was here, as
// in the log.
func (p *program) shown(f model.Field, names model.Names) string {
	if f.Type() == model.TypeInstant {
		if at, err := model.ParseInstant(f.Text()); err == nil && at != 0 {
			return at.Time().In(p.Now().Location()).Format("2006-01-02")
		}
	}
	return model.CleanText(f.Display(names))
}

// writeBeside writes text to the right of a label, broken into lines of the
// width where one is set.
func writeBeside(b *strings.Builder, label, text string, width int) {
	room := 0
	if left := ansi.StringWidth(label); width > left+20 {
		room = width - left
	}
	blanks := strings.Repeat(" ", ansi.StringWidth(label))
	for i, line := range strings.Split(text, "\n") {
		if room > 0 {
			line = ansi.Wrap(line, room, "")
		}
		if i > 0 {
			label = blanks
		}
		b.WriteString(strings.TrimRight(label+strings.ReplaceAll(line, "\n", "\n"+blanks), " ") + "\n")
	}
}

// mostReferrers is how many records that link to one are named by kind before
// the rest are only counted.
const mostReferrers = 12

// writeReferrers lists what links to the record, by kind. What belongs to an
// account is only counted.
func writeReferrers(b *strings.Builder, r model.Record, book *model.Book, width int) {
	byKind := map[model.Kind][]string{}
	for _, from := range book.Referrers(r.Base().ID) {
		byKind[from.Kind()] = append(byKind[from.Kind()], model.CleanLine(model.Title(from, book.Name)))
	}
	var t []struct{ label, text string }
	labels := 0
	for _, kind := range model.Kinds() {
		names := byKind[kind]
		if len(names) == 0 {
			continue
		}
		text := strings.Join(names[:min(len(names), mostReferrers)], "; ")
		if rest := len(names) - mostReferrers; rest > 0 {
			text += fmt.Sprintf("; and %d more", rest)
		}
		label := fmt.Sprintf("%d %s", len(names), plural(kind, len(names)))
		labels = max(labels, len(label))
		t = append(t, struct{ label, text string }{label, text})
	}
	if len(t) == 0 {
		return
	}
	if r.Kind() == model.KindAccount {
		b.WriteString("\nHolds\n")
	} else {
		b.WriteString("\nLinked from\n")
	}
	for _, row := range t {
		writeBeside(b, "  "+row.label+strings.Repeat(" ", labels-len(row.label))+gap, row.text, width)
	}
}

// plural returns the kind's word for n of them.
func plural(kind model.Kind, n int) string {
	if n == 1 {
		return kind.String()
	}
	return kind.Plural()
}
