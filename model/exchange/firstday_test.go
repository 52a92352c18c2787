package exchange

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
)

// --account is for rows that name no company; what a row says itself counts.
func TestImportAccountIsForBlankCompanies(t *testing.T) {
	acme := set(t, model.New(model.KindAccount, newIDs()()), "name", "Acme").(*model.Account)
	o := ImportOptions{Account: acme.ID}
	text := "Full Name,Company,Industry\nJane,Globex,Food\nRaj,,Retail\nLi,acme,\n"
	res, book := run(t, model.NewBook([]model.Record{acme}), o, "x.csv", text)
	for name, company := range map[string]string{"Jane": "Globex", "Raj": "Acme", "Li": "Acme"} {
		if c := the[*model.Contact](t, book, name); book.Name(c.Account) != company || c.Notes != "" {
			t.Errorf("%s", RecordJSON(c, book.Name))
		}
	}
	if a := the[*model.Account](t, book, "Acme"); a.Industry != "Retail" || len(res.Errors) > 0 {
		t.Errorf("%s %+v", RecordJSON(a, nil), res.Errors)
	}
	again(t, book, o, "x.csv", text)

	// No company column, a company known by its id only, and our own file.
	_, book = run(t, model.NewBook([]model.Record{acme}), o, "x.csv", "Full Name\nJane\n",
		"sf.csv", "Id,AccountId,LastName\n003000000000001,001000000000404,Lost\n", "own.csv", "id,kind,name,account\n,contact,Ola,Globex\n,contact,Pia,\n")
	for name, company := range map[string]string{"Jane": "Acme", "Lost": "", "Ola": "Globex", "Pia": "Acme"} {
		if c := the[*model.Contact](t, book, name); book.Name(c.Account) != company {
			t.Errorf("%s", RecordJSON(c, book.Name))
		}
	}
	// Without an account the facts about one stay with the person.
	_, book = run(t, empty(), ImportOptions{}, "x.csv", "Full Name,Company,Industry\nJane,,Food\n")
	if c := the[*model.Contact](t, book, "Jane"); c.Notes != "Industry: Food" {
		t.Errorf("%s", RecordJSON(c, nil))
	}
	// Of two accounts with one name it is the one that was said.
	other := set(t, model.New(model.KindAccount, model.ID{9}), "name", "Acme")
	_, book = run(t, model.NewBook([]model.Record{acme, other}), o, "x.csv", "Full Name,Company\nJane,Acme\n")
	if c := the[*model.Contact](t, book, "Jane"); c.Account != acme.ID {
		t.Errorf("%s", dump(book))
	}
}

// What rows are is read off all headings together.
func TestImportKindByHeadings(t *testing.T) {
	for headings, want := range map[string]model.Kind{
		"Name,Company,Last Contacted":                 model.KindContact,
		"Name,Company":                                model.KindContact,
		"Name,Company,Phone":                          model.KindContact,
		"Name,Organisation,Industry":                  model.KindContact,
		"Person,Organisation":                         model.KindContact,
		"Customer,Contact Person,Industry":            model.KindContact,
		"Customer Name,Contact Name,Email":            model.KindContact,
		"Account Name,Name":                           model.KindContact,
		"First Name,Phone":                            model.KindContact,
		"Name,Phone":                                  model.KindContact,
		"Name,Mobile,City":                            model.KindContact,
		"Name,Last Contacted":                         model.KindContact,
		"Name,Email":                                  model.KindContact,
		"Name,Job Title,Industry":                     model.KindContact,
		"Name,Company,Owner":                          model.KindContact,
		"Name":                                        model.KindAccount,
		"Company":                                     model.KindAccount,
		"Company,Last Contacted":                      model.KindAccount,
		"Company,Phone,Email":                         model.KindAccount,
		"Customer,Industry":                           model.KindAccount,
		"Customer,Sales Rep":                          model.KindAccount,
		"Name,Industry":                               model.KindAccount,
		"Name,Phone,Website":                          model.KindAccount,
		"Name,Email,Employees":                        model.KindAccount,
		"Name,Owner":                                  model.KindAccount,
		"Account Name,Account Owner":                  model.KindAccount,
		"Name,Phone,BillingCity":                      model.KindAccount,
		"Username,FirstName,LastName,Email,ManagerId": model.KindTeammate,
		"Name,UserRoleId,Username,IsActive,Title":     model.KindTeammate,
		"Record ID,Company name,Company Domain Name":  model.KindAccount,
		"Organization Name,Phone,Address,Account Rep": model.KindAccount,
		"Name,Customer,Phone,Notes":                   model.KindContact,
		"Client,Name,Role":                            model.KindContact,
		"Account: Account Name,Contact: Last Name":    model.KindContact,
		"Symbol,Security,GICS Sector":                 model.KindAccount,
		"Name,City,Country":                           model.KindAccount,
	} {
		s := understood(t, &reader{}, headings)
		if s.kind != want {
			t.Errorf("%s are %s, want %s", headings, s.kind.Plural(), want.Plural())
		}
		if s := understood(t, &reader{as: model.KindContact}, headings+",Full Name"); s.kind != model.KindContact {
			t.Errorf("--as contact gives %s", s.kind.Plural())
		}
	}
	text := "Name,Company,Last Contacted\nJane,Acme,2026-03-01\n"
	_, book := run(t, empty(), ImportOptions{}, "x.csv", text)
	if c := the[*model.Contact](t, book, "Jane"); book.Name(c.Account) != "Acme" || c.Touched.String() != "2026-03-01" {
		t.Errorf("%s", dump(book))
	}
	_, book = run(t, empty(), ImportOptions{As: model.KindAccount}, "x.csv", text)
	if a := the[*model.Account](t, book, "Jane"); !strings.Contains(a.Notes, "Company: Acme") {
		t.Errorf("%s", dump(book))
	}
}

func understood(t *testing.T, r *reader, headings string) *sheet {
	t.Helper()
	r.mapped, r.used, r.tables = map[string]string{}, map[string]bool{}, map[string]map[string]string{}
	table, err := ReadTable("x.csv", []byte(headings+"\n"), "", r.isKnown)
	if err != nil {
		t.Fatal(err)
	}
	s, err := r.understand(table)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A manager is found however the name is written, first in the same account.
func TestImportManagerByName(t *testing.T) {
	for _, tt := range []struct{ name, rows, want string }{
		{"accents", "Björn Åkesson,,Acme\nJane,Bjorn Akesson,Acme", "Björn Åkesson"},
		{"accents here only", "Bjorn Akesson,,Acme\nJane,BJÖRN ÅKESSON,Acme", "Bjorn Akesson"},
		{"last name first", "Hans Müller,,Acme\nJane,\"Müller, Hans\",Acme", "Hans Müller"},
		{"last name first there", "\"Müller, Hans\",,Acme\nJane,Hans Muller,Acme", "Hans Müller"},
		{"letters without accents", "Łukasz Sørensen,,Acme\nJane,lukasz sorensen,Acme", "Łukasz Sørensen"},
		{"of the same account", "Raj,,Globex\nRaj,,Acme\nJane,Raj,Acme", "Raj"},
		{"the one written so", "José Gil,,Acme\nJose Gil,,Acme\nJane,Jose Gil,Acme", "Jose Gil"},
		{"two", "Raj,,Acme\nRAJ,,Acme\nJane,Raj,Acme", ""},
		{"of another account", "Raj,,Globex\nJane,Raj,Acme", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := "Full Name,Manager,Company\n" + tt.rows + "\n"
			res, book := run(t, empty(), ImportOptions{}, "x.csv", text)
			jane := the[*model.Contact](t, book, "Jane")
			if book.Name(jane.ReportsTo) != tt.want || (tt.want == "") != strings.HasPrefix(jane.Notes, "Manager: ") || (tt.want == "") != (len(res.Errors) > 0) {
				t.Errorf("%s\n%+v %+v", dump(book), res.Errors, res.Unresolved)
			}
			if boss, ok := book.Get(jane.ReportsTo).(*model.Contact); ok && boss.Account != jane.Account {
				t.Errorf("a boss of another account")
			}
			again(t, book, ImportOptions{}, "x.csv", text)
		})
	}
	// Of two in the account, the one that the file brings.
	_, book := run(t, empty(), ImportOptions{}, "x.csv", "Full Name,Company,Title\nRaj,Acme,CEO\n")
	_, book = run(t, book, ImportOptions{}, "y.csv", "Full Name,Company,Title,Manager\nRaj,Acme,CFO,\nJane,Acme,,Raj\n")
	if boss, ok := book.Get(the[*model.Contact](t, book, "Jane").ReportsTo).(*model.Contact); !ok || boss.JobTitle != "CFO" {
		t.Errorf("%s", dump(book))
	}
}

// A link that leads nowhere yet stands in the notes until it does.
func TestImportUnresolvedLinkIsNoted(t *testing.T) {
	text := "Full Name,Manager,Company,Assistant\nJane,Nobody Known,Acme,Nobody Known\n"
	res, book := run(t, empty(), ImportOptions{}, "x.csv", text)
	jane := the[*model.Contact](t, book, "Jane")
	if jane.Notes != "Assistant: Nobody Known\nManager: Nobody Known" || len(res.Unresolved) != 1 {
		t.Errorf("%q %+v", jane.Notes, res.Unresolved)
	}
	again(t, book, ImportOptions{}, "x.csv", text)
	book = book.With(model.Change{Before: jane, After: set(t, model.Clone(jane), "notes", "mine\n"+jane.Notes+"\nmine too")})
	for _, files := range [][]string{
		{"y.csv", "Full Name,Company\nNobody Known,Acme\n"},                          // by what was left open
		{"y.csv", "Full Name,Company\nNobody Known,Acme\n", "x.csv", text},           // by the row itself
		{"y.csv", "Full Name,Company,Email\n\"Known, Nobody\",Acme,nobody@acme.com"}, // written another way
	} {
		_, later := run(t, book, ImportOptions{}, files...)
		jane := the[*model.Contact](t, later, "Jane")
		if jane.ReportsTo.IsZero() || jane.Notes != "mine\nAssistant: Nobody Known\nmine too" {
			t.Errorf("%s", RecordJSON(jane, later.Name))
		}
		again(t, later, ImportOptions{}, files...)
		again(t, later, ImportOptions{}, "x.csv", text)
	}
}

// Punctuation, blanks, case and accents make no other company; legal forms may.
func TestImportAccountNames(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		one  bool
	}{
		{"Delta Freight, Ltd", "Delta Freight Ltd", true},
		{"Global Ventures, Inc.", "GLOBAL VENTURES INC", true},
		{"Nestlé S.A.", "Nestle SA", true},
		{"Coca-Cola", "Coca Cola", true},
		{"Yahoo!", "yahoo", true},
		{"Marks & Spencer", "Marks&Spencer", true},
		{"ACME", "ACME Corp", false},
		{"Global Ventures", "Global Ventures, Inc.", false},
		{"C&A", "CA", false},
		{"C++ Ltd", "C Ltd", false},
		{"Shop 1.1", "Shop 11", false},
		{"...", "!!!", false},
	} {
		text := "Full Name,Company\nJane," + `"` + tt.a + `"` + "\nRaj," + `"` + tt.b + `"` + "\n"
		_, book := run(t, empty(), ImportOptions{}, "x.csv", text)
		if n := len(book.Of(model.KindAccount)); (n == 1) != tt.one {
			t.Errorf("%q and %q are %d accounts", tt.a, tt.b, n)
		}
		again(t, book, ImportOptions{}, "x.csv", text)
		_, book = run(t, empty(), ImportOptions{}, "x.csv", "Company\n"+`"`+tt.a+`"`)
		res, book := run(t, book, ImportOptions{}, "y.csv", "Company,Industry\n"+`"`+tt.b+`",Food`)
		if n := len(book.Of(model.KindAccount)); (n == 1) != tt.one {
			t.Errorf("%q and later %q are %d accounts", tt.a, tt.b, n)
		}
		if tt.one && strings.Contains(notes(res), "not taken") {
			t.Errorf("%q: %s", tt.a, notes(res))
		}
	}
	res, _ := run(t, empty(), ImportOptions{}, "x.csv", "Company\nACME\nACME Corp\n")
	if !strings.Contains(notes(res), "ACME Corp may be ACME under another name") {
		t.Errorf("%s", notes(res))
	}
	// Two that are here already are told apart by how they are written.
	id := newIDs()
	book := model.NewBook([]model.Record{set(t, model.New(model.KindAccount, id()), "name", "Delta, Ltd"), set(t, model.New(model.KindAccount, id()), "name", "Delta Ltd")})
	_, book = run(t, book, ImportOptions{}, "x.csv", "Full Name,Company\nJane,delta ltd\n")
	if c := the[*model.Contact](t, book, "Jane"); book.Name(c.Account) != "Delta Ltd" {
		t.Errorf("%s", dump(book))
	}
}

// What is deleted at the source is not taken, and said by line.
func TestImportSalesforceDeleted(t *testing.T) {
	text := "Id,FirstName,LastName,Account.Name,IsDeleted\n003000000000001,Jane,Smith,Acme,false\n003000000000002,Raj,Gone,Globex,true\n003000000000003,Li,Ng,Acme,\n003000000000004,Bo,Gone,Acme,TRUE\n"
	res, book := run(t, empty(), ImportOptions{}, "x.csv", text)
	if len(book.Of(model.KindContact)) != 2 || len(book.Of(model.KindAccount)) != 1 || res.Skipped != 0 || len(res.Errors) > 0 || len(res.Rejects) > 0 ||
		!strings.Contains(notes(res), "2 rows are marked as deleted there and were not taken: lines 3, 5") {
		t.Errorf("%s\n%s", dump(book), notes(res))
	}
	again(t, book, ImportOptions{}, "x.csv", text)
}

const usersCSV = "Id,Username,FirstName,LastName,Name,Email,Title,UserRoleId,IsActive,ManagerId\n" +
	"005000000000001,ana@us.com.prod,Ana,Ruiz,Ana Ruiz,ana@us.com,Account Executive,00E000000000001,true,005000000000002\n" +
	"005000000000002,bo@us.com.prod,Bo,Lund,Bo Lund,bo@us.com,Chief Juggler,,false,\n"

// Salesforce's users are teammates, and owners lead to them in any order of
// files and over several imports.
func TestImportSalesforceUsers(t *testing.T) {
	accounts := "Id,Name,OwnerId\n001000000000001,Acme,005000000000001\n001000000000002,Globex,005000000000002\n"
	contacts := "Id,AccountId,LastName,OwnerId\n003000000000001,001000000000001,Smith,005000000000002\n003000000000002,001000000000002,Mehta,005000000000002\n"
	check := func(t *testing.T, book *model.Book) {
		t.Helper()
		ana, bo := the[*model.Teammate](t, book, "Ana Ruiz"), the[*model.Teammate](t, book, "Bo Lund")
		if ana.Email != "ana@us.com" || ana.Role != model.AccountExecutive || ana.Manager != bo.ID || !strings.Contains(bo.Notes, "IsActive: false") || !strings.Contains(bo.Notes, "Title: Chief Juggler") {
			t.Errorf("%s\n%s", RecordJSON(ana, book.Name), RecordJSON(bo, book.Name))
		}
		if book.Name(the[*model.Account](t, book, "Acme").Owner) != "Ana Ruiz" || book.Name(the[*model.Account](t, book, "Globex").Owner) != "Bo Lund" {
			t.Errorf("%s", dump(book))
		}
	}
	files := map[string]string{"u.csv": usersCSV, "a.csv": accounts, "c.csv": contacts}
	for _, order := range []string{"u a c", "a u c", "c a u", "c u a"} {
		var all []string
		book := empty()
		for _, name := range strings.Fields(order) {
			all = append(all, name+".csv", files[name+".csv"])
			var res Result
			res, book = run(t, book, ImportOptions{}, name+".csv", files[name+".csv"])
			if len(res.Errors) > 0 {
				t.Errorf("%+v", res.Errors)
			}
		}
		check(t, book)
		again(t, book, ImportOptions{}, all...)
		res, book := run(t, empty(), ImportOptions{}, all...)
		check(t, book)
		if len(res.Unresolved) > 0 || len(res.Errors) > 0 {
			t.Errorf("%+v", res)
		}
		again(t, book, ImportOptions{}, all...)
	}
}

// A kind without headings of its own still has its owner.
func TestImportOwnerIdOfOtherKinds(t *testing.T) {
	tasks := "Id,Title,OwnerId,AccountId,Due\n00T000000000001,Call,005000000000001,001000000000001,2026-05-01\n"
	_, book := run(t, empty(), ImportOptions{}, "a.csv", "Id,Name,BillingCity\n001000000000001,Acme,Berlin\n")
	_, book = run(t, book, ImportOptions{As: model.KindAction}, "t.csv", tasks)
	_, book = run(t, book, ImportOptions{}, "u.csv", usersCSV)
	if call := the[*model.Action](t, book, "Call"); book.Name(call.Owner) != "Ana Ruiz" || book.Name(call.Account) != "Acme" {
		t.Errorf("%s", dump(book))
	}
	again(t, book, ImportOptions{As: model.KindAction}, "t.csv", tasks)
}

// An owner beside a company is the account's, where it has none.
func TestImportPlainOwner(t *testing.T) {
	for _, heading := range []string{"Owner", "Account Manager", "Account manager", "Rep", "Sales rep", "Account Owner"} {
		contacts := "Name,Company," + heading + "\nJane,Acme,Ana Ruiz\nRaj,Acme,Ana Ruiz\n"
		res, book := run(t, empty(), ImportOptions{}, "x.csv", contacts)
		if a := the[*model.Account](t, book, "Acme"); book.Name(a.Owner) != "Ana Ruiz" || !strings.Contains(notes(res), "1 teammate was made because rows name them: Ana Ruiz") ||
			the[*model.Contact](t, book, "Jane").Notes != "" {
			t.Errorf("%s: %s\n%s", heading, dump(book), notes(res))
		}
		again(t, book, ImportOptions{}, "x.csv", contacts)
		_, book = run(t, empty(), ImportOptions{}, "x.csv", "Company,"+heading+"\nAcme,Ana Ruiz\n")
		if a := the[*model.Account](t, book, "Acme"); book.Name(a.Owner) != "Ana Ruiz" {
			t.Errorf("%s: %s", heading, dump(book))
		}
	}
	// It never replaces one.
	_, book := run(t, empty(), ImportOptions{}, "a.csv", "Company,Owner\nAcme,Ana Ruiz\n")
	contacts := "Name,Company,Owner\nJane,Acme,Bo Lund\nRaj,Acme,ana ruiz\n"
	res, book := run(t, book, ImportOptions{}, "x.csv", contacts)
	if a := the[*model.Account](t, book, "Acme"); book.Name(a.Owner) != "Ana Ruiz" || !strings.Contains(notes(res), `line 2: Owner of Acme is "Ana Ruiz" here already; "Bo Lund" was not taken`) ||
		len(book.Of(model.KindTeammate)) != 1 {
		t.Errorf("%s\n%s", dump(book), notes(res))
	}
	again(t, book, ImportOptions{}, "x.csv", contacts)
	if res, _ := run(t, book, ImportOptions{}, "x.csv", contacts); strings.Contains(notes(res), "Bo Lund") {
		t.Errorf("said twice: %s", notes(res))
	}
	// What the accounts' own file says later counts.
	_, book = run(t, empty(), ImportOptions{}, "x.csv", "Name,Company,Owner\nJane,Acme,Bo Lund\n")
	_, book = run(t, book, ImportOptions{}, "a.csv", "Company,Owner\nAcme,Ana Ruiz\n")
	if a := the[*model.Account](t, book, "Acme"); book.Name(a.Owner) != "Ana Ruiz" {
		t.Errorf("%s", dump(book))
	}
	for _, o := range []ImportOptions{{Map: map[string]string{"Owner": "account.owner"}}, {Map: map[string]string{"owner": "account.owner"}, As: model.KindContact}} {
		_, book = run(t, empty(), o, "x.csv", "Name,Company,Owner\nJane,Acme,Ana Ruiz\n")
		if a := the[*model.Account](t, book, "Acme"); book.Name(a.Owner) != "Ana Ruiz" {
			t.Errorf("%s", dump(book))
		}
	}
	_, book = run(t, empty(), ImportOptions{Map: map[string]string{"Wer": "account.owner"}}, "x.csv", "Company,Wer\nAcme,Ana Ruiz\n")
	if a := the[*model.Account](t, book, "Acme"); book.Name(a.Owner) != "Ana Ruiz" {
		t.Errorf("%s", dump(book))
	}
}

// It is said whose value stays: another import's, or a person's.
func TestImportSaysWhoseValueStays(t *testing.T) {
	_, book := run(t, empty(), ImportOptions{}, "accounts_messy.csv", "Full Name,Email,Company,Title\nJane,jane@acme.com,Acme,VP of Sales\n")
	hubspot := "Record ID,First Name,Email,Company name,Job Title,Lifecycle Stage\n1,Jane,jane@acme.com,Acme,Vice President of Sales,\n"
	res, _ := run(t, book, ImportOptions{}, "h.csv", hubspot)
	if want := `line 2: Title of Jane is "VP of Sales" here already (from accounts_messy.csv); "Vice President of Sales" was not taken`; !strings.Contains(notes(res), want) || strings.Contains(notes(res), "changed here") {
		t.Errorf("%s", notes(res))
	}
	// Edited after the import.
	jane := the[*model.Contact](t, book, "Jane")
	edited := book.With(model.Change{Before: jane, After: set(t, model.Clone(jane), "title", "Boss")})
	res, _ = run(t, edited, ImportOptions{}, "accounts_messy.csv", "Full Name,Email,Company,Title\nJane,jane@acme.com,Acme,CSO\n")
	if want := `line 2: Title of Jane was changed here since: "Boss" stays; "CSO" was not taken`; !strings.Contains(notes(res), want) {
		t.Errorf("%s", notes(res))
	}
	res, _ = run(t, edited, ImportOptions{}, "h.csv", hubspot)
	if want := `line 2: Title of Jane is "Boss" here already; "Vice President of Sales" was not taken`; !strings.Contains(notes(res), want) || strings.Contains(notes(res), "accounts_messy") {
		t.Errorf("%s", notes(res))
	}
	// The same file under another name is the same file.
	again(t, book, ImportOptions{}, "other.csv", "Full Name,Email,Company,Title\nJane,jane@acme.com,Acme,VP of Sales\n")
}

func TestImportKeepsListsShort(t *testing.T) {
	var first, second strings.Builder
	first.WriteString("Full Name,Email,Company,Title\n")
	second.WriteString("Record ID,First Name,Email,Company name,Job Title,Lifecycle Stage\n")
	for i := range 30 {
		fmt.Fprintf(&first, "P%d,p%d@acme.com,Acme,Clerk\n", i, i)
		fmt.Fprintf(&second, "%d,P%d,p%d@acme.com,Acme,Agent,\n", i, i, i)
	}
	_, book := run(t, empty(), ImportOptions{}, "x.csv", first.String())
	res, _ := run(t, book, ImportOptions{}, "h.csv", second.String())
	if n := strings.Count(notes(res), "was not taken"); n != 10 || !strings.Contains(notes(res), "and 20 more values that were not taken") {
		t.Errorf("%d lines\n%s", n, notes(res))
	}
	// Problems stand before remarks.
	if at := strings.Index(notes(res), "rows of contacts"); at < strings.Index(notes(res), "and 20 more") {
		t.Errorf("%s", notes(res))
	}
}

// Counts are of records; of a row that changes something only what it changes.
func TestImportCounts(t *testing.T) {
	text := "Full Name,Email,Company,Title\nJane,jane@acme.com,Acme,CTO\n"
	res, book := run(t, empty(), ImportOptions{}, "x.csv", text)
	if res.Created != 2 || res.Updated != 0 || res.Unchanged != 0 {
		t.Errorf("%+v", res)
	}
	res, _ = run(t, book, ImportOptions{}, "x.csv", text)
	if res.Created != 0 || res.Updated != 0 || res.Unchanged != 2 {
		t.Errorf("%+v", res)
	}
	res, _ = run(t, book, ImportOptions{}, "x.csv", strings.Replace(text, "CTO", "CEO", 1))
	if res.Created != 0 || res.Updated != 1 || res.Unchanged != 0 {
		t.Errorf("%+v", res)
	}
	res, _ = run(t, book, ImportOptions{}, "x.csv", text+"Raj,raj@acme.com,Acme,\n")
	if res.Created != 1 || res.Updated != 0 || res.Unchanged != 2 {
		t.Errorf("%+v", res)
	}
}
