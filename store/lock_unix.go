//go:build unix && !solaris && !aix

package store

import (
	"errors"
	"math/rand/v2"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// locksItself says that [lock] takes the lock, so that bbolt finds it taken by
// its own descriptor and never waits.
const locksItself = true

// lock takes the lock that bbolt uses, shared for reading. bbolt's own wait
// sleeps 50 ms between attempts; this one sleeps about one, unevenly, so that
// two waiting programs do not keep step.
func lock(f *os.File, exclusive bool, wait time.Duration) error {
	how := unix.LOCK_SH | unix.LOCK_NB
	if exclusive {
		how = unix.LOCK_EX | unix.LOCK_NB
	}
	for deadline := time.Now().Add(wait); ; {
		err := unix.Flock(int(f.Fd()), how)
		switch {
		case err == nil:
			return nil
		case errors.Is(err, syscall.EINTR):
			continue
		case !errors.Is(err, syscall.EWOULDBLOCK):
			return err
		case time.Now().After(deadline):
			return ErrBusy
		}
		time.Sleep(500*time.Microsecond + rand.N(time.Millisecond))
	}
}

// isQuota reports that the person's share of the disk is used up.
func isQuota(err error) bool { return errors.Is(err, syscall.EDQUOT) }

// syncDir makes names in a folder durable.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = d.Sync()
	if closeErr := d.Close(); err == nil {
		err = closeErr
	}
	// Some file systems cannot sync a folder; they say so with EINVAL.
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil
	}
	return err
}
