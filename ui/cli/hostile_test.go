package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// dialling are the packages through which a program reaches a network.
var dialling = []string{"net", "net/http", "net/rpc", "net/smtp", "net/textproto", "crypto/tls", "log/syslog", "expvar"}

// readsAddresses is the one that imports such a package to read addresses that
// are typed as flags, of which we have none.
const readsAddresses = "github.com/spf13/pflag net"

// starting are the packages of ours that start other programs: the editor, the
// pager, and what hands text to the clipboard. None of them starts a shell.
var starting = []string{"astute/ui", "astute/ui/cli"}

// The program has nothing by which it could reach a network, in what is ours and
// in what it is linked with; and other programs are started in three places.
func TestNothingDialsAndFewStartPrograms(t *testing.T) {
	all, ours := packages(t)
	for name, p := range all {
		for _, imported := range p.Imports {
			if slices.Contains(dialling, imported) && !p.Standard && name+" "+imported != readsAddresses {
				t.Errorf("%s imports %s", name, imported)
			}
			if imported == "os/exec" && slices.Contains(ours, name) && !slices.Contains(starting, name) && !strings.HasPrefix(name, "astute/ui/uitest") {
				t.Errorf("%s starts programs", name)
			}
		}
	}
	files := map[string]bool{}
	for _, name := range starting {
		folder := filepath.Join(root, strings.TrimPrefix(strings.TrimPrefix(name, "astute"), "/"))
		list, _ := filepath.Glob(filepath.Join(folder, "*.go"))
		for _, file := range list {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasSuffix(file, "_test.go") || !strings.Contains(string(text), "exec.Command") {
				continue
			}
			files[filepath.Base(file)] = true
			for _, shell := range []string{`Command("sh"`, `Command("bash"`, `Command("cmd"`, `"/bin/sh"`, `"-c"`} {
				if strings.Contains(string(text), shell) {
					t.Errorf("%s starts a shell: %s", file, shell)
				}
			}
		}
	}
	if want := []string{"clipboard.go", "editor.go", "outside.go", "pager.go"}; len(files) != len(want) || slices.ContainsFunc(want, func(f string) bool { return !files[f] }) {
		t.Errorf("programs are started in %v, not in %v", files, want)
	}
}

// An editor that is named with blanks, quotes and arguments is started as it is
// meant, nothing of its name or of what is edited reaches a shell, and where it
// dies its file goes away all the same.
func TestTheEditorIsStartedWithoutAShellAndItsFileGoes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the editors of this test are shell scripts")
	}
	folder := t.TempDir()
	editor := filepath.Join(folder, "my editor")
	script := "#!/bin/sh\nfor a; do echo \"[$a]\"; f=$a; done > '" + folder + "/args'\nstat -c %a \"$f\" \"$(dirname \"$f\")\" > '" + folder + "/modes' 2>/dev/null\n[ -e '" + folder + "/die' ] && kill -9 $$\nexit 0\n"
	if err := os.WriteFile(editor, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	file := example(t)
	temp := filepath.Join(folder, "temp")
	if err := os.Mkdir(temp, 0o700); err != nil {
		t.Fatal(err)
	}
	run := func() (string, int) {
		cmd := exec.Command(realProgram(t), "--file", file, "edit", "jane smith")
		cmd.Env = append(os.Environ(), "HOME="+folder, "TMPDIR="+temp, "VISUAL=", `EDITOR="`+editor+`" --wait 'a b; touch `+folder+`/owned' $(touch `+folder+`/owned)`)
		out, _ := cmd.CombinedOutput()
		return string(out), cmd.ProcessState.ExitCode()
	}
	if said, code := run(); code != 0 || !strings.Contains(said, "nothing was changed") {
		t.Errorf("it ended with %d: %s", code, said)
	}
	args, _ := os.ReadFile(filepath.Join(folder, "args"))
	if want := "[--wait]\n[a b; touch " + folder + "/owned]\n[$(touch]\n[" + folder + "/owned)]\n[" + temp; !strings.HasPrefix(string(args), want) {
		t.Errorf("the editor was given\n%s", args)
	}
	if modes, _ := os.ReadFile(filepath.Join(folder, "modes")); len(modes) > 0 && string(modes) != "600\n700\n" {
		t.Errorf("others may read what is edited: %s", modes)
	}
	if err := os.WriteFile(filepath.Join(folder, "die"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if said, code := run(); code != 2 || !strings.Contains(said, "did not end well") {
		t.Errorf("it ended with %d: %s", code, said)
	}
	if _, err := os.Stat(filepath.Join(folder, "owned")); err == nil {
		t.Error("a shell ran what the name of the editor holds")
	}
	if left, _ := os.ReadDir(temp); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
