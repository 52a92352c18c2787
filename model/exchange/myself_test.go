package exchange

import (
	"strings"
	"testing"

	"astute/model"
)

// usd is how amounts without a currency are read.
var usd = model.Input{Currency: "USD"}

// Who writes "me" below the owner means themselves: nobody is made who is called so,
// and where it is not known who imports, that is said until it is.
func TestMeIsWhoeverImports(t *testing.T) {
	const list = "Opportunity,Account,Stage,Amount,Owner\nA,Acme,Proposing,1,Me\nB,Acme,Proposing,1,ich\nC,Acme,Proposing,1,Moi\nD,Acme,Proposing,1,Ben Carter\n"
	res, book := run(t, empty(), ImportOptions{Input: usd}, "a.csv", list)
	if said := notes(res); !strings.Contains(said, "set ASTUTE_ME") || len(res.Unresolved) != 3 || strings.Contains(said, "2 teammates") {
		t.Errorf("%v\n%s", res.Unresolved, said)
	}
	again(t, book, ImportOptions{Input: usd}, "a.csv", list)
	res, book = run(t, book, ImportOptions{Input: usd, Me: "Ana Ruiz"}, "a.csv", list)
	if len(res.Unresolved) != 0 || strings.Contains(notes(res), "ASTUTE_ME") {
		t.Errorf("%v\n%s", res.Unresolved, notes(res))
	}
	for deal, want := range map[string]string{"A": "Ana Ruiz", "B": "Ana Ruiz", "C": "Ana Ruiz", "D": "Ben Carter"} {
		o := the[*model.Opportunity](t, book, deal)
		if who, ok := book.Get(o.Owner).(*model.Teammate); !ok || who.Name != want || o.Notes != "" {
			t.Errorf("%s: %v, notes %q", deal, who, o.Notes)
		}
	}
	again(t, book, ImportOptions{Input: usd, Me: "Ana Ruiz"}, "a.csv", list)
}

// Products are there for all accounts, as those who sell them are: a row that names
// one brings it.
func TestRowsBringTheProductsThatTheyName(t *testing.T) {
	const list = "Product,Account,Year,Amount\nLagerlogistik,Rheinwerk,2025,1000\nTransport,Rheinwerk,2025,2000\nLagerlogistik,Nordlicht,2025,3000\n"
	o := ImportOptions{As: model.KindRevenue, Input: usd}
	res, book := run(t, empty(), o, "a.csv", list)
	if res.Skipped != 0 || !strings.Contains(notes(res), "2 products were made because rows name them: Lagerlogistik, Transport") {
		t.Errorf("%v\n%s", res.Errors, notes(res))
	}
	products, revenue := 0, 0
	for _, r := range book.Records() {
		switch r := r.(type) {
		case *model.Product:
			products++
		case *model.Revenue:
			revenue++
			if _, ok := book.Get(r.Product).(*model.Product); !ok || r.Account.IsZero() {
				t.Errorf("%+v", r)
			}
		}
	}
	if products != 2 || revenue != 3 {
		t.Errorf("%d products, %d of revenue", products, revenue)
	}
	again(t, book, o, "a.csv", list)
}

// A row that is not taken for what it does not say is not told to name a product.
func TestARowIsRefusedForWhatItDoesNotSay(t *testing.T) {
	res, _ := run(t, empty(), ImportOptions{As: model.KindRevenue, Input: usd}, "a.csv", "Product,Account,Year,Amount\nTransport,Rheinwerk,2025,some\n")
	if len(res.Rejects) != 2 || res.Rejects[1][4] != "every revenue needs amount" {
		t.Errorf("%q", res.Rejects)
	}
}

// What could not be read is said by every import of it, until it is mended.
func TestBadCellsAreSaidEachTime(t *testing.T) {
	const list = "Opportunity,Account,Stage,Amount,Close Date\nA,Acme,Proposing,12x,tomorrow\nB,Acme,Proposing,1,2026-03-31\n"
	first, book := run(t, empty(), ImportOptions{Input: usd}, "a.csv", list)
	second, book := run(t, book, ImportOptions{Input: usd}, "a.csv", list)
	if len(first.Errors) != 2 || len(second.Errors) != 2 || second.Created+second.Updated != 0 {
		t.Errorf("first %v\nthen %v, %d created, %d updated", first.Errors, second.Errors, second.Created, second.Updated)
	}
	if said := first.Errors[1].Reason; !strings.Contains(said, "tomorrow") || !strings.Contains(said, "no file says from which day") {
		t.Errorf("%s", said)
	}
	third, _ := run(t, book, ImportOptions{Input: usd}, "a.csv", strings.NewReplacer("12x", "12", "tomorrow", "2026-03-30").Replace(list))
	if len(third.Errors) != 0 {
		t.Errorf("mended: %v", third.Errors)
	}
}
