package ui_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"astute/model/modeltest"
	"astute/ui/uitest"
)

// naughtyFile writes a file in which every heading and every cell is hostile, and
// returns its path: its name is, too.
func naughtyFile(t *testing.T, dir, name string, texts []string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	f, err := os.Create(path)
	if err != nil {
		t.Skip("a name that this system does not take: ", err)
	}
	out := csv.NewWriter(f)
	headings := append([]string{"Name", strings.Repeat("long heading ", 800), strings.Repeat("x", 10000), "漢字" + strings.Repeat("漢", 3000)}, texts...)
	must(t, out.Write(headings))
	for i := range 20 {
		row := make([]string, len(headings))
		for j := range row {
			row[j] = texts[(i+j)%len(texts)]
		}
		must(t, out.Write(row))
	}
	out.Flush()
	must(t, out.Error())
	must(t, f.Close())
	return path
}

// Nothing that a file, its name, or its headings hold moves a column of the import
// or reaches the terminal: the driver checks every screen it sees.
func TestNaughtyStringsInAnImport(t *testing.T) {
	texts := append(modeltest.Naughty(), "\x1b]0;pwned\x07", "\x1b[2J\x1b[H", "\u202eevil\u202c", "\u0085next", "a\u2028b", "\x9b31m", "\r\nline", "\t\ttabs", "\x00nul")
	for name, file := range map[string]string{
		"plain": "plain.csv", "a line break": "two\nlines.csv", "an escape": "red\x1b[31m.csv", "a title": "t\x1b]0;x\x07.csv",
		"bidi": "\u202efdp.csv", "wide": "漢字漢字漢字.csv", "long": strings.Repeat("long", 60) + ".csv", "not UTF-8": "caf\xe9\x9b.csv",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			naughtyFile(t, dir, file, texts)
			naughtyFile(t, dir, "zz"+filepath.Base(file), texts[:3])
			for _, size := range sizes {
				s := uitest.Workspace(t, uitest.Example(t), size.w, size.h)
				s.Keys(":").Type("import").Keys("enter").Paste(dir+string(filepath.Separator)).Keys("tab", "tab", "esc")
				s.Keys(":").Type("import").Keys("enter").Paste(dir + string(filepath.Separator) + "*.csv").Keys("enter")
				if size.h < 20 {
					s.Keys("j", "k", "esc", "esc")
					continue
				}
				s.Shows("Import ")
				for was := ""; was != s.Text(); s.Keys("ctrl+d") {
					was = s.Text()
				}
				s.Keys("g", "j", "enter").Type("x").Keys("esc", "?", "ctrl+d", "esc", "t", "t", "c", "esc", "w", "esc")
				for range 4 {
					s.Keys("esc")
				}
				s.Keys(":").Type("import").Keys("enter").Paste(filepath.Join(dir, "*.csv")).Keys("enter", "ctrl+s")
				s.Keys("ctrl+s", "G", "esc", "esc", ":").Type("messages").Keys("enter", "G", "esc")
			}
		})
	}
	s := uitest.Workspace(t, uitest.Example(t), 80, 24)
	for _, text := range texts {
		s.Keys(":").Type("import").Keys("enter").Paste(text).Keys("tab", "enter", "left", "backspace", "esc", "esc")
	}
	s.Shows("Jane Smith")
}
