package cli

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"astute/model"
	"astute/store"
)

// edit changes a record.
func (p *program) edit() *cobra.Command {
	var n narrow
	cmd := &cobra.Command{
		Use:   "edit NAME|ID [field=value...] [--kind KIND] [--account NAME]",
		Short: "change a record; without fields, in $EDITOR",
		Long: `field=value sets, field= clears; of a list, field+=value adds and field-=value
takes out. account=NAME moves the record to another account. Without fields
$VISUAL or $EDITOR opens with all of them as text.`,
		Example: `astute edit jane smith support=champion confirmed=today
astute edit jane smith decision_role+="Technical Buyer"
astute edit "jane smith"`,
		Args: takes(1, -1),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				if s, err := p.reader(); err == nil {
					if r, err := p.named(s, args[:1], scope{}, true); err == nil {
						return completeFields(r.Kind(), typed)
					}
				}
			}
			return p.completeNames()(cmd, args, typed)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			words, list, err := splitAssignments(args)
			if err != nil {
				return err
			}
			s, r, err := p.toChange(words, n)
			if err != nil {
				return p.orNoValue(err, words, n)
			}
			if len(list) == 0 {
				return p.editText(s, r)
			}
			changes, me, err := p.changed(s, r, list)
			if err != nil {
				return err
			}
			return p.applyEdit(s, changes, me)
		},
	}
	n.flags(p, cmd)
	return cmd
}

// orNoValue says of a NAME that is nobody's that its last word is a field without a
// value, where the words before it name a record which has such a field.
func (p *program) orNoValue(err error, words []string, n narrow) error {
	words = strings.Fields(strings.Join(words, " "))
	if len(words) < 2 {
		return err
	}
	last := len(words) - 1
	_, r, other := p.toChange(words[:last], n)
	if other != nil {
		return err
	}
	for _, f := range r.Fields() {
		if strings.EqualFold(f.Name, words[last]) && !f.Hidden {
			return &said{fmt.Sprintf("%s needs a value: astute edit %q %s=...", f.Name, strings.Join(words[:last], " "), f.Name), err}
		}
	}
	return err
}

// changed returns the changes that the assignments make to a record; the first
// is of the record itself. With them goes whoever was called me.
func (p *program) changed(s *store.Store, before model.Record, list []assignment) ([]model.Change, *myself, error) {
	account, rest, err := takeAccount(before.Kind(), list)
	if err != nil {
		return nil, nil, err
	}
	changes := []model.Change{{Before: before, After: model.Clone(before)}}
	if account != nil {
		to := model.ID{}
		if account.value != "" {
			if to, err = p.accountValue(s, account.value); err != nil {
				return nil, nil, err
			}
		}
		if to != before.Base().Account {
			book, err := around(s, before)
			if err != nil {
				return nil, nil, err
			}
			changes = model.Move(before, to, book)
		}
	}
	after := changes[0].After
	if err := p.needsAccount(s, after); err != nil {
		return nil, nil, err
	}
	of := after.Base().Account
	if after.Kind() == model.KindAccount {
		of = after.Base().ID
	}
	in, me, err := p.typed(s, of)
	if err != nil {
		return nil, nil, err
	}
	if err := p.take(after, in, rest); err != nil {
		return nil, nil, err
	}
	return changes, me, model.Check(after)
}

// applyEdit writes the changes and says what became different.
func (p *program) applyEdit(s *store.Store, changes []model.Change, me *myself) error {
	before, after := changes[0].Before, changes[0].After
	edit, err := p.settled(s, model.Edit{Label: label("edit", after, s.Name), Changes: changes})
	if err != nil {
		return err
	}
	if edit.IsEmpty() {
		p.note("nothing to change: %s is like that already", model.Title(after, s.Name))
		return p.printRecord(s, after)
	}
	if _, err := s.Apply(me.with(p, edit), p.now()); err != nil {
		return err
	}
	if err := p.printRecord(s, after); err != nil {
		return err
	}
	for _, f := range model.Changed(before, after) {
		if f.Name == "reports_to" {
			if err := p.noteCircle(s, after); err != nil {
				return err
			}
		}
		was, _ := model.FieldNamed(before.Fields(), f.Name)
		if _, err := fmt.Fprintf(p.out, "  %s: %s -> %s\n", f.Name, orNothing(was, s.Name), orNothing(f, s.Name)); err != nil {
			return err
		}
	}
	if also := len(changes) - 1; also > 0 {
		p.note("%s linked to it changed too", counted(also, "record that", "records that"))
	}
	p.noteNext(edit, len(changes))
	return nil
}

// settled returns an edit with what follows from it by itself; an error when
// actions would wait for each other by it.
func (p *program) settled(s *store.Store, e model.Edit) (model.Edit, error) {
	for _, c := range e.Changes {
		a, ok := c.After.(*model.Action)
		if !ok || len(a.WaitsFor) == 0 {
			continue
		}
		plan, _, err := s.Plan(a.Account)
		if err != nil {
			return e, err
		}
		if err := model.CheckWaiting(plan.Book, e); err != nil {
			return e, err
		}
		break
	}
	return model.Settled(e, p.today(), func() model.ID { return s.NewID(p.now()) }), nil
}

// noteNext says when what was completed comes round: the changes from a place on
// followed by themselves.
func (p *program) noteNext(e model.Edit, from int) {
	for _, c := range e.Changes[from:] {
		if a, ok := c.After.(*model.Action); ok {
			p.note("it repeats: the next one is due %s", a.Due)
		}
	}
}

// orNothing is a field's value on one line, a dash when it is not known.
func orNothing(f model.Field, names model.Names) string {
	if f.IsZero() {
		return "-"
	}
	return short(f.Display(names))
}

// longestShown is how much of a value is shown where it is only mentioned.
const longestShown = 60

func short(text string) string { return ansi.Truncate(oneLine(text), longestShown, "…") }

// counted writes a number and the word for so many.
func counted(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, several)
}
