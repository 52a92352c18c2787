package cli_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"astute/store"
)

// gadgetSource is a kind that only this test knows, with a field of each type.
const gadgetSource = `package model

// KindGadget is a thing for a test.
const KindGadget Kind = 200

var gadgetSpec = Spec{
	Kind: KindGadget, Word: "gadget", Plural: "gadgets", Scope: ScopeAccount,
	New:    func() Record { return new(Gadget) },
	Detail: func(r Record) string { return r.(*Gadget).Mood.String() },
	About:  "a thing for a test",
}

// Gadget is a thing for a test.
type Gadget struct {
	Head
	Name    string
	Mood    Wellbeing
	Moods   DecisionRoles
	Price   Money
	Weight  Number
	Due     Date
	Parts   []string
	Works   bool
	Holder  ID
	Friends []ID
	Story   string
}

// Kind implements [Record].
func (*Gadget) Kind() Kind { return KindGadget }

// Fields implements [Record].
func (g *Gadget) Fields() []Field {
	return g.Head.with(KindGadget,
		text(10, "name", "Name", &g.Name).Need(),
		choice(11, "mood", "Mood", &g.Mood),
		choices(12, "moods", "Moods", &g.Moods),
		money(13, "price", "Price", &g.Price),
		number(14, "weight", "Weight", &g.Weight).In("kg"),
		date(15, "due", "Due", &g.Due),
		texts(16, "parts", "Parts", &g.Parts),
		yesNo(17, "works", "Works", &g.Works),
		link(18, "holder", "Holder", &g.Holder, KindContact),
		links(19, "friends", "Friends", &g.Friends, KindContact, KindTeammate),
		text(20, "story", "Story", &g.Story).Long(),
	)
}
`

// grown builds the program with a kind and a field more: one file and one line
// for the kind, two adjacent lines for the field. Nothing else knows of them. It
// writes files of the next schema, as a program with more words in it would.
func grown(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	replace := map[string]string{}
	overlay := func(name string, edit func(string) string) {
		path, err := filepath.Abs(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		was, err := os.ReadFile(path)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
		is := edit(string(was))
		if is == string(was) {
			t.Fatalf("%s has changed: this test no longer finds where to add to it", name)
		}
		replace[path] = filepath.Join(dir, filepath.Base(name))
		if err := os.WriteFile(replace[path], []byte(is), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	overlay("model/gadget.go", func(string) string { return gadgetSource })
	overlay("model/kinds.go", func(s string) string {
		return strings.Replace(s, "\t&accountSpec,\n", "\t&accountSpec,\n\t&gadgetSpec,\n", 1)
	})
	overlay("model/contact.go", func(s string) string {
		s = strings.Replace(s, "\n\tSource        string\n", "\n\tSource        string\n\tShoe          Number\n", 1)
		last := "text(43, \"source\", \"Source\", &c.Source).Help(\"where the classification comes from\"),\n"
		return strings.Replace(s, last, last+"\t\tnumber(99, \"shoe\", \"Shoe size\", &c.Shoe).In(\"EU\"),\n", 1)
	})
	overlay("store/layout.go", func(s string) string {
		return strings.Replace(s, fmt.Sprintf("const Schema = %d\n", store.Schema), fmt.Sprintf("const Schema = %d\n", store.Schema+1), 1)
	})
	table, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	overlayFile, program := filepath.Join(dir, "overlay.json"), filepath.Join(dir, "astute")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if err := os.WriteFile(overlayFile, table, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "build", "-overlay", overlayFile, "-o", program, "astute").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return program
}

// runner runs a program on one file.
type runner struct {
	t       *testing.T
	program string
	file    string
}

func (r runner) run(args ...string) string {
	r.t.Helper()
	cmd := exec.Command(r.program, append([]string{"--file", r.file}, args...)...)
	cmd.Env = append(os.Environ(), "ASTUTE_TODAY=2026-03-02", "ASTUTE_ME=Ana Ruiz", "XDG_CONFIG_HOME="+r.t.TempDir())
	var errs strings.Builder
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		r.t.Fatalf("astute %s: %v\n%s%s", strings.Join(args, " "), err, out, errs.String())
	}
	return string(out)
}

// records runs a command that writes a JSON list, without what differs from
// file to file.
func (r runner) records(args ...string) []map[string]any {
	r.t.Helper()
	var list []map[string]any
	if out := r.run(append(args, "--json")...); json.Unmarshal([]byte(out), &list) != nil {
		r.t.Fatalf("astute %s --json writes %s", strings.Join(args, " "), out)
	}
	for _, record := range list {
		for key := range record {
			if key == "id" || key == "created" || key == "changed" || strings.HasSuffix(key, "_id") || strings.HasSuffix(key, "_ids") {
				delete(record, key)
			}
		}
	}
	return list
}

func TestANewKindIsOneFileAndOneLine(t *testing.T) {
	program := grown(t)
	dir := t.TempDir()
	first := runner{t, program, filepath.Join(dir, "first.db")}
	second := runner{t, program, filepath.Join(dir, "second.db")}
	for _, r := range []runner{first, second} {
		r.run("add", "account", "name=Acme")
		r.run("add", "contact", "name=Jane Smith", "account=Acme", "shoe=43")
		r.run("add", "teammate", "name=Ana Ruiz")
	}
	first.run("add", "gadget", "name=Red lamp", "account=Acme", "mood=good", "moods=Economic Buyer", "moods=User Buyer", "price=12.50 USD", "weight=1.5",
		"due=2026-03-31", "parts=bulb", "parts=shade", "works=yes", "holder=jane smith", "friends=jane smith", "friends=me", "story=Found in the attic.")
	want := []map[string]any{{
		"kind": "gadget", "name": "Red lamp", "account": "Acme", "mood": "Good", "moods": []any{"Economic Buyer", "User Buyer"},
		"price": map[string]any{"amount": "12.50", "currency": "USD"}, "weight": 1.5, "due": "2026-03-31", "parts": []any{"bulb", "shade"},
		"works": true, "holder": "Jane Smith", "friends": []any{"Jane Smith", "Ana Ruiz"}, "story": "Found in the attic.",
	}}
	same := func(step string, got []map[string]any) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\ngot  %v\nwant %v", step, got, want)
		}
	}
	same("list --json", first.records("list", "gadgets"))

	table := filepath.Join(dir, "gadgets.csv")
	if err := os.WriteFile(table, []byte(first.run("list", "gadgets", "--csv")), 0o600); err != nil {
		t.Fatal(err)
	}
	second.run("import", table, "--as", "gadget")
	same("import of that CSV", second.records("list", "gadgets"))

	contains := func(text, part string) {
		t.Helper()
		if !strings.Contains(text, part) {
			t.Errorf("no %q in\n%s", part, text)
		}
	}
	contains(first.run("find", "lmap"), "Red lamp")
	contains(first.run("show", "red lamp"), "1.5 kg")
	contains(first.run("export", "acme"), "Red lamp")
	contains(first.run("export", "acme", "--format", "json"), "Found in the attic.")
	contains(first.run("help", "gadget"), "several: contact or teammate")
	contains(first.run("list", "gadgets", "--where", "mood:good", "--where", "due:<2026-04-01"), "Red lamp")
	first.run("edit", "red lamp", "parts+=cable", "price=", "mood=poor")
	if got := first.records("list", "gadgets")[0]; got["mood"] != "Poor" || len(got["parts"].([]any)) != 3 || got["price"] != nil {
		t.Errorf("after the edit: %v", got)
	}
	contains(first.run("log", "red lamp"), "Mood: Good -> Poor")
	first.run("undo")
	same("undo", first.records("list", "gadgets"))
	first.run("remove", "jane smith", "--yes")
	if got := first.records("list", "gadgets")[0]; got["holder"] != nil || len(got["friends"].([]any)) != 1 {
		t.Errorf("links to a removed contact stay: %v", got)
	}
	first.run("undo")
	same("undo of the removal", first.records("list", "gadgets"))
	first.run("doctor")

	// The field: shown, listed, looked for, exported and edited like any other.
	contains(first.run("help", "contact"), "a number EU")
	contains(first.run("show", "jane smith"), "Shoe size")
	contains(first.run("list", "contacts", "--where", "shoe:>42"), "Jane Smith")
	contains(first.run("list", "contacts", "--csv"), ",shoe,")
	contains(first.run("export", "acme"), "Shoe size")
	first.run("edit", "jane smith", "shoe=44")
	if got := first.records("list", "contacts")[0]["shoe"]; got != 44.0 {
		t.Errorf("shoe is %v", got)
	}
	aNewerFileIsOnlyRead(t, first)
}

// aNewerFileIsOnlyRead opens a file that a newer version wrote, with a kind and
// a field that nobody here knows.
func aNewerFileIsOnlyRead(t *testing.T, newer runner) {
	t.Helper()
	before, err := os.ReadFile(newer.file)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"find", "jane"}, 0, "Jane Smith"},
		{[]string{"list", "contacts", "--json"}, 0, "Jane Smith"},
		{[]string{"show", "jane smith"}, 0, "Jane Smith"},
		{[]string{"export", "acme"}, 0, "Jane Smith"},
		{[]string{"edit", "jane smith", "title=CIO"}, 2, "newer"},
		{[]string{"add", "account", "name=Beta"}, 2, "newer"},
		{[]string{"remove", "jane smith", "--yes"}, 2, "newer"},
		{[]string{"undo"}, 2, "newer"},
	} {
		said := inProcess(t, newer.file, c.code, c.args...)
		if !strings.Contains(said, c.says) {
			t.Errorf("astute %v says %q", c.args, said)
		}
		if c.code != 0 && strings.Count(strings.TrimSpace(said), "\n") > 0 {
			t.Errorf("astute %v says more than one line: %q", c.args, said)
		}
	}
	if after, err := os.ReadFile(newer.file); err != nil || string(after) != string(before) {
		t.Errorf("a file of a newer version was changed: %v", err)
	}
}
