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
	for _, cmd := range newProgram(Env{}).root().Commands() {
		if !cmd.Hidden && cmd.Name() != "help" && !strings.Contains(string(readme), "`"+cmd.Name()+"`") {
			t.Errorf("the README does not name %s", cmd.Name())
		}
	}
}
