package model_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The model knows no clock, no randomness, no file, no network and nobody
// else's code: whoever calls it passes those in.

// impure are the packages of the standard library that would let the outside in.
var impure = []string{"os", "io/fs", "io/ioutil", "net", "net/http", "syscall", "math/rand", "math/rand/v2", "crypto/rand", "os/exec", "os/user", "path/filepath", "log", "unsafe", "embed", "plugin", "runtime"}

// clocks are the functions of package time that look at a clock or wait for one,
// or know where the machine stands.
var clocks = []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker", "Local", "LoadLocation"}

// excuses are what single files may use all the same: the look-up reads its
// shards, an import fills in people, and a book is written on all processors at
// once, and each gives the same answer on one.
var excuses = map[string][]string{
	"search/scan.go":    {"runtime", "a goroutine"},
	"exchange/later.go": {"runtime", "a goroutine"},
	"exchange/book.go":  {"runtime"},
}

func TestModelImportsTheStandardLibraryOnly(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", ".")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	if got := strings.Fields(string(out)); !slices.Equal(got, []string{"astute/model"}) {
		t.Errorf("model depends on %v, want the standard library only", got)
	}
}

func TestModelLooksAtNoClockAndNoFile(t *testing.T) {
	files := map[string]int{} // by folder
	err := filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && (e.Name() == "testdata" || path == "modeltest"):
			return filepath.SkipDir // modeltest makes books for tests out of a seed, by math/rand
		case e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		files[filepath.Dir(path)]++
		excused := excuses[filepath.ToSlash(path)]
		for _, fault := range faultsOf(t, path) {
			if !slices.ContainsFunc(excused, func(what string) bool { return strings.Contains(fault, ": "+what+" does not") }) {
				t.Error(fault)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for folder, least := range map[string]int{".": 20, "chart": 4, "exchange": 10, "report": 10, "search": 10} {
		if files[folder] < least {
			t.Errorf("only %d files of %s were looked at", files[folder], folder)
		}
	}
}

// faultsOf lists what a source file must not use. With nil for source it reads
// the file.
func faultsOf(t *testing.T, name string, source ...byte) []string {
	t.Helper()
	var src any
	if source != nil {
		src = source
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, src, 0)
	if err != nil {
		t.Fatal(err)
	}
	var faults []string
	fault := func(at ast.Node, what string) {
		faults = append(faults, set.Position(at.Pos()).String()+": "+what+" does not belong into the model")
	}
	clock := ""
	for _, spec := range file.Imports {
		path := strings.Trim(spec.Path.Value, `"`)
		if slices.Contains(impure, path) {
			fault(spec, path)
		}
		if path == "time" {
			clock = "time"
			if spec.Name != nil {
				clock = spec.Name.Name
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && x.Name == clock && slices.Contains(clocks, n.Sel.Name) {
				fault(n, "time."+n.Sel.Name)
			}
		case *ast.GoStmt:
			fault(n, "a goroutine")
		case *ast.FuncDecl:
			if n.Recv == nil && n.Name.Name == "init" {
				fault(n, "an init function")
			}
		case *ast.CallExpr:
			if x, ok := n.Fun.(*ast.Ident); ok && (x.Name == "print" || x.Name == "println") {
				fault(n, x.Name)
			}
		}
		return true
	})
	return faults
}

// The test above can fail: it sees what it looks for.
func TestFaultsAreSeen(t *testing.T) {
	source := `package x
import ("os"; clock "time"; "math/rand")
func init() { println(os.Args, rand.Int()) }
func f() { go f(); _ = clock.Now(); _ = clock.Now; _ = clock.UTC }
`
	if got := faultsOf(t, "x.go", []byte(source)...); len(got) != 7 {
		t.Errorf("%d faults were seen, want 7: %q", len(got), got)
	}
}

// Nothing but Go files and what tests hold stands in the package's folder, so
// that no file is embedded or read unseen.
func TestModelFolderHoldsGoOnly(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Type() == fs.ModeDir || strings.HasSuffix(e.Name(), ".go") {
			continue
		}
		t.Errorf("%s stands among the model's sources", e.Name())
	}
}
