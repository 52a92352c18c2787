package model

import (
	"fmt"
	"runtime/debug"
	"sync"
)

// InParts has work done on n things, numbered from 0, in so many parts at once,
// each told its number and from where to where it goes. A panic of one goes on
// here once all have ended, with the stack that it had: a goroutine of its own
// would take the program down before anybody could tidy up.
func InParts(n, parts int, work func(part, from, to int)) {
	if parts <= 1 {
		work(0, 0, n)
		return
	}
	var group sync.WaitGroup
	panics := make([]string, parts)
	for part := range parts {
		group.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					panics[part] = fmt.Sprintf("%v\n\n%s", p, debug.Stack())
				}
			}()
			work(part, n*part/parts, n*(part+1)/parts)
		})
	}
	group.Wait()
	for _, p := range panics {
		if p != "" {
			panic(p)
		}
	}
}
