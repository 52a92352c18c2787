package cli

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// sideBySide does n things, numbered from 0, as many at a time as there are
// cores. It returns the error of the first that failed, in their order; after one
// no further thing is begun.
func sideBySide(n int, do func(i int) error) error {
	var wait sync.WaitGroup
	var next atomic.Int64
	var failed atomic.Bool
	errs := make([]error, n)
	for range min(runtime.GOMAXPROCS(0), n) {
		wait.Go(func() {
			for !failed.Load() {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if errs[i] = do(i); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
