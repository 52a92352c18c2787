package ui

import (
	"io"
	"io/fs"
	"os"

	"astute/ui/wholefile"
)

// keepFile writes a file whole or not at all. One that is there is replaced only
// when that is wanted, else the error is [fs.ErrExist].
func keepFile(path string, data []byte, over bool) error {
	if _, err := os.Lstat(path); err == nil && !over {
		return fs.ErrExist
	}
	return wholefile.Write(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}
