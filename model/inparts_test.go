package model_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
)

func TestInPartsDoesEachThingOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7, 100} {
		for _, parts := range []int{0, 1, 2, 3, 8} {
			done := make([]int, n)
			model.InParts(n, parts, func(_, from, to int) {
				for i := from; i < to; i++ {
					done[i]++
				}
			})
			for i, times := range done {
				if times != 1 {
					t.Errorf("of %d things in %d parts number %d is done %d times", n, parts, i, times)
				}
			}
		}
	}
}

func TestAPanicInOnePartGoesOnWhereAllAreWaitedFor(t *testing.T) {
	for _, parts := range []int{1, 2, 3} {
		func() {
			defer func() {
				if p := recover(); p == nil || !strings.Contains(fmt.Sprint(p), "out of cheese") {
					t.Errorf("in %d parts: recovered %v", parts, p)
				}
			}()
			model.InParts(10, parts, func(_, _, to int) {
				if to == 10 {
					panic("out of cheese")
				}
			})
		}()
	}
}
