package cli

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"astute/store"
)

// Run does what the arguments say and returns the exit code.
func Run(env Env) int {
	p := newProgram(env)
	defer p.tidy.all()
	err := p.tidy.untilInterrupted(p.execute)
	if err != nil {
		p.report(err)
	}
	return exitCode(err)
}

func (p *program) execute() error {
	root := p.root(p.only())
	root.SetArgs(p.Args)
	p.out = p.openOutput()
	root.SetOut(p.out)
	root.SetErr(p.Stderr)
	cmd, err := root.ExecuteC()
	if exitCode(err) == exitNothing && !p.out.wrote && wantsJSON(cmd) {
		p.writeNothing(err)
	}
	if closing := p.closeOutput(); err == nil {
		err = closing
	}
	return err
}

func wantsJSON(cmd *cobra.Command) bool {
	f := cmd.Flags().Lookup("json")
	return f != nil && f.Changed && f.Value.String() == "true"
}

// writeNothing keeps --json valid where nothing was found: an empty list, or
// the candidates where a name fits several.
func (p *program) writeNothing(err error) {
	var several *store.AmbiguousError
	if errors.As(err, &several) {
		writeFound(p.out, several.Candidates)
		return
	}
	fmt.Fprintln(p.out, "[]")
}

// The groups that help lists commands in.
const (
	groupLook   = "look"
	groupChange = "change"
	groupMove   = "move"
	groupFile   = "file"
	groupLearn  = "learn"
)

var groups = []*cobra.Group{
	{ID: groupLook, Title: "Look:"},
	{ID: groupChange, Title: "Change:"},
	{ID: groupMove, Title: "In and out:"},
	{ID: groupFile, Title: "The file:"},
	{ID: groupLearn, Title: "Learn:"},
}

// commandGroup is a part of the table of commands.
type commandGroup struct {
	id      string
	entries []commandEntry
}

// commandEntry makes the command of a name.
type commandEntry struct {
	name    string
	command func() *cobra.Command
}

// commands is the table of commands, in the order in which help lists them.
func (p *program) commands() []commandGroup {
	return []commandGroup{
		{groupLook, []commandEntry{
			{"find", p.find}, {"brief", p.brief}, {"map", p.politicalMap}, {"path", p.pathTo},
			{"whatif", p.whatif}, {"strategy", p.strategy}, {"money", p.money}, {"portfolio", p.portfolio},
			{"today", p.dueToday}, {"check", p.checkPlans}, {"list", p.list}, {"show", p.show},
			{"about", p.about}, {"log", p.log}, {"diff", p.diff}, {"duplicates", p.duplicates},
		}},
		{groupChange, []commandEntry{
			{"add", p.add}, {"edit", p.edit}, {"remove", p.remove}, {"merge", p.merge},
			{"rollover", p.rollover}, {"silence", p.silence}, {"undo", p.undo}, {"redo", p.redo},
		}},
		{groupMove, []commandEntry{
			{"export", p.export}, {"import", p.import_},
		}},
		{groupFile, []commandEntry{
			{"info", p.info}, {"doctor", p.doctor}, {"backup", p.backup}, {"restore", p.restore},
			{"forget", p.forget},
		}},
		{groupLearn, []commandEntry{
			{"tour", p.tour}, {"demo", p.demo},
		}},
		{"", []commandEntry{ // what speaks of all of them
			{"completion", p.completion}, {"man", p.man},
		}},
	}
}

// only returns the command that the arguments begin with, after the file's name
// where that stands first; "" where more than one command is needed: in front of
// it stands another flag, or it speaks of all commands.
func (p *program) only() string {
	args := p.Args
	for len(args) > 1 && (args[0] == "--file" || strings.HasPrefix(args[0], "--file=")) {
		if args[0] == "--file" {
			args = args[1:]
		}
		args = args[1:]
	}
	if len(args) == 0 {
		return ""
	}
	for _, group := range p.commands() {
		for _, entry := range group.entries {
			if entry.name == args[0] && group.id != "" {
				return entry.name
			}
		}
	}
	return ""
}

// setCobra says once what cobra keeps for all commands of a process: on Windows a
// double click opens the workspace, and help lists commands in the order of the
// table.
var setCobra = sync.OnceFunc(func() {
	cobra.MousetrapHelpText = ""
	cobra.EnableCommandSorting = false
})

// root makes the commands, or only the one of a name: nobody waits for forty of
// them to be made when one is asked for.
func (p *program) root(only string) *cobra.Command {
	setCobra()
	root := &cobra.Command{
		Use:   "astute",
		Short: "account plans: who decides, who backs us, what to do next",
		Long:  "Alone it opens the workspace; every other thing it can do is a command.",
		Example: `astute demo                                  the worked example
astute add account name="FreshKart Grocers"  your own first account
astute find smith jane                       before a call`,
		Version:           version(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		Args:              p.noSuchCommand,
		PersistentPreRunE: func(*cobra.Command, []string) error { return p.check() },
		RunE:              func(*cobra.Command, []string) error { return p.openWorkspace() },
	}
	root.PersistentFlags().StringVar(&p.file, "file", "", "use this `FILE` ($ASTUTE_FILE says the same)")
	root.SetFlagErrorFunc(wrongFlag)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { fmt.Fprint(p.out, helpOf(cmd)) })
	root.SetUsageFunc(func(*cobra.Command) error { return nil })
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddGroup(groups...)
	for _, group := range p.commands() {
		for _, entry := range group.entries {
			if only != "" && entry.name != only {
				continue
			}
			cmd := entry.command()
			cmd.GroupID = group.id
			cmd.DisableFlagsInUseLine = true
			root.AddCommand(cmd)
		}
	}
	root.SetHelpCommand(p.help())
	return root
}

func version() string {
	version := "devel"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		version = info.Main.Version
	}
	return fmt.Sprintf("%s (%s %s/%s)", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// noSuchCommand refuses what stands where a command should.
func (p *program) noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	if word := likely(args[0], names); word != "" {
		return fmt.Errorf("there is no command %q: did you mean astute %s?", args[0], word)
	}
	return fmt.Errorf("there is no command %q: use one of %s", args[0], strings.Join(names, ", "))
}

// wrongFlag says what is wrong with a flag, and which flags there are.
func wrongFlag(cmd *cobra.Command, err error) error {
	var flags []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			flags = append(flags, "--"+f.Name)
		}
	})
	if unknown, ok := errors.AsType[*pflag.NotExistError](err); ok {
		name := "--" + unknown.GetSpecifiedName()
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			name = "-" + short
		}
		return fmt.Errorf("%s has no flag %s: it takes %s", cmd.CommandPath(), name, strings.Join(nearest(name, flags), ", "))
	}
	if missing, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return fmt.Errorf("--%s needs a value: %s", missing.GetFlag().Name, flagUse(missing.GetFlag()))
	}
	if bad, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return fmt.Errorf("--%s cannot be %q: %s", bad.GetFlag().Name, bad.GetValue(), flagUse(bad.GetFlag()))
	}
	return fmt.Errorf("%w: `astute help %s` shows how", err, cmd.Name())
}

// flagUse writes a flag with its placeholder, like "--limit N".
func flagUse(f *pflag.Flag) string {
	placeholder, _ := pflag.UnquoteUsage(f)
	return strings.TrimSpace("--" + f.Name + " " + placeholder)
}

// takes checks how many words a command was given; max below 0 sets no limit.
func takes(min, max int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < min:
			return fmt.Errorf("%s needs more: %s", cmd.CommandPath(), cmd.UseLine())
		case max >= 0 && len(args) > max:
			return fmt.Errorf("%s has no place for %q: %s", cmd.CommandPath(), args[max], cmd.UseLine())
		}
		return nil
	}
}

// openWorkspace opens the full screen on the file.
func (p *program) openWorkspace() error {
	s, err := p.maker()
	if err != nil {
		return err
	}
	for {
		me, err := p.me()
		if err != nil {
			return err
		}
		if err := p.workspaceOn(Workspace{Store: s, Me: me}); !errors.Is(err, ErrTour) {
			return err
		}
		if err := p.takeTour(); err != nil {
			return err
		}
		p.forgetSettings() // the workspace may have written them
	}
}

// onTerminal reports whether a person sits at a terminal for the full screen.
func (p *program) onTerminal() bool {
	_, in := terminal(p.Stdin)
	_, out := terminal(p.Stdout)
	return in && out && p.Workspace != nil
}

// workspaceOn opens the full screen with what w lacks: the clock, the settings
// and the terminal.
func (p *program) workspaceOn(w Workspace) error {
	if !p.onTerminal() {
		return errors.New("the workspace needs a terminal: `astute help` lists the commands that need none")
	}
	if p.Getenv("TERM") == "dumb" {
		return errors.New("this terminal cannot place its cursor (TERM=dumb), so the workspace cannot be drawn: `astute help` lists the commands that need no screen")
	}
	var err error
	if w.Config, err = p.settings(); err != nil {
		return err
	}
	w.Now, w.Today, w.In, w.Out, w.Warned, w.Size = p.now, p.today, p.Stdin, p.Stdout, p.warned.take, p.size
	p.onScreen.Store(true)
	defer p.onScreen.Store(false)
	return p.tidy.lend(func() error { return p.Workspace(w) }, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
}
