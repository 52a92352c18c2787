package exchange

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
)

// Somebody who comes again long after the row that made them was packed away is
// remembered as if both rows stood side by side.
func TestWhoComesAgainIsRememberedWhole(t *testing.T) {
	remembered := func(between int) string {
		var b strings.Builder
		b.WriteString("Name,E-mail,Title,Birthday party,Phone\n")
		b.WriteString("Jane Smith,jane@example.com,CTO,a=b\\c,+1 555 0100\n")
		for n := range between {
			fmt.Fprintf(&b, "Nr %d,nr%d@example.com,Buyer,,\n", n, n)
		}
		b.WriteString("Jane Smith,jane@example.com,Head of IT,no,+1 555 0101\n")
		ids := model.IDs{Entropy: func(b []byte) (int, error) { return len(b), nil }}
		res, err := Import(model.NewBook(nil), []File{{Name: "people.csv", Data: []byte(b.String())}}, ImportOptions{
			NewID: func() model.ID { return ids.New(today.Time()) }, Today: today,
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range res.Edit.Changes {
			if jane, ok := c.After.(*model.Contact); ok && jane.Name == "Jane Smith" {
				return fmt.Sprintf("%s\n%s\n%s\n%q", jane.Origin, jane.JobTitle, jane.Notes, jane.Phones)
			}
		}
		t.Fatalf("Jane is not among the %d changes", len(res.Edit.Changes))
		return ""
	}
	want := remembered(0)
	if !strings.Contains(want, `a\eb\\c`) || !strings.Contains(want, "555 0101") {
		t.Fatalf("of two rows side by side is remembered:\n%s", want)
	}
	for _, between := range []int{1, fewest, 3 * fewest} {
		if got := remembered(between); got != want {
			t.Errorf("with %d rows between:\n%s\nwant:\n%s", between, got, want)
		}
	}
}
