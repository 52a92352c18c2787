//go:build unix && !solaris && !aix

package store_test

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"astute/model"
	"astute/store"
	"astute/store/storetest"
)

var kills = flag.Int("kills", 6, "how many writers TestKill kills")

// program starts this test binary again to play a part.
func program(t testing.TB, part string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), partVariable+"="+part)
	for i, a := range args {
		cmd.Env = append(cmd.Env, fmt.Sprintf("%s%d=%s", argVariable, i, a))
	}
	cmd.Stderr = os.Stderr
	return cmd
}

// writeContacts adds contacts one by one for ever and says the name of each on
// standard output: after it is written, or, as the control, before.
func writeContacts(early bool) error {
	s, err := store.Open(arg(0), store.Options{Author: arg(1), Wait: time.Minute})
	if err != nil {
		return err
	}
	account, err := model.ParseID(arg(2))
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		c := &model.Contact{Name: fmt.Sprint(arg(1), "-", i)}
		c.ID, c.Account = s.NewID(now), account
		if early {
			fmt.Println(c.Name)
			time.Sleep(20 * time.Millisecond) // so that the kill comes in between
		}
		if _, err := s.Apply(model.Created("add", c), now); err != nil {
			return err
		}
		if !early {
			fmt.Println(c.Name)
		}
	}
}

// killWriters starts three writers at a time, kills them after a while with
// SIGKILL, and returns the names that they said were written and the names that
// are.
func killWriters(t *testing.T, part string, kills int) (said, written map[string]bool) {
	s := newStore(t)
	a := account(s, "FreshKart Grocers")
	apply(t, s, model.Created("add", a))
	said = map[string]bool{}
	var mu sync.Mutex
	r := rand.New(rand.NewPCG(5, 6))
	for killed := 0; killed < kills; {
		var group sync.WaitGroup
		for range 3 {
			killed++
			cmd := program(t, part, s.Path(), fmt.Sprint("writer", killed), a.ID.String())
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			after, delay := r.IntN(20), time.Duration(r.IntN(3000))*time.Microsecond
			group.Go(func() {
				lines := bufio.NewReader(out)
				for i := 0; ; i++ {
					line, err := lines.ReadString('\n')
					if err != nil {
						break // a name cut in half was not said
					}
					mu.Lock()
					said[line[:len(line)-1]] = true
					mu.Unlock()
					if i == after {
						time.Sleep(delay)
						_ = cmd.Process.Kill()
					}
				}
				_, _ = io.Copy(io.Discard, out)
				_ = cmd.Wait()
			})
		}
		group.Wait()
		storetest.Sound(t, s.Path())
	}
	written = map[string]bool{}
	err := s.Each(store.Scan{Kind: model.KindContact}, func(r model.Record) error {
		written[r.(*model.Contact).Name] = true
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return said, written
}

// TestKill kills programs while they write: what they said was written is.
func TestKill(t *testing.T) {
	said, written := killWriters(t, "writer", *kills)
	for name := range said {
		if !written[name] {
			t.Errorf("%s was acknowledged and is lost", name)
		}
	}
	if len(said) < *kills {
		t.Errorf("only %d edits were made", len(said))
	}
}

// TestKillControl has the writers speak too early: the harness must see it.
func TestKillControl(t *testing.T) {
	said, written := killWriters(t, "early writer", 3)
	for name := range said {
		if !written[name] {
			return
		}
	}
	t.Error("nothing was lost: the harness could not tell")
}

// extend adds its own items to a list in one field, starting over when somebody
// else changed the list meanwhile.
func extend() error {
	s, err := store.Open(arg(0), store.Options{Author: arg(1), Wait: time.Minute})
	if err != nil {
		return err
	}
	id, err := model.ParseID(arg(2))
	if err != nil {
		return err
	}
	for done := 0; done < items; {
		r, err := s.Get(id)
		if err != nil {
			return err
		}
		after := model.Clone(r.(*model.Account))
		after.Offerings = append(after.Offerings, fmt.Sprint(arg(1), "-", done))
		_, err = s.Apply(model.Edited("extend", r, after), now)
		switch {
		case errors.Is(err, model.ErrConflict):
			continue
		case err != nil:
			return err
		}
		done++
	}
	return nil
}

// items is how many each of the programs adds.
const items = 15

// TestManyPrograms has several programs edit one field of one record at once:
// none overwrites what another wrote.
func TestManyPrograms(t *testing.T) {
	s := newStore(t)
	a := account(s, "FreshKart Grocers")
	apply(t, s, model.Created("add", a))
	var programs []*exec.Cmd
	for i := range 3 {
		cmd := program(t, "extend", s.Path(), fmt.Sprint("program", i), a.ID.String())
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		programs = append(programs, cmd)
	}
	for _, cmd := range programs {
		if err := cmd.Wait(); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := len(get[*model.Account](t, s, a.ID).Offerings), items*len(programs); got != want {
		t.Errorf("%d items are left of %d", got, want)
	}
	if seq, err := s.Version(); seq != uint64(1+items*len(programs)) || err != nil {
		t.Errorf("version %d, %v", seq, err)
	}
}

// TestFirstEditsMeet has several programs make the file at the same moment.
func TestFirstEditsMeet(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	var group sync.WaitGroup
	for i := range 8 {
		s, err := store.Open(path, store.Options{Wait: time.Minute})
		if err != nil {
			t.Fatal(err)
		}
		group.Go(func() {
			if _, err := s.Apply(model.Created("add", account(s, fmt.Sprint("Account ", i))), now); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	accounts, err := open(t, path).Accounts()
	if err != nil || len(accounts) != 8 {
		t.Errorf("%d accounts of 8, %v", len(accounts), err)
	}
}
