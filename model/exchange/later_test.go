package exchange

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"astute/model"
)

// A long list in which people come twice, differ, report to each other, and have
// cells that no field takes.
func longList(rows int) string {
	r := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	b.WriteString("First Name,Last Name,Email,Title,Account Name,Reports To,Phone,Support,Birthday party,Created Date\n")
	for n := range rows {
		who := n
		if n > 0 && r.IntN(10) == 0 {
			who = r.IntN(n)
		}
		fmt.Fprintf(&b, "Jane,Nr %d,jane%d@example.com,%s,Account %d,Jane Nr %d,+1 555 %04d,%s,%d,%s\n", who, who,
			[]string{"CTO", "VP of Sales", "Buyer", ""}[r.IntN(4)], who%17, who/20, r.IntN(10000),
			[]string{"Champion", "Neutral", "Purple", "n/a", ""}[r.IntN(5)], r.IntN(9), []string{"2026-01-02", "31.31.2026", ""}[r.IntN(3)])
	}
	return b.String()
}

func TestHowManyCoresMakesNoDifference(t *testing.T) {
	data := []byte(longList(5 * fewest))
	outcome := func(cores int, book *model.Book) (string, *model.Book) {
		ids := model.IDs{Entropy: func(b []byte) (int, error) { return len(b), nil }}
		res, err := importOn(cores, book, []File{{Name: "people.csv", Data: data}}, ImportOptions{
			NewID: func() model.ID { return ids.New(today.Time()) }, Today: today, Dates: "dmy",
		})
		if err != nil {
			t.Fatal(err)
		}
		said, err := json.Marshal(res)
		if err != nil {
			t.Fatal(err)
		}
		made := book.With(res.Edit.Changes...)
		var b strings.Builder
		b.Write(said)
		for _, r := range made.Records() {
			fmt.Fprintf(&b, "\n%s %s", RecordJSON(r, made.Name), r.Base().Origin)
		}
		return b.String(), made
	}
	one, _ := outcome(1, model.NewBook(nil))
	for _, cores := range []int{2, 3, 5} {
		many, _ := outcome(cores, model.NewBook(nil))
		if many != one {
			t.Fatalf("on %d cores another book comes out: %s", cores, firstDifference(one, many))
		}
	}
	if !strings.Contains(one, "Purple") || !strings.Contains(one, "differ") {
		t.Error("the list holds nothing to speak of")
	}
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d:\n%.2000s\n%.2000s", i, x[i], y[i])
		}
	}
	return "one is longer"
}

func TestAPanicInABatchGoesOnWhereItIsWaitedFor(t *testing.T) {
	defer func() {
		if p := recover(); p == nil || !strings.Contains(fmt.Sprint(p), "goroutine") {
			t.Errorf("recovered %v", p)
		}
	}()
	b := &batch{drafts: []*draft{nil}, hand: &importer{}, done: make(chan struct{})}
	b.finish()
}
