package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/ui/config"
)

// help explains a command, or a kind and its fields.
func (p *program) help() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND|KIND|settings]",
		Short:   "explain a command, a kind and its fields, or the settings",
		Example: "astute help import\nastute help contact\nastute help settings",
		Args:    takes(0, 1),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var words []string
			for _, c := range cmd.Root().Commands() {
				words = append(words, c.Name())
			}
			return append(append(words, kindWords()...), "settings"), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				fmt.Fprint(p.out, helpOf(cmd.Root()))
				return nil
			}
			if found, _, err := cmd.Root().Find(args); err == nil && found != cmd.Root() {
				fmt.Fprint(p.out, helpOf(found))
				return nil
			}
			if args[0] == "settings" {
				fmt.Fprint(p.out, p.settingsHelp())
				return nil
			}
			if kind, err := model.ParseKind(args[0]); err == nil {
				fmt.Fprint(p.out, kindHelp(kind))
				return nil
			}
			return fmt.Errorf("there is nothing called %q to explain: `astute help` lists the commands, `astute help add` the kinds", args[0])
		},
	}
}

// helpOf explains one command.
func helpOf(cmd *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n\n", cmd.CommandPath(), cmd.Short)
	fmt.Fprintf(&b, "  %s\n", useLine(cmd))
	if long := longOf(cmd); long != "" {
		fmt.Fprintf(&b, "\n%s\n", long)
	}
	if cmd.HasAvailableSubCommands() {
		b.WriteString(commandList(cmd))
	}
	if flags := cmd.LocalFlags().FlagUsages(); flags != "" {
		fmt.Fprintf(&b, "\nFlags:\n%s", flags)
	}
	if cmd.Example != "" {
		fmt.Fprintf(&b, "\nExamples:\n%s", indent(cmd.Example, "  "))
	}
	if !cmd.HasParent() {
		b.WriteString("\nastute help COMMAND explains one; astute help KIND lists the fields of a kind;\nastute help settings what the settings take.\n")
	}
	return b.String()
}

// listsKinds marks commands whose help lists the kinds. The list is made when it
// is asked for, not at every start.
var listsKinds = map[string]string{"kinds": "listed"}

// longOf is what help says of a command at length.
func longOf(cmd *cobra.Command) string {
	if cmd.Annotations["kinds"] == "" {
		return cmd.Long
	}
	return cmd.Long + "\n\n" + kindList() + "\n\nastute help KIND lists the fields."
}

// useLine is how a command is typed.
func useLine(cmd *cobra.Command) string {
	if !cmd.HasParent() {
		return "astute [--file FILE] [COMMAND]"
	}
	return cmd.UseLine()
}

// commandList lists the commands by group.
func commandList(root *cobra.Command) string {
	var b strings.Builder
	for _, group := range append(root.Groups(), &cobra.Group{Title: "More:"}) {
		var t table
		for _, cmd := range root.Commands() {
			if cmd.GroupID == group.ID && cmd.IsAvailableCommand() {
				t.add(cmd.Name(), cmd.Short)
			}
		}
		fmt.Fprintf(&b, "\n%s\n%s", group.Title, indent(t.text(0), "  "))
	}
	return b.String()
}

// kindList lists the kinds with what they are for.
func kindList() string {
	var t table
	for _, kind := range model.Kinds() {
		t.add(kind.String(), kind.Spec().About)
	}
	return "Kinds, singular or plural:\n" + strings.TrimSuffix(indent(t.text(0), "  "), "\n")
}

// kindWords are the words of the kinds, in the order of their numbers.
func kindWords() []string {
	var words []string
	for _, kind := range model.Kinds() {
		words = append(words, kind.String())
	}
	return words
}

// kindHelp lists the fields of a kind with what each takes.
func kindHelp(kind model.Kind) string {
	spec := kind.Spec()
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s): %s\n", spec.Word, spec.Plural, spec.About)
	var t table
	for _, f := range model.New(kind, model.ID{}).Fields() {
		if f.Hidden {
			continue
		}
		mark := ""
		switch {
		case f.Needed:
			mark = "needed"
		case f.InCore:
			mark = "core"
		case f.Fixed:
			mark = "kept"
		}
		t.add(f.Name, mark, takesOf(f))
	}
	fmt.Fprintf(&b, "\n%s", indent(t.text(0), "  "))
	b.WriteString("\nneeded: cannot be without; core: counts for completeness; kept: by the program.\n")
	if spec.Scope == model.ScopeShared {
		fmt.Fprintf(&b, "%s are shared by all accounts.\n", spec.Plural)
	}
	return b.String()
}

// settingsHelp lists the settings with what each takes.
func (p *program) settingsHelp() string {
	path, err := config.Path(p.Getenv)
	if err != nil {
		path = "nowhere: " + err.Error()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "The settings lie in %s, a TOML file with any of these lines:\n", path)
	for _, s := range config.All() {
		fmt.Fprintf(&b, "\n  %s\n      %s\n      takes: %s\n", s.Example, s.About, s.Takes)
	}
	return b.String()
}

// takesOf says what a field takes, in a few words.
func takesOf(f model.Field) string {
	var what string
	switch f.Type() {
	case model.TypeText:
		if what = "text"; f.IsCurrency() {
			what = "a currency code, like EUR"
		}
	case model.TypeTexts:
		what = "several texts"
	case model.TypeNumber:
		if what = strings.TrimSpace("a number " + f.Unit); f.IsYear() {
			what = "a year, like 2026"
		}
	case model.TypeMoney:
		what = "an amount, like 1250000 USD"
	case model.TypeDate:
		what = "a day: " + model.WhenHint
	case model.TypeBool:
		what = "yes or no"
	case model.TypeInstant:
		what = "a moment"
	case model.TypeChoice:
		what = wordsOf(f)
	case model.TypeChoices:
		what = "one or more of " + wordsOf(f)
	case model.TypeLink:
		what = "one " + kindsOf(f)
	case model.TypeLinks:
		what = "several: " + kindsOf(f)
	}
	if f.Hint != "" {
		what += " (" + f.Hint + ")"
	}
	return what
}

func wordsOf(f model.Field) string {
	var names []string
	for _, w := range f.Words() {
		names = append(names, w.Name)
	}
	return strings.Join(names, ", ")
}

func kindsOf(f model.Field) string {
	if f.Kinds == nil {
		return "record of any kind"
	}
	var words []string
	for _, k := range f.Kinds {
		words = append(words, k.String())
	}
	return strings.Join(words, " or ")
}
