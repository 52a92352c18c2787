package exchange

import (
	"slices"
	"strings"
	"testing"

	"astute/model"

	"golang.org/x/text/encoding/unicode"
)

// everything lists the records of a kind as the fields that a test is about.
func everything(book *model.Book, kind model.Kind, fields ...string) string {
	var list []string
	for _, r := range book.Of(kind) {
		list = append(list, said(r, book, fields...))
	}
	slices.Sort(list)
	return strings.Join(list, "\n")
}

func TestTablesOfManyPrograms(t *testing.T) {
	google16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title\n" +
		"Zoë Åkesson,Zoë,Åkesson,* myContacts ::: Key,* Work,zoe@akeri.example ::: z@home.example,Mobile,+46 555 01 ::: +46 555 02,Åkeri,CFO\n")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		file, source string
		kind         model.Kind
		fields, want string
	}{
		"Google now": {
			"First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Formatted,Address 1 - City,Website 1 - Value\n" +
				"Mei,,Lin,,Dr.,May,,Harbour Pte Ltd,CFO,Finance,1980-01-02,\"likes, data\",https://photo.example/x,* myContacts ::: Board,* Work,mei@lin.example,Mobile,+65 5550 1234,Work,+65 5550 9999,\"1 Quay St\nSingapore\",Singapore,https://profiles.example/mei\n",
			"Google Contacts", model.KindContact, "name account title function email phones location profile tags notes",
			"name=Mei Lin | account=Harbour Pte Ltd | title=CFO | function=Finance | email=mei@lin.example | phones=+65 5550 1234, +65 5550 9999 | location=1 Quay St Singapore | profile=https://profiles.example/mei | tags=Board | notes=likes, data\nBirthday: 1980-01-02",
		},
		"Google before": {
			google16, "Google Contacts", model.KindContact, "name account title email phones tags notes",
			"name=Zoë Åkesson | account=Åkeri | title=CFO | email=zoe@akeri.example | phones=+46 555 01, +46 555 02 | tags=Key | notes=E-mail 1 - Value: zoe@akeri.example z@home.example",
		},
		"Outlook, ANSI": {
			"Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,Business Postal Code,Business Country/Region,Business Fax,Business Phone,Mobile Phone,Categories,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Manager's Name,Notes,Web Page,Gender,Priority\r\n" +
				"Herr,J\xfcrgen,,Gr\xf6\xdf,,M\xfcller GmbH,Einkauf,Leiter Einkauf,Am B\xfcchel 1,M\xfcnchen,80331,Deutschland,+49 89 555-02,+49 89 555-01,+49 170 55501,Key,jg@mueller.example,SMTP,JG,j@home.example,Petra Vogel,hat Zeit,mueller.example,Unspecified,Normal\r\n" +
				"Frau,Petra,,Vogel,,M\xfcller GmbH,,CFO,,,,,,,,,pv@mueller.example,SMTP,PV,,,,,Unspecified,Normal\r\n",
			"Outlook", model.KindContact, "name account title email phones location reports_to tags",
			"name=Jürgen Größ | account=Müller GmbH | title=Leiter Einkauf | email=jg@mueller.example | phones=+49 89 555-01, +49 170 55501 | location=Am Büchel 1, München, 80331, Deutschland | reports_to=Petra Vogel | tags=Key\n" +
				"name=Petra Vogel | account=Müller GmbH | title=CFO | email=pv@mueller.example | phones= | location= | reports_to= | tags=",
		},
		"LinkedIn": {
			"\ufeffNotes:\n\"When exporting your connection data, you may notice that some addresses are missing, because, you know, of privacy.\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n" +
				"Chidi,Okafor,https://www.linkedin.com/in/Chidi?x=1,,Northwind,VP Operations,12 Mar 2024\n",
			"LinkedIn", model.KindContact, "name account title profile rank notes",
			"name=Chidi Okafor | account=Northwind | title=VP Operations | profile=https://www.linkedin.com/in/Chidi?x=1 | rank=VP | notes=Connected On: 12 Mar 2024",
		},
		"Thunderbird": {
			"First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Work Address,Work Address 2,Work City,Work ZipCode,Work Country,Job Title,Department,Organization,Web Page 1,Birth Year,Notes\n" +
				"Ewa,Żak,Ewa Żak,,ewa@sklep.example,e@x.example,,+48 555 010,,,,+48 555 011,Rynek 1,,Kraków,31-042,Polska,Buyer,Procurement,Sklep,,,\n",
			"Thunderbird", model.KindContact, "name account title function email phones location notes",
			"name=Ewa Żak | account=Sklep | title=Buyer | function=Procurement | email=ewa@sklep.example | phones=+48 555 010, +48 555 011 | location=Rynek 1, Kraków, 31-042, Polska | notes=Secondary Email: e@x.example",
		},
		"Dynamics contacts": {
			"\ufeff(Do Not Modify) Contact,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Full Name,Email,Company Name,Business Phone,Job Title,Status\r\n" +
				"0f8fad5b-d9cb-469f-a165-70867728950e,abc==,3/31/2026 9:00,Jane Smith,jane@fk.example,FreshKart,555 0100 100,CTO,Active\r\n",
			"Dynamics 365", model.KindContact, "name account title email phones external_id notes",
			"name=Jane Smith | account=FreshKart | title=CTO | email=jane@fk.example | phones=555 0100 100 | external_id=0f8fad5b-d9cb-469f-a165-70867728950e | notes=Status: Active",
		},
		"Dynamics accounts": {
			"\ufeffAccount Name,Main Phone,Address 1: City,Primary Contact,Annual Revenue,Owner\r\nFreshKart,555 0100,Austin,Jane Smith,\"$1,250,000.00\",Ana Ruiz\r\n",
			"Dynamics 365", model.KindAccount, "name hq annual_revenue owner notes",
			"name=FreshKart | hq=Austin | annual_revenue=USD 1,250,000 | owner=Ana Ruiz | notes=Main Phone: 555 0100\nPrimary Contact: Jane Smith",
		},
		"Dynamics opportunities": {
			"Topic,Potential Customer,Est. revenue,Est. close date,Status,Probability,Owner\r\nShelf cameras,FreshKart,\"$90,000.00\",12/31/2026,Open,40,Ana Ruiz\r\nTills,FreshKart,\"$10,000.00\",1/31/2026,Won,100,Ana Ruiz\r\n",
			"Dynamics 365", model.KindOpportunity, "name account amount close stage probability owner",
			"name=Shelf cameras | account=FreshKart | amount=USD 90,000 | close=2026-12-31 | stage= | probability=40 % | owner=Ana Ruiz\n" +
				"name=Tills | account=FreshKart | amount=USD 10,000 | close=2026-01-31 | stage=Won | probability=100 % | owner=Ana Ruiz",
		},
		"Pipedrive people": {
			"Person - Name,Person - ID,Person - Organization,Person - Email - Work,Person - Phone - Mobile,Person - Owner\nRaj Mehta,12,FreshKart,raj@fk.example,555 0100 200,Ana Ruiz\n",
			"Pipedrive", model.KindContact, "name account email phones external_id", "name=Raj Mehta | account=FreshKart | email=raj@fk.example | phones=555 0100 200 | external_id=12",
		},
		"Pipedrive deals": {
			"Deal - ID,Deal - Title,Deal - Value,Deal - Currency of value,Deal - Stage,Deal - Status,Deal - Expected close date,Deal - Organization,Deal - Probability\n" +
				"7,Shelf cameras,90000,EUR,Verbal yes,Open,46387.0,FreshKart,80\n8,Tills,100,EUR,Proposal Made,Lost,2026-01-31,FreshKart,\n",
			"Pipedrive", model.KindOpportunity, "name account amount stage close external_id notes",
			"name=Shelf cameras | account=FreshKart | amount=EUR 90,000 | stage=Negotiating | close=2026-12-31 | external_id=7 | notes=Deal - Stage: Verbal yes\n" +
				"name=Tills | account=FreshKart | amount=EUR 100 | stage=Lost | close=2026-01-31 | external_id=8 | notes=Deal - Stage: Proposal Made",
		},
		"HubSpot deals": {
			"Record ID,Deal Name,Deal Stage,Pipeline,Amount,Deal owner,Close Date,Associated Company\n9001,Shelf cameras,qualifiedtobuy,Sales,90000,Ana Ruiz,2026-12-31 10:00,FreshKart\n9002,Tills,Legal review,Sales,100,Ana Ruiz,,FreshKart\n",
			"HubSpot", model.KindOpportunity, "name account stage owner close notes",
			"name=Shelf cameras | account=FreshKart | stage=Qualifying | owner=Ana Ruiz | close=2026-12-31 | notes=Pipeline: Sales\n" +
				"name=Tills | account=FreshKart | stage=Negotiating | owner=Ana Ruiz | close= | notes=Deal Stage: Legal review\nPipeline: Sales",
		},
		"any deals": {
			"Deal Name;Customer;Stage;Value;Currency;Close Date\nShelf cameras;FreshKart;Proposing;90.000,50;EUR;31.12.2026\n",
			"CSV", model.KindOpportunity, "name account stage amount close", "name=Shelf cameras | account=FreshKart | stage=Proposing | amount=EUR 90,000.50 | close=2026-12-31",
		},
	} {
		t.Run(name, func(t *testing.T) {
			o := ImportOptions{Input: model.Input{Currency: "USD"}}
			res, book := run(t, empty(), o, "export.csv", c.file)
			if res.Source != c.source || res.Skipped > 0 || len(res.Unresolved) > 0 || len(res.Errors) > 0 {
				t.Errorf("source %s, %+v %+v", res.Source, res.Errors, res.Unresolved)
			}
			if got := everything(book, c.kind, strings.Fields(c.fields)...); got != c.want {
				t.Errorf("got\n%q\nwant\n%q\n%s", got, c.want, notes(res))
			}
			again(t, book, o, "export.csv", c.file)
		})
	}
}

// The tables of one CRM, in any order of files: accounts, people with their
// bosses, deals with stages of the house's own, who plays which part in them, and
// tasks, all linked by id.
func TestSalesforceWhole(t *testing.T) {
	files := []string{
		"contacts.csv", "Id,AccountId,FirstName,LastName,ReportsToId\n0035g00000XyzAbAAJ,0015g00000AccAbAAJ,Jane,Smith,0035g00000BosAbAAJ\n0035g00000BosAbAAJ,0015g00000AccAbAAJ,Grace,Hall,\n",
		"roles.csv", "Id,OpportunityId,ContactId,Role,IsPrimary\n00K5g00000RolAbAAJ,0065g00000OppAbAAJ,0035g00000XyzAbAAJ,Economic Decision Maker,true\n",
		"tasks.csv", "Id,WhoId,WhatId,Subject,ActivityDate,Status,Priority,OwnerId,Description\n00T5g00000TasAbAAJ,0035g00000XyzAbAAJ,,Call Jane,2026-05-01,Completed,High,0055g00000UsrAbAAJ,said yes\n" +
			"00T5g00000TasAcAAJ,,0065g00000OppAbAAJ,Send the offer,2026-06-01,Not Started,Normal,0055g00000UsrAbAAJ,\n",
		"opportunities.csv", "Id,AccountId,Name,StageName,Amount,Probability,CloseDate,IsClosed,IsWon,NextStep,OwnerId\n0065g00000OppAbAAJ,0015g00000AccAbAAJ,Shelf cameras,Phase 4,90000,65,2026-12-31,false,false,offer,0055g00000UsrAbAAJ\n" +
			"0065g00000OppAcAAJ,0015g00000AccAbAAJ,Tills,Abschluss,100,100,2026-01-31,true,true,,0055g00000UsrAbAAJ\n",
		"users.csv", "Id,Name,Email,Username\n0055g00000UsrAbAAJ,Ana Ruiz,ana@ct.example,ana\n",
		"accounts.csv", "Id,Name,Industry\n0015g00000AccAbAAJ,FreshKart,Retail\n",
	}
	for _, order := range [][]int{{0, 1, 2, 3, 4, 5}, {5, 4, 3, 2, 1, 0}, {2, 0, 1, 5, 3, 4}} {
		var list []string
		for _, i := range order {
			list = append(list, files[2*i], files[2*i+1])
		}
		o := ImportOptions{Input: model.Input{Currency: "USD"}}
		res, book := run(t, empty(), o, list...)
		for kind, want := range map[model.Kind]string{
			model.KindRole:        "account=FreshKart | opportunity=Shelf cameras | contact=Jane Smith | decision_role=Economic Buyer",
			model.KindOpportunity: "account=FreshKart | name=Shelf cameras | stage=Proposing | owner=Ana Ruiz | amount=USD 90,000\naccount=FreshKart | name=Tills | stage=Won | owner=Ana Ruiz | amount=USD 100",
			model.KindAction:      "account=FreshKart | title=Call Jane | due=2026-05-01 | status=Complete | owner=Ana Ruiz | serves=Jane Smith\naccount=FreshKart | title=Send the offer | due=2026-06-01 | status=Not Started | owner=Ana Ruiz | serves=Shelf cameras",
			model.KindContact:     "name=Grace Hall | reports_to=\nname=Jane Smith | reports_to=Grace Hall",
		} {
			fields := map[model.Kind]string{model.KindRole: "account opportunity contact decision_role", model.KindOpportunity: "account name stage owner amount",
				model.KindAction: "account title due status owner serves", model.KindContact: "name reports_to"}[kind]
			if got := everything(book, kind, strings.Fields(fields)...); got != want {
				t.Errorf("%v: got\n%s\nwant\n%s", order, got, want)
			}
		}
		if len(res.Errors)+len(res.Unresolved)+res.Skipped > 0 || !strings.Contains(notes(res), "Phase 4 as Proposing (1)") {
			t.Errorf("%+v %+v\n%s", res.Errors, res.Unresolved, notes(res))
		}
		again(t, book, o, list...)
	}
}

// A deal that comes before its account is kept, and finds it in a later run.
func TestDealsBeforeTheirAccount(t *testing.T) {
	deal := "Id,AccountId,Name,StageName\n0065g00000OppAbAAJ,0015g00000AccAbAAJ,Shelf cameras,Prospecting\n"
	res, book := run(t, empty(), ImportOptions{}, "opportunities.csv", deal)
	if len(res.Unresolved) != 1 {
		t.Errorf("%+v", res)
	}
	_, book = run(t, book, ImportOptions{}, "accounts.csv", "Id,Name,BillingCity\n0015g00000AccAbAAJ,FreshKart,Austin\n")
	if got := everything(book, model.KindOpportunity, "name", "account"); got != "name=Shelf cameras | account=FreshKart" {
		t.Error(got)
	}
}

func TestStagesOfTheHouse(t *testing.T) {
	for _, c := range []struct {
		name, chance string
		want         model.Stage
	}{
		{"Closed/Won - signed", "", model.StageWon}, {"Verloren", "", model.StageLost}, {"Contract out", "5", model.StageNegotiating}, {"Angebot", "", model.StageProposing},
		{"Discovery call 2", "", model.StageQualifying}, {"Lead (cold)", "", model.StagePotential}, {"Stage A", "", 0}, {"Stage A", "10", model.StagePotential},
		{"Stage A", "49%", model.StageQualifying}, {"Stage A", "50", model.StageProposing}, {"Stage A", "90", model.StageNegotiating},
	} {
		if got := likelyStage(c.name, c.chance); got != c.want {
			t.Errorf("%s at %s: %s, want %s", c.name, c.chance, got, c.want)
		}
	}
}
