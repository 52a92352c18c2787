package cli_test

import (
	"io"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"astute/model"
	"astute/model/modeltest"
	"astute/store"
)

// BenchmarkCheckAll starts the program, checks every account of a book, writes
// all findings as JSON and ends. It is to take about a second at 1,000 accounts.
func BenchmarkCheckAll(b *testing.B) {
	program := realProgram(b)
	day := model.NewDate(2026, time.March, 16)
	file := filepath.Join(b.TempDir(), "book.db")
	s, err := store.Open(file, store.Options{Author: "Ana"})
	if err != nil {
		b.Fatal(err)
	}
	records := modeltest.Generate(1, 100_000, day) // a hundred an account
	if _, err := s.Apply(model.Created("import", records...), day.Time()); err != nil {
		b.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(len(records)), "records")
	for b.Loop() {
		cmd := exec.Command(program, "--file", file, "check", "--all", "--json")
		cmd.Stdout = io.Discard
		cmd.Env = append(cmd.Environ(), "ASTUTE_TODAY="+day.String())
		if err := cmd.Run(); cmd.ProcessState.ExitCode() != 1 {
			b.Fatalf("exit %d: %v", cmd.ProcessState.ExitCode(), err)
		}
	}
}
