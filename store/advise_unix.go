//go:build unix && !solaris && !aix

package store

import (
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
)

// willNeed tells the system that a part of the mapped file will be read soon. It
// is a hint: where it fails the part is read all the same. What bbolt copied
// out of the mapping, as it does with small buckets, is in memory already.
func willNeed(mapped, part []byte) {
	at := uintptr(unsafe.Pointer(unsafe.SliceData(part))) - uintptr(unsafe.Pointer(unsafe.SliceData(mapped)))
	if len(part) == 0 || at >= uintptr(len(mapped)) || uintptr(len(part)) > uintptr(len(mapped))-at {
		return
	}
	from := at - at%uintptr(os.Getpagesize()) // the mapping itself begins on a page
	_ = unix.Madvise(mapped[from:at+uintptr(len(part))], unix.MADV_WILLNEED)
}
