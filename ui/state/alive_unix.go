//go:build !windows

package state

import (
	"errors"
	"os"
	"syscall"
)

// Alive reports whether a process of that number runs.
func Alive(s Session) bool {
	p, err := os.FindProcess(int(s))
	if err != nil {
		return false
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, os.ErrPermission)
}
