package importing

import (
	"fmt"
	"io"

	"astute/model"
	"astute/model/exchange"
)

// Counting returns what writes to a terminal how far an import is, a line for each
// tenth. Of a short import it writes nothing: it is over before that is read.
func Counting(out io.Writer) func(exchange.Progress) {
	said := 0
	return func(at exchange.Progress) {
		if at.Told == 0 || at.Told*10/at.Rows <= said {
			return
		}
		said = at.Told * 10 / at.Rows
		fmt.Fprintln(out, Far(at))
	}
}

// Far says how far an import is: "told apart 8192 of 20000 rows".
func Far(at exchange.Progress) string {
	if at.Told == 0 {
		return "read " + model.Count(at.Rows, "row", "rows")
	}
	return fmt.Sprintf("told apart %d of %s", at.Told, model.Count(at.Rows, "row", "rows"))
}
