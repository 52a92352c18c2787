//go:build unix && !solaris && !aix

package store_test

import (
	"fmt"
	"maps"
	"os"

	"astute/store"
)

// The harnesses start this test binary again as other programs; these variables
// say which part it plays, and with what.
const (
	partVariable = "ASTUTE_TEST_PART"
	argVariable  = "ASTUTE_TEST_ARG"
)

func arg(i int) string { return os.Getenv(fmt.Sprintf("%s%d", argVariable, i)) }

// play runs one part and returns the exit code.
func play(part string) int {
	parts := map[string]func() error{
		"nothing":      func() error { return nil },
		"writer":       func() error { return writeContacts(false) },
		"early writer": func() error { return writeContacts(true) },
		"extend":       extend,
		"first read":   func() error { return firstRead(arg(0)) },
		"full":         fillDisk,
		"full backup":  fillByBackup,
		"find": func() error {
			s, err := store.Open(arg(0), store.Options{})
			if err != nil {
				return err
			}
			_, err = s.Find(store.FindQuery{Text: arg(1)})
			return err
		},
	}
	maps.Copy(parts, onLinuxOnly)
	if err := parts[part](); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// firstRead is the first look of a program at a file that an older version wrote,
// which brings it up to date.
func firstRead(path string) error {
	s, err := store.Open(path, store.Options{Author: "Ana"})
	if err != nil {
		return err
	}
	if _, err := s.Accounts(); err != nil {
		return err
	}
	return s.Close()
}

// onLinuxOnly are the parts that only some systems can watch.
var onLinuxOnly = map[string]func() error{}
