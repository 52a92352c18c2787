package cli

import (
	"os"
	"strings"
	"testing"
)

func TestReadmeNamesEveryCommand(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, cmd := range newProgram(Env{}).root("").Commands() {
		if !cmd.Hidden && cmd.Name() != "help" && !strings.Contains(string(readme), "`"+cmd.Name()+"`") {
			t.Errorf("the README does not name %s", cmd.Name())
		}
	}
}

// What the README calls a limit is one: nothing that a command or a format does
// stands there as missing.
func TestTheLimitsOfTheReadmeAreLimits(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, limits, ok := strings.Cut(string(readme), "\n## Limits\n")
	if !ok {
		t.Fatal("the README has no limits")
	}
	for _, line := range strings.Split(strings.ReplaceAll(limits, "\n  ", " "), "\n- ") {
		for _, made := range []string{"check of the whole plan", "calendar", "vCard", "Excel", "fit for the customer"} {
			if strings.HasPrefix(line, "Not yet") && strings.Contains(line, made) {
				t.Errorf("the README says %q of %s, which exists", "not yet", made)
			}
		}
	}
}
