package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// What an import says names the flags of the command; the page names its keys
// instead, in every one of these texts.
func TestThePageOfAnImportNamesNoFlags(t *testing.T) {
	flag := regexp.MustCompile(`(^|[ (])--[a-z]`)
	files, err := filepath.Glob("../model/exchange/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	texts := 0
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(literal.Value)
			if err != nil || !flag.MatchString(text) || strings.Contains(text, "\n") {
				return true
			}
			texts++
			said := strings.ReplaceAll(cured(text), "`astute export --format json`", "")
			if flag.MatchString(said) {
				t.Errorf("%s says on the page: %s", path, cured(text))
			}
			return true
		})
	}
	if texts == 0 {
		t.Error("no text names a flag: there is nothing to replace any more")
	}
}
