//go:build unix && !solaris && !aix

package store_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"

	"astute/model"
	"astute/model/modeltest"
	"astute/store"
	"astute/store/storetest"
)

// older is a book whose derived parts an older version computed, and what it
// says when they are up to date.
func older(t *testing.T, contacts int) (s *store.Store, want string) {
	t.Helper()
	s = newStore(t)
	apply(t, s, model.Created("import", modeltest.Generate(2, contacts, model.DateOf(now))...))
	want = accountsOf(t, s)
	must(t, store.Outdate(s))
	return s, want
}

func accountsOf(t *testing.T, s *store.Store) string {
	t.Helper()
	list, err := s.Accounts()
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(list)
}

// TestKilledWhileBringingAFileUpToDate has programs that read an older version's
// file for the first time, two at a time, die at any moment of it. The file stays
// sound, and the next that reads it to the end has everything.
func TestKilledWhileBringingAFileUpToDate(t *testing.T) {
	s, want := older(t, 300)
	r := rand.New(rand.NewPCG(7, 8))
	midway := 0
	for range *kills {
		must(t, store.Outdate(s))
		var both [2]*exec.Cmd
		for i := range both {
			both[i] = program(t, "first read", s.Path())
			must(t, both[i].Start())
		}
		for _, cmd := range both {
			time.Sleep(time.Duration(r.IntN(12)) * time.Millisecond)
			_ = cmd.Process.Kill() // over already: so be it
		}
		for _, cmd := range both {
			if cmd.Wait() != nil {
				midway++
			}
		}
		storetest.Sound(t, s.Path())
	}
	if midway == 0 {
		t.Error("none was killed in the middle")
	}
	if have := accountsOf(t, open(t, s.Path())); have != want {
		t.Errorf("have %s\nwant %s", have, want)
	}
}

// Two programs that read an older version's file for the first time at the same
// moment both have what is in it, and the file is as up to date as by one.
func TestTwoProgramsBringAFileUpToDate(t *testing.T) {
	s, want := older(t, 300)
	before, err := os.Stat(s.Path())
	must(t, err)
	var both [2]*exec.Cmd
	for i := range both {
		both[i] = program(t, "first read", s.Path())
		must(t, both[i].Start())
	}
	for _, cmd := range both {
		must(t, cmd.Wait())
	}
	if have := accountsOf(t, open(t, s.Path())); have != want {
		t.Errorf("have %s\nwant %s", have, want)
	}
	storetest.Sound(t, s.Path())
	if after, err := os.Stat(s.Path()); err != nil || after.Size() > 3*before.Size() {
		t.Errorf("it grew from %d to %d bytes, %v", before.Size(), after.Size(), err)
	}
}
