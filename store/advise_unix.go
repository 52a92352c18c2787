//go:build unix && !solaris && !aix

package store

import "golang.org/x/sys/unix"

// willNeed tells the system that a part of the mapped file, from the beginning of
// a page on, will be read soon.
func willNeed(part []byte) { _ = unix.Madvise(part, unix.MADV_WILLNEED) }
