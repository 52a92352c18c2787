package exchange

import (
	"bytes"
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"astute/model"
	"astute/model/modeltest"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

// crlf writes lines as a card has them.
func crlf(lines ...string) string { return strings.Join(lines, "\r\n") + "\r\n" }

// photo is a large picture, folded as each version does it.
func photo(head string, indent string) string {
	data := base64.StdEncoding.EncodeToString(bytes.Repeat([]byte("\xff\xd8picture"), 20000))
	var b strings.Builder
	b.WriteString(head)
	for len(data) > 0 {
		n := min(72, len(data))
		b.WriteString(data[:n] + "\r\n" + indent)
		data = data[n:]
	}
	return strings.TrimSuffix(b.String(), "\r\n"+indent)
}

// said are the fields of a contact that a test is about, as name=text.
func said(r model.Record, book *model.Book, names ...string) string {
	var list []string
	for _, name := range names {
		f := model.MustField(r.Fields(), name)
		list = append(list, name+"="+f.Display(book.Name))
	}
	return strings.Join(list, " | ")
}

func TestCardsOfManyPrograms(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(crlf("BEGIN:VCARD", "VERSION:3.0", "FN:Zoë Åkesson", "ORG:Åkeri", "END:VCARD"))
	if err != nil {
		t.Fatal(err)
	}
	sjis, err := japanese.ShiftJIS.NewEncoder().String("桜井 花子")
	if err != nil {
		t.Fatal(err)
	}
	latin, err := charmap.ISO8859_1.NewEncoder().String("Jürgen Größ")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ file, who, fields, want string }{
		"iCloud 3.0": {
			crlf("BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Apple Inc.//iPhone OS 17.4//EN", "N:Okafor;Chidi;B.;Dr.;", "FN:Dr. Chidi B. Okafor", "NICKNAME:Chi",
				"ORG:Northwind Traders;Retail Systems;", "TITLE:VP\\, Operations", "EMAIL;type=INTERNET;type=HOME:chidi@home.example",
				"EMAIL;type=INTERNET;type=WORK;type=pref:chidi@northwind.example", "TEL;type=CELL;type=VOICE;type=pref:+1 (512) 555-0100",
				"item1.TEL:+1 512 555 0101", "item1.X-ABLabel:Direct line", "item2.ADR;type=WORK;type=pref:;;1 Main St\\nFloor 2;Austin;TX;78701;United States",
				"item2.X-ABADR:us", "item3.X-ABRELATEDNAMES;type=pref:Grace Hall", "item3.X-ABLabel:_$!<Manager>!$_", "item4.X-ABRELATEDNAMES:Sam", "item4.X-ABLabel:_$!<Spouse>!$_",
				"item5.URL;type=pref:https://linkedin.example/in/chidi", "item5.X-ABLabel:_$!<HomePage>!$_", "BDAY;value=date:1980-04-12", "NOTE:Met at the fair\\; likes data\\, not slides.\\nCall after 9.",
				photo("PHOTO;ENCODING=b;TYPE=JPEG:", " "), "CATEGORIES:Retail,Key\\, really", "X-ABUID:5B1F:ABPerson", "UID:0f3a-77", "REV:2024-03-01T10:00:00Z", "END:VCARD"),
			"Dr. Chidi B. Okafor", "account preferred_name title email phones location profile tags notes rank external_id",
			"account=Northwind Traders | preferred_name=Chi | title=VP, Operations | email=chidi@northwind.example | phones=+1 (512) 555-0100, +1 512 555 0101 | location=1 Main St, Floor 2, Austin, TX 78701, United States | profile=https://linkedin.example/in/chidi | tags=Retail, Key, really | " +
				"notes=Met at the fair; likes data, not slides.\nCall after 9.\nDepartment: Retail Systems\nOther e-mail: chidi@home.example\nRelated: spouse: Sam\nBirthday: 1980-04-12\nManager: Grace Hall | rank=VP | external_id=0f3a-77",
		},
		"Google 3.0": {
			crlf("BEGIN:VCARD", "VERSION:3.0", "FN:Mei Lin", "N:Lin;Mei;;;", "EMAIL;TYPE=INTERNET:mei@lin.example", "TEL;TYPE=CELL:+65 5550 1234", "ORG:Harbour Pte Ltd", "TITLE:CFO",
				"item1.URL:https\\://profiles.example/mei", "item1.X-ABLabel:PROFILE", "CATEGORIES:myContacts,Board", "END:VCARD"),
			"Mei Lin", "account title email phones profile tags notes",
			"account=Harbour Pte Ltd | title=CFO | email=mei@lin.example | phones=+65 5550 1234 | profile=https://profiles.example/mei | tags=Board | notes=",
		},
		"Outlook 2.1": {
			crlf("BEGIN:VCARD", "VERSION:2.1", "N;LANGUAGE=de;CHARSET=Windows-1252:Gr\xf6\xdf;J\xfcrgen;;Herr", "FN;CHARSET=Windows-1252:J\xfcrgen Gr\xf6\xdf", "ORG;CHARSET=Windows-1252:M\xfcller & S\xf6hne GmbH;Einkauf",
				"TITLE;CHARSET=Windows-1252:Einkaufsleiter", "TEL;WORK;VOICE:+49 (89) 555-01", "TEL;CELL;VOICE:+49 170 55501", "TEL;WORK;FAX:+49 89 555-02",
				"ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:;;Am B=C3=BCchel 1=0D=0A2. Stock;M=C3=BC=", "nchen;;80331;Deutschland",
				"LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Am B=FCchel 1=0D=0A=", "80331 M=FCnchen", "X-MS-OL-DEFAULT-POSTAL-ADDRESS:2", "URL;WORK:http://mueller.example", "EMAIL;PREF;INTERNET:juergen@mueller.example",
				photo("PHOTO;TYPE=JPEG;ENCODING=BASE64:\r\n ", " "), "", "X-MS-MANAGER:Petra Vogel", "X-MS-ASSISTANT:Kim", "REV:20240301T100000Z", "END:VCARD"),
			"Jürgen Größ", "account title email phones location notes",
			"account=Müller & Söhne GmbH | title=Einkaufsleiter | email=juergen@mueller.example | phones=+49 (89) 555-01, +49 170 55501 | location=Am Büchel 1, 2. Stock, München, 80331, Deutschland | notes=Department: Einkauf\nFax: +49 89 555-02\nAssistant: Kim\nManager: Petra Vogel",
		},
		"Nokia 2.1": {
			crlf("BEGIN:VCARD", "VERSION:2.1", "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C5=BBak;Ewa;;;", "TEL;PREF;CELL;VOICE:+48555010", "NOTE;ENCODING=QUOTED-PRINTABLE:first line=0D=0Asecond =3D line=", "=0D=0Athird",
				photo("PHOTO;BASE64;TYPE=JPEG:", ""), "", "TITLE:Buyer \\; stores", "END:VCARD"),
			"Ewa Żak", "title phones notes", "title=Buyer ; stores | phones=+48555010 | notes=first line\nsecond = line\nthird",
		},
		"Thunderbird 4.0": {
			"BEGIN:VCARD\nVERSION:4.0\nN:García López;María José;;;\nFN:María José García López\nEMAIL;PREF=2:old@x.example\nEMAIL;PREF=1;TYPE=home:maria@x.example\nTEL;TYPE=\"voice,work\";VALUE=URI;PREF=1:tel:+34-555-0101;ext=12\n" +
				"ORG:Talleres;Compras\nTITLE;ALTID=1;LANGUAGE=es:Directora\nTITLE;ALTID=1;LANGUAGE=en:Director\nBDAY:--0203\nANNIVERSARY:20090808T1430-0500\nTZ:Europe/Madrid\nLANG;PREF=1:es\nADR;TYPE=work;LABEL=\"Calle 1^nMadrid\":;;Calle 1;Mad\n rid;;28001;España\nX-CUSTOM1:lo que sea\n" +
				"RELATED;TYPE=manager;VALUE=text:Ana Ruiz\nRELATED;TYPE=friend;VALUE=text:Luz\nUID:urn:uuid:4fbe8971-0bc3\nEND:VCARD\n",
			"María José García López", "title email phones location time_zone notes external_id",
			"title=Directora | email=maria@x.example | phones=+34-555-0101 ext. 12 | location=Calle 1, Madrid, 28001, España | time_zone=Europe/Madrid | " +
				"notes=Department: Compras\nOther e-mail: old@x.example\nRelated: friend: Luz\nBirthday: --0203\nAnniversary: 20090808T1430-0500\nLanguage: es\nCUSTOM1: lo que sea\nManager: Ana Ruiz | external_id=4fbe8971-0bc3",
		},
		"a name in parts, CR only": {
			strings.ReplaceAll(crlf("begin:vcard", "version:3.0", "n:Brown;Alan;J.;;Jr.", "fn:Brown, Alan", "org:Acme", "role:CFO", "end:vcard"), "\r\n", "\r"),
			"Alan J. Brown Jr.", "account title", "account=Acme | title=CFO",
		},
		"UTF-16":                               {utf16, "Zoë Åkesson", "account", "account=Åkeri"},
		"Shift-JIS":                            {crlf("BEGIN:VCARD", "VERSION:2.1", "FN;CHARSET=SHIFT_JIS:"+sjis, "TITLE;CHARSET=ISO-8859-1:"+latin, "NOTE;CHARSET=UTF-8:Zoë", "END:VCARD"), "桜井 花子", "title notes", "title=Jürgen Größ | notes=Zoë"},
		"folded between the bytes of a letter": {"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zo\xc3\r\n \xab\r\nTIT\r\n LE:C\r\n\tEO\r\nEND:VCARD", "Zoë", "title", "title=CEO"},
		"folded before a word, 2.1":            {crlf("BEGIN:VCARD", "VERSION:2.1", "FN:Jane Smith", "NOTE:one", " two", "END:VCARD"), "Jane Smith", "notes", "notes=one two"},
		"a card inside": {
			crlf("BEGIN:VCARD", "VERSION:2.1", "FN:Jane Smith", "AGENT:", "BEGIN:VCARD", "VERSION:2.1", "FN:Fred Aide", "TEL:555", "END:VCARD", "TITLE:CEO", "END:VCARD"),
			"Jane Smith", "title phones notes", "title=CEO | phones= | notes=Assistant: Fred Aide",
		},
	} {
		t.Run(name, func(t *testing.T) {
			res, book := run(t, empty(), ImportOptions{}, "people.vcf", c.file)
			if res.Source != "vCard" || len(res.Errors) > 0 || res.Skipped > 0 || len(book.Of(model.KindContact)) != 1 {
				t.Fatalf("%+v", res)
			}
			who := the[*model.Contact](t, book, c.who)
			if got := said(who, book, strings.Fields(c.fields)...); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			again(t, book, ImportOptions{}, "people.vcf", c.file)
			again(t, book, ImportOptions{}, "renamed", c.file) // known by how it begins
		})
	}
}

func TestCardsAmongBadOnes(t *testing.T) {
	file := crlf(
		"stray text",
		"BEGIN:VCARD", "VERSION:3.0", "FN:Jane Smith", "this line is nothing", "ORG:Acme", "END:VCARD", "",
		"BEGIN:VCARD", "VERSION:3.0", "FN:Torn Off", "NOTE:half", // line 9
		"BEGIN:VCARD", "VERSION:4.0", "FN:Raj Mehta", "ORG:Acme", "RELATED;TYPE=manager:urn:uuid:aa-1", "END:VCARD",
		"BEGIN:VCARD", "VERSION:4.0", "TEL:555 0100 200", "END:VCARD", // line 19, nobody
		"BEGIN:VCARD", "VERSION:4.0", "END:VCARD", // line 23, nothing
		"BEGIN:VCARD", "VERSION:4.0", "KIND:group", "FN:Friends", "MEMBER:urn:uuid:aa-1", "END:VCARD",
		"BEGIN:VCARD", "VERSION:4.0", "UID:urn:uuid:aa-1", "FN:Lisa Green", "ORG:Acme", "END:VCARD",
		"BEGIN:VCARD", "VERSION:3.0", "FN:Acme", "ORG:Acme;", "TEL;TYPE=WORK:555 0199", "URL:https://acme.example", "X-ABShowAs:COMPANY", "END:VCARD",
		"BEGIN:VCARD", "VERSION:3.0", "FN:Last One", // never ends
	)
	res, book := run(t, empty(), ImportOptions{}, "people.vcf", file)
	var got []string
	for _, e := range res.Errors {
		got = append(got, e.Error())
	}
	want := []string{
		`line 1, vCard "stray text": stands outside of any card; it was left out`,
		`line 5, vCard "this line is nothing": is no property of a card; it was left out`,
		"line 9: the row was not taken: another card begins on line 13 before this one ends: put END:VCARD there",
		"line 19: the row was not taken: has no name",
		"line 23: the row was not taken: the card says nothing",
		"line 46: the row was not taken: the card has no end: put END:VCARD there",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if n := len(book.Of(model.KindContact)); n != 3 || res.Skipped != 4 || len(res.Rejects) != 5 {
		t.Errorf("%d contacts, %d skipped, %d rejects", n, res.Skipped, len(res.Rejects))
	}
	raj := the[*model.Contact](t, book, "Raj Mehta")
	if boss := book.Name(raj.ReportsTo); boss != "Lisa Green" {
		t.Errorf("Raj reports to %q", boss)
	}
	if acme := the[*model.Account](t, book, "Acme"); !strings.Contains(acme.Notes, "Company Phone: 555 0199") || !strings.Contains(acme.Notes, "Website: https://acme.example") {
		t.Errorf("notes of the account: %q", acme.Notes)
	}
	if !strings.Contains(notes(res), "1 group was left out") {
		t.Errorf("%s", notes(res))
	}
	again(t, book, ImportOptions{}, "people.vcf", file)
}

func TestCardsThatAreNone(t *testing.T) {
	for name, data := range map[string]string{"empty": "", "no card": "hello\n", "a workbook": "PK\x03\x04", "NUL": "BEGIN:VCARD\nFN:\x00\x00\x00a"} {
		_, err := Import(empty(), []File{{Name: "people.vcf", Data: []byte(data)}}, ImportOptions{NewID: newIDs(), Today: today})
		if !errors.Is(err, ErrEmpty) && !errors.Is(err, ErrNotText) {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := Import(empty(), []File{{Name: "people.vcf", Data: []byte("BEGIN:VCARD\nFN:a\nEND:VCARD")}}, ImportOptions{NewID: newIDs(), Today: today, As: model.KindAccount})
	if !errors.Is(err, ErrMapping) {
		t.Errorf("cards as accounts: %v", err)
	}
}

// A card is the same person by its UID, however the name and address changed, and
// what a person changed here since stays.
func TestCardsAreKnownByTheirUID(t *testing.T) {
	_, book := run(t, empty(), ImportOptions{}, "a.vcf", crlf("BEGIN:VCARD", "VERSION:3.0", "UID:u-1", "FN:Jane Smith", "EMAIL:jane@acme.example", "TITLE:CIO", "ORG:Acme", "END:VCARD"))
	jane := the[*model.Contact](t, book, "Jane Smith")
	edited := model.Clone(jane)
	edited.JobTitle = "Chief Information Officer"
	book = book.With(model.Change{Before: jane, After: edited})
	res, book := run(t, book, ImportOptions{}, "b.vcf", crlf("BEGIN:VCARD", "VERSION:4.0", "UID:urn:uuid:u-1", "FN:Jane Miller", "EMAIL:miller@acme.example", "TITLE:CTO", "ORG:Acme", "END:VCARD"))
	if got := said(book.Get(jane.ID), book, "name", "email", "title"); res.Created != 0 || got != "name=Jane Miller | email=miller@acme.example | title=Chief Information Officer" {
		t.Errorf("%s, %+v", got, res)
	}
}

// strictCards checks what every card must be: lines, lengths, folding between
// runes, nesting, and the properties that its version cannot be without.
func strictCards(t interface{ Fatalf(string, ...any) }, data []byte, version string) {
	text := string(data)
	if strings.Count(text, "\n") != strings.Count(text, "\r\n") || strings.Count(text, "\r") != strings.Count(text, "\r\n") {
		t.Fatalf("a line does not end in CR LF")
	}
	var lines []string
	for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) {
			t.Fatalf("%d octets, or not whole runes: %q", len(line), line)
		}
		if rest, folded := strings.CutPrefix(line, " "); folded {
			lines[len(lines)-1] += rest
		} else if line != "" {
			lines = append(lines, line)
		}
	}
	seen := map[string]int{}
	for _, line := range lines {
		head, value, ok := strings.Cut(line, ":")
		name, _, _ := strings.Cut(head, ";")
		if !ok || name == "" || strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-.item1Xabel") != "" || strings.ContainsAny(value, "\x00\x07\x1b") {
			t.Fatalf("%q", line)
		}
		switch seen[name]++; {
		case line == beginCard:
			seen = map[string]int{}
		case line == endCard:
			if seen["FN"] != 1 || seen["UID"] != 1 || seen["N"] != 1 || seen["VERSION"] != 1 {
				t.Fatalf("%v", seen)
			}
		case name == "VERSION" && value != version:
			t.Fatalf("%s", line)
		case name == "N" && len(splitEscaped(value, ';')) != 5, name == "ADR" && len(splitEscaped(value, ';')) != 7:
			t.Fatalf("%s", line)
		}
	}
}

// inCards are the fields that a card holds.
var inCards = strings.Fields("name preferred_name title function email phones location time_zone profile notes tags account reports_to")

// Our own cards come back equal in what a card can hold, into an empty book and
// into their own, where they change nothing.
func TestOwnCardsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := newIDs()
		var records []model.Record
		for _, name := range []string{"Acme, Inc.", "Größ; Söhne"} {
			records = append(records, set(t, model.New(model.KindAccount, id()), "name", name))
		}
		ids := []model.ID{id(), id(), id(), id()}
		for i, to := range ids {
			account := records[i%2].Base().ID
			r := anyRecord(t, model.KindContact, to, map[model.Kind][]model.ID{}).(*model.Contact)
			r.Account, r.Unit, r.ReportsTo, r.Placeholder, r.Left, r.ExternalID = account, model.ID{}, model.ID{}, false, false, ""
			r.Name += " " + []string{"Um", "Dois", "Três", "Quatro"}[i] // bosses are told apart by name
			if i > 1 {
				r.ReportsTo = ids[i-2]
			}
			records = append(records, r)
		}
		book := model.NewBook(records)
		four := rapid.Bool().Draw(t, "four")
		var b bytes.Buffer
		if err := WriteCards(&b, book, CardOptions{Four: four}); err != nil {
			t.Fatalf("%v", err)
		}
		strictCards(t, b.Bytes(), map[bool]string{true: "4.0", false: "3.0"}[four])
		files := []File{{Name: "people.vcf", Data: b.Bytes()}}
		res, err := Import(empty(), files, ImportOptions{NewID: newIDsAfter(book), Today: today})
		if err != nil || len(res.Errors)+len(res.Unresolved)+res.Skipped > 0 || res.Source != "own vCard" {
			t.Fatalf("%v %+v", err, res)
		}
		back := empty().With(res.Edit.Changes...)
		for _, id := range ids {
			was, now := said(book.Get(id), book, inCards...), ""
			if r := back.Get(id); r != nil {
				now = said(r, back, inCards...)
			}
			if was != now {
				t.Fatalf("was %q\nnow %q", was, now)
			}
		}
		res, err = Import(book, files, ImportOptions{NewID: newIDsAfter(book), Today: today})
		if err != nil || len(res.Edit.Changes) > 0 || res.Created+res.Updated > 0 {
			t.Fatalf("into its own book: %v %+v", err, res)
		}
	})
}

// A card of ours that another program changed brings the change back, and what
// it added as notes.
func TestOwnCardsChangedElsewhere(t *testing.T) {
	book, list := planOf(t, []string{"contact", "name", "Jane Smith", "title", "CIO", "phones", "555 0100 100"})
	var b bytes.Buffer
	if err := WriteCards(&b, book, CardOptions{}); err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(b.String(), "TITLE:CIO", "TITLE:CTO\r\nBDAY:1980-01-02\r\nTEL;TYPE=CELL:555 0100 200", 1)
	res, after := run(t, book, ImportOptions{}, "people.vcf", text)
	if got := said(after.Get(list[0].Base().ID), after, "title", "phones", "notes"); got != "title=CTO | phones=555 0100 200, 555 0100 100 | notes=Birthday: 1980-01-02" {
		t.Errorf("%s\n%+v", got, res)
	}
	again(t, after, ImportOptions{}, "people.vcf", text)
}

// Every naughty string, as every text that a card holds and as what the account
// is called, comes back equal, in both versions.
func TestOwnCardsOfNaughtyStrings(t *testing.T) {
	for _, s := range modeltest.Naughty() {
		line := model.CleanLine(s)
		if line == "" {
			continue
		}
		newID := newIDs()
		account := set(t, model.New(model.KindAccount, newID()), "name", line)
		r := model.New(model.KindContact, newID())
		for _, name := range inCards {
			f, _ := model.FieldNamed(r.Fields(), name)
			switch f.Type() {
			case model.TypeText, model.TypeTexts:
				if name != "tags" { // a comma parts tags in cards, and so many programs write none in them
					_ = f.Set(model.Input{}, s)
				} else {
					_ = f.Set(model.Input{}, "one\n"+strings.ReplaceAll(line, ",", ""))
				}
			}
		}
		set(t, r, "name", line)
		r.Base().Account = account.Base().ID
		book := model.NewBook([]model.Record{account, r})
		for version, four := range map[string]bool{"3.0": false, "4.0": true} {
			var b bytes.Buffer
			if err := WriteCards(&b, book, CardOptions{Four: four}); err != nil {
				t.Fatal(err)
			}
			strictCards(t, b.Bytes(), version)
			_, back := run(t, empty(), ImportOptions{}, "people.vcf", b.String())
			if now := back.Get(r.Base().ID); now == nil || said(now, back, inCards...) != said(r, book, inCards...) {
				t.Errorf("%q did not come back of version %s: %v", s, version, now)
			}
		}
	}
}

// Whatever the bytes, cards are read or refused, and a second import changes
// nothing.
func FuzzCards(f *testing.F) {
	for _, seed := range []string{
		"BEGIN:VCARD\nFN:a\nEND:VCARD", "BEGIN:VCARD\nVERSION:2.1\nN;QUOTED-PRINTABLE:=C3=\n=A4;b\nPHOTO;BASE64:AAAA\nAAAA\n\nEND:VCARD",
		"BEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nFN:x\nEND:VCARD\nitem1.TEL;TYPE=\"a,b\";PREF=1:tel:1;ext=2\nitem1.X-ABLabel:_$!<a>!$_\n", "BEGIN:VCARD\nUID:01h00000000000000000000000@astute\nFN:=1+1\nEND:VCARD",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file := []File{{Name: "f.vcf", Data: data}}
		res, err := Import(empty(), file, ImportOptions{NewID: newIDs(), Today: today})
		if err != nil {
			return
		}
		for _, c := range res.Edit.Changes {
			if err := model.Check(c.After); err != nil {
				t.Fatal(err)
			}
		}
		book := empty().With(res.Edit.Changes...)
		res, err = Import(book, file, ImportOptions{NewID: newIDsAfter(book), Today: today})
		if err != nil || len(res.Edit.Changes) > 0 {
			t.Fatalf("%v: %+v", err, res.Edit.Changes)
		}
	})
}

// Files that are made to keep a machine busy: parameters without an end, and
// cards inside cards. Read line by line again and again, either took minutes.
func TestCardsMadeToHarmAreReadInOnePass(t *testing.T) {
	good := crlf("BEGIN:VCARD", "VERSION:3.0", "FN:Jane Smith", "ORG:Acme", "END:VCARD")
	for name, file := range map[string]string{
		"folds without end": crlf("BEGIN:VCARD", "VERSION:3.0") + "X" + strings.Repeat(";a=\r\n b", 100_000) + "\r\n" + crlf("END:VCARD") + good,
		"cards in cards":    good + strings.Repeat(crlf("BEGIN:VCARD", "AGENT:"), 50_000),
	} {
		t.Run(name, func(t *testing.T) {
			res, book := run(t, empty(), ImportOptions{}, "people.vcf", file)
			if len(book.Of(model.KindContact)) != 1 || len(res.Errors) == 0 {
				t.Errorf("%d contacts, %d errors", len(book.Of(model.KindContact)), len(res.Errors))
			}
		})
	}
}
