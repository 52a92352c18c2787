package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"astute/model"
)

const accountsCSV = `Id,Name,Type,BillingCity,BillingCountry,NumberOfEmployees,AnnualRevenue,OwnerId,Industry,CurrencyIsoCode
001A00000000001,Acme,Customer - Direct,Berlin,Germany,1200,1250000.5,005000000000001,Retail,EUR
001a00000000001,ACME,Prospect,Paris,France,50,,005000000000009,Retail,
`

const contactsCSV = `Id,AccountId,FirstName,LastName,Title,Email,ReportsToId,Department,IsDeleted
003000000000002,001A00000000001,Jane,Smith,CTO,jane@acme.com,003000000000001AAA,IT,false
003000000000001,001A00000000001,Raj,Mehta,CEO,raj@acme.com,003000000000077,Space travel,false
003000000000003,001000000000404,Lost,Soul,,,,,false
`

// Links are found whatever the order of files; what is missing is named, and a
// later file completes it.
func TestImportSalesforceLinks(t *testing.T) {
	files := []string{"contacts.csv", contactsCSV, "accounts.csv", accountsCSV}
	res, book := run(t, empty(), ImportOptions{}, files...)
	jane, raj := the[*model.Contact](t, book, "Jane Smith"), the[*model.Contact](t, book, "Raj Mehta")
	acme := the[*model.Account](t, book, "Acme") // ids differ only in case: two accounts
	if jane.ReportsTo != raj.ID || jane.Account != acme.ID || jane.Function != model.FunctionIT || raj.Function != 0 || !strings.Contains(raj.Notes, "Department: Space travel") {
		t.Errorf("%s\n%s", RecordJSON(jane, book.Name), RecordJSON(raj, book.Name))
	}
	if acme.HQ != "Berlin, Germany" || acme.AnnualRevenue.String() != "1250000.50 EUR" || acme.Relationship != model.Customer || acme.Currency != "EUR" ||
		acme.ExternalID != "001A00000000001IAA" {
		t.Errorf("%s", RecordJSON(acme, book.Name))
	}
	if other := the[*model.Account](t, book, "ACME"); other.ID == acme.ID || other.ExternalID == acme.ExternalID {
		t.Errorf("ids that differ in case met")
	}
	var open []string
	for _, u := range res.Unresolved {
		open = append(open, fmt.Sprintf("%s:%d:%s:%s", u.File, u.Line, u.Column, u.Value))
	}
	want := "contacts.csv:4:AccountId:001000000000404AAA contacts.csv:3:ReportsToId:003000000000077AAA accounts.csv:2:OwnerId:005000000000001AAA accounts.csv:3:OwnerId:005000000000009AAA"
	for _, w := range strings.Fields(want) {
		if !contains(open, w) {
			t.Errorf("unresolved are %q, without %s", open, w)
		}
	}
	if len(open) != 4 || len(res.Errors) > 0 || res.Created != 5 || res.Source != "Salesforce" {
		t.Errorf("%+v", res)
	}
	again(t, book, ImportOptions{}, files...)

	later := []string{"users.csv", "Id,Username,Name,Email\n005000000000001,ana@us.com,Ana Ruiz,ana@us.com\n",
		"more.csv", "Id,AccountId,FirstName,LastName\n003000000000077,001A00000000001,Big,Boss\n",
		"lost.csv", "Id,Name,BillingCity\n001000000000404,Lost Ltd,Oslo\n"}
	res, book = run(t, book, ImportOptions{}, later...)
	acme, raj = the[*model.Account](t, book, "Acme"), the[*model.Contact](t, book, "Raj Mehta")
	if book.Name(acme.Owner) != "Ana Ruiz" || book.Name(raj.ReportsTo) != "Big Boss" || book.Name(the[*model.Contact](t, book, "Lost Soul").Account) != "Lost Ltd" {
		t.Errorf("a later file did not complete the links: %s\n%s", notes(res), dump(book))
	}
	again(t, book, ImportOptions{}, later...)
	again(t, book, ImportOptions{}, files...)
}

func TestSourceID(t *testing.T) {
	for in, want := range map[string]string{"001A00000000001": "001A00000000001IAA", "001a00000000001": "001a00000000001AAA", "0035g00000XyzAb": "0035g00000XyzAbAAJ",
		"short": "short", "001A0000000000!": "001A0000000000!", "001A00000000001IAA": "001A00000000001IAA"} {
		if got := sourceID(sourceSalesforce, in); got != want {
			t.Errorf("%s becomes %s, want %s", in, got, want)
		}
	}
	if got := sourceID(sourceHubSpot, "001A00000000001"); got != "001A00000000001" {
		t.Errorf("HubSpot's id becomes %s", got)
	}
}

// One address on many people is nobody's identity, in the file and in the book.
func TestImportSharedAddress(t *testing.T) {
	var b strings.Builder
	b.WriteString("Full Name,Email,Company\n")
	for i := range 133 {
		fmt.Fprintf(&b, "Person %d,office@acme.com,Acme\n", i)
	}
	res, book := run(t, empty(), ImportOptions{}, "x.csv", b.String())
	if len(book.Of(model.KindContact)) != 133 {
		t.Errorf("%d contacts; %s", len(book.Of(model.KindContact)), notes(res))
	}
	again(t, book, ImportOptions{}, "x.csv", b.String())
	res, _ = run(t, book, ImportOptions{}, "y.csv", "Full Name,Email,Company,Title\nPerson New,office@acme.com,Acme,CEO\n")
	if res.Created != 1 || res.Updated != 0 {
		t.Errorf("a stranger with a shared address: %+v", res)
	}
}

func TestImportIdentity(t *testing.T) {
	first := "Full Name,Email,Company,LinkedIn,Title\nJane Smith,jane@acme.com,Acme,,CTO\nBob Ray,,Acme,linkedin.com/in/bob,\nJo Kim,,Acme,,\n"
	for _, tt := range []struct {
		name, row        string
		created, updated int
	}{
		{"address in capitals", "Jane Smith,JANE@ACME.COM,Acme,,CEO", 0, 1},
		{"married", "Jane Brown,jane@acme.com,Acme,,CTO", 0, 1},
		{"address passed on to another", "Tom Field,jane@acme.com,Acme,,CTO", 1, 0},
		{"profile", "Bob Ray,,Acme,https://www.linkedin.com/in/Bob/?x=1,CFO", 0, 1},
		{"profile of another", "Eve Ray,,Acme,linkedin.com/in/bob,CFO", 1, 0},
		{"name and company only", "Jo Kim,,Acme,,CFO", 1, 0},
		{"the same row", "Jo Kim,,Acme,,", 0, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, book := run(t, empty(), ImportOptions{}, "x.csv", first)
			text := "Full Name,Email,Company,LinkedIn,Title\n" + tt.row + "\n"
			res, book := run(t, book, ImportOptions{}, "y.csv", text)
			if res.Created != tt.created || res.Updated != tt.updated {
				t.Errorf("created %d, updated %d: %s\n%s", res.Created, res.Updated, notes(res), dump(book))
			}
			if tt.name == "name and company only" && !strings.Contains(notes(res), "line 2: Jo Kim may be the one that is there") {
				t.Errorf("nothing suggested: %s", notes(res))
			}
			again(t, book, ImportOptions{}, "y.csv", text)
		})
	}
}

// What the user renamed is still found under the name that the file has.
func TestImportFindsWhatWasRenamed(t *testing.T) {
	text := "Full Name,Email,Company\nJane Smith,jane@acme.com,ACME CORP\n"
	_, book := run(t, empty(), ImportOptions{}, "x.csv", text)
	acme, jane := the[*model.Account](t, book, "ACME CORP"), the[*model.Contact](t, book, "Jane Smith")
	book = book.With(model.Change{Before: acme, After: set(t, model.Clone(acme), "name", "Acme Corporation")},
		model.Change{Before: jane, After: set(t, model.Clone(jane), "email", "j.smith@acme.com", "name", "Jane S. Smith")})
	again(t, book, ImportOptions{}, "x.csv", text)
	res, _ := run(t, book, ImportOptions{}, "y.csv", "Full Name,Email,Company,Title\nJane Smith,jane@acme.com,acme corp,CTO\n")
	if res.Created != 0 || res.Updated != 1 {
		t.Errorf("%+v", res)
	}
}

func TestImportDatesAndDecimals(t *testing.T) {
	for _, tt := range []struct{ name, cells, dates, wantFirst, wantError string }{
		{"proven by the other", "01/02/2026 31/01/2026", "", "2026-02-01", ""},
		{"proven American", "01/02/2026 01/31/2026", "", "2026-01-02", ""},
		{"proof beats the option", "01/02/2026 01/31/2026", "dmy", "2026-01-02", ""},
		{"dots are days first", "01.02.2026 03.04.2026", "", "2026-02-01", ""},
		{"not proven", "01/02/2026 03/04/2026", "", "", "--dates dmy"},
		{"not proven, said", "01/02/2026 03/04/2026", "mdy", "2026-01-02", ""},
		{"contradiction", "01/02/2026 31/01/2026 01/31/2026", "", "", "--dates dmy"},
		{"ISO", "2026-02-01 2026-03-04", "", "2026-02-01", ""},
		{"with a time", "2017-08-04T09:09:33.000+0000", "", "2017-08-04", ""},
		{"same either way", "05/05/2026", "", "2026-05-05", ""},
		{"short year", "31/12/26", "", "", "--dates dmy"},
		{"short year, said", "31/12/26", "dmy", "2026-12-31", ""},
		{"short year of the last century", "1/2/67", "dmy", "1967-02-01", ""},
		{"month written", "31-Mar-2026", "", "2026-03-31", ""},
		{"no day", "31/02/2026", "", "", "not a day of the calendar"},
		{"nonsense", "soon", "", "", "must look like"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := "Company,Customer Since\n"
			for i, cell := range strings.Fields(tt.cells) {
				text += fmt.Sprintf("A%d,%s\n", i, cell)
			}
			res, book := run(t, empty(), ImportOptions{Dates: tt.dates}, "x.csv", text)
			a := the[*model.Account](t, book, "A0")
			if a.CustomerSince.String() != tt.wantFirst {
				t.Errorf("%q", a.CustomerSince)
			}
			if tt.wantError == "" && len(res.Errors) > 0 || tt.wantError != "" && (len(res.Errors) == 0 || !strings.Contains(res.Errors[0].Error(), tt.wantError) ||
				res.Errors[0].Line != 2 || res.Errors[0].Column != "Customer Since" || !strings.Contains(a.Notes, "Customer Since: ")) {
				t.Errorf("%+v, notes %q", res.Errors, a.Notes)
			}
		})
	}
	for _, tt := range []struct {
		name, cells string
		decimal     byte
		want, bad   string
	}{
		{"plain", "1200;50", 0, "1200", ""},
		{"English groups", "1,200;50", 0, "1200", ""},
		{"German, proven", "1.200;1,5", 0, "1200", ""},
		{"German, proven by two dots", "1.200;1.200.000", 0, "1200", ""},
		{"English, proven", "1.200;1,000.5", 0, "1.2", ""},
		{"open", "1.200;50", 0, "", "--decimal"},
		{"open, said", "1.200;50", ',', "1200", ""},
		{"fraction of nought", "0.125;50", 0, "0.125", ""},
		{"in brackets", "(1,200.50);5", 0, "-1200.5", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := "Company;Employees\n"
			for i, cell := range strings.Split(tt.cells, ";") {
				text += fmt.Sprintf("A%d;%s\n", i, cell)
			}
			res, book := run(t, empty(), ImportOptions{Decimal: tt.decimal}, "x.csv", text)
			if a := the[*model.Account](t, book, "A0"); a.Employees.String() != tt.want || (tt.bad != "") != (len(res.Errors) > 0) ||
				tt.bad != "" && !strings.Contains(res.Errors[0].Reason, tt.bad) {
				t.Errorf("%q, %+v", a.Employees, res.Errors)
			}
		})
	}
}

func TestImportMapping(t *testing.T) {
	text := "Wer,Haus,Fach,Rolle,Egal\nJane,Acme,Retail,CTO,x\n"
	_, err := Import(empty(), []File{{Name: "x.csv", Data: []byte(text)}}, ImportOptions{NewID: newIDs()})
	if !errors.Is(err, ErrNoName) || !strings.Contains(err.Error(), "--map") || !strings.Contains(err.Error(), "Wer, Haus") {
		t.Errorf("got %v", err)
	}
	o := ImportOptions{Map: map[string]string{"wer": "name", "Haus": "account.name", "Fach": "account.industry", "Rolle": "contact.title", "Egal": ""}, As: model.KindContact}
	_, book := run(t, empty(), o, "x.csv", text)
	jane := the[*model.Contact](t, book, "Jane")
	if acme := the[*model.Account](t, book, "Acme"); jane.JobTitle != "CTO" || jane.Account != acme.ID || acme.Industry != "Retail" || jane.Notes != "" {
		t.Errorf("%s", dump(book))
	}
	for field, mapping := range map[string]map[string]string{"no column is called": {"Nix": "name"}, `no field "colour"`: {"Wer": "colour"}, `a contact has no field "annual_revenue": its account has one, account.annual_revenue`: {"Wer": "annual_revenue"}, "can also hold an account": {"Wer": "action.title"}} {
		o := ImportOptions{Map: mapping, As: model.KindContact, NewID: newIDs()}
		if _, err := Import(empty(), []File{{Name: "x.csv", Data: []byte("Name,Wer\na,b\n")}}, o); !errors.Is(err, ErrMapping) || !strings.Contains(err.Error(), field) {
			t.Errorf("%v: %v", mapping, err)
		}
	}
}

func TestImportRejects(t *testing.T) {
	res, book := run(t, empty(), ImportOptions{}, "x.csv", "Full Name,Email,Company\n,ghost@acme.com,Acme\nJane,jane@acme.com,Acme\n")
	if res.Skipped != 1 || len(res.Rejects) != 2 || strings.Join(res.Rejects[0], "|") != "Full Name|Email|Company|Import error" ||
		strings.Join(res.Rejects[1], "|") != "|ghost@acme.com|Acme|has no name" || len(book.Of(model.KindContact)) != 1 {
		t.Errorf("%+v", res)
	}
	if e := res.Errors[0]; e.Line != 2 || !strings.Contains(e.Reason, "has no name") {
		t.Errorf("%+v", e)
	}
	// Mended, the rejects go in as they are.
	_, book = run(t, book, ImportOptions{}, "rejects.csv", "Full Name,Email,Company,Import error\nGhost,ghost@acme.com,Acme,has no name\n")
	if ghost := the[*model.Contact](t, book, "Ghost"); ghost.Notes != "" {
		t.Errorf("%s", RecordJSON(ghost, nil))
	}
}

func TestImportMoneyWithoutCurrency(t *testing.T) {
	text := "Company,Annual Revenue\nAcme,1250000\n"
	res, book := run(t, empty(), ImportOptions{Input: model.Input{Currency: "CHF"}}, "x.csv", text)
	if a := the[*model.Account](t, book, "Acme"); a.AnnualRevenue.String() != "1250000.00 CHF" || !strings.Contains(notes(res), "Annual Revenue names no currency: CHF was taken") {
		t.Errorf("%s\n%s", RecordJSON(a, nil), notes(res))
	}
	res, _ = run(t, empty(), ImportOptions{}, "x.csv", text)
	if len(res.Errors) != 1 || !strings.Contains(res.Errors[0].Reason, "needs a currency") {
		t.Errorf("%+v", res.Errors)
	}
}

func TestImportCircle(t *testing.T) {
	res, book := run(t, empty(), ImportOptions{}, "x.csv", "Full Name,Manager,Company\nA,B,X\nB,C,X\nC,A,X\nD,D,X\n")
	set := 0
	for _, c := range model.All[*model.Contact](book) {
		if !c.ReportsTo.IsZero() {
			set++
		}
	}
	if set != 2 || len(res.Errors) != 2 || res.Errors[0].Line != 4 || !strings.Contains(res.Errors[0].Reason, "circle") {
		t.Errorf("%d set, %+v", set, res.Errors)
	}
}

func TestImportHubSpot(t *testing.T) {
	companies := "Record ID,Company name,Company Domain Name,Company owner,Industry,Country/Region\n11,Acme,acme.com,Ana Ruiz,Retail,Germany\n"
	contacts := "Record ID,First Name,Last Name,Email,Mobile Phone Number,Phone Number,Associated Company IDs,Contact owner\n1,Jane,Smith,jane@acme.com,+49 30 1234567,555-1234567,11,Ana Ruiz\n"
	res, book := run(t, empty(), ImportOptions{}, "contacts.csv", contacts, "companies.csv", companies)
	jane, acme := the[*model.Contact](t, book, "Jane Smith"), the[*model.Account](t, book, "Acme")
	if jane.Account != acme.ID || len(jane.Phones) != 2 || book.Name(acme.Owner) != "Ana Ruiz" || acme.HQ != "Germany" || jane.Notes != "Contact owner: Ana Ruiz" ||
		acme.Notes != "Company Domain Name: acme.com" || res.Source != "HubSpot" || !strings.Contains(notes(res), "1 teammate was made because rows name them: Ana Ruiz") {
		t.Errorf("%s\n%s", dump(book), notes(res))
	}
	again(t, book, ImportOptions{}, "contacts.csv", contacts, "companies.csv", companies)
}

// A cell edited in our own CSV is an edit; one older than the record is not.
func TestImportOwnCSVEdited(t *testing.T) {
	newID := newIDs()
	ana := set(t, model.New(model.KindTeammate, newID()), "name", "Ana")
	acme := set(t, model.New(model.KindAccount, newID()), "name", "Acme", "industry", "Retail", "owner", ana.Base().ID.String())
	acme.Base().Changed = 1774947600000
	book := model.NewBook([]model.Record{ana, acme})
	text := string(asCSV(t, book, CSVOptions{})[0].Data)
	_, after := run(t, book, ImportOptions{}, "accounts.csv", strings.NewReplacer("Retail", "Food", "Ana,"+ana.Base().ID.String(), "Ben,").Replace(text))
	if a := the[*model.Account](t, after, "Acme"); a.Industry != "Food" || after.Name(a.Owner) != "Ben" {
		t.Errorf("%s", dump(after))
	}
	res, after := run(t, book, ImportOptions{}, "accounts.csv", strings.Replace(text, "Ana,", "Ben,", 1))
	if a := the[*model.Account](t, after, "Acme"); after.Name(a.Owner) != "Ana" || !strings.Contains(notes(res), `owner is "Ben" beside the id of Ana, who stays`) {
		t.Errorf("%s\n%s", dump(after), notes(res))
	}
	newer := model.Clone(acme)
	newer.Base().Changed += 1000
	set(t, newer, "industry", "Fashion")
	res, after = run(t, book.With(model.Change{Before: acme, After: newer}), ImportOptions{}, "accounts.csv", text)
	if a := the[*model.Account](t, after, "Acme"); a.Industry != "Fashion" || !strings.Contains(notes(res), "was changed here since") {
		t.Errorf("%s\n%s", dump(after), notes(res))
	}
}

// A formula never leaves unguarded, and never comes back with its guard.
func TestCSVGuardsFormulas(t *testing.T) {
	r := set(t, model.New(model.KindContact, newIDs()()), "name", "=cmd|' /C calc'!A0", "title", "@SUM(1)", "location", "-5")
	var b strings.Builder
	if err := WriteCSV(&b, model.KindContact, []model.Record{r}, nil, CSVOptions{}); err != nil {
		t.Fatal(err)
	}
	if text := b.String(); !strings.Contains(text, "'=cmd") || !strings.Contains(text, "'@SUM") || strings.Contains(text, "'-5") || !strings.HasPrefix(text, "\ufeffid,kind,name") || !strings.HasSuffix(text, "\r\n") {
		t.Errorf("%q", text)
	}
	b.Reset()
	if err := WriteCSV(&b, model.KindContact, []model.Record{r}, nil, CSVOptions{Raw: true}); err != nil || strings.Contains(b.String(), "'=cmd") {
		t.Errorf("%v %q", err, b.String())
	}
}

func TestImportLabelAndCounts(t *testing.T) {
	text := "Full Name,Email,Company,Colour\nJane,jane@acme.com,Acme,\nRaj,raj@acme.com,Acme,red\n"
	res, book := run(t, empty(), ImportOptions{}, "dir/people.csv", text)
	if res.Edit.Label != "import people.csv (CSV): 3 created, 0 updated" || len(res.Kinds) != 2 {
		t.Errorf("%+v", res)
	}
	if c := res.Edit.Changes[0].After.Kind(); c != model.KindAccount {
		t.Errorf("the edit begins with a %s", c)
	}
	res, _ = run(t, book, ImportOptions{}, "people.csv", strings.Replace(text, "red", "blue", 1))
	if res.Edit.Label != "import people.csv (CSV): 0 created, 1 updated" || res.Unchanged != 2 {
		t.Errorf("%+v", res)
	}
	if c := res.Edit.Changes[0].After.(*model.Contact); c.Notes != "Colour: blue" {
		t.Errorf("%q", c.Notes)
	}
}

func TestImportRefusesWholeFiles(t *testing.T) {
	for text, want := range map[string]error{"": ErrEmpty, "PK\x03\x04": ErrNotText, "a,b\n1,2\n": ErrNoName} {
		if _, err := Import(empty(), []File{{Name: "dir/x.csv", Data: []byte(text)}}, ImportOptions{NewID: newIDs()}); !errors.Is(err, want) || !strings.HasPrefix(err.Error(), "x.csv: ") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// Kinds that no program exports go in by their own field names.
func TestImportOfOtherKinds(t *testing.T) {
	_, book := run(t, empty(), ImportOptions{}, "x.csv", "Full Name,Company\nJane Smith,Acme\n")
	text := "Title,Owner,Due,Account,Status,Colour\nCall her,Jane Smith,31.12.2026,acme,open,red\nWrite,Nobody,2026-05-01,acme,,\n,x,,acme,,\nPlan,,,New Ltd,sideways,\n"
	res, book := run(t, book, ImportOptions{As: model.KindAction}, "actions.csv", text)
	call := the[*model.Action](t, book, "Call her")
	if book.Name(call.Owner) != "Jane Smith" || call.Due.String() != "2026-12-31" || book.Name(call.Account) != "Acme" || call.Status != model.NotStarted || call.Notes != "Colour: red" {
		t.Errorf("%s", RecordJSON(call, book.Name))
	}
	if us := everything(book, model.KindTeammate, "name"); us != "name=Nobody" || len(res.Unresolved) != 0 || res.Skipped != 1 || len(res.Rejects) != 2 || book.Name(the[*model.Action](t, book, "Plan").Account) != "New Ltd" {
		t.Errorf("%+v\n%s", res, dump(book))
	}
	again(t, book, ImportOptions{As: model.KindAction}, "actions.csv", text)
}

// A row added by hand to our own CSV has no id; it goes in once.
func TestImportOwnCSVWithNewRow(t *testing.T) {
	text := "id,kind,name,title,phones\n,contact,Jane,=CTO,1;2\n,account,Odd,,\n"
	res, book := run(t, empty(), ImportOptions{}, "contacts.csv", text)
	jane := the[*model.Contact](t, book, "Jane")
	if jane.JobTitle != "=CTO" || len(jane.Phones) != 2 || res.Skipped != 1 || !strings.Contains(res.Rejects[1][5], "is of kind account in a file of contacts") {
		t.Errorf("%s\n%+v", dump(book), res)
	}
	again(t, book, ImportOptions{}, "contacts.csv", text)
}

func TestResultAsJSONHasNoNull(t *testing.T) {
	res, _ := run(t, empty(), ImportOptions{}, "x.csv", "Company\nAcme\n")
	text, err := json.Marshal(res)
	if err != nil || strings.Contains(string(text), "null") || !strings.HasPrefix(string(text), `{"source":"CSV","created":1,"updated":0,"unchanged":0,"skipped":0,"unresolved":[],"errors":[],`) {
		t.Errorf("%s %v", text, err)
	}
}

// A joined report read as accounts only keeps the people as notes.
func TestImportJoinedReportAsAccounts(t *testing.T) {
	_, book := run(t, empty(), ImportOptions{As: model.KindAccount}, "x.csv", "Account: Account Name,Contact: Last Name\nAcme,Smith\n")
	if a := the[*model.Account](t, book, "Acme"); a.Notes != "Contact: Last Name: Smith" || len(book.Of(model.KindContact)) != 0 {
		t.Errorf("%s", dump(book))
	}
}
