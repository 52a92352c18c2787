//go:build unix && !solaris && !aix

package store

import (
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
)

// adviceLength is after how many bytes the system is told, so that a disk reads
// while the rest is gathered.
const adviceLength = 4 << 20

// advice tells the system which parts of the mapped file will be read soon. It
// is a hint: where it fails the part is read all the same. Parts that lie side by
// side go in one call: asking costs more than looking up what is in memory.
type advice struct {
	mapped   []byte
	from, to uintptr // of what is not told yet
}

// willNeed takes a part. What bbolt copied out of the mapping, as it does with
// small buckets, is in memory already.
func (a *advice) willNeed(part []byte) {
	at := uintptr(unsafe.Pointer(unsafe.SliceData(part))) - uintptr(unsafe.Pointer(unsafe.SliceData(a.mapped)))
	if len(part) == 0 || at >= uintptr(len(a.mapped)) || uintptr(len(part)) > uintptr(len(a.mapped))-at {
		return
	}
	page := uintptr(os.Getpagesize())
	from, to := at-at%page, at+uintptr(len(part)) // the mapping itself begins on a page
	if from > a.to+page || from < a.from || a.to-a.from >= adviceLength {
		a.give()
		a.from = from
	}
	a.to = max(a.to, to)
}

// give tells what was gathered.
func (a *advice) give() {
	if a.from < a.to {
		_ = unix.Madvise(a.mapped[a.from:a.to], unix.MADV_WILLNEED)
	}
	a.from, a.to = 0, 0
}
