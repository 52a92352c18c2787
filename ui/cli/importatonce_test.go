//go:build !windows

package cli_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"astute/store/storetest"
)

// Several who take the same list in at once get each of its people once: what one
// worked out before another wrote is worked out again, or ends as busy.
func TestImportsAtOnceTakeEachRowInOnce(t *testing.T) {
	p := newPerson(t)
	list := filepath.Join(p.home, "people.csv")
	var rows strings.Builder
	rows.WriteString("Name,Title,Account\n")
	const people = 400
	for n := range people {
		fmt.Fprintf(&rows, "Jane Nr %d,Buyer %d,Account %d\n", n, n, n%5)
	}
	if err := os.WriteFile(list, []byte(rows.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	before := strings.Count(p.says("list", "contacts", "--json"), `"id"`)
	var runs []*exec.Cmd
	var said []*strings.Builder
	for range 4 {
		cmd, out := p.command("import", list), &strings.Builder{}
		cmd.Stdout, cmd.Stderr = out, out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		runs, said = append(runs, cmd), append(said, out)
	}
	well := 0
	for i, cmd := range runs {
		err := cmd.Wait()
		switch {
		case err == nil:
			well++
		case cmd.ProcessState.ExitCode() != 3 || !strings.Contains(said[i].String(), "import again"):
			t.Errorf("%v: %s", err, said[i])
		}
	}
	if well == 0 {
		t.Error("none of them took anything in")
	}
	storetest.Check(t, p.book)
	if after := strings.Count(p.says("list", "contacts", "--json"), `"id"`); after != before+people {
		t.Errorf("%d contacts are new, of a list of %d", after-before, people)
	}
}
