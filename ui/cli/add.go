package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/search"
	"astute/store"
)

// add makes a record.
func (p *program) add() *cobra.Command {
	return &cobra.Command{
		Use:   "add KIND field=value...",
		Short: "make a record",
		Long: `What belongs to an account needs account=NAME, unless a link says which; only
contacts can be without. A list takes several values by repeating its field. Days are typed as
` + model.WhenHint + `; links by name or id. It prints the
new record's id and name.`,
		Annotations: listsKinds,
		Example: `astute add account name="FreshKart Grocers" industry=Retail
astute add contact name="Jane Smith" title=CTO account=freshkart influence=high
astute add action title="Pilot in ten stores" account=freshkart owner=me due=+2w`,
		Args: takes(1, -1),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				if kind, err := model.ParseKind(args[0]); err == nil {
					return completeFields(kind, typed)
				}
			}
			return completeKind(cmd, args, typed)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			kind, err := model.ParseKind(args[0])
			if err != nil {
				return err
			}
			words, list, err := splitAssignments(args)
			if err != nil {
				return err
			}
			if len(words) > 1 {
				return fmt.Errorf("%q is not of the form field=value: astute add %s %s", words[1], kind, exampleOf(kind))
			}
			s, err := p.maker()
			if err != nil {
				return err
			}
			r, me, err := p.made(s, kind, list)
			if err != nil {
				return err
			}
			edit, err := p.settled(s, model.Created(label("add", r, s.Name), r))
			if err != nil {
				return err
			}
			if _, err := s.Apply(me.with(p, edit), p.now()); err != nil {
				return err
			}
			p.noteNext(edit, 1)
			return p.printRecord(s, r)
		},
	}
}

// made returns a new record with the assignments carried out, and whoever was
// called me in them.
func (p *program) made(s *store.Store, kind model.Kind, list []assignment) (model.Record, *myself, error) {
	account, rest, err := takeAccount(kind, list)
	if err != nil {
		return nil, nil, err
	}
	r := model.New(kind, s.NewID(p.now()))
	if account != nil && account.value != "" {
		if r.Base().Account, err = p.accountValue(s, account.value); err != nil {
			return nil, nil, err
		}
	}
	if account == nil && kind.Scope() == model.ScopeAccount {
		if r.Base().Account, err = p.accountOfLinks(s, r, rest); err != nil {
			return nil, nil, err
		}
	}
	in, me, err := p.typed(s, r.Base().Account)
	if err != nil {
		return nil, nil, err
	}
	if err := p.take(r, in, rest); err != nil {
		return nil, nil, err
	}
	if err := p.needsAccount(s, r); err != nil {
		return nil, nil, err
	}
	if err := model.Check(r); err != nil {
		return nil, nil, fmt.Errorf("%w: astute add %s %s", err, kind, exampleOf(kind))
	}
	return r, me, p.lookForNamesake(s, r)
}

// accountValue returns the account that account=NAME means.
func (p *program) accountValue(s *store.Store, name string) (model.ID, error) {
	id, err := p.accountNamed(s, name, true)
	if err != nil {
		return id, &model.ValueError{Field: "account", Text: name, Err: fmt.Errorf("does not fit: %w", err)}
	}
	return id, nil
}

// input is what typed values are understood by in an account, and who "me" is
// there.
func (p *program) input(s *store.Store, account model.ID) (model.Input, *myself, error) {
	name, err := p.me()
	if err != nil {
		return model.Input{}, nil, err
	}
	in, err := s.Input(account, p.today(), name)
	if err != nil {
		return in, nil, err
	}
	book := in.BookCurrency
	in.BookCurrency = func() (model.Currency, error) { return p.currency(book) }
	in, me := p.knowMe(s, in, name)
	return in, me, nil
}

// currency is that of amounts typed without one where the account has none: the
// book's, or where no amount stands anywhere yet that of the settings.
func (p *program) currency(book func() (model.Currency, error)) (model.Currency, error) {
	found, err := book()
	if err != nil || found != "" {
		return found, err
	}
	settings, err := p.settings()
	return settings.Currency, err
}

// needsAccount refuses a record that belongs to no account but must.
func (p *program) needsAccount(s *store.Store, r model.Record) error {
	kind := r.Kind()
	if kind.Scope() != model.ScopeAccount || kind == model.KindContact || !r.Base().Account.IsZero() {
		return nil
	}
	accounts, err := s.Accounts()
	if err != nil {
		return err
	}
	if len(accounts) == 0 {
		return fmt.Errorf("%s belongs to an account: make one first with astute add account name=...", model.WithArticle(kind.String()))
	}
	var names []string
	for _, a := range accounts[:min(len(accounts), 5)] {
		names = append(names, a.Name)
	}
	return fmt.Errorf("%s belongs to an account: add account=NAME, such as %s", model.WithArticle(kind.String()), strings.Join(names, ", "))
}

// lookForNamesake says so when the account has one of that kind and name; it may
// well be another person. A second account of one name is more likely the same
// one twice, and everything of it would be torn in two: there must be a second
// name to it, the number in the customer database.
func (p *program) lookForNamesake(s *store.Store, r model.Record) error {
	name := search.Fold(model.Title(r, nil))
	if r.Kind().Spec().Title != nil || name == "" {
		return nil
	}
	scan := store.Scan{Kind: r.Kind(), Account: r.Base().Account, ByAccount: r.Kind().Scope() == model.ScopeAccount}
	return s.Each(scan, func(other model.Record) error {
		if other.Base().ID == r.Base().ID || search.Fold(model.Title(other, nil)) != name {
			return nil
		}
		if ours, theirs := r.Base().ExternalID, other.Base().ExternalID; r.Kind() == model.KindAccount && (ours == "" || ours == theirs) {
			return fmt.Errorf("there is an account called %s already (%s): change that with astute edit, or tell them apart with external_id=...", model.Title(other, nil), other.Base().ID)
		}
		p.note("note: there is %s called %s already (%s); `astute undo` takes the new one back", model.WithArticle(r.Kind().String()), model.Title(other, nil), other.Base().ID)
		return nil
	})
}

// printRecord prints a record's id and name: what a script goes on with.
func (p *program) printRecord(s *store.Store, r model.Record) error {
	_, err := fmt.Fprintf(p.out, "%s%s%s\n", r.Base().ID, gap, oneLine(model.Title(r, s.Name)))
	return err
}

// exampleOf writes what a kind cannot be without, as it is typed.
func exampleOf(kind model.Kind) string {
	var parts []string
	for _, f := range model.New(kind, model.ID{}).Fields() {
		if f.Needed {
			parts = append(parts, f.Name+"=...")
		}
	}
	if kind.Scope() == model.ScopeAccount {
		parts = append(parts, "account=...")
	}
	return strings.Join(parts, " ")
}
