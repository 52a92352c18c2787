//go:build !windows

package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"astute/store/storetest"
)

// Lists whose first letters are beyond ASCII come in, in the encodings of their
// countries.
func TestListsOfManyCountriesComeIn(t *testing.T) {
	p := newPerson(t)
	list := filepath.Join(p.home, "list.csv")
	for _, c := range []struct {
		in                          encoding.Encoding
		said                        string // "" where the file says it itself
		whose, where, name, company string
	}{
		{charmap.Windows1251, "windows-1251", "Имя", "Компания", "Наталья Щукина", "Хлебный дом"},
		{japanese.ShiftJIS, "shift_jis", "氏名", "会社名", "山田花子", "東京食品"},
		{simplifiedchinese.GBK, "gbk", "姓名", "公司", "王芳", "东方食品"},
		{unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "", "姓名", "会社名", "李娜", "北方食品"},
	} {
		data, err := c.in.NewEncoder().String(c.whose + ";" + c.where + "\n" + c.name + ";" + c.company + "\n")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(list, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		args := []string{"import", list, "--as", "contacts", "--map", c.whose + "=full_name", "--map", c.where + "=account.name"}
		if c.said != "" {
			args = append(args, "--encoding", c.said)
		}
		if out, err := p.command(args...).CombinedOutput(); err != nil || !strings.Contains(string(out), "created 2, updated 0") {
			t.Errorf("%s in %q: %v: %s", c.name, c.said, err, out)
		}
		if said := p.says("list", "contacts", "--json"); !strings.Contains(said, `"`+c.name+`"`) {
			t.Errorf("%s is not among the contacts", c.name)
		}
	}
	storetest.Check(t, p.book)
}
