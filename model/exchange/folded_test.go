package exchange

import (
	"strings"
	"testing"

	"astute/model"
)

// Rows that vanish into the notes of one account, because nothing in the headings
// says what they are, are a problem with a cure; lists of accounts are none.
func TestRowsThatFoldIntoAnAccountAreAProblem(t *testing.T) {
	for list, want := range map[string]string{
		"Wish,Account\nA,Acme\nB,Acme\nC,Acme\nD,Dome\n":             "3 rows were taken for 1 account and",
		"Ticket,Customer\nA,Acme\nB,Acme\nC,Dome\nD,Dome\nE,Emile\n": "4 rows were taken for 2 accounts and",
		"Wish,Account\nA,Acme\nB,Dome\n":                             "",
		"Account,Wish\nAcme,A\nAcme,B\n":                             "",
	} {
		res, book := run(t, empty(), ImportOptions{}, "a.csv", list)
		if want == "" && len(res.Errors) == 0 {
			continue
		}
		if len(res.Errors) != 1 || want == "" || !strings.Contains(res.Errors[0].Reason, want) || !strings.Contains(res.Errors[0].Reason, "--as action") || res.Errors[0].Line != 2 {
			t.Errorf("%s%v, want %q", list, res.Errors, want)
		}
		if res, _ = run(t, book, ImportOptions{As: model.KindAccount}, "a.csv", list); len(res.Errors) != 0 {
			t.Errorf("said to be accounts: %v", res.Errors)
		}
	}
}

// Narrow lists of tasks, deals and meetings, as people keep them, are told from
// lists of accounts.
func TestNarrowLists(t *testing.T) {
	for headings, want := range map[string]model.Kind{
		"title,due,account":                 model.KindAction,
		"Task,Account":                      model.KindAction,
		"To do,Customer":                    model.KindAction,
		"Meeting,Account,Date":              model.KindInteraction,
		"Call,Customer,Date,Notes":          model.KindInteraction,
		"Date,Customer,With,Subject,Notes":  model.KindInteraction,
		"Date,Account,Summary":              model.KindInteraction,
		"Opportunity,Account,Amount (kEUR)": model.KindOpportunity,
		"Opportunity,Account,Amount":        model.KindOpportunity,
		"Product,Account,Year,Amount":       model.KindRevenue,
		"Product,Customer,Year,Revenue":     model.KindRevenue,
		"Account,Next Action":               model.KindAccount,
		"Account,Industry,Task":             model.KindAccount,
		"Customer,2023,2024,2025":           model.KindAccount,
		"Name,Title,Account,Date":           model.KindContact,
		"Account,Product,Revenue":           model.KindAccount,
		"Name,Company,Email,Meeting,Date":   model.KindContact,
	} {
		tables, err := readTables("a.csv", []byte(headings+"\n"+strings.Repeat("x,", strings.Count(headings, ","))+"x\n"), "", func(string) bool { return true })
		if err != nil {
			t.Fatal(headings, err)
		}
		r := &reader{used: map[string]bool{}, tables: map[string]map[string]string{}}
		s, err := r.understand(tables[0])
		if err != nil || s.kind != want {
			t.Errorf("%s: rows of %v, want %v: %v", headings, s.kind, want, err)
		}
	}
}
