package cli

import (
	"testing"

	"astute/model/search"
)

func TestLikelyWord(t *testing.T) {
	words := []string{"find", "brief", "list", "show", "export", "import", "support", "reports_to"}
	for typed, want := range map[string]string{
		"fnd": "find", "lsit": "list", "exprot": "export", "imp": "import", "suport": "support",
		"Support": "support", "reportsto": "reports_to", "portfolio": "", "x": "", "": "",
	} {
		if got := likely(typed, words); got != want {
			t.Errorf("likely(%q) = %q, want %q", typed, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 1}, {"", "ab", 2}, {"jane", "jnae", 1}, {"smith", "smyth", 1}, {"abc", "xyz", 3}} {
		if got := search.Apart(c.a, c.b); got != c.want {
			t.Errorf("Apart(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
