package exchange

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
)

// The parts that people play in deals are ours where one means the same. A sponsor
// who takes no part in the decision, and whatever else there is, stays in the notes.
func TestPartsInDeals(t *testing.T) {
	words := []string{"Business User", "Decision Maker", "Economic Buyer", "Economic Decision Maker", "Evaluator", "Executive Sponsor", "Influencer", "Technical Buyer", "Other"}
	want := []string{"User Buyer", "Decision Maker", "Economic Buyer", "Economic Buyer", "Technical Buyer", "", "Influencer", "Technical Buyer", ""}
	people, roles := "Id,AccountId,FirstName,LastName\n", "Id,OpportunityId,ContactId,Role,IsPrimary\n"
	for i, word := range words {
		people += fmt.Sprintf("0035g00000Xyz%02dAAJ,0015g00000AccAbAAJ,Person,%c\n", i, 'A'+i)
		roles += fmt.Sprintf("00K5g00000Rol%02dAAJ,0065g00000OppAbAAJ,0035g00000Xyz%02dAAJ,%s,false\n", i, i, word)
	}
	files := []string{"a.csv", crm[1], "p.csv", people, "o.csv", crm[5], "r.csv", roles}
	o := ImportOptions{Input: model.Input{Currency: "USD"}}
	res, book := run(t, empty(), o, files...)
	if len(res.Errors) > 0 || len(book.Of(model.KindRole)) != len(words) {
		t.Fatalf("%d roles, %+v", len(book.Of(model.KindRole)), res.Errors)
	}
	list := everything(book, model.KindRole, "contact", "decision_role", "notes")
	for i, word := range words {
		line := fmt.Sprintf("contact=Person %c | decision_role=%s | notes=", 'A'+i, want[i])
		if want[i] == "" {
			line += "Role: " + word
		}
		if !strings.Contains(list+"\n", line+"\n") {
			t.Errorf("%s: %q is not in\n%s", word, line, list)
		}
	}
	again(t, book, o, files...)
}
