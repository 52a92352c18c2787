// Package wholefile writes files whole or not at all: beside their places first,
// then renamed onto them. Whoever is stopped in between leaves what was there.
package wholefile

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// ErrNoFile is wrapped where what is to be replaced is a folder, a device or a pipe.
var ErrNoFile = errors.New("it is no file")

// File is a file beside its place.
type File struct {
	place  string // links followed
	beside string
	open   *os.File
}

// Create begins a file beside its place. A new one is for its owner only, as the
// book is of which it holds a part: plans are full of judgements about people. A
// link is followed, so that what it leads to is what is replaced, and who may read
// that stays as it was. A file that may
// not be written, or is marked as read-only, is not replaced either: the error is
// [fs.ErrPermission].
func Create(path string) (*File, error) {
	mode := fs.FileMode(0o600)
	if info, err := os.Stat(path); err == nil {
		if !info.Mode().IsRegular() {
			return nil, &fs.PathError{Op: "write", Path: path, Err: ErrNoFile}
		}
		if err := mayReplace(path, info); err != nil {
			return nil, &fs.PathError{Op: "write", Path: path, Err: err}
		}
		mode = info.Mode().Perm()
		if real, err := filepath.EvalSymlinks(path); err == nil {
			path = real
		}
	}
	beside := fmt.Sprintf("%s.%08x.tmp", path, rand.Uint32())
	f, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return nil, err
	}
	return &File{path, beside, f}, nil
}

// Fill writes the file and closes it; durable: onto the disk. What cannot be
// written is taken away.
func (f *File) Fill(durable bool, write func(io.Writer) error) error {
	buffered := bufio.NewWriter(f.open)
	err := write(buffered)
	if err == nil {
		err = buffered.Flush()
	}
	if err == nil && durable {
		err = f.open.Sync()
	}
	if err = errors.Join(err, f.open.Close()); err != nil {
		f.Drop()
	}
	return err
}

// Keep puts the file in its place.
func (f *File) Keep() error {
	err := os.Rename(f.beside, f.place)
	if err != nil {
		f.Drop()
	}
	return err
}

// Settle makes the name of a file that was kept durable, where the system can.
func (f *File) Settle() error { return syncFolder(filepath.Dir(f.place)) }

// Drop takes away what was not kept. It may be called at any time, by anybody.
func (f *File) Drop() { os.Remove(f.beside) }

// Write writes a file whole or not at all; when it returns it is on the disk.
func Write(path string, write func(io.Writer) error) error {
	f, err := Create(path)
	if err != nil {
		return err
	}
	if err := f.Fill(true, write); err != nil {
		return err
	}
	if err := f.Keep(); err != nil {
		return err
	}
	return f.Settle()
}

// mayReplace reports why a file may not be replaced. Renaming would replace one
// that may not be written; what is marked as read-only is meant to stay, even
// where one may do everything.
func mayReplace(path string, info fs.FileInfo) error {
	if info.Mode().Perm()&0o222 == 0 {
		return fs.ErrPermission
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		var at *fs.PathError
		if errors.As(err, &at) {
			return at.Err
		}
		return err
	}
	return f.Close()
}

// syncFolder makes the names in a folder durable, where the system can.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil // names become durable with their file there
	}
	d, err := os.Open(dir)
	if errors.Is(err, fs.ErrPermission) {
		return nil // a folder that may be written but not read
	}
	if err != nil {
		return err
	}
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil // some file systems cannot
	}
	return errors.Join(err, d.Close())
}
