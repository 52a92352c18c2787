package cli

import (
	"fmt"
	"io"
	"strings"

	"astute/model"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// man writes the manual page.
func (p *program) man() *cobra.Command {
	return &cobra.Command{
		Use:     "man",
		Short:   "write the manual page",
		Long:    "In the language of man(1), so that it can be read with man and put where man finds it.",
		Example: "astute man >astute.1 && man ./astute.1",
		Args:    takes(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			writeManual(p.out, cmd.Root())
			return nil
		},
	}
}

// manualEnd is what the table of commands does not say.
var manualEnd = []struct{ section, text string }{
	{"FILES", `One file holds everything: what --file names, else $ASTUTE_FILE, else astute/astute.db in the XDG folder for data ($XDG_DATA_HOME, else ~/.local/share; %AppData% on Windows).

Settings lie in astute/config.toml in the XDG folder for configuration: me, company, theme, mouse, borders, currency and a table of keys.`},
	{"ENVIRONMENT", `ASTUTE_FILE names the file.

ASTUTE_ME names the teammate who sits here: what @me and me stand for.

ASTUTE_TODAY sets the day, as 2026-03-31, for scripts and pictures.

VISUAL and EDITOR name the editor for edit without fields, PAGER what shows long text on a terminal.`},
	{"EXIT STATUS", `0 fine; 1 nothing found, a name that fits several, or rows rejected; 2 wrong use or bad input; 3 busy or conflict; 130 interrupted.`},
}

func writeManual(w io.Writer, root *cobra.Command) {
	fmt.Fprintf(w, ".TH ASTUTE 1\n.SH NAME\nastute \\- %s\n.SH SYNOPSIS\n.B %s\n.SH DESCRIPTION\n", roff(root.Short), roff(useLine(root)))
	writeRoff(w, root.Long)
	fmt.Fprint(w, ".SH OPTIONS\n")
	writeFlags(w, root)
	fmt.Fprint(w, ".SH COMMANDS\n")
	for _, cmd := range root.Commands() {
		if !cmd.IsAvailableCommand() {
			continue
		}
		fmt.Fprintf(w, ".SS \"%s\"\n", strings.ReplaceAll(roff(useLine(cmd)), `"`, `\(dq`))
		writeRoff(w, sentence(cmd.Short))
		writeRoff(w, longOf(cmd))
		writeFlags(w, cmd)
		if cmd.Example != "" {
			fmt.Fprintf(w, ".PP\n.nf\n.RS\n%s.RE\n.fi\n", roffLines(cmd.Example))
		}
	}
	for _, part := range manualEnd {
		fmt.Fprintf(w, ".SH %s\n", part.section)
		writeRoff(w, part.text)
	}
}

func writeFlags(w io.Writer, cmd *cobra.Command) {
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		_, usage := pflag.UnquoteUsage(f)
		name := flagUse(f)
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		fmt.Fprintf(w, ".TP\n.B %s\n%s", roff(name), roffLines(usage))
	})
}

// writeRoff writes paragraphs; those that begin with blanks stay as they are.
func writeRoff(w io.Writer, text string) {
	if text == "" {
		return
	}
	for _, paragraph := range strings.Split(text, "\n\n") {
		if strings.Contains(paragraph, "\n  ") {
			fmt.Fprintf(w, ".PP\n.nf\n%s.fi\n", roffLines(paragraph))
		} else {
			fmt.Fprintf(w, ".PP\n%s", roffLines(paragraph))
		}
	}
}

// roffLines writes lines of text, none of which may look like a request.
func roffLines(text string) string {
	var b strings.Builder
	for _, line := range strings.Split(text, "\n") {
		b.WriteString(roff(line) + "\n")
	}
	return b.String()
}

func roff(line string) string {
	line = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(line)
	if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
		return `\&` + line
	}
	return line
}

func sentence(s string) string { return model.Capital(s) + "." }
