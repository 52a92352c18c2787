package ui_test

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/model/modeltest"
	"astute/store"
	"astute/store/storetest"
	"astute/ui"
	"astute/ui/state"
	"astute/ui/uitest"

	tea "github.com/charmbracelet/bubbletea"
)

// The long run is work at the keyboard without a pause: whole days of eight
// hours, in which one types, moves, pastes, changes the size, takes back and
// repeats, while others write to the same file, which is slow at times, full or
// busy at others, and the program is killed and started again. It is different
// with every seed and the same with the same:
//
//	go test ./ui -run TestLongRun -longrun 10m             # so long for each book
//	go test ./ui -run TestLongRun -longrun.seed 7          # the days that begin with this one
var (
	longRun     = flag.Duration("longrun", 0, "for how long TestLongRun works on each book; 0 is for a moment")
	longRunSeed = flag.Uint64("longrun.seed", 1, "the seed of the first day of TestLongRun")
)

// workday is how long a day is, by the clock that the workspace sees.
const workday = 8 * time.Hour

// moment is how many steps of the first day are made without a flag.
const moment = 150

func TestLongRun(t *testing.T) {
	t.Chdir(t.TempDir()) // x writes files
	for _, c := range []struct {
		name string
		make func(t *testing.T) string
		long bool
	}{
		{"worked example", func(t *testing.T) string { return uitest.Example(t) }, false},
		{"empty book", func(t *testing.T) string { return uitest.Empty(t) }, false},
		{"5,000 contacts", func(t *testing.T) string {
			path := uitest.Empty(t)
			uitest.Write(t, path, model.Created("book", modeltest.Generate(1, 5000, uitest.Today)...))
			return path
		}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.long && *longRun == 0 {
				t.Skip("-longrun gives it the time")
			}
			work(t, c.make(t))
		})
	}
}

// work is days on one book until the time is over.
func work(t *testing.T, path string) {
	end, seed, steps := time.Now().Add(*longRun), *longRunSeed, 0
	mine, others := uitest.Options(t, path), uitest.Open(t, path, "Ana Souza")
	used := use(path)
	for {
		d := newDay(t, mine, others, seed)
		for d.now.Sub(uitest.Now()) < workday && (*longRun > 0 || d.steps < moment) {
			d.step()
			if d.steps%250 == 0 {
				d.modest()
			}
		}
		d.stop()
		steps += d.steps
		storetest.Sound(t, path)
		now := use(path)
		t.Logf("seed %d: %d steps, %d edits since the first day; %v, before the first %v", seed, d.steps, now.edits-used.edits, now, used)
		now.within(t, used)
		if seed++; time.Now().After(end) {
			t.Logf("%d steps in all", steps)
			return
		}
		for _, file := range []string{"backups", "state"} { // a new day
			if err := os.RemoveAll(filepath.Join(filepath.Dir(path), file)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// used is what the work takes of the machine.
type used struct {
	memory, file, backups int64
	goroutines, open      int
	edits                 uint64
}

func use(path string) (u used) {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	u.memory, u.goroutines = int64(m.HeapAlloc), runtime.NumGoroutine()
	if info, err := os.Stat(path); err == nil {
		u.file = info.Size()
	}
	backups, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "backups", "*")) // the pattern is sound
	for _, b := range backups {
		if info, err := os.Stat(b); err == nil {
			u.backups += info.Size()
		}
	}
	if open, err := os.ReadDir("/proc/self/fd"); err == nil {
		u.open = len(open)
	}
	if s, err := store.Open(path, store.Options{}); err == nil {
		u.edits, _ = s.Version() // 0 of a file that is not there
		_ = s.Close()
	}
	return u
}

func (u used) String() string {
	return fmt.Sprintf("memory %d kB, file %d kB, backups %d kB, %d goroutines, %d descriptors", u.memory>>10, u.file>>10, u.backups>>10, u.goroutines, u.open)
}

// within fails the test when the work left more behind than its edits account
// for. The file grows with its journal: a few pages for each edit at most.
func (u used) within(t *testing.T, before used) {
	t.Helper()
	edits := int64(u.edits - before.edits)
	if more := u.file - before.file; more > 4<<20+edits*(16<<10) {
		t.Errorf("the file grew by %d kB with %d edits", more>>10, edits)
	}
	if more := u.memory - before.memory; more > 96<<20 {
		t.Errorf("%d kB of memory are held that were not before", more>>10)
	}
	if more := u.goroutines - before.goroutines; more > 12 {
		t.Errorf("%d goroutines are left", more)
	}
	if more := u.open - before.open; before.open > 0 && more > 8 {
		t.Errorf("%d descriptors are left open", more)
	}
}

// day is one day of work on a file.
type day struct {
	testing.TB
	*rand.Rand
	seed  uint64
	steps int
	done  []string // what was done, to be read when something is wrong

	path    string
	o       ui.Options
	s       *uitest.Screen
	w, h    int
	now     time.Time
	others  *store.Store
	starts  int // how often the program was started
	fault   error
	ailsFor int // steps for which the file fails

	slowFor int       // steps for which the file is slow
	late    []tea.Cmd // what was asked for and is not done

	typed typed
}

func newDay(t *testing.T, o ui.Options, others *store.Store, seed uint64) *day {
	d := &day{TB: t, Rand: rand.New(rand.NewPCG(seed, 8)), seed: seed, path: o.Store.Path(), o: o, others: others, now: uitest.Now(), w: 120, h: 40}
	d.o.Store = ailing{d.o.Store, func(method string) error {
		if d.fault != nil && (!errors.Is(d.fault, store.ErrFull) || method == "Apply" || method == "Undo" || method == "Redo" || method == "AutoBackup") {
			return d.fault
		}
		return nil
	}}
	d.o.Now = func() time.Time { return d.now }
	d.o.Today = func() model.Date { return model.DateOf(d.now) }
	d.o.State = state.Dir(filepath.Join(filepath.Dir(d.path), "state"))
	d.start()
	return d
}

// start starts the program, as when a killed one is started again.
func (d *day) start() {
	d.starts++
	d.o.Session = state.Session(5_000_000 + d.starts) // of a process that is not there
	d.late, d.slowFor = nil, 0
	d.s = uitest.Start(d, ui.New(d.o), d.w, d.h)
}

// stop ends the day with a file that is well.
func (d *day) stop() {
	d.fault, d.ailsFor, d.slowFor = nil, 0, 0
	d.catchUp()
}

// Fatalf implements [testing.TB]: what is wrong, the last that was done, and how
// to do it again.
func (d *day) Fatalf(format string, args ...any) {
	d.TB.Helper()
	d.TB.Fatalf("seed %d, step %d: %s\nwhat was done last, the newest at the end:\n%s\nagain with: -longrun %v -longrun.seed %d",
		d.seed, d.steps, fmt.Sprintf(format, args...), strings.Join(d.done[max(0, len(d.done)-60):], "\n"), max(*longRun, time.Minute), d.seed)
}

// modest fails when too much is held in the middle of the work.
func (d *day) modest() {
	if n := runtime.NumGoroutine(); n > 100 {
		d.Fatalf("%d goroutines", n)
	}
	if open, err := os.ReadDir("/proc/self/fd"); err == nil && len(open) > 64 {
		d.Fatalf("%d descriptors are open", len(open))
	}
}

// step does one thing, and looks what came of it.
func (d *day) step() {
	d.steps++
	defer func() {
		if fault := recover(); fault != nil {
			d.TB.Errorf("a fault: %v", fault)
			buf := make([]byte, 16<<10)
			d.Fatalf("%s", buf[:runtime.Stack(buf, false)])
		}
	}()
	d.pass()
	d.something()
	d.wear()
	if d.s.Quit {
		d.say("start again")
		d.start()
		d.afterStart()
		return
	}
	d.lookForTyped()
}

// pass lets some time go by: moments between keys, seconds to think, now and
// then a call.
func (d *day) pass() {
	switch n := d.IntN(100); {
	case n < 15:
		d.now = d.now.Add(time.Duration(1+d.IntN(40)) * time.Millisecond)
	case n < 75:
		d.now = d.now.Add(time.Duration(100+d.IntN(900)) * time.Millisecond)
	case n < 95:
		d.now = d.now.Add(time.Duration(1+d.IntN(20)) * time.Second)
		d.send(ui.Tick{})
	default:
		d.now = d.now.Add(time.Duration(1+d.IntN(6)) * time.Minute)
		d.send(ui.Tick{})
		d.send(ui.Tick{})
	}
}

// wear counts how long the file is slow or fails.
func (d *day) wear() {
	if d.slowFor > 0 {
		if d.slowFor--; d.slowFor == 0 {
			d.catchUp()
		} else if len(d.late) > 0 && d.IntN(2) == 0 {
			d.oneLate()
		}
	}
	if d.ailsFor > 0 {
		if d.ailsFor--; d.ailsFor == 0 {
			d.say("the file is well again")
			d.fault = nil
			d.send(ui.Tick{})
		}
	}
}

// say writes down what is done.
func (d *day) say(format string, args ...any) {
	d.done = append(d.done, d.now.Format("15:04:05.000 ")+fmt.Sprintf(format, args...))
}

// send gives the workspace a message. While the file is slow what it asks for
// waits.
func (d *day) send(msg tea.Msg) {
	switch {
	case d.s.Quit:
	case d.slowFor == 0:
		d.s.Send(msg)
	default:
		if cmd := d.s.SendOnly(msg); cmd != nil {
			d.late = append(d.late, cmd)
		}
	}
}

// oneLate does one of the things that wait, and gives the workspace its answer
// at once or later.
func (d *day) oneLate() {
	i := d.IntN(len(d.late))
	cmd := d.late[i]
	d.late = append(d.late[:i:i], d.late[i+1:]...)
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			if c != nil {
				d.late = append(d.late, c)
			}
		}
	case tea.QuitMsg:
		d.s.Quit = true
	default:
		if d.IntN(3) == 0 {
			d.late = append(d.late, func() tea.Msg { return msg })
			return
		}
		d.send(msg)
	}
}

// catchUp does all that waits.
func (d *day) catchUp() {
	slow := d.slowFor
	d.slowFor = max(slow, 1)
	for len(d.late) > 0 && !d.s.Quit {
		d.oneLate()
	}
	d.slowFor = slow
}
