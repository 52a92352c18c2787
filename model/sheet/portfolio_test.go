package sheet_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"astute/model"
	"astute/model/sheet"
)

// accountsOf are so many accounts as their summaries tell them; set says what is
// particular about each.
func accountsOf(t *testing.T, n int, set func(i int, a *model.Account)) *model.Accounts {
	t.Helper()
	var list []model.AccountSummary
	for i := range n {
		a := &model.Account{Name: fmt.Sprintf("Account %04d", i)}
		id, err := model.ParseID(fmt.Sprintf("01hzzzzzzzzzzzzzzzzzzz%04d", i))
		if err != nil {
			t.Fatal(err)
		}
		a.ID = id
		set(i, a)
		list = append(list, model.AccountSummary{ID: id, Name: a.Name, Summary: model.Summarise([]model.Record{a})})
	}
	return model.AccountsOf(list, model.NewBook(nil), today)
}

func TestManyAccountsInOneCellAreMeasuredOnce(t *testing.T) {
	const n = 1000
	a := accountsOf(t, n, func(_ int, a *model.Account) {
		a.ImportanceToUs, a.ImportanceToCustomer = model.High, model.High
	})
	measured := 0
	o := options(120)
	o.Measure = func(text string) int {
		measured += len(text)
		return utf8.RuneCountInString(text)
	}
	sheet.Portfolio(a, today, sheet.PortfolioView{Whole: true}, o)
	if most := n * 1000; measured > most {
		t.Errorf("%d bytes were measured to set %d accounts, want at most %d", measured, n, most)
	}
}

func TestWhoHasNoManagerIsNoManager(t *testing.T) {
	a := accountsOf(t, 1, func(int, *model.Account) {})
	text := strings.Join(sheet.Portfolio(a, today, sheet.PortfolioView{Whole: true}, options(120)).Text(utf8.RuneCountInString), "\n")
	if !strings.Contains(text, "no manager") || strings.Contains(text, "no manager (manager)") {
		t.Error(text)
	}
}
