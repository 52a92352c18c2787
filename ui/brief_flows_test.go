package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"astute/ui/uitest"
)

func TestABriefFitsTheScreenAndSaysWhatFollows(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 80, 24).Keys("3", "enter").Golden("brief-contact-80x24")
	s.Shows("Jane Smith, CTO", "Approach: ", "Last contact: ", "We promised", "Ask next: ", "Worried about: ", "more things are known").Hides("below")
	s.Keys("m").Shows("more lines below").Keys("G").Shows("Also good to know").Hides("more things are known")
	s.Keys("m").Shows("Jane Smith, CTO", "m: ").Keys("esc")
	s.Resize(60, 20).Keys("enter").Golden("brief-contact-60x20")
	s.Shows("Key player: ", "Approach: ", "Last contact: ", "We promised", "more lines below").Keys("ctrl+d", "G").Hides("below").Shows("Worried about")
}

func TestTheBriefOfAnAccountIsOneScreen(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("B").Golden("brief-account-120x40")
	s.Shows("Decides: ", "For us: ", "Against us: ", "Late: ", "We promised: ", "Next: ", "Ask: ", "Doubtful: ", "They want: ").Hides("below")
	s.Resize(60, 20).Golden("brief-account-60x20").Shows("Against us: ", "Late: ", "more lines below")
}

func TestABriefIsCopiedAsItIsShown(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 80, 24).Keys("3", "enter", "y").Shows("brief")
	s.Keys("Y").Shows("brief as Markdown")
}

func TestABriefIsWrittenToAFileAndReplacesNoneUnasked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "jane.md")
	write := func(s *uitest.Screen) *uitest.Screen {
		return s.Keys("x").Shows("Export the brief as Markdown to", "brief-jane-smith.md").Keys("ctrl+u").Type(path).Keys("enter")
	}
	s := uitest.Workspace(t, uitest.Example(t), 200, 60).Keys("3", "enter")
	write(s).Shows("wrote the brief to " + path)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"# Jane Smith", "## Approach", "Our pitch"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the file does not hold %q:\n%s", want, text)
		}
	}
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	write(s).Shows("Replace it?", "is there already").Keys("esc")
	if text, err := os.ReadFile(path); err != nil || string(text) != "mine" {
		t.Fatalf("the file holds %q: %v", text, err)
	}
	s.Keys("esc").Shows("Jane Smith, CTO")
	write(s).Keys("y").Shows("wrote the brief to " + path)
	if text, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(text), "# Jane Smith") {
		t.Fatalf("the file holds %q: %v", text, err)
	}
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) != 1 {
		t.Errorf("beside the file lie %v: %v", left, err)
	}
}
