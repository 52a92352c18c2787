//go:build !unix || solaris || aix

package store

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// locksItself says that bbolt waits for the lock, because it takes it on a range
// that only it knows.
const locksItself = false

// lock leaves the lock to bbolt.
func lock(*os.File, bool, time.Duration) error { return nil }

// isQuota reports that the disk is full as Windows says it.
func isQuota(err error) bool { return errors.Is(err, syscall.Errno(112)) }

// syncDir does nothing: these systems make names durable with the file.
func syncDir(string) error { return nil }
