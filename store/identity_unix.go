//go:build unix && !solaris && !aix

package store

import (
	"os"
	"syscall"
)

// fileID tells files apart, whatever they are called; zero when it is not known.
type fileID struct{ device, inode uint64 }

func identify(info os.FileInfo) fileID {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return fileID{uint64(st.Dev), st.Ino} //nolint:unconvert // of another type elsewhere
	}
	return fileID{}
}
