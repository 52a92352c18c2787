package ui_test

import (
	"os"
	"runtime"
	"strings"
	"testing"
)

func TestThePlanIsExportedToAFile(t *testing.T) {
	t.Chdir(t.TempDir())
	s := example(t).Keys("x").Shows("Export the full plan as Markdown to", "freshkart-grocers.md")
	s.Keys("enter").Shows("wrote the full plan to", "lines)")
	full, err := os.ReadFile("freshkart-grocers.md")
	if err != nil || !strings.Contains(string(full), "Jane Smith") {
		t.Fatal(err)
	}
	s.Keys("x", "tab").Shows("Export one page as Markdown", "freshkart-grocers-one-page.md").Keys("ctrl+u").Type("freshkart-grocers.md")
	s.Keys("enter").Shows("Replace it?", "is there already").Keys("n").Shows("Export one page")
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

// Every document that is offered is written, each under a name of its own.
func TestEachDocumentIsWritten(t *testing.T) {
	t.Chdir(t.TempDir())
	s := example(t)
	for n, want := range []struct{ title, file, holds string }{
		{"the full plan as Markdown", "freshkart-grocers.md", "\n## Political map\n"},
		{"one page as Markdown", "freshkart-grocers-one-page.md", "\n## In the full plan\n"},
		{"the rapid review as Markdown", "freshkart-grocers-rapid.md", "\n## What may go wrong\n"},
		{"the quarterly review as Markdown", "freshkart-grocers-qbr.md", "\n## The quarter ahead\n"},
		{"the handover as Markdown", "freshkart-grocers-handover.md", "\n## Landmines\n"},
		{"the full plan as HTML", "freshkart-grocers.html", "<svg class=\"map\""},
		{"one page as HTML", "freshkart-grocers-one-page.html", "In the full plan</h2>"},
		{"the rapid review as HTML", "freshkart-grocers-rapid.html", "What may go wrong</h2>"},
		{"the quarterly review as HTML", "freshkart-grocers-qbr.html", "The quarter ahead</h2>"},
		{"the handover as HTML", "freshkart-grocers-handover.html", "Landmines</h2>"},
		{"the map as SVG", "freshkart-grocers.svg", "<svg xmlns="},
	} {
		s.Keys("x")
		for range n {
			s.Keys("tab")
		}
		s.Shows("Export "+want.title+" to", "(x) "+want.title, "> "+want.file).Keys("enter").Shows("wrote " + strings.Split(want.title, " as ")[0] + " to")
		if text, err := os.ReadFile(want.file); err != nil || !strings.Contains(string(text), want.holds) {
			t.Errorf("%s: %v, %d bytes without %q", want.file, err, len(text), want.holds)
		}
	}
}

// Going on to another document changes the ending of the name and nothing that
// was typed; a name with another ending stays as it is.
func TestTheNameFollowsTheDocument(t *testing.T) {
	t.Chdir(t.TempDir())
	s := example(t).Keys("x", "up").Shows("Export the map as SVG", "> freshkart-grocers.svg")
	s.Keys("ctrl+u").Type("out/fresh.svg").Keys("down").Shows("Export the full plan as Markdown", "> out/fresh.md")
	s.Keys("ctrl+u").Type("plan.txt").Keys("tab").Shows("Export one page", "> plan.txt")
	if err := os.Mkdir("folder", 0o755); err != nil {
		t.Fatal(err)
	}
	s.Keys("ctrl+u").Type("folder").Keys("enter").Shows("wrote one page to")
	if _, err := os.Stat("folder/freshkart-grocers-one-page.md"); err != nil {
		t.Error(err)
	}
}

// ctrl+t turns to the copy for the customer and back; what has no such copy says
// so.
func TestACopyForTheCustomerIsExported(t *testing.T) {
	t.Chdir(t.TempDir())
	s := example(t).Keys("x").Shows("for ourselves: all of it", "> freshkart-grocers.md")
	s.Keys("ctrl+t").Shows("for the customer: no judgments of ours", "> freshkart-grocers.customer.md")
	s.Keys("enter").Shows("wrote the full plan for the customer to")
	copied, err := os.ReadFile("freshkart-grocers.customer.md")
	if err != nil || !strings.Contains(string(copied), "## Initiatives") || strings.Contains(string(copied), "Warnings") || strings.Contains(string(copied), "Enhancing In-Store") {
		t.Fatalf("%v: %s", err, copied)
	}
	s.Keys("x", "ctrl+t", "tab").Shows("Export one page", "> freshkart-grocers-one-page.customer.md", "for the customer")
	s.Keys("ctrl+t", "tab").Shows("Export the rapid review", "> freshkart-grocers-rapid.md", "for ourselves only")
	s.Keys("ctrl+t").Shows("! the rapid review is our own judgment: no copy for the customer").Keys("up").Shows("for ourselves: all of it", "> freshkart-grocers-one-page.md")
	s.Keys("up", "up").Shows("Export the map").Keys("ctrl+t", "enter").Shows("wrote the map for the customer to")
	if picture, err := os.ReadFile("freshkart-grocers.customer.svg"); err != nil || !strings.Contains(string(picture), "Who reports to whom") {
		t.Fatalf("%v: %s", err, picture)
	}
}

// Who has said that it is for the customer never gets what is for ourselves
// without having said that too, whatever lies between one document and the next.
func TestTheAudienceStaysAsItWasChosen(t *testing.T) {
	t.Chdir(t.TempDir())
	s := example(t).Keys("x", "ctrl+t", "tab", "tab").Shows("Export the rapid review", "> freshkart-grocers-rapid.customer.md", "for the customer: there is no such copy")
	s.Keys("enter").Shows("! the rapid review is our own judgment: no copy for the customer")
	if left, _ := os.ReadDir("."); len(left) != 0 {
		t.Fatalf("written: %v", left)
	}
	s.Keys("tab", "tab", "tab", "tab").Shows("Export one page as HTML", "> freshkart-grocers-one-page.customer.html", "for the customer: no judgments of ours")
	s.Keys("enter").Shows("wrote one page for the customer to")
	if page, err := os.ReadFile("freshkart-grocers-one-page.customer.html"); err != nil || strings.Contains(string(page), "Health") {
		t.Fatalf("%v: %s", err, page)
	}
	s.Keys("x", "ctrl+t", "tab", "tab", "ctrl+t").Shows("> freshkart-grocers-rapid.md", "for ourselves only").Keys("enter").Shows("wrote the rapid review to")
}

// What is replaced keeps who may read it and where it lies; what is marked as
// read-only stays.
func TestAnExportReplacesAFileWithCare(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no links and no modes there")
	}
	t.Chdir(t.TempDir())
	for name, mode := range map[string]os.FileMode{"private.md": 0o600, "fixed.md": 0o444} {
		if err := os.WriteFile(name, []byte("before"), mode); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("private.md", "link.md"); err != nil {
		t.Fatal(err)
	}
	s := example(t).Keys("x", "ctrl+u").Type("link.md").Keys("enter").Shows("Replace it?").Keys("y").Shows("wrote the full plan to")
	if info, err := os.Lstat("link.md"); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	if info, err := os.Stat("private.md"); err != nil || info.Mode().Perm() != 0o600 || info.Size() < 1000 {
		t.Errorf("private.md: %v, %v", info, err)
	}
	s.Keys("x", "ctrl+u").Type("fixed.md").Keys("enter", "y").Shows("it cannot be written there")
	if text, _ := os.ReadFile("fixed.md"); string(text) != "before" {
		t.Error("what is read-only was replaced")
	}
	if left, _ := os.ReadDir("."); len(left) != 3 {
		t.Errorf("left behind: %v", left)
	}
}
