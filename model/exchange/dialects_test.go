package exchange

import (
	"slices"
	"strings"
	"testing"

	"astute/model"

	"pgregory.net/rapid"
)

// layout is one program's file and what must come of it.
type layoutCase struct {
	file, source string
	kind         model.Kind
	fields, want string
}

// Lists of what is to be done, in the words of people and of programs, without
// --as.
func TestListsOfTasks(t *testing.T) {
	for name, c := range map[string]layoutCase{
		"subject": {"Subject;Due Date;Assigned To;Account;Status\nSend the offer;31.05.2026;Ana Ruiz;FreshKart;In Progress\n", "CSV", model.KindAction,
			"title due owner account status", "title=Send the offer | due=2026-05-31 | owner=Ana Ruiz | account=FreshKart | status=In Progress"},
		"title": {"Title,Due,Owner,Account\nCall Raj,2026-05-01,Ana Ruiz,FreshKart\n", "CSV", model.KindAction,
			"title due owner account", "title=Call Raj | due=2026-05-01 | owner=Ana Ruiz | account=FreshKart"},
		"name": {"Name,Account,Owner,Due\nCall Raj,FreshKart,Ana Ruiz,2026-05-01\n", "CSV", model.KindAction,
			"title due owner account", "title=Call Raj | due=2026-05-01 | owner=Ana Ruiz | account=FreshKart"},
		"task": {"Task,Deadline,Responsible,Customer,Type,Completed\nCall Raj,1 May 2026,Ana Ruiz,FreshKart,Call,\n", "CSV", model.KindAction,
			"title due owner account notes", "title=Call Raj | due=2026-05-01 | owner=Ana Ruiz | account=FreshKart | notes=Type: Call"},
		"Salesforce report": {"Subject,Assigned To,Account Name,Due Date,Priority,Status\nCall Raj,Ana Ruiz,FreshKart,5/31/2026,High,Waiting on someone else\n\"Grand Totals (1 Records)\"\n\nConfidential Information - Do Not Distribute\n", "Salesforce", model.KindAction,
			"title due owner account status notes", "title=Call Raj | due=2026-05-31 | owner=Ana Ruiz | account=FreshKart | status=Deferred | notes=Priority: High"},
		"Salesforce report of activities": {"Assigned,Subject,Date,Priority,Status,Task,Company / Account,Created Date\nAna Ruiz,Call Raj,5/31/2026,Normal,Completed,1,FreshKart,1/2/2026\n", "Salesforce", model.KindAction,
			"title due owner account status", "title=Call Raj | due=2026-05-31 | owner=Ana Ruiz | account=FreshKart | status=Complete"},
		"Salesforce in capitals": {"ID,WHOID,WHATID,SUBJECT,ACTIVITYDATE,STATUS,PRIORITY,OWNERID,DESCRIPTION,ISCLOSED\n00T5g00000TasAbAAJ,,,Call Raj,2026-05-01,Not Started,Normal,,bring the list,false\n", "Salesforce", model.KindAction,
			"title due status notes external_id", "title=Call Raj | due=2026-05-01 | status=Not Started | notes=bring the list\nPRIORITY: Normal | external_id=00T5g00000TasAbAAJ"},
		"Pipedrive": {"Activity - ID,Activity - Subject,Activity - Type,Activity - Due date,Activity - Done,Activity - Organization,Activity - Deal,Activity - Contact person,Activity - Assigned to user,Activity - Note\n5,Call Raj,call,46173.0,Done,FreshKart,,,Ana Ruiz,bring the list\n", "Pipedrive", model.KindAction,
			"title due owner account status external_id", "title=Call Raj | due=2026-05-31 | owner=Ana Ruiz | account=FreshKart | status=Complete | external_id=5"},
		"Dynamics": {"\ufeff(Do Not Modify) Task,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Subject,Regarding,Due Date,Priority,Owner,Activity Status\r\n0f8fad5b-d9cb-469f-a165-70867728950e,x==,1/2/2026 10:00,Call Raj,,5/31/2026 8:00 AM,Normal,Ana Ruiz,Completed\r\n", "Dynamics 365", model.KindAction,
			"title due owner status external_id", "title=Call Raj | due=2026-05-31 | owner=Ana Ruiz | status=Complete | external_id=0f8fad5b-d9cb-469f-a165-70867728950e"},
		"HubSpot": {"Record ID,Task Title,Task Status,Due Date,Assigned to,Task Type,Priority,Associated Company,Notes\n77,Call Raj,COMPLETED,2026-05-31 10:00,Ana Ruiz,CALL,HIGH,FreshKart,bring the list\n", "HubSpot", model.KindAction,
			"title due owner account status external_id", "title=Call Raj | due=2026-05-31 | owner=Ana Ruiz | account=FreshKart | status=Complete | external_id=77"},
	} {
		t.Run(name, func(t *testing.T) { tryLayout(t, c) })
	}
}

// tryLayout imports one file twice.
func tryLayout(t *testing.T, c layoutCase) {
	t.Helper()
	o := ImportOptions{Input: model.Input{Currency: "USD"}}
	res, book := run(t, empty(), o, "export.csv", c.file)
	if res.Source != c.source || res.Skipped > 0 || len(res.Unresolved) > 0 || len(res.Errors) > 0 {
		t.Errorf("source %s, %+v %+v", res.Source, res.Errors, res.Unresolved)
	}
	if got := everything(book, c.kind, strings.Fields(c.fields)...); got != c.want {
		t.Errorf("got\n%q\nwant\n%q\n%s", got, c.want, notes(res))
	}
	again(t, book, o, "export.csv", c.file)
}

// crm is one CRM as its data loader writes it, a file an object; everything in it
// is linked by ids.
var crm = []string{
	"Account.csv", "Id,IsDeleted,Name,Type,Industry,NumberOfEmployees,OwnerId,SystemModstamp\n" +
		"0015g00000AccAbAAJ,false,FreshKart,Customer,Retail,1200,0055g00000UsrAbAAJ,2026-01-01T00:00:00.000+0000\n" +
		"0015g00000accabAAB,false,Beta Foods,Prospect,Food,80,,2026-01-01T00:00:00.000+0000\n" +
		"0015g00000GonAbAAJ,true,Gone Ltd,,,,,2026-01-01T00:00:00.000+0000\n",
	"Contact.csv", "Id,AccountId,FirstName,LastName,Title,Email,ReportsToId,OwnerId\n" +
		"0035g00000XyzAbAAJ,0015g00000AccAbAAJ,Jane,Smith,CTO,jane@fk.example,0035g00000BosAbAAJ,0055g00000UsrAbAAJ\n" +
		"0035g00000BosAbAAJ,0015g00000AccAb,Grace,Hall,CEO,grace@fk.example,,\n" +
		"0035g00000xyzabAAB,0015g00000accabAAB,Jane,Smith,Buyer,jane@beta.example,,\n",
	"Opportunity.csv", "Id,AccountId,Name,StageName,Amount,Probability,CloseDate,IsClosed,IsWon,NextStep,OwnerId\n" +
		"0065g00000OppAbAAJ,0015g00000AccAbAAJ,Shelf cameras,Phase 4,90000.0,65,2026-12-31,false,false,offer,0055g00000UsrAbAAJ\n" +
		"0065g00000OppAcAAJ,0015g00000accabAAB,Tills,Closed Won,100.0,100,2026-01-31,true,true,,0055g00000UsrAcAAJ\n",
	"OpportunityContactRole.csv", "Id,OpportunityId,ContactId,Role,IsPrimary\n" +
		"00K5g00000RolAbAAJ,0065g00000OppAbAAJ,0035g00000XyzAbAAJ,Economic Decision Maker,true\n" +
		"00K5g00000RolAcAAJ,0065g00000OppAbAAJ,0035g00000BosAbAAJ,Executive Sponsor,false\n",
	"Task.csv", "Id,WhoId,WhatId,Subject,ActivityDate,Status,Priority,OwnerId,Description\n" +
		"00T5g00000TasAbAAJ,0035g00000XyzAbAAJ,0015g00000AccAbAAJ,Call Jane,2026-05-01,Completed,High,0055g00000UsrAbAAJ,said yes\n" +
		"00T5g00000TasAcAAJ,0035g00000XyzAbAAJ,0065g00000OppAbAAJ,Send the offer,2026-06-01,Not Started,Normal,0055g00000UsrAbAAJ,\n" +
		"00T5g00000TasAdAAJ,,0015g00000accabAAB,Look at Beta,2026-06-02,In Progress,Normal,0055g00000UsrAcAAJ,\n",
	"Event.csv", "Id,WhoId,WhatId,Subject,Location,IsAllDayEvent,ActivityDateTime,StartDateTime,EndDateTime,OwnerId,Description\n" +
		"00U5g00000EveAbAAJ,0035g00000BosAbAAJ,0065g00000OppAbAAJ,First meeting,Austin,false,2026-02-03T09:00:00.000+0000,2026-02-03T09:00:00.000+0000,2026-02-03T10:00:00.000+0000,0055g00000UsrAbAAJ,\n",
	"AccountTeamMember.csv", "Id,AccountId,UserId,TeamMemberRole,AccountAccessLevel,OpportunityAccessLevel,IsDeleted\n" +
		"01M5g00000TeaAbAAJ,0015g00000AccAbAAJ,0055g00000UsrAbAAJ,Account Manager,Edit,Edit,false\n" +
		"01M5g00000TeaAcAAJ,0015g00000AccAbAAJ,0055g00000UsrAcAAJ,Sales Engineer,Read,Read,false\n" +
		"01M5g00000TeaAdAAJ,0015g00000accabAAB,0055g00000UsrAcAAJ,Sales Engineer,Read,Read,false\n",
	"User.csv", "Id,Username,FirstName,LastName,Name,Email,ManagerId,IsActive\n" +
		"0055g00000UsrAbAAJ,ana@ct.example,Ana,Ruiz,Ana Ruiz,ana@ct.example,0055g00000UsrAcAAJ,true\n" +
		"0055g00000UsrAcAAJ,ben@ct.example,Ben,Okoro,Ben Okoro,ben@ct.example,,true\n",
}

// facts are all fields of all records as people read them, without ids, in a
// fixed order.
func facts(book *model.Book) string {
	var list []string
	for _, r := range book.Records() {
		var b strings.Builder
		b.WriteString(r.Kind().String() + " " + model.Title(r, book.Name))
		for _, f := range r.Fields() {
			if f.Hidden || f.IsZero() || f.Name == "created" || f.Name == "changed" {
				continue
			}
			text := f.Display(book.Name)
			if f.Name == "notes" || f.Type() == model.TypeLinks {
				items := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == ',' })
				for i := range items {
					items[i] = strings.TrimSpace(items[i])
				}
				slices.Sort(items)
				text = strings.Join(items, ";")
			}
			b.WriteString("\n  " + f.Name + "=" + text)
		}
		list = append(list, b.String())
	}
	slices.Sort(list)
	return strings.Join(list, "\n")
}

// In whatever order the files of a CRM come, together or one a day, the book is
// the same in the end, with everything linked; and a second import of everything
// changes nothing.
func TestFilesInAnyOrder(t *testing.T) {
	inAnyOrder(t, crm, "role Grace Hall in Shelf cameras", "  serves=Shelf cameras", "  serves=Jane Smith", "  team=Ana Ruiz;Ben Okoro", "interaction First meeting",
		"  reports_to=Grace Hall", "  contacts=Grace Hall")
}

// inAnyOrder imports files together, in any order and over any days, and expects
// the lines in the facts each time.
func inAnyOrder(t *testing.T, files []string, lines ...string) {
	t.Helper()
	o := ImportOptions{Input: model.Input{Currency: "USD"}}
	res, book := run(t, empty(), o, files...)
	want := facts(book)
	if len(res.Unresolved)+len(res.Errors)+res.Skipped > 0 {
		t.Errorf("%+v\n%+v", res.Unresolved, res.Errors)
	}
	for _, line := range lines {
		if !strings.Contains(want, line) {
			t.Errorf("%q is not in\n%s", line, want)
		}
	}
	again(t, book, o, files...)
	n := len(files) / 2
	rapid.Check(t, func(rt *rapid.T) {
		order := rapid.Permutation(seq(n)).Draw(rt, "order")
		days := rapid.SliceOfN(rapid.Bool(), n, n).Draw(rt, "days")
		book, day := empty(), []string{}
		var last Result
		for i, at := range order {
			if day = append(day, files[2*at], files[2*at+1]); days[i] || i == n-1 {
				last, book = run(rt, book, o, day...)
				day = nil
			}
		}
		if got := facts(book); got != want {
			rt.Errorf("got\n%s\nwant\n%s", got, want)
		}
		if len(last.Unresolved) > 0 && !days[n-1] {
			rt.Logf("%+v", last.Unresolved)
		}
		again(rt, book, o, files...)
	})
}

func seq(n int) (list []int) {
	for i := range n {
		list = append(list, i)
	}
	return list
}

// What programs call their columns in other languages.
func TestColumnsInOtherLanguages(t *testing.T) {
	for name, c := range map[string]layoutCase{
		"HubSpot German people": {"Datensatz-ID,Vorname,Nachname,E-Mail,Telefonnummer,Mobiltelefonnummer,Jobbezeichnung,Für Kontakt zuständiger Mitarbeiter,Lifecycle-Phase,Zugeordnetes Unternehmen,Zugeordnete Unternehmens-IDs\n" +
			"101,Jürgen,Größ,jg@mueller.example,+49 89 555 01,+49 170 555 01,Leiter Einkauf,Ana Ruiz,Kunde,Müller GmbH,301;302\n", "HubSpot", model.KindContact,
			"name account title email phones external_id", "name=Jürgen Größ | account=Müller GmbH | title=Leiter Einkauf | email=jg@mueller.example | phones=+49 89 555 01, +49 170 555 01 | external_id=101"},
		"HubSpot German companies": {"Datensatz-ID,Unternehmensname,Domainname des Unternehmens,Für Unternehmen zuständiger Mitarbeiter,Branche,Stadt,Land/Region,Anzahl der Mitarbeiter,Jahresumsatz\n" +
			"301,Müller GmbH,mueller.example,Ana Ruiz,Handel,München,Deutschland,1200,\"1.250.000,50\"\n", "HubSpot", model.KindAccount,
			"name owner industry hq employees annual_revenue external_id", "name=Müller GmbH | owner=Ana Ruiz | industry=Handel | hq=München, Deutschland | employees=1,200 | annual_revenue=USD 1,250,000.50 | external_id=301"},
		"HubSpot German deals": {"Datensatz-ID,Deal-Name,Deal-Phase,Betrag,Für Deal zuständiger Mitarbeiter,Abschlussdatum,Zugeordnetes Unternehmen\n9,Regalkameras,Vertrag gesendet,90000,Ana Ruiz,2026-12-31 10:00,Müller GmbH\n10,Kassen,closedwon,100,Ana Ruiz,,Müller GmbH\n", "HubSpot", model.KindOpportunity,
			"name account owner stage amount close", "name=Kassen | account=Müller GmbH | owner=Ana Ruiz | stage=Won | amount=USD 100 | close=\nname=Regalkameras | account=Müller GmbH | owner=Ana Ruiz | stage=Negotiating | amount=USD 90,000 | close=2026-12-31"},
		"HubSpot French people": {"ID de fiche d’informations,Prénom,Nom,E-mail,Numéro de téléphone,Intitulé du poste,Propriétaire du contact,Phase du cycle de vie,Entreprise associée\n101,Zoé,Dubois,zoe@halles.example,+33 1 55 50 10 00,Directrice achats,Ana Ruiz,Client,Halles SA\n", "HubSpot", model.KindContact,
			"name account title email phones", "name=Zoé Dubois | account=Halles SA | title=Directrice achats | email=zoe@halles.example | phones=+33 1 55 50 10 00"},
		"HubSpot Spanish people": {"ID de registro,Nombre,Apellidos,Correo,Número de teléfono,Cargo,Propietario del contacto,Etapa del ciclo de vida,Empresa asociada\n101,José,Peña,jose@mercado.example,+34 555 010 000,Director de compras,Ana Ruiz,Cliente,Mercado SL\n", "HubSpot", model.KindContact,
			"name account title email phones", "name=José Peña | account=Mercado SL | title=Director de compras | email=jose@mercado.example | phones=+34 555 010 000"},
		"Outlook German": {"Anrede;Vorname;Weitere Vornamen;Nachname;Suffix;Firma;Abteilung;Position;Straße geschäftlich;Ort geschäftlich;Region geschäftlich;Postleitzahl geschäftlich;Land/Region geschäftlich;Fax geschäftlich;Telefon geschäftlich;Mobiltelefon;E-Mail-Adresse;E-Mail-Typ;E-Mail: Angezeigter Name;Name des/der Vorgesetzten;Kategorien;Notizen;Webseite\r\n" +
			"Herr;J\xfcrgen;;Gr\xf6\xdf;;M\xfcller GmbH;Einkauf;Leiter Einkauf;Am B\xfcchel 1;M\xfcnchen;;80331;Deutschland;;+49 89 555 01;+49 170 555 01;jg@mueller.example;SMTP;JG;Petra Vogel;Key;hat Zeit;mueller.example\r\nFrau;Petra;;Vogel;;M\xfcller GmbH;;CFO;;;;;;;;;pv@mueller.example;SMTP;PV;;;;\r\n", "Outlook", model.KindContact,
			"name account title email phones location reports_to tags", "name=Jürgen Größ | account=Müller GmbH | title=Leiter Einkauf | email=jg@mueller.example | phones=+49 89 555 01, +49 170 555 01 | location=Am Büchel 1, München, 80331, Deutschland | reports_to=Petra Vogel | tags=Key\n" +
				"name=Petra Vogel | account=Müller GmbH | title=CFO | email=pv@mueller.example | phones= | location= | reports_to= | tags="},
		"Outlook French": {"Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre,Rue (bureau),Ville (bureau),Code postal (bureau),Pays/Région (bureau),Téléphone (bureau),Tél. mobile,Adresse de messagerie,Type de messagerie,Responsable,Notes,Page Web\nMme,Zoé,,Dubois,,Halles SA,Achats,Directrice achats,1 rue du Port,Lyon,69002,France,+33 4 55 50 10 00,,zoe@halles.example,SMTP,,,\n", "Outlook", model.KindContact,
			"name account title email phones location", "name=Zoé Dubois | account=Halles SA | title=Directrice achats | email=zoe@halles.example | phones=+33 4 55 50 10 00 | location=1 rue du Port, Lyon, 69002, France"},
		"any German companies": {"Firma;Branche;Ort;Mitarbeiterzahl;Umsatz;Währung;Betreuer\nMüller GmbH;Handel;München;1200;1.250.000,50;EUR;Ana Ruiz\n", "CSV", model.KindAccount,
			"name industry hq employees annual_revenue owner", "name=Müller GmbH | industry=Handel | hq=München | employees=1,200 | annual_revenue=EUR 1,250,000.50 | owner=Ana Ruiz"},
		"any German people": {"Ansprechpartner;Firma;Funktion;Telefon;E-Mail\nPetra Vogel;Müller GmbH;CFO;+49 89 555 01;pv@mueller.example\n", "CSV", model.KindContact,
			"name account title phones email", "name=Petra Vogel | account=Müller GmbH | title=CFO | phones=+49 89 555 01 | email=pv@mueller.example"},
		"any German tasks": {"Aufgabe;Fällig am;Verantwortlich;Kunde;Status\nAngebot senden;31.05.2026;Ana Ruiz;Müller GmbH;Open\n", "CSV", model.KindAction,
			"title due owner account status", "title=Angebot senden | due=2026-05-31 | owner=Ana Ruiz | account=Müller GmbH | status=Not Started"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Helper()
			o := ImportOptions{Input: model.Input{Currency: "USD"}}
			res, book := run(t, empty(), o, "export.csv", c.file)
			if res.Source != c.source || res.Skipped > 0 || len(res.Unresolved) > 0 {
				t.Errorf("source %s, %+v %+v", res.Source, res.Errors, res.Unresolved)
			}
			if got := everything(book, c.kind, strings.Fields(c.fields)...); got != c.want {
				t.Errorf("got\n%q\nwant\n%q\n%s", got, c.want, notes(res))
			}
			again(t, book, o, "export.csv", c.file)
		})
	}
}

// A slip in the name of an account, or of a field, is asked about.
func TestSlipsAreAskedAbout(t *testing.T) {
	_, book := run(t, empty(), ImportOptions{}, "a.csv", "Company,Industry\nFreshKart Grocers,Retail\nBeta Foods,Food\n")
	res, _ := run(t, book, ImportOptions{}, "p.csv", "First Name,Last Name,Company\nJane,Smith,FreshKrat Grocers\nRaj,Mehta,Gamma Foods\n")
	if text := notes(res); !strings.Contains(text, "account FreshKrat Grocers is new: did you mean FreshKart Grocers? Both are kept") ||
		strings.Contains(text, "Gamma Foods is new") || strings.Count(text, "astute duplicates") != 1 {
		t.Error(text)
	}
	_, err := Import(empty(), []File{{Name: "p.csv", Data: []byte("Name,Title\nJane,CTO\n")}}, ImportOptions{Map: map[string]string{"Title": "titel"}, As: model.KindContact, NewID: newIDs()})
	if err == nil || !strings.HasSuffix(err.Error(), `has no field "titel": did you mean title?`) {
		t.Error(err)
	}
}
