//go:build unix && !solaris && !aix

package store

import (
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
)

// willNeed tells the system that mapped memory will be read soon. It is a hint:
// where it fails the memory is read all the same.
func willNeed(b []byte) {
	if len(b) == 0 {
		return
	}
	page := uintptr(os.Getpagesize())
	before := uintptr(unsafe.Pointer(unsafe.SliceData(b))) % page
	start := unsafe.Add(unsafe.Pointer(unsafe.SliceData(b)), -int(before)) // the mapping begins on a page
	_ = unix.Madvise(unsafe.Slice((*byte)(start), len(b)+int(before)), unix.MADV_WILLNEED)
}
