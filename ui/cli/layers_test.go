package cli_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// root is the top of the repository, from here.
const root = "../.."

// pkg is what go list tells of a package.
type pkg struct {
	ImportPath string
	Name       string
	Standard   bool
	Imports    []string
}

// packages returns every package that the program is made of, and what those of
// the repository are.
func packages(t *testing.T) (all map[string]pkg, ours []string) {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Name,Standard,Imports", "./...")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	all = map[string]pkg{}
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var p pkg
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all[p.ImportPath] = p
		if matches("astute", p.ImportPath) || matches("astute/...", p.ImportPath) {
			ours = append(ours, p.ImportPath)
		}
	}
	return all, ours
}

// matches reports whether a path fits a pattern, which may end in /... for
// everything below.
func matches(pattern, importPath string) bool {
	if below, ok := strings.CutSuffix(pattern, "/..."); ok {
		return importPath == below || strings.HasPrefix(importPath, below+"/")
	}
	return pattern == importPath
}

func matchesAny(patterns []string, importPath string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return matches(p, importPath) })
}

// Components know no pane, panes know components; charm is what draws.
var (
	components = []string{
		"astute/ui/pane", "astute/ui/form", "astute/ui/grid", "astute/ui/picker", "astute/ui/confirm", "astute/ui/theme",
		"astute/ui/input", "astute/ui/layout",
	}
	charm = []string{"github.com/charmbracelet/...", "github.com/muesli/termenv"}
)

// floors says who may import what besides the standard library. The first line
// that fits a package counts; a package that none fits needs one.
var floors = []struct {
	who string
	may []string
}{
	{"astute", []string{"astute/ui", "astute/ui/cli", "astute/ui/early"}},
	{"astute/model", nil},
	{"astute/model/search", []string{"astute/model", "golang.org/x/text/...", "github.com/sahilm/fuzzy"}},
	{"astute/model/exchange/workbook", []string{"astute/model", "astute/model/exchange", "github.com/xuri/excelize/v2"}},
	{"astute/model/...", []string{"astute/model/...", "golang.org/x/text/..."}},
	{"astute/store", []string{"astute/model", "astute/model/search", "go.etcd.io/bbolt/...", "google.golang.org/protobuf/encoding/protowire", "golang.org/x/sys/..."}},
	{"astute/store/...", []string{"astute/store/...", "astute/model/...", "go.etcd.io/bbolt/...", "golang.org/x/sys/..."}},
	{"astute/ui/early", []string{"github.com/charmbracelet/lipgloss"}},
	{"astute/ui/config", []string{"astute/model", "github.com/BurntSushi/toml"}},
	{"astute/ui/importing", []string{"astute/model/...", "astute/store", "astute/ui/state"}}, // for the commands as for the screen
	{"astute/ui/wholefile", nil}, // the same
	{"astute/ui/cli", []string{
		"astute/model/...", "astute/store", "astute/ui/config", "astute/ui/state", "astute/ui/importing", "astute/ui/wholefile", "filippo.io/age", "github.com/charmbracelet/x/ansi",
		"github.com/spf13/cobra", "github.com/spf13/pflag", "golang.org/x/term",
	}},
	// The workspace asks for the file through an interface of its own; what that
	// speaks of are the store's types.
	{"astute/ui", append([]string{"astute/model/...", "astute/store", "astute/ui/..."}, charm...)},
	{"astute/ui/uitest", append([]string{"astute/model/...", "astute/ui/...", "astute/store/..."}, charm...)},
	{"astute/ui/uitest/tty", []string{"github.com/charmbracelet/x/ansi", "github.com/creack/pty", "golang.org/x/sys/...", "golang.org/x/term"}},
	{"astute/ui/...", slices.Concat([]string{"astute/model/...", "astute/ui/config"}, components, charm)},
}

func TestEachFloorImportsOnlyWhatItMay(t *testing.T) {
	all, ours := packages(t)
	if len(ours) < 5 {
		t.Fatalf("go list names only %v", ours)
	}
	for _, name := range ours {
		for _, floor := range floors {
			if !matches(floor.who, name) {
				continue
			}
			for _, imported := range all[name].Imports {
				if imported != "C" && !all[imported].Standard && !matchesAny(floor.may, imported) {
					t.Errorf("%s imports %s; it may import the standard library and %v", name, imported, floor.may)
				}
			}
			break
		}
	}
}

// reaches says what must not be linked in, however indirectly.
var reaches = []struct {
	who string
	not []string
	why string
}{
	{"astute/model", []string{"golang.org/...", "github.com/...", "go.etcd.io/..."}, "the planning language is pure"},
	{"astute/store", []string{"astute/ui/...", "github.com/charmbracelet/..."}, "the disk knows no people"},
	{"astute/ui/cli", []string{"github.com/charmbracelet/bubbletea", "github.com/charmbracelet/bubbles/...", "github.com/charmbracelet/lipgloss/...", "github.com/muesli/..."}, "the command line draws no screen"},
	{"astute/ui/pane", []string{"astute/store/...", "astute/ui/cli"}, "panes and what they are made of know no file"},
	{"astute/ui/politics", []string{"astute/store/...", "astute/ui/overview", "astute/ui/contacts", "astute/ui/actions"}, "a pane knows no other pane"},
	{"astute/ui/early", []string{"github.com/charmbracelet/bubbletea", "astute/model/..."}, "it must be ready before bubbletea is"},
}

func TestNobodyReachesAcrossFloors(t *testing.T) {
	all, _ := packages(t)
	for _, rule := range reaches {
		if _, ok := all[rule.who]; !ok {
			t.Errorf("there is no %s", rule.who)
			continue
		}
		seen := map[string]bool{}
		var walk func(string, []string)
		walk = func(name string, way []string) {
			if seen[name] || all[name].Standard {
				return
			}
			seen[name] = true
			way = append(slices.Clone(way), name)
			if name != rule.who && matchesAny(rule.not, name) {
				t.Errorf("%s (%s)", strings.Join(way, " -> "), rule.why)
				return
			}
			for _, imported := range all[name].Imports {
				walk(imported, way)
			}
		}
		walk(rule.who, nil)
	}
}

// doors says who alone may import a library.
var doors = map[string]string{
	"go.etcd.io/bbolt":                   "astute/store/...",
	"github.com/sahilm/fuzzy":            "astute/model/search",
	"github.com/BurntSushi/toml":         "astute/ui/config",
	"github.com/spf13/cobra":             "astute/ui/cli",
	"github.com/xuri/excelize/v2":        "astute/model/exchange/workbook",
	"github.com/charmbracelet/lipgloss":  "astute/ui/...",
	"github.com/charmbracelet/bubbletea": "astute/ui/...",
	"golang.org/x/text/...":              "astute/model/...",
}

func TestALibraryHasOneDoor(t *testing.T) {
	all, ours := packages(t)
	for _, name := range ours {
		for _, imported := range all[name].Imports {
			for library, door := range doors {
				if matches(library, imported) && !matches(door, name) {
					t.Errorf("%s imports %s, which only %s may", name, imported, door)
				}
			}
		}
	}
}

func TestTheHouseHasThreeFloors(t *testing.T) {
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	top := []string{"main.go", "ui", "store", "model", "go.mod", "go.sum", "README.md", "LICENSE", "astute", "astute.exe"}
	for _, e := range entries {
		if name := e.Name(); !strings.HasPrefix(name, ".") && !slices.Contains(top, name) && filepath.Ext(name) != ".db" {
			t.Errorf("%s stands at the top; everything lives in model, store or ui", name)
		}
	}
	_, ours := packages(t)
	for _, name := range ours {
		if slices.Contains([]string{"util", "utils", "helper", "helpers", "manager", "common", "misc", "shared"}, path.Base(name)) {
			t.Errorf("%s is not named for what it is", name)
		}
	}
}
