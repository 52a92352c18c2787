package state

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// How long a file of the state is waited for, and after which time whoever kept it
// must have died: keeping one takes milliseconds.
const (
	lockWait = 2 * time.Second
	lockOld  = 10 * time.Second
)

// alone reads and writes a file that sessions share, while no other one does: they
// would undo each other.
func alone(file string, do func() error) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	lock := file + ".lock"
	for began := time.Now(); ; time.Sleep(10 * time.Millisecond) {
		f, err := os.OpenFile(lock, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err == nil {
			err = errors.Join(f.Close(), do())
			return errors.Join(err, gone(os.Remove(lock)))
		}
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
		if info, err := os.Stat(lock); err == nil && time.Since(info.ModTime()) > lockOld {
			_ = os.Remove(lock) // its session died; another one may have been faster
		} else if time.Since(began) > lockWait {
			return fmt.Errorf("another session keeps %s: try again, or remove %s where none does", file, lock)
		}
	}
}
