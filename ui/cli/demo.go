package cli

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"astute/model/modeltest"
	"astute/store"
)

// demo opens the worked example.
func (p *program) demo() *cobra.Command {
	var keep string
	var noOpen bool
	cmd := &cobra.Command{
		Use:   "demo [--keep FILE] [--no-open]",
		Short: "the worked example, in a file that goes away or stays at FILE",
		Long: `CyberTech plans FreshKart Grocers, and two smaller accounts: with people, money,
actions and a past. It never touches a file that is there.`,
		Example: "astute demo\nastute demo --keep example.db --no-open && astute --file example.db find smith",
		Args:    takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			keep = cmp.Or(keep, p.file)
			if keep == "" && noOpen {
				keep = p.Getenv("ASTUTE_FILE")
			}
			if keep == "" && noOpen {
				return errors.New("--no-open only writes the example, so say where it stays: --keep FILE")
			}
			if keep != "" {
				return p.keepDemo(keep, !noOpen)
			}
			return p.passingDemo(func(path string) error { return p.openDemo(path, Workspace{}) })
		},
	}
	cmd.Flags().StringVar(&keep, "keep", "", "write it to this new `FILE`, which stays")
	cmd.Flags().BoolVar(&noOpen, "no-open", false, "only write it")
	return cmd
}

// passingDemo writes the example to a file that goes away with its folder when
// open returns.
func (p *program) passingDemo(open func(path string) error) error {
	dir, err := os.MkdirTemp("", "astute-demo-")
	if err != nil {
		return cannotWrite("the example", err)
	}
	remove := p.tidy.after(func() { os.RemoveAll(dir) })
	defer remove(true)
	path := filepath.Join(dir, "demo.db")
	if err := p.writeDemo(path); err != nil {
		return err
	}
	return open(path)
}

// keepDemo writes the example to a new file that stays.
func (p *program) keepDemo(path string, open bool) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s is there already and is not written over: name a new file", path)
	}
	// What an interrupt leaves of it is nothing anybody wants.
	drop := p.tidy.after(func() { os.Remove(path) })
	if err := p.writeDemo(path); err != nil {
		drop(true)
		return err
	}
	drop(false)
	if open {
		return p.openDemo(path, Workspace{})
	}
	_, err := fmt.Fprintln(p.out, path)
	return err
}

// writeDemo makes the example as it came to be: edit by edit, each on its day
// and by whoever made it.
func (p *program) writeDemo(path string) error {
	authors := map[string]*store.Store{}
	first, err := p.open(path, "")
	if err != nil {
		return err
	}
	for _, step := range modeltest.Example(p.today(), first.NewID) {
		s := authors[step.By]
		if s == nil {
			if s, err = p.open(path, step.By); err != nil {
				return err
			}
			authors[step.By] = s
		}
		if _, err := s.Apply(step.Edit, step.At); err != nil {
			return fmt.Errorf("the example: %w", err)
		}
	}
	return nil
}

// openDemo opens the example for whoever w names, else for the person at the
// keyboard.
func (p *program) openDemo(path string, w Workspace) error {
	me, err := p.me()
	if err != nil {
		return err
	}
	w.Me = cmp.Or(me, w.Me)
	if w.Store, err = p.open(path, w.Me); err != nil {
		return err
	}
	w.Example = true
	return p.workspaceOn(w)
}
