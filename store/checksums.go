package store

import (
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// sumsBeside is how many values make a second goroutine worth its start.
const sumsBeside = 16

// checkSums adds up the checksums of all values of some buckets, which is most of
// what a look-up takes that finds nothing. The values are found in turn, since a
// transaction is for one goroutine, and added up on two: only the mapped file is
// read for that.
func (t *tx) checkSums(buckets ...[]byte) error {
	type value struct{ bucket, key, sealed []byte }
	var list []value
	for _, name := range buckets {
		b, err := t.bucket(name)
		if err != nil {
			return err
		}
		if b == nil {
			continue
		}
		c := b.Cursor()
		for key, sealed := c.First(); key != nil; key, sealed = c.Next() {
			list = append(list, value{name, key, sealed})
		}
	}
	var next atomic.Int64
	work := func() error {
		for i := next.Add(1) - 1; i < int64(len(list)); i = next.Add(1) - 1 {
			if _, err := unseal(list[i].bucket, list[i].key, list[i].sealed); err != nil {
				return err
			}
		}
		return nil
	}
	if len(list) < sumsBeside || runtime.GOMAXPROCS(0) < 2 {
		return work()
	}
	// A page that cannot be read must stay the panic of the session that opened
	// the file; nobody else could catch it.
	var fault any
	var wrong error
	var done sync.WaitGroup
	done.Go(func() {
		defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
		defer func() { fault = recover() }()
		wrong = work()
	})
	err := func() error {
		defer done.Wait() // also when this half panics: the other one reads the same pages
		return work()
	}()
	if fault != nil {
		panic(fault)
	}
	if err == nil {
		err = wrong
	}
	return err
}
