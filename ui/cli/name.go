package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/store"
)

// narrow is what narrows a NAME: the flags --kind and --account.
type narrow struct{ kind, account string }

// flags gives the command both flags.
func (n *narrow) flags(p *program, cmd *cobra.Command) {
	n.kindFlag(cmd)
	n.accountFlag(p, cmd)
}

func (n *narrow) kindFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&n.kind, "kind", "", "only this `KIND`")
	_ = cmd.RegisterFlagCompletionFunc("kind", words(kindWords()...))
}

func (n *narrow) accountFlag(p *program, cmd *cobra.Command) {
	cmd.Flags().StringVar(&n.account, "account", "", "only what belongs to this account `NAME`; none for contacts without one")
	_ = cmd.RegisterFlagCompletionFunc("account", p.completeAccounts)
}

// scope is what the flags come to.
type scope struct {
	kinds     []model.Kind // nil: any
	account   model.ID     // none: without an account
	byAccount bool         // whether account counts
}

// scopeOf reads the flags against the file. kinds are those that the command
// takes at all, nil meaning any.
func (p *program) scopeOf(s *store.Store, n narrow, kinds ...model.Kind) (scope, error) {
	in := scope{kinds: kinds}
	if n.kind != "" {
		kind, err := model.ParseKind(n.kind)
		if err != nil {
			return in, fmt.Errorf("--kind: %w", err)
		}
		in.kinds = []model.Kind{kind}
	}
	if n.account == "" {
		return in, nil
	}
	if len(in.kinds) == 1 {
		if err := mayNarrow(in.kinds[0]); err != nil {
			return in, err
		}
	}
	account, err := p.accountNamed(s, n.account, false)
	in.account, in.byAccount = account, true
	return in, err
}

// mayNarrow refuses --account for kinds that belong to none.
func mayNarrow(kind model.Kind) error {
	switch kind.Scope() {
	case model.ScopeShared:
		return fmt.Errorf("%s are shared by all accounts: leave out --account", kind.Plural())
	case model.ScopeRoot:
		return errors.New("an account does not belong to another: leave out --account")
	}
	return nil
}

// accountNamed returns the account of that name; none for "none".
func (p *program) accountNamed(s *store.Store, name string, writing bool) (model.ID, error) {
	if strings.EqualFold(name, "none") {
		return model.ID{}, nil
	}
	r, err := s.Resolve(name, store.ResolveQuery{Kinds: []model.Kind{model.KindAccount}, Writing: writing})
	if err != nil {
		return model.ID{}, err
	}
	return r.Base().ID, nil
}

// named returns the record that the words of a NAME mean. A command that
// changes things takes no guesses: a typo only suggests.
func (p *program) named(s *store.Store, words []string, in scope, writing bool) (model.Record, error) {
	r, err := s.Resolve(strings.Join(words, " "), store.ResolveQuery{
		Kinds: in.kinds, Account: in.account, ByAccount: in.byAccount, Writing: writing,
	})
	return r, withKindHint(strings.Fields(strings.Join(words, " ")), err)
}

// withKindHint tells whoever put a kind before a name how that is written.
func withKindHint(words []string, err error) error {
	none, ok := errors.AsType[*store.NotFoundError](err)
	if !ok || len(words) < 2 {
		return err
	}
	kind, kindErr := model.ParseKind(words[0])
	if kindErr != nil {
		return err
	}
	rest := strings.Join(words[1:], " ")
	if len(words) > 2 {
		return &said{fmt.Sprintf("there is no %q: write '%s:%s', or leave out %s and give --kind %s", none.Name, kind, rest, words[0], kind), err}
	}
	return &said{fmt.Sprintf("there is no %q: write %s:%s, or leave out %s and give --kind %s", none.Name, kind, rest, words[0], kind), err}
}

// toChange opens the file and returns the record that a command is to change.
func (p *program) toChange(words []string, n narrow) (*store.Store, model.Record, error) {
	s, err := p.changer()
	if err != nil {
		return nil, nil, err
	}
	in, err := p.scopeOf(s, n)
	if err != nil {
		return nil, nil, err
	}
	r, err := p.named(s, words, in, true)
	return s, r, err
}

// around returns the book that a record is to be seen in: its account's plan,
// or, for what all accounts share, everything.
func around(s *store.Store, r model.Record) (*model.Book, error) {
	var account model.ID
	switch r.Kind().Scope() {
	case model.ScopeShared:
		return s.Book()
	case model.ScopeRoot:
		account = r.Base().ID
	default:
		account = r.Base().Account
	}
	plan, _, err := s.Plan(account)
	if err != nil {
		return nil, err
	}
	return plan.Book, nil
}

// label says what an edit does to a record: "edit contact Jane Smith".
func label(verb string, r model.Record, names model.Names) string {
	return verb + " " + r.Kind().String() + " " + model.Title(r, names)
}
