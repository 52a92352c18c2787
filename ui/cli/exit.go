package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"astute/model"
	"astute/store"
)

// The exit codes. Scripts rely on them.
const (
	exitFine        = 0
	exitNothing     = 1 // nothing found, a name that fits several, rows rejected
	exitWrong       = 2 // wrong use or bad input
	exitBusy        = 3 // busy, or changed by somebody else meanwhile
	exitInterrupted = 130
)

// errNothing is what an error is when all is well but nothing was found.
var errNothing = errors.New("nothing found")

// errInterrupted ends a run that a person stopped.
var errInterrupted = errors.New("interrupted")

// exitCodes says what kinds of error mean; the first that fits counts, and what
// is not listed is [exitWrong].
var exitCodes = []struct {
	kind error
	code int
}{
	{errInterrupted, exitInterrupted},
	{model.ErrValue, exitWrong}, // a value that names nothing is bad input, not a search in vain
	{errNothing, exitNothing},
	{store.ErrNothing, exitNothing},
	{store.ErrNotFound, exitNothing},
	{store.ErrBusy, exitBusy},
	{model.ErrConflict, exitBusy},
	{store.ErrMeanwhile, exitBusy},
}

// exitCode maps an error to the code that the program ends with.
func exitCode(err error) int {
	if err == nil {
		return exitFine
	}
	for _, row := range exitCodes {
		if errors.Is(err, row.kind) {
			return row.code
		}
	}
	var several *store.AmbiguousError
	var none *store.NotFoundError
	if errors.As(err, &several) || errors.As(err, &none) {
		return exitNothing
	}
	return exitWrong
}

// nothing is an error that says what was looked for in vain.
func nothing(format string, args ...any) error {
	return &said{text: fmt.Sprintf(format, args...), kind: errNothing}
}

// said is an error with words of its own that is of some kind.
type said struct {
	text string
	kind error
}

func (e *said) Error() string { return e.text }

// Unwrap returns the kind.
func (e *said) Unwrap() error { return e.kind }

// report says on standard error what went wrong: one line with the cure, and
// the candidates below it where a name fits several.
func (p *program) report(err error) {
	var several *store.AmbiguousError
	ambiguous := errors.As(err, &several)
	text := oneLine(err.Error())
	switch {
	case text == "":
		return // what there is to say was said
	case ambiguous:
		// The candidates stand below, so the line need not name them.
		text = strings.ReplaceAll(text, oneLine(several.Error()), fmt.Sprintf("%q could be any of these: %s", oneLine(several.Name), tellApart(several, err == error(several))))
	}
	fmt.Fprintln(p.Stderr, "astute: "+text)
	if ambiguous {
		fmt.Fprint(p.Stderr, indent(foundTable(several.Candidates, longestName).text(candidateWidth), "  "))
		if several.More > 0 {
			fmt.Fprintf(p.Stderr, "  and %d more: astute find lists them\n", several.More)
		}
	}
}

// tellApart says how a name that fits several can be narrowed down: by what
// differs among them, where the command takes that, and always by the id.
func tellApart(e *store.AmbiguousError, flags bool) string {
	kinds, accounts := map[model.Kind]bool{}, map[string]bool{}
	for _, f := range e.Candidates {
		kinds[f.Kind], accounts[f.AccountName] = true, true
	}
	var ways []string
	if flags && len(kinds) > 1 {
		ways = append(ways, "--kind")
	}
	if flags && len(accounts) > 1 {
		ways = append(ways, "--account")
	}
	if len(ways) == 0 {
		return "use the id at the end of a line in its place"
	}
	return "narrow it with " + strings.Join(ways, " or ") + ", or use the id at the end of a line"
}

// candidateWidth keeps a long name from pushing the ids away.
const candidateWidth = 98

// oneLine makes any text fit to be one line on a terminal.
func oneLine(text string) string { return ansi.Strip(model.CleanLine(text)) }

func indent(text, by string) string {
	if text == "" {
		return ""
	}
	return by + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n"+by) + "\n"
}
