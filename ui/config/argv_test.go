package config

import (
	"runtime"
	"slices"
	"testing"
)

func TestEditorCommandsAreSplitWithoutAShell(t *testing.T) {
	for command, want := range map[string][]string{
		"vi":                           {"vi"},
		"  code  --wait ":              {"code", "--wait"},
		`"/opt/my editor/ed" -n`:       {"/opt/my editor/ed", "-n"},
		`emacs -nw --eval '(foo "x")'`: {"emacs", "-nw", "--eval", `(foo "x")`},
		`vi ""`:                        {"vi", ""},
		`vi $(touch /tmp/x); rm -rf *`: {"vi", "$(touch", "/tmp/x);", "rm", "-rf", "*"},
		`"open`:                        nil,
		"":                             nil,
		"   ":                          nil,
	} {
		got, err := SplitCommand(command)
		if !slices.Equal(got, want) || (err == nil) != (want != nil) {
			t.Errorf("%q: got %q, %v, want %q", command, got, err, want)
		}
	}
	if runtime.GOOS != "windows" {
		if got, _ := SplitCommand(`/opt/my\ editor -c "a \"b\""`); !slices.Equal(got, []string{"/opt/my editor", "-c", `a "b"`}) {
			t.Errorf("got %q", got)
		}
	} else if got, _ := SplitCommand(`C:\Tools\ed.exe -n`); !slices.Equal(got, []string{`C:\Tools\ed.exe`, "-n"}) {
		t.Errorf("got %q", got)
	}
}
