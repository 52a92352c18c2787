package model_test

import (
	"testing"

	"pgregory.net/rapid"

	"astute/model"
)

// What is silenced is counted the same whether the findings are asked for or not.
func TestSilencedIsWhatTheFindingsLeaveOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book, today := drawBook(t), model.NewDate(2026, 3, 16)
		for _, a := range model.All[*model.Account](book) {
			plan := &model.Plan{Account: a, Book: book}
			_, want := model.Findings(plan, today, model.Around{})
			if got := model.Silenced(plan, today, model.Around{}); got != want {
				t.Fatalf("%d silenced, %d by the findings", got, want)
			}
		}
	})
}
