//go:build !windows

package ui

import (
	"os"
	"os/signal"
	"syscall"
	"time"
)

// hangUp and goOn are what a terminal that goes away sends, and what a shell
// sends to let a stopped program go on.
var hangUp, goOn os.Signal = syscall.SIGHUP, syscall.SIGCONT

// stopsWithin is how long a stop takes at most to begin. A process that nobody
// could continue is not stopped: the system takes no notice of the signal.
const stopsWithin = 250 * time.Millisecond

// stopUntilContinued stops the program and everything it started, and returns
// when it was continued; errNoShell when it was never stopped.
func stopUntilContinued() error {
	on := make(chan os.Signal, 1)
	signal.Notify(on, syscall.SIGCONT)
	defer signal.Stop(on)
	if err := syscall.Kill(0, syscall.SIGTSTP); err != nil {
		return err
	}
	select {
	case <-on:
		return nil
	case <-time.After(stopsWithin):
	}
	// The time goes by while the program is stopped too.
	select {
	case <-on:
		return nil
	case <-time.After(stopsWithin / 5):
		return errNoShell
	}
}
