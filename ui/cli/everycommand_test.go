package cli_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"astute/store"
	"astute/ui/cli"
)

// harmless is one call of each command that uses the file, and whether it
// writes there. Where a file is named, FOLDER is the folder of the book.
var harmless = map[string]struct {
	args   string
	writes bool
}{
	"find": {"find smith jane", false}, "brief": {"brief smith", false}, "map": {"map freshkart", false}, "path": {"path freshkart", false},
	"whatif": {"whatif freshkart smith", false}, "strategy": {"strategy freshkart", false}, "money": {"money freshkart", false},
	"portfolio": {"portfolio", false}, "today": {"today", false}, "check": {"check", false}, "list": {"list contacts", false},
	"show": {"show smith", false}, "about": {"about smith", false}, "log": {"log", false}, "diff": {"diff freshkart", false},
	"duplicates": {"duplicates", false}, "info": {"info", false}, "doctor": {"doctor", false}, "export": {"export freshkart", false},
	"add": {"add account name=Beta", true}, "edit": {"edit smith title=CIO", true}, "remove": {"remove smith --yes", true},
	"merge": {"merge smith mehta --yes", true}, "rollover": {"rollover freshkart --until 2028-06-24 --yes", true},
	"silence": {"silence single-threaded freshkart --reason known --until 2026-12-01", true}, "undo": {"undo", true}, "redo": {"redo", true},
	"import": {"import FOLDER/people.csv", true}, "forget": {"forget smith --yes", true},
	"backup": {"backup FOLDER/written.db", false}, "restore": {"restore FOLDER/copy.db", true},
}

// noFileOfOurs are the commands that leave the book alone.
var noFileOfOurs = []string{"tour", "demo", "completion", "man", "help"}

// answer is how a command ended, and what it said.
type answer struct {
	code     int
	out, err string
}

// ask runs a command on a file by a clock.
func ask(t testing.TB, file, args string, at func() time.Time) answer {
	t.Helper()
	var out, said bytes.Buffer
	home := filepath.Join(filepath.Dir(file), "home")
	env := map[string]string{"HOME": home, "AppData": home, "ASTUTE_FILE": file, "ASTUTE_ME": "Ana Ruiz", "ASTUTE_TODAY": "2026-07-02"}
	code := cli.Run(cli.Env{
		Args: strings.Fields(strings.ReplaceAll(args, "FOLDER", filepath.Dir(file))), Stdin: strings.NewReader(""), Stdout: &out, Stderr: &said, Now: at,
		Getenv: func(name string) string { return env[name] },
	})
	return answer{code, out.String(), said.String()}
}

// bookWithBackup is the worked example with a good backup of it, a copy, and a
// file to import, in a folder of its own.
func bookWithBackup(t testing.TB, folder string) string {
	t.Helper()
	file := filepath.Join(folder, "book.db")
	if a := ask(t, file, "demo --keep "+file+" --no-open", time.Now); a.code != 0 {
		t.Fatal(a.err)
	}
	s, err := store.Open(file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, err := range []error{
		s.AutoBackup(time.Now()), s.Backup(filepath.Join(folder, "copy.db")),
		os.WriteFile(filepath.Join(folder, "people.csv"), []byte("Last Name,Company\nQuill,FreshKart Grocers\n"), 0o600),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return file
}

// Every command of the tree is in the table of what is tried.
func TestEveryCommandIsTriedAtEveryFault(t *testing.T) {
	help := ask(t, filepath.Join(t.TempDir(), "none.db"), "help", time.Now).out
	_, list, _ := strings.Cut(help, "Look:")
	list, _, _ = strings.Cut(list, "Flags:")
	names := regexp.MustCompile(`(?m)^  ([a-z]+)  `).FindAllStringSubmatch(list, -1)
	if len(names) < 25 {
		t.Fatalf("help lists %d commands", len(names))
	}
	for _, m := range names {
		if _, ok := harmless[m[1]]; !ok && !slices.Contains(noFileOfOurs, m[1]) {
			t.Errorf("astute %s is not tried", m[1])
		}
	}
}

// begunAnew is what commands say that make a book where one was.
var begunAnew = map[string]string{
	"restore": "no book was there before", "add": "was gone, so a new book was begun there", "import": "was gone, so a new book was begun there",
	"info": "",
}

// everywhere is what is wrong with a file, and what each command says then: a
// code and what must be in its line, "" for an answer as always.
var everywhere = []struct {
	name     string
	spoil    func(t *testing.T, file string)
	clock    time.Time
	reads    string // who only reads
	writes   string // who writes
	code     int    // where it is said
	instead  map[string]string
	reworded map[string]int // codes of those in instead, where they are others
}{
	{name: "all is well"},
	{name: "the clock was set back", clock: time.Date(1970, 1, 2, 3, 4, 5, 0, time.UTC)},
	{
		name:    "damaged",
		spoil:   func(t *testing.T, file string) { overwrite(t, file, bytes.Repeat([]byte{0xa5}, 16384)) },
		reads:   "astute restore ",
		writes:  "astute restore ",
		code:    2,
		instead: map[string]string{"restore": "was damaged and is kept as", "doctor": "only a backup mends: `astute restore /"}, reworded: map[string]int{"restore": 0, "doctor": 1},
	},
	{
		name:    "vanished",
		spoil:   func(t *testing.T, file string) { overwrite(t, file, nil) },
		reads:   "any more: put it back, or go back to the newest good backup with: astute restore ",
		writes:  "any more: put it back, or go back to the newest good backup with: astute restore ",
		code:    2,
		instead: begunAnew, reworded: map[string]int{"restore": 0, "add": 0, "import": 0, "info": 0},
	},
	{
		name:    "cut off to nothing",
		spoil:   func(t *testing.T, file string) { overwrite(t, file, []byte{}) },
		reads:   "although there are backups: go back to the newest good one with: astute restore ",
		writes:  "although there are backups: go back to the newest good one with: astute restore ",
		code:    2,
		instead: begunAnew, reworded: map[string]int{"restore": 0, "add": 0, "import": 0, "info": 0},
	},
	{
		name:   "replaced by something else",
		spoil:  func(t *testing.T, file string) { overwrite(t, file, []byte("Dear Jane,\n")) },
		reads:  "astute restore ",
		writes: "astute restore ",
		code:   2, instead: map[string]string{"restore": "is kept as", "doctor": "only a backup mends: `astute restore /"}, reworded: map[string]int{"restore": 0, "doctor": 1},
	},
	{
		name: "of an older program", spoil: func(t *testing.T, file string) { ofAVersion(t, file, 3, -1) },
	},
	{
		name: "of a newer program", spoil: func(t *testing.T, file string) { ofAVersion(t, file, 1, +1) },
		writes: "update astute", code: 2,
		instead: map[string]string{"restore": "comes back with: astute restore "}, reworded: map[string]int{"restore": 0},
	},
}

// overwrite replaces a file, or takes it away.
func overwrite(t *testing.T, file string, data []byte) {
	t.Helper()
	err := os.Remove(file)
	if data != nil {
		err = os.WriteFile(file, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// ofAVersion makes a file one of another version of the program: its state begins
// with the layout, at 1, and with what computed the derived parts, at 3.
func ofAVersion(t *testing.T, file string, place, by int) {
	t.Helper()
	db, err := bbolt.Open(file, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		b, key := tx.Bucket([]byte("meta")), []byte("state")
		value := bytes.Clone(b.Get(key))
		value = value[:len(value)-4]
		if value[0] != 1<<3 || value[1] != store.Schema || value[2] != 2<<3 || value[3] != store.Derived {
			t.Fatalf("the state begins with % x", value[:4])
		}
		value[place] = byte(int(value[place]) + by)
		table := crc32.MakeTable(crc32.Castagnoli)
		return b.Put(key, binary.LittleEndian.AppendUint32(value, crc32.Update(crc32.Checksum(key, table), table, value)))
	})
	if closing := db.Close(); err != nil || closing != nil {
		t.Fatal(err, closing)
	}
}

// Whatever is wrong with the file, every command says it in one line with the
// cure and ends with the code for it, or does what it does when all is well.
func TestEveryCommandAtEveryFault(t *testing.T) {
	pristine := t.TempDir()
	bookWithBackup(t, pristine)
	usual := map[string]answer{}
	for _, fault := range everywhere {
		t.Run(fault.name, func(t *testing.T) {
			for name, c := range harmless {
				folder := filepath.Join(t.TempDir(), name)
				if err := os.CopyFS(folder, os.DirFS(pristine)); err != nil {
					t.Fatal(err)
				}
				file := filepath.Join(folder, "book.db")
				if name == "redo" {
					ask(t, file, "undo", time.Now)
				}
				if fault.spoil != nil {
					fault.spoil(t, file)
				}
				at := time.Now
				if !fault.clock.IsZero() {
					at = func() time.Time { return fault.clock }
				}
				a := ask(t, file, c.args, at)
				if fault.name == "all is well" {
					if usual[name] = a; a.code == 2 || a.code == 3 {
						t.Errorf("astute %s ended with %d: %s", c.args, a.code, a.err)
					}
					continue
				}
				want, code := fault.reads, fault.code
				if c.writes {
					want = fault.writes
				}
				instead, other := fault.instead[name]
				if other {
					want = instead
					if to, ok := fault.reworded[name]; ok {
						code = to
					}
				}
				if want == "" && !other {
					code = usual[name].code
				}
				if a.code != code || !strings.Contains(a.err, want) || strings.Contains(a.err, "goroutine") {
					t.Errorf("astute %s ended with %d, not %d, and says %s", c.args, a.code, code, a.err)
				}
				if code == 2 {
					oneCleanLine(t, []string{c.args}, a.err, want)
				}
			}
		})
	}
}

// A file that another program keeps to itself is busy to every command, which
// says so after a while; what is asked of it after that works.
func TestEveryCommandAtABusyFile(t *testing.T) {
	t.Parallel()
	file := bookWithBackup(t, t.TempDir())
	db, err := bbolt.Open(file, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for _, c := range harmless {
		all.Go(func() {
			a := ask(t, file, c.args, time.Now)
			if a.code != 3 {
				t.Errorf("astute %s ended with %d: %s", c.args, a.code, a.err)
			}
			oneCleanLine(t, []string{c.args}, a.err, "try again")
		})
	}
	all.Wait()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if a := ask(t, file, "edit smith title=CIO", time.Now); a.code != 0 {
		t.Errorf("%d: %s", a.code, a.err)
	}
}

// Where nothing may be written, or not even read, every command says it and the
// cure.
func TestEveryCommandWhereNothingMayBeWritten(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("folders have no write permission on Windows")
	}
	t.Parallel()
	dir, err := os.MkdirTemp("", "astute-readonly-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		os.Chmod(dir, 0o700)
		os.RemoveAll(dir)
	})
	file := bookWithBackup(t, dir)
	if a := ask(t, file, "undo", time.Now); a.code != 0 { // something to redo
		t.Fatal(a.err)
	}
	for _, path := range []string{"backups", "home"} {
		if err := os.RemoveAll(filepath.Join(dir, path)); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args string) answer {
		cmd := asNobody(t, strings.Fields("--file "+file+" "+strings.ReplaceAll(args, "FOLDER", dir))...)
		var said bytes.Buffer
		cmd.Stderr = &said
		cmd.Env = append(os.Environ(), "HOME=/nonexistent", "XDG_CONFIG_HOME=", "ASTUTE_TODAY=2026-07-02")
		if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
			t.Fatal(err)
		}
		return answer{code: cmd.ProcessState.ExitCode(), err: said.String()}
	}
	modes := func(book, folder os.FileMode) {
		for _, name := range []string{"book.db", "copy.db", "people.csv"} {
			mode := os.FileMode(0o444)
			if name == "book.db" {
				mode = book
			}
			if err := os.Chmod(filepath.Join(dir, name), mode); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Chmod(dir, folder); err != nil {
			t.Fatal(err)
		}
	}
	ofAVersion(t, file, 3, -1) // so that who reads would write, if it could
	modes(0o444, 0o555)
	for name, c := range harmless {
		a := run(c.args)
		switch {
		case name == "backup":
			oneCleanLine(t, []string{c.args}, a.err, "make it writable, or name a place elsewhere")
		case c.writes:
			oneCleanLine(t, []string{c.args}, a.err, "writable")
		}
		if wrong := c.writes || name == "backup"; wrong != (a.code == 2) {
			t.Errorf("astute %s of a file that cannot be written ended with %d: %s", c.args, a.code, a.err)
		}
	}
	modes(0o000, 0o555)
	for _, name := range []string{"find", "add", "info", "doctor", "restore", "undo", "export"} {
		a := run(harmless[name].args)
		if oneCleanLine(t, []string{name}, a.err, "change its permissions", "make it writable"); a.code != 2 {
			t.Errorf("astute %s of a file that cannot be read ended with %d: %s", name, a.code, a.err)
		}
	}
}

// On a full disk whoever has to write says so and leaves nothing half done; who
// reads does not notice.
func TestEveryCommandOnAFullDisk(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell to set a limit with")
	}
	t.Parallel()
	file := bookWithBackup(t, t.TempDir())
	if a := ask(t, file, "undo", time.Now); a.code != 0 {
		t.Fatal(a.err)
	}
	names := func() (list []string) {
		_ = filepath.WalkDir(filepath.Dir(file), func(path string, _ os.DirEntry, err error) error {
			list = append(list, path)
			return err
		})
		return list
	}
	before, had := ask(t, file, "export --all --format json", time.Now).out, names()
	for name, c := range harmless {
		if name == "redo" || name == "undo" || name == "edit" || name == "silence" || name == "add" || name == "info" {
			continue // so small that it fits into pages that are free
		}
		args := append([]string{"-c", `trap '' XFSZ; ulimit -f 16; exec "$0" "$@"`, realProgram(t), "--file", file}, strings.Fields(strings.ReplaceAll(c.args, "FOLDER", filepath.Dir(file)))...)
		cmd := exec.Command(sh, args...)
		var said bytes.Buffer
		cmd.Stderr = &said
		cmd.Env = append(os.Environ(), "HOME="+filepath.Join(filepath.Dir(file), "home"), "ASTUTE_TODAY=2026-07-02", "ASTUTE_ME=Ana Ruiz")
		if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
			t.Fatal(err)
		}
		if wrong := c.writes || name == "backup"; wrong != (cmd.ProcessState.ExitCode() == 2) {
			t.Errorf("astute %s on a full disk ended with %d: %s", c.args, cmd.ProcessState.ExitCode(), said.String())
		} else if wrong {
			oneCleanLine(t, []string{c.args}, said.String(), "free some space")
		}
	}
	if left := names(); !slices.Equal(left, had) {
		t.Errorf("left behind: %q, had %q", left, had)
	}
	if after := ask(t, file, "export --all --format json", time.Now).out; after != before {
		t.Error("something was changed")
	}
}
