//go:build !windows

package cli_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"astute/ui/uitest/tty"
)

// The screen that figures are taken on, and the least that a whole frame of it
// takes: a byte for each of its places.
const (
	benchColumns, benchRows = 200, 60
	frameBytes              = benchColumns * benchRows
)

// BenchmarkTerminalFirstFrame is from starting the program to a whole frame in a
// terminal: 20 ms at most, at 100,000 contacts as at 100. Where other work keeps
// the processors busy, what it takes of one (cpu-ms, of all threads) says more.
// On two cores that others kept busy, by turns, in milliseconds: the least that a
// run took, the median, and the processor's.
//
//	contacts                                      100             100,000
//	drawn by Bubble Tea's clock              28  35  31        28  44  43
//	written when the terminal is set up      15  22  22        15  20  18
//
// Of the 15 the program takes 7 before its main begins: 2 of these are the tables
// that excelize makes, 1 is what linking with C costs. Reading the plan is 2, the
// map and the overview 2 each, drawing 2.
func BenchmarkTerminalFirstFrame(b *testing.B) {
	inBooks(b, func(b *testing.B, start func() *tty.Terminal) {
		var took, ran []time.Duration
		for b.Loop() {
			began := time.Now()
			x := start()
			waitFor(b, x, frameBytes)
			took = append(took, time.Since(began))
			b.StopTimer()
			if cpu, ok := processor(x.Process()); ok {
				ran = append(ran, cpu)
			}
			x.Kill()
			b.StartTimer()
		}
		reportSpread(b, took)
		if len(ran) > 0 {
			b.ReportMetric(median(ran), "cpu-ms")
		}
	})
}

// BenchmarkTerminalKey is from a key that moves the cursor to the first byte of
// the frame that shows it: 12 ms at most for 95 of 100. It reports what a move
// sends too, and how much memory the workspace then holds. Of the milliseconds by
// the clock Bubble Tea's, which ticks each 8, is 4 in the middle; of the processor a
// move takes 4 where it took 5 before each cell of a table listed the fields of its
// record.
func BenchmarkTerminalKey(b *testing.B) {
	inBooks(b, func(b *testing.B, start func() *tty.Terminal) {
		x := start()
		waitFor(b, x, frameBytes)
		x.Type("3")
		settle(x)
		var took []time.Duration
		sent := 0
		before, _ := processor(x.Process())
		for i := 0; b.Loop(); i++ {
			x.Forget()
			pressed := time.Now()
			x.Type("jk"[i%2 : i%2+1])
			waitFor(b, x, 1)
			took = append(took, time.Since(pressed))
			b.StopTimer()
			settle(x)
			sent += x.Got()
			b.StartTimer()
		}
		reportSpread(b, took)
		b.ReportMetric(float64(sent)/float64(len(took)), "bytes/move")
		if after, ok := processor(x.Process()); ok {
			b.ReportMetric(float64(after-before)/float64(time.Millisecond)/float64(len(took)), "cpu-ms/move")
		}
		if kB, ok := resident(x.Process()); ok {
			b.ReportMetric(float64(kB)/1024, "resident-MB")
		} else {
			b.Log("this system does not say how much memory a process holds")
		}
	})
}

// BenchmarkTerminalIdle is what an open workspace takes of a processor while
// nobody does anything, in milliseconds a second: a look at the file's version
// each second is all that it should be.
func BenchmarkTerminalIdle(b *testing.B) {
	inBooks(b, func(b *testing.B, start func() *tty.Terminal) {
		x := start()
		waitFor(b, x, frameBytes)
		settle(x)
		time.Sleep(time.Second) // what it puts off until the first frame is out
		before, ok := processor(x.Process())
		if !ok {
			b.Skip("this system does not say what a process takes of a processor")
		}
		x.Forget()
		began := time.Now()
		for b.Loop() {
			time.Sleep(4 * time.Second)
		}
		after, _ := processor(x.Process())
		seconds := time.Since(began).Seconds()
		b.ReportMetric(float64(after-before)/float64(time.Millisecond)/seconds, "cpu-ms/s")
		b.ReportMetric(float64(x.Got())/seconds, "bytes/s")
	})
}

// inBooks runs a benchmark on books of all sizes, with what opens the workspace.
func inBooks(b *testing.B, run func(b *testing.B, start func() *tty.Terminal)) {
	for _, contacts := range benchBooks {
		file, _ := benchFile(b, contacts)
		b.Run(fmt.Sprintf("contacts=%d", contacts), func(b *testing.B) {
			p := person{t: b, home: b.TempDir(), book: file}
			run(b, func() *tty.Terminal { return p.opens(benchColumns, benchRows) })
		})
	}
}

// waitFor waits until the terminal was sent that many bytes, looking more often
// than a test needs to.
func waitFor(b *testing.B, x *tty.Terminal, bytes int) {
	for end := time.Now().Add(20 * time.Second); x.Got() < bytes; time.Sleep(50 * time.Microsecond) {
		if time.Now().After(end) {
			b.Fatalf("the terminal was sent %d bytes of %d:\n%s", x.Got(), bytes, x.Sent())
		}
	}
}

// settle waits until nothing more is sent.
func settle(x *tty.Terminal) {
	for got := -1; got != x.Got(); time.Sleep(30 * time.Millisecond) {
		got = x.Got()
	}
}

func reportSpread(b *testing.B, took []time.Duration) {
	b.ReportMetric(median(took), "ms-median") // which sorts them
	b.ReportMetric(float64(took[len(took)*95/100])/float64(time.Millisecond), "ms-p95")
}

// resident returns how much memory a process holds, in kB.
func resident(pid int) (kB int, ok bool) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, false
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	words := strings.Fields(rest)
	if len(words) == 0 {
		return 0, false
	}
	kB, err = strconv.Atoi(words[0])
	return kB, err == nil
}

// processor returns how long a process has run.
func processor(pid int) (time.Duration, bool) {
	tasks, err := os.ReadDir(fmt.Sprintf("/proc/%d/task", pid))
	if err != nil {
		return 0, false
	}
	var total time.Duration
	for _, task := range tasks {
		text, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%s/schedstat", pid, task.Name()))
		if err != nil {
			continue // it has just ended
		}
		if words := strings.Fields(string(text)); len(words) > 0 {
			ns, _ := strconv.ParseInt(words[0], 10, 64)
			total += time.Duration(ns)
		}
	}
	return total, total > 0
}
