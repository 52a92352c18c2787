package store

import "golang.org/x/sys/unix"

// shares are the file systems that lie on another machine, by their name.
var shares = map[string]string{"nfs": "NFS", "smbfs": "SMB", "afpfs": "AFP", "webdav": "WebDAV", "ftp": "FTP"}

// shareKind returns which kind of network share a folder lies on, "" for none.
func shareKind(dir string) string {
	var at unix.Statfs_t
	if unix.Statfs(dir, &at) != nil {
		return ""
	}
	return shares[unix.ByteSliceToString(at.Fstypename[:])]
}
