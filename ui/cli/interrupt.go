package cli

import (
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"sync"
	"syscall"
)

// tidy is what must be done before the program ends, however it ends: take
// away files that are only half written, or were never meant to stay.
type tidy struct {
	mu    sync.Mutex
	tasks []*func()
	deaf  []os.Signal // what somebody else in front of the terminal answers to
}

// after has a task done when the program ends. The function returned ends the
// waiting: it does the task now, or with false not at all.
func (t *tidy) after(task func()) (end func(do bool)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.tasks = append(t.tasks, &task)
	return func(do bool) {
		t.mu.Lock()
		at := slices.Index(t.tasks, &task)
		if at >= 0 {
			t.tasks = slices.Delete(t.tasks, at, at+1)
		}
		t.mu.Unlock()
		if do && at >= 0 {
			task()
		}
	}
}

// all does what is left to do, the latest first.
func (t *tidy) all() {
	t.mu.Lock()
	tasks := t.tasks
	t.tasks = nil
	t.mu.Unlock()
	for _, task := range slices.Backward(tasks) {
		(*task)()
	}
}

// lend runs what takes the terminal for itself (the workspace, an editor, a
// pager) and leaves the signals to it meanwhile.
func (t *tidy) lend(run func() error, signals ...os.Signal) error {
	t.hear(signals)
	defer t.hear(nil)
	return run()
}

func (t *tidy) hear(deaf []os.Signal) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.deaf = deaf
}

func (t *tidy) ignores(s os.Signal) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Contains(t.deaf, s)
}

// untilInterrupted runs a command and returns its error, or [errInterrupted] as
// soon as a person stops it. The command is then left where it is: the file is
// changed in one transaction or not at all. A panic of the command goes on here,
// where those who wait for the end can tidy up.
func (t *tidy) untilInterrupted(command func() error) error {
	stopped := make(chan os.Signal, 4)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) { // as under nohup, or behind a shell's &
			signal.Notify(stopped, s)
		}
	}
	defer signal.Stop(stopped)
	type end struct {
		err   error
		panic any
		stack []byte
	}
	done := make(chan end, 1)
	go func() {
		e := end{panic: "the command ended its goroutine"} // unless it returns
		defer func() {
			if p := recover(); p != nil {
				e.panic, e.stack = p, debug.Stack()
			}
			done <- e
		}()
		e.err = command()
		e.panic = nil
	}()
	for {
		select {
		case e := <-done:
			if e.panic != nil {
				panic(fmt.Sprintf("%v\n\n%s", e.panic, e.stack))
			}
			return e.err
		case s := <-stopped:
			if !t.ignores(s) {
				return errInterrupted
			}
		}
	}
}
