package cli

import (
	"errors"

	"github.com/spf13/cobra"
)

// tour leads through the workspace on the worked example.
func (p *program) tour() *cobra.Command {
	return &cobra.Command{
		Use:   "tour",
		Short: "five minutes on the worked example, doing the things",
		Long: `Opens the worked example in a file that goes away, and says in a few lines at the
bottom what to do next: find somebody, classify them, take it back, read the map,
note an action, write the plan. It sees by itself what was done; any step can be
skipped.`,
		Example: "astute tour",
		Args:    takes(0, 0),
		RunE:    func(*cobra.Command, []string) error { return p.takeTour() },
	}
}

// ownerOfExample is who takes the tour where nobody said who they are: the one
// whose account the example is about.
const ownerOfExample = "Ana Ruiz"

func (p *program) takeTour() error {
	if !p.onTerminal() {
		return errors.New("the tour needs a terminal: `astute demo --keep FILE --no-open` writes its example for commands")
	}
	return p.passingDemo(func(path string) error {
		return p.openDemo(path, Workspace{Tour: true, Me: ownerOfExample})
	})
}
