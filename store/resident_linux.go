package store

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// residence tells where the byte at a place of the file is: it is asked for on the
// condition that nothing is waited for.
func residence(f *os.File, at int64) int {
	var one [1]byte
	switch _, err := unix.Preadv2(int(f.Fd()), [][]byte{one[:]}, at, unix.RWF_NOWAIT); {
	case err == nil:
		return inMemory
	case errors.Is(err, unix.EAGAIN):
		return onDisk
	}
	return somewhere
}
