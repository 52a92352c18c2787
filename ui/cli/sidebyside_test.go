package cli

import (
	"errors"
	"sync/atomic"
	"testing"
)

func TestSideBySideDoesEachOnceAndTellsTheFirstError(t *testing.T) {
	const n = 500
	var done [n]atomic.Int32
	if err := sideBySide(n, func(i int) error { done[i].Add(1); return nil }); err != nil {
		t.Fatal(err)
	}
	for i := range done {
		if got := done[i].Load(); got != 1 {
			t.Fatalf("%d was done %d times", i, got)
		}
	}
	if err := sideBySide(0, nil); err != nil {
		t.Fatal(err)
	}
	first, second := errors.New("first"), errors.New("second")
	err := sideBySide(2, func(i int) error { return []error{first, second}[i] })
	if err != first && err != second {
		t.Fatalf("%v", err)
	}
}
