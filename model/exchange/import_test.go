package exchange

import (
	"errors"
	"strings"
	"testing"

	"astute/model"
)

// tester is what a test and a property have in common.
type tester interface {
	Helper()
	Errorf(format string, args ...any)
	Fatal(args ...any)
}

// run imports texts into a book and returns the result and the book after it.
func run(t tester, book *model.Book, o ImportOptions, nameAndText ...string) (Result, *model.Book) {
	t.Helper()
	var files []File
	for i := 0; i < len(nameAndText); i += 2 {
		files = append(files, File{Name: nameAndText[i], Data: []byte(nameAndText[i+1])})
	}
	if o.NewID == nil {
		o.NewID = newIDsAfter(book)
	}
	if o.Today.IsZero() {
		o.Today = today
	}
	res, err := Import(book, files, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range res.Edit.Changes {
		if err := model.Check(c.After); err != nil {
			t.Errorf("%s: %v", RecordJSON(c.After, nil), err)
		}
	}
	return res, book.With(res.Edit.Changes...)
}

// newIDsAfter returns a source of ids beyond those of the book.
func newIDsAfter(book *model.Book) func() model.ID {
	next := newIDs()
	return func() model.ID {
		for {
			if id := next(); book.Get(id) == nil {
				return id
			}
		}
	}
}

// again imports the same once more and expects nothing to change.
func again(t tester, book *model.Book, o ImportOptions, nameAndText ...string) {
	t.Helper()
	o.NewID = nil
	res, _ := run(t, book, o, nameAndText...)
	if len(res.Edit.Changes) != 0 || res.Created != 0 || res.Updated != 0 {
		for _, c := range res.Edit.Changes {
			if c.Before == nil {
				t.Errorf("made again: %s\n%s", RecordJSON(c.After, nil), c.After.Base().Origin)
				continue
			}
			for _, f := range model.Changed(c.Before, c.After) {
				t.Errorf("%s %s: %q", model.Title(c.After, nil), f.Name, f.Text())
			}
		}
		t.Errorf("a second import: %+v", res)
	}
}

func empty() *model.Book { return model.NewBook(nil) }

// the returns the one record of a kind with the name.
func the[R model.Record](t testing.TB, book *model.Book, name string) R {
	t.Helper()
	var found R
	n := 0
	for _, r := range model.All[R](book) {
		if model.Title(r, book.Name) == name {
			found, n = r, n+1
		}
	}
	if n != 1 {
		t.Fatalf("%d records are called %q", n, name)
	}
	return found
}

func notes(res Result) string { return strings.Join(res.Notes, "\n") }

func TestImportTrailheadReport(t *testing.T) {
	text := string(realFile(t, "salesforce-trailhead/lwc-recipes_Accounts-Contacts.csv"))
	res, book := run(t, empty(), ImportOptions{}, "Accounts-Contacts.csv", text)
	if a, c := len(book.Of(model.KindAccount)), len(book.Of(model.KindContact)); a != 10 || c != 6 || res.Source != "Salesforce" {
		t.Errorf("%d accounts, %d contacts from %s", a, c, res.Source)
	}
	wu := the[*model.Contact](t, book, "Jennifer Wu")
	if wu.Rank != model.CLevel || wu.Source != "proposed from the title" || !wu.Confirmed.IsZero() || book.Name(wu.Account) != "Alpha Dynamics" ||
		wu.Email != "jennifer@demo.net" || !strings.Contains(wu.Notes, "Contact: Picture: https://") {
		t.Errorf("%s", RecordJSON(wu, book.Name))
	}
	if a := the[*model.Account](t, book, "Madison Investments"); a.Relationship != model.Customer {
		t.Errorf("%s", RecordJSON(a, book.Name))
	}
	if a := the[*model.Account](t, book, "Alpha Dynamics"); a.Relationship != 0 || !strings.Contains(a.Notes, "Account: Type: Technology Partner") {
		t.Errorf("%s", RecordJSON(a, book.Name))
	}
	if len(res.Errors) > 0 || res.Skipped > 0 {
		t.Errorf("%+v", res.Errors)
	}
	again(t, book, ImportOptions{}, "Accounts-Contacts.csv", text)
}

func TestImportTrailheadContacts(t *testing.T) {
	text := string(realFile(t, "salesforce-trailhead/easy-spaces_Contact_Data.csv"))
	res, book := run(t, empty(), ImportOptions{}, "Contact_Data.csv", text)
	if c := len(book.Of(model.KindContact)); c != 12 || len(book.Of(model.KindAccount)) != 0 || !strings.Contains(notes(res), "12 contacts name no company: kept under No account") {
		t.Errorf("%d contacts; %s", c, notes(res))
	}
	peg := the[*model.Contact](t, book, "Peg Vedenichev")
	if peg.Location != "1 Bluestem Junction, Evanston, IL 60202, US" || !strings.Contains(peg.Notes, "Reservation_Status: Not Started") {
		t.Errorf("%s", RecordJSON(peg, book.Name))
	}
	again(t, book, ImportOptions{}, "Contact_Data.csv", text)
}

func TestImportMessyFiles(t *testing.T) {
	files := []string{"contacts_messy.csv", string(realFile(t, "messy-onboarding/contacts_messy.csv")),
		"accounts_messy.csv", string(realFile(t, "messy-onboarding/accounts_messy.csv"))}
	res, book := run(t, empty(), ImportOptions{}, files...)
	// 20 rows are 18 accounts, two of them written twice; contacts name two more.
	// 40 rows are 35 people: one has no name, four are written twice.
	if a, c := len(book.Of(model.KindAccount)), len(book.Of(model.KindContact)); a != 20 || c != 35 || res.Skipped != 1 {
		t.Errorf("%d accounts, %d contacts, %d skipped", a, c, res.Skipped)
	}
	if len(res.Errors) != 2 || res.Errors[0].Error() != `contacts_messy.csv line 29, Email "sarah.miller": is not an e-mail address; it was kept in the notes` || res.Errors[1].Line != 30 {
		t.Errorf("%+v", res.Errors)
	}
	for _, want := range []string{"Global Ventures may be Global Ventures, Inc.", "line 15: Daniel Lee may be", `Full Name is "M. Chen"`, "made because rows name them: Global Ventures, Test Company"} {
		if !strings.Contains(notes(res), want) {
			t.Errorf("nothing says %q:\n%s", want, notes(res))
		}
	}
	sarah := the[*model.Contact](t, book, "Sarah Johnson")
	if sarah.Email != "sarah.johnson@acme-corp.com" || len(sarah.Phones) != 1 || sarah.Rank != model.VP || book.Name(sarah.Account) != "ACME CORP" {
		t.Errorf("%s", RecordJSON(sarah, book.Name))
	}
	if alex := the[*model.Contact](t, book, "Alex Parker"); alex.JobTitle != "" {
		t.Errorf("N/A is taken for a title: %s", RecordJSON(alex, book.Name))
	}
	again(t, book, ImportOptions{}, files...)
}

func TestImportCleanedHubSpot(t *testing.T) {
	text := string(realFile(t, "messy-onboarding/hubspot_contacts.csv"))
	res, book := run(t, empty(), ImportOptions{}, "hubspot_contacts.csv", text)
	if a, c := len(book.Of(model.KindAccount)), len(book.Of(model.KindContact)); a != 18 || c != strings.Count(strings.TrimSpace(text), "\n") || res.Source != "HubSpot" || len(res.Errors) > 0 {
		t.Errorf("%d accounts, %d contacts from %s, %+v", a, c, res.Source, res.Errors)
	}
	chen := the[*model.Contact](t, book, "Michael Chen")
	if acme := the[*model.Account](t, book, "TechFlow Solutions Ltd"); chen.Account != acme.ID || acme.Industry != "Information Technology" || chen.Location != "United Kingdom" {
		t.Errorf("%s", RecordJSON(chen, book.Name))
	}
	again(t, book, ImportOptions{}, "hubspot_contacts.csv", text)
}

func TestImportConstituents(t *testing.T) {
	text := string(realFile(t, "sp500/constituents.csv"))
	res, book := run(t, empty(), ImportOptions{}, "constituents.csv", text)
	if n := len(book.Of(model.KindAccount)); n != 503 {
		t.Errorf("%d accounts", n)
	}
	mmm := the[*model.Account](t, book, "3M")
	if mmm.Industry != "Industrials" || mmm.HQ != "Saint Paul, Minnesota" || !strings.Contains(mmm.Notes, "Founded: 1902") {
		t.Errorf("%s\n%s", RecordJSON(mmm, book.Name), notes(res))
	}
	again(t, book, ImportOptions{}, "constituents.csv", text)
}

// A report that joins accounts and contacts: a row is an account, and mostly
// also a contact.
func TestImportJoinedReport(t *testing.T) {
	text := ownFile(t, "salesforce_report.csv")
	res, book := run(t, empty(), ImportOptions{}, "report.csv", text)
	if a, c := len(book.Of(model.KindAccount)), len(book.Of(model.KindContact)); a != 4 || c != 4 || res.Source != "Salesforce" || len(res.Errors) > 0 || res.Skipped > 0 {
		t.Errorf("%d accounts, %d contacts from %s, %+v", a, c, res.Source, res.Errors)
	}
	tariq := the[*model.Contact](t, book, "Tariq Osei")
	if tariq.Rank != model.CLevel || tariq.Source != "proposed from the title" || !tariq.Confirmed.IsZero() || book.Name(tariq.Account) != "Halvard Bearings" ||
		tariq.Email != "tariq@halvard.example" || !strings.Contains(tariq.Notes, "Contact: Picture: https://") {
		t.Errorf("%s", RecordJSON(tariq, book.Name))
	}
	if a := the[*model.Account](t, book, "Mossgate Dairy"); a.Relationship != model.Customer {
		t.Errorf("%s", RecordJSON(a, book.Name))
	}
	if a := the[*model.Account](t, book, "Halvard Bearings"); a.Relationship != 0 || !strings.Contains(a.Notes, "Account: Type: Technology Partner") {
		t.Errorf("%s", RecordJSON(a, book.Name))
	}
	again(t, book, ImportOptions{}, "report.csv", text)
}

func TestImportContactsWithoutCompany(t *testing.T) {
	text := ownFile(t, "salesforce_contacts.csv")
	res, book := run(t, empty(), ImportOptions{}, "contacts.csv", text)
	if c := len(book.Of(model.KindContact)); c != 3 || len(book.Of(model.KindAccount)) != 0 || !strings.Contains(notes(res), "3 contacts name no company: kept under No account") {
		t.Errorf("%d contacts; %s", c, notes(res))
	}
	ida := the[*model.Contact](t, book, "Ida Rooke")
	if ida.Location != "7 Cider Lane, Springvale, OH 99901, US" || !strings.Contains(ida.Notes, "Booking_Status: Not Started") {
		t.Errorf("%s", RecordJSON(ida, book.Name))
	}
	again(t, book, ImportOptions{}, "contacts.csv", text)
}

// Headings with blanks behind them, one company in two spellings, one person
// twice, addresses with and without their scheme.
func TestImportHandKeptFiles(t *testing.T) {
	files := []string{"contacts.csv", ownFile(t, "messy_contacts.csv"), "accounts.csv", ownFile(t, "messy_accounts.csv")}
	res, book := run(t, empty(), ImportOptions{}, files...)
	// 7 rows are 5 accounts, two of them written twice; contacts name two more.
	// 14 rows are 10 people: one has no name, three are written twice.
	if a, c := len(book.Of(model.KindAccount)), len(book.Of(model.KindContact)); a != 7 || c != 10 || res.Skipped != 1 {
		t.Errorf("%d accounts, %d contacts, %d skipped", a, c, res.Skipped)
	}
	if len(res.Errors) != 2 || res.Errors[0].Error() != `contacts.csv line 13, Email "rosa.quint": is not an e-mail address; it was kept in the notes` || res.Errors[1].Line != 14 {
		t.Errorf("%+v", res.Errors)
	}
	for _, want := range []string{"Larkspur Trading may be Larkspur Trading, Inc.", "line 10: Milan Koss may be", `Full Name is "A. Vesely"`, "made because rows name them: Larkspur Trading, Trial Company"} {
		if !strings.Contains(notes(res), want) {
			t.Errorf("nothing says %q:\n%s", want, notes(res))
		}
	}
	greta := the[*model.Contact](t, book, "Greta Solheim")
	if greta.Email != "greta.solheim@brassmoor.example" || len(greta.Phones) != 1 || greta.Rank != model.VP || book.Name(greta.Account) != "BRASSMOOR" {
		t.Errorf("%s", RecordJSON(greta, book.Name))
	}
	if felix := the[*model.Contact](t, book, "Felix Arran"); felix.JobTitle != "" {
		t.Errorf("N/A is taken for a title: %s", RecordJSON(felix, book.Name))
	}
	again(t, book, ImportOptions{}, files...)
}

func TestImportTidiedHubSpot(t *testing.T) {
	text := ownFile(t, "hubspot_contacts.csv")
	res, book := run(t, empty(), ImportOptions{}, "hubspot.csv", text)
	if a, c := len(book.Of(model.KindAccount)), len(book.Of(model.KindContact)); a != 3 || c != 4 || res.Source != "HubSpot" || len(res.Errors) > 0 {
		t.Errorf("%d accounts, %d contacts from %s, %+v", a, c, res.Source, res.Errors)
	}
	anton := the[*model.Contact](t, book, "Anton Vesely")
	if a := the[*model.Account](t, book, "Fennwick Optics Ltd"); anton.Account != a.ID || a.Industry != "Information Technology" || anton.Location != "United Kingdom" {
		t.Errorf("%s", RecordJSON(anton, book.Name))
	}
	again(t, book, ImportOptions{}, "hubspot.csv", text)
}

func TestImportListedCompanies(t *testing.T) {
	text := ownFile(t, "listed_companies.csv")
	_, book := run(t, empty(), ImportOptions{}, "listed.csv", text)
	if n := len(book.Of(model.KindAccount)); n != 3 {
		t.Errorf("%d accounts", n)
	}
	if a := the[*model.Account](t, book, "Brassmoor"); a.Industry != "Industrials" || a.HQ != "Port Ann, Minnesota" || !strings.Contains(a.Notes, "Founded: 1902") {
		t.Errorf("%s", RecordJSON(a, book.Name))
	}
	again(t, book, ImportOptions{}, "listed.csv", text)
}

func TestMoreRowsThanMemoryHoldsAreRefusedBeforeTheyAreTaken(t *testing.T) {
	data := []byte("name,email\n" + strings.Repeat("Jane Smith,jane@example.com\n", MostRows+1))
	_, err := Import(empty(), []File{{Name: "x.csv", Data: data}}, ImportOptions{NewID: newIDs(), Today: today})
	if !errors.Is(err, ErrTooMany) || !strings.Contains(err.Error(), "split") {
		t.Errorf("%v", err)
	}
}

// Two programs' files in one import are as if they came one after the other.
func TestFilesOfTwoProgramsAtOnce(t *testing.T) {
	ours := "Full Name,Email,Company,Title\nJane Smith,jane@acme.com,Acme,CTO\njane smith,jane@acme.com,Acme,\n"
	theirs := "Record ID,First Name,Last Name,Email,Company Name,Job Title,Lifecycle Stage\n7,Jane,Smith,jane@acme.com,Acme Holding,CTO,lead\n"
	res, book := run(t, empty(), ImportOptions{}, "ours.csv", ours, "theirs.csv", theirs)
	if c := the[*model.Contact](t, book, "Jane Smith"); c.Notes != "Lifecycle Stage: lead" || len(model.All[*model.Contact](book)) != 1 {
		t.Errorf("%+v: %v", c, res.Notes)
	}
}

// What somebody is called in the team of one account does not become what they are.
func TestRolesInTeamsFillBlanksOnly(t *testing.T) {
	users := "Id,FirstName,LastName,Title,Username\n005A00000000001AAA,Ana,Ruiz,Account Executive,ana@x.com\n"
	team := "Id,AccountId,UserId,TeamMemberRole\n01M00000000001AAAA,001A00000000001AAA,005A00000000001AAA,Sales Engineer\n" +
		"01M00000000002AAAA,001A00000000002AAA,005A00000000001AAA,Executive Sponsor\n"
	accounts := "Id,Name\n001A00000000001AAA,Acme\n001A00000000002AAA,Globex\n"
	files := []string{"AccountTeamMember.csv", team, "User.csv", users, "Account.csv", accounts}
	_, book := run(t, empty(), ImportOptions{}, files...)
	if mate := model.All[*model.Teammate](book)[0]; mate.Role != model.AccountExecutive || strings.Contains(mate.Notes, "Sponsor") {
		t.Errorf("%+v", mate)
	}
	if res, _ := run(t, book, ImportOptions{}, files...); res.Created+res.Updated > 0 {
		t.Errorf("again: %+v", res)
	}
}
