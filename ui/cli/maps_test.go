package cli_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// mapped are the names of files in the map of a package.
var mapped = regexp.MustCompile(`\b([a-z0-9_*]+\.go)\b`)

// A package comment that carries a map of the package names every file of it,
// unless it says that there is one for each of something, and none that is not
// there.
func TestTheMapsOfPackagesAreTrue(t *testing.T) {
	root := "../.."
	var dirs []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			if name := d.Name(); name == "testdata" || strings.HasPrefix(name, ".") && path != root {
				return filepath.SkipDir
			}
			dirs = append(dirs, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, dir := range dirs {
		files, comment := sources(t, dir)
		var named []string
		for _, m := range mapped.FindAllStringSubmatch(comment, -1) {
			named = append(named, m[1])
		}
		if len(named) < 2 {
			continue // no map
		}
		checked++
		grouped := strings.Contains(comment, "one file each") || strings.Contains(comment, "has a file of its own")
		for _, file := range files {
			if !grouped && file != "doc.go" && !slices.ContainsFunc(named, func(n string) bool { ok, _ := filepath.Match(n, file); return ok }) {
				t.Errorf("the map of %s does not name %s", dir, file)
			}
		}
		for _, name := range named {
			if !slices.ContainsFunc(files, func(file string) bool { ok, _ := filepath.Match(name, file); return ok }) {
				t.Errorf("the map of %s names %s, which is not there", dir, name)
			}
		}
	}
	if checked < 10 {
		t.Fatalf("only %d packages have a map: the test looks in the wrong place", checked)
	}
}

// sources returns the files of a package that are no tests, and the package
// comment.
func sources(t *testing.T, dir string) (files []string, comment string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		files = append(files, name)
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, name), nil, parser.ParseComments|parser.PackageClauseOnly)
		if err != nil {
			t.Fatal(err)
		}
		if parsed.Doc != nil {
			comment += parsed.Doc.Text()
		}
	}
	return files, comment
}
