// Package storetest checks the file after a test that wrote one.
package storetest

import (
	"os"
	"testing"

	"astute/store"
)

// Check fails the test, at its end, when the file is not sound: a page, value,
// link, summary or row of the index that is not as it should be. A file that was
// never made is sound.
func Check(t testing.TB, path string) {
	t.Helper()
	t.Cleanup(func() {
		t.Helper()
		if _, err := os.Stat(path); os.IsNotExist(err) {
			return
		}
		Sound(t, path)
	})
}

// Sound fails the test now when the file is not sound.
func Sound(t testing.TB, path string) {
	t.Helper()
	s, err := store.Open(path, store.Options{})
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return
	}
	report, err := s.Doctor(false)
	if err != nil {
		t.Errorf("%s: %v", path, err)
	}
	for _, problem := range report.Problems {
		t.Errorf("%s: %s", path, problem)
	}
}
