package store

import "golang.org/x/sys/unix"

// shares are the file systems that lie on another machine, by the number that
// the system gives them.
var shares = map[int64]string{
	0x6969:     "NFS",
	0x517B:     "SMB",
	0xFE534D42: "SMB",
	0xFF534D42: "SMB",
	0x5346414F: "AFS",
	0x00C36400: "Ceph",
}

// shareKind returns which kind of network share a folder lies on, "" for none.
func shareKind(dir string) string {
	var at unix.Statfs_t
	if unix.Statfs(dir, &at) != nil {
		return ""
	}
	return shares[int64(at.Type)&0xFFFFFFFF] //nolint:unconvert // of another type elsewhere
}
