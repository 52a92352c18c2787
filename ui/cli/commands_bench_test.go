package cli_test

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"astute/model"
)

// BenchmarkCommand starts the program for one command and waits for its end, as a
// person at a prompt does, over books of one account and of a thousand. check over
// a thousand accounts is to take about a second; what speaks of one account is to
// take no longer in the big book than in the small, but for check, whose rules ask
// what its owner has in other accounts. The look-up and the import have benchmarks
// of their own.
func BenchmarkCommand(b *testing.B) {
	program := realProgram(b)
	for _, contacts := range []int{100, 100_000} {
		file, records := benchFile(b, contacts)
		account, contact := oneAccount(b, records)
		out := b.TempDir()
		for _, c := range []struct {
			name string
			runs [][]string
		}{
			{"show", [][]string{{"show", contact}}},
			{"brief", [][]string{{"brief", account}}},
			{"edit-and-undo", [][]string{{"edit", contact, "title=Chief of Staff"}, {"undo"}}},
			{"check", [][]string{{"check", account}}},
			{"check-all", [][]string{{"check", "--all", "--json"}}},
			{"portfolio", [][]string{{"portfolio"}}},
			{"today", [][]string{{"today"}}},
			{"list", [][]string{{"list", "contacts"}}},
			{"export-md", [][]string{{"export", account, "-o", filepath.Join(out, "plan.md")}}},
			{"export-all-md", [][]string{{"export", "--all", "-o", filepath.Join(out, "md")}}},
			{"export-all-html", [][]string{{"export", "--all", "--format", "html", "-o", filepath.Join(out, "html")}}},
			{"export-all-csv", [][]string{{"export", "--all", "--format", "csv", "-o", filepath.Join(out, "csv")}}},
		} {
			b.Run(fmt.Sprintf("%s/contacts=%d", c.name, contacts), func(b *testing.B) {
				for b.Loop() {
					for _, args := range c.runs {
						cmd := exec.Command(program, append([]string{"--file", file}, args...)...)
						cmd.Env = append(os.Environ(), "ASTUTE_ME=Ana Ruiz", "ASTUTE_TODAY="+benchDay.String(), "XDG_STATE_HOME="+out)
						var said strings.Builder
						cmd.Stdout, cmd.Stderr = io.Discard, &said
						if err := cmd.Run(); cmd.ProcessState.ExitCode() > 1 || strings.HasPrefix(said.String(), "astute:") { // 1 is what check ends with that found something
							b.Fatalf("%v: %v: %s", args, err, &said)
						}
					}
				}
			})
		}
	}
}

// oneAccount is an account of a book, and somebody in it.
func oneAccount(b *testing.B, records []model.Record) (account, contact string) {
	b.Helper()
	for _, r := range records {
		if c, ok := r.(*model.Contact); ok && !c.Account.IsZero() {
			return c.Account.String(), c.ID.String()
		}
	}
	b.Fatal("the book has no account with people")
	return "", ""
}
