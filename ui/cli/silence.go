package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/store"
)

// silence keeps a rule quiet.
func (p *program) silence() *cobra.Command {
	var reason, until string
	cmd := &cobra.Command{
		Use:   "silence [RULE ACCOUNT [NAME]] [--reason TEXT] [--until DATE]",
		Short: "keep a rule of check quiet for a while, with the reason",
		Long: `Of the account, or of one of its records where NAME is given, the rule finds nothing
up to the day; the day after it is heard again. Alone it lists the rules. Taken back by
astute undo, or by removing the silence: astute list silences.`,
		Example: "astute silence\nastute silence coach freshkart emre --reason \"he knows everybody\" --until +6w",
		Args:    takes(0, -1),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return p.completeNames(model.KindAccount)(cmd, args[1:], typed)
			}
			var names []string
			for _, r := range model.Rules() {
				names = append(names, r.Name)
			}
			return words(names...)(cmd, args, typed)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return p.writeRules()
			}
			return p.silenceRule(args[0], args[1:], reason, until)
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", "why it need not be heard, as `TEXT`")
	cmd.Flags().StringVar(&until, "until", "", "the last `DATE` of it: "+model.WhenHint)
	return cmd
}

// writeRules lists the rules and when each finds something.
func (p *program) writeRules() error {
	t := &table{head: []string{"RULE", "ABOUT", "SEVERITY", "FINDS SOMETHING WHEN"}}
	for _, r := range model.Rules() {
		t.add(r.Name, r.Area.String(), r.Severity.String(), r.Means)
	}
	_, err := p.out.WriteString(t.text(p.width()))
	return err
}

func (p *program) silenceRule(rule string, names []string, reason, until string) error {
	if err := p.knownRule(rule); err != nil {
		return err
	}
	if len(names) == 0 {
		return fmt.Errorf("silence needs an account: astute silence %s ACCOUNT --reason TEXT --until DATE", rule)
	}
	s, err := p.changer()
	if err != nil {
		return err
	}
	account, err := p.accountNamed(s, names[0], true)
	if err != nil {
		return err
	}
	if account.IsZero() {
		return fmt.Errorf("a rule is silenced in an account: name one in place of %s", names[0])
	}
	quiet := &model.Silence{Rule: rule}
	quiet.ID, quiet.Account = s.NewID(p.now()), account
	of := ""
	if len(names) > 1 {
		r, err := p.meantBy(s, rule, names[1:], scope{account: account, byAccount: true})
		if err != nil {
			return err
		}
		quiet.Subject, of = r.Base().ID, " of "+model.Title(r, s.Name)
	}
	in := model.Input{Today: p.today()}
	for _, field := range []struct{ name, typed, hint string }{
		{"reason", reason, "say why it need not be heard with --reason TEXT"},
		{"until", until, "say up to which day with --until DATE: " + model.WhenHint},
	} {
		if strings.TrimSpace(field.typed) == "" {
			return fmt.Errorf("%s", field.hint)
		}
		if err := model.MustField(quiet.Fields(), field.name).Set(in, field.typed); err != nil {
			return err
		}
	}
	if !quiet.Holds(p.today()) {
		return &model.ValueError{Field: "until", Text: until, Err: fmt.Errorf("lies in the past (%s): give a day from today on", quiet.Until)}
	}
	if err := model.Check(quiet); err != nil {
		return err
	}
	if _, err := s.Apply(model.Created("silence "+rule+of, quiet), p.now()); err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.out, oneLine(fmt.Sprintf("%s is silent%s up to %s in %s", rule, of, quiet.Until, s.Name(account))))
	return err
}

// meantBy returns the record of that name; where several are called so and the
// rule is about people, the person.
func (p *program) meantBy(s *store.Store, rule string, words []string, in scope) (model.Record, error) {
	r, err := p.named(s, words, in, true)
	if _, several := errors.AsType[*store.AmbiguousError](err); several && model.RuleArea(rule) == model.AreaPeople {
		in.kinds = []model.Kind{model.KindContact}
		if person, personErr := p.named(s, words, in, true); personErr == nil {
			return person, nil
		}
	}
	return r, err
}

// knownRule refuses a rule that there is not; it lists those that there are.
func (p *program) knownRule(rule string) error {
	var names []string
	for _, r := range model.Rules() {
		if r.Name == rule {
			return nil
		}
		names = append(names, r.Name)
	}
	if err := p.writeRules(); err != nil {
		return err
	}
	if word := likely(rule, names); word != "" {
		return fmt.Errorf("there is no rule %q: did you mean %s?", rule, word)
	}
	return fmt.Errorf("there is no rule %q: use one of the list", rule)
}
