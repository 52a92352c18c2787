package ui_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"astute/ui/uitest"
)

// The page of an import shows lists whose first letters are beyond ASCII, and
// reads them as it is said.
func TestThePageTakesListsOfManyCountries(t *testing.T) {
	path := uitest.Example(t)
	for _, c := range []struct {
		in                   encoding.Encoding
		said                 string // "" where the file says it itself
		whose, name, company string
	}{
		{charmap.Windows1251, "windows-1251", "Имя", "Наталья Щукина", "Хлебный дом"},
		{japanese.ShiftJIS, "shift-jis", "氏名", "山田花子", "東京食品"},
		{simplifiedchinese.GBK, "gbk", "姓名", "王芳", "东方食品"},
		{unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "", "姓名", "李娜", "北方食品"},
	} {
		data, err := c.in.NewEncoder().String(c.whose + ";Company\n" + c.name + ";" + c.company + "\n")
		if err != nil {
			t.Fatal(err)
		}
		list := filepath.Join(t.TempDir(), "list.csv")
		if err := os.WriteFile(list, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		s := importing(t, path, list, 160, 40).Shows("list.csv", "Company").Hides("a picture")
		if c.said != "" {
			s.Keys("c").Type(c.said).Keys("enter")
		}
		s.Shows(c.whose, c.name, c.company).Keys("esc")
	}
}
