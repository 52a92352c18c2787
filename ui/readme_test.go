package ui

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"astute/model"
	"astute/ui/pane"
	"astute/ui/theme"
)

// The table of keys in the README is made from the tables of commands:
// go test ./ui -run Readme -update writes it.
func TestReadmeListsTheKeysThatThereAre(t *testing.T) {
	const path, begin, end = "../README.md", "<!-- keys -->\n", "<!-- /keys -->"
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(readme), begin)
	was, after, ended := strings.Cut(rest, end)
	if !ok || !ended {
		t.Fatalf("%s lacks %s or %s", path, strings.TrimSpace(begin), end)
	}
	now := keyTables()
	if was == now {
		return
	}
	if f := flag.Lookup("update"); f == nil || f.Value.String() != "true" {
		t.Fatalf("the keys in %s are not those of the program; go test ./ui -run Readme -update writes\n%s", path, now)
	}
	if err := os.WriteFile(path, []byte(before+begin+now+end+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

// keyTables are the keys that hold everywhere, then those of each pane, as
// Markdown. Moving about, which is the same everywhere, is one line.
func keyTables() string {
	w := newWorkspace(Options{Today: func() model.Date { return model.Date{} }}, theme.Theme{})
	var b strings.Builder
	fmt.Fprintf(&b, "\n| Everywhere | |\n| --- | --- |\n%s", keyRow([]string{"j k h l", "arrows", "g G", "ctrl+d ctrl+u"}, "move", ""))
	var numbers []string
	for _, c := range w.commands() {
		if name, ok := strings.CutPrefix(c.Name, "go to "); ok {
			numbers = append(numbers, c.Keys[0]+" "+name)
			continue
		}
		if len(numbers) > 0 {
			b.WriteString(keyRow([]string{"1 to " + fmt.Sprint(len(numbers))}, "go to a pane", strings.Join(numbers, ", ")))
			numbers = nil
		}
		if len(c.Keys) > 0 {
			b.WriteString(keyRow(c.Keys, c.Name, c.Help))
		}
	}
	for _, p := range w.panes {
		fmt.Fprintf(&b, "\n<details><summary>%s</summary>\n\n| %s | |\n| --- | --- |\n", p.Title(), p.Title())
		for _, c := range p.Commands() {
			if row := keyRow(c.Keys, c.Name, c.Help); len(c.Keys) > 0 && !c.IsMotion() {
				b.WriteString(row)
			}
		}
		b.WriteString("\n</details>\n")
	}
	return b.String() + "\n"
}

func keyRow(keys []string, name, help string) string {
	var shown []string
	for _, key := range keys {
		shown = append(shown, "`"+strings.ReplaceAll(keyName(key), "|", "\\|")+"`")
	}
	if help != "" {
		name += ": " + help
	}
	return fmt.Sprintf("| %s | %s |\n", strings.Join(shown, " "), strings.ReplaceAll(name, "|", "\\|"))
}

func TestMotionsAreKnownByTheirNames(t *testing.T) {
	for scope, commands := range scopes() {
		for _, c := range commands {
			moves := slices.ContainsFunc(c.Keys, func(key string) bool { return slices.Contains([]string{"j", "k", "h", "l", "g", "G"}, key) })
			if moves != c.IsMotion() && !slices.Contains(c.Keys, "ctrl+d") && !slices.Contains(c.Keys, "ctrl+u") {
				t.Errorf("in %s %q has %v: is it a motion?", scope, c.Name, c.Keys)
			}
		}
	}
	if c := (pane.Command{Name: "add"}); c.IsMotion() {
		t.Error("to add is no motion")
	}
}
