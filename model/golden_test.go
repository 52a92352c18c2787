package model_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"astute/model"
)

var update = flag.Bool("update", false, "add what is new to the golden files")

// What stands in files for ever: kinds, field numbers, names and types, and the
// words of the vocabularies in their order. Lines may be added to the golden
// files, never changed or taken out: a file somewhere holds them.
func TestWhatFilesHoldIsAppendOnly(t *testing.T) {
	appendOnly(t, "fields.golden", fieldLines())
	appendOnly(t, "words.golden", wordLines())
}

var typeNames = map[model.Type]string{
	model.TypeText: "text", model.TypeTexts: "texts", model.TypeNumber: "number", model.TypeMoney: "money", model.TypeDate: "date", model.TypeBool: "bool", model.TypeChoice: "choice",
	model.TypeChoices: "choices", model.TypeLink: "link", model.TypeLinks: "links", model.TypeInstant: "instant",
}

// fieldLines lists "kind <number> <word> <plural>" and "<word> <number> <name> <type>".
func fieldLines() []string {
	var lines []string
	for _, kind := range model.Kinds() {
		spec := kind.Spec()
		lines = append(lines, fmt.Sprintf("kind %d %s %s", kind, spec.Word, spec.Plural))
		fields := model.New(kind, model.ID{}).Fields()
		slices.SortFunc(fields, func(a, b model.Field) int { return a.Num - b.Num })
		for _, f := range fields {
			lines = append(lines, fmt.Sprintf("%s %d %s %s", spec.Word, f.Num, f.Name, typeNames[f.Type()]))
		}
	}
	return lines
}

// wordLines lists "<kind> <field> <place> <word>".
func wordLines() []string {
	var lines []string
	for _, kind := range model.Kinds() {
		fields := model.New(kind, model.ID{}).Fields()
		slices.SortFunc(fields, func(a, b model.Field) int { return a.Num - b.Num })
		for _, f := range fields {
			for i, w := range f.Words() {
				lines = append(lines, fmt.Sprintf("%s %s %d %s", kind, f.Name, i+1, w.Name))
			}
		}
	}
	return lines
}

// appendOnly fails when a line of the golden file is gone, or when a new line is
// not in it yet. With -update new lines are added; gone ones still fail.
func appendOnly(t *testing.T, name string, lines []string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	data, err := os.ReadFile(path)
	if err != nil && !*update {
		t.Fatal(err)
	}
	held := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	lost := false
	for _, line := range held {
		if line != "" && !slices.Contains(lines, line) {
			lost = true
			t.Errorf("%s: %q is gone, but files hold it: put it back under the same number", path, line)
		}
	}
	if *update && !lost {
		if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, line := range lines {
		if !slices.Contains(held, line) {
			t.Errorf("%s: %q is new: run go test with -update, and keep the number for ever", path, line)
		}
	}
}
