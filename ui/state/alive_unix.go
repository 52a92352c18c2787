//go:build !windows

package state

import (
	"bytes"
	"errors"
	"fmt"
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
	return (err == nil || errors.Is(err, os.ErrPermission)) && !ended(s)
}

// ended reports whether a process is over and only its entry is left, because
// nobody asked how it ended: in a container that can stay so for ever. Where the
// system does not say, it is not.
func ended(s Session) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s))
	if err != nil {
		return false
	}
	// The name before it is in brackets and may hold anything.
	_, rest, _ := bytes.Cut(stat[bytes.LastIndexByte(stat, ')')+1:], []byte(" "))
	return bytes.HasPrefix(rest, []byte("Z"))
}
