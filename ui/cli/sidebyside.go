package cli

import (
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// gcPercent is how much memory may be used anew, in percent of what is in use,
// before it is looked through for what is free again. Things done side by side
// keep little for long (a plan or two each), so that looking a quarter as often
// as usual takes about a hundred megabytes and spares a tenth of the work.
const gcPercent = 400

// sideBySide does n things, numbered from 0, as many at a time as there are
// cores. It returns the error of the first that failed, in their order; after one
// no further thing is begun.
func sideBySide(n int, do func(i int) error) error {
	defer debug.SetGCPercent(debug.SetGCPercent(gcPercent))
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
