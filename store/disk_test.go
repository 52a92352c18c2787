//go:build linux

package store_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"astute/model"
	"astute/store"
	"astute/store/storetest"
)

// A power cut takes with it whatever no fsync has made durable: any sectors of
// the files that were written, and the names that were given, taken and moved.
// The files of a life are made, edited, copied, compacted and replaced by another
// program, strace writes down what it asks of the system, and what a disk may
// hold is made of any beginning of that.

// forgotten is the person who is forgotten in a life.
const forgotten = "Wanda Vergessen"

func init() { onLinuxOnly["life"] = life }

// life makes a book and does everything with it that writes files. After each
// thing that is done it says what the book holds.
func life() error {
	s, err := store.Open(arg(0), store.Options{Author: "Ana", Entropy: seeded(3)})
	if err != nil {
		return err
	}
	at := now
	a := account(s, "FreshKart Grocers")
	gone, stays := contact(s, forgotten, a.ID), contact(s, "Jane Smith", a.ID)
	title := 0
	edit := func() error {
		r, err := s.Get(stays.ID)
		if err != nil {
			return err
		}
		after := model.Clone(r.(*model.Contact))
		title++
		after.JobTitle = fmt.Sprint("title ", title)
		_, err = s.Apply(model.Edited("edit", r, after), at)
		return err
	}
	steps := []func() error{
		func() error { _, err := s.Apply(model.Created("make", a), at); return err },
		func() error { _, err := s.Apply(model.Created("add", gone, stays), at); return err },
		edit, edit,
		func() error { return s.AutoBackup(at) },
		edit,
		func() error { return s.Backup(arg(0) + ".copy") },
		func() error { _, err := s.Undo(1, at); return err },
		edit,
		func() error { _, err := s.Forget(gone.ID, at); return err },
		edit,
		func() error { _, err := s.Restore(arg(0) + ".copy"); return err },
		edit,
		func() error { return store.Outdate(s) }, // and the look at the book after it brings it up to date
		edit,
		func() error { return store.Outdate(s) },
		func() error { return firstRead(arg(0)) },
	}
	for i, step := range steps {
		if err := step(); err != nil {
			return fmt.Errorf("step %d: %w", i, err)
		}
		book, err := s.Book()
		if err != nil {
			return err
		}
		if _, err := os.Stdout.WriteString("done " + essence(book) + "\n"); err != nil {
			return err
		}
	}
	return s.Close()
}

// essence tells books apart, by everything in them but the person who is
// forgotten.
func essence(book *model.Book) string {
	var lines []string
	for _, text := range snapshotOf(book.Records()) {
		if !strings.Contains(text, forgotten) {
			lines = append(lines, text)
		}
	}
	slices.Sort(lines)
	return fmt.Sprintf("%x", sha256.Sum256([]byte(strings.Join(lines, "\n"))))[:16]
}

// lived lives the life of a book and returns what was asked of the system.
func lived(t *testing.T) (path string, calls []call) {
	t.Helper()
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("strace is not installed")
	}
	path = filepath.Join(t.TempDir(), "book.db")
	log := filepath.Join(t.TempDir(), "trace")
	cmd := program(t, "life", path)
	cmd.Args = append([]string{"strace", "-f", "-qq", "-xx", "-s", "1000000000", "-o", log, "-e",
		"trace=openat,close,read,write,pwrite64,lseek,ftruncate,copy_file_range,sendfile,splice,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,dup,dup3,fcntl"}, cmd.Args...)
	cmd.Path, _ = exec.LookPath("strace")
	cmd.Env = append(cmd.Env, "GOMAXPROCS=1")
	if out, err := cmd.Output(); err != nil {
		t.Skipf("strace does not work here: %v %s", err, out)
	}
	data, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	return path, readTrace(t, string(data))
}

// disk is what a disk holds, and what is on its way to it.
type disk struct {
	files map[string]*file // by name, as programs see them
	sure  map[string]*file // by name, as they are after a cut at the latest sync of their folder
	moves []func(names map[string]*file)
	said  []string // what the program said it has done
}

type file struct {
	seen, sure []byte
	coming     []part // written since the last sync
}

// part is bytes written to a place of a file, or its new size.
type part struct {
	at   int
	data []byte
	size int // -1 for bytes
}

func (p part) to(b []byte) []byte {
	if p.size >= 0 {
		return append(b[:min(len(b), p.size)], make([]byte, max(0, p.size-len(b)))...)
	}
	if need := p.at + len(p.data); need > len(b) {
		b = append(b, make([]byte, need-len(b))...)
	}
	copy(b[p.at:], p.data)
	return b
}

// do does one call.
func (d *disk) do(c call) {
	move := func(m func(names map[string]*file)) {
		m(d.files)
		d.moves = append(d.moves, m)
	}
	switch c.name {
	case "create":
		if d.files[c.path] == nil {
			f := &file{}
			move(func(names map[string]*file) { names[c.path] = f })
		}
	case "copy":
		c.name, c.data = "write", slices.Clone(d.files[c.other].seen[c.from:c.from+c.size])
		d.do(c)
	case "write", "truncate":
		if f := d.files[c.path]; f != nil {
			p := part{c.at, c.data, -1}
			if c.name == "truncate" {
				p = part{size: c.at}
			}
			f.seen, f.coming = p.to(f.seen), append(f.coming, p)
		}
	case "sync":
		if f := d.files[c.path]; f != nil {
			f.sure, f.coming = slices.Clone(f.seen), nil
			return
		}
		for _, m := range d.moves { // a folder
			m(d.sure)
		}
		d.moves = nil
	case "rename":
		f := d.files[c.path]
		move(func(names map[string]*file) { delete(names, c.path); names[c.other] = f })
	case "link":
		f := d.files[c.path]
		move(func(names map[string]*file) { names[c.other] = f })
	case "unlink":
		move(func(names map[string]*file) { delete(names, c.path) })
	case "say":
		d.said = append(d.said, strings.Fields(string(c.data))[1])
	}
}

// cut writes what may be left of the disk after a cut into a folder of its own:
// of the names what a beginning of the moves made of them, of each file any
// sectors of what was coming.
func (d *disk) cut(t *testing.T, r *rand.Rand, from, into string) {
	t.Helper()
	names := maps.Clone(d.sure)
	for _, m := range d.moves[:r.IntN(len(d.moves)+1)] {
		m(names)
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		f := names[name]
		left := slices.Clone(f.sure)
		for _, p := range f.coming {
			if p.size >= 0 {
				if r.IntN(2) == 0 {
					left = p.to(left)
				}
				continue
			}
			for at := 0; at < len(p.data); at += sector {
				if r.IntN(2) == 0 {
					left = part{p.at + at, p.data[at:min(at+sector, len(p.data))], -1}.to(left)
				}
			}
		}
		to := filepath.Join(into, strings.TrimPrefix(name, from))
		if err := errors.Join(os.MkdirAll(filepath.Dir(to), 0o700), os.WriteFile(to, left, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
}

// wrongAfterCuts cuts the power at so many places of a life and returns what is
// wrong then.
func wrongAfterCuts(t *testing.T, path string, calls []call, cuts int, seed uint64) (wrong []string) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 12))
	folder := filepath.Dir(path)
	all := &disk{files: map[string]*file{}, sure: map[string]*file{}}
	for _, c := range calls {
		all.do(c)
	}
	for i := range cuts {
		d := &disk{files: map[string]*file{}, sure: map[string]*file{}}
		upTo := r.IntN(len(calls)) + 1
		for _, c := range calls[:upTo] {
			d.do(c)
		}
		into := filepath.Join(t.TempDir(), fmt.Sprint(i))
		d.cut(t, r, folder, into)
		if what := look(filepath.Join(into, filepath.Base(path)), d.said, all.said); what != "" {
			wrong = append(wrong, fmt.Sprintf("cut %d of seed %d, before call %d (%s): %s", i, seed, upTo, calls[min(upTo, len(calls)-1)].name, what))
		}
		if err := os.RemoveAll(into); err != nil {
			t.Fatal(err)
		}
	}
	return wrong
}

// look says what is wrong with the book that a cut left, which holds what was
// done last, or what was being done.
func look(path string, said, all []string) string {
	s, err := store.Open(path, store.Options{Warn: func(string) {}})
	if err != nil {
		return err.Error()
	}
	defer func() { _ = s.Close() }()
	if _, err := os.Stat(path); err != nil && len(said) > 0 {
		return "the book is gone"
	}
	book, err := s.Book()
	if err != nil {
		return "it does not read: " + err.Error()
	}
	may := all[max(0, len(said)-1):min(len(said)+1, len(all))]
	if is := essence(book); !slices.Contains(may, is) && (len(said) > 0 || len(book.Records()) > 0) {
		return fmt.Sprintf("%d things are done, and the book is another", len(said))
	}
	more := account(s, "Written after the cut")
	if _, err := s.Apply(model.Created("add", more), now); err != nil {
		return "it does not write: " + err.Error()
	}
	report, err := s.Doctor(false)
	if err != nil || !report.Sound() {
		return fmt.Sprintf("doctor: %v %v", report.Problems, err)
	}
	list, err := s.Backups()
	if err != nil {
		return "backups: " + err.Error()
	}
	for _, b := range list {
		c, err := store.Open(b.Path, store.Options{})
		if err != nil {
			return err.Error()
		}
		_, err = c.Book()
		_ = c.Close()
		if err != nil && len(list) == 1 && len(said) > 5 {
			return "the only backup does not read: " + err.Error()
		}
	}
	return ""
}

// TestPowerCutOfALife cuts the power while a file is made, edited, copied, freed
// of a person, and replaced by a copy. The book holds what was said to be done.
func TestPowerCutOfALife(t *testing.T) {
	path, calls := lived(t)
	for i, what := range wrongAfterCuts(t, path, calls, *cuts/2, 1) {
		if t.Error(what); i == 10 {
			break
		}
	}
	storetest.Sound(t, path)
}

// TestPowerCutOfALifeControl takes the syncs away: the harness must see it.
func TestPowerCutOfALifeControl(t *testing.T) {
	path, calls := lived(t)
	calls = slices.DeleteFunc(calls, func(c call) bool { return c.name == "sync" })
	if len(wrongAfterCuts(t, path, calls, 60, 2)) == 0 {
		t.Error("no cut did any harm though nothing was synced")
	}
}
