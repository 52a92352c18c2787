//go:build !unix || solaris || aix

package store

import (
	"os"
	"time"
)

// locksItself says that bbolt waits for the lock, because it takes it on a range
// that only it knows.
const locksItself = false

// lock leaves the lock to bbolt.
func lock(*os.File, bool, time.Duration) error { return nil }

func isQuota(error) bool { return false }

// syncDir does nothing: these systems make names durable with the file.
func syncDir(string) error { return nil }
