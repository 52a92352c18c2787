package ui_test

import (
	"os"
	"strings"
	"testing"
)

func TestThePlanIsExportedToAFile(t *testing.T) {
	t.Chdir(t.TempDir())
	s := example(t).Keys("x").Shows("Export the full plan as Markdown", "freshkart-grocers.md")
	s.Keys("enter").Shows("wrote the full plan to", "lines)")
	full, err := os.ReadFile("freshkart-grocers.md")
	if err != nil || !strings.Contains(string(full), "Jane Smith") {
		t.Fatal(err)
	}
	s.Keys("x", "tab").Shows("Export one page").Keys("enter").Shows("Replace it?", "is there already").Keys("n").Shows("Export one page")
	if now, _ := os.ReadFile("freshkart-grocers.md"); string(now) != string(full) {
		t.Fatal("it was written over without an answer")
	}
	s.Keys("enter", "y").Shows("wrote one page to")
	if now, _ := os.ReadFile("freshkart-grocers.md"); len(now) == 0 || len(now) >= len(full) {
		t.Fatalf("one page has %d bytes, the plan %d", len(now), len(full))
	}
	s.Keys("x", "ctrl+u").Type("no/such/folder/plan.md").Keys("enter").Shows("it cannot be written there", "no/such/folder/plan.md")
	s.Keys("esc").Hides("cannot be written")
	if left, _ := os.ReadDir("."); len(left) != 1 {
		t.Fatalf("left behind: %v", left)
	}
}
