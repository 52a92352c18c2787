package importing

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// A list that begins with letters beyond ASCII is a list, whatever its encoding.
func TestAListInAnyEncodingIsTakenForNothingElse(t *testing.T) {
	for name, c := range map[string]struct {
		in   encoding.Encoding
		text string
	}{
		"windows-1251": {charmap.Windows1251, "Имя;Компания\nНаталья;Хлебный дом\n"},
		"Shift_JIS":    {japanese.ShiftJIS, "氏名,会社名\n山田花子,東京食品\n"},
		"GBK":          {simplifiedchinese.GBK, "姓名,公司\n王芳,东方食品\n"},
		"UTF-16LE":     {unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "姓名\t公司\n王芳\t东方食品\n"},
	} {
		data, err := c.in.NewEncoder().String(c.text)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "list.csv")
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		if files, err := Read([]string{path}, nil, func(string) {}); err != nil || len(files) != 1 || string(files[0].Data) != data {
			t.Errorf("%s: %v", name, err)
		}
	}
}
