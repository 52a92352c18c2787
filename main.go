// Astute keeps account plans: who decides, who backs us, what to do next. Alone
// it opens the workspace; `astute help` lists the commands.
package main

import (
	_ "astute/ui/early" // before anything that could ask the terminal

	"errors"
	"os"
	"time"

	"astute/ui"
	"astute/ui/cli"
)

func main() {
	os.Exit(cli.Run(cli.Env{
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Now: time.Now, Getenv: os.Getenv, Workspace: workspace, KeyTrouble: ui.KeyTrouble,
	}))
}

// workspace hands the screen what the command line found.
func workspace(w cli.Workspace) error {
	err := ui.Run(ui.Options{
		Store: w.Store, Now: w.Now, Today: w.Today, Me: w.Me, Config: w.Config, In: w.In, Out: w.Out, Size: w.Size, Getenv: os.Getenv,
		Warned: w.Warned, Example: w.Example, Tour: w.Tour,
	})
	if errors.Is(err, ui.ErrTour) {
		return cli.ErrTour
	}
	return err
}
