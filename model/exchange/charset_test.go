package exchange

import (
	"strings"
	"testing"

	"astute/model"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

// Lists as people of many countries keep them: read right when somebody says what
// they are in, also by the names that programs have for it, and where nobody does
// it is said what was taken.
func TestListsInManyEncodings(t *testing.T) {
	for name, c := range map[string]struct {
		in            encoding.Encoding
		said, text    string
		guess, sample string // what is taken when nobody says it; "" where it is found out
	}{
		"Polish":     {charmap.Windows1250, "cp1250", "Name,Company,Job Title\nStanisław Żółć,Sklep Świętej Łucji,Kierownik sprzedaży\n", "Windows-1252", "Stanis³aw"},
		"Czech":      {charmap.Windows1250, "windows-1250", "Name;Company;Job Title\nJiří Dvořák;Pekařství Žižkov;Vedoucí nákupu\n", "Windows-1252", "Jiøí"},
		"Russian":    {charmap.Windows1251, "cp1251", "Name;Company;Job Title\nНаталья Щукина;Хлебный дом;Директор\n", "Windows-1252", "Íàòàëüÿ"},
		"Japanese":   {japanese.ShiftJIS, "Shift-JIS", "Name,Company,Job Title\n山田花子,東京食品,部長\n", "UTF-8", ""},
		"Mac":        {charmap.Macintosh, "MacRoman", "Name,Company,Job Title\nJosé Peña,Mercado Ñandú,Dueño\n", "Windows-1252", "JosŽ"},
		"Mac, CR":    {charmap.Macintosh, "macintosh", "Name,Company,Job Title\rZoë Müller,Bäckerei Süß,Geschäftsführerin\r", "Windows-1252", "MŸller"},
		"ANSI, CR":   {charmap.Windows1252, "ansi", "Name;Company;Job Title\rZoë Müller;Bäckerei Süß;Geschäftsführerin\r", "Windows-1252", "Müller"},
		"UTF-16":     {unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16", "Name\tCompany\tJob Title\nZoë Żółć\tSüß & Co\tDirector\n", "", ""},
		"UTF-16BE":   {unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "utf-8", "Name\tCompany\tJob Title\nZoë Żółć\tSüß & Co\tDirector\n", "", ""},
		"no mark":    {unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16", "Name\tCompany\tJob Title\r\nZoë Żółć\tSüß & Co\tDirector\r\n", "", ""},
		"no mark BE": {unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", "Name\tCompany\tJob Title\r\nНаталья Щукина\tХлебный дом\tДиректор\r\n", "", ""},
		"no mark, Japanese": {unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16LE", "Name,Company,Job Title\r\n" +
			strings.Repeat("山田花子,東京食品株式会社,営業部長\r\n", 60), "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			data, err := c.in.NewEncoder().String(c.text)
			if err != nil {
				t.Fatal(err)
			}
			_, want := run(t, empty(), ImportOptions{}, "list.csv", c.text)
			list := everything(want, model.KindContact, "name", "account", "title")
			res, book := run(t, empty(), ImportOptions{Encoding: c.said}, "list.csv", data)
			if got := everything(book, model.KindContact, "name", "account", "title"); got != list || list == "" || strings.Contains(notes(res), "--encoding") {
				t.Errorf("said as %s: %s, want %s\n%s", c.said, got, list, notes(res))
			}
			res, book = run(t, empty(), ImportOptions{}, "list.csv", data)
			reading := res.Tables[0]
			said := ""
			for _, note := range res.Notes {
				if strings.Contains(note, "--encoding") {
					said = note
				}
			}
			if c.guess == "" {
				if got := everything(book, model.KindContact, "name", "account", "title"); got != list || said != "" || !reading.Sure {
					t.Errorf("found out: %s, want %s; %q", got, list, said)
				}
				return
			}
			if reading.Sure || reading.Encoding != c.guess || !strings.HasPrefix(said, "list.csv: ") || !strings.Contains(said, " UTF-8 and was read as Windows-1252, with words like ") && !strings.Contains(said, " UTF-8, and the rest was read as Windows-1252, with words like ") || !strings.Contains(said, model.CleanLine(c.sample)) {
				t.Errorf("%s, sure %t, said %q", reading.Encoding, reading.Sure, said)
			}
			// What the preview was told of the file is remembered and used.
			res, book = run(t, empty(), ImportOptions{Mappings: map[string]Mapping{reading.Key: {Encoding: c.said}}}, "list.csv", data)
			if got := everything(book, model.KindContact, "name", "account", "title"); got != list || res.Tables[0].Said.Encoding != c.said {
				t.Errorf("by the preview: %s, want %s", got, list)
			}
		})
	}
}
