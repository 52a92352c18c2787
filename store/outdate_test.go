package store

import "testing"

// Outdate makes the file of a store one whose derived parts an older version of
// the program computed, for tests of what runs outside of this package.
func Outdate(s *Store) error { return s.outdate(Derived - 1) }

// outdate gives the file the derived parts of another version, which this one
// cannot read.
func (s *Store) outdate(version uint64) error {
	return s.update(0, func(t *tx) error {
		t.state.derived = version
		for _, bucket := range [][]byte{bucketSummaries, bucketIndex, bucketNotes} {
			_ = t.b.DeleteBucket(bucket)
			_, _ = t.b.CreateBucket(bucket)
		}
		return t.putState()
	})
}

// derivedBy is outdate in a test.
func derivedBy(t testing.TB, s *Store, version uint64) {
	t.Helper()
	if err := s.outdate(version); err != nil {
		t.Fatal(err)
	}
}
