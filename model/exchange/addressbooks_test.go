package exchange

import (
	"strings"
	"testing"

	"astute/model"
)

// Address books as Google, Roundcube, Thunderbird and Apple write them.
func TestAddressBooks(t *testing.T) {
	for name, c := range map[string]struct{ file, text, source, fields, want string }{
		"Google now, labels": {"contacts.csv", "First Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n" +
			"Mei,Lin,Harbour,CFO,* My Contacts ::: Board ::: Norway,* Work,mei@lin.example,Mobile,+65 5550 1234\n", "Google Contacts", "name account title email phones tags",
			"name=Mei Lin | account=Harbour | title=CFO | email=mei@lin.example | phones=+65 5550 1234 | tags=Board, Norway"},
		"Google before, labels": {"contacts.csv", "Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title\n" +
			"Mei Lin,Mei,Lin,Board ::: * My Contacts,* Work,mei@lin.example,Harbour,CFO\n", "Google Contacts", "name account title email tags",
			"name=Mei Lin | account=Harbour | title=CFO | email=mei@lin.example | tags=Board"},
		"Roundcube card": {"roundcube.vcf", crlf("BEGIN:VCARD", "VERSION:3.0", "N:Żak;Ewa;;;", "FN:Ewa Żak", "EMAIL;TYPE=INTERNET;TYPE=WORK:ewa@sklep.example", "EMAIL;TYPE=INTERNET;TYPE=HOME:e@x.example",
			"ORG:Sklep;Zakupy", "TITLE:Buyer", "TEL;TYPE=work:+48 555 010", "TEL;TYPE=CELL:+48 555 011", "ADR;TYPE=work:;;Rynek 1;Kraków;;31-042;Polska", "X-DEPARTMENT:Zakupy", "X-MANAGER:Jan Nowak", "NOTE:lubi liczby\\, dużo", "REV:20260331T090000Z", "END:VCARD"),
			"vCard", "name account title email phones location", "name=Ewa Żak | account=Sklep | title=Buyer | email=ewa@sklep.example | phones=+48 555 010, +48 555 011 | location=Rynek 1, Kraków, 31-042, Polska"},
		"Thunderbird card": {"abook.vcf", crlf("BEGIN:VCARD", "VERSION:4.0", "EMAIL;PREF=1:ewa@sklep.example", "EMAIL:e@x.example", "FN:Ewa Żak", "N:Żak;Ewa;;;", "TITLE:Buyer", "ORG:Sklep", "TEL;TYPE=work;VALUE=TEXT:+48 555 010",
			"UID:5b1cb2a0-7b54-4a0b-9d5f-0c2f0d0b0a01", "END:VCARD"), "vCard", "name account title email phones", "name=Ewa Żak | account=Sklep | title=Buyer | email=ewa@sklep.example | phones=+48 555 010"},
		"Apple card": {"apple.vcf", crlf("BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Apple Inc.//macOS 14.4//EN", "N:Smith;Jane;;;", "FN:Jane Smith", "ORG:FreshKart;", "TITLE:CTO", "item1.EMAIL;type=INTERNET;type=pref:jane@fk.example", "item1.X-ABLabel:Office",
			"TEL;type=CELL;type=VOICE:555 0100 200", "item2.URL;type=pref:https://profiles.example/jane", "item2.X-ABLabel:_$!<HomePage>!$_", "item3.X-ABRELATEDNAMES;type=pref:Grace Hall", "item3.X-ABLabel:_$!<Manager>!$_", "END:VCARD"),
			"vCard", "name account title email phones", "name=Jane Smith | account=FreshKart | title=CTO | email=jane@fk.example | phones=555 0100 200"},
		"Thunderbird table": {"abook.csv", "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Job Title,Department,Organization,Notes\r\n" +
			"Ewa,Żak,Ewa Żak,,ewa@sklep.example,,,+48 555 010,,,,,Buyer,,Sklep,lubi liczby\r\n", "Thunderbird", "name account title email phones notes",
			"name=Ewa Żak | account=Sklep | title=Buyer | email=ewa@sklep.example | phones=+48 555 010 | notes=lubi liczby"},
	} {
		t.Run(name, func(t *testing.T) {
			res, book := run(t, empty(), ImportOptions{}, c.file, c.text)
			if got := everything(book, model.KindContact, strings.Fields(c.fields)...); got != c.want || res.Source != c.source || res.Skipped > 0 || len(res.Errors) > 0 {
				t.Errorf("%s: got\n%q\nwant\n%q\n%+v\n%s", res.Source, got, c.want, res.Errors, notes(res))
			}
			again(t, book, ImportOptions{}, c.file, c.text)
		})
	}
}
