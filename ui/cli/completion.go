package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/store"
)

// completion writes what a shell needs to complete commands.
func (p *program) completion() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:       "completion SHELL",
		Short:     "write what bash, zsh, fish or powershell need to complete commands",
		Long:      "Kinds, fields, their words, accounts and names are completed too.",
		Example:   "source <(astute completion bash)\nastute completion fish >~/.config/fish/completions/astute.fish",
		Args:      takes(1, 1),
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(p.out, true)
			case "zsh":
				return root.GenZshCompletion(p.out)
			case "fish":
				return root.GenFishCompletion(p.out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(p.out)
			}
			return fmt.Errorf("there is no completion for %q: use one of %s", args[0], strings.Join(shells, ", "))
		},
	}
}

// completer answers what could stand where the cursor is.
type completer = func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective)

// words completes to one of a fixed list.
func words(list ...string) completer {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return list, cobra.ShellCompDirectiveNoFileComp
	}
}

// completeKind completes the words of kinds.
func completeKind(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return kindWords(), cobra.ShellCompDirectiveNoFileComp
}

// completeNames completes the names of records of some kinds, of all when none
// is given, and after the first word the fields of any kind.
func (p *program) completeNames(kinds ...model.Kind) completer {
	return func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		s, err := p.reader()
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		found, _ := s.Find(store.FindQuery{Text: typed, Kinds: kinds, Limit: 20})
		var names []string
		for _, f := range found {
			names = append(names, f.Name)
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
}

// completeAccounts completes the names of accounts.
func (p *program) completeAccounts(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	s, err := p.reader()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	accounts, _ := s.Accounts()
	var names []string
	for _, a := range accounts {
		names = append(names, a.Name)
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// completeFields completes the fields of a kind, or behind a field and = the words
// that it takes.
func completeFields(kind model.Kind, typed string) ([]string, cobra.ShellCompDirective) {
	name, _, valued := strings.Cut(typed, "=")
	var list []string
	for _, f := range model.New(kind, model.ID{}).Fields() {
		switch {
		case f.Hidden, f.Fixed:
		case !valued:
			list = append(list, f.Name+"=")
		case f.Name == strings.TrimRight(name, "+-"):
			for _, w := range f.Words() {
				list = append(list, name+"="+w.Name)
			}
		}
	}
	return list, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}
