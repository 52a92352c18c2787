package uitest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// goldenDir is where the screens lie, beside the test that compares them.
const goldenDir = "testdata/screens"

// used are the golden files that the tests of this process asked for.
var used = map[string]bool{}

// Golden compares the screen with the one kept under a name; with -update it is
// written instead.
func (s *Screen) Golden(name string) *Screen {
	s.t.Helper()
	path := filepath.Join(goldenDir, name+".txt")
	used[path] = true
	lines := s.Lines()
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	got := strings.Join(lines, "\n") + "\n"
	if *update {
		if err := os.MkdirAll(goldenDir, 0o755); err != nil {
			s.t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			s.t.Fatal(err)
		}
		return s
	}
	want, err := os.ReadFile(path)
	if err != nil {
		s.t.Fatalf("%v: run the test with -update to keep this screen:\n%s", err, got)
	}
	if string(want) != got {
		s.t.Errorf("the screen is not as kept in %s (-update keeps it as it is now); it should be\n%s\nand is\n%s", path, want, got)
	}
	return s
}

// Main runs the tests of a package and fails when a golden file is left over
// that none of them asked for. It is for TestMain.
func Main(m *testing.M) {
	code := m.Run()
	if chosen := flag.Lookup("test.run"); code == 0 && (chosen == nil || chosen.Value.String() == "") {
		if left := orphans(); len(left) > 0 {
			fmt.Printf("no test asks for these golden files: %s\n", strings.Join(left, ", "))
			code = 1
		}
	}
	os.Exit(code)
}

func orphans() []string {
	var left []string
	files, err := filepath.Glob(filepath.Join(goldenDir, "*"))
	if err != nil {
		return nil
	}
	for _, path := range files {
		if !used[path] {
			left = append(left, path)
		}
	}
	slices.Sort(left)
	return left
}
