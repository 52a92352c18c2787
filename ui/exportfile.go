package ui

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// keepFile writes a file whole or not at all: beside its place first, on the disk
// before it is renamed onto it. One that is there is replaced only when that is
// wanted, else the error is [fs.ErrExist]; then a link is followed, who may read
// it stays as it was, and one marked as read-only is left alone.
func keepFile(path string, data []byte, over bool) error {
	if _, err := os.Lstat(path); err == nil && !over {
		return fs.ErrExist
	}
	mode := fs.FileMode(0o666) // what the umask leaves of it
	if info, err := os.Stat(path); err == nil {
		if !info.Mode().IsRegular() {
			return &fs.PathError{Op: "write", Path: path, Err: errors.New("it is no file")}
		}
		mode = info.Mode().Perm()
		if mode&0o222 == 0 { // renaming would replace it
			return &fs.PathError{Op: "write", Path: path, Err: fs.ErrPermission}
		}
		if real, err := filepath.EvalSymlinks(path); err == nil {
			path = real
		}
	}
	beside := fmt.Sprintf("%s.%08x.tmp", path, rand.Uint32())
	f, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(beside, path)
	}
	if err != nil {
		err = errors.Join(err, os.Remove(beside))
	}
	return err
}
