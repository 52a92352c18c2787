package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"astute/model"
	"astute/model/modeltest"

	"pgregory.net/rapid"
)

// asCSV writes one file for each kind that the records have.
func asCSV(t interface{ Fatalf(string, ...any) }, book *model.Book, opt CSVOptions) []File {
	var files []File
	for _, kind := range model.Kinds() {
		if len(book.Of(kind)) == 0 {
			continue
		}
		var b bytes.Buffer
		if err := WriteCSV(&b, kind, book.Records(), book.Name, opt); err != nil {
			t.Fatalf("%v", err)
		}
		files = append(files, File{Name: kind.Plural() + ".csv", Data: b.Bytes()})
	}
	return files
}

// Our own CSV of every kind comes back equal through our own import, in
// whatever order the files are given.
func TestOwnCSVRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records, gone := anyBook(t), map[model.ID]bool{}
		for again := true; again; {
			again = false
			there := model.NewBook(records)
			for _, r := range records {
				for _, f := range r.Fields() {
					for _, id := range f.Links() {
						gone[id] = there.Get(id) == nil
					}
				}
			}
			var kept []model.Record
			for _, r := range records {
				letGo(r, withTrue(gone))
				if model.Check(r) == nil {
					kept = append(kept, r)
				} else {
					again = true
				}
			}
			records = kept
		}
		book := model.NewBook(records)
		files := asCSV(t, book, CSVOptions{})
		rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 1)).Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		res, err := Import(empty(), files, ImportOptions{NewID: newIDs(), Today: today})
		if err != nil {
			t.Fatal(err)
		}
		back := empty().With(res.Edit.Changes...)
		for _, was := range book.Records() {
			now := back.Get(was.Base().ID)
			if now == nil {
				t.Fatalf("lost: %s\n%+v", RecordJSON(was, book.Name), res.Errors)
			}
			if !model.Equal(was, now) {
				t.Fatalf("was %s\nnow %s\n%+v", RecordJSON(was, book.Name), RecordJSON(now, back.Name), res.Errors)
			}
		}
		if len(back.Records()) != len(records) || len(res.Errors)+len(res.Unresolved)+res.Skipped > 0 {
			t.Fatalf("%d records of %d; %+v %+v", len(back.Records()), len(records), res.Errors, res.Unresolved)
		}
		// Into the book it came from, it changes nothing.
		res, err = Import(book, files, ImportOptions{NewID: newIDsAfter(book), Today: today})
		if err != nil || len(res.Edit.Changes) > 0 {
			t.Fatalf("%v: %d changes", err, len(res.Edit.Changes))
		}
	})
}

func withTrue(m map[model.ID]bool) map[model.ID]bool {
	kept := map[model.ID]bool{}
	for id, yes := range m {
		if yes {
			kept[id] = true
		}
	}
	return kept
}

// anyTable draws a messy export: few names, addresses and companies, so that
// rows meet, and cells of all sorts.
func anyTable(t *rapid.T) string {
	pick := func(label string, words ...string) string { return rapid.SampledFrom(words).Draw(t, label) }
	headings := []string{"Full Name", "Email", "Company", "Title", "Phone", "LinkedIn", "ID", "Country", "Employees", "Last Contacted", "Colour", "Tags", "Notes", "Revenue", "Manager", "Owner", "Industry"}
	rapid.Just(0).Draw(t, "")
	n := rapid.IntRange(1, len(headings)).Draw(t, "columns")
	headings = rapid.Permutation(headings).Draw(t, "order")[:n]
	if !contains(headings, "Full Name") {
		headings = append(headings, "Full Name")
	}
	var b strings.Builder
	b.WriteString(strings.Join(headings, ","))
	for range rapid.IntRange(0, 7).Draw(t, "rows") {
		b.WriteString("\n")
		for i, heading := range headings {
			cell := ""
			switch heading {
			case "Full Name":
				cell = pick(heading, "Jane Smith", "jane smith", "J. Smith", "Raj Mehta", "Zoë", "", "info@acme.com")
			case "Email":
				cell = pick(heading, "jane@acme.com", "JANE@ACME.COM", "raj@acme.com", "", "broken", "a@b.de; c@d.de")
			case "Company":
				cell = pick(heading, "Acme", "ACME", "Globex, Inc.", "Globex", "")
			case "Owner":
				cell = pick(heading, "Jane Smith", "Smith, Jane", "Raj Mehta", "Zoe", "Nobody", "")
			case "Title":
				cell = pick(heading, "CEO", "Engineer", "", "N/A", "VP", "Product Manager")
			case "Phone":
				cell = pick(heading, "555-123-4567", "(555) 123 4567", "+49 30 123456", "")
			case "LinkedIn":
				cell = pick(heading, "linkedin.com/in/jane", "https://www.linkedin.com/in/jane/", "", "linkedin.com/in/raj")
			case "ID":
				cell = pick(heading, "1", "2", "", "1")
			case "Country":
				cell = pick(heading, "USA", "UK", "")
			case "Employees":
				cell = pick(heading, "150", "1.500", "1,500", "many", "")
			case "Last Contacted":
				cell = pick(heading, "2026-01-31", "1/2/2026", "13/2/2026", "soon", "")
			case "Revenue":
				cell = pick(heading, "$1m", "100", "", "lots")
			case "Manager":
				cell = pick(heading, "Raj Mehta", "Smith, Jane", "jane smith", "Zoe", "Nobody", "")
			default:
				cell = anyText(t, heading)
			}
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(`"` + strings.ReplaceAll(strings.ReplaceAll(cell, "\x00", ""), `"`, `""`) + `"`)
		}
	}
	return b.String() + "\n"
}

// A second import of the same file changes nothing, whatever is in it.
func TestImportTwiceIsUnchanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyTable(t)
		o := ImportOptions{NewID: newIDs(), Today: today, Input: model.Input{Currency: "EUR"}}
		res, err := Import(empty(), []File{{Name: "x.csv", Data: []byte(text)}}, o)
		if err != nil {
			t.Fatal(err)
		}
		book := empty().With(res.Edit.Changes...)
		res, err = Import(book, []File{{Name: "x.csv", Data: []byte(text)}}, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range res.Edit.Changes {
			if c.Before == nil {
				t.Errorf("made again: %s\n%s", RecordJSON(c.After, nil), c.After.Base().Origin)
				continue
			}
			for _, f := range model.Changed(c.Before, c.After) {
				t.Errorf("%s: %s was\n%s\nnow\n%s", model.Title(c.After, nil), f.Name, textOf(c.Before, f.Num), f.Text())
			}
		}
		if t.Failed() {
			t.Fatalf("%s\nfirst book:\n%s", text, dump(book))
		}
	})
}

func textOf(r model.Record, num int) string {
	for _, f := range r.Fields() {
		if f.Num == num {
			return f.Text()
		}
	}
	return ""
}

func dump(book *model.Book) string {
	var b strings.Builder
	for _, r := range book.Records() {
		fmt.Fprintf(&b, "%s\n  %s\n", RecordJSON(r, book.Name), strings.ReplaceAll(r.Base().Origin, "\n", "\n  "))
	}
	return b.String()
}

// Whatever a person changed since an import stays when a newer file comes, and
// no blank ever erases.
func TestImportKeepsEdits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := ImportOptions{NewID: newIDs(), Today: today}
		pick := func(label string) string {
			return rapid.SampledFrom([]string{"", "a", "b", "c"}).Draw(t, label)
		}
		first, second := pick("first"), pick("second")
		file := func(v string) []File {
			return []File{{Name: "x.csv", Data: []byte("Full Name,Email,Location,Colour\nJane,jane@acme.com," + v + "," + v + "\n")}}
		}
		res, err := Import(empty(), file(first), o)
		if err != nil {
			t.Fatal(err)
		}
		book := empty().With(res.Edit.Changes...)
		jane := book.Of(model.KindContact)[0]
		want := first
		if rapid.Bool().Draw(t, "edited") {
			edited := model.Clone(jane)
			want = "mine"
			set(t, edited, "location", want, "notes", want)
			book = book.With(model.Change{Before: jane, After: edited})
		} else if second != "" {
			want = second
		}
		res, err = Import(book, file(second), o)
		if err != nil {
			t.Fatal(err)
		}
		after := book.With(res.Edit.Changes...).Of(model.KindContact)
		if len(after) != 1 {
			t.Fatalf("%d contacts", len(after))
		}
		c := after[0].(*model.Contact)
		if c.Location != want && !(want == "mine" && first == "" && c.Location == "mine") {
			t.Fatalf("location %q after %q and %q, want %q", c.Location, first, second, want)
		}
		switch {
		case want == "mine":
			if !strings.HasPrefix(c.Notes, "mine") || first != "" && c.Notes != "mine" {
				t.Fatalf("notes %q after %q, %q", c.Notes, first, second)
			}
		case want == "" && c.Notes != "" || want != "" && c.Notes != "Colour: "+want:
			t.Fatalf("notes %q after %q, %q", c.Notes, first, second)
		}
	})
}

// Every hostile string, as every text of a contact, comes back equal by CSV and
// by JSON.
func TestNaughtyStringsRoundTrip(t *testing.T) {
	t.Run("ours", func(t *testing.T) { naughtyRoundTrip(t, modeltest.Naughty(), 80) })
	t.Run("collected", func(t *testing.T) {
		var list []string
		if err := json.Unmarshal(realFile(t, "strings/blns.json"), &list); err != nil {
			t.Fatal(err)
		}
		naughtyRoundTrip(t, list, 400)
	})
}

func naughtyRoundTrip(t *testing.T, list []string, least int) {
	newID := newIDs()
	acme := set(t, model.New(model.KindAccount, newID()), "name", "Acme")
	records := []model.Record{acme}
	for i, s := range list {
		for _, kind := range []model.Kind{model.KindAccount, model.KindContact} {
			r := model.New(kind, newID())
			for _, f := range r.Fields() {
				if f.Type() == model.TypeText && !f.Fixed && !f.IsCurrency() || f.Type() == model.TypeTexts {
					_ = f.Set(model.Input{}, s) // what the door does not take is not our matter
				}
			}
			switch f, _ := model.FieldNamed(r.Fields(), "name"); {
			case f.IsZero():
				set(t, r, "name", fmt.Sprintf("x%d", i))
			case kind == model.KindAccount: // two of one name are another test's
				set(t, r, "name", fmt.Sprintf("%s %d", f.Text(), i))
			}
			if kind == model.KindContact {
				r.Base().Account = acme.Base().ID
			}
			records = append(records, r)
		}
	}
	book := model.NewBook(records)
	res, after := run(t, empty(), ImportOptions{}, twoTexts(asCSV(t, book, CSVOptions{}))...)
	var b bytes.Buffer
	if err := WriteBook(&b, records); err != nil {
		t.Fatal(err)
	}
	back, err := ReadBook(&b)
	if err != nil {
		t.Fatal(err)
	}
	byJSON := model.NewBook(back)
	for _, r := range records {
		for by, book := range map[string]*model.Book{"CSV": after, "JSON": byJSON} {
			if now := book.Get(r.Base().ID); now == nil || !model.Equal(r, now) {
				t.Errorf("%s: was %s\nnow %s", by, RecordJSON(r, nil), RecordJSON(now, nil))
			}
		}
	}
	if len(res.Errors) > 0 {
		t.Errorf("%+v", res.Errors)
	}
	if len(list) < least {
		t.Errorf("only %d strings", len(list))
	}
}

func twoTexts(files []File) []string {
	var texts []string
	for _, f := range files {
		texts = append(texts, f.Name, string(f.Data))
	}
	return texts
}
